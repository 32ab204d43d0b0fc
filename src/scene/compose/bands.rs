//! Bands, whiskers and bars of time, pairs, brackets and pins: what lies below the marks.

use std::cmp::Reverse;

use crate::model::{Arg, Edge, spoken_date};
use crate::timeline::{Item, ItemTime, RowKind};

use super::super::labels::Wish;
use super::super::pen::{Pen, Setting, text_rect};
use super::super::shape::{Anchor, Face, Ink, Rect, Stroke};
use super::Parts;

/// Draws the time of every item, then pairs and brackets.
pub fn draw(pen: &mut Pen<'_>, parts: &Parts<'_>) {
    for item in &parts.layout.items {
        time(pen, parts, item);
    }
    pairs(pen, parts);
    brackets(pen, parts);
    replies(pen, parts);
}

fn time(pen: &mut Pen<'_>, parts: &Parts<'_>, item: &Item) {
    let scale = parts.scale();
    let ink = parts.palette().mark(item.family, item.by_hub);
    let y = item.y as f32;
    match item.time {
        ItemTime::Point => {}
        ItemTime::About(x0, x1) => {
            for (from, to) in visible(parts, x0, x1) {
                let dots = Stroke { width: 1.1 * scale, ink, dash: Some((1.2 * scale, 2.2 * scale)) };
                pen.line([from, y], [to, y], dots);
            }
        }
        ItemTime::Within(x0, x1) => {
            let half = 0.8 * scale;
            for (from, to) in visible(parts, x0, x1) {
                soft_band(pen, parts, (from, to), (y - half, y + half), ink);
            }
        }
        ItemTime::Lasts { x0, x1, start, end } => {
            for (from, to) in visible(parts, x0, x1) {
                bar(pen, parts, (from, to), (y, item.thin), ink, (start, end));
            }
        }
    }
}

/// The stretches between two places that segments show: a gutter interrupts.
fn visible(parts: &Parts<'_>, x0: f64, x1: f64) -> Vec<(f32, f32)> {
    let cut = |piece: &crate::timeline::Piece| {
        let (from, to) = (x0.max(piece.x0), x1.min(piece.x1));
        (to > from).then_some((from as f32, to as f32))
    };
    parts.layout.axis.pieces().iter().filter_map(cut).collect()
}

/// A band over the whole doubt, soft at its last 8 points.
fn soft_band(pen: &mut Pen<'_>, parts: &Parts<'_>, x: (f32, f32), y: (f32, f32), ink: Ink) {
    let soft = (8.0 * parts.scale()).min((x.1 - x.0) / 2.0);
    let tint = ink.faded(0.55);
    pen.fade(Rect::between(x.0, y.0, x.0 + soft, y.1), ink.faded(0.0), tint);
    pen.rect(Rect::between(x.0 + soft, y.0, x.1 - soft, y.1), tint);
    pen.fade(Rect::between(x.1 - soft, y.0, x.1, y.1), tint, ink.faded(0.0));
    pen.taken.push(Rect::between(x.0, y.0 - 0.5, x.1, y.1 + 0.5));
}

fn bar(
    pen: &mut Pen<'_>,
    parts: &Parts<'_>,
    x: (f32, f32),
    (y, thin): (f32, bool),
    ink: Ink,
    edges: (Edge, Edge),
) {
    let scale = parts.scale();
    let half = match edges {
        (Edge::Known, Edge::Known) if thin => 1.9 * scale,
        (Edge::Known, Edge::Known) => 3.0 * scale,
        _ => 1.6 * scale,
    };
    let rect = Rect::between(x.0, y - half, x.1, y + half);
    match edges {
        (Edge::Known, Edge::Known) => pen.rect(rect, ink),
        (Edge::Known, Edge::Open) => {
            pen.rect(rect, ink.faded(0.6));
            let tip = 5.0 * scale;
            let arrow = vec![[x.1 - tip, y - tip * 0.8], [x.1, y], [x.1 - tip, y + tip * 0.8]];
            pen.polygon(arrow, Some(ink), None);
        }
        (Edge::Known, _) => pen.fade(rect, ink.faded(0.7), ink.faded(0.0)),
        _ => pen.fade(rect, ink.faded(0.0), ink.faded(0.7)),
    }
    pen.taken.push(rect);
}

