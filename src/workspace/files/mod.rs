//! Files: opened, made, taken in and written; the only code that reads or writes any but the case file itself.

mod articles;
mod desk;
mod error;
mod export;
mod extract;
mod haul;
mod lanes;
mod offer;
mod saving;
mod source;
mod state;
mod upkeep;
mod write;

pub use articles::{Arrived, ArticleFate, ReadArticle};
pub use error::FileError;
pub use extract::{ExtractWish, Extracted, extract, lexicons};
pub use offer::{Entry, Folder, Offer, Recent, Unsaved};
pub use state::{Claim, Claimed, claim, holder_of};

pub(super) use articles::{Part, Unfolded};
pub(super) use desk::filled;
pub(super) use desk::{Desk, answer, named_by};
pub(super) use export::deliver;
pub(super) use haul::Haul;
pub(super) use lanes::lanes_called;
pub(super) use source::{ReadFile, Source, carried, logo, sniff};

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::{Edit, Entity};

use super::command::{FileCommand, OfferCommand, Purpose, TakeIn};
use super::jobs::{Answer, Destiny, Jobs, Labour, OpenedCase, Outcome};

/// Opens the log, to be written at its end.
pub(super) fn open_log(path: &std::path::Path) -> Option<std::fs::File> {
    let folder = path.parent()?;
    state::private_folder(folder).ok()?;
    state::private_log(path).ok()
}

/// Writes the settings.
pub(super) fn put_settings(path: &std::path::Path, text: &str) -> Result<(), FileError> {
    let folder = path.parent().unwrap_or(path);
    state::private_folder(folder).map_err(|error| FileError::writing(path, error))?;
    write::put_private(path, text.as_bytes())
}

/// Sends a command about files on its way; pictures are the workspace's own, since they need its scene. `stuck` are the
/// edits that could not be written.
pub(super) fn ask(jobs: &mut Jobs, command: FileCommand, stuck: Vec<Arc<Edit>>) {
    match command {
        FileCommand::Open(path, purpose) => open_with(jobs, move |desk| {
            let opened = desk.open(&path, purpose)?;
            if purpose == Purpose::Work {
                desk.remember(&path);
            }
            Ok(opened)
        }),
        FileCommand::New { path, force } => open_with(jobs, move |desk| desk.create(&path, force)),
        FileCommand::Start => open_with(jobs, Desk::start),
        FileCommand::OpenSample => open_with(jobs, Desk::open_sample),
        FileCommand::Reopen(path) => open_with(jobs, move |desk| desk.reopen(&path)),
        FileCommand::SaveAs { path, force } => jobs.ask(move |desk| answer(desk.save_as(&path, force))),
        FileCommand::SaveCopy { path, force } => {
            jobs.ask(move |desk| answer(desk.save_copy(&path, force, &stuck)));
        }
        FileCommand::Close => jobs.ask(Desk::close),
        FileCommand::Offer(what) => jobs.ask(move |desk| match what {
            OfferCommand::Look => Answer::Offered(offer::look(&desk.outside)),
            OfferCommand::ForgetRecent(path) => desk.change_offer(|state| offer::forget(state, &path)),
            OfferCommand::ForgetUnsaved => desk.change_offer(offer::forget_all),
        }),
        FileCommand::List(path) => jobs.work(move || Answer::Listed(offer::list(&path))),
        FileCommand::Cancel => jobs.under_way().iter().for_each(super::jobs::Progress::cancel),
        FileCommand::TakeIn(wanted) => jobs.work(move || {
            let unfolded = match &wanted.pasted {
                Some(pasted) => articles::Unfolded::pasted(pasted.clone()),
                None => articles::unfold(&wanted.files),
            };
            Answer::Unfolded(Box::new(wanted), unfolded)
        }),
        FileCommand::ShowOriginal(key) => jobs.ask(move |desk| desk.show_original(&key)),
        FileCommand::Paste(pasted) => {
            jobs.work(move || Answer::Unfolded(Box::default(), articles::Unfolded::pasted(pasted)));
        }
        FileCommand::Export(export) if export.is_drawn() => {
            jobs.ask(move |desk| answer(export::begin_picture(desk, export)));
        }
        FileCommand::Export(export) => jobs.ask(move |desk| answer(export::list(desk, &export))),
        FileCommand::ReadArticles(paths) => {
            jobs.work(move || Answer::Outcome(Outcome::Articles(articles::read_articles(&paths))));
        }
        // What is drawn is the workspace's own.
        FileCommand::Clip(..) | FileCommand::UseView(_) => {}
        FileCommand::Upkeep(what) => upkeep::ask(jobs, what),
    }
}

fn open_with(
    jobs: &mut Jobs,
    open: impl FnOnce(&mut Desk) -> Result<OpenedCase, FileError> + Send + 'static,
) {
    jobs.ask(move |desk| answer(open(desk).map(|opened| Answer::Opened(Box::new(opened)))));
}

/// File after file: read on a thread of its own, put into the case by the store's.
pub(super) fn take_in(
    jobs: &mut Jobs,
    wanted: TakeIn,
    parts: Vec<Part>,
    open: Option<PathBuf>,
    entities: &[Entity],
) {
    let destiny = if wanted.dry_run { Destiny::Tried } else { Destiny::Kept };
    let open = open.and_then(|path| std::fs::canonicalize(path).ok());
    let how = articles::How { destiny, update: wanted.update, accept: wanted.accept };
    let many = parts.len() > 1;
    // What is accepted at once makes entities that the next article may name: then the store's thread proposes.
    let proposer = (!how.accept).then(|| articles::Proposer::new(entities.to_vec()));
    let progress = jobs.begin(Labour::TakeIn, parts.len());
    let read = move |part: Part| {
        let is_open = open.is_some() && std::fs::canonicalize(&part.path).ok() == open;
        let mut taken =
            if is_open { Err(FileError::OpenCase(part.path.clone())) } else { source::read(&part, &wanted) };
        if let (Some(proposer), Ok(taken)) = (&proposer, &mut taken) {
            proposer.propose(taken);
        }
        let path = part.name();
        let files = part.pasted.is_none().then(|| path.clone()).into_iter().collect();
        let again = TakeIn { files, pasted: part.pasted, update: true, ..wanted.clone() };
        ReadFile { path, taken, again: Box::new(again), many }
    };
    jobs.each(parts, progress, read, move |desk, file| desk.take_in(file, how));
}
