//! An article that arrives as a file: its bytes, its text, what it seems to say, in one edit.

use super::super::redraw::Stale;
use super::super::rows::Table;
use super::{Entry, Surroundings};
use crate::model::{Arrival, Article, ArticleEdit, Sentence};
use crate::store::error::StoreError;
use crate::store::originals;

impl Entry<'_, '_> {
    /// Adds the article, or gives its text to the one that it is; what the user has written of that one stays.
    pub(super) fn arrive(
        &mut self,
        arrival: &Arrival,
        around: &mut Surroundings<'_>,
    ) -> Result<Sentence, StoreError> {
        let article = &arrival.article;
        originals::keep(self.pen.connection, std::slice::from_ref(&arrival.bytes))?;
        let put = |article: &Article| ArticleEdit::Put(Box::new(article.clone()));
        let (key, label) = if article.key.is_empty() {
            let label = self.article(&put(article), around)?;
            (self.made.clone().unwrap_or_default(), label)
        } else {
            let (row, old) = self.article_called(&article.key)?;
            let text = article.text.as_ref().map(|text| text.text.clone()).unwrap_or_default();
            let label = self.article(&ArticleEdit::Read { key: old.key.clone(), text }, around)?;
            self.article(&put(&completed(&old, article)), around)?;
            self.put_original(row, article)?;
            (old.key, label)
        };
        for (copy, origin) in &arrival.origins {
            let (_, old) = self.article_called(copy)?;
            if old.origin.is_none() {
                self.article(&put(&Article { origin: Some(origin.clone()), ..old }), around)?;
            }
        }
        self.report.articles = 1;
        // A new reading that says nothing leaves nothing of the old one waiting.
        if !arrival.candidates.is_empty() || !article.key.is_empty() {
            let mut candidates = arrival.candidates.clone();
            for candidate in &mut candidates {
                candidate.article.clone_from(&key);
                candidate.rev = None;
            }
            self.propose(&key, &candidates, article.key.is_empty(), around)?;
        }
        self.made = Some(key);
        Ok(label)
    }

    /// Names the file that the newest text was read from.
    fn put_original(&mut self, row: i64, article: &Article) -> Result<(), StoreError> {
        let Some(original) = &article.original else { return Ok(()) };
        self.watch(Table::Article, "id", row)?;
        let stale = Stale::heading(row);
        stale.erase(self.pen)?;
        self.pen
            .connection
            .prepare_cached(
                "UPDATE article SET original = ?2, original_type = ?3, original_name = ?4 WHERE id = ?1",
            )?
            .execute((row, &original.sha256, &original.media_type, &original.name))?;
        stale.write(self.pen)
    }
}

/// What is known of an article, with what the newcomer knows besides.
fn completed(old: &Article, new: &Article) -> Article {
    let mut whole = old.clone();
    let fill = |own: &mut Option<String>, other: &Option<String>| {
        if own.is_none() {
            own.clone_from(other);
        }
    };
    fill(&mut whole.title, &new.title);
    fill(&mut whole.byline, &new.byline);
    fill(&mut whole.site, &new.site);
    fill(&mut whole.url, &new.url);
    fill(&mut whole.language, &new.language);
    fill(&mut whole.origin, &new.origin);
    if old.published.is_none() {
        (whole.published, whole.published_from) = (new.published.clone(), new.published_from);
    }
    whole.retrieved = new.retrieved.clone().or_else(|| old.retrieved.clone());
    whole
}
