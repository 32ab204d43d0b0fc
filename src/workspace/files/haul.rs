//! What came of files that were taken in: told file by file where it is one, and summed up where they are many.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::{Arg, Sentence, Words};

use super::super::command::TakeIn;
use super::super::jobs::{Answer, CaseNow, News, Outcome, TakenIn};
use super::super::receive::of_file;
use super::super::{Look, Notice, Remedy, Weight, Workspace};
use super::{Arrived, ArticleFate, FileError, answer};

/// Files that were given at once, counted by what came of them.
#[derive(Debug, Default)]
pub(in super::super) struct Haul {
    files: usize,
    new: usize,
    updated: usize,
    known: usize,
    unread: usize,
    events: usize,
    waiting: usize,
    /// What takes those that are known otherwise as new readings.
    again: Option<Box<TakeIn>>,
    /// What came of each, a line a file; what was refused stands first.
    details: Vec<Sentence>,
    refused: Vec<Sentence>,
    /// The article that came last.
    last: Option<String>,
    /// Whether the case has more than the window knows.
    is_behind: bool,
}

impl Haul {
    /// So many files are to come.
    pub(in super::super) fn expect(&mut self, files: usize) {
        self.files += files;
    }

    fn is_many(&self) -> bool {
        self.files > 1
    }

    fn count(&mut self, mut taken: TakenIn) {
        let notes = &mut taken.report.notes;
        let arrived = taken.article.as_ref();
        // That it is there already, and why it is known, was found out last and is told first.
        if arrived.is_some_and(|arrived| arrived.fate.is_known())
            && let Some(why) = notes.pop()
        {
            notes.insert(0, why);
        }
        let (told, found) = match arrived.and_then(|arrived| told(arrived, &taken.file)) {
            Some(told) => (Some(told), None),
            None => (None, arrived.and_then(|arrived| arrived.found.as_ref())),
        };
        let rest = notes.iter().chain(found).cloned();
        let rest = rest
            .reduce(|first, then| Sentence::new("note-and").said_of("first", first).said_of("then", then));
        self.details.extend(match (told, rest) {
            (Some(told), Some(rest)) => {
                Some(Sentence::new("note-and").said_of("first", told).said_of("then", rest))
            }
            (None, Some(rest)) => Some(of_file(&taken.file, rest)),
            (told, None) => told,
        });
        self.waiting += taken.waiting;
        let Some(arrived) = taken.article else {
            self.events += taken.report.added;
            return;
        };
        let sum = match arrived.fate {
            ArticleFate::New | ArticleFate::FilledCitation => &mut self.new,
            ArticleFate::Updated => &mut self.updated,
            ArticleFate::Known | ArticleFate::KnownOtherwise => &mut self.known,
        };
        *sum += 1;
        self.last = arrived.key.or(self.last.take());
        if let Some(again) = taken.again {
            match &mut self.again {
                Some(all) => all.files.extend(again.files),
                none => *none = Some(again),
            }
        }
    }

    /// "12 articles taken in, 3 were there already, 1 could not be taken in".
    fn told(&self, words: &dyn Words) -> String {
        let parts = [
            ("haul-new", self.new),
            ("haul-updated", self.updated),
            ("haul-events", self.events),
            ("haul-known", self.known),
            ("haul-unread", self.unread),
        ];
        let said = parts.into_iter().filter(|(_, n)| *n > 0);
        let said: Vec<String> =
            said.map(|(key, n)| words.say(key, &[("n", Arg::Number(n as u64))])).collect();
        if said.is_empty() { words.word("haul-nothing") } else { said.join(", ") }
    }
}

impl Workspace {
    /// One file was taken in.
    pub(in super::super) fn taken_in(&mut self, taken: TakenIn, news: News) {
        match news {
            News::Now(now) => self.grown(*now),
            News::Later => self.haul.is_behind = true,
            News::None => {}
        }
        if self.haul.is_many() {
            self.haul.count(taken.clone());
        } else {
            self.tell_of(&taken);
        }
        self.outcomes.push(Outcome::TakenIn(taken));
    }

