//! What sentences lean on: who was spoken of before.

use crate::model::{LaneCode, When};

use super::super::super::find::{Form, Sort};
use super::super::super::lexicon::{Noun, Work};
use super::parties::{Party, PartySort};
use super::reading::Clauses;

/// What a text has spoken of so far.
#[derive(Debug, Clone, Default)]
pub(in crate::intake) struct Talk {
    /// The lanes of the last subject that could act.
    pub(in crate::intake) topic: Vec<LaneCode>,
    /// The lanes of the person last spoken of, where he acted for them.
    pub(in crate::intake) person: Vec<LaneCode>,
    /// Those whose people were last spoken of.
    pub(in crate::intake) people: Vec<LaneCode>,
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
    pub(in crate::intake) fn stand_under(&mut self, day: (When, bool), alone: bool) {
        self.day = Some((day, (!alone).then_some(self.paragraph)));
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
    /// The day that a sentence names, where it says nothing else.
    pub(in crate::intake) fn lone_day(&self) -> Option<(When, bool)> {
        let [date] = self.dates else { return None };
        let said = |at: usize| {
            let small = matches!(self.work(at), Some(Work::In | Work::Of | Work::Article | Work::Against));
            (date.first..date.last).contains(&at) || self.reading.words[at].sort == Sort::Mark || small
        };
        let when = date.found.when.clone()?;
        (self.first..self.last).all(said).then_some((when, date.found.within))
    }

    /// What the next sentences may lean on.
    pub(in crate::intake) fn remember(&self, talk: &mut Talk) {
        let named = |party: &&Party| !party.lanes.is_empty() && !Self::is_modifier(party);
        let acting = self.parties.iter().filter(named).find(|party| party.under.is_none() && party.can_act());
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
        if let Some(lanes) = acting.or(lead).map(|party| &party.lanes) {
            talk.topic.clone_from(lanes);
            talk.topic_at = talk.paragraph;
        }
        for party in self.parties.iter().filter(named).filter(|party| party.is_people()) {
            talk.people.clone_from(&party.lanes);
            talk.speak_of(&party.lanes);
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

    /// "In Norway, …": what the sentence tells is there, and who is not named is from there.
    pub(in crate::intake) fn leading_place(&self) -> Option<&Party> {
        let first = self.parties.first()?;
        let leads = first.first <= self.first + HEAD
            && first.under == Some(Work::In)
            && first.head.is_none()
            && matches!(first.sort, PartySort::Named(Form::Name | Form::Capital));
        leads.then_some(first)
    }
}
