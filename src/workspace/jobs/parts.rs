//! Long work of many parts: read on all cores, put into the case one after the other.
//!
//! ```text
//! parts ─► reader ─┐  each waits
//! parts ─► reader ─┴─ for its turn ─► store thread, in the order of the parts
//! ```

use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, SyncSender, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, Builder};

use super::answer::Answer;
use super::progress::Progress;
use super::{Desk, FileError, Jobs, StoreJob, Wake, guarded, ring, said};

/// Parts that have been read and wait for the store: readers do not run ahead and fill the memory.
pub(super) const AHEAD: usize = 4;

/// The most readers: what they hold in memory grows with their number.
const MOST_READERS: usize = 8;

/// Room for the deepest documents, in bytes.
const STACK: usize = 16 << 20;

/// Puts what was read into the case.
type Put<R> = Arc<dyn Fn(&mut Desk, R) -> Answer + Send + Sync>;

/// What the readers share.
struct Shared<T, R> {
    /// Parts that nobody reads yet, with their numbers.
    left: Mutex<Box<dyn Iterator<Item = (usize, T)> + Send>>,
    /// The number of the part that is put next.
    turn: Mutex<usize>,
    next: Condvar,
    read: Box<dyn Fn(T) -> R + Send + Sync>,
    put: Put<R>,
    progress: Progress,
    requests: Sender<StoreJob>,
    ahead: SyncSender<()>,
    behind: Arc<Mutex<Receiver<()>>>,
    back: Sender<Answer>,
    bell: Wake,
    told: Mutex<bool>,
}

impl Jobs {
    /// Takes parts through readers of their own and then, in their order, the store's thread, whose other requests
    /// get in between. Each part is answered; once cancelled, the rest is answered by [`Answer::Stopped`] and
    /// [`Answer::Nothing`].
    pub(in super::super) fn each<T: Send + 'static, R: Send + 'static>(
        &mut self,
        parts: Vec<T>,
        progress: Progress,
        read: impl Fn(T) -> R + Send + Sync + 'static,
        put: impl Fn(&mut Desk, R) -> Answer + Send + Sync + 'static,
    ) {
        let Some(requests) = self.requests.clone() else { return };
        let all = parts.len();
        self.pending += all;
        let (ahead, behind) = sync_channel::<()>(AHEAD);
        let shared = Arc::new(Shared {
            left: Mutex::new(Box::new(parts.into_iter().enumerate())),
            turn: Mutex::new(0),
            next: Condvar::new(),
            read: Box::new(read),
            put: Arc::new(put),
            progress,
            requests,
            ahead,
            behind: Arc::new(Mutex::new(behind)),
            back: self.answer.clone(),
            bell: Arc::clone(&self.wake),
            told: Mutex::new(false),
        });
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let mut readers = 0;
        for _ in 0..cores.min(MOST_READERS).min(all) {
            let shared = Arc::clone(&shared);
            let reader = Builder::new().name("read".to_owned()).stack_size(STACK);
            readers += usize::from(reader.spawn(move || shared.run()).is_ok());
        }
        if readers == 0 && all > 0 {
            self.pending -= all - 1;
            self.fail("the system gives no more threads");
        }
    }
}

impl<T, R: Send + 'static> Shared<T, R> {
    fn run(&self) {
        loop {
            let part = self.left.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((number, part)) = part else { break };
            let read = (!self.progress.is_cancelled()).then(|| {
                catch_unwind(AssertUnwindSafe(|| (self.read)(part))).map_err(|panic| said(panic.as_ref()))
            });
            self.wait_for(number);
            match read {
                Some(Ok(read)) if !self.progress.is_cancelled() => self.hand_over(read),
                Some(Err(why)) => {
                    self.progress.step();
                    self.answer(Answer::Failed(FileError::Panicked(why)));
                }
                Some(Ok(_)) | None => self.stop(),
            }
            *self.turn.lock().unwrap_or_else(PoisonError::into_inner) += 1;
            self.next.notify_all();
        }
    }

    fn wait_for(&self, number: usize) {
        let mut turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        while *turn != number {
            turn = self.next.wait(turn).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn hand_over(&self, read: R) {
        // Fails only where the store's thread has ended, and then nobody waits for answers.
        let _ = self.ahead.send(());
        let (progress, put, behind) =
            (self.progress.clone(), Arc::clone(&self.put), Arc::clone(&self.behind));
        let job: StoreJob = Box::new(move |desk| {
            let _ = behind.lock().unwrap_or_else(PoisonError::into_inner).try_recv();
            let answer = guarded(|| put(desk, read));
            progress.step();
            Some(answer)
        });
        let _ = self.requests.send(job);
    }

    /// Told once for all the parts that are left.
    fn stop(&self) {
        let (done, of) = self.progress.counted().unwrap_or_default();
        let first = !std::mem::replace(&mut *self.told.lock().unwrap_or_else(PoisonError::into_inner), true);
        let stopped = Answer::Stopped { labour: self.progress.labour().clone(), done, of };
        self.progress.step();
        self.answer(if first { stopped } else { Answer::Nothing });
    }

    fn answer(&self, answer: Answer) {
        if self.back.send(answer).is_ok() {
            ring(&self.bell);
        }
    }
}
