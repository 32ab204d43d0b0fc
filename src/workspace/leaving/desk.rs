//! On the store's thread: copies for other hands are made, things are forgotten.

use std::path::Path;

use crate::model::{CaseContent, EventId, Sentence};
use crate::store::{Access, Forgotten, Store, Surroundings, case_json};

use super::super::Outside;
use super::super::files::{Desk, FileError, answer};
use super::super::jobs::{Answer, Jobs, Outcome};
use super::{Foretold, HandOver, Leaving, LeavingCommand, Poorer, told};

pub(super) fn ask(jobs: &mut Jobs, command: LeavingCommand) {
    jobs.ask(move |desk| {
        answer(match command {
            LeavingCommand::Foretell(of) => desk.foretell(of),
            LeavingCommand::Do(Leaving::Copy(wanted)) => desk.hand_over(&wanted),
            LeavingCommand::Do(Leaving::Forget { events, articles }) => desk.forget(events, articles),
        })
    });
}

impl Desk {
    fn foretell(&self, of: Leaving) -> Result<Answer, FileError> {
        let store = self.store()?;
        let sentences = match &of {
            Leaving::Copy(wanted) => {
                // What can't be written need not be told about.
                self.free_for_case(&wanted.path, wanted.force)?;
                left_out(store, wanted)?
            }
            Leaving::Forget { events, articles } => {
                let events = store.events(events)?;
                let mut headings = Vec::new();
                for key in articles {
                    headings.extend(store.article(key)?.map(|article| (article, store.quotes_of(key))));
                }
                let mut named = Vec::new();
                for (article, quotes) in headings {
                    named.push((article.heading().to_owned(), quotes?.len()));
                }
                let titles = events.iter().map(|event| event.title.as_str());
                told::forgotten(titles, &named, store.behind()?.steps)
            }
        };
        Ok(Answer::Foretold(Foretold { of, sentences }))
    }

    /// Writes a copy that holds what is wanted and nothing else.
    fn hand_over(&self, wanted: &HandOver) -> Result<Answer, FileError> {
        self.put_case(&wanted.path, wanted.force, |beside| self.copy_of(wanted, beside))?;
        Ok(Answer::Outcome(Outcome::Saved(wanted.path.clone(), Vec::new())))
    }

    /// Only what is wanted ever reaches the disk: all else is left out in memory.
    fn copy_of(&self, wanted: &HandOver, beside: &Path) -> Result<(), FileError> {
        let store = self.store()?;
        let copying = |error| FileError::copying(&wanted.path, error);
        if wanted.history {
            store.copy_to(beside).map_err(copying)?;
            if !wanted.originals {
                Store::open(beside, Access::Write)?.store.drop_originals()?;
            }
            return Ok(());
        }
        let mut content = store.content()?;
        if !wanted.private {
            content = case_json::public(&content);
        }
        let mut random = Outside::random;
        let around = &mut Surroundings { now: self.clock(), random: &mut random };
        let mut copy = Store::of_content(content, around)?;
        if wanted.originals {
            copy.take_originals(store)?;
        }
        copy.copy_to(beside).map_err(copying)
    }

    fn forget(&mut self, events: Vec<EventId>, articles: Vec<String>) -> Result<Answer, FileError> {
        if events.is_empty() && articles.is_empty() {
            return Err(FileError::Said(Sentence::new("forget-nothing")));
        }
        let note = self.make_writable()?;
        let keys = self.store()?.events(&events)?.into_iter().map(|event| event.key).collect();
        let now = self.clock();
        let mut random = Outside::random;
        let around = &mut Surroundings { now, random: &mut random };
        let what = Forgotten { events, articles };
        let change = self.store_to_write()?.forget(&what, around)?;
        self.last = None;
        let notes = change.report.notes.into_iter().chain(note).collect();
        Ok(Answer::Poorer(Box::new(Poorer {
            now: self.now()?,
            events: keys,
            articles: what.articles,
            notes,
        })))
    }
}

/// What a copy leaves out, in sentences.
fn left_out(store: &Store, wanted: &HandOver) -> Result<Vec<Sentence>, FileError> {
    let behind = store.behind()?;
    let whole = store.content()?;
    let open: CaseContent =
        if wanted.private || wanted.history { whole.clone() } else { case_json::public(&whole) };
    Ok(told::left_out(&whole, &open, behind, wanted))
}
