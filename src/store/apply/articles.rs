//! Articles of an import: united with those of the case by their text or address, else new.

use std::collections::BTreeSet;

use super::import::Taking;
use super::keys::Letter;
use super::pen::Pen;
use super::{Surroundings, anchor, batch};
use crate::model::{Article, PublishedFrom, Revision, Text};
use crate::store::error::StoreError;
use crate::store::read::{self, ArticleHeading};

/// Where an article of the file lives in the case.
#[derive(Debug, Clone)]
pub(super) struct Home {
    pub key: String,
    /// For each revision in the file: the one in the case; `None` is the newest.
    pub revs: Vec<(u32, Option<u32>)>,
    /// Revision that stands for the file's newest text.
    pub newest: Option<u32>,
    /// The text of the case, where the file has none: its quotes are to find their places.
    pub found: Option<Text>,
}

impl Taking<'_, '_> {
    pub(super) fn take_articles(
        &mut self,
        articles: &[Article],
        around: &mut Surroundings<'_>,
    ) -> Result<(), StoreError> {
        let present = if self.empty {
            Vec::new()
        } else {
            read::articles_between(self.pen.connection, i64::MIN, i64::MAX, true)?
        };
        let mut filled: BTreeSet<&str> = BTreeSet::new();
        for article in articles {
            let home = match united(article, &present) {
                Some((host, false)) => home_in(article, &host.article),
                Some((host, true)) if filled.insert(&host.article.key) => {
                    let shift = self.fill(&host.article.key, article)?;
                    Home::new(host.article.key.clone(), article, shift)
                }
                _ => {
                    let key = self.key_for(Letter::Article, &article.key, around)?;
                    self.write_article(article, &key)?;
                    self.report.articles += 1;
                    Home::new(key, article, 0)
                }
            };
            self.articles.insert(article.key.clone(), home);
        }
        Ok(())
    }

    fn write_article(&mut self, article: &Article, key: &str) -> Result<(), StoreError> {
        write_article(self.pen, self.batch, article, key).map(|_| ())
    }

    /// Gives a citation of the case the text that has arrived; tells by how much its revisions were counted up.
    fn fill(&mut self, key: &str, article: &Article) -> Result<u32, StoreError> {
        let row = self.pen.source(key)?.id;
        batch::erase_articles(self.pen.connection, &[row])?;
        let shift = last_rev(self.pen, row)?;
        write_texts(self.pen, self.batch, row, article, shift)?;
        batch::write_articles(self.pen.connection, &[row])?;
        self.pen.dip()?;
        if let Some(text) = &article.text {
            let words = Text::new(text.text.clone());
            let rev = text.rev.saturating_add(shift);
            self.moved.extend(anchor::anchor_waiting(self.pen, row, rev, &words)?);
        }
        Ok(shift)
    }
}

