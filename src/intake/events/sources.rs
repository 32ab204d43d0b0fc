//! The source columns of a row into citations and quotes.
//!
//! Several values of a row belong together by their order. Prose is not cut apart at its semicolons: a quote or a
//! title is split there only where the other columns show as many values.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::model::{Article, Quote, Sentence, When};

use super::super::cells;
use super::super::dates::{self, Order, Reading};
use super::super::draft::Notes;
use super::names::key_of;

/// The source cells of one row; columns of the same field one after another.
#[derive(Debug, Default)]
pub(super) struct Cells<'a> {
    pub(super) titles: &'a str,
    pub(super) urls: Vec<&'a str>,
    pub(super) dates: &'a str,
    pub(super) quotes: Vec<&'a str>,
}

/// The articles that a table cites, each address once.
#[derive(Debug)]
pub(super) struct Sources<'a> {
    /// The table's own name, which stands for a source that no row names.
    table: &'a str,
    order: Option<Order>,
    known: HashMap<String, usize>,
    taken: HashSet<String>,
    pub(super) articles: Vec<Article>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(table: &'a str, order: Option<Order>) -> Self {
        Self { table, order, known: HashMap::new(), taken: HashSet::new(), articles: Vec::new() }
    }

    /// The quotes of a row: exact words where it gives them, else the bare citations.
    pub(super) fn quotes_of(&mut self, cells: &Cells<'_>, line: u64, notes: &mut Notes) -> Vec<Quote> {
        let mut urls: Vec<Cow<'_, str>> = cells.urls.iter().flat_map(|cell| split_urls(cell)).collect();
        let mut titles = split_titles(cells.titles, urls.len());
        if urls.is_empty() && titles.iter().any(|title| is_url(title)) {
            // A column "source" may hold addresses, titles, or some of each.
            urls = titles.iter().map(|title| if is_url(title) { title.clone() } else { "".into() }).collect();
            titles = titles.into_iter().map(|title| if is_url(&title) { "".into() } else { title }).collect();
        }
        let named = titles.len().max(urls.len());
        let dates = cells::aligned(cells.dates, |mark, _| cells::is_separator(mark));
        let words: Vec<Cow<'_, str>> =
            cells.quotes.iter().flat_map(|cell| split_quotes(cell, named)).collect();
        if named > 1 && !words.is_empty() && words.len() != named {
            let text = Sentence::new("row-quotes").number("quotes", words.len()).number("sources", named);
            notes.row(line, text);
        }
        let mut quotes = Vec::new();
        for at in 0..named.max(words.len()) {
            let source = if named == 1 { 0 } else { at };
            let title = titles.get(source).map_or("", |title| title);
            let url = urls.get(source).map_or("", |url| url);
            let exact = words.get(at).filter(|words| !words.is_empty());
            if title.is_empty() && url.is_empty() && exact.is_none() {
                continue;
            }
            let date = dates.get(source).map_or("", |date| date);
            let published = self.published(date, line, notes);
            let article = self.article(title, url, published, line, notes);
            let quote = Quote { article, exact: exact.map(ToString::to_string), ..Quote::default() };
            if !quotes.contains(&quote) {
                quotes.push(quote);
            }
        }
        quotes
    }

    fn published(&self, cell: &str, line: u64, notes: &mut Notes) -> Option<When> {
        match dates::read(cell, self.order) {
            Reading::Empty => None,
            Reading::When { when, .. } => Some(when),
            Reading::Ambiguous(one, other) => {
                notes.row(line, dates::two("row-two-source-dates", cell, &one, &other));
                None
            }
            Reading::Unreadable(reason) => {
                notes.row(line, Sentence::new("row-source-date").said_of("why", reason));
                None
            }
        }
    }

    /// The key of the article of that address, or else of that title and date.
    fn article(
        &mut self,
        title: &str,
        url: &str,
        published: Option<When>,
        line: u64,
        notes: &mut Notes,
    ) -> String {
        let unnamed = title.is_empty() && url.is_empty();
        if unnamed {
            notes.row(line, Sentence::new("row-bare-quote").text("table", self.table));
        }
        let title = if unnamed { self.table } else { title };
        let date = published.as_ref().map_or("", When::as_str);
        let identity = if url.is_empty() { format!("{title}\n{date}") } else { url.to_owned() };
        if let Some(article) = self.known.get(&identity).and_then(|at| self.articles.get_mut(*at)) {
            complete(article, title, published, line, notes);
            return article.key.clone();
        }
        let key = key_of('a', &identity, &mut self.taken);
        let filled = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let (title, url) = (filled(title), filled(url));
        self.known.insert(identity, self.articles.len());
        self.articles.push(Article { key: key.clone(), title, url, published, ..Article::default() });
        key
    }
}

/// Fills what earlier rows left out of an article, and notes what they said otherwise.
fn complete(article: &mut Article, title: &str, published: Option<When>, line: u64, notes: &mut Notes) {
    let address = article.url.as_deref().unwrap_or_default();
    match &article.title {
        None if !title.is_empty() => article.title = Some(title.to_owned()),
        Some(known) if !title.is_empty() && known != title => {
            let text = Sentence::new("row-two-titles").text("address", address).text("kept", known);
            notes.row(line, text.text("other", title));
        }
        _ => {}
    }
    let address = article.url.as_deref().unwrap_or_default();
    match (&article.published, published) {
        (None, published) => article.published = published,
        (Some(known), Some(other)) if *known != other => {
            let text = Sentence::new("row-two-days").text("address", address).text("kept", known.as_str());
            notes.row(line, text.text("other", other.as_str()));
        }
        _ => {}
    }
}

fn is_url(text: &str) -> bool {
    let scheme = text.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        || text.starts_with("www.")
}

/// An address may hold `;` and `|`: they separate only before a blank, another address, or nothing.
fn split_urls(cell: &str) -> Vec<Cow<'_, str>> {
    cells::aligned(cell, |mark, after| {
        let next = after.trim_start_matches('"');
        let ends =
            after.is_empty() || after.starts_with(|c: char| c.is_whitespace() || cells::is_separator(c));
        mark == '\n' || ends || is_url(next)
    })
}

fn split_titles(cell: &str, urls: usize) -> Vec<Cow<'_, str>> {
    let titles = cells::aligned(cell, |mark, _| cells::is_separator(mark));
    if urls == 1 && titles.len() > 1 && !cells::has_quoted(cell) {
        return vec![Cow::Borrowed(cell.trim())];
    }
    titles
}

fn split_quotes(cell: &str, sources: usize) -> Vec<Cow<'_, str>> {
    let quotes = cells::aligned(cell, |mark, _| cells::is_separator(mark));
    if cells::has_quoted(cell) || (sources > 1 && quotes.len() == sources) {
        return quotes;
    }
    let mut quotes = cells::aligned(cell, |mark, _| matches!(mark, '|' | '\n'));
    quotes.retain(|quote| !quote.is_empty());
    quotes
}
