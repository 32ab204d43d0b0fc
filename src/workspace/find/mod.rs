//! Finding: what a filter leaves, and what a search finds, both answered off the window's thread.
//!
//! The newest question wins: while one is answered, later ones wait in one place, and only the last of them is asked.

mod known;
mod search;
mod sift;
mod steps;

use std::sync::Arc;

use crate::model::{Columns, EventId, Facets, Filter, Sieve, Stamp};

use super::files::{FileError, answer};
use super::jobs::{Answer, let_go};
use super::{Workspace, sieve_of};

pub use self::known::KnownDays;
pub(super) use self::known::{as_known, known_by};
pub(super) use self::search::{Found, SearchDesk};
pub use self::search::{FoundIn, FoundNow, SearchHit};
pub use self::sift::{FacetCounts, Sifted, sift};
use self::sift::{KnownBy, sift_as_known};

/// What is done to find events.
#[derive(Debug, Clone, PartialEq)]
pub enum FindCommand {
    /// Which events count at all.
    Filter(Box<Filter>),
    /// Kinds that are switched off.
    KindsOff(Vec<String>),
    /// Whether the numbers beside the choices of a filter are wanted.
    Counts(bool),
    /// Words to be found in events and articles; none: the search is over.
    Search(String),
    /// The next hit, or the one before, is shown.
    Next,
    Before,
    /// The hit of that number is shown.
    Show(usize),
    /// What that step of the history has touched is selected.
    Step(i64),
}

/// A question about a filter, with all that its answer depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Question {
    generation: u64,
    filter: Filter,
    /// As known by then.
    known_by: Option<Stamp>,
    /// Kinds and statuses, where the numbers are wanted.
    counted: Option<Sieve>,
}

/// The answer to one.
#[derive(Debug)]
pub(super) struct Answered {
    question: Question,
    facets: Arc<Facets>,
    columns: Arc<Columns>,
    counts: Arc<FacetCounts>,
}

/// What is known of the filter.
#[derive(Debug, Default)]
pub(super) struct FilterDesk {
    asked: Option<Question>,
    answered: Option<Answered>,
    /// Counts answers, for keys of what is made from them.
    serial: u64,
    wants_counts: bool,
}

/// What a filter leaves of a case, for a picture on paper.
#[derive(Debug)]
pub(super) struct Passing {
    /// Sorted.
    pub events: Vec<EventId>,
    pub facets: Facets,
}

impl Workspace {
    pub(super) fn find(&mut self, command: FindCommand) {
        match command {
            FindCommand::Filter(filter) => self.view.filter = *filter,
            FindCommand::KindsOff(kinds) => self.view.off = kinds,
            FindCommand::Counts(wanted) => self.filter.wants_counts = wanted,
            FindCommand::Search(words) => return self.search(words),
            FindCommand::Next => return self.step_hit(true),
            FindCommand::Before => return self.step_hit(false),
            FindCommand::Step(id) => return self.show_step(id),
            FindCommand::Show(number) => return self.show_hit(number),
        }
        self.ask_filter();
    }

    /// Asks for what the filter leaves, where that is not known and nothing else is asked.
    pub(super) fn ask_filter(&mut self) {
        let Some(question) = self.filter_question() else { return };
        let known = self.filter.answered.as_ref();
        if self.filter.asked.is_some() || known.is_some_and(|known| known.question == question) {
            return;
        }
        let columns = Arc::clone(&self.case.columns);
        self.filter.asked = Some(question.clone());
        self.jobs.ask(move |desk| {
            let answered = desk.facets().and_then(|facets| {
                let text = question.filter.text.as_deref().unwrap_or_default();
                Ok((facets, desk.store()?.events_with(text)?))
            });
            answer(answered.map(|(facets, text)| {
                Answer::Sifted(Box::new(answer_to(question, facets, &columns, text.as_deref())))
            }))
        });
    }

    /// Reads ahead what filters ask, once the case is shown and nothing else is asked: of many events that takes longer
    /// than a reader waits for the answer to a filter.
    pub(super) fn prepare_filters(&mut self) {
        /// So few are read in a moment; of so many nothing is read that nobody has asked for.
        const READ_AHEAD: std::ops::RangeInclusive<usize> = 10_000..=300_000;
        let wants = !self.case.is_prepared && READ_AHEAD.contains(&self.case.columns.events);
        if !wants || self.jobs.busy() {
            return;
        }
        self.case.is_prepared = true;
        self.jobs.ask(|desk| {
            // A failure is told when somebody asks.
            let _ = desk.facets();
            Answer::Nothing
        });
    }

    /// `None`: every event passes, and no numbers are wanted.
    fn filter_question(&self) -> Option<Question> {
        let filter = self.view.filter.beyond_marks();
        let counted = self.filter.wants_counts && self.is_open();
        let counted = counted.then(|| Sieve { known_by: None, ..sieve_of(&self.case.columns, &self.view) });
        let known_by = known_by(&self.view);
        (!filter.is_empty() || known_by.is_some() || counted.is_some()).then_some(Question {
            generation: self.case.generation,
            filter,
            known_by,
            counted,
        })
    }

