//! What a worker asks of the store's thread on its own way: the answer goes to the worker and not to the window.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Sender, channel};

use super::super::files::{Desk, FileError};
use super::{StoreJob, said};

/// The way to the store's thread; it lives for as long as a worker holds one.
#[derive(Debug, Clone)]
pub(in super::super) struct Errands {
    /// `None`: the program is closing.
    requests: Option<Sender<StoreJob>>,
}

impl Errands {
    pub(super) fn new(requests: Option<Sender<StoreJob>>) -> Self {
        Self { requests }
    }

    /// Has the store's thread do something, and waits for it. Never to be called on that thread itself.
    ///
    /// # Errors
    /// As what is done, and where the store's thread has ended.
    pub(in super::super) fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Desk) -> Result<T, FileError> + Send + 'static,
    ) -> Result<T, FileError> {
        let ended = || FileError::Panicked("the program's own thread for the case has ended".to_owned());
        let (back, answer) = channel();
        let request: StoreJob = Box::new(move |desk| {
            let done = catch_unwind(AssertUnwindSafe(|| job(desk)))
                .unwrap_or_else(|panic| Err(FileError::Panicked(said(panic.as_ref()))));
            // The worker waits for it, or is gone with all that it wanted.
            let _ = back.send(done);
            None
        });
        let requests = self.requests.as_ref().ok_or_else(ended)?;
        requests.send(request).map_err(|_| ended())?;
        answer.recv().map_err(|_| ended())?
    }
}
