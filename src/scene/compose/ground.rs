//! Ground, hairlines, the lanes' headers.

mod groups;

use std::borrow::Cow;

use crate::model::{Arg, Columns, Family, Lane, LaneIndex, LaneType, Words};
use crate::timeline::{LaneSum, Row, RowKind, held_line, nominated_line};

use self::groups::group_of;
pub use self::groups::unnamed;
use super::super::measure::Measure;
use super::super::pen::{Pen, Setting};
use super::super::shape::{Face, Rect, Stroke, Target};
use super::super::style::Style;
use super::{Parts, stretch};

/// Width of the lanes' header column: the longest name, of lanes and of groups in one row, that is not too long; and room
/// for the sums, of which `whole` is that of all lanes.
#[must_use]
pub fn header_width(
    columns: &Columns,
    (lanes, groups): (&[LaneIndex], &[String]),
    whole: LaneSum,
    style: &Style,
    (measure, words): (&Measure, &dyn Words),
) -> f32 {
    let em = style.text.em;
    let lanes = lanes.iter().filter_map(|lane| columns.lanes.get(lane.0 as usize));
    let rows = lanes.filter(|lane| lane.kind() != LaneType::Post).map(Lane::display_name);
    let names = rows.chain(groups.iter().map(String::as_str));
    let longest = names.map(|name| measure.width(Face::SansSemiBold, em, name)).fold(6.0 * em, f32::max);
    let below = below_width((measure, words), em, whole) - BELOW * em;
    let above = words.number(whole.above);
    let above = measure.width(Face::SansSemiBold, em, &above) - (SUMS - BELOW - 0.6) * em;
    longest.min(10.5 * em) + SUMS * em + below.max(0.0) + above.max(0.0)
}

/// Room for the second of the sums, in *s*.
const BELOW: f32 = 2.0;

/// Width of the second sum, with air between it and the first: more where it is longer than its room, or the two would be
/// read as one number.
fn below_width((measure, words): (&Measure, &dyn Words), em: f32, sum: LaneSum) -> f32 {
    let width = measure.width(Face::Sans, em * 0.9, &format!("{}*", words.number(sum.below))) + 0.2 * em;
    if width > BELOW * em { width + 0.35 * em } else { width }
}

/// Room for the sums of a header, in *s*: "45 / 45" and the air around it.
const SUMS: f32 = 5.0;

/// Draws the ground of segments, the lines between lanes, and the headers.
pub fn draw(pen: &mut Pen<'_>, parts: &Parts<'_>) {
    let (layout, palette) = (parts.layout, parts.palette());
    let (top, bottom) = layout.body;
    if let (Some(first), true) = (layout.axis.pieces().first(), layout.axis.pieces().len() > 1) {
        pen.rect(stretch(first.x0, first.x1, top, bottom), palette.segment);
    }
    for row in &layout.rows {
        if matches!(row.kind, RowKind::Folded(_) | RowKind::Group { .. }) {
            let ground = stretch(layout.axis.left(), layout.axis.right(), row.top, row.top + row.height);
            pen.rect(ground, palette.ink.faded(0.04));
        }
    }
    gutters(pen, parts);
    let widest = widest_below(pen, parts);
    for row in &layout.rows {
        let y = (row.top - row.kind.head(&layout.spacing)) as f32;
        let hairline = Stroke::plain(0.8 * parts.scale(), palette.hairline);
        pen.line([layout.area.left as f32, y], [layout.axis.right() as f32, y], hairline);
        if row.kind.head(&layout.spacing) == 0.0 {
            header(pen, parts, row, widest);
        }
    }
    let hairline = Stroke::plain(0.8 * parts.scale(), palette.hairline);
    pen.line([layout.area.left as f32, bottom as f32], [layout.axis.right() as f32, bottom as f32], hairline);
    groups::draw(pen, parts);
}

