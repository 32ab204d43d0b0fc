//! Upkeep of a case file: whether it is whole, and what of it can be let go.

mod check;
mod compact;
mod quick;

pub use check::{CheckReport, OriginalReport, QuoteReport, WrongQuote};
pub use compact::Compacted;
