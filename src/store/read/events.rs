//! Whole events, put together from the tables that hold their parts.

use rusqlite::{Connection, OptionalExtension, Row};

use super::live;
use crate::model::{Count, Event, EventId, FurtherDate, Involvement, LaneCode, Participant, Quote};
use crate::store::case_json::{self, Code};
use crate::store::error::StoreError;

/// The row of an event by its key.
pub(in crate::store) fn event_row(connection: &Connection, key: &str) -> Result<Option<i64>, StoreError> {
    let sql = concat!("SELECT id FROM event WHERE key = ?1 AND ", live!("batch"));
    let named = connection.prepare_cached(sql)?.query_row([key], |row| row.get(0)).optional()?;
    let number = key.strip_prefix('e').filter(|digits| !digits.starts_with(['0', '+']));
    let (None, Some(row)) = (named, number.and_then(|digits| digits.parse::<i64>().ok())) else {
        return Ok(named);
    };
    let sql = concat!("SELECT id FROM event WHERE id = ?1 AND key IS NULL AND ", live!("batch"));
    Ok(connection.prepare_cached(sql)?.query_row([row], |row| row.get(0)).optional()?)
}

/// A short name from a column.
pub(in crate::store) fn code<T: Code>(text: &str) -> Result<T, StoreError> {
    T::read(text).map_err(StoreError::Content)
}

pub(super) fn code_at<T: Code>(row: &Row<'_>, at: usize) -> Result<T, StoreError> {
    code(row.get_ref(at)?.as_str().map_err(|error| StoreError::Content(error.to_string()))?)
}

pub(super) fn code_or_none<T: Code>(row: &Row<'_>, at: usize) -> Result<Option<T>, StoreError> {
    let text = row.get_ref(at)?.as_str_or_null().map_err(|error| StoreError::Content(error.to_string()))?;
    text.map(code).transpose()
}

fn codes_at(row: &Row<'_>, at: usize) -> Result<Vec<LaneCode>, StoreError> {
    let text: String = row.get(at)?;
    text.split(' ').filter(|code| !code.is_empty()).map(code).collect()
}

/// Whole events of a range of rows, in their order.
pub(in crate::store) fn events_between(
    connection: &Connection,
    from: i64,
    to: i64,
) -> Result<Vec<Event>, StoreError> {
    let sql = concat!(
        "SELECT id, coalesce(key, 'e' || id), moment, within, title, label, kind, status, count_min, count_max, ",
        "count_of, count_approx, note, private FROM event WHERE id BETWEEN ?1 AND ?2 AND ",
        live!("batch"),
        " ORDER BY id"
    );
    let mut select = connection.prepare_cached(sql)?;
    let mut rows = select.query([from, to])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        events.push(event_of(row)?);
    }
    if events.is_empty() {
        return Ok(events);
    }
    let mut fill = Fill { connection, from, to, events: &mut events };
    fill.with(
        "SELECT p.event, l.code, p.role, p.status, p.said_by FROM event_lane p JOIN lane l ON l.id = p.lane \
         WHERE p.event BETWEEN ?1 AND ?2 ORDER BY p.event, p.pos",
        |event, row| {
            let (lane, role) = (code_at(row, 1)?, code_at(row, 2)?);
            let (status, by) = (code_or_none(row, 3)?, codes_at(row, 4)?);
            event.lanes.push(Involvement { lane, role, status, by });
            Ok(())
        },
    )?;
    fill.with(
        "SELECT event, role, moment FROM event_date WHERE event BETWEEN ?1 AND ?2 ORDER BY event, pos",
        |event, row| {
            event.dates.push(FurtherDate { role: row.get(1)?, when: code_at(row, 2)? });
            Ok(())
        },
    )?;
    fill.with(
        "SELECT p.event, n.key, p.role FROM event_entity p JOIN entity n ON n.id = p.entity \
         WHERE p.event BETWEEN ?1 AND ?2 ORDER BY p.event, p.pos",
        |event, row| {
            event.entities.push(Participant { entity: row.get(1)?, role: code_at(row, 2)? });
            Ok(())
        },
    )?;
    fill.with(
        "SELECT event, name FROM tag WHERE event BETWEEN ?1 AND ?2 ORDER BY event, pos",
        |event, row| {
            event.tags.push(row.get(1)?);
            Ok(())
        },
    )?;
    let quotes = quotes_sql("quote", "event", "q.event BETWEEN ?1 AND ?2 ORDER BY q.event, q.pos");
    fill.with(&quotes, |event, row| {
        event.quotes.push(quote_of(row)?);
        Ok(())
    })?;
    Ok(events)
}

/// Lists that belong to events, put into them.
struct Fill<'a> {
    connection: &'a Connection,
    from: i64,
    to: i64,
    events: &'a mut Vec<Event>,
}

impl Fill<'_> {
    /// The first column is the event's row, in ascending order.
    fn with(
        &mut self,
        sql: &str,
        put: impl Fn(&mut Event, &Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut select = self.connection.prepare_cached(sql)?;
        let mut rows = select.query([self.from, self.to])?;
        let mut at = 0;
        while let Some(row) = rows.next()? {
            let id = EventId(row.get(0)?);
            while self.events.get(at).is_some_and(|event| event.id < id) {
                at += 1;
            }
            // Rows of events that were taken back are passed over.
            if let Some(event) = self.events.get_mut(at).filter(|event| event.id == id) {
                put(event, row)?;
            }
        }
        Ok(())
    }
}

fn event_of(row: &Row<'_>) -> Result<Event, StoreError> {
    let number = |at: usize| -> Result<Option<u64>, StoreError> {
        let number: Option<i64> = row.get(at)?;
        Ok(number.and_then(|number| u64::try_from(number).ok()))
    };
    let count = match (number(8)?, code_or_none(row, 10)?) {
        (Some(min), Some(of)) => Some(Count { min, max: number(9)?, of, approx: row.get(11)? }),
        _ => None,
    };
    Ok(Event {
        id: EventId(row.get(0)?),
        key: row.get(1)?,
        when: code_or_none(row, 2)?,
        within: row.get(3)?,
        title: row.get(4)?,
        label: row.get(5)?,
        kind: row.get(6)?,
        status: code_at(row, 7)?,
        count,
        note: row.get(12)?,
        private: row.get(13)?,
        ..Event::default()
    })
}

/// A select of quotes with their owner's row first; a revision that is the newest is left out.
pub(super) fn quotes_sql(table: &str, owner: &str, rest: &str) -> String {
    format!(
        "SELECT q.{owner}, a.key, nullif(q.rev, (SELECT max(t.rev) FROM article_text t WHERE t.article = q.article \
         AND {})), q.first, q.past, q.exact, q.prefix, q.suffix, q.says, q.private \
         FROM {table} q JOIN article a ON a.id = q.article WHERE {rest}",
        live!("t.batch")
    )
}

pub(super) fn quote_of(row: &Row<'_>) -> Result<Quote, StoreError> {
    let place: (Option<i64>, Option<i64>) = (row.get(3)?, row.get(4)?);
    let scalar = |number: i64| usize::try_from(number).unwrap_or(0);
    let says: Option<String> = row.get(8)?;
    Ok(Quote {
        article: row.get(1)?,
        rev: row.get(2)?,
        place: place.0.zip(place.1).map(|(first, past)| (scalar(first), scalar(past))),
        exact: row.get(5)?,
        prefix: row.get(6)?,
        suffix: row.get(7)?,
        says: says.map(|text| serde_json::from_str(&text).map(case_json::says_from)).transpose()?,
        private: row.get(9)?,
    })
}
