//! Posts: who held one, and who was nominated (`drawing.md`, rule P).

use std::cmp::Reverse;

use crate::model::{Arg, Edge, Event, EventId, Family, spoken_date, spoken_event};
use crate::timeline::{Candidacy, Outcome, PostPlace, Tenure, held_line, nominated_line};

use super::super::figures::hatch_shape;
use super::super::labels::Wish;
use super::super::pen::{Pen, Setting, text_rect};
use super::super::shape::{Anchor, Ink, Rect, Shape, Stroke, Target};
use super::Parts;

const HOLDER: u8 = 3;
const OUTCOME: u8 = 2;
const NOMINEE: u8 = 1;

/// Draws all posts; gives the names at their bars.
pub fn draw(pen: &mut Pen<'_>, parts: &Parts<'_>) -> Vec<Wish> {
    let mut wishes = Vec::new();
    for post in &parts.layout.posts {
        vacancies(pen, parts, post);
        for tenure in &post.held {
            wishes.extend(held(pen, parts, post, tenure));
        }
        for candidacy in &post.nominated {
            wishes.extend(nominated(pen, parts, post, candidacy));
        }
    }
    wishes
}

fn ink(parts: &Parts<'_>) -> Ink {
    parts.palette().family(Family::Office)
}

/// Solid where a source says so, fading into what none does.
fn held(pen: &mut Pen<'_>, parts: &Parts<'_>, post: &PostPlace, tenure: &Tenure) -> Vec<Wish> {
    let (em, scale) = (parts.style.text.em, parts.scale());
    let y = held_line(&parts.layout.rows[post.row]);
    let half = 5.0 * f64::from(scale);
    let fade = parts.layout.spacing.fade;
    let color = ink(parts);
    let (solid_from, fade_from) = match tenure.start {
        Edge::Known => (tenure.x0, tenure.x0),
        _ => ((tenure.x1 - fade).max(tenure.x0), (tenure.x1 - 2.0 * fade).max(tenure.x0)),
    };
    for piece in parts.layout.axis.pieces() {
        let (from, to) = (solid_from.max(piece.x0), tenure.x1.min(piece.x1));
        if to > from {
            pen.rect(super::stretch(from, to, y - half, y + half), color);
        }
        let (from, to) = (fade_from.max(piece.x0), solid_from.min(piece.x1));
        if to > from {
            pen.fade(super::stretch(from, to, y - half, y + half), color.faded(0.0), color);
        }
    }
    let rect = super::stretch(fade_from, tenure.x1, y - half, y + half);
    pen.taken.push(rect);
    let Some(event) = parts.cards.event(tenure.event) else { return Vec::new() };
    pen.spot(Target::Event(tenure.event), rect, spoken_event(event, parts.words));
    ring(pen, parts, tenure.event, rect);
    let text = person(parts, event);
    let above = Rect { y: rect.y - em * 1.05, h: em, x: solid_from as f32, w: 0.0 };
    let mut wishes = vec![Wish {
        rank: (HOLDER, Reverse(1)),
        text,
        shorter: None,
        setting: Setting::bold(em, color).on(parts.palette().ground),
        mark: Rect { x: above.x - 3.0 * scale, ..above },
        baselines: vec![rect.y - em * 0.42],
        crosses: true,
        words: false,
        row: post.row,
        note: None,
        forced: false,
    }];
    if tenure.start != Edge::Known && fade_from > parts.layout.axis.left() {
        wishes.push(Wish {
            rank: (HOLDER, Reverse(0)),
            text: parts.words.word("post-since-unknown"),
            shorter: None,
            setting: Setting {
                anchor: Anchor::End,
                ..Setting::plain(parts.style.text.small, parts.palette().muted)
            },
            mark: Rect { x: fade_from as f32, y: rect.y, w: 0.0, h: rect.h },
            baselines: vec![y as f32 + em * 0.33],
            crosses: true,
            words: false,
            row: post.row,
            note: None,
            forced: false,
        });
    }
    wishes
}

