//! Forgetting: nothing of the case file holds the words any more.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::Forgotten;
use crate::model::{Change, Reach, Sentence, View};
use crate::store::apply::{self, Surroundings};
use crate::store::error::StoreError;
use crate::store::open::{self, Store};
use crate::store::read::{views, write_views};
use crate::store::views::LAST;

impl Store {
    /// Removes events and articles from the case, from its history, its search tables and its free pages. The whole
    /// history goes with them: any step of it may hold their words.
    ///
    /// # Errors
    /// Says what is not in the case, or why the file can't be written; the case is then as before.
    pub fn forget(&mut self, what: &Forgotten, around: &mut Surroundings<'_>) -> Result<Change, StoreError> {
        let transaction = open::begin_write(&mut self.connection)?;
        apply::forget(&transaction, what, around)?;
        let keys = Keys::of(&transaction)?;
        let mut saved = views(&transaction)?;
        for view in &mut saved {
            keys.prune(view);
        }
        write_views(&transaction, &saved)?;
        // Only where its user left off, and it may name what is gone.
        transaction.execute("DELETE FROM meta WHERE name = ?1", [LAST])?;
        let revision = self.revision + 1;
        open::set_meta(&transaction, "revision", &revision.to_string())?;
        transaction.commit()?;
        self.revision = revision;
        let mut change = Change { revision, reach: Reach::ALL, ..Change::default() };
        // What was deleted is overwritten by now (`secure_delete`); this gives back the room.
        if let Err(error) = self.connection.execute("VACUUM", []) {
            let why = StoreError::from(error).to_string();
            change.report.notes.push(Sentence::new("note-not-smaller").text("why", why));
        }
        Ok(change)
    }
}

/// Keys that a view may name.
struct Keys {
    events: BTreeSet<String>,
    articles: BTreeSet<String>,
}

impl Keys {
    fn of(connection: &Connection) -> Result<Self, StoreError> {
        let keys = |sql: &str| -> Result<BTreeSet<String>, StoreError> {
            let mut select = connection.prepare(sql)?;
            let rows = select.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        Ok(Self {
            events: keys("SELECT coalesce(key, 'e' || id) FROM event")?,
            articles: keys("SELECT key FROM article")?,
        })
    }

    fn prune(&self, view: &mut View) {
        view.keep_only(
            |event| self.events.contains(event),
            |_| true,
            |article| self.articles.contains(article),
        );
    }
}
