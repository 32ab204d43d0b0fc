//! Whether a date's clause speaks of what was or of what will be.

use super::grammar::Grammar;
use super::sense::Sense;
use super::token::{Kind, Lexeme};

/// Where a day without a year, or a weekday, is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lean {
    Past,
    Future,
    /// Nothing tells: the nearest.
    Nearest,
}

/// Lexemes of a clause that are looked at on either side.
const REACH: usize = 25;

/// A verb so near behind "will" has no tense of its own: "will put".
const MODAL: usize = 1;

/// Lexemes between the "to" of an order and its deadline at most.
const ORDER: usize = 8;

/// A participle so near behind "be" is no past: "will be closed".
const PARTICIPLE: usize = 3;

impl Grammar<'_> {
    /// The lean of the clause around the lexemes `first..end`.
    pub(super) fn lean(&self, first: usize, end: usize) -> Option<Lean> {
        self.lean_before(first).or_else(|| self.lean_after(end, self.leads_a_clause(first)))
    }

    /// Whether something has to be done by the date that begins here: "told to leave by Saturday".
    pub(super) fn is_deadline(&self, first: usize) -> bool {
        let has = |at: usize, sense| self.lexeme(at).is_some_and(|lexeme| lexeme.senses.contains(&sense));
        let clause = (first.saturating_sub(ORDER)..first).rev();
        let mut clause = clause.take_while(|at| self.lexeme(*at).is_some_and(|lexeme| !ends_clause(lexeme)));
        first > 0 && has(first - 1, Sense::By) && clause.any(|at| has(at, Sense::To))
    }

    /// The nearest verb before the date decides; "closed" decides only if nothing stronger stands there.
    fn lean_before(&self, first: usize) -> Option<Lean> {
        let mut weak = None;
        for at in (first.saturating_sub(REACH)..first).rev() {
            let lexeme = self.lexeme(at)?;
            if ends_clause(lexeme) {
                break;
            }
            // "will send jets after drones strayed into it": what stands before "after" is another clause.
            if weak.is_some()
                && (lexeme.senses.contains(&Sense::After) || lexeme.senses.contains(&Sense::Before))
            {
                return weak;
            }
            // "was to begin on 18 May" tells that it was planned, and not whether the day is over.
            if lexeme.senses.contains(&Sense::Meant) {
                return Some(Lean::Nearest);
            }
            if lexeme.senses.contains(&Sense::Past) && !self.is_infinite(at) {
                return Some(Lean::Past);
            }
            if lexeme.senses.contains(&Sense::Future) && !self.is_counted(at) {
                return Some(Lean::Future);
            }
            if lexeme.senses.contains(&Sense::PastForm) && !self.is_participle(at) {
                weak = Some(Lean::Past);
            }
        }
        weak
    }

    /// Whether a date stands first in its clause, but for a small word: "On Tuesday".
    fn leads_a_clause(&self, first: usize) -> bool {
        let starts = |at: usize| at == 0 || self.lexeme(at - 1).is_none_or(ends_clause);
        starts(first) || starts(first - 1)
    }

    fn lean_after(&self, end: usize, leads: bool) -> Option<Lean> {
        for at in end..end + REACH {
            let lexeme = self.lexeme(at)?;
            // "On Tuesday, the court will decide": the comma right behind the date ends nothing.
            if ends_clause(lexeme) && !(leads && at == end) {
                return None;
            }
            if lexeme.senses.contains(&Sense::Past) && !self.is_infinite(at) {
                return Some(Lean::Past);
            }
            if lexeme.senses.contains(&Sense::Future) && !self.is_counted(at) {
                return Some(Lean::Future);
            }
            if lexeme.senses.contains(&Sense::PastForm) && !self.is_participle(at) {
                return Some(Lean::Past);
            }
        }
        None
    }

    /// "will be sent", "will put": what looks like a past is none behind what tells the tense.
    fn is_infinite(&self, at: usize) -> bool {
        let modal = |at: usize| self.lexeme(at).is_some_and(|lexeme| lexeme.senses.contains(&Sense::Future));
        self.is_participle(at) || (at.saturating_sub(MODAL)..at).any(modal)
    }

    /// "by 54 votes": a noun, and no verb.
    fn is_counted(&self, at: usize) -> bool {
        at > 0 && (self.figures(at - 1).is_some() || self.cardinal(at - 1).is_some_and(|(_, end)| end == at))
    }

    fn is_participle(&self, at: usize) -> bool {
        (at.saturating_sub(PARTICIPLE)..at)
            .any(|at| self.lexeme(at).is_some_and(|lexeme| lexeme.senses.contains(&Sense::Auxiliary)))
    }
}

fn ends_clause(lexeme: &Lexeme<'_>) -> bool {
    let mark =
        matches!(lexeme.kind, Kind::Mark(',' | ';' | '.' | '!' | '?' | ':' | '\u{201c}' | '\u{201d}' | '"'));
    mark || lexeme.kind == Kind::Break
}
