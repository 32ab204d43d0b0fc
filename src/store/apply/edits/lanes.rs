//! Lanes that the case declares: named, grouped, ordered, made and removed (contract 1).

use std::collections::BTreeSet;

use super::super::rows::Table;
use super::{Entry, labels};
use crate::model::{Lane, LaneCode, LaneEdit, Sentence};
use crate::store::error::StoreError;
use crate::store::read;

/// Where a lane may be named: a condition on its row and one on its code, and the key of how the place is called.
const USES: [(&str, &str); 5] = [
    (
        "SELECT count(DISTINCT p.event) FROM event_lane p JOIN event e ON e.id = p.event WHERE \
         (p.lane = ?1 OR instr(' ' || p.said_by || ' ', ' ' || ?2 || ' ') > 0) \
         AND e.batch NOT IN (SELECT id FROM batch WHERE dead = 1)",
        "used-by-events",
    ),
    (
        "SELECT count(*) FROM quote q JOIN event e ON e.id = q.event WHERE ?1 IS NOT NULL \
         AND instr(q.says, '\"' || ?2 || '\"') > 0 AND e.batch NOT IN (SELECT id FROM batch WHERE dead = 1)",
        "used-by-quotes",
    ),
    (
        "SELECT count(*) FROM link_quote q JOIN link k ON k.id = q.link WHERE ?1 IS NOT NULL \
         AND instr(q.says, '\"' || ?2 || '\"') > 0 AND k.batch NOT IN (SELECT id FROM batch WHERE dead = 1)",
        "used-by-links",
    ),
    (
        "SELECT count(*) FROM candidate WHERE ?1 IS NOT NULL AND state = 'waiting' \
         AND instr(draft, '\"' || ?2 || '\"') > 0 AND batch NOT IN (SELECT id FROM batch WHERE dead = 1)",
        "used-by-proposals",
    ),
    (
        "SELECT count(*) FROM lane WHERE ?1 IS NOT NULL AND of = ?2 AND batch IS NOT NULL \
         AND batch NOT IN (SELECT id FROM batch WHERE dead = 1)",
        "used-by-lanes",
    ),
];

impl Entry<'_, '_> {
    pub(super) fn lane(&mut self, edit: &LaneEdit) -> Result<Sentence, StoreError> {
        match edit {
            LaneEdit::Put(lane) => self.put_lane(lane),
            LaneEdit::Order(codes) => self.order_lanes(codes),
            LaneEdit::Remove(code) => self.remove_lane(code),
        }
    }

    fn declared(&self) -> Result<Vec<Lane>, StoreError> {
        read::declared_lanes(self.pen.connection)
    }

    fn put_lane(&mut self, lane: &Lane) -> Result<Sentence, StoreError> {
        let declared = self.declared()?;
        if lane.code == LaneCode::none() {
            return Err(StoreError::Refused(Sentence::new("refused-lane-codeless")));
        }
        let unknown =
            lane.of.as_ref().filter(|of| of.is_made() && !declared.iter().any(|one| one.code == **of));
        if let Some(of) = unknown {
            return Err(StoreError::Refused(Sentence::new("refused-no-lane").quoting("lane", of.as_str())));
        }
        if lane.of.as_ref() == Some(&lane.code) {
            return Err(StoreError::Refused(Sentence::new("refused-lane-in-itself")));
        }
        self.declare(&lane.code)?;
        let row = self.pen.lane(&lane.code)?;
        self.pen
            .connection
            .prepare_cached("UPDATE lane SET name = ?2, type = ?3, of = ?4, grouped = ?5 WHERE id = ?1")?
            .execute((
                row,
                &lane.name,
                lane.lane_type.map(crate::model::LaneType::code),
                lane.of.as_ref().map(LaneCode::as_str),
                &lane.group,
            ))?;
        Ok(labels::lane(declared.iter().find(|one| one.code == lane.code), lane))
    }

    /// Declares a lane as the last one, if it is not declared.
    fn declare(&mut self, code: &LaneCode) -> Result<(), StoreError> {
        let row = self.pen.lane(code)?;
        self.watch(Table::Lane, "id", row)?;
        let sql = "UPDATE lane SET batch = 0, pos = 1 + (SELECT coalesce(max(pos), 0) FROM lane) \
                   WHERE id = ?1 AND batch IS NULL";
        self.pen.connection.prepare_cached(sql)?.execute([row])?;
        Ok(())
    }

    fn order_lanes(&mut self, codes: &[LaneCode]) -> Result<Sentence, StoreError> {
        let declared = self.declared()?;
        let mut seen = BTreeSet::new();
        for code in codes {
            if !seen.insert(code) {
                return Err(StoreError::Refused(
                    Sentence::new("refused-lane-twice").text("lane", code.as_str()),
                ));
            }
            let known = declared.iter().any(|lane| lane.code == *code);
            if *code == LaneCode::none() || code.is_made() && !known {
                return Err(StoreError::Refused(
                    Sentence::new("refused-no-lane").quoting("lane", code.as_str()),
                ));
            }
        }
        let rest = declared.iter().map(|lane| &lane.code).filter(|code| !seen.contains(code));
        for (pos, code) in (1_i64..).zip(codes.iter().chain(rest)) {
            self.declare(code)?;
            let row = self.pen.lane(code)?;
            let sql = "UPDATE lane SET pos = ?2 WHERE id = ?1";
            self.pen.connection.prepare_cached(sql)?.execute([row, pos])?;
        }
        Ok(Sentence::new("step-order-lanes"))
    }

    fn remove_lane(&mut self, code: &LaneCode) -> Result<Sentence, StoreError> {
        let lane = self.declared()?.into_iter().find(|lane| lane.code == *code);
        let Some(lane) = lane else {
            return Err(StoreError::Refused(
                Sentence::new("refused-lane-undeclared").quoting("lane", code.as_str()),
            ));
        };
        let (row, connection) = (self.pen.lane(code)?, self.pen.connection);
        if code.is_made() {
            for (sql, place) in USES {
                let uses: i64 =
                    connection.prepare_cached(sql)?.query_row((row, code.as_str()), |row| row.get(0))?;
                if uses > 0 {
                    return Err(StoreError::Refused(
                        Sentence::new("refused-lane-used")
                            .said_of("what", labels::named(lane.display_name()))
                            .said_of("place", Sentence::new(place))
                            .text("n", uses.to_string()),
                    ));
                }
            }
        }
        self.watch(Table::Lane, "id", row)?;
        let sql = "UPDATE lane SET batch = NULL, pos = NULL, name = NULL, type = NULL, of = NULL, grouped = NULL \
                   WHERE id = ?1";
        connection.prepare_cached(sql)?.execute([row])?;
        Ok(Sentence::new("step-remove-lane").said_of("name", labels::named(lane.display_name())))
    }
}
