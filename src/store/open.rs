//! Making, opening and copying case files.

use std::cell::RefCell;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

use super::error::StoreError;
use super::guard;
use super::schema::{self, STEPS, Steps};
use super::search::FOLDING;
use crate::model::Sentence;

/// The title of a case that nobody has given one; whoever shows it says it in their language.
pub const UNTITLED: &str = "Untitled";

/// How long a write waits for another program's.
const PATIENCE: Duration = Duration::from_secs(2);

/// One case: a file, or one that lives in memory until it is copied to a file.
#[derive(Debug)]
pub struct Store {
    pub(super) connection: Connection,
    pub(super) revision: u64,
    /// A second connection to a large file that was just opened or filled, for the first look at all of it.
    pub(super) reader: RefCell<Option<Connection>>,
}

/// What is going to be done with a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    Write,
    Read,
}

/// A case that was opened.
#[derive(Debug)]
pub struct Opened {
    pub store: Store,
    /// Why it can only be read, where that was not asked for.
    pub read_only: Option<Sentence>,
}

impl Store {
    /// A new, empty case, titled like its file.
    ///
    /// # Errors
    /// Fails where something stands at the path already, or no file can be made there.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        let file = fs::File::options().write(true).create_new(true).open(path);
        file.map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => StoreError::Exists(path.to_owned()),
            _ => StoreError::File {
                doing: Sentence::new("doing-make").text("file", path.display().to_string()),
                source: error,
            },
        })?;
        let title = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy();
        let made = guard::open(path, true).and_then(|connection| Self::begin(connection, &title));
        if made.is_err() {
            // Best effort: the first error is the one to tell.
            let _ = fs::remove_file(path);
        }
        made.map_err(|error| error.of(path))
    }

    /// A new, empty case that no file holds.
    ///
    /// # Errors
    /// Fails where memory is short.
    pub fn in_memory() -> Result<Self, StoreError> {
        let connection = Connection::open_in_memory()?;
        guard::leash(&connection)?;
        Self::begin(connection, UNTITLED)
    }

    fn begin(mut connection: Connection, title: &str) -> Result<Self, StoreError> {
        prepare(&connection)?;
        schema::climb(&mut connection, 0, STEPS)?;
        let store = Self { connection, revision: 0, reader: RefCell::default() };
        store.set_meta("title", title)?;
        store.set_meta("folding", FOLDING)?;
        Ok(store)
    }

    /// A case from a file that may be anything.
    ///
    /// # Errors
    /// Says in a sentence why the file is no case that this program can open.
    pub fn open(path: &Path, access: Access) -> Result<Opened, StoreError> {
        open_with(path, access, STEPS).map_err(|error| error.of(path))
    }

    /// Lets go of what undoes the edits so far: the case as it is now is the beginning.
    ///
    /// # Errors
    /// Fails where the file can't be written.
    pub fn begin_history(&mut self) -> Result<(), StoreError> {
        self.connection.execute("DELETE FROM history", [])?;
        Ok(())
    }

    /// Counts the edits, undos and redos of this case.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// A complete copy in a new or empty file, without what was deleted.
    ///
    /// # Errors
    /// Fails where something stands at the path already, or it can't be written.
    pub fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        if fs::metadata(path).is_ok_and(|there| there.len() > 0 || !there.is_file()) {
            return Err(StoreError::Exists(path.to_owned()));
        }
        let name = path.to_str().ok_or_else(|| {
            StoreError::Refused(Sentence::new("refused-not-utf8").text("file", path.display().to_string()))
        })?;
        self.connection.execute("VACUUM INTO ?1", [name])?;
        Ok(())
    }

    /// Much was written: the next look at all of it is taken with two connections.
    pub(super) fn expect_long_look(&self) -> Result<(), StoreError> {
        let path = self.connection.path().filter(|path| !path.is_empty()).map(Path::new);
        if let Some(path) = path {
            *self.reader.borrow_mut() = second(&self.connection, path)?;
        }
        Ok(())
    }

    pub(super) fn meta(&self, name: &str) -> Result<Option<String>, StoreError> {
        meta(&self.connection, name)
    }

    pub(super) fn set_meta(&self, name: &str, value: &str) -> Result<(), StoreError> {
        set_meta(&self.connection, name, value)
    }
}

