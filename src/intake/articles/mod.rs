//! Articles: a file of any kind into its readable text and what is known of it.
//!
//! ```text
//! bytes ─ sniff ─┬─ decode ─┬─ html ────────┐
//!                │          └─ plain ───────┤
//!                ├─ mail (and saved pages) ─┼─► ArticleDraft ─ language
//!                └─ pdf, office ────────────┘
//! ```
//! What is doubtful is a note in the draft; an error is a sentence for the user, and means that nothing could be
//! read. Deliberately absent: dates and places in the text (`find`), paths, disk, clock, network.

mod draft;
mod html;
mod language;
mod mail;
mod office;
mod origin;
mod pasted;
mod pdf;
mod plain;
mod quiet;
mod read;

pub use draft::{ArticleDraft, PublishedFrom};
pub(super) use language::of as language_of;
pub use pasted::read_pasted;
pub use read::{MOST_BYTES, read};
