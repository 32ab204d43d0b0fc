//! Articles read from files: several at once, on as many threads as the machine has cores.

mod arrive;
mod original;
mod propose;
mod shelf;
mod support;
mod unfold;

use std::fs::File;
use std::io::{self, Read};
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::intake::Incoming;
use crate::intake::articles::{self, ArticleDraft, MOST_BYTES, PublishedFrom};
use crate::model::{Article, CaseContent, Original, Revision, Sentence};
use crate::store::sha256_hex;

pub use self::arrive::{Arrived, ArticleFate};
pub(super) use self::arrive::{How, arrival};
pub(super) use self::original::Shown;
pub(super) use self::propose::Proposer;
pub(super) use self::shelf::Shelf;
pub(super) use self::unfold::unfold;
pub(in super::super) use self::unfold::{Part, Unfolded};

use super::super::command::Pasted;
use super::FileError;
use super::source::Taken;

/// Room for the deepest pages, in bytes.
const STACK: usize = 16 << 20;

/// An article's file and what was read, or why nothing was.
pub type ReadArticle = (PathBuf, Result<Box<ArticleDraft>, Sentence>);

/// Reads the articles in these files, in the order of the files; `-` is stdin.
pub(super) fn read_articles(paths: &[PathBuf]) -> Vec<ReadArticle> {
    each(paths, |path| {
        let read = bytes_of(path).map_err(|error| error.sentence()).and_then(|bytes| {
            let incoming = Incoming { name: path.display().to_string(), bytes, ..Incoming::default() };
            read_guarded(&incoming)
        });
        (path.clone(), read)
    })
}

/// Reads an article that is to be taken into a case.
///
/// # Errors
/// Says why nothing could be read.
pub(super) fn taken(path: &Path, incoming: Incoming) -> Result<Taken, FileError> {
    let draft = read_guarded(&incoming).map_err(FileError::Said)?;
    taken_as(path, *draft, incoming.bytes)
}

/// The same with what was copied elsewhere.
///
/// # Errors
/// Says why nothing could be read.
pub(super) fn pasted(path: &Path, pasted: &Pasted) -> Result<Taken, FileError> {
    let name = path.display().to_string();
    let read = guarded(&name, || articles::read_pasted(&name, &pasted.text, pasted.html.as_deref()));
    let (draft, bytes) = read.map_err(FileError::Said)?;
    taken_as(path, draft, bytes)
}

fn taken_as(path: &Path, draft: ArticleDraft, bytes: Vec<u8>) -> Result<Taken, FileError> {
    if draft.text.trim().is_empty() {
        return Err(FileError::Said(
            Sentence::new("unread-no-words-in-it").text("file", path.display().to_string()),
        ));
    }
    let original = Original {
        sha256: sha256_hex(&bytes),
        media_type: Some(draft.media_type.to_owned()),
        name: path.file_name().map(|name| name.to_string_lossy().into_owned()),
    };
    let found = draft.published.as_ref().zip(draft.published_from);
    let found = found.map(|(day, from)| Sentence::new(how_found(from)).date("day", day));
    let notes = draft.notes;
    let text = Revision { rev: 1, sha256: sha256_hex(draft.text.as_bytes()), text: draft.text };
    let article = Article {
        title: draft.title,
        byline: draft.byline,
        site: draft.site,
        url: draft.url,
        published_from: draft.published_from.filter(|_| draft.published.is_some()),
        published: draft.published,
        retrieved: draft.retrieved,
        language: draft.language,
        origin: draft.origin,
        original: Some(original),
        text: Some(text),
        ..Article::default()
    };
    let content = CaseContent { articles: vec![article], ..CaseContent::default() };
    Ok(Taken { content, keyless: true, notes, found, original: Some(bytes), ..Taken::default() })
}

fn how_found(from: PublishedFrom) -> &'static str {
    match from {
        PublishedFrom::JsonLd => "dated-json-ld",
        PublishedFrom::Meta => "dated-meta",
        PublishedFrom::Time => "dated-time",
        PublishedFrom::Url => "dated-url",
        PublishedFrom::Dateline => "dated-dateline",
        PublishedFrom::File => "dated-file",
        PublishedFrom::Hand => "dated-hand",
    }
}

/// Reads an article.
fn read_guarded(incoming: &Incoming) -> Result<Box<ArticleDraft>, Sentence> {
    guarded(&incoming.name, || articles::read(incoming)).map(Box::new)
}

/// What a reader gives; a panic in a library costs that article.
fn guarded<T>(name: &str, read: impl FnOnce() -> Result<T, Sentence>) -> Result<T, Sentence> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        let why = Sentence::new("unread-unexpected");
        Err(Sentence::new("unread-why").text("file", name).said_of("why", why))
    })
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
