//! The list of events that the table shows: what the view lets through, in an order, made by workers.
//!
//! The newest question wins, and the last list stays until its answer is there.

mod order;

use std::sync::Arc;

use crate::model::{Columns, EventId, Sieve};
use crate::store::Store;

use super::files::{FileError, answer};
use super::jobs::{Answer, let_go};
use super::reckon::Held;
use super::{Workspace, sieve_of};

use self::order::ordered;
pub use self::order::{ListColumn, ListOrder};

/// All that a list depends on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Question {
    /// Number of the case.
    case: u64,
    /// Of the columns.
    serial: u64,
    sieve: Sieve,
    order: ListOrder,
}

/// An order that only the store knows, of a case at one state.
type Ranks = ((u64, ListColumn), Arc<Vec<EventId>>);

/// The list as last made.
#[derive(Debug, Default)]
pub(super) struct ListDesk {
    list: Held<Question, Vec<EventId>>,
    ranks: Option<Ranks>,
}

/// The answer of a worker.
#[derive(Debug)]
pub(super) struct Listed {
    question: Question,
    events: Vec<EventId>,
    ranks: Option<Ranks>,
}

impl Workspace {
    /// The events that the view lets through, in an order; as last made, and empty until it was made once.
    pub fn list(&mut self, order: ListOrder) -> Arc<Vec<EventId>> {
        let (columns, serial) = self.drawn_columns();
        let sieve = sieve_of(&columns, &self.view);
        let question = Question { case: self.case.number, serial, sieve, order };
        if self.is_open() && self.list.list.wants(&question) {
            self.ask_list(question, columns);
        }
        self.list.list.newest().unwrap_or_default()
    }

    fn ask_list(&mut self, question: Question, columns: Arc<Columns>) {
        let of = (self.case.generation, question.order.by);
        let known = self.list.ranks.as_ref().filter(|(known, _)| *known == of).cloned();
        if !question.order.by.is_of_store() || known.is_some() {
            self.jobs.work(move || Answer::EventsListed(Box::new(made(question, &columns, known))));
            return;
        }
        self.jobs.ask(move |desk| {
            let ranks = desk.store().and_then(|store| ranks(store, of.1));
            answer(ranks.map(|ranks| {
                let ranks = Some((of, Arc::new(ranks)));
                Answer::EventsListed(Box::new(made(question, &columns, ranks)))
            }))
        });
    }

    pub(super) fn listed(&mut self, listed: Listed) {
        if listed.question.case != self.case.number {
            return;
        }
        self.list.ranks = listed.ranks.or(self.list.ranks.take());
        let before = self.list.list.newest();
        self.list.list.take(listed.question, listed.events);
        let_go(before);
    }

    /// A job has failed, perhaps this one: it is asked again once it is another question.
    pub(super) fn give_up_list(&mut self) {
        self.list.list.give_up();
    }

    /// Another case: its list is not made yet.
    pub(super) fn forget_list(&mut self) {
        self.list = ListDesk::default();
    }
}

fn made(question: Question, columns: &Columns, ranks: Option<Ranks>) -> Listed {
    let known = ranks.as_ref().map(|(_, ranks)| ranks.as_slice());
    let events = ordered(columns, &question.sieve, question.order, known);
    Listed { question, events, ranks }
}

fn ranks(store: &Store, by: ListColumn) -> Result<Vec<EventId>, FileError> {
    Ok(match by {
        ListColumn::Quotes => store.events_by_quotes()?,
        ListColumn::Tags => store.events_by_tag()?,
        _ => store.events_by_title()?,
    })
}
