//! The index behind the four questions (contract 11): the one holder of columns, and the seam where a database
//! larger than this machine will plug in.
//!
//! It holds the events that one filter lets through, in their home lanes. No question walks over events: tallies count
//! what stands in a stretch ([`Tally`]), and events come singly only where a caller knows that they are few.

mod chunk;
mod count;
mod entry;
mod level;
mod run;
mod tracks;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use crate::model::{Columns, EntityRole, EventId, LaneIndex, Span, Stamp};

use super::gather::{each_home, ranges};
use super::hands::Hands;
use super::home::{Homes, Off, Placing, Rules};

pub use chunk::{Shared, Tally, Wanted};
pub use count::{Count, Stretches, on_in_each};
pub use entry::{Entry, KindTable, Tier, last_known, place};
pub use level::Level;
pub use run::{LaneRuns, Run};

/// All marks in their home lanes, ready to be asked.
#[derive(Debug, Clone, Default)]
pub struct Index {
    lanes: BTreeMap<LaneIndex, LaneRuns>,
    hub_alone: LaneRuns,
    undated: Vec<Placing>,
    /// Events in several lanes, with each of them; sorted.
    shared: Vec<(EventId, LaneIndex)>,
    hub: Option<LaneIndex>,
    kinds: KindTable,
}

/// What stands in the stretches of a span, lane by lane.
#[derive(Debug, Clone, PartialEq)]
pub struct Bins {
    pub level: Level,
    /// Number of the first stretch.
    pub first: i64,
    pub rows: Vec<Vec<Tally>>,
}

impl Bins {
    /// From the beginning of the first stretch to the end of the last.
    #[must_use]
    pub fn span(&self) -> Span {
        let count = self.rows.first().map_or(1, Vec::len).max(1);
        let end = self.first.saturating_add(i64::try_from(count).unwrap_or(i64::MAX));
        Span::new(Stamp(self.level.start(self.first)), Stamp(self.level.start(end)))
    }
}

/// A stop of a thread.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    pub event: EventId,
    pub t0: Stamp,
    pub t1: Stamp,
    pub undated: bool,
    pub role: EntityRole,
    /// In its home lanes.
    pub places: Vec<Placing>,
}

impl Index {
    /// Finds the home lanes of all events and builds the runs of all lanes; gives what did not come in, too. Events in
    /// several lanes are counted in the first of those `looked_at`; none: of all.
    #[must_use]
    pub fn new(
        columns: &Columns,
        rules: &Rules<'_>,
        looked_at: &[LaneIndex],
        hands: &impl Hands,
    ) -> (Self, Off, usize) {
        let kinds = KindTable::new(&columns.kinds);
        let gathered = |events| Gathered::of(columns, rules, looked_at, events);
        let parts = hands.each(ranges(&columns.marks, hands.count()), gathered);
        let (mut lanes, mut shared): (BTreeMap<LaneIndex, Vec<Vec<Entry>>>, Vec<_>) = Default::default();
        let (mut alone, mut undated) = (Vec::new(), Vec::new());
        let (mut off, mut undated_events) = (Off::default(), 0);
        for part in parts {
            for (lane, entries) in (0..).map(LaneIndex).zip(part.entries).filter(|(_, own)| !own.is_empty()) {
                lanes.entry(lane).or_default().push(entries);
            }
            shared.extend(part.shared);
            alone.extend(part.rest.hub_alone.iter().map(Entry::new));
            undated.extend(part.rest.undated);
            off.add(&part.rest.off, &Off::default());
            undated_events += part.rest.undated_events;
        }
        shared.sort_unstable();
        undated.sort_unstable_by_key(|placing| (placing.lane, placing.t0, placing.event));
        let runs = |(lane, parts): (_, Vec<Vec<Entry>>)| (lane, LaneRuns::new(&mut parts.concat(), &kinds));
        let lanes = hands.each(lanes.into_iter().collect(), runs).into_iter().collect();
        let hub_alone = LaneRuns::new(&mut alone, &kinds);
        (Self { lanes, hub_alone, undated, shared, hub: rules.hub, kinds }, off, undated_events)
    }

