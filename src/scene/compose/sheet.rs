//! The sheet around the chart on paper: title, subtitle, legend, footnote, source line (`drawing.md`, rule W).

mod continued;
mod described;
mod notes;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Arg, EventId, View, When, Words, host_of, spoken_date};
use crate::timeline::{Area, RowKind};

use super::super::measure::Measure;
use super::super::pen::{Pen, Setting};
use super::super::shape::{Face, Rect};
use super::super::style::Style;
use super::ground::unnamed;
use super::{Parts, chart, legend};

pub(super) use continued::draw as continued;
pub(super) use described::described;
pub(super) use notes::number_marks;

/// How the canvas is shared out.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub title: Vec<String>,
    pub subtitle: Vec<String>,
    /// For the chart.
    pub area: Area,
    pub lines: SheetLines,
}

/// Lines kept free below the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SheetLines {
    pub legend: usize,
    pub notes: usize,
    pub foot: usize,
}

impl SheetLines {
    /// As many lines as either has.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            legend: self.legend.max(other.legend),
            notes: self.notes.max(other.notes),
            foot: self.foot.max(other.foot),
        }
    }
}

/// Height of a line of legend and of footnote, in *s*.
const LEGEND_LINE: f32 = 1.7;
const FOOT_LINE: f32 = 1.3;
/// Lines of the footnote that a publisher's sign is as high as.
const LOGO_LINES: usize = 2;
/// Lines of title and of subtitle at most, more on a narrow sheet: the rest of a longer one is cut off, and that is seen.
fn most_title(room: f32, style: &Style) -> usize {
    if room < style.text.em * 34.0 { 5 } else { 3 }
}

/// Shares a canvas out: on paper the title and the notes take their room first.
#[must_use]
pub fn sheet(
    style: &Style,
    view: &View,
    words: &dyn Words,
    measure: &Measure,
    size: (f32, f32),
    lines: SheetLines,
) -> Sheet {
    let [left, top, right, bottom] = style.margin;
    let room = size.0 - left - right;
    let mut used_above = top;
    let mut used_below = bottom;
    let (mut title, mut subtitle) = (Vec::new(), Vec::new());
    if style.paper {
        let text = view.title.clone().unwrap_or_else(|| view.name.clone());
        title =
            measure.balanced_in(Face::SansSemiBold, style.text.title, &text, room, most_title(room, style));
        let said = known_on(view, view.subtitle.clone().unwrap_or_else(|| range(view, words)), words);
        subtitle = measure.balanced_in(Face::Sans, style.text.subtitle, &said, room, most_title(room, style));
        used_above +=
            title.len() as f32 * style.text.title * 1.16 + subtitle.len() as f32 * style.text.subtitle * 1.4;
        used_above += style.text.em * 0.5;
        used_below +=
            (lines.legend as f32 * LEGEND_LINE + (lines.notes + lines.foot) as f32 * FOOT_LINE + 0.15)
                * style.text.em;
    }
    let area = Area {
        left: f64::from(left),
        top: f64::from(used_above),
        width: f64::from(room),
        height: f64::from((size.1 - used_above - used_below).max(style.text.em * 8.0)),
    };
    Sheet { title, subtitle, area, lines }
}

/// A picture of what was known on a day says so before anything else.
fn known_on(view: &View, subtitle: String, words: &dyn Words) -> String {
    let Some(day) = &view.known_on else { return subtitle };
    let day = spoken_date(day, false, words);
    if subtitle.is_empty() {
        return words.say("known-on", &[("date", Arg::Text(&day))]);
    }
    words.say("known-on-subtitle", &[("date", Arg::Text(&day)), ("subtitle", Arg::Text(&subtitle))])
}

fn range(view: &View, words: &dyn Words) -> String {
    match (view.segments.first(), view.segments.last()) {
        (Some(first), Some(last)) => {
            let from = spoken_date(&first.from, false, words);
            let to = spoken_date(&last.to, false, words);
            words.say("date-from-to", &[("first", Arg::Text(&from)), ("last", Arg::Text(&to))])
        }
        _ => String::new(),
    }
}

