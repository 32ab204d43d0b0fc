//! What leaves a case for good: a new case that holds only what was chosen, and what is forgotten in this one.

mod forget;

use rusqlite::OptionalExtension;

use super::apply::Surroundings;
use super::error::StoreError;
use super::open::Store;
use crate::model::{CaseContent, EventId, Import};

/// What is forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Forgotten {
    pub events: Vec<EventId>,
    /// Keys of articles.
    pub articles: Vec<String>,
}

/// How much of a case is not part of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Behind {
    /// Steps of the history, taken back or not.
    pub steps: usize,
    /// Proposals that were accepted or rejected.
    pub decided: usize,
    /// Files behind articles.
    pub originals: usize,
}

impl Store {
    /// A new case in memory that holds this content and nothing else: no history, nothing that was removed, no
    /// decided proposals. What is left out has never been in it.
    ///
    /// # Errors
    /// Says which rule of a case the content breaks.
    pub fn of_content(content: CaseContent, around: &mut Surroundings<'_>) -> Result<Self, StoreError> {
        let mut store = Self::in_memory()?;
        let import = Import { from: String::new(), content, keyless: false, originals: Vec::new() };
        store.take_in(import, around)?;
        store.begin_history()?;
        // When it was made tells more than what it holds.
        store.connection.execute("UPDATE batch SET at = 0", [])?;
        Ok(store)
    }

    /// Takes over the files behind its articles from another case, packed as they are.
    ///
    /// # Errors
    /// Fails where either case can't be read or written.
    pub fn take_originals(&mut self, from: &Self) -> Result<(), StoreError> {
        let wanted: Vec<String> = {
            let sql = "SELECT DISTINCT original FROM article WHERE original IS NOT NULL ORDER BY original";
            let mut select = self.connection.prepare(sql)?;
            let rows = select.query_map([], |row| row.get(0))?;
            rows.collect::<Result<_, _>>()?
        };
        let mut select = from.connection.prepare_cached("SELECT bytes FROM original WHERE sha256 = ?1")?;
        let mut insert = self.connection.prepare_cached("INSERT OR IGNORE INTO original VALUES (?1, ?2)")?;
        for sha256 in wanted {
            let packed: Option<Vec<u8>> = select.query_row([&sha256], |row| row.get(0)).optional()?;
            if let Some(packed) = packed {
                insert.execute((&sha256, packed))?;
            }
        }
        Ok(())
    }

    /// Lets go of the files behind articles, and of the room that they took.
    ///
    /// # Errors
    /// Fails where the file can't be written.
    pub fn drop_originals(&mut self) -> Result<(), StoreError> {
        self.connection.execute("DELETE FROM original", [])?;
        self.connection.execute("VACUUM", [])?;
        Ok(())
    }

    /// What of the case is not part of its content.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn behind(&self) -> Result<Behind, StoreError> {
        let count = |sql: &str| -> Result<usize, StoreError> {
            let number: i64 = self.connection.query_row(sql, [], |row| row.get(0))?;
            Ok(usize::try_from(number).unwrap_or_default())
        };
        Ok(Behind {
            steps: count("SELECT count(*) FROM history")?,
            decided: count("SELECT count(*) FROM candidate WHERE state <> 'waiting'")?,
            originals: count("SELECT count(*) FROM original")?,
        })
    }
}
