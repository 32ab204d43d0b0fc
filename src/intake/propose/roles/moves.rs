//! Who is made to go, or goes: the lanes of expulsions, recalls and departures.

use crate::model::{Count, LaneCode, Unit};

use super::super::super::lexicon::{Noun, Work};
use super::super::sentence::{Manner, Party, PartySort, value_ending_at};
use super::{Around, Roles};

impl Around<'_> {
    pub(super) fn moves(&self) -> Roles {
        let mut roles = Roles::default();
        let suffers = |party: &Party| party.is_people() || party.head == Some(Noun::Mission);
        let after = self.after().find(|(_, party)| suffers(party));
        let before = self.before().filter(|(_, party)| suffers(party)).last();
        let head = self.before_relative().map(|index| (index, &self.clauses.parties[index]));
        let before = before.or(head.filter(|_| after.is_none()));
        // "attachés accused of shadowing dissidents were shown out": who is told of, and not the nearest.
        let told_of = self.clauses.told_of_behind(self.told);
        let told_of = told_of.or_else(|| self.clauses.subject_between(self.start, self.told.first));
        let told_of = told_of.map(|index| (index, &self.clauses.parties[index]));
        let before = told_of.filter(|(_, party)| suffers(party)).or(before);
        let whom = if self.told.manner == Manner::Passive { before.or(after) } else { after.or(before) };
        let own = whom.is_some_and(|(_, party)| self.calls_home_its_own(party));
        if let Some((_, party)) = whom.filter(|_| own) {
            roles.count = party.count;
        } else if let Some((index, party)) = whom {
            roles.targets.clone_from(&party.lanes);
            if roles.targets.is_empty() && self.comes_from(index) {
                roles.targets = self.lanes(index + 1);
            }
            roles.count = party.count;
            if party.sort == PartySort::Own {
                roles.targets = self.owner_before(index);
            }
            if roles.targets.is_empty() {
                // "Eighteen diplomats … at the Embassy of the Russian Federation"
                let next = self.parties().find(|(other, party)| {
                    *other > index
                        && party.head.is_some()
                        && !party.lanes.is_empty()
                        && party.last <= self.end
                });
                roles.targets = next
                    .filter(|(_, party)| suffers(party))
                    .map(|(_, party)| party.lanes.clone())
                    .or_else(|| self.of_the_embassy(index))
                    .unwrap_or_else(|| self.talk.people_for(&self.mover(&[])));
            }
        }
        if whom.is_none()
            && let Some((people, count)) = self.unnamed()
        {
            (roles.targets, roles.count) = (people, count);
        }
        roles.actors = self.mover(&roles.targets);
        if roles.targets.is_empty() && !own {
            roles.targets = self.bare_target(&roles.actors);
        }
        if roles.targets.is_empty() && self.told.manner == Manner::Passive {
            // "Quietly recalled from …, he": whose people were last spoken of.
            let people = self.talk.people.iter().filter(|lane| !roles.actors.contains(lane));
            roles.targets = people.cloned().collect();
        }
        if self.told.trigger.kind == "recall" && roles.targets.is_empty() {
            // One's own envoy: where he was is the place.
            roles.places = self.places();
            roles.places.extend(self.lanes_under(&[Work::From, Work::To]));
        }
        roles
    }

    /// "diplomats from Malta"
    fn comes_from(&self, index: usize) -> bool {
        let (party, next) = (&self.clauses.parties[index], self.clauses.parties.get(index + 1));
        next.is_some_and(|next| {
            next.under == Some(Work::From)
                && next.head.is_none()
                && matches!(next.sort, PartySort::Named(_))
                && next.first == party.last + 1
        })
    }

    /// "a member of the embassy's staff": of the one that was last named.
    fn of_the_embassy(&self, index: usize) -> Option<Vec<LaneCode>> {
        /// Words between somebody and the embassy that he works at.
        const NEAR: usize = 6;
        let from = self.clauses.parties[index].first;
        let reading = self.clauses.reading;
        let missions = |at: &usize| {
            let hit = reading.language.nouns.longest(&reading.words, *at, *at + 1);
            hit.is_some_and(|hit| *hit.value == Noun::Mission)
        };
        let named = (from..self.end.min(from + NEAR)).any(|at| missions(&at));
        let acting = self.mover(&[]);
        let other =
            !self.talk.mission.is_empty() && !self.talk.mission.iter().any(|lane| acting.contains(lane));
        (named && other).then(|| self.talk.mission.clone())
    }

    /// "recalled its ambassador", "called its three attachés home": nobody else's.
    fn calls_home_its_own(&self, party: &Party) -> bool {
        let nobody_named = matches!(party.sort, PartySort::Own | PartySort::Generic);
        self.told.trigger.kind == "recall" && self.told.manner == Manner::Active && nobody_named
    }

    /// "told the Maltese embassy that its staff …": whose they are stands right before, and is not who acts.
    fn owner_before(&self, index: usize) -> Vec<LaneCode> {
        let parties = &self.clauses.parties;
        // "for which Malta had expelled two of its people": who acts is nearer than the sentence's subject.
        let acting = self.clauses.subject_of(self.told).or_else(|| self.clauses.main_subject());
        let acting = acting.map(|main| parties[main].lanes.as_slice()).unwrap_or_default();
        let owner = parties[..index].iter().rfind(|party| {
            matches!(party.sort, PartySort::Named(_)) && !party.lanes.iter().any(|lane| acting.contains(lane))
        });
        owner.map(|party| party.lanes.clone()).unwrap_or_default()
    }

    /// Who made them go.
    fn mover(&self, targets: &[LaneCode]) -> Vec<LaneCode> {
        let other = |lanes: Vec<LaneCode>| -> Option<Vec<LaneCode>> {
            let kept: Vec<LaneCode> = lanes.into_iter().filter(|lane| !targets.contains(lane)).collect();
            (!kept.is_empty()).then_some(kept)
        };
        let doer = match self.told.manner {
            Manner::Active => other(self.subject_lanes()).or_else(|| other(self.first_who_can_act(targets))),
            Manner::Passive => other(self.lanes_under(&[Work::By])),
            Manner::Nominal => other(self.lanes_under(&[Work::By]))
                .or_else(|| other(self.possessor()))
                .or_else(|| other(self.clause_subject())),
        };
        doer.or_else(|| other(self.lanes_under(&[Work::From])))
            .or_else(|| other(self.left_country()))
            .or_else(|| other(self.speaker_lanes()))
            // "employees of the Danish embassy in Latvia were declared unwelcome"
            .or_else(|| other(self.places()).filter(|_| self.told.manner == Manner::Passive))
            .or_else(|| other(self.talk.topic.clone()).filter(|_| self.told.manner == Manner::Passive))
            .unwrap_or_default()
    }

    /// "kicked out 18 of them", "sent away four each": people of those last spoken of.
    fn unnamed(&self) -> Option<(Vec<LaneCode>, Option<Count>)> {
        let clauses = self.clauses;
        let reading = clauses.reading;
        let near = self.told.last..(self.told.last + 3).min(self.end);
        let dated = |at: usize| clauses.dates.iter().any(|date| date.first <= at && at < date.last);
        let number = near.clone().find_map(|at| {
            let (value, _) = value_ending_at(&reading.words, at, self.told.last, reading.language)?;
            (!dated(at)).then_some(value)
        });
        let them = near.clone().any(|at| matches!(reading.work(at), Some(Work::Pronoun | Work::Person)));
        if self.told.manner != Manner::Active || number.is_none() && !them {
            return None;
        }
        let before = clauses
            .parties
            .iter()
            .rfind(|party| party.is_people() && !party.lanes.is_empty() && party.last <= self.told.first);
        let people =
            before.map_or_else(|| self.talk.people_for(&self.mover(&[])), |party| party.lanes.clone());
        let count = number.map(|value| Count::exactly(value, Unit::People));
        (!people.is_empty()).then_some((people, count))
    }

    /// "Russia answered with the expulsion of …"
    fn clause_subject(&self) -> Vec<LaneCode> {
        let subject = self.clauses.subject_between(self.start, self.told.first);
        subject.map(|index| self.lanes(index)).unwrap_or_default()
    }

    /// "asked to leave the Republic of Croatia"
    fn left_country(&self) -> Vec<LaneCode> {
        let next = self
            .after()
            .find(|(_, party)| party.head.is_none() && party.first <= self.told.last + 3 && party.can_act());
        next.filter(|(_, party)| matches!(party.sort, PartySort::Named(_)))
            .map(|(index, _)| self.lanes(index))
            .unwrap_or_default()
    }

    /// "the expulsion of Russia's envoys" with a head that is not known.
    fn bare_target(&self, actors: &[LaneCode]) -> Vec<LaneCode> {
        let named = |party: &Party| {
            matches!(party.sort, PartySort::Named(_))
                && !matches!(party.under, Some(Work::From | Work::In | Work::By))
        };
        let other = self.after().find(|(index, party)| {
            named(party) && !self.lanes(*index).iter().any(|lane| actors.contains(lane))
        });
        other.map(|(index, _)| self.lanes(index)).unwrap_or_default()
    }
}