/// How many lines legend, notes and footnotes really take.
#[must_use]
pub fn lines_needed(parts: &Parts<'_>) -> SheetLines {
    let room = parts.layout.area.width as f32;
    let notes = match notes::most_lines(parts) {
        0 => 0,
        // Only a chart that is drawn tells which labels find no room in it.
        most => chart(&mut Pen::new(parts.measure), parts, most).len(),
    };
    let legend = legend::fitted(parts, room, usize::MAX);
    let foot = foot(parts, legend.left_out).len().max(if parts.logo.is_some() { LOGO_LINES } else { 0 });
    SheetLines { legend: legend.lines.len(), notes, foot }
}

/// Draws title, subtitle, legend and notes.
pub fn draw(pen: &mut Pen<'_>, parts: &Parts<'_>, notes: &[String]) {
    let (style, palette) = (parts.style, parts.palette());
    let left = style.margin[0];
    let mut y = style.margin[1];
    for line in &parts.sheet.title {
        y += style.text.title * 1.16;
        pen.text([left, y - style.text.title * 0.28], line, Setting::bold(style.text.title, palette.ink));
    }
    for line in &parts.sheet.subtitle {
        y += style.text.subtitle * 1.4;
        pen.text(
            [left, y - style.text.subtitle * 0.36],
            line,
            Setting::plain(style.text.subtitle, palette.muted),
        );
    }
    let em = style.text.em;
    let room = parts.layout.area.width as f32;
    let legend = legend::fitted(parts, room, parts.sheet.lines.legend);
    let foot: Vec<String> = notes.iter().cloned().chain(foot(parts, legend.left_out)).collect();
    let below = if parts.logo.is_some() { (notes.len() + LOGO_LINES).max(foot.len()) } else { foot.len() };
    let mut y = parts.height - style.margin[3] - below as f32 * FOOT_LINE * em;
    let legend_height = LEGEND_LINE * em;
    let top = y - legend_height * legend.lines.len() as f32 - 0.1 * em;
    legend::draw(pen, parts, legend, [left, top], legend_height);
    for line in foot {
        y += FOOT_LINE * em;
        pen.text([left, y - 0.35 * em], &line, Setting::plain(foot_size(parts), palette.muted));
    }
}

/// The room of the publisher's sign: at the right of the lowest lines, which end before it.
pub fn logo(parts: &Parts<'_>) -> Option<Rect> {
    /// Of the sheet's width at most.
    const WIDEST: f32 = 0.24;
    let logo = parts.logo.filter(|logo| logo.width > 0 && logo.height > 0)?;
    let (width, height) = (logo.width as f32, logo.height as f32);
    let high = (LOGO_LINES as f32 * FOOT_LINE - 0.2) * parts.style.text.em;
    let scale = (high / height).min(parts.layout.area.width as f32 * WIDEST / width);
    let (w, h) = (width * scale, height * scale);
    let [_, _, right, bottom] = parts.style.margin;
    Some(Rect { x: parts.width - right - w, y: parts.height - bottom - h, w, h })
}

/// Size of footnote and source line.
fn foot_size(parts: &Parts<'_>) -> f32 {
    (parts.style.text.small * 0.96).max(parts.style.text.least)
}

/// Footnote and source line, wrapped; the names of folded lanes only where two lines hold them.
fn foot(parts: &Parts<'_>, signs_left_out: usize) -> Vec<String> {
    /// Lines that notes may take.
    const MOST: usize = 2;
    let mut sentences: Vec<String> = parts.view.footnote.iter().cloned().collect();
    sentences.extend(unnamed(parts));
    sentences.extend(left_out(parts));
    if signs_left_out > 0 {
        sentences.push(parts.words.say("foot-signs", &[("n", Arg::Number(signs_left_out as u64))]));
    }
    if parts.view.paper.is_none_or(|paper| paper.sources) {
        sentences.extend(source_line(parts));
    }
    let size = foot_size(parts);
    let beside = logo(parts).map_or(0.0, |logo| logo.w + 1.2 * parts.style.text.em);
    let room = parts.layout.area.width as f32 - beside;
    let set = |sentences: &[String]| parts.measure.wrapped(Face::Sans, size, &sentences.join(" "), room);
    let Some(folded) = folded(parts) else { return set(&sentences) };
    let named: Vec<String> = std::iter::once(folded).chain(sentences.clone()).collect();
    let lines = set(&named);
    if lines.len() <= MOST { lines } else { set(&sentences) }
}

