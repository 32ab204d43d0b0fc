//! What can go wrong with files, in words for the person who named them.

use std::io;
use std::path::{Path, PathBuf};

use crate::export::ExportError;
use crate::model::Sentence;
use crate::store::StoreError;

use super::super::words::in_english;

/// Why a file could not be read or written, or a command not be done.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    #[error("{} does not exist", .0.display())]
    Missing(PathBuf),
    #[error("{} is a folder, not a file", .0.display())]
    Folder(PathBuf),
    #[error("no permission to read {}", .0.display())]
    NotReadable(PathBuf),
    #[error("no permission to write {}", .0.display())]
    NotWritable(PathBuf),
    #[error("the folder {} does not exist", .0.display())]
    NoFolder(PathBuf),
    #[error("{} exists already; --force replaces it", .0.display())]
    Exists(PathBuf),
    #[error("{} is empty (0 bytes)", .0.display())]
    Empty(PathBuf),
    #[error("the disk with {} is full", .0.display())]
    Full(PathBuf),
    #[error("failed to {doing} {}: {source}", path.display())]
    System { doing: &'static str, path: PathBuf, source: io::Error },
    #[error("{} is open in another Caseline ({holder}); close it there first", path.display())]
    Held { path: PathBuf, holder: String },
    #[error("{} is the case that is open", .0.display())]
    OpenCase(PathBuf),
    #[error("there is no private folder to work in: set CASELINE_STATE_DIR to one")]
    NoState,
    #[error("no case is open")]
    NoCase,
    /// What a file holds, with its name in the sentence.
    #[error("{0}")]
    Content(String),
    /// What is told in the language of whoever asked.
    #[error("{}", in_english(.0))]
    Said(Sentence),
    /// A name that the case does not have: a view, a lane, a language.
    #[error("{0}")]
    Unknown(String),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Export(#[from] ExportError),
    #[error(
        "something in Caseline itself went wrong ({0}); the case is as it was before, please report this"
    )]
    Panicked(String),
}

impl FileError {
    /// Whether it is the disk or the file that is in the way, and not what was to be written: it may go another time.
    pub(in super::super) fn is_about_writing(&self) -> bool {
        use StoreError::{Busy, Database, File, FolderLocked, Full, Moved, ReadOnly};
        match self {
            Self::Store(error) => {
                matches!(error, Busy | Full | Moved | FolderLocked | ReadOnly | Database(_) | File { .. })
            }
            Self::Full(_) | Self::System { .. } | Self::NotWritable(_) | Self::NoFolder(_) => true,
            _ => false,
        }
    }

    /// The system's reason why a file could not be read.
    pub(super) fn reading(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing(path),
            io::ErrorKind::PermissionDenied => Self::NotReadable(path),
            io::ErrorKind::IsADirectory => Self::Folder(path),
            _ => Self::System { doing: "read", path, source },
        }
    }

    /// The system's reason why a file could not be written.
    pub(super) fn writing(path: &Path, source: io::Error) -> Self {
        let owned = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                Self::NoFolder(path.parent().map_or(owned, Path::to_owned))
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::NotWritable(owned),
            io::ErrorKind::IsADirectory => Self::Folder(owned),
            io::ErrorKind::AlreadyExists => Self::Exists(owned),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full(owned),
            _ => Self::System { doing: "write", path: owned, source },
        }
    }

    /// Why SQLite could not put a copy there; its own words name no file.
    pub(in super::super) fn copying(path: &Path, source: StoreError) -> Self {
        match source {
            StoreError::Full => Self::Full(path.to_owned()),
            StoreError::Database(_)
                if !path.parent().is_none_or(|folder| folder.as_os_str().is_empty() || folder.exists()) =>
            {
                Self::NoFolder(path.parent().map(Path::to_owned).unwrap_or_default())
            }
            StoreError::Database(_) | StoreError::ReadOnly => Self::NotWritable(path.to_owned()),
            other => Self::Store(other),
        }
    }
}
