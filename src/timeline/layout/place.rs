//! Places everything of a view, from top to bottom.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{EventId, LaneIndex, Span, Stamp, Switch};

use super::super::axis::Axis;
use super::super::heads::LaneSum;
use super::super::home::Placing;
use super::super::ticks::ticks;
use super::heaps::{Field, RowLanes, sort};
use super::hidden::{Hidden, hidden};
use super::items::{Item, ItemFacts, MarkSizes, items};
use super::plan::{Layout, Picture, PinPlace, Spacing, StripPlace};
use super::posts::lay_out_post;
use super::rows::{Row, RowFacts, RowKind, Sections, sort_lanes};
use super::threads::place_threads;
use super::ties::{brackets, tied};

/// Places everything of a view.
#[must_use]
pub fn lay_out(picture: &Picture<'_>) -> Layout {
    let Picture { survey, area, spacing, .. } = *picture;
    let axis_left = area.left + spacing.header;
    let axis_right = area.left + area.width - spacing.margin_right;
    let axis = Axis::new(picture.stretches, axis_left, axis_right, spacing.gutter);
    let mut layout = empty_layout(picture, axis, mark_sizes(&spacing, survey.largest));
    let mut y = layout.body.0;
    // Above lanes with their names over them there is no place for the strip's own.
    if strip_is_on(picture) && spacing.head == 0.0 && leaves_room(picture, spacing.strip) {
        let sums = survey.sums.strip(&layout.axis);
        layout.strip = Some(StripPlace { top: y, height: spacing.strip, sums });
        y += spacing.strip + spacing.em * 0.6;
    }
    place_rows(picture, &mut layout, y);
    stretch_strip(&mut layout);
    place_marks(picture, &mut layout);
    place_threads(picture, &survey.stops, &mut layout);
    (layout.pairs, layout.replies) = tied(survey, &layout, picture.view.pairs == Switch::On);
    layout.brackets = brackets(&layout.items);
    layout.hidden = hidden(picture, &layout);
    layout
}

fn empty_layout(picture: &Picture<'_>, axis: Axis, sizes: MarkSizes) -> Layout {
    let Picture { survey, area, spacing, .. } = *picture;
    let pins = picture.pins.iter().filter_map(|event| {
        let mark = survey.marks.get(event)?;
        Some(PinPlace { event: *event, x: axis.x_of(Span::new(mark.t0, mark.t1).mid())? })
    });
    Layout {
        area,
        spacing,
        ticks: axis.pieces().iter().map(|piece| ticks(piece, spacing.em)).collect(),
        pins: pins.collect(),
        axis,
        body: (area.top + spacing.axis, area.top + spacing.axis),
        strip: None,
        rows: Vec::new(),
        items: Vec::new(),
        heaps: Vec::new(),
        heights: None,
        brackets: Vec::new(),
        pairs: Vec::new(),
        replies: Vec::new(),
        threads: Vec::new(),
        posts: Vec::new(),
        hub: survey.index.hub(),
        sizes,
        hidden: Hidden::default(),
    }
}

/// What is too low for another lane makes the strip higher, so that the rows end where the canvas does.
fn stretch_strip(layout: &mut Layout) {
    let spare = layout.area.top + layout.area.height - layout.body.1;
    let spare = spare.clamp(0.0, layout.spacing.lane * 1.5);
    let Some(strip) = &mut layout.strip else { return };
    strip.height += spare;
    layout.body.1 += spare;
    for row in &mut layout.rows {
        row.top += spare;
        row.line += spare;
    }
}

fn mark_sizes(spacing: &Spacing, largest: u64) -> MarkSizes {
    /// The count whose mark fills half of a lane's height.
    const FULL: f64 = 45.0;
    let largest = largest.max(1) as f64;
    let half = spacing.lane / 2.0;
    let per_root = (half / FULL.sqrt()).min(0.65 * spacing.lane / largest.sqrt());
    MarkSizes {
        least: spacing.least_mark,
        force: spacing.least_mark * 1.32,
        per_root,
        merge: 0.6,
        most: spacing.lane * 0.85,
        fade: spacing.fade,
    }
}

fn strip_is_on(picture: &Picture<'_>) -> bool {
    /// From how many events with people on the strip is worth its room.
    const WORTH: usize = 30;
    let events = picture.survey.sums.events;
    match picture.view.strip {
        Switch::On => events > 0,
        Switch::Off => false,
        Switch::Auto => events >= WORTH,
    }
}

