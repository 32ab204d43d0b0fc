//! The body of an article: which of a page's blocks are its text.
mod choice;
mod cuts;
mod labels;
mod names;
mod opinion;
mod phrases;
mod plain;
mod tidy;
mod tree;

pub(super) use choice::{Told, choose};
pub(super) use labels::Label;
pub(super) use tidy::{blanks, words};
pub(super) use tree::{Kind, Page};

/// Letters and digits of a text.
pub(super) fn weight(text: &str) -> usize {
    tidy::weigh(text).0
}
