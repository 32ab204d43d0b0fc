//! A file that was read, put into the case: an article is looked for among those that are there.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use chrono::{DateTime, Datelike};

use crate::model::{Arrival, Article, ArticleEdit, CaseContent, Edit, Sentence, When};

use super::super::super::jobs::{Answer, Destiny, News, TakenIn};
use super::super::FileError;
use super::super::desk::Desk;
use super::super::source::{ReadFile, Taken};
use super::shelf::{Copies, Likeness, Seen};

/// While much is taken in, the window is told of the case no more often than this.
const OFTEN: Duration = Duration::from_millis(400);

/// Nor more often than so many times as long as reading the case takes.
const SELDOM: u32 = 10;

/// What became of an article's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// Key in the case; `None` where it was only tried.
    pub key: Option<String>,
    pub title: String,
    pub fate: ArticleFate,
    /// When it was published, and how that was found out, in words; `None` where its file is there already.
    pub found: Option<Sentence>,
}

/// What an article's file was to the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArticleFate {
    New,
    /// The case named it without its text.
    FilledCitation,
    /// A new reading of one that is there.
    Updated,
    /// It is there byte for byte or word for word: nothing was done.
    Known,
    /// One that is there has its address or nearly its words: nothing was done, and the user may want to.
    KnownOtherwise,
}

/// How files are taken in.
#[derive(Debug, Clone, Copy)]
pub(in super::super::super) struct How {
    pub destiny: Destiny,
    /// Whether what is known otherwise is a new reading of what is there.
    pub update: bool,
    /// Whether all that an article seems to say is taken at once.
    pub accept: bool,
}

impl ArticleFate {
    /// Whether it was there, and nothing was done.
    pub(in super::super) fn is_known(self) -> bool {
        matches!(self, Self::Known | Self::KnownOtherwise)
    }
}

impl Desk {
    /// Puts what was read from a file into the case, or only tries to.
    pub(in super::super::super) fn take_in(&mut self, read: ReadFile, how: How) -> Answer {
        let ReadFile { path, taken, again, many } = read;
        let file = path.clone();
        let answered = taken.and_then(|mut taken| match taken.original.take() {
            Some(bytes) => self.take_in_article(path, taken, bytes, how, many),
            None => self.take_in_rows(path, taken, how.destiny, many),
        });
        match answered {
            Ok(Answer::TakenIn(mut taken, news)) => {
                let fate = taken.article.as_ref().map(|article| article.fate);
                taken.again = (fate == Some(ArticleFate::KnownOtherwise)).then_some(again);
                Answer::TakenIn(taken, news)
            }
            Ok(answer) => answer,
            Err(error) => Answer::NotTakenIn(file, error),
        }
    }

    fn take_in_article(
        &mut self,
        path: PathBuf,
        taken: Taken,
        bytes: Vec<u8>,
        how: How,
        many: bool,
    ) -> Result<Answer, FileError> {
        let How { destiny, update, accept } = how;
        let is_proposed = taken.is_proposed;
        let mut arrival = arriving(taken.content, bytes, self.outside.now());
        let article = &mut arrival.article;
        let seen = self.look_on_shelf(article)?;
        let mut out = TakenIn { file: path, ..TakenIn::default() };
        out.report.notes = taken.notes;
        let fate = match seen {
            Seen::New => ArticleFate::New,
            Seen::Copy(copies) => {
                out.report.notes.push(told(&copies));
                let Copies { origin, newcomer_was_first, unnamed, .. } = copies;
                if !newcomer_was_first {
                    article.origin = article.origin.take().or_else(|| origin.clone());
                }
                let named = |key| Some((key, origin.clone()?));
                arrival.origins = unnamed.into_iter().filter_map(named).collect();
                ArticleFate::New
            }
            Seen::Citation { key } => {
                article.key = key;
                ArticleFate::FilledCitation
            }
            Seen::Same { key, by, .. } if update && by != Likeness::Equal => {
                article.key = key;
                ArticleFate::Updated
            }
            Seen::Same { key, title, by } => {
                return self.taken_again(known(out, key, title, by), how, many);
            }
        };
        let title = article.heading().to_owned();
        if !is_proposed {
            arrival.candidates = self.candidates_of(&arrival.article, &mut out.report.notes)?;
        }
        if fate == ArticleFate::FilledCitation {
            self.support_citing(&arrival.article, &mut arrival.candidates)?;
        }
        let edit = Edit::Article(ArticleEdit::Arrive(Box::new(arrival)));
        let change = match destiny {
            Destiny::Kept => self.edit(&edit)?,
            Destiny::Tried => self.try_edit(&edit)?,
        };
        let key = change.made.filter(|_| destiny == Destiny::Kept);
        if let Some(key) = &key {
            self.put_on_shelf(key)?;
        }
        let notes = std::mem::take(&mut out.report.notes);
        out.report = change.report;
        out.report.notes.splice(0..0, notes);
        if !accept && key.is_some() {
            out.waiting = out.report.candidates;
        }
        if let Some(key) = key.as_ref().filter(|_| accept) {
            let (made, merged) = self.accept_all(key)?;
            out.report.added += made;
            out.report.merged += merged;
        }
        let news = match destiny {
            Destiny::Kept => self.news(many)?,
            Destiny::Tried => News::None,
        };
        out.article = Some(Arrived { key, title, fate, found: taken.found });
        Ok(Answer::TakenIn(out, news))
    }

