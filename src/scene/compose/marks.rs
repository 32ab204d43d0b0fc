//! Marks and blocks, each with its name for screen readers.

pub mod heaps;

use std::ops::Range;
use std::sync::Arc;

use crate::model::{Arg, Columns, Event, Family, Figure, LaneIndex, Words, spoken_event};
use crate::timeline::{Item, ItemTime, Layout, RowKind, Side};

use super::super::figures::{Glyph, draw as draw_glyph};
use super::super::names::Named;
use super::super::pen::{Pen, Setting, text_rect};
use super::super::shape::{Rect, Stroke, Target};
use super::Parts;

/// A mark that was drawn, and the room that it took.
#[derive(Debug, Clone)]
pub struct Placed<'a> {
    pub item: &'a Item,
    pub rect: Rect,
    shapes: Range<usize>,
}

/// Draws all items, the largest first, so that small ones stay in sight.
pub fn draw<'a>(pen: &mut Pen<'_>, parts: &Parts<'a>) -> Vec<Placed<'a>> {
    let mut order: Vec<&Item> = parts.layout.items.iter().collect();
    order.sort_by(|a, b| b.r.total_cmp(&a.r).then(a.row.cmp(&b.row)).then(a.x.total_cmp(&b.x)));
    let mut placed = Vec::with_capacity(order.len());
    for item in order {
        let from = pen.shapes.len();
        let rect = mark(pen, parts, item);
        pen.taken.push(rect);
        placed.push(Placed { item, rect, shapes: from..pen.shapes.len() });
    }
    placed.sort_by(|a, b| a.item.row.cmp(&b.item.row).then(a.item.x.total_cmp(&b.item.x)));
    for Placed { item, rect, shapes } in &placed {
        let target = match item.events.as_slice() {
            [one] => Target::Event(*one),
            many => Target::Block(many.to_vec()),
        };
        pen.spot_of(shapes.clone(), target, *rect, name(parts, item));
    }
    placed
}

fn mark(pen: &mut Pen<'_>, parts: &Parts<'_>, item: &Item) -> Rect {
    let (palette, scale) = (parts.palette(), parts.scale());
    let event = single(parts, item);
    let lift = if item.side == Side::Below { item.lift } else { -item.lift };
    let stated = event.and_then(Event::people).filter(|_| item.size > 0);
    let inner = stated.filter(|count| count.max.is_some_and(|max| max > count.min));
    let sizes = &parts.layout.sizes;
    let ground = if matches!(parts.layout.rows[item.row].kind, RowKind::Folded(_) | RowKind::Group { .. }) {
        palette.ink.over(parts.ground_at(item.x as f32), 0.04)
    } else {
        parts.ground_at(item.x as f32)
    };
    let glyph = Glyph {
        figure: item.figure,
        x: item.x as f32,
        y: (item.y + lift) as f32,
        r: item.r as f32,
        inner: inner.map(|count| crate::timeline::radius(sizes, count.min) as f32),
        side: item.side,
        status: item.status,
        ink: palette.mark(item.family, item.by_hub),
        ground,
        retracted: palette.retracted,
        author: item.author,
        hatched: matches!(item.time, ItemTime::Within(..)),
        block: item.events.len() > 1,
        uncounted: item.size == 0,
        scale,
    };
    if lasts_alone(item) {
        return bar_room(parts, item);
    }
    let mut rect = draw_glyph(pen, &glyph);
    if event.is_some_and(|event| event.differences().any()) {
        rect = differs(pen, parts, rect);
    }
    if item.events.iter().any(|event| parts.selected == Some(*event)) {
        further_dates(pen, parts, item, event);
        let ring = rect.grown(3.0 * scale);
        let corners = vec![
            [ring.x, ring.y],
            [ring.x + ring.w, ring.y],
            [ring.x + ring.w, ring.y + ring.h],
            [ring.x, ring.y + ring.h],
        ];
        pen.polygon(corners, None, Some(Stroke::plain(1.8 * scale, palette.accent)));
        return ring.grown(scale);
    }
    rect
}

