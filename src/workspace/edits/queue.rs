//! The edits that are not in the case yet, in the order in which they were made.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use crate::model::{CandidateEdit, Edit, EventEdit, EventId, Sentence};

/// What waits, oldest first.
#[derive(Debug, Default)]
pub(in super::super) struct Queue {
    edits: VecDeque<Arc<Edit>>,
    /// Why nothing is sent at the moment.
    stuck: Option<Sentence>,
}

/// What was edited and is not in the case yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending<'a> {
    pub count: usize,
    /// The events that are to change.
    pub events: BTreeSet<EventId>,
    /// Why it can't be written, where that was tried; `HistoryCommand::Retry` and `GiveUp` are the ways out.
    pub stuck: Option<&'a Sentence>,
}

impl Queue {
    pub(super) fn push(&mut self, edit: Arc<Edit>) {
        self.edits.push_back(edit);
    }

    /// The oldest one has been answered.
    pub(super) fn pop(&mut self) {
        self.edits.pop_front();
    }

    pub(super) fn is_stuck(&self) -> bool {
        self.stuck.is_some()
    }

    pub(super) fn stick(&mut self, why: Sentence) {
        self.stuck = Some(why);
    }

    /// Lets all go on their way again.
    pub(super) fn retry(&mut self) -> Vec<Arc<Edit>> {
        match self.stuck.take() {
            Some(_) => self.edits.iter().cloned().collect(),
            None => Vec::new(),
        }
    }

    /// What can't be written, oldest first.
    pub(in super::super) fn stuck_edits(&self) -> Vec<Arc<Edit>> {
        if self.is_stuck() { self.edits.iter().cloned().collect() } else { Vec::new() }
    }

    /// Forgets what can't be written; tells how many edits that were.
    pub(super) fn give_up(&mut self) -> usize {
        match self.stuck.take() {
            Some(_) => std::mem::take(&mut self.edits).len(),
            None => 0,
        }
    }

    /// Forgets all: another case is open.
    pub(in super::super) fn clear(&mut self) {
        *self = Self::default();
    }

    pub(super) fn pending(&self) -> Pending<'_> {
        let events = self.edits.iter().flat_map(|edit| touched(edit)).collect();
        Pending { count: self.edits.len(), events, stuck: self.stuck.as_ref() }
    }
}

/// The events that an edit names; those that it makes have no number yet.
fn touched(edit: &Edit) -> Vec<EventId> {
    match edit {
        Edit::Event(EventEdit::Put(event)) if event.id != EventId(0) => vec![event.id],
        Edit::Event(EventEdit::Remove(events) | EventEdit::Change { events, .. }) => events.clone(),
        Edit::Candidate(CandidateEdit::Merge { into, .. }) => vec![*into],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CaseEdit;

    #[test]
    fn what_is_stuck_stays_in_its_order_until_it_is_tried_again_or_given_up() {
        let mut queue = Queue::default();
        let edit = |title: &str| Arc::new(Edit::Case(CaseEdit::Title(title.to_owned())));
        queue.push(edit("a"));
        queue.push(edit("b"));
        assert_eq!(queue.retry(), [], "what is on its way is not sent twice");
        queue.stick(Sentence::new("fault-case-full"));
        queue.push(edit("c"));
        assert_eq!(
            (queue.pending().count, queue.pending().stuck),
            (3, Some(&Sentence::new("fault-case-full")))
        );
        assert_eq!(queue.retry(), [edit("a"), edit("b"), edit("c")]);
        queue.pop();
        queue.stick(Sentence::new("fault-case-busy"));
        assert_eq!(queue.give_up(), 2);
        assert_eq!(queue.pending().count, 0);
    }
}
