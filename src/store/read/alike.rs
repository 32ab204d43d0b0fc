//! What stands in the case already that a candidate may be, and how well the case is supported.

use super::live;
use crate::model::{Candidate, CandidateDraft, Event, EventId, Likeness, likeness};
use crate::store::error::StoreError;
use crate::store::open::Store;

/// Events of one lane that are looked at for one candidate: beyond that the candidate's date says too little.
const MOST: i64 = 2_000;

/// Days around a candidate's date in which an event may be the same with another date.
const DAYS_AROUND: i64 = 60;

/// Events by what proves them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Support {
    pub events: usize,
    /// With at least one quote that has its words.
    pub quoted: usize,
    /// With citations only.
    pub cited: usize,
    /// With neither.
    pub bare: usize,
}

impl Store {
    /// The candidates that wait, in stored order.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn candidates(&self) -> Result<Vec<Candidate>, StoreError> {
        super::candidates(&self.connection)
    }

    /// Events of the case that a candidate may be, the nearest first.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn alike(&self, draft: &CandidateDraft) -> Result<Vec<(Event, Likeness)>, StoreError> {
        let mut rows: Vec<EventId> = Vec::new();
        if let Some(when) = &draft.when {
            let from = when.earliest().plus_days(-DAYS_AROUND);
            let to = when.latest().plus_days(DAYS_AROUND);
            for part in &draft.lanes {
                rows.extend(self.ids(
                    "SELECT m.event FROM mark m JOIN lane l ON l.id = m.lane \
                     WHERE l.code = ?1 AND m.t0 < ?2 AND m.t1 > ?3 ORDER BY m.t0 LIMIT ?4",
                    (part.lane.as_str(), to.0, from.0, MOST),
                )?);
            }
        }
        if let Some(count) = draft.count {
            // Without a date on either side the number must do.
            let undated = if draft.when.is_some() { "moment IS NULL" } else { "1" };
            let sql = format!(
                "SELECT id FROM event WHERE kind = ?1 AND count_min = ?2 AND {undated} AND {} ORDER BY id LIMIT ?3",
                live!("batch")
            );
            let min = i64::try_from(count.min).unwrap_or(i64::MAX);
            rows.extend(self.ids(&sql, (draft.kind.as_str(), min, MOST))?);
        }
        rows.sort_unstable();
        rows.dedup();
        let near = |event: Event| likeness(draft, &event).map(|how| (event, how));
        let mut found: Vec<_> = self.events(&rows)?.into_iter().filter_map(near).collect();
        found.sort_by_key(|(event, how)| {
            let other_day = event.when != draft.when;
            let other_count = event.count != draft.count;
            (std::cmp::Reverse(*how), other_day, other_count, event.id)
        });
        Ok(found)
    }

    /// How many events have quotes, citations only, or neither.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn support(&self) -> Result<Support, StoreError> {
        let sql = concat!(
            "SELECT count(*), coalesce(sum(words), 0), coalesce(sum(cited AND NOT words), 0) FROM (SELECT ",
            "EXISTS (SELECT 1 FROM quote q WHERE q.event = event.id AND q.exact IS NOT NULL) AS words, ",
            "EXISTS (SELECT 1 FROM quote q WHERE q.event = event.id) AS cited FROM event WHERE ",
            live!("batch"),
            ")"
        );
        let number = |row: &rusqlite::Row<'_>, at| {
            row.get::<_, i64>(at).map(|number| usize::try_from(number).unwrap_or(0))
        };
        let (events, quoted, cited) = self
            .connection
            .prepare_cached(sql)?
            .query_row([], |row| Ok((number(row, 0)?, number(row, 1)?, number(row, 2)?)))?;
        Ok(Support { events, quoted, cited, bare: events.saturating_sub(quoted + cited) })
    }
}
