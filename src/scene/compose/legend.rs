//! The legend: just what occurs, in three lines at most and some more on upright sheets, wrapped.
//!
//! Rule W of `drawing.md` has two lines: they left what is alleged, disputed or imprecise in the sample's own picture
//! unexplained, which weighs more than the lane that a third one takes.

mod lines;

use std::collections::BTreeSet;

use crate::model::{Arg, Family, Figure, Status};
use crate::timeline::{Author, HeapForm, Heights, Item, ItemTime, Level, RowKind, Side, radius};

use super::super::figures::{Glyph, draw as draw_glyph};
use super::super::pen::{Pen, Setting};
use super::super::shape::{Ink, Rect, Stroke};
use super::Parts;
use super::marks::heaps::{FULL, PALE, PALE_ALONE, shows_families};

pub use lines::{Fitted, fitted};

/// An entry: what is drawn before its words.
#[derive(Debug, Clone)]
pub struct Entry {
    sample: Sample,
    text: String,
    width: f32,
}

#[derive(Debug, Clone)]
enum Sample {
    /// Half-discs of three sizes, each with its number.
    Sizes(Vec<u64>),
    Glyph(Box<Glyph>),
    Whisker,
    /// Sources contradict each other.
    Differs,
    Thread,
    /// Columns of three heights, each with its number.
    Columns(Vec<u64>),
    /// The colour of parts of columns.
    Colour(Ink),
    /// What lasts behind the columns.
    Pale,
    /// What the entry before had no room for.
    More,
}

/// What occurs in a picture, the most telling first.
#[must_use]
pub fn entries(parts: &Parts<'_>) -> Vec<Entry> {
    let items = &parts.layout.items;
    let mut found = Vec::new();
    // Columns that stand in a folded row alone are the least of the picture.
    let mostly_marks = parts.layout.heaps.iter().all(|heap| {
        let row = parts.layout.rows.get(heap.row);
        row.is_some_and(|row| matches!(row.kind, RowKind::Folded(_)))
    });
    if !mostly_marks {
        heights(parts, &mut found);
    }
    people(parts, items, &mut found);
    figures(parts, items, &mut found);
    statuses(parts, items, &mut found);
    let differs = |item: &Item| match item.events.as_slice() {
        [one] => parts.cards.event(*one).is_some_and(|event| event.differences().any()),
        _ => false,
    };
    if items.iter().any(differs) {
        found.push(entry(parts, Sample::Differs, parts.words.word("legend-differs"), 9.0 * parts.scale()));
    }
    if items.iter().any(|item| matches!(item.time, ItemTime::Within(..))) {
        let glyph = Glyph {
            hatched: true,
            r: 6.0 * parts.scale(),
            ..glyph(parts, Figure::HalfDisc, Family::Diplomatic)
        };
        found.push(entry(
            parts,
            Sample::Glyph(Box::new(glyph)),
            parts.words.word("legend-within"),
            glyph.r * 2.0,
        ));
    }
    if items.iter().any(|item| matches!(item.time, ItemTime::About(..))) {
        found.push(entry(parts, Sample::Whisker, parts.words.word("legend-about"), 18.0 * parts.scale()));
    }
    for thread in parts.layout.threads.iter().take(1) {
        let name = parts.cards.entity(&thread.entity).unwrap_or(&thread.entity);
        let text = parts.words.say("legend-thread", &[("entity", Arg::Text(name))]);
        found.push(entry(parts, Sample::Thread, text, 34.0 * parts.scale()));
    }
    if mostly_marks {
        heights(parts, &mut found);
    }
    found
}

/// What the heights of columns say, and the pale profile behind them.
fn heights(parts: &Parts<'_>, found: &mut Vec<Entry>) {
    let Some(heights) = parts.layout.heights else { return };
    let has_columns = has_columns(parts);
    if has_columns {
        columns_entry(parts, heights, found);
        colours(parts, found);
    }
    if parts.layout.heaps.iter().any(|heap| matches!(heap.form, HeapForm::Profile(_))) {
        let text = parts.words.say("legend-pale", &[("n", Arg::Number(u64::from(heights.most_on)))]);
        found.push(entry(parts, Sample::Pale, text, 12.0 * parts.scale()));
    }
}

fn has_columns(parts: &Parts<'_>) -> bool {
    parts.layout.heaps.iter().any(|heap| heap.form == HeapForm::Column)
}

