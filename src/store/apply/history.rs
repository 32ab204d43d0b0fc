//! History: the only stack of undo and redo, kept in the case itself (contract 8).

mod sentence;

use rusqlite::{Connection, OptionalExtension};
use serde::Deserialize;

use super::deed::{Deed, Done};
use super::pen::Pen;
use super::{Surroundings, batch, edits};
use crate::model::{ArticleEdit, Edit, EventEdit, EventId, HistoryStep, Sentence};
use crate::store::error::StoreError;
use crate::store::leaving::Forgotten;
use crate::store::open::Store;

/// Steps older than this are let go.
const DAYS_KEPT: i64 = 90;

/// And beyond this many bytes, from the oldest.
const BYTES_KEPT: i64 = 64 * 1024 * 1024;

/// Events of a step that are named at most.
const EVENTS_NAMED: usize = 100;

/// Which way along the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    Again,
}

/// Keeps a deed; tells whether older ones had to go for it.
pub(super) fn remember(
    connection: &Connection,
    now: i64,
    label: &Sentence,
    done: &Done,
) -> Result<bool, StoreError> {
    let (forward, inverse) = (serde_json::to_string(&done.forward)?, serde_json::to_string(&done.inverse)?);
    connection
        .prepare_cached("INSERT INTO history (at, label, forward, inverse) VALUES (?1, ?2, ?3, ?4)")?
        .execute((now, sentence::kept(label), forward, inverse))?;
    let newest = connection.last_insert_rowid();
    let old = now.saturating_sub(DAYS_KEPT * 86_400);
    let aged = connection.execute("DELETE FROM history WHERE at < ?1 AND id < ?2", [old, newest])?;
    let heavy = connection.execute(
        "DELETE FROM history WHERE id < ?2 AND id <= (SELECT max(id) FROM (SELECT id, sum(octet_length(forward) + \
         octet_length(inverse)) OVER (ORDER BY id DESC) AS size FROM history) WHERE size > ?1)",
        [BYTES_KEPT, newest],
    )?;
    Ok(aged + heavy > 0)
}

/// The number that the next step will have.
pub(super) fn next_id(connection: &Connection) -> Result<i64, StoreError> {
    let sql = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'history'), 0) + 1";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// The next deed along a way.
pub(super) fn next(connection: &Connection, way: Way) -> Result<Option<(i64, Deed)>, StoreError> {
    let sql = match way {
        Way::Back => "SELECT id, inverse FROM history WHERE undone = 0 ORDER BY id DESC LIMIT 1",
        Way::Again => "SELECT id, forward FROM history WHERE undone = 1 ORDER BY id LIMIT 1",
    };
    let found: Option<(i64, String)> =
        connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    found.map(|(id, deed)| Ok((id, serde_json::from_str(&deed)?))).transpose()
}

/// Moves the cursor past a step.
pub(super) fn turn(connection: &Connection, id: i64, way: Way) -> Result<(), StoreError> {
    let undone = i64::from(way == Way::Back);
    connection.execute("UPDATE history SET undone = ?1 WHERE id = ?2", [undone, id])?;
    Ok(())
}

/// The step that was done last; 0 where none is.
pub(super) fn last_done(connection: &Connection) -> Result<i64, StoreError> {
    let sql = "SELECT coalesce(max(id), 0) FROM history WHERE undone = 0";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// Whether a step is there to go to.
pub(super) fn has(connection: &Connection, id: i64) -> Result<bool, StoreError> {
    Ok(connection.query_row("SELECT EXISTS (SELECT 1 FROM history WHERE id = ?1)", [id], |row| row.get(0))?)
}

/// Removes what is to be forgotten, and whatever could bring it back or tell of it.
pub(in crate::store) fn forget(
    connection: &Connection,
    what: &Forgotten,
    around: &mut Surroundings<'_>,
) -> Result<(), StoreError> {
    let mut pen = Pen::new(connection)?;
    if !what.events.is_empty() {
        let edit = Edit::Event(EventEdit::Remove(what.events.clone()));
        edits::make(&mut pen, &edit, around)?;
    }
    for key in &what.articles {
        let edit = Edit::Article(ArticleEdit::Remove { key: key.clone(), keep_citation: false });
        edits::make(&mut pen, &edit, around)?;
    }
    drop(pen);
    for event in &what.events {
        // The proposal that an event was made from says what it said.
        connection.prepare_cached("DELETE FROM candidate WHERE event = ?1")?.execute([event.0])?;
    }
    connection.execute("DELETE FROM history", [])?;
    // No step is left that could bring back what lies in a grave.
    batch::purge(connection)
}

/// What of a kept deed tells whom it touched.
#[derive(Deserialize)]
enum About {
    Batch {
        id: i64,
    },
    Rows {
        #[serde(default)]
        events: Vec<i64>,
    },
}

impl Store {
    /// The steps of the history, newest first, without the events that they touched.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn history(&self, most: usize) -> Result<Vec<HistoryStep>, StoreError> {
        let sql = "SELECT id, at, label, undone FROM history ORDER BY id DESC LIMIT ?1";
        let mut select = self.connection.prepare_cached(sql)?;
        let rows = select.query_map([i64::try_from(most).unwrap_or(i64::MAX)], |row| {
            Ok(HistoryStep {
                id: row.get(0)?,
                at: row.get(1)?,
                label: sentence::read(row.get(2)?),
                undone: row.get(3)?,
                events: Vec::new(),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The first hundred events that a step touched, whether they are in the case now or not.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn events_of_step(&self, id: i64) -> Result<Vec<EventId>, StoreError> {
        let sql = "SELECT forward FROM history WHERE id = ?1";
        let kept: Option<String> =
            self.connection.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?;
        let Some(kept) = kept else { return Ok(Vec::new()) };
        match serde_json::from_str(&kept)? {
            About::Rows { events } => Ok(events.into_iter().take(EVENTS_NAMED).map(EventId).collect()),
            About::Batch { id } => {
                let sql = format!("SELECT id FROM event WHERE batch = ?1 ORDER BY id LIMIT {EVENTS_NAMED}");
                let mut select = self.connection.prepare_cached(&sql)?;
                let rows = select.query_map([id], |row| row.get(0).map(EventId))?;
                Ok(rows.collect::<Result<_, _>>()?)
            }
        }
    }
}
