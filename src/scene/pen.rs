//! The pen: collects shapes and spots, and remembers what labels must not cross.

use std::ops::Range;
use std::sync::Arc;

use super::measure::Measure;
use super::obstacles::Obstacles;
use super::shape::{Anchor, Face, Ink, Line, Point, Rect, Shape, Spot, Stroke, Target};

/// A picture in the making.
#[derive(Debug)]
pub struct Pen<'a> {
    pub measure: &'a Measure,
    pub shapes: Vec<Shape>,
    pub spots: Vec<Spot>,
    /// Marks, bands, threads, pins, gutters and labels that are already there.
    pub taken: Obstacles,
    /// Words that are there: over these not even what must be said may lie.
    pub said: Obstacles,
    /// Gutters between segments, which only the strip's words may cross.
    pub gutters: Vec<Rect>,
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setting {
    pub face: Face,
    pub size: f32,
    pub ink: Ink,
    pub anchor: Anchor,
    pub halo: Option<Ink>,
}

impl Setting {
    /// Regular weight, from the left.
    #[must_use]
    pub fn plain(size: f32, ink: Ink) -> Self {
        Self { face: Face::Sans, size, ink, anchor: Anchor::Start, halo: None }
    }

    /// Semi-bold, from the left.
    #[must_use]
    pub fn bold(size: f32, ink: Ink) -> Self {
        Self { face: Face::SansSemiBold, ..Self::plain(size, ink) }
    }

    /// Ending at its place.
    #[must_use]
    pub fn ending(self) -> Self {
        Self { anchor: Anchor::End, ..self }
    }

    /// With ground behind the letters.
    #[must_use]
    pub fn on(self, ground: Ink) -> Self {
        Self { halo: Some(ground), ..self }
    }
}

impl<'a> Pen<'a> {
    /// An empty canvas.
    #[must_use]
    pub fn new(measure: &'a Measure) -> Self {
        Self {
            measure,
            shapes: Vec::new(),
            spots: Vec::new(),
            taken: Obstacles::default(),
            said: Obstacles::default(),
            gutters: Vec::new(),
        }
    }

    /// Writes a line; gives the room that it takes.
    pub fn text(&mut self, at: Point, text: &str, setting: Setting) -> Rect {
        let width = self.measure.width(setting.face, setting.size, text);
        let rect = text_rect(at, width, &setting);
        self.shapes.push(Shape::Text(Line {
            at,
            text: text.to_owned(),
            face: setting.face,
            size: setting.size,
            ink: setting.ink,
            anchor: setting.anchor,
            halo: setting.halo,
            width,
        }));
        self.said.push(rect);
        rect
    }

    /// A filled rectangle.
    pub fn rect(&mut self, rect: Rect, fill: Ink) {
        self.shapes.push(Shape::Rect { rect, fill });
    }

    /// A straight line.
    pub fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.shapes.push(Shape::Path { points: vec![from, to], stroke });
    }

    /// A convex polygon.
    pub fn polygon(&mut self, points: Vec<Point>, fill: Option<Ink>, stroke: Option<Stroke>) {
        self.shapes.push(Shape::Polygon { points, fill, stroke });
    }

    /// A rectangle from one colour to another, left to right.
    pub fn fade(&mut self, rect: Rect, left: Ink, right: Ink) {
        self.shapes.push(Shape::Fade { rect, left, right });
    }

    /// Makes a part of the picture something that can be pointed at.
    pub fn spot(&mut self, target: Target, rect: Rect, name: impl Into<Arc<str>>) {
        self.spot_of(0..0, target, rect, name);
    }

    /// The same of a part that is drawn with these shapes and no others.
    pub fn spot_of(&mut self, shapes: Range<usize>, target: Target, rect: Rect, name: impl Into<Arc<str>>) {
        self.spots.push(Spot { target, rect, name: name.into(), shapes });
    }

    /// Whether nothing stands in a place yet; what `crosses` may lie over a gutter.
    #[must_use]
    pub fn is_free(&self, rect: &Rect, crosses: bool) -> bool {
        let in_gutter = !crosses && self.gutters.iter().any(|gutter| gutter.overlaps(rect));
        !in_gutter && !self.taken.meet(rect)
    }
}

/// The room that a line of text takes.
#[must_use]
pub fn text_rect(at: Point, width: f32, setting: &Setting) -> Rect {
    let x = match setting.anchor {
        Anchor::Start => at[0],
        Anchor::Middle => at[0] - width / 2.0,
        Anchor::End => at[0] - width,
    };
    Rect { x, y: at[1] - setting.size * 0.70, w: width, h: setting.size * 0.78 }
}
