//! The sum strip: heads a week over all lanes, up by the lanes, down by the hub (`drawing.md`, rule S).

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{LaneIndex, Reading, Span, Stamp};

use super::axis::Axis;
use super::heads::Heads;
use super::home::{Placing, Side};

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

/// The bins that hold something, in order of time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Strip {
    pub bins: Vec<Bin>,
    pub monthly: bool,
}

impl Strip {
    /// The tallest bin upwards, the earliest of equals.
    #[must_use]
    pub fn peak_up(&self) -> Option<&Bin> {
        peak(&self.bins, |bin| bin.up.heads)
    }

    /// The tallest bin downwards, the earliest of equals.
    #[must_use]
    pub fn peak_down(&self) -> Option<&Bin> {
        peak(&self.bins, |bin| bin.down.heads)
    }
}

fn peak(bins: &[Bin], heads: impl Fn(&Bin) -> u64) -> Option<&Bin> {
    let mut best: Option<&Bin> = None;
    for bin in bins {
        if heads(bin) > best.map_or(0, &heads) {
            best = Some(bin);
        }
    }
    best
}

/// Sums heads by ISO weeks, or by months where a week is under 1.5 points in every segment.
#[must_use]
pub fn sum_up(heads: &Heads, placings: &[Placing], axis: &Axis) -> Strip {
    const WEEK: f64 = 604_800.0;
    let monthly = axis.pieces().iter().all(|piece| piece.scale() * WEEK < 1.5);
    let mut bins: BTreeMap<Stamp, Bin> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for placing in placings {
        let count = heads.of(placing.event);
        let middle = Span::new(placing.t0, placing.t1).mid();
        if count == 0 || axis.piece_of(middle).is_none() {
            continue;
        }
        let (start, end) = bin_of(middle, monthly);
        let bin =
            bins.entry(start).or_insert_with(|| Bin { start, end, up: Sum::default(), down: Sum::default() });
        let sum = if placing.side == Side::Below { &mut bin.down } else { &mut bin.up };
        sum.lanes.insert(placing.lane);
        if seen.insert(placing.event) {
            sum.heads += count;
            if placing.bits.approximate() || placing.bits.reading() == Reading::Within {
                sum.unsure += count;
            }
        }
    }
    Strip { bins: bins.into_values().collect(), monthly }
}

fn bin_of(stamp: Stamp, monthly: bool) -> (Stamp, Stamp) {
    let (year, month, day) = stamp.civil();
    if monthly {
        let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        return (Stamp::from_civil(year, month, 1), Stamp::from_civil(next.0, next.1, 1));
    }
    let monday = Stamp::from_civil(year, month, day).plus_days(-i64::from(stamp.weekday()));
    (monday, monday.plus_days(7))
}
