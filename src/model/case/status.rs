//! Whether an event, as titled, stands.

/// From the surest to the least sure; `Ord` follows that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Status {
    #[default]
    Confirmed,
    Reported,
    Alleged,
    Disputed,
    Retracted,
}

impl Status {
    /// All of them, surest first.
    pub const ALL: [Self; 5] =
        [Self::Confirmed, Self::Reported, Self::Alleged, Self::Disputed, Self::Retracted];

    /// The name used in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Reported => "reported",
            Self::Alleged => "alleged",
            Self::Disputed => "disputed",
            Self::Retracted => "retracted",
        }
    }

    /// Whether two sources that say so contradict each other. Who only reports a thing neither confirms nor doubts it:
    /// that it is confirmed elsewhere, or an allegation there, is no contradiction.
    #[must_use]
    pub fn contradicts(self, other: Self) -> bool {
        let bare = |one, with| one == Self::Reported && matches!(with, Self::Confirmed | Self::Alleged);
        self != other && !bare(self, other) && !bare(other, self)
    }

    /// The status of that name in files.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}
