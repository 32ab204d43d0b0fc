//! Full-text search over events and articles, with the way back to the stored words (contract 15).

mod fold;
mod place;

use rusqlite::{Connection, OptionalExtension, Row};

use super::error::StoreError;
use super::open::Store;
use super::read::{articles_between, live};
use crate::model::{Event, EventId};

pub(super) use fold::{FOLDING, fold};
use place::find;

/// Scalar values of the stored text around a hit.
const AROUND: usize = 60;

/// Events of which the best can be told without keeping anyone waiting: of more, the first of the case are weighed.
const WEIGHED: usize = 5_000;

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finding {
    /// As many as were asked for: events, then articles, each best first.
    pub hits: Vec<Hit>,
    /// All events that hold the words, sorted.
    pub events: Vec<EventId>,
    /// So many of them, from the first on, were weighed against each other; the others are not listed.
    pub weighed: usize,
    /// Articles that hold the words, listed or not.
    pub articles: usize,
}

/// Something that a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub found: Found,
    /// Words of the stored text around the hit.
    pub snippet: String,
    /// Scalar values of the snippet that are the hit, `end` exclusive.
    pub start: usize,
    pub end: usize,
}

/// Where a hit lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Event(EventId),
    /// In an article's newest text at these scalar values, or in its heading.
    Article {
        key: String,
        place: Option<(usize, usize)>,
    },
}

impl Store {
    /// Events, then articles, that hold all words, best first; a word finds what it begins, a quoted one itself.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        Ok(self.search_all(words, limit)?.hits)
    }

    /// The same, with all events that hold the words. However many events there are, a part of the hits is kept for
    /// articles.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn search_all(&self, words: &str, limit: usize) -> Result<Finding, StoreError> {
        let asked = terms(words);
        let Some(events) = self.events_with(words)?.filter(|_| limit > 0) else {
            return Ok(Finding::default());
        };
        let query = asked.iter().map(Term::query).collect::<Vec<_>>().join(" ");
        let articles = self.articles_with(&query)?;
        let for_events = limit - articles.min(limit / 4);
        let weighed = events.len().min(WEIGHED);
        let last = weighed.checked_sub(1).and_then(|last| events.get(last)).map_or(0, |event| event.0);
        let mut hits = Vec::new();
        for row in rows(&self.connection, "event_words", &query, last, for_events)? {
            if let Some(event) = worded(&self.connection, row)? {
                let (snippet, start, end) =
                    snippet(&super::apply::event_words(&event), &asked).unwrap_or_default();
                hits.push(Hit { found: Found::Event(event.id), snippet, start, end });
            }
        }
        for row in rows(&self.connection, "article_words", &query, i64::MAX, limit - hits.len().min(limit))? {
            for heading in articles_between(&self.connection, row, row, true)? {
                let article = heading.article;
                let text = article.text.as_ref().map_or("", |text| text.text.as_str());
                let place = find(text, &asked);
                let whole = super::apply::article_words(&article);
                let (snippet, start, end) = match place {
                    Some(place) => cut(text, place),
                    None => snippet(&whole, &asked).unwrap_or_default(),
                };
                hits.push(Hit { found: Found::Article { key: article.key, place }, snippet, start, end });
            }
        }
        Ok(Finding { hits, events, weighed, articles })
    }

    fn articles_with(&self, query: &str) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) FROM article_words WHERE article_words MATCH ?1";
        let count: i64 = self.connection.prepare_cached(sql)?.query_row([query], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// All events that hold all words, sorted; `None` where no word is asked for.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn events_with(&self, words: &str) -> Result<Option<Vec<EventId>>, StoreError> {
        let asked = terms(words);
        if asked.is_empty() {
            return Ok(None);
        }
        let query = asked.iter().map(Term::query).collect::<Vec<_>>().join(" ");
        let sql = "SELECT rowid FROM event_words WHERE event_words MATCH ?1 ORDER BY rowid";
        let mut select = self.connection.prepare_cached(sql)?;
        let rows = select.query_map([query], |row| row.get(0).map(EventId))?;
        Ok(Some(rows.collect::<Result<_, _>>()?))
    }
}

/// A word, or words in quotation marks, folded.
#[derive(Debug, PartialEq, Eq)]
struct Term {
    tokens: Vec<String>,
    prefix: bool,
}

impl Term {
    /// As FTS5 wants it: its parts are a phrase, the last one open where a prefix was meant.
    fn query(&self) -> String {
        format!("\"{}\"{}", self.tokens.join(" "), if self.prefix { "*" } else { "" })
    }
}

fn terms(words: &str) -> Vec<Term> {
    let marked = words.replace(['“', '”', '„', '«', '»'], "\"");
    let parts = marked.split('"').enumerate();
    let terms = parts.flat_map(|(at, part)| {
        let quoted = at % 2 == 1;
        let pieces: Vec<&str> = if quoted { vec![part] } else { part.split_whitespace().collect() };
        pieces
            .into_iter()
            .map(move |piece| Term { tokens: tokens(piece), prefix: !quoted })
            .collect::<Vec<_>>()
    });
    terms.filter(|term| !term.tokens.is_empty()).collect()
}

fn tokens(piece: &str) -> Vec<String> {
    let folded = fold(piece);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()).map(Into::into).collect()
}

/// An event with what it is found by and nothing else.
fn worded(connection: &Connection, row: i64) -> Result<Option<Event>, StoreError> {
    let sql = concat!("SELECT title, label, note FROM event WHERE id = ?1 AND ", live!("batch"));
    let read = |found: &Row<'_>| {
        let (title, label, note) = (found.get(0)?, found.get(1)?, found.get(2)?);
        Ok(Event { id: EventId(row), title, label, note, ..Event::default() })
    };
    let found = connection.prepare_cached(sql)?.query_row([row], read).optional()?;
    let Some(mut event) = found else { return Ok(None) };
    let mut tags = connection.prepare_cached("SELECT name FROM tag WHERE event = ?1 ORDER BY pos")?;
    event.tags = tags.query_map([row], |tag| tag.get(0))?.collect::<Result<_, _>>()?;
    Ok(Some(event))
}

/// The best rows, up to the row `last`.
fn rows(
    connection: &Connection,
    table: &str,
    query: &str,
    last: i64,
    limit: usize,
) -> Result<Vec<i64>, StoreError> {
    let sql = format!(
        "SELECT rowid FROM {table} WHERE {table} MATCH ?1 AND rowid <= ?2 ORDER BY rank, rowid LIMIT ?3"
    );
    let mut select = connection.prepare_cached(&sql)?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = select.query_map((query, last, limit), |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn snippet(text: &str, asked: &[Term]) -> Option<(String, usize, usize)> {
    find(text, asked).map(|place| cut(text, place))
}

fn cut(text: &str, (start, end): (usize, usize)) -> (String, usize, usize) {
    let from = start.saturating_sub(AROUND);
    let snippet = text.chars().skip(from).take(end + AROUND - from).collect();
    (snippet, start - from, end - from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_words_are_a_phrase_and_others_are_beginnings() {
        let queries: Vec<String> = terms("дипломат \"Łódź or\" -- O'Brien").iter().map(Term::query).collect();
        assert_eq!(queries, ["\"дипломат\"*", "\"lodz or\"", "\"o brien\"*"]);
        assert!(terms(" \"\" — ").is_empty());
    }
}
