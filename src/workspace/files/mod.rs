//! Files: opened, made, taken in and written; the only code that reads or writes any but the case file itself.

mod desk;
mod error;
mod export;
mod extract;
mod lanes;
mod source;
mod state;
mod write;

pub use error::FileError;
pub use extract::{ExtractWish, Extracted, extract, lexicons};

pub(super) use desk::{Desk, answer};
pub(super) use export::deliver;
pub(super) use lanes::lanes_called;
pub(super) use source::ReadFile;

use std::path::PathBuf;

use super::command::{FileCommand, TakeIn};
use super::jobs::Jobs;
use super::jobs::{Answer, Destiny};

/// Sends a command about files on its way; pictures are the workspace's own, since they need its scene.
pub(super) fn ask(jobs: &mut Jobs, command: FileCommand, open: Option<PathBuf>) {
    match command {
        FileCommand::Open(path, purpose) => jobs.ask(move |desk| {
            answer(desk.open(&path, purpose).map(|opened| Answer::Opened(Box::new(opened))))
        }),
        FileCommand::New { path, force } => jobs.ask(move |desk| {
            answer(desk.create(&path, force).map(|opened| Answer::Opened(Box::new(opened))))
        }),
        FileCommand::TakeIn(take_in) => jobs.work(move || read_all(&take_in, open)),
        FileCommand::Export(export) if export.format.is_picture() => {
            jobs.ask(move |desk| answer(export::begin_picture(desk, export)));
        }
        FileCommand::Export(export) => jobs.ask(move |desk| answer(export::list(desk, &export))),
        FileCommand::Summarise => jobs.ask(|desk| answer(desk.summary())),
        FileCommand::Check => jobs.ask(|desk| answer(desk.check())),
    }
}

fn read_all(take_in: &TakeIn, open: Option<PathBuf>) -> Answer {
    let open = open.and_then(|path| std::fs::canonicalize(path).ok());
    let files = take_in.files.iter().map(|path| {
        let is_open = open.is_some() && std::fs::canonicalize(path).ok() == open;
        let taken =
            if is_open { Err(FileError::OpenCase(path.clone())) } else { source::read(path, take_in) };
        ReadFile { path: path.clone(), taken }
    });
    Answer::Read(files.collect(), if take_in.dry_run { Destiny::Tried } else { Destiny::Kept })
}