/// Writes the names that stand above their lanes.
pub fn heads(pen: &mut Pen<'_>, parts: &Parts<'_>) {
    let layout = parts.layout;
    let widest = widest_below(pen, parts);
    for row in layout.rows.iter().filter(|row| row.kind.head(&layout.spacing) > 0.0) {
        header(pen, parts, row, widest);
    }
}

/// Ground between two segments, over which nothing is drawn.
fn gutters(pen: &mut Pen<'_>, parts: &Parts<'_>) {
    let (top, bottom) = parts.layout.body;
    for pair in parts.layout.axis.pieces().windows(2) {
        let gutter = stretch(pair[0].x1, pair[1].x0, top, bottom);
        pen.rect(gutter, parts.palette().ground);
        pen.gutters.push(gutter);
    }
}

fn header(pen: &mut Pen<'_>, parts: &Parts<'_>, row: &Row, widest: f32) {
    match &row.kind {
        RowKind::Lane(lane) => {
            let name = parts.lane_name(*lane);
            named_row(pen, parts, (row, widest), Some(*lane), &name);
        }
        RowKind::Folded(lanes) => {
            let name = parts.words.say("row-others", &[("n", Arg::Number(lanes.len() as u64))]);
            named_row(pen, parts, (row, widest), None, &name);
        }
        RowKind::Group { name, .. } => named_row(pen, parts, (row, widest), None, name),
        RowKind::HubAlone => {
            let hub = parts.hub_name().unwrap_or_default();
            let name = parts.words.say("row-hub-alone", &[("hub", Arg::Text(&hub))]);
            let setting = Setting::plain(parts.style.text.small, parts.palette().muted);
            let at = [parts.layout.area.left as f32, row.line as f32 + setting.size * 0.33];
            pen.text(at, &name, setting);
        }
        RowKind::Post(lane) => post_header(pen, parts, row, *lane),
    }
}

fn named_row(
    pen: &mut Pen<'_>,
    parts: &Parts<'_>,
    (row, widest): (&Row, f32),
    lane: Option<LaneIndex>,
    name: &str,
) {
    let (palette, em) = (parts.palette(), parts.style.text.em);
    let left = parts.layout.area.left as f32;
    let head = row.kind.head(&parts.layout.spacing) as f32;
    let (right, baseline) = if head > 0.0 {
        // The sums follow the name, in columns of their own where names are short.
        let wide = pen.measure.width(Face::SansSemiBold, em, name).max(6.0 * em) + (SUMS + 0.6) * em;
        (parts.layout.axis.right().min(f64::from(left + wide)) as f32, row.top as f32 - em * 0.2)
    } else {
        (parts.layout.axis.left() as f32 - 1.1 * em, row.line as f32 + em * 0.33)
    };
    let sums_left = sums(pen, parts, (row.sum, widest), right, baseline);
    let room = sums_left - left - 0.5 * em;
    let known = lane.and_then(|lane| parts.columns.lanes.get(lane.0 as usize));
    let short = known.and_then(|lane| lane.short_name(parts.words)).unwrap_or(Cow::Borrowed(name));
    let fits = |text: &str| pen.measure.width(Face::SansSemiBold, em, text) <= room;
    let shown =
        if fits(name) { name.to_owned() } else { pen.measure.fitted(Face::SansSemiBold, em, &short, room) };
    let ink = if lane.is_some() { palette.ink } else { palette.muted };
    let beside = Setting::bold(em, ink);
    let setting = if head > 0.0 { beside.on(palette.ground) } else { beside };
    let written = pen.text([left, baseline], &shown, setting);
    let (top, bottom) = (row.top as f32, (row.top + row.height) as f32);
    let rect = if head > 0.0 {
        pen.taken.push(written);
        if row.sum.above + row.sum.below > 0 {
            pen.taken.push(Rect { x: sums_left, w: right - sums_left, ..written });
        }
        Rect::between(left, top - head, right, top)
    } else {
        Rect::between(left, top, parts.layout.axis.left() as f32, bottom)
    };
    let grouped = group_of(parts, row).map(|group| {
        parts.words.say("lane-of-group", &[("name", Arg::Text(name)), ("group", Arg::Text(&group.name))])
    });
    let spoken = spoken_header(parts, row.sum, grouped.as_deref().unwrap_or(name));
    pen.spot(Target::Lane(name.to_owned()), rect, spoken);
}

