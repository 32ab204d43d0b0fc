//! Runs: all entries of one lane and tier in order of their places, in chunks; and a lane's runs together.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{EventId, Span};

use super::chunk::{Chunk, FULL, Tally, Wanted};
use super::count::{Count, Stretches};
use super::entry::{Entry, KindTable, Tier};
use super::tracks::{is_bar, tracks};

/// Entries of one lane and tier.
#[derive(Debug, Clone, Default)]
pub struct Run {
    chunks: Vec<Arc<Chunk>>,
    /// Where each chunk begins: beside each other, for chunks lie far apart.
    firsts: Vec<i64>,
    /// Where those that last begin and end, each in order: how many are on at a time is two look-ups.
    starts: Arc<Vec<i64>>,
    ends: Arc<Vec<i64>>,
}

impl Run {
    /// Of entries that are sorted by place and event.
    #[must_use]
    pub fn new(entries: &[Entry], kinds: &KindTable) -> Self {
        let chunks: Vec<Arc<Chunk>> =
            entries.chunks(FULL).map(|part| Arc::new(Chunk::new(part.to_vec(), kinds))).collect();
        let firsts = chunks.iter().map(|chunk| chunk.first()).collect();
        let lasting = || entries.iter().filter(|entry| Tier::of(entry).lasts());
        let mut starts: Vec<i64> = lasting().map(|entry| entry.t0.0).collect();
        let mut ends: Vec<i64> = lasting().map(|entry| entry.t1.0).collect();
        starts.sort_unstable();
        ends.sort_unstable();
        Self { chunks, firsts, starts: Arc::new(starts), ends: Arc::new(ends) }
    }

    /// How many of those that last longer than two days are on somewhere in `from..to`: all that begin before its end,
    /// less those that end before it begins.
    #[must_use]
    pub fn on(&self, from: i64, to: i64) -> u32 {
        let begun = self.starts.partition_point(|start| *start < to);
        let over = self.ends.partition_point(|end| *end <= from);
        u32::try_from(begun.saturating_sub(over)).unwrap_or(u32::MAX)
    }

    /// The same for spans that follow each other: each is looked for from where the one before was found.
    pub fn on_each(&self, spans: impl Iterator<Item = (i64, i64)>) -> impl Iterator<Item = u32> {
        let (mut begun, mut over) = (0, 0);
        spans.map(move |(from, to)| {
            begun = onwards(&self.starts, begun, to - 1);
            over = onwards(&self.ends, over, from);
            u32::try_from(begun.saturating_sub(over)).unwrap_or(u32::MAX)
        })
    }

    /// Adds to each stretch how many more are on in it than in the one before: so to add runs up costs what begins and
    /// ends, not stretches for every run.
    pub(super) fn add_changes(&self, stretches: &Stretches, changes: &mut [i64]) {
        let many = |edges: usize| i64::try_from(edges).unwrap_or(i64::MAX);
        // What ends within a stretch is still on in it, and no more in the next.
        for (edges, later, by) in [(&self.starts, 0, 1), (&self.ends, 1, -1)] {
            let last = |edge: i64| edge.saturating_sub(later);
            let mut at = edges.partition_point(|edge| last(*edge) < stretches.from);
            if let Some(first) = changes.first_mut() {
                *first += by * many(at);
            }
            while let Some(place) = edges.get(at).map(|edge| last(*edge)) {
                let number = stretches.at(place);
                let after = number.saturating_add(usize::from(later > 0));
                let Some(change) = changes.get_mut(after) else { break };
                let next = onwards(edges, at, stretches.end(number).saturating_sub(1 - later));
                *change += by * many(next - at);
                at = next;
            }
        }
    }

    /// Chunks that may hold what stands in `from..to`.
    pub(super) fn reaching(&self, from: i64, to: i64) -> impl Iterator<Item = &Arc<Chunk>> {
        // One chunk may end at the place where the next begins.
        let start = self.firsts.partition_point(|first| *first < from).saturating_sub(1);
        let chunks = self.chunks[start..].iter().zip(&self.firsts[start..]);
        chunks.take_while(move |(_, first)| **first < to).map(|(chunk, _)| chunk)
    }

    /// Entries that stand in `from..to`, in order.
    pub fn between(&self, from: i64, to: i64) -> impl Iterator<Item = &Entry> {
        self.reaching(from, to).flat_map(move |chunk| chunk.between(from, to))
    }

    /// Adds what stands in stretches to a cell for each.
    pub fn tally(&self, stretches: &Stretches, kinds: &KindTable, cells: &mut [Tally]) {
        self.tally_between((stretches.from, stretches.to), stretches, kinds, cells);
    }

    /// The same of what stands in `from..to`; the stretches may reach beyond both.
    pub fn tally_between(
        &self,
        (from, to): (i64, i64),
        stretches: &Stretches,
        kinds: &KindTable,
        cells: &mut [Tally],
    ) {
        for chunk in self.reaching(from, to) {
            chunk.tally((from, to), stretches, kinds, cells);
        }
    }

    /// The same as far as forms and heights go by it, which is much quicker.
    pub fn count_each(&self, stretches: &Stretches, cells: &mut [Count]) {
        for chunk in self.reaching(stretches.from, stretches.to) {
            chunk.count_each(stretches, cells);
        }
    }

