//! The one place where an error becomes a sentence for the user.

use crate::model::{Arg, Words};
use crate::store::StoreError;

use super::command::TakeIn;
use super::files::FileError;

/// Something to be told, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub weight: Weight,
    /// A sentence without a full stop.
    pub text: String,
    /// What can be done about it, where something can.
    pub remedy: Option<Remedy>,
    /// What it sums up, a sentence each.
    pub details: Vec<String>,
    /// Candidates that waited when it was told: said after the text, for as long as any wait.
    pub waiting: usize,
}

/// What a notice offers to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// Save the case into a file of its own.
    SaveAs,
    /// Write the whole case somewhere else.
    SaveCopy,
    /// Look at the candidates that wait.
    Review,
    /// Take what is known otherwise as a new reading.
    NewReading(Box<TakeIn>),
    /// Paste what the clipboard holds.
    Paste,
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
    /// Something was done.
    #[must_use]
    pub fn done(text: impl Into<String>) -> Self {
        Self { weight: Weight::Done, text: text.into(), remedy: None, details: Vec::new(), waiting: 0 }
    }

    /// Something is doubtful.
    #[must_use]
    pub fn doubt(text: impl Into<String>) -> Self {
        Self { weight: Weight::Doubt, text: text.into(), remedy: None, details: Vec::new(), waiting: 0 }
    }

    /// Something could not be done.
    #[must_use]
    pub fn failed(error: &FileError, words: &dyn Words) -> Self {
        let (text, remedy) = (error.told(words), Remedy::of(error));
        Self { weight: Weight::Failed, text, remedy, details: Vec::new(), waiting: 0 }
    }

    /// The whole sentence, while so many candidates of the case wait.
    #[must_use]
    pub fn said(&self, waiting: usize, words: &dyn Words) -> String {
        let waiting = self.waiting.min(waiting);
        if waiting == 0 {
            return self.text.clone();
        }
        let wait = words.say("haul-waiting", &[("n", Arg::Number(waiting as u64))]);
        format!("{}; {wait}", self.text)
    }

    /// The same, with something that can be done about it.
    #[must_use]
    pub fn with(self, remedy: Option<Remedy>) -> Self {
        Self { remedy, ..self }
    }
}

impl Remedy {
    /// Where the case's own file can't be written, another one may.
    fn of(error: &FileError) -> Option<Self> {
        use StoreError::{Busy, FolderLocked, Full, Moved, ReadOnly};
        match error {
            FileError::Store(Moved) => Some(Self::SaveAs),
            FileError::Store(Full | ReadOnly | Busy | FolderLocked) => Some(Self::SaveCopy),
            _ => None,
        }
    }
}
