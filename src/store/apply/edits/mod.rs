//! Edits made by hand, noun by noun: each changes rows, and its [`Entry`] finds out what that was.

mod arrive;
mod articles;
mod candidates;
mod case;
mod entities;
mod events;
mod kinds;
mod labels;
mod lanes;
pub(super) mod links;
mod reread;

use std::collections::BTreeSet;

use super::deed::{CaseFacts, Deed, Done, Rows};
use super::pen::Pen;
use super::rows::{Table, Watch};
use super::{Surroundings, batch, history};
use crate::model::{Article, Edit, Event, EventId, ImportReport, Sentence, ViewChange};
use crate::store::error::StoreError;
use crate::store::read;
use crate::store::rules::{Known, Texts};

/// An edit in the making.
#[derive(Debug)]
pub(super) struct Entry<'p, 'c> {
    pen: &'p mut Pen<'c>,
    watch: Watch<'c>,
    touched: BTreeSet<i64>,
    /// A batch that came with it.
    batch: Option<i64>,
    /// A batch for what it removes.
    grave: Option<i64>,
    /// What the case said of itself before.
    case: Option<CaseFacts>,
    views: Vec<ViewChange>,
    report: ImportReport,
    made: Option<String>,
    now: i64,
}

/// Makes an edit; gives the sentence for the history, and `None` where the case was so already.
pub(super) fn make(
    pen: &mut Pen<'_>,
    edit: &Edit,
    around: &mut Surroundings<'_>,
) -> Result<Option<(Sentence, Done)>, StoreError> {
    let connection = pen.connection;
    let mut entry = Entry {
        watch: Watch::new(connection),
        pen,
        touched: BTreeSet::new(),
        batch: None,
        grave: None,
        case: None,
        views: Vec::new(),
        report: ImportReport::default(),
        made: None,
        now: around.now,
    };
    let label = match edit {
        Edit::Import(_) => return Err(StoreError::Refused(Sentence::new("refused-import-by-hand"))),
        Edit::Event(edit) => entry.event(edit, around)?,
        Edit::Link(edit) => entry.link(edit)?,
        Edit::Lane(edit) => entry.lane(edit)?,
        Edit::Kind(edit) => entry.kind(edit)?,
        Edit::Entity(edit) => entry.entity(edit, around)?,
        Edit::Article(edit) => entry.article(edit, around)?,
        Edit::Candidate(edit) => entry.candidate(edit, around)?,
        Edit::NotSame(one, other) => entry.tell_apart(one, other)?,
        Edit::Case(edit) => entry.case(edit)?,
    };
    Ok(entry.close()?.map(|done| (label, done)))
}

impl Entry<'_, '_> {
    fn close(self) -> Result<Option<Done>, StoreError> {
        let connection = self.pen.connection;
        let (steps, back) = self.watch.close()?;
        let case = self.case.map(|before| CaseFacts::now(connection).map(|now| (before, now))).transpose()?;
        let (before, after) = case.filter(|(before, now)| before != now).unzip();
        let events: Vec<i64> = self.touched.iter().copied().collect();
        let inverse = self.views.iter().rev().map(|change| (&change.clone().inverse()).into());
        let inverse = Rows {
            events: events.clone(),
            steps: back,
            batch: self.batch.map(|id| (id, false)),
            case: before,
            views: inverse.collect(),
        };
        let forward = Rows {
            events,
            steps,
            batch: self.batch.map(|id| (id, true)),
            case: after,
            views: self.views.iter().map(Into::into).collect(),
        };
        if forward.is_empty() {
            return Ok(None);
        }
        Ok(Some(Done {
            reach: forward.reach(),
            forward: Deed::Rows(forward),
            inverse: Deed::Rows(inverse),
            touched: self.touched.into_iter().map(EventId).collect(),
            views: self.views,
            report: self.report,
            made: self.made,
        }))
    }

    /// The batch for what this edit removes.
    fn grave(&mut self) -> Result<i64, StoreError> {
        if let Some(grave) = self.grave {
            return Ok(grave);
        }
        let connection = self.pen.connection;
        let grave = batch::grave(connection, history::next_id(connection)?, self.now)?;
        self.grave = Some(grave);
        Ok(grave)
    }

    /// The batch for what comes in with this edit and is too large to stand in the history.
    fn batch(&mut self) -> Result<i64, StoreError> {
        if let Some(batch) = self.batch {
            return Ok(batch);
        }
        let batch = batch::begin(self.pen.connection, "", self.now)?;
        self.batch = Some(batch);
        Ok(batch)
    }

    /// The event with that row, which has to be there.
    fn event_there(&self, id: EventId) -> Result<Event, StoreError> {
        let event = read::events_between(self.pen.connection, id.0, id.0)?.pop();
        event.ok_or_else(|| StoreError::Refused(Sentence::new("refused-event-gone")))
    }

    /// The row and the title of the event with that key, which has to be there.
    fn event_called(&self, key: &str) -> Result<(i64, String), StoreError> {
        let row = read::event_row(self.pen.connection, key)?;
        let row =
            row.ok_or_else(|| StoreError::Refused(Sentence::new("refused-no-event").quoting("key", key)))?;
        Ok((row, self.event_there(EventId(row))?.title))
    }

    /// The article with that key, which has to be there, with its texts and its row.
    fn article_called(&mut self, key: &str) -> Result<(i64, Article), StoreError> {
        let article = read::article(self.pen.connection, key)?;
        let article = article
            .ok_or_else(|| StoreError::Refused(Sentence::new("refused-no-article").quoting("key", key)))?;
        Ok((self.pen.source(key)?.id, article))
    }

    /// Watches the rows of a table with a number in a column.
    fn watch(&mut self, table: Table, column: &'static str, number: i64) -> Result<(), StoreError> {
        self.watch.on(table, column, number)
    }
}

/// Calls with everything that an event of the case may name; of articles only those asked for.
fn with_known<T>(
    pen: &Pen<'_>,
    articles: &BTreeSet<&str>,
    call: impl FnOnce(&Known<'_>) -> T,
) -> Result<T, StoreError> {
    let connection = pen.connection;
    let lanes = read::declared_lanes(connection)?;
    let entities = read::entities(connection)?;
    let mut found = Vec::with_capacity(articles.len());
    for key in articles {
        found.extend(read::article(connection, key)?);
    }
    Ok(call(&Known {
        lanes: lanes.iter().map(|lane| &lane.code).collect(),
        kinds: &pen.kinds,
        entities: entities.iter().map(|entity| entity.key.as_str()).collect(),
        texts: Texts::new(&found),
    }))
}
