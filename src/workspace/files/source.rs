//! Reading a file that may be anything: a case, a Case JSON, a table of events.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::export::{self, Document, MOST_LOGO};
use crate::intake::{self, Format, Incoming};
use crate::model::{CaseContent, Sentence};
use crate::scene::Logo;
use crate::store::case_json;

use super::super::command::TakeIn;
use super::FileError;
use super::articles::{self, Part};

const SQLITE: &[u8; 16] = b"SQLite format 3\0";

/// What a file turned out to be.
#[derive(Debug)]
pub(in super::super) enum Source {
    /// A database, or a file that is named like a case: only `SQLite` opens it from here on (contract 9).
    Database,
    /// Anything else, whole.
    Bytes(Vec<u8>),
}

/// What was read from a file, ready for a case.
#[derive(Debug, Default)]
pub(in super::super) struct Taken {
    pub content: CaseContent,
    pub keyless: bool,
    pub notes: Vec<Sentence>,
    /// When an article was published, and how that was found out, in words.
    pub found: Option<Sentence>,
    pub skipped: Vec<(u64, Sentence)>,
    /// The bytes of an article's file; then the content is that article alone.
    pub original: Option<Vec<u8>>,
    /// The files behind articles that a Case JSON brings along.
    pub originals: Vec<Vec<u8>>,
    /// Whether the content's candidates are what the article seems to say.
    pub is_proposed: bool,
}

/// A file with what was read, or why nothing was.
#[derive(Debug)]
pub(in super::super) struct ReadFile {
    pub path: PathBuf,
    pub taken: Result<Taken, FileError>,
    /// What takes it as a new reading of what is there.
    pub again: Box<TakeIn>,
    /// Whether it is one of several that were given at once.
    pub many: bool,
}

/// Finds out what a file is, by its first bytes before its name.
pub(in super::super) fn sniff(path: &Path) -> Result<Source, FileError> {
    let failed = |error| FileError::reading(path, error);
    if fs::metadata(path).map_err(failed)?.is_dir() {
        return Err(FileError::Folder(path.to_owned()));
    }
    let mut file = File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    Read::by_ref(&mut file).take(SQLITE.len() as u64).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.is_empty() {
        return Err(FileError::Empty(path.to_owned()));
    }
    if bytes == SQLITE {
        return Ok(Source::Database);
    }
    file.read_to_end(&mut bytes).map_err(failed)?;
    let case_by_name = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("caseline"));
    let database = case_by_name && !case_json::looks_like(&bytes);
    Ok(if database { Source::Database } else { Source::Bytes(bytes) })
}

/// A publisher's sign for a picture.
pub(in super::super) fn logo(path: &Path) -> Result<Arc<Logo>, FileError> {
    let failed = |error| FileError::reading(path, error);
    let refused = |why: Sentence| {
        FileError::Said(Sentence::new("fault-no-logo").text("file", spoken(path)).said_of("why", why))
    };
    let file = File::open(path).map_err(failed)?;
    if file.metadata().map_err(failed)?.is_dir() {
        return Err(FileError::Folder(path.to_owned()));
    }
    let mut bytes = Vec::new();
    file.take(MOST_LOGO + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MOST_LOGO {
        return Err(refused(Sentence::new("logo-heavy").text("most", (MOST_LOGO >> 20).to_string())));
    }
    export::logo(&bytes).map(Arc::new).map_err(refused)
}

/// Whether a name says that a file is a Case JSON.
pub(in super::super) fn is_case_json(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.to_ascii_lowercase().ends_with(".caseline.json")
}

/// Reads a file that is to be taken into a case.
pub(super) fn read(part: &Part, how: &TakeIn) -> Result<Taken, FileError> {
    if let Some(pasted) = &part.pasted {
        return articles::pasted(&part.path, pasted);
    }
    if let Some((number, _)) = part.inside {
        return interpret(&part.name(), part.unpacked(number)?, how);
    }
    let path = &part.path;
    match sniff(path)? {
        Source::Bytes(bytes) => interpret(path, bytes, how),
        Source::Database => {
            let incoming = Incoming { name: spoken(path), bytes: SQLITE.to_vec(), ..Incoming::default() };
            Err(FileError::Said(intake::take_in(&incoming).refused.unwrap_or_default()))
        }
    }
}

/// What bytes hold: events as Case JSON or as a table, else an article.
pub(super) fn interpret(path: &Path, bytes: Vec<u8>, how: &TakeIn) -> Result<Taken, FileError> {
    if let (None, Some(carried)) = (how.format, carried(path, &bytes)?) {
        return read_carried(path, &carried);
    }
    let named = how.format.is_none() && (is_case_json(path) || case_json::looks_like(&bytes));
    if named || how.format == Some(Format::CaseJson) {
        return read_json(path, &bytes);
    }
    let incoming = Incoming { name: spoken(path), bytes, mapping: how.mapping.clone(), format: how.format };
    let read = intake::take_in(&incoming);
    if let Some(sentence) = read.refused {
        if how.format.is_none() && how.mapping.is_empty() && read.format.is_article() {
            return articles::taken(path, incoming);
        }
        return Err(FileError::Said(sentence));
    }
    if read.format == Format::CaseJson {
        return read_json(path, &incoming.bytes);
    }
    Ok(Taken {
        content: read.content,
        keyless: read.keyless,
        notes: read.notes.iter().map(intake::Note::sentence).collect(),
        skipped: read.skipped.into_iter().map(|row| (row.line, row.reason)).collect(),
        ..Taken::default()
    })
}

/// What a picture of Caseline's carries; `None`: the bytes are something else.
pub(in super::super) fn carried(path: &Path, bytes: &[u8]) -> Result<Option<Document>, FileError> {
    if !export::is_png(bytes) {
        return Ok(None);
    }
    Document::read(bytes).map_err(|why| FileError::inside(path, why))
}

/// The case that a picture carries, where it carries more than a view of one.
fn read_carried(path: &Path, carried: &Document) -> Result<Taken, FileError> {
    let taken = read_json(path, carried.case.as_bytes())?;
    if taken.content.events.is_empty() && !carried.events.is_empty() {
        let only = Sentence::new("unread-only-view").text("file", spoken(path));
        return Err(FileError::Said(only.text("title", taken.content.title)));
    }
    Ok(taken)
}

fn read_json(path: &Path, bytes: &[u8]) -> Result<Taken, FileError> {
    let (content, originals) =
        case_json::read_whole(bytes).map_err(|error| FileError::inside(path, error.sentence()))?;
    Ok(Taken { content, originals, ..Taken::default() })
}

fn spoken(path: &Path) -> String {
    path.display().to_string()
}
