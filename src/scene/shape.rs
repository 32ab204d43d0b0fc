//! Shapes: what every surface draws, in points, y downwards.

use std::ops::Range;
use std::sync::Arc;

use crate::model::EventId;

/// A colour with its opacity, straight (not premultiplied).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ink {
    pub r: u8,
    pub g: u8,
    pub b: u8,
    pub a: u8,
}

impl Ink {
    /// An opaque colour from `0xRRGGBB`.
    #[must_use]
    pub const fn hex(rgb: u32) -> Self {
        Self { r: (rgb >> 16) as u8, g: (rgb >> 8) as u8, b: rgb as u8, a: 255 }
    }

    /// The same colour, so much of it, 0 to 1.
    #[must_use]
    pub fn faded(self, opacity: f32) -> Self {
        Self { a: (f32::from(self.a) * opacity.clamp(0.0, 1.0)).round() as u8, ..self }
    }

    /// This colour over `ground`, opaque: `part` of it, 0 to 1.
    #[must_use]
    pub fn over(self, ground: Self, part: f32) -> Self {
        let mix =
            |own: u8, under: u8| (f32::from(own) * part + f32::from(under) * (1.0 - part)).round() as u8;
        Self { r: mix(self.r, ground.r), g: mix(self.g, ground.g), b: mix(self.b, ground.b), a: 255 }
    }
}

/// A place on the canvas.
pub type Point = [f32; 2];

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

impl Rect {
    /// From two corners.
    #[must_use]
    pub fn between(x0: f32, y0: f32, x1: f32, y1: f32) -> Self {
        Self { x: x0.min(x1), y: y0.min(y1), w: (x1 - x0).abs(), h: (y1 - y0).abs() }
    }

    /// Whether a place lies inside.
    #[must_use]
    pub fn contains(&self, [x, y]: Point) -> bool {
        x >= self.x && x <= self.x + self.w && y >= self.y && y <= self.y + self.h
    }

    /// Whether two rectangles share more than an edge.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.x + other.w
            && other.x < self.x + self.w
            && self.y < other.y + other.h
            && other.y < self.y + self.h
    }

    /// What two rectangles share, in square points.
    #[must_use]
    pub fn common(&self, other: &Self) -> f32 {
        let wide = (self.x + self.w).min(other.x + other.w) - self.x.max(other.x);
        let high = (self.y + self.h).min(other.y + other.h) - self.y.max(other.y);
        wide.max(0.0) * high.max(0.0)
    }

    /// Larger by `by` on every side.
    #[must_use]
    pub fn grown(&self, by: f32) -> Self {
        Self { x: self.x - by, y: self.y - by, w: self.w + 2.0 * by, h: self.h + 2.0 * by }
    }
}

/// A line's width, colour and gaps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    pub width: f32,
    pub ink: Ink,
    /// Lengths of dash and gap.
    pub dash: Option<(f32, f32)>,
}

impl Stroke {
    /// An unbroken line.
    #[must_use]
    pub fn plain(width: f32, ink: Ink) -> Self {
        Self { width, ink, dash: None }
    }
}

/// A bundled face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    Sans,
    SansSemiBold,
    Serif,
    SerifSemiBold,
}

/// Which end of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Where the anchor stands, on the baseline.
    pub at: Point,
    pub text: String,
    pub face: Face,
    pub size: f32,
    pub ink: Ink,
    pub anchor: Anchor,
    /// Ground behind the letters, so that they are read across lines.
    pub halo: Option<Ink>,
    /// Shaped width.
    pub width: f32,
}

/// What surfaces know how to draw.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Rect {
        rect: Rect,
        fill: Ink,
    },
    /// A polygon without holes; convex where it is filled.
    Polygon {
        points: Vec<Point>,
        fill: Option<Ink>,
        stroke: Option<Stroke>,
    },
    Path {
        points: Vec<Point>,
        stroke: Stroke,
    },
    /// A rectangle whose colour changes evenly from left to right.
    Fade {
        rect: Rect,
        left: Ink,
        right: Ink,
    },
    Text(Line),
}

/// What stands behind a part of the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Event(EventId),
    /// A merged block.
    Block(Vec<EventId>),
    /// Too many marks to be drawn singly, by row and tile; how many, and how many people.
    Heap {
        row: usize,
        tile: i64,
        marks: u32,
        people: u64,
    },
    /// A lane's header, by the lane's name.
    Lane(String),
}

/// A part of the picture that can be pointed at, with the sentence that a screen reader says; heaps in a window have none
/// until they are asked for it (`heap_name`).
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    pub target: Target,
    pub rect: Rect,
    pub name: Arc<str>,
    /// The shapes that it is drawn with, by their places in the scene; none where they are among others'.
    pub shapes: Range<usize>,
}

/// A publisher's sign: pixels, whatever it was before.
#[derive(Clone, PartialEq, Eq)]
pub struct Logo {
    /// A PNG of our own making.
    pub png: Vec<u8>,
    /// In pixels.
    pub width: u32,
    pub height: u32,
}

impl std::fmt::Debug for Logo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Logo of {} × {}", self.width, self.height)
    }
}

/// A picture: shapes from back to front, and what can be pointed at.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    pub width: f32,
    pub height: f32,
    pub ground: Ink,
    /// In a sentence or two, for those who do not see it.
    pub description: String,
    pub title: String,
    pub shapes: Vec<Shape>,
    pub spots: Vec<Spot>,
    /// The place of each segment on the canvas, for gestures: from and to.
    pub segments: Vec<(f32, f32)>,
    /// Top and bottom of what scrolls with the axis.
    pub body: (f32, f32),
    /// On paper: whose picture it is, below everything else.
    pub logo: Option<(Rect, Arc<Logo>)>,
}