    /// The case has more in it than before.
    pub(in super::super) fn grown(&mut self, now: CaseNow) {
        self.haul.is_behind = false;
        self.cache.clear();
        self.edited(now);
    }

    /// Nothing came of one file.
    pub(in super::super) fn not_taken_in(&mut self, file: PathBuf, error: &FileError) {
        if self.haul.is_many() {
            self.haul.unread += 1;
            self.haul.refused.push(error.sentence());
        } else {
            self.failed(error);
        }
        self.outcomes.push(Outcome::Unread(file, error.sentence()));
    }

    /// One file has come, alone: an article is told in one line, with what was doubtful behind it, and opened.
    fn tell_of(&mut self, taken: &TakenIn) {
        let mut notes: Vec<Sentence> =
            taken.report.notes.iter().map(|note| of_file(&taken.file, note.clone())).collect();
        let words = Arc::clone(&self.words);
        let spoken = |notes: &[Sentence]| notes.iter().map(|note| note.spoken(words.as_ref())).collect();
        let arrived = taken.article.as_ref();
        if let Some(text) = arrived.and_then(|arrived| told(arrived, &taken.file)) {
            let text = text.spoken(words.as_ref());
            let mut notice = if notes.is_empty() { Notice::done(text) } else { Notice::doubt(text) };
            notice.details = spoken(&notes);
            notice.waiting = taken.waiting;
            self.notices.push(notice.with((taken.waiting > 0).then_some(Remedy::Review)));
        } else {
            let found = arrived.and_then(|arrived| arrived.found.as_ref());
            notes.extend(found.map(|found| of_file(&taken.file, found.clone())));
            self.doubt(&notes);
            if let (Some(again), Some(last)) = (&taken.again, self.notices.last_mut()) {
                last.remedy = Some(Remedy::NewReading(again.clone()));
            }
        }
        if let Some(key) = arrived.and_then(|arrived| arrived.key.clone()) {
            self.look(Look::ShowArticle { key, event: None, place: None });
        }
    }

    /// Sums up what came, once all has; `true` if there was something to tell.
    pub(in super::super) fn tell_haul(&mut self) -> bool {
        if self.haul.files == 0 || self.jobs.busy() {
            return false;
        }
        if self.haul.is_behind {
            self.jobs.ask(|desk| answer(desk.now().map(|now| Answer::Grown(Box::new(now)))));
            self.haul.is_behind = false;
            return true;
        }
        let mut haul = std::mem::take(&mut self.haul);
        if !haul.is_many() {
            return false;
        }
        let words = self.words.as_ref();
        let again = haul.again.take().map(|again| {
            let said = words.say("haul-otherwise", &[("n", Arg::Number(again.files.len() as u64))]);
            Notice::doubt(said).with(Some(Remedy::NewReading(again)))
        });
        let summed = Notice {
            weight: if haul.unread > 0 { Weight::Doubt } else { Weight::Done },
            text: haul.told(words),
            remedy: (haul.waiting > 0).then_some(Remedy::Review),
            details: haul.refused.iter().chain(&haul.details).map(|one| one.spoken(words)).collect(),
            waiting: haul.waiting,
        };
        self.notices.extend(again);
        self.notices.push(summed);
        if let Some(key) = haul.last {
            self.look(Look::ShowArticle { key, event: None, place: None });
        }
        true
    }
}

/// What became of an article's file, in one sentence; nothing where it was only tried, or is there already: why it is
/// known stands among the notes.
fn told(arrived: &Arrived, file: &Path) -> Option<Sentence> {
    arrived.key.as_ref()?;
    let key = match arrived.fate {
        ArticleFate::New => "arrived-new",
        ArticleFate::FilledCitation => "arrived-citation",
        ArticleFate::Updated => "arrived-anew",
        ArticleFate::Known | ArticleFate::KnownOtherwise => return None,
    };
    let said = Sentence::new(key).text("file", file.display().to_string()).text("title", &arrived.title);
    Some(match &arrived.found {
        Some(found) => Sentence::new("arrived-found").said_of("said", said).said_of("found", found.clone()),
        None => said,
    })
}
