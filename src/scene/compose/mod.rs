//! `compose`: a layout and its words become a picture.
//!
//! Back to front: ground and lanes, strip, bands and lines, marks, threads, labels; on paper also title, legend and
//! footnote.

mod axis_words;
mod bands;
mod connectors;
mod ground;
mod legend;
mod marks;
mod posts;
mod sheet;
mod strip;
mod threads;
mod wishes;

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::{Arg, Article, Columns, Event, EventId, LabelDensity, LaneIndex, View, Words};
use crate::timeline::{Layout, Row, RowKind};

use super::labels::{self, Field};
use super::measure::Measure;
use super::names::Names;
use super::pen::Pen;
use super::shape::{Ink, Logo, Rect, Scene};
use super::style::{Palette, Style};

pub use connectors::connectors;
pub use ground::header_width;
pub use marks::heap_name;
pub use sheet::{Sheet, SheetLines, lines_needed, sheet};
pub use strip::sum_words;

/// The words of what is drawn: fetched for what is in sight, so some may not be there yet.
pub trait Cards {
    /// An event's values.
    fn event(&self, id: EventId) -> Option<&Event>;

    /// An entity's name.
    fn entity(&self, key: &str) -> Option<&str>;

    /// An article's heading data.
    fn article(&self, key: &str) -> Option<&Article>;
}

/// Everything that a picture is made from.
#[derive(Clone, Copy)]
pub struct Parts<'a> {
    pub layout: &'a Layout,
    pub columns: &'a Columns,
    pub view: &'a View,
    pub cards: &'a dyn Cards,
    pub words: &'a dyn Words,
    pub measure: &'a Measure,
    pub names: &'a Names,
    pub style: &'a Style,
    pub selected: Option<EventId>,
    pub width: f32,
    pub height: f32,
    pub sheet: &'a Sheet,
    /// The events that are shown, in order of time, where numbered notes may stand below.
    pub order: &'a [EventId],
    /// On paper: whose picture it is.
    pub logo: Option<&'a Arc<Logo>>,
    /// Where the picture is one of several pages.
    pub page: Option<PagePart>,
}

/// What a page knows of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PagePart {
    /// Events that stand on others, and not on this one.
    pub elsewhere: usize,
    /// Whether one comes before it, and one after.
    pub before: bool,
    pub after: bool,
    /// People in the tallest bars of all pages, up and down: on all of them the strip has one scale.
    pub tallest: (u64, u64),
}

impl std::fmt::Debug for Parts<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Parts").field("layout", self.layout).finish_non_exhaustive()
    }
}

impl Parts<'_> {
    fn palette(&self) -> &'static Palette {
        self.style.palette()
    }

    fn scale(&self) -> f32 {
        self.style.scale()
    }

    /// How many labels are wanted; a window has its own measure.
    fn labels(&self) -> LabelDensity {
        let paper = self.view.paper.filter(|_| self.style.paper);
        paper.map_or(LabelDensity::Usual, |paper| paper.labels)
    }

    fn lane_name(&self, lane: LaneIndex) -> Cow<'_, str> {
        self.columns.lane_name(lane, self.words)
    }

    fn hub_name(&self) -> Option<Cow<'_, str>> {
        self.layout.hub.map(|hub| self.lane_name(hub))
    }

    /// The ground under a place of the axis: the first of several segments is tinted.
    fn ground_at(&self, x: f32) -> Ink {
        let pieces = self.layout.axis.pieces();
        let first = pieces.first().is_some_and(|piece| f64::from(x) <= piece.x1);
        if pieces.len() > 1 && first { self.palette().segment } else { self.palette().ground }
    }
}

/// Draws a layout.
#[must_use]
pub fn compose(parts: &Parts<'_>) -> Scene {
    let mut pen = Pen::new(parts.measure);
    let notes = chart(&mut pen, parts, parts.sheet.lines.notes);
    if parts.style.paper {
        sheet::draw(&mut pen, parts, &notes);
    }
    finish(pen, parts)
}

/// Draws all but the sheet around it; gives the numbered notes, in as many lines as there may be.
fn chart(pen: &mut Pen<'_>, parts: &Parts<'_>, most_notes: usize) -> Vec<String> {
    ground::draw(pen, parts);
    // Names above lanes have their room from the beginning, and lie over the marks of the lane before.
    let from = pen.shapes.len();
    ground::heads(pen, parts);
    let heads = pen.shapes.split_off(from);
    axis_words::draw(pen, parts);
    let mut wishes = strip::draw(pen, parts);
    bands::draw(pen, parts);
    wishes.extend(bands::pins(pen, parts));
    wishes.extend(posts::draw(pen, parts));
    sheet::continued(pen, parts);
    marks::heaps::draw(pen, parts);
    let placed = marks::draw(pen, parts);
    pen.shapes.extend(heads);
    wishes.extend(threads::draw(pen, parts));
    wishes.extend(wishes::of_marks(parts, &placed));
    posts::vacancy_words(pen, parts);
    let left = labels::place(pen, wishes, &field(parts, &lines_of_rows(parts.layout)));
    sheet::number_marks(pen, parts, left, most_notes)
}

/// How many lines of words each row has room for: a lane is 1.45 s high or a multiple of it.
fn lines_of_rows(layout: &Layout) -> Vec<usize> {
    let lines = |row: &Row| match row.kind {
        RowKind::Lane(_) | RowKind::Group { .. } => (row.height / layout.spacing.lane + 0.05) as usize,
        RowKind::HubAlone | RowKind::Folded(_) | RowKind::Post(_) => 1,
    };
    layout.rows.iter().map(lines).collect()
}

fn field<'a>(parts: &Parts<'_>, lines: &'a [usize]) -> Field<'a> {
    let layout = parts.layout;
    Field {
        left: layout.axis.left() as f32,
        right: layout.axis.right() as f32,
        top: (layout.area.top + layout.spacing.axis) as f32,
        bottom: layout.body.1 as f32,
        scale: parts.scale(),
        leader: parts.palette().muted,
        lines,
    }
}

fn finish(pen: Pen<'_>, parts: &Parts<'_>) -> Scene {
    let layout = parts.layout;
    let lanes = layout.rows.len().to_string();
    let shown = layout.hidden.shown as u64;
    let counted = [("events", Arg::Number(shown)), ("rows", Arg::Text(&lanes))];
    let description = if parts.style.paper {
        sheet::described(parts)
    } else {
        parts.words.say("picture-described", &counted)
    };
    let bare = parts.style.paper && parts.view.paper.is_some_and(|paper| paper.transparent);
    Scene {
        width: parts.width,
        height: parts.height,
        ground: Ink { a: if bare { 0 } else { u8::MAX }, ..parts.palette().ground },
        description,
        title: parts.view.title.clone().unwrap_or_else(|| parts.view.name.clone()),
        shapes: pen.shapes,
        spots: pen.spots,
        segments: layout.axis.pieces().iter().map(|piece| (piece.x0 as f32, piece.x1 as f32)).collect(),
        body: (layout.body.0 as f32, layout.body.1 as f32),
        logo: sheet::logo(parts).zip(parts.logo.cloned()),
    }
}

/// The room between two places of the axis and two heights.
fn stretch(x0: f64, x1: f64, y0: f64, y1: f64) -> Rect {
    Rect::between(x0 as f32, y0 as f32, x1 as f32, y1 as f32)
}
