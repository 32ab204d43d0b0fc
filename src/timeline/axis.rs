//! The axis: one to three segments, each straight in time, with a gutter between two.
//!
//! ```text
//!  x0      x1  gutter  x0            x1
//!  |--------|          |-------------|
//!  from    to          from          to
//! ```
//! Never bent: within a segment a day is as wide as any other (`drawing.md`, rule A).

use crate::model::{Span, Stamp};

/// A segment and its share of the width, as a view or a gesture gives it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    pub span: Span,
    pub share: f64,
}

/// A segment with its place on the canvas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece {
    pub span: Span,
    /// Left end in points.
    pub x0: f64,
    /// Right end in points.
    pub x1: f64,
}

impl Piece {
    /// Points for each second.
    #[must_use]
    pub fn scale(&self) -> f64 {
        (self.x1 - self.x0) / self.span.seconds().max(1) as f64
    }

    /// Where a stamp falls, also outside of the piece.
    #[must_use]
    pub fn x_of(&self, stamp: Stamp) -> f64 {
        let since = stamp.0 as f64 - self.span.start().0 as f64;
        self.x0 + since * self.scale()
    }

    /// The stamp at a place, also outside of the piece.
    #[must_use]
    pub fn stamp_at(&self, x: f64) -> Stamp {
        let since = (x - self.x0) / self.scale().max(f64::MIN_POSITIVE);
        Stamp((self.span.start().0 as f64 + since).round() as i64)
    }
}

/// Time against width.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    pieces: Vec<Piece>,
}

/// What may be seen at the closest: ten minutes in one segment.
const SHORTEST: i64 = 600;
/// What may be seen at the farthest: twenty thousand years.
const LONGEST: i64 = 20_000 * 366 * 86_400;

impl Axis {
    /// Lays segments from `x0` to `x1` with `gutter` points between two.
    #[must_use]
    pub fn new(stretches: &[Stretch], x0: f64, x1: f64, gutter: f64) -> Self {
        let gaps = gutter * stretches.len().saturating_sub(1) as f64;
        let width = (x1 - x0 - gaps).max(1.0);
        let shares: f64 = stretches.iter().map(|stretch| stretch.share.max(0.01)).sum();
        let mut pieces = Vec::with_capacity(stretches.len());
        let mut x = x0;
        for stretch in stretches {
            let own = width * stretch.share.max(0.01) / shares;
            pieces.push(Piece { span: stretch.span, x0: x, x1: x + own });
            x += own + gutter;
        }
        Self { pieces }
    }

    /// The segments from left to right.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The left end of the axis.
    #[must_use]
    pub fn left(&self) -> f64 {
        self.pieces.first().map_or(0.0, |piece| piece.x0)
    }

    /// The right end of the axis.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.pieces.last().map_or(0.0, |piece| piece.x1)
    }

    /// The piece that shows a stamp.
    #[must_use]
    pub fn piece_of(&self, stamp: Stamp) -> Option<&Piece> {
        self.pieces.iter().find(|piece| piece.span.contains(stamp))
    }

    /// Where a stamp falls, or `None` where no segment shows it.
    #[must_use]
    pub fn x_of(&self, stamp: Stamp) -> Option<f64> {
        self.piece_of(stamp).map(|piece| piece.x_of(stamp))
    }

    /// Where a stamp falls, moved to the nearest end where no segment shows it.
    #[must_use]
    pub fn nearest_x(&self, stamp: Stamp) -> f64 {
        let mut last = self.left();
        for piece in &self.pieces {
            if stamp < piece.span.start() {
                return last.max(piece.x0.min(last.max(piece.x0)));
            }
            if piece.span.contains(stamp) {
                return piece.x_of(stamp);
            }
            last = piece.x1;
        }
        last
    }

    /// Number of the segment in which something that lasts is drawn: where it stands, else where it is seen first.
    #[must_use]
    pub fn owner_of(&self, span: Span, stands: Stamp) -> Option<usize> {
        let at = self.pieces.iter().position(|piece| piece.span.contains(stands));
        at.or_else(|| self.pieces.iter().position(|piece| piece.span.overlaps(span)))
    }

    /// The parts of a span that are shown, as `(x0, x1)`; a gutter interrupts it.
    pub fn stretches_of(&self, span: Span) -> impl Iterator<Item = (f64, f64)> + '_ {
        self.pieces.iter().filter_map(move |piece| {
            if !piece.span.overlaps(span) {
                return None;
            }
            let from = piece.x_of(span.start().max(piece.span.start()));
            let to = piece.x_of(span.end().min(piece.span.end()));
            Some((from, to))
        })
    }

    /// From the first to the last place that a span shows; `None` where nothing of it is in sight.
    #[must_use]
    pub fn extent(&self, span: Span) -> Option<(f64, f64)> {
        let mut ends: Option<(f64, f64)> = None;
        for (from, to) in self.stretches_of(span) {
            ends = Some((ends.map_or(from, |(first, _)| first), to));
        }
        ends
    }

    /// Number of the segment at or nearest to a place.
    #[must_use]
    pub fn segment_at(&self, x: f64) -> usize {
        let nearest = |piece: &Piece| (piece.x0 - x).max(x - piece.x1).max(0.0);
        let mut best = (0, f64::INFINITY);
        for (at, piece) in self.pieces.iter().enumerate() {
            if nearest(piece) < best.1 {
                best = (at, nearest(piece));
            }
        }
        best.0
    }

    /// The stretches after dragging the segment at `x` by `by` points.
    #[must_use]
    pub fn pan(&self, stretches: &[Stretch], x: f64, by: f64) -> Vec<Stretch> {
        let mut moved = stretches.to_vec();
        let at = self.segment_at(x);
        if let (Some(stretch), Some(piece)) = (moved.get_mut(at), self.pieces.get(at)) {
            let seconds = (-by / piece.scale().max(f64::MIN_POSITIVE)).round() as i64;
            stretch.span =
                Span::new(shifted(stretch.span.start(), seconds), shifted(stretch.span.end(), seconds));
        }
        keep_apart(&mut moved, at);
        moved
    }

    /// The stretches after zooming the segment at `x` around that place; `factor` above 1 shows less time.
    #[must_use]
    pub fn zoom_at(&self, stretches: &[Stretch], x: f64, factor: f64) -> Vec<Stretch> {
        let mut zoomed = stretches.to_vec();
        let at = self.segment_at(x);
        if let (Some(stretch), Some(piece)) = (zoomed.get_mut(at), self.pieces.get(at)) {
            let x = x.clamp(piece.x0, piece.x1);
            let held = piece.stamp_at(x);
            let part = (x - piece.x0) / (piece.x1 - piece.x0).max(f64::MIN_POSITIVE);
            let length = (stretch.span.seconds() as f64 / factor).clamp(SHORTEST as f64, LONGEST as f64);
            let start = shifted(held, -((length * part).round() as i64));
            stretch.span = Span::new(start, shifted(start, length.round() as i64));
        }
        keep_apart(&mut zoomed, at);
        zoomed
    }
}

