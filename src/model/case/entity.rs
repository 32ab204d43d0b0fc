//! People, organisations and units that events are about.

/// A person, organisation or unit, named or not ("the diplomat").
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entity {
    pub key: String,
    pub name: String,
    pub entity_type: EntityType,
    pub aliases: Vec<String>,
    pub note: Option<String>,
    pub private: bool,
}

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum EntityType {
    #[default]
    Person,
    Organisation,
    Unit,
}

impl EntityType {
    /// All types.
    pub const ALL: [Self; 3] = [Self::Person, Self::Organisation, Self::Unit];

    /// The name used in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Unit => "unit",
        }
    }

    /// The type of that name in files.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
