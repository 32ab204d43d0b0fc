//! Files become drafts: a name and bytes in, plain values and notes out.
//!
//! ```text
//! bytes ─ sniff ─ decode ─► text ─ columns ─► rows ─► events, lanes, citations, notes
//! ```
//!
//! Bad content is never an error here: a row that cannot be read is listed with its line and reason, and the rest
//! is taken; a file that is nothing we read says so in a sentence. Deliberately absent: paths, disk, clock, the case.
//! Tables become events, articles become readable text ([`articles`]). Case JSON is recognised and left to the store, whose format it is.

pub mod articles;
mod cells;
mod columns;
mod count;
mod dates;
mod decode;
mod draft;
mod events;
mod find;
mod lexicon;
mod propose;
mod sniff;

pub use columns::Field;
pub use dates::typed_date;
pub use draft::{Incoming, Intake, Note, Skipped};
pub use find::{ByteSpan, DateSort, DateTable, DateWords, FoundDate, FoundEntity, Place, find_dates};
pub use lexicon::{Lexicon, Lexicons};
pub use propose::{Extraction, Known, Proposal, Question, Sought};
pub use sniff::Format;

/// Takes a file in, as far as it can be read.
#[must_use]
pub fn take_in(incoming: &Incoming) -> Intake {
    let name = &incoming.name;
    if incoming.bytes.iter().all(u8::is_ascii_whitespace) {
        return Intake::refused(Format::Unknown, sniff::nothing(incoming));
    }
    if let Some(format) = incoming.format.filter(|format| *format != Format::Table) {
        return without_content(format, name);
    }
    if incoming.format.is_none()
        && let Some(format) = sniff::by_first_bytes(name, &incoming.bytes)
    {
        return without_content(format, name);
    }
    let Some(decoded) = decode::decode(&incoming.bytes) else {
        return without_content(Format::Unknown, name);
    };
    if incoming.format.is_none()
        && let Some(format) = sniff::by_text(name, &decoded.text)
    {
        return without_content(format, name);
    }
    events::take_in(incoming, &decoded)
}

/// Nothing is taken here: the store reads Case JSON, and all else is refused with a sentence.
fn without_content(format: Format, name: &str) -> Intake {
    match sniff::refusal(format, name) {
        Some(sentence) => Intake::refused(format, sentence),
        None => Intake { format, ..Intake::default() },
    }
}