fn shifted(stamp: Stamp, seconds: i64) -> Stamp {
    Stamp(stamp.0.saturating_add(seconds))
}

/// Segments never overlap nor change places: the one that moved stops at its neighbours.
fn keep_apart(stretches: &mut [Stretch], moved: usize) {
    let before = moved.checked_sub(1).and_then(|at| stretches.get(at)).map(|stretch| stretch.span.end());
    let after = stretches.get(moved + 1).map(|stretch| stretch.span.start());
    let Some(stretch) = stretches.get_mut(moved) else { return };
    let (mut start, mut end) = (stretch.span.start(), stretch.span.end());
    let length = stretch.span.seconds();
    if let Some(limit) = before.filter(|limit| *limit > start) {
        start = limit;
        end = shifted(limit, length);
    }
    if let Some(limit) = after.filter(|limit| *limit < end) {
        end = limit;
        start = shifted(limit, -length);
        if let Some(floor) = before {
            start = start.max(floor);
        }
    }
    stretch.span = Span::new(start, end);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: i64, to: i64) -> Span {
        Span::new(Stamp(from), Stamp(to))
    }

    /// One second is one point.
    fn unit_axis() -> (Axis, Vec<Stretch>) {
        let stretches = vec![
            Stretch { span: span(0, 10_000), share: 0.5 },
            Stretch { span: span(20_000, 30_000), share: 0.5 },
        ];
        (Axis::new(&stretches, 0.0, 20_014.0, 14.0), stretches)
    }

    #[test]
    fn a_gutter_parts_two_segments() {
        let (axis, _) = unit_axis();
        assert_eq!(axis.x_of(Stamp(2_500)), Some(2_500.0));
        assert_eq!(axis.x_of(Stamp(15_000)), None);
        assert_eq!(axis.x_of(Stamp(20_000)), Some(10_014.0));
        assert_eq!(axis.nearest_x(Stamp(15_000)), 10_000.0_f64.max(axis.nearest_x(Stamp(15_000))));
        let parts: Vec<_> = axis.stretches_of(span(9_000, 21_000)).collect();
        assert_eq!(parts, vec![(9_000.0, 10_000.0), (10_014.0, 11_014.0)]);
    }

    #[test]
    fn zoom_holds_the_place_under_the_pointer() {
        let (axis, stretches) = unit_axis();
        let zoomed = axis.zoom_at(&stretches, 2_500.0, 2.0);
        let after = Axis::new(&zoomed, 0.0, 20_014.0, 14.0);
        assert_eq!(after.x_of(Stamp(2_500)), Some(2_500.0));
        assert_eq!(zoomed[1], stretches[1], "the other segment stays");
    }

    #[test]
    fn a_segment_stops_at_its_neighbour() {
        let (axis, stretches) = unit_axis();
        let panned = axis.pan(&stretches, 5_000.0, -50_000.0);
        assert_eq!(panned[0].span, span(10_000, 20_000));
        let zoomed = axis.zoom_at(&stretches, 5_000.0, 0.001);
        assert!(zoomed[0].span.end() <= zoomed[1].span.start());
    }
}
