//! The SVG as pixels, by resvg, with the density and colour space that print needs.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::scene::Scene;

use super::fonts::fonts_for;
use super::svg::svg;
use super::{ExportError, Rendered};

/// More pixels than this would not fit the memory of a small laptop.
const MOST_PIXELS: f32 = 7_680.0 * 4_320.0;

/// Renders a picture; `scale` pixels stand for a point of the scene.
///
/// # Errors
/// Refuses pictures of more pixels than 8K has, and tells what the renderer could not do.
pub fn png(scene: &Scene, scale: f32) -> Result<Rendered, ExportError> {
    let (width, height) = ((scene.width * scale).round(), (scene.height * scale).round());
    if width * height > MOST_PIXELS || width < 1.0 || height < 1.0 {
        return Err(ExportError::TooLarge { width: width as u64, height: height as u64 });
    }
    let (fonts, missing) = fonts_for(scene);
    let options = Options { fontdb: fonts, ..Options::default() };
    let tree =
        Tree::from_str(&svg(scene, 1.0), &options).map_err(|error| ExportError::Render(error.to_string()))?;
    let mut pixels = Pixmap::new(width as u32, height as u32)
        .ok_or_else(|| ExportError::Render("no room for the pixels".into()))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let bytes = encoded(pixels, scale).map_err(|error| ExportError::Render(error.to_string()))?;
    Ok(Rendered { bytes, notices: missing })
}

/// 96 dots an inch at scale 1, sRGB; the same pixels give the same bytes.
fn encoded(pixels: Pixmap, scale: f32) -> Result<Vec<u8>, png::EncodingError> {
    let per_metre = (f64::from(scale) * 96.0 / 0.0254).round() as u32;
    let (width, height) = (pixels.width(), pixels.height());
    let opaque: Vec<u8> =
        pixels.take().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::RelativeColorimetric);
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: png::Unit::Meter,
    }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&opaque)?;
    writer.finish()?;
    Ok(bytes)
}
