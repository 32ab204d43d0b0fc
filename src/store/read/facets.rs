//! What filters ask of all events, read as columns: a scan of each table that holds a part.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::events::code_at;
use super::lists::{kinds, lane_code};
use super::{Store, StoreError, live};
use crate::model::{EventId, FacetRow, Facets, KindIndex, LaneCode, Lists, OTHER, Role, Roles, Stamp};

impl Store {
    /// What filters ask of the case's events, sorted by event.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn facets(&self) -> Result<Facets, StoreError> {
        let connection = &self.connection;
        let rows = rows(connection)?;
        let (lanes, lanes_of) = lanes(connection, &rows)?;
        let entity = "SELECT p.event, n.key FROM event_entity p JOIN entity n ON n.id = p.entity ORDER BY p.event, p.pos";
        let (entities, entities_of) = names(connection, &rows, entity)?;
        let (tags, tags_of) = names(connection, &rows, "SELECT event, name FROM tag ORDER BY event, pos")?;
        let article =
            "SELECT q.event, a.key FROM quote q JOIN article a ON a.id = q.article ORDER BY q.event, q.pos";
        let (articles, articles_of) = names(connection, &rows, article)?;
        Ok(Facets { rows, lanes, lanes_of, entities, entities_of, tags, tags_of, articles, articles_of })
    }
}

fn rows(connection: &Connection) -> Result<Vec<FacetRow>, StoreError> {
    let kinds = kinds(connection)?;
    let other = kinds.index_of(OTHER).unwrap_or(KindIndex(0));
    let sql = concat!(
        "SELECT id, kind, status, t0, t1, count_min, count_max, EXISTS (SELECT 1 FROM quote q ",
        "WHERE q.event = event.id AND q.exact IS NOT NULL) FROM event WHERE ",
        live!("batch"),
        " ORDER BY id"
    );
    let mut select = connection.prepare_cached(sql)?;
    let mut read = select.query([])?;
    let mut rows = Vec::new();
    while let Some(row) = read.next()? {
        let kind = row.get_ref(1)?.as_str().unwrap_or_default();
        let number = |value: i64| u64::try_from(value).unwrap_or(0);
        let (min, max): (Option<i64>, Option<i64>) = (row.get(5)?, row.get(6)?);
        rows.push(FacetRow {
            event: EventId(row.get(0)?),
            kind: kinds.index_of(kind).unwrap_or(other),
            status: code_at(row, 2)?,
            t0: Stamp(row.get(3)?),
            t1: Stamp(row.get(4)?),
            count: min.map(|min| (number(min), max.map(number))),
            quoted: row.get(7)?,
        });
    }
    Ok(rows)
}

type LanesOf = (Vec<LaneCode>, Lists<(u32, Roles)>);

fn lanes(connection: &Connection, rows: &[FacetRow]) -> Result<LanesOf, StoreError> {
    let sql = "SELECT p.event, l.code, p.role FROM event_lane p JOIN lane l ON l.id = p.lane \
               ORDER BY p.event, p.pos";
    let mut select = connection.prepare_cached(sql)?;
    let mut read = select.query([])?;
    let mut codes = Names::default();
    let mut filler: Filler<'_, (u32, Roles)> = Filler::new(rows);
    while let Some(row) = read.next()? {
        let number = codes.number_of(row.get_ref(1)?.as_str().unwrap_or_default());
        let role: Role = code_at(row, 2)?;
        let Some(of) = filler.at(row.get(0)?) else { continue };
        match of.iter_mut().find(|(lane, _)| *lane == number) {
            Some((_, roles)) => *roles = roles.with(role),
            None => of.push((number, Roles::default().with(role))),
        }
    }
    let codes = codes.names.iter().map(|code| lane_code(code)).collect::<Result<_, _>>()?;
    Ok((codes, filler.done()))
}

/// Names of a table and their rows; each name once a row.
fn names(
    connection: &Connection,
    rows: &[FacetRow],
    sql: &str,
) -> Result<(Vec<String>, Lists<u32>), StoreError> {
    let mut select = connection.prepare_cached(sql)?;
    let mut read = select.query([])?;
    let mut names = Names::default();
    let mut filler = Filler::new(rows);
    while let Some(row) = read.next()? {
        let number = names.number_of(row.get_ref(1)?.as_str().unwrap_or_default());
        if let Some(of) = filler.at(row.get(0)?).filter(|of| !of.contains(&number)) {
            of.push(number);
        }
    }
    Ok((names.names, filler.done()))
}

/// Names by the numbers of their first use.
#[derive(Default)]
struct Names {
    names: Vec<String>,
    numbers: BTreeMap<String, u32>,
}

impl Names {
    fn number_of(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }
}

/// Fills the lists of rows from a scan that is sorted by event, too; events that are no rows are passed over.
struct Filler<'a, T> {
    rows: &'a [FacetRow],
    lists: Lists<T>,
    at: usize,
    open: Vec<T>,
}

impl<'a, T> Filler<'a, T> {
    fn new(rows: &'a [FacetRow]) -> Self {
        Self { rows, lists: Lists::default(), at: 0, open: Vec::new() }
    }

    /// The list of an event, open for more.
    fn at(&mut self, event: i64) -> Option<&mut Vec<T>> {
        while self.rows.get(self.at).is_some_and(|row| row.event.0 < event) {
            self.close();
        }
        self.rows.get(self.at).filter(|row| row.event.0 == event).map(|_| &mut self.open)
    }

    fn close(&mut self) {
        self.lists.push(self.open.drain(..));
        self.at += 1;
    }

    fn done(mut self) -> Lists<T> {
        while self.at < self.rows.len() {
            self.close();
        }
        self.lists
    }
}
