//! What is reckoned from the columns, asked for by what shows it and answered by workers; the newest question wins, and
//! the last answer stays until its answer is there.

mod copied;
mod held;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{EventId, Stamp, When};
use crate::timeline::{Chosen, Reckoning, Silence, Union, silence, sum_of};

use super::Workspace;
use super::find::KnownDays;
use super::jobs::Answer;

pub use self::copied::{Copied, CopyAs};
pub(super) use self::held::Held;

/// All that is reckoned, each with what it was made from.
#[derive(Debug, Default)]
pub(super) struct ReckonDesk {
    all: Held<u64, Reckoning>,
    chosen: Held<(u64, BTreeSet<EventId>), Chosen>,
    silence: Held<(u64, Union), Silence>,
    days: Held<(u64, bool), KnownDays>,
    /// A step that waits for the days.
    step: Option<bool>,
    copied: Option<Copied>,
}

/// An answer of a worker.
#[derive(Debug)]
pub(super) enum Reckoned {
    All(u64, Reckoning),
    Chosen((u64, BTreeSet<EventId>), Chosen),
    Silence((u64, Union), Silence),
    Days((u64, bool), KnownDays),
    Copied(Copied),
}

impl Workspace {
    /// Pairs, lags, balance, of the events that the view's filter leaves; as last reckoned.
    pub fn reckoning(&mut self) -> Option<Arc<Reckoning>> {
        let (columns, serial) = self.drawn_columns();
        if self.reckon.all.wants(&serial) {
            self.jobs.work(move || Answer::Reckoned(Reckoned::All(serial, Reckoning::new(&columns))));
        }
        self.reckon.all.newest()
    }

    /// The chosen events, summed up; `None` until they are.
    pub fn chosen(&mut self) -> Option<Arc<Chosen>> {
        let key = (self.case.generation, self.selected());
        if self.reckon.chosen.wants(&key) {
            let (columns, key) = (Arc::clone(&self.case.columns), key.clone());
            self.jobs.work(move || {
                let sum = sum_of(&columns, &key.1);
                Answer::Reckoned(Reckoned::Chosen(key, sum))
            });
        }
        self.reckon.chosen.of(&key)
    }

    /// Members of a union that no event of the case names; as last reckoned.
    pub fn silence(&mut self, union: Union) -> Option<Arc<Silence>> {
        let key = (self.case.generation, union);
        if self.reckon.silence.wants(&key) {
            let columns = Arc::clone(&self.case.columns);
            self.jobs.work(move || Answer::Reckoned(Reckoned::Silence(key, silence(&columns, union))));
        }
        self.reckon.silence.of(&key)
    }

    /// When the case's events became known; as last reckoned.
    pub fn known_days(&mut self) -> Option<Arc<KnownDays>> {
        let facets = self.facets();
        let key = (self.case.generation, facets.is_some());
        if self.reckon.days.wants(&key) {
            let columns = Arc::clone(&self.case.columns);
            self.jobs.work(move || {
                Answer::Reckoned(Reckoned::Days(key, KnownDays::new(&columns, facets.as_deref())))
            });
        }
        self.reckon.days.newest()
    }

    pub(super) fn reckoned(&mut self, reckoned: Reckoned) {
        match reckoned {
            Reckoned::All(key, all) => self.reckon.all.take(key, all),
            Reckoned::Chosen(key, chosen) => self.reckon.chosen.take(key, chosen),
            Reckoned::Silence(key, silence) => self.reckon.silence.take(key, silence),
            Reckoned::Copied(copied) => self.reckon.copied = Some(copied),
            Reckoned::Days(key, days) => {
                self.reckon.days.take(key, days);
                if let Some(later) = self.reckon.step.take() {
                    self.step_known(later);
                }
            }
        }
    }

    /// What was asked to be copied, once it is written.
    pub fn take_copied(&mut self) -> Option<Copied> {
        self.reckon.copied.take()
    }

    /// Another case: nothing is known of it.
    pub(super) fn forget_reckoning(&mut self) {
        self.reckon = ReckonDesk::default();
    }

    /// Shows what was known by the end of a day; `None`: all that is known.
    pub(super) fn know(&mut self, on: Option<When>) {
        self.view.known_on = on;
        self.ask_filter();
    }

    /// Steps to the next day on which something became known, or back; beyond the last one is now.
    pub(super) fn step_known(&mut self, later: bool) {
        let now = self.view.known_on.as_ref().map(|when| {
            let end = when.latest();
            Stamp(end.0.saturating_sub(1)).day_number()
        });
        let Some(days) = self.known_days() else {
            self.reckon.step = Some(later);
            return;
        };
        match days.step(now, later) {
            Some(day) => self.know(KnownDays::named(day)),
            None if later => self.know(None),
            // There is no day before the first: it stays.
            None => {}
        }
    }
}
