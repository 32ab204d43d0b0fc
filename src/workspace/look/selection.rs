//! What is chosen: one event first, and others that are to be changed together with it.

use std::collections::BTreeSet;

use crate::model::EventId;

use super::super::Workspace;

/// What stands in the middle of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Middle {
    #[default]
    Timeline,
    Table,
}

/// The chosen events.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in super::super) struct Selection {
    pub(in super::super) first: Option<EventId>,
    others: BTreeSet<EventId>,
}

impl Selection {
    pub(in super::super) fn only(&mut self, event: EventId) {
        *self = Self { first: Some(event), others: BTreeSet::new() };
    }

    pub(in super::super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Adds an event, or takes it away where it is chosen already.
    pub(in super::super) fn toggle(&mut self, event: EventId) {
        if self.first == Some(event) {
            self.first = self.others.pop_first();
        } else if !self.others.remove(&event) {
            // The newest is the one that is read.
            self.others.extend(self.first.replace(event));
        }
    }

    /// These and no others; the last one is read.
    pub(in super::super) fn many(&mut self, events: &[EventId]) {
        self.first = events.last().copied();
        self.others = events.iter().copied().filter(|event| Some(*event) != self.first).collect();
    }

    fn all(&self) -> BTreeSet<EventId> {
        self.others.iter().copied().chain(self.first).collect()
    }

    /// Drops those that are no longer there.
    pub(in super::super) fn keep(&mut self, is_there: impl Fn(EventId) -> bool) {
        self.others.retain(|event| is_there(*event));
        if self.first.is_some_and(|event| !is_there(event)) {
            self.first = self.others.pop_first();
        }
    }
}

impl Workspace {
    /// The event that is read: the one chosen last.
    #[must_use]
    pub fn selection(&self) -> Option<EventId> {
        self.selection.first
    }

    /// All chosen events.
    #[must_use]
    pub fn selected(&self) -> BTreeSet<EventId> {
        self.selection.all()
    }

    /// Whether an event is among the chosen ones.
    #[must_use]
    pub fn is_selected(&self, event: EventId) -> bool {
        self.selection.first == Some(event) || self.selection.others.contains(&event)
    }

    /// Timeline or table.
    #[must_use]
    pub fn middle(&self) -> Middle {
        self.middle
    }

    /// Those of these events that the case still has.
    pub(super) fn still_there(&self, events: &BTreeSet<EventId>) -> BTreeSet<EventId> {
        let marks = self.case.columns.marks.iter().map(|mark| mark.event);
        if events.is_empty() {
            BTreeSet::new()
        } else {
            marks.filter(|event| events.contains(event)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_added_and_taken_away_and_the_newest_is_read() {
        let mut selection = Selection::default();
        let [a, b, c] = [1, 2, 3].map(EventId);
        selection.only(a);
        selection.toggle(b);
        selection.toggle(c);
        assert_eq!((selection.first, selection.all()), (Some(c), [a, b, c].into()));
        selection.toggle(c);
        assert_eq!((selection.first, selection.all()), (Some(a), [a, b].into()));
        selection.keep(|event| event != a);
        assert_eq!((selection.first, selection.all()), (Some(b), [b].into()));
        selection.many(&[a, b, c, a]);
        assert_eq!((selection.first, selection.all()), (Some(a), [a, b, c].into()));
        selection.only(b);
        assert_eq!(selection.all(), [b].into());
    }
}
