//! Edits on their way into the case: sent, pending, kept where they can't be written, and what they leave behind.
//!
//! ```text
//!  Edit ─► queue ─► store thread ─► Answer::Edited (goes), Refused (goes, told), Stuck (stays, told)
//! ```
//! What can't be written stays in the queue with all that follows it, in its order, until it is tried again or given
//! up: an edit that overtakes another could undo it.

mod queue;
mod refresh;

pub use queue::Pending;

pub(super) use queue::Queue;
pub(super) use refresh::{Edited, history, ids_of};

use std::sync::Arc;

use crate::model::{Edit, EventId, HistoryStep, Kinds, Lane, Link, Sentence};

use super::files::{Desk, FileError, answer};
use super::jobs::{Answer, CaseNow, guarded};
use super::{HistoryCommand, Workspace};

/// Why the history stands still.
pub(super) const UNWRITTEN: &str = "unwritten-undo";

impl Workspace {
    /// Sends an edit to the case; until it is written it is pending.
    pub(super) fn edit(&mut self, edit: Edit) {
        if self.case.is_open && self.case.read_only.is_none() {
            self.cache.foresee(&edit);
        }
        let edit = Arc::new(edit);
        self.queue.push(Arc::clone(&edit));
        if !self.queue.is_stuck() {
            self.send(edit);
        }
    }

    fn send(&mut self, edit: Arc<Edit>) {
        // Whatever comes of it, the queue hears of it.
        self.jobs.ask(move |desk| match guarded(|| desk.make_edit(&edit)) {
            Answer::Failed(error) => Answer::Refused(error),
            other => other,
        });
    }

    pub(super) fn go_along(&mut self, way: HistoryCommand) {
        match way {
            HistoryCommand::Retry => {
                let waiting = self.queue.retry();
                self.jobs.ask(Desk::go_on);
                for edit in waiting {
                    self.send(edit);
                }
            }
            HistoryCommand::GiveUp => {
                let given_up = self.queue.give_up();
                self.jobs.ask(Desk::go_on);
                if given_up > 0 {
                    self.jobs.ask(|desk| answer(desk.now().map(|now| Answer::Reread(Box::new(now)))));
                }
            }
            _ if self.queue.is_stuck() => self.failed(&FileError::Said(Sentence::new(UNWRITTEN))),
            way => self.jobs.ask(move |desk| answer(desk.walk(way))),
        }
    }

    /// An edit, an undo or a redo was made.
    pub(super) fn was_edited(&mut self, edited: Edited) {
        if edited.is_edit {
            self.queue.pop();
        }
        self.doubt(&edited.change.report.notes);
        for change in &edited.change.views {
            self.case.views.iter_mut().for_each(|view| change.make_in(view));
            change.make_in(&mut self.view);
        }
        self.cache.renew(&edited, self.open_article.as_ref().map(|open| open.key.as_str()));
        let before = self.drawn_columns().1;
        self.edited(edited.now);
        if !edited.change.reach.all {
            let after = self.drawn_columns().1;
            self.picture.surveys().was_edited(before, after, &edited.change.touched);
        }
        self.show_new(&edited.change.touched);
    }

    /// An edit breaks a rule of the case: the case is as it was, and so is what is shown.
    pub(super) fn was_refused(&mut self, error: &FileError) {
        self.queue.pop();
        self.failed(error);
        self.cache.clear();
        self.after_change();
        if let Some(open) = &self.open_article {
            self.fetch_sheet(open.key.clone());
        }
    }

    /// An edit could not be written: it stays pending, and what follows waits behind it.
    pub(super) fn is_stuck(&mut self, error: &FileError) {
        self.queue.stick(error.sentence());
        self.failed(error);
    }

    /// Everything was read anew, without an edit.
    pub(super) fn was_reread(&mut self, now: CaseNow) {
        self.cache.clear();
        self.changed(now);
    }

    /// What was edited and is not in the case yet.
    #[must_use]
    pub fn pending(&self) -> Pending<'_> {
        self.queue.pending()
    }

    /// The last steps of the case's history, newest first.
    #[must_use]
    pub fn history(&self) -> &[HistoryStep] {
        &self.case.history
    }

    /// All links of the case.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.case.links
    }

    /// The case's lanes in display order: declared ones first, then the others that are used.
    #[must_use]
    pub fn lanes(&self) -> &[Lane] {
        &self.case.columns.lanes
    }

    /// All kinds, the program's and the case's own.
    #[must_use]
    pub fn kinds(&self) -> &Kinds {
        &self.case.columns.kinds
    }

    /// The step that would be taken back next, and the one that would be made again.
    #[must_use]
    pub fn next_steps(&self) -> (Option<&HistoryStep>, Option<&HistoryStep>) {
        let steps = &self.case.history;
        (steps.iter().find(|step| !step.undone), steps.iter().rev().find(|step| step.undone))
    }

    /// Whether an event has an edit that is not in the case yet.
    #[must_use]
    pub fn is_pending(&self, event: EventId) -> bool {
        self.queue.pending().events.contains(&event)
    }
}
