//! Places everything of a view, from top to bottom.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{EventId, LaneIndex, Span, Switch};

use super::super::axis::Axis;
use super::super::heads::{Heads, LaneSum, Sizing, lane_sums};
use super::super::home::Placing;
use super::super::index::Stop;
use super::super::sums::sum_up;
use super::super::ticks::ticks;
use super::hidden::{Hidden, hidden};
use super::items::{ItemFacts, MarkSizes, items};
use super::plan::{Layout, Picture, PinPlace, Spacing, StripPlace};
use super::posts::lay_out_post;
use super::rows::{Row, RowFacts, RowKind, Sections, sort_lanes};
use super::threads::place_threads;
use super::ties::{brackets, pairs, replies};

/// Places everything of a view.
#[must_use]
pub fn lay_out(picture: &Picture<'_>) -> Layout {
    let Picture { columns, index, area, spacing, .. } = *picture;
    let axis_left = area.left + spacing.header;
    let axis_right = area.left + area.width - spacing.margin_right;
    let axis = Axis::new(picture.stretches, axis_left, axis_right, spacing.gutter);
    let sizing = Sizing::new(columns);
    let known = index.events(Span::ALL, &index.lanes(), picture.sieve, usize::MAX);
    let heads = Heads::new(columns, &sizing, &known, picture.sieve);
    let in_view = of_view(picture, &known);
    let stops = thread_stops(picture);
    let sums = lane_sums(&heads, &in_view);

    let mut layout = empty_layout(picture, axis, mark_sizes(&spacing, &sizing, &in_view));
    let mut y = layout.body.0;
    if strip_is_on(picture, &heads) && leaves_room(picture, spacing.strip) {
        let sums = sum_up(&heads, &known, &layout.axis);
        layout.strip = Some(StripPlace { top: y, height: spacing.strip, sums });
        y += spacing.strip + spacing.em * 0.6;
    }
    place_rows(picture, &mut layout, y, &in_view, &sums, &stops);
    stretch_strip(&mut layout);
    let mut kept: BTreeSet<EventId> = stops.iter().flatten().map(|stop| stop.event).collect();
    kept.extend(picture.selected.iter().chain(picture.pins).chain(picture.labelled));
    place_items(picture, &sizing, &kept, &mut layout);
    place_threads(picture, &stops, &mut layout);
    if picture.view.pairs == Switch::On {
        layout.pairs = pairs(columns, &layout);
    }
    layout.replies = replies(columns, &layout);
    layout.brackets = brackets(&layout.items);
    layout.hidden = hidden(picture, &layout, &known);
    layout
}

