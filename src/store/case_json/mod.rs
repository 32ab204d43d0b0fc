//! Case JSON: the whole case as one text, lossless and in one canonical form (contract 6).
//!
//! Reading takes any valid JSON of `assets/caseline.schema.json` and says what is wrong with its line; writing makes
//! one text. Deliberately absent: files and paths, which are the workspace's, and the store's tables.

mod codes;
mod error;
mod from_file;
mod originals;
mod place;
mod public;
mod shapes;
mod to_file;
mod view_shapes;

pub use error::CaseJsonError;

pub(super) use codes::{Code, Colour, Zone};
pub(super) use from_file::{draft as draft_from, says as says_from, view as view_from};
pub(super) use to_file::{draft as draft_to, says as says_to, view as view_to};
use view_shapes::FilePaper;
pub(super) use view_shapes::FileView;

use super::rules::{self, Step};
use crate::model::{CaseContent, LabelDensity, Sentence};

/// The format that this program writes; another one is refused.
pub const MAJOR: u32 = 1;

/// Counts additions to the format that older programs can do without.
pub const MINOR: u32 = 1;

/// Whether bytes mean to be a Case JSON, whole or not.
#[must_use]
pub fn looks_like(bytes: &[u8]) -> bool {
    place::has_key(without_mark(bytes), "caseline")
}

/// The case that a text holds.
///
/// # Errors
/// Says what is wrong and in which line.
pub fn read(bytes: &[u8]) -> Result<CaseContent, CaseJsonError> {
    read_whole(bytes).map(|(content, _)| content)
}

/// The case that a text holds, and the bytes of the files behind its articles that it brings along.
///
/// # Errors
/// Says what is wrong and in which line.
pub fn read_whole(bytes: &[u8]) -> Result<(CaseContent, Vec<Vec<u8>>), CaseJsonError> {
    let bytes = without_mark(bytes);
    let text = std::str::from_utf8(bytes)
        .map_err(|error| CaseJsonError::NotUtf8 { line: place::line_at(bytes, error.valid_up_to()) })?;
    if text.trim().is_empty() {
        return Err(CaseJsonError::Empty);
    }
    let version = |key| place::number_at(bytes, key);
    let (major, minor) = (version("caseline").unwrap_or(MAJOR.into()), version("minor").unwrap_or(0));
    let newer = CaseJsonError::Newer { major, minor };
    if major > MAJOR.into() {
        return Err(newer);
    }
    read_text(text).map_err(|error| if minor > MINOR.into() { newer } else { error })
}

fn read_text(text: &str) -> Result<(CaseContent, Vec<Vec<u8>>), CaseJsonError> {
    let mut file: shapes::FileCase = match serde_json::from_str(text) {
        Ok(file) => file,
        Err(error) if error.is_data() && !looks_like(text.as_bytes()) => return Err(CaseJsonError::NotACase),
        Err(error) => return Err(error::unreadable(&error)),
    };
    if file.caseline != MAJOR {
        let line = place::line_of(text, &[Step::Key("caseline")]);
        let sentence = Sentence::new("json-no-format").text("format", file.caseline.to_string());
        return Err(CaseJsonError::Wrong { line, sentence });
    }
    if let Some(at) = file.articles.iter().position(|one| one.text.is_none() && one.text_sha256.is_some()) {
        let line = place::line_of(text, &[Step::Key("articles"), Step::At(at), Step::Key("text_sha256")]);
        let sentence = Sentence::new("json-hash-alone").quoting("article", &file.articles[at].id);
        return Err(CaseJsonError::Wrong { line, sentence });
    }
    let bytes = originals::take(&mut file).map_err(|(at, sentence)| {
        let path = [Step::Key("articles"), Step::At(at), Step::Key("original"), Step::Key("bytes")];
        CaseJsonError::Wrong { line: place::line_of(text, &path), sentence }
    })?;
    let content = from_file::content(file).map_err(|half| {
        let path = [Step::Key(half.list), Step::At(half.item), Step::Key("quotes"), Step::At(half.quote)];
        let sentence = Sentence::new("json-half-quote");
        CaseJsonError::Wrong { line: place::line_of(text, &path), sentence }
    })?;
    match rules::first_fault(&content, false) {
        None => {
            let mut content = content;
            rules::settle(&mut content);
            Ok((content, bytes))
        }
        Some(fault) => {
            Err(CaseJsonError::Wrong { line: place::line_of(text, &fault.path), sentence: fault.sentence })
        }
    }
}

/// The canonical text of a case.
#[must_use]
pub fn write(content: &CaseContent) -> String {
    write_whole(content, |_| None).0
}

/// The same with the bytes of the files behind articles, asked for by their hashes; and how many of them `bytes_of`
/// does not have.
#[must_use]
pub fn write_whole(content: &CaseContent, bytes_of: impl FnMut(&str) -> Option<Vec<u8>>) -> (String, usize) {
    let mut settled = content.clone();
    rules::settle(&mut settled);
    drop_unquoted(&mut settled);
    let mut file = to_file::content(&settled);
    let missing = originals::put(&mut file, bytes_of);
    file.minor = needed(&file);
    // Only a map with keys that are no strings, or a failing writer, could make this fail.
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    (text, missing)
}

/// The lowest minor version that can read the file: an older program need not refuse what it can do without.
fn needed(file: &shapes::FileCase) -> u32 {
    let is_new = |article: &shapes::FileArticle| {
        let has_bytes = article.original.as_ref().is_some_and(|original| original.bytes.is_some());
        has_bytes || article.published_from.is_some()
    };
    let is_later = |view: &FileView| {
        let filter = &view.filter;
        let is_new = |paper: &FilePaper| {
            let dressed = paper.labels.0 != LabelDensity::Usual || !paper.sources || paper.transparent;
            paper.seen.is_some() || dressed
        };
        let is_published = view.footnote.is_some() || view.paper.as_ref().is_some_and(is_new);
        !filter.sites.is_empty() || filter.cited_only || filter.differs || is_published
    };
    if file.articles.iter().any(is_new) || file.views.iter().any(is_later) { MINOR } else { 0 }
}

/// The case without what is private.
#[must_use]
pub fn public(content: &CaseContent) -> CaseContent {
    public::without_private(content)
}

/// Older texts are kept for the quotes that stand on them.
fn drop_unquoted(content: &mut CaseContent) {
    let quotes = content.events.iter().flat_map(|event| &event.quotes);
    let quotes = quotes.chain(content.links.iter().flat_map(|link| &link.quotes));
    let used: std::collections::BTreeSet<(String, u32)> = quotes
        .filter_map(|quote| Some((quote.article.clone(), quote.rev?)))
        .chain(content.candidates.iter().filter_map(|one| Some((one.article.clone(), one.rev?))))
        .collect();
    for article in &mut content.articles {
        article.older.retain(|old| used.contains(&(article.key.clone(), old.rev)));
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}
