//! Heaps: what is too dense to be drawn singly, as columns of a histogram on the lane's line, and what lasts as a pale
//! profile behind them.
//!
//! A heap is a block that was never looked into: it is made from a tally, and costs the same whether it stands for
//! twenty marks or for a hundred thousand.

use super::super::super::index::{Level, Tally};

/// Too many marks for one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Heap {
    /// Number of the row in the layout.
    pub row: usize,
    pub x0: f64,
    pub x1: f64,
    pub form: HeapForm,
    /// Number of its tile: columns of one tile are pointed at together.
    pub tile: i64,
    /// What of it is in sight.
    pub tally: Tally,
    /// Marks above or on the line and below it, also beyond the edge: a column keeps its height while it moves out.
    pub tall: [u32; 2],
    /// Marks that fill the half of a lane, the same rate in all rows and segments.
    pub full: f64,
}

/// How a heap is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum HeapForm {
    /// Marks that stand in one stretch of time.
    Column,
    /// What lasts, or happened somewhere inside of a longer time: how many are on, step by step.
    Profile(Vec<ProfileStep>),
}

/// How many are on between two places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProfileStep {
    pub x0: f64,
    pub x1: f64,
    pub marks: u32,
    /// The root of its part of the most that are on in any row.
    pub part: f64,
}

impl Heap {
    /// The part of a lane's half that a column fills on either side of the line, 0 to 1: as with the radius of marks,
    /// its height grows with the root of the number, so that waves stand out and single marks stay in sight.
    #[must_use]
    pub fn parts(&self) -> [f64; 2] {
        self.tall.map(|marks| (f64::from(marks) / self.full.max(1.0)).sqrt().min(1.0))
    }

    /// Whether a column is higher than there is room for.
    #[must_use]
    pub fn cut(&self) -> [bool; 2] {
        self.tall.map(|marks| f64::from(marks) > self.full.max(1.0) * 1.02)
    }
}

/// What the heights of columns mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Heights {
    /// The time that the columns of the finest segment count.
    pub level: Level,
    /// Marks in such a time that fill the half of a lane.
    pub full: f64,
    /// The most that last, or whose day is not known, at once in a lane.
    pub most_on: u32,
}
