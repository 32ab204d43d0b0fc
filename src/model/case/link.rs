//! Ties from one event to another; `from` is the later or smaller one.

use crate::model::Quote;

/// A tie between two events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Key of an event.
    pub from: String,
    /// Key of an event.
    pub to: String,
    pub link_type: LinkType,
    /// None: "by the editor".
    pub quotes: Vec<Quote>,
}

/// The closed list of contract 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkType {
    /// To the act that it answers.
    Retaliation,
    /// A denial or statement to what it answers.
    Answers,
    /// A departure to the expulsion that it carries out.
    CarriesOut,
    /// One to the many.
    PartOf,
    /// An appointment, rejection or withdrawal to the nomination.
    Outcome,
    /// To the appointment that it ends.
    Ends,
    Contradicts,
}

impl LinkType {
    /// All types.
    pub const ALL: [Self; 7] = [
        Self::Retaliation,
        Self::Answers,
        Self::CarriesOut,
        Self::PartOf,
        Self::Outcome,
        Self::Ends,
        Self::Contradicts,
    ];

    /// The name used in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Retaliation => "retaliation",
            Self::Answers => "answers",
            Self::CarriesOut => "carries-out",
            Self::PartOf => "part-of",
            Self::Outcome => "outcome",
            Self::Ends => "ends",
            Self::Contradicts => "contradicts",
        }
    }

    /// The type of that name in files.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether both ends count the same heads (design, section 2).
    #[must_use]
    pub fn shares_heads(self) -> bool {
        matches!(self, Self::CarriesOut | Self::PartOf)
    }
}
