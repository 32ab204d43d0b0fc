//! Which of the files that a start names this window shows, which go into its case, and which get windows of their own.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::workspace::{Claim, Outside, claim, holder_of};

use super::super::files::is_opened;
use super::raise::{can_raise, raise};

/// Windows that one start opens beside its own; more at once is a slip of the hand.
const MOST: usize = 8;

/// How long another start of the same case is waited for, and between two looks.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOK: Duration = Duration::from_millis(50);

/// What becomes of a start's files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Start {
    /// For this window: what is opened, then articles for its case.
    pub here: Vec<PathBuf>,
    /// For windows of their own.
    pub elsewhere: Vec<PathBuf>,
    /// Whether a window was brought to the front, so that none needs to be opened.
    pub is_served: bool,
}

impl Start {
    /// Sorts a start's files; a case that another window on this display has, or is about to have, brings that window to
    /// the front. Gives the right to open the first of them along, which is to be kept until the window has it.
    #[must_use]
    pub fn of(files: &[PathBuf], outside: &Outside) -> (Self, Option<Claim>) {
        let mut mine = None;
        let start = Self::sorted(files, |file| match settled(outside, file) {
            Ok(process) => raise(process),
            Err(claim) => {
                // Others than the first get programs of their own, which claim them.
                mine = mine.take().or_else(|| Some((file.to_owned(), claim)));
                false
            }
        });
        let claim = mine.filter(|(file, _)| start.here.first() == Some(file)).and_then(|(_, claim)| claim);
        (start, claim)
    }

    fn sorted(files: &[PathBuf], mut is_raised: impl FnMut(&Path) -> bool) -> Self {
        let mut start = Self::default();
        let (opened, articles): (Vec<_>, Vec<_>) = files.iter().cloned().partition(|file| is_opened(file));
        // Articles need this window: they would not find their way to another.
        let may_serve = articles.is_empty();
        for file in opened {
            if may_serve && is_raised(&file) {
                start.is_served = true;
            } else if start.here.is_empty() {
                start.here.push(file);
            } else {
                start.elsewhere.push(file);
            }
        }
        start.is_served &= start.here.is_empty();
        start.here.extend(articles);
        start
    }

    /// Starts the other windows, each a Caseline of its own.
    pub fn open_others(&self) {
        let Ok(program) = std::env::current_exe() else { return };
        for file in self.elsewhere.iter().take(MOST) {
            let mut other = Command::new(&program);
            other.arg(file).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            if let Err(error) = other.spawn() {
                log::warn!("a window for {} could not be opened: {error}", file.display());
            }
        }
    }
}

/// The process that works on a case, else the right to open it. A program that was started a moment ago has no window
/// yet: it is waited for, since a second double-click is to raise that window and not to open another.
fn settled(outside: &Outside, file: &Path) -> Result<u32, Option<Claim>> {
    if !can_raise() {
        return holder_of(outside, file).ok_or(None);
    }
    let since = Instant::now();
    let claim = loop {
        match claim(outside, file) {
            Ok(claim) => break claim,
            Err(_) if since.elapsed() < PATIENCE => std::thread::sleep(LOOK),
            Err(_) => break None,
        }
    };
    // Asked with the claim in hand: nobody can come in between.
    holder_of(outside, file).ok_or(claim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(files: &[&str], open_elsewhere: &[&str]) -> Start {
        let files: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
        Start::sorted(&files, |file| open_elsewhere.contains(&file.to_str().unwrap()))
    }

    fn names(files: &[PathBuf]) -> Vec<&str> {
        files.iter().map(|file| file.to_str().unwrap()).collect()
    }

    #[test]
    fn each_case_gets_a_window_and_articles_go_into_the_first() {
        let start = sorted(&["page.html", "a.caseline", "b.caseline", "mail.eml"], &[]);
        assert_eq!(names(&start.here), ["a.caseline", "page.html", "mail.eml"]);
        assert_eq!(names(&start.elsewhere), ["b.caseline"]);
        assert!(!start.is_served);
    }

    #[test]
    fn a_case_that_a_window_has_needs_no_other() {
        assert!(sorted(&["a.caseline"], &["a.caseline"]).is_served);
        let two = sorted(&["a.caseline", "b.caseline"], &["a.caseline"]);
        assert_eq!((names(&two.here), two.is_served), (vec!["b.caseline"], false));
        assert!(!sorted(&[], &[]).is_served, "without files a window opens");
    }
}