/// A named value of the case.
pub(super) fn meta(connection: &Connection, name: &str) -> Result<Option<String>, StoreError> {
    let mut select = connection.prepare_cached("SELECT value FROM meta WHERE name = ?1")?;
    Ok(select.query_row([name], |row| row.get(0)).optional()?)
}

/// Puts a named value.
pub(super) fn set_meta(connection: &Connection, name: &str, value: &str) -> Result<(), StoreError> {
    let put = "INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2";
    connection.prepare_cached(put)?.execute([name, value])?;
    Ok(())
}

/// Begins a write, waiting for another program's; nothing has been read by then that it could change.
pub(super) fn begin_write(connection: &mut Connection) -> Result<Transaction<'_>, StoreError> {
    Ok(connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
}

/// One complete file between edits, nothing left of what was deleted.
fn prepare(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(100);
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "cache_size", -65_536)?;
    if !connection.is_readonly("main")? {
        connection.pragma_update(None, "journal_mode", "DELETE")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "secure_delete", true)?;
    }
    Ok(())
}

fn open_with(path: &Path, access: Access, steps: &Steps) -> Result<Opened, StoreError> {
    let (version, newest) = (guard::header(path)?, schema::newest(steps));
    if version / 1000 > newest / 1000 {
        let version = schema::spoken(version);
        return Err(StoreError::Newer { path: path.to_owned(), version });
    }
    let mut connection = guard::open(path, access == Access::Write)?;
    let strange = if version > newest {
        schema::missing(&connection, steps)?
    } else {
        schema::difference(&connection, version, steps)?
    };
    if let Some(what) = strange {
        return Err(StoreError::Strange { path: path.to_owned(), what });
    }
    let locked = connection.is_readonly("main")?;
    let why = |key, path: &Path| Sentence::new(key).text("file", path.display().to_string());
    let mut read_only = None;
    if version > newest {
        if !locked {
            connection = guard::open(path, false)?;
        }
        read_only = Some(why("read-only-newer", path).text("version", schema::spoken(version)));
    } else if version < newest && locked {
        // Read as it is: whoever only reads changes nothing, and a minor step only adds.
        read_only = (access == Access::Write).then(|| why("read-only-older", path));
    } else if version < newest {
        keep_copy(&connection, path, version)?;
        schema::climb(&mut connection, version, steps)?;
    } else if locked && access == Access::Write {
        read_only = Some(why("read-only-file", path));
    }
    prepare(&connection)?;
    if !connection.is_readonly("main")? && meta(&connection, "folding")?.as_deref() != Some(FOLDING) {
        super::apply::fold_anew(&mut connection)?;
    }
    let revision = meta(&connection, "revision")?.and_then(|text| text.parse().ok()).unwrap_or(0);
    let reader = RefCell::new(second(&connection, path)?);
    Ok(Opened { store: Store { connection, revision, reader }, read_only })
}

/// Another connection to a file that is long to read, on the same leash.
fn second(connection: &Connection, path: &Path) -> Result<Option<Connection>, StoreError> {
    /// So much is read in a few milliseconds, which a second connection would not halve.
    const LARGE: i64 = 16 << 20;
    let size: i64 = connection.query_row(
        "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
        [],
        |row| row.get(0),
    )?;
    // Without it the first one reads everything.
    Ok((size >= LARGE).then(|| guard::open(path, false).ok()).flatten())
}

