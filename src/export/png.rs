//! The SVG as pixels, by resvg, with the density and colour space that print needs.
//!
//! Rendered in strips while another thread packs those that are finished, so that a picture never stands whole in
//! memory.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::model::Sentence;
use crate::scene::Scene;

use super::document::Document;
use super::fonts::fonts_for;
use super::svg::svg;
use super::{ExportError, Rendered};

/// More pixels than this would not fit the memory of a small laptop.
const MOST_PIXELS: f32 = 7_680.0 * 4_320.0;

/// Pixels of a strip, about; a few strips are in memory at once.
const STRIP: u32 = 1 << 21;

/// What is packed is written in pieces of this size.
const PIECE: usize = 1 << 18;

/// Renders a picture; `scale` pixels stand for a point of the scene. It carries a document beside its pixels, which is
/// made while they are rendered.
///
/// # Errors
/// Refuses pictures of more pixels than 8K has, and tells what the renderer could not do; as `document`.
pub fn png<E: From<ExportError>>(
    scene: &Scene,
    scale: f32,
    document: impl FnOnce() -> Result<Document, E>,
) -> Result<Rendered, E> {
    let canvas = Canvas::of(scene, scale)?;
    let (send, strips) = sync_channel(1);
    thread::scope(move |scope| {
        let renderer = scope.spawn(move || {
            let (tree, notices) = read(scene)?;
            canvas.render(&tree, &send);
            Ok::<_, ExportError>(notices)
        });
        let document = document()?;
        let bytes = canvas.encoded(strips, &document);
        // Why there are no strips says more than that they are missing.
        let notices = renderer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        Ok(Rendered { bytes: bytes?, notices })
    })
}

/// Pixels from left to right and top to bottom, of four bytes each: red, green, blue, opacity, not mixed with it.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Raster {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<u8>,
}

impl std::fmt::Debug for Raster {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Raster of {} × {}", self.width, self.height)
    }
}

/// The same pixels as those of [`png`], in memory.
///
/// # Errors
/// As [`png`].
pub fn raster(scene: &Scene, scale: f32) -> Result<Raster, ExportError> {
    let canvas = Canvas::of(scene, scale)?;
    let (tree, _) = read(scene)?;
    let mut pixmap = Pixmap::new(canvas.width, canvas.height).ok_or_else(no_room)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let (width, height) = (canvas.width as usize, canvas.height as usize);
    Ok(Raster { width, height, pixels: pixmap.take_demultiplied() })
}

/// What is to be drawn, and sentences about its letters.
fn read(scene: &Scene) -> Result<(Tree, Vec<Sentence>), ExportError> {
    let (fonts, missing) = fonts_for(scene);
    let options = Options { fontdb: fonts, ..Options::default() };
    let tree =
        Tree::from_str(&svg(scene, 1.0), &options).map_err(|error| ExportError::Render(error.to_string()))?;
    Ok((tree, missing))
}

fn no_room() -> ExportError {
    ExportError::Render("no room for the pixels".into())
}

/// What is drawn on: sizes in pixels.
#[derive(Debug, Clone, Copy)]
struct Canvas {
    width: u32,
    height: u32,
    scale: f32,
    opaque: bool,
}

impl Canvas {
    fn of(scene: &Scene, scale: f32) -> Result<Self, ExportError> {
        let (width, height) = ((scene.width * scale).round(), (scene.height * scale).round());
        if width * height > MOST_PIXELS || width < 1.0 || height < 1.0 {
            return Err(ExportError::TooLarge { width: width as u64, height: height as u64 });
        }
        let opaque = scene.ground.a == u8::MAX;
        Ok(Self { width: width as u32, height: height as u32, scale, opaque })
    }

    /// Renders strip after strip until nobody takes them any more.
    fn render(&self, tree: &Tree, send: &SyncSender<Option<Pixmap>>) {
        let tall = (STRIP / self.width).clamp(16, self.height.max(16));
        let mut top = 0;
        while top < self.height {
            let strip = Pixmap::new(self.width, tall.min(self.height - top)).map(|mut strip| {
                let place = Transform::from_scale(self.scale, self.scale).post_translate(0.0, -(top as f32));
                resvg::render(tree, place, &mut strip.as_mut());
                strip
            });
            if send.send(strip).is_err() {
                return;
            }
            top += tall;
        }
    }

    /// 96 dots an inch at scale 1, sRGB; the same pixels give the same bytes.
    fn encoded(&self, strips: Receiver<Option<Pixmap>>, document: &Document) -> Result<Vec<u8>, ExportError> {
        let failed = |error: png::EncodingError| ExportError::Render(error.to_string());
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(if self.opaque { png::ColorType::Rgb } else { png::ColorType::Rgba });
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_source_srgb(png::SrgbRenderingIntent::RelativeColorimetric);
        let per_metre = (f64::from(self.scale) * 96.0 / 0.0254).round() as u32;
        encoder.set_pixel_dims(Some(png::PixelDimensions {
            xppu: per_metre,
            yppu: per_metre,
            unit: png::Unit::Meter,
        }));
        let mut writer = encoder.write_header().map_err(failed)?;
        for chunk in document.chunks()? {
            writer.write_text_chunk(&chunk).map_err(failed)?;
        }
        let mut rows = writer.stream_writer_with_size(PIECE).map_err(failed)?;
        for strip in strips {
            let strip = strip.ok_or_else(no_room)?;
            let written = std::io::Write::write_all(&mut rows, &self.straight(strip));
            written.map_err(|error| ExportError::Render(error.to_string()))?;
        }
        rows.finish().map_err(failed)?;
        writer.finish().map_err(failed)?;
        Ok(bytes)
    }

    /// Pixels as PNG wants them: without opacity, or with colours that are not mixed with it.
    fn straight(&self, strip: Pixmap) -> Vec<u8> {
        if !self.opaque {
            return strip.take_demultiplied();
        }
        let mut pixels = strip.take();
        let count = pixels.len() / 4;
        for at in 0..count {
            pixels.copy_within(at * 4..at * 4 + 3, at * 3);
        }
        pixels.truncate(count * 3);
        pixels
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Ink;

    #[test]
    fn a_document_that_fails_ends_a_picture_of_many_strips() {
        let ground = Ink { r: 255, g: 255, b: 255, a: 255 };
        let scene = Scene {
            width: 4_000.0,
            height: 3_000.0,
            ground,
            description: String::new(),
            title: String::new(),
            shapes: Vec::new(),
            spots: Vec::new(),
            segments: Vec::new(),
            body: (0.0, 0.0),
            logo: None,
        };
        let failed = png(&scene, 1.0, || Err(ExportError::TooMuchText { megabytes: 9 }));
        assert!(matches!(failed, Err(ExportError::TooMuchText { megabytes: 9 })), "{failed:?}");
    }
}
