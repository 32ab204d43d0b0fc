//! The case on paper and in other programs' files: bytes only, nothing is written to disk here.
//!
//! Bundled faces first; the system's only for letters that they lack, with a notice. Deliberately absent: a second way
//! to draw. What a picture shows is the [`crate::scene::Scene`], and nothing else.

mod account;
mod document;
mod error;
mod fonts;
mod list;
mod logo;
mod markup;
mod page;
mod pdf;
mod png;
mod sight;
mod svg;

use std::collections::BTreeMap;

use crate::model::{EventId, Sentence};
use crate::scene::Scene;

pub use account::{
    ClaimsFormat, Entry, Hashes, chronology_html, chronology_markdown, chronology_page, claims, entries,
    list_html, list_text,
};
pub use document::{Document, is_png};
pub use error::ExportError;
pub use fonts::{BorrowedFace, borrow_faces};
pub use list::{List, ListFormat, list};
pub use logo::{MOST_BYTES as MOST_LOGO, logo};
pub use page::{PageParts, page};
pub use pdf::{Leaflet, pdf};
pub use png::Raster;
pub use sight::Sight;
pub use svg::Told;

/// Draws a scene as a PNG that carries a document.
///
/// # Errors
/// As [`picture`], and refuses a document beyond 8 MB.
pub fn png_document<E: From<ExportError>>(
    scene: &Scene,
    scale: f32,
    document: impl FnOnce() -> Result<Document, E>,
) -> Result<Rendered, E> {
    png::png(scene, scale, document)
}

/// Draws a scene as pixels for a window or the clipboard, by the code that makes a PNG of it.
///
/// # Errors
/// As [`picture`].
pub fn raster(scene: &Scene, scale: f32, sight: Sight) -> Result<Raster, ExportError> {
    let mut raster = png::raster(scene, scale)?;
    sight.see(&mut raster.pixels);
    Ok(raster)
}

/// Draws a scene as SVG whose marks carry their events' keys and say what they are.
#[must_use]
pub fn svg_document(scene: &Scene, scale: f32, events: &BTreeMap<EventId, Told>) -> Rendered {
    Rendered { bytes: svg::told(scene, scale, events).into_bytes(), notices: Vec::new() }
}

/// In which form a scene goes onto paper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Format {
    Svg,
    Png,
}

/// A finished file, and what its maker should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    pub bytes: Vec<u8>,
    pub notices: Vec<Sentence>,
}

/// Draws a scene; `scale` pixels stand for one of its points.
///
/// # Errors
/// Refuses pictures beyond 8K, and tells what the renderer could not do.
pub fn picture(scene: &Scene, format: Format, scale: f32) -> Result<Rendered, ExportError> {
    match format {
        Format::Svg => {
            Ok(Rendered { bytes: svg::standalone(scene, scale).into_bytes(), notices: Vec::new() })
        }
        Format::Png => png::png(scene, scale, || Ok(Document::default())),
    }
}
