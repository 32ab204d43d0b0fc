//! An article that was read anew: where its quotes stand now (contract 4).
//!
//! A quote keeps its place if its words stand there; else it goes where they stand, and of several places to the one
//! with the most of the words around it; else both texts are laid side by side word by word, and it goes where most of
//! its words went. What is not found stays on the old text. None is dropped.

use super::super::anchor::{self, Place};
use super::super::rows::Table;
use super::Entry;
use crate::model::{Article, Revision, Sentence, Text};
use crate::store::case_json;
use crate::store::error::StoreError;
use crate::store::side_by_side::{SideBySide, find_words};

/// What became of a quote.
enum Fate {
    /// Its words stand here.
    Stands((usize, usize)),
    /// Almost its words stand here.
    Reads((usize, usize)),
    Lost,
}

impl Entry<'_, '_> {
    /// Moves the quotes and candidates of an article to a new text.
    pub(super) fn move_quotes(&mut self, row: i64, old: &Article, new: &Revision) -> Result<(), StoreError> {
        let text = Text::new(new.text.clone());
        let mut beside = Beside { old, new: &text, pairs: Vec::new() };
        for table in [Table::Quote, Table::LinkQuote] {
            self.watch(table, "article", row)?;
            for (place, exact) in anchor::quotes_in(self.pen, table == Table::LinkQuote, row)? {
                self.move_quote(place, exact, new.rev, &mut beside)?;
            }
        }
        self.move_candidates(row, new.rev, &mut beside)?;
        let moved = &self.report.quotes;
        let notes = [(moved.changed.len(), "note-quotes-changed"), (moved.lost.len(), "note-quotes-lost")];
        for (count, key) in notes.into_iter().filter(|(count, _)| *count > 0) {
            self.report.notes.push(Sentence::new(key).number("n", count));
        }
        Ok(())
    }

    fn move_quote(
        &mut self,
        mut place: Place,
        exact: Option<String>,
        rev: u32,
        beside: &mut Beside<'_>,
    ) -> Result<(), StoreError> {
        let Some(exact) = exact.filter(|exact| !exact.is_empty()) else {
            // A quote without words names the article, whatever it reads.
            place.unplace(rev);
            return anchor::put(self.pen, &place);
        };
        match beside.fate(&place, &exact) {
            Fate::Stands(there) => {
                place.move_to(rev, Some((there, beside.new)));
                self.report.quotes.moved += 1;
                anchor::put(self.pen, &place)
            }
            Fate::Reads((start, end)) => {
                let words = beside.new.slice(start, end).unwrap_or_default().to_owned();
                place.move_to(rev, Some(((start, end), beside.new)));
                anchor::put(self.pen, &place)?;
                if words == exact {
                    // It stood in several places, and only the words around it told which one it is.
                    self.report.quotes.moved += 1;
                    return Ok(());
                }
                anchor::put_words(self.pen, &place, &words)?;
                self.report.quotes.changed.push((exact, words));
                Ok(())
            }
            Fate::Lost => {
                match beside.old.revision(place.rev()).filter(|_| place.is_placed()) {
                    Some(old) => {
                        place.move_to(old.rev, None);
                        self.report.quotes.lost.push(exact);
                    }
                    // It waited for a text, and in this one nobody has found it yet.
                    None => place.unplace(rev),
                }
                anchor::put(self.pen, &place)
            }
        }
    }

    fn move_candidates(&mut self, row: i64, rev: u32, beside: &mut Beside<'_>) -> Result<(), StoreError> {
        self.watch(Table::Candidate, "article", row)?;
        let sql = "SELECT id, rev, first, past, draft FROM candidate WHERE article = ?1 ORDER BY id";
        let connection = self.pen.connection;
        let mut select = connection.prepare_cached(sql)?;
        let rows = select.query_map([row], |row| {
            let place: (i64, i64) = (row.get(2)?, row.get(3)?);
            Ok((row.get::<_, i64>(0)?, row.get::<_, Option<u32>>(1)?, place, row.get::<_, String>(4)?))
        })?;
        for (id, old_rev, (first, past), draft) in rows.collect::<Result<Vec<_>, _>>()? {
            let place = Place::at(old_rev, (first, past));
            let Some(exact) = beside.words_at(&place) else { continue };
            let (Fate::Stands((start, end)) | Fate::Reads((start, end))) = beside.fate(&place, &exact) else {
                continue;
            };
            let scalar = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
            let draft = move_more(&draft, old_rev, beside)?;
            connection
                .prepare_cached(
                    "UPDATE candidate SET rev = ?2, first = ?3, past = ?4, draft = ?5 WHERE id = ?1",
                )?
                .execute((id, rev, scalar(start), scalar(end), draft))?;
        }
        Ok(())
    }
}

/// A draft whose further quotes stand where the new text has them; those that it has not are gone.
fn move_more(draft: &str, old_rev: Option<u32>, beside: &mut Beside<'_>) -> Result<String, StoreError> {
    let mut moved = case_json::draft_from(serde_json::from_str(draft)?);
    if moved.more_quotes.is_empty() {
        return Ok(draft.to_owned());
    }
    let scalar = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let mut kept = Vec::new();
    for (start, end) in std::mem::take(&mut moved.more_quotes) {
        let place = Place::at(old_rev, (scalar(start), scalar(end)));
        let Some(exact) = beside.words_at(&place) else { continue };
        if let Fate::Stands(there) | Fate::Reads(there) = beside.fate(&place, &exact) {
            kept.push(there);
        }
    }
    moved.more_quotes = kept;
    Ok(serde_json::to_string(&case_json::draft_to(&moved))?)
}

/// The old texts of an article beside its new one.
struct Beside<'a> {
    old: &'a Article,
    new: &'a Text,
    /// Old texts that were needed, by their number.
    pairs: Vec<(u32, SideBySide)>,
}

impl Beside<'_> {
    fn words_at(&self, place: &Place) -> Option<String> {
        let text = self.old.revision(place.rev())?;
        let (start, end) = place.scalars()?;
        Some(text.text.chars().skip(start).take(end.checked_sub(start)?).collect())
    }

    fn fate(&mut self, place: &Place, exact: &str) -> Fate {
        if let Some(there) = anchor::find(self.new, exact, place) {
            return Fate::Stands(there);
        }
        let found = match (self.old.revision(place.rev()), place.scalars()) {
            (Some(old), Some(there)) => {
                let known = self.pairs.iter().position(|(rev, _)| *rev == old.rev);
                let at = known.unwrap_or_else(|| {
                    self.pairs.push((old.rev, SideBySide::new(&old.text, self.new.as_str())));
                    self.pairs.len() - 1
                });
                self.pairs[at].1.moved(there, self.new)
            }
            _ => None,
        };
        let found = found.or_else(|| find_words(exact, self.new));
        found.map_or(Fate::Lost, Fate::Reads)
    }
}
