//! Who the subject of a clause is, and who is meant by "it".

use crate::model::{Count, LaneCode, Unit};

use super::super::super::find::{Form, Sort};
use super::super::super::lexicon::{Noun, Work};
use super::counts::before;
use super::parties::{Party, PartySort};
use super::reading::{Clauses, Dated};
use super::talk::Talk;
use super::triggers::{Manner, Told};

/// Who said it, and the words that are said.
#[derive(Debug, Clone, Copy)]
pub(in crate::intake) struct Speech {
    /// The verb of saying.
    pub(in crate::intake) verb: usize,
    /// Index of the speaker's party.
    pub(in crate::intake) speaker: Option<usize>,
}

impl Clauses<'_> {
    pub(super) fn work(&self, at: usize) -> Option<Work> {
        self.reading.work(at)
    }

    pub(in crate::intake) fn is_hard(&self, at: usize) -> bool {
        let word = &self.reading.words[at];
        word.sort == Sort::Mark
            && matches!(word.lower.as_str(), ";" | ":" | "—" | "–" | "(" | ")")
            && !self.holds_a_short_name(at)
    }

    /// "the Security Service (SBU) said": its letters between brackets end nothing.
    fn holds_a_short_name(&self, at: usize) -> bool {
        let words = &self.reading.words;
        let name = match words[at].lower.as_str() {
            "(" => at + 1,
            ")" if at > self.first => at - 1,
            _ => return false,
        };
        let mark = |at: Option<usize>, mark: &str| {
            at.and_then(|at| words.get(at)).is_some_and(|word| word.is_mark(mark))
        };
        mark(name.checked_sub(1), "(")
            && mark(Some(name + 1), ")")
            && words.get(name).is_some_and(|word| word.sort == Sort::Letters && word.capital)
    }

    /// Whether a party is what an earlier verb of the clause acts on.
    fn is_object(&self, party: &Party, floor: usize) -> bool {
        // Inside of "order … to close" stands its object.
        let end = |told: &Told<'_>| if told.gapped { told.first + 1 } else { told.last };
        let verb =
            self.triggers.iter().rev().find(|told| {
                told.manner == Manner::Active && told.first >= floor && end(told) <= party.first
            });
        verb.is_some_and(|verb| {
            let from = end(verb);
            let between =
                |other: &&Party| other.first >= from && other.last <= party.first && other.under.is_none();
            let broken = (from..party.first).any(|at| {
                let joined = self.work(at) == Some(Work::And) && party.can_act();
                joined || self.work(at).is_some_and(Work::is_border) || self.is_hard(at)
            });
            !broken && self.parties.iter().filter(between).count() == 0
        })
    }

    /// Whether it is a bare adjective, which says nothing of who acts: "Russian oil".
    pub(in crate::intake) fn is_modifier(party: &Party) -> bool {
        party.sort == PartySort::Named(Form::Adjective) && matches!(party.head, None | Some(Noun::Thing))
    }

    /// The subject of the verb at `at` in the words from `floor` on.
    pub(in crate::intake) fn subject_between(&self, floor: usize, at: usize) -> Option<usize> {
        if let Some(head) = self.head_before_commas(floor, at) {
            return Some(head);
        }
        let mut found = None;
        for (index, party) in self.parties.iter().enumerate().rev() {
            if party.last > at || party.first < floor {
                continue;
            }
            let idle = party.under.is_some()
                || Self::is_modifier(party)
                || self.owns_an_act(party)
                || self.describes(party, floor, at)
                || self.suffers_a_gerund(party, floor);
            if idle || self.is_object(party, floor) || self.is_object_of_another(party, floor) {
                continue;
            }
            found = Some(index);
            break;
        }
        found
    }

    /// "Malta followed the EU and froze …": what an unlisted verb acts on does not act.
    fn is_object_of_another(&self, party: &Party, floor: usize) -> bool {
        let Some(mut before) = party.first.checked_sub(1).filter(|at| *at > floor) else { return false };
        if self.work(before) == Some(Work::Article) {
            before -= 1;
        }
        let acts = |other: &Party| {
            floor <= other.first
                && other.last <= before
                && before - other.last <= 2
                && other.under.is_none()
                && other.can_act()
                && !other.lanes.is_empty()
        };
        self.is_participle(before) && self.parties.iter().any(acts)
    }

    /// "Malta, a member of NATO, expelled …": a noun between commas tells of who acts, and does not act.
    fn describes(&self, party: &Party, floor: usize, verb: usize) -> bool {
        let words = &self.reading.words;
        let article = |at: usize| matches!(self.work(at), Some(Work::Article | Work::Own));
        let from = party.first.checked_sub(1).filter(|at| *at > floor && !words[*at].is_mark(","));
        let opened = match from {
            Some(at) => article(at) && words[at - 1].is_mark(","),
            None => {
                party.count.is_some_and(|count| count.max == Some(1))
                    && party.first > floor
                    && words[party.first - 1].is_mark(",")
            }
        };
        opened && party.is_people() && (party.last..verb).any(|at| words[at].is_mark(","))
    }

    /// The first party of the sentence that can be the subject of its main clause.
    pub(in crate::intake) fn main_subject(&self) -> Option<usize> {
        self.parties.iter().position(|party| {
            party.under.is_none() && party.can_act() && !Self::is_modifier(party) && !self.owns_an_act(party)
        })
    }

    /// The subject of a trigger, past the borders of its clause where it borrows one.
    pub(in crate::intake) fn subject_of(&self, told: &Told<'_>) -> Option<usize> {
        let (start, _) = self.clause_of(told);
        if let Some(owner) = self.owner_before(start).filter(|_| !told.dependent) {
            return Some(owner);
        }
        if self.is_said_by_another(told) {
            return None;
        }
        if !told.dependent {
            let own = self.subject_between(start, told.first);
            if own.is_some() {
                return own;
            }
        }
        let border = start.checked_sub(1).filter(|at| *at >= self.first);
        let relative = border.is_some_and(|at| self.work(at) == Some(Work::Relative));
        if relative {
            let before = self.parties.iter().rposition(|party| party.last <= start);
            if before.is_some() {
                return before;
            }
        }
        if let Some(owner) = self.owner_of_decision(told) {
            return Some(owner);
        }
        if told.alluded {
            return self.doer_before(told);
        }
        if told.dependent {
            let near = self.subject_between(start, told.first).filter(|index| self.parties[*index].can_act());
            return near
                .or_else(|| self.main_subject().filter(|index| self.parties[*index].last <= told.first));
        }
        let main = self.main_subject().filter(|index| self.parties[*index].last <= told.first);
        let main = main.filter(|_| !self.has_own_subject(start, told.first));
        // "В Кремле заявили": who speaks stands under a preposition.
        let inside = self.parties.iter().position(|party| {
            party.first >= start
                && party.last <= told.first
                && party.under == Some(Work::In)
                && (party.head == Some(Noun::Authority) || party.sort == PartySort::Named(Form::Seat))
        });
        if told.manner == Manner::Active { main.or(inside) } else { None }
    }

    /// "charged two Latvians, and Malta closed its embassy": who stands behind the "and" does something himself.
    fn begins_anew(&self, left: &Party, right: &Party) -> bool {
        let words = &self.reading.words;
        let anew = words[left.last].is_mark(",") && self.work(left.last + 1) == Some(Work::And);
        let verb = |told: &&Told<'_>| told.manner != Manner::Nominal;
        let mut verbs = self.triggers.iter().filter(verb);
        let acts = |told: &Told<'_>| (right.last..right.last + 2).contains(&told.first);
        anew && verbs.clone().any(|told| told.last <= left.first) && verbs.any(acts)
    }

    /// A party and those that stand in a row with it: "Poland, Germany and France".
    pub(in crate::intake) fn row_of(&self, index: usize) -> Vec<usize> {
        let joined = |left: &Party, right: &Party| {
            left.last <= right.first
                && left.last < right.first
                && (left.last..right.first).all(|at| {
                    matches!(self.work(at), Some(Work::And | Work::Article | Work::Such))
                        || self.reading.words[at].is_mark(",")
                })
                && (left.head == right.head || left.is_people() && right.is_people())
                && !self.begins_anew(left, right)
        };
        let mut row = vec![index];
        let mut at = index;
        while at > 0 && joined(&self.parties[at - 1], &self.parties[at]) {
            at -= 1;
            row.insert(0, at);
        }
        at = index;
        while at + 1 < self.parties.len() && joined(&self.parties[at], &self.parties[at + 1]) {
            at += 1;
            row.push(at);
        }
        row
    }

    /// The lanes that a party stands for.
    pub(in crate::intake) fn lanes_of(&self, index: usize, talk: &Talk) -> Vec<LaneCode> {
        let party = &self.parties[index];
        if !party.lanes.is_empty() {
            return party.lanes.clone();
        }
        // "the police in Germany"
        let beside = self.parties.get(index + 1).filter(|next| {
            // "a spokesman for the Danish ministry"
            let speaks = next.under == Some(Work::For) && party.head == Some(Noun::Authority);
            // "a battalion from Finland", "diplomats from Malta"
            let comes =
                next.under == Some(Work::From) && matches!(party.head, Some(Noun::Force | Noun::People));
            let hangs = (speaks || comes || matches!(next.under, Some(Work::In | Work::Of)))
                && matches!(next.sort, PartySort::Named(_));
            party.sort == PartySort::Generic && hangs && next.first <= party.last + 2
        });
        if let Some(next) = beside {
            return next.lanes.clone();
        }
        // "In Germany, authorities …"
        let ahead = index.checked_sub(1).map(|before| &self.parties[before]).filter(|before| {
            let near = before.last..party.first;
            party.sort == PartySort::Generic
                && matches!(party.head, Some(Noun::Authority))
                && before.under == Some(Work::In)
                && matches!(before.sort, PartySort::Named(Form::Name | Form::Capital | Form::Town))
                && near.len() <= 3
                && near.clone().all(|at| {
                    self.reading.words[at].is_mark(",") || matches!(self.work(at), None | Some(Work::Article))
                })
        });
        if let Some(ahead) = ahead {
            return ahead.lanes.clone();
        }
        // "the ministers of eight states" are not those spoken of.
        let of = party.sort == PartySort::Generic
            && party.head == Some(Noun::Authority)
            && self.work(party.last) == Some(Work::Of);
        // "investigators in both countries"
        let of_several = self.parties.get(index + 1).is_some_and(|next| {
            next.head == Some(Noun::Several) && next.under.is_some() && next.first <= party.last + 3
        });
        if of || of_several || self.is_of_a_town(party) {
            return Vec::new();
        }
        let before = self.parties[..index].iter().find(|other| {
            other.under.is_none() && other.can_act() && !other.lanes.is_empty() && !Self::is_modifier(other)
        });
        let lead = self.leading_place().filter(|_| party.head == Some(Noun::Authority));
        match (party.sort, party.head) {
            (PartySort::Generic, Some(Noun::People | Noun::Several)) => Vec::new(),
            // "hackers" may be anybody's; "the troops" are those spoken of.
            (PartySort::Generic, Some(Noun::Force)) if !self.is_definite(party) => Vec::new(),
            // "Marsh, 41, was held over pictures that she had taken": she is the one who was named.
            (PartySort::Person, _) if self.names_another() => self.person_before(index).unwrap_or_default(),
            (PartySort::Person, _) => self.person_before(index).unwrap_or_else(|| talk.person.clone()),
            (PartySort::Pronoun, _) if self.acted_last(index).is_some() => {
                self.acted_last(index).map(|other| other.lanes.clone()).unwrap_or_default()
            }
            _ => before.or(lead).map_or_else(|| talk.spoken_of().to_vec(), |other| other.lanes.clone()),
        }
    }

    /// "a Gozo court", "Sliema police": a town that is in no gazetteer may be anywhere.
    pub(in crate::intake) fn is_of_a_town(&self, party: &Party) -> bool {
        let words = &self.reading.words;
        let town = party.first.checked_sub(1).filter(|at| *at >= self.first);
        let leads = |at: usize| {
            at == self.first
                || matches!(self.work(at - 1), Some(Work::Article | Work::By | Work::In | Work::Against))
        };
        party.sort == PartySort::Generic
            && party.head == Some(Noun::Authority)
            && !words[party.first].capital
            && town.is_some_and(|at| {
                let word = &words[at];
                word.sort == Sort::Letters
                    && word.capital
                    && self.work(at).is_none()
                    && leads(at)
                    && !self.reading.is_taken(at)
            })
    }

    /// "after Malta threw out an official it accused": who acted last before "it".
    fn acted_last(&self, index: usize) -> Option<&Party> {
        let floor = self.first;
        self.parties[..index].iter().rfind(|party| {
            party.under.is_none()
                && party.can_act()
                && !party.lanes.is_empty()
                && !Self::is_modifier(party)
                && !self.is_object(party, floor)
                && !self.is_object_of_another(party, floor)
        })
    }

    /// "The French minister said that he": whose person was last spoken of in the sentence.
    fn person_before(&self, index: usize) -> Option<Vec<LaneCode>> {
        let person = |other: &&Party| {
            matches!(other.head, Some(Noun::Authority | Noun::People)) && !other.lanes.is_empty()
        };
        self.parties[..index].iter().rfind(person).map(|other| other.lanes.clone())
    }

    fn is_definite(&self, party: &Party) -> bool {
        let before = party.first.checked_sub(1).filter(|at| *at >= self.first);
        before.is_some_and(|at| matches!(self.work(at), Some(Work::Article | Work::Such | Work::Own)))
    }

    /// All sayings of the sentence, with their speakers.
    pub(in crate::intake) fn speeches(&self) -> Vec<Speech> {
        let verbs = (self.first..self.last).filter(|at| {
            self.work(*at) == Some(Work::Speech)
                && (*at == self.first || self.work(at - 1) != Some(Work::Speech))
        });
        let mut found: Vec<Speech> = verbs
            .map(|verb| {
                let floor = (self.first..verb)
                    .rev()
                    .find(|at| {
                        self.is_hard(*at)
                            || self.work(*at).is_some_and(|work| work.is_border() && work != Work::Relative)
                    })
                    .map_or(self.first, |at| at + 1);
                let comma = (floor..verb).rev().find(|at| self.reading.words[*at].is_mark(","));
                let near = comma.and_then(|comma| self.subject_between(comma + 1, verb));
                let after = self.parties.iter().position(|party| {
                    party.first > verb && party.first <= verb + 2 && party.under.is_none() && party.can_act()
                });
                let inverted =
                    self.reading.words.get(verb.wrapping_sub(1)).is_some_and(|word| word.sort == Sort::Mark);
                let speaker =
                    if inverted { after } else { near.or_else(|| self.subject_between(floor, verb)) };
                Speech { verb, speaker: speaker.or(after.filter(|_| verb + 3 > self.last)) }
            })
            .collect();
        let told = self.parties.iter().position(|party| party.under == Some(Work::According));
        if let Some(index) = told {
            let verb = self.parties[index].first.saturating_sub(1).max(self.first);
            found.push(Speech { verb, speaker: Some(index) });
        }
        found
    }

    /// The saying that a trigger stands under.
    pub(in crate::intake) fn speech_over(speeches: &[Speech], told: &Told<'_>) -> Option<Speech> {
        let before = speeches.iter().rev().find(|speech| speech.verb < told.first);
        before.or_else(|| speeches.iter().find(|speech| speech.verb >= told.last)).copied()
    }

    /// Whether a date describes the noun behind it: "a 2014 blast", "its January 22 note".
    pub(in crate::intake) fn is_attribute(&self, date: &Dated) -> bool {
        let before = date.first.checked_sub(1).filter(|at| *at >= self.first);
        let owned = before.is_some_and(|at| {
            matches!(self.work(at), Some(Work::Article | Work::Own)) || self.reading.words[at].lower == "'s"
        });
        let noun = self.reading.words.get(date.last).is_some_and(|next| {
            next.sort == Sort::Letters && !next.capital && self.work(date.last).is_none()
        });
        owned && noun && date.last < self.last
    }

    /// Whether the sentence points back: "some of these incidents".
    pub(in crate::intake) fn points_back(&self) -> bool {
        (self.first..self.last).any(|at| self.work(at) == Some(Work::Such))
    }

    /// "Germany's accusations": whose they are does nothing in this sentence.
    fn owns_an_act(&self, party: &Party) -> bool {
        let words = &self.reading.words;
        let owned = words
            .get(party.last)
            .is_some_and(|word| word.lower == "'s" || word.is_mark("'") || word.is_mark("’"));
        let acts = &self.reading.language.nouns;
        owned
            && (party.last + 1..self.last.min(party.last + 5))
                .take_while(|at| words[*at].sort == Sort::Letters && self.work(*at).is_none())
                .any(|at| acts.longest(words, at, self.last).is_some_and(|hit| *hit.value == Noun::Act))
    }
}

impl Clauses<'_> {
    /// The number before the first noun of that sort among some words.
    pub(in crate::intake) fn counted(
        &self,
        noun: Noun,
        first: usize,
        last: usize,
        of: Unit,
    ) -> Option<Count> {
        let language = self.reading.language;
        let words = &self.reading.words;
        (first..last)
            .filter(|at| language.nouns.longest(words, *at, last).is_some_and(|hit| *hit.value == noun))
            .find_map(|at| before(words, at, first, language, of, &|at| self.reading.is_taken(at)))
            .map(|(count, _)| count)
    }
}
