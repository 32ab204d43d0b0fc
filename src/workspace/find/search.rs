//! Searching events and articles: words in, hits out, with the events to be marked in the lanes.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::EventId;

use super::super::Workspace;
use super::super::command::{Command, Look};
use super::super::files::answer;
use super::super::jobs::Answer;
use super::super::look::TextPlace;

/// A hit as the store tells it.
pub use crate::store::{Found as FoundIn, Hit as SearchHit};

use crate::store::Finding;

/// Hits that are listed.
const MOST: usize = 200;

/// What was found for some words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FoundNow {
    pub words: String,
    /// Best first: events, then articles.
    pub hits: Vec<SearchHit>,
    /// All events that hold the words, also those that are not listed.
    pub events: BTreeSet<EventId>,
    /// So many of them, the first of the case, were weighed against each other: only of these the best are listed.
    pub weighed: usize,
    /// Articles that hold the words, listed or not.
    pub articles: usize,
}

/// The answer to a search, of a case at one state.
#[derive(Debug)]
pub struct Found {
    generation: u64,
    now: FoundNow,
}

/// What is searched for, and what was found.
#[derive(Debug, Default)]
pub struct SearchDesk {
    words: String,
    /// Words that are asked for at the moment.
    asked: bool,
    found: Arc<FoundNow>,
    generation: u64,
    /// The hit that is shown.
    at: Option<usize>,
    /// Go to the next hit as soon as the answer is there.
    next: bool,
}

impl SearchDesk {
    pub(super) fn give_up(&mut self) {
        self.asked = false;
    }
}

impl Workspace {
    pub(super) fn search(&mut self, words: String) {
        if words != self.search.words {
            self.search.at = None;
        }
        self.search.words = words;
        self.ask_search();
    }

    /// Asks for what is searched, where that is not known and nothing else is asked.
    pub(in super::super) fn ask_search(&mut self) {
        let desk = &mut self.search;
        let generation = self.case.generation;
        if desk.words.trim().is_empty() {
            if !desk.found.words.is_empty() {
                desk.found = Arc::default();
            }
            return;
        }
        if desk.asked || desk.found.words == desk.words && desk.generation == generation {
            return;
        }
        desk.asked = true;
        let words = desk.words.clone();
        self.jobs.ask(move |desk| {
            let found = desk.store().and_then(|store| {
                let Finding { hits, events, weighed, articles } = store.search_all(&words, MOST)?;
                let events = events.into_iter().collect();
                Ok(Found { generation, now: FoundNow { words, hits, events, weighed, articles } })
            });
            answer(found.map(|found| Answer::Found(Box::new(found))))
        });
    }

    pub(in super::super) fn found(&mut self, found: Found) {
        self.search.asked = false;
        self.search.generation = found.generation;
        if !self.search.words.trim().is_empty() {
            self.search.found = Arc::new(found.now);
        }
        self.ask_search();
        if std::mem::take(&mut self.search.next) {
            self.step_hit(true);
        }
    }

    pub(super) fn step_hit(&mut self, forward: bool) {
        let desk = &mut self.search;
        if desk.asked || desk.found.words != desk.words {
            // The answer is on its way: the step is made when it is there.
            desk.next |= forward;
            return;
        }
        let count = desk.found.hits.len();
        if count == 0 {
            return;
        }
        let next = match (desk.at, forward) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        self.show_hit(next);
    }

    pub(super) fn show_hit(&mut self, number: usize) {
        let Some(hit) = self.search.found.hits.get(number) else { return };
        self.search.at = Some(number);
        let look = match &hit.found {
            FoundIn::Event(event) => Look::SelectEvent(*event),
            FoundIn::Article { key, place } => Look::ShowArticle {
                key: key.clone(),
                event: None,
                place: place.map(|place| TextPlace { rev: None, place }),
            },
        };
        self.apply(Command::Look(look));
    }

    /// What was found last for what is searched, and the number of the hit that is shown.
    #[must_use]
    pub fn search_found(&self) -> (&Arc<FoundNow>, Option<usize>) {
        (&self.search.found, self.search.at)
    }

    /// What is searched for.
    #[must_use]
    pub fn searched(&self) -> &str {
        &self.search.words
    }
}
