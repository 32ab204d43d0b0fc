//! The sum strip: heads a week over all lanes, up by the lanes, down by the hub (`drawing.md`, rule S).
//!
//! Summed once for all of the case: heads into days, days into longer steps up to a thousand years. A frame takes the bins
//! that it shows.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::model::{EventId, LaneIndex, Reading, Span, Stamp};

use super::axis::{Axis, Piece};
use super::hands::Hands;
use super::heads::Heads;
use super::home::{Placing, Side};
use super::index::{Entry, Index, LaneRuns};

/// How much time a bin takes together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Step {
    Day,
    /// From Monday.
    #[default]
    Week,
    Month,
    /// So many years, from a multiple of that.
    Years(i64),
}

/// All steps, the finest first, with their seconds.
const STEPS: [(Step, f64); 7] = [
    (Step::Day, 86_400.0),
    (Step::Week, 604_800.0),
    (Step::Month, 2_629_746.0),
    (Step::Years(1), 31_556_952.0),
    (Step::Years(10), 315_569_520.0),
    (Step::Years(100), 3_155_695_200.0),
    (Step::Years(1_000), 31_556_952_000.0),
];

/// Heads of one week (or month).
#[derive(Debug, Clone, PartialEq)]
pub struct Bin {
    pub start: Stamp,
    pub end: Stamp,
    pub up: Sum,
    pub down: Sum,
}

/// One direction of a bin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sum {
    pub heads: u64,
    /// Of these, on days that are only approximately known.
    pub unsure: u64,
    /// Lanes that the events stand in.
    pub lanes: BTreeSet<LaneIndex>,
}

/// The bins that are in sight, of all that hold something, in order of time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Strip {
    all: Arc<Vec<Bin>>,
    in_sight: Vec<Range<usize>>,
    pub step: Step,
}

impl Strip {
    /// The bins in sight.
    pub fn bins(&self) -> impl Iterator<Item = &Bin> {
        self.in_sight.iter().filter_map(|range| self.all.get(range.clone())).flatten()
    }

    /// The tallest bin upwards, the earliest of equals.
    #[must_use]
    pub fn peak_up(&self) -> Option<&Bin> {
        self.peak(|bin| bin.up.heads)
    }

    /// The tallest bin downwards, the earliest of equals.
    #[must_use]
    pub fn peak_down(&self) -> Option<&Bin> {
        self.peak(|bin| bin.down.heads)
    }

    fn peak(&self, heads: impl Fn(&Bin) -> u64) -> Option<&Bin> {
        let mut best: Option<&Bin> = None;
        for bin in self.bins() {
            if heads(bin) > best.map_or(0, &heads) {
                best = Some(bin);
            }
        }
        best
    }
}

/// Heads of one event in one lane.
#[derive(Debug, Clone, Copy)]
struct Part {
    at: Stamp,
    event: EventId,
    lane: LaneIndex,
    heads: u64,
    below: bool,
    unsure: bool,
}

impl Part {
    fn key(&self) -> (Stamp, EventId, LaneIndex) {
        (self.at, self.event, self.lane)
    }

    fn of(heads: &Heads, lane: LaneIndex, entry: &Entry) -> Option<Self> {
        let (bits, count) = (entry.bits(), heads.of(entry));
        (count > 0).then(|| Self {
            at: Span::new(entry.t0, entry.t1).mid(),
            event: entry.event,
            lane,
            heads: count,
            below: entry.side() == Side::Below,
            unsure: bits.approximate() || bits.reading() == Reading::Within,
        })
    }
}

/// All heads of a case, summed in each step.
#[derive(Debug, Clone, Default)]
pub struct Sums {
    /// Sorted by place, then event.
    parts: Vec<Part>,
    /// How many events carry heads.
    pub events: usize,
    /// By the number of their step; all are made with the survey, so that no frame has to.
    made: [Arc<Vec<Bin>>; STEPS.len()],
}

impl Sums {
    /// Finds what carries heads.
    #[must_use]
    pub fn new(index: &Index, heads: &Heads, hands: &impl Hands) -> Self {
        let of_lane = |lane: LaneIndex| {
            let entries = index.lane(lane).into_iter().flat_map(LaneRuns::all);
            let mut parts: Vec<Part> = entries.filter_map(|entry| Part::of(heads, lane, entry)).collect();
            parts.sort_unstable_by_key(Part::key);
            parts
        };
        Self::of_parts(hands.each(index.marked_lanes(), of_lane).concat())
    }

    /// After an edit: without what the touched events had, with what they have now.
    #[must_use]
    pub fn after(&self, heads: &Heads, touched: &[EventId], come: &[Placing]) -> Self {
        let mut parts = self.parts.clone();
        parts.retain(|part| touched.binary_search(&part.event).is_err());
        parts.extend(come.iter().filter_map(|placing| Part::of(heads, placing.lane, &Entry::new(placing))));
        Self::of_parts(parts)
    }

    fn of_parts(mut parts: Vec<Part>) -> Self {
        // Made of stretches that are sorted, which this finds.
        parts.sort_by_key(Part::key);
        let events = parts.chunk_by(|one, next| one.event == next.event).count();
        let made = made_of(&parts);
        Self { parts, events, made }
    }

