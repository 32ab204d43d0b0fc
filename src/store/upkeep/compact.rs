//! Compact: what can't be brought back any more goes, and the file becomes as small as what it holds.

use super::super::apply::purge;
use super::super::error::StoreError;
use super::super::open::{Store, begin_write};

/// What compacting a case has saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Compacted {
    /// Bytes of the file before and after.
    pub before: u64,
    pub after: u64,
    /// Undone steps that can't be made again any more.
    pub steps: usize,
}

impl Store {
    /// Lets go of undone steps, of what only they could bring back, and of the room that nothing fills; all that is
    /// done can still be undone.
    ///
    /// # Errors
    /// Fails where the file can't be written; the case is then as before.
    pub fn compact(&mut self) -> Result<Compacted, StoreError> {
        let before = self.size()?;
        let transaction = begin_write(&mut self.connection)?;
        let undone = "SELECT count(*) FROM history WHERE undone = 1";
        let steps: i64 = transaction.query_row(undone, [], |row| row.get(0))?;
        purge(&transaction)?;
        // Many small edits leave the words in many small parts.
        for table in ["event_words", "article_words"] {
            transaction.execute(&format!("INSERT INTO {table} ({table}) VALUES ('optimize')"), [])?;
        }
        transaction.commit()?;
        self.connection.execute_batch("VACUUM")?;
        let steps = usize::try_from(steps).unwrap_or(0);
        Ok(Compacted { before, after: self.size()?, steps })
    }

    fn size(&self) -> Result<u64, StoreError> {
        let number = |pragma: &str| -> Result<u64, StoreError> {
            let value: i64 = self.connection.query_row(pragma, [], |row| row.get(0))?;
            Ok(u64::try_from(value).unwrap_or(0))
        };
        Ok(number("PRAGMA page_count")?.saturating_mul(number("PRAGMA page_size")?))
    }
}
