//! `When`: a date as a source gives it, in EDTF, and the span of time that it covers.
//!
//! Read here: EDTF levels 0 and 1 (ISO 8601-2 and Library of Congress), level 2's parts of
//! a year (21 to 41) and its intervals (a `~`, `?` or `%` on one part of an end), and one
//! thing of our own, times without seconds. Everything else of level 2 is refused with a
//! sentence. Dates in prose are found by intake; dates in words are printed elsewhere.
//!
//! ```text
//! text ─ interval ─ read ─┬ date ──┬─► Parts of each end ─ bounds ─► Span
//!                         └ clock ─┘
//! ```

mod bounds;
mod clock;
mod date;
mod error;
mod interval;
mod moved;
mod point;
mod read;
mod value;

pub use error::WhenError;
pub use point::{Parts, Precision};
pub use value::{End, When};
