//! Where the open case is kept: nowhere yet, in the private folder from its first edit on, then in a file of its own.
//!
//! ```text
//!  memory ──first edit──► private folder ──Save as…──► its file
//! ```

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::{CaseContent, Edit, Sentence, View};
use crate::store::{Access, Bookmark, Store, case_json};

use super::super::command::Purpose;
use super::super::jobs::{Answer, OpenedCase, Outcome};
use super::super::outside::keep_settings;
use super::desk::{Case, Home, apply, open_database};
use super::offer::Room;
use super::{Desk, FileError, offer, source, state, write};

impl Desk {
    /// A new, empty case without a file.
    pub(super) fn start(&mut self) -> Result<OpenedCase, FileError> {
        self.case = Some(Case::of(Store::in_memory()?, Home::Memory));
        self.opened(None, Vec::new())
    }

    /// The sample that is part of the program.
    pub(super) fn open_sample(&mut self) -> Result<OpenedCase, FileError> {
        const SAMPLE: &[u8] = include_bytes!("../../../samples/expelled-diplomat.caseline.json");
        let name = Path::new("sample.caseline.json");
        let (case, notes) = self.open_bytes(name, SAMPLE.to_vec(), Purpose::Work)?;
        self.case = Some(case);
        self.opened(None, notes)
    }

    /// Opens what a crash left unsaved.
    pub(super) fn reopen(&mut self, path: &Path) -> Result<OpenedCase, FileError> {
        let lock = offer::reopen(self.outside.state.as_deref(), path)?;
        let store = Store::open(path, Access::Write)?.store;
        self.case = Some(Case { lock: Some(lock), ..Case::of(store, Home::Private(path.to_owned())) });
        self.opened(None, Vec::new())
    }

    /// Puts the open case away; one that was never saved is gone with that.
    pub(super) fn close(&mut self) -> Answer {
        if let Some(case) = self.case.take() {
            case.put_away();
        }
        Answer::Closed
    }

    /// Sees that the open case may be changed, and that a file will hold the change.
    ///
    /// # Errors
    /// Says why it may not.
    pub(in super::super) fn make_writable(&mut self) -> Result<Option<Sentence>, FileError> {
        let outside = self.outside.clone();
        let case = self.case.as_mut().ok_or(FileError::NoCase)?;
        if let Some(why) = &case.read_only {
            return Err(FileError::Said(why.clone()));
        }
        if !matches!(case.home, Home::Memory) {
            return Ok(None);
        }
        let Some(state) = outside.state.as_deref() else {
            let told = std::mem::replace(&mut case.told_memory_only, true);
            return Ok((!told).then(|| Sentence::new("note-only-in-memory")));
        };
        let room = Room::make(state)?;
        let moved = case.store.copy_to(&room.path).and_then(|()| Store::open(&room.path, Access::Write));
        match moved {
            Ok(opened) => {
                case.store = opened.store;
                case.home = Home::Private(room.path);
                case.lock = Some(room.lock);
                Ok(None)
            }
            Err(error) => {
                write::drop_journal(&room.path);
                // The first error is the one to tell.
                let _ = fs::remove_file(&room.path);
                Err(error.into())
            }
        }
    }

    /// Moves the open case to a file of its own, where work goes on.
    pub(super) fn save_as(&mut self, path: &Path, force: bool) -> Result<Answer, FileError> {
        if source::is_case_json(path) {
            let said = Sentence::new("fault-name-of-json").text("file", path.display().to_string());
            return Err(FileError::Said(said));
        }
        self.copy_case(path, force)?;
        let mut moved = open_database(path, Purpose::Work, &self.outside)?;
        let case = self.case.as_mut().ok_or(FileError::NoCase)?;
        moved.told_memory_only = case.told_memory_only;
        let read_only = moved.read_only.clone();
        std::mem::replace(case, moved).put_away();
        self.remember(path);
        Ok(Answer::Moved { path: path.to_owned(), read_only })
    }

    /// Writes the whole case into another file; work goes on where it was. What could not be written to the case is in
    /// the copy.
    pub(super) fn save_copy(
        &self,
        path: &Path,
        force: bool,
        stuck: &[Arc<Edit>],
    ) -> Result<Answer, FileError> {
        if source::is_case_json(path) {
            let content = match stuck {
                [] => self.store()?.content()?,
                stuck => self.content_with(path, stuck)?,
            };
            write::put(path, case_json::write(&content).as_bytes(), force)?;
        } else {
            self.put_case(path, force, |beside| self.copy_with(path, beside, stuck).map(drop))?;
        }
        let told = match stuck.len() {
            0 => Vec::new(),
            n => vec![Sentence::new("note-copy-with-stuck").number("n", n)],
        };
        Ok(Answer::Outcome(Outcome::Saved(path.to_owned(), told)))
    }

    /// SQLite copies, since only it may open an open case.
    fn copy_case(&self, path: &Path, force: bool) -> Result<(), FileError> {
        self.put_case(path, force, |beside| self.copy_with(path, beside, &[]).map(drop))
    }

