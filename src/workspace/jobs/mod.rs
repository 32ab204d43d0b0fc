//! The store's thread, worker threads, and the one channel back.
//!
//! ```text
//! ask ──► store thread (owns the Desk) ─┐
//! work ─► a thread of its own ──────────┤
//! each ─► one for each core, then store ┴─► answers, polled by the workspace
//! ```
//! A job owns its input and returns a value. A job that panics becomes a notice; the case stays as the last
//! transaction left it.

mod answer;
mod cores;
mod errand;
mod parts;
mod progress;

use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::time::Instant;

use self::progress::UnderWay;
use super::files::{Desk, FileError};

pub(super) use self::answer::{Answer, CaseNow, Destiny, Named, News, OpenedCase};
pub use self::answer::{Outcome, Sheet, TakenIn};
pub(super) use self::cores::AllCores;
pub(super) use self::errand::Errands;
pub use self::progress::{Labour, Progress};

/// What the store's thread does next; `None`: whoever asked has its answer already.
type StoreJob = Box<dyn FnOnce(&mut Desk) -> Option<Answer> + Send>;
type Wake = Arc<Mutex<Option<Box<dyn Fn() + Send>>>>;

/// What runs beside the window.
pub(super) struct Jobs {
    /// `None` once closing.
    requests: Option<Sender<StoreJob>>,
    answer: Sender<Answer>,
    answers: Receiver<Answer>,
    pending: usize,
    under_way: UnderWay,
    wake: Wake,
    store_thread: Option<JoinHandle<()>>,
}

impl Jobs {
    /// Starts the store's thread with an empty desk.
    pub(super) fn start(mut desk: Desk) -> Self {
        let (requests, inbox) = channel::<StoreJob>();
        let (answer, answers) = channel();
        let wake = Wake::default();
        let (back, bell) = (answer.clone(), Arc::clone(&wake));
        let run = move || {
            for job in inbox {
                let Some(answer) = job(&mut desk) else { continue };
                if back.send(answer).is_err() {
                    break;
                }
                ring(&bell);
            }
        };
        // Where no thread can be had, every request is answered with that.
        let store_thread = Builder::new().name("store".to_owned()).spawn(run).ok();
        let under_way = UnderWay::default();
        Self { requests: Some(requests), answer, answers, pending: 0, under_way, wake, store_thread }
    }

    /// Calls this whenever an answer has come, from another thread.
    pub(super) fn set_wake(&mut self, wake: impl Fn() + Send + 'static) {
        *self.wake.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(wake));
    }

    /// Asks the store's thread; requests are answered in their order.
    pub(super) fn ask(&mut self, job: impl FnOnce(&mut Desk) -> Answer + Send + 'static) {
        self.pending += 1;
        let job: StoreJob = Box::new(move |desk| Some(guarded(|| job(desk))));
        let sent = self.requests.as_ref().is_some_and(|requests| requests.send(job).is_ok());
        if !sent {
            self.fail("the program's own thread for the case has ended");
        }
    }

    /// Does something long that needs no case on a thread of its own.
    pub(super) fn work(&mut self, job: impl FnOnce() -> Answer + Send + 'static) {
        self.pending += 1;
        let (back, bell) = (self.answer.clone(), Arc::clone(&self.wake));
        let run = move || {
            if back.send(guarded(job)).is_ok() {
                ring(&bell);
            }
        };
        if Builder::new().name("work".to_owned()).spawn(run).is_err() {
            self.fail("the system gives no more threads");
        }
    }

    /// A way to the store's thread for a worker of its own.
    pub(super) fn errands(&self) -> Errands {
        Errands::new(self.requests.clone())
    }

    /// Begins something long of so many parts (0: there is nothing to count); it is under way until the value goes.
    pub(super) fn begin(&mut self, labour: Labour, of: usize) -> Progress {
        self.under_way.begin(labour, of)
    }

    /// What is under way.
    pub(super) fn under_way(&self) -> Vec<Progress> {
        self.under_way.all()
    }

    fn fail(&self, why: &str) {
        // The receiver lives as long as `self`.
        let _ = self.answer.send(Answer::Failed(FileError::Panicked(why.to_owned())));
    }

    /// Whether something is not answered yet.
    pub(super) fn busy(&self) -> bool {
        self.pending > 0
    }

    /// The next answer, if it is there.
    pub(super) fn poll(&mut self) -> Option<Answer> {
        let answer = self.answers.try_recv().ok()?;
        self.pending = self.pending.saturating_sub(1);
        Some(answer)
    }

    /// The next answer, waited for until then; `None` where none came.
    pub(super) fn wait_until(&mut self, then: Instant) -> Option<Answer> {
        if self.pending == 0 {
            return None;
        }
        let answer = self.answers.recv_timeout(then.saturating_duration_since(Instant::now())).ok()?;
        self.pending -= 1;
        Some(answer)
    }

    /// The next answer, waited for; `None` where nothing is pending.
    pub(super) fn wait(&mut self) -> Option<Answer> {
        if self.pending == 0 {
            return None;
        }
        let answer = self.answers.recv().ok()?;
        self.pending -= 1;
        Some(answer)
    }
}

