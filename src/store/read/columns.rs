//! The scan that feeds the timeline: the drawing table, and what gives its numbers a meaning.

use std::collections::{BTreeMap, BTreeSet};

use super::lists::{apart, declared_lanes, kinds, lane_code};
use super::scan::Scan;
use super::{Store, StoreError, live};
use crate::model::{
    Columns, EntityIndex, EntityRole, EventId, Lane, LaneCode, LaneIndex, LinkType, Mark, Participation, Tie,
};

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
        // To count all rows and to look up those of dead imports is quicker than to ask each row for its import.
        let count = "SELECT (SELECT count(*) FROM event) - (SELECT count(*) FROM event WHERE batch IN \
                     (SELECT id FROM batch WHERE dead = 1))";
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

    fn drawn(&self) -> Result<Drawn, StoreError> {
        let scan = Scan::of(&self.connection, self.reader.take())?;
        let codes = self.lane_codes()?;
        let mut lanes = declared_lanes(&self.connection)?;
        let declared = lanes.len();
        let place: BTreeMap<LaneCode, usize> =
            lanes.iter().enumerate().map(|(at, lane)| (lane.code.clone(), at)).collect();
        let mut runs: Vec<(usize, LaneCode, i64)> = scan
            .lanes()
            .map(|lane| {
                let code = codes.get(&lane).cloned().unwrap_or_else(LaneCode::none);
                let last = if code == LaneCode::none() { usize::MAX } else { declared };
                (place.get(&code).copied().unwrap_or(last), code, lane)
            })
            .collect();
        runs.sort_by_key(|(rank, _, lane)| (*rank, scan.first(*lane)));
        let mut sorted = Vec::with_capacity(scan.len());
        let mut no_lane = None;
        for (rank, code, lane) in runs {
            let at = if rank < declared { rank } else { lanes.len() };
            let index = LaneIndex(u32::try_from(at).unwrap_or(u32::MAX));
            if rank >= declared {
                no_lane = (code == LaneCode::none()).then_some(index);
                lanes.push(Lane::plain(code));
            }
            sorted.extend(scan.marks(lane).map(|mark| Mark { lane: index, ..*mark }));
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
