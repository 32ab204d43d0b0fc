//! Balance: heads against heads, for each pair of lanes that sent each other's people home.

use std::collections::BTreeMap;

use crate::model::{Columns, EventId, LaneIndex};

use super::acts::Act;

/// Heads between two lanes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balance {
    pub one: LaneIndex,
    pub other: LaneIndex,
    /// Of the other's people, sent home by one.
    pub by_one: BalanceSide,
    /// Of one's people, sent home by the other.
    pub by_other: BalanceSide,
}

/// One direction, with the events that it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BalanceSide {
    pub heads: u64,
    /// Whether an event in it stands in other pairs as well, with its whole number.
    pub shared: bool,
    /// With the heads that each adds; of events that mean the same heads only one is here.
    pub events: Vec<(EventId, u64)>,
}

impl Balance {
    /// All heads, both ways.
    #[must_use]
    pub fn heads(&self) -> u64 {
        self.by_one.heads.saturating_add(self.by_other.heads)
    }
}

/// Heads of every pair of lanes, the most first; each head once in a pair.
#[must_use]
pub fn balance(columns: &Columns, acts: &[Act]) -> Vec<Balance> {
    let mut pairs: BTreeMap<(LaneIndex, LaneIndex), Balance> = BTreeMap::new();
    for act in acts.iter().filter(|act| act.heads > 0) {
        let shared = act.actors.len() * act.targets.len() > 1;
        for actor in &act.actors {
            for target in act.targets.iter().filter(|target| *target != actor) {
                let (one, other) = (*actor.min(target), *actor.max(target));
                let pair = pairs.entry((one, other)).or_insert_with(|| Balance {
                    one,
                    other,
                    by_one: BalanceSide::default(),
                    by_other: BalanceSide::default(),
                });
                let side = if *actor == one { &mut pair.by_one } else { &mut pair.by_other };
                side.heads = side.heads.saturating_add(act.heads);
                side.shared |= shared;
                side.events.push((act.event, act.heads));
            }
        }
    }
    let mut pairs: Vec<Balance> = pairs.into_values().collect();
    let name = |lane: LaneIndex| columns.lanes.get(lane.0 as usize).map_or("", |lane| lane.display_name());
    pairs.sort_by(|a, b| {
        let names = |pair: &Balance| (name(pair.one), name(pair.other));
        b.heads().cmp(&a.heads()).then_with(|| names(a).cmp(&names(b)))
    });
    pairs
}
