//! History: each edit as a deed and its inverse, the only stack of undo and redo (contract 8).

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

use super::anchor::{self, Place};
use super::pen::{Owner, Pen};
use super::{batch, case_json};
use crate::model::{EventId, Link};
use crate::store::case_json::{FileEvent, FileLink, FileView};
use crate::store::error::StoreError;
use crate::store::read;

/// Steps older than this are let go.
const DAYS_KEPT: i64 = 90;

/// And beyond this many bytes, from the oldest.
const BYTES_KEPT: i64 = 64 * 1024 * 1024;

/// A change as history keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Deed {
    /// An import comes alive or is taken back; by reference, its rows stay.
    Batch {
        id: i64,
        alive: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        over: Option<Over>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        moved: Vec<Place>,
    },
    /// An event as it was or is, with the links and pairs that hang on it.
    Put {
        id: i64,
        batch: i64,
        keyed: bool,
        event: Box<FileEvent>,
        links: Vec<Tied>,
        not_same: Vec<[i64; 4]>,
    },
    Remove {
        id: i64,
    },
}

/// What an import into an empty case puts in the place of what was there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Over {
    pub title: String,
    pub zone: Option<String>,
    pub views: Vec<FileView>,
}

/// A link with its row and its import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Tied {
    row: i64,
    batch: i64,
    link: FileLink,
}

/// A deed done, its inverse, and whom it touched.
#[derive(Debug)]
pub(super) struct Done {
    pub forward: Deed,
    pub inverse: Deed,
    pub touched: Vec<EventId>,
}

/// Which way along the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    Again,
}

impl Deed {
    /// An event as it stands now.
    pub(super) fn put(pen: &Pen<'_>, id: i64) -> Result<Self, StoreError> {
        let event = read::events_between(pen.connection, id, id)?.pop();
        let event =
            event.ok_or_else(|| StoreError::Refused("the event is no longer in the case".to_owned()))?;
        let links = read::links(pen.connection, Some(id))?
            .into_iter()
            .map(|(row, batch, link)| Tied { row, batch, link: case_json::link_to(&link) })
            .collect();
        let sql = "SELECT id, batch, one, other FROM not_same WHERE one = ?1 OR other = ?1 ORDER BY id";
        let mut select = pen.connection.prepare_cached(sql)?;
        let pairs = select.query_map([id], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))?;
        Ok(Self::Put {
            id,
            batch: pen.batch_of(id)?,
            keyed: pen.own_key_of(id)?.is_some(),
            event: Box::new(case_json::event_to(&event)),
            links,
            not_same: pairs.collect::<Result<_, _>>()?,
        })
    }
}

/// Does a deed that was kept; gives the events that it touches.
pub(super) fn perform(pen: &mut Pen<'_>, deed: &Deed) -> Result<Vec<EventId>, StoreError> {
    match deed {
        Deed::Batch { id, alive, over, moved } => {
            for place in moved {
                anchor::put(pen, place)?;
            }
            if let Some(over) = over {
                batch::put_over(pen.connection, over)?;
            }
            if *alive { batch::revive(pen, *id) } else { batch::kill(pen, *id) }
        }
        Deed::Remove { id } => {
            erase(pen, *id)?;
            Ok(vec![EventId(*id)])
        }
        Deed::Put { id, batch, keyed, event, links, not_same } => {
            erase(pen, *id)?;
            let half = |_| StoreError::Content("a half placed quote in the history".to_owned());
            let event = case_json::event_from(event.as_ref().clone()).map_err(half)?;
            pen.write_event(&event, Some(*id), *batch, keyed.then_some(event.key.as_str()))?;
            for tied in links {
                let link = case_json::link_from(tied.link.clone()).map_err(half)?;
                write_link(pen, Some(tied.row), tied.batch, &link)?;
            }
            for pair in not_same {
                pen.connection
                    .prepare_cached("INSERT INTO not_same (id, batch, one, other) VALUES (?1, ?2, ?3, ?4)")?
                    .execute(*pair)?;
            }
            Ok(vec![EventId(*id)])
        }
    }
}

/// Takes an event away with the links and pairs that hang on it.
fn erase(pen: &mut Pen<'_>, id: i64) -> Result<(), StoreError> {
    for (link, ..) in read::links(pen.connection, Some(id))? {
        pen.connection.prepare_cached("DELETE FROM link_quote WHERE link = ?1")?.execute([link])?;
        pen.connection.prepare_cached("DELETE FROM link WHERE id = ?1")?.execute([link])?;
    }
    pen.connection.prepare_cached("DELETE FROM not_same WHERE one = ?1 OR other = ?1")?.execute([id])?;
    if let Some(event) = read::events_between(pen.connection, id, id)?.pop() {
        pen.erase_event(&event)?;
    }
    Ok(())
}

/// Writes a link between events that are there.
pub(super) fn write_link(
    pen: &mut Pen<'_>,
    row: Option<i64>,
    batch: i64,
    link: &Link,
) -> Result<(), StoreError> {
    let end = |key: &str| {
        let row = read::event_row(pen.connection, key)?;
        row.ok_or_else(|| StoreError::Refused(format!("a link names the unknown event {key:?}")))
    };
    let (later, earlier) = (end(&link.from)?, end(&link.to)?);
    insert_link(pen, row, batch, (later, earlier), link)
}

/// Writes a link between two rows.
pub(super) fn insert_link(
    pen: &mut Pen<'_>,
    row: Option<i64>,
    batch: i64,
    ends: (i64, i64),
    link: &Link,
) -> Result<(), StoreError> {
    pen.connection
        .prepare_cached("INSERT INTO link (id, batch, later, earlier, type) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute((row, batch, ends.0, ends.1, link.link_type.code()))?;
    let id = pen.connection.last_insert_rowid();
    for (pos, quote) in (0..).zip(&link.quotes) {
        pen.write_quote(Owner::Link, id, pos, quote)?;
    }
    Ok(())
}

/// Keeps a deed; tells whether older ones had to go for it.
pub(super) fn remember(
    connection: &Connection,
    now: i64,
    label: &str,
    done: &Done,
) -> Result<bool, StoreError> {
    let (forward, inverse) = (serde_json::to_string(&done.forward)?, serde_json::to_string(&done.inverse)?);
    connection
        .prepare_cached("INSERT INTO history (at, label, forward, inverse) VALUES (?1, ?2, ?3, ?4)")?
        .execute((now, label, forward, inverse))?;
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
