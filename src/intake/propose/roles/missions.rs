//! Who shuts whose missions and borders.

use crate::model::LaneCode;

use super::super::super::find::Form;
use super::super::super::lexicon::{Noun, Work};
use super::super::sentence::{Clauses, Manner, Party, PartySort};
use super::{Around, Roles};

impl Around<'_> {
    /// Missions before a verb that stands last, where somebody else acts.
    fn shut_before(&self) -> Vec<(usize, &Party)> {
        let acts = self
            .before()
            .any(|(_, party)| party.under.is_none() && party.can_act() && !Clauses::is_modifier(party));
        let missions = self.before().filter(|(_, party)| acts && party.head == Some(Noun::Mission));
        missions.collect()
    }

    pub(super) fn closes(&self) -> Vec<Roles> {
        let missions: Vec<(usize, &Party)> = match self.told.manner {
            Manner::Passive => self.before().filter(|(_, party)| party.head == Some(Noun::Mission)).collect(),
            _ => self.after().filter(|(_, party)| party.head == Some(Noun::Mission)).collect(),
        };
        let missions = if missions.is_empty() { self.missions_beyond() } else { missions };
        let last = missions.is_empty() && self.told.manner == Manner::Active;
        let missions = if last { self.shut_before() } else { missions };
        let subject = match self.told.manner {
            Manner::Active if last && !missions.is_empty() => self.first_who_can_act(&[]),
            Manner::Passive => {
                let by = self.lanes_under(&[Work::By]);
                if by.is_empty() { self.speaker_lanes() } else { by }
            }
            Manner::Active => self.subject_lanes(),
            Manner::Nominal => self.possessor(),
        };
        let mut all: Vec<Roles> = Vec::new();
        for (index, party) in missions {
            let whose = self.clauses.lanes_of(index, self.talk);
            let places = self.places();
            let roles = match party.sort {
                // "ordered Malta to close two of its consulates": whom it orders stands between.
                PartySort::Own if self.told.gapped => {
                    Roles { actors: subject.clone(), targets: self.ordered(&subject), ..Roles::default() }
                }
                PartySort::Own | PartySort::Generic => Roles { actors: subject.clone(), ..Roles::default() },
                _ => Roles { actors: subject.clone(), targets: whose, ..Roles::default() },
            };
            all.push(Roles { count: party.count, places, missions: true, ..roles });
        }
        if all.is_empty() && self.told.manner == Manner::Active {
            all.extend(self.house(&subject));
        }
        // "closed theirs", "shut its airspace", "closes the border with Belarus"
        if all.is_empty() && (self.told.gapped || self.shuts_its_own()) && !subject.is_empty() {
            let with = self.lanes_under(&[Work::With]);
            return vec![Roles { actors: subject, targets: with, places: Vec::new(), ..Roles::default() }];
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
            let places = self.places();
            all.push(Roles {
                actors: subject.clone(),
                targets,
                places,
                count: party.count,
                ..Roles::default()
            });
        }
        // A subject that is itself a mission shuts: "the consulate closed".
        if all.is_empty() {
            let shut = self.before().filter(|(_, party)| party.head == Some(Noun::Mission)).last();
            all.extend(shut.map(|(index, party)| Roles {
                targets: self.clauses.lanes_of(index, self.talk),
                actors: self.speaker_lanes(),
                count: party.count,
                places: self.places(),
                missions: true,
            }));
        }
        // "the crossings were closed": by who was spoken of.
        if all.is_empty() && self.told.manner == Manner::Passive {
            let closer = if subject.is_empty() { self.talk.spoken_of().to_vec() } else { subject };
            all.push(Roles { actors: closer, places: self.places(), ..Roles::default() });
        }
        all
    }

    /// "withdrew the licence of the Maltese House": a house that is a state's, and called by its name.
    fn house(&self, closer: &[LaneCode]) -> Option<Roles> {
        let (index, party) = self.after().find(|(_, party)| {
            matches!(party.sort, PartySort::Named(Form::Seat)) && matches!(party.under, None | Some(Work::Of))
        })?;
        let targets = self.clauses.lanes_of(index, self.talk);
        let (actors, places) = (closer.to_vec(), self.places());
        Some(Roles { actors, targets, places, count: party.count, ..Roles::default() })
    }

    /// "withdrew its consent for the Danish consulate": behind the clause, but before its next verb.
    fn missions_beyond(&self) -> Vec<(usize, &Party)> {
        let (_, end) = self.clauses.reach_of(self.told);
        let within = |party: &Party| self.told.first <= party.first && party.first < end;
        let all = self.clauses.parties.iter().enumerate();
        all.filter(|(_, party)| party.head == Some(Noun::Mission) && within(party)).collect()
    }

    /// Who stands between the words of an order.
    fn ordered(&self, subject: &[LaneCode]) -> Vec<LaneCode> {
        let inside = |party: &Party| {
            self.told.first < party.first
                && party.first < self.told.last
                && party.under.is_none()
                && party.can_act()
                && !party.lanes.iter().any(|lane| subject.contains(lane))
        };
        let ordered = self.clauses.parties.iter().find(|party| inside(party));
        ordered.map(|party| party.lanes.clone()).unwrap_or_default()
    }

    fn shuts_its_own(&self) -> bool {
        self.clauses.reading.work(self.told.last) == Some(Work::Own)
    }
}
