//! Rows of new events: one at a time, or several by one statement.
//!
//! A statement costs about as much as the row that it writes, so that the rows of a large import go in sheaves. `FAIL`
//! instead of the usual `ABORT` spares SQLite a journal of its own for each sheaf: what fails takes the whole
//! transaction back.

use std::sync::LazyLock;

use rusqlite::{Connection, Statement, ToSql};

use super::{MarkRow, Pen};
use crate::model::{Event, LaneCode, Status, When};
use crate::store::drawing;
use crate::store::error::StoreError;

const OF_EVENT: &str = "event (id, key, batch, moment, t0, t1, within, title, label, kind, status, count_min, \
                        count_max, count_of, count_approx, note, private)";
const OF_LANE: &str = "event_lane (event, pos, lane, role, status, said_by)";
const OF_MARK: &str = "mark (lane, t0, event, t1, bits, known)";

/// Rows in a sheaf: as many as a hundred values hold, the most that a statement may have (`guard.rs`).
const EVENTS: usize = 5;
const LANES: usize = 16;
const MARKS: usize = 16;

static ONE_EVENT: LazyLock<String> = LazyLock::new(|| insert(OF_EVENT, 1));
static ONE_LANE: LazyLock<String> = LazyLock::new(|| insert(OF_LANE, 1));
static ONE_MARK: LazyLock<String> = LazyLock::new(|| insert(OF_MARK, 1));

/// A row of an event's lanes: event, place, lane, role, status and who says so.
type LaneRow = (i64, i64, i64, &'static str, Option<&'static str>, String);

/// New events on their way into the file, in the order of their numbers.
#[derive(Debug)]
pub(in super::super) struct Sheaf<'c> {
    batch: i64,
    /// The number of the next event.
    next: i64,
    events: Vec<(i64, Event)>,
    lanes: Vec<LaneRow>,
    insert_events: Statement<'c>,
    insert_lanes: Statement<'c>,
}

impl<'c> Sheaf<'c> {
    /// An empty one for the events of an import.
    pub(in super::super) fn new(connection: &'c Connection, batch: i64) -> Result<Self, StoreError> {
        let last = "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'event'), 0), \
                    coalesce((SELECT max(id) FROM event), 0))";
        let last: i64 = connection.query_row(last, [], |row| row.get(0))?;
        Ok(Self {
            batch,
            next: last.saturating_add(1),
            events: Vec::with_capacity(EVENTS),
            lanes: Vec::with_capacity(LANES),
            insert_events: connection.prepare(&insert(OF_EVENT, EVENTS))?,
            insert_lanes: connection.prepare(&insert(OF_LANE, LANES))?,
        })
    }

    /// Takes up an event that has no key of its own; gives what is written by now but for lanes.
    pub(in super::super) fn add(
        &mut self,
        pen: &mut Pen<'c>,
        event: Event,
    ) -> Result<Vec<(i64, Event)>, StoreError> {
        let id = self.next;
        self.next += 1;
        for (pos, part) in (0..).zip(&event.lanes) {
            let lane = pen.lane(&part.lane)?;
            let status = part.status.map(Status::code);
            self.lanes.push((id, pos, lane, part.role.code(), status, said_by(&part.by)));
            if self.lanes.len() == LANES {
                write_lanes(&mut self.insert_lanes, &mut self.lanes)?;
            }
        }
        pen.write_further(id, &event)?;
        self.events.push((id, event));
        if self.events.len() < EVENTS {
            return Ok(Vec::new());
        }
        let mut at = 0;
        for (id, event) in &self.events {
            bind_event(&mut self.insert_events, &mut at, (Some(*id), None, self.batch), event, pen.zone)?;
        }
        self.insert_events.raw_execute()?;
        Ok(std::mem::replace(&mut self.events, Vec::with_capacity(EVENTS)))
    }

    /// Writes what fills no sheaf; gives the last events.
    pub(in super::super) fn close(mut self, pen: &Pen<'c>) -> Result<Vec<(i64, Event)>, StoreError> {
        let mut one = pen.connection.prepare_cached(&ONE_LANE)?;
        for row in self.lanes.drain(..) {
            write_lanes(&mut one, &mut vec![row])?;
        }
        for (id, event) in &self.events {
            write_event(pen, event, Some(*id), self.batch, None)?;
        }
        Ok(self.events)
    }
}

