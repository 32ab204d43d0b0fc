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
