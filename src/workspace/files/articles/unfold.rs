//! Folders and ZIPs unfolded into the files in them, so that each is read, counted and told of by itself.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::intake::articles::MOST_BYTES;
use crate::model::Sentence;

use super::super::super::command::Pasted;
use super::super::FileError;

/// What a pasted text is called.
const PASTED: &str = "Pasted text";

/// Files that are taken out of folders and ZIPs at once.
const MOST_FILES: usize = 20_000;

/// Folders in folders.
const DEEPEST: usize = 16;

/// The most that the files of one ZIP may come to when unpacked, in bytes.
const MOST_UNPACKED: u64 = 4 << 30;

/// How much smaller than itself a file can be packed, where it is more than a few kilobytes: above is a bomb.
const MOST_SQUEEZED: u64 = 1_000;

/// A file, or one in a ZIP.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in super::super::super) struct Part {
    pub path: PathBuf,
    /// The number of the file in the ZIP, and its name there.
    pub inside: Option<(usize, String)>,
    /// What was pasted: there is no file.
    pub pasted: Option<Pasted>,
}

/// What was given, unfolded, and what was left out of it, in sentences.
#[derive(Debug, Default)]
pub(in super::super::super) struct Unfolded {
    pub parts: Vec<Part>,
    pub notes: Vec<Sentence>,
}

impl Part {
    /// What it is called: a path, through the ZIP where it is in one.
    pub(in super::super::super) fn name(&self) -> PathBuf {
        match &self.inside {
            Some((_, name)) => self.path.join(name),
            None => self.path.clone(),
        }
    }

    /// The bytes of a file in a ZIP; a wrong size in its listing does not make it unpack more than is allowed.
    pub(in super::super) fn unpacked(&self, number: usize) -> Result<Vec<u8>, FileError> {
        let file = File::open(&self.path).map_err(|error| FileError::reading(&self.path, error))?;
        let damaged = |why: Sentence| {
            let name = self.name().display().to_string();
            FileError::Said(Sentence::new("unread-packed").text("file", name).said_of("why", why))
        };
        let mut archive =
            ZipArchive::new(io::BufReader::new(file)).map_err(|error| damaged(of_zip(&error)))?;
        let entry = archive.by_index(number).map_err(|error| damaged(of_zip(&error)))?;
        let mut bytes = Vec::new();
        entry
            .take(MOST_BYTES as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| damaged(of_system(&error)))?;
        Ok(bytes)
    }
}

/// Unfolds what was given, in the order of names.
pub(in super::super) fn unfold(paths: &[PathBuf]) -> Unfolded {
    let mut unfolded = Unfolded::default();
    for path in paths {
        match fs::metadata(path) {
            Ok(there) if there.is_dir() => unfolded.folder(path, 0),
            Ok(_) if is_zip(path) => unfolded.zip(path, None),
            Err(_) if let Some(zip) = path.ancestors().skip(1).find(|above| is_zip(above)) => {
                unfolded.zip(zip, Some(path));
            }
            // What is not there is told of when it is read.
            _ => unfolded.put(Part { path: path.clone(), ..Part::default() }),
        }
    }
    if unfolded.parts.len() == MOST_FILES {
        unfolded.notes.push(Sentence::new("note-first-files").number("n", MOST_FILES));
    }
    unfolded
}

impl Unfolded {
    /// What was pasted.
    pub(in super::super) fn pasted(pasted: Pasted) -> Self {
        let part = Part { path: PathBuf::from(PASTED), pasted: Some(pasted), ..Part::default() };
        Self { parts: vec![part], notes: Vec::new() }
    }

    fn put(&mut self, part: Part) {
        if self.parts.len() < MOST_FILES {
            self.parts.push(part);
        }
    }

