//! What comes back from the store's thread and the workers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use crate::export::BorrowedFace;
use crate::model::{
    Article, CandidateDraft, Columns, Entity, Event, EventId, HistoryStep, Link, Quote, Sentence, View,
};
use crate::store::{Bookmark, CheckReport, Compacted, Summary};

use super::super::Review;
use super::super::command::{Export, TakeIn};
use super::super::edits::Edited;
use super::super::files::{Arrived, FileError, Folder, Offer, ReadArticle, Unfolded};
use super::super::find::{Answered, Found};
use super::super::leaving::{Foretold, Poorer};
use super::super::listing::Listed as EventList;
use super::super::look::ArticleFacts;
use super::super::outside::Wishes;
use super::super::paper::{Clip, Clipping, Proved};
use super::super::picture::Surveyed;
use super::super::publish::Borrowed;
use super::super::reckon::Reckoned;
use super::progress::Labour;

/// The answer to one job.
#[derive(Debug)]
pub(in super::super) enum Answer {
    /// A case stands on the desk.
    Opened(Box<OpenedCase>),
    /// The case on the desk has changed.
    Edited(Box<Edited>),
    /// An edit breaks a rule of the case.
    Refused(FileError),
    /// An edit could not be written, and waits.
    Stuck(FileError),
    /// The case as it is, read anew.
    Reread(Box<CaseNow>),
    Events(Vec<Arc<Event>>),
    /// What a filter leaves.
    Sifted(Box<Answered>),
    /// A survey of the case for pictures.
    Surveyed(Box<Surveyed>),
    /// What a search found.
    Found(Box<Found>),
    Sheet(Arc<Sheet>),
    /// Folders and ZIPs have been unfolded into files, which wait to be read.
    Unfolded(Box<TakeIn>, Unfolded),
    /// What came of one file.
    TakenIn(TakenIn, News),
    /// The case after files of which not each was told.
    Grown(Box<CaseNow>),
    /// Nothing came of one file.
    NotTakenIn(PathBuf, FileError),
    /// The case has a file of its own now.
    Moved {
        path: PathBuf,
        read_only: Option<Sentence>,
    },
    /// No case stands on the desk.
    Closed,
    /// What the start screen offers.
    Offered(Offer),
    Listed(Folder),
    /// What a step would do that can't be taken back.
    Foretold(Foretold),
    /// Something was forgotten.
    Poorer(Box<Poorer>),
    /// How the case is looked at could not be written.
    ViewNotKept(FileError),
    /// The private events, which a picture leaves out.
    Private(BTreeSet<EventId>, Box<Export>),
    /// A picture as it would be published.
    Proved(Box<Proved>),
    /// The view that a picture carries.
    Borrowed(Box<Borrowed>),
    /// Something for the clipboard, and what is to be told of it.
    Clipped(Clip, Clipping, Vec<Sentence>),
    /// The events that hold these words.
    LookedUp(String, Vec<EventId>),
    /// The ties of an event, from it and to it.
    Links(EventId, Vec<(EventId, Link)>),
    /// Nothing was to be done, which is told in passing.
    Idle(&'static str),
    /// What words that become a new event seem to say.
    Said(Box<Quote>, Box<CandidateDraft>),
    /// The list of events in its order.
    EventsListed(Box<EventList>),
    /// What the list of articles tells.
    Shelf(Vec<ArticleFacts>),
    /// Faces of the system for letters that the bundled ones lack.
    Faces(Vec<BorrowedFace>),
    Wishes(Wishes),
    /// The waiting candidates in piles.
    Review(Arc<Review>),
    /// What follows from the columns.
    Reckoned(Reckoned),
    /// For the one who asked.
    Outcome(Outcome),
    Failed(FileError),
    /// A labour was cancelled after so many of its parts.
    Stopped {
        labour: Labour,
        done: usize,
        of: usize,
    },
    /// The file was made smaller.
    Compacted(Compacted, Box<CaseNow>),
    /// A table of the case of that number was looked through, and which one is next.
    LookedThrough {
        case: u64,
        next: Option<usize>,
        faults: Vec<String>,
    },
    /// It was done, and there is nothing to tell.
    Nothing,
}

/// Whether what was read is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Destiny {
    Kept,
    /// Only told: `--dry-run`.
    Tried,
}

