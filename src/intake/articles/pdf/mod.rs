//! PDF: letters with places on a page, put back into lines, columns and paragraphs.
//!
//! ```text
//! bytes ─ pdf-extract ─► glyphs ─► blocks (columns) ─► lines ─► paragraphs
//! ```
//! The library knows fonts and encodings; where words stand and in which order they are read is ours. It panics on
//! many a broken file and may run long: each page is guarded, all of it stands under a limit of time, and what is
//! beyond is said.

mod blocks;
mod facts;
mod glyphs;
mod paragraphs;
mod widths;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use pdf_extract::{Document, output_doc_page};

use self::glyphs::Glyphs;
use super::draft::ArticleDraft;
use super::quiet::{self, Gone};
use crate::model::Sentence;

/// Pages that are read at most.
const MOST_PAGES: usize = 2_000;

/// Letters that are read at most, of the whole file.
const MOST_LETTERS: usize = 8_000_000;

/// Time for one file.
const LONGEST: Duration = Duration::from_mins(1);

/// Letters of a page below which it is likely a picture of one.
const FEWEST_LETTERS: usize = 20;

/// Reads a PDF.
///
/// # Errors
/// A sentence where it is locked, broken, or holds only pictures.
pub(super) fn read(bytes: &[u8], name: &str) -> Result<ArticleDraft, Sentence> {
    // What the library leaves running past its time is left behind, with what it holds.
    let (owned, called) = (bytes.to_vec(), name.to_owned());
    quiet::within(LONGEST + Duration::from_secs(15), move || read_guarded(&owned, &called)).unwrap_or_else(
        |why| {
            let why = Sentence::new(match why {
                Gone::NoThread => "unread-no-thread",
                Gone::TooLong => "unread-too-long",
                Gone::Broken => "unread-unexpected",
            });
            Err(Sentence::new("unread-pdf").text("file", name).said_of("why", why))
        },
    )
}

fn read_guarded(bytes: &[u8], name: &str) -> Result<ArticleDraft, Sentence> {
    let document = open(bytes, name)?;
    let begun = Instant::now();
    let mut notes = Vec::new();
    let mut pages = Vec::new();
    let (mut broken, mut letters, mut unknown) = (0_usize, 0_usize, 0_usize);
    let numbers: Vec<u32> = document.get_pages().into_keys().collect();
    for number in numbers.iter().copied().take(MOST_PAGES) {
        if begun.elapsed() > LONGEST || letters > MOST_LETTERS {
            notes.push(first_pages(pages.len(), numbers.len()));
            break;
        }
        let mut glyphs = Glyphs::new(begun + LONGEST, MOST_LETTERS - letters);
        let drawn = catch_unwind(AssertUnwindSafe(|| output_doc_page(&document, &mut glyphs, number)));
        broken += usize::from(!matches!(drawn, Ok(Ok(()))));
        letters += glyphs.all.len();
        unknown += glyphs.unknown;
        pages.push(blocks::of_page(&glyphs.all));
    }
    if numbers.len() > MOST_PAGES {
        notes.push(first_pages(MOST_PAGES, numbers.len()));
    }
    if letters == unknown {
        let key = if broken > 0 { "unread-pdf-pages" } else { "unread-pdf-pictures" };
        return Err(Sentence::new(key).text("file", name));
    }
    if broken > 0 {
        notes.push(Sentence::new("note-broken-pages").number("n", broken).number("all", numbers.len()));
    }
    if letters < FEWEST_LETTERS * numbers.len().max(1) {
        notes.push(Sentence::new("note-pictures"));
    }
    if unknown > 0 {
        notes.push(Sentence::new("note-unknown-signs").number("n", unknown).number("all", letters));
    }
    let read = paragraphs::of_pages(pages);
    let mut draft =
        ArticleDraft { media_type: "application/pdf", text: read.text, notes, ..ArticleDraft::default() };
    facts::take(&document, read.headline, &mut draft);
    Ok(draft)
}

fn first_pages(read: usize, all: usize) -> Sentence {
    Sentence::new("note-first-pages").number("n", read).number("all", all)
}

fn open(bytes: &[u8], name: &str) -> Result<Document, Sentence> {
    let locked = || Sentence::new("unread-pdf-locked").text("file", name);
    let mut document = match Document::load_mem(bytes) {
        Ok(document) => document,
        Err(pdf_extract::Error::InvalidPassword | pdf_extract::Error::Decryption(_)) => return Err(locked()),
        Err(_) => return Err(Sentence::new("unread-pdf-broken").text("file", name)),
    };
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(locked());
    }
    widths::write_out(&mut document);
    Ok(document)
}
