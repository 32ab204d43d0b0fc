//! The grid of a segment: how its time is parted into stretches and tiles (`Level`).
//!
//! ```text
//!        tile          tile          tile        a tile: some two dozen stretches, whole ones, wherever the axis is
//!  │ · ·    ·   │▂▅▇▆▃▂▁▂▁▂▂▃│    ·     · │
//! ```

use crate::model::Stamp;

use super::super::super::axis::{Axis, Piece};
use super::super::super::index::{Level, Tier};

/// Points that a stretch takes at least.
const FINEST: f64 = 4.0;
/// Points of a stretch in which it is asked how near marks stand.
const COARSE: f64 = 12.0;
/// Points that a column takes at least.
const COLUMN: f64 = 2.6;
/// What lasts longer than this, in points, is a bar and not a mark.
const WIDE: f64 = 24.0;
/// What lasts longer than this may be a bar on which its mark stands.
const LONGER: f64 = 7.0;

/// How a segment is parted.
#[derive(Debug, Clone, Copy)]
pub struct Grid<'a> {
    /// Number of the segment.
    pub number: usize,
    pub piece: &'a Piece,
    /// How much larger than in the window everything is drawn.
    pub scale: f64,
    /// Of the tiles in which marks merge.
    pub tile: Level,
    /// Where the segment before ends and the one after begins.
    pub between: (i64, i64),
    /// Tiles in sight.
    first: i64,
    last: i64,
}

impl<'a> Grid<'a> {
    /// The grid of a segment.
    #[must_use]
    pub fn new(axis: &'a Axis, number: usize, scale: f64) -> Option<Self> {
        let piece = axis.pieces().get(number)?;
        let tile = level_of(piece, FINEST * scale).tile();
        let (start, end) = (piece.span.start().0, piece.span.end().0.max(piece.span.start().0 + 1));
        let before = number.checked_sub(1).and_then(|before| axis.pieces().get(before));
        let after = axis.pieces().get(number + 1);
        let between = (
            before.map_or(i64::MIN, |piece| piece.span.end().0),
            after.map_or(i64::MAX, |piece| piece.span.start().0),
        );
        Some(Self {
            number,
            piece,
            scale,
            tile,
            between,
            first: tile.number(start),
            last: tile.number(end - 1),
        })
    }

    /// The level of columns that are at least so wide, in points.
    #[must_use]
    pub fn columns(&self, least: f64) -> Level {
        level_of(self.piece, least.max(COLUMN * self.scale))
    }

    /// What lasts so long is drawn as a bar.
    #[must_use]
    pub fn is_wide(&self, tier: Tier) -> bool {
        tier == Tier::OPEN || tier.lasts() && tier.longest() as f64 * self.piece.scale() > WIDE * self.scale
    }

    /// Places in which marks of a tier are looked for: whole tiles, or a block would change while it moves over an edge;
    /// and what is longer than a mark reaches in from further away.
    #[must_use]
    pub fn reach(&self, tier: Tier) -> (i64, i64) {
        let longer = tier.longest() as f64 * self.piece.scale() > LONGER * self.scale;
        let beyond = if longer { (tier.longest() / 2) / self.tile.seconds() + 1 } else { 0 };
        (self.tile.start(self.first - beyond), self.tile.start(self.last + 1 + beyond))
    }

    /// The zoom step: the longest window of all that are decided alike.
    fn step(&self) -> Level {
        Level::of_seconds(self.piece.span.seconds().max(1) as f64)
    }

    /// The wide stretch of time that forms and heights are decided for, as far as no other segment shows it. It depends on
    /// the zoom step, and on where the middle of the window is in steps of two of its lengths: so panning changes a form at
    /// most where such a step is left behind, and small zooms change none.
    #[must_use]
    pub fn region(&self) -> (i64, i64) {
        let step = self.step();
        let (span, length) = (self.piece.span, step.seconds());
        let pair = step.number(span.mid().0).div_euclid(2);
        let start = step.start(pair.saturating_mul(2));
        let from = start.saturating_sub(length / 2).max(self.between.0);
        let to = start.saturating_add(length.saturating_mul(5) / 2).min(self.between.1);
        (from, to.max(from.saturating_add(1)))
    }

    /// The longest window of this zoom step, in seconds.
    #[must_use]
    pub fn longest_window(&self) -> i64 {
        self.step().seconds()
    }

    /// How many points, as in the window, so many seconds take in the middle of this zoom step.
    #[must_use]
    pub fn points(&self, seconds: i64) -> f64 {
        let middle = self.step().seconds() as f64 / std::f64::consts::SQRT_2;
        seconds as f64 * (self.piece.x1 - self.piece.x0) / (middle * self.scale)
    }

    /// The level of stretches in which it is asked how near marks stand, the same in all of a zoom step.
    #[must_use]
    pub fn coarse(&self) -> Level {
        Level::of_seconds(COARSE / self.points(1).max(f64::MIN_POSITIVE))
    }

    /// What lasts so long is a bar in the middle of this zoom step.
    #[must_use]
    pub fn is_bar(&self, tier: Tier) -> bool {
        tier == Tier::OPEN || tier.lasts() && self.points(tier.longest()) > WIDE
    }

    /// Number of the tile that holds a place.
    #[must_use]
    pub fn tile_of(&self, place: i64) -> i64 {
        self.tile.number(place)
    }

    /// The place on the canvas.
    #[must_use]
    pub fn x_of(&self, place: i64) -> f64 {
        self.piece.x_of(Stamp(place))
    }
}

fn level_of(piece: &Piece, points: f64) -> Level {
    Level::of_seconds(points / piece.scale().max(f64::MIN_POSITIVE))
}