/// Writes a new article with its texts; gives its row.
pub(super) fn write_article(
    pen: &Pen<'_>,
    batch: i64,
    article: &Article,
    key: &str,
) -> Result<i64, StoreError> {
    let original = article.original.as_ref();
    pen.connection
        .prepare_cached(
            "INSERT INTO article (key, batch, title, byline, site, url, published, retrieved, language, origin, \
             original, original_type, original_name, note, private, published_from) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        )?
        .execute(rusqlite::params![
            key,
            batch,
            article.title,
            article.byline,
            article.site,
            article.url,
            article.published.as_ref().map(crate::model::When::as_str),
            article.retrieved.as_ref().map(crate::model::When::as_str),
            article.language,
            article.origin,
            original.map(|original| &original.sha256),
            original.and_then(|original| original.media_type.as_ref()),
            original.and_then(|original| original.name.as_ref()),
            article.note,
            article.private,
            article.published_from.map(PublishedFrom::code),
        ])?;
    let row = pen.connection.last_insert_rowid();
    write_texts(pen, batch, row, article, 0)?;
    batch::write_articles(pen.connection, &[row])?;
    Ok(row)
}

fn write_texts(pen: &Pen<'_>, batch: i64, row: i64, article: &Article, shift: u32) -> Result<(), StoreError> {
    for text in article.older.iter().chain(&article.text) {
        write_text(pen, batch, row, &Revision { rev: text.rev.saturating_add(shift), ..text.clone() })?;
    }
    Ok(())
}

/// Writes one text of an article.
pub(super) fn write_text(pen: &Pen<'_>, batch: i64, row: i64, text: &Revision) -> Result<(), StoreError> {
    pen.connection
        .prepare_cached(
            "INSERT INTO article_text (article, rev, batch, text, sha256) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((row, text.rev, batch, &text.text, &text.sha256))?;
    Ok(())
}

/// The last number that a text of an article has had, those that were removed counted in.
pub(super) fn last_rev(pen: &Pen<'_>, row: i64) -> Result<u32, StoreError> {
    let sql = "SELECT coalesce(max(rev), 0) FROM article_text WHERE article = ?1";
    Ok(pen.connection.prepare_cached(sql)?.query_row([row], |row| row.get(0))?)
}

fn texts(article: &Article) -> impl Iterator<Item = &Revision> {
    article.text.iter().chain(&article.older)
}

impl Home {
    /// An article whose revisions keep their numbers, or are counted up.
    fn new(key: String, article: &Article, shift: u32) -> Self {
        let revs = texts(article).map(|text| (text.rev, Some(text.rev.saturating_add(shift)))).collect();
        Self { key, revs, newest: None, found: None }
    }
}

/// The article of the case that a newcomer is, and whether it lacks the newcomer's text.
fn united<'a>(article: &Article, present: &'a [ArticleHeading]) -> Option<(&'a ArticleHeading, bool)> {
    let all_there = |host: &&ArticleHeading| {
        texts(article).all(|text| texts(&host.article).any(|known| known.sha256 == text.sha256))
    };
    if article.text.is_some() {
        // Several may hold the same words: the one that is it in all else, too, is meant before the first.
        let is_it = |host: &&ArticleHeading| {
            host.article == Article { key: host.article.key.clone(), ..article.clone() }
        };
        let named = |host: &&ArticleHeading| host.article.key == article.key;
        let hosts = || present.iter().filter(all_there);
        let host =
            hosts().filter(is_it).find(named).or_else(|| hosts().find(is_it)).or_else(|| hosts().next());
        if let Some(host) = host {
            return Some((host, false));
        }
    }
    let taken = present.iter().any(|host| host.article.key == article.key && host.article != *article);
    let alike = |host: &&ArticleHeading| {
        let named = Article { key: host.article.key.clone(), ..article.clone() };
        (taken || host.article.key == article.key) && named == host.article
    };
    if let Some(host) = present.iter().find(alike) {
        return Some((host, false));
    }
    let url = article.url.as_ref()?;
    let mut same = present.iter().filter(|host| host.article.url.as_ref() == Some(url));
    match article.text {
        None => same.next().map(|host| (host, false)),
        Some(_) => same.find(|host| !host.has_text).map(|host| (host, true)),
    }
}

/// Where the revisions of a newcomer are found in the article that it is.
fn home_in(article: &Article, host: &Article) -> Home {
    let newest = host.text.as_ref().map(|text| text.rev);
    let found = |text: &Revision| {
        let same = |known: &&Revision| known.sha256 == text.sha256;
        let numbered = texts(host).filter(same).find(|known| known.rev == text.rev);
        let known = numbered.or_else(|| texts(host).find(same)).map(|known| known.rev);
        known.filter(|rev| Some(*rev) != newest)
    };
    Home {
        key: host.key.clone(),
        revs: texts(article).map(|text| (text.rev, found(text))).collect(),
        newest: article.text.as_ref().and_then(found),
        found: match (&article.text, &host.text) {
            (None, Some(text)) => Some(Text::new(text.text.clone())),
            _ => None,
        },
    }
}
