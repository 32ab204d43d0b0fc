//! Which events a layout shows, in order of time: their numbers in everything that is written beside a picture.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{EventId, LaneIndex, Span, Stamp};

use super::super::survey::Survey;
use super::plan::Layout;
use super::rows::RowKind;

/// The events that a layout names: those of its marks, pins, threads and posts, but for what is heaped up.
#[must_use]
pub fn events_in(layout: &Layout) -> BTreeSet<EventId> {
    let mut named: BTreeSet<EventId> =
        layout.items.iter().flat_map(|item| item.events.iter().copied()).collect();
    named.extend(layout.pins.iter().map(|pin| pin.event));
    named.extend(layout.threads.iter().flat_map(|thread| thread.stops.iter().map(|stop| stop.event)));
    for post in &layout.posts {
        named.extend(post.held.iter().map(|tenure| tenure.event));
        named.extend(post.nominated.iter().flat_map(|one| [Some(one.event), one.closed_by]).flatten());
    }
    named
}

/// What decides which events a layout shows: layouts that are alike in it show the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// By their marks, pins, threads and posts.
    named: BTreeSet<EventId>,
    /// Rows in which some are heaped up.
    heaped: Vec<RowKind>,
    spans: Vec<Span>,
}

impl Shown {
    /// Of a layout.
    #[must_use]
    pub fn of(layout: &Layout) -> Self {
        let rows: BTreeSet<usize> = layout.heaps.iter().map(|heap| heap.row).collect();
        Self {
            named: events_in(layout),
            heaped: rows.into_iter().filter_map(|row| Some(layout.rows.get(row)?.kind.clone())).collect(),
            spans: layout.axis.pieces().iter().map(|piece| piece.span).collect(),
        }
    }

    /// All of these events, also those that are heaped up, in order of time, those without a day last: the first has the
    /// number 1. It walks over all marks, so it is for paper.
    #[must_use]
    pub fn in_order(&self, survey: &Survey) -> Vec<EventId> {
        let start = |t0: Stamp, t1: Stamp| if t0 == Stamp::MIN { t1 } else { t0 };
        let mut named: BTreeMap<EventId, Stamp> =
            self.named.iter().map(|event| (*event, Stamp::MAX)).collect();
        for mark in &survey.columns.marks {
            if let Some(known) = named.get_mut(&mark.event) {
                *known = start(mark.t0, mark.t1);
            }
        }
        let mut order: Vec<u128> = named.into_iter().map(|(event, start)| rank(start, event)).collect();
        for row in &self.heaped {
            let lanes: &[LaneIndex] = match row {
                RowKind::Lane(lane) => std::slice::from_ref(lane),
                RowKind::Folded(lanes) | RowKind::Group { lanes, .. } => lanes,
                RowKind::HubAlone | RowKind::Post(_) => &[],
            };
            let mut runs: Vec<_> = lanes.iter().filter_map(|lane| survey.index.lane(*lane)).collect();
            if *row == RowKind::HubAlone {
                runs.push(survey.index.alone());
            }
            for run in runs {
                let entries = self.spans.iter().flat_map(|span| run.overlapping(*span));
                order.extend(entries.map(|entry| rank(start(entry.t0, entry.t1), entry.event)));
            }
        }
        // Lanes come sorted, which a stable sort makes use of; one that stands in several lanes or segments has come as
        // often.
        #[allow(clippy::stable_sort_primitive)]
        order.sort();
        order.dedup();
        order.into_iter().map(event_of).collect()
    }
}

/// Start and number as one, which sorts as the two do and twice as fast.
fn rank(start: Stamp, event: EventId) -> u128 {
    let part = |number: i64| u128::from(number.cast_unsigned() ^ (1 << 63));
    (part(start.0) << 64) | part(event.0)
}

fn event_of(rank: u128) -> EventId {
    EventId(((rank as u64) ^ (1 << 63)).cast_signed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_stand_in_order_of_time_and_then_of_their_numbers() {
        let mut all = Vec::new();
        for start in [i64::MIN, -86_400, -1, 0, 1, 86_400, i64::MAX] {
            all.extend([i64::MIN, -7, 0, 7, i64::MAX].map(|number| (Stamp(start), EventId(number))));
        }
        let mut ranks: Vec<u128> = all.iter().rev().map(|(start, event)| rank(*start, *event)).collect();
        ranks.sort_unstable();
        let events: Vec<EventId> = ranks.into_iter().map(event_of).collect();
        assert_eq!(events, all.into_iter().map(|(_, event)| event).collect::<Vec<_>>());
    }
}
