//! How many: people, missions, things … with honest bounds.

/// What a count counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    People,
    Missions,
    Things,
    Incidents,
    /// A cap on something, as a limit on staff.
    Limit,
    /// A running total that somebody states.
    Total,
}

impl Unit {
    /// All units.
    pub const ALL: [Self; 6] =
        [Self::People, Self::Missions, Self::Things, Self::Incidents, Self::Limit, Self::Total];

    /// The name used in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Missions => "missions",
            Self::Things => "things",
            Self::Incidents => "incidents",
            Self::Limit => "limit",
            Self::Total => "total",
        }
    }

    /// The unit of that name in files.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.code() == code)
    }

    /// What a bare number means for a kind of event (contract 14).
    #[must_use]
    pub fn usual_for(kind: &str) -> Self {
        match kind {
            "expulsion" | "recall" | "departure" | "arrest" | "conviction" | "exchange" | "nomination"
            | "appointment" => Self::People,
            "closure" => Self::Missions,
            "restriction" => Self::Limit,
            "statement" => Self::Total,
            _ => Self::Things,
        }
    }
}

/// A number as a source gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Count {
    pub min: u64,
    /// `None`: "at least `min`".
    pub max: Option<u64>,
    pub of: Unit,
    pub approx: bool,
}

impl Count {
    /// Exactly `n` of a unit.
    #[must_use]
    pub fn exactly(n: u64, of: Unit) -> Self {
        Self { min: n, max: Some(n), of, approx: false }
    }

    /// The number that sizes a mark: the largest stated one.
    #[must_use]
    pub fn stated(&self) -> u64 {
        self.max.unwrap_or(self.min).max(self.min)
    }

    /// Whether both counts can be true at once.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let reaches = |a: &Self, b: &Self| a.max.is_none_or(|max| max >= b.min);
        self.of != other.of || (reaches(self, other) && reaches(other, self))
    }
}
