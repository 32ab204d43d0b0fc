//! Heaps: columns on the lane's line for what is too dense to be drawn singly, a pale profile for what lasts.
//!
//! Height is the number of marks (its root, as with the radius of single ones), the same in all lanes; colours are the
//! families, each for its share.

use std::sync::Arc;

use crate::model::{Family, Status};
use crate::timeline::{Heap, HeapForm, ProfileStep, Row, Tally};

use super::super::super::pen::Pen;
use super::super::super::shape::{Ink, Rect, Target};
use super::super::Parts;

/// The part of half a lane that the highest column fills.
pub const FULL: f32 = 0.92;
/// So many parts of columns, one for each family that would be seen, are as much as a frame may hold; of more each side
/// has one colour, mixed of theirs.
const MOST_PARTS: usize = 10_000;
/// A family with less than this of a column is drawn as the commonest.
const SEEN: f32 = 1.2;
/// How much of its colour a profile has, and the part of a lane that the thickest fills: behind columns, and where nothing
/// stands before it.
pub const PALE: f32 = 0.2;
pub const PALE_ALONE: f32 = 0.45;
const THICK: f32 = 0.36;
const THICK_ALONE: f32 = 0.8;

/// Draws all heaps; columns of one tile are one thing to point at.
pub fn draw(pen: &mut Pen<'_>, parts: &Parts<'_>) {
    let columns: Vec<&Heap> = columns(parts).collect();
    // Two sides, of some families each.
    pen.shapes.reserve(columns.len() * 4);
    for heap in &parts.layout.heaps {
        if let (HeapForm::Profile(steps), Some(row)) = (&heap.form, parts.layout.rows.get(heap.row)) {
            profile(pen, parts, row, heap, steps, columns.is_empty());
        }
    }
    let by_family = shows_families(parts);
    let together = |one: &&Heap, next: &&Heap| (one.row, one.tile) == (next.row, next.tile);
    for heaps in columns.chunk_by(together) {
        if let Some(row) = parts.layout.rows.get(heaps[0].row) {
            columns_of_tile(pen, parts, row, heaps, by_family);
        }
    }
}

fn columns<'a>(parts: &Parts<'a>) -> impl Iterator<Item = &'a Heap> {
    parts.layout.heaps.iter().filter(|heap| heap.form == HeapForm::Column)
}

/// Whether columns are drawn in the colours of their families.
#[must_use]
pub fn shows_families(parts: &Parts<'_>) -> bool {
    columns(parts).map(|heap| parts_seen(parts, heap)).sum::<usize>() <= MOST_PARTS
}

fn columns_of_tile(pen: &mut Pen<'_>, parts: &Parts<'_>, row: &Row, heaps: &[&Heap], by_family: bool) {
    let half = row.height as f32 / 2.0 * FULL;
    let mut room: Option<Rect> = None;
    for heap in heaps {
        let cut = heap.cut();
        for (side, part) in heap.parts().into_iter().enumerate() {
            if part > 0.0 {
                let size = (side, half * part as f32);
                let column = column(pen, parts, row.line as f32, heap, size, by_family);
                if cut[side] {
                    torn(pen, parts, column, side);
                }
                room = Some(room.map_or(column, |room| around(room, column)));
            }
        }
    }
    if let Some(room) = room {
        pen.taken.push(room);
        point_at(pen, parts, heaps, room);
    }
}

/// How many parts a column would have at most, in the colours of its families.
fn parts_seen(parts: &Parts<'_>, heap: &Heap) -> usize {
    let Some(row) = parts.layout.rows.get(heap.row) else { return 0 };
    let half = row.height as f32 / 2.0 * FULL;
    let of_side = |(part, marks): (f64, [u32; 5])| {
        let all = marks.iter().sum::<u32>().max(1) as f32;
        let height = (half * part as f32).max(parts.scale());
        let seen = marks.iter().filter(|marks| height * **marks as f32 / all >= SEEN * parts.scale());
        if part > 0.0 { seen.count().max(1) } else { 0 }
    };
    heap.parts().into_iter().zip(heap.tally.by_family()).map(of_side).sum()
}

