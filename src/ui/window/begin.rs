//! What is done while the display makes the window: the case is read and its first picture drawn, on a thread of its own.

use std::panic::resume_unwind;
use std::path::PathBuf;
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use egui::{Pos2, Rect, Vec2};

use crate::workspace::{Command, FileCommand, Outside, Purpose, TakeIn, Workspace};

use super::super::desktop::Life;
use super::super::files::is_opened;
use super::super::panes::{Lines, Panes};
use super::{canvas_of, will_be_drawn};

/// The longest that the first picture waits for the case, and for the words in it.
pub(super) const FIRST_PICTURE: Duration = Duration::from_millis(120);
pub(super) const FIRST_WORDS: Duration = Duration::from_millis(40);

/// The work of a window that opens the first of some files, and takes the others into its case: a display takes longer to
/// make a window than a case takes to be read.
#[derive(Debug)]
pub struct Begun {
    outside: Outside,
    files: Vec<PathBuf>,
    thread: Option<JoinHandle<Workspace>>,
}

impl Begun {
    /// Begins it on a thread of its own.
    #[must_use]
    pub fn beside(outside: &Outside, files: &[PathBuf]) -> Self {
        let begun = Self::later(outside, files);
        let (outside, files) = (outside.clone(), files.to_vec());
        let run = move || {
            let life = Life::new(&outside);
            let mut workspace = begin(outside, &files);
            // Before the first answer is heard: what it says is said in the window's language.
            life.prepare(&mut workspace);
            look_ahead(&mut workspace, life.size());
            workspace
        };
        Self { thread: Builder::new().name("begin".to_owned()).spawn(run).ok(), ..begun }
    }

    /// Begins it once there is a window.
    #[must_use]
    pub fn later(outside: &Outside, files: &[PathBuf]) -> Self {
        Self { outside: outside.clone(), files: files.to_vec(), thread: None }
    }

    /// The work, which is now the window's.
    #[must_use]
    pub fn workspace(self) -> Workspace {
        if let Some(thread) = self.thread {
            return thread.join().unwrap_or_else(|panic| resume_unwind(panic));
        }
        let life = Life::new(&self.outside);
        let mut workspace = begin(self.outside, &self.files);
        life.prepare(&mut workspace);
        workspace
    }
}

pub(super) fn begin(outside: Outside, files: &[PathBuf]) -> Workspace {
    let mut workspace = Workspace::new(outside);
    workspace.survey_beside();
    // Before the first letter is met.
    workspace.lend_faces();
    for command in begun(files) {
        workspace.apply(Command::File(command));
    }
    workspace
}

/// Draws the first picture as a window of this size will show it: what is drawn already need not be waited for then, and
/// of what is drawn otherwise the words are there.
fn look_ahead(workspace: &mut Workspace, size: Vec2) {
    workspace.wait_briefly(FIRST_PICTURE);
    if !will_be_drawn(workspace) {
        return;
    }
    let lanes = Panes::new(Rect::from_min_size(Pos2::ZERO, size), None, Lines::default(), true).lanes;
    let canvas = canvas_of(lanes.size(), workspace);
    workspace.draw(canvas);
    workspace.wait_briefly(FIRST_WORDS);
    workspace.draw(canvas);
}

/// What a window begins with: a case and articles for it, or several articles for a new one.
fn begun(files: &[PathBuf]) -> Vec<FileCommand> {
    let take_in = |files: &[PathBuf]| TakeIn { files: files.to_vec(), ..TakeIn::default() };
    match files {
        [] => Vec::new(),
        [one] => vec![FileCommand::Open(one.clone(), Purpose::Work)],
        [first, others @ ..] if is_opened(first) => {
            vec![FileCommand::Open(first.clone(), Purpose::Work), FileCommand::TakeIn(take_in(others))]
        }
        articles => vec![FileCommand::Start, FileCommand::TakeIn(take_in(articles))],
    }
}
