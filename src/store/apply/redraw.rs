//! What follows from the rows: drawing table and search tables, taken out before a change and written after it.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::batch;
use super::pen::Pen;
use super::rows::{RowStep, Table};
use crate::model::EventId;
use crate::store::drawing;
use crate::store::error::StoreError;
use crate::store::read;

/// Events and articles of which derived tables are to be written anew.
#[derive(Debug, Default)]
pub(super) struct Stale {
    events: BTreeSet<i64>,
    articles: BTreeSet<i64>,
    zone: bool,
}

impl Stale {
    /// Of events whose words, dates, lanes or sources change.
    pub(super) fn events(events: impl IntoIterator<Item = i64>) -> Self {
        Self { events: events.into_iter().collect(), ..Self::default() }
    }

    /// Of an article whose words change, and not the day that it dates its events by.
    pub(super) fn heading(article: i64) -> Self {
        Self { articles: BTreeSet::from([article]), ..Self::default() }
    }

    /// Of an article that dates its events by another day, or not at all.
    pub(super) fn article(connection: &Connection, article: i64) -> Result<Self, StoreError> {
        let mut stale = Self { articles: BTreeSet::from([article]), ..Self::default() };
        stale.add_quoting(connection, article)?;
        Ok(stale)
    }

    /// Of a case that gets another zone: whatever names an hour without an offset, or has a source that does.
    pub(super) fn zone(connection: &Connection) -> Result<Self, StoreError> {
        let sql = "SELECT id FROM event WHERE moment LIKE '%T%' \
                   UNION SELECT event FROM event_date WHERE moment LIKE '%T%' \
                   UNION SELECT event FROM quote WHERE article IN \
                   (SELECT id FROM article WHERE published LIKE '%T%' OR retrieved LIKE '%T%')";
        Ok(Self { events: rows(connection, sql, [])?, zone: true, ..Self::default() })
    }

    /// Of kinds that change their places among the case's own.
    pub(super) fn own_kinds(pen: &Pen<'_>) -> Result<Self, StoreError> {
        let mut stale = Self::default();
        for kind in pen.kinds.own() {
            let sql = "SELECT id FROM event WHERE kind = ?1";
            stale.events.extend(rows(pen.connection, sql, [&kind.id])?);
        }
        Ok(stale)
    }

    /// Of steps that are about to be taken.
    pub(super) fn of(
        pen: &Pen<'_>,
        steps: &[RowStep],
        batch: Option<i64>,
        zone: bool,
    ) -> Result<Self, StoreError> {
        let connection = pen.connection;
        let mut stale = if zone { Self::zone(connection)? } else { Self::default() };
        let mut kinds = false;
        for step in steps {
            let (table, key) = step.place();
            let Some((first, _)) = key else { continue };
            match table {
                table if table.is_of_events() => {
                    stale.events.insert(first);
                }
                Table::Article | Table::ArticleText => {
                    stale.articles.insert(first);
                    if ["published", "retrieved", "batch"].iter().any(|column| step.touches(column)) {
                        stale.add_quoting(connection, first)?;
                    }
                }
                Table::Kind => kinds |= step.touches("pos"),
                _ => {}
            }
        }
        if kinds {
            stale.events.extend(Self::own_kinds(pen)?.events);
        }
        if let Some(batch) = batch {
            stale.events.extend(rows(connection, "SELECT id FROM event WHERE batch = ?1", [batch])?);
            stale.articles.extend(batch::articles_of(connection, batch)?);
        }
        Ok(stale)
    }

    fn add_quoting(&mut self, connection: &Connection, article: i64) -> Result<(), StoreError> {
        let sql = "SELECT event FROM quote WHERE article = ?1";
        self.events.extend(rows(connection, sql, [article])?);
        Ok(())
    }

    /// The events of which derived tables are written.
    pub(super) fn touched(&self) -> BTreeSet<i64> {
        self.events.clone()
    }

    /// Takes out what stands in the derived tables, while the rows are still as they were.
    pub(super) fn erase(&self, pen: &mut Pen<'_>) -> Result<(), StoreError> {
        self.each(pen, |pen, event| {
            pen.erase_words(event)?;
            pen.erase_marks(event)
        })?;
        batch::erase_articles(pen.connection, &self.list())
    }

    /// Writes the derived tables for the rows as they are now.
    pub(super) fn write(&self, pen: &mut Pen<'_>) -> Result<(), StoreError> {
        pen.dip()?;
        let zone = pen.zone;
        self.each(pen, |pen, event| {
            if self.zone {
                let (t0, t1) = drawing::ends(event, zone);
                let sql = "UPDATE event SET t0 = ?2, t1 = ?3 WHERE id = ?1";
                pen.connection.prepare_cached(sql)?.execute([event.id.0, t0.0, t1.0])?;
            }
            pen.draw(event.id.0, event)?;
            pen.write_words(event.id.0, event)
        })?;
        batch::write_articles(pen.connection, &self.list())
    }

    fn list(&self) -> Vec<i64> {
        self.articles.iter().copied().collect()
    }

    fn each(
        &self,
        pen: &mut Pen<'_>,
        mut call: impl FnMut(&mut Pen<'_>, &crate::model::Event) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let ids: Vec<EventId> = self.events.iter().copied().map(EventId).collect();
        batch::each_run(&ids, |from, to| {
            for event in read::events_between(pen.connection, from, to)? {
                call(pen, &event)?;
            }
            Ok(())
        })
    }
}

fn rows(
    connection: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
) -> Result<BTreeSet<i64>, StoreError> {
    let mut select = connection.prepare_cached(sql)?;
    let rows = select.query_map(params, |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
