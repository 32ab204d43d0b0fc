//! The desk of the store's thread: the one open case, and what is done with it.

mod database;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::intake::Lexicons;
use crate::model::{CaseContent, CaseEdit, Change, Edit, EventId, Facets, Import, Sentence, View};
use crate::store::{Store, Surroundings, case_json};

use self::database::create_database;
use super::super::Outside;
use super::super::command::{HistoryCommand, Purpose, TakeIn};
use super::super::edits::{history, ids_of};
use super::super::jobs::{Answer, CaseNow, Destiny, Named, News, OpenedCase, Sheet, TakenIn};
use super::articles::{self, Shelf, Shown};
use super::export::whole_text;
use super::saving::own_path;
use super::source::{self, Source, Taken};
use super::state::WriterLock;
use super::{FileError, write};

pub(super) use self::database::open_database;

/// Where the open case is kept.
#[derive(Debug)]
pub(super) enum Home {
    /// In this file, which only the store touches.
    File(PathBuf),
    /// In memory; what is changed goes back into this Case JSON.
    Json(PathBuf),
    /// In this file of the private folder, until it is saved.
    Private(PathBuf),
    /// In memory only: nothing has been changed.
    Memory,
}

/// The case on the desk.
#[derive(Debug)]
pub(super) struct Case {
    pub store: Store,
    pub home: Home,
    /// Why it can't be changed, where it can't.
    pub read_only: Option<Sentence>,
    /// Whether the user knows that only memory holds the edits.
    pub told_memory_only: bool,
    /// The right to write the file.
    pub lock: Option<WriterLock>,
    /// Its articles, to recognise newcomers by.
    pub shelf: Shelf,
    /// Whether the Case JSON that it came from holds the files behind its articles.
    pub with_originals: bool,
    /// Whether the file is to be looked through for damage: it is not as this program left it.
    pub wants_look: bool,
}

impl Case {
    /// One that can be changed and needs no lock.
    pub(super) fn of(store: Store, home: Home) -> Self {
        Self {
            store,
            home,
            read_only: None,
            told_memory_only: false,
            lock: None,
            shelf: Shelf::default(),
            with_originals: false,
            wants_look: false,
        }
    }
}

/// What the store's thread owns.
#[derive(Debug)]
pub(in super::super) struct Desk {
    pub(super) outside: Outside,
    pub(super) case: Option<Case>,
    /// Files that were written out to be shown.
    pub(super) shown: Shown,
    /// What was read of the case last, so that after an edit only what it reached is read anew.
    pub(in super::super) last: Option<CaseNow>,
    /// What filters ask, once one has asked, and of which revision.
    facets: Option<(u64, Arc<Facets>)>,
    /// When the window was last told of the case while much is taken in, and how long reading it took.
    pub(super) told: Option<(Instant, Duration)>,
    /// An edit could not be written: those that follow wait behind it.
    pub(in super::super) is_stuck: bool,
    /// Once an article has arrived.
    pub(super) lexicons: Option<Arc<Lexicons>>,
}

impl Desk {
    /// An empty one.
    pub(in super::super) fn new(outside: Outside) -> Self {
        Self {
            outside,
            case: None,
            shown: Shown::default(),
            last: None,
            facets: None,
            told: None,
            is_stuck: false,
            lexicons: None,
        }
    }

    /// Opens a file, whatever it is; the case that stood on the desk stays if that fails.
    pub(super) fn open(&mut self, path: &Path, purpose: Purpose) -> Result<OpenedCase, FileError> {
        if self.is_open(path) {
            // One open and close of the file by anything but SQLite would drop SQLite's locks (contract 9).
            return self.opened(Some(path.to_owned()), Vec::new());
        }
        let (case, notes) = match source::sniff(path)? {
            Source::Database => (open_database(path, purpose, &self.outside)?, Vec::new()),
            Source::Bytes(bytes) => self.open_bytes(path, bytes, purpose)?,
        };
        self.case = Some(case);
        self.opened(Some(path.to_owned()), notes)
    }