    /// The index after an edit: `gone` is where the touched events stood, `come` where they stand now. Copies some
    /// thousand entries for each, however many there are.
    pub fn patch(&mut self, gone: &Homes, come: &Homes, looked_at: &[LaneIndex]) {
        let touched: BTreeSet<EventId> =
            gone.placings.iter().chain(&gone.undated).map(|placing| placing.event).collect();
        self.shared.retain(|(event, _)| !touched.contains(event));
        self.undated.retain(|placing| !touched.contains(&placing.event));
        for placing in &gone.placings {
            if let Some(lane) = self.lanes.get_mut(&placing.lane) {
                lane.remove(&Entry::new(placing), &self.kinds);
            }
        }
        for placing in &gone.hub_alone {
            self.hub_alone.remove(&Entry::new(placing), &self.kinds);
        }
        let shared = come.placings.iter().filter(|placing| placing.copies > 1);
        self.shared.extend(shared.map(|placing| (placing.event, placing.lane)));
        self.shared.sort_unstable();
        for placing in &come.placings {
            let elsewhere =
                placing.copies > 1 && first_of(&self.shared, placing.event, looked_at) != Some(placing.lane);
            let entry = Entry::new(placing);
            let entry = if elsewhere { entry.counted_elsewhere() } else { entry };
            self.lanes.entry(placing.lane).or_default().insert(entry, &self.kinds);
        }
        for placing in &come.hub_alone {
            self.hub_alone.insert(Entry::new(placing), &self.kinds);
        }
        self.undated.extend(&come.undated);
        self.undated.sort_unstable_by_key(|placing| (placing.lane, placing.t0, placing.event));
        self.lanes.retain(|_, lane| !lane.is_empty());
    }

    /// The hub that lanes stand across from.
    #[must_use]
    pub fn hub(&self) -> Option<LaneIndex> {
        self.hub
    }

    /// What of kinds decides how marks are counted.
    #[must_use]
    pub fn kinds(&self) -> &KindTable {
        &self.kinds
    }

    /// Lanes that hold a mark, dated or not.
    #[must_use]
    pub fn lanes(&self) -> Vec<LaneIndex> {
        let mut lanes: Vec<_> =
            self.lanes.keys().copied().chain(self.undated.iter().map(|p| p.lane)).collect();
        lanes.sort_unstable();
        lanes.dedup();
        lanes
    }

    /// Lanes that hold a mark with a date.
    #[must_use]
    pub fn marked_lanes(&self) -> Vec<LaneIndex> {
        self.lanes.keys().copied().collect()
    }

    /// What stands in a lane.
    #[must_use]
    pub fn lane(&self, lane: LaneIndex) -> Option<&LaneRuns> {
        self.lanes.get(&lane)
    }

    /// What only the hub takes part in.
    #[must_use]
    pub fn alone(&self) -> &LaneRuns {
        &self.hub_alone
    }

    /// The placing of an entry.
    #[must_use]
    pub fn placing(&self, lane: LaneIndex, entry: &Entry) -> Placing {
        let copies = if entry.is_shared() { self.copies(entry.event) } else { 1 };
        entry.placing(lane, copies)
    }

    /// Whether an event in several lanes stands in one of these.
    #[must_use]
    pub fn is_in(&self, event: EventId, lanes: &[LaneIndex]) -> bool {
        let start = self.shared.partition_point(|(other, _)| *other < event);
        self.shared[start..]
            .iter()
            .take_while(|(other, _)| *other == event)
            .any(|(_, lane)| lanes.contains(lane))
    }

    fn copies(&self, event: EventId) -> u16 {
        let start = self.shared.partition_point(|(other, _)| *other < event);
        let count = self.shared[start..].iter().take_while(|(other, _)| *other == event).count();
        u16::try_from(count.max(1)).unwrap_or(u16::MAX)
    }

    /// First question: what stands in stretches of a span, at most `most` of them, a row of stretches for each lane. A
    /// mark stands at the middle of its time. The stretches are those of a [`Level`], so what one counts never depends
    /// on what else is in sight; of the first and the last only what stands in the span is counted.
    #[must_use]
    pub fn bins(&self, span: Span, most: usize, lanes: &[LaneIndex]) -> Bins {
        let (from, to) = (span.start().0, span.end().0.max(span.start().0.saturating_add(1)));
        let count = |level: Level| level.number(to - 1) - level.number(from) + 1;
        let most = i64::try_from(most.max(1)).unwrap_or(i64::MAX);
        let level = Level::all().find(|level| count(*level) <= most).unwrap_or(Level::COARSEST);
        let stretches = Stretches::of(level, from, to);
        let of_lane = |lane: &LaneIndex| {
            let mut row = vec![Tally::default(); stretches.count];
            for (_, run) in self.lanes.get(lane).map(LaneRuns::runs).unwrap_or_default() {
                run.tally_between((from, to), &stretches, &self.kinds, &mut row);
            }
            row
        };
        Bins { level, first: stretches.first, rows: lanes.iter().map(of_lane).collect() }
    }

    /// Second question: the marks that overlap a span, lane by lane in order of start, at most `limit`.
    #[must_use]
    pub fn events(&self, span: Span, lanes: &[LaneIndex], limit: usize) -> Vec<Placing> {
        let mut found = Vec::new();
        for lane in lanes {
            let Some(runs) = self.lanes.get(lane) else { continue };
            let start = found.len();
            let room = limit.saturating_sub(start);
            found.extend(runs.overlapping(span).take(room).map(|entry| self.placing(*lane, entry)));
            found[start..].sort_by_key(|placing| (placing.t0, placing.event));
        }
        found
    }

