//! How far something long has come, seen from both sides: the thread that does it and the window that shows it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Weak};

/// Something that takes longer than a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Labour {
    /// Files are read and put into the case.
    TakeIn,
    /// A file is made.
    Export(PathBuf),
    /// The case's file is made smaller; it can't be stopped.
    Compact,
}

/// Shared by whoever does a labour and whoever watches it. It has ended when all its parts are done, which is before the
/// last of them is answered, or when the doer lets go of it: threads that did a part may take a moment longer to end.
#[derive(Debug, Clone)]
pub struct Progress(Arc<State>);

#[derive(Debug)]
struct State {
    labour: Labour,
    done: AtomicUsize,
    /// 0: there is nothing to count.
    of: usize,
    cancelled: AtomicBool,
}

impl Progress {
    fn new(labour: Labour, of: usize) -> Self {
        let state = State { labour, done: AtomicUsize::new(0), of, cancelled: AtomicBool::new(false) };
        Self(Arc::new(state))
    }

    /// What is done.
    #[must_use]
    pub fn labour(&self) -> &Labour {
        &self.0.labour
    }

    /// Parts done and parts in all; `None` where there is nothing to count.
    #[must_use]
    pub fn counted(&self) -> Option<(usize, usize)> {
        (self.0.of > 0).then(|| (self.0.done.load(Ordering::Relaxed), self.0.of))
    }

    /// One more part is done.
    pub fn step(&self) {
        self.0.done.fetch_add(1, Ordering::Relaxed);
    }

    /// Asks the doer to stop at the next part.
    pub fn cancel(&self) {
        self.0.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the doer was asked to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.cancelled.load(Ordering::Relaxed)
    }
}

/// What is under way; it keeps nothing alive.
#[derive(Debug, Default)]
pub(in super::super) struct UnderWay(Vec<Weak<State>>);

impl UnderWay {
    /// Begins a labour of so many parts.
    pub(in super::super) fn begin(&mut self, labour: Labour, of: usize) -> Progress {
        let progress = Progress::new(labour, of);
        self.0.retain(|state| state.strong_count() > 0);
        self.0.push(Arc::downgrade(&progress.0));
        progress
    }

    /// Those that have not ended.
    pub(in super::super) fn all(&self) -> Vec<Progress> {
        let held = self.0.iter().filter_map(Weak::upgrade).map(Progress);
        held.filter(|progress| progress.counted().is_none_or(|(done, of)| done < of)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_labour_is_under_way_until_the_doer_lets_go() {
        let mut under_way = UnderWay::default();
        let doer = under_way.begin(Labour::TakeIn, 3);
        doer.step();
        let seen = under_way.all();
        assert_eq!(seen[0].counted(), Some((1, 3)));
        seen[0].cancel();
        assert!(doer.is_cancelled());
        drop((doer, seen));
        assert!(under_way.all().is_empty());
    }

    #[test]
    fn a_labour_has_ended_once_all_its_parts_are_done_though_a_thread_still_holds_it() {
        let mut under_way = UnderWay::default();
        let doer = under_way.begin(Labour::TakeIn, 2);
        doer.step();
        assert_eq!(under_way.all().len(), 1);
        doer.step();
        assert!(under_way.all().is_empty());
        assert_eq!(doer.counted(), Some((2, 2)));
    }
}
