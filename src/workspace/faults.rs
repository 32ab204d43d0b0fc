//! Errors in the language of the window.
//!
//! English stands in the errors themselves, which the command line prints; a test holds that `assets/words` says the
//! same. What is too rare to be met in a window, or comes from a library, is told in English in every language.

use crate::model::{Arg, Words};
use crate::store::StoreError;

use super::FileError;

/// The sentence for an error, without a full stop.
#[must_use]
pub fn told(error: &FileError, words: &dyn Words) -> String {
    let said = match error {
        FileError::Store(error) => of_store(error, words),
        other => of_file(other, words),
    };
    said.unwrap_or_else(|| error.to_string())
}

fn of_file(error: &FileError, words: &dyn Words) -> Option<String> {
    use FileError::{
        Empty, Exists, Folder, Full, Held, Missing, NoCase, NoFolder, NoState, NotReadable, NotWritable,
        OpenCase, Panicked,
    };
    let with = |key: &str, path: &std::path::Path| {
        Some(words.say(key, &[("file", Arg::Text(&path.display().to_string()))]))
    };
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
        Held { path, holder } => {
            let path = path.display().to_string();
            Some(words.say("fault-held", &[("file", Arg::Text(&path)), ("holder", Arg::Text(holder))]))
        }
        NoState => Some(words.word("fault-no-state")),
        NoCase => Some(words.word("fault-no-case")),
        Panicked(what) => Some(words.say("fault-panicked", &[("what", Arg::Text(what))])),
        _ => None,
    }
}

fn of_store(error: &StoreError, words: &dyn Words) -> Option<String> {
    use StoreError::{
        Busy, Damaged, Empty, FolderLocked, Full, Malformed, Moved, Newer, NotACase, OtherProgram, ReadOnly,
        Strange,
    };
    let with = |key: &str, path: &std::path::Path, what: &str| {
        let path = path.display().to_string();
        Some(words.say(key, &[("file", Arg::Text(&path)), ("what", Arg::Text(what))]))
    };
    match error {
        ReadOnly => Some(words.word("fault-case-read-only")),
        Busy => Some(words.word("fault-case-busy")),
        Full => Some(words.word("fault-case-full")),
        Moved => Some(words.word("fault-case-moved")),
        FolderLocked => Some(words.word("fault-case-folder-locked")),
        Malformed => Some(words.word("fault-case-malformed")),
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
