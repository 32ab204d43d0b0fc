//! Edits: each one transaction into rows, drawing table, search tables and history.

mod anchor;
mod articles;
mod batch;
mod deed;
mod import;
mod keys;
mod pen;
mod twins;

use super::case_json;
use super::error::StoreError;
use super::open::{self, Store};
use super::read;
use super::rules::{Known, Texts};
use crate::model::{Change, Edit, Event, EventEdit, EventId, ImportReport, Reach};
use deed::{Deed, Done};
use keys::Letter;
use pen::Pen;

pub(super) use batch::words_of as article_words;
pub(super) use pen::words_of as event_words;

/// What an edit needs from outside: the clock and randomness are passed in, so that tests are the same every time.
#[allow(missing_debug_implementations)] // A closure has none.
pub struct Surroundings<'a> {
    /// Unix seconds.
    pub now: i64,
    pub random: &'a mut dyn FnMut() -> u64,
}

impl Store {
    /// Makes an edit, whole or not at all, and keeps what undoes it.
    ///
    /// # Errors
    /// Says which rule of the case the edit breaks, or why the file can't be written; the case is then as before.
    pub fn apply(&mut self, edit: &Edit, around: &mut Surroundings<'_>) -> Result<Change, StoreError> {
        let transaction = open::begin_write(&mut self.connection)?;
        batch::purge(&transaction)?;
        let mut pen = Pen::new(&transaction)?;
        let (label, done, mut report) = match edit {
            Edit::Import(import) => {
                let (done, report) = import::take_in(&mut pen, import, around)?;
                (format!("Import {}", import.from), done, report)
            }
            Edit::Event(EventEdit::Put(event)) => {
                let (label, done) = put(&mut pen, event, around)?;
                (label, done, ImportReport::default())
            }
            Edit::Event(EventEdit::Remove(ids)) if ids.len() == 1 => {
                let (label, done) = remove(&mut pen, ids[0])?;
                (label, done, ImportReport::default())
            }
            _ => return Err(StoreError::Refused("this edit is not there yet".to_owned())),
        };
        drop(pen);
        if deed::remember(&transaction, around.now, &label, &done)? {
            report.notes.push("The oldest steps of the history were let go".to_owned());
        }
        let revision = self.revision + 1;
        open::set_meta(&transaction, "revision", &revision.to_string())?;
        transaction.commit()?;
        self.revision = revision;
        Ok(Change { revision, touched: done.touched, reach: Reach::ALL, report })
    }

    /// Takes the last edit back; `None` where there is none.
    ///
    /// # Errors
    /// Fails where the file can't be written; the case is then as before.
    pub fn undo(&mut self, around: &mut Surroundings<'_>) -> Result<Option<Change>, StoreError> {
        self.step(deed::Way::Back, around)
    }

    /// Makes again what was taken back last; `None` where nothing was.
    ///
    /// # Errors
    /// Fails where the file can't be written; the case is then as before.
    pub fn redo(&mut self, around: &mut Surroundings<'_>) -> Result<Option<Change>, StoreError> {
        self.step(deed::Way::Again, around)
    }

    fn step(&mut self, way: deed::Way, _: &mut Surroundings<'_>) -> Result<Option<Change>, StoreError> {
        let transaction = open::begin_write(&mut self.connection)?;
        let Some((id, deed)) = deed::next(&transaction, way)? else { return Ok(None) };
        let touched = deed::perform(&mut Pen::new(&transaction)?, &deed)?;
        deed::turn(&transaction, id, way)?;
        let revision = self.revision + 1;
        open::set_meta(&transaction, "revision", &revision.to_string())?;
        transaction.commit()?;
        self.revision = revision;
        Ok(Some(Change { revision, touched, reach: Reach::ALL, report: ImportReport::default() }))
    }
}

