//! What stands around one event or article: its ties, and how many quotes lean on it.

use std::collections::BTreeMap;

use super::{links, live};
use crate::model::{EventId, Link};
use crate::store::error::StoreError;
use crate::store::open::Store;

impl Store {
    /// The ties from an event and to it, each with the other event.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn links_of(&self, event: EventId) -> Result<Vec<(EventId, Link)>, StoreError> {
        let mut found = Vec::new();
        for (.., link) in links(&self.connection, Some(event.0))? {
            let ends = self.event_ids(&[link.from.clone(), link.to.clone()])?;
            let other = ends.into_iter().flatten().find(|end| *end != event);
            found.extend(other.map(|other| (other, link)));
        }
        Ok(found)
    }

    /// All events by their titles, as letters are ordered without regard to case.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn events_by_title(&self) -> Result<Vec<EventId>, StoreError> {
        let mut titled: Vec<(String, EventId)> = Vec::new();
        let sql = concat!("SELECT title, id FROM event WHERE ", live!("batch"));
        let mut select = self.connection.prepare_cached(sql)?;
        for row in select.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))? {
            let (title, id) = row?;
            titled.push((title.to_lowercase(), EventId(id)));
        }
        titled.sort();
        Ok(titled.into_iter().map(|(_, event)| event).collect())
    }

    /// All events, those with the fewest quotes first.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn events_by_quotes(&self) -> Result<Vec<EventId>, StoreError> {
        self.ids(
            concat!(
                "SELECT id FROM event e WHERE ",
                live!("batch"),
                " ORDER BY (SELECT count(*) FROM quote q WHERE q.event = e.id), e.t0, id"
            ),
            [],
        )
    }

    /// All events by their first tags, those without any last.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn events_by_tag(&self) -> Result<Vec<EventId>, StoreError> {
        self.ids(
            concat!(
                "SELECT e.id FROM event e LEFT JOIN tag t ON t.event = e.id AND t.pos = ",
                "(SELECT min(f.pos) FROM tag f WHERE f.event = e.id) WHERE ",
                live!("e.batch"),
                " ORDER BY t.name IS NULL, t.name, e.t0, e.id"
            ),
            [],
        )
    }

    /// How many quotes of events lean on each article, by its key; those without any are left out.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn quotes_counted(&self) -> Result<BTreeMap<String, usize>, StoreError> {
        let sql = concat!(
            "SELECT a.key, count(*) FROM quote q JOIN article a ON a.id = q.article ",
            "JOIN event e ON e.id = q.event WHERE ",
            live!("e.batch"),
            " GROUP BY a.key"
        );
        let mut select = self.connection.prepare_cached(sql)?;
        let rows = select.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)))?;
        let counted: BTreeMap<String, i64> = rows.collect::<Result<_, _>>()?;
        Ok(counted.into_iter().map(|(key, count)| (key, usize::try_from(count).unwrap_or(0))).collect())
    }
}
