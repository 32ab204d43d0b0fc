//! A quick look for damage, table by table, so that other questions get through between.

use super::super::error::StoreError;
use super::super::open::Store;

/// Faults that are listed at most.
const MOST_FAULTS: i64 = 5;

impl Store {
    /// The tables of the case, each of which can be looked through.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn tables(&self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY rootpage";
        let mut select = self.connection.prepare_cached(sql)?;
        let rows = select.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What is wrong with the pages of a table, in SQLite's words; empty where nothing is.
    ///
    /// # Errors
    /// Fails where the file can't be read at all.
    pub fn faults_of(&self, table: &str) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        let take = |row: &rusqlite::Row<'_>| {
            let said: String = row.get(0)?;
            faults.extend((said != "ok").then_some(said));
            Ok(())
        };
        match self.connection.pragma(None, "quick_check", table, take) {
            Ok(()) => {}
            // Damage that SQLite can't read past.
            Err(rusqlite::Error::SqliteFailure(error, _))
                if error.code == rusqlite::ErrorCode::DatabaseCorrupt =>
            {
                faults.push(error.to_string());
            }
            Err(error) => return Err(error.into()),
        }
        faults.truncate(usize::try_from(MOST_FAULTS).unwrap_or(1));
        Ok(faults)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Access;

    #[test]
    fn a_damaged_table_is_found_and_the_others_are_whole() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let path = folder.path().join("case.caseline");
        let store = Store::create(&path).expect("made");
        let tables = store.tables().expect("read");
        assert!(tables.len() > 10 && tables.contains(&"event".to_owned()), "{tables:?}");
        for table in &tables {
            assert_eq!(store.faults_of(table).expect("looked through"), [] as [String; 0], "{table}");
        }
        let root = "SELECT rootpage FROM sqlite_schema WHERE name = 'candidate'";
        let page: u32 = store.connection.query_row(root, [], |row| row.get(0)).expect("its root");
        let size: u32 = store.connection.query_row("PRAGMA page_size", [], |row| row.get(0)).expect("a size");
        drop(store);
        let mut bytes = std::fs::read(&path).expect("read");
        bytes[((page - 1) * size) as usize..][..64].fill(0xAB);
        std::fs::write(&path, bytes).expect("written");
        let store = Store::open(&path, Access::Read).expect("nothing asks that table yet").store;
        assert!(!store.faults_of("candidate").expect("looked through").is_empty());
        assert!(store.faults_of("event").expect("looked through").is_empty());
    }
}