    /// Nothing is asked any more: a job has failed, and what it was for is not known.
    pub(super) fn give_up_asking(&mut self) {
        self.filter.asked = None;
        self.search.give_up();
        self.give_up_list();
        self.picture.surveys().give_up();
        self.give_up_proof();
    }

    /// Another case: what was found in the last one is forgotten.
    pub(super) fn forget_findings(&mut self) {
        let serial = self.filter.serial;
        self.filter = FilterDesk { serial, wants_counts: self.filter.wants_counts, ..FilterDesk::default() };
        self.search = SearchDesk::default();
    }

    pub(super) fn sifted(&mut self, answered: Answered) {
        self.filter.asked = None;
        self.filter.serial += 1;
        let before = self.filter.answered.replace(answered);
        let_go(before);
        self.ask_filter();
    }

    /// The columns that are drawn, and listed in the table, with a number that changes with them.
    #[must_use]
    pub fn drawn_columns(&self) -> (Arc<Columns>, u64) {
        /// More answers than a case gets of filters between two edits.
        const STEP: u64 = 1 << 32;
        let whole = self.case.generation * STEP;
        match &self.filter.answered {
            Some(known) if self.is_sifted() => {
                // Until the answer to the newest question comes, the last picture stays.
                (Arc::clone(&known.columns), whole + self.filter.serial)
            }
            _ => (Arc::clone(&self.case.columns), whole),
        }
    }

    /// What filters ask of the case as it is now, where that was read for one.
    pub(super) fn facets(&self) -> Option<Arc<Facets>> {
        let known = self.filter.answered.as_ref()?;
        (known.question.generation == self.case.generation).then(|| Arc::clone(&known.facets))
    }

    /// Whether something other than the case's own columns is drawn.
    fn is_sifted(&self) -> bool {
        !self.view.filter.beyond_marks().is_empty() || known_by(&self.view).is_some()
    }

    /// Whether what is drawn waits for what a filter leaves.
    #[must_use]
    pub fn is_sifting(&self) -> bool {
        let wanted = self.view.filter.beyond_marks();
        let known = self.filter.answered.as_ref().map(|known| &known.question);
        let by = known_by(&self.view);
        self.is_sifted()
            && known.is_none_or(|known| {
                known.filter != wanted || known.known_by != by || known.generation != self.case.generation
            })
    }

    /// The numbers beside the choices of the filter, as last counted.
    #[must_use]
    pub fn facet_counts(&self) -> Option<&Arc<FacetCounts>> {
        let known = self.filter.answered.as_ref()?;
        known.question.counted.as_ref().map(|_| &known.counts)
    }

    /// What a filter lets pass, and what its sources said: for a picture on paper.
    pub(super) fn sift_for(filter: &Filter, desk: &super::files::Desk) -> Result<Passing, FileError> {
        let store = desk.store()?;
        let text = store.events_with(filter.text.as_deref().unwrap_or_default())?;
        let facets = store.facets()?;
        let events = sift(&facets, filter, &Sieve::default(), text.as_deref()).passing;
        Ok(Passing { events, facets })
    }
}

fn answer_to(
    question: Question,
    facets: Arc<Facets>,
    columns: &Arc<Columns>,
    text: Option<&[EventId]>,
) -> Answered {
    let sieve = question.counted.clone().unwrap_or_default();
    let told = question.known_by.map(|by| (by, told_by(columns, by)));
    let known = told.as_ref().map(|(by, events)| KnownBy { by: *by, events });
    let sifted = sift_as_known(&facets, &question.filter, &sieve, text, known);
    let columns =
        if question.filter.is_empty() { Arc::clone(columns) } else { keep_only(columns, &sifted.passing) };
    let columns = question.known_by.map_or(Arc::clone(&columns), |by| as_known(&columns, &facets, by));
    Answered { question, facets, columns, counts: Arc::new(sifted.counts) }
}

/// Events that some source had told by then, sorted.
fn told_by(columns: &Columns, by: Stamp) -> Vec<EventId> {
    let told = columns.marks.iter().filter(|mark| mark.known < by);
    let mut events: Vec<EventId> = told.map(|mark| mark.event).collect();
    events.sort_unstable();
    events.dedup();
    events
}

/// The columns with these events alone, which are sorted; the others are counted as filtered.
pub(super) fn keep_only(columns: &Columns, passing: &[EventId]) -> Arc<Columns> {
    let passes = |event: &EventId| passing.binary_search(event).is_ok();
    let marks: Vec<_> = columns.marks.iter().filter(|mark| passes(&mark.event)).copied().collect();
    let mut left = Columns {
        lanes: columns.lanes.clone(),
        no_lane: columns.no_lane,
        kinds: columns.kinds.clone(),
        marks,
        ties: columns.ties.clone(),
        entities: columns.entities.clone(),
        participations: columns.participations.clone(),
        apart: columns.apart.clone(),
        events: columns.events,
        filtered: 0,
        unknown: 0,
    };
    left.ties.retain(|tie| passes(&tie.from) && passes(&tie.to));
    left.participations.retain(|part| passes(&part.event));
    let mut events: Vec<EventId> = left.marks.iter().map(|mark| mark.event).collect();
    events.sort_unstable();
    events.dedup();
    left.filtered = columns.events.saturating_sub(events.len());
    Arc::new(left)
}