fn put(
    pen: &mut Pen<'_>,
    event: &Event,
    around: &mut Surroundings<'_>,
) -> Result<(String, Done), StoreError> {
    let mut event = event.clone();
    let old = read::events_between(pen.connection, event.id.0, event.id.0)?.pop();
    if old.is_none() && event.id != EventId(0) {
        return Err(StoreError::Refused("the event to change is no longer in the case".to_owned()));
    }
    check(pen, &mut event)?;
    let label = match &old {
        None => format!("Add “{}”", event.title),
        Some(_) => format!("Change “{}”", event.title),
    };
    let Some(old) = old else {
        if event.key.is_empty() || keys::taken(pen.connection, Letter::Event, &event.key)? {
            event.key = keys::fresh(pen.connection, Letter::Event, around)?;
        }
        let key = event.key.clone();
        let id = pen.write_event(&event, None, 0, Some(&key))?;
        let forward = Deed::put(pen, id)?;
        let touched = vec![EventId(id)];
        return Ok((label, Done { forward, inverse: Deed::Remove { id }, touched }));
    };
    let inverse = Deed::put(pen, old.id.0)?;
    if event.key != old.key
        && !event.key.is_empty()
        && keys::taken(pen.connection, Letter::Event, &event.key)?
    {
        return Err(StoreError::Refused(format!("another event has the id {:?}", event.key)));
    }
    let batch = pen.batch_of(old.id.0)?;
    let key = match event.key.as_str() {
        key if key.is_empty() || key == old.key => pen.own_key_of(old.id.0)?,
        key => Some(key.to_owned()),
    };
    pen.erase_event(&old)?;
    pen.write_event(&event, Some(old.id.0), batch, key.as_deref())?;
    let forward = Deed::put(pen, old.id.0)?;
    Ok((label, Done { forward, inverse, touched: vec![old.id] }))
}

/// Holds an event against the rules of its case, and puts the surroundings of its quotes.
fn check(pen: &Pen<'_>, event: &mut Event) -> Result<(), StoreError> {
    let connection = pen.connection;
    let lanes = read::declared_lanes(connection)?;
    let entities = read::entities(connection)?;
    let mut articles = Vec::new();
    for quote in &event.quotes {
        if !articles.iter().any(|article: &crate::model::Article| article.key == quote.article) {
            articles.extend(read::article(connection, &quote.article)?);
        }
    }
    let known = Known {
        lanes: lanes.iter().map(|lane| &lane.code).collect(),
        kinds: &pen.kinds,
        entities: entities.iter().map(|entity| entity.key.as_str()).collect(),
        texts: Texts::new(&articles),
    };
    if let Some(fault) = known.event_fault(event) {
        return Err(StoreError::Refused(fault.sentence));
    }
    event.quotes.iter_mut().for_each(|quote| known.texts.settle(quote));
    Ok(())
}

fn remove(pen: &mut Pen<'_>, id: EventId) -> Result<(String, Done), StoreError> {
    let Some(old) = read::events_between(pen.connection, id.0, id.0)?.pop() else {
        return Err(StoreError::Refused("the event to delete is no longer in the case".to_owned()));
    };
    let inverse = Deed::put(pen, id.0)?;
    let forward = Deed::Remove { id: id.0 };
    deed::perform(pen, &forward)?;
    Ok((format!("Delete “{}”", old.title), Done { forward, inverse, touched: vec![id] }))
}

/// Writes both search tables anew, after a change to how words are folded.
pub(super) fn fold_anew(connection: &mut rusqlite::Connection) -> Result<(), StoreError> {
    let transaction = connection.transaction()?;
    transaction.execute("INSERT INTO article_words (article_words) VALUES ('delete-all')", [])?;
    let pen = Pen::new(&transaction)?;
    batch::rewrite_words(&pen)?;
    let rows = {
        let mut select = transaction.prepare("SELECT id FROM article")?;
        let rows = select.query_map([], |row| row.get(0))?;
        rows.collect::<Result<Vec<i64>, _>>()?
    };
    batch::write_articles(&transaction, &rows)?;
    drop(pen);
    open::set_meta(&transaction, "folding", super::search::FOLDING)?;
    transaction.commit()?;
    Ok(())
}
