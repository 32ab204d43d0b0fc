//! What is drawn: one list of shapes for window, SVG and PNG.
//!
//! Pure: a layout, a style, words and a measure of text become a [`Scene`]. It is what is tested, hit-tested and read
//! out to screen readers. Deliberately absent: the toolkit, files, and any surface.

mod compose;
mod figures;
mod glyphs;
mod hit;
mod labels;
mod measure;
mod names;
mod obstacles;
mod pen;
mod shape;
mod style;

pub use compose::{
    Cards, PagePart, Parts, Sheet, SheetLines, compose, connectors, header_width, heap_name, lines_needed,
    sheet, sum_words,
};
pub use glyphs::{Glyph, Shaper};
pub use measure::{Measure, face_bytes, face_name, lacking, lacking_in};
pub use names::Names;
pub use shape::{Anchor, Face, Ink, Line, Logo, Point, Rect, Scene, Shape, Spot, Stroke, Target};
pub use style::{Palette, Style, Type};
