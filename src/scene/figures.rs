//! Figures of marks: half-discs, diamonds, bars … with fill by status (`drawing.md`, rule M).

use crate::model::{Figure, Status};
use crate::timeline::{Author, Side};

use super::pen::Pen;
use super::shape::{Ink, Point, Rect, Stroke};

/// A mark as it is drawn, in the picture or in its legend.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    pub figure: Figure,
    pub x: f32,
    /// The lane's line, or the top of the mark that it stands on.
    pub y: f32,
    pub r: f32,
    /// Radius of the surest part, where a count has bounds.
    pub inner: Option<f32>,
    pub side: Side,
    pub status: Status,
    pub ink: Ink,
    pub ground: Ink,
    pub retracted: Ink,
    pub author: Author,
    /// A day within a longer time: cut by diagonals.
    pub hatched: bool,
    /// Stands for several.
    pub block: bool,
    /// A number of people is not stated.
    pub uncounted: bool,
    pub scale: f32,
}

/// Draws a mark; gives the room that it takes.
pub fn draw(pen: &mut Pen<'_>, glyph: &Glyph) -> Rect {
    let outline = outline(glyph, glyph.r);
    let rect = bounds(&outline);
    if glyph.block {
        let second = Stroke::plain(0.9 * glyph.scale, glyph.ink);
        pen.polygon(grown(&outline, glyph, 2.0), None, Some(second));
    }
    fill(pen, glyph, &outline);
    if glyph.hatched {
        hatch(pen, glyph, &outline);
    }
    if glyph.uncounted && matches!(glyph.figure, Figure::HalfDisc | Figure::CutHalfDisc) {
        let hole = 1.1 * glyph.scale;
        let y = if glyph.side == Side::Below { glyph.y + glyph.r * 0.45 } else { glyph.y - glyph.r * 0.45 };
        pen.polygon(disc([glyph.x, y], hole), Some(glyph.ground), None);
    }
    if glyph.figure == Figure::Diamond && glyph.author != Author::Nobody {
        author_edge(pen, glyph);
        return rect.grown(2.4 * glyph.scale);
    }
    if glyph.block { rect.grown(2.0 * glyph.scale) } else { rect }
}

fn fill(pen: &mut Pen<'_>, glyph: &Glyph, outline: &[Point]) {
    let edge = |width: f32| Some(Stroke::plain(width * glyph.scale, glyph.ink));
    match glyph.status {
        Status::Confirmed => match glyph.inner.filter(|inner| *inner < glyph.r - 0.4) {
            Some(inner) => {
                pen.polygon(outline.to_vec(), Some(glyph.ground), edge(1.1));
                pen.polygon(self::outline(glyph, inner), Some(glyph.ink), None);
            }
            None => pen.polygon(outline.to_vec(), Some(glyph.ink), None),
        },
        Status::Reported => {
            pen.polygon(inset(outline, glyph, 0.65), Some(glyph.ink.over(glyph.ground, 0.45)), edge(1.3));
        }
        Status::Alleged => pen.polygon(inset(outline, glyph, 0.8), Some(glyph.ground), edge(1.6)),
        Status::Disputed => {
            let shape = inset(outline, glyph, 0.65);
            pen.polygon(shape.clone(), Some(glyph.ground), None);
            pen.polygon(left_half(&shape, glyph.x), Some(glyph.ink), None);
            pen.polygon(shape, None, edge(1.3));
        }
        Status::Retracted => {
            let grey = Stroke::plain(1.1 * glyph.scale, glyph.retracted);
            pen.polygon(inset(outline, glyph, 0.6), Some(glyph.ground), Some(grey));
            let rect = bounds(outline);
            let y = rect.y + rect.h / 2.0;
            pen.line([rect.x - 1.5, y], [rect.x + rect.w + 1.5, y], grey);
        }
    }
}

/// The outline of a figure of radius `r`.
#[must_use]
pub fn outline(glyph: &Glyph, r: f32) -> Vec<Point> {
    let (x, y, s) = (glyph.x, glyph.y, glyph.scale);
    let up = if glyph.side == Side::Below { -1.0 } else { 1.0 };
    let block = |half: f32, height: f32| match glyph.side {
        Side::On => vec![
            [x - half, y - height / 2.0],
            [x + half, y - height / 2.0],
            [x + half, y + height / 2.0],
            [x - half, y + height / 2.0],
        ],
        _ => vec![[x - half, y], [x + half, y], [x + half, y - up * height], [x - half, y - up * height]],
    };
    match glyph.figure {
        Figure::HalfDisc => half_disc(x, y, r, up),
        Figure::CutHalfDisc => cut_half_disc(x, y, r, up),
        Figure::Square => block(3.8 * s, 6.6 * s),
        Figure::Bar => block(r.max(3.8 * s), 4.2 * s),
        Figure::Diamond => vec![[x, y - r], [x + r, y], [x, y + r], [x - r, y]],
        Figure::Tick => vec![
            [x - 0.9 * s, y - 3.8 * s],
            [x + 0.9 * s, y - 3.8 * s],
            [x + 0.9 * s, y + 3.8 * s],
            [x - 0.9 * s, y + 3.8 * s],
        ],
        Figure::Dash => vec![
            [x - 3.8 * s, y - 1.1 * s],
            [x + 3.8 * s, y - 1.1 * s],
            [x + 3.8 * s, y + 1.1 * s],
            [x - 3.8 * s, y + 1.1 * s],
        ],
    }
}

/// Points on the arc of a half circle: the error stays under a tenth of a point.
fn arc_steps(r: f32) -> usize {
    (std::f32::consts::PI / (2.0 * (1.0 - 0.06 / r.max(0.5)).acos())).ceil().clamp(6.0, 96.0) as usize
}

