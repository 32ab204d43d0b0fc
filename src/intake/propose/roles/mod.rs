//! Who did it, to whom, and where: the lanes of an event, from the shape of its clause.

mod happens;
mod listed;
mod missions;
mod moves;
mod onto;
mod posts;

use crate::model::{Count, LaneCode};

use super::super::lexicon::{Noun, Work};
use super::sentence::Clauses;
use super::sentence::{Manner, Told};
use super::sentence::{Party, PartySort};
use super::sentence::{Speech, Talk};

pub(super) use listed::{and_more, listed};

/// How the parts of an event of a kind are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// People are made to go.
    Moves,
    /// A mission is shut.
    Closes,
    /// Somebody does something to somebody.
    Onto,
    /// Something happens somewhere.
    Happens,
    Speaks,
    /// Several do it together.
    Together,
    /// A person and a post.
    Office,
}

/// The frame of a kind.
pub(super) fn frame_of(kind: &str) -> Frame {
    match kind {
        "expulsion" | "recall" | "departure" => Frame::Moves,
        "closure" => Frame::Closes,
        "sabotage" | "cyberattack" | "incident" | "protest" | "investigation" | "assassination" => {
            Frame::Happens
        }
        "statement" | "denial" => Frame::Speaks,
        "meeting" | "agreement" | "exchange" | "vote" | "exercise" => Frame::Together,
        "nomination" | "appointment" | "resignation" | "withdrawal" | "rejection" | "election" => {
            Frame::Office
        }
        _ => Frame::Onto,
    }
}

/// The lanes of one event by their roles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Roles {
    pub(super) actors: Vec<LaneCode>,
    pub(super) targets: Vec<LaneCode>,
    pub(super) places: Vec<LaneCode>,
    pub(super) count: Option<Count>,
    /// Missions are shut, and no border.
    pub(super) missions: bool,
}

impl Roles {
    /// Each lane once: who acts is no target, and who is either is no place.
    fn tidy(mut self) -> Self {
        dedup(&mut self.actors);
        dedup(&mut self.targets);
        dedup(&mut self.places);
        self.targets.retain(|lane| !self.actors.contains(lane));
        self.places.retain(|lane| !self.actors.contains(lane) && !self.targets.contains(lane));
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.actors.is_empty() && self.targets.is_empty() && self.places.is_empty()
    }
}

fn dedup(lanes: &mut Vec<LaneCode>) {
    let mut seen: Vec<LaneCode> = Vec::new();
    lanes.retain(|lane| {
        let new = !seen.contains(lane);
        seen.push(lane.clone());
        new
    });
}

/// What is known around a trigger.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) clauses: &'a Clauses<'a>,
    pub(super) told: &'a Told<'a>,
    pub(super) speech: Option<Speech>,
    pub(super) talk: &'a Talk,
    /// The words of the clause; `end` exclusive.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Around<'_> {
    /// The roles of each event that the trigger tells: several where a clause shuts several missions.
    pub(super) fn roles(&self) -> Vec<Roles> {
        let all = match frame_of(&self.told.trigger.kind) {
            Frame::Moves => vec![self.moves()],
            Frame::Closes => self.closes(),
            Frame::Onto => vec![self.onto()],
            Frame::Happens => vec![self.happens()],
            // "Germany's accusations were denied by …"
            Frame::Speaks if self.told.manner == Manner::Passive => {
                vec![Roles { actors: self.lanes_under(&[Work::By]), ..Roles::default() }]
            }
            Frame::Speaks => vec![Roles { actors: self.subject_lanes(), ..Roles::default() }],
            Frame::Together => vec![self.together()],
            Frame::Office => vec![self.office()],
        };
        all.into_iter().map(Roles::tidy).collect()
    }

    pub(super) fn parties(&self) -> impl Iterator<Item = (usize, &Party)> {
        let head = self.clauses.head_of(self.told);
        let inside = move |at: usize| {
            self.start <= at && at < self.end || head.is_some_and(|(from, to)| from <= at && at < to)
        };
        self.clauses.parties.iter().enumerate().filter(move |(_, party)| inside(party.first))
    }

    pub(super) fn before(&self) -> impl Iterator<Item = (usize, &Party)> {
        self.parties().filter(|(_, party)| party.last <= self.told.first)
    }

    pub(super) fn after(&self) -> impl Iterator<Item = (usize, &Party)> {
        // Between the words of "declare … persona non grata" stands its object.
        let from = if self.told.gapped { self.told.first } else { self.told.last };
        self.parties().filter(move |(_, party)| party.first >= from)
    }

    pub(super) fn lanes(&self, index: usize) -> Vec<LaneCode> {
        self.clauses
            .row_of(index)
            .into_iter()
            .flat_map(|index| self.clauses.lanes_of(index, self.talk))
            .collect()
    }

    /// Who does what is told.
    pub(super) fn subject_lanes(&self) -> Vec<LaneCode> {
        match self.clauses.subject_of(self.told) {
            Some(index) => self.lanes(index),
            None => self.speaker_lanes(),
        }
    }

    pub(super) fn speaker_lanes(&self) -> Vec<LaneCode> {
        let speaker = self.speech.and_then(|speech| speech.speaker);
        speaker.map(|index| self.lanes(index)).unwrap_or_default()
    }

    pub(super) fn lanes_under(&self, works: &[Work]) -> Vec<LaneCode> {
        let hangs = self.after().filter(|(_, party)| party.under.is_some_and(|work| works.contains(&work)));
        let own = |party: &Party| {
            !party.is_pronoun() && party.sort != PartySort::Generic && !Clauses::is_modifier(party)
        };
        hangs.filter(|(_, party)| own(party)).flat_map(|(index, _)| self.lanes(index)).collect()
    }

    /// "the photographer, who was arrested", "three diplomats whom Malta told to leave": the people that the clause tells
    /// of.
    pub(super) fn before_relative(&self) -> Option<usize> {
        self.clauses.antecedent(self.start).filter(|index| self.clauses.parties[*index].is_people())
    }

    /// Where it is, in all of the clause.
    pub(super) fn places(&self) -> Vec<LaneCode> {
        let at = |party: &Party| {
            let thing = party.head == Some(Noun::Thing) && matches!(party.sort, PartySort::Named(_));
            party.under == Some(Work::In) || party.under == Some(Work::Against) && thing
        };
        let hangs = self.parties().filter(|(_, party)| at(party));
        // "at a Maltese airport" is in Malta.
        let named = hangs.filter(|(_, party)| matches!(party.sort, PartySort::Named(_)));
        named.flat_map(|(index, _)| self.lanes(index)).collect()
    }

    /// Who stands before a noun that tells an event: "Russia's full-scale invasion".
    pub(super) fn possessor(&self) -> Vec<LaneCode> {
        let near = self.before().last().filter(|(_, party)| {
            let gap = party.last..self.told.first;
            gap.len() <= 4
                && gap.clone().all(|at| {
                    self.clauses.reading.work(at).is_none() && !self.clauses.reading.words[at].is_mark(",")
                })
        });
        near.map(|(index, _)| self.lanes(index)).unwrap_or_default()
    }

    /// Where the verb stands last, its object stands between it and who acts.
    pub(super) fn first_who_can_act(&self, targets: &[LaneCode]) -> Vec<LaneCode> {
        let acts = |party: &Party| party.under.is_none() && party.can_act() && !Clauses::is_modifier(party);
        let first = self.before().find(|(index, party)| {
            acts(party) && !self.lanes(*index).iter().any(|lane| targets.contains(lane))
        });
        first.map(|(index, _)| self.lanes(index)).unwrap_or_default()
    }
}
