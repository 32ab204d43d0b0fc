//! Heads: people of expulsions, recalls and departures, each counted once.
//!
//! `carries-out` and `part-of` tie events that count the same heads: of such a group only the largest stated number
//! counts, at the earliest event that states it.

use std::collections::BTreeMap;

use crate::model::{Columns, EventId, KindIndex, Kinds, Mark, MarkBits, Stamp};

use super::home::Side;
use super::index::{Entry, Index};

/// Kinds whose people are added up.
const ADDED: [&str; 3] = ["expulsion", "recall", "departure"];

/// Kinds whose people size a mark.
const SIZED: [&str; 5] = ["expulsion", "recall", "departure", "arrest", "exchange"];

/// Which kinds add up and which size a mark, by number.
#[derive(Debug, Clone, Default)]
pub struct Sizing {
    added: KindSet,
    sized: KindSet,
}

/// Kinds by their numbers, a bit each: it is asked of every mark that is counted.
#[derive(Debug, Clone, Default)]
struct KindSet([u64; 4]);

impl KindSet {
    fn has(&self, kind: KindIndex) -> bool {
        self.0[usize::from(kind.0 >> 6)] >> (kind.0 & 63) & 1 == 1
    }
}

impl FromIterator<KindIndex> for KindSet {
    fn from_iter<I: IntoIterator<Item = KindIndex>>(kinds: I) -> Self {
        kinds.into_iter().fold(Self::default(), |mut set, kind| {
            set.0[usize::from(kind.0 >> 6)] |= 1 << (kind.0 & 63);
            set
        })
    }
}

impl Sizing {
    /// Looks the kinds up.
    #[must_use]
    pub fn of(kinds: &Kinds) -> Self {
        let numbers = |codes: &[&str]| codes.iter().filter_map(|code| kinds.index_of(code)).collect();
        Self { added: numbers(&ADDED), sized: numbers(&SIZED) }
    }

    /// People that size a mark; 0 where none do.
    #[must_use]
    pub fn people(&self, bits: MarkBits) -> u64 {
        if self.sized.has(bits.kind()) { bits.people() } else { 0 }
    }

    /// Whether a mark adds people to sums.
    #[must_use]
    pub fn adds_up(&self, bits: MarkBits) -> bool {
        self.added.has(bits.kind()) && bits.people() > 0
    }
}

/// The number that each event adds to a sum.
#[derive(Debug, Clone, Default)]
pub struct Heads {
    sizing: Sizing,
    /// Events that count the same heads as others, with what is left to each of them.
    tied: BTreeMap<EventId, u64>,
}

impl Heads {
    /// Looks at the events that are tied to others.
    #[must_use]
    pub fn new(columns: &Columns, index: &Index) -> Self {
        let sizing = index.kinds().sizing.clone();
        let ties = columns.ties.iter().filter(|tie| tie.link_type.shares_heads());
        let mut named: Vec<EventId> = ties.flat_map(|tie| [tie.from, tie.to]).collect();
        named.sort_unstable();
        named.dedup();
        let mut stated: BTreeMap<EventId, (u64, Stamp)> = BTreeMap::new();
        if !named.is_empty() {
            let counted = index.all().filter(|(_, entry)| sizing.adds_up(entry.bits()));
            for (_, entry) in counted.filter(|(_, entry)| named.binary_search(&entry.event).is_ok()) {
                stated.insert(entry.event, (entry.bits().people(), entry.t0));
            }
        }
        Self { sizing, tied: each_once(columns, &stated) }
    }

    /// People that size the mark of an entry.
    #[must_use]
    pub fn sized(&self, entry: &Entry) -> u64 {
        self.sizing.people(entry.bits())
    }

    /// What an event adds to a sum.
    #[must_use]
    pub fn of(&self, entry: &Entry) -> u64 {
        if !self.sizing.adds_up(entry.bits()) {
            return 0;
        }
        let whole = || entry.bits().people();
        if self.tied.is_empty() {
            whole()
        } else {
            self.tied.get(&entry.event).copied().unwrap_or_else(whole)
        }
    }
}

/// The heads of some marks, by event.
#[derive(Debug, Clone, Default)]
pub struct StatedHeads {
    counted: BTreeMap<EventId, u64>,
}

impl StatedHeads {
    /// Counts the heads of these marks.
    #[must_use]
    pub fn of_marks<'m>(
        columns: &Columns,
        sizing: &Sizing,
        marks: impl IntoIterator<Item = &'m Mark>,
    ) -> Self {
        let stated = marks.into_iter().filter(|mark| sizing.adds_up(mark.bits));
        let stated = stated.map(|mark| (mark.event, (mark.bits.people(), mark.t0))).collect();
        Self { counted: each_once(columns, &stated) }
    }

    /// What an event adds to a sum.
    #[must_use]
    pub fn of(&self, event: EventId) -> u64 {
        self.counted.get(&event).copied().unwrap_or(0)
    }
}

/// Of events that mean the same heads only the one with the most counts, the earliest of equals; the others add nothing.
fn each_once(columns: &Columns, stated: &BTreeMap<EventId, (u64, Stamp)>) -> BTreeMap<EventId, u64> {
    let ties = columns.ties.iter().filter(|tie| tie.link_type.shares_heads());
    let mut group: BTreeMap<EventId, EventId> = stated.keys().map(|event| (*event, *event)).collect();
    for tie in ties.filter(|tie| stated.contains_key(&tie.from) && stated.contains_key(&tie.to)) {
        let (a, b) = (root(&group, tie.from), root(&group, tie.to));
        group.insert(a.max(b), a.min(b));
    }
    let mut best: BTreeMap<EventId, EventId> = BTreeMap::new();
    for (event, (people, start)) in stated {
        let slot = best.entry(root(&group, *event)).or_insert(*event);
        let (held, held_start) = stated[slot];
        if *people > held || *people == held && *start < held_start {
            *slot = *event;
        }
    }
    let left = |event: &EventId| best.get(&root(&group, *event)) == Some(event);
    let counted = stated.iter().map(|(event, (people, _))| (*event, if left(event) { *people } else { 0 }));
    counted.collect()
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

impl LaneSum {
    /// Adds an event's heads: a shared count stands whole in each lane.
    pub fn add(&mut self, heads: u64, entry: &Entry) {
        if heads == 0 {
            return;
        }
        match entry.side() {
            Side::Below => self.below += heads,
            Side::Above | Side::On => self.above += heads,
        }
        self.shared |= entry.is_shared();
    }
}