/// The names of the lanes in the folded row.
fn folded(parts: &Parts<'_>) -> Option<String> {
    let mut rows = parts.layout.rows.iter();
    let lanes =
        rows.find_map(|row| if let RowKind::Folded(lanes) = &row.kind { Some(lanes) } else { None })?;
    let names: Vec<_> = lanes.iter().map(|lane| parts.lane_name(*lane)).collect();
    let args = [("n", Arg::Number(names.len() as u64)), ("names", Arg::Text(&names.join(", ")))];
    Some(parts.words.say("foot-folded", &args))
}

/// What is switched off, out of range or undated, counted.
fn left_out(parts: &Parts<'_>) -> Vec<String> {
    let hidden = &parts.layout.hidden;
    let mut said = Vec::new();
    let filtered = hidden.off_by_filter as u64;
    if filtered > 0 {
        said.push(parts.words.say("foot-filtered", &[("n", Arg::Number(filtered))]));
    }
    let not_known = hidden.not_known as u64;
    if let (Some(day), true) = (&parts.view.known_on, not_known > 0) {
        let day = spoken_date(day, false, parts.words);
        said.push(
            parts.words.say("foot-not-known", &[("n", Arg::Number(not_known)), ("date", Arg::Text(&day))]),
        );
    }
    let off = hidden.off() as u64 - filtered - not_known;
    if off > 0 {
        let kind = hidden.off_by_kind.first().map_or("other", |(kind, _)| kind.as_str());
        let kind = parts.words.word(&format!("kinds-{kind}"));
        said.push(parts.words.say("foot-off", &[("n", Arg::Number(off)), ("kind", Arg::Text(&kind))]));
    }
    // What another page shows is not left out.
    let on_others = parts.page.map_or(0, |page| page.elsewhere);
    let elsewhere = (hidden.outside + hidden.other_lanes).saturating_sub(on_others) as u64;
    if elsewhere > 0 {
        said.push(parts.words.say("foot-elsewhere", &[("n", Arg::Number(elsewhere))]));
    }
    let in_threads: BTreeSet<EventId> = parts
        .layout
        .threads
        .iter()
        .flat_map(|thread| thread.stops.iter().filter(|s| s.undated).map(|s| s.event))
        .collect();
    let undated = hidden.undated.saturating_sub(in_threads.len()) as u64;
    if undated > 0 {
        said.push(parts.words.say("foot-undated", &[("n", Arg::Number(undated))]));
    }
    said
}

/// "Sources: Reuters, AFP, RFE/RL and 74 others."
fn source_line(parts: &Parts<'_>) -> Option<String> {
    let mut sites: BTreeMap<String, BTreeSet<EventId>> = BTreeMap::new();
    let mut shown: BTreeSet<EventId> = BTreeSet::new();
    let mut newest: Option<When> = None;
    for event in parts.layout.items.iter().flat_map(|item| &item.events).filter(|event| shown.insert(**event))
    {
        let quotes = parts.cards.event(*event).map(|event| event.quotes.as_slice()).unwrap_or_default();
        for article in quotes.iter().filter_map(|quote| parts.cards.article(&quote.article)) {
            if article.url.is_none() || article.private {
                continue;
            }
            let site =
                article.site.clone().or_else(|| article.url.as_deref().and_then(host_of).map(str::to_owned));
            sites.entry(site?).or_default().insert(*event);
            let later = |when: &&When| newest.as_ref().is_none_or(|known| when.earliest() > known.earliest());
            if let Some(when) = article.published.as_ref().filter(later) {
                newest = Some(when.clone());
            }
        }
    }
    let mut ranked: Vec<(&String, usize)> = sites.iter().map(|(site, events)| (site, events.len())).collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    if ranked.is_empty() {
        return None;
    }
    let names: Vec<&str> = ranked.iter().take(3).map(|(site, _)| site.as_str()).collect();
    let others = ranked.len().saturating_sub(3) as u64;
    let names = names.join(", ");
    let args = [("names", Arg::Text(&names)), ("n", Arg::Number(others))];
    let line = parts.words.say(if others > 0 { "sources-and-others" } else { "sources-named" }, &args);
    Some(match newest {
        Some(when) => {
            let date = spoken_date(&when, false, parts.words);
            parts.words.say("sources-as-of", &[("sources", Arg::Text(&line)), ("date", Arg::Text(&date))])
        }
        None => line,
    })
}
