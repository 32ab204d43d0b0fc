//! Handing over a copy: a new file without history and without what is private.
//!
//! The copy is not the old file with rows taken out. It is made from the open part of the case in a file of its own,
//! which never held the rest, and then packed: nothing that was deleted can be found in it.

use std::fs;
use std::path::Path;

use crate::model::{Article, CaseContent};
use crate::store::{Store, case_json};

use super::super::Outside;
use super::super::command::Purpose;
use super::super::files::{Desk, FileError, beside, filled, free, settle};

/// What goes into a copy.
#[allow(clippy::struct_excessive_bools)] // One answer for each thing that can be in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HandOver {
    /// Private events, articles, quotes, entities and all notes.
    pub private: bool,
    /// The steps that can be undone.
    pub history: bool,
    /// The files behind articles are left out.
    pub no_originals: bool,
    /// Replaces what stands there.
    pub force: bool,
}

/// Writes a copy of a case; `say` is told what stays out before anything is written.
///
/// # Errors
/// Says what could not be read or written; then nothing stands under the new name that was not there.
pub fn hand_over(
    case: &Path,
    to: &Path,
    wish: HandOver,
    outside: &Outside,
    say: &mut dyn FnMut(&str),
) -> Result<(), FileError> {
    if wish.history && (!wish.private || wish.no_originals) {
        let sentence = "the history holds what was private and every file: --with history goes with --with private, \
                        and not with --without originals";
        return Err(FileError::Unknown(sentence.to_owned()));
    }
    if fs::canonicalize(to).is_ok_and(|to| fs::canonicalize(case).is_ok_and(|case| case == to)) {
        return Err(FileError::Unknown(format!("{} can't be a copy of itself", to.display())));
    }
    free(to, wish.force)?;
    let mut desk = Desk::new(outside.clone());
    desk.open(case, Purpose::Read)?;
    let whole = desk.store()?.content()?;
    let open = if wish.private { whole.clone() } else { case_json::public(&whole) };
    for sentence in left_out(&whole, &open, wish) {
        say(&sentence);
    }
    let part = beside(to);
    let made = write(&desk, open, wish, outside, &part)
        .and_then(|()| settle(&part, to, wish.force).map_err(|error| FileError::writing(to, error)));
    if made.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&part);
    }
    made
}

fn write(
    desk: &Desk,
    open: CaseContent,
    wish: HandOver,
    outside: &Outside,
    part: &Path,
) -> Result<(), FileError> {
    let copying = |error| FileError::copying(part, error);
    if wish.history {
        return desk.store()?.copy_to(part).map_err(copying);
    }
    let bytes = if wish.no_originals { Vec::new() } else { originals(desk.store()?, &open.articles)? };
    let mut made = filled(outside, open, bytes)?;
    made.begin_history()?;
    made.copy_to(part).map_err(copying)
}

fn originals(store: &Store, articles: &[Article]) -> Result<Vec<Vec<u8>>, FileError> {
    let mut found = Vec::new();
    for original in articles.iter().filter_map(|article| article.original.as_ref()) {
        found.extend(store.original(&original.sha256)?);
    }
    Ok(found)
}

fn left_out(whole: &CaseContent, open: &CaseContent, wish: HandOver) -> Vec<String> {
    let quotes = |case: &CaseContent| case.events.iter().map(|event| event.quotes.len()).sum::<usize>();
    let notes = |case: &CaseContent| {
        case.events.iter().filter(|event| event.note.is_some()).count()
            + case.articles.iter().filter(|article| article.note.is_some()).count()
            + case.entities.iter().filter(|entity| entity.note.is_some()).count()
    };
    let counted = [
        (whole.events.len() - open.events.len(), "private events"),
        (whole.articles.len() - open.articles.len(), "private articles"),
        (whole.entities.len() - open.entities.len(), "names marked private"),
        (quotes(whole) - quotes(open), "quotes that are private or of private events and articles"),
        (notes(whole) - notes(open), "notes"),
    ];
    let mut said: Vec<String> = counted
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| format!("left out: {number} {what}"))
        .collect();
    if wish.no_originals {
        said.push("left out: the files behind articles".to_owned());
    }
    if !wish.history {
        said.push("left out: the history of edits".to_owned());
    }
    said
}
