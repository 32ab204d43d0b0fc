//! What filters ask of all events, read as columns: a scan of each table that holds a part.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::events::{code_at, code_or_none, events_between};
use super::lists::{kinds, lane_code, zone_seconds};
use super::{Store, StoreError, live};
use crate::model::{
    Event, EventId, FacetRow, Facets, KindIndex, LaneCode, Lists, OTHER, Role, Roles, Saying, Stamp, When,
    host_of,
};
use crate::store::drawing;

/// First and last row.
type Rows = (i64, i64);

impl Store {
    /// What filters ask of the case's events, sorted by event.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn facets(&self) -> Result<Facets, StoreError> {
        self.facets_between((i64::MIN, i64::MAX))
    }

    /// The same of the events whose rows lie between two.
    pub(super) fn facets_between(&self, span: Rows) -> Result<Facets, StoreError> {
        let connection = &self.connection;
        let mut rows = rows(connection, span)?;
        let (lanes, lanes_of) = lanes(connection, &rows, span)?;
        let entity = "SELECT p.event, n.key FROM event_entity p JOIN entity n ON n.id = p.entity \
                      WHERE p.event BETWEEN ?1 AND ?2 ORDER BY p.event, p.pos";
        let (entities, entities_of) = names(connection, &rows, entity, span)?;
        let tag = "SELECT event, name FROM tag WHERE event BETWEEN ?1 AND ?2 ORDER BY event, pos";
        let (tags, tags_of) = names(connection, &rows, tag, span)?;
        let article = "SELECT q.event, a.key FROM quote q JOIN article a ON a.id = q.article \
                       WHERE q.event BETWEEN ?1 AND ?2 ORDER BY q.event, q.pos";
        let (articles, articles_of) = names(connection, &rows, article, span)?;
        let (sites, sites_of) = sites(connection, &rows, span)?;
        let sayings = sayings(connection, &mut rows, span)?;
        Ok(Facets {
            rows,
            lanes,
            lanes_of,
            entities,
            entities_of,
            tags,
            tags_of,
            articles,
            articles_of,
            sites,
            sites_of,
            sayings,
        })
    }
}

fn rows(connection: &Connection, span: Rows) -> Result<Vec<FacetRow>, StoreError> {
    let kinds = kinds(connection)?;
    let other = kinds.index_of(OTHER).unwrap_or(KindIndex(0));
    let sql = concat!(
        "SELECT id, kind, status, t0, t1, count_min, count_max, EXISTS (SELECT 1 FROM quote q ",
        "WHERE q.event = event.id AND q.exact IS NOT NULL), EXISTS (SELECT 1 FROM quote q ",
        "WHERE q.event = event.id) FROM event WHERE ",
        live!("batch"),
        " AND id BETWEEN ?1 AND ?2 ORDER BY id"
    );
    let mut select = connection.prepare_cached(sql)?;
    let mut read = select.query(span)?;
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
            cited: row.get(8)?,
            differs: false,
        });
    }
    Ok(rows)
}

type LanesOf = (Vec<LaneCode>, Lists<(u32, Roles)>);

