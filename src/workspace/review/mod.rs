//! Review: what waiting articles seem to say, sorted into piles by what the case has already.
//!
//! The piles are made on the store's thread whenever the case has changed, and only while somebody looks at them. A
//! decision is one edit, and so is taken back like any other.

mod decide;
mod piles;

use std::sync::Arc;

use crate::model::{Candidate, Differences, Event, Likeness};
use crate::store::Support;

use super::Workspace;

pub(super) use self::decide::{added, made};
pub(super) use self::piles::{review, sorted};

/// The candidates that wait, in piles.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Review {
    /// Of the case that it was made from.
    pub revision: u64,
    /// Sorted by pile; within a pile the likeliest first.
    pub waiting: Vec<Waiting>,
    pub support: Support,
}

/// Why a candidate is looked at together with others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pile {
    /// An event of the case says the same: the quote is added to it.
    Supports,
    /// An event of the case says the same, but for one thing.
    Differs,
    New,
    /// Outside of the case's time.
    Background,
}

impl Pile {
    /// All piles, in the order of reading.
    pub const ALL: [Self; 4] = [Self::Supports, Self::Differs, Self::New, Self::Background];

    /// Key of its words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Supports => "pile-supports",
            Self::Differs => "pile-differs",
            Self::New => "pile-new",
            Self::Background => "pile-background",
        }
    }
}

/// A candidate with all that is needed to decide on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    pub candidate: Candidate,
    pub pile: Pile,
    /// The event of the case that it may be.
    pub like: Option<Like>,
    /// The words that it was found in, and the text around them.
    pub before: String,
    pub exact: String,
    pub after: String,
    /// Where its article tells it again, and with what words.
    pub again: Vec<((usize, usize), String)>,
    /// What to call its article.
    pub heading: String,
}

impl Waiting {
    /// The event that it would become, with its quote.
    #[must_use]
    pub fn event(&self) -> Event {
        decide::event_of(self)
    }
}

/// An event of the case that a candidate may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Like {
    pub event: Arc<Event>,
    pub how: Likeness,
    pub differences: Differences,
}

/// What is decided on candidates, by their keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewCommand {
    /// As its pile says: the quote goes to the event that it supports or differs from, else it becomes an event.
    Accept(String),
    /// A new event, whatever it is like; that the two are not the same is remembered.
    AcceptAsNew(String),
    Reject(String),
    /// All that support an event, each with its quote.
    AcceptSupports,
}

impl Workspace {
    /// The candidates that wait, once they are sorted; asks for them where the case has changed since.
    pub fn review(&mut self) -> Option<&Arc<Review>> {
        let revision = self.case.revision;
        let fresh = self.review.as_ref().is_some_and(|review| review.revision == revision);
        if !fresh && self.is_open() && self.review_asked != Some((self.case.generation, revision)) {
            self.review_asked = Some((self.case.generation, revision));
            self.jobs.ask(review);
        }
        self.review.as_ref()
    }

    /// How many candidates of the case nobody has decided on.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.case.waiting
    }

    /// The piles as last sorted, which may be of the case before its last change.
    #[must_use]
    pub fn reviewed(&self) -> Option<&Arc<Review>> {
        self.review.as_ref()
    }
}
