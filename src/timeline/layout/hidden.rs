//! What is not shown, counted by reason: no event is ever silently left out.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{EventId, LaneIndex, MarkBits, Reading, Sieve, Span, Stamp};

use super::super::home::Placing;
use super::plan::{Layout, Picture};
use super::rows::RowKind;

/// What is not shown, and why.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hidden {
    pub events: usize,
    pub shown: usize,
    /// Switched off by kind, most first.
    pub off_by_kind: Vec<(String, usize)>,
    pub off_by_status: usize,
    /// Left out by the view's filter, whatever else would hide them.
    pub off_by_filter: usize,
    /// Before, between or after the segments.
    pub outside: usize,
    /// In lanes that the view leaves out.
    pub other_lanes: usize,
    pub undated: usize,
    /// Told by no source by the day that the view looks from.
    pub not_known: usize,
}

impl Hidden {
    /// All that is switched off.
    #[must_use]
    pub fn off(&self) -> usize {
        self.off_by_kind.iter().map(|(_, count)| count).sum::<usize>()
            + self.off_by_status
            + self.off_by_filter
            + self.not_known
    }
}

/// Counts the events that a layout does not draw.
#[must_use]
pub fn hidden(picture: &Picture<'_>, layout: &Layout, known: &[Placing]) -> Hidden {
    let mut shown: BTreeSet<EventId> =
        layout.items.iter().flat_map(|item| item.events.iter().copied()).collect();
    for post in &layout.posts {
        shown.extend(post.held.iter().map(|tenure| tenure.event));
        shown.extend(post.nominated.iter().map(|candidacy| candidacy.event));
    }
    let mut off: BTreeMap<String, BTreeSet<EventId>> = BTreeMap::new();
    let mut by_status = BTreeSet::new();
    let mut undated = BTreeSet::new();
    for mark in &picture.columns.marks {
        if mark.bits.reading() == Reading::Undated {
            undated.insert(mark.event);
        } else if !picture.sieve.lets_through(mark.bits, mark.known) {
            if kind_is_off(picture.sieve, mark.bits) {
                let kind = picture.columns.kinds.code(mark.bits.kind()).to_owned();
                off.entry(kind).or_default().insert(mark.event);
            } else {
                by_status.insert(mark.event);
            }
        }
    }
    let drawn_rows: BTreeSet<LaneIndex> = layout
        .rows
        .iter()
        .flat_map(|row| match &row.kind {
            RowKind::Lane(lane) | RowKind::Post(lane) => vec![*lane],
            RowKind::Folded(lanes) | RowKind::Group { lanes, .. } => lanes.clone(),
            RowKind::HubAlone => Vec::new(),
        })
        .collect();
    let elsewhere =
        |placing: &&Placing| !shown.contains(&placing.event) && !drawn_rows.contains(&placing.lane);
    let seen = |placing: &&Placing| layout.axis.pieces().iter().any(|piece| overlaps(piece.span, placing));
    let other: BTreeSet<EventId> =
        known.iter().filter(elsewhere).filter(seen).map(|placing| placing.event).collect();
    let mut off_by_kind: Vec<_> = off.into_iter().map(|(kind, events)| (kind, events.len())).collect();
    off_by_kind.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut hidden = Hidden {
        events: picture.columns.events,
        shown: shown.len(),
        off_by_kind,
        off_by_status: by_status.len(),
        off_by_filter: picture.columns.filtered,
        outside: 0,
        other_lanes: other.len(),
        undated: undated.len(),
        not_known: picture.columns.unknown,
    };
    hidden.outside =
        hidden.events.saturating_sub(hidden.shown + hidden.off() + hidden.other_lanes + hidden.undated);
    hidden
}

fn kind_is_off(sieve: &Sieve, bits: MarkBits) -> bool {
    let only_kinds = Sieve { kinds_off: sieve.kinds_off, ..Sieve::default() };
    !only_kinds.lets_through(bits, Stamp::MIN)
}

fn overlaps(span: Span, placing: &Placing) -> bool {
    span.overlaps(Span::new(placing.t0, placing.t1))
}
