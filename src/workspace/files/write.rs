//! Writing beside and renaming: under a final name there is the old file or the whole new one, never a part.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::FileError;

/// Puts bytes under a name.
///
/// # Errors
/// Fails where something stands there already and `force` is not given, or the system refuses; then nothing changed.
pub(super) fn put(path: &Path, bytes: &[u8], force: bool) -> Result<(), FileError> {
    let failed = |error| FileError::writing(path, error);
    let old = free(path, force)?;
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        // A device or a pipe can't be replaced, only written to.
        let mut device = File::options().write(true).open(path).map_err(failed)?;
        return device.write_all(bytes).map_err(failed);
    }
    // A link keeps standing: what it names is replaced.
    let path = &if path.is_symlink() { fs::canonicalize(path) } else { Ok(path.to_owned()) }
        .unwrap_or_else(|_| path.to_owned());
    let beside = beside(path);
    let written = write_new(&beside, bytes).and_then(|()| {
        if let Some(old) = old {
            fs::set_permissions(&beside, old.permissions())?;
        }
        settle(&beside, path, force)
    });
    if written.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&beside);
    }
    written.map_err(failed)
}

/// Puts bytes under a name in the private folder, for its owner alone.
///
/// # Errors
/// Fails where the system refuses; then nothing changed.
pub(super) fn put_private(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let beside = beside(path);
    let written = super::state::private_file(&beside)
        .and_then(|mut file| {
            file.set_len(0)?;
            file.write_all(bytes)
        })
        .and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&beside);
    }
    written.map_err(|error| FileError::writing(path, error))
}

/// The journal that SQLite writes beside a case while it changes it.
pub(super) fn journal_of(path: &Path) -> PathBuf {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    journal.into()
}

/// Takes away the journal of a case that goes: it would be played into what comes under its name.
pub(super) fn drop_journal(path: &Path) {
    // Mostly there is none.
    let _ = fs::remove_file(journal_of(path));
}

/// What stands under a name, if it may be replaced.
///
/// # Errors
/// Fails where it may not.
pub(super) fn free(path: &Path, force: bool) -> Result<Option<fs::Metadata>, FileError> {
    let there = match fs::metadata(path) {
        Ok(there) => there,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(FileError::writing(path, error)),
    };
    if there.is_dir() {
        return Err(FileError::Folder(path.to_owned()));
    }
    if there.is_file() && !force {
        return Err(FileError::Exists(path.to_owned()));
    }
    Ok(Some(there))
}

/// Whether a file can be made in the folder of this one; where that can't be told, it can.
pub(super) fn may_make_files_beside(path: &Path) -> bool {
    let probe = beside(path);
    match File::options().write(true).create_new(true).open(&probe) {
        Ok(_) => fs::remove_file(&probe).is_ok(),
        Err(error) => {
            !matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
        }
    }
}

/// A name in the same folder, which no one else uses.
pub(super) fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.part", std::process::id()))
}

/// Gives a finished file its name; without `force` only if the name is still free.
pub(super) fn settle(beside: &Path, path: &Path, force: bool) -> io::Result<()> {
    if !force {
        match fs::hard_link(beside, path) {
            Ok(()) => return fs::remove_file(beside),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
            // Some file systems have no such links: then the look before must do.
            Err(_) => {}
        }
    }
    fs::rename(beside, path)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::options().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
