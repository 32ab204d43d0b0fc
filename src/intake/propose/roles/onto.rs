//! Who does what to whom: attacks, arrests, sanctions, accusations.

use crate::model::LaneCode;

use super::super::super::find::Form;
use super::super::super::lexicon::{Noun, Work};
use super::super::sentence::{Clauses, Manner, Party, PartySort};
use super::{Around, Roles};

impl Around<'_> {
    /// Who acts and on whom, where the verb stands last: "Finnland hat zwei Russen verhaftet".
    fn both_before(&self) -> Option<(Vec<LaneCode>, Vec<LaneCode>)> {
        let bare = |party: &Party| party.under.is_none() && !Clauses::is_modifier(party);
        let mut bare = self.before().filter(|(_, party)| bare(party) && !party.is_pronoun());
        let (first, _) = bare.next()?;
        let (last, _) = bare.last().filter(|(last, _)| !self.clauses.row_of(first).contains(last))?;
        Some((self.lanes(first), self.lanes(last)))
    }

    /// "A Maltese trawler rammed …": whose thing it is that does it.
    fn whose_thing(&self) -> Vec<LaneCode> {
        let thing = |party: &Party| party.under.is_none() && party.head == Some(Noun::Thing);
        let first = self.before().find(|(_, party)| party.under.is_none());
        first.filter(|(_, party)| thing(party)).map(|(index, _)| self.lanes(index)).unwrap_or_default()
    }

    /// What the clause is told of, before its verb.
    fn patient(&self) -> Option<usize> {
        let inside = self.clauses.subject_between(self.start, self.told.first);
        self.clauses
            .told_of_behind(self.told)
            .or(inside)
            .or_else(|| {
                let (from, to) = self.clauses.head_of(self.told)?;
                self.clauses.subject_between(from, to)
            })
            .or_else(|| self.who_also_spoke())
            .or_else(|| self.before_relative())
    }

    /// "a pilot denied it and was sentenced": who spoke is who it happened to.
    fn who_also_spoke(&self) -> Option<usize> {
        let clauses = self.clauses;
        let spoke = self.start.checked_sub(1).filter(|at| *at > clauses.first)?;
        let joined =
            clauses.reading.work(spoke) == Some(Work::Speech) && clauses.and_before(self.told).is_some();
        joined.then(|| clauses.subject_between(clauses.first, spoke)).flatten()
    }

    /// Where a state's law was at work that nobody names: who speaks, "In Norway, …", who acts in the sentence, or who
    /// was last spoken of.
    fn law_of(&self) -> Vec<LaneCode> {
        let clauses = self.clauses;
        let lead = clauses.leading_place().map(|party| party.lanes.clone());
        let main = || clauses.main_subject().map(|index| self.lanes(index));
        let inside = |party: &&Party| {
            party.under == Some(Work::In)
                && matches!(party.sort, PartySort::Named(_))
                && !Clauses::is_modifier(party)
        };
        let inside = || clauses.parties.iter().find(inside).map(|party| party.lanes.clone());
        let near = lead.or_else(main).or_else(inside).unwrap_or_default();
        let town = clauses.parties.iter().any(|party| clauses.is_of_a_town(party));
        // "Marsh, from Duluth, was detained": a name says nothing of whose police it was.
        let named = self.told.manner == Manner::Passive && self.begins_with_a_name();
        // "A Maltese sailor pleaded guilty": who does so in person need not do it where the talk was of last.
        let in_person = self.told.manner == Manner::Passive
            && self.lacks_an_auxiliary()
            && self.patient().is_some_and(|index| !self.lanes(index).is_empty());
        if near.is_empty() && (town || named || in_person) {
            return Vec::new();
        }
        if near.is_empty() { self.talk.spoken_of().to_vec() } else { near }
    }

    /// Whether no "was" stands before the verb.
    fn lacks_an_auxiliary(&self) -> bool {
        let from = self.told.first.saturating_sub(3).max(self.start);
        !(from..=self.told.first).any(|at| self.clauses.reading.work(at) == Some(Work::Passive))
    }

    fn begins_with_a_name(&self) -> bool {
        let subject = self.clauses.subject_between(self.start, self.told.first);
        subject.is_none() && (self.start..self.told.first).any(|at| self.clauses.is_name(at))
    }

    /// Who suffers what the clause tells, and by whom.
    fn suffered(&self, roles: &mut Roles, law: bool) {
        let subject = self.patient();
        roles.targets = subject.map(|index| self.lanes(index)).unwrap_or_default();
        roles.actors = self.lanes_under(&[Work::By]);
        if roles.actors.is_empty() && (law || self.told.trigger.kind == "accusation") {
            // Nobody accuses himself.
            let speaker = self.speaker_lanes();
            roles.actors = speaker.into_iter().filter(|lane| !roles.targets.contains(lane)).collect();
        }
        // "after being accused of spying": told of a person, and not by whom.
        let person = subject.is_none_or(|index| {
            let party = &self.clauses.parties[index];
            party.is_people() || party.is_pronoun()
        });
        // "agents were responsible": that is the accusation.
        let first = self.clauses.reading.work(self.told.first);
        let blames = matches!(first, Some(Work::Passive | Work::Perfect));
        if self.told.trigger.kind == "accusation" && person && !blames && roles.actors.is_empty() {
            roles.targets.clear();
        }
    }

    /// "sentenced the Maltese to nine years and the Cypriot to seven": those behind the "and" of whom the verb tells, too.
    fn and_others(&self) -> Vec<LaneCode> {
        let clauses = self.clauses;
        let small = |at: usize| clauses.reading.work(at) == Some(Work::Article);
        let joined = |party: &Party| {
            let before = (self.told.last..party.first).rev().find(|at| !small(*at));
            let and = before.is_some_and(|at| clauses.reading.work(at) == Some(Work::And));
            let people = matches!(party.sort, PartySort::Named(Form::People | Form::Adjective));
            and && people && party.under.is_none() && (party.head.is_none() || party.is_people())
        };
        let others = self.after().filter(|(_, party)| joined(party));
        others.flat_map(|(index, _)| self.lanes(index)).collect()
    }

    pub(super) fn onto(&self) -> Roles {
        let law = matches!(self.told.trigger.kind.as_str(), "arrest" | "charge" | "conviction" | "seizure");
        let mut roles = Roles { places: self.places(), ..Roles::default() };
        let direct = |party: &Party| {
            party.under.is_none_or(|work| {
                matches!(work, Work::Of | Work::Against)
                        || work == Work::To && !law
                        // "broke off relations with Malta"
                        || work == Work::With && self.told.trigger.kind == "restriction"
            })
        };
        let whom = |party: &Party| direct(party) && !party.is_pronoun() && !Clauses::is_modifier(party);
        // "adopted its package against Malta": nobody does it to himself.
        let doer = self.subject_lanes();
        let other = |lanes: &Vec<LaneCode>| {
            self.told.manner != Manner::Active || lanes.iter().any(|lane| !doer.contains(lane))
        };
        let mut objects = self.after().filter(|(_, party)| whom(party)).map(|(index, _)| self.lanes(index));
        let object = objects.find(other).unwrap_or_default();
        match self.told.manner {
            Manner::Active => {
                roles.actors = self.subject_lanes();
                if roles.actors.is_empty() && self.told.trigger.kind == "attack" {
                    roles.actors = self.whose_thing();
                }
                roles.targets = object;
                let verb_last = self.clauses.reading.language.lexicon.sentences.verb_last;
                if roles.targets.is_empty()
                    && verb_last
                    && let Some((actors, targets)) = self.both_before()
                {
                    (roles.actors, roles.targets) = (actors, targets);
                }
            }
            Manner::Passive => self.suffered(&mut roles, law),
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
        if roles.targets.is_empty() && self.told.manner == Manner::Active {
            // "limited Maltese boats": of a thing that nothing more is known of, the country is known.
            let thing = |party: &Party| direct(party) && Clauses::is_modifier(party);
            let near = self.after().find(|(_, party)| thing(party));
            roles.targets = near.map(|(index, _)| self.lanes(index)).unwrap_or_default();
        }
        if law && self.told.manner == Manner::Active && !roles.targets.is_empty() {
            roles.targets.extend(self.and_others());
        }
        self.complete(&mut roles, law);
        roles
    }

    /// What is told of those that the shape of the clause did not give.
    fn complete(&self, roles: &mut Roles, law: bool) {
        if law && roles.targets.is_empty() {
            // "issued a warrant for a Maltese officer", "jailed for passing papers to Malta's navy"
            roles.targets = self.concerned(&roles.actors);
        }
        if law && roles.actors.is_empty() {
            self.find_the_law(roles);
        }
        if self.told.trigger.kind == "accusation" && roles.targets.is_empty() {
            roles.targets = self.named_in_what_is_said(&roles.actors);
        }
        if self.told.trigger.kind == "attack" && roles.actors.is_empty() {
            // "missiles were launched from Malta"
            let from = |party: &Party| party.under == Some(Work::From) && !party.is_pronoun();
            let from = self.after().find(|(_, party)| from(party));
            roles.actors = from.map(|(index, _)| self.lanes(index)).unwrap_or_default();
        }
        let held_to = matches!(self.told.trigger.kind.as_str(), "restriction" | "sanction");
        if held_to && self.told.manner == Manner::Passive && roles.actors.is_empty() {
            let barred = |party: &Party| matches!(party.under, Some(Work::To | Work::Against | Work::From));
            let barred = self.after().find(|(_, party)| barred(party) && !party.lanes.is_empty());
            if roles.targets.is_empty() {
                roles.targets = barred.map(|(index, _)| self.lanes(index)).unwrap_or_default();
            }
            if roles.targets.is_empty() && roles.places.is_empty() {
                roles.actors = self.talk.spoken_of().to_vec();
            }
        }
    }

    /// Those with whom a case has to do, in the phrases that hang on its verb.
    fn concerned(&self, actors: &[LaneCode]) -> Vec<LaneCode> {
        let (_, end) = self.clauses.reach_of(self.told);
        let hard = (end..self.clauses.last).find(|at| {
            self.clauses.is_hard(*at)
                || matches!(
                    self.clauses.reading.work(*at),
                    Some(Work::Boundary | Work::When | Work::Relative | Work::Speech | Work::And)
                )
        });
        let reach = hard.unwrap_or(self.clauses.last);
        let named = |party: &&Party| {
            self.told.last <= party.first
                && party.first < reach
                && matches!(party.sort, PartySort::Named(_))
                && (party.head.is_some() && party.under != Some(Work::In) || self.is_served(party))
                && !matches!(party.under, Some(Work::By))
                && !party.lanes.iter().any(|lane| actors.contains(lane))
        };
        let of = self.clauses.parties.iter().filter(|party| party.head != Some(Noun::Thing)).find(named);
        of.map(|party| party.lanes.clone()).unwrap_or_default()
    }

    /// "spying for Malta"
    fn is_served(&self, party: &Party) -> bool {
        let reading = self.clauses.reading;
        let serve = reading.language.lexicon.classes.get("serve");
        let verb = (party.first.saturating_sub(4)..party.first).map(|at| &reading.words[at].lower);
        let serves = |words: &Vec<String>| verb.clone().any(|verb| words.contains(verb));
        party.under == Some(Work::For) && serve.is_some_and(serves)
    }

    /// "alleged that agents of the Maltese state had a hand in it"
    fn named_in_what_is_said(&self, actors: &[LaneCode]) -> Vec<LaneCode> {
        let clauses = self.clauses;
        let end = (self.told.last..clauses.last).find(|at| clauses.is_hard(*at)).unwrap_or(clauses.last);
        let other = |party: &&Party| {
            self.told.last <= party.first
                && party.first < end
                && matches!(party.sort, PartySort::Named(_))
                && party.under != Some(Work::In)
                && !party.lanes.iter().any(|lane| actors.contains(lane))
        };
        if self.told.manner != Manner::Active || actors.is_empty() {
            return Vec::new();
        }
        clauses.parties.iter().find(other).map(|party| party.lanes.clone()).unwrap_or_default()
    }

    /// Whose court it was, or else where.
    fn find_the_law(&self, roles: &mut Roles) {
        // "pleaded guilty at a Maltese court"
        let court = |party: &Party| party.head == Some(Noun::Authority) && !party.lanes.is_empty();
        let court = self.after().find(|(_, party)| party.under.is_some() && court(party));
        roles.actors = court.map(|(index, _)| self.lanes(index)).unwrap_or_default();
        if roles.actors.is_empty() && roles.places.is_empty() {
            roles.places = self.law_of();
        }
    }
}