    /// The strip of an axis: weeks; the next longer step where one would be under 1.5 points in every segment, and days
    /// where a week would be a block in all of them.
    #[must_use]
    pub fn strip(&self, axis: &Axis) -> Strip {
        /// Points that a bin takes at least.
        const LEAST: f64 = 1.5;
        /// Points of a week that says less than its days.
        const BLOCK: f64 = 240.0;
        let scales = || axis.pieces().iter().map(Piece::scale);
        let fits = |(step, seconds): &(Step, f64)| match step {
            Step::Day => scales().all(|scale| scale * 7.0 * seconds >= BLOCK),
            _ => scales().any(|scale| scale * seconds >= LEAST),
        };
        let number = STEPS.iter().position(fits).unwrap_or(STEPS.len() - 1);
        let step = STEPS[number].0;
        let all = Arc::clone(&self.made[number]);
        let mut in_sight: Vec<Range<usize>> = Vec::new();
        for piece in axis.pieces() {
            let from = all.partition_point(|bin| bin.end <= piece.span.start());
            let to = all.partition_point(|bin| bin.start < piece.span.end());
            // A bin that two segments share comes once.
            let from = from.max(in_sight.last().map_or(0, |range| range.end));
            in_sight.push(from..to.max(from));
        }
        Strip { all, in_sight, step }
    }
}

/// The bins of all steps: those of days from the heads, longer ones from shorter ones that they are made of.
fn made_of(parts: &[Part]) -> [Arc<Vec<Bin>>; STEPS.len()] {
    let mut made: [Arc<Vec<Bin>>; STEPS.len()] = Default::default();
    made[0] = Arc::new(days(parts));
    for (number, (step, _)) in STEPS.into_iter().enumerate().skip(1) {
        // Months are not made of weeks.
        let below = if step == Step::Month { 0 } else { number - 1 };
        made[number] = Arc::new(longer(&made[below], step));
    }
    made
}

/// Parts are in order of time and event, so that those of a day follow each other.
fn days(parts: &[Part]) -> Vec<Bin> {
    let mut bins = Vec::new();
    for parts in parts.chunk_by(|one, next| one.at.day_number() == next.at.day_number()) {
        let (start, end) = bin_of(parts[0].at, Step::Day);
        let mut bin = Bin { start, end, up: Sum::default(), down: Sum::default() };
        // Most days have most lanes many times: a set would be searched for each head.
        let (mut up, mut down) = (Vec::new(), Vec::new());
        let mut before = None;
        for part in parts {
            let (sum, lanes) = if part.below { (&mut bin.down, &mut down) } else { (&mut bin.up, &mut up) };
            see(lanes, part.lane);
            if before != Some(part.event) {
                sum.heads += part.heads;
                sum.unsure += if part.unsure { part.heads } else { 0 };
            }
            before = Some(part.event);
        }
        (bin.up.lanes, bin.down.lanes) = (seen(&up), seen(&down));
        join(&mut bins, bin);
    }
    bins
}

/// Marks a lane by its number.
fn see(lanes: &mut Vec<bool>, lane: LaneIndex) {
    let number = lane.0 as usize;
    if number >= lanes.len() {
        lanes.resize(number + 1, false);
    }
    lanes[number] = true;
}

fn seen(lanes: &[bool]) -> BTreeSet<LaneIndex> {
    (0..).map(LaneIndex).zip(lanes).filter(|(_, seen)| **seen).map(|(lane, _)| lane).collect()
}

fn longer(bins: &[Bin], step: Step) -> Vec<Bin> {
    let mut longer = Vec::new();
    for bin in bins {
        let (start, end) = bin_of(bin.start, step);
        join(&mut longer, Bin { start, end, ..bin.clone() });
    }
    longer
}

/// Adds a bin that is no earlier than the last. At the ends of all time a bin may end before the next would begin.
fn join(bins: &mut Vec<Bin>, bin: Bin) {
    let Some(last) = bins.last_mut().filter(|last| last.start == bin.start || last.end > bin.start) else {
        bins.push(bin);
        return;
    };
    for (sum, other) in [(&mut last.up, bin.up), (&mut last.down, bin.down)] {
        sum.heads += other.heads;
        sum.unsure += other.unsure;
        sum.lanes.extend(other.lanes);
    }
}

fn bin_of(stamp: Stamp, step: Step) -> (Stamp, Stamp) {
    let (year, month, day) = stamp.civil();
    match step {
        Step::Day => {
            let day = Stamp::from_civil(year, month, day);
            (day, day.plus_days(1))
        }
        Step::Week => {
            let monday = Stamp::from_civil(year, month, day).plus_days(-i64::from(stamp.weekday()));
            (monday, monday.plus_days(7))
        }
        Step::Month => {
            let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            (Stamp::from_civil(year, month, 1), Stamp::from_civil(next.0, next.1, 1))
        }
        Step::Years(years) => {
            let first = year.div_euclid(years) * years;
            (Stamp::from_civil(first, 1, 1), Stamp::from_civil(first + years, 1, 1))
        }
    }
}
