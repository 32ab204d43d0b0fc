//! What stands in an article's words: dates, places, people, each with its exact span.
//!
//! Inside this room spans are bytes ([`ByteSpan`]); what leaves the program counts Unicode scalar values, and
//! [`crate::model::Text`] is the only converter (contract 4). Nothing is decided here about events.

mod dates;
mod span;

pub use dates::{DateSort, DateTable, DateWords, FoundDate, find_dates};
pub use span::ByteSpan;
