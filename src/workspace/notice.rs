//! The one place where an error becomes a sentence for the user.

use super::files::FileError;

/// Something to be told, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub weight: Weight,
    /// A sentence without a full stop.
    pub text: String,
}

/// How much a notice matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Something was done.
    Done,
    /// Something is doubtful, or not as asked for.
    Doubt,
    /// Something could not be done.
    Failed,
}

impl Notice {
    pub(super) fn done(text: impl Into<String>) -> Self {
        Self { weight: Weight::Done, text: text.into() }
    }

    pub(super) fn doubt(text: impl Into<String>) -> Self {
        Self { weight: Weight::Doubt, text: text.into() }
    }

    pub(super) fn failed(error: &FileError) -> Self {
        Self { weight: Weight::Failed, text: error.to_string() }
    }
}
