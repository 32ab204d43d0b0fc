//! Aligned to an event: who moved first after it.

use std::collections::BTreeMap;

use crate::model::{LaneIndex, Stamp};

use super::super::home::{Placing, Side};

/// Each lane's first act on or after a moment: acts of the lane itself come before what was done to it.
#[must_use]
pub fn first_movers(placings: &[Placing], since: Stamp) -> BTreeMap<LaneIndex, (bool, Stamp)> {
    let mut first: BTreeMap<LaneIndex, (bool, Stamp)> = BTreeMap::new();
    for placing in placings.iter().filter(|placing| placing.t0 >= since) {
        let own = (placing.side != Side::Above, placing.t0);
        let known = first.entry(placing.lane).or_insert(own);
        *known = own.min(*known);
    }
    first
}