/// Three heights with their numbers.
fn columns_entry(parts: &Parts<'_>, heights: Heights, found: &mut Vec<Entry>) {
    // Where lanes are high, the legend shows what is no higher than its line, at the same scale.
    let room = f64::from(parts.style.text.em * 1.15 / column_half(parts)).min(1.0);
    let full = heights.full * room * room;
    let of = |most: f64| round_below(most.floor().max(1.0) as u64);
    let mut steps = vec![of(full / 16.0), of(full / 4.0), of(full)];
    steps.dedup();
    let width: f32 = steps.iter().map(|n| column_width(parts, *n)).sum();
    let time = length(parts, heights.level);
    let text = parts.words.say("legend-heights", &[("time", Arg::Text(&time))]);
    found.push(entry(parts, Sample::Columns(steps), text, width - 5.0 * parts.scale()));
}

/// Which families the parts of columns are, and what stands below the line, where no mark has that colour.
fn colours(parts: &Parts<'_>, found: &mut Vec<Entry>) {
    if !shows_families(parts) {
        return;
    }
    let (palette, width) = (parts.palette(), 8.0 * parts.scale());
    let columns = || parts.layout.heaps.iter().filter(|heap| heap.form == HeapForm::Column);
    let occurs =
        |side: usize, family: Family| columns().any(|heap| heap.tally.by_family()[side][family as usize] > 0);
    let below = parts.layout.hub.is_some();
    let is_told = |family: Family, by_hub: bool| {
        parts.layout.items.iter().any(|item| item.family == family && item.by_hub == by_hub)
    };
    for family in Family::ALL {
        if !is_told(family, false) && (occurs(0, family) || !below && occurs(1, family)) {
            let text = parts.words.word(&format!("family-{}", family.code()));
            found.push(entry(parts, Sample::Colour(palette.family(family)), text, width));
        }
    }
    let is_hub_told = is_told(Family::Diplomatic, true);
    if below && !is_hub_told && Family::ALL.into_iter().any(|family| occurs(1, family)) {
        let text =
            parts.words.say("legend-below", &[("hub", Arg::Text(&parts.hub_name().unwrap_or_default()))]);
        found.push(entry(parts, Sample::Colour(palette.mark(Family::Diplomatic, true)), text, width));
    }
}

/// The largest of 1, 2, 5, 10, 20 … that is no more than this.
fn round_below(most: u64) -> u64 {
    let ten = 10_u64.pow(most.max(1).ilog10());
    ten * match most.max(1) / ten {
        5.. => 5,
        2.. => 2,
        _ => 1,
    }
}

/// "a week", "6 hours".
fn length(parts: &Parts<'_>, level: Level) -> String {
    let seconds = level.seconds();
    let units = [("weeks", 604_800), ("days", 86_400), ("hours", 3_600), ("minutes", 60), ("seconds", 1)];
    let fits = units.into_iter().find(|(_, unit)| seconds % unit == 0);
    let (name, unit) = fits.unwrap_or(("seconds", 1));
    let n = u64::try_from(seconds / unit).unwrap_or(0);
    parts.words.say(&format!("length-{name}"), &[("n", Arg::Number(n))])
}

/// The height of a column that fills the half of its lane.
fn column_half(parts: &Parts<'_>) -> f32 {
    let heaped = parts.layout.heaps.iter().filter_map(|heap| parts.layout.rows.get(heap.row));
    heaped.map(|row| row.height as f32).fold(parts.layout.spacing.lane as f32, f32::max) / 2.0 * FULL
}

/// A column of the legend, with its number.
fn column_width(parts: &Parts<'_>, n: u64) -> f32 {
    let number = parts.measure.width(super::super::shape::Face::Sans, parts.style.text.small, &n.to_string());
    number + 18.0 * parts.scale()
}

fn people(parts: &Parts<'_>, items: &[Item], found: &mut Vec<Entry>) {
    let is_disc =
        |item: &&Item| matches!(item.figure, Figure::HalfDisc | Figure::CutHalfDisc) && item.size > 0;
    let largest = items.iter().filter(is_disc).map(|item| item.size).max().unwrap_or(0);
    let hub = parts.hub_name().unwrap_or_default();
    let args = [("hub", Arg::Text(&hub))];
    if largest > 0 {
        let steps: Vec<u64> = match largest {
            0..=4 => vec![largest],
            5..=19 => vec![1, 5, 10],
            20..=39 => vec![5, 10, 20],
            _ => vec![5, 20, 45],
        };
        let width: f32 = steps.iter().map(|n| size_width(parts, *n)).sum();
        let key = if hub.is_empty() { "legend-people" } else { "legend-people-by-them" };
        found.push(entry(parts, Sample::Sizes(steps), parts.words.say(key, &args), width));
    }
    if items.iter().filter(is_disc).any(|item| item.by_hub) {
        let below = Glyph {
            side: Side::Below,
            ink: parts.palette().hub,
            r: 6.0 * parts.scale(),
            ..glyph(parts, Figure::HalfDisc, Family::Diplomatic)
        };
        found.push(entry(
            parts,
            Sample::Glyph(Box::new(below)),
            parts.words.say("legend-by-hub", &args),
            below.r * 2.0,
        ));
    }
    if items.iter().any(|item| item.figure == Figure::CutHalfDisc) {
        let cut = Glyph { r: 6.0 * parts.scale(), ..glyph(parts, Figure::CutHalfDisc, Family::Diplomatic) };
        found.push(entry(
            parts,
            Sample::Glyph(Box::new(cut)),
            parts.words.word("legend-recalled"),
            cut.r * 2.0,
        ));
    }
}

