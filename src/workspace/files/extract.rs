//! What an article's file holds, without a case: for the command line and for imports.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::intake::{Extraction, Known, Lexicons, Question, read_text};
use crate::model::When;

use super::FileError;
use super::source::{self, Source};

/// The most of standard input that is read, in bytes.
const MOST: u64 = 64 << 20;

/// What is known about files before they are read.
#[derive(Debug, Clone, Default)]
pub struct ExtractWish {
    /// Wins over what the article says.
    pub published: Option<When>,
    /// BCP 47; wins over what the article says.
    pub language: Option<String>,
}

/// What an article's file says, and what was found in its words.
#[derive(Debug)]
pub struct Extracted {
    pub published: Option<When>,
    pub found: Extraction,
}

/// The lexicons that are built in and the user's own; what was wrong with one of those is said.
#[must_use]
pub fn lexicons(folder: Option<&Path>) -> (Lexicons, Vec<String>) {
    let mut files: Vec<PathBuf> = Vec::new();
    if let Some(Ok(entries)) = folder.map(std::fs::read_dir) {
        files.extend(entries.filter_map(Result::ok).map(|entry| entry.path()));
    }
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let (mut own, mut notes) = (Vec::new(), Vec::new());
    for path in files {
        let name = path.display().to_string();
        match std::fs::read_to_string(&path) {
            Ok(text) => own.push((name, text)),
            Err(error) => notes.push(FileError::reading(&path, error).to_string()),
        }
    }
    let (lexicons, wrong) = Lexicons::with(&own);
    notes.extend(wrong);
    (lexicons, notes)
}

/// Reads an article and what its words say; `-` is standard input.
///
/// # Errors
/// Says why the file could not be read, or why it is no article.
pub fn extract(path: &Path, wish: &ExtractWish, lexicons: &Lexicons) -> Result<Extracted, FileError> {
    let bytes = if path.as_os_str() == "-" { standard_input()? } else { bytes_of(path)? };
    let name = path.display().to_string();
    let text = read_text(&name, &bytes).map_err(FileError::Content)?;
    let question = Question {
        text: &text,
        language: wish.language.as_deref(),
        published: wish.published.as_ref(),
        known: &Known::default(),
        lexicons,
    };
    Ok(Extracted { published: wish.published.clone(), found: question.answer() })
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, FileError> {
    match source::sniff(path)? {
        Source::Bytes(bytes) => Ok(bytes),
        Source::Database => Err(FileError::Content(format!("{} is a case, not an article", path.display()))),
    }
}

fn standard_input() -> Result<Vec<u8>, FileError> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MOST).read_to_end(&mut bytes);
    read.map_err(|error| FileError::reading(Path::new("-"), error))?;
    Ok(bytes)
}