    /// What stands in `from..to`, wherever these lie.
    #[must_use]
    pub fn within(&self, from: i64, to: i64, kinds: &KindTable) -> Tally {
        let mut tally = Tally::default();
        self.sum((from, to), &Wanted::ALL, kinds, &mut tally);
        tally
    }

    /// Adds what stands there and is wanted.
    pub fn sum(&self, (from, to): (i64, i64), wanted: &Wanted<'_>, kinds: &KindTable, into: &mut Tally) {
        for chunk in self.reaching(from, to) {
            chunk.sum((from, to), wanted, kinds, into);
        }
    }

    /// How many stand in `from..to`.
    #[must_use]
    pub fn count(&self, from: i64, to: i64) -> usize {
        self.reaching(from, to).map(|chunk| chunk.count(from, to)).sum()
    }

    /// How many marks it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.entries().len()).sum()
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
        let gone = entries.remove(at);
        if Tier::of(&gone).lasts() {
            for (edges, edge) in [(&mut self.starts, gone.t0.0), (&mut self.ends, gone.t1.0)] {
                let edges = Arc::make_mut(edges);
                if let Ok(at) = edges.binary_search(&edge) {
                    edges.remove(at);
                }
            }
        }
        if entries.is_empty() {
            self.chunks.remove(number);
        } else {
            self.chunks[number] = Arc::new(Chunk::new(entries, kinds));
        }
        self.find_firsts();
        true
    }

    fn insert(&mut self, entry: Entry, kinds: &KindTable) {
        let place = (entry.key(), entry.event);
        if Tier::of(&entry).lasts() {
            for (edges, edge) in [(&mut self.starts, entry.t0.0), (&mut self.ends, entry.t1.0)] {
                let edges = Arc::make_mut(edges);
                edges.insert(edges.partition_point(|other| *other < edge), edge);
            }
        }
        let number = self.chunk_of(place);
        let mut entries = self.chunks.get(number).map(|chunk| chunk.entries().to_vec()).unwrap_or_default();
        let at = entries.partition_point(|other| (other.key(), other.event) < place);
        entries.insert(at, entry);
        let halves = if entries.len() >= 2 * FULL { entries.split_off(FULL) } else { Vec::new() };
        let new = [entries, halves].into_iter().filter(|part| !part.is_empty());
        let new: Vec<Arc<Chunk>> = new.map(|part| Arc::new(Chunk::new(part, kinds))).collect();
        self.chunks.splice(number..(number + 1).min(self.chunks.len()), new);
        self.find_firsts();
    }

    fn find_firsts(&mut self) {
        self.firsts.clear();
        self.firsts.extend(self.chunks.iter().map(|chunk| chunk.first()));
    }
}

/// How many of sorted places are no greater than `most`, of which so many are known to be: looked for in growing strides.
fn onwards(sorted: &[i64], known: usize, most: i64) -> usize {
    let rest = sorted.get(known..).unwrap_or_default();
    let mut stride = 1;
    while rest.get(stride - 1).is_some_and(|place| *place <= most) {
        stride *= 2;
    }
    let (from, to) = (stride / 2, (stride - 1).min(rest.len()));
    known + from + rest.get(from..to).unwrap_or_default().partition_point(|place| *place <= most)
}

/// A lane's runs, the shortest events first.
#[derive(Debug, Clone, Default)]
pub struct LaneRuns {
    runs: Vec<(Tier, Run)>,
    tracks: Arc<BTreeMap<EventId, u8>>,
}

impl LaneRuns {
    /// Of a lane's entries in any order.
    #[must_use]
    pub fn new(entries: &mut [Entry], kinds: &KindTable) -> Self {
        entries.sort_by_cached_key(|entry| (Tier::of(entry), entry.key(), entry.event));
        let tiers = entries.chunk_by(|one, next| Tier::of(one) == Tier::of(next));
        let run = |entries: &[Entry]| Some((Tier::of(entries.first()?), Run::new(entries, kinds)));
        let runs = tiers.filter_map(run).collect();
        Self { runs, tracks: Arc::new(tracks(entries.iter())) }
    }

    /// The track of an event's bar: 0 on the line, 1 above it, 2 below.
    #[must_use]
    pub fn track(&self, event: EventId) -> u8 {
        self.tracks.get(&event).copied().unwrap_or(0)
    }

    /// Whether bars lie beside each other somewhere in the lane.
    #[must_use]
    pub fn has_tracks(&self) -> bool {
        !self.tracks.is_empty()
    }

    fn lay_tracks(&mut self) {
        self.tracks = Arc::new(tracks(
            self.runs.iter().filter(|(tier, _)| tier.lasts()).flat_map(|(_, run)| run.all()),
        ));
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
        if is_bar(entry) {
            self.lay_tracks();
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
        if is_bar(&entry) {
            self.lay_tracks();
        }
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
        let edges = self.runs.iter().map(|(_, run)| size_of_val(&run.starts[..]) * 2);
        chunks.map(|chunk| chunk.bytes()).sum::<usize>()
            + edges.sum::<usize>()
            + self.runs.len() * size_of::<(Tier, Run)>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_from_any_place_before_as_a_plain_count_finds_them() {
        let sorted: Vec<i64> = (0..90).flat_map(|at: i64| vec![at * at / 7; (at % 4) as usize]).collect();
        for most in -2..1_300 {
            let expected = sorted.iter().filter(|place| **place <= most).count();
            for known in 0..=expected {
                assert_eq!(onwards(&sorted, known, most), expected, "{most} from {known}");
            }
        }
    }
}
