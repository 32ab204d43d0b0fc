//! Looking after the open case's file: what is in it, whether it is whole, and what of it can be let go.

use std::time::{Duration, Instant};

use super::super::command::Upkeep;
use super::super::jobs::{Answer, Jobs, Labour, Outcome};
use super::desk::{Case, Home};
use super::{Desk, FileError, answer};
use crate::model::Sentence;

/// Other questions wait for a look at the file no longer than this, and one table.
const MOMENT: Duration = Duration::from_millis(20);

/// Sends it on its way.
pub(super) fn ask(jobs: &mut Jobs, what: Upkeep) {
    match what {
        Upkeep::Summarise => jobs.ask(|desk| answer(desk.summary())),
        Upkeep::Check => jobs.ask(|desk| answer(desk.check())),
        Upkeep::Compact => {
            let progress = jobs.begin(Labour::Compact, 0);
            jobs.ask(move |desk| {
                let done = answer(desk.compact());
                drop(progress);
                done
            });
        }
    }
}

impl Desk {
    /// The case in a few numbers.
    fn summary(&self) -> Result<Answer, FileError> {
        Ok(Answer::Outcome(Outcome::Summary(self.store()?.summary()?)))
    }

    /// Whether all is as it should be.
    fn check(&self) -> Result<Answer, FileError> {
        Ok(Answer::Outcome(Outcome::Checked(self.store()?.check()?)))
    }

    fn compact(&mut self) -> Result<Answer, FileError> {
        if self.is_stuck {
            return Err(FileError::Said(Sentence::new("unwritten-compact")));
        }
        let case = self.case.as_mut().ok_or(FileError::NoCase)?;
        if let Some(why) = &case.read_only {
            return Err(FileError::Said(why.clone()));
        }
        let saved = case.store.compact()?;
        Ok(Answer::Compacted(saved, Box::new(self.now()?)))
    }

    /// Looks through tables of the case for damage, from that one on, for a moment.
    pub(in super::super) fn look_through(&self, case: u64, mut at: usize) -> Answer {
        let begun = Instant::now();
        answer(self.store().and_then(|store| {
            let tables = store.tables()?;
            let mut faults = Vec::new();
            while let Some(table) = tables.get(at).filter(|_| faults.is_empty() && begun.elapsed() < MOMENT) {
                faults = store.faults_of(table)?;
                at += 1;
            }
            let next = (at < tables.len() && faults.is_empty()).then_some(at);
            Ok(Answer::LookedThrough { case, next, faults })
        }))
    }
}

impl Drop for Desk {
    /// The program ends: a case in a file of its own is remembered as it is left.
    fn drop(&mut self) {
        if let Some(Case { store, home: Home::File(path), lock, .. }) = self.case.take() {
            drop(store);
            if let Some(mut lock) = lock {
                lock.leave(&path);
            }
        }
    }
}