    pub(super) fn open_bytes(
        &self,
        path: &Path,
        bytes: Vec<u8>,
        purpose: Purpose,
    ) -> Result<(Case, Vec<Sentence>), FileError> {
        let json = source::is_case_json(path) || case_json::looks_like(&bytes);
        let mut taken = source::interpret(path, bytes, &TakeIn::default())?;
        if purpose == Purpose::Change && !json {
            let said = Sentence::new("fault-no-case-in").text("file", path.display().to_string());
            return Err(FileError::Said(said));
        }
        if taken.content.title.is_empty() && !json {
            taken.content.title = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        }
        if purpose == Purpose::Work {
            // An article that is opened is gone through as one that is dropped on a case is.
            articles::Proposer::new(Vec::new()).propose(&mut taken);
        }
        let mut store = Store::in_memory()?;
        let with_originals = !taken.originals.is_empty();
        let change = match taken.original.take() {
            Some(bytes) => {
                let title = Edit::Case(CaseEdit::Title(std::mem::take(&mut taken.content.title)));
                apply(&mut store, &self.outside, &title)?;
                apply(
                    &mut store,
                    &self.outside,
                    &articles::arrival(taken.content, bytes, self.outside.now()),
                )?
            }
            None => take_in(
                &mut store,
                &self.outside,
                import(path, taken.content, taken.keyless, taken.originals),
            )?,
        };
        // Undo goes back to the file as it was opened, not to nothing.
        store.begin_history()?;
        let mut notes = taken.notes;
        notes.extend(change.report.notes);
        notes.extend(taken.skipped.into_iter().map(|(line, why)| {
            Sentence::new("note-line-left-out").text("line", line.to_string()).said_of("why", why)
        }));
        let home =
            if json && purpose == Purpose::Change { Home::Json(path.to_owned()) } else { Home::Memory };
        Ok((Case { with_originals, ..Case::of(store, home) }, notes))
    }

    /// Makes an empty case and opens it.
    pub(super) fn create(&mut self, path: &Path, force: bool) -> Result<OpenedCase, FileError> {
        if self.is_open(path) {
            return Err(FileError::OpenCase(path.to_owned()));
        }
        if source::is_case_json(path) {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let title = name.get(..name.len() - ".caseline.json".len()).unwrap_or_default().to_owned();
            let empty = CaseContent { title, ..CaseContent::default() };
            write::put(path, case_json::write(&empty).as_bytes(), force)?;
        } else {
            create_database(path, force, &self.outside)?;
        }
        self.open(path, Purpose::Work)
    }

    pub(super) fn is_open(&self, path: &Path) -> bool {
        let Some(Case { home: Home::File(open) | Home::Private(open), .. }) = &self.case else {
            return false;
        };
        fs::canonicalize(path).is_ok_and(|path| fs::canonicalize(open).is_ok_and(|open| open == path))
    }

    fn case(&self) -> Result<&Case, FileError> {
        self.case.as_ref().ok_or(FileError::NoCase)
    }

    /// The open case's store.
    pub(in super::super) fn store(&self) -> Result<&Store, FileError> {
        Ok(&self.case()?.store)
    }

    /// The open case's store, to change it past its edits.
    pub(in super::super) fn store_to_write(&mut self) -> Result<&mut Store, FileError> {
        Ok(&mut self.case.as_mut().ok_or(FileError::NoCase)?.store)
    }

    /// Unix seconds.
    pub(in super::super) fn clock(&self) -> i64 {
        self.outside.now()
    }