/// Writes the heads of a lane, ending at `right`, in columns as wide as the widest of all lanes; gives where they begin.
fn sums(
    pen: &mut Pen<'_>,
    parts: &Parts<'_>,
    (sum, widest): (LaneSum, f32),
    right: f32,
    baseline: f32,
) -> f32 {
    let (palette, em) = (parts.palette(), parts.style.text.em);
    let blue = palette.family(Family::Diplomatic);
    let star = if sum.shared { "*" } else { "" };
    let column = right - widest;
    let mut left = column;
    if sum.above > 0 {
        let rect =
            pen.text([column, baseline], &parts.words.number(sum.above), Setting::bold(em, blue).ending());
        left = rect.x;
    }
    if sum.below > 0 {
        let text = format!("{}{star}", parts.words.number(sum.below));
        let at =
            right - if sum.shared { 0.0 } else { pen.measure.width(Face::Sans, parts.style.text.small, "*") };
        let rect =
            pen.text([at, baseline], &text, Setting::plain(parts.style.text.small, palette.hub).ending());
        left = left.min(rect.x);
    }
    left
}

/// The widest number of heads below the line, of all rows.
fn widest_below(pen: &Pen<'_>, parts: &Parts<'_>) -> f32 {
    let em = parts.style.text.em;
    let rows = parts.layout.rows.iter().filter(|row| row.sum.below > 0);
    rows.map(|row| below_width((pen.measure, parts.words), em, row.sum)).fold(BELOW * em, f32::max)
}

fn spoken_header(parts: &Parts<'_>, sum: LaneSum, name: &str) -> String {
    let hub = parts.hub_name().unwrap_or_default();
    let args = [
        ("name", Arg::Text(name)),
        ("above", Arg::Number(sum.above)),
        ("below", Arg::Number(sum.below)),
        ("hub", Arg::Text(&hub)),
    ];
    let key = match (sum.above + sum.below, hub.is_empty()) {
        (0, _) => "lane-spoken",
        (_, true) => "lane-spoken-heads",
        (_, false) => "lane-spoken-sums",
    };
    parts.words.say(key, &args)
}

fn post_header(pen: &mut Pen<'_>, parts: &Parts<'_>, row: &Row, lane: LaneIndex) {
    let (palette, em, left) = (parts.palette(), parts.style.text.em, parts.layout.area.left as f32);
    let name = parts.lane_name(lane);
    let title = pen.text(
        [left, row.top as f32 + 1.15 * em],
        &name,
        Setting::bold(em, palette.ink).on(palette.ground),
    );
    pen.taken.push(title);
    if parts.layout.spacing.head == 0.0 {
        let small = Setting::plain(parts.style.text.small, palette.muted);
        pen.text([left, held_line(row) as f32 + em * 0.33], &parts.words.word("post-held"), small);
        let nominated = match parts.hub_name() {
            Some(hub) => parts.words.say("post-nominated-by", &[("hub", Arg::Text(&hub))]),
            None => parts.words.word("post-nominated"),
        };
        pen.text([left, nominated_line(row) as f32 + em * 0.33], &nominated, small);
    }
    let rect =
        Rect::between(left, row.top as f32, parts.layout.axis.left() as f32, (row.top + row.height) as f32);
    pen.spot(
        Target::Lane(name.clone().into_owned()),
        rect,
        parts.words.say("lane-spoken", &[("name", Arg::Text(&name))]),
    );
}
