//! The door for one article: found out what it is, read by who knows it, and rounded off.

use crate::model::Sentence;

use super::super::decode::{self, Decoded};
use super::super::draft::Incoming;
use super::super::sniff::{self, Format};
use super::draft::ArticleDraft;
use super::{html, language, mail, office, origin, pdf, plain};

/// The largest file that is read, in bytes: what one article needs of memory stays a small multiple of it.
pub const MOST_BYTES: usize = 64 << 20;

/// The longest text or page that is read to its end, in bytes; of a longer one the beginning is.
pub(super) const LONGEST: usize = 16 << 20;

/// Reads an article, whatever kind of file it is.
///
/// # Errors
/// A sentence for the user where nothing can be read.
pub fn read(incoming: &Incoming) -> Result<ArticleDraft, Sentence> {
    let name = &incoming.name;
    if incoming.bytes.len() > MOST_BYTES {
        return Err(Sentence::new("unread-large").text("file", name).number("n", MOST_BYTES >> 20));
    }
    if incoming.bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(sniff::nothing(incoming));
    }
    let draft = match sniff::by_first_bytes(name, &incoming.bytes) {
        Some(Format::Pdf) => pdf::read(&incoming.bytes, name)?,
        Some(Format::Document) => office::read(&incoming.bytes, name)?,
        Some(format) => return Err(refused(format, name)),
        None => read_text(incoming)?,
    };
    Ok(rounded(draft))
}

/// A draft with what every kind of file is asked for in the same way.
pub(super) fn rounded(mut draft: ArticleDraft) -> ArticleDraft {
    draft.language = language::of(&draft.text, draft.language.as_deref());
    if draft.origin.is_none() {
        draft.origin = origin::of(draft.byline.as_deref(), &draft.text);
    }
    if draft.text.trim().is_empty() {
        draft.notes.push(Sentence::new("note-no-text"));
    }
    draft
}

fn read_text(incoming: &Incoming) -> Result<ArticleDraft, Sentence> {
    let name = &incoming.name;
    let decoded = decode::decode_page(&incoming.bytes).ok_or_else(|| refused(Format::Unknown, name))?;
    let Decoded { text, encoding, doubt } = decoded;
    let (text, was_cut) = beginning(&text);
    let format = sniff::article_by_text(name, text);
    if format == Format::Mail {
        return mail::read(&incoming.bytes, name);
    }
    let mut draft = match format {
        Format::Html => html::read(text, name),
        Format::Markdown => plain::read_markdown(text),
        Format::Text if is_address(text) => return Err(refused(Format::Shortcut, name)),
        Format::Text => plain::read(text),
        format => return Err(refused(format, name)),
    };
    draft.encoding = Some(encoding.to_owned());
    draft.notes.extend(doubt);
    if was_cut {
        draft.notes.push(Sentence::new("note-first-mb").number("n", LONGEST >> 20));
    }
    Ok(draft)
}

/// Whether a text is nothing but addresses of pages.
fn is_address(text: &str) -> bool {
    let is_one = |word: &str| word.starts_with("https://") || word.starts_with("http://");
    text.split_whitespace().next().is_some() && text.split_whitespace().all(is_one)
}

/// As much of a text as is read, and whether that is not all.
fn beginning(text: &str) -> (&str, bool) {
    if text.len() <= LONGEST {
        return (text, false);
    }
    let mut end = LONGEST;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    (&text[..end], true)
}

fn refused(format: Format, name: &str) -> Sentence {
    sniff::no_article(format, name)
}