fn vacancies(pen: &mut Pen<'_>, parts: &Parts<'_>, post: &PostPlace) {
    let scale = parts.scale();
    let y = held_line(&parts.layout.rows[post.row]);
    let half = 5.0 * f64::from(scale);
    for vacancy in &post.open {
        let rect = super::stretch(vacancy.x0, vacancy.x1, y - half, y + half);
        let dots =
            Stroke { width: 0.9 * scale, ink: parts.palette().muted, dash: Some((1.4 * scale, 2.2 * scale)) };
        for edge in [rect.y, rect.y + rect.h] {
            pen.line([rect.x, edge], [rect.x + rect.w, edge], dots);
        }
    }
}

/// What stands in the frame between two holders, where no thread crosses it.
pub fn vacancy_words(pen: &mut Pen<'_>, parts: &Parts<'_>) {
    let setting =
        Setting { anchor: Anchor::Middle, ..Setting::plain(parts.style.text.small, parts.palette().muted) };
    for post in &parts.layout.posts {
        let y = held_line(&parts.layout.rows[post.row]) as f32 + setting.size * 0.33;
        for vacancy in &post.open {
            let (x0, x1) = (vacancy.x0 as f32, vacancy.x1 as f32);
            let days = vacancy.days.to_string();
            let long = parts.words.say("post-open-days", &[("n", Arg::Text(&days))]);
            let texts = [long, parts.words.word("post-open")];
            let wide_enough = x1 - x0 >= 60.0 * parts.scale();
            let places = texts
                .iter()
                .skip(usize::from(!wide_enough))
                .flat_map(|text| [0.5, 0.68, 0.32, 0.8, 0.2].map(|part| (text, x0 + (x1 - x0) * part)));
            let free = |(text, x): &(&String, f32)| {
                let width = parts.measure.width(setting.face, setting.size, text);
                let rect = text_rect([*x, y], width, &setting);
                rect.x > x0 && rect.x + rect.w < x1 && pen.is_free(&rect, false)
            };
            let found = places.clone().find(free);
            if let Some((text, x)) = found {
                pen.text([x, y], text, setting);
            }
        }
    }
}

/// A hatched bar with an edge, closed by how it ended.
fn nominated(pen: &mut Pen<'_>, parts: &Parts<'_>, post: &PostPlace, candidacy: &Candidacy) -> Vec<Wish> {
    let scale = parts.scale();
    let y = nominated_line(&parts.layout.rows[post.row]) as f32;
    let half = 5.0 * scale;
    let color = ink(parts);
    let (x0, x1) = (candidacy.x0 as f32, candidacy.x1 as f32);
    let rect = Rect::between(x0, y - half, x1.max(x0 + 8.0 * scale), y + half);
    if candidacy.outcome == Outcome::Open {
        let end = (x0 + parts.layout.spacing.fade as f32).min(x1);
        pen.fade(Rect::between(x0, y - half, end, y + half), color.faded(0.5), color.faded(0.0));
    } else {
        let corners = vec![
            [rect.x, rect.y],
            [rect.x + rect.w, rect.y],
            [rect.x + rect.w, rect.y + rect.h],
            [rect.x, rect.y + rect.h],
        ];
        pen.polygon(corners.clone(), Some(parts.palette().ground), None);
        hatch_shape(pen, &corners, 3.5 * scale, Stroke::plain(0.8 * scale, color));
        pen.polygon(corners, None, Some(Stroke::plain(1.6 * scale, color)));
    }
    close(pen, parts, candidacy, rect, color);
    pen.taken.push(rect);
    let Some(event) = parts.cards.event(candidacy.event) else { return Vec::new() };
    pen.spot(Target::Event(candidacy.event), rect, spoken_event(event, parts.words));
    ring(pen, parts, candidacy.event, rect);
    let mut wishes = vec![nominee(parts, post, candidacy, event, rect)];
    wishes.extend(outcome(parts, post, candidacy, rect));
    wishes
}

fn ring(pen: &mut Pen<'_>, parts: &Parts<'_>, event: EventId, rect: Rect) {
    if parts.selected == Some(event) {
        let r = rect.grown(2.5 * parts.scale());
        let corners = vec![[r.x, r.y], [r.x + r.w, r.y], [r.x + r.w, r.y + r.h], [r.x, r.y + r.h]];
        pen.polygon(corners, None, Some(Stroke::plain(1.8 * parts.scale(), parts.palette().accent)));
    }
}