    /// Links are not followed: they may lead out of the folder, or round in it.
    fn folder(&mut self, path: &Path, depth: usize) {
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => {
                self.notes.push(FileError::reading(path, error).sentence());
                return;
            }
        };
        let mut entries: Vec<fs::DirEntry> = entries.flatten().collect();
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries.into_iter().filter(|entry| !is_hidden(&entry.file_name().to_string_lossy())) {
            let (path, Ok(sort)) = (entry.path(), entry.file_type()) else { continue };
            if sort.is_dir() && is_a_pages_own(&path) {
                continue;
            }
            if sort.is_dir() && depth >= DEEPEST {
                self.notes.push(Sentence::new("note-too-deep").text("file", path.display().to_string()));
            } else if sort.is_dir() {
                self.folder(&path, depth + 1);
            } else if sort.is_file() && is_zip(&path) {
                self.zip(&path, None);
            } else if sort.is_file() {
                self.put(Part { path, ..Part::default() });
            }
        }
    }

    /// All the files in a ZIP, or the one of a name that leads through it.
    fn zip(&mut self, path: &Path, only: Option<&Path>) {
        if let Err(why) = self.zip_files(path, only) {
            let path = path.display().to_string();
            self.notes.push(Sentence::new("unread-packed").text("file", path).said_of("why", why));
        }
    }

    fn zip_files(&mut self, path: &Path, only: Option<&Path>) -> Result<(), Sentence> {
        let file = File::open(path).map_err(|error| of_system(&error))?;
        let broken = |error: ZipError| of_zip(&error);
        let mut archive = ZipArchive::new(io::BufReader::new(file)).map_err(broken)?;
        let mut left = MOST_UNPACKED;
        let mut found = Vec::new();
        for number in 0..archive.len().min(MOST_FILES) {
            let entry = archive.by_index_raw(number).map_err(broken)?;
            let name = entry.name().map_err(broken)?.into_owned();
            let is_wanted = only.is_none_or(|only| path.join(&name) == only);
            if entry.is_dir() || is_noise(&name) || !is_wanted {
                continue;
            }
            let (packed, size) = (entry.compressed_size(), entry.size());
            let why = if entry.encrypted() {
                "zip-locked"
            } else if !stays_inside(&name) {
                "zip-leads-out"
            } else if name.to_lowercase().ends_with(".zip") {
                "zip-in-zip"
            } else if size > MOST_BYTES as u64 {
                "zip-large"
            } else if size > 100_000 && size / packed.max(1) > MOST_SQUEEZED {
                "zip-squeezed"
            } else if size > left {
                "zip-much"
            } else {
                left -= size;
                found.push(Part { path: path.to_owned(), inside: Some((number, name)), pasted: None });
                continue;
            };
            let left_out = Sentence::new("note-left-out-of-zip").text("file", path.display().to_string());
            self.notes.push(left_out.text("name", name).said_of("why", Sentence::new(why)));
        }
        if let Some(only) = only.filter(|_| found.is_empty()) {
            return Err(Sentence::new("zip-not-found").text("name", only.display().to_string()));
        }
        found.sort_by(|a, b| a.inside.cmp(&b.inside));
        for part in found {
            self.put(part);
        }
        Ok(())
    }
}

/// What the system says of a file, which it says in its own words.
fn of_system(error: &io::Error) -> Sentence {
    Sentence::new("system-says").text("why", error.to_string())
}

/// The same of a ZIP's reader.
fn of_zip(error: &ZipError) -> Sentence {
    match error {
        ZipError::Io(error) => Sentence::new("system-says").text("why", format!("i/o error: {error}")),
        other => Sentence::new("zip-broken").text("why", other.to_string()),
    }
}

/// Whether a file is a ZIP of files, and not a document that is packed like one.
fn is_zip(path: &Path) -> bool {
    let packed = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
    let mut magic = [0; 4];
    packed
        && File::open(path).and_then(|mut file| file.read_exact(&mut magic)).is_ok()
        && magic == *b"PK\x03\x04"
}

/// The folder with the pictures and scripts of a saved page: browsers name it after the page.
fn is_a_pages_own(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let page = ["_files", ".files", "_Dateien", "_fichiers", "_archivos"]
        .iter()
        .find_map(|end| name.strip_suffix(end));
    page.is_some_and(|page| {
        [".html", ".htm"].iter().any(|ending| folder.with_file_name(format!("{page}{ending}")).is_file())
    })
}

fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || matches!(name, "Thumbs.db" | "desktop.ini")
}

/// What systems put into ZIPs unasked.
fn is_noise(name: &str) -> bool {
    name.starts_with("__MACOSX/") || is_hidden(name.rsplit('/').next().unwrap_or(name))
}

/// Whether a name stays in the folder that it is unpacked into. Nothing is written, but the name is shown and kept.
fn stays_inside(name: &str) -> bool {
    !name.contains(['\\', '\0'])
        && Path::new(name).components().all(|part| matches!(part, Component::Normal(_)))
}
