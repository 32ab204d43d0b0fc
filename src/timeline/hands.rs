//! Hands: who does the parts of a long work that do not depend on each other.
//!
//! No thread is begun here: whoever has some passes them in, as the clock and words are passed in.

/// Does parts of a work, one after the other or several at once.
pub trait Hands {
    /// How many parts are done at once.
    fn count(&self) -> usize;

    /// Does each part; the results are in the order of the parts.
    fn each<P: Send, R: Send>(&self, parts: Vec<P>, work: impl Fn(P) -> R + Sync) -> Vec<R>;
}

/// One part after the other.
#[derive(Debug, Clone, Copy, Default)]
pub struct OneHand;

impl Hands for OneHand {
    fn count(&self) -> usize {
        1
    }

    fn each<P: Send, R: Send>(&self, parts: Vec<P>, work: impl Fn(P) -> R + Sync) -> Vec<R> {
        parts.into_iter().map(work).collect()
    }
}
