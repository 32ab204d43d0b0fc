//! The events told in words: a written chronology in Markdown and HTML, and the sheet of claims.

mod chronology;
mod claims;
mod docx;
mod entry;
mod markup;

pub use chronology::{chronology_markdown, note_html};
pub use claims::{ClaimsFormat, claims};
pub use entry::{Entry, Hashes, entries, quoted};
pub use markup::escaped;
