//! Heads: people of expulsions, recalls and departures, each counted once.
//!
//! `carries-out` and `part-of` tie events that count the same heads: of such a group only the largest stated number
//! counts, at the earliest event that states it.

use std::collections::BTreeMap;

use crate::model::{Columns, EventId, KindIndex, LaneIndex, Mark, MarkBits, Sieve, Stamp};

use super::home::{Placing, Side};

/// Kinds whose people are added up.
const ADDED: [&str; 3] = ["expulsion", "recall", "departure"];

/// Kinds whose people size a mark.
const SIZED: [&str; 5] = ["expulsion", "recall", "departure", "arrest", "exchange"];

/// Which kinds add up and which size a mark, by number.
#[derive(Debug, Clone, Default)]
pub struct Sizing {
    added: Vec<KindIndex>,
    sized: Vec<KindIndex>,
}

impl Sizing {
    /// Looks the kinds up.
    #[must_use]
    pub fn new(columns: &Columns) -> Self {
        let numbers = |codes: &[&str]| codes.iter().filter_map(|code| columns.kinds.index_of(code)).collect();
        Self { added: numbers(&ADDED), sized: numbers(&SIZED) }
    }

    /// People that size the mark of a placing; 0 where none do.
    #[must_use]
    pub fn size_of(&self, placing: &Placing) -> u64 {
        if self.sized.contains(&placing.bits.kind()) { placing.bits.people() } else { 0 }
    }

    /// Whether the people of a mark are added up.
    #[must_use]
    pub fn adds_up(&self, bits: MarkBits) -> bool {
        self.added.contains(&bits.kind()) && bits.people() > 0
    }
}

/// The number that each event adds to a sum; events that add nothing are absent.
#[derive(Debug, Clone, Default)]
pub struct Heads {
    counted: BTreeMap<EventId, u64>,
}

impl Heads {
    /// Counts the heads of the placings that pass the sieve.
    #[must_use]
    pub fn new(columns: &Columns, sizing: &Sizing, placings: &[Placing], sieve: &Sieve) -> Self {
        let passes = |placing: &&Placing| {
            sizing.adds_up(placing.bits) && sieve.lets_through(placing.bits, placing.known)
        };
        let stated = placings.iter().filter(passes);
        Self::count(
            columns,
            stated.map(|placing| (placing.event, (placing.bits.people(), placing.t0))).collect(),
        )
    }

    /// Counts the heads of these marks.
    #[must_use]
    pub fn of_marks<'m>(
        columns: &Columns,
        sizing: &Sizing,
        marks: impl IntoIterator<Item = &'m Mark>,
    ) -> Self {
        let stated = marks.into_iter().filter(|mark| sizing.adds_up(mark.bits));
        Self::count(columns, stated.map(|mark| (mark.event, (mark.bits.people(), mark.t0))).collect())
    }

    /// Of events that mean the same heads only the one with the most counts, the earliest of equals.
    fn count(columns: &Columns, stated: BTreeMap<EventId, (u64, Stamp)>) -> Self {
        let mut group: BTreeMap<EventId, EventId> = stated.keys().map(|event| (*event, *event)).collect();
        for tie in columns.ties.iter().filter(|tie| tie.link_type.shares_heads()) {
            if stated.contains_key(&tie.from) && stated.contains_key(&tie.to) {
                let (a, b) = (root(&group, tie.from), root(&group, tie.to));
                group.insert(a.max(b), a.min(b));
            }
        }
        let mut best: BTreeMap<EventId, (EventId, u64, Stamp)> = BTreeMap::new();
        for (event, (people, t0)) in stated {
            let slot = best.entry(root(&group, event)).or_insert((event, people, t0));
            if people > slot.1 || (people == slot.1 && t0 < slot.2) {
                *slot = (event, people, t0);
            }
        }
        Self { counted: best.into_values().map(|(event, people, _)| (event, people)).collect() }
    }

    /// What an event adds to a sum.
    #[must_use]
    pub fn of(&self, event: EventId) -> u64 {
        self.counted.get(&event).copied().unwrap_or(0)
    }

    /// How many events carry heads.
    #[must_use]
    pub fn events(&self) -> usize {
        self.counted.len()
    }
}

fn root(group: &BTreeMap<EventId, EventId>, event: EventId) -> EventId {
    let mut at = event;
    while let Some(up) = group.get(&at).filter(|up| **up != at) {
        at = *up;
    }
    at
}

/// Sums of one lane, for its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LaneSum {
    pub above: u64,
    pub below: u64,
    /// Whether a number in it is shared with other lanes.
    pub shared: bool,
}

/// Adds up each lane's heads: a shared count stands whole in each lane.
#[must_use]
pub fn lane_sums(heads: &Heads, placings: &[Placing]) -> BTreeMap<LaneIndex, LaneSum> {
    let mut sums: BTreeMap<LaneIndex, LaneSum> = BTreeMap::new();
    for placing in placings {
        let count = heads.of(placing.event);
        if count == 0 {
            continue;
        }
        let sum = sums.entry(placing.lane).or_default();
        match placing.side {
            Side::Below => sum.below += count,
            Side::Above | Side::On => sum.above += count,
        }
        sum.shared |= placing.copies > 1;
    }
    sums
}
