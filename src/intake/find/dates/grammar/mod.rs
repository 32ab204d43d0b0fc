//! From lexemes to expressions: small rules over the senses of words, each looking at a bounded number of lexemes.
//!
//! Every rule takes the index of a lexeme and gives what it read with the index after it. What a date *is* depends on
//! the day of publication and on what was said before; that is for `resolve`.

mod clock;
mod day;
mod numbers;
mod numeric;
mod openings;
mod parts;
mod range;
mod relative;
mod year;

pub(super) use openings::openings;

use std::cell::Cell;

use super::expression::Expression;
use super::sense::Sense;
use super::token::{Kind, Lexeme};
use super::words::DateWords;

/// What a rule read, and the index of the lexeme after it.
pub(super) type Read<T> = Option<(T, usize)>;

/// A text's lexemes under the rules.
#[derive(Debug)]
pub(super) struct Grammar<'a> {
    pub(super) lexemes: &'a [Lexeme<'a>],
    /// Where a date may begin.
    pub(super) openings: Vec<bool>,
    /// Whether `8/1/2012` is the first of August.
    pub(super) month_first: bool,
    pub(super) words: &'a DateWords,
    /// A note of one sentence, in which "noon" and "now" have nothing to hang on but its day.
    pub(super) terse: bool,
    /// How often a lexeme was looked at: the measure of work that tests hold.
    pub(super) looks: Cell<usize>,
    /// How deep rules stand in each other: "two days after two days after …" ends somewhere.
    pub(super) depth: Cell<usize>,
}

/// A date as it is said, and the lexemes that say it.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) expression: Expression,
    pub(super) first: usize,
    /// Exclusive.
    pub(super) end: usize,
}

impl<'a> Grammar<'a> {
    /// The date that begins at this lexeme, with the connective before it ("since", "between") if that is part of it.
    pub(super) fn said_at(&self, at: usize) -> Option<Said> {
        if !*self.openings.get(at)? {
            return None;
        }
        if at > 0 && self.has(at - 1, Sense::Every) {
            return None;
        }
        let (expression, first, end) = self.connected(at)?;
        Some(Said { expression, first, end })
    }

    pub(super) fn lexeme(&self, at: usize) -> Option<&'a Lexeme<'a>> {
        self.looks.set(self.looks.get() + 1);
        self.lexemes.get(at)
    }

    fn has(&self, at: usize, sense: Sense) -> bool {
        self.lexeme(at).is_some_and(|lexeme| lexeme.senses.contains(&sense))
    }

    fn pick<T>(&self, at: usize, choose: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.lexeme(at)?.senses.iter().find_map(|sense| choose(*sense))
    }

    fn skip(&self, at: usize, sense: Sense) -> usize {
        if self.has(at, sense) { at + 1 } else { at }
    }

    fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        matches!(self.lexeme(at), Some(Lexeme { kind: Kind::Mark(mark), .. }) if marks.contains(mark))
    }

    fn is_break(&self, at: usize) -> bool {
        self.lexeme(at).is_some_and(|lexeme| lexeme.kind == Kind::Break)
    }

    fn skip_mark(&self, at: usize, marks: &[char]) -> usize {
        if self.is_mark(at, marks) { at + 1 } else { at }
    }

    /// No white space stands before it.
    fn is_glued(&self, at: usize) -> bool {
        self.lexeme(at).is_some_and(|lexeme| !lexeme.gap)
    }

    fn is_word(&self, at: usize) -> bool {
        self.lexeme(at).is_some_and(|lexeme| matches!(lexeme.kind, Kind::Word | Kind::Roman(_)))
    }

    /// A word of small letters that means nothing to the grammar: most often what a date before it describes.
    fn is_plain_word(&self, at: usize) -> bool {
        self.lexeme(at)
            .is_some_and(|lexeme| lexeme.kind == Kind::Word && !lexeme.capital && lexeme.senses.is_empty())
    }

    /// The number of a century in Roman figures.
    fn roman(&self, at: usize) -> Option<i64> {
        match self.lexeme(at)?.kind {
            Kind::Roman(number) => Some(number),
            _ => None,
        }
    }

    /// Value and digits of a number in figures.
    pub(super) fn figures(&self, at: usize) -> Option<(i64, usize)> {
        match self.lexeme(at)?.kind {
            Kind::Number(value, digits) => Some((value, digits)),
            _ => None,
        }
    }

    /// A word before which leads a date in: a preposition, a connective, "early", "last".
    fn is_led_in(&self, at: usize) -> bool {
        at > 0
            && self
                .pick(at - 1, |sense| {
                    matches!(
                        sense,
                        Sense::On
                            | Sense::Of
                            | Sense::Since
                            | Sense::Until
                            | Sense::From
                            | Sense::To
                            | Sense::Between
                            | Sense::Before
                            | Sense::After
                            | Sense::About
                            | Sense::Edge(_)
                            | Sense::Shift(_)
                            | Sense::InFirst
                    )
                    .then_some(())
                })
                .is_some()
    }
}
