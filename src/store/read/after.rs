//! Columns after an edit: what was touched is read anew, the rest is taken over.

use std::collections::BTreeSet;

use super::lists::{apart, kinds, lane_code};
use super::{Store, StoreError, events_between};
use crate::model::{
    Change, Columns, Event, EventId, LaneCode, LaneIndex, Link, Mark, MarkBits, Participation, Stamp,
};

/// Beyond so many touched events the whole scan is quicker.
const MANY: usize = 1_000;

impl Store {
    /// Everything that drawing needs, as [`Store::columns`] gives it, made from what it was before a change.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn columns_after(&self, before: &Columns, change: &Change) -> Result<Columns, StoreError> {
        let reach = change.reach;
        if reach.all || reach.lanes || change.touched.len() > MANY {
            return self.columns();
        }
        let touched: BTreeSet<EventId> = change.touched.iter().copied().collect();
        let mut marks = Vec::new();
        for event in &touched {
            marks.extend(self.marks_of(*event)?);
        }
        let Some(mut columns) = patched(before, &touched, &marks) else { return self.columns() };
        if self.parts_differ(before, &touched)? || reach.entities {
            (columns.entities, columns.participations) = self.participations()?;
        }
        if reach.links {
            columns.ties = self.ties()?;
        }
        columns.apart = apart(&self.connection)?;
        if reach.kinds {
            columns.kinds = kinds(&self.connection)?;
        }
        Ok(columns)
    }

    /// All links.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn links(&self) -> Result<Vec<Link>, StoreError> {
        Ok(super::links(&self.connection, None)?.into_iter().map(|(_, _, link)| link).collect())
    }

    /// An event's rows of the drawing table; none where it is not in the case.
    fn marks_of(&self, event: EventId) -> Result<Vec<(LaneCode, Mark)>, StoreError> {
        let sql = "SELECT l.code, m.t0, m.t1, m.bits, m.known FROM event e JOIN mark m ON m.t0 = e.t0 \
                   AND m.event = e.id AND m.lane IN \
                   (SELECT lane FROM event_lane WHERE event = e.id UNION SELECT 0) \
                   JOIN lane l ON l.id = m.lane WHERE e.id = ?1";
        let mut select = self.connection.prepare_cached(sql)?;
        let mut rows = select.query([event.0])?;
        let mut marks = Vec::new();
        while let Some(row) = rows.next()? {
            let code: String = row.get(0)?;
            let mark = Mark {
                lane: LaneIndex(0),
                t0: Stamp(row.get(1)?),
                event,
                t1: Stamp(row.get(2)?),
                bits: MarkBits(row.get(3)?),
                known: Stamp(row.get(4)?),
            };
            marks.push((lane_code(&code)?, mark));
        }
        Ok(marks)
    }

    /// Whether others take part in the touched events than before.
    fn parts_differ(&self, before: &Columns, touched: &BTreeSet<EventId>) -> Result<bool, StoreError> {
        for event in touched {
            let now: Vec<Event> = events_between(&self.connection, event.0, event.0)?;
            let now =
                now.iter().flat_map(|event| &event.entities).map(|part| (part.entity.as_str(), part.role));
            let from = before.participations.partition_point(|part| part.event < *event);
            let was = before.participations[from..].iter().take_while(|part| part.event == *event);
            let key =
                |part: &Participation| before.entities.get(part.entity.0 as usize).map_or("", String::as_str);
            if !now.eq(was.map(|part| (key(part), part.role))) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Columns with these marks in the place of those of the touched events; `None` where the lanes themselves change: a
/// new one, one that is empty now, or another order.
fn patched(before: &Columns, touched: &BTreeSet<EventId>, new: &[(LaneCode, Mark)]) -> Option<Columns> {
    let mut fresh = Vec::with_capacity(new.len());
    for (code, mark) in new {
        fresh.push(Mark { lane: before.lane_of(code)?, ..*mark });
    }
    fresh.sort_unstable_by_key(place);
    let was: BTreeSet<EventId> =
        before.marks.iter().filter(|mark| touched.contains(&mark.event)).map(|mark| mark.event).collect();
    let is: BTreeSet<EventId> = fresh.iter().map(|mark| mark.event).collect();
    let mut marks = Vec::with_capacity(before.marks.len() + fresh.len());
    let mut fresh = fresh.into_iter().peekable();
    for mark in before.marks.iter().filter(|mark| !touched.contains(&mark.event)) {
        while let Some(sooner) = fresh.next_if(|new| place(new) < place(mark)) {
            marks.push(sooner);
        }
        marks.push(*mark);
    }
    marks.extend(fresh);
    let columns = Columns { marks, events: before.events + is.len() - was.len(), ..before.clone() };
    (firsts(before) == firsts(&columns)).then_some(columns)
}

fn place(mark: &Mark) -> (LaneIndex, Stamp, EventId) {
    (mark.lane, mark.t0, mark.event)
}

/// The first mark of each lane, by which lanes that the case does not declare are ordered.
fn firsts(columns: &Columns) -> Vec<(LaneIndex, Stamp, EventId)> {
    let lanes = columns.marks.chunk_by(|one, next| one.lane == next.lane);
    lanes.filter_map(|lane| lane.first().map(place)).collect()
}
