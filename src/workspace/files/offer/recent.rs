//! The cases of late: a list in the private folder, a line each: seconds since 1970, path, title, parted by tabs.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::super::Outside;
use super::super::state::private_folder;
use super::super::{FileError, write};

/// Cases that are remembered.
const MOST: usize = 12;
/// Bytes of the list that are read: more than [`MOST`] lines ever need.
const LONGEST: usize = 256 * 1024;

/// A case that was open before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    pub path: PathBuf,
    /// As it was when the case was opened.
    pub title: String,
    /// Seconds since 1970.
    pub at: i64,
    /// Whether nothing stands at the path now.
    pub missing: bool,
}

/// The list, the latest first.
pub(super) fn all(state: &Path) -> Vec<Recent> {
    let text = fs::read_to_string(list_of(state)).unwrap_or_default();
    let text = text.get(..LONGEST).unwrap_or(&text);
    text.lines().filter_map(read_line).take(MOST).collect()
}

/// Puts a case at the head of the list. A path that no line can hold is not remembered.
///
/// # Errors
/// Fails where the private folder can't be written.
pub(in super::super) fn remember(outside: &Outside, path: &Path, title: &str) -> Result<(), FileError> {
    let Some(state) = outside.state.as_deref() else { return Ok(()) };
    let whole = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if whole.to_str().is_none_or(|name| name.contains(char::is_control)) {
        return Ok(());
    }
    let title: String = title.chars().map(|c| if c.is_control() { ' ' } else { c }).take(200).collect();
    let mut list = all(state);
    list.retain(|one| one.path != whole);
    list.insert(0, Recent { path: whole, title, at: outside.now(), missing: false });
    put(state, &list)
}

/// Takes a case off the list; the case itself stays.
///
/// # Errors
/// Fails where the private folder can't be written.
pub(in super::super) fn forget(state: &Path, path: &Path) -> Result<(), FileError> {
    let mut list = all(state);
    list.retain(|one| one.path != path);
    put(state, &list)
}

fn put(state: &Path, list: &[Recent]) -> Result<(), FileError> {
    let path = list_of(state);
    private_folder(state).map_err(|error| FileError::writing(&path, error))?;
    let line = |one: &Recent| format!("{}\t{}\t{}\n", one.at, one.path.display(), one.title);
    let text: String = list.iter().take(MOST).map(line).collect();
    write::put_private(&path, text.as_bytes())
}

fn list_of(state: &Path) -> PathBuf {
    state.join("recent")
}

fn read_line(line: &str) -> Option<Recent> {
    let mut parts = line.splitn(3, '\t');
    let at = parts.next()?.parse().ok()?;
    let path = PathBuf::from(parts.next()?);
    let title = parts.next()?.to_owned();
    let missing = !path.exists();
    path.is_absolute().then_some(Recent { path, title, at, missing })
}
