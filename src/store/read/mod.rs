//! Events, articles and the rest of a case, as plain values.

mod after;
mod alike;
mod columns;
mod events;
mod facets;
mod facets_after;
mod lists;
mod scan;
mod shelf;
mod summary;

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};

use super::error::StoreError;
use super::open::Store;
use crate::model::{Article, CaseContent, Entity, Event, EventId, Quote, Stamp, View};

pub use alike::Support;
pub use lists::ArticleHeading;
pub use summary::Summary;

pub(super) use events::{code, event_row, events_between};
pub(super) use lists::{
    articles_between, candidates, declared_lanes, entities, kinds, links, own_kinds, views, write_views,
    zone_seconds,
};

/// The condition that a row's import has not been taken back.
macro_rules! live {
    ($batch:literal) => {
        concat!($batch, " NOT IN (SELECT id FROM batch WHERE dead = 1)")
    };
}
pub(super) use live;

impl Store {
    /// The case's title.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn title(&self) -> Result<String, StoreError> {
        Ok(self.meta("title")?.unwrap_or_default())
    }

    /// Whole events in the order asked for; ids that the case does not have are left out.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn events(&self, ids: &[EventId]) -> Result<Vec<Event>, StoreError> {
        let mut found: BTreeMap<EventId, Event> = BTreeMap::new();
        self.at_once(|| {
            for (first, last) in runs(ids) {
                let events = events_between(&self.connection, first, last)?;
                found.extend(events.into_iter().map(|event| (event.id, event)));
            }
            Ok::<_, StoreError>(())
        })?;
        Ok(ids.iter().filter_map(|id| found.get(id).cloned()).collect())
    }

    /// Does several reads as one: the case does not change between them, and the file is locked and looked at once
    /// instead of for each.
    ///
    /// # Errors
    /// Fails where the file can't be read, or as the reads do.
    pub fn at_once<T, E: From<StoreError>>(&self, read: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        if !self.connection.is_autocommit() {
            return read();
        }
        let reading = self.connection.unchecked_transaction().map_err(StoreError::from)?;
        let found = read()?;
        reading.finish().map_err(StoreError::from)?;
        Ok(found)
    }

    /// The events without a date.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn undated(&self) -> Result<Vec<EventId>, StoreError> {
        // They stand at the end of their lanes in the drawing table, where a scan of all events would be long.
        let sql = "SELECT DISTINCT m.event FROM lane l CROSS JOIN mark m ON m.lane = l.id AND m.t0 = ?1 \
                   JOIN event e ON e.id = m.event WHERE e.moment IS NULL ORDER BY m.event";
        self.ids(sql, [Stamp::MAX.0])
    }

    /// The events that are marked private.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn private_events(&self) -> Result<Vec<EventId>, StoreError> {
        self.ids(concat!("SELECT id FROM event WHERE private = 1 AND ", live!("batch"), " ORDER BY id"), [])
    }

    /// The rows of events by their keys.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn event_ids(&self, keys: &[String]) -> Result<Vec<Option<EventId>>, StoreError> {
        keys.iter().map(|key| Ok(event_row(&self.connection, key)?.map(EventId))).collect()
    }

    /// The keys of events by their rows; none for one that is not there.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn event_keys(&self, ids: &[EventId]) -> Result<Vec<Option<String>>, StoreError> {
        let sql = "SELECT id, key FROM event WHERE id BETWEEN ?1 AND ?2 ORDER BY id";
        // Rows come in their order, and each goes to its places.
        let mut places: Vec<(i64, usize)> = ids.iter().enumerate().map(|(at, id)| (id.0, at)).collect();
        places.sort_unstable();
        let mut keys = vec![None; ids.len()];
        let mut at = 0;
        self.at_once(|| {
            let mut select = self.connection.prepare_cached(sql)?;
            for run in places.chunk_by(|(one, _), (next, _)| next.saturating_sub(*one) <= 1) {
                let (Some((first, _)), Some((last, _))) = (run.first(), run.last()) else { continue };
                let mut rows = select.query((first, last))?;
                while let Some(row) = rows.next()? {
                    let id: i64 = row.get(0)?;
                    at += places[at..].iter().take_while(|(wanted, _)| *wanted < id).count();
                    for (_, place) in places[at..].iter().take_while(|(wanted, _)| *wanted == id) {
                        let key = row.get_ref(1)?.as_str_or_null().unwrap_or_default();
                        keys[*place] = Some(key.map_or_else(|| format!("e{id}"), str::to_owned));
                    }
                }
            }
            Ok::<_, StoreError>(())
        })?;
        Ok(keys)
    }

    /// The events of an entity in order of time, undated ones first.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn thread(&self, entity_key: &str) -> Result<Vec<EventId>, StoreError> {
        // An event whose start nobody knows stands where it ends.
        let sql = concat!(
            "SELECT DISTINCT e.id FROM event_entity p JOIN entity n ON n.id = p.entity ",
            "JOIN event e ON e.id = p.event WHERE n.key = ?1 AND ",
            live!("e.batch"),
            " ORDER BY e.moment IS NOT NULL, iif(e.t0 = -9223372036854775808, e.t1, e.t0), e.t1, e.id"
        );
        self.ids(sql, [entity_key])
    }

    fn ids(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<EventId>, StoreError> {
        let mut select = self.connection.prepare_cached(sql)?;
        let rows = select.query_map(params, |row| row.get(0).map(EventId))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// All entities.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn entities(&self) -> Result<Vec<Entity>, StoreError> {
        entities(&self.connection)
    }

    /// An article with all its texts.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn article(&self, key: &str) -> Result<Option<Article>, StoreError> {
        article(&self.connection, key)
    }

    /// All articles without their texts.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn articles(&self) -> Result<Vec<ArticleHeading>, StoreError> {
        articles_between(&self.connection, i64::MIN, i64::MAX, false)
    }

    /// The quotes of events that stand in an article.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn quotes_of(&self, article_key: &str) -> Result<Vec<(EventId, Quote)>, StoreError> {
        let sql = concat!(
            "SELECT DISTINCT q.event FROM quote q JOIN article a ON a.id = q.article ",
            "JOIN event e ON e.id = q.event WHERE a.key = ?1 AND ",
            live!("e.batch"),
            " ORDER BY q.event"
        );
        let events = self.events(&self.ids(sql, [article_key])?)?;
        let quotes = events.into_iter().flat_map(|event| {
            let id = event.id;
            event.quotes.into_iter().map(move |quote| (id, quote))
        });
        Ok(quotes.filter(|(_, quote)| quote.article == article_key).collect())
    }

    /// The saved views.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn views(&self) -> Result<Vec<View>, StoreError> {
        views(&self.connection)
    }

    /// Puts these views in the place of the saved ones; not a matter of history.
    ///
    /// # Errors
    /// Fails where the file can't be written.
    pub fn put_views(&mut self, views: &[View]) -> Result<(), StoreError> {
        let transaction = super::open::begin_write(&mut self.connection)?;
        write_views(&transaction, views)?;
        transaction.commit()?;
        Ok(())
    }

    /// The whole case.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn content(&self) -> Result<CaseContent, StoreError> {
        let connection = &self.connection;
        let articles = articles_between(connection, i64::MIN, i64::MAX, true)?;
        Ok(CaseContent {
            title: self.title()?,
            zone: self.meta("zone")?,
            lanes: declared_lanes(connection)?,
            kinds: own_kinds(connection)?,
            entities: entities(connection)?,
            articles: articles.into_iter().map(|heading| heading.article).collect(),
            events: events_between(connection, i64::MIN, i64::MAX)?,
            links: links(connection, None)?.into_iter().map(|(_, _, link)| link).collect(),
            candidates: candidates(connection)?,
            not_same: lists::not_same(connection)?,
            views: views(connection)?,
        })
    }
}

/// First and last of rows that lie side by side: they are read in one go.
fn runs(ids: &[EventId]) -> Vec<(i64, i64)> {
    let mut rows: Vec<i64> = ids.iter().map(|id| id.0).collect();
    rows.sort_unstable();
    let runs = rows.chunk_by(|one, next| next.saturating_sub(*one) <= 1);
    runs.filter_map(|run| Some((*run.first()?, *run.last()?))).collect()
}

/// An article with all its texts.
pub(super) fn article(connection: &Connection, key: &str) -> Result<Option<Article>, StoreError> {
    let sql = concat!("SELECT id FROM article WHERE key = ?1 AND ", live!("batch"));
    let row: Option<i64> = connection.prepare_cached(sql)?.query_row([key], |row| row.get(0)).optional()?;
    let Some(row) = row else { return Ok(None) };
    Ok(articles_between(connection, row, row, true)?.pop().map(|heading| heading.article))
}