    /// An article that is there: what waits of it was meant, too, by whoever says that all is to be taken.
    fn taken_again(&mut self, mut out: TakenIn, how: How, many: bool) -> Result<Answer, FileError> {
        let key = out.article.as_ref().and_then(|article| article.key.clone());
        let Some(key) = key.filter(|_| how.accept && how.destiny == Destiny::Kept) else {
            return Ok(Answer::TakenIn(out, News::None));
        };
        let (made, merged) = self.accept_all(&key)?;
        out.report.added += made;
        out.report.merged += merged;
        let news = if made + merged > 0 { self.news(many)? } else { News::None };
        Ok(Answer::TakenIn(out, news))
    }

    /// What the window is told of a case that has grown: at once where one file came, now and then among many.
    pub(in super::super) fn news(&mut self, many: bool) -> Result<News, FileError> {
        let is_early =
            self.told.is_some_and(|(told, took)| told.elapsed() < OFTEN.max(took.saturating_mul(SELDOM)));
        if many && is_early {
            return Ok(News::Later);
        }
        let begun = Instant::now();
        let now = Box::new(self.now()?);
        self.told = Some((Instant::now(), begun.elapsed()));
        Ok(News::Now(now))
    }

    fn look_on_shelf(&mut self, article: &Article) -> Result<Seen, FileError> {
        let case = self.case.as_mut().ok_or(FileError::NoCase)?;
        Ok(case.shelf.look(&case.store, article)?)
    }

    fn put_on_shelf(&mut self, key: &str) -> Result<(), FileError> {
        let case = self.case.as_mut().ok_or(FileError::NoCase)?;
        Ok(case.shelf.put(&case.store, key)?)
    }
}

/// The edit that puts an article into a case that has none.
pub(in super::super) fn arrival(content: CaseContent, bytes: Vec<u8>, now: i64) -> Edit {
    Edit::Article(ArticleEdit::Arrive(Box::new(arriving(content, bytes, now))))
}

fn arriving(content: CaseContent, bytes: Vec<u8>, now: i64) -> Arrival {
    let mut article = content.articles.into_iter().next().unwrap_or_default();
    article.retrieved = article.retrieved.or_else(|| today(now));
    Arrival { article, bytes, candidates: content.candidates, origins: Vec::new() }
}

/// That an article repeats another, and who is counted as their source.
fn told(copies: &Copies) -> Sentence {
    match &copies.origin {
        Some(origin) => Sentence::new("note-copy-of").text("title", &copies.of).text("origin", origin),
        None => Sentence::new("note-copy").text("title", &copies.of),
    }
}

/// An article that is there already: told, counted, and nothing done.
fn known(mut out: TakenIn, key: String, title: String, by: Likeness) -> TakenIn {
    let (why, fate) = match by {
        Likeness::Equal => ("note-known-equal", ArticleFate::Known),
        Likeness::Address => ("note-known-address", ArticleFate::KnownOtherwise),
        Likeness::Words => ("note-known-words", ArticleFate::KnownOtherwise),
    };
    out.report.notes.push(Sentence::new(why).text("title", &title));
    out.report.merged = 1;
    out.article = Some(Arrived { key: Some(key), title, fate, found: None });
    out
}

/// The day of a moment, in UTC: an article that does not say when it was fetched was known by then at the latest.
fn today(seconds: i64) -> Option<When> {
    let day = DateTime::from_timestamp(seconds, 0)?.date_naive();
    When::parse(&format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())).ok()
}
