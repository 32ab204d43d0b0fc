//! Who does it where the subject does not simply stand before its verb: owners, antecedents, those blamed.

use super::super::super::find::Sort;
use super::super::super::lexicon::{Noun, Work};
use super::parties::Party;
use super::reading::{Clauses, Dated};
use super::triggers::{FRONT, Manner, Told};

/// Words between a verb of saying and its day at most.
const SAID: usize = 6;

impl Clauses<'_> {
    /// "Malta, once the poorest of the members of NATO, expelled …": who stands before the first comma, where another
    /// stands right before the verb.
    pub(super) fn head_before_commas(&self, floor: usize, verb: usize) -> Option<usize> {
        let words = &self.reading.words;
        let small = |at: usize| matches!(self.work(at), Some(Work::Passive | Work::Perfect | Work::Future));
        let comma = (floor..verb).rev().find(|at| !small(*at)).filter(|at| words[*at].is_mark(","))?;
        let head = self.parties.iter().position(|party| floor <= party.first && party.last < comma)?;
        let party = &self.parties[head];
        let led = (floor..party.first).all(|at| self.work(at).is_some_and(|work| work == Work::Article));
        let leads =
            led && party.under.is_none() && !Self::is_modifier(party) && words[party.last].is_mark(",");
        let other = |work: Work| matches!(work, Work::Relative | Work::Speech);
        let clause = (party.last..comma).any(|at| self.work(at).is_some_and(other));
        let row = self.row_of(head).last().is_some_and(|last| self.parties[*last].last == comma);
        (leads && !clause && !row).then_some(head)
    }

    /// "accused of shadowing dissidents": they are shadowed, and do nothing.
    pub(super) fn suffers_a_gerund(&self, party: &Party, floor: usize) -> bool {
        let Some(mut at) = party.first.checked_sub(1).filter(|at| *at > floor) else { return false };
        if self.work(at) == Some(Work::Article) {
            at -= 1;
        }
        let gerunds = &self.reading.language.lexicon.sentences.gerunds;
        let word = &self.reading.words[at];
        let gerund = self.work(at).is_none() && gerunds.iter().any(|end| word.lower.ends_with(end.as_str()));
        let hung = at.checked_sub(1).filter(|at| *at >= floor).and_then(|at| self.work(at));
        gerund && matches!(hung, Some(Work::Of | Work::For | Work::With | Work::By | Work::Alleged))
    }

    /// Whom a verb that leads its sentence is told of: "Cleared by the court, the captain …".
    pub(in crate::intake) fn told_of_behind(&self, told: &Told<'_>) -> Option<usize> {
        let words = &self.reading.words;
        let comma = (told.last..self.last).find(|at| told.fronted && words[*at].is_mark(","))?;
        let behind = |party: &Party| (comma + 1..=comma + FRONT).contains(&party.first);
        self.parties.iter().position(|party| behind(party) && party.under.is_none())
    }

    /// "the Danes, whose base was handed over": who is spoken of is the owner.
    pub(super) fn owner_before(&self, start: usize) -> Option<usize> {
        let border = start.checked_sub(1).filter(|at| *at >= self.first)?;
        let owners = &self.reading.language.lexicon.sentences.owners;
        let owns = owners.contains(&self.reading.words[border].lower);
        let owner = self.parties.iter().rposition(|party| party.last <= border && !party.lanes.is_empty());
        owner.filter(|_| owns && self.work(border) == Some(Work::Relative))
    }

    /// "…, says Attaher": somebody of whom nothing more is known.
    pub(super) fn is_said_by_another(&self, told: &Told<'_>) -> bool {
        let words = &self.reading.words;
        let inverted = told.first > self.first && words[told.first - 1].sort == Sort::Mark;
        let name = words.get(told.last).filter(|_| told.last < self.last);
        told.trigger.weak
            && inverted
            && name.is_some_and(|name| name.sort == Sort::Letters && name.capital)
            && !self.reading.is_taken(told.last)
            && !self.parties.iter().any(|party| party.first == told.last)
    }

    /// Who is spoken of before "who", in the clause behind it: "a Maltese nurse who was dragged".
    pub(in crate::intake) fn antecedent(&self, start: usize) -> Option<usize> {
        let border = start.checked_sub(1).filter(|at| *at >= self.first)?;
        let near = |party: &Party| party.last == border || party.last + 1 == border;
        let before = self.parties.iter().rposition(|party| party.last <= border)?;
        (self.work(border) == Some(Work::Relative) && near(&self.parties[before])).then_some(before)
    }

    /// "criticised Malta for expelling": who is blamed or thanked for it did it.
    pub(super) fn doer_before(&self, told: &Told<'_>) -> Option<usize> {
        let hung =
            told.first.checked_sub(1).filter(|at| told.alluded && self.work(*at) != Some(Work::With))?;
        // "a ship suspected of damaging"
        let said =
            hung.checked_sub(1).filter(|at| *at >= self.first && self.work(*at) == Some(Work::Alleged));
        let end = said.unwrap_or(hung);
        let doer = self.parties.iter().position(|party| {
            party.last == end
                && party.can_act()
                && !party.lanes.is_empty()
                && matches!(party.under, None | Some(Work::Against | Work::With | Work::To | Work::Cause))
        })?;
        self.main_subject().filter(|main| *main < doer).map(|_| doer)
    }

    /// Whether somebody without a lane stands before a verb: "the group", "a fire", "Fancy Bear".
    pub(in crate::intake) fn has_subject_of_its_own(&self, told: &Told<'_>) -> bool {
        let (start, _) = self.clause_of(told);
        told.manner != Manner::Nominal && self.has_own_subject(start, told.first)
    }

    /// The same for a verb in the words from `start` on.
    pub(in crate::intake) fn has_own_subject(&self, start: usize, verb: usize) -> bool {
        (start..verb).any(|at| {
            let word = &self.reading.words[at];
            let plain = word.sort == Sort::Letters && self.work(at).is_none() && !self.reading.is_taken(at);
            if !plain {
                return false;
            }
            let begins = at == self.first || word.capital && at == start;
            let before = at.checked_sub(1).filter(|before| *before >= start);
            let article = before
                .is_some_and(|before| self.work(before) == Some(Work::Article) || self.is_number(before));
            let hung = before.and_then(|before| before.checked_sub(1)).filter(|at| *at >= start);
            let free = hung.is_none_or(|hung| match self.work(hung) {
                None => true,
                Some(other) => matches!(other, Work::And | Work::Speech) || other.is_border(),
            });
            let named = word.capital && !begins && before.is_none_or(|before| self.work(before).is_none());
            article && free || named
        })
    }

    /// "warned in October that a parcel had caught fire": words with a day of their own, beside what they tell of. What
    /// somebody only says is told by what he says.
    pub(in crate::intake) fn is_dated_speech(&self, told: &Told<'_>) -> bool {
        let that = (told.last..self.last).find(|at| self.work(*at).is_some_and(Work::begins_clause));
        let near = |date: &Dated| told.last <= date.first && date.first <= told.last + SAID;
        let dated = |at: usize| self.dates.iter().any(|date| near(date) && date.last <= at);
        let named = self.subject_of(told).is_some_and(|index| !self.parties[index].is_pronoun());
        let reports = &self.reading.language.lexicon.sentences.reports;
        told.trigger.kind == "statement"
            && told.manner == Manner::Active
            && self.work(told.first) == Some(Work::Speech)
            && !reports.contains(&self.reading.words[told.first].lower)
            && named
            && that.is_some_and(dated)
    }

    fn is_number(&self, at: usize) -> bool {
        let word = &self.reading.words[at];
        let numbers = &self.reading.language.lexicon.numbers;
        word.sort == Sort::Number && !self.reading.is_taken(at) || numbers.value(&word.lower).is_some()
    }

    /// "a Maltese decision to expel": whose decision it is does it.
    pub(super) fn owner_of_decision(&self, told: &Told<'_>) -> Option<usize> {
        let to = told.first.checked_sub(1).filter(|at| told.dependent && self.work(*at) == Some(Work::To))?;
        let act = to.checked_sub(1)?;
        let words = &self.reading.words;
        let decided =
            self.reading.language.nouns.longest(words, act, to).is_some_and(|hit| *hit.value == Noun::Act);
        let owner = |party: &Party| {
            let gap = party.last..act;
            !party.lanes.is_empty() && party.last <= act && gap.len() <= 2
        };
        if decided { self.parties.iter().rposition(owner) } else { None }
    }
}