fn size_width(parts: &Parts<'_>, n: u64) -> f32 {
    let number = parts.measure.width(super::super::shape::Face::Sans, parts.style.text.small, &n.to_string());
    2.0 * radius(&parts.layout.sizes, n) as f32 + number + 9.0 * parts.scale()
}

fn figures(parts: &Parts<'_>, items: &[Item], found: &mut Vec<Entry>) {
    let kinds: BTreeSet<(Figure, Family)> = items.iter().map(|item| (item.figure, item.family)).collect();
    for (figure, family) in kinds {
        let key = match (figure, family) {
            (Figure::Square, _) => "legend-closure",
            (Figure::Bar, Family::Diplomatic) => "legend-restriction",
            (Figure::Bar, Family::Law) => "legend-law",
            (Figure::Bar, Family::Office) => "legend-office",
            (Figure::Diamond, _) => "legend-force",
            (Figure::Tick, _) => "legend-words",
            (Figure::Dash, _) => "legend-denial",
            _ => continue,
        };
        let author = items
            .iter()
            .filter(|item| item.figure == figure)
            .map(|item| item.author)
            .collect::<BTreeSet<_>>();
        let sample = Glyph { author: Author::Nobody, ..glyph(parts, figure, family) };
        let width = if figure == Figure::Diamond { 11.0 } else { 8.0 } * parts.scale();
        found.push(entry(parts, Sample::Glyph(Box::new(sample)), parts.words.word(key), width));
        if figure == Figure::Diamond && author.contains(&Author::Alleged) {
            let accused = Glyph { author: Author::Alleged, ..sample };
            let text = parts.words.word("legend-author-alleged");
            found.push(entry(parts, Sample::Glyph(Box::new(accused)), text, 17.0 * parts.scale()));
        }
    }
}

fn statuses(parts: &Parts<'_>, items: &[Item], found: &mut Vec<Entry>) {
    let occur: BTreeSet<Status> = items.iter().map(|item| item.status).collect();
    for status in occur.into_iter().filter(|status| *status != Status::Confirmed) {
        let r = 6.0 * parts.scale();
        let sample = Glyph { r, status, ..glyph(parts, Figure::HalfDisc, Family::Diplomatic) };
        let text = parts.words.word(&format!("status-{}", status.code()));
        found.push(entry(parts, Sample::Glyph(Box::new(sample)), text, 2.0 * r));
    }
}

fn glyph(parts: &Parts<'_>, figure: Figure, family: Family) -> Glyph {
    let palette = parts.palette();
    let scale = parts.scale();
    let on_line = matches!(figure, Figure::HalfDisc | Figure::CutHalfDisc | Figure::Square | Figure::Bar);
    Glyph {
        figure,
        x: 0.0,
        y: 0.0,
        r: if figure == Figure::Diamond { parts.layout.sizes.force as f32 } else { 3.8 * scale },
        inner: None,
        side: if on_line { Side::Above } else { Side::On },
        status: Status::Confirmed,
        ink: palette.family(family),
        ground: palette.ground,
        retracted: palette.retracted,
        author: Author::Nobody,
        hatched: false,
        block: false,
        uncounted: false,
        scale,
    }
}

fn entry(parts: &Parts<'_>, sample: Sample, text: String, sample_width: f32) -> Entry {
    let words = parts.measure.width(super::super::shape::Face::Sans, parts.style.text.small, &text);
    Entry { sample, text, width: sample_width + words + 5.0 * parts.scale() }
}

/// Draws the legend from a corner down; each line is `line_height` high.
pub fn draw(pen: &mut Pen<'_>, parts: &Parts<'_>, legend: Fitted, [left, top]: [f32; 2], line_height: f32) {
    let gap = parts.style.text.em * 1.5;
    for (number, line) in legend.lines.into_iter().enumerate() {
        let baseline = top + line_height * (number as f32 + 0.75);
        let mut x = left;
        for entry in line {
            let words_at = sample(pen, parts, &entry.sample, x, baseline);
            let setting = Setting::plain(parts.style.text.small, parts.palette().ink);
            pen.text([words_at, baseline], &entry.text, setting);
            x += entry.width + gap;
        }
    }
}

