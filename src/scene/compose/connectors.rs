//! Connectors: from a mark to the other lanes that take part in its event, and to the events that it is linked with in
//! other lanes. Right-angled, for what is chosen or pointed at only, and never to the hub (`drawing.md`, rule C).
//!
//! ```text
//!  ──────●────────┐     along the own lane, then one vertical at the other mark
//!        │        │
//!  ──────┴────────●──   an end without a mark: the lane takes part, and has no mark of its own
//! ```
//! No part of the picture: what is pointed at changes with every move of the pointer, and nothing is laid out anew.

use std::collections::BTreeSet;

use crate::model::{Columns, Event, EventId, LaneIndex};
use crate::timeline::{Item, Layout, RowKind};

use super::super::shape::{Ink, Shape, Stroke};

/// Connectors of one event at most: more would be a curtain.
const MOST: usize = 40;

/// The connectors of an event in a picture, of a colour and a scale.
#[must_use]
pub fn connectors(layout: &Layout, columns: &Columns, event: &Event, ink: Ink, scale: f32) -> Vec<Shape> {
    let own: Vec<&Item> = items_of(layout, event.id).collect();
    if own.is_empty() {
        return Vec::new();
    }
    let mut shapes = Vec::new();
    let stroke = Stroke::plain(1.2 * scale, ink);
    let home: BTreeSet<usize> = own.iter().map(|item| item.row).collect();
    let mut rows = BTreeSet::new();
    for lane in event.lanes.iter().filter_map(|part| columns.lane_of(&part.lane)) {
        let row = (Some(lane) != layout.hub).then(|| row_of(layout, lane)).flatten();
        let Some(row) = row.filter(|row| !home.contains(row) && rows.insert(*row)) else { continue };
        let Some(from) = nearest(&own, layout.rows[row].line) else { continue };
        let (x, y, end) = (from.x as f32, from.y as f32, layout.rows[row].line as f32);
        let half = 5.0 * scale;
        shapes.push(Shape::Path { points: vec![[x, y], [x, end]], stroke });
        shapes.push(Shape::Path { points: vec![[x - half, end], [x + half, end]], stroke });
    }
    let ties = columns.ties.iter().filter(|tie| (tie.from == event.id) != (tie.to == event.id));
    for tie in ties.take(MOST) {
        let other = if tie.from == event.id { tie.to } else { tie.from };
        for item in items_of(layout, other).filter(|item| !home.contains(&item.row)) {
            let Some(from) = nearest(&own, item.y) else { continue };
            along(layout, (from.x, item.x), from.y as f32, stroke, &mut shapes);
            let x = item.x as f32;
            shapes.push(Shape::Path { points: vec![[x, from.y as f32], [x, item.y as f32]], stroke });
        }
    }
    shapes
}

fn items_of(layout: &Layout, event: EventId) -> impl Iterator<Item = &Item> {
    layout.items.iter().filter(move |item| item.events.contains(&event))
}

/// The copy of the mark whose lane is nearest to a height.
fn nearest<'a>(own: &[&'a Item], y: f64) -> Option<&'a Item> {
    own.iter().copied().min_by(|a, b| (a.y - y).abs().total_cmp(&(b.y - y).abs()))
}

/// The row of its own that a lane has.
fn row_of(layout: &Layout, lane: LaneIndex) -> Option<usize> {
    layout
        .rows
        .iter()
        .position(|row| matches!(row.kind, RowKind::Lane(own) | RowKind::Post(own) if own == lane))
}

/// A level line, interrupted by gutters.
fn along(layout: &Layout, (from, to): (f64, f64), y: f32, stroke: Stroke, shapes: &mut Vec<Shape>) {
    let (left, right) = (from.min(to), from.max(to));
    for piece in layout.axis.pieces() {
        let (x0, x1) = (left.max(piece.x0), right.min(piece.x1));
        if x1 > x0 {
            shapes.push(Shape::Path { points: vec![[x0 as f32, y], [x1 as f32, y]], stroke });
        }
    }
}