fn empty_layout(picture: &Picture<'_>, axis: Axis, sizes: MarkSizes) -> Layout {
    let Picture { columns, area, spacing, .. } = *picture;
    let pins = picture.pins.iter().filter_map(|event| {
        let mark = columns.marks.iter().find(|mark| mark.event == *event)?;
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
        brackets: Vec::new(),
        pairs: Vec::new(),
        replies: Vec::new(),
        threads: Vec::new(),
        posts: Vec::new(),
        hub: picture.index.hub(),
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

/// What lies in the view's own segments: the ground for order, sums and sizes, whatever is on screen.
fn of_view(picture: &Picture<'_>, known: &[Placing]) -> Vec<Placing> {
    let spans: Vec<Span> = picture
        .view
        .segments
        .iter()
        .map(|segment| Span::new(segment.from.earliest(), segment.to.latest()))
        .collect();
    let inside = |placing: &&Placing| {
        let span = Span::new(placing.t0, placing.t1);
        spans.is_empty() || spans.iter().any(|part| part.overlaps(span))
    };
    known.iter().filter(inside).copied().collect()
}

fn mark_sizes(spacing: &Spacing, sizing: &Sizing, placings: &[Placing]) -> MarkSizes {
    /// The count whose mark fills half of a lane's height.
    const FULL: f64 = 45.0;
    let largest = placings.iter().map(|placing| sizing.size_of(placing)).max().unwrap_or(0).max(1) as f64;
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

fn strip_is_on(picture: &Picture<'_>, heads: &Heads) -> bool {
    /// From how many events with people on the strip is worth its room.
    const WORTH: usize = 30;
    match picture.view.strip {
        Switch::On => heads.events() > 0,
        Switch::Off => false,
        Switch::Auto => heads.events() >= WORTH,
    }
}

fn thread_stops(picture: &Picture<'_>) -> Vec<Vec<Stop>> {
    picture.view.threads.iter().take(4).map(|entity| picture.index.thread(picture.columns, entity)).collect()
}

/// Whether lanes still have room beside something of that height: on a low canvas they come first.
fn leaves_room(picture: &Picture<'_>, height: f64) -> bool {
    /// Lanes that a picture must show before anything else.
    const LANES: f64 = 4.0;
    let spacing = &picture.spacing;
    picture.area.height - spacing.axis - spacing.post - height >= LANES * spacing.lane
}

/// How much higher than 1.45 s a lane may grow.
const MOST_GROWTH: f64 = 1.9;

fn place_rows(
    picture: &Picture<'_>,
    layout: &mut Layout,
    top: f64,
    in_view: &[Placing],
    sums: &BTreeMap<LaneIndex, LaneSum>,
    stops: &[Vec<Stop>],
) {
    let spacing = &picture.spacing;
    let stop_lanes: BTreeSet<LaneIndex> =
        stops.iter().flatten().flat_map(|stop| stop.lanes.clone()).collect();
    let is_labelled = |placing: &&Placing| picture.labelled.contains(&placing.event);
    let labelled: BTreeSet<LaneIndex> =
        in_view.iter().filter(is_labelled).map(|placing| placing.lane).collect();
    let facts = RowFacts {
        columns: picture.columns,
        view: picture.view,
        placings: in_view,
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
            .any(|piece| !picture.index.hub_alone(piece.span, picture.sieve).is_empty());
    if alone {
        push_row(layout, RowKind::HubAlone, &mut y, spacing.thin_row, LaneSum::default());
    }
    let everything = sort_lanes(&facts, usize::MAX);
    let wanted = picture.view.posts != Switch::Off && leaves_room(picture, y - picture.area.top);
    let posts = if wanted { everything.posts.len() } else { 0 };
    let room = picture.area.top + picture.area.height - y - posts as f64 * spacing.post;
    let rows = (room / spacing.lane).floor().max(1.0) as usize;
    let sections = sort_lanes(&facts, rows);
    let needed = sections.shown.len() + sections.bodies.len() + usize::from(!sections.folded.is_empty());
    // Lanes grow evenly where there is room to spare: an empty foot of the page tells nothing.
    let multiple = (room / (needed.max(1) as f64 * spacing.lane)).clamp(1.0, MOST_GROWTH);
    let multiple = if sections.folded.is_empty() { multiple } else { 1.0 };
    push_sections(layout, sections, sums, &mut y, spacing, multiple, posts > 0);
    layout.body.1 = y;
    layout.sizes.per_root *= multiple;
    layout.sizes.most *= multiple;
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
    layout.rows.push(Row { kind, top: *y, height, line: *y + height / 2.0, sum });
    *y += height;
}

fn place_items(picture: &Picture<'_>, sizing: &Sizing, kept: &BTreeSet<EventId>, layout: &mut Layout) {
    for number in 0..layout.rows.len() {
        let (line, kind) = (layout.rows[number].line, layout.rows[number].kind.clone());
        let placings = row_placings(picture, layout, &kind);
        if let RowKind::Post(_) = kind {
            layout.posts.push(lay_out_post(picture.columns, &layout.axis, &placings, number));
            continue;
        }
        let mut sizes = layout.sizes;
        if matches!(kind, RowKind::Folded(_) | RowKind::Group { .. }) {
            sizes.merge *= 2.0;
        }
        let facts = ItemFacts {
            axis: &layout.axis,
            kinds: &picture.columns.kinds,
            sizing,
            sizes,
            kept,
            row: number,
            line,
        };
        let found = items(&facts, &placings);
        layout.items.extend(found);
    }
}

/// The marks of a row that a segment shows; one that crosses a gutter comes once.
fn row_placings(picture: &Picture<'_>, layout: &Layout, kind: &RowKind) -> Vec<Placing> {
    /// More marks than this in one row say nothing more: they merge.
    const MOST: usize = 20_000;
    let lanes = match kind {
        RowKind::Lane(lane) | RowKind::Post(lane) => vec![*lane],
        RowKind::Folded(lanes) | RowKind::Group { lanes, .. } => lanes.clone(),
        RowKind::HubAlone => Vec::new(),
    };
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for piece in layout.axis.pieces() {
        let placings = if matches!(kind, RowKind::HubAlone) {
            picture.index.hub_alone(piece.span, picture.sieve)
        } else {
            picture.index.events(piece.span, &lanes, picture.sieve, MOST)
        };
        found.extend(placings.into_iter().filter(|placing| seen.insert((placing.event, placing.lane))));
    }
    found.sort_by_key(|placing| (placing.t0, placing.event));
    found
}
