//! Runs: all entries of one lane and tier in order of their places, in chunks; and a lane's runs together.

use std::sync::Arc;

use crate::model::{EventId, Span};

use super::chunk::{Chunk, FULL, Tally};
use super::entry::{Entry, KindTable, Tier};

/// Entries of one lane and tier.
#[derive(Debug, Clone, Default)]
pub struct Run {
    chunks: Vec<Arc<Chunk>>,
}

impl Run {
    /// Of entries that are sorted by place and event.
    #[must_use]
    pub fn new(entries: &[Entry], kinds: &KindTable) -> Self {
        Self { chunks: entries.chunks(FULL).map(|part| Arc::new(Chunk::new(part.to_vec(), kinds))).collect() }
    }

    /// Chunks that may hold what stands in `from..to`.
    pub(super) fn reaching(&self, from: i64, to: i64) -> impl Iterator<Item = &Arc<Chunk>> {
        // One chunk may end at the place where the next begins.
        let start = self.chunks.partition_point(|chunk| chunk.first() < from).saturating_sub(1);
        self.chunks[start..].iter().take_while(move |chunk| chunk.first() < to)
    }

    /// Entries that stand in `from..to`, in order.
    pub fn between(&self, from: i64, to: i64) -> impl Iterator<Item = &Entry> {
        self.reaching(from, to).flat_map(move |chunk| chunk.between(from, to))
    }

    /// Tallies that together count what stands in `from..to`, both multiples of `2^level`; each counts what lies in
    /// one stretch of that length, and one stretch may have several.
    pub fn tallies(&self, level: u32, from: i64, to: i64, kinds: &KindTable, mut into: impl FnMut(&Tally)) {
        for chunk in self.reaching(from, to) {
            chunk.tallies(level, from, to, kinds, &mut into);
        }
    }

    /// What stands in `from..to`, wherever these lie.
    #[must_use]
    pub fn within(&self, from: i64, to: i64, kinds: &KindTable) -> Tally {
        let mut tally = Tally::default();
        for chunk in self.reaching(from, to) {
            chunk.within(from, to, kinds, &mut tally);
        }
        tally
    }

    /// Tallies that together count what stands in `from..to`, wherever these lie.
    pub fn finest(&self, from: i64, to: i64, kinds: &KindTable, mut into: impl FnMut(&Tally)) {
        for chunk in self.reaching(from, to) {
            chunk.finest(from, to, kinds, &mut into);
        }
    }

    /// All entries.
    pub fn all(&self) -> impl Iterator<Item = &Entry> {
        self.chunks.iter().flat_map(|chunk| chunk.entries())
    }

    /// Number of the chunk in which an entry of that place and event belongs.
    fn chunk_of(&self, place: (i64, EventId)) -> usize {
        let begins = |chunk: &Arc<Chunk>| chunk.entries().first().map(|first| (first.key(), first.event));
        self.chunks
            .partition_point(|chunk| begins(chunk).is_some_and(|first| first <= place))
            .saturating_sub(1)
    }

    /// Takes an event out; tells whether it was there.
    fn remove(&mut self, place: (i64, EventId), kinds: &KindTable) -> bool {
        let number = self.chunk_of(place);
        let Some(chunk) = self.chunks.get(number) else { return false };
        let mut entries = chunk.entries().to_vec();
        let Ok(at) = entries.binary_search_by_key(&place, |entry| (entry.key(), entry.event)) else {
            return false;
        };
        entries.remove(at);
        if entries.is_empty() {
            self.chunks.remove(number);
        } else {
            self.chunks[number] = Arc::new(Chunk::new(entries, kinds));
        }
        true
    }

    fn insert(&mut self, entry: Entry, kinds: &KindTable) {
        let place = (entry.key(), entry.event);
        let number = self.chunk_of(place);
        let mut entries = self.chunks.get(number).map(|chunk| chunk.entries().to_vec()).unwrap_or_default();
        let at = entries.partition_point(|other| (other.key(), other.event) < place);
        entries.insert(at, entry);
        let halves = if entries.len() >= 2 * FULL { entries.split_off(FULL) } else { Vec::new() };
        let new = [entries, halves].into_iter().filter(|part| !part.is_empty());
        let new: Vec<Arc<Chunk>> = new.map(|part| Arc::new(Chunk::new(part, kinds))).collect();
        self.chunks.splice(number..(number + 1).min(self.chunks.len()), new);
    }
}

/// A lane's runs, the shortest events first.
#[derive(Debug, Clone, Default)]
pub struct LaneRuns {
    runs: Vec<(Tier, Run)>,
}

impl LaneRuns {
    /// Of a lane's entries in any order.
    #[must_use]
    pub fn new(entries: &mut [Entry], kinds: &KindTable) -> Self {
        entries.sort_by_cached_key(|entry| (Tier::of(entry), entry.key(), entry.event));
        let tiers = entries.chunk_by(|one, next| Tier::of(one) == Tier::of(next));
        let run = |entries: &[Entry]| Some((Tier::of(entries.first()?), Run::new(entries, kinds)));
        Self { runs: tiers.filter_map(run).collect() }
    }

    /// Runs by how long their events last.
    #[must_use]
    pub fn runs(&self) -> &[(Tier, Run)] {
        &self.runs
    }

    /// All entries, tier by tier.
    pub fn all(&self) -> impl Iterator<Item = &Entry> {
        self.runs.iter().flat_map(|(_, run)| run.all())
    }

    /// Entries of events that last into a span, tier by tier.
    pub fn overlapping(&self, span: Span) -> impl Iterator<Item = &Entry> {
        self.runs.iter().flat_map(move |(tier, run)| {
            let (from, to) = tier.reach(span.start(), span.end());
            run.between(from, to).filter(move |entry| entry.t1 > span.start() && entry.t0 < span.end())
        })
    }

    /// Takes an entry out; tells whether it was there.
    pub fn remove(&mut self, entry: &Entry, kinds: &KindTable) -> bool {
        let tier = Tier::of(entry);
        let Ok(at) = self.runs.binary_search_by_key(&tier, |(tier, _)| *tier) else { return false };
        let found = self.runs[at].1.remove((entry.key(), entry.event), kinds);
        if self.runs[at].1.chunks.is_empty() {
            self.runs.remove(at);
        }
        found
    }

    /// Puts an entry in its place.
    pub fn insert(&mut self, entry: Entry, kinds: &KindTable) {
        let tier = Tier::of(&entry);
        let at = match self.runs.binary_search_by_key(&tier, |(tier, _)| *tier) {
            Ok(at) => at,
            Err(at) => {
                self.runs.insert(at, (tier, Run::default()));
                at
            }
        };
        self.runs[at].1.insert(entry, kinds);
    }

    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Bytes that it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let chunks = self.runs.iter().flat_map(|(_, run)| &run.chunks);
        chunks.map(|chunk| chunk.bytes()).sum::<usize>() + self.runs.len() * size_of::<(Tier, Run)>()
    }
}
