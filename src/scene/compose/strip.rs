//! The sum strip: bars up and down on one scale, and the tallest each way in words (`drawing.md`, rule S).

use std::cmp::Reverse;

use crate::model::{Arg, Columns, Family, LaneIndex, LaneType, Words};
use crate::timeline::{Bin, Step, StripPlace, Sum};

use super::super::figures::hatch_shape;
use super::super::labels::Wish;
use super::super::pen::{Pen, Setting};
use super::super::shape::{Ink, Rect, Stroke};
use super::Parts;

/// Draws the strip; gives the words of its peaks.
pub fn draw(pen: &mut Pen<'_>, parts: &Parts<'_>) -> Vec<Wish> {
    let Some(StripPlace { top, height, sums: strip }) = &parts.layout.strip else { return Vec::new() };
    let (palette, scale) = (parts.palette(), parts.scale());
    let height = *height as f32;
    let (others_up, others_down) = parts.page.map_or((0, 0), |page| page.tallest);
    let tallest_up = strip.peak_up().map_or(0, |bin| bin.up.heads).max(others_up);
    let tallest_down = strip.peak_down().map_or(0, |bin| bin.down.heads).max(others_down);
    let unit = height / (tallest_up + tallest_down).max(1) as f32;
    let zero = *top as f32 + tallest_up as f32 * unit;
    let mut wishes = Vec::new();
    for bin in strip.bins() {
        for (sum, sign, ink) in [
            (&bin.up, -1.0, palette.family(Family::Diplomatic)),
            (&bin.down, 1.0, palette.mark(Family::Diplomatic, true)),
        ] {
            let Some(bar) = bar(parts, bin, sum, zero, sign * unit) else { continue };
            let rect = draw_bar(pen, parts, bar, sum, ink);
            let peak = if sign < 0.0 { strip.peak_up() } else { strip.peak_down() };
            if peak == Some(bin) {
                wishes.push(peak_wish(parts, bin, sum, rect, sign < 0.0, strip.step, ink));
            }
        }
    }
    let (left, right) = (parts.layout.axis.left() as f32, parts.layout.axis.right() as f32);
    for piece in parts.layout.axis.pieces() {
        pen.line([piece.x0 as f32, zero], [piece.x1 as f32, zero], Stroke::plain(1.0 * scale, palette.ink));
    }
    pen.taken.push(Rect::between(left, zero - 0.5, right, zero + 0.5));
    let bottom = (tallest_down > 0).then_some(*top as f32 + height);
    header(pen, parts, (*top as f32, zero, bottom), strip.step);
    wishes
}

/// The bar of a bin in one direction.
fn bar(parts: &Parts<'_>, bin: &Bin, sum: &Sum, zero: f32, unit: f32) -> Option<Rect> {
    if sum.heads == 0 {
        return None;
    }
    let span = crate::model::Span::new(bin.start, bin.end);
    let (x0, x1) = parts.layout.axis.extent(span)?;
    let air = if x1 - x0 > 6.0 { 0.8 * f64::from(parts.scale()) } else { 0.0 };
    let (x0, x1) = ((x0 + air) as f32, (x1 - air) as f32);
    let width = (x1 - x0).max(1.2 * parts.scale());
    Some(Rect::between(x0, zero, x0 + width, zero + sum.heads as f32 * unit))
}

fn draw_bar(pen: &mut Pen<'_>, parts: &Parts<'_>, bar: Rect, sum: &Sum, ink: Ink) -> Rect {
    pen.rect(bar, ink);
    if sum.unsure > 0 {
        let part = sum.unsure as f32 / sum.heads as f32;
        let top = if bar.h > 0.0 { bar.y } else { bar.y + bar.h };
        let doubt = [
            [bar.x, top],
            [bar.x + bar.w, top],
            [bar.x + bar.w, top + bar.h * part],
            [bar.x, top + bar.h * part],
        ];
        let cut = Stroke::plain(1.2 * parts.scale(), parts.palette().ground);
        hatch_shape(pen, &doubt, 3.5 * parts.scale(), cut);
    }
    pen.taken.push(bar);
    bar
}

