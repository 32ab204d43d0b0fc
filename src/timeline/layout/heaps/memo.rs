//! What was decided of rows, kept from one frame to the next: while the axis is panned, and zoomed within a step, all of it
//! stays.

use std::sync::{Arc, Mutex};

use crate::model::LaneIndex;

use super::super::super::index::Level;
use super::cells::{Gauge, RowLanes};
use super::grid::Grid;

/// Decisions that are kept: some steps back and forth of three segments.
const KEPT: usize = 24;

/// Forms and heights of rows that were decided, until the survey or the rows change.
#[derive(Debug, Default)]
pub struct Forms {
    known: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    rows: Vec<(usize, Vec<LaneIndex>)>,
    columns: Vec<(Key, Arc<[bool]>)>,
    gauges: Vec<((Key, Level), Arc<Gauges>)>,
}

/// All that a decision is made from, but the rows and what stands in them.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Key {
    number: usize,
    step: i64,
    region: (i64, i64),
    width: f64,
    /// Of the canvas.
    part: f64,
    scale: f64,
}

impl Key {
    fn of(grid: &Grid<'_>, part: f64) -> Self {
        let width = grid.piece.x1 - grid.piece.x0;
        let (step, region) = (grid.longest_window(), grid.region());
        Self { number: grid.number, step, region, width, part, scale: grid.scale }
    }
}

/// What the columns of all rows are like, in stretches of a level.
#[derive(Debug)]
pub struct Gauges {
    pub level: Level,
    /// Of the rows in columns.
    pub of_rows: Vec<Option<Gauge>>,
}

impl Forms {
    /// Forgets all: another survey.
    pub fn clear(&self) {
        if let Ok(mut known) = self.known.lock() {
            *known = Known::default();
        }
    }

    /// Forgets what was decided of other rows than these.
    pub fn look_at(&self, rows: &[RowLanes<'_>]) {
        let Ok(mut known) = self.known.lock() else { return };
        let lanes = |row: &RowLanes<'_>| row.lanes.iter().map(|(lane, _)| *lane).collect();
        let rows: Vec<_> = rows.iter().map(|row| (row.row, lanes(row))).collect();
        if known.rows != rows {
            *known = Known { rows, ..Known::default() };
        }
    }

    /// Which rows are in columns.
    pub fn columns(&self, grid: &Grid<'_>, part: f64, decide: impl FnOnce() -> Vec<bool>) -> Arc<[bool]> {
        let Ok(mut known) = self.known.lock() else { return decide().into() };
        recalled(&mut known.columns, Key::of(grid, part), || decide().into())
    }

    /// What columns of at least that level are like.
    pub fn gauges(
        &self,
        grid: &Grid<'_>,
        (part, level): (f64, Level),
        look: impl FnOnce() -> Gauges,
    ) -> Arc<Gauges> {
        let Ok(mut known) = self.known.lock() else { return Arc::new(look()) };
        recalled(&mut known.gauges, (Key::of(grid, part), level), || Arc::new(look()))
    }
}

/// What is known, else made; the oldest goes.
fn recalled<K: PartialEq, V: Clone>(known: &mut Vec<(K, V)>, key: K, make: impl FnOnce() -> V) -> V {
    if let Some((_, value)) = known.iter().find(|(own, _)| *own == key) {
        return value.clone();
    }
    if known.len() >= KEPT {
        known.remove(0);
    }
    let value = make();
    known.push((key, value.clone()));
    value
}
