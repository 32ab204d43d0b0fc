//! What each word of a phrase wants: a word, a beginning, any of a class, or a gap.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::super::super::find::{Beginnings, Signs};

/// Words that a `…` without a number may stand for.
const GAP: usize = 10;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Word(String),
    Begins(String),
    /// Up to so many words.
    Gap(usize),
    /// Any of these.
    OneOf(Arc<AnyOf>),
}

/// The words of a class: most are single, and asked for by a look-up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct AnyOf {
    pub(super) heads: Beginnings,
    pub(super) signs: Signs,
    pub(super) whole: FxHashSet<String>,
    pub(super) begins: Vec<String>,
    pub(super) longer: Vec<Vec<Piece>>,
}

impl AnyOf {
    pub(super) fn of(all: Vec<Vec<Piece>>) -> Self {
        let mut found = Self::default();
        for mut pieces in all {
            match pieces.first() {
                Some(Piece::Word(word)) => {
                    found.heads.add(word, false);
                    found.signs = found.signs.or(Signs::of(word, false));
                }
                Some(Piece::Begins(word)) => {
                    found.heads.add(word, true);
                    found.signs = found.signs.or(Signs::of(word, true));
                }
                _ => continue,
            }
            match (pieces.len(), pieces.pop()) {
                (1, Some(Piece::Word(word))) => {
                    found.whole.insert(word);
                }
                (1, Some(Piece::Begins(word))) => found.begins.push(word),
                (_, Some(last)) => {
                    pieces.push(last);
                    found.longer.push(pieces);
                }
                (_, None) => {}
            }
        }
        found
    }
}

/// The most words that a `…` or `…4` stands for.
pub(super) fn gap_in(part: &str) -> Option<usize> {
    let number = part.strip_prefix('…').or_else(|| part.strip_prefix("..."))?;
    if number.is_empty() { Some(GAP) } else { number.parse().ok() }
}

/// The name in `{name}`.
pub(in super::super) fn class_in(part: &str) -> Option<&str> {
    part.strip_prefix('{')?.strip_suffix('}')
}