/// Draws a sample; gives where its words begin.
fn sample(pen: &mut Pen<'_>, parts: &Parts<'_>, sample: &Sample, x: f32, baseline: f32) -> f32 {
    let (scale, palette, small) = (parts.scale(), parts.palette(), parts.style.text.small);
    let middle = baseline - small * 0.3;
    match sample {
        Sample::Sizes(steps) => {
            let mut at = x;
            for n in steps {
                let r = radius(&parts.layout.sizes, *n) as f32;
                let disc =
                    Glyph { x: at + r, y: baseline, r, ..glyph(parts, Figure::HalfDisc, Family::Diplomatic) };
                draw_glyph(pen, &disc);
                pen.text(
                    [at + 2.0 * r + 3.0 * scale, baseline],
                    &n.to_string(),
                    Setting::plain(small, palette.ink),
                );
                at += size_width(parts, *n);
            }
            at
        }
        Sample::Glyph(shown) => {
            let wide = match shown.figure {
                Figure::Diamond if shown.author != Author::Nobody => 17.0 * scale,
                Figure::Diamond => 11.0 * scale,
                Figure::HalfDisc | Figure::CutHalfDisc => 2.0 * shown.r,
                _ => 8.0 * scale,
            };
            let y = match shown.side {
                Side::Above => baseline,
                Side::Below => baseline - small * 0.5,
                Side::On => middle,
            };
            draw_glyph(pen, &Glyph { x: x + wide / 2.0, y, ..**shown });
            x + wide + 5.0 * scale
        }
        Sample::Whisker => {
            let dots = Stroke {
                width: 1.1 * scale,
                ink: palette.family(Family::Diplomatic),
                dash: Some((1.2 * scale, 2.2 * scale)),
            };
            pen.line([x, middle], [x + 18.0 * scale, middle], dots);
            x + 23.0 * scale
        }
        Sample::More => x,
        Sample::Differs => {
            let ink = palette.family(Family::Force);
            pen.text([x, baseline], "≠", Setting::bold(small, ink));
            x + 14.0 * scale
        }
        Sample::Columns(steps) => columns(pen, parts, steps, x, baseline),
        Sample::Colour(ink) => {
            let side = 8.0 * scale;
            pen.rect(Rect { x, y: middle - side / 2.0, w: side, h: side }, *ink);
            x + side + 5.0 * scale
        }
        Sample::Pale => {
            let rect = Rect { x, y: middle - 4.0 * scale, w: 12.0 * scale, h: 8.0 * scale };
            let strength = if has_columns(parts) { PALE } else { PALE_ALONE };
            pen.rect(rect, palette.family(Family::Diplomatic).over(palette.ground, strength));
            x + 17.0 * scale
        }
        Sample::Thread => thread(pen, parts, x, middle),
    }
}

/// A thread's two ways of being drawn; gives where its words begin.
fn thread(pen: &mut Pen<'_>, parts: &Parts<'_>, x: f32, middle: f32) -> f32 {
    let (scale, palette) = (parts.scale(), parts.palette());
    let half = 15.0 * scale;
    pen.line([x, middle], [x + half, middle], Stroke::plain(2.5 * scale, palette.ink));
    let dash = Stroke { width: 1.8 * scale, ink: palette.ink, dash: Some((5.0 * scale, 3.5 * scale)) };
    pen.line([x + half, middle], [x + 34.0 * scale, middle], dash);
    pen.taken.push(Rect::between(x, middle, x + half, middle));
    x + 39.0 * scale
}

/// Columns of the legend, each with its number; gives where its words begin.
fn columns(pen: &mut Pen<'_>, parts: &Parts<'_>, steps: &[u64], x: f32, baseline: f32) -> f32 {
    let (scale, palette, small) = (parts.scale(), parts.palette(), parts.style.text.small);
    let mut at = x;
    let half = column_half(parts);
    let full = parts.layout.heights.map_or(1.0, |heights| heights.full) as f32;
    for n in steps {
        let h = (half * (*n as f32 / full).sqrt()).max(scale);
        let rect = Rect { x: at, y: baseline - h, w: 8.0 * scale, h };
        pen.rect(rect, palette.family(Family::Diplomatic));
        let place = [at + 11.0 * scale, baseline];
        pen.text(place, &n.to_string(), Setting::plain(small, palette.ink));
        at += column_width(parts, *n);
    }
    at
}
