//! What an article's file holds, without a case: for the command line and for imports.

use std::path::{Path, PathBuf};

use crate::intake::articles::ArticleDraft;
use crate::intake::{Extraction, Known, Lexicons, Question};
use crate::model::{Sentence, When};

use super::FileError;
use super::articles::read_articles;

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
    pub article: ArticleDraft,
    /// As wished, else as the article says.
    pub published: Option<When>,
    pub found: Extraction,
}

/// The lexicons that are built in and the user's own; what was wrong with one of those is said.
#[must_use]
pub fn lexicons(folder: Option<&Path>) -> (Lexicons, Vec<Sentence>) {
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
            Err(error) => notes.push(FileError::reading(&path, error).sentence()),
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
    let read = read_articles(&[path.to_owned()]).into_iter().next().map(|(_, read)| read);
    let article = match read {
        Some(Ok(article)) => *article,
        Some(Err(sentence)) => return Err(FileError::Said(sentence)),
        None => return Err(FileError::Missing(path.to_owned())),
    };
    let published = wish.published.clone().or_else(|| article.published.clone());
    let question = Question {
        text: &article.text,
        language: wish.language.as_deref().or(article.language.as_deref()),
        published: published.as_ref(),
        known: &Known::default(),
        lexicons,
    };
    let found = question.answer();
    Ok(Extracted { article, published, found })
}
