//! Where the clause of a trigger begins and ends.

use super::super::super::find::Sort;
use super::super::super::lexicon::Work;
use super::reading::Clauses;
use super::triggers::{Manner, Told};

/// Small words of a verb that are passed over on the way to its first: "has not yet been".
const RUN: usize = 4;

impl Clauses<'_> {
    /// The words of the clause around a trigger: the first, and the one after the last.
    pub(in crate::intake) fn clause_of(&self, told: &Told<'_>) -> (usize, usize) {
        let border = |at: &usize| self.is_hard(*at) || self.work(*at).is_some_and(Work::is_border);
        let start = self.left_border(told, told.first).map_or(self.first, |at| at + 1);
        let start = self.past_relative(start, told).unwrap_or(start);
        let mut end = (told.last..self.last).find(border).unwrap_or(self.last);
        end = self.before_who_speaks(told, end).unwrap_or(end);
        let verb = |other: &&Told<'_>| {
            other.first >= told.last && other.first < end && other.manner != Manner::Nominal
        };
        if let Some(next) = self.triggers.iter().find(verb) {
            let and = (told.last..next.first)
                .rev()
                .find(|at| self.work(*at) == Some(Work::And) || self.reading.words[*at].is_mark(","));
            end = and.unwrap_or(next.first);
        }
        (start, end)
    }

    /// "hit a terminal in Riga, and Estonia said": who speaks next belongs to his own words.
    fn before_who_speaks(&self, told: &Told<'_>, end: usize) -> Option<usize> {
        let speaks = end < self.last && self.work(end) == Some(Work::Speech);
        let and = (told.last + 1..end).rev().find(|at| self.work(*at) == Some(Work::And))?;
        let speaker = self.parties.iter().any(|party| party.first > and && party.last <= end);
        (speaks && speaker && self.reading.words[and - 1].is_mark(",")).then_some(and)
    }

    /// The words whose dates are a trigger's own: its clause, without what an earlier verb of it says.
    pub(in crate::intake) fn reach_of(&self, told: &Told<'_>) -> (usize, usize) {
        let (start, end) = self.clause_of(told);
        let earlier = self.triggers.iter().rev().find(|other| {
            other.manner != Manner::Nominal && other.last <= told.first && other.first >= start
        });
        let and = earlier.and_then(|earlier| {
            (earlier.last..told.first).rev().find(|at| self.work(*at) == Some(Work::And))
        });
        (and.map_or(start, |at| at + 1), self.past_phrases(told, end))
    }

    /// The end of a clause with the phrases that hang on it: "charged 15 people over the parcels last September".
    fn past_phrases(&self, told: &Told<'_>, end: usize) -> usize {
        let phrase = |at: usize| matches!(self.work(at), Some(Work::Cause | Work::For));
        if end >= self.last || !phrase(end) {
            return end;
        }
        let ends = |at: &usize| {
            let own_verb = matches!(
                self.work(*at),
                Some(Work::Passive | Work::Perfect | Work::Future | Work::Would | Work::Maybe)
            );
            let border = self.work(*at).is_some_and(Work::is_border) && !phrase(*at);
            // "blacklisted two officers over the poisoning in July": a noun ends nothing.
            let verb = |other: &Told<'_>| other.first == *at && other.manner != Manner::Nominal;
            let trigger = self.triggers.iter().any(|other| verb(other) && other.first >= told.last);
            own_verb || border || trigger || self.is_hard(*at)
        };
        let stop = (end..self.last).find(ends).unwrap_or(self.last);
        let joined = self.triggers.iter().any(|other| other.first == stop);
        let and = (end..stop)
            .rev()
            .find(|at| self.work(*at) == Some(Work::And) || self.reading.words[*at].is_mark(","));
        if joined { and.unwrap_or(stop) } else { stop }
    }

    /// What begins the clause that ends before the word at `before`.
    fn left_border(&self, told: &Told<'_>, before: usize) -> Option<usize> {
        // "goods for Malta had burned": a phrase before a verb that has its own subject begins no clause.
        let finite = told.manner != Manner::Nominal && !told.dependent;
        let phrase = |at: usize| finite && matches!(self.work(at), Some(Work::For | Work::Cause));
        let border = |at: usize| self.is_hard(at) || self.work(at).is_some_and(Work::is_border);
        // "Malta, after talks in Riga, expelled": what stands between commas before the verb begins no clause of it.
        let comma = |at: usize| at > self.first && self.reading.words[at - 1].is_mark(",");
        let closed = finite && comma(before);
        let inserted = |at: usize| {
            closed && comma(at) && matches!(self.work(at), Some(Work::Boundary | Work::When | Work::Cause))
        };
        (self.first..before).rev().find(|at| border(*at) && !phrase(*at) && !inserted(*at))
    }

    /// Where a clause goes on behind one that "who" begins: "a pilot who fled in May | was shot", "Riga, which … in
    /// 2015, and in March | charged".
    fn past_relative(&self, start: usize, told: &Told<'_>) -> Option<usize> {
        let border = start.checked_sub(1).filter(|at| *at >= self.first)?;
        if self.work(border) != Some(Work::Relative) || told.manner == Manner::Nominal {
            return None;
        }
        let auxiliary =
            |at: usize| matches!(self.work(at), Some(Work::Passive | Work::Perfect | Work::Future));
        let small = |at: usize| auxiliary(at) || self.work(at) == Some(Work::Not) || self.is_adverb(at);
        let from = (start.max(told.first.saturating_sub(RUN))..told.first).rev().take_while(|at| small(*at));
        // "who had worked as a pilot was": the noun before it is no adverb.
        let from = from.filter(|at| auxiliary(*at)).last();
        let verbal = |from: usize, to: usize| (from..to).any(|at| auxiliary(at) || self.is_participle(at));
        // A verb of its own before the auxiliary: the relative clause is over.
        let goes_on = |from: usize| {
            let before = self.work(from - 1);
            auxiliary(from) && verbal(start, from) && !matches!(before, Some(Work::And | Work::To))
        };
        if let Some(from) = from.filter(|from| goes_on(*from)) {
            return Some(from);
        }
        // "whose monitors have patrolled it since May, extended": a comma closes it, and the verb stands behind.
        let before = told.first.checked_sub(1).filter(|at| *at > start);
        if let Some(comma) = before.filter(|at| self.reading.words[*at].is_mark(",") && verbal(start, *at)) {
            return Some(comma + 1);
        }
        let joined = (start..told.first).rev().find(|at| self.work(*at) == Some(Work::And))?;
        let comma = self.reading.words[joined - 1].is_mark(",");
        (comma && verbal(start, joined)).then_some(joined + 1)
    }

    /// The words before "who" that a clause has its subject in where it goes on behind.
    pub(in crate::intake) fn head_of(&self, told: &Told<'_>) -> Option<(usize, usize)> {
        let who = self.left_border(told, told.first)?;
        self.past_relative(who + 1, told)?;
        let start = self.left_border(told, who).map_or(self.first, |at| at + 1);
        Some((start, who))
    }

    /// The "and" right before a verb: "and was not sentenced".
    pub(in crate::intake) fn and_before(&self, told: &Told<'_>) -> Option<usize> {
        let small = |at: &usize| {
            matches!(self.work(*at), Some(Work::Passive | Work::Perfect | Work::Not)) || self.is_adverb(*at)
        };
        let before = (self.first..told.first).rev().find(|at| !small(at))?;
        let and = self.work(before) == Some(Work::And) && told.manner != Manner::Nominal;
        and.then_some(before)
    }

    /// "secretly", "also": plain words between the parts of a verb.
    fn is_adverb(&self, at: usize) -> bool {
        let word = &self.reading.words[at];
        word.sort == Sort::Letters
            && !word.capital
            && self.work(at).is_none()
            && !self.reading.is_taken(at)
            && !self.is_participle(at)
    }

    pub(in crate::intake) fn is_participle(&self, at: usize) -> bool {
        let word = &self.reading.words[at];
        let endings = &self.reading.language.lexicon.sentences.participles;
        word.sort == Sort::Letters
            && !word.capital
            && self.work(at).is_none()
            && word.lower.chars().count() > 3
            && endings.iter().any(|ending| word.lower.ends_with(ending.as_str()))
    }
}
