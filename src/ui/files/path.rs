//! Paths as people write them: with `~` for their own folder, begun and completed.

use std::path::{Path, PathBuf};

use crate::workspace::{Entry, Folder};

/// What is typed, parted at its last separator: the folder that is listed, and the beginning of a name in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    pub folder: PathBuf,
    pub part: String,
}

/// Reads what is typed; a path that does not say where it begins does so in `base`.
pub fn read(typed: &str, base: &Path, home: Option<&Path>) -> Typed {
    let typed = typed.trim_start();
    let (folder, part) = match typed.rfind(std::path::is_separator) {
        Some(at) => typed.split_at(at + 1),
        None if typed == "~" => ("~/", ""),
        None => ("", typed),
    };
    let folder = match (folder.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => base.join(folder),
    };
    Typed { folder, part: part.trim_end().to_owned() }
}

/// A path with `~` for the user's own folder.
pub fn spoken(path: &Path, home: Option<&Path>) -> String {
    match home.and_then(|home| path.strip_prefix(home).ok()) {
        Some(rest) => Path::new("~").join(rest).display().to_string(),
        None => path.display().to_string(),
    }
}

/// The same for a folder, with a separator at its end.
pub fn spoken_folder(path: &Path, home: Option<&Path>) -> String {
    let mut said = spoken(path, home);
    if !said.ends_with(std::path::is_separator) {
        said.push(std::path::MAIN_SEPARATOR);
    }
    said
}

/// The same in at most so many characters: the end tells more than the beginning.
pub fn shortened(path: &Path, home: Option<&Path>, most: usize) -> String {
    let said = spoken(path, home);
    let over = said.chars().count().saturating_sub(most);
    if over == 0 { said } else { format!("…{}", said.chars().skip(over + 1).collect::<String>()) }
}

/// The last part of a path.
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The entries that a beginning leaves: those that begin so first, then those that hold it. What is hidden shows
/// when its dot is typed.
pub fn narrowed<'a>(folder: &'a Folder, part: &str, shows: impl Fn(&Entry) -> bool) -> Vec<&'a Entry> {
    let part = part.to_lowercase();
    let seen = |entry: &&Entry| entry.name.starts_with('.') == part.starts_with('.') && shows(entry);
    let begins = |entry: &&Entry| entry.name.to_lowercase().starts_with(&part);
    let (mut first, rest): (Vec<&Entry>, Vec<&Entry>) = folder.entries.iter().filter(seen).partition(begins);
    first.extend(rest.into_iter().filter(|entry| entry.name.to_lowercase().contains(&part)));
    first
}

/// How a beginning goes on in all entries that begin so; `None` where it does not.
pub fn completed(entries: &[&Entry], part: &str) -> Option<String> {
    let lower = part.to_lowercase();
    let mut begin = entries.iter().filter(|entry| entry.name.to_lowercase().starts_with(&lower));
    let first = begin.next()?;
    let mut common = first.name.as_str();
    let mut alone = true;
    for entry in begin {
        alone = false;
        let same =
            common.chars().zip(entry.name.chars()).take_while(|(a, b)| a.to_lowercase().eq(b.to_lowercase()));
        let length: usize = same.map(|(a, _)| a.len_utf8()).sum();
        common = &common[..length];
    }
    let mut whole = common.to_owned();
    if alone && first.is_folder {
        whole.push(std::path::MAIN_SEPARATOR);
    }
    (whole.chars().count() > part.chars().count()).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(names: &[&str]) -> Folder {
        let entry = |name: &&str| Entry {
            name: name.trim_end_matches('/').to_owned(),
            is_folder: name.ends_with('/'),
            bytes: 0,
        };
        Folder { entries: names.iter().map(entry).collect(), ..Folder::default() }
    }

    #[test]
    fn a_path_is_read_from_the_own_folder_the_root_or_the_base() {
        let home = Path::new("/home/mara");
        let read = |typed| {
            let typed = read(typed, Path::new("/base"), Some(home));
            (typed.folder.display().to_string(), typed.part)
        };
        assert_eq!(read("~/cases/wa"), ("/home/mara/cases/".to_owned(), "wa".to_owned()));
        assert_eq!(read("/tmp/"), ("/tmp/".to_owned(), String::new()));
        assert_eq!(read("wave"), ("/base/".to_owned(), "wave".to_owned()));
        assert_eq!(read("~"), ("/home/mara/".to_owned(), String::new()));
        assert_eq!(spoken(Path::new("/home/mara/cases"), Some(home)), "~/cases");
        assert_eq!(shortened(Path::new("/home/mara/cases"), Some(home), 6), "…cases");
    }

    #[test]
    fn typing_narrows_and_tab_goes_as_far_as_all_agree() {
        let folder = folder(&["Cases/", "cables.csv", "cables-2.csv", "old cables/", ".hidden"]);
        let names = |part: &str| -> Vec<String> {
            narrowed(&folder, part, |_| true).into_iter().map(|entry| entry.name.clone()).collect()
        };
        assert_eq!(names("cab"), ["cables.csv", "cables-2.csv", "old cables"]);
        assert_eq!(names(".h"), [".hidden"]);
        assert_eq!(names("").len(), 4);
        let tab = |part: &str| completed(&narrowed(&folder, part, |_| true), part);
        assert_eq!(tab("cab").as_deref(), Some("cables"));
        assert_eq!(tab("cas").as_deref(), Some("Cases/"));
        assert_eq!(tab("cables"), None, "the names part here");
        assert_eq!(tab("zebra"), None);
        assert_eq!(tab("ca"), None);
    }
}
