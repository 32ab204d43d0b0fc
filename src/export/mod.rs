//! The case on paper and in other programs' files: bytes only, nothing is written to disk here.

mod error;
mod list;

pub use error::ExportError;
pub use list::{List, ListFormat, list};
