//! Aligned to an event: the axis counts days from it, and lanes stand in the order in which they moved after it.

use std::collections::BTreeMap;

use crate::model::{LaneIndex, Stamp};

use super::super::home::Side;
use super::super::index::Index;

/// Lanes in the order in which they moved on or after a moment: acts of the lane itself come before what was done to
/// it; lanes that never moved come last, as they stood.
#[must_use]
pub fn by_first_mover(shown: &[LaneIndex], index: &Index, since: Stamp) -> Vec<LaneIndex> {
    let moved = first_moves(index, since);
    let mut order: Vec<(usize, LaneIndex)> = shown.iter().copied().enumerate().collect();
    order.sort_by_key(|(at, lane)| (moved.get(lane).copied().unwrap_or((true, Stamp::MAX)), *at));
    order.into_iter().map(|(_, lane)| lane).collect()
}

/// Each lane's first move on or after a moment.
fn first_moves(index: &Index, since: Stamp) -> BTreeMap<LaneIndex, (bool, Stamp)> {
    let mut first: BTreeMap<LaneIndex, (bool, Stamp)> = BTreeMap::new();
    for (lane, entry) in index.all().filter(|(_, entry)| entry.t0 >= since && entry.t0 != Stamp::MAX) {
        let own = (entry.side() == Side::Below, entry.t0);
        let known = first.entry(lane).or_insert(own);
        *known = own.min(*known);
    }
    first
}
