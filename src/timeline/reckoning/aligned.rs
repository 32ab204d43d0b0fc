//! Aligned to an event: the axis counts days from it, and lanes stand in the order in which they moved after it.

use std::collections::BTreeMap;

use crate::model::{Columns, LaneIndex, LaneOrder, Sieve, Span, Stamp, View};

use super::super::home::{Placing, Side};
use super::super::index::Index;

/// A view whose lanes stand in the order in which they moved on or after a moment: acts of the lane itself come before
/// what was done to it; lanes that never moved come last, as they stood.
#[must_use]
pub fn by_first_mover(view: &View, columns: &Columns, index: &Index, sieve: &Sieve, since: Stamp) -> View {
    let placings = index.events(Span::ALL, &index.lanes(), sieve, usize::MAX);
    let moved = first_moves(&placings, since);
    let shown: Vec<LaneIndex> = if view.lanes.is_empty() {
        let mut lanes: Vec<LaneIndex> = placings.iter().map(|placing| placing.lane).collect();
        lanes.sort_unstable();
        lanes.dedup();
        lanes
    } else {
        view.lanes.iter().filter_map(|code| columns.lane_of(code)).collect()
    };
    let mut order: Vec<(usize, LaneIndex)> = shown.into_iter().enumerate().collect();
    order.sort_by_key(|(at, lane)| (moved.get(lane).copied().unwrap_or((true, Stamp::MAX)), *at));
    let codes = order.iter().filter_map(|(_, lane)| columns.lanes.get(lane.0 as usize));
    View { lanes: codes.map(|lane| lane.code.clone()).collect(), order: LaneOrder::Own, ..view.clone() }
}

/// Each lane's first move on or after a moment.
fn first_moves(placings: &[Placing], since: Stamp) -> BTreeMap<LaneIndex, (bool, Stamp)> {
    let mut first: BTreeMap<LaneIndex, (bool, Stamp)> = BTreeMap::new();
    for placing in placings.iter().filter(|placing| placing.t0 >= since && placing.t0 != Stamp::MAX) {
        let own = (placing.side == Side::Below, placing.t0);
        let known = first.entry(placing.lane).or_insert(own);
        *known = own.min(*known);
    }
    first
}
