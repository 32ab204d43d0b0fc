//! Articles: headings changed by hand, texts read anew, and articles taken away (contract 4).

use super::super::articles::{last_rev, write_article, write_text};
use super::super::keys::{self, Letter};
use super::super::redraw::Stale;
use super::super::rows::Table;
use super::{Entry, Surroundings, labels};
use crate::model::{Article, ArticleEdit, EventId, PublishedFrom, Revision, Sentence, When};
use crate::store::error::StoreError;
use crate::store::hash::sha256_hex;
use crate::store::read;

impl Entry<'_, '_> {
    pub(super) fn article(
        &mut self,
        edit: &ArticleEdit,
        around: &mut Surroundings<'_>,
    ) -> Result<Sentence, StoreError> {
        match edit {
            ArticleEdit::Put(article) if article.key.is_empty() => self.add_article(article, around),
            ArticleEdit::Put(article) => self.put_heading(article),
            ArticleEdit::Read { key, text } => self.read_article(key, text),
            ArticleEdit::Arrive(arrival) => self.arrive(arrival, around),
            ArticleEdit::Remove { key, keep_citation } => self.remove_article(key, *keep_citation),
        }
    }

    fn add_article(
        &mut self,
        article: &Article,
        around: &mut Surroundings<'_>,
    ) -> Result<Sentence, StoreError> {
        let named = [&article.title, &article.site, &article.url, &article.byline].into_iter().flatten();
        if article.text.is_none() && named.map(|name| name.trim().len()).sum::<usize>() == 0 {
            return Err(StoreError::Refused(Sentence::new("refused-article-nameless")));
        }
        let key = keys::fresh(self.pen.connection, Letter::Article, around)?;
        let text = article.text.as_ref().map(|text| reading(1, &text.text));
        let article = Article { key, text, older: Vec::new(), ..article.clone() };
        // Its text may be long: the history names the batch.
        let batch = self.batch()?;
        write_article(self.pen, batch, &article, &article.key)?;
        let label = labels::article("step-add", &article);
        self.made = Some(article.key);
        self.report.articles = 1;
        Ok(label)
    }

    fn put_heading(&mut self, article: &Article) -> Result<Sentence, StoreError> {
        let (row, old) = self.article_called(&article.key)?;
        self.watch(Table::Article, "id", row)?;
        let redated = old.published != article.published || old.retrieved != article.retrieved;
        let stale = if redated { Stale::article(self.pen.connection, row)? } else { Stale::heading(row) };
        stale.erase(self.pen)?;
        self.pen
            .connection
            .prepare_cached(
                "UPDATE article SET title = ?2, byline = ?3, site = ?4, url = ?5, published = ?6, retrieved = ?7, \
                 language = ?8, origin = ?9, note = ?10, private = ?11, published_from = ?12 WHERE id = ?1",
            )?
            .execute(rusqlite::params![
                row,
                article.title,
                article.byline,
                article.site,
                article.url,
                article.published.as_ref().map(When::as_str),
                article.retrieved.as_ref().map(When::as_str),
                article.language,
                article.origin,
                article.note,
                article.private,
                article.published_from.map(PublishedFrom::code),
            ])?;
        stale.write(self.pen)?;
        if redated {
            self.touched.extend(stale.touched());
        }
        Ok(labels::article("step-change-heading", &old))
    }

    fn read_article(&mut self, key: &str, text: &str) -> Result<Sentence, StoreError> {
        let (row, old) = self.article_called(key)?;
        let label = match old.text {
            None => labels::article("step-add-text", &old),
            Some(_) => labels::article("step-read-anew", &old),
        };
        let hash = sha256_hex(text.as_bytes());
        if old.text.as_ref().is_some_and(|old| old.sha256 == hash) {
            return Ok(label);
        }
        let stale = Stale::heading(row);
        stale.erase(self.pen)?;
        let new = reading(last_rev(self.pen, row)?.saturating_add(1), text);
        let batch = self.batch()?;
        write_text(self.pen, batch, row, &new)?;
        self.move_quotes(row, &old, &new)?;
        stale.write(self.pen)?;
        Ok(label)
    }