    pub(super) fn opened(
        &mut self,
        from: Option<PathBuf>,
        notes: Vec<Sentence>,
    ) -> Result<OpenedCase, FileError> {
        (self.last, self.facets, self.is_stuck) = (None, None, false);
        let now = self.now()?;
        let case = self.case.as_mut().ok_or(FileError::NoCase)?;
        let store = &case.store;
        let (views, last_view, bookmark) =
            store.at_once(|| Ok::<_, FileError>((store.views()?, store.last_view()?, store.bookmark()?)))?;
        Ok(OpenedCase {
            wants_look: std::mem::take(&mut case.wants_look),
            path: own_path(&case.home),
            from,
            is_unsaved_work: matches!(case.home, Home::Private(_)),
            read_only: case.read_only.clone(),
            views,
            last_view,
            bookmark,
            now,
            notes,
        })
    }

    /// What filters ask of the case as it is.
    pub(in super::super) fn facets(&mut self) -> Result<Arc<Facets>, FileError> {
        let revision = self.store()?.revision();
        if let Some((_, facets)) = self.facets.as_ref().filter(|(known, _)| *known == revision) {
            return Ok(Arc::clone(facets));
        }
        let facets = Arc::new(self.store()?.facets()?);
        self.facets = Some((revision, Arc::clone(&facets)));
        Ok(facets)
    }

    /// Keeps up with a change what was read for filters; what can't be is read anew when it is asked for.
    pub(in super::super) fn keep_facets(&mut self, change: &Change) -> Result<(), FileError> {
        let Some((known, facets)) = self.facets.take() else { return Ok(()) };
        if known + 1 == change.revision {
            let facets = self.store()?.facets_after(&facets, change)?;
            self.facets = Some((change.revision, Arc::new(facets)));
        }
        Ok(())
    }

    /// What drawing needs of the case as it is.
    pub(in super::super) fn now(&mut self) -> Result<CaseNow, FileError> {
        let store = self.store()?;
        let known = self.last.as_ref().map(|last| Arc::clone(&last.history)).unwrap_or_default();
        let now = store.at_once(|| {
            let articles = store.articles()?.into_iter().map(|heading| heading.article).collect();
            Ok::<_, FileError>(CaseNow {
                title: store.title()?,
                revision: store.revision(),
                columns: Arc::new(store.columns()?),
                entities: Arc::new(Named::new(store.entities()?, |entity| &entity.key)),
                articles: Arc::new(Named::new(articles, |article| &article.key)),
                ids: Arc::new(ids_of(store)?),
                undated: Arc::new(store.undated()?),
                links: Arc::new(store.links()?),
                history: Arc::new(history(store, &known)?),
                waiting: store.waiting()?,
            })
        })?;
        self.last = Some(now.clone());
        Ok(now)
    }

    /// Makes an edit.
    pub(in super::super) fn edit(&mut self, edit: &Edit) -> Result<Change, FileError> {
        self.change(|store, outside| apply(store, outside, edit))
    }

    fn change(
        &mut self,
        change: impl FnOnce(&mut Store, &Outside) -> Result<Change, FileError>,
    ) -> Result<Change, FileError> {
        let note = self.make_writable()?;
        let outside = self.outside.clone();
        let case = self.case.as_mut().ok_or(FileError::NoCase)?;
        let mut change = change(&mut case.store, &outside)?;
        change.report.notes.extend(note);
        if let Home::Json(path) = &case.home {
            let content = case.store.content()?;
            let text = if case.with_originals {
                whole_text(&case.store, &content)?.0
            } else {
                case_json::write(&content)
            };
            write::put(path, text.as_bytes(), true)?;
        }
        Ok(change)
    }