/// An act and its answer: a line on the lane's own line, with the days at its middle.
fn pairs(pen: &mut Pen<'_>, parts: &Parts<'_>) {
    let (palette, scale) = (parts.palette(), parts.scale());
    let size = (parts.style.text.small * 0.92).max(parts.style.text.least);
    for pair in &parts.layout.pairs {
        let (x0, x1, y) = (pair.x0 as f32, pair.x1 as f32, pair.y as f32);
        if x1 <= x0 {
            continue;
        }
        let days = match pair.days.exact() {
            Some(days) => days.to_string(),
            None => format!("{}–{}", pair.days.least, pair.days.most),
        };
        let text = parts.words.say("pair-days", &[("n", Arg::Text(&days))]);
        let stroke = Stroke::plain(0.9 * scale, palette.hub);
        let ink = palette.muted;
        // Of a year hardly more than the order is known.
        let says = pair.days.most - pair.days.least <= 62;
        if x1 - x0 > 40.0 * scale && says {
            let setting = Setting { anchor: Anchor::Middle, ..Setting::plain(size, ink) };
            let middle = f32::midpoint(x0, x1);
            let half = pen.measure.width(setting.face, size, &text) / 2.0 + 3.0 * scale;
            pen.line([x0, y], [middle - half, y], stroke);
            pen.line([middle + half, y], [x1, y], stroke);
            let at = [middle, y + size * 0.33];
            let room = text_rect(at, 2.0 * half - 2.0 * scale, &setting);
            pen.rect(room, parts.ground_at(middle));
            pen.text(at, &text, setting);
            pen.taken.push(room);
        } else {
            pen.line([x0, y], [x1, y], stroke);
        }
        pen.taken.push(Rect::between(x0, y - 0.6, x1, y + 0.6));
    }
}

/// A denial hangs by a hairline on what it answers.
fn replies(pen: &mut Pen<'_>, parts: &Parts<'_>) {
    let stroke = Stroke::plain(0.7 * parts.scale(), parts.palette().muted);
    for reply in &parts.layout.replies {
        let (from, to) = (reply.from, reply.to);
        pen.line([from.0 as f32, from.1 as f32], [to.0 as f32, to.1 as f32], stroke);
    }
}

/// One act against several lanes: its marks are tied, its count said once.
fn brackets(pen: &mut Pen<'_>, parts: &Parts<'_>) {
    let scale = parts.scale();
    for bracket in &parts.layout.brackets {
        let (x, y0, y1) = (bracket.x as f32, bracket.y0 as f32, bracket.y1 as f32);
        let stroke = Stroke::plain(0.8 * scale, parts.palette().hub.faded(0.5));
        let hook = 3.0 * scale;
        pen.shapes.push(super::super::shape::Shape::Path {
            points: vec![[x + hook, y0], [x, y0], [x, y1], [x + hook, y1]],
            stroke,
        });
        pen.taken.push(Rect::between(x - 0.5, y0, x + 0.5, y1));
    }
}

/// Pins: a line through all lanes, with the event's day and label at the top of the strip; where there is none the
/// words are wishes, which find a place between the marks.
pub fn pins(pen: &mut Pen<'_>, parts: &Parts<'_>) -> Vec<Wish> {
    let (palette, layout) = (parts.palette(), parts.layout);
    let mut wishes = Vec::new();
    for pin in &layout.pins {
        let x = pin.x as f32;
        let event = parts.cards.event(pin.event);
        let kind = event.and_then(|event| parts.columns.kinds.index_of(&event.kind));
        let ink = kind.map_or(palette.ink, |kind| palette.family(parts.columns.kinds.family(kind)));
        pin_line(pen, parts, x, ink);
        let Some(event) = event else { continue };
        let date = event.when.as_ref().map(|when| pin_date(parts, when)).unwrap_or_default();
        let label = event.label.as_deref().unwrap_or(&event.title);
        if layout.strip.is_some() {
            pin_words(pen, parts, x, ink, (date, label));
        } else {
            wishes.push(pin_wish(parts, x, ink, (date, label)));
        }
    }
    wishes
}

