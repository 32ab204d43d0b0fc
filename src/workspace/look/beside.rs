//! What stands beside the timeline, and what is fetched for it: ties of an event, the list of articles, events to
//! pick from.

use std::collections::BTreeSet;

use crate::model::{CandidateDraft, Edit, EventEdit, EventId, Link, Quote};
use crate::store::{Found, Store};

use super::super::files::answer;
use super::super::jobs::Answer;
use super::super::{FileError, Look, Workspace};

/// Events that are offered to be picked from.
const OFFERED: usize = 12;

/// What stands beside the timeline, besides the article that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Beside {
    /// A new event is written, from words of an article where some are given.
    NewEvent(Option<Box<Quote>>),
    /// An event is written; the quote is added to it.
    Event(EventId, Option<Box<Quote>>),
    /// A candidate is written, by its key, before it becomes an event.
    Candidate(String),
    /// The candidates that wait.
    Review,
    /// Everything that is chosen is changed at once.
    Several,
    /// Pairs, lags and balance.
    Reckoning,
    Lanes,
    Kinds,
    Entities,
    /// The list of all articles.
    Articles,
    /// The heading of an article is written, by its key.
    Article(String),
}

/// What the list of articles tells of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleFacts {
    pub key: String,
    /// Without one it is a citation.
    pub has_text: bool,
    /// Quotes of events that stand on it.
    pub quotes: usize,
}

/// Words of an article that were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextPlace {
    /// `None`: the newest text.
    pub rev: Option<u32>,
    /// Scalar values, end exclusive.
    pub place: (usize, usize),
}

/// What was fetched for what stands beside.
#[derive(Debug, Default)]
pub(in super::super) struct Margin {
    pub(in super::super) links: Option<(EventId, Vec<(EventId, Link)>)>,
    pub(in super::super) articles: Vec<ArticleFacts>,
    /// The words that were looked up last, and the events that hold them.
    found: (String, Vec<EventId>),
    /// Words that become a new event, and what they seem to say.
    pub(in super::super) said: Option<(Box<Quote>, Box<CandidateDraft>)>,
    /// Whether the new event that is written was sent to be stored.
    makes_new: bool,
    /// How often an article was asked to be shown.
    pub(super) asked_to_show: u64,
}

impl Workspace {
    /// What stands beside the timeline, besides the article that is read.
    #[must_use]
    pub fn beside(&self) -> Option<&Beside> {
        self.beside.as_ref()
    }

    /// What words that become a new event seem to say, once they have been read.
    #[must_use]
    pub fn said_by(&self, quote: &Quote) -> Option<&CandidateDraft> {
        self.margin.said.as_ref().filter(|(of, _)| **of == *quote).map(|(_, draft)| draft.as_ref())
    }

    /// The ties of the event that is written, each with the other event, once they are there.
    #[must_use]
    pub fn links_of(&self, event: EventId) -> Option<&[(EventId, Link)]> {
        self.margin.links.as_ref().filter(|(of, _)| *of == event).map(|(_, links)| links.as_slice())
    }

    /// What the list of articles tells, in stored order; empty until it is asked for.
    #[must_use]
    pub fn article_facts(&self) -> &[ArticleFacts] {
        &self.margin.articles
    }

    /// The words that were looked up last, and the events that hold them.
    #[must_use]
    pub fn looked_up(&self) -> (&str, &[EventId]) {
        (&self.margin.found.0, &self.margin.found.1)
    }

    pub(in super::super) fn put_beside(&mut self, beside: Option<Beside>) {
        self.beside = beside;
        self.margin.makes_new = false;
        if let Some(Beside::Event(event, _)) = self.beside {
            self.want([event]);
        }
        if let Some(Beside::NewEvent(Some(quote))) = &self.beside {
            let quote = quote.clone();
            self.jobs.ask(move |desk| desk.said_by(&quote));
        }
        self.fetch_margin();
    }

    /// What is written is the event that was chosen last.
    pub(super) fn follow(&mut self, event: EventId) {
        if matches!(self.beside, Some(Beside::Event(written, _)) if written != event) {
            self.put_beside(Some(Beside::Event(event, None)));
        }
    }

    pub(super) fn look_up(&mut self, words: String) {
        if self.margin.found.0 == words {
            return;
        }
        self.jobs.ask(move |desk| {
            answer(
                desk.store()
                    .and_then(|store| Ok(Answer::LookedUp(words.clone(), events_with(store, &words)?))),
            )
        });
    }

    pub(in super::super) fn looked_up_now(&mut self, words: String, events: Vec<EventId>) {
        self.want(events.iter().copied());
        self.margin.found = (words, events);
    }

    pub(in super::super) fn linked(&mut self, event: EventId, links: Vec<(EventId, Link)>) {
        self.want(links.iter().map(|(other, _)| *other));
        self.margin.links = Some((event, links));
    }

    /// A new event that is written and sent will be written as what it becomes.
    pub(in super::super) fn hear_edit(&mut self, edit: &Edit) {
        if let (Edit::Event(EventEdit::Put(event)), Some(Beside::NewEvent(_))) = (edit, &self.beside) {
            self.margin.makes_new |= event.id == EventId::default();
        }
    }

    /// After an edit that made the new event: it is chosen, and written on.
    pub(in super::super) fn show_new(&mut self, touched: &[EventId]) {
        if !self.margin.makes_new {
            return;
        }
        let ([event], Some(Beside::NewEvent(_))) = (touched, &self.beside) else { return };
        self.margin.makes_new = false;
        let event = *event;
        self.look(Look::SelectEvent(event));
        self.put_beside(Some(Beside::Event(event, None)));
    }

    /// After a change: what is gone is no longer chosen or written, and what was fetched is fetched anew.
    pub(in super::super) fn after_change(&mut self) {
        let mut kept: BTreeSet<EventId> = self.selected();
        let written = match self.beside {
            Some(Beside::Event(event, _)) => Some(event),
            _ => None,
        };
        kept.extend(written);
        let kept = self.still_there(&kept);
        self.selection.keep(|event| kept.contains(&event));
        if written.is_some_and(|event| !kept.contains(&event)) {
            self.beside = None;
        }
        self.margin.found = (String::new(), Vec::new());
        self.fetch_margin();
    }

    fn fetch_margin(&mut self) {
        match self.beside {
            Some(Beside::Event(event, _)) => self.jobs.ask(move |desk| answer(links(desk.store(), event))),
            Some(Beside::Articles | Beside::Article(_)) => self.jobs.ask(|desk| answer(shelf(desk.store()))),
            _ => {}
        }
    }
}

/// Events whose own words hold all of these.
fn events_with(store: &Store, words: &str) -> Result<Vec<EventId>, FileError> {
    let hits = store.search(words, OFFERED)?.into_iter();
    Ok(hits
        .filter_map(|hit| match hit.found {
            Found::Event(event) => Some(event),
            Found::Article { .. } => None,
        })
        .collect())
}

fn links(store: Result<&Store, FileError>, event: EventId) -> Result<Answer, FileError> {
    Ok(Answer::Links(event, store?.links_of(event)?))
}

fn shelf(store: Result<&Store, FileError>) -> Result<Answer, FileError> {
    let store = store?;
    let quotes = store.quotes_counted()?;
    let facts = store.articles()?.into_iter().map(|heading| ArticleFacts {
        quotes: quotes.get(&heading.article.key).copied().unwrap_or(0),
        key: heading.article.key,
        has_text: heading.has_text,
    });
    Ok(Answer::Shelf(facts.collect()))
}
