//! Case files themselves: opened with the right to write them, and made.

use std::fs;
use std::path::Path;

use crate::model::Sentence;
use crate::store::{Access, Store};

use super::super::super::Outside;
use super::super::super::command::Purpose;
use super::super::{FileError, state, write};
use super::{Case, Home};

/// A case from its file; one that can't be written is open for reading only, unless it is to be changed.
pub(in super::super) fn open_database(
    path: &Path,
    purpose: Purpose,
    outside: &Outside,
) -> Result<Case, FileError> {
    let locked = match purpose {
        Purpose::Read => None,
        Purpose::Work | Purpose::Change => Some(state::lock(outside.state.as_deref(), path)),
    };
    let (lock, held) = match locked {
        None => (None, None),
        Some(Ok(lock)) => (Some(lock), None),
        Some(Err(error)) if purpose == Purpose::Change => return Err(error),
        Some(Err(error)) => (None, Some(error.sentence())),
    };
    // Before SQLite opens it: afterwards nothing else may.
    let wants_look = lock.as_ref().is_some_and(|lock| !lock.left_as_is(path));
    let access = if lock.is_some() { Access::Write } else { Access::Read };
    let opened = Store::open(path, access)?;
    let read_only = opened.read_only.or(held).or_else(|| {
        // SQLite keeps its journal beside the case while it writes.
        let stuck = lock.is_some() && !write::may_make_files_beside(path);
        let folder =
            || path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        stuck.then(|| Sentence::new("read-only-folder").text("folder", folder().display().to_string()))
    });
    match read_only {
        // That it can be read all the same is no comfort to someone who wants to change it.
        Some(why) if purpose == Purpose::Change => Err(FileError::Said(why)),
        why => {
            let read_only = why.map(|why| Sentence::new("read-only").said_of("why", why));
            Ok(Case { read_only, lock, wants_look, ..Case::of(opened.store, Home::File(path.to_owned())) })
        }
    }
}

/// Made in a folder beside and moved when whole, since a new case is titled by its file's name.
pub(super) fn create_database(path: &Path, force: bool, outside: &Outside) -> Result<(), FileError> {
    let failed = |error| FileError::writing(path, error);
    let old = write::free(path, force)?;
    // What stands there is not replaced under someone's hands.
    let _lock = match old {
        Some(_) => Some(state::lock(outside.state.as_deref(), path)?),
        None => None,
    };
    let folder = write::beside(path);
    fs::create_dir(&folder).map_err(failed)?;
    let made = folder.join(path.file_name().unwrap_or_default());
    let settled = Store::create(&made).map_err(FileError::from).and_then(|store| {
        drop(store);
        write::drop_journal(path);
        write::settle(&made, path, force).map_err(failed)
    });
    // Nothing of worth is left in it.
    let _ = fs::remove_dir_all(&folder);
    settled
}
