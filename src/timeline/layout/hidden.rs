//! What is not shown, counted by reason: no event is ever silently left out.

use std::collections::BTreeSet;

use crate::model::EventId;

use super::plan::{Layout, Picture};

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
pub fn hidden(picture: &Picture<'_>, layout: &Layout) -> Hidden {
    let survey = picture.survey;
    let mut by_kind: Vec<(String, usize)> = survey
        .off
        .by_kind
        .iter()
        .map(|(kind, count)| (survey.columns.kinds.code(*kind).to_owned(), *count))
        .collect();
    by_kind.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut hidden = Hidden {
        events: survey.columns.events,
        shown: shown(layout),
        off_by_kind: by_kind,
        off_by_status: survey.off.by_status,
        off_by_filter: survey.columns.filtered,
        outside: 0,
        other_lanes: survey.other_lanes,
        undated: survey.undated,
        not_known: survey.columns.unknown,
    };
    hidden.outside =
        hidden.events.saturating_sub(hidden.shown + hidden.off() + hidden.other_lanes + hidden.undated);
    hidden
}

/// Events that are drawn, each once.
fn shown(layout: &Layout) -> usize {
    let mut shown: BTreeSet<EventId> = BTreeSet::new();
    for post in &layout.posts {
        shown.extend(post.held.iter().map(|tenure| tenure.event));
        shown.extend(post.nominated.iter().map(|candidacy| candidacy.event));
    }
    if layout.heaps.is_empty() {
        shown.extend(layout.items.iter().flat_map(|item| item.events.iter().copied()));
        return shown.len();
    }
    // What is heaped up has no names: an event in several lanes counts in the first of them.
    let heaped: usize = layout.heaps.iter().map(|heap| heap.tally.events() as usize).sum();
    let single: usize = layout.items.iter().map(|item| item.counted).sum();
    shown.len() + heaped + single
}
