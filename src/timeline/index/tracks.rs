//! Tracks: beside which others a bar is drawn where several of a lane last at the same time.
//!
//! Given in order of start for all of time, so that a bar stays where it is, whatever is in sight.

use std::collections::BTreeMap;

use crate::model::{Edge, EventId, Reading};

use super::entry::{Entry, Tier};

/// Bars that lie beside each other in a lane.
pub const TRACKS: usize = 3;
/// A lane with more bars than these is drawn as a profile wherever they would be told apart.
const MOST: usize = 4_000;

/// The tracks of those that don't lie on the lane's line, 1 above and 2 below it.
#[must_use]
pub fn tracks<'e>(entries: impl Iterator<Item = &'e Entry>) -> BTreeMap<EventId, u8> {
    let mut bars: Vec<&Entry> = entries.filter(|entry| is_bar(entry)).take(MOST + 1).collect();
    if bars.len() > MOST {
        return BTreeMap::new();
    }
    bars.sort_unstable_by_key(|entry| (entry.t0, entry.event));
    let mut ends = [i64::MIN; TRACKS];
    let mut found = BTreeMap::new();
    for bar in bars {
        let free = ends.iter().position(|end| *end <= bar.t0.0);
        // Where all are taken, it lies over the one that ends first.
        let track = free.or_else(|| (0..TRACKS).min_by_key(|track| ends[*track])).unwrap_or(0);
        ends[track] = ends[track].max(bar.t1.0);
        if track > 0 {
            found.insert(bar.event, u8::try_from(track).unwrap_or(0));
        }
    }
    found
}

/// Whether an entry lasts for days between two known ends.
#[must_use]
pub fn is_bar(entry: &Entry) -> bool {
    let bits = entry.bits();
    bits.reading() == Reading::Lasts
        && (bits.start(), bits.end()) == (Edge::Known, Edge::Known)
        && Tier::of(entry).lasts()
}
