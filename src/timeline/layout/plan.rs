//! The parts of a layout: what is asked, and the view with all places.

use crate::model::{EventId, LaneIndex, View};

use super::super::axis::{Axis, Stretch};
use super::super::home::Placing;
use super::super::sums::Strip;
use super::super::survey::Survey;
use super::super::ticks::Ticks;
use super::heaps::{Forms, Heap, Heights};
use super::hidden::Hidden;
use super::items::{Item, MarkSizes};
use super::posts::PostPlace;
use super::rows::Row;
use super::threads::ThreadPlace;
use super::ties::{Bracket, Pair, Reply};

/// Sizes in points that layout needs; the style fills them in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spacing {
    /// Size of the view's text, *s*.
    pub em: f64,
    /// Height of a lane: 1.45 s.
    pub lane: f64,
    /// Width of the lanes' headers.
    pub header: f64,
    /// Height of the lanes' names where these stand above their lanes; 0: they stand beside them.
    pub head: f64,
    pub axis: f64,
    pub strip: f64,
    pub thin_row: f64,
    pub post: f64,
    /// Between the axis's last segment and the edge.
    pub margin_right: f64,
    pub gutter: f64,
    /// Half of the narrowest mark.
    pub least_mark: f64,
    pub fade: f64,
    /// Rows of lanes at most, however high the canvas is.
    pub most_rows: usize,
}

impl Spacing {
    /// How much larger than in the window everything is drawn.
    #[must_use]
    pub fn scale(&self) -> f64 {
        self.gutter / 14.0
    }
}

/// The canvas that the chart fills.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// What is to be laid out.
#[derive(Debug, Clone, Copy)]
pub struct Picture<'a> {
    pub survey: &'a Survey,
    /// What was decided of the survey's rows in other frames.
    pub forms: &'a Forms,
    pub view: &'a View,
    pub stretches: &'a [Stretch],
    pub area: Area,
    pub spacing: Spacing,
    /// The selected event in its lanes.
    pub selected: &'a [Placing],
    /// Events drawn as a line through all lanes.
    pub pins: &'a [EventId],
    /// Events with a label that the user pinned.
    pub labelled: &'a [EventId],
}

/// An event drawn as a line through all lanes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PinPlace {
    pub event: EventId,
    pub x: f64,
}

/// The sum strip with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct StripPlace {
    pub top: f64,
    pub height: f64,
    pub sums: Strip,
}

/// The view with all places.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    pub area: Area,
    pub spacing: Spacing,
    pub axis: Axis,
    pub ticks: Vec<Ticks>,
    /// Top of what stands below the axis's labels, and bottom of the last row.
    pub body: (f64, f64),
    pub strip: Option<StripPlace>,
    pub rows: Vec<Row>,
    pub items: Vec<Item>,
    /// What is too dense to be drawn singly.
    pub heaps: Vec<Heap>,
    /// What the heights of columns mean, where there are any.
    pub heights: Option<Heights>,
    pub brackets: Vec<Bracket>,
    pub pairs: Vec<Pair>,
    pub replies: Vec<Reply>,
    pub threads: Vec<ThreadPlace>,
    pub posts: Vec<PostPlace>,
    pub pins: Vec<PinPlace>,
    pub hub: Option<LaneIndex>,
    pub sizes: MarkSizes,
    pub hidden: Hidden,
}