impl Drop for Jobs {
    /// Lets the store finish what it was asked, so that nothing is lost on close.
    fn drop(&mut self) {
        // Except for what takes long: what is left of it has not been confirmed to anybody.
        self.under_way().iter().for_each(Progress::cancel);
        self.requests = None;
        if let Some(thread) = self.store_thread.take() {
            // A panic there was caught in the job and told already.
            let _ = thread.join();
        }
    }
}

impl fmt::Debug for Jobs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Jobs").field("pending", &self.pending).finish_non_exhaustive()
    }
}

/// Lets go of something large on a thread of its own: to give back a hundred megabytes takes longer than a frame.
pub(super) fn let_go(what: impl Send + 'static) {
    // Where there is no thread, it goes here and now.
    drop(Builder::new().name("let go".to_owned()).spawn(move || drop(what)));
}

/// Does a job; one that panics is answered with that.
pub(super) fn guarded(job: impl FnOnce() -> Answer) -> Answer {
    catch_unwind(AssertUnwindSafe(job))
        .unwrap_or_else(|panic| Answer::Failed(FileError::Panicked(said(panic.as_ref()))))
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no reason given".to_owned())
}

fn ring(wake: &Wake) {
    if let Some(wake) = wake.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
        wake();
    }
}

#[cfg(test)]
mod tests {
    use super::super::Outside;
    use super::*;

    #[test]
    fn parts_go_through_the_store_in_their_order_and_stop_when_cancelled() {
        let mut jobs = Jobs::start(Desk::new(Outside { state: None, fixed_now: Some(0) }));
        let progress = jobs.begin(Labour::TakeIn, 50);
        let stop = progress.clone();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let put = {
            let seen = Arc::clone(&seen);
            move |_: &mut Desk, part: usize| {
                seen.lock().expect("no panic holds it").push(part);
                if part == 9 {
                    stop.cancel();
                }
                Answer::Nothing
            }
        };
        jobs.each((0..50).collect(), progress, |part| part, put);
        let mut stopped = Vec::new();
        let mut answers = 0;
        while let Some(answer) = jobs.wait() {
            answers += 1;
            if let Answer::Stopped { done, of, .. } = answer {
                stopped.push((done, of));
            }
        }
        let seen = seen.lock().expect("no panic holds it");
        assert_eq!(answers, 50, "every part is answered");
        assert!(seen.len() >= 10 && seen.len() <= 10 + parts::AHEAD + 8, "{seen:?}");
        assert_eq!(*seen, (0..seen.len()).collect::<Vec<_>>());
        assert!(stopped.len() == 1 && stopped[0].1 == 50, "{stopped:?}");
    }

    #[test]
    fn a_job_that_panics_is_answered_and_the_next_one_still_runs() {
        let mut jobs = Jobs::start(Desk::new(Outside { state: None, fixed_now: Some(0) }));
        jobs.ask(|_| panic!("a row too many"));
        jobs.ask(|_| Answer::Nothing);
        jobs.work(|| panic!("{}", "no thread"));
        let answers = [jobs.wait(), jobs.wait(), jobs.wait()];
        let told = |part: &str| {
            answers.iter().flatten().any(|answer| match answer {
                Answer::Failed(error) => error.to_string().contains(part),
                _ => false,
            })
        };
        assert!(told("a row too many") && told("no thread"));
        assert!(answers.iter().flatten().any(|answer| matches!(answer, Answer::Nothing)));
        assert!(jobs.wait().is_none());
    }
}
