//! The case's history as a list, fetched while someone looks at it, and what a step has touched.

use std::sync::Arc;

use crate::model::{EventId, HistoryStep};

use super::super::Workspace;
use super::super::command::{Command, Look};
use super::super::files::answer;
use super::super::jobs::Answer;

/// Steps that are listed.
const MOST: usize = 1_000;

/// The steps as last read.
#[derive(Debug, Default)]
pub struct StepsDesk {
    /// Of this state of the case; `None`: not read yet.
    read: Option<(u64, Arc<Vec<HistoryStep>>)>,
    asked: bool,
}

impl StepsDesk {
    pub(super) fn give_up(&mut self) {
        self.asked = false;
    }
}

impl Workspace {
    /// Asks for the history, where it is not known as it is now.
    pub fn ask_history(&mut self) {
        let generation = self.case.generation;
        let known = self.steps.read.as_ref().is_some_and(|(known, _)| *known == generation);
        if known || self.steps.asked || !self.is_open() {
            return;
        }
        self.steps.asked = true;
        self.jobs.ask(move |desk| {
            let steps = desk.store().and_then(|store| Ok(store.history(MOST)?));
            answer(steps.map(|steps| Answer::Steps(generation, steps)))
        });
    }

    pub(in super::super) fn steps_read(&mut self, generation: u64, steps: Vec<HistoryStep>) {
        self.steps.asked = false;
        self.steps.read = Some((generation, Arc::new(steps)));
    }

    /// The steps of the history, newest first, as last read.
    #[must_use]
    pub fn history(&self) -> Option<&Arc<Vec<HistoryStep>>> {
        self.steps.read.as_ref().map(|(_, steps)| steps)
    }

    /// Selects what a step has touched.
    pub(super) fn show_step(&mut self, id: i64) {
        self.jobs.ask(move |desk| {
            answer(desk.store().and_then(|store| Ok(Answer::Touched(store.events_of_step(id)?))))
        });
    }

    pub(in super::super) fn touched(&mut self, events: Vec<EventId>) {
        let there: Vec<EventId> = {
            let marks = &self.case.columns.marks;
            events.into_iter().filter(|event| marks.iter().any(|mark| mark.event == *event)).collect()
        };
        match there[..] {
            [] => {}
            [one] => self.apply(Command::Look(Look::SelectEvent(one))),
            [first, ..] => {
                self.apply(Command::Look(Look::SelectEvent(first)));
                self.apply(Command::Look(Look::SelectMany(there)));
            }
        }
    }
}
