//! Heaps: columns on the lane's line for what is too dense to be drawn singly, bands for what lasts.
//!
//! Height is the number of marks (on a logarithm's scale), colour the family that has most of them, strength of the
//! colour how many are confirmed.

use crate::model::{Family, Status};
use crate::timeline::{Heap, HeapForm, Row, Tally};

use super::super::super::pen::Pen;
use super::super::super::shape::{Ink, Rect, Target};
use super::super::Parts;

/// The part of half a lane that the highest column fills.
const FULL: f32 = 0.92;

/// Draws all heaps; columns of one tile are one thing to point at.
pub fn draw(pen: &mut Pen<'_>, parts: &Parts<'_>) {
    let together =
        |one: &Heap, next: &Heap| (one.row, one.form, one.tile) == (next.row, next.form, next.tile);
    for heaps in parts.layout.heaps.chunk_by(together) {
        let Some(row) = heaps.first().and_then(|first| parts.layout.rows.get(first.row)) else { continue };
        match heaps[0].form {
            HeapForm::Column => columns(pen, parts, row, heaps),
            HeapForm::Band => bands(pen, parts, row, heaps),
        }
    }
}

fn columns(pen: &mut Pen<'_>, parts: &Parts<'_>, row: &Row, heaps: &[Heap]) {
    let (line, half) = (row.line as f32, row.height as f32 / 2.0 * FULL);
    let mut room: Option<Rect> = None;
    for heap in heaps {
        for (below, part) in heap.parts().into_iter().enumerate() {
            if part == 0.0 {
                continue;
            }
            let height = (half * part as f32).max(1.0);
            let top = if below == 1 { line } else { line - height };
            let column = Rect { x: heap.x0 as f32, y: top, w: (heap.x1 - heap.x0) as f32, h: height };
            pen.rect(column, ink(parts, &heap.tally, below == 1, heap.x0 as f32));
            room = Some(room.map_or(column, |room| around(room, column)));
        }
    }
    if let Some(room) = room {
        pen.taken.push(room);
        point_at(pen, parts, heaps, room);
    }
}

fn bands(pen: &mut Pen<'_>, parts: &Parts<'_>, row: &Row, heaps: &[Heap]) {
    let (line, scale) = (row.line as f32, parts.scale());
    let mut room: Option<Rect> = None;
    for heap in heaps {
        let half = (0.8 + 0.25 * (heap.tally.marks() as f32).ln()) * scale;
        let below = heap.tally.by_family[1].iter().sum::<u32>() * 2 > heap.tally.marks();
        let ink = ink(parts, &heap.tally, below, heap.x0 as f32).faded(0.35);
        for piece in parts.layout.axis.pieces() {
            let (x0, x1) = (heap.x0.max(piece.x0), heap.x1.min(piece.x1));
            if x1 > x0 {
                let band = Rect::between(x0 as f32, line - half, x1 as f32, line + half);
                pen.rect(band, ink);
                room = Some(room.map_or(band, |room| around(room, band)));
            }
        }
    }
    if let Some(room) = room {
        point_at(pen, parts, heaps, room);
    }
}

fn around(one: Rect, other: Rect) -> Rect {
    let (right, bottom) = (one.x + one.w, one.y + one.h);
    Rect::between(
        one.x.min(other.x),
        one.y.min(other.y),
        right.max(other.x + other.w),
        bottom.max(other.y + other.h),
    )
}

/// The family that most marks are of, the stronger the more of them are confirmed.
fn ink(parts: &Parts<'_>, tally: &Tally, below: bool, x: f32) -> Ink {
    let families = Family::ALL.iter().copied().zip(tally.by_family[usize::from(below)]);
    // The first of equals, so that the same tally has the same colour.
    let most = families.rev().max_by_key(|(_, marks)| *marks).map_or(Family::Words, |(family, _)| family);
    let confirmed = tally.by_status[Status::Confirmed as usize] as f32 / tally.marks().max(1) as f32;
    let ink = parts.palette().mark(most, below && parts.layout.hub.is_some());
    ink.over(parts.ground_at(x), 0.55 + 0.4 * confirmed)
}

fn point_at(pen: &mut Pen<'_>, parts: &Parts<'_>, heaps: &[Heap], room: Rect) {
    let mut whole = Tally::default();
    for heap in heaps {
        whole.add(&heap.tally);
    }
    let marks = whole.marks();
    let name = super::together(parts, heaps[0].row, u64::from(marks), whole.heads.iter().sum());
    pen.spot(Target::Heap { row: heaps[0].row, tile: heaps[0].tile, marks }, room, name);
}
