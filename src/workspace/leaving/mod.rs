//! What leaves the case for good: a copy for other hands, and what is to be forgotten. Neither can be taken back, so
//! each is told before it is done.

mod desk;
mod told;

use std::path::PathBuf;

use crate::model::{EventId, Sentence};

use super::Workspace;
use super::jobs::{CaseNow, Outcome};

/// Something that can't be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeavingCommand {
    /// Says what it would do, and does nothing.
    Foretell(Leaving),
    Do(Leaving),
}

/// What leaves the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaving {
    /// A copy in a file of its own, for other hands.
    Copy(HandOver),
    /// Events and articles, out of the case and all that it remembers.
    Forget { events: Vec<EventId>, articles: Vec<String> },
}

/// A copy for other hands.
#[allow(clippy::struct_excessive_bools)] // One answer for each thing that may come along.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandOver {
    pub path: PathBuf,
    /// Replaces what stands there.
    pub force: bool,
    /// With what is marked private, and notes.
    pub private: bool,
    /// With the history, which holds what is private and what was removed.
    pub history: bool,
    /// With the files behind articles.
    pub originals: bool,
}

/// What a step would do that can't be taken back, in sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foretold {
    pub of: Leaving,
    pub sentences: Vec<Sentence>,
}

/// A case after something in it was forgotten.
#[derive(Debug)]
pub(super) struct Poorer {
    pub now: CaseNow,
    /// Keys of what is gone.
    pub events: Vec<String>,
    pub articles: Vec<String>,
    pub notes: Vec<Sentence>,
}

impl Workspace {
    pub(super) fn leave(&mut self, command: LeavingCommand) {
        if self.pending().stuck.is_some() {
            self.failed(&super::FileError::Said(Sentence::new(super::edits::UNWRITTEN)));
            return;
        }
        // A copy holds the view as it is looked at now; a view written later would name what is forgotten.
        self.keep_view();
        desk::ask(&mut self.jobs, command);
    }

    /// What a step would do that can't be taken back, as asked for last.
    #[must_use]
    pub fn foretold(&self) -> Option<&Foretold> {
        self.foretold.as_ref()
    }

    pub(super) fn was_foretold(&mut self, foretold: Foretold) {
        let words = self.words.as_ref();
        let said = foretold.sentences.iter().map(|sentence| sentence.spoken(words)).collect();
        self.outcomes.push(Outcome::Foretold(said));
        self.foretold = Some(foretold);
    }

    /// Nothing that the window holds names what was forgotten.
    pub(super) fn is_poorer(&mut self, poorer: Poorer) {
        let Poorer { now, events, articles, notes } = poorer;
        self.foretold = None;
        self.selection.clear();
        self.forget_findings();
        self.forget_reckoning();
        self.trail.clear();
        if self.open_article.as_ref().is_some_and(|open| articles.contains(&open.key)) {
            self.open_article = None;
        }
        for view in self.case.views.iter_mut().chain([&mut self.view]) {
            view.keep_only(
                |event| !events.iter().any(|gone| gone == event),
                |_| true,
                |article| !articles.iter().any(|gone| gone == article),
            );
        }
        self.was_reread(now);
        self.ask_filter();
        self.doubt(&notes);
        let things = told::things(events.len(), articles.len());
        self.done(&Sentence::new("leaving-gone").all_of("things", things));
    }
}
