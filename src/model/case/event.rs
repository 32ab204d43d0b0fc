//! Events: what happened, when, in which lanes, and how we know.

use crate::model::{Count, EventId, LaneCode, Quote, Says, Status, Unit, When};

/// Something that happened, or is said to have happened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Event {
    /// The row in the store; 0 for one that is not stored yet.
    pub id: EventId,
    pub key: String,
    /// `None`: undated.
    pub when: Option<When>,
    /// Happened once, somewhere inside an interval, which else lasts.
    pub within: bool,
    /// A sentence.
    pub title: String,
    /// At most 28 characters, without lane and kind.
    pub label: Option<String>,
    pub kind: String,
    pub status: Status,
    pub lanes: Vec<Involvement>,
    pub dates: Vec<FurtherDate>,
    pub count: Option<Count>,
    pub entities: Vec<Participant>,
    pub tags: Vec<String>,
    pub note: Option<String>,
    pub private: bool,
    pub quotes: Vec<Quote>,
}

/// A lane's part in an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Involvement {
    pub lane: LaneCode,
    pub role: Role,
    /// Where the part is less sure than the event.
    pub status: Option<Status>,
    /// Who says so.
    pub by: Vec<LaneCode>,
}

/// What a lane is in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Who did it.
    Actor,
    /// To whom.
    Target,
    /// Where.
    Place,
    /// Whom it concerns otherwise.
    Subject,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 4] = [Self::Actor, Self::Target, Self::Place, Self::Subject];

    /// The name used in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Target => "target",
            Self::Place => "place",
            Self::Subject => "subject",
        }
    }

    /// The role of that name in files.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A further time of an event, drawn as a tick on its mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FurtherDate {
    /// One of [`DATE_ROLES`].
    pub role: String,
    pub when: When,
}

/// The roles that a further date may have.
pub const DATE_ROLES: [&str; 5] = ["declared", "deadline", "effective", "left", "reported"];

/// An entity's part in an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Key of the entity.
    pub entity: String,
    pub role: EntityRole,
}

/// What an entity is in an event; a bare id in a file means [`EntityRole::Subject`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum EntityRole {
    #[default]
    Subject,
    Actor,
    Target,
    Speaker,
    Holder,
}

impl EntityRole {
    /// All roles.
    pub const ALL: [Self; 5] = [Self::Subject, Self::Actor, Self::Target, Self::Speaker, Self::Holder];

    /// The name used in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Actor => "actor",
            Self::Target => "target",
            Self::Speaker => "speaker",
            Self::Holder => "holder",
        }
    }

    /// The role of that name in files.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// In what two sources of an event contradict each other (contract 3); computed, never stored.
#[allow(clippy::struct_excessive_bools)] // One answer for each thing that sources can differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Differences {
    pub status: bool,
    pub count: bool,
    pub when: bool,
    pub kind: bool,
    pub lanes: bool,
}

impl Differences {
    /// Whether there is any.
    #[must_use]
    pub fn any(self) -> bool {
        self.status || self.count || self.when || self.kind || self.lanes
    }
}

impl Event {
    /// People that the event moves, where it states them: they size a mark.
    #[must_use]
    pub fn people(&self) -> Option<Count> {
        self.count.filter(|count| count.of == Unit::People)
    }

    /// The lanes that have `role` in the event, in stored order.
    pub fn lanes_as(&self, role: Role) -> impl Iterator<Item = &LaneCode> {
        self.lanes.iter().filter(move |part| part.role == role).map(|part| &part.lane)
    }

    /// Where its quotes contradict each other or the event.
    #[must_use]
    pub fn differences(&self) -> Differences {
        let mut found = Differences::default();
        let own = Says::default();
        let claims: Vec<&Says> =
            self.quotes.iter().map(|quote| quote.says.as_ref().unwrap_or(&own)).collect();
        for (at, one) in claims.iter().enumerate() {
            for other in &claims[at + 1..] {
                self.compare(one, other, &mut found);
            }
            if claims.len() == 1 {
                self.compare(one, &own, &mut found);
            }
        }
        found
    }

    fn compare(&self, one: &Says, other: &Says, found: &mut Differences) {
        let status = |says: &Says| says.status.unwrap_or(self.status);
        found.status |= status(one).contradicts(status(other));
        let kind = |says: &'_ Says| says.kind.clone().unwrap_or_else(|| self.kind.clone());
        found.kind |= kind(one) != kind(other);
        if let (Some(a), Some(b)) = (one.count.or(self.count), other.count.or(self.count)) {
            found.count |= !a.overlaps(&b);
        }
        if let (Some(a), Some(b)) =
            (one.when.as_ref().or(self.when.as_ref()), other.when.as_ref().or(self.when.as_ref()))
        {
            found.when |= !a.span().overlaps(b.span());
        }
        let lanes =
            |says: &'_ Says| if says.lanes.is_empty() { self.lanes.clone() } else { says.lanes.clone() };
        let (a, b) = (lanes(one), lanes(other));
        found.lanes |=
            !a.is_empty() && !b.is_empty() && !a.iter().any(|part| b.iter().any(|p| p.lane == part.lane));
    }
}
