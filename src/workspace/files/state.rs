//! The private folder, and the lock that lets one Caseline write a case.

use std::env;
use std::fs::{self, DirBuilder, File, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::model::Sentence;

use super::super::Outside;
use super::FileError;

/// The right to write one case; given back when dropped.
#[derive(Debug)]
pub(super) struct WriterLock {
    /// The system lets go of the lock when this closes.
    file: File,
    /// How the case was left, where it was left in good order.
    left: String,
}

impl WriterLock {
    /// Whether the case is as this program left it last; nothing may have it open.
    pub(super) fn left_as_is(&self, case: &Path) -> bool {
        fingerprint(case).is_ok_and(|now| now == self.left)
    }

    /// Keeps how the case is left; nothing may have it open any more.
    pub(super) fn leave(&mut self, case: &Path) {
        // Without it the case is looked through when it is opened next.
        if let Ok(now) = fingerprint(case) {
            let _ = put(&mut self.file, &now);
        }
    }
}

/// Size, time of the last change and SQLite's own count of changes.
fn fingerprint(case: &Path) -> io::Result<String> {
    let about = fs::metadata(case)?;
    let changed = about.modified()?.duration_since(UNIX_EPOCH).map_err(io::Error::other)?;
    let mut head = [0; 28];
    File::open(case)?.read_exact(&mut head)?;
    let count: Vec<String> = head[24..].iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("left {} {} {}", about.len(), changed.as_nanos(), count.concat()))
}

fn put(file: &mut File, text: &str) -> io::Result<()> {
    file.set_len(0)?;
    file.seek(SeekFrom::Start(0))?;
    file.write_all(text.as_bytes())
}

/// Takes the right to write a case: a lock on a file in the private folder, named by the hash of the case's path, so
/// that the folder does not tell which cases there are.
///
/// # Errors
/// [`FileError::Held`] where someone else has it, else why there can be no lock.
pub(super) fn lock(state: Option<&Path>, case: &Path) -> Result<WriterLock, FileError> {
    let state = state.ok_or(FileError::NoState)?;
    let folder = state.join("locks");
    private_folder(&folder).map_err(|error| FileError::writing(&folder.join("lock"), error))?;
    let path = lock_of(state, case).map_err(|error| FileError::reading(case, error))?;
    let failed = |error| FileError::System { doing: "doing-use", path: path.clone(), source: error };
    let mut file = private_file(&path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let mut holder = String::new();
            // Only words for a message: without them the message is shorter.
            let _ = file.read_to_string(&mut holder);
            return Err(FileError::Held { path: case.to_owned(), holder: told(&holder) });
        }
        Err(TryLockError::Error(error)) => return Err(failed(error)),
    }
    let mut left = String::new();
    // What can't be read says nothing, and the case is looked through.
    let _ = file.read_to_string(&mut left);
    put(&mut file, &holder()).map_err(failed)?;
    Ok(WriterLock { file, left })
}

/// Where the lock of a case stands.
fn lock_of(state: &Path, case: &Path) -> io::Result<PathBuf> {
    let whole = fs::canonicalize(case)?;
    Ok(state.join("locks").join(format!("{:016x}", hash(whole.as_os_str().as_encoded_bytes()))))
}

/// The process that works on a case, where one does: this makes no file and takes no lock.
#[must_use]
pub fn holder_of(outside: &Outside, case: &Path) -> Option<u32> {
    let mut file = File::open(lock_of(outside.state.as_deref()?, case).ok()?).ok()?;
    // Shared, so that two who look at once do not take each other for its holder.
    match file.try_lock_shared() {
        Err(TryLockError::WouldBlock) => {
            let mut holder = String::new();
            file.read_to_string(&mut holder).ok()?;
            holder.strip_prefix("process ")?.split_whitespace().next()?.parse().ok()
        }
        _ => None,
    }
}

/// The right to open a window for a case, from the start of a program until the window has the case; given back when
/// dropped.
#[derive(Debug)]
pub struct Claim {
    /// The system lets go of it when this closes.
    _file: File,
}

/// Another Caseline is about to open a window for the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claimed;

/// Asks for the right to open a window for a case. Where there can be no claim (no private folder, no such case) there is
/// nothing to wait for either.
///
/// # Errors
/// Someone else has it.
pub fn claim(outside: &Outside, case: &Path) -> Result<Option<Claim>, Claimed> {
    let file = outside.state.as_deref().and_then(|state| {
        let path = lock_of(state, case).ok()?.with_extension("start");
        private_folder(path.parent()?).ok()?;
        private_file(&path).ok()
    });
    let Some(file) = file else { return Ok(None) };
    match file.try_lock() {
        Ok(()) => Ok(Some(Claim { _file: file })),
        Err(TryLockError::WouldBlock) => Err(Claimed),
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

/// Who holds a lock, as [`holder`] wrote it there; nothing can be read in another user's.
fn told(holder: &str) -> Sentence {
    let holder = holder.trim();
    let named = |process: &str, user: Option<&str>| match user {
        Some(user) => Sentence::new("held-by-process-of").text("n", process).text("user", user),
        None => Sentence::new("held-by-process").text("n", process),
    };
    match holder.strip_prefix("process ").map(|rest| rest.split_once(" of ").ok_or(rest)) {
        Some(Ok((process, user))) => named(process, Some(user)),
        Some(Err(process)) => named(process, None),
        None if holder.is_empty() => Sentence::new("held-by-other-user"),
        None => Sentence::plain(holder),
    }
}

/// Who holds a lock, for the one who meets it.
fn holder() -> String {
    let user = env::var("USER").unwrap_or_default();
    let of = if user.is_empty() { String::new() } else { format!(" of {user}") };
    format!("process {}{of}", std::process::id())
}

/// Makes a folder that only its owner can enter.
pub(super) fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// Opens or makes a file that only its owner can read.
pub(super) fn private_file(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    private(options, path)
}

/// The same, to be written at its end by several at once.
pub(super) fn private_log(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.append(true).create(true);
    private(options, path)
}

#[cfg_attr(not(unix), allow(unused_mut))]
fn private(mut options: fs::OpenOptions, path: &Path) -> io::Result<File> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

/// FNV-1a, which is the same in every version of the program; if two paths ever meet, one case opens for reading only.
fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_hashed_the_same_in_every_version() {
        assert_eq!(hash(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash(b"a"), 0xaf63_dc4c_8601_ec8c);
    }
}
