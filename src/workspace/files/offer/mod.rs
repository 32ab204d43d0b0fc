//! What stands ready to be opened: cases of late, cases that a crash left unsaved, and the files of a folder.

mod folder;
mod recent;
mod unsaved;

pub use folder::{Entry, Folder};
pub use recent::Recent;
pub use unsaved::Unsaved;

pub(super) use folder::list;
pub(super) use recent::{forget, remember};
pub(super) use unsaved::{Room, forget_all, remove, reopen};

use super::super::Outside;

/// What the start screen offers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offer {
    /// The latest first.
    pub recent: Vec<Recent>,
    /// Left by a crash, the latest first.
    pub unsaved: Vec<Unsaved>,
}

/// Looks at the private folder; what can't be read there is not offered.
pub(super) fn look(outside: &Outside) -> Offer {
    let Some(state) = outside.state.as_deref() else { return Offer::default() };
    Offer { recent: recent::all(state), unsaved: unsaved::all(state) }
}