/// One side of a column, a part for each family that would be seen, in the same order everywhere.
fn column(
    pen: &mut Pen<'_>,
    parts: &Parts<'_>,
    line: f32,
    heap: &Heap,
    (side, height): (usize, f32),
    by_family: bool,
) -> Rect {
    let scale = parts.scale();
    let (x0, x1) = (heap.x0 as f32, heap.x1 as f32);
    let air = if x1 - x0 > 4.0 * scale { 0.5 * scale } else { 0.0 };
    let height = height.max(1.0 * scale);
    let marks = heap.tally.by_family()[side];
    let all = marks.iter().sum::<u32>().max(1) as f32;
    let confirmed = heap.tally.of_status(Status::Confirmed) as f32 / heap.tally.marks().max(1) as f32;
    let (x, w) = (x0 + air, (x1 - x0 - 2.0 * air).max(0.5));
    let strength = 0.6 + 0.4 * confirmed;
    if !by_family {
        let y = if side == 1 { line } else { line - height };
        let mixed = mixed(parts, &marks, side == 1);
        pen.rect(Rect { x, y, w, h: height }, mixed.over(parts.ground_at(x0), strength));
        return Rect { x: x0, y, w: x1 - x0, h: height };
    }
    let families = || Family::ALL.into_iter().zip(marks.map(|marks| height * marks as f32 / all));
    // The first of equals, so that the same tally looks the same.
    let most =
        families().rev().max_by(|a, b| a.1.total_cmp(&b.1)).map_or(Family::Words, |(family, _)| family);
    let is_seen = |family: Family, part: f32| family == most || part >= SEEN * scale;
    let spare: f32 = families().filter(|(family, part)| !is_seen(*family, *part)).map(|(_, part)| part).sum();
    let mut at = 0.0;
    for (family, part) in families().filter(|(family, part)| is_seen(*family, *part)) {
        let part = if family == most { part + spare } else { part };
        let y = if side == 1 { line + at } else { line - at - part };
        pen.rect(Rect { x, y, w, h: part }, ink(parts, family, side == 1, x0, strength));
        at += part;
    }
    Rect { x: x0, y: if side == 1 { line } else { line - height }, w: x1 - x0, h: height }
}

/// The colours of all families, each for its share.
fn mixed(parts: &Parts<'_>, marks: &[u32; 5], below: bool) -> Ink {
    let all = marks.iter().sum::<u32>().max(1) as f32;
    let mut sum = [0.0_f32; 3];
    for (family, marks) in Family::ALL.into_iter().zip(marks) {
        let ink = parts.palette().mark(family, below && parts.layout.hub.is_some());
        for (sum, part) in sum.iter_mut().zip([ink.r, ink.g, ink.b]) {
            *sum += f32::from(part) * *marks as f32 / all;
        }
    }
    let [r, g, b] = sum.map(|part| part.round().clamp(0.0, 255.0) as u8);
    Ink { r, g, b, a: 255 }
}

/// A column that would be higher than its lane is broken near its end.
fn torn(pen: &mut Pen<'_>, parts: &Parts<'_>, column: Rect, side: usize) {
    let (scale, gap) = (parts.scale(), 1.0 * parts.scale());
    let y = if side == 1 { column.y + column.h - 3.0 * scale } else { column.y + 2.0 * scale };
    pen.rect(Rect { y, h: gap, ..column }, parts.ground_at(column.x));
}

/// How many are on, behind the columns and centred on the line: on which side they stand differs.
fn profile(pen: &mut Pen<'_>, parts: &Parts<'_>, row: &Row, heap: &Heap, steps: &[ProfileStep], alone: bool) {
    let (thick, strength) = if alone { (THICK_ALONE, PALE_ALONE) } else { (THICK, PALE) };
    let (line, most_thick) = (row.line as f32, row.height as f32 * thick);
    let marks = |family: Family| heap.tally.by_family().iter().map(|side| side[family as usize]).sum::<u32>();
    let most = Family::ALL.into_iter().rev().max_by_key(|family| marks(*family)).unwrap_or(Family::Words);
    let mut room: Option<Rect> = None;
    for step in steps {
        let thick = (most_thick * step.part as f32).max(1.5 * parts.scale());
        let (x0, x1) = (step.x0 as f32, step.x1 as f32);
        let rect = Rect::between(x0, line - thick / 2.0, x1, line + thick / 2.0);
        pen.rect(rect, ink(parts, most, false, x0, strength));
        room = Some(room.map_or(rect, |room| around(room, rect)));
    }
    if let Some(room) = room {
        pen.taken.push(room);
        point_at(pen, parts, &[heap], room);
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

fn ink(parts: &Parts<'_>, family: Family, below: bool, x: f32, strength: f32) -> Ink {
    let ink = parts.palette().mark(family, below && parts.layout.hub.is_some());
    ink.over(parts.ground_at(x), strength)
}

fn point_at(pen: &mut Pen<'_>, parts: &Parts<'_>, heaps: &[&Heap], room: Rect) {
    let mut whole = Tally::default();
    for heap in heaps {
        whole.add(&heap.tally);
    }
    let (row, tile) = (heaps[0].row, heaps[0].tile);
    let (marks, people) = (whole.marks(), whole.heads.iter().sum());
    let name = if parts.style.paper {
        super::together(parts, row, u64::from(marks), people)
    } else {
        Arc::default()
    };
    pen.spot(Target::Heap { row, tile, marks, people }, room, name);
}