    fn remove_article(&mut self, key: &str, keep_citation: bool) -> Result<Sentence, StoreError> {
        let (row, article) = self.article_called(key)?;
        let stale = Stale::article(self.pen.connection, row)?;
        if keep_citation && article.text.is_none() {
            return Err(StoreError::Refused(Sentence::new("refused-no-text")));
        }
        if !keep_citation {
            self.remove_quotes(row, key)?;
        }
        let heading = Stale::heading(row);
        heading.erase(self.pen)?;
        let grave = self.grave()?;
        self.bury(
            Table::ArticleText,
            "article",
            row,
            "UPDATE article_text SET batch = ?2 WHERE article = ?1",
            grave,
        )?;
        self.watch(Table::Article, "id", row)?;
        let connection = self.pen.connection;
        let label = if keep_citation {
            let sql = "UPDATE candidate SET batch = ?2 WHERE article = ?1 AND state = 'waiting'";
            self.bury(Table::Candidate, "article", row, sql, grave)?;
            self.forget_revisions(row)?;
            let sql = "UPDATE article SET original = NULL, original_type = NULL, original_name = NULL WHERE id = ?1";
            connection.prepare_cached(sql)?.execute([row])?;
            labels::article("step-remove-text", &article)
        } else {
            let sql = "UPDATE candidate SET batch = ?2 WHERE article = ?1";
            self.bury(Table::Candidate, "article", row, sql, grave)?;
            connection
                .prepare_cached("UPDATE article SET batch = ?2 WHERE id = ?1")?
                .execute([row, grave])?;
            labels::article("step-remove", &article)
        };
        heading.write(self.pen)?;
        self.touched.extend(stale.touched());
        Ok(label)
    }

    /// Puts rows of an article that count into a grave.
    pub(super) fn bury(
        &mut self,
        table: Table,
        column: &'static str,
        row: i64,
        sql: &str,
        grave: i64,
    ) -> Result<(), StoreError> {
        self.watch(table, column, row)?;
        let sql = format!("{sql} AND batch NOT IN (SELECT id FROM batch WHERE dead = 1)");
        self.pen.connection.prepare_cached(&sql)?.execute([row, grave])?;
        Ok(())
    }

    /// Quotes keep their words, and wait for a text.
    fn forget_revisions(&mut self, article: i64) -> Result<(), StoreError> {
        for (table, sql) in [
            (Table::Quote, "UPDATE quote SET rev = NULL WHERE article = ?1"),
            (Table::LinkQuote, "UPDATE link_quote SET rev = NULL WHERE article = ?1"),
        ] {
            self.watch(table, "article", article)?;
            self.pen.connection.prepare_cached(sql)?.execute([article])?;
        }
        Ok(())
    }

    fn remove_quotes(&mut self, row: i64, key: &str) -> Result<(), StoreError> {
        let stale = Stale::article(self.pen.connection, row)?;
        for id in stale.touched() {
            let Ok(mut event) = self.event_there(EventId(id)) else { continue };
            let (own_key, batch) = (self.pen.own_key_of(id)?, self.pen.batch_of(id)?);
            self.watch.event(id)?;
            self.pen.erase_event(&event)?;
            event.quotes.retain(|quote| quote.article != key);
            self.pen.write_event(&event, Some(id), batch, own_key.as_deref())?;
        }
        for (link, _, mut known) in read::links(self.pen.connection, None)? {
            if known.quotes.iter().any(|quote| quote.article == key) {
                known.quotes.retain(|quote| quote.article != key);
                self.requote_link(link, &known.quotes)?;
            }
        }
        Ok(())
    }
}

fn reading(rev: u32, text: &str) -> Revision {
    Revision { rev, text: text.to_owned(), sha256: sha256_hex(text.as_bytes()) }
}