fn close(pen: &mut Pen<'_>, parts: &Parts<'_>, candidacy: &Candidacy, rect: Rect, color: Ink) {
    let scale = parts.scale();
    let (x, y0, y1) = (rect.x + rect.w, rect.y - 2.0 * scale, rect.y + rect.h + 2.0 * scale);
    let y = f32::midpoint(y0, y1);
    match candidacy.outcome {
        Outcome::Open => {}
        Outcome::Appointed => pen.rect(Rect::between(x - 2.0 * scale, y0, x + 2.0 * scale, y1), color),
        Outcome::NotChosen => {
            let thick = Stroke::plain(2.0 * scale, color);
            pen.line([x, y0], [x, y1], thick);
            pen.line([x - 6.0 * scale, y], [x, y], thick);
        }
        Outcome::Withdrawn => {
            let (a, thick) = (4.0 * scale, Stroke::plain(1.8 * scale, color));
            pen.shapes.push(Shape::Path { points: vec![[x - a, y - a], [x + a, y + a]], stroke: thick });
            pen.shapes.push(Shape::Path { points: vec![[x - a, y + a], [x + a, y - a]], stroke: thick });
        }
    }
}

/// "The diplomat, March 2025", left of the bar.
fn nominee(parts: &Parts<'_>, post: &PostPlace, candidacy: &Candidacy, event: &Event, rect: Rect) -> Wish {
    let em = parts.style.text.em;
    let reported = event.dates.iter().find(|date| date.role == "reported").map(|date| &date.when);
    let when = reported.or(event.when.as_ref());
    let date = when.map(|when| spoken_date(when, false, parts.words)).unwrap_or_default();
    let name = person(parts, event);
    let text = parts.words.say("post-nominee", &[("name", Arg::Text(&name)), ("date", Arg::Text(&date))]);
    let stop = parts.layout.threads.iter().any(|t| t.stops.iter().any(|stop| stop.event == candidacy.event));
    let ink = if stop { parts.palette().ink } else { ink(parts) };
    Wish {
        rank: (NOMINEE, Reverse(1)),
        text,
        shorter: None,
        setting: Setting::bold(em, ink).on(parts.palette().ground),
        // No room on its right: the bar is there.
        mark: Rect { x: rect.x - 5.0 * parts.scale(), y: rect.y, w: 0.0, h: rect.h },
        baselines: vec![rect.y + rect.h / 2.0 + em * 0.33],
        crosses: true,
        words: false,
        row: post.row,
        note: None,
        forced: false,
    }
}

/// "not chosen: Marcel Pesko appointed 1 November 2025", below the bar.
fn outcome(parts: &Parts<'_>, post: &PostPlace, candidacy: &Candidacy, rect: Rect) -> Option<Wish> {
    let em = parts.style.text.em;
    let text = match candidacy.closed_by.and_then(|event| parts.cards.event(event)) {
        Some(event) => {
            let date =
                event.when.as_ref().map(|when| spoken_date(when, false, parts.words)).unwrap_or_default();
            let name = person(parts, event);
            let key = match candidacy.outcome {
                Outcome::Appointed => "post-appointed",
                Outcome::Withdrawn => "post-withdrawn",
                _ if event.kind == "rejection" => "post-rejected",
                _ => "post-not-chosen",
            };
            parts.words.say(key, &[("name", Arg::Text(&name)), ("date", Arg::Text(&date))])
        }
        None if candidacy.outcome == Outcome::Open => parts.words.word("post-no-decision"),
        None => return None,
    };
    let baseline = rect.y + rect.h + em;
    Some(Wish {
        rank: (OUTCOME, Reverse(1)),
        text,
        shorter: None,
        setting: Setting::plain(em * 0.94, ink(parts)).on(parts.palette().ground),
        mark: Rect { x: rect.x + rect.w, y: rect.y + rect.h + 2.0, w: 0.0, h: em },
        baselines: vec![baseline],
        crosses: true,
        words: false,
        row: post.row,
        note: None,
        forced: false,
    })
}

/// Who an office event is about: its holder or nominee, else its label, else its title.
fn person(parts: &Parts<'_>, event: &Event) -> String {
    let entity = event.entities.first().and_then(|part| parts.cards.entity(&part.entity));
    entity.map(str::to_owned).or_else(|| event.label.clone()).unwrap_or_else(|| event.title.clone())
}
