//! What happens somewhere, and what several do together.

use crate::model::LaneCode;

use super::super::super::find::Form;
use super::super::super::lexicon::{Noun, Voice, Work};
use super::super::sentence::{Clauses, Manner, Party, PartySort};
use super::{Around, Roles};

impl Around<'_> {
    pub(super) fn happens(&self) -> Roles {
        let mut roles = Roles::default();
        let speaker = self.speech.and_then(|speech| speech.speaker);
        // What an earlier verb of the clause told stays with it.
        let (floor, _) = self.clauses.reach_of(self.told);
        let who = self.clauses.antecedent(self.start).map(|index| (index, &self.clauses.parties[index]));
        for (index, party) in self.parties().filter(|(_, party)| party.first >= floor).chain(who) {
            let hit = party.head == Some(Noun::Thing)
                || !Clauses::is_modifier(party)
                || party.under == Some(Work::In);
            // "a breach of its parliament" is where the sentence's subject is.
            let own = party.sort == PartySort::Own
                && !(self.told.manner == Manner::Nominal && party.under == Some(Work::Of));
            if !hit || Some(index) == speaker || own || party.is_pronoun() {
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
        // "a cable had been cut": what it is told of stands in the phrase, and nobody does it.
        let own = own && self.told.trigger.voice != Voice::Clause;
        if roles.actors.is_empty() && self.told.manner == Manner::Active && own {
            let own = |index: usize| self.clauses.parties[index].sort == PartySort::Own;
            if !self.clauses.subject_of(self.told).is_some_and(own) {
                roles.actors = self.subject_lanes();
            }
        }
        if roles.places.is_empty() && self.told.trigger.kind == "incident" && !roles.actors.is_empty() {
            roles.places = self.told_of_before(&roles.actors);
        }
        let speaker = self.speaker_lanes();
        let state = !speaker.is_empty() && speaker.iter().all(|lane| lane.as_str().len() == 2);
        if roles.places.is_empty() && state && !speaker.iter().any(|lane| roles.actors.contains(lane)) {
            // "Norway said Russian hackers had …": it tells of what happened at home.
            roles.places.clone_from(&speaker);
        }
        if roles.is_empty() && self.told.manner == Manner::Nominal {
            roles.places = self.shaken();
        }
        if roles.is_empty() {
            // "Sweden said that a cable had been damaged"
            roles.places = self.speaker_lanes();
        }
        if roles.is_empty() && self.told.manner != Manner::Nominal {
            roles.places = self.further_on();
        }
        roles
    }

    /// "Cabinets were set on fire on the line that runs from the Maltese town of Mdina": the first place that is named
    /// behind.
    fn further_on(&self) -> Vec<LaneCode> {
        let clauses = self.clauses;
        let speaks = |at: usize| clauses.is_hard(at) || clauses.reading.work(at) == Some(Work::Speech);
        let end = (self.told.last..clauses.last).find(|at| speaks(*at)).unwrap_or(clauses.last);
        let place = |party: &&Party| {
            let thing = party.head == Some(Noun::Thing);
            let bare = party.head.is_none() && party.sort != PartySort::Named(Form::Adjective);
            (self.told.last..end).contains(&party.first)
                && matches!(party.sort, PartySort::Named(_))
                && (thing || bare && matches!(party.under, Some(Work::In)))
        };
        clauses.parties.iter().find(place).map(|party| party.lanes.clone()).unwrap_or_default()
    }

    /// "Riots over the price of bread shook Malta's capital": where it was stands behind what it was about.
    fn shaken(&self) -> Vec<LaneCode> {
        let clauses = self.clauses;
        let begins = clauses.reading.work(self.end) == Some(Work::Cause);
        let named = |party: &&Party| {
            party.first >= self.end
                && matches!(party.sort, PartySort::Named(_))
                && matches!(party.under, None | Some(Work::In))
        };
        let end = (self.end + 1..clauses.last)
            .find(|at| clauses.is_hard(*at) || clauses.reading.work(*at).is_some_and(Work::is_border));
        let near =
            clauses.parties.iter().filter(named).find(|party| party.first < end.unwrap_or(clauses.last));
        near.filter(|_| begins).map(|party| party.lanes.clone()).unwrap_or_default()
    }

    /// "the skies of Malta after drones strayed into the country": the country last named before.
    fn told_of_before(&self, actors: &[LaneCode]) -> Vec<LaneCode> {
        let named = |party: &&Party| {
            party.last <= self.told.first
                && party.head.is_none()
                && matches!(party.sort, PartySort::Named(Form::Name | Form::Capital | Form::Town))
                && !party.lanes.iter().any(|lane| actors.contains(lane))
        };
        self.clauses.parties.iter().rfind(named).map(|party| party.lanes.clone()).unwrap_or_default()
    }

    pub(super) fn together(&self) -> Roles {
        // "NATO sends ships, and the ministers will meet in Riga": who did something else does not meet.
        let (floor, _) = self.clauses.reach_of(self.told);
        let head = self.clauses.head_of(self.told);
        let joins = |party: &Party| {
            (party.first >= floor.min(self.told.first)
                || head.is_some_and(|(from, to)| from <= party.first && party.first < to))
                && !Clauses::is_modifier(party)
                && !matches!(party.under, Some(Work::According))
        };
        let mut actors: Vec<LaneCode> = Vec::new();
        let mut places = Vec::new();
        // "let go in return for two Maltese sailors"
        let (_, reach) = self.clauses.reach_of(self.told);
        let swapped = |(_, party): &(usize, &Party)| {
            let own =
                self.told.first < party.first && party.first < self.told.last && party.first >= self.end;
            self.told.trigger.kind == "exchange" && (own || (self.end..reach).contains(&party.first))
        };
        let beyond = self.clauses.parties.iter().enumerate().filter(swapped);
        for (index, party) in self.parties().chain(beyond).filter(|(_, party)| joins(party)) {
            let lanes = self.lanes(index);
            if party.under == Some(Work::In) { places.extend(lanes) } else { actors.extend(lanes) }
        }
        if actors.len() < 2 {
            actors.extend(self.subject_lanes());
        }
        Roles { actors, places, ..Roles::default() }
    }
}