/// Whether lanes still have room beside something of that height: on a low canvas they come first.
fn leaves_room(picture: &Picture<'_>, height: f64) -> bool {
    /// Lanes that a picture must show before anything else.
    const LANES: f64 = 4.0;
    let spacing = &picture.spacing;
    picture.area.height - spacing.axis - spacing.post - height >= LANES * (spacing.lane + spacing.head)
}

/// How much higher than 1.45 s a lane may grow: of marks, whose labels then stand in several lines, and of crowds that
/// become columns, where height tells more.
const MOST_GROWTH: f64 = 4.5;
const MOST_GROWTH_OF_CROWDS: f64 = 6.0;
/// How much marks grow with their lanes: the largest, and all.
const MOST_GROWTH_OF_MARKS: f64 = 1.9;
const MOST_GROWTH_OF_LEAST: f64 = 1.4;
/// Marks in a lane, on the average, that are a crowd.
const CROWD: usize = 250;
/// So few rows are not made fewer.
const LEAST_ROWS_OF_CROWDS: usize = 8;

fn place_rows(picture: &Picture<'_>, layout: &mut Layout, top: f64) {
    let (spacing, survey) = (&picture.spacing, picture.survey);
    let stops = survey.stops.iter().flatten().flat_map(|stop| &stop.places);
    let stop_lanes: BTreeSet<LaneIndex> = stops.map(|placing| placing.lane).collect();
    let labelled = picture.labelled.iter().filter_map(|event| survey.kept.get(event)).flatten();
    let labelled: BTreeSet<LaneIndex> = labelled.map(|placing| placing.lane).collect();
    let sums = &survey.lane_sums;
    let facts = RowFacts {
        columns: &survey.columns,
        view: picture.view,
        standings: &survey.standings,
        close: &survey.close.lanes,
        sums,
        stops: &stop_lanes,
        labelled: &labelled,
        has_hub: layout.hub.is_some(),
    };
    let mut y = top;
    let alone = layout.hub.is_some()
        && picture.view.lanes.is_empty()
        && layout
            .axis
            .pieces()
            .iter()
            .any(|piece| survey.index.alone().overlapping(piece.span).next().is_some());
    if alone {
        push_row(layout, RowKind::HubAlone, &mut y, spacing.thin_row, LaneSum::default());
    }
    let everything = sort_lanes(&facts, usize::MAX);
    let wanted = picture.view.posts != Switch::Off && leaves_room(picture, y - picture.area.top);
    let posts = if wanted { everything.posts.len() } else { 0 };
    let room = picture.area.top + picture.area.height - y - posts as f64 * spacing.post;
    let fitting = (room / (spacing.lane + spacing.head)).floor().max(1.0) as usize;
    let rows = fitting.min(spacing.most_rows.max(1));
    let mut sections = sort_lanes(&facts, rows);
    let crowd = |rows: usize| survey.dated / rows.max(1) > CROWD;
    // Where most lanes are folded anyway, a crowd is better seen in some fewer and higher ones.
    let fewer = rows * 2 / 3;
    let mostly_folded = sections.folded.len() > sections.shown.len();
    let heightened = rows == fitting && mostly_folded && crowd(rows) && fewer >= LEAST_ROWS_OF_CROWDS;
    if heightened {
        sections = sort_lanes(&facts, fewer);
    }
    let needed = sections.shown.len() + sections.bodies.len() + usize::from(!sections.folded.is_empty());
    // Lanes grow evenly where there is room to spare: an empty foot of the page tells nothing.
    let most = if crowd(needed) { MOST_GROWTH_OF_CROWDS } else { MOST_GROWTH };
    let lanes = needed.max(1) as f64;
    let multiple = ((room - lanes * spacing.head) / (lanes * spacing.lane)).clamp(1.0, most);
    let grows = sections.folded.is_empty() || rows < fitting || heightened;
    let multiple = if grows { multiple } else { 1.0 };
    push_sections(layout, sections, sums, &mut y, spacing, multiple, posts > 0);
    layout.body.1 = y;
    layout.sizes.per_root *= multiple.min(MOST_GROWTH_OF_MARKS);
    layout.sizes.most *= multiple.min(MOST_GROWTH_OF_MARKS);
    if !crowd(needed) {
        let beyond = (multiple / MOST_GROWTH_OF_MARKS).clamp(1.0, MOST_GROWTH_OF_LEAST);
        layout.sizes.least *= beyond;
        layout.sizes.force *= beyond;
    }
}