/// What the window learns of the case with a file that was taken in.
#[derive(Debug)]
pub(in super::super) enum News {
    /// As it is now.
    Now(Box<CaseNow>),
    /// It has changed, which is told once more files have come: reading a case after each of a thousand would cost more
    /// than they do.
    Later,
    /// It is as it was.
    None,
}

/// A case that was just opened.
#[derive(Debug)]
pub(in super::super) struct OpenedCase {
    /// `None`: it lives in memory.
    pub path: Option<PathBuf>,
    /// What it was read from, where it was.
    pub from: Option<PathBuf>,
    /// It was changed before and has no file of its own.
    pub is_unsaved_work: bool,
    /// Its file is not as this program left it: it is to be looked through once it is shown.
    pub wants_look: bool,
    /// Why it can't be changed, where it can't.
    pub read_only: Option<Sentence>,
    pub views: Vec<View>,
    /// How it was looked at when it was left.
    pub last_view: Option<View>,
    /// Where one was in it, and the row of the event that was chosen.
    pub bookmark: (Bookmark, Option<EventId>),
    pub now: CaseNow,
    /// What was doubtful, in sentences.
    pub notes: Vec<Sentence>,
}

/// What drawing needs of a case at one revision.
#[derive(Debug, Clone)]
pub(in super::super) struct CaseNow {
    pub title: String,
    pub revision: u64,
    pub columns: Arc<Columns>,
    pub entities: Arc<Named<Entity>>,
    /// Without their texts.
    pub articles: Arc<Named<Article>>,
    /// Rows of the events that views name.
    pub ids: Arc<BTreeMap<String, EventId>>,
    pub undated: Arc<Vec<EventId>>,
    pub links: Arc<Vec<Link>>,
    /// Its last steps, newest first.
    pub history: Arc<Vec<HistoryStep>>,
    /// Candidates that nobody has decided on.
    pub waiting: usize,
}

/// An article with the quotes that stand in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub article: Article,
    pub quotes: Vec<(EventId, Quote)>,
}

/// What a command brought, for the one who gave it.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    TakenIn(TakenIn),
    /// A file of which nothing came, and why.
    Unread(PathBuf, Sentence),
    /// The file that was written; sentences say what it leaves out.
    Saved(PathBuf, Vec<Sentence>),
    /// The file's bytes, where no path was given.
    Made(Vec<u8>, Vec<Sentence>),
    Summary(Summary),
    Checked(CheckReport),
    /// What a step would do that can't be taken back, in sentences.
    Foretold(Vec<String>),
    /// Articles that were only read, in the order of their files.
    Articles(Vec<ReadArticle>),
}

/// What came of taking in one file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TakenIn {
    /// As it was given.
    pub file: PathBuf,
    pub report: crate::model::ImportReport,
    /// Rows that could not be read, by line.
    pub skipped: Vec<(u64, Sentence)>,
    /// What became of it, where it is an article.
    pub article: Option<Arrived>,
    /// Candidates of it that wait.
    pub waiting: usize,
    /// What takes it as a new reading, where it is known otherwise.
    pub again: Option<Box<TakeIn>>,
}

/// Things in their stored order, found by their keys.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct Named<T> {
    list: Vec<T>,
    at: BTreeMap<String, usize>,
}

impl<T> Named<T> {
    pub(in super::super) fn new(list: Vec<T>, key: impl Fn(&T) -> &str) -> Self {
        let at = list.iter().enumerate().map(|(at, one)| (key(one).to_owned(), at)).collect();
        Self { list, at }
    }

    pub(in super::super) fn list(&self) -> &[T] {
        &self.list
    }

    pub(in super::super) fn of(&self, key: &str) -> Option<&T> {
        self.list.get(*self.at.get(key)?)
    }
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self { list: Vec::new(), at: BTreeMap::new() }
    }
}
