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
use super::quiet;

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
pub(super) fn read(bytes: &[u8], name: &str) -> Result<ArticleDraft, String> {
    // What the library leaves running past its time is left behind, with what it holds.
    let (owned, called) = (bytes.to_vec(), name.to_owned());
    quiet::within(LONGEST + Duration::from_secs(15), move || read_guarded(&owned, &called))
        .unwrap_or_else(|why| Err(format!("{name} is a PDF that can't be read: {why}")))
}

fn read_guarded(bytes: &[u8], name: &str) -> Result<ArticleDraft, String> {
    let document = open(bytes, name)?;
    let begun = Instant::now();
    let mut notes = Vec::new();
    let mut pages = Vec::new();
    let (mut broken, mut letters, mut unknown) = (0_usize, 0_usize, 0_usize);
    let numbers: Vec<u32> = document.get_pages().into_keys().collect();
    for number in numbers.iter().copied().take(MOST_PAGES) {
        if begun.elapsed() > LONGEST || letters > MOST_LETTERS {
            notes.push(format!("only the first {} of its {} pages were read", pages.len(), numbers.len()));
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
        notes.push(format!("only the first {MOST_PAGES} of its {} pages were read", numbers.len()));
    }
    if letters == unknown {
        return Err(if broken > 0 {
            format!("{name} is a PDF whose pages are broken; no text could be read")
        } else {
            format!(
                "{name} holds only pictures of pages; run it through text recognition (OCR) and take the result"
            )
        });
    }
    if broken > 0 {
        notes.push(format!(
            "{broken} of its {} pages are broken; they were read as far as they go",
            numbers.len()
        ));
    }
    if letters < FEWEST_LETTERS * numbers.len().max(1) {
        notes.push("it holds hardly any text: its pages may be pictures, which can't be read".to_owned());
    }
    if unknown > 0 {
        notes.push(format!(
            "{unknown} signs of {letters} can't be told from the file; \u{fffd} stands in their place"
        ));
    }
    let read = paragraphs::of_pages(pages);
    let mut draft =
        ArticleDraft { media_type: "application/pdf", text: read.text, notes, ..ArticleDraft::default() };
    facts::take(&document, read.headline, &mut draft);
    Ok(draft)
}

fn open(bytes: &[u8], name: &str) -> Result<Document, String> {
    let locked = || {
        format!(
            "{name} is locked with a password; open it, print it into a new PDF without one, and take that"
        )
    };
    let mut document = match Document::load_mem(bytes) {
        Ok(document) => document,
        Err(pdf_extract::Error::InvalidPassword | pdf_extract::Error::Decryption(_)) => return Err(locked()),
        Err(_) => return Err(format!("{name} is a PDF that is broken beyond reading")),
    };
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(locked());
    }
    widths::write_out(&mut document);
    Ok(document)
}
