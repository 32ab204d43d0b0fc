//! Libraries that panic or run away, kept at bay: a thread of their own, a limit of time, and no word on stderr.

use std::cell::Cell;
use std::panic;
use std::sync::Once;
use std::sync::mpsc::sync_channel;
use std::thread::Builder;
use std::time::Duration;

/// Room for deep recursion, in bytes.
const STACK: usize = 32 << 20;

thread_local! {
    /// Whether panics of this thread are caught and told of in other words.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Why a job gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gone {
    /// The system gives no more threads.
    NoThread,
    TooLong,
    /// It panicked.
    Broken,
}

static HOOKED: Once = Once::new();

/// Does a job on a thread of its own. One that takes too long is left to itself: what it does is of no more use, and
/// nothing in the standard library could end it.
///
/// # Errors
/// Says why there is no result.
pub(super) fn within<T: Send + 'static>(
    limit: Duration,
    job: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Gone> {
    HOOKED.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panicked| {
            if GUARDED.get() {
                log::debug!("{panicked}");
            } else {
                usual(panicked);
            }
        }));
    });
    let (back, answer) = sync_channel(1);
    let run = move || {
        GUARDED.set(true);
        // Where nobody waits any more, the result is dropped.
        let _ = back.send(job());
    };
    let thread = Builder::new().name("guarded".to_owned()).stack_size(STACK).spawn(run);
    if thread.is_err() {
        return Err(Gone::NoThread);
    }
    answer.recv_timeout(limit).map_err(|gone| match gone {
        std::sync::mpsc::RecvTimeoutError::Timeout => Gone::TooLong,
        std::sync::mpsc::RecvTimeoutError::Disconnected => Gone::Broken,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_that_panics_or_takes_too_long_is_told_of() {
        let second = Duration::from_secs(20);
        assert_eq!(within(second, || 7), Ok(7));
        assert!(within(second, || -> u8 { panic!("broken") }).is_err_and(|why| why == Gone::Broken));
        let slow = within(Duration::from_millis(20), || std::thread::sleep(Duration::from_secs(1)));
        assert!(slow.is_err_and(|why| why == Gone::TooLong));
    }
}
