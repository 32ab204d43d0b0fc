//! The files of a folder, for the panel in which files are chosen.

use std::fs;
use std::path::{Path, PathBuf};

use crate::model::Sentence;

use super::super::FileError;

/// Entries that are listed; of a folder with more, the first by name.
const MOST: usize = 5_000;

/// A folder and what is in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folder {
    pub path: PathBuf,
    /// Folders first, then files, each by name. Hidden ones are among them.
    pub entries: Vec<Entry>,
    /// Entries beyond those.
    pub more: usize,
    /// Why nothing is listed.
    pub fault: Option<Sentence>,
}

/// A file or folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    pub is_folder: bool,
    /// Of a file.
    pub bytes: u64,
}

/// Lists a folder. Names that are not UTF-8 can't be typed, and are left out.
pub(in super::super) fn list(path: &Path) -> Folder {
    let mut folder = Folder { path: path.to_owned(), ..Folder::default() };
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) => {
            folder.fault = Some(FileError::reading(path, error).sentence());
            return folder;
        }
    };
    for entry in entries.filter_map(Result::ok) {
        let Ok(name) = entry.file_name().into_string() else { continue };
        // Through links: what they lead to is what is opened.
        let Ok(about) = fs::metadata(entry.path()) else { continue };
        folder.entries.push(Entry { name, is_folder: about.is_dir(), bytes: about.len() });
    }
    folder
        .entries
        .sort_by_cached_key(|entry| (!entry.is_folder, entry.name.to_lowercase(), entry.name.clone()));
    folder.more = folder.entries.len().saturating_sub(MOST);
    folder.entries.truncate(MOST);
    folder
}
