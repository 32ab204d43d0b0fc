//! The events told in words: a written chronology in Markdown and HTML, and the sheet of claims.

mod chronology;
mod claims;
mod docx;
mod entry;
mod table;

pub use chronology::{chronology_html, chronology_markdown, chronology_page, note_html};
pub use claims::{ClaimsFormat, claims};
pub use entry::{Entry, Hashes, entries, quoted};
pub use table::{list_html, list_text};
