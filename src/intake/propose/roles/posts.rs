//! Nominations and offices: who is named for which post, and where it is.

use crate::model::LaneCode;

use super::super::super::lexicon::{Noun, Work};
use super::super::sentence::{Clauses, Manner, Party, PartySort};
use super::{Around, Roles};

/// Words between an appointment and the post at most.
const NEAR: usize = 5;

impl Around<'_> {
    /// Who is named, by whom, and where the post is.
    pub(super) fn office(&self) -> Roles {
        let subject = match self.told.manner {
            Manner::Passive => {
                let inside = self.clauses.subject_between(self.start, self.told.first);
                let index = self.clauses.told_of_behind(self.told).or(inside);
                index.map(|index| self.lanes(index)).unwrap_or_default()
            }
            Manner::Active => self.subject_lanes(),
            Manner::Nominal => self.possessor(),
        };
        let mut targets = self.lanes_under(&[Work::To, Work::Of]);
        if self.told.manner == Manner::Passive {
            // "chosen by the ministers of the OSCE"
            targets.extend(self.lanes_under(&[Work::By]));
        }
        if targets.is_empty() {
            targets = self.body_of_post();
        }
        let subject = if subject.is_empty() { self.whose_mission() } else { subject };
        let nobody = subject.is_empty() && targets.is_empty() && self.posts().is_empty();
        if nobody && self.told.trigger.kind == "election" {
            // "Malta's court annulled the presidential election": it is that of whose court it is.
            let main = self.clauses.main_subject().map(|index| &self.clauses.parties[index]);
            let main = main.map(|party| party.lanes.clone()).unwrap_or_default();
            return Roles { places: main, ..Roles::default() };
        }
        if targets.is_empty() && self.told.manner == Manner::Active && self.is_of_another() {
            // "Estonia wanted the chair, but Moscow vetoed its candidacy."
            let main = self.clauses.main_subject().map(|index| self.lanes(index)).unwrap_or_default();
            targets = main.into_iter().filter(|lane| !subject.contains(lane)).collect();
        }
        Roles { actors: subject, targets, places: self.posts(), ..Roles::default() }
    }

    /// "appointed secretary general of NATO", "took office as EU commissioner": the post is the body's.
    fn body_of_post(&self) -> Vec<LaneCode> {
        let clauses = self.clauses;
        let near = self.told.last..(self.told.last + NEAR).min(clauses.last);
        let post = |party: &Party| {
            near.contains(&party.first)
                && matches!(party.head, Some(Noun::Authority | Noun::People))
                && matches!(party.sort, PartySort::Named(_))
                && party.under.is_none()
        };
        let of = clauses.parties.iter().position(post);
        of.map(|index| clauses.lanes_of(index, self.talk)).unwrap_or_default()
    }

    /// "appointed counsellor at Malta's mission to the UN": who has a mission names its people.
    fn whose_mission(&self) -> Vec<LaneCode> {
        let at = |party: &Party| party.head == Some(Noun::Mission) && party.under == Some(Work::Against);
        self.after().find(|(_, party)| at(party)).map(|(index, _)| self.lanes(index)).unwrap_or_default()
    }

    /// Whether "its" or "their" stands in or right after the trigger.
    fn is_of_another(&self) -> bool {
        let end = (self.told.last + 2).min(self.end);
        (self.told.first + 1..end).any(|at| self.clauses.reading.work(at) == Some(Work::Own))
    }

    /// Where the post is: "for a similar role in Norway", "for Norway and Denmark".
    fn posts(&self) -> Vec<LaneCode> {
        let clauses = self.clauses;
        let stops = |at: &usize| {
            matches!(
                clauses.reading.work(*at),
                Some(Work::Boundary | Work::When | Work::Cause | Work::Relative | Work::Speech)
            ) || clauses.reading.words[*at].is_mark(";")
        };
        let end = (self.told.last..clauses.last).find(stops).unwrap_or(clauses.last);
        let meant = |party: &Party| {
            let at = party.first.checked_sub(1).filter(|at| *at >= self.told.last);
            party.under == Some(Work::In)
                || at.is_some_and(|at| clauses.reading.work(at) == Some(Work::For))
                || party.first == self.told.last
                    && clauses.reading.work(self.told.last - 1) == Some(Work::For)
        };
        let named = clauses.parties.iter().enumerate().filter(|(_, party)| {
            self.told.last <= party.first && party.first < end && matches!(party.sort, PartySort::Named(_))
        });
        named
            .filter(|(_, party)| meant(party) && !Clauses::is_modifier(party))
            .flat_map(|(index, _)| self.lanes(index))
            .collect()
    }
}
