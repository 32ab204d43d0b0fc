//! Who did it, to whom, and where: the lanes of an event, from the shape of its clause.

use crate::model::{Count, LaneCode};

use super::super::find::Form;
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
            !matches!(party.sort, PartySort::Pronoun | PartySort::Generic) && !Clauses::is_modifier(party)
        };
        hangs.filter(|(_, party)| own(party)).flat_map(|(index, _)| self.lanes(index)).collect()
    }

    /// What the clause is told of, before its verb.
    fn patient(&self) -> Option<usize> {
        let inside = self.clauses.subject_between(self.start, self.told.first);
        inside.or_else(|| {
            let (from, to) = self.clauses.head_of(self.told)?;
            self.clauses.subject_between(from, to)
        })
    }

    /// Where a state's law was at work that nobody names: who speaks, "In Norway, …", who acts in the sentence, or who
    /// was last spoken of.
    fn law_of(&self) -> Vec<LaneCode> {
        let clauses = self.clauses;
        let lead = clauses.leading_place().map(|party| party.lanes.clone());
        let main = || clauses.main_subject().map(|index| self.lanes(index));
        let near = lead.or_else(main).unwrap_or_default();
        if near.is_empty() { self.talk.spoken_of().to_vec() } else { near }
    }

    /// Where it is, in all of the clause.
    pub(super) fn places(&self) -> Vec<LaneCode> {
        let hangs = self.parties().filter(|(_, party)| party.under == Some(Work::In));
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
        let missions = if missions.is_empty() { self.missions_beyond() } else { missions };
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
        // "closed theirs", "shut its airspace", "closes the border with Belarus"
        if all.is_empty() && (self.told.gapped || self.shuts_its_own()) && !subject.is_empty() {
            let with = self.lanes_under(&[Work::With]);
            return vec![Roles { actors: subject, targets: with, places: Vec::new(), count: None }];
        }
        // "closes the Maltese Council"
        let object = self
            .after()
            .find(|(_, party)| party.under.is_none() && matches!(party.sort, PartySort::Named(_)));
        if all.is_empty()
            && self.told.manner == Manner::Active
            && let Some((index, party)) = object.filter(|(_, party)| party.first <= self.told.last + 1)
        {
            let targets = self.clauses.lanes_of(index, self.talk);
            all.push(Roles { actors: subject.clone(), targets, places: self.places(), count: party.count });
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

    /// "withdrew its consent for the Danish consulate": behind the clause, but before its next verb.
    fn missions_beyond(&self) -> Vec<(usize, &Party)> {
        let (_, end) = self.clauses.reach_of(self.told);
        let within = |party: &Party| self.told.first <= party.first && party.first < end;
        let all = self.clauses.parties.iter().enumerate();
        all.filter(|(_, party)| party.head == Some(Noun::Mission) && within(party)).collect()
    }

    fn shuts_its_own(&self) -> bool {
        self.clauses.reading.work(self.told.last) == Some(Work::Own)
    }

    fn onto(&self) -> Roles {
        let law = matches!(self.told.trigger.kind.as_str(), "arrest" | "charge" | "conviction" | "seizure");
        let mut roles = Roles { places: self.places(), ..Roles::default() };
        let direct = |party: &Party| {
            party
                .under
                .is_none_or(|work| matches!(work, Work::Of | Work::Against) || work == Work::To && !law)
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
                let verb_last = self.clauses.reading.language.lexicon.sentences.verb_last;
                if roles.targets.is_empty()
                    && verb_last
                    && let Some((actors, targets)) = self.both_before()
                {
                    (roles.actors, roles.targets) = (actors, targets);
                }
            }
            Manner::Passive => {
                let subject = self.patient();
                roles.targets = subject.map(|index| self.lanes(index)).unwrap_or_default();
                roles.actors = self.lanes_under(&[Work::By]);
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
                if law && roles.actors.is_empty() {
                    // "the detention of its citizen in Minsk"
                    roles.actors = std::mem::take(&mut roles.places);
                }
                if roles.targets.is_empty() {
                    roles.targets = std::mem::take(&mut roles.places);
                }
            }
        }
        if law && roles.actors.is_empty() && roles.places.is_empty() {
            roles.places = self.law_of();
        }
        roles
    }

    fn happens(&self) -> Roles {
        let mut roles = Roles::default();
        let speaker = self.speech.and_then(|speech| speech.speaker);
        // What an earlier verb of the clause told stays with it.
        let (floor, _) = self.clauses.reach_of(self.told);
        for (index, party) in self.parties().filter(|(_, party)| party.first >= floor) {
            let hit = party.head == Some(Noun::Thing)
                || !Clauses::is_modifier(party)
                || party.under == Some(Work::In);
            // "a breach of its parliament" is where the sentence's subject is.
            let own = party.sort == PartySort::Own
                && !(self.told.manner == Manner::Nominal && party.under == Some(Work::Of));
            if !hit || Some(index) == speaker || own || party.sort == PartySort::Pronoun {
                continue;
            }
            if matches!(party.sort, PartySort::Generic) && self.told.manner != Manner::Active {
                continue;
            }
            let lanes = self.lanes(index);
            match party.under {
                Some(Work::By) => roles.actors.extend(lanes),
                // "linking Malta with the Cypriot port"
                Some(Work::With) if party.head == Some(Noun::Thing) => roles.places.extend(lanes),
                Some(Work::From | Work::With | Work::According | Work::For | Work::Cause) => {}
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
        // "a line between Malta and Cyprus had gone dead": who is spoken of elsewhere did not do it.
        let own = self.told.dependent || roles.places.is_empty();
        if roles.actors.is_empty() && self.told.manner == Manner::Active && own {
            roles.actors = self.subject_lanes();
        }
        if roles.places.is_empty() && self.told.trigger.kind == "incident" && !roles.actors.is_empty() {
            roles.places = self.told_of_before(&roles.actors);
        }
        if roles.is_empty() {
            // "Sweden said that a cable had been damaged"
            roles.places = self.speaker_lanes();
        }
        roles
    }

    /// "the skies of Malta after drones strayed into the country": the country last named before.
    fn told_of_before(&self, actors: &[LaneCode]) -> Vec<LaneCode> {
        let named = |party: &&Party| {
            party.last <= self.told.first
                && party.head.is_none()
                && matches!(party.sort, PartySort::Named(Form::Name | Form::Capital))
                && !party.lanes.iter().any(|lane| actors.contains(lane))
        };
        self.clauses.parties.iter().filter(named).last().map(|party| party.lanes.clone()).unwrap_or_default()
    }

    fn together(&self) -> Roles {
        // "NATO sends ships, and the ministers will meet in Riga": who did something else does not meet.
        let (floor, _) = self.clauses.reach_of(self.told);
        let joins = |party: &Party| {
            party.first >= floor.min(self.told.first)
                && !Clauses::is_modifier(party)
                && !matches!(party.under, Some(Work::According))
        };
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