    /// Third question: events that stand in both lanes of a pair, counted in buckets.
    #[must_use]
    pub fn between(&self, span: Span, buckets: usize, pairs: &[(LaneIndex, LaneIndex)]) -> Vec<Vec<u32>> {
        let length = span.seconds().max(1);
        let count = |(one, other): &(LaneIndex, LaneIndex)| {
            let mut row = vec![0; buckets];
            let stand = |lane: &LaneIndex| {
                let runs = self.lanes.get(lane);
                let entries = runs.into_iter().flat_map(move |runs| runs.overlapping(span));
                entries.filter(|entry| entry.is_shared())
            };
            let theirs: BTreeSet<EventId> = stand(other).map(|entry| entry.event).collect();
            for entry in stand(one).filter(|entry| theirs.contains(&entry.event)) {
                let since = entry.t0.max(span.start()).0 - span.start().0;
                let bucket = (i128::from(since) * buckets as i128 / i128::from(length)) as usize;
                if let Some(cell) = row.get_mut(bucket) {
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
                places: Vec::new(),
            };
            stops.insert(part.event, stop);
        }
        let dated = self.lanes.iter().flat_map(|(lane, runs)| {
            let of_lane = |entry| (self.placing(*lane, entry), false);
            runs.all().filter(|entry| stops.contains_key(&entry.event)).map(of_lane).collect::<Vec<_>>()
        });
        let undated = self.undated.iter().map(|placing| (*placing, true));
        let found: Vec<(Placing, bool)> = dated.chain(undated).collect();
        for (placing, undated) in found {
            if let Some(stop) = stops.get_mut(&placing.event) {
                (stop.t0, stop.t1, stop.undated) = (placing.t0, placing.t1, undated);
                stop.places.push(placing);
            }
        }
        let mut found: Vec<Stop> = stops.into_values().filter(|stop| !stop.places.is_empty()).collect();
        found.sort_by_key(|stop| (!stop.undated, stop_order(stop), stop.event));
        found
    }

    /// Undated events in the lanes that they would stand in.
    #[must_use]
    pub fn undated(&self) -> &[Placing] {
        &self.undated
    }

    /// All marks with their lanes, lane by lane and tier by tier.
    pub fn all(&self) -> impl Iterator<Item = (LaneIndex, &Entry)> {
        self.lanes.iter().flat_map(|(lane, runs)| runs.all().map(|entry| (*lane, entry)))
    }

    /// Bytes that columns and tallies take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let lanes: usize = self.lanes.values().map(LaneRuns::bytes).sum();
        lanes + self.hub_alone.bytes() + size_of_val(&self.shared[..]) + size_of_val(&self.undated[..])
    }
}

/// What one hand finds of a range of events.
struct Gathered {
    /// By lane, in order of event.
    entries: Vec<Vec<Entry>>,
    shared: Vec<(EventId, LaneIndex)>,
    rest: Homes,
}

impl Gathered {
    fn of(
        columns: &Columns,
        rules: &Rules<'_>,
        looked_at: &[LaneIndex],
        events: RangeInclusive<i64>,
    ) -> Self {
        let mut entries: Vec<Vec<Entry>> = vec![Vec::new(); columns.lanes.len()];
        let mut shared = Vec::new();
        let rest = each_home(columns, rules, events, |placings| {
            let lanes = placings.iter().map(|placing| placing.lane);
            let looked = lanes.filter(|lane| looked_at.is_empty() || looked_at.contains(lane));
            let first = if placings.len() > 1 { looked.min() } else { None };
            for placing in placings {
                let mut entry = Entry::new(placing);
                if placings.len() > 1 {
                    shared.push((placing.event, placing.lane));
                    if first != Some(placing.lane) {
                        entry = entry.counted_elsewhere();
                    }
                }
                if let Some(own) = entries.get_mut(placing.lane.0 as usize) {
                    own.push(entry);
                }
            }
        });
        Self { entries, shared, rest }
    }
}

/// The first lane, of those looked at, in which an event stands.
fn first_of(shared: &[(EventId, LaneIndex)], event: EventId, looked_at: &[LaneIndex]) -> Option<LaneIndex> {
    let start = shared.partition_point(|(other, _)| *other < event);
    let lanes = shared[start..].iter().take_while(|(other, _)| *other == event).map(|(_, lane)| *lane);
    let mut lanes = lanes.filter(|lane| looked_at.is_empty() || looked_at.contains(lane));
    lanes.next()
}

/// An event whose start is open counts by its end: that is when somebody knew of it.
fn stop_order(stop: &Stop) -> Stamp {
    if stop.t0 == Stamp::MIN { stop.t1 } else { stop.t0 }
}
