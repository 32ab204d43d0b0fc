//! What is chosen, in a few numbers: how many events, heads counted once, first and last, and which lanes.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Columns, EventId, LaneIndex, Mark, Reading, Stamp};

use super::super::heads::{Sizing, StatedHeads};

/// Chosen events, summed up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    pub events: usize,
    /// People of expulsions, recalls and departures among them, each head once.
    pub heads: u64,
    /// The events that the heads rest on.
    pub counted: Vec<(EventId, u64)>,
    pub undated: usize,
    /// The one that begins first, and the one that ends last.
    pub first: Option<EventId>,
    pub last: Option<EventId>,
    /// Lanes that take part, with how many of the events each; the most first.
    pub lanes: Vec<(LaneIndex, usize)>,
}

/// Sums up chosen events.
#[must_use]
pub fn sum_of(columns: &Columns, chosen: &BTreeSet<EventId>) -> Chosen {
    let marks: Vec<&Mark> = columns.marks.iter().filter(|mark| chosen.contains(&mark.event)).collect();
    let heads = StatedHeads::of_marks(columns, &Sizing::of(&columns.kinds), marks.iter().copied());
    let mut lanes: BTreeMap<LaneIndex, usize> = BTreeMap::new();
    let mut undated = BTreeSet::new();
    let mut events = BTreeSet::new();
    for mark in &marks {
        events.insert(mark.event);
        if Some(mark.lane) != columns.no_lane {
            *lanes.entry(mark.lane).or_default() += 1;
        }
        if mark.bits.reading() == Reading::Undated {
            undated.insert(mark.event);
        }
    }
    let dated = || marks.iter().filter(|mark| !undated.contains(&mark.event));
    let begin = |mark: &&&Mark| if mark.t0 == Stamp::MIN { mark.t1 } else { mark.t0 };
    let end = |mark: &&&Mark| if mark.t1 == Stamp::MAX { mark.t0 } else { mark.t1 };
    let mut lanes: Vec<(LaneIndex, usize)> = lanes.into_iter().collect();
    lanes.sort_by_key(|(lane, events)| (std::cmp::Reverse(*events), *lane));
    let counted: Vec<(EventId, u64)> =
        events.iter().map(|event| (*event, heads.of(*event))).filter(|(_, heads)| *heads > 0).collect();
    Chosen {
        events: events.len(),
        heads: counted.iter().map(|(_, heads)| heads).sum(),
        counted,
        undated: undated.len(),
        first: dated().min_by_key(|mark| (begin(mark), mark.event)).map(|mark| mark.event),
        last: dated().max_by_key(|mark| (end(mark), mark.event)).map(|mark| mark.event),
        lanes,
    }
}
