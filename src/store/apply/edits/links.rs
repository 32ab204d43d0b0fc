//! Links between events (contract 2), and pairs of events that are told apart.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};

use super::super::pen::Owner;
use super::super::rows::{Table, Watch};
use super::{Entry, labels, with_known};
use crate::model::{Link, LinkEdit, LinkType, Quote, Sentence};
use crate::store::error::StoreError;
use crate::store::{read, rules};

impl Entry<'_, '_> {
    pub(super) fn link(&mut self, edit: &LinkEdit) -> Result<Sentence, StoreError> {
        match edit {
            LinkEdit::Put(link) => self.put_link(link),
            LinkEdit::Remove { from, to, link_type } => {
                let (later, earlier) = (self.event_called(from)?, self.event_called(to)?);
                let known = between(self.pen.connection, (later.0, earlier.0), *link_type)?;
                let Some((row, true)) = known else {
                    let sentence = Sentence::new("refused-no-link").quoting("from", from).quoting("to", to);
                    return Err(StoreError::Refused(sentence));
                };
                let grave = self.grave()?;
                self.watch(Table::Link, "id", row)?;
                let sql = "UPDATE link SET batch = ?2 WHERE id = ?1";
                self.pen.connection.prepare_cached(sql)?.execute([row, grave])?;
                self.touched.extend([later.0, earlier.0]);
                Ok(labels::link("step-unlink", (&later.1, &earlier.1), *link_type))
            }
        }
    }

    fn put_link(&mut self, link: &Link) -> Result<Sentence, StoreError> {
        let (later, earlier) = (self.event_called(&link.from)?, self.event_called(&link.to)?);
        if later.0 == earlier.0 {
            return Err(StoreError::Refused(Sentence::new("refused-link-itself")));
        }
        let mut link = link.clone();
        let articles: BTreeSet<String> = link.quotes.iter().map(|quote| quote.article.clone()).collect();
        let articles = articles.iter().map(String::as_str).collect();
        let fault = with_known(self.pen, &articles, |known| {
            let fault = link.quotes.iter().find_map(|quote| known.quote_fault(quote));
            link.quotes.iter_mut().for_each(|quote| known.texts.settle(quote));
            fault
        })?;
        if let Some(sentence) = fault {
            return Err(StoreError::Refused(sentence));
        }
        let known = between(self.pen.connection, (later.0, earlier.0), link.link_type)?;
        let mut batch = 0;
        if let Some((row, alive)) = known {
            let sql = "SELECT batch FROM link WHERE id = ?1";
            let was = self.pen.connection.prepare_cached(sql)?.query_row([row], |row| row.get(0))?;
            batch = if alive { was } else { 0 };
            erase(self.pen.connection, &mut self.watch, row)?;
        }
        let row = known.map(|(row, _)| row);
        let id = self.pen.write_link(row, batch, (later.0, earlier.0), &link)?;
        self.watch.born(Table::Link, "id", id);
        self.watch.born(Table::LinkQuote, "link", id);
        if link.link_type == LinkType::PartOf {
            self.refuse_circles()?;
        }
        self.touched.extend([later.0, earlier.0]);
        let key = if known.is_some_and(|(_, alive)| alive) { "step-change-link" } else { "step-link" };
        Ok(labels::link(key, (&later.1, &earlier.1), link.link_type))
    }

    fn refuse_circles(&self) -> Result<(), StoreError> {
        let all: Vec<Link> =
            read::links(self.pen.connection, None)?.into_iter().map(|(_, _, link)| link).collect();
        match rules::circle(&all) {
            None => Ok(()),
            Some(_) => Err(StoreError::Refused(Sentence::new("refused-part-of-part"))),
        }
    }

    /// Gives a link these quotes.
    pub(super) fn requote_link(&mut self, row: i64, quotes: &[Quote]) -> Result<(), StoreError> {
        self.watch(Table::LinkQuote, "link", row)?;
        self.pen.connection.prepare_cached("DELETE FROM link_quote WHERE link = ?1")?.execute([row])?;
        for (pos, quote) in (0..).zip(quotes) {
            self.pen.write_quote(Owner::Link, row, pos, quote)?;
        }
        Ok(())
    }

    pub(super) fn tell_apart(&mut self, one: &str, other: &str) -> Result<Sentence, StoreError> {
        let (one, other) = (self.event_called(one)?, self.event_called(other)?);
        if one.0 == other.0 {
            return Err(StoreError::Refused(Sentence::new("refused-apart-itself")));
        }
        let connection = self.pen.connection;
        let sql = concat!(
            "SELECT EXISTS (SELECT 1 FROM not_same WHERE min(one, other) = min(?1, ?2) ",
            "AND max(one, other) = max(?1, ?2) AND ",
            read::live!("batch"),
            ")"
        );
        let known: bool = connection.prepare_cached(sql)?.query_row([one.0, other.0], |row| row.get(0))?;
        if !known {
            connection
                .prepare_cached("INSERT INTO not_same (batch, one, other) VALUES (0, ?1, ?2)")?
                .execute([one.0, other.0])?;
            self.watch.born(Table::NotSame, "id", connection.last_insert_rowid());
            self.touched.extend([one.0, other.0]);
        }
        Ok(Sentence::new("step-tell-apart")
            .said_of("one", labels::named(&one.1))
            .said_of("other", labels::named(&other.1)))
    }
}

/// The row of the link of a type between two events, and whether it counts: one that was removed keeps its row.
pub(in super::super) fn between(
    connection: &Connection,
    (later, earlier): (i64, i64),
    link_type: LinkType,
) -> Result<Option<(i64, bool)>, StoreError> {
    let sql = concat!(
        "SELECT id, ",
        read::live!("batch"),
        " FROM link WHERE later = ?1 AND earlier = ?2 AND type = ?3"
    );
    let mut select = connection.prepare_cached(sql)?;
    let found = select.query_row((later, earlier, link_type.code()), |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(found.optional()?)
}

/// Takes a link's rows away, to be written again.
pub(in super::super) fn erase(
    connection: &Connection,
    watch: &mut Watch<'_>,
    row: i64,
) -> Result<(), StoreError> {
    watch.on(Table::Link, "id", row)?;
    watch.on(Table::LinkQuote, "link", row)?;
    connection.prepare_cached("DELETE FROM link_quote WHERE link = ?1")?.execute([row])?;
    connection.prepare_cached("DELETE FROM link WHERE id = ?1")?.execute([row])?;
    Ok(())
}