/// The line is interrupted where the name of a row stands in its way: of a post that is longer than its header, of a
/// lane that has its name above it.
fn pin_line(pen: &mut Pen<'_>, parts: &Parts<'_>, x: f32, ink: Ink) {
    let (layout, scale, em) = (parts.layout, parts.scale(), parts.style.text.em);
    let (mut top, bottom) = (layout.body.0 as f32, layout.body.1 as f32);
    let mut drawn = |from: f32, to: f32| {
        pen.line([x, from], [x, to], Stroke::plain(1.2 * scale, ink));
        pen.taken.push(Rect::between(x - 0.8, from, x + 0.8, to));
    };
    for row in &layout.rows {
        let head = row.kind.head(&layout.spacing) as f32;
        let (lane, from, until) = match &row.kind {
            RowKind::Post(lane) => (*lane, row.top as f32 + 0.15 * em, row.top as f32 + 1.55 * em),
            RowKind::Lane(lane) if head > 0.0 => (*lane, row.top as f32 - head, row.top as f32),
            _ => continue,
        };
        let name = parts.measure.width(Face::SansSemiBold, em, &parts.lane_name(lane));
        if layout.area.left as f32 + name + 0.3 * em > x {
            if from > top {
                drawn(top, from);
            }
            top = until;
        }
    }
    drawn(top, bottom);
}

/// At the top of the strip: where one of its bars is in the way in two lines; where that is no help, the day must do.
fn pin_words(pen: &mut Pen<'_>, parts: &Parts<'_>, x: f32, ink: Ink, (date, label): (String, &str)) {
    let (scale, small) = (parts.scale(), parts.style.text.small);
    let whole = parts.words.say("pin", &[("date", Arg::Text(&date)), ("label", Arg::Text(label))]);
    let setting = Setting::plain(small, ink).on(parts.ground_at(x));
    let at = [x + 4.0 * scale, parts.layout.body.0 as f32 + small * 0.95];
    let below = [at[0], at[1] + small * 1.15];
    let right = parts.layout.axis.right() as f32;
    let free = |pen: &Pen<'_>, at, text: &str| {
        let room = text_rect(at, pen.measure.width(setting.face, small, text), &setting);
        room.x + room.w <= right && pen.is_free(&room, true)
    };
    let lines = if free(pen, at, &whole) {
        vec![(at, whole)]
    } else if free(pen, below, label) {
        vec![(at, date), (below, label.to_owned())]
    } else {
        vec![(at, date)]
    };
    for (at, text) in lines {
        let rect = pen.text(at, &text, setting);
        pen.taken.push(rect);
    }
}

/// In one of the first rows, where nothing else stands.
fn pin_wish(parts: &Parts<'_>, x: f32, ink: Ink, (date, label): (String, &str)) -> Wish {
    /// Rows that are looked at, from the top.
    const ROWS: usize = 5;
    let small = parts.style.text.small;
    let rows = parts.layout.rows.iter().take(ROWS);
    // Under the line above a row: on the row's own line it would be an event of that lane.
    let baselines = rows.map(|row| row.top as f32 + small * 0.95).collect();
    let text = parts.words.say("pin", &[("date", Arg::Text(&date)), ("label", Arg::Text(label))]);
    Wish {
        rank: (0, Reverse(1)),
        text,
        shorter: Some(date),
        setting: Setting::plain(small, ink).on(parts.ground_at(x)),
        mark: Rect { x, y: parts.layout.body.0 as f32, w: 1.0, h: 1.0 },
        baselines,
        crosses: false,
        words: false,
        row: 0,
        note: None,
        forced: true,
    }
}

/// Day and month: the year stands on the axis.
fn pin_date(parts: &Parts<'_>, when: &crate::model::When) -> String {
    let (first, _) = when.parts();
    match first.map(|first| (first.day, first.month)) {
        Some((Some(day), Some(month))) => {
            let (day, month) = (day.to_string(), parts.words.word(&format!("month-short-{month}")));
            parts.words.say("date-month-day", &[("day", Arg::Text(&day)), ("month", Arg::Text(&month))])
        }
        _ => spoken_date(when, false, parts.words),
    }
}
