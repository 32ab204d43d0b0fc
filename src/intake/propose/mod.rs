//! Who did what to whom: proposals of events out of an article's words, each with its quote.
//!
//! ```text
//! text ─ reading ─► sentences ─► clauses ─ triggers ─► roles, times, status ─ merge ─► Proposal
//! ```
//! Text in, plain values out. Nothing is decided for the user, and nothing is proposed without words of the text that
//! say it. Deliberately absent: the case, its store, disk; grammars deeper than a sentence's small words.

mod again;
mod aside;
mod contradicted;
mod dating;
mod events;
mod extraction;
mod headings;
mod merge;
mod roles;
mod sentence;
mod status;
mod support;
mod title;

pub use extraction::{Extraction, Known, Proposal, Question};
pub use support::Sought;
