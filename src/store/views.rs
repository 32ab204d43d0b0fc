//! How the case is looked at, kept while it is: no edit, and no matter of history (contract 8).

use serde::{Deserialize, Serialize};

use super::case_json;
use super::error::StoreError;
use super::open::{self, Store};
use super::read::{views, write_views};
use crate::model::{EventId, View};

/// The name of the last view in `meta`: Case JSON has no place for where one user left off.
pub(super) const LAST: &str = "last_view";

/// What was chosen and read beside the view, by its keys.
pub(super) const BOOKMARK: &str = "bookmark";

/// Where one left off, besides the view: what was chosen, what was read, and which panels were open.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Bookmark {
    /// Key of the chosen event.
    pub event: Option<String>,
    /// Key of the article that was read.
    pub article: Option<String>,
    /// Whether the table stood in the place of the timeline.
    pub table: bool,
    /// The panel beside the timeline, by a word of the window's.
    pub panel: Option<String>,
}

impl Store {
    /// Where one left off, and the row of the event that was chosen; nowhere, where no window has shown the case.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn bookmark(&self) -> Result<(Bookmark, Option<EventId>), StoreError> {
        let body = self.meta(BOOKMARK)?.unwrap_or_default();
        let bookmark: Bookmark = serde_json::from_str(&body).unwrap_or_default();
        let chosen = self.event_ids(bookmark.event.as_slice())?.into_iter().flatten().next();
        Ok((bookmark, chosen))
    }

    /// The view that was looked at last, as it was then; `None` where no window has shown the case.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn last_view(&self) -> Result<Option<View>, StoreError> {
        let Some(body) = self.meta(LAST)? else { return Ok(None) };
        // What another version wrote and this one can't read is only where the user left off.
        Ok(serde_json::from_str(&body).ok().map(case_json::view_from))
    }

    /// Keeps how the case is looked at: in the saved view of that name, where there is one, and as the last one; and where
    /// one is in it.
    ///
    /// # Errors
    /// Fails where the file can't be written.
    pub fn keep_view(&mut self, view: &View, bookmark: &Bookmark) -> Result<(), StoreError> {
        let transaction = open::begin_write(&mut self.connection)?;
        let mut saved = views(&transaction)?;
        if let Some(same) = saved.iter_mut().find(|saved| saved.name == view.name && !view.name.is_empty()) {
            *same = view.clone();
            write_views(&transaction, &saved)?;
        }
        open::set_meta(&transaction, LAST, &serde_json::to_string(&case_json::view_to(view))?)?;
        open::set_meta(&transaction, BOOKMARK, &serde_json::to_string(bookmark)?)?;
        transaction.commit()?;
        Ok(())
    }
}
