//! What a file must pass before anything is asked of it (contract 9), in that order.
//!
//! The header is read by the standard library, and the file closed again, before SQLite opens it: a file that this
//! process holds open already must not come here, since closing it would drop SQLite's locks.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use crate::model::Sentence;

use super::error::StoreError;
use super::schema::APPLICATION;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Bytes of the header of an SQLite file.
const HEADER: usize = 100;

/// Longest text or blob: an article's original, with room.
const LONGEST: i32 = 512 * 1024 * 1024;

/// Looks at the first bytes of a file; gives the layout's version that they name.
pub(super) fn header(path: &Path) -> Result<u32, StoreError> {
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => StoreError::Missing(path.to_owned()),
        ErrorKind::PermissionDenied => StoreError::NotReadable(path.to_owned()),
        ErrorKind::IsADirectory => StoreError::Folder(path.to_owned()),
        _ => StoreError::File {
            doing: Sentence::new("doing-read").text("file", path.display().to_string()),
            source: error,
        },
    };
    let about = fs::metadata(path).map_err(failed)?;
    if about.is_dir() {
        return Err(StoreError::Folder(path.to_owned()));
    }
    if !about.is_file() {
        return Err(StoreError::NotACase(path.to_owned()));
    }
    if about.len() == 0 {
        return Err(StoreError::Empty(path.to_owned()));
    }
    let mut bytes = Vec::with_capacity(HEADER);
    File::open(path).and_then(|file| file.take(HEADER as u64).read_to_end(&mut bytes)).map_err(failed)?;
    if !bytes.starts_with(MAGIC) {
        return Err(StoreError::NotACase(path.to_owned()));
    }
    if bytes.len() < HEADER {
        return Err(cut(path, about.len(), HEADER as u64));
    }
    if word(&bytes, 68) != APPLICATION {
        return Err(StoreError::OtherProgram(path.to_owned()));
    }
    let page = match u64::from(word(&bytes, 16) >> 16) {
        1 => 65_536,
        size => size,
    };
    let whole = page * u64::from(word(&bytes, 28));
    let counted = word(&bytes, 24) == word(&bytes, 92);
    if counted && about.len() < whole && !is_cut_short(path) {
        return Err(cut(path, about.len(), whole));
    }
    Ok(word(&bytes, 60))
}

/// Whether a journal lies beside: a program was killed while it wrote, and SQLite puts the file back as it was.
fn is_cut_short(path: &Path) -> bool {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    fs::metadata(journal).is_ok_and(|about| about.len() > 0)
}

fn cut(path: &Path, is: u64, should: u64) -> StoreError {
    let what = Sentence::new("damage-cut").text("is", is.to_string()).text("should", should.to_string());
    StoreError::Damaged { path: path.to_owned(), what }
}

fn word(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_be_bytes)
}

/// Opens a file with SQLite and puts it on the leash.
pub(super) fn open(path: &Path, writable: bool) -> Result<Connection, StoreError> {
    let access = if writable { OpenFlags::SQLITE_OPEN_READ_WRITE } else { OpenFlags::SQLITE_OPEN_READ_ONLY };
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    leash(&connection)?;
    Ok(connection)
}

/// Takes away from a connection what no case needs.
pub(super) fn leash(connection: &Connection) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    for off in [
        DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA,
        DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER,
        DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW,
        DbConfig::SQLITE_DBCONFIG_DQS_DML,
        DbConfig::SQLITE_DBCONFIG_DQS_DDL,
    ] {
        connection.set_db_config(off, false)?;
    }
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, LONGEST),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_COLUMN, 100),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 50),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 8),
        (Limit::SQLITE_LIMIT_VDBE_OP, 25_000),
        (Limit::SQLITE_LIMIT_FUNCTION_ARG, 16),
        (Limit::SQLITE_LIMIT_ATTACHED, 1), // VACUUM INTO attaches its copy
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 100),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, most)?;
    }
    connection.pragma_update(None, "cell_size_check", true)?;
    Ok(())
}
