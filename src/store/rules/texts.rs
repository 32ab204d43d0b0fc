//! Texts of articles, and whether the words of quotes stand in them where they say.

use std::collections::BTreeMap;

use crate::model::{Article, CaseContent, Quote, Revision, Sentence, Text};
use crate::store::hash::sha256_hex;

/// The texts of articles, indexed by scalar values.
#[derive(Debug, Default)]
pub(in crate::store) struct Texts<'a> {
    by_article: BTreeMap<&'a str, Vec<(u32, Text)>>,
}

impl<'a> Texts<'a> {
    /// Indexes the texts of some articles.
    pub(in crate::store) fn new(articles: impl IntoIterator<Item = &'a Article>) -> Self {
        let indexed = |text: &Revision| (text.rev, Text::new(text.text.clone()));
        let by_article = articles
            .into_iter()
            .map(|article| {
                // The newest stands first.
                let texts = article.text.iter().chain(&article.older).map(indexed).collect();
                (article.key.as_str(), if article.text.is_some() { texts } else { Vec::new() })
            })
            .collect();
        Self { by_article }
    }

    pub(super) fn knows(&self, article: &str) -> bool {
        self.by_article.contains_key(article)
    }

    fn newest(&self, article: &str) -> Option<u32> {
        self.by_article.get(article)?.first().map(|(rev, _)| *rev)
    }

    pub(super) fn text(&self, article: &str, rev: Option<u32>) -> Option<&Text> {
        let texts = self.by_article.get(article)?;
        match rev {
            None => texts.first(),
            Some(rev) => texts.iter().find(|(known, _)| *known == rev),
        }
        .map(|(_, text)| text)
    }

    /// Whether the text that a quote names is there.
    pub(in crate::store) fn has(&self, article: &str, rev: Option<u32>) -> bool {
        self.text(article, rev).is_some()
    }

    /// Why the words of a quote do not stand where it says; `None` also where there is no text to look at.
    pub(in crate::store) fn misplaced(&self, quote: &Quote) -> Option<Sentence> {
        let ((start, end), text) = (quote.place?, self.text(&quote.article, quote.rev)?);
        let article = &quote.article;
        match text.slice(start, end) {
            _ if start >= end => Some(
                Sentence::new("rule-quote-turned")
                    .text("start", start.to_string())
                    .text("end", end.to_string()),
            ),
            None => Some(
                Sentence::new("rule-quote-outside")
                    .text("start", start.to_string())
                    .text("end", end.to_string())
                    .quoting("article", article)
                    .text("n", text.len().to_string()),
            ),
            Some(words) if Some(words) != quote.exact.as_deref() => Some(
                Sentence::new("rule-quote-misplaced")
                    .text("start", start.to_string())
                    .text("end", end.to_string())
                    .quoting("article", article)
                    .quoting("words", &beginning(words)),
            ),
            Some(_) => None,
        }
    }

    /// Writes a quote's surroundings anew where its text is there, and forgets a revision that is the newest.
    pub(in crate::store) fn settle(&self, quote: &mut Quote) {
        if quote.rev.is_some() && quote.rev == self.newest(&quote.article) {
            quote.rev = None;
        }
        let Some(text) = self.text(&quote.article, quote.rev) else { return };
        if let Some((start, end)) = quote.place.filter(|_| self.misplaced(quote).is_none()) {
            let kept = |words: &str| (!words.is_empty()).then(|| words.to_owned());
            let (before, after) = text.context(start, end);
            (quote.prefix, quote.suffix) = (kept(before), kept(after));
        }
    }
}

fn beginning(words: &str) -> String {
    let cut: String = words.chars().take(60).collect();
    if cut.len() < words.len() { cut + "…" } else { cut }
}

/// Puts what follows from the rest: numbers and hashes of texts, surroundings of quotes.
pub(in crate::store) fn settle(content: &mut CaseContent) {
    for article in &mut content.articles {
        let last = article.older.iter().map(|old| old.rev).max().unwrap_or(0);
        for text in article.text.iter_mut().chain(&mut article.older) {
            if text.rev == 0 {
                text.rev = last.saturating_add(1);
            }
            if text.sha256.is_empty() {
                text.sha256 = sha256_hex(text.text.as_bytes());
            }
        }
    }
    let texts = Texts::new(&content.articles);
    let quotes = content.events.iter_mut().flat_map(|event| &mut event.quotes);
    for quote in quotes.chain(content.links.iter_mut().flat_map(|link| &mut link.quotes)) {
        texts.settle(quote);
    }
}
