//! What of the case is read anew after an edit: what the edit reached, and no more.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Change, Edit, Event, EventId, HistoryStep, Sentence};
use crate::store::{Store, StoreError};

use super::super::HistoryCommand;
use super::super::files::{Desk, FileError, answer, named_by};
use super::super::jobs::{Answer, CaseNow, Named};

/// Steps of the history that are at hand.
const STEPS: usize = 500;

/// Events whose words come with the answer: a form's, or a screen full of chosen ones.
const AT_ONCE: usize = 200;

/// A change that was made, and the case after it.
#[derive(Debug)]
pub(in super::super) struct Edited {
    pub now: CaseNow,
    pub change: Change,
    /// The touched events as they are now; empty where they are too many.
    pub events: Vec<Arc<Event>>,
    /// And not a step of the history.
    pub is_edit: bool,
}

impl Desk {
    /// Makes an edit, unless one before it is stuck.
    pub(super) fn make_edit(&mut self, edit: &Edit) -> Answer {
        if self.is_stuck {
            return Answer::Nothing;
        }
        let change = match self.edit(edit) {
            Ok(change) => change,
            Err(error) if error.is_about_writing() => {
                self.is_stuck = true;
                return Answer::Stuck(error);
            }
            Err(error) => return Answer::Refused(error),
        };
        answer(self.after(change, true))
    }

    /// Goes a way along the history.
    pub(super) fn walk(&mut self, way: HistoryCommand) -> Result<Answer, FileError> {
        if self.is_stuck {
            return Err(FileError::Said(Sentence::new(super::UNWRITTEN)));
        }
        match self.go_along(way)? {
            Ok(change) => self.after(change, false),
            Err(nothing) => Ok(Answer::Idle(nothing)),
        }
    }

    /// Takes edits again.
    pub(super) fn go_on(&mut self) -> Answer {
        self.is_stuck = false;
        Answer::Nothing
    }

    fn after(&mut self, change: Change, is_edit: bool) -> Result<Answer, FileError> {
        // Edits that the window was not told of may lie between.
        let now = match self.last.take_if(|last| last.revision + 1 == change.revision) {
            Some(last) => refreshed(self.store()?, last, &change)?,
            None => self.now()?,
        };
        self.last = Some(now.clone());
        self.keep_facets(&change)?;
        let mut events = Vec::new();
        if change.touched.len() <= AT_ONCE {
            events.extend(self.store()?.events(&change.touched)?.into_iter().map(Arc::new));
        }
        Ok(Answer::Edited(Box::new(Edited { now, change, events, is_edit })))
    }
}

/// The case after a change, from what it was before.
fn refreshed(store: &Store, last: CaseNow, change: &Change) -> Result<CaseNow, StoreError> {
    let reach = change.reach;
    let columns = if reach.all
        || reach.lanes
        || reach.kinds
        || reach.links
        || reach.entities
        || !change.touched.is_empty()
    {
        Arc::new(store.columns_after(&last.columns, change)?)
    } else {
        Arc::clone(&last.columns)
    };
    let (mut ids, mut undated) = (last.ids, last.undated);
    if reach.all || !change.touched.is_empty() {
        ids = Arc::new(ids_of(store)?);
        undated = Arc::new(undated_after(store, &undated, change)?);
    }
    let mut now = CaseNow {
        revision: store.revision(),
        history: Arc::new(history(store, &last.history)?),
        columns,
        ids,
        undated,
        ..last
    };
    if reach.case {
        now.title = store.title()?;
    }
    if reach.entities {
        now.entities = Arc::new(Named::new(store.entities()?, |entity| &entity.key));
    }
    if reach.articles {
        let articles = store.articles()?.into_iter().map(|heading| heading.article).collect();
        now.articles = Arc::new(Named::new(articles, |article| &article.key));
    }
    if reach.candidates || reach.all {
        now.waiting = store.waiting()?;
    }
    if reach.links {
        now.links = Arc::new(store.links()?);
    }
    Ok(now)
}

/// Rows of the events that views name.
pub(in super::super) fn ids_of(store: &Store) -> Result<BTreeMap<String, EventId>, StoreError> {
    let named = named_by(&store.views()?);
    let ids = store.event_ids(&named)?;
    Ok(named.into_iter().zip(ids).filter_map(|(key, id)| Some((key, id?))).collect())
}

fn undated_after(store: &Store, before: &[EventId], change: &Change) -> Result<Vec<EventId>, StoreError> {
    if change.reach.all || change.touched.len() > AT_ONCE {
        return store.undated();
    }
    let mut undated: Vec<EventId> =
        before.iter().copied().filter(|event| !change.touched.contains(event)).collect();
    let touched = store.events(&change.touched)?;
    undated.extend(touched.iter().filter(|event| event.when.is_none()).map(|event| event.id));
    undated.sort_unstable();
    undated.dedup();
    Ok(undated)
}

/// The last steps; whom they touched is read once for each.
pub(in super::super) fn history(
    store: &Store,
    known: &[HistoryStep],
) -> Result<Vec<HistoryStep>, StoreError> {
    let known: BTreeMap<i64, &HistoryStep> = known.iter().map(|step| (step.id, step)).collect();
    let mut steps = store.history(STEPS)?;
    for step in &mut steps {
        step.events = match known.get(&step.id) {
            Some(same) => same.events.clone(),
            None => store.events_of_step(step.id)?,
        };
    }
    Ok(steps)
}