fn lanes(connection: &Connection, rows: &[FacetRow], span: Rows) -> Result<LanesOf, StoreError> {
    let sql = "SELECT p.event, l.code, p.role FROM event_lane p JOIN lane l ON l.id = p.lane \
               WHERE p.event BETWEEN ?1 AND ?2 ORDER BY p.event, p.pos";
    let mut select = connection.prepare_cached(sql)?;
    let mut read = select.query(span)?;
    let mut codes = Names::default();
    let mut filler: Filler<'_, (u32, Roles)> = Filler::new(rows);
    while let Some(row) = read.next()? {
        let role: Role = code_at(row, 2)?;
        let Some(of) = filler.at(row.get(0)?) else { continue };
        let number = codes.number_of(row.get_ref(1)?.as_str().unwrap_or_default());
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
    span: Rows,
) -> Result<(Vec<String>, Lists<u32>), StoreError> {
    let mut select = connection.prepare_cached(sql)?;
    let mut read = select.query(span)?;
    let mut names = Names::default();
    let mut filler = Filler::new(rows);
    while let Some(row) = read.next()? {
        // Names of events that are in the case no longer are none of its.
        let Some(of) = filler.at(row.get(0)?) else { continue };
        let number = names.number_of(row.get_ref(1)?.as_str().unwrap_or_default());
        if !of.contains(&number) {
            of.push(number);
        }
    }
    Ok((names.names, filler.done()))
}

/// The sites of the articles that events quote: as the article names it, else the host of its address.
fn sites(
    connection: &Connection,
    rows: &[FacetRow],
    span: Rows,
) -> Result<(Vec<String>, Lists<u32>), StoreError> {
    let sql = "SELECT q.event, a.site, a.url FROM quote q JOIN article a ON a.id = q.article \
               WHERE q.event BETWEEN ?1 AND ?2 ORDER BY q.event, q.pos";
    let mut select = connection.prepare_cached(sql)?;
    let mut read = select.query(span)?;
    let mut names = Names::default();
    let mut filler = Filler::new(rows);
    while let Some(row) = read.next()? {
        let site = row.get_ref(1)?.as_str_or_null().unwrap_or_default();
        let url = row.get_ref(2)?.as_str_or_null().unwrap_or_default();
        let Some(site) = site.filter(|site| !site.is_empty()).or_else(|| url.and_then(host_of)) else {
            continue;
        };
        let Some(of) = filler.at(row.get(0)?) else { continue };
        let number = names.number_of(site);
        if !of.contains(&number) {
            of.push(number);
        }
    }
    Ok((names.names, filler.done()))
}

/// Looks into the events of which a quote says something of its own: whether they differ, and what was said when.
fn sayings(connection: &Connection, rows: &mut [FacetRow], span: Rows) -> Result<Vec<Saying>, StoreError> {
    let zone = zone_seconds(connection)?;
    let mut select = connection.prepare_cached(
        "SELECT DISTINCT event FROM quote WHERE says IS NOT NULL AND event BETWEEN ?1 AND ?2",
    )?;
    let mut said: Vec<i64> = select.query_map(span, |row| row.get(0))?.collect::<Result<_, _>>()?;
    said.sort_unstable();
    let mut sayings = Vec::new();
    for event in said {
        let Ok(at) = rows.binary_search_by_key(&EventId(event), |row| row.event) else { continue };
        let Some(event) = events_between(connection, event, event)?.pop() else { continue };
        rows[at].differs = event.differences().any();
        let mut own = said_of(connection, &event, zone)?;
        if own.iter().any(|saying| saying.status != event.status) {
            own.sort_by_key(|saying| saying.clock);
            sayings.append(&mut own);
        }
    }
    Ok(sayings)
}

/// What each dated source says of an event's status, in the order of its quotes.
fn said_of(connection: &Connection, event: &Event, zone: i64) -> Result<Vec<Saying>, StoreError> {
    let reported = drawing::reported(event, zone);
    let sql = "SELECT published, retrieved FROM article WHERE key = ?1";
    let mut select = connection.prepare_cached(sql)?;
    let mut said = Vec::new();
    for quote in &event.quotes {
        let dates: [Option<When>; 2] = {
            let mut found = select.query([&quote.article])?;
            match found.next()? {
                Some(row) => [code_or_none(row, 0)?, code_or_none(row, 1)?],
                None => [None, None],
            }
        };
        let clock = dates.into_iter().flatten().find_map(|date| drawing::clock(&date, zone)).or(reported);
        let status = quote.says.as_ref().and_then(|says| says.status).unwrap_or(event.status);
        said.extend(clock.map(|clock| Saying { event: event.id, clock, status }));
    }
    Ok(said)
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
