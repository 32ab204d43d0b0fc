//! Edits: each one transaction into rows, drawing table, search tables and history.

mod anchor;
mod articles;
mod batch;
mod deed;
mod edits;
mod history;
mod import;
mod keys;
mod pen;
mod redraw;
mod rows;
mod twins;

use rusqlite::Connection;

use super::case_json;
use super::error::StoreError;
use super::open::{self, Store};
use crate::model::{Change, Edit, Import, Sentence};
use deed::Done;
use history::Way;
use pen::Pen;

pub(super) use batch::{purge, words_of as article_words};
pub(super) use history::forget;
pub(super) use pen::words_of as event_words;

/// What an edit needs from outside: the clock and randomness are passed in, so that tests are the same every time.
#[allow(missing_debug_implementations)] // A closure has none.
pub struct Surroundings<'a> {
    /// Unix seconds.
    pub now: i64,
    pub random: &'a mut dyn FnMut() -> u64,
}

impl Store {
    /// Makes an edit, whole or not at all, and keeps what undoes it. Where the case was so already, nothing is kept.
    ///
    /// # Errors
    /// Says which rule of the case the edit breaks, or why the file can't be written; the case is then as before.
    pub fn apply(&mut self, edit: &Edit, around: &mut Surroundings<'_>) -> Result<Change, StoreError> {
        match edit {
            Edit::Import(import) => self.take_in(Import::clone(import), around),
            other => self.make(around, |pen, around| edits::make(pen, other, around)),
        }
    }

    /// Makes the edit that takes in what a file holds; a file may hold a million events, of which there is no second
    /// copy then.
    ///
    /// # Errors
    /// As [`Store::apply`].
    pub fn take_in(&mut self, import: Import, around: &mut Surroundings<'_>) -> Result<Change, StoreError> {
        let change = self.make(around, |pen, around| {
            let label = Sentence::new("step-import").text("file", &import.from);
            Ok(Some((label, import::take_in(pen, import, around)?)))
        })?;
        if change.report.added >= import::MANY {
            self.expect_long_look()?;
        }
        Ok(change)
    }

    fn make(
        &mut self,
        around: &mut Surroundings<'_>,
        work: impl FnOnce(&mut Pen<'_>, &mut Surroundings<'_>) -> Result<Option<(Sentence, Done)>, StoreError>,
    ) -> Result<Change, StoreError> {
        let transaction = open::begin_write(&mut self.connection)?;
        batch::purge(&transaction)?;
        let mut pen = Pen::new(&transaction)?;
        let made = work(&mut pen, around)?;
        drop(pen);
        let Some((label, mut done)) = made else {
            // An edit that changes nothing does not end what can be made again.
            transaction.rollback()?;
            return Ok(Change { revision: self.revision, ..Change::default() });
        };
        if history::remember(&transaction, around.now, &label, &done)? {
            done.report.notes.push(Sentence::new("note-history-trimmed"));
        }
        let revision = self.revision + 1;
        open::set_meta(&transaction, "revision", &revision.to_string())?;
        transaction.commit()?;
        self.revision = revision;
        let Done { touched, reach, views, report, made, .. } = done;
        Ok(Change { revision, touched, reach, views, made, report })
    }

    /// Takes the last edit back; `None` where there is none.
    ///
    /// # Errors
    /// Fails where the file can't be written; the case is then as before.
    pub fn undo(&mut self) -> Result<Option<Change>, StoreError> {
        self.walk(|connection| Ok(history::next(connection, Way::Back)?.map(|step| (Way::Back, step))), 1)
    }

    /// Makes again what was taken back last; `None` where nothing was.
    ///
    /// # Errors
    /// Fails where the file can't be written; the case is then as before.
    pub fn redo(&mut self) -> Result<Option<Change>, StoreError> {
        self.walk(|connection| Ok(history::next(connection, Way::Again)?.map(|step| (Way::Again, step))), 1)
    }

    /// Takes back or makes again whatever lies between, until that step is the last that is done; 0: none is. `None`
    /// where it is so already.
    ///
    /// # Errors
    /// Fails where the history has no such step, or the file can't be written; the case is then as before.
    pub fn go_to(&mut self, step: i64) -> Result<Option<Change>, StoreError> {
        if step != 0 && !history::has(&self.connection, step)? {
            return Err(StoreError::Refused(Sentence::new("refused-no-step")));
        }
        self.walk(
            |connection| {
                let way = match history::last_done(connection)?.cmp(&step) {
                    std::cmp::Ordering::Equal => return Ok(None),
                    std::cmp::Ordering::Greater => Way::Back,
                    std::cmp::Ordering::Less => Way::Again,
                };
                Ok(history::next(connection, way)?.map(|step| (way, step)))
            },
            usize::MAX,
        )
    }

    /// Walks along the history in one transaction, step by step as told, at most so many.
    fn walk(
        &mut self,
        next: impl Fn(&Connection) -> Result<Option<(Way, (i64, deed::Deed))>, StoreError>,
        most: usize,
    ) -> Result<Option<Change>, StoreError> {
        let transaction = open::begin_write(&mut self.connection)?;
        let mut change = Change::default();
        let mut steps = 0;
        while steps < most
            && let Some((way, (id, deed))) = next(&transaction)?
        {
            let effect = deed::perform(&mut Pen::new(&transaction)?, &deed)?;
            history::turn(&transaction, id, way)?;
            change.touched.extend(effect.touched);
            change.reach = change.reach.or(effect.reach);
            change.views.extend(effect.views);
            steps += 1;
        }
        if steps == 0 {
            return Ok(None);
        }
        change.touched.sort_unstable();
        change.touched.dedup();
        change.revision = self.revision + 1;
        open::set_meta(&transaction, "revision", &change.revision.to_string())?;
        transaction.commit()?;
        self.revision = change.revision;
        Ok(Some(change))
    }
}

/// Writes both search tables anew, after a change to how words are folded.
pub(super) fn fold_anew(connection: &mut rusqlite::Connection) -> Result<(), StoreError> {
    let transaction = connection.transaction()?;
    transaction.execute("INSERT INTO article_words (article_words) VALUES ('delete-all')", [])?;
    let pen = Pen::new(&transaction)?;
    batch::rewrite_words(&pen)?;
    let rows = {
        let mut select = transaction.prepare("SELECT id FROM article")?;
        let rows = select.query_map([], |row| row.get(0))?;
        rows.collect::<Result<Vec<i64>, _>>()?
    };
    batch::write_articles(&transaction, &rows)?;
    drop(pen);
    open::set_meta(&transaction, "folding", super::search::FOLDING)?;
    transaction.commit()?;
    Ok(())
}