/// Sources contradict each other: a small sign at the mark's upper right.
fn differs(pen: &mut Pen<'_>, parts: &Parts<'_>, rect: Rect) -> Rect {
    let size = (parts.style.text.small * 0.9).max(parts.style.text.least);
    let setting = Setting::bold(size, parts.palette().family(Family::Force));
    let at = [rect.x + rect.w - size * 0.1, rect.y + size * 0.42];
    let room = text_rect(at, pen.measure.width(setting.face, size, "≠"), &setting);
    // Marks that stand on one another share a sign.
    if pen.said.meet(&room) {
        return rect;
    }
    let sign = pen.text(at, "≠", setting.on(parts.ground_at(at[0])));
    Rect { w: sign.x + sign.w - rect.x, ..rect }
}

/// Deadlines and other dates of the selected event, as ticks on the line; in a wave all of them would be noise.
fn further_dates(pen: &mut Pen<'_>, parts: &Parts<'_>, item: &Item, event: Option<&Event>) {
    let stroke = Stroke::plain(1.4 * parts.scale(), parts.palette().accent);
    let half = 4.0 * parts.scale();
    for date in event.map(|event| event.dates.as_slice()).unwrap_or_default() {
        let Some(x) = parts.layout.axis.x_of(date.when.span().mid()) else { continue };
        let (x, y) = (x as f32, item.y as f32);
        pen.line([x, y - half], [x, y + half], stroke);
    }
}

/// What lasts between known ends is its bar and nothing else.
fn lasts_alone(item: &Item) -> bool {
    use crate::model::Edge::Known;
    matches!(item.time, ItemTime::Lasts { start: Known, end: Known, .. }) && item.figure != Figure::HalfDisc
}

fn bar_room(parts: &Parts<'_>, item: &Item) -> Rect {
    let half = if item.thin { 1.9 } else { 3.0 } * f64::from(parts.scale());
    match item.time {
        ItemTime::Lasts { x0, x1, .. } => super::stretch(x0, x1, item.y - half, item.y + half),
        _ => super::stretch(item.x - item.r, item.x + item.r, item.y - item.r, item.y + item.r),
    }
}

fn single<'a>(parts: &Parts<'a>, item: &Item) -> Option<&'a Event> {
    match item.events.as_slice() {
        [one] => parts.cards.event(*one),
        _ => None,
    }
}

/// "5 April 2022, Italy expels 30 Russian diplomats, confirmed, 2 sources".
fn name(parts: &Parts<'_>, item: &Item) -> Arc<str> {
    if let Some(event) = single(parts, item) {
        return parts.names.of(Named::Event(event.id), || spoken_event(event, parts.words));
    }
    together(parts, item.row, item.events.len() as u64, item.size)
}

/// "12 events together, 45 people, Belgium".
fn together(parts: &Parts<'_>, row: usize, marks: u64, people: u64) -> Arc<str> {
    let name = row_name(parts.words, parts.columns, parts.layout, row);
    parts.names.of(Named::Together(marks, people, name.clone()), || spoken(parts.words, &name, marks, people))
}

/// What a heap is called: of the many in a window few are ever asked for theirs.
#[must_use]
pub fn heap_name(
    words: &dyn Words,
    columns: &Columns,
    layout: &Layout,
    (row, marks, people): (usize, u64, u64),
) -> String {
    spoken(words, &row_name(words, columns, layout, row), marks, people)
}

fn spoken(words: &dyn Words, row: &str, marks: u64, people: u64) -> String {
    let args = [("n", Arg::Number(marks)), ("row", Arg::Text(row)), ("people", Arg::Number(people))];
    words.say(if people > 0 { "block-spoken-people" } else { "block-spoken" }, &args)
}

/// What a row is called.
fn row_name(words: &dyn Words, columns: &Columns, layout: &Layout, row: usize) -> String {
    let lane_name = |lane: LaneIndex| columns.lane_name(lane, words).into_owned();
    match layout.rows.get(row).map(|row| &row.kind) {
        Some(RowKind::Lane(lane) | RowKind::Post(lane)) => lane_name(*lane),
        Some(RowKind::Folded(lanes)) => words.say("row-others", &[("n", Arg::Number(lanes.len() as u64))]),
        Some(RowKind::Group { name, .. }) => name.clone(),
        Some(RowKind::HubAlone) | None => layout.hub.map(lane_name).unwrap_or_default(),
    }
}
