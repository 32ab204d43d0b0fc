//! Articles read from files: several at once, on as many threads as the machine has cores.

use std::fs::File;
use std::io::{self, Read};
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::intake::Incoming;
use crate::intake::articles::{self, ArticleDraft, MOST_BYTES};

use super::FileError;

/// Room for the deepest pages, in bytes.
const STACK: usize = 16 << 20;

/// An article's file and what was read, or why nothing was.
pub type ReadArticle = (PathBuf, Result<Box<ArticleDraft>, String>);

/// Reads the articles in these files, in the order of the files; `-` is stdin.
pub(super) fn read_articles(paths: &[PathBuf]) -> Vec<ReadArticle> {
    each(paths, |path| {
        let read = bytes_of(path).map_err(|error| error.to_string()).and_then(|bytes| {
            let incoming = Incoming { name: path.display().to_string(), bytes, ..Incoming::default() };
            read_guarded(&incoming)
        });
        (path.clone(), read)
    })
}

/// Reads an article; a panic in a library costs that article.
fn read_guarded(incoming: &Incoming) -> Result<Box<ArticleDraft>, String> {
    let read = catch_unwind(AssertUnwindSafe(|| articles::read(incoming)));
    let read = read.unwrap_or_else(|_| {
        Err(format!(
            "{} could not be read: its format is broken in a way that nobody expected",
            incoming.name
        ))
    });
    read.map(Box::new)
}

/// A file's bytes; of one that is too large for an article, just enough to see that.
fn bytes_of(path: &Path) -> Result<Vec<u8>, FileError> {
    let failed = |error| FileError::reading(path, error);
    let most = MOST_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    if path.as_os_str() == "-" {
        io::stdin().lock().take(most).read_to_end(&mut bytes).map_err(failed)?;
        return Ok(bytes);
    }
    let file = File::open(path).map_err(failed)?;
    if file.metadata().map_err(failed)?.is_dir() {
        return Err(FileError::Folder(path.to_owned()));
    }
    file.take(most).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Does the same with each of the inputs, on all cores; what comes back is in the order of the inputs.
fn each<I: Sync, O: Send>(inputs: &[I], work: impl Fn(&I) -> O + Sync) -> Vec<O> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, O)>> = Mutex::new(Vec::with_capacity(inputs.len()));
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(inputs.len());
    thread::scope(|scope| {
        for _ in 0..workers {
            let worker = || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(input) = inputs.get(at) else { break };
                    let output = work(input);
                    done.lock().unwrap_or_else(PoisonError::into_inner).push((at, output));
                }
            };
            let spawned =
                thread::Builder::new().name("read".to_owned()).stack_size(STACK).spawn_scoped(scope, worker);
            if spawned.is_err() {
                break;
            }
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, output)| output).collect()
}
