//! The axis: two rows of labels, each in the longest of its forms that fits its own cell, and the ticks' lines.

use crate::model::{Arg, Stamp, When, spoken_date};
use crate::timeline::{Cell, TickUnit};

use super::super::pen::{Pen, Setting};
use super::super::shape::Stroke;
use super::Parts;

/// Ticks nearer than this do not run through the lanes, but where a year begins.
const CLOSE: f64 = 26.0;

/// Draws both rows and the lines below them.
pub fn draw(pen: &mut Pen<'_>, parts: &Parts<'_>) {
    let layout = parts.layout;
    let em = parts.style.text.axis;
    let top = layout.area.top as f32;
    for ticks in &layout.ticks {
        row(pen, parts, &ticks.upper, top + em * 0.95, true);
        row(pen, parts, &ticks.lower, top + em * 2.15, false);
        let lines = if ticks.lower.is_empty() { &ticks.upper } else { &ticks.lower };
        for cell in lines.iter().filter(|cell| cell.begins) {
            let year = cell.start.civil();
            let whole = cell.x1 - cell.x0 >= CLOSE * f64::from(parts.scale()) || (year.1, year.2) == (1, 1);
            let stroke = Stroke::plain(0.8 * parts.scale(), parts.palette().tick);
            let from = top + em * if ticks.lower.is_empty() { 0.1 } else { 1.35 };
            let to = if whole { layout.body.1 as f32 } else { layout.body.0 as f32 };
            pen.line([cell.x0 as f32, from], [cell.x0 as f32, to], stroke);
        }
    }
}

fn row(pen: &mut Pen<'_>, parts: &Parts<'_>, cells: &[Cell], baseline: f32, upper: bool) {
    let palette = parts.palette();
    let em = parts.style.text.axis;
    let setting = if upper { Setting::bold(em, palette.ink) } else { Setting::plain(em, palette.muted) };
    let pad = 3.5 * parts.scale();
    let said: Vec<Vec<String>> = cells.iter().map(|cell| forms(parts, cell, upper)).collect();
    let fits = |cell: &Cell, text: &String| {
        let room = (cell.x1 - cell.x0) as f32 - 2.0 * pad;
        pen.measure.width(setting.face, em, text) <= room
    };
    // Days are all said alike: "9 Apr" beside "10" would read as two kinds of things.
    let alike = |(cell, forms): (&Cell, &Vec<String>)| match cell.unit {
        TickUnit::Day | TickUnit::Week => forms.iter().position(|text| fits(cell, text)),
        _ => None,
    };
    let ends = cells.len().saturating_sub(1);
    let inner = |at: &usize| *at > 0 && *at < ends;
    let all = cells.iter().zip(&said);
    let from =
        all.enumerate().filter(|(at, _)| inner(at)).filter_map(|(_, one)| alike(one)).max().unwrap_or(0);
    let texts: Vec<Option<&String>> = cells
        .iter()
        .zip(&said)
        .map(|(cell, forms)| forms.iter().skip(from).find(|text| fits(cell, text)))
        .collect();
    // The cells at the ends are cut short; if one between them has no words, a row with holes says less than none.
    let inner = texts.iter().skip(1).take(texts.len().saturating_sub(2));
    if inner.into_iter().any(Option::is_none) {
        return;
    }
    for (cell, text) in cells.iter().zip(texts) {
        if let Some(text) = text {
            pen.text([cell.x0 as f32 + pad, baseline], text, setting);
        }
    }
}

/// The year in which the segment of a cell begins.
fn first_year(parts: &Parts<'_>, cell: &Cell) -> String {
    let piece = parts.layout.axis.pieces().iter().find(|piece| piece.x1 > cell.x0);
    piece.map_or(cell.start, |piece| piece.span.start()).civil().0.to_string()
}

/// What a cell may say, longest first; in the upper row a month says its year.
fn forms(parts: &Parts<'_>, cell: &Cell, upper: bool) -> Vec<String> {
    let (year, month, day) = cell.start.civil();
    let words = parts.words;
    let year = year.to_string();
    let month_word = |length: &str| words.word(&format!("month-{length}{month}"));
    match cell.unit {
        // The one wide cell says from which day is counted.
        TickUnit::Since { zero, step: i64::MAX } => {
            let (year, month, day) = Stamp::from_day_number(zero).civil();
            let date = When::day(year, month, day).map(|day| spoken_date(&day, false, words));
            let said = words.say("axis-since", &[("date", Arg::Text(&date.unwrap_or_default()))]);
            vec![said, words.word("axis-days")]
        }
        TickUnit::Since { zero, .. } => {
            let days = cell.start.day_number().saturating_sub(zero);
            let sign = if days < 0 { "−" } else { "+" };
            let number = if days == 0 { "0".to_owned() } else { format!("{sign}{}", days.unsigned_abs()) };
            vec![words.say("pair-days", &[("n", Arg::Text(&number))]), number]
        }
        TickUnit::Year => vec![year.clone(), format!("’{:02}", cell.start.civil().0.rem_euclid(100))],
        // One that began before the segment is written at the segment's own first year.
        TickUnit::Years(_) => vec![if cell.begins { year } else { first_year(parts, cell) }],
        TickUnit::Month => {
            let whole = month_word("");
            let args = [("month", Arg::Text(&whole)), ("year", Arg::Text(&year))];
            let dated = upper.then(|| words.say("date-month", &args));
            let forms = [whole.clone(), month_word("short-"), month_word("letter-")];
            dated.into_iter().chain(forms).collect()
        }
        TickUnit::Week | TickUnit::Day => {
            let day = day.to_string();
            let dated = |month: String| {
                words.say("date-month-day", &[("day", Arg::Text(&day)), ("month", Arg::Text(&month))])
            };
            vec![dated(month_word("")), dated(month_word("short-")), day.clone()]
        }
        TickUnit::Hours(_) | TickUnit::Minutes(_) => {
            let seconds = cell.start.0.rem_euclid(86_400);
            vec![format!("{:02}:{:02}", seconds / 3_600, seconds % 3_600 / 60)]
        }
    }
}
