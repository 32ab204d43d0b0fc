//! Dates in prose, to EDTF: "on Tuesday", "early April 2022", "the night of 3 to 4 May", "two weeks later".
//!
//! ```text
//! text ─ token ─► lexemes ─ grammar ─► expressions ─ resolve ─► values ─► When
//!          ▲          senses of words                 ▲
//!       DateWords (lexicon)             Story: published day, what was told before
//! ```
//!
//! Grammar is code, words are data. Left alone are durations, ages, bare times of day, and days that the calendar lacks.

mod calendar;
mod expression;
mod grammar;
mod holidays;
mod keys;
mod resolve;
mod search;
mod sense;
mod story;
mod tense;
mod token;
mod value;
mod words;

pub(in crate::intake) use search::find_dates_and_counts;
pub use search::{DateSort, FoundDate, find_dates};
pub use words::{DateTable, DateWords};
