//! Threads: solid inside evidence, dashed between; every stop named (`drawing.md`, rule T).

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::model::{Arg, EventId, spoken_event};
use crate::timeline::{RowKind, StopPlace, ThreadPlace};

use super::super::figures::disc;
use super::super::labels::Wish;
use super::super::pen::{Pen, Setting};
use super::super::shape::{Ink, Rect, Stroke, Target};
use super::Parts;

const STOP_RANK: u8 = 1;

/// Draws all threads; gives the names of their stops.
pub fn draw(pen: &mut Pen<'_>, parts: &Parts<'_>) -> Vec<Wish> {
    let mut wishes = Vec::new();
    for (number, thread) in parts.layout.threads.iter().enumerate() {
        let style = ThreadStyle::of(parts, number);
        lines(pen, parts, thread, &style);
        stops(pen, parts, thread, &style);
        wishes.extend(names(parts, thread, &style));
    }
    wishes
}

/// Ink, two dashes, then colours of no family.
struct ThreadStyle {
    ink: Ink,
    dash: (f32, f32),
}

impl ThreadStyle {
    fn of(parts: &Parts<'_>, number: usize) -> Self {
        let palette = parts.palette();
        let ink = if number < 3 { palette.ink } else { palette.accent };
        let dash = [(5.0, 3.5), (9.0, 3.0), (2.0, 3.0), (5.0, 3.5)][number.min(3)];
        Self { ink, dash }
    }
}

fn lines(pen: &mut Pen<'_>, parts: &Parts<'_>, thread: &ThreadPlace, style: &ThreadStyle) {
    let scale = parts.scale();
    for solid in [false, true] {
        for part in thread.parts.iter().filter(|part| part.solid == solid) {
            let from = [part.from.0 as f32, part.from.1 as f32];
            let to = [part.to.0 as f32, part.to.1 as f32];
            let width = if solid { 2.5 } else { 1.8 } * scale;
            let halo = Stroke::plain(width + 2.0 * scale, parts.ground_at(from[0]));
            pen.line(from, to, halo);
            let dash = (!solid).then_some((style.dash.0 * scale, style.dash.1 * scale));
            pen.line(from, to, Stroke { width, ink: style.ink, dash });
            take(pen, from, to, parts.style.text.em, 1.6 * scale);
        }
    }
}

/// Takes the place of a line piece by piece, each as long as a letter is high: words across it hide a whole one.
fn take(pen: &mut Pen<'_>, from: [f32; 2], to: [f32; 2], piece: f32, margin: f32) {
    let length = (to[0] - from[0]).hypot(to[1] - from[1]);
    let pieces = (length / piece.max(1.0)).ceil().clamp(1.0, 1_000.0);
    let at = |n: f32| [from[0] + (to[0] - from[0]) * n / pieces, from[1] + (to[1] - from[1]) * n / pieces];
    for n in 0..pieces as u32 {
        let (a, b) = (at(n as f32), at(n as f32 + 1.0));
        pen.taken.push(Rect::between(a[0], a[1], b[0], b[1]).grown(margin));
    }
}

fn stops(pen: &mut Pen<'_>, parts: &Parts<'_>, thread: &ThreadPlace, style: &ThreadStyle) {
    let scale = parts.scale();
    for stop in &thread.stops {
        let (x, y) = (stop.x as f32, stop.y as f32);
        let ground = parts.ground_at(x);
        pen.polygon(disc([x, y], 5.4 * scale), Some(ground), None);
        if stop.hollow {
            let edge = Stroke::plain(1.8 * scale, style.ink);
            pen.polygon(disc([x, y], 3.2 * scale), Some(ground), Some(edge));
        } else {
            pen.polygon(disc([x, y], 4.0 * scale), Some(style.ink), None);
        }
        let room = Rect { x: x - 5.0 * scale, y: y - 5.0 * scale, w: 10.0 * scale, h: 10.0 * scale };
        pen.taken.push(room);
        if parts.selected == Some(stop.event) {
            pen.polygon(
                disc([x, y], 7.5 * scale),
                None,
                Some(Stroke::plain(1.8 * scale, parts.palette().accent)),
            );
        }
        // A stop in a post's row is its bar, which can be pointed at already.
        if let (Some(event), false) = (parts.cards.event(stop.event), in_post(parts, stop)) {
            pen.spot(Target::Event(stop.event), room, spoken_event(event, parts.words));
        }
    }
}

fn in_post(parts: &Parts<'_>, stop: &StopPlace) -> bool {
    matches!(parts.layout.rows[stop.row].kind, RowKind::Post(_))
}

/// The first and the last stop carry the entity's name, each its verb.
fn names(parts: &Parts<'_>, thread: &ThreadPlace, style: &ThreadStyle) -> Vec<Wish> {
    let entity = parts.cards.entity(&thread.entity).unwrap_or(&thread.entity);
    let mut said: BTreeSet<EventId> = BTreeSet::new();
    let mut wishes = Vec::new();
    for (at, stop) in thread.stops.iter().enumerate() {
        if in_post(parts, stop) || !said.insert(stop.event) {
            continue;
        }
        let Some(event) = parts.cards.event(stop.event) else { continue };
        let label = event.label.as_deref().unwrap_or(&event.title);
        let args = [("entity", Arg::Text(entity)), ("label", Arg::Text(label))];
        let key = if stop.undated { "thread-stop-undated" } else { "thread-stop" };
        let text = parts.words.say(key, &args);
        let alone = (!stop.undated).then(|| label.to_owned());
        wishes.push(Wish { shorter: alone, ..wish(parts, stop, text, style.ink, at) });
    }
    wishes
}

fn wish(parts: &Parts<'_>, stop: &StopPlace, text: String, ink: Ink, at: usize) -> Wish {
    let (x, y, em) = (stop.x as f32, stop.y as f32, parts.style.text.em);
    let scale = parts.scale();
    Wish {
        rank: (STOP_RANK, Reverse(u64::MAX - at as u64)),
        text,
        shorter: None,
        setting: Setting::bold(em, ink).on(parts.ground_at(x)),
        mark: Rect { x: x - 4.0 * scale, y: y - 4.0 * scale, w: 8.0 * scale, h: 8.0 * scale },
        baselines: vec![y - em * 0.52, y + em * 1.12, y - em * 0.32, y + em * 0.94],
        crosses: false,
        words: false,
        row: stop.row,
        note: None,
        forced: true,
    }
}
