//! Errors in the language of the window.
//!
//! English stands in the errors themselves, which the command line prints; a test holds that `assets/words` says the
//! same. What is too rare to be met in a window, or comes from a library, is told in English in every language.

use std::path::Path;

use crate::model::{Sentence, Words};
use crate::store::StoreError;

use super::FileError;

/// The sentence for an error, without a full stop.
#[must_use]
pub fn told(error: &FileError, words: &dyn Words) -> String {
    sentence(error).spoken(words)
}

/// The same, not spoken yet.
#[must_use]
pub fn sentence(error: &FileError) -> Sentence {
    let said = match error {
        FileError::Said(sentence) => Some(sentence.clone()),
        FileError::Store(error) => of_store(error),
        other => of_file(other),
    };
    said.unwrap_or_else(|| Sentence::plain(error.to_string()))
}

fn of_file(error: &FileError) -> Option<Sentence> {
    use FileError::{
        Empty, Exists, Folder, Full, Held, Missing, NoCase, NoFolder, NoState, NotReadable, NotWritable,
        OpenCase, Panicked,
    };
    let with = |key, path: &Path| Some(Sentence::new(key).text("file", path.display().to_string()));
    match error {
        Missing(path) => with("fault-missing", path),
        Folder(path) => with("fault-folder", path),
        NotReadable(path) => with("fault-not-readable", path),
        NotWritable(path) => with("fault-not-writable", path),
        NoFolder(path) => with("fault-no-folder", path),
        Exists(path) => with("fault-exists", path),
        Empty(path) => with("fault-empty", path),
        Full(path) => with("fault-full", path),
        OpenCase(path) => with("fault-open-case", path),
        Held { path, holder } => Some(with("fault-held", path)?.text("holder", holder)),
        NoState => Some(Sentence::new("fault-no-state")),
        NoCase => Some(Sentence::new("fault-no-case")),
        Panicked(what) => Some(Sentence::new("fault-panicked").text("what", what)),
        _ => None,
    }
}

fn of_store(error: &StoreError) -> Option<Sentence> {
    use StoreError::{
        Busy, Damaged, Empty, FolderLocked, Full, Malformed, Moved, Newer, NotACase, OtherProgram, ReadOnly,
        Strange,
    };
    let with = |key, path: &Path, what: &str| {
        Some(Sentence::new(key).text("file", path.display().to_string()).text("what", what))
    };
    match error {
        ReadOnly => Some(Sentence::new("fault-case-read-only")),
        Busy => Some(Sentence::new("fault-case-busy")),
        Full => Some(Sentence::new("fault-case-full")),
        Moved => Some(Sentence::new("fault-case-moved")),
        FolderLocked => Some(Sentence::new("fault-case-folder-locked")),
        Malformed => Some(Sentence::new("fault-case-malformed")),
        Empty(path) => with("fault-empty", path, ""),
        NotACase(path) => with("fault-not-a-case", path, ""),
        OtherProgram(path) => with("fault-other-program", path, ""),
        Newer { path, version } => with("fault-newer", path, version),
        Damaged { path, what } => with("fault-damaged", path, what),
        Strange { path, what } => with("fault-strange", path, what),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::super::FluentWords;
    use super::*;

    fn all() -> Vec<FileError> {
        let path = || PathBuf::from("/home/ana/Case 1.caseline");
        let what = || "half of it is missing".to_owned();
        let of_store = [
            StoreError::ReadOnly,
            StoreError::Busy,
            StoreError::Full,
            StoreError::Moved,
            StoreError::FolderLocked,
            StoreError::Malformed,
            StoreError::Empty(path()),
            StoreError::NotACase(path()),
            StoreError::OtherProgram(path()),
            StoreError::Newer { path: path(), version: "7.2".to_owned() },
            StoreError::Damaged { path: path(), what: what() },
            StoreError::Strange { path: path(), what: what() },
        ];
        let of_file = vec![
            FileError::Missing(path()),
            FileError::Folder(path()),
            FileError::NotReadable(path()),
            FileError::NotWritable(path()),
            FileError::NoFolder(path()),
            FileError::Exists(path()),
            FileError::Empty(path()),
            FileError::Full(path()),
            FileError::OpenCase(path()),
            FileError::Held { path: path(), holder: "process 7 of ana".to_owned() },
            FileError::NoState,
            FileError::NoCase,
            FileError::Panicked(what()),
        ];
        of_store.into_iter().map(FileError::from).chain(of_file).collect()
    }

    #[test]
    fn errors_are_told_in_the_window_s_language_and_in_english_as_on_the_command_line() {
        let (english, ukrainian) = (FluentWords::english(), FluentWords::of("uk").expect("it is there"));
        for error in all() {
            let plain = error.to_string();
            assert_eq!(told(&error, &english), plain);
            let said = told(&error, &ukrainian);
            let is_cyrillic = said.chars().any(|c| ('а'..='я').contains(&c));
            assert!(is_cyrillic && said != plain, "{said}");
            if plain.contains("/home/ana/Case 1.caseline") {
                assert!(said.contains("/home/ana/Case 1.caseline"), "{said}");
            }
        }
    }
}
