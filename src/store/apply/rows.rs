//! Rows: what an edit changes in the tables, kept as steps that can be walked both ways.
//!
//! A [`Watch`] is told before an edit which rows it may change, and looks at them again afterwards: the difference is
//! the edit, and its inverse. The drawing table and the search tables are derived and never watched.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql, params_from_iter};
use serde::{Deserialize, Serialize};

use crate::store::error::StoreError;

/// A table whose rows are kept in the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Table {
    Event,
    EventLane,
    EventDate,
    EventEntity,
    Tag,
    Quote,
    Link,
    LinkQuote,
    Lane,
    Kind,
    Entity,
    Alias,
    Article,
    ArticleText,
    Candidate,
    NotSame,
}

/// A row's key: its number, or its owner's and its place among the owner's.
pub(super) type Key = (i64, i64);

/// Values by column.
type Row = BTreeMap<String, Cell>;

/// A value of a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Cell {
    Null,
    Int(i64),
    Real(f64),
    Text(String),
}

/// A change to one row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum RowStep {
    Gone(Table, Key),
    /// Only the columns that change.
    Set(Table, Key, Row),
    Put(Table, Row),
}

impl Table {
    /// What it is called in the file.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::EventLane => "event_lane",
            Self::EventDate => "event_date",
            Self::EventEntity => "event_entity",
            Self::Tag => "tag",
            Self::Quote => "quote",
            Self::Link => "link",
            Self::LinkQuote => "link_quote",
            Self::Lane => "lane",
            Self::Kind => "kind",
            Self::Entity => "entity",
            Self::Alias => "alias",
            Self::Article => "article",
            Self::ArticleText => "article_text",
            Self::Candidate => "candidate",
            Self::NotSame => "not_same",
        }
    }

    /// The columns of its key.
    fn key(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::EventLane | Self::EventDate | Self::EventEntity | Self::Tag | Self::Quote => {
                ("event", Some("pos"))
            }
            Self::LinkQuote => ("link", Some("pos")),
            Self::Alias => ("entity", Some("pos")),
            Self::ArticleText => ("article", Some("rev")),
            Self::Kind => ("pos", None),
            _ => ("id", None),
        }
    }

    /// Whether its rows are part of an event, by the first part of their key.
    pub(super) fn is_of_events(self) -> bool {
        matches!(
            self,
            Self::Event | Self::EventLane | Self::EventDate | Self::EventEntity | Self::Tag | Self::Quote
        )
    }

    fn key_in(self, row: &Row) -> Option<Key> {
        let number = |column: &str| match row.get(column) {
            Some(Cell::Int(number)) => Some(*number),
            _ => None,
        };
        let (first, second) = self.key();
        Some((number(first)?, second.map_or(Some(0), number)?))
    }
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Real(number) => ValueRef::Real(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

impl RowStep {
    /// The table, and the key of the row where the step names one.
    pub(super) fn place(&self) -> (Table, Option<Key>) {
        match self {
            Self::Gone(table, key) | Self::Set(table, key, _) => (*table, Some(*key)),
            Self::Put(table, row) => (*table, table.key_in(row)),
        }
    }

    /// Whether it changes a column, or the whole row.
    pub(super) fn touches(&self, column: &str) -> bool {
        match self {
            Self::Set(_, _, row) => row.contains_key(column),
            Self::Gone(..) | Self::Put(..) => true,
        }
    }

    /// Does the step.
    fn take(&self, connection: &Connection) -> Result<(), StoreError> {
        let (sql, cells): (String, Vec<&Cell>) = match self {
            Self::Gone(table, key) => return gone(connection, *table, *key),
            Self::Put(table, row) => {
                let names = names(row)?;
                let places = vec!["?"; names.len()].join(", ");
                (
                    format!("INSERT INTO {} ({}) VALUES ({places})", table.name(), names.join(", ")),
                    row.values().collect(),
                )
            }
            Self::Set(table, key, row) => {
                let set: Vec<String> = names(row)?.iter().map(|name| format!("{name} = ?")).collect();
                (
                    format!("UPDATE {} SET {} WHERE {}", table.name(), set.join(", "), of_key(*table, *key)),
                    row.values().collect(),
                )
            }
        };
        connection.prepare_cached(&sql)?.execute(params_from_iter(cells))?;
        Ok(())
    }
}

fn gone(connection: &Connection, table: Table, key: Key) -> Result<(), StoreError> {
    let sql = format!("DELETE FROM {} WHERE {}", table.name(), of_key(table, key));
    connection.execute(&sql, [])?;
    Ok(())
}

fn of_key(table: Table, key: Key) -> String {
    match table.key() {
        (first, None) => format!("{first} = {}", key.0),
        (first, Some(second)) => format!("{first} = {} AND {second} = {}", key.0, key.1),
    }
}

/// The names of columns, which come from a file: plain ones only.
fn names(row: &Row) -> Result<Vec<&str>, StoreError> {
    let plain = |name: &&String| {
        name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    };
    if row.is_empty() || !row.keys().all(|name| plain(&name)) {
        return Err(StoreError::Content("a step of the history names no column of a case".to_owned()));
    }
    Ok(row.keys().map(String::as_str).collect())
}

/// Does all steps: what goes makes room for what comes.
pub(super) fn take_all(connection: &Connection, steps: &[RowStep]) -> Result<(), StoreError> {
    let rank = |step: &&RowStep| match step {
        RowStep::Gone(..) => 0,
        RowStep::Set(..) => 1,
        RowStep::Put(..) => 2,
    };
    let mut ordered: Vec<&RowStep> = steps.iter().collect();
    ordered.sort_by_key(rank);
    ordered.into_iter().try_for_each(|step| step.take(connection))
}

/// Looks at rows before and after an edit.
#[derive(Debug)]
pub(super) struct Watch<'c> {
    connection: &'c Connection,
    asked: BTreeSet<(Table, &'static str, i64)>,
    before: BTreeMap<(Table, Key), Row>,
}

impl<'c> Watch<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection, asked: BTreeSet::new(), before: BTreeMap::new() }
    }

    /// Keeps the rows of a table with that number in a column as they are now, before they are changed.
    pub(super) fn on(&mut self, table: Table, column: &'static str, number: i64) -> Result<(), StoreError> {
        if self.asked.insert((table, column, number)) {
            for (key, row) in rows(self.connection, table, column, number)? {
                // What was looked at before stays as it was then.
                self.before.entry((table, key)).or_insert(row);
            }
        }
        Ok(())
    }

    /// Keeps all parts of an event, and the event itself.
    pub(super) fn event(&mut self, event: i64) -> Result<(), StoreError> {
        self.on(Table::Event, "id", event)?;
        for part in [Table::EventLane, Table::EventDate, Table::EventEntity, Table::Tag, Table::Quote] {
            self.on(part, "event", event)?;
        }
        Ok(())
    }

    /// Rows that the edit has just made.
    pub(super) fn born(&mut self, table: Table, column: &'static str, number: i64) {
        self.asked.insert((table, column, number));
    }

    /// A new event with all its parts.
    pub(super) fn born_event(&mut self, event: i64) {
        self.born(Table::Event, "id", event);
        for part in [Table::EventLane, Table::EventDate, Table::EventEntity, Table::Tag, Table::Quote] {
            self.born(part, "event", event);
        }
    }

    /// What has changed since: the steps, and those that lead back.
    pub(super) fn close(self) -> Result<(Vec<RowStep>, Vec<RowStep>), StoreError> {
        let Self { connection, asked, mut before } = self;
        let (mut forward, mut back) = (Vec::new(), Vec::new());
        let mut seen: BTreeSet<(Table, Key)> = BTreeSet::new();
        for (table, column, number) in asked {
            for (key, now) in rows(connection, table, column, number)? {
                if !seen.insert((table, key)) {
                    continue;
                }
                let Some(was) = before.remove(&(table, key)) else {
                    forward.push(RowStep::Put(table, now));
                    back.push(RowStep::Gone(table, key));
                    continue;
                };
                let changed = |this: &Row, other: &Row| -> Row {
                    let differs = |(name, cell): &(&String, &Cell)| other.get(*name) != Some(*cell);
                    this.iter().filter(differs).map(|(name, cell)| (name.clone(), cell.clone())).collect()
                };
                if was != now {
                    forward.push(RowStep::Set(table, key, changed(&now, &was)));
                    back.push(RowStep::Set(table, key, changed(&was, &now)));
                }
            }
        }
        for ((table, key), was) in before {
            forward.push(RowStep::Gone(table, key));
            back.push(RowStep::Put(table, was));
        }
        Ok((forward, back))
    }
}