fn push_sections(
    layout: &mut Layout,
    sections: Sections,
    sums: &BTreeMap<LaneIndex, LaneSum>,
    y: &mut f64,
    spacing: &Spacing,
    multiple: f64,
    posts: bool,
) {
    let sum_of = |lane: &LaneIndex| sums.get(lane).copied().unwrap_or_default();
    let height = spacing.lane * multiple;
    let sum_of_all = |lanes: &[LaneIndex]| {
        let mut sum = LaneSum::default();
        for own in lanes.iter().map(sum_of) {
            sum.above += own.above;
            sum.below += own.below;
            sum.shared |= own.shared;
        }
        sum
    };
    for lane in &sections.shown {
        match sections.groups.get(lane) {
            Some((name, lanes)) => {
                let kind = RowKind::Group { name: name.clone(), lanes: lanes.clone() };
                push_row(layout, kind, y, height, sum_of_all(lanes));
            }
            None => push_row(layout, RowKind::Lane(*lane), y, height, sum_of(lane)),
        }
    }
    if !sections.folded.is_empty() {
        let sum = sum_of_all(&sections.folded);
        push_row(layout, RowKind::Folded(sections.folded), y, height, sum);
    }
    for lane in &sections.bodies {
        push_row(layout, RowKind::Lane(*lane), y, height, sum_of(lane));
    }
    if posts {
        for lane in &sections.posts {
            push_row(layout, RowKind::Post(*lane), y, spacing.post, LaneSum::default());
        }
    }
}

fn push_row(layout: &mut Layout, kind: RowKind, y: &mut f64, height: f64, sum: LaneSum) {
    *y += kind.head(&layout.spacing);
    layout.rows.push(Row { kind, top: *y, height, line: *y + height / 2.0, sum });
    *y += height;
}

/// Fetches the marks of all rows, segment by segment.
fn place_marks(picture: &Picture<'_>, layout: &mut Layout) {
    let survey = picture.survey;
    let mut kept: BTreeMap<EventId, Vec<Placing>> = survey.kept.clone();
    if let Some(first) = picture.selected.first() {
        kept.insert(first.event, picture.selected.to_vec());
    }
    let never_merged: BTreeSet<EventId> = kept.keys().copied().collect();
    let mut rows = Vec::new();
    for (row, place) in layout.rows.iter().enumerate() {
        let lanes = match &place.kind {
            RowKind::Lane(lane) => vec![*lane],
            RowKind::Folded(lanes) | RowKind::Group { lanes, .. } => lanes.clone(),
            RowKind::HubAlone => {
                let hub = layout.hub.unwrap_or(LaneIndex(0));
                rows.push(RowLanes { row, lanes: vec![(hub, survey.index.alone())] });
                continue;
            }
            RowKind::Post(lane) => {
                let placings = post_placings(picture, &layout.axis, *lane);
                layout.posts.push(lay_out_post(survey, &layout.axis, &placings, row));
                continue;
            }
        };
        let runs = |lane: LaneIndex| Some((lane, survey.index.lane(lane)?));
        rows.push(RowLanes { row, lanes: lanes.into_iter().filter_map(runs).collect() });
    }
    let (axis, scale) = (&layout.axis, picture.spacing.scale());
    let field = Field { index: &survey.index, forms: picture.forms, axis, scale, kept: &kept };
    let sorted = sort(&field, &rows);
    layout.heaps = sorted.heaps;
    layout.heights = sorted.heights;
    let mut items_of: BTreeMap<usize, Vec<Item>> = BTreeMap::new();
    for ((number, row), singles) in &sorted.singles {
        let (place, piece) = (&layout.rows[*row], &layout.axis.pieces()[*number]);
        let mut sizes = layout.sizes;
        if matches!(place.kind, RowKind::Folded(_) | RowKind::Group { .. }) {
            sizes.merge *= 2.0;
        }
        let (axis, kinds, line) = (&layout.axis, survey.index.kinds(), place.line);
        let room = place.height / 2.0;
        let facts = ItemFacts { axis, piece, kinds, sizes, kept: &never_merged, row: *row, line, room };
        items_of.entry(*row).or_default().extend(items(&facts, singles));
    }
    layout.items = items_of.into_values().flatten().collect();
}

/// The marks of a post up to where the axis ends.
fn post_placings(picture: &Picture<'_>, axis: &Axis, lane: LaneIndex) -> Vec<Placing> {
    /// A post that changes hands more often than this is none.
    const MOST: usize = 2_000;
    let Some(last) = axis.pieces().last() else { return Vec::new() };
    // Who came before the axis begins may hold the post on it.
    let mut found = picture.survey.index.events(Span::new(Stamp::MIN, last.span.end()), &[lane], MOST);
    let mut seen = BTreeSet::new();
    found.retain(|placing| seen.insert(placing.event));
    found
}
