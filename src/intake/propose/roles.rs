//! Who did it, to whom, and where: the lanes of an event, from the shape of its clause.

use crate::model::{Count, LaneCode};

use super::super::lexicon::{Noun, Work};
use super::sentence::Clauses;
use super::sentence::{Manner, Told};
use super::sentence::{Party, PartySort};
use super::sentence::{Speech, Talk};

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
        self.clauses
            .parties
            .iter()
            .enumerate()
            .filter(|(_, party)| self.start <= party.first && party.first < self.end)
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
            !matches!(party.sort, PartySort::Pronoun | PartySort::Generic) && !Clauses::is_modifier(party)
        };
        hangs.filter(|(_, party)| own(party)).flat_map(|(index, _)| self.lanes(index)).collect()
    }

    /// Where it is, in all of the clause.
    pub(super) fn places(&self) -> Vec<LaneCode> {
        let hangs = self.parties().filter(|(_, party)| party.under == Some(Work::In));
        let named = hangs
            .filter(|(_, party)| matches!(party.sort, PartySort::Named(_)) && !Clauses::is_modifier(party));
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

    /// Who acts and on whom, where the verb stands last: "Finnland hat zwei Russen verhaftet".
    fn both_before(&self) -> Option<(Vec<LaneCode>, Vec<LaneCode>)> {
        let bare = |party: &Party| party.under.is_none() && !Clauses::is_modifier(party);
        let mut bare = self.before().filter(|(_, party)| bare(party) && party.sort != PartySort::Pronoun);
        let (first, _) = bare.next()?;
        let (last, _) = bare.last().filter(|(last, _)| !self.clauses.row_of(first).contains(last))?;
        Some((self.lanes(first), self.lanes(last)))
    }

    /// Missions before a verb that stands last, where somebody else acts.
    fn shut_before(&self) -> Vec<(usize, &Party)> {
        let acts = self
            .before()
            .any(|(_, party)| party.under.is_none() && party.can_act() && !Clauses::is_modifier(party));
        let missions = self.before().filter(|(_, party)| acts && party.head == Some(Noun::Mission));
        missions.collect()
    }

    fn closes(&self) -> Vec<Roles> {
        let missions: Vec<(usize, &Party)> = match self.told.manner {
            Manner::Passive => self.before().filter(|(_, party)| party.head == Some(Noun::Mission)).collect(),
            _ => self.after().filter(|(_, party)| party.head == Some(Noun::Mission)).collect(),
        };
        let last = missions.is_empty() && self.told.manner == Manner::Active;
        let missions = if last { self.shut_before() } else { missions };
        let subject = match self.told.manner {
            Manner::Active if last && !missions.is_empty() => self.first_who_can_act(&[]),
            Manner::Passive => self.lanes_under(&[Work::By]),
            Manner::Active => self.subject_lanes(),
            Manner::Nominal => self.possessor(),
        };
        let mut all: Vec<Roles> = Vec::new();
        for (index, party) in missions {
            let whose = self.clauses.lanes_of(index, self.talk);
            let places = self.places();
            let roles = match party.sort {
                PartySort::Own | PartySort::Generic => Roles { actors: subject.clone(), ..Roles::default() },
                _ => Roles { actors: subject.clone(), targets: whose, ..Roles::default() },
            };
            all.push(Roles { count: party.count, places, ..roles });
        }
        // A subject that is itself a mission shuts: "the consulate closed".
        if all.is_empty() {
            let shut = self.before().filter(|(_, party)| party.head == Some(Noun::Mission)).last();
            all.extend(shut.map(|(index, party)| Roles {
                targets: self.clauses.lanes_of(index, self.talk),
                actors: self.speaker_lanes(),
                count: party.count,
                places: self.places(),
            }));
        }
        all
    }

    fn onto(&self) -> Roles {
        let mut roles = Roles { places: self.places(), ..Roles::default() };
        let direct = |party: &Party| {
            party.under.is_none_or(|work| matches!(work, Work::Of | Work::Against | Work::To))
        };
        let whom = |party: &Party| {
            direct(party) && !matches!(party.sort, PartySort::Pronoun) && !Clauses::is_modifier(party)
        };
        let object = self
            .after()
            .find(|(_, party)| whom(party))
            .map(|(index, _)| self.lanes(index))
            .unwrap_or_default();
        match self.told.manner {
            Manner::Active => {
                roles.actors = self.subject_lanes();
                roles.targets = object;
                if roles.targets.is_empty()
                    && let Some((actors, targets)) = self.both_before()
                {
                    (roles.actors, roles.targets) = (actors, targets);
                }
            }
            Manner::Passive => {
                let subject = self.clauses.subject_between(self.start, self.told.first);
                roles.targets = subject.map(|index| self.lanes(index)).unwrap_or_default();
                roles.actors = self.lanes_under(&[Work::By]);
                let law =
                    matches!(self.told.trigger.kind.as_str(), "arrest" | "charge" | "conviction" | "seizure");
                if roles.actors.is_empty() && law {
                    roles.actors = self.speaker_lanes();
                }
                // "after being accused of spying": told of a person, and not by whom.
                let person = subject.is_none_or(|index| {
                    let party = &self.clauses.parties[index];
                    party.is_people() || party.sort == PartySort::Pronoun
                });
                if self.told.trigger.kind == "accusation" && person && roles.actors.is_empty() {
                    roles.targets.clear();
                }
            }
            Manner::Nominal => {
                roles.actors = self.possessor();
                if roles.actors.is_empty() {
                    roles.actors = self.lanes_under(&[Work::By]);
                }
                roles.targets = object;
                let law = matches!(self.told.trigger.kind.as_str(), "arrest" | "charge" | "conviction");
                if law && roles.actors.is_empty() {
                    // "the detention of its citizen in Minsk"
                    roles.actors = std::mem::take(&mut roles.places);
                }
                if roles.targets.is_empty() {
                    roles.targets = std::mem::take(&mut roles.places);
                }
            }
        }
        roles
    }

    fn happens(&self) -> Roles {
        let mut roles = Roles::default();
        let speaker = self.speech.and_then(|speech| speech.speaker);
        // What an earlier verb of the clause told stays with it.
        let (floor, _) = self.clauses.reach_of(self.told);
        for (index, party) in self.parties().filter(|(_, party)| party.first >= floor) {
            let hit = party.head == Some(Noun::Thing) || !Clauses::is_modifier(party);
            if !hit || Some(index) == speaker || matches!(party.sort, PartySort::Pronoun | PartySort::Own) {
                continue;
            }
            if matches!(party.sort, PartySort::Generic) && self.told.manner != Manner::Active {
                continue;
            }
            let lanes = self.lanes(index);
            match party.under {
                Some(Work::By) => roles.actors.extend(lanes),
                Some(Work::From | Work::With | Work::According) => {}
                None if self.told.manner == Manner::Active
                    && party.last <= self.told.first
                    && party.can_act() =>
                {
                    roles.actors.extend(lanes);
                }
                _ if party.is_people() && self.told.trigger.kind == "assassination" => {
                    roles.targets.extend(lanes);
                }
                _ => roles.places.extend(lanes),
            }
        }
        if roles.actors.is_empty() && self.told.manner == Manner::Active {
            roles.actors = self.subject_lanes();
        }
        if roles.is_empty() {
            // "Sweden said that a cable had been damaged"
            roles.places = self.speaker_lanes();
        }
        roles
    }

    fn together(&self) -> Roles {
        let joins =
            |party: &Party| !Clauses::is_modifier(party) && !matches!(party.under, Some(Work::According));
        let mut actors: Vec<LaneCode> = Vec::new();
        let mut places = Vec::new();
        for (index, party) in self.parties().filter(|(_, party)| joins(party)) {
            let lanes = self.lanes(index);
            if party.under == Some(Work::In) { places.extend(lanes) } else { actors.extend(lanes) }
        }
        if actors.len() < 2 {
            actors.extend(self.subject_lanes());
        }
        Roles { actors, places, ..Roles::default() }
    }
}
