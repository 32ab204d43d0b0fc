//! Cases without a file of their own: kept in the private folder from their first edit on (contract 9).
//!
//! Each is a case file under a random name. Whoever works on it holds its lock, so one that no one holds was left by
//! a crash, and is offered on the start screen.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::store::{Access, Store};

use super::super::super::Outside;
use super::super::FileError;
use super::super::state::{self, WriterLock, private_file, private_folder};
use super::super::write::{drop_journal, journal_of};

/// A case that was not saved when its Caseline ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsaved {
    /// In the private folder.
    pub path: PathBuf,
    pub title: String,
    pub events: usize,
    /// Of its last edit, in seconds since 1970.
    pub at: i64,
}

/// A place in the private folder for a case that has none.
#[derive(Debug)]
pub(in super::super) struct Room {
    /// An empty file.
    pub path: PathBuf,
    pub lock: WriterLock,
}

impl Room {
    /// Makes one.
    ///
    /// # Errors
    /// Fails where the private folder can't be written.
    pub(in super::super) fn make(state: &Path) -> Result<Self, FileError> {
        let folder = folder_of(state);
        let path = folder.join(format!("{:016x}.caseline", Outside::random()));
        private_folder(&folder).map_err(|error| FileError::writing(&path, error))?;
        private_file(&path).map_err(|error| FileError::writing(&path, error))?;
        let lock = state::lock(Some(state), &path)?;
        Ok(Self { path, lock })
    }
}

/// What a crash left, the latest first; what no one worked on (an empty file) goes.
pub(super) fn all(state: &Path) -> Vec<Unsaved> {
    let mut found: Vec<Unsaved> = left(state).iter().filter_map(|(path, _)| look_at(path)).collect();
    found.sort_by(|one, other| other.at.cmp(&one.at).then_with(|| one.path.cmp(&other.path)));
    found
}

/// Takes the right to work on a case that a crash left.
///
/// # Errors
/// Fails where someone else has it by now, or it is no case of the private folder.
pub(in super::super) fn reopen(state: Option<&Path>, path: &Path) -> Result<WriterLock, FileError> {
    let folder = state.map(folder_of).ok_or(FileError::NoState)?;
    if path.parent() != Some(folder.as_path()) {
        return Err(FileError::Missing(path.to_owned()));
    }
    state::lock(state, path)
}

/// Deletes what a crash left.
///
/// # Errors
/// Fails at the first that can't be deleted.
pub(in super::super) fn forget_all(state: &Path) -> Result<(), FileError> {
    left(state).iter().try_for_each(|(path, _)| remove(path))
}

/// Deletes a case of the private folder, with the journal that a crash may have left beside it.
///
/// # Errors
/// Fails where the system refuses.
pub(in super::super) fn remove(path: &Path) -> Result<(), FileError> {
    drop_journal(path);
    fs::remove_file(path).map_err(|source| FileError::System {
        doing: "doing-delete",
        path: path.to_owned(),
        source,
    })
}

/// Cases that no Caseline works on, each held while it is looked at.
fn left(state: &Path) -> Vec<(PathBuf, WriterLock)> {
    let Ok(entries) = fs::read_dir(folder_of(state)) else { return Vec::new() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut cases: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "caseline")).collect();
    cases.sort();
    cases
        .into_iter()
        .filter_map(|path| state::lock(Some(state), &path).ok().map(|lock| (path, lock)))
        .collect()
}

fn look_at(path: &Path) -> Option<Unsaved> {
    let about = fs::metadata(path).ok()?;
    if about.len() == 0 && !journal_of(path).exists() {
        // The crash came before the first edit was there.
        let _ = remove(path);
        return None;
    }
    let at = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    // For writing: only then SQLite takes back what the crash left half done.
    let store = Store::open(path, Access::Write).ok()?.store;
    let summary = store.summary().ok()?;
    Some(Unsaved {
        path: path.to_owned(),
        title: summary.title,
        events: summary.events,
        at: at.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0)),
    })
}

fn folder_of(state: &Path) -> PathBuf {
    state.join("unsaved")
}