    /// Goes a way along the history, or says that there is nowhere to go.
    pub(in super::super) fn go_along(
        &mut self,
        way: HistoryCommand,
    ) -> Result<Result<Change, &'static str>, FileError> {
        // Whether only memory holds the case was told with the edit that is taken back.
        self.make_writable()?;
        let case = self.case.as_mut().ok_or(FileError::NoCase)?;
        let (change, nothing) = match way {
            HistoryCommand::Undo => (case.store.undo()?, "nothing-to-undo"),
            HistoryCommand::Redo => (case.store.redo()?, "nothing-to-redo"),
            HistoryCommand::GoTo(step) => (case.store.go_to(step)?, "nothing-to-go"),
            HistoryCommand::Retry | HistoryCommand::GiveUp => (None, "nothing-to-write"),
        };
        Ok(change.ok_or(nothing))
    }

    /// Puts rows of events into the case, or only tries to.
    pub(super) fn take_in_rows(
        &mut self,
        path: PathBuf,
        taken: Taken,
        destiny: Destiny,
        many: bool,
    ) -> Result<Answer, FileError> {
        let import = import(&path, taken.content, taken.keyless, taken.originals);
        let (change, news) = match destiny {
            Destiny::Kept => {
                let change = self.change(|store, outside| take_in(store, outside, import))?;
                (change, self.news(many)?)
            }
            Destiny::Tried => (self.try_edit(&Edit::Import(Box::new(import)))?, News::None),
        };
        let mut report = change.report;
        report.notes.splice(0..0, taken.notes);
        Ok(Answer::TakenIn(
            TakenIn { file: path, report, skipped: taken.skipped, ..TakenIn::default() },
            news,
        ))
    }

    /// What an edit would bring: made in a copy that is thrown away.
    pub(super) fn try_edit(&self, edit: &Edit) -> Result<Change, FileError> {
        let mut copy = Store::in_memory()?;
        let content = self.store()?.content()?;
        take_in(&mut copy, &self.outside, import(Path::new("copy"), content, false, Vec::new()))?;
        apply(&mut copy, &self.outside, edit)
    }

    /// Whole events.
    pub(in super::super) fn events(&self, ids: &[EventId]) -> Answer {
        answer(
            self.store()
                .and_then(|store| Ok(Answer::Events(store.events(ids)?.into_iter().map(Arc::new).collect()))),
        )
    }

    /// An article with its quotes.
    pub(in super::super) fn sheet(&self, key: &str) -> Answer {
        answer(self.store().and_then(|store| {
            let article = store.article(key)?;
            let article = article
                .ok_or_else(|| FileError::Said(Sentence::new("refused-no-article").quoting("key", key)))?;
            Ok(Answer::Sheet(Arc::new(Sheet { article, quotes: store.quotes_of(key)? })))
        }))
    }
}

/// Keys of the events that views name.
pub(in super::super) fn named_by(views: &[View]) -> Vec<String> {
    let keys = views.iter().flat_map(|view| {
        let homes = view.homes.iter().map(|choice| &choice.event);
        let labels = view.labels.iter().map(|label| &label.event);
        view.pins.iter().chain(homes).chain(labels).chain(&view.aligned_to)
    });
    let mut named: Vec<String> = keys.cloned().collect();
    named.sort_unstable();
    named.dedup();
    named
}

/// An answer, or the failure as one.
pub(in super::super) fn answer(result: Result<Answer, FileError>) -> Answer {
    result.unwrap_or_else(Answer::Failed)
}

pub(super) fn apply(store: &mut Store, outside: &Outside, edit: &Edit) -> Result<Change, FileError> {
    let mut random = Outside::random;
    Ok(store.apply(edit, &mut Surroundings { now: outside.now(), random: &mut random })?)
}

fn take_in(store: &mut Store, outside: &Outside, import: Import) -> Result<Change, FileError> {
    let mut random = Outside::random;
    Ok(store.take_in(import, &mut Surroundings { now: outside.now(), random: &mut random })?)
}

/// What brings in what a file holds.
fn import(path: &Path, content: CaseContent, keyless: bool, originals: Vec<Vec<u8>>) -> Import {
    let from = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Import { from, content, keyless, originals }
}

/// A case in memory with this in it, and with the bytes of files behind its articles.
pub(in super::super) fn filled(
    outside: &Outside,
    content: CaseContent,
    originals: Vec<Vec<u8>>,
) -> Result<Store, FileError> {
    let mut store = Store::in_memory()?;
    take_in(&mut store, outside, import(Path::new("case"), content, false, originals))?;
    Ok(store)
}
