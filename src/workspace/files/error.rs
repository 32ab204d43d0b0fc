//! What can go wrong with files, in words for the person who named them.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::export::ExportError;
use crate::model::{Sentence, Words};
use crate::store::StoreError;
use crate::words::in_english;

/// Why a file could not be read or written, or a command not be done; it displays in English, the command line's
/// language.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    Missing(PathBuf),
    Folder(PathBuf),
    NotReadable(PathBuf),
    NotWritable(PathBuf),
    NoFolder(PathBuf),
    Exists(PathBuf),
    Empty(PathBuf),
    Full(PathBuf),
    /// What the system refused: the key of what was being done, as in `doing-read`.
    System {
        doing: &'static str,
        path: PathBuf,
        source: io::Error,
    },
    Held {
        path: PathBuf,
        holder: Sentence,
    },
    OpenCase(PathBuf),
    NoState,
    NoCase,
    /// What a file holds or lacks, or what a command asks for and the case does not have.
    Said(Sentence),
    Store(#[from] StoreError),
    Export(#[from] ExportError),
    Panicked(String),
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_english(&self.sentence()))
    }
}

impl FileError {
    /// The same, to be said in the language of whoever reads it, without a full stop.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let with = |key, path: &Path| Sentence::new(key).text("file", path.display().to_string());
        match self {
            Self::Missing(path) => with("fault-missing", path),
            Self::Folder(path) => with("fault-folder", path),
            Self::NotReadable(path) => with("fault-not-readable", path),
            Self::NotWritable(path) => with("fault-not-writable", path),
            Self::NoFolder(path) => with("fault-no-folder", path),
            Self::Exists(path) => with("fault-exists", path),
            Self::Empty(path) => with("fault-empty", path),
            Self::Full(path) => with("fault-full", path),
            Self::System { doing, path, source } => Sentence::new("fault-doing")
                .said_of("doing", with(doing, path))
                .text("why", source.to_string()),
            Self::Held { path, holder } => with("fault-held", path).said_of("holder", holder.clone()),
            Self::OpenCase(path) => with("fault-open-case", path),
            Self::NoState => Sentence::new("fault-no-state"),
            Self::NoCase => Sentence::new("fault-no-case"),
            Self::Said(sentence) => sentence.clone(),
            Self::Store(error) => error.sentence(),
            Self::Export(error) => error.sentence(),
            Self::Panicked(what) => Sentence::new("fault-panicked").text("what", what),
        }
    }

    /// The sentence in a language.
    #[must_use]
    pub fn told(&self, words: &dyn Words) -> String {
        self.sentence().spoken(words)
    }

    /// What is wrong with what a file holds, named before it.
    pub(in super::super) fn inside(path: &Path, why: Sentence) -> Self {
        Self::Said(Sentence::new("fault-inside").text("file", path.display().to_string()).said_of("why", why))
    }

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
            _ => Self::System { doing: "doing-read", path, source },
        }
    }

    /// The system's reason why a file could not be written.
    pub(super) fn writing(path: &Path, source: io::Error) -> Self {
        let owned = path.to_owned();
        match source.kind() {
            // Some systems say "not found" of what they let nobody make.
            io::ErrorKind::NotFound if path.parent().is_some_and(Path::is_dir) => Self::NotWritable(owned),
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                Self::NoFolder(path.parent().map_or(owned, Path::to_owned))
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::NotWritable(owned),
            io::ErrorKind::IsADirectory => Self::Folder(owned),
            io::ErrorKind::AlreadyExists => Self::Exists(owned),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full(owned),
            _ => Self::System { doing: "doing-write", path: owned, source },
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
