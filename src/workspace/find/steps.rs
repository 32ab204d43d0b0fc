//! From a step of the history to what it has touched.

use crate::model::EventId;

use super::super::Workspace;
use super::super::command::{Command, Look};

impl Workspace {
    /// Selects what a step has touched, as far as it is in the case now; of one without a date, too.
    pub(super) fn show_step(&mut self, id: i64) {
        let Some(step) = self.case.history.iter().find(|step| step.id == id) else { return };
        let touched = step.events.clone();
        let marks = &self.case.columns.marks;
        let is_there = |event: &EventId| marks.iter().any(|mark| mark.event == *event);
        let there: Vec<EventId> = touched.into_iter().filter(is_there).collect();
        let Some(first) = there.first().copied() else { return };
        self.apply(Command::Look(Look::SelectEvent(first)));
        if there.len() > 1 {
            self.apply(Command::Look(Look::SelectMany(there)));
        }
    }
}
