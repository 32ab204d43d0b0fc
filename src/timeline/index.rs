//! The index behind the four questions (contract 11): the one holder of columns, and the seam where a database
//! larger than this machine will plug in.

use std::collections::BTreeMap;

use crate::model::{Columns, EntityRole, EventId, Family, LaneIndex, Sieve, Span, Stamp};

use super::counts::{Run, Tally};
use super::home::{Homes, Placing};

/// All marks in their home lanes, ready to be asked.
#[derive(Debug, Clone, Default)]
pub struct Index {
    runs: BTreeMap<LaneIndex, Run>,
    hub_alone: Run,
    undated: Vec<Placing>,
    hub: Option<LaneIndex>,
}

/// A stop of a thread.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    pub event: EventId,
    pub t0: Stamp,
    pub t1: Stamp,
    pub undated: bool,
    pub role: EntityRole,
    /// Its home lanes.
    pub lanes: Vec<LaneIndex>,
}

impl Index {
    /// Builds the runs of all lanes.
    #[must_use]
    pub fn new(columns: &Columns, homes: Homes) -> Self {
        let run = |placings: Vec<Placing>| {
            let families: Vec<Family> = placings.iter().map(|placing| columns.family(placing.bits)).collect();
            Run::new(placings, families)
        };
        let mut runs = BTreeMap::new();
        for lane in homes.placings.chunk_by(|a, b| a.lane == b.lane) {
            if let Some(first) = lane.first() {
                runs.insert(first.lane, run(lane.to_vec()));
            }
        }
        let mut alone = homes.hub_alone;
        alone.sort_by_key(|placing| (placing.t0, placing.event));
        Self { runs, hub_alone: run(alone), undated: homes.undated, hub: homes.hub }
    }

    /// The hub that lanes stand across from.
    #[must_use]
    pub fn hub(&self) -> Option<LaneIndex> {
        self.hub
    }

    /// Lanes that hold a mark, dated or not.
    #[must_use]
    pub fn lanes(&self) -> Vec<LaneIndex> {
        let mut lanes: Vec<_> =
            self.runs.keys().copied().chain(self.undated.iter().map(|p| p.lane)).collect();
        lanes.sort_unstable();
        lanes.dedup();
        lanes
    }

    /// First question: counts in equal buckets of a span, a row of buckets for each lane.
    #[must_use]
    pub fn bins(&self, span: Span, buckets: usize, lanes: &[LaneIndex], sieve: &Sieve) -> Vec<Vec<Tally>> {
        let edge = |at: usize| {
            let part = i128::from(span.seconds()) * at as i128 / buckets.max(1) as i128;
            Stamp(span.start().0.saturating_add(i64::try_from(part).unwrap_or(i64::MAX)))
        };
        let of_lane = |lane: &LaneIndex| {
            let run = self.runs.get(lane);
            let tally =
                |at| run.map(|run| run.starting_in(edge(at), edge(at + 1), sieve)).unwrap_or_default();
            (0..buckets).map(tally).collect()
        };
        lanes.iter().map(of_lane).collect()
    }

    /// Second question: the marks that overlap a span, lane by lane in order of start, at most `limit`.
    #[must_use]
    pub fn events(&self, span: Span, lanes: &[LaneIndex], sieve: &Sieve, limit: usize) -> Vec<Placing> {
        let mut found = Vec::new();
        for run in lanes.iter().filter_map(|lane| self.runs.get(lane)) {
            run.overlapping(span.start(), span.end(), sieve, limit, &mut found);
        }
        found
    }

    /// Third question: events that stand in both lanes of a pair, counted in buckets.
    #[must_use]
    pub fn between(
        &self,
        span: Span,
        buckets: usize,
        pairs: &[(LaneIndex, LaneIndex)],
        sieve: &Sieve,
    ) -> Vec<Vec<u32>> {
        let length = span.seconds().max(1);
        let count = |(one, other): &(LaneIndex, LaneIndex)| {
            let mut row = vec![0; buckets];
            let theirs = self.events(span, &[*other], sieve, usize::MAX);
            let shared: std::collections::BTreeSet<_> = theirs.iter().map(|placing| placing.event).collect();
            for placing in self.events(span, &[*one], sieve, usize::MAX) {
                let since = placing.t0.max(span.start()).0 - span.start().0;
                let bucket = (i128::from(since) * buckets as i128 / i128::from(length)) as usize;
                if let (true, Some(cell)) = (shared.contains(&placing.event), row.get_mut(bucket)) {
                    *cell += 1;
                }
            }
            row
        };
        pairs.iter().map(count).collect()
    }

    /// Fourth question: an entity's events in order of time, undated ones first.
    #[must_use]
    pub fn thread(&self, columns: &Columns, entity: &str) -> Vec<Stop> {
        let Some(wanted) = columns.entities.iter().position(|key| key == entity) else { return Vec::new() };
        let mut stops: BTreeMap<EventId, Stop> = BTreeMap::new();
        for part in columns.participations.iter().filter(|part| part.entity.0 as usize == wanted) {
            let stop = Stop {
                event: part.event,
                t0: Stamp::MAX,
                t1: Stamp::MAX,
                undated: false,
                role: part.role,
                lanes: Vec::new(),
            };
            stops.insert(part.event, stop);
        }
        let dated = self.runs.values().flat_map(Run::all).map(|placing| (*placing, false));
        for (placing, undated) in dated.chain(self.undated.iter().map(|placing| (*placing, true))) {
            if let Some(stop) = stops.get_mut(&placing.event) {
                (stop.t0, stop.t1, stop.undated) = (placing.t0, placing.t1, undated);
                stop.lanes.push(placing.lane);
            }
        }
        let mut found: Vec<Stop> = stops.into_values().filter(|stop| !stop.lanes.is_empty()).collect();
        found.sort_by_key(|stop| (!stop.undated, stop_order(stop), stop.event));
        found
    }

    /// Marks of events that only the hub takes part in.
    #[must_use]
    pub fn hub_alone(&self, span: Span, sieve: &Sieve) -> Vec<Placing> {
        let mut found = Vec::new();
        self.hub_alone.overlapping(span.start(), span.end(), sieve, usize::MAX, &mut found);
        found
    }

    /// Undated events in the lanes that they would stand in.
    #[must_use]
    pub fn undated(&self) -> &[Placing] {
        &self.undated
    }
}

/// An event whose start is open counts by its end: that is when somebody knew of it.
fn stop_order(stop: &Stop) -> Stamp {
    if stop.t0 == Stamp::MIN { stop.t1 } else { stop.t0 }
}
