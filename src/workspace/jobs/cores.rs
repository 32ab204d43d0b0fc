//! All cores for one work: its parts on threads that end with it.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread::{self, ScopedJoinHandle};

use crate::timeline::Hands;

/// As many hands as the machine has cores.
#[derive(Debug, Clone, Copy, Default)]
pub struct AllCores;

impl Hands for AllCores {
    fn count(&self) -> usize {
        thread::available_parallelism().map_or(1, NonZero::get)
    }

    fn each<P: Send, R: Send>(&self, parts: Vec<P>, work: impl Fn(P) -> R + Sync) -> Vec<R> {
        let helpers = self.count().min(parts.len()).saturating_sub(1);
        let left = Mutex::new(parts.into_iter().enumerate());
        let next = || left.lock().unwrap_or_else(PoisonError::into_inner).next();
        let run = || {
            let mut done = Vec::new();
            while let Some((number, part)) = next() {
                done.push((number, work(part)));
            }
            done
        };
        let mut done = thread::scope(|scope| {
            let begin = |_| thread::Builder::new().name("part".to_owned()).spawn_scoped(scope, run).ok();
            let helpers: Vec<ScopedJoinHandle<'_, Vec<(usize, R)>>> =
                (0..helpers).filter_map(begin).collect();
            // Where no thread can be had, this one does it all.
            let mut done = run();
            for helper in helpers {
                // What a part broke down with, the whole does.
                done.extend(helper.join().unwrap_or_else(|panic| resume_unwind(panic)));
            }
            done
        });
        done.sort_unstable_by_key(|(number, _)| *number);
        done.into_iter().map(|(_, result)| result).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_stand_in_the_order_of_the_parts() {
        for size in [0, 1, 2, 500] {
            let parts: Vec<usize> = (0..size).collect();
            let slow_at_first = |part: usize| (part..2_000).sum::<usize>() + part;
            let expected: Vec<usize> = parts.iter().copied().map(slow_at_first).collect();
            assert_eq!(AllCores.each(parts, slow_at_first), expected);
        }
    }
}