fn rows(
    connection: &Connection,
    table: Table,
    column: &'static str,
    number: i64,
) -> Result<Vec<(Key, Row)>, StoreError> {
    let sql = format!("SELECT * FROM {} WHERE {column} = ?1", table.name());
    let mut select = connection.prepare_cached(&sql)?;
    let names: Vec<String> = select.column_names().map(ToOwned::to_owned).collect();
    let mut found = select.query([number])?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        let mut cells = Row::new();
        for (at, name) in names.iter().enumerate() {
            let cell = match row.get_ref(at)? {
                ValueRef::Null | ValueRef::Blob(_) => Cell::Null,
                ValueRef::Integer(number) => Cell::Int(number),
                ValueRef::Real(number) => Cell::Real(number),
                ValueRef::Text(text) => Cell::Text(String::from_utf8_lossy(text).into_owned()),
            };
            cells.insert(name.clone(), cell);
        }
        let key = table.key_in(&cells).ok_or_else(|| {
            StoreError::Content(format!("a row of the table {:?} without a key", table.name()))
        })?;
        rows.push((key, cells));
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_names_more_than_a_column_is_refused() {
        let connection = Connection::open_in_memory().expect("memory");
        connection.execute_batch("CREATE TABLE tag (event, pos, name)").expect("made");
        let row = Row::from([("name) SELECT 1; --".to_owned(), Cell::Int(1))]);
        let steps = [RowStep::Put(Table::Tag, row.clone()), RowStep::Set(Table::Tag, (1, 0), row)];
        for step in steps {
            assert!(take_all(&connection, &[step]).is_err());
        }
    }

    #[test]
    fn what_was_watched_can_be_walked_both_ways() {
        let connection = Connection::open_in_memory().expect("memory");
        connection
            .execute_batch(
                "CREATE TABLE tag (event, pos, name); INSERT INTO tag VALUES (1,0,'a'), (1,1,'b'), (2,0,'x')",
            )
            .expect("made");
        let names = || -> String {
            let sql = "SELECT group_concat(event || pos || name, ' ' ORDER BY event, pos) FROM tag";
            connection.query_row(sql, [], |row| row.get(0)).expect("read")
        };
        let mut watch = Watch::new(&connection);
        watch.on(Table::Tag, "event", 1).expect("watched");
        connection
            .execute_batch("DELETE FROM tag WHERE pos = 1; UPDATE tag SET name = 'c' WHERE event = 1; INSERT INTO tag VALUES (1,5,'d')")
            .expect("changed");
        let (forward, back) = watch.close().expect("looked at");
        assert_eq!((names().as_str(), forward.len(), back.len()), ("10c 15d 20x", 3, 3));
        let kept: Vec<RowStep> =
            serde_json::from_str(&serde_json::to_string(&back).expect("text")).expect("steps");
        take_all(&connection, &kept).expect("back");
        assert_eq!(names(), "10a 11b 20x");
        take_all(&connection, &forward).expect("again");
        assert_eq!(names(), "10c 15d 20x");
    }
}
