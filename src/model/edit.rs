//! Every change to a case, as data.

use super::{CaseContent, Event, EventId};

/// A change that is applied whole or not at all, in one transaction.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    Import(Box<Import>),
    Event(EventEdit),
}

/// What a file brings into a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// The file's name, for the history.
    pub from: String,
    pub content: CaseContent,
    /// Rows of a table: their events get no key of their own until they need one (contract 7).
    pub keyless: bool,
}

/// A change to one event.
#[derive(Debug, Clone, PartialEq)]
pub enum EventEdit {
    /// Makes the event (id 0) or puts these values in the place of the old ones.
    Put(Box<Event>),
    Remove(EventId),
}

/// What came of an edit.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Change {
    /// Counts edits, undos and redos of this case.
    pub revision: u64,
    pub touched: Vec<EventId>,
    pub report: ImportReport,
}

/// What an import brought, in numbers and names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportReport {
    pub added: usize,
    /// Equal in every field to one that was there.
    pub merged: usize,
    pub undated: usize,
    pub articles: usize,
    pub candidates: usize,
    pub possible_duplicates: usize,
    /// Keys that were taken by something else: old and new.
    pub renamed: Vec<(String, String)>,
    /// What was doubtful, in sentences.
    pub notes: Vec<String>,
}