fn peak_wish(parts: &Parts<'_>, bin: &Bin, sum: &Sum, bar: Rect, up: bool, step: Step, ink: Ink) -> Wish {
    let em = parts.style.text.em;
    let baseline = if up { bar.y + em * 0.85 } else { bar.y + bar.h - em * 0.1 };
    Wish {
        rank: (3, Reverse(sum.heads)),
        text: sum_words(parts.words, parts.columns, (bin, sum), up, step),
        shorter: Some(sum_words(parts.words, parts.columns, (bin, sum), false, step)),
        setting: Setting::bold(em, ink).on(parts.palette().ground),
        mark: bar,
        baselines: vec![baseline],
        crosses: true,
        words: true,
        row: usize::MAX - usize::from(up),
        note: None,
        forced: false,
    }
}

/// "282 people in the week of 4 April, by 19 countries and the EU"; by whom where that is wanted and more than one lane.
#[must_use]
pub fn sum_words(
    words: &dyn Words,
    columns: &Columns,
    (bin, sum): (&Bin, &Sum),
    says_whom: bool,
    step: Step,
) -> String {
    let (year, month, day) = bin.start.civil();
    let year = year.to_string();
    let date = match step {
        Step::Day | Step::Week => {
            let (day, month) = (day.to_string(), words.word(&format!("month-of-{month}")));
            words.say("date-month-day", &[("day", Arg::Text(&day)), ("month", Arg::Text(&month))])
        }
        Step::Month => words.word(&format!("month-{month}")),
        Step::Years(1) => year,
        Step::Years(_) => {
            let last = (bin.end.civil().0 - 1).to_string();
            words.say("date-from-to", &[("first", Arg::Text(&year)), ("last", Arg::Text(&last))])
        }
    };
    let args = [("n", Arg::Number(sum.heads)), ("date", Arg::Text(&date))];
    let key = match step {
        Step::Day => "peak-day",
        Step::Week => "peak-week",
        Step::Month | Step::Years(_) => "peak-month",
    };
    if !says_whom || sum.lanes.len() < 2 {
        return words.say(key, &args);
    }
    let is_body = |lane: &&LaneIndex| {
        columns.lanes.get(lane.0 as usize).is_some_and(|lane| lane.kind() == LaneType::Body)
    };
    let bodies: Vec<String> = sum
        .lanes
        .iter()
        .filter(is_body)
        .map(|lane| {
            let lane = &columns.lanes[lane.0 as usize];
            lane.short_name(words).unwrap_or_else(|| lane.name_in(words)).into_owned()
        })
        .collect();
    let countries = (sum.lanes.len() - bodies.len()) as u64;
    let bodies = bodies.join(", ");
    let by = [("countries", Arg::Number(countries)), ("bodies", Arg::Text(&bodies))];
    let said = words.say(key, &args);
    let by = words.say(if bodies.is_empty() { "by-countries" } else { "by-countries-and-bodies" }, &by);
    words.say("peak-by", &[("peak", Arg::Text(&said)), ("by", Arg::Text(&by))])
}

/// What the strip adds up: the hub is named here, once for all lanes. `bottom`: where anything stands below zero.
fn header(pen: &mut Pen<'_>, parts: &Parts<'_>, (top, zero, bottom): (f32, f32, Option<f32>), step: Step) {
    let (palette, em, left) = (parts.palette(), parts.style.text.em, parts.layout.area.left as f32);
    let small = parts.style.text.small;
    let blue = palette.family(Family::Diplomatic);
    let (unit, years) = match step {
        Step::Day => ("day", 0),
        Step::Week => ("week", 0),
        Step::Month => ("month", 0),
        Step::Years(1) => ("year", 1),
        Step::Years(years) => ("years", years.unsigned_abs()),
    };
    let time = [("step", Arg::Text(unit)), ("years", Arg::Number(years))];
    let Some(hub) = parts.hub_name() else {
        pen.text([left, top + em], &parts.words.word("strip-all"), Setting::bold(em, palette.ink));
        let people = parts.words.say("strip-people", &time);
        pen.text([left, top + em * 2.25], &people, Setting::plain(small, blue));
        return;
    };
    let args = [("hub", Arg::Text(&hub))];
    pen.text([left, top + em], &parts.words.say("strip-with-hub", &args), Setting::bold(em, palette.ink));
    pen.text([left, top + em * 2.25], &parts.words.say("strip-up", &time), Setting::plain(small, blue));
    let Some(bottom) = bottom else { return };
    let below = (zero + em * 0.95).max(top + em * 3.5).min(bottom);
    pen.text([left, below], &parts.words.say("strip-down", &args), Setting::plain(small, palette.hub));
}
