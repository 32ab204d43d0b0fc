//! Heaps: what is too dense to be drawn singly, as columns of a histogram on the lane's line, and bands of what lasts.
//!
//! A heap is a block that was never looked into: it is made from a tally, and costs the same whether it stands for
//! twenty marks or for a hundred thousand.

use super::super::index::Tally;

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
    /// Marks that such a column holds on the average of all rows and of all time: what heights are measured by.
    pub usual: f64,
}

/// How a heap is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeapForm {
    /// Marks that stand in one stretch of time.
    Column,
    /// What lasts about equally long, from the earliest start to the latest end.
    Band,
}

impl Heap {
    /// The part of a lane's half that a column fills on either side of the line, 0 to 1: the logarithm lets a wave
    /// stand out and keeps single marks in sight.
    #[must_use]
    pub fn parts(&self) -> [f64; 2] {
        /// How many times the usual fills the half of a lane.
        const MOST: f64 = 64.0;
        let part = |marks: u32| {
            if marks == 0 { 0.0 } else { (f64::from(marks) / self.usual.max(0.02)).ln_1p() / MOST.ln_1p() }
        };
        self.tall.map(|marks| part(marks).clamp(0.0, 1.0))
    }
}
