//! The words behind the first of a phrase, and what tells beforehand that it does not stand there.

use std::cell::Cell;

use super::super::super::find::{Signs, Word};
use super::super::stem::Stem;
use super::pieces::Piece;

/// Words behind the first of a phrase whose signs are looked at.
const AHEAD: usize = 32;

/// What the words behind the first of a phrase have, if it stands there.
#[derive(Debug, Clone)]
pub(super) enum PhraseSigns {
    /// Nothing that could be told beforehand.
    Any,
    Next(Signs),
    /// Behind a `…`: its first piece, and its last.
    Ahead(Signs, Signs),
}

impl PhraseSigns {
    /// Of what stands behind the first word of a phrase.
    pub(super) fn of(rest: &[Piece], stem: Stem) -> Self {
        let signs = |piece: &Piece| match piece {
            // What is compared by its stem may begin otherwise.
            Piece::Word(_) if stem != Stem::None => Signs::ALL,
            Piece::Word(word) => Signs::of(word, false),
            Piece::Begins(word) => Signs::of(word, true),
            Piece::OneOf(any) => any.signs,
            Piece::Gap(_) => Signs::ALL,
        };
        let wide = |piece: &Piece| match piece {
            Piece::Gap(most) => *most,
            Piece::OneOf(any) => any.longer.iter().map(Vec::len).max().unwrap_or(1),
            Piece::Word(_) | Piece::Begins(_) => 1,
        };
        let mut firm = rest.iter().filter(|piece| !matches!(piece, Piece::Gap(_)));
        match (rest.first(), firm.next()) {
            (Some(Piece::Gap(_)), Some(next)) if rest.iter().map(wide).sum::<usize>() <= AHEAD => {
                Self::Ahead(signs(next), signs(firm.next_back().unwrap_or(next)))
            }
            (Some(Piece::Gap(_)) | None, _) | (_, None) => Self::Any,
            (Some(next), _) => Self::Next(signs(next)),
        }
    }
}

/// The words behind the first of a phrase.
#[derive(Debug)]
pub(super) struct Look<'w> {
    pub(super) words: &'w [Word],
    pub(super) limit: usize,
    /// Where they begin.
    pub(super) from: usize,
    /// The first of them that no `…` goes past, once somebody asked.
    pub(super) stop: Cell<Option<usize>>,
    next: Signs,
    /// Of all words within reach, once somebody asked.
    ahead: Cell<Option<Signs>>,
}

impl<'w> Look<'w> {
    pub(super) fn behind(words: &'w [Word], at: usize, limit: usize) -> Self {
        let next = words.get(at + 1).filter(|_| at + 1 < limit).map(|word| word.beginning.signs());
        let next = next.unwrap_or_default();
        Self { words, limit, from: at + 1, stop: Cell::new(None), next, ahead: Cell::new(None) }
    }

    fn ahead(&self) -> Signs {
        self.ahead.get().unwrap_or_else(|| {
            let reach = self.limit.min(self.from + AHEAD).min(self.words.len());
            let within = self.words.get(self.from..reach).unwrap_or_default();
            let signs = within.iter().map(|word| word.beginning.signs()).fold(Signs::default(), Signs::or);
            self.ahead.set(Some(signs));
            signs
        })
    }

    /// Whether the words have the signs of a phrase; where not, it surely does not stand there.
    #[inline]
    pub(super) fn may_have(&self, signs: &PhraseSigns) -> bool {
        match signs {
            PhraseSigns::Any => true,
            PhraseSigns::Next(next) => next.meet(self.next),
            PhraseSigns::Ahead(next, last) => next.meet(self.ahead()) && last.meet(self.ahead()),
        }
    }
}

/// Whether a gap stays in its clause: one comma leads out of it, two enclose an apposition.
pub(super) fn within_a_clause(look: &Look<'_>, from: usize, to: usize) -> bool {
    let commas = look.words.get(from..to).unwrap_or_default().iter().filter(|word| word.is_mark(","));
    commas.count() != 1
}
