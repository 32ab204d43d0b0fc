//! A case in a few numbers.

use super::lists::views;
use super::{Store, StoreError, live};
use crate::model::Stamp;

/// What `info` tells of a case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    pub title: String,
    pub events: usize,
    pub undated: usize,
    /// Declared or used, "No lane" not among them.
    pub lanes: usize,
    pub articles: usize,
    pub entities: usize,
    /// Waiting ones.
    pub candidates: usize,
    /// First and last day that any event names, in EDTF.
    pub from: Option<String>,
    pub to: Option<String>,
    /// Names of the saved views.
    pub views: Vec<String>,
}

impl Store {
    /// The case in a few numbers.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn summary(&self) -> Result<Summary, StoreError> {
        let count = |sql: &str| -> Result<usize, StoreError> {
            let number: i64 = self.connection.query_row(sql, [], |row| row.get(0))?;
            Ok(usize::try_from(number).unwrap_or(0))
        };
        let live = live!("batch");
        let lanes = format!(
            "SELECT count(*) FROM lane WHERE code <> '' AND ((batch IS NOT NULL AND {live}) \
             OR id IN (SELECT DISTINCT lane FROM mark))"
        );
        let (from, to) = self.range()?;
        Ok(Summary {
            title: self.title()?,
            events: count(&format!("SELECT count(*) FROM event WHERE {live}"))?,
            undated: count(&format!("SELECT count(*) FROM event WHERE moment IS NULL AND {live}"))?,
            lanes: count(&lanes)?,
            articles: count(&format!("SELECT count(*) FROM article WHERE {live}"))?,
            entities: count(&format!("SELECT count(*) FROM entity WHERE {live}"))?,
            candidates: self.waiting()?,
            from: from.map(day),
            to: to.map(day),
            views: views(&self.connection)?.into_iter().map(|view| view.name).collect(),
        })
    }

    /// Candidates that nobody has decided on.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn waiting(&self) -> Result<usize, StoreError> {
        let live = live!("batch");
        let sql = format!("SELECT count(*) FROM candidate WHERE state = 'waiting' AND {live}");
        let number: i64 = self.connection.query_row(&sql, [], |row| row.get(0))?;
        Ok(usize::try_from(number).unwrap_or(0))
    }

    /// Events with a date.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn dated_events(&self) -> Result<usize, StoreError> {
        let sql = concat!("SELECT count(*) FROM event WHERE moment IS NOT NULL AND ", live!("batch"));
        let number: i64 = self.connection.query_row(sql, [], |row| row.get(0))?;
        Ok(usize::try_from(number).unwrap_or(0))
    }

    /// The first and last second that events name; open and unknown ends name none.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn range(&self) -> Result<(Option<Stamp>, Option<Stamp>), StoreError> {
        let sql = format!(
            "SELECT min(min(iif(t0 > ?1, t0, t1 - 1), iif(t1 < ?2, t1 - 1, t0))), \
             max(max(iif(t0 > ?1, t0, t1 - 1), iif(t1 < ?2, t1 - 1, t0))) \
             FROM event WHERE moment IS NOT NULL AND NOT (t0 = ?1 AND t1 = ?2) AND t0 < ?2 AND t1 > ?1 AND {}",
            live!("batch")
        );
        let ends = [Stamp::MIN.0, Stamp::MAX.0];
        let stamps = self.connection.query_row(&sql, ends, |row| {
            Ok((row.get::<_, Option<i64>>(0)?.map(Stamp), row.get::<_, Option<i64>>(1)?.map(Stamp)))
        })?;
        Ok(stamps)
    }
}

/// A day in EDTF; of a far year, the year.
fn day(stamp: Stamp) -> String {
    let (year, month, day) = stamp.civil();
    if (-9_999..=9_999).contains(&year) {
        let sign = if year < 0 { "-" } else { "" };
        format!("{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs())
    } else {
        format!("Y{year}")
    }
}
