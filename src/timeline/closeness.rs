//! Closeness: lanes that share events stand next to each other, so that connectors are short.
//!
//! Barycentres: every lane is drawn to the mean place of the lanes that it shares events with, over and over; the best
//! order on the way is kept. Then neighbours are exchanged while that makes connectors shorter.

use std::collections::BTreeMap;

use crate::model::{Columns, EventId, Lane, LaneIndex, Mark};

/// How many events each pair of lanes shares.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Nearness {
    shared: BTreeMap<(LaneIndex, LaneIndex), u64>,
}

/// An event with more lanes than this ties nobody to anybody.
const MOST_LANES: usize = 12;
/// Rounds after which an order does not get better.
const ROUNDS: usize = 24;

impl Nearness {
    /// Counts the pairs of lanes that take part in the same events.
    #[must_use]
    pub fn new(columns: &Columns) -> Self {
        let mut by_event: Vec<(EventId, LaneIndex)> =
            columns.marks.iter().map(|mark: &Mark| (mark.event, mark.lane)).collect();
        by_event.sort_unstable();
        by_event.dedup();
        let mut shared: BTreeMap<(LaneIndex, LaneIndex), u64> = BTreeMap::new();
        for lanes in by_event.chunk_by(|one, next| one.0 == next.0).filter(|lanes| lanes.len() <= MOST_LANES)
        {
            for (at, (_, one)) in lanes.iter().enumerate() {
                for (_, other) in &lanes[at + 1..] {
                    *shared.entry((*one, *other)).or_default() += 1;
                }
            }
        }
        Self { shared }
    }

    /// Rows that connectors cross in an order of lanes, all shared events together.
    #[must_use]
    pub fn length(&self, lanes: &[LaneIndex]) -> u64 {
        let places: BTreeMap<LaneIndex, usize> = lanes.iter().copied().zip(0..).collect();
        let pairs = self.shared.iter();
        let ends = pairs.filter_map(|((a, b), n)| Some((places.get(a)?, places.get(b)?, n)));
        ends.map(|(a, b, n)| a.abs_diff(*b) as u64 * n).sum()
    }

    /// Puts lanes that share events next to each other; what shares none keeps its place at the end.
    pub fn sort(&self, lanes: &mut [LaneIndex]) {
        let mut near: BTreeMap<LaneIndex, Vec<(LaneIndex, u64)>> = BTreeMap::new();
        let known = |lane: &LaneIndex| lanes.contains(lane);
        for ((a, b), n) in self.shared.iter().filter(|((a, b), _)| known(a) && known(b)) {
            near.entry(*a).or_default().push((*b, *n));
            near.entry(*b).or_default().push((*a, *n));
        }
        let groups = groups(lanes, &near);
        let mut order: Vec<LaneIndex> = lanes.to_vec();
        order.sort_by_key(|lane| groups.get(lane).copied().unwrap_or(usize::MAX));
        let (mut best, mut shortest) = (order.clone(), self.length(&order));
        for _ in 0..ROUNDS {
            let places: BTreeMap<LaneIndex, f64> = order.iter().copied().zip((0..).map(f64::from)).collect();
            let drawn_to = |lane: &LaneIndex| {
                let Some(others) = near.get(lane) else { return f64::INFINITY };
                let weight: f64 = others.iter().map(|(_, n)| *n as f64).sum();
                others.iter().map(|(other, n)| places[other] * *n as f64).sum::<f64>() / weight
            };
            let mut drawn: Vec<(f64, LaneIndex)> = order.iter().map(|lane| (drawn_to(lane), *lane)).collect();
            // Half of the own place keeps two that share only each other from jumping to and fro.
            for (to, lane) in &mut drawn {
                *to = f64::midpoint(*to, places[lane]);
            }
            drawn.sort_by(|a, b| a.0.total_cmp(&b.0));
            order = drawn.into_iter().map(|(_, lane)| lane).collect();
            let length = self.length(&order);
            if length < shortest {
                (best, shortest) = (order.clone(), length);
            }
        }
        self.exchange(&mut best, shortest);
        lanes.copy_from_slice(&best);
    }

    /// Moves single lanes while that makes connectors shorter.
    fn exchange(&self, order: &mut [LaneIndex], mut shortest: u64) {
        /// Beyond so many lanes the barycentres must do.
        const FEW: usize = 64;
        if order.len() > FEW {
            return;
        }
        let mut improved = true;
        while improved {
            improved = false;
            for at in 0..order.len().saturating_sub(1) {
                order.swap(at, at + 1);
                let length = self.length(order);
                if length < shortest {
                    (shortest, improved) = (length, true);
                } else {
                    order.swap(at, at + 1);
                }
            }
        }
    }
}

/// Lanes that hang together over shared events, by the number of their group: no connector runs between two groups, so
/// each is shortest where it stands together.
fn groups(
    lanes: &[LaneIndex],
    near: &BTreeMap<LaneIndex, Vec<(LaneIndex, u64)>>,
) -> BTreeMap<LaneIndex, usize> {
    let mut groups = BTreeMap::new();
    for (number, first) in lanes.iter().filter(|lane| near.contains_key(lane)).enumerate() {
        let mut open = vec![*first];
        while let Some(lane) = open.pop() {
            if groups.contains_key(&lane) {
                continue;
            }
            groups.insert(lane, number);
            open.extend(near.get(&lane).into_iter().flatten().map(|(other, _)| *other));
        }
    }
    groups
}

/// Lanes in the order of their closeness, and what it is good for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CloseOrder {
    pub lanes: Vec<LaneIndex>,
    /// Rows that all connectors together cross in this order, and in order of name.
    pub length: u64,
    pub by_name: u64,
}

impl CloseOrder {
    /// Puts lanes in order.
    #[must_use]
    pub fn new(columns: &Columns, lanes: &[LaneIndex]) -> Self {
        let nearness = Nearness::new(columns);
        let mut by_name = lanes.to_vec();
        by_name.sort_by_key(|lane| (columns.lanes.get(lane.0 as usize).map(Lane::display_name), *lane));
        let mut order = lanes.to_vec();
        nearness.sort(&mut order);
        let (length, by_name) = (nearness.length(&order), nearness.length(&by_name));
        Self { lanes: order, length, by_name }
    }

    /// By how many hundredths connectors are shorter than in order of name; `None` where no two lanes share an event.
    #[must_use]
    pub fn shorter(&self) -> Option<u64> {
        (self.by_name > 0).then(|| 100 * self.by_name.saturating_sub(self.length) / self.by_name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearness(pairs: &[(u32, u32, u64)]) -> Nearness {
        let pair = |(a, b, n): &(u32, u32, u64)| ((LaneIndex(*a), LaneIndex(*b)), *n);
        Nearness { shared: pairs.iter().map(pair).collect() }
    }

    #[test]
    fn lanes_that_share_events_stand_next_to_each_other() {
        // Two chains that the given order mixes: 0-2-4-6 and 1-3-5.
        let nearness = nearness(&[(0, 2, 5), (2, 4, 5), (4, 6, 5), (1, 3, 5), (3, 5, 5)]);
        let mut lanes: Vec<LaneIndex> = (0..8).map(LaneIndex).collect();
        let before = nearness.length(&lanes);
        nearness.sort(&mut lanes);
        assert_eq!((before, nearness.length(&lanes)), (50, 25), "{lanes:?}");
        assert_eq!(lanes.last(), Some(&LaneIndex(7)), "who shares nothing stands last");
    }
}
