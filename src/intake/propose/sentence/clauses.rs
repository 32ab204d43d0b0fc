//! Where a clause begins and ends, who its subject is, and who is meant by "it".

use crate::model::{Count, LaneCode, Unit};

use super::super::super::find::{Form, Sort};
use super::super::super::lexicon::{Noun, Work};
use super::counts::before;
use super::parties::{Party, PartySort};
use super::reading::{Clauses, Dated};
use super::triggers::{Manner, Told};

/// What a text has spoken of so far.
#[derive(Debug, Clone, Default)]
pub(in crate::intake) struct Talk {
    /// The lanes of the last subject that could act.
    pub(in crate::intake) topic: Vec<LaneCode>,
    /// Those whose people were last spoken of.
    pub(in crate::intake) people: Vec<LaneCode>,
    /// Where what the sentence before told took place, and the paragraph that it stands in.
    pub(in crate::intake) places: Vec<LaneCode>,
    pub(in crate::intake) paragraph: usize,
    /// The paragraph that last spoke of the topic.
    topic_at: usize,
}

/// Paragraphs over which "it" and "the ministry" stand for who was last spoken of.
const LINGERS: usize = 2;

impl Talk {
    /// Goes on to a sentence of a paragraph: what "these" means does not outlive one.
    pub(in crate::intake) fn enter(&mut self, paragraph: usize) {
        if self.paragraph != paragraph {
            self.places.clear();
            self.paragraph = paragraph;
            if paragraph > self.topic_at + LINGERS {
                self.topic.clear();
            }
        }
    }
}

/// Who said it, and the words that are said.
#[derive(Debug, Clone, Copy)]
pub(in crate::intake) struct Speech {
    /// The verb of saying.
    pub(in crate::intake) verb: usize,
    /// Index of the speaker's party.
    pub(in crate::intake) speaker: Option<usize>,
}

impl Clauses<'_> {
    fn work(&self, at: usize) -> Option<Work> {
        self.reading.work(at)
    }

    fn is_hard(&self, at: usize) -> bool {
        let word = &self.reading.words[at];
        word.sort == Sort::Mark && matches!(word.lower.as_str(), ";" | ":" | "—" | "–" | "(" | ")")
    }

    /// The words of the clause around a trigger: the first, and the one after the last.
    pub(in crate::intake) fn clause_of(&self, told: &Told<'_>) -> (usize, usize) {
        let border = |at: &usize| self.is_hard(*at) || self.work(*at).is_some_and(Work::is_border);
        let start = (self.first..told.first).rev().find(border).map_or(self.first, |at| at + 1);
        let mut end = (told.last..self.last).find(border).unwrap_or(self.last);
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
            let trigger = self.triggers.iter().any(|other| other.first == *at && other.first >= told.last);
            own_verb || border || trigger || self.is_hard(*at)
        };
        let stop = (end..self.last).find(ends).unwrap_or(self.last);
        let joined = self.triggers.iter().any(|other| other.first == stop);
        let and = (end..stop)
            .rev()
            .find(|at| self.work(*at) == Some(Work::And) || self.reading.words[*at].is_mark(","));
        if joined { and.unwrap_or(stop) } else { stop }
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
        let mut found = None;
        for (index, party) in self.parties.iter().enumerate().rev() {
            if party.last > at || party.first < floor {
                continue;
            }
            let idle = party.under.is_some() || Self::is_modifier(party) || self.owns_an_act(party);
            if idle || self.is_object(party, floor) {
                continue;
            }
            found = Some(index);
            break;
        }
        found
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
        if told.dependent {
            let near = self.subject_between(start, told.first).filter(|index| self.parties[*index].can_act());
            return near
                .or_else(|| self.main_subject().filter(|index| self.parties[*index].last <= told.first));
        }
        let main = self.main_subject().filter(|index| self.parties[*index].last <= told.first);
        // "В Кремле заявили": who speaks stands under a preposition.
        let inside = self.parties.iter().position(|party| {
            party.first >= start
                && party.last <= told.first
                && party.under == Some(Work::In)
                && (party.head == Some(Noun::Authority) || party.sort == PartySort::Named(Form::Seat))
        });
        if told.manner == Manner::Active { main.or(inside) } else { None }
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
                && left.head == right.head
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
            let hangs =
                matches!(next.under, Some(Work::In | Work::Of)) && matches!(next.sort, PartySort::Named(_));
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
                && matches!(before.sort, PartySort::Named(Form::Name | Form::Capital))
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
        if of || of_several {
            return Vec::new();
        }
        let before = self.parties[..index].iter().find(|other| {
            other.under.is_none() && other.can_act() && !other.lanes.is_empty() && !Self::is_modifier(other)
        });
        match (party.sort, party.head) {
            (PartySort::Generic, Some(Noun::People | Noun::Several)) => Vec::new(),
            // "hackers" may be anybody's; "the troops" are those spoken of.
            (PartySort::Generic, Some(Noun::Force)) if !self.is_definite(party) => Vec::new(),
            _ => before.map_or_else(|| talk.topic.clone(), |other| other.lanes.clone()),
        }
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

    /// What the next sentences may lean on.
    pub(in crate::intake) fn remember(&self, talk: &mut Talk) {
        let named = |party: &&Party| !party.lanes.is_empty() && !Self::is_modifier(party);
        let acting = self.parties.iter().filter(named).find(|party| party.under.is_none() && party.can_act());
        if acting.is_none() && self.names_another() {
            talk.topic.clear();
        }
        if let Some(party) = acting {
            talk.topic.clone_from(&party.lanes);
            talk.topic_at = talk.paragraph;
        }
        if let Some(party) = self.parties.iter().filter(named).rfind(|party| party.is_people()) {
            talk.people.clone_from(&party.lanes);
        }
        let place = |party: &&Party| {
            matches!(party.under, Some(Work::In | Work::From))
                && matches!(party.sort, PartySort::Named(Form::Name | Form::Capital))
                && party.head.is_none()
        };
        let places: Vec<LaneCode> =
            self.parties.iter().filter(place).flat_map(|party| party.lanes.iter().cloned()).collect();
        if !places.is_empty() {
            talk.places = places;
        }
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

    /// Whether the sentence begins with a name that stands for no lane: "Fancy Bear has", "Igor Malenkov said".
    fn names_another(&self) -> bool {
        let name = |at: usize| {
            let word = &self.reading.words[at];
            at < self.last && word.sort == Sort::Letters && word.capital && self.work(at).is_none()
        };
        let taken = |at: usize| self.reading.is_taken(at);
        let generic = self.parties.iter().any(|party| party.under.is_none() && party.first <= self.first + 3);
        self.last > self.first + 2
            && (self.first..self.first + 2).all(|at| name(at) && !taken(at))
            && !generic
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
