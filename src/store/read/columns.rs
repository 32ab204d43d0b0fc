//! The scan that feeds the timeline: the drawing table, and what gives its numbers a meaning.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::lists::{apart, declared_lanes, kinds, lane_code};
use super::{Store, StoreError, live};
use crate::model::{
    Columns, EntityIndex, EntityRole, EventId, Lane, LaneCode, LaneIndex, LinkType, Mark, MarkBits,
    Participation, Stamp, Tie,
};

/// Marks of one lane's row, by their places in the scan.
struct Run {
    lane: i64,
    marks: Range<usize>,
}

/// Lanes in display order, and their marks.
struct Drawn {
    lanes: Vec<Lane>,
    no_lane: Option<LaneIndex>,
    marks: Vec<Mark>,
}

impl Store {
    /// Everything that drawing needs, sorted: declared lanes in their order, then the others by first event.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn columns(&self) -> Result<Columns, StoreError> {
        let Drawn { lanes, no_lane, marks } = self.drawn()?;
        let ties = self.ties()?;
        let (entities, participations) = self.participations()?;
        let count = concat!("SELECT count(*) FROM event WHERE ", live!("batch"));
        let events: i64 = self.connection.query_row(count, [], |row| row.get(0))?;
        Ok(Columns {
            lanes,
            no_lane,
            kinds: kinds(&self.connection)?,
            marks,
            ties,
            entities,
            participations,
            apart: apart(&self.connection)?,
            events: usize::try_from(events).unwrap_or(0),
            filtered: 0,
            unknown: 0,
        })
    }

    /// The drawing table as it lies on the disk: runs of marks, a run a lane's row.
    fn scan(&self) -> Result<(Vec<Mark>, Vec<Run>), StoreError> {
        let mut select = self
            .connection
            .prepare_cached("SELECT lane, t0, event, t1, bits, known FROM mark ORDER BY lane, t0, event")?;
        let mut rows = select.query([])?;
        let (mut marks, mut runs): (Vec<Mark>, Vec<Run>) = (Vec::new(), Vec::new());
        while let Some(row) = rows.next()? {
            let lane: i64 = row.get(0)?;
            if runs.last().is_none_or(|run| run.lane != lane) {
                runs.push(Run { lane, marks: marks.len()..marks.len() });
            }
            marks.push(Mark {
                lane: LaneIndex(0),
                t0: Stamp(row.get(1)?),
                event: EventId(row.get(2)?),
                t1: Stamp(row.get(3)?),
                bits: MarkBits(row.get(4)?),
                known: Stamp(row.get(5)?),
            });
            if let Some(run) = runs.last_mut() {
                run.marks.end = marks.len();
            }
        }
        Ok((marks, runs))
    }

    fn drawn(&self) -> Result<Drawn, StoreError> {
        let (marks, runs) = self.scan()?;
        let codes = self.lane_codes()?;
        let mut lanes = declared_lanes(&self.connection)?;
        let declared = lanes.len();
        let place: BTreeMap<LaneCode, usize> =
            lanes.iter().enumerate().map(|(at, lane)| (lane.code.clone(), at)).collect();
        let mut runs: Vec<(usize, LaneCode, Run)> = runs
            .into_iter()
            .map(|run| {
                let code = codes.get(&run.lane).cloned().unwrap_or_else(LaneCode::none);
                let last = if code == LaneCode::none() { usize::MAX } else { declared };
                (place.get(&code).copied().unwrap_or(last), code, run)
            })
            .collect();
        runs.sort_by_key(|(rank, _, run)| {
            let first = &marks[run.marks.start];
            (*rank, first.t0, first.event)
        });
        let mut sorted = Vec::with_capacity(marks.len());
        let mut no_lane = None;
        for (rank, code, run) in runs {
            let at = if rank < declared { rank } else { lanes.len() };
            let index = LaneIndex(u32::try_from(at).unwrap_or(u32::MAX));
            if rank >= declared {
                no_lane = (code == LaneCode::none()).then_some(index);
                lanes.push(Lane::plain(code));
            }
            sorted.extend(marks[run.marks].iter().map(|mark| Mark { lane: index, ..*mark }));
        }
        Ok(Drawn { lanes, no_lane, marks: sorted })
    }

    fn lane_codes(&self) -> Result<BTreeMap<i64, LaneCode>, StoreError> {
        let mut select = self.connection.prepare_cached("SELECT id, code FROM lane")?;
        let mut rows = select.query([])?;
        let mut codes = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let code: String = row.get(1)?;
            codes.insert(row.get(0)?, lane_code(&code)?);
        }
        Ok(codes)
    }

    pub(super) fn ties(&self) -> Result<Vec<Tie>, StoreError> {
        let sql = concat!("SELECT later, earlier, type FROM link WHERE ", live!("batch"), " ORDER BY id");
        let mut select = self.connection.prepare_cached(sql)?;
        let mut rows = select.query([])?;
        let mut ties = Vec::new();
        while let Some(row) = rows.next()? {
            let link_type: LinkType = super::events::code_at(row, 2)?;
            ties.push(Tie { from: EventId(row.get(0)?), to: EventId(row.get(1)?), link_type });
        }
        Ok(ties)
    }

    pub(super) fn participations(&self) -> Result<(Vec<String>, Vec<Participation>), StoreError> {
        let sql = concat!(
            "SELECT p.event, p.entity, p.role, n.key FROM event_entity p JOIN entity n ON n.id = p.entity ",
            "JOIN event e ON e.id = p.event WHERE ",
            live!("e.batch"),
            " ORDER BY p.event, p.pos"
        );
        let mut select = self.connection.prepare_cached(sql)?;
        let mut rows = select.query([])?;
        let mut read: Vec<(EventId, i64, EntityRole)> = Vec::new();
        let mut keys: BTreeMap<i64, String> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let entity = row.get(1)?;
            read.push((EventId(row.get(0)?), entity, super::events::code_at(row, 2)?));
            if let std::collections::btree_map::Entry::Vacant(free) = keys.entry(entity) {
                free.insert(row.get(3)?);
            }
        }
        let rows: BTreeSet<i64> = keys.keys().copied().collect();
        let numbers: BTreeMap<i64, EntityIndex> = rows.into_iter().zip((0..).map(EntityIndex)).collect();
        let participations = read
            .into_iter()
            .map(|(event, entity, role)| Participation { event, entity: numbers[&entity], role })
            .collect();
        Ok((keys.into_values().collect(), participations))
    }
}
