//! Integrity: quotes against their texts, texts and originals against their hashes, the file against itself.

use std::collections::BTreeMap;

use super::super::error::StoreError;
use super::super::hash::sha256_hex;
use super::super::open::Store;
use super::super::originals;
use super::super::read::{articles_between, events_between, links};
use super::super::rules::Texts;
use crate::model::{Article, Quote, Sentence};
use crate::words::in_english;

/// What `check` tells of a case (contract 14).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckReport {
    pub events: usize,
    pub quotes: QuoteReport,
    pub originals: OriginalReport,
    /// What is wrong with the file; empty where nothing is.
    pub database: Vec<String>,
}

/// Quotes by how far they can be trusted; those that only name their article are in none of the numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuoteReport {
    pub verified: usize,
    /// Their text is not in this case, or nobody has found them in it yet.
    pub carried: usize,
    pub wrong: Vec<WrongQuote>,
}

/// A quote whose words do not stand where it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongQuote {
    /// Key of the event, or of the later event of a link.
    pub event: String,
    pub article: String,
    pub start: usize,
    pub end: usize,
    pub reason: String,
}

/// Files behind articles: bytes that fit their hash, bytes that are not in the case, and bytes that do not fit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OriginalReport {
    pub verified: usize,
    pub missing: usize,
    pub wrong: usize,
}

impl CheckReport {
    /// Whether nothing is wrong; what is merely not here is not wrong.
    #[must_use]
    pub fn ok(&self) -> bool {
        self.quotes.wrong.is_empty() && self.originals.wrong == 0 && self.database.is_empty()
    }
}

/// Faults of the file that are listed at most.
const MOST_FAULTS: i64 = 20;

impl Store {
    /// Looks through the whole case.
    ///
    /// # Errors
    /// Fails where the file can't be read at all; damage that can be read past is in the report.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        let mut report = CheckReport::default();
        match self.look_through(&mut report) {
            Err(StoreError::Malformed) => {
                report.database.push(in_english(&Sentence::new("damage-malformed")));
            }
            other => other?,
        }
        Ok(report)
    }

    fn look_through(&self, report: &mut CheckReport) -> Result<(), StoreError> {
        report.database = self.integrity()?;
        let headings = articles_between(&self.connection, i64::MIN, i64::MAX, true)?;
        let articles: Vec<Article> = headings.into_iter().map(|heading| heading.article).collect();
        for article in &articles {
            for text in article.text.iter().chain(&article.older) {
                if sha256_hex(text.text.as_bytes()) != text.sha256 {
                    let fault =
                        format!("text {} of article {:?} does not fit its hash", text.rev, article.key);
                    report.database.push(fault);
                }
            }
        }
        report.originals = self.check_originals(&articles)?;
        let texts = Texts::new(&articles);
        let events = events_between(&self.connection, i64::MIN, i64::MAX)?;
        report.events = events.len();
        for event in &events {
            event.quotes.iter().for_each(|quote| weigh(quote, &event.key, &texts, &mut report.quotes));
        }
        for (_, _, link) in links(&self.connection, None)? {
            link.quotes.iter().for_each(|quote| weigh(quote, &link.from, &texts, &mut report.quotes));
        }
        Ok(())
    }

    fn integrity(&self) -> Result<Vec<String>, StoreError> {
        let mut select = self.connection.prepare(&format!("PRAGMA integrity_check({MOST_FAULTS})"))?;
        let rows = select.query_map([], |row| row.get::<_, String>(0))?;
        let said = rows.collect::<Result<Vec<_>, _>>();
        let mut faults: Vec<String> = match said {
            Ok(said) => said.into_iter().filter(|line| line != "ok").collect(),
            Err(error) => vec![error.to_string()],
        };
        // Each event has a mark in each of its lanes, or one in none.
        let sql = "SELECT (SELECT count(*) FROM mark), (SELECT coalesce(sum(lanes), 0) FROM (SELECT max(1, \
                   (SELECT count(DISTINCT lane) FROM event_lane p WHERE p.event = e.id)) AS lanes FROM event e \
                   WHERE e.batch NOT IN (SELECT id FROM batch WHERE dead = 1)))";
        let drawn: (i64, i64) = self.connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        if drawn.0 != drawn.1 {
            faults.push(format!("the drawing table has {} marks; the events need {}", drawn.0, drawn.1));
        }
        Ok(faults)
    }

    fn check_originals(&self, articles: &[Article]) -> Result<OriginalReport, StoreError> {
        let mut select = self.connection.prepare("SELECT sha256, bytes FROM original")?;
        let mut rows = select.query([])?;
        let mut sound: BTreeMap<String, bool> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (named, bytes): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
            let fits = originals::unpack(&bytes).is_some_and(|bytes| sha256_hex(&bytes) == named);
            sound.insert(named, fits);
        }
        let mut report = OriginalReport::default();
        for original in articles.iter().filter_map(|article| article.original.as_ref()) {
            match sound.get(&original.sha256) {
                None => report.missing += 1,
                Some(true) => report.verified += 1,
                Some(false) => report.wrong += 1,
            }
        }
        Ok(report)
    }
}

fn weigh(quote: &Quote, event: &str, texts: &Texts<'_>, report: &mut QuoteReport) {
    let Some((start, end)) = quote.place else {
        report.carried += usize::from(quote.exact.is_some());
        return;
    };
    if !texts.has(&quote.article, quote.rev) {
        report.carried += 1;
        return;
    }
    match texts.misplaced(quote) {
        None => report.verified += 1,
        Some(reason) => report.wrong.push(WrongQuote {
            event: event.to_owned(),
            article: quote.article.clone(),
            start,
            end,
            reason: in_english(&reason),
        }),
    }
}