/// Writes the row of one event; gives its number.
pub(in super::super) fn write_event(
    pen: &Pen<'_>,
    event: &Event,
    id: Option<i64>,
    batch: i64,
    key: Option<&str>,
) -> Result<i64, StoreError> {
    let mut statement = pen.connection.prepare_cached(&ONE_EVENT)?;
    bind_event(&mut statement, &mut 0, (id, key, batch), event, pen.zone)?;
    statement.raw_execute()?;
    Ok(pen.connection.last_insert_rowid())
}

/// Writes rows of the drawing table; quickest in their order.
pub(in super::super) fn write_marks(connection: &Connection, rows: &[MarkRow]) -> Result<(), StoreError> {
    let (sheaves, rest) = rows.as_chunks::<MARKS>();
    if !sheaves.is_empty() {
        let mut several = connection.prepare_cached(&insert(OF_MARK, MARKS))?;
        for sheaf in sheaves {
            let mut at = 0;
            sheaf.iter().flatten().try_for_each(|value| bind(&mut several, &mut at, value))?;
            several.raw_execute()?;
        }
    }
    let mut one = connection.prepare_cached(&ONE_MARK)?;
    rest.iter().try_for_each(|row| one.execute(*row).map(|_| ()))?;
    Ok(())
}

/// Writes the lanes of one event.
pub(in super::super) fn write_lanes_of(pen: &mut Pen<'_>, id: i64, event: &Event) -> Result<(), StoreError> {
    for (pos, part) in (0_i64..).zip(&event.lanes) {
        let lane = pen.lane(&part.lane)?;
        let status = part.status.map(Status::code);
        pen.connection.prepare_cached(&ONE_LANE)?.execute((
            id,
            pos,
            lane,
            part.role.code(),
            status,
            said_by(&part.by),
        ))?;
    }
    Ok(())
}

fn said_by(by: &[LaneCode]) -> String {
    by.iter().map(LaneCode::as_str).collect::<Vec<_>>().join(" ")
}

/// A statement that puts so many rows into a table.
fn insert(table: &str, rows: usize) -> String {
    let columns = table.matches(',').count() + 1;
    let row = format!("({})", vec!["?"; columns].join(", "));
    format!("INSERT OR FAIL INTO {table} VALUES {}", vec![row.as_str(); rows].join(", "))
}

fn write_lanes(statement: &mut Statement<'_>, rows: &mut Vec<LaneRow>) -> Result<(), StoreError> {
    let mut at = 0;
    for (event, pos, lane, role, status, said_by) in rows.drain(..) {
        for number in [event, pos, lane] {
            bind(statement, &mut at, &number)?;
        }
        bind(statement, &mut at, &role)?;
        bind(statement, &mut at, &status)?;
        bind(statement, &mut at, &said_by)?;
    }
    statement.raw_execute()?;
    Ok(())
}

/// Binds the values of an event's row, in the order of its columns.
fn bind_event(
    statement: &mut Statement<'_>,
    at: &mut usize,
    (id, key, batch): (Option<i64>, Option<&str>, i64),
    event: &Event,
    zone: i64,
) -> Result<(), StoreError> {
    let (t0, t1) = drawing::ends(event, zone);
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let count = event.count.as_ref();
    bind(statement, at, &id)?;
    bind(statement, at, &key)?;
    bind(statement, at, &batch)?;
    bind(statement, at, &event.when.as_ref().map(When::as_str))?;
    bind(statement, at, &t0.0)?;
    bind(statement, at, &t1.0)?;
    bind(statement, at, &event.within)?;
    bind(statement, at, &event.title)?;
    bind(statement, at, &event.label)?;
    bind(statement, at, &event.kind)?;
    bind(statement, at, &event.status.code())?;
    bind(statement, at, &count.map(|count| whole(count.min)))?;
    bind(statement, at, &count.and_then(|count| count.max).map(whole))?;
    bind(statement, at, &count.map(|count| count.of.code()))?;
    bind(statement, at, &count.is_some_and(|count| count.approx))?;
    bind(statement, at, &event.note)?;
    bind(statement, at, &event.private)
}

fn bind<T: ToSql>(statement: &mut Statement<'_>, at: &mut usize, value: &T) -> Result<(), StoreError> {
    *at += 1;
    Ok(statement.raw_bind_parameter(*at, value)?)
}
