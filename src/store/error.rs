//! What can go wrong with a case file, in words for the person who opened it.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::model::Sentence;
use crate::words::in_english;

/// Why the store could not do what it was asked; it displays in English.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    Missing(PathBuf),
    Exists(PathBuf),
    Folder(PathBuf),
    NotReadable(PathBuf),
    Empty(PathBuf),
    NotACase(PathBuf),
    OtherProgram(PathBuf),
    Newer {
        path: PathBuf,
        version: String,
    },
    Damaged {
        path: PathBuf,
        what: Sentence,
    },
    Strange {
        path: PathBuf,
        what: Sentence,
    },
    ReadOnly,
    Busy,
    Full,
    Moved,
    FolderLocked,
    /// An edit that breaks a rule of the case.
    Refused(Sentence),
    /// What the system refused, and what was being done then.
    File {
        doing: Sentence,
        source: std::io::Error,
    },
    /// Rows that no Caseline wrote; why, in English.
    Content(String),
    /// SQLite found the file broken inside.
    Malformed,
    Database(rusqlite::Error),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_english(&self.sentence()))
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let exact = error.sqlite_error().map(|error| error.extended_code);
        if exact == Some(rusqlite::ffi::SQLITE_READONLY_DBMOVED) {
            return Self::Moved;
        }
        if exact == Some(rusqlite::ffi::SQLITE_READONLY_DIRECTORY) {
            return Self::FolderLocked;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::DatabaseCorrupt) => Self::Malformed,
            _ => Self::Database(error),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Content(error.to_string())
    }
}

impl StoreError {
    /// The same, to be said in the language of whoever reads it, without a full stop.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let with = |key, path: &Path| Sentence::new(key).text("file", path.display().to_string());
        match self {
            Self::Missing(path) => with("fault-missing", path),
            Self::Exists(path) => with("fault-case-exists", path),
            Self::Folder(path) => with("fault-case-is-folder", path),
            Self::NotReadable(path) => with("fault-not-readable", path),
            Self::Empty(path) => with("fault-empty", path),
            Self::NotACase(path) => with("fault-not-a-case", path),
            Self::OtherProgram(path) => with("fault-other-program", path),
            Self::Newer { path, version } => with("fault-newer", path).text("what", version),
            Self::Damaged { path, what } => with("fault-damaged", path).said_of("what", what.clone()),
            Self::Strange { path, what } => with("fault-strange", path).said_of("what", what.clone()),
            Self::ReadOnly => Sentence::new("fault-case-read-only"),
            Self::Busy => Sentence::new("fault-case-busy"),
            Self::Full => Sentence::new("fault-case-full"),
            Self::Moved => Sentence::new("fault-case-moved"),
            Self::FolderLocked => Sentence::new("fault-case-folder-locked"),
            Self::Refused(sentence) => sentence.clone(),
            Self::File { doing, source } => {
                Sentence::new("fault-doing").said_of("doing", doing.clone()).text("why", source.to_string())
            }
            Self::Content(what) => Sentence::new("fault-case-content").text("what", what),
            Self::Malformed => Sentence::new("fault-case-malformed"),
            Self::Database(error) => Sentence::new("fault-case-database").text("what", error.to_string()),
        }
    }

    /// Says of which file damage is told.
    pub(super) fn of(self, path: &Path) -> Self {
        let path = path.to_owned();
        match self {
            Self::Content(what) => Self::Damaged { path, what: Sentence::plain(what) },
            Self::Malformed => Self::Damaged { path, what: Sentence::new("damage-malformed") },
            Self::Database(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
                Self::NotACase(path)
            }
            other => other,
        }
    }
}
