//! Who did what to whom: proposals of events out of an article's words, each with its quote.
//!
//! Text in, plain values out. Nothing is decided for the user, and nothing is proposed without words of the text that
//! say it. Deliberately absent: the case, its store, disk.

mod extraction;

pub use extraction::{Extraction, Known, Question};