    /// A copy at `beside`, and in it the edits that the case itself has no room for; errors name `path`.
    fn copy_with(&self, path: &Path, beside: &Path, stuck: &[Arc<Edit>]) -> Result<Option<Store>, FileError> {
        let copying = |error| FileError::copying(path, error);
        self.store()?.copy_to(beside).map_err(copying)?;
        if stuck.is_empty() {
            return Ok(None);
        }
        let mut copy = Store::open(beside, Access::Write).map_err(copying)?.store;
        for edit in stuck {
            match apply(&mut copy, &self.outside, edit) {
                Err(error) if error.is_about_writing() => return Err(error),
                // One that breaks a rule is refused here as it will be there, and told then.
                _ => {}
            }
        }
        Ok(Some(copy))
    }

    /// The case with the edits that could not be written to it, by way of a copy that goes again.
    fn content_with(&self, path: &Path, stuck: &[Arc<Edit>]) -> Result<CaseContent, FileError> {
        let beside = write::beside(path);
        let content = self.copy_with(path, &beside, stuck).and_then(|copy| match copy {
            Some(copy) => Ok(copy.content()?),
            None => Ok(self.store()?.content()?),
        });
        write::drop_journal(&beside);
        // It held nothing that is not elsewhere.
        let _ = fs::remove_file(&beside);
        content
    }

    /// What stands where a case is to be written, if it may be replaced.
    ///
    /// # Errors
    /// Fails where it may not.
    pub(in super::super) fn free_for_case(
        &self,
        path: &Path,
        force: bool,
    ) -> Result<Option<fs::Metadata>, FileError> {
        if self.is_open(path) {
            return Err(FileError::OpenCase(path.to_owned()));
        }
        write::free(path, force)
    }

    /// A case is made beside and renamed when it is whole.
    pub(in super::super) fn put_case(
        &self,
        path: &Path,
        force: bool,
        make: impl FnOnce(&Path) -> Result<(), FileError>,
    ) -> Result<(), FileError> {
        let old = self.free_for_case(path, force)?;
        // What stands there is not replaced under someone's hands.
        let _lock = match old {
            Some(_) => Some(state::lock(self.outside.state.as_deref(), path)?),
            None => None,
        };
        let beside = write::beside(path);
        let failed = |error| FileError::writing(path, error);
        let settled = make(&beside).and_then(|()| {
            File::open(&beside).and_then(|file| file.sync_all()).map_err(failed)?;
            write::drop_journal(path);
            write::settle(&beside, path, force).map_err(failed)
        });
        if settled.is_err() {
            write::drop_journal(&beside);
            // The first error is the one to tell.
            let _ = fs::remove_file(&beside);
        }
        settled
    }

    /// Writes how the case is looked at, where it can be written: no edit, and no matter of history (contract 8).
    pub(in super::super) fn keep_view(&mut self, view: &View, bookmark: &Bookmark) -> Answer {
        let Some(case) = self.case.as_mut().filter(|case| case.read_only.is_none()) else {
            return Answer::Nothing;
        };
        match case.store.keep_view(view, bookmark) {
            Ok(()) => Answer::Nothing,
            Err(error) => Answer::ViewNotKept(error.into()),
        }
    }

    /// Writes the list of views, where the case can be written.
    pub(in super::super) fn put_views(&mut self, views: &[View]) -> Answer {
        let Some(case) = self.case.as_mut().filter(|case| case.read_only.is_none()) else {
            return Answer::Nothing;
        };
        match case.store.put_views(views) {
            Ok(()) => Answer::Nothing,
            Err(error) => Answer::ViewNotKept(error.into()),
        }
    }

    /// Keeps what a user chose for all cases.
    pub(in super::super) fn keep_settings(&self, text: &str) -> Answer {
        if let Some(state) = self.outside.state.as_deref() {
            keep_settings(state, text);
        }
        Answer::Nothing
    }

    /// Changes what the start screen offers, and looks at it again.
    pub(super) fn change_offer(&self, change: impl FnOnce(&Path) -> Result<(), FileError>) -> Answer {
        let changed = self.outside.state.as_deref().map_or(Ok(()), change);
        changed.map_or_else(Answer::Failed, |()| Answer::Offered(offer::look(&self.outside)))
    }

    /// Puts the open case on the list of those of late; that it can't be is no reason not to open it.
    pub(super) fn remember(&self, path: &Path) {
        let title = self.store().ok().and_then(|store| store.title().ok()).unwrap_or_default();
        if let Err(error) = offer::remember(&self.outside, path, &title) {
            log::warn!("{error}");
        }
    }
}

impl Case {
    /// Lets go of the file; a case of the private folder is deleted.
    fn put_away(self) {
        let Self { store, home, mut lock, .. } = self;
        drop(store);
        if let (Home::File(path), Some(lock)) = (&home, &mut lock) {
            lock.leave(path);
        }
        if let Home::Private(path) = home
            && let Err(error) = offer::remove(&path)
        {
            // It is offered again on the start screen, where it can be forgotten.
            log::warn!("{error}");
        }
        drop(lock);
    }
}

/// The path that a user sees as the case's own.
pub(super) fn own_path(home: &Home) -> Option<PathBuf> {
    match home {
        Home::File(path) | Home::Json(path) => Some(path.clone()),
        Home::Private(_) | Home::Memory => None,
    }
}
