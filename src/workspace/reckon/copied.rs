//! Chosen events as text: sentences with their sources, or the columns of a table. What is private stays behind.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::export::{self, ListFormat};
use crate::model::{Arg, Article, CaseContent, Event, EventId, Quote, Words, spoken_date};

use super::super::files::{Desk, FileError, answer};
use super::super::jobs::Answer;
use super::super::{FluentWords, Workspace};
use super::Reckoned;

/// How events are written for the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyAs {
    /// Sentences, with quotes and sources.
    Text,
    /// The columns that export writes and import reads.
    Csv,
}

/// Events as text for the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    pub text: String,
    pub events: usize,
    /// Sentences.
    pub left_out: Vec<String>,
}

impl Workspace {
    /// Writes the chosen events for the clipboard.
    pub(in super::super) fn copy_chosen(&mut self, form: CopyAs) {
        let chosen = self.selected();
        let columns = &self.case.columns;
        let mut content = CaseContent {
            title: self.case.title.clone(),
            articles: self.case.articles.list().to_vec(),
            entities: self.case.entities.list().to_vec(),
            lanes: columns.lanes.clone(),
            ..CaseContent::default()
        };
        content.lanes.retain(|lane| !lane.code.as_str().is_empty());
        let words = Arc::clone(&self.words);
        self.jobs.ask(move |desk| answer(copy(desk, content, &chosen, form, &words)));
    }
}

/// Reads the events and writes them.
fn copy(
    desk: &Desk,
    mut content: CaseContent,
    chosen: &BTreeSet<EventId>,
    form: CopyAs,
    words: &FluentWords,
) -> Result<Answer, FileError> {
    let ids: Vec<EventId> = chosen.iter().copied().collect();
    content.events = desk.store()?.events(&ids)?;
    content.events.sort_by_key(|event| (event.when.as_ref().map(|when| when.span().start()), event.id));
    let all = content.events.len();
    content.events.retain(|event| !event.private);
    let events = content.events.len();
    let mut left_out = Vec::new();
    if all > events {
        left_out.push(words.say("copied-private", &[("n", Arg::Number((all - events) as u64))]));
    }
    let text = match form {
        CopyAs::Text => written(&content, words),
        CopyAs::Csv => {
            let list = export::list(&content, ListFormat::Csv)?;
            left_out.extend(list.left_out.iter().map(|sentence| sentence.spoken(words)));
            String::from_utf8(list.bytes).unwrap_or_default()
        }
    };
    Ok(Answer::Reckoned(Reckoned::Copied(Copied { text, events, left_out })))
}

fn written(content: &CaseContent, words: &dyn Words) -> String {
    let blocks: Vec<String> = content.events.iter().map(|event| block(content, event, words)).collect();
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

/// "5 April 2022: Italy expels 30 (confirmed)", and below it each public source with its words.
fn block(content: &CaseContent, event: &Event, words: &dyn Words) -> String {
    let date = event
        .when
        .as_ref()
        .map_or_else(|| words.word("undated"), |when| spoken_date(when, event.within, words));
    let status = words.word(&format!("status-{}", event.status.code()));
    let args =
        [("date", Arg::Text(&date)), ("title", Arg::Text(&event.title)), ("status", Arg::Text(&status))];
    let mut lines = vec![words.say("copied-event", &args)];
    for quote in event.quotes.iter().filter(|quote| !quote.private) {
        let article = content.articles.iter().find(|article| article.key == quote.article);
        lines.extend(article.filter(|article| !article.private).map(|article| source(quote, article, words)));
    }
    lines.join("\n")
}

fn source(quote: &Quote, article: &Article, words: &dyn Words) -> String {
    let published = article.published.as_ref().map(|when| spoken_date(when, false, words));
    let parts =
        [Some(article.heading()), article.site.as_deref(), published.as_deref(), article.url.as_deref()];
    let mut named: Vec<&str> = Vec::new();
    for part in parts.into_iter().flatten() {
        if !named.contains(&part) {
            named.push(part);
        }
    }
    let named = named.join(", ");
    match &quote.exact {
        Some(exact) => {
            let quoted = words.say("quoted", &[("words", Arg::Text(exact))]);
            words.say("copied-quote", &[("quote", Arg::Text(&quoted)), ("source", Arg::Text(&named))])
        }
        None => words.say("copied-source", &[("source", Arg::Text(&named))]),
    }
}
