//! How the case is looked at, kept while it is: no edit, and no matter of history (contract 8).

use super::case_json;
use super::error::StoreError;
use super::open::{self, Store};
use super::read::{views, write_views};
use crate::model::View;

/// The name of the last view in `meta`: Case JSON has no place for where one user left off.
pub(super) const LAST: &str = "last_view";

impl Store {
    /// The view that was looked at last, as it was then; `None` where no window has shown the case.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn last_view(&self) -> Result<Option<View>, StoreError> {
        let Some(body) = self.meta(LAST)? else { return Ok(None) };
        // What another version wrote and this one can't read is only where the user left off.
        Ok(serde_json::from_str(&body).ok().map(case_json::view_from))
    }

    /// Keeps how the case is looked at: in the saved view of that name, where there is one, and as the last one.
    ///
    /// # Errors
    /// Fails where the file can't be written.
    pub fn keep_view(&mut self, view: &View) -> Result<(), StoreError> {
        let transaction = open::begin_write(&mut self.connection)?;
        let mut saved = views(&transaction)?;
        if let Some(same) = saved.iter_mut().find(|saved| saved.name == view.name && !view.name.is_empty()) {
            *same = view.clone();
            write_views(&transaction, &saved)?;
        }
        open::set_meta(&transaction, LAST, &serde_json::to_string(&case_json::view_to(view))?)?;
        transaction.commit()?;
        Ok(())
    }
}