fn half_disc(x: f32, y: f32, r: f32, up: f32) -> Vec<Point> {
    let steps = arc_steps(r);
    let at = |step: usize| {
        let angle = std::f32::consts::PI * step as f32 / steps as f32;
        [x - r * angle.cos(), y - up * r * angle.sin()]
    };
    (0..=steps).map(at).collect()
}

/// A half-disc whose outer right part is cut off by a slant.
fn cut_half_disc(x: f32, y: f32, r: f32, up: f32) -> Vec<Point> {
    let slant = |point: &Point| (point[0] - x) + up * (y - point[1]) * 0.5 <= r * 0.7;
    let mut points: Vec<Point> = half_disc(x, y, r, up).into_iter().filter(slant).collect();
    // Where the slant meets the line, and nothing of the arc is left.
    points.push([x + r * 0.7, y]);
    points
}

/// A whole disc.
#[must_use]
pub fn disc(centre: Point, r: f32) -> Vec<Point> {
    let steps = arc_steps(r) * 2;
    let at = |step: usize| {
        let angle = std::f32::consts::TAU * step as f32 / steps as f32;
        [centre[0] + r * angle.cos(), centre[1] + r * angle.sin()]
    };
    (0..steps).map(at).collect()
}

/// The room of a polygon.
#[must_use]
pub fn bounds(points: &[Point]) -> Rect {
    let fold =
        |at: usize, start: f32, pick: fn(f32, f32) -> f32| points.iter().map(|p| p[at]).fold(start, pick);
    let (x0, y0) = (fold(0, f32::INFINITY, f32::min), fold(1, f32::INFINITY, f32::min));
    Rect::between(x0, y0, fold(0, f32::NEG_INFINITY, f32::max), fold(1, f32::NEG_INFINITY, f32::max))
}

/// The outline moved inwards, so that an edge does not make a mark larger.
fn inset(outline: &[Point], glyph: &Glyph, by: f32) -> Vec<Point> {
    moved(outline, -by * glyph.scale)
}

fn grown(outline: &[Point], glyph: &Glyph, by: f32) -> Vec<Point> {
    moved(outline, by * glyph.scale)
}

/// Moves every point away from the middle of the outline's room by about `by`.
fn moved(outline: &[Point], by: f32) -> Vec<Point> {
    let room = bounds(outline);
    let (cx, cy) = (room.x + room.w / 2.0, room.y + room.h / 2.0);
    let stretch = |half: f32| if half > 0.1 { ((half + by) / half).max(0.1) } else { 1.0 };
    let (sx, sy) = (stretch(room.w / 2.0), stretch(room.h / 2.0));
    outline.iter().map(|[x, y]| [cx + (x - cx) * sx, cy + (y - cy) * sy]).collect()
}

fn left_half(outline: &[Point], x: f32) -> Vec<Point> {
    clip(outline, |point| x - point[0])
}

/// The part of a convex polygon where `inside` is not negative.
fn clip(outline: &[Point], inside: impl Fn(&Point) -> f32) -> Vec<Point> {
    let mut kept = Vec::with_capacity(outline.len() + 2);
    for (at, here) in outline.iter().enumerate() {
        let next = &outline[(at + 1) % outline.len()];
        let (a, b) = (inside(here), inside(next));
        if a >= 0.0 {
            kept.push(*here);
        }
        if (a >= 0.0) != (b >= 0.0) {
            let part = a / (a - b);
            kept.push([here[0] + (next[0] - here[0]) * part, here[1] + (next[1] - here[1]) * part]);
        }
    }
    kept
}

/// Diagonal cuts: of the ground through a filled mark, of the mark's colour on a hollow one.
fn hatch(pen: &mut Pen<'_>, glyph: &Glyph, outline: &[Point]) {
    let (ink, width) = match glyph.status {
        Status::Alleged | Status::Retracted => (glyph.ink, 0.8),
        _ => (glyph.ground, 1.2),
    };
    hatch_shape(pen, outline, 3.5 * glyph.scale, Stroke::plain(width * glyph.scale, ink));
}

/// Diagonals every `step` points inside a convex outline.
pub fn hatch_shape(pen: &mut Pen<'_>, outline: &[Point], step: f32, stroke: Stroke) {
    let room = bounds(outline);
    let step = step * std::f32::consts::SQRT_2;
    let mut offset = room.x + room.y + step / 2.0;
    while offset < room.x + room.y + room.w + room.h {
        if let Some((from, to)) = crossing(outline, offset) {
            pen.line(from, to, stroke);
        }
        offset += step;
    }
}

/// Where the diagonal x + y = `offset` enters and leaves a convex outline.
fn crossing(outline: &[Point], offset: f32) -> Option<(Point, Point)> {
    let mut ends: Vec<Point> = Vec::new();
    for (at, a) in outline.iter().enumerate() {
        let b = &outline[(at + 1) % outline.len()];
        let (da, db) = (a[0] + a[1] - offset, b[0] + b[1] - offset);
        if (da < 0.0) != (db < 0.0) {
            let part = da / (da - db);
            ends.push([a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]);
        }
    }
    Some((*ends.first()?, *ends.get(1)?))
}

/// The author of an act of force: whole when sure, dashed when alleged.
fn author_edge(pen: &mut Pen<'_>, glyph: &Glyph) {
    let r = glyph.r + 2.7 * glyph.scale;
    let dash = (glyph.author == Author::Alleged).then_some((2.2 * glyph.scale, 1.7 * glyph.scale));
    let stroke = Stroke { width: 1.2 * glyph.scale, ink: glyph.ink, dash };
    let edge = Glyph { r, ..*glyph };
    pen.polygon(outline(&edge, r), None, Some(stroke));
}
