//! What a picture of Caseline's carries, told in numbers.

use std::path::Path;

use crate::export::Document;
use crate::model::{Sentence, Stamp, View};
use crate::store::{Summary, case_json};

use super::super::Outside;
use super::super::files::{self, FileError, Source};

/// A picture's document in a few numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureFacts {
    /// Of its case; where that carries a view alone, what the picture shows.
    pub summary: Summary,
    /// Whether the events themselves are in it.
    pub embedded: bool,
    /// The alt text.
    pub description: String,
}

/// What a picture carries; `None`: the file is no PNG.
///
/// # Errors
/// Says why it could not be read, or that it carries nothing of Caseline's.
pub fn picture_facts(path: &Path, outside: &Outside) -> Result<Option<PictureFacts>, FileError> {
    let Source::Bytes(bytes) = files::sniff(path)? else { return Ok(None) };
    if !crate::export::is_png(&bytes) {
        return Ok(None);
    }
    let Some(document) = files::carried(path, &bytes)? else {
        let said = Sentence::new("fault-carries-no-case").text("file", path.display().to_string());
        return Err(FileError::Said(said));
    };
    facts(path, document, outside).map(Some)
}

fn facts(path: &Path, document: Document, outside: &Outside) -> Result<PictureFacts, FileError> {
    let content = case_json::read(document.case.as_bytes())
        .map_err(|error| FileError::inside(path, error.sentence()))?;
    let embedded = !content.events.is_empty();
    let (title, views) = (content.title.clone(), content.views.clone());
    let own = files::filled(outside, content, Vec::new())?.summary()?;
    let summary = if embedded {
        own
    } else {
        let (from, to) = range(&views);
        Summary { title, events: document.events.len(), from, to, ..own }
    };
    Ok(PictureFacts { summary, embedded, description: document.description })
}

fn range(views: &[View]) -> (Option<String>, Option<String>) {
    let segments = || views.iter().flat_map(|view| &view.segments);
    let from = segments().map(|segment| &segment.from).min_by_key(|from| from.earliest());
    let to = segments().map(|segment| &segment.to).max_by_key(|to| to.latest());
    let known_from = from.filter(|when| when.earliest() != Stamp::MIN);
    let known_to = to.filter(|when| when.latest() != Stamp::MAX);
    (known_from.map(ToString::to_string), known_to.map(ToString::to_string))
}
