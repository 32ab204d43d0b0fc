//! The case file: the only room that knows SQLite, and Case JSON, its exchange form.
//!
//! Deliberately absent: paths of other files, clocks, randomness (both are passed in), threads and pixels.

mod apply;
pub mod case_json;
mod drawing;
mod error;
mod guard;
mod hash;
mod leaving;
mod open;
mod originals;
mod read;
mod rules;
mod schema;
mod search;
mod side_by_side;
mod upkeep;
mod views;

pub use apply::Surroundings;
pub use error::StoreError;
pub use hash::sha256_hex;
pub use leaving::{Behind, Forgotten};
pub use open::{Access, Opened, Store, UNTITLED};
pub use read::{ArticleHeading, Summary, Support};
pub use search::{Finding, Found, Hit};
pub use upkeep::{CheckReport, Compacted, OriginalReport, QuoteReport, WrongQuote};
pub use views::Bookmark;
