//! As known on a day: the columns as the sources had told them by then, and the days on which they told something new.
//!
//! A source's clock is the day that it was published, else retrieved, else what the event itself says of when it was
//! reported (contract 3). What has no clock is counted, and listed where the day is chosen.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Columns, EventId, Facets, Stamp, View, When};

/// When a case's events became known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KnownDays {
    /// Days on which something became known or changed its status, in order, with the events that became known.
    days: Vec<(i64, usize)>,
    /// Events of which no source is dated.
    pub without: Vec<EventId>,
    /// All events.
    pub events: usize,
}

impl KnownDays {
    /// Looks through all marks, and through what sources said of statuses.
    #[must_use]
    pub fn new(columns: &Columns, facets: Option<&Facets>) -> Self {
        let mut first: BTreeMap<EventId, Stamp> = BTreeMap::new();
        for mark in &columns.marks {
            first.insert(mark.event, mark.known);
        }
        let mut days: BTreeMap<i64, usize> = BTreeMap::new();
        let mut without = Vec::new();
        for (event, known) in &first {
            if *known == Stamp::MAX {
                without.push(*event);
            } else {
                *days.entry(known.day_number()).or_default() += 1;
            }
        }
        for pair in facets.map(|facets| facets.sayings.as_slice()).unwrap_or_default().windows(2) {
            if pair[0].event == pair[1].event && pair[0].status != pair[1].status {
                days.entry(pair[1].clock.day_number()).or_default();
            }
        }
        Self { days: days.into_iter().collect(), without, events: columns.events }
    }

    /// The next day after, or the last one before, on which something became known; from no day, the last of all.
    #[must_use]
    pub fn step(&self, from: Option<i64>, later: bool) -> Option<i64> {
        let at = |day: i64| self.days.partition_point(|(known, _)| *known < day);
        let found = match (from, later) {
            (None, true) => None,
            (None, false) => self.days.last(),
            (Some(day), true) => self.days.get(at(day.saturating_add(1))),
            (Some(day), false) => at(day).checked_sub(1).and_then(|before| self.days.get(before)),
        };
        found.map(|(day, _)| *day)
    }

    /// How many events were known by the end of a day.
    #[must_use]
    pub fn known_by(&self, day: i64) -> usize {
        self.days.iter().take_while(|(known, _)| *known <= day).map(|(_, events)| events).sum()
    }

    /// How many became known on a day.
    #[must_use]
    pub fn new_on(&self, day: i64) -> usize {
        self.days.iter().find(|(known, _)| *known == day).map_or(0, |(_, events)| *events)
    }

    /// Number of a day among all, from 1, and how many there are.
    #[must_use]
    pub fn place(&self, day: i64) -> (usize, usize) {
        (self.days.partition_point(|(known, _)| *known <= day), self.days.len())
    }

    /// A day as a view names it.
    #[must_use]
    pub fn named(day: i64) -> Option<When> {
        let (year, month, day) = Stamp::from_day_number(day).civil();
        When::day(year, month, day).ok()
    }

    /// The day of a place from 0 on.
    #[must_use]
    pub fn day_at(&self, place: usize) -> Option<i64> {
        self.days.get(place).map(|(day, _)| *day)
    }
}

/// The instant up to which a view knows; `None`: everything.
pub(in super::super) fn known_by(view: &View) -> Option<Stamp> {
    view.known_on.as_ref().map(When::latest).filter(|by| *by != Stamp::MAX)
}

/// The columns as known by then: what no source had told is gone, and counted; a status is what the latest source said.
pub(in super::super) fn as_known(columns: &Columns, facets: &Facets, by: Stamp) -> Arc<Columns> {
    let mut known = columns.clone();
    known.marks.retain(|mark| mark.known < by);
    if !facets.sayings.is_empty() {
        for mark in &mut known.marks {
            if let Some(status) = facets.status_by(mark.event, by) {
                mark.bits = mark.bits.with_status(status);
            }
        }
    }
    let left: BTreeSet<EventId> = known.marks.iter().map(|mark| mark.event).collect();
    let all: BTreeSet<EventId> = columns.marks.iter().map(|mark| mark.event).collect();
    known.ties.retain(|tie| left.contains(&tie.from) && left.contains(&tie.to));
    known.participations.retain(|part| left.contains(&part.event));
    known.unknown = all.len() - left.len();
    Arc::new(known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{LaneIndex, Mark, MarkBits};

    fn days() -> KnownDays {
        let mark = |event: i64, known: i64| Mark {
            lane: LaneIndex(0),
            t0: Stamp(0),
            event: EventId(event),
            t1: Stamp(1),
            bits: MarkBits::default(),
            known: if known == 0 { Stamp::MAX } else { Stamp(known * 86_400 - 1) },
        };
        let marks = vec![mark(1, 10), mark(1, 10), mark(2, 10), mark(3, 14), mark(4, 0)];
        KnownDays::new(&Columns { marks, events: 4, ..Columns::default() }, None)
    }

    #[test]
    fn one_steps_through_the_days_on_which_something_became_known() {
        let days = days();
        assert_eq!(days.step(None, false), Some(13));
        assert_eq!(days.step(Some(13), false), Some(9));
        assert_eq!(days.step(Some(9), false), None);
        assert_eq!(days.step(Some(11), true), Some(13), "from a day between two");
        assert_eq!(days.step(Some(13), true), None, "then it is now");
        assert_eq!(days.step(None, true), None);
    }

    #[test]
    fn events_are_counted_once_and_those_without_a_clock_are_listed() {
        let days = days();
        assert_eq!((days.known_by(8), days.known_by(9), days.known_by(99)), (0, 2, 3));
        assert_eq!((days.new_on(9), days.new_on(10), days.place(9)), (2, 0, (1, 2)));
        assert_eq!(days.without, [EventId(4)]);
    }
}
