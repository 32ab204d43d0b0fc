//! What sentences lean on: who was spoken of before.

use std::collections::BTreeMap;

use crate::model::{LaneCode, When};

use super::super::super::find::{Form, Sort};
use super::super::super::lexicon::{Noun, Work};
use super::parties::{Party, PartySort};
use super::reading::Clauses;
use super::triggers::Manner;

/// What a text has spoken of so far.
#[derive(Debug, Clone, Default)]
pub(in crate::intake) struct Talk {
    /// The lanes of the last subject that could act.
    pub(in crate::intake) topic: Vec<LaneCode>,
    /// The lanes of the person last spoken of, where he acted for them.
    pub(in crate::intake) person: Vec<LaneCode>,
    /// Those whose people were last spoken of.
    pub(in crate::intake) people: Vec<LaneCode>,
    /// Whose embassy was last named.
    pub(in crate::intake) mission: Vec<LaneCode>,
    /// The same for all of the text, with how often.
    spoken: Vec<(Vec<LaneCode>, usize)>,
    /// Who last made whose people go: one who answers does it to the other.
    pub(in crate::intake) moved: Option<(Vec<LaneCode>, Vec<LaneCode>)>,
    /// Where what the sentence before told took place, and the paragraph that it stands in.
    pub(in crate::intake) places: Vec<LaneCode>,
    pub(in crate::intake) paragraph: usize,
    /// The day that stands over what follows, and the paragraph to which it holds; `None`: to the next such day.
    day: Option<((When, bool), Option<usize>)>,
    /// The paragraph that last spoke of the topic.
    topic_at: usize,
    /// Who was named with an office, by family name in small letters, and the lanes whose office it is.
    pub(in crate::intake) officials: BTreeMap<String, Vec<LaneCode>>,
}

/// Paragraphs over which "it" and "the ministry" stand for who was last spoken of.
const LINGERS: usize = 2;

impl Talk {
    /// Goes on to a sentence: what "these" means does not outlive a paragraph, and where nobody was spoken of, "the
    /// ministry" is that of the place that the report comes from.
    pub(in crate::intake) fn enter(&mut self, paragraph: usize, reported_from: &[LaneCode]) {
        if self.paragraph != paragraph {
            self.places.clear();
            self.paragraph = paragraph;
            if paragraph > self.topic_at + LINGERS {
                self.topic.clear();
            }
        }
        if self.topic.is_empty() && !reported_from.is_empty() {
            self.topic = reported_from.to_vec();
            self.topic_at = paragraph;
        }
    }

    /// "10 June." at the head of a paragraph, or in a line of its own: the day of what follows.
    pub(in crate::intake) fn stand_under(&mut self, day: (When, bool), place: Vec<LaneCode>, alone: bool) {
        self.day = Some((day, (!alone).then_some(self.paragraph)));
        if !place.is_empty() {
            self.topic.clone_from(&place);
            self.topic_at = self.paragraph;
            self.places = place;
        }
    }

    /// The day that stands over a sentence of the paragraph that is read.
    pub(in crate::intake) fn day(&self) -> Option<(When, bool)> {
        let (day, paragraph) = self.day.as_ref()?;
        paragraph.is_none_or(|paragraph| paragraph == self.paragraph).then(|| day.clone())
    }

    /// Who "it" and "the ministry" stand for: the last who acted, but in a paragraph that tells of a place, that place.
    pub(in crate::intake) fn spoken_of(&self) -> &[LaneCode] {
        let elsewhere = self.topic_at < self.paragraph && !self.places.is_empty();
        if elsewhere { &self.places } else { &self.topic }
    }

    /// Whose people are meant where nobody says it: those of who last did the same to these, else those most spoken of.
    pub(in crate::intake) fn people_for(&self, actors: &[LaneCode]) -> Vec<LaneCode> {
        let other = |lanes: &[LaneCode]| !lanes.is_empty() && !lanes.iter().any(|lane| actors.contains(lane));
        if let Some((movers, moved)) = &self.moved
            && !actors.is_empty()
            && actors.iter().all(|lane| moved.contains(lane))
            && other(movers)
        {
            return movers.clone();
        }
        let most = self.spoken.iter().filter(|(lanes, _)| other(lanes)).max_by_key(|(_, times)| *times);
        match most {
            Some((lanes, times)) if !other(&self.people) || *times > 1 => lanes.clone(),
            _ if other(&self.people) => self.people.clone(),
            _ => Vec::new(),
        }
    }

