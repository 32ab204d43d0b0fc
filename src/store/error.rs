//! What can go wrong with a case file, in words for the person who opened it.

use std::path::{Path, PathBuf};

/// SQLite's own words for a file that is not as it should be inside.
pub(super) const MALFORMED: &str = "the database disk image is malformed";

/// Why the store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("{} does not exist", .0.display())]
    Missing(PathBuf),
    #[error("{} exists already", .0.display())]
    Exists(PathBuf),
    #[error("{} is a folder, not a case", .0.display())]
    Folder(PathBuf),
    #[error("no permission to read {}", .0.display())]
    NotReadable(PathBuf),
    #[error("{} is empty (0 bytes)", .0.display())]
    Empty(PathBuf),
    #[error("{} is not a Caseline case", .0.display())]
    NotACase(PathBuf),
    #[error("{} is an SQLite database of another program, not a Caseline case", .0.display())]
    OtherProgram(PathBuf),
    #[error("{} was written by a newer Caseline (version {version}); open it with that one", path.display())]
    Newer { path: PathBuf, version: String },
    #[error("{} is damaged: {what}; take a copy of it from before", path.display())]
    Damaged { path: PathBuf, what: String },
    #[error("{} is not laid out as a case of Caseline: {what}", path.display())]
    Strange { path: PathBuf, what: String },
    #[error("the case is open for reading only")]
    ReadOnly,
    #[error("the case is in use by another program; try again when it has finished")]
    Busy,
    #[error("failed to write the case: the disk is full")]
    Full,
    #[error(
        "the case file was moved, renamed or deleted while it was open, and what you change no longer reaches it"
    )]
    Moved,
    #[error("failed to write the case: its folder may not be written")]
    FolderLocked,
    /// An edit that breaks a rule of the case.
    #[error("{0}")]
    Refused(String),
    #[error("failed to {doing}: {source}")]
    File { doing: String, source: std::io::Error },
    #[error("the case file holds something that this program did not write: {0}")]
    Content(String),
    #[error("the case file is damaged: {MALFORMED}; take a copy of it from before")]
    Malformed,
    #[error("failed to use the case file: {0}")]
    Database(rusqlite::Error),
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
    /// Says of which file damage is told.
    pub(super) fn of(self, path: &Path) -> Self {
        let path = path.to_owned();
        match self {
            Self::Content(what) => Self::Damaged { path, what },
            Self::Malformed => Self::Damaged { path, what: MALFORMED.to_owned() },
            Self::Database(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
                Self::NotACase(path)
            }
            other => other,
        }
    }
}