/// The case as it was before it is brought up to date.
fn keep_copy(connection: &Connection, path: &Path, version: u32) -> Result<(), StoreError> {
    let mut name = OsString::from(path);
    name.push(format!(".before-{}", schema::spoken(version)));
    let beside = Path::new(&name);
    if !beside.exists() {
        let target = beside.to_string_lossy();
        connection.execute("VACUUM INTO ?1", [&target])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Edit, Event, EventEdit};
    use crate::store::Surroundings;

    #[test]
    fn a_full_disk_is_said_and_the_case_is_as_it_was() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let path = folder.path().join("case.caseline");
        let mut store = Store::create(&path).expect("made");
        let put = |store: &mut Store, note: String| {
            let seed = note.len() as u64;
            let (title, kind) = ("An event".to_owned(), "other".to_owned());
            let event = Event { title, kind, note: Some(note), ..Event::default() };
            let edit = Edit::Event(EventEdit::Put(Box::new(event)));
            store.apply(&edit, &mut Surroundings { now: 0, random: &mut || seed })
        };
        put(&mut store, "Before".to_owned()).expect("there is room");
        // SQLite meets this end as it meets that of the disk.
        let pages: i64 =
            store.connection.query_row("PRAGMA page_count", [], |row| row.get(0)).expect("a number");
        let limit = |store: &Store, pages: i64| {
            store.connection.pragma_update(None, "max_page_count", pages).expect("a limit");
        };
        limit(&store, pages);
        let (before, revision) = (store.content().expect("read"), store.revision());
        let refused = put(&mut store, "x".repeat(400_000)).expect_err("there is none");
        assert!(matches!(refused, StoreError::Full), "{refused}");
        assert_eq!((store.content().expect("read"), store.revision()), (before, revision));
        store.copy_to(&path.with_file_name("copy.caseline")).expect("another disk has room");
        limit(&store, pages * 1_000);
        put(&mut store, "After".to_owned()).expect("there is room again");
        assert!(store.check().expect("checked").ok());
    }

    #[test]
    fn a_case_whose_writer_was_killed_between_its_header_and_its_pages_opens_as_it_was() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let path = folder.path().join("case.caseline");
        let store = Store::create(&path).expect("made");
        let (before, revision) = (store.content().expect("read"), store.revision());
        store
            .connection
            .pragma_update(None, "cache_size", 1)
            .expect("little room, so that pages are written early");
        store.connection.execute_batch("BEGIN").expect("begun");
        for key in 0..200 {
            let put = "INSERT INTO meta (name, value) VALUES (?1, ?2)";
            store.connection.execute(put, (format!("key {key}"), "x".repeat(3_000))).expect("put");
        }
        let torn = folder.path().join("torn.caseline");
        let mut bytes = fs::read(&path).expect("read");
        let pages = u32::from_be_bytes(bytes[28..32].try_into().expect("four bytes"));
        bytes[28..32].copy_from_slice(&(pages + 1_000).to_be_bytes());
        fs::write(&torn, bytes).expect("written");
        fs::copy(folder.path().join("case.caseline-journal"), folder.path().join("torn.caseline-journal"))
            .expect("there is a journal");
        let opened = Store::open(&torn, Access::Write).expect("it is put back").store;
        assert_eq!((opened.content().expect("read"), opened.revision()), (before, revision));
        assert!(opened.check().expect("checked").ok());
    }

    #[test]
    fn an_older_case_is_brought_up_to_date_and_kept_beside() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let path = folder.path().join("case.caseline");
        drop(Store::create(&path).expect("made"));
        let newest = schema::newest(STEPS);
        let mut later = STEPS.to_vec();
        later.push((newest + 1, "CREATE TABLE colour (name TEXT) STRICT;"));
        let read = open_with(&path, Access::Read, &later).expect("it can be read as it is");
        drop(read.store);
        assert_eq!((read.read_only, guard::header(&path).expect("a header")), (None, newest));
        let opened = open_with(&path, Access::Write, &later).expect("opens");
        assert_eq!(opened.read_only, None);
        opened
            .store
            .connection
            .execute("INSERT INTO colour VALUES ('red')", [])
            .expect("the new table is there");
        drop(opened);
        assert_eq!(guard::header(&path).expect("a header"), newest + 1);
        let before = path.with_file_name(format!("case.caseline.before-{}", schema::spoken(newest)));
        assert_eq!(guard::header(&before).expect("a header"), newest);

        let newer = Store::open(&path, Access::Write).expect("a newer minor opens");
        let why = newer.read_only.expect("and says that it is read-only");
        assert_eq!(&*why.key, "read-only-newer");
        assert!(why.spoken(&crate::model::BareWords).ends_with(&schema::spoken(newest + 1)), "{why:?}");
        assert!(newer.store.set_meta("title", "x").is_err());
    }
}