    fn speak_of(&mut self, people: &[LaneCode]) {
        match self.spoken.iter_mut().find(|(lanes, _)| lanes == people) {
            Some((_, times)) => *times += 1,
            None => self.spoken.push((people.to_vec(), 1)),
        }
    }
}

/// Words at the head of a sentence in which "In Norway," stands.
const HEAD: usize = 2;

impl Clauses<'_> {
    /// The day that a sentence names, where it says nothing else but a place: "10 June, Malta."
    pub(in crate::intake) fn lone_day(&self) -> Option<(When, bool)> {
        let [date] = self.dates else { return None };
        let said = |at: usize| {
            let small = matches!(self.work(at), Some(Work::In | Work::Of | Work::Article | Work::Against));
            (date.first..date.last).contains(&at)
                || self.reading.words[at].sort == Sort::Mark
                || small
                || self.names_place(at)
        };
        let when = date.found.when.clone()?;
        (self.first..self.last).all(said).then_some((when, date.found.within))
    }

    fn names_place(&self, at: usize) -> bool {
        let named =
            |party: &Party| matches!(party.sort, PartySort::Named(Form::Name | Form::Capital | Form::Body));
        self.parties.iter().any(|party| named(party) && party.first <= at && at < party.last)
    }

    /// Where it is that the sentence names beside its day, if it does.
    pub(in crate::intake) fn lone_place(&self) -> Vec<LaneCode> {
        self.parties.first().map(|party| party.lanes.clone()).unwrap_or_default()
    }

    /// What the next sentences may lean on.
    pub(in crate::intake) fn remember(&self, talk: &mut Talk) {
        let named_now: Vec<(String, Vec<LaneCode>)> = self.officials(talk).collect();
        talk.officials.extend(named_now);
        let named = |party: &&Party| !party.lanes.is_empty() && !Self::is_modifier(party);
        let acts = |party: &&Party| party.under.is_none() && (party.can_act() || self.is_a_people(party));
        let acting = self.parties.iter().filter(named).find(acts);
        let lead = self.leading_place();
        // "In Malta, an aide was charged with working for China": the first verb is not behind who acts.
        let verb = self.triggers.first().map_or(self.last, |told| told.first);
        let acting = acting.filter(|party| lead.is_none() || party.first < verb);
        if acting.is_none() && self.names_another() {
            talk.topic.clear();
        }
        if let Some(party) = acting {
            let person = matches!(party.head, Some(Noun::Authority | Noun::People));
            talk.person = if person { party.lanes.clone() } else { Vec::new() };
        } else if self.names_another() {
            talk.person.clear();
        }
        // "In Valletta, she asked the Danish minister for help": the talk is still of her.
        let still = self.main_subject().map(|index| &self.parties[index]).filter(|party| party.is_pronoun());
        let still = still.filter(|party| acting.is_none_or(|acting| party.first < acting.first));
        if let Some(party) = still {
            if party.sort == PartySort::Person && !talk.person.is_empty() {
                talk.topic = talk.person.clone();
            }
            talk.topic_at = talk.paragraph;
        } else if let Some(lanes) = acting.or(lead).map(|party| &party.lanes) {
            talk.topic.clone_from(lanes);
            talk.topic_at = talk.paragraph;
        }
        for party in self.parties.iter().filter(named).filter(|party| party.is_people()) {
            talk.people.clone_from(&party.lanes);
            talk.speak_of(&party.lanes);
        }
        let mission = self.parties.iter().filter(named).rfind(|party| party.head == Some(Noun::Mission));
        if let Some(party) = mission {
            talk.mission.clone_from(&party.lanes);
        }
        let place = |party: &&Party| {
            matches!(party.under, Some(Work::In | Work::From))
                && matches!(party.sort, PartySort::Named(Form::Name | Form::Capital | Form::Town))
                && party.head.is_none()
        };
        let places: Vec<LaneCode> =
            self.parties.iter().filter(place).flat_map(|party| party.lanes.iter().cloned()).collect();
        if !places.is_empty() {
            talk.places = places;
        }
    }

    /// Family names that stand behind an office: "the Maltese minister Anna Borg", "Foreign Minister Borg"; with the
    /// lanes whose office it is.
    fn officials(&self, talk: &Talk) -> impl Iterator<Item = (String, Vec<LaneCode>)> {
        let offices =
            self.parties.iter().enumerate().filter(|(_, party)| party.head == Some(Noun::Authority));
        offices.filter_map(|(index, party)| {
            let mut end = party.last;
            while end < self.last && self.is_name(end) {
                end += 1;
            }
            let family = end.checked_sub(1).filter(|at| *at > party.first && self.is_name(*at))?;
            let lanes = self.lanes_of(index, talk);
            (!lanes.is_empty()).then(|| (self.reading.words[family].lower.clone(), lanes))
        })
    }

    /// Whether a word can be a name: capitalised, and nothing else that is known.
    pub(in crate::intake) fn is_name(&self, at: usize) -> bool {
        let word = &self.reading.words[at];
        let language = self.reading.language;
        word.sort == Sort::Letters
            && word.capital
            && !word.shouted
            && self.work(at).is_none()
            && !self.reading.is_taken(at)
            && !language.lexicon.entities.not_names.contains(&word.lower)
            && language.nouns.longest(&self.reading.words, at, at + 1).is_none()
            && language.titles.longest(&self.reading.words, at, at + 1).is_none()
    }

    /// "Moldovans chose": all of them, who do what a country does.
    fn is_a_people(&self, party: &Party) -> bool {
        let plain =
            party.sort == PartySort::Named(Form::People) && party.head.is_none() && party.count.is_none();
        plain && party.first == self.first && self.is_verb(party.last)
    }

    /// Whether a word is one of the verbs that are known by their form or by what they tell.
    fn is_verb(&self, at: usize) -> bool {
        let auxiliary = matches!(
            self.work(at),
            Some(Work::Passive | Work::Perfect | Work::Future | Work::Would | Work::Maybe | Work::Speech)
        );
        at < self.last
            && (auxiliary
                || self.is_participle(at)
                || self.triggers.iter().any(|told| told.first == at && told.manner == Manner::Active))
    }

    /// Whether the sentence begins with a name that stands for no lane: "Fancy Bear has", "Igor Malenkov said".
    pub(super) fn names_another(&self) -> bool {
        let name = |at: usize| {
            let word = &self.reading.words[at];
            at < self.last && word.sort == Sort::Letters && word.capital && self.work(at).is_none()
        };
        let taken = |at: usize| self.reading.is_taken(at);
        // "Malenkov handed": a family name, and a verb.
        let aged = |at: usize| {
            let words = &self.reading.words;
            words[at].is_mark(",") && at + 1 < self.last && words[at + 1].sort == Sort::Number
        };
        let next = self.first + 1;
        if self.last > next + 1 && self.is_name(self.first) && (self.is_verb(next) || aged(next)) {
            return true;
        }
        let generic = self.parties.iter().any(|party| party.under.is_none() && party.first <= self.first + 3);
        self.last > self.first + 2
            && (self.first..self.first + 2).all(|at| name(at) && !taken(at))
            && !generic
    }

    /// "In Norway, …": what the sentence tells is there, and who is not named is from there.
    pub(in crate::intake) fn leading_place(&self) -> Option<&Party> {
        let first = self.parties.first()?;
        let leads = first.first <= self.first + HEAD
            && first.under == Some(Work::In)
            && first.head.is_none()
            && matches!(first.sort, PartySort::Named(Form::Name | Form::Capital | Form::Town));
        leads.then_some(first)
    }
}
