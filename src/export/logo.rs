//! A publisher's sign from a file: whatever it was, it goes on as pixels of our own making, so that nothing else in it
//! (addresses, scripts, who made it and where) ever gets into a picture. A file from outside is hostile: its size is
//! bounded before anything is unpacked, nothing that it refers to is opened, and no letter is borrowed for it.

use std::io::Cursor;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use crate::model::Sentence;
use crate::scene::Logo;

use super::document::is_png;
use super::fonts::bundled;

/// Bytes of a file at most.
pub const MOST_BYTES: u64 = 4 << 20;

/// Pixels of the longer side: enough for 30 mm at 1,300 dots an inch.
const LONGEST: u32 = 1_600;

/// Pixels of a side of a PNG that is read at all.
const MOST_SIDE: u32 = 8_192;

/// What is set aside for unpacking a PNG.
const MOST_UNPACKED: usize = 300 << 20;

/// For what is nested as deep as the parser lets it.
const STACK: usize = 64 << 20;

/// Reads a PNG or an SVG.
///
/// # Errors
/// Says why these bytes are no sign that can be used.
pub fn logo(bytes: &[u8]) -> Result<Logo, Sentence> {
    let draw = || if is_png(bytes) { from_png(bytes) } else { from_svg(bytes) };
    // Of its own, so that a file that is nested deep harms nothing.
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, draw);
        let failed = || Sentence::new("logo-not-drawn");
        thread
            .map_err(|error| Sentence::new("system-says").text("why", error.to_string()))?
            .join()
            .map_err(|_| failed())?
    })
}

fn from_png(bytes: &[u8]) -> Result<Logo, Sentence> {
    let damaged = |error: png::DecodingError| Sentence::new("png-damaged").text("why", error.to_string());
    let limits = png::Limits { bytes: MOST_UNPACKED };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
    let mut reader = decoder.read_info().map_err(damaged)?;
    let (width, height) = reader.info().size();
    if width.max(height) > MOST_SIDE {
        return Err(Sentence::new("logo-large")
            .text("width", width.to_string())
            .text("height", height.to_string())
            .text("most", MOST_SIDE.to_string()));
    }
    let size = reader.output_buffer_size().ok_or_else(|| Sentence::new("png-huge"))?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).map_err(damaged)?;
    pixels.truncate(frame.buffer_size());
    let colours: Vec<[u8; 4]> = match frame.color_type {
        png::ColorType::GrayscaleAlpha => {
            pixels.chunks_exact(2).map(|pixel| [pixel[0], pixel[0], pixel[0], pixel[1]]).collect()
        }
        png::ColorType::Rgba => {
            pixels.chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2], pixel[3]]).collect()
        }
        other => return Err(Sentence::new("logo-colours").text("colours", format!("{other:?}"))),
    };
    let (colours, width, height) = smaller(colours, width, height);
    packed(&colours, width, height)
}

/// Each pixel the mean of a square of so many that the longer side is short enough.
fn smaller(colours: Vec<[u8; 4]>, width: u32, height: u32) -> (Vec<[u8; 4]>, u32, u32) {
    let step = width.max(height).div_ceil(LONGEST);
    if step <= 1 {
        return (colours, width, height);
    }
    let (wide, high) = (width.div_ceil(step), height.div_ceil(step));
    let mean = |left: u32, top: u32| {
        let (mut sums, mut opacity, mut count) = ([0_u64; 3], 0, 0);
        for row in top * step..((top + 1) * step).min(height) {
            for column in left * step..((left + 1) * step).min(width) {
                let pixel = colours[(row * width + column) as usize].map(u64::from);
                for (sum, part) in sums.iter_mut().zip(pixel) {
                    *sum += part * pixel[3];
                }
                (opacity, count) = (opacity + pixel[3], count + 1);
            }
        }
        let [red, green, blue] = sums.map(|sum| (sum / opacity.max(1)) as u8);
        [red, green, blue, (opacity / count.max(1)) as u8]
    };
    let places = (0..high).flat_map(|top| (0..wide).map(move |left| (left, top)));
    (places.map(|(left, top)| mean(left, top)).collect(), wide, high)
}

fn from_svg(bytes: &[u8]) -> Result<Logo, Sentence> {
    let text = std::str::from_utf8(bytes).map_err(|_| Sentence::new("logo-other"))?;
    if !text.contains("<svg") {
        return Err(Sentence::new("logo-other"));
    }
    let has_pictures = AtomicBool::new(false);
    let refuse = || has_pictures.store(true, Ordering::Relaxed);
    let options = Options {
        fontdb: bundled(),
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| {
                refuse();
                None
            }),
            resolve_string: Box::new(|_, _| {
                refuse();
                None
            }),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(text, &options)
        .map_err(|error| Sentence::new("logo-svg").text("why", error.to_string()))?;
    if has_pictures.load(Ordering::Relaxed) {
        return Err(Sentence::new("logo-refers"));
    }
    let (wide, high) = (tree.size().width(), tree.size().height());
    let scale = LONGEST as f32 / wide.max(high);
    let side = |points: f32| ((points * scale).round() as u32).clamp(1, LONGEST);
    let (width, height) = (side(wide), side(high));
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| Sentence::new("logo-no-room"))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let pixels = pixmap.take_demultiplied();
    let colours: Vec<[u8; 4]> =
        pixels.chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2], pixel[3]]).collect();
    packed(&colours, width, height)
}

/// The same pixels, and nothing else.
fn packed(colours: &[[u8; 4]], width: u32, height: u32) -> Result<Logo, Sentence> {
    if colours.iter().all(|colour| colour[3] == 0) {
        return Err(Sentence::new("logo-unseen"));
    }
    let failed = |error: png::EncodingError| Sentence::plain(error.to_string());
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::RelativeColorimetric);
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(colours.as_flattened()).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(Logo { png, width, height })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain_png(width: u32, height: u32, colour: [u8; 4]) -> Vec<u8> {
        packed(&vec![colour; (width * height) as usize], width, height).expect("a PNG").png
    }

    #[test]
    fn a_large_sign_is_made_smaller_and_keeps_its_colour() {
        let logo = logo(&plain_png(4_000, 1_000, [200, 10, 20, 128])).expect("a sign");
        assert_eq!((logo.width, logo.height), (1_334, 334));
        let mut reader = png::Decoder::new(Cursor::new(&logo.png)).read_info().expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
        reader.next_frame(&mut pixels).expect("pixels");
        assert!(pixels.chunks_exact(4).all(|pixel| pixel == [200, 10, 20, 128]));
    }

    #[test]
    fn an_svg_becomes_pixels_in_its_own_shape() {
        let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#c00"/></svg>"##;
        let logo = logo(svg).expect("a sign");
        assert_eq!((logo.width, logo.height), (1_600, 400));
        assert!(is_png(&logo.png));
    }

    #[test]
    fn hostile_signs_are_refused_with_a_sentence() {
        let in_svg = |inside: &str| {
            format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{inside}</svg>"#
            )
        };
        let deep = in_svg(&("<g>".repeat(200_000) + &"</g>".repeat(200_000)));
        let doubled =
            |n: usize| format!(r##"<g id="g{n}"><use href="#g{0}"/><use href="#g{0}"/></g>"##, n - 1);
        let doubled: Vec<String> = (1..40).map(doubled).collect();
        let bomb = in_svg(&format!(r#"<g id="g0"><rect width="1" height="1"/></g>{}"#, doubled.concat()));
        let tenfold = |n: usize| format!(r#"<!ENTITY a{n} "{}">"#, format!("&a{};", n - 1).repeat(10));
        let entities: Vec<String> = (1..12).map(tenfold).collect();
        let laughs = format!(
            r#"<!DOCTYPE svg [<!ENTITY a0 "ha">{}]>{}"#,
            entities.concat(),
            in_svg("<text>&a11;</text>")
        );
        for (name, bytes, said) in [
            (
                "a file",
                in_svg(r#"<image href="/etc/hostname" width="9" height="9"/>"#),
                "refers to other pictures",
            ),
            (
                "an address",
                in_svg(r#"<image xlink:href="http://127.0.0.1/a.png" width="9" height="9"/>"#),
                "refers to other pictures",
            ),
            (
                "nested",
                in_svg(r#"<image href="data:image/svg+xml;base64,PHN2Zy8+" width="9" height="9"/>"#),
                "refers to other pictures",
            ),
            ("deep", deep, ""),
            ("a bomb of uses", bomb, ""),
            ("a bomb of entities", laughs, ""),
            ("empty", in_svg(""), "nothing can be seen"),
            ("words", "hello".to_owned(), "neither a PNG nor an SVG"),
        ] {
            let refused = logo(bytes.as_bytes()).expect_err(name);
            let refused = crate::words::in_english(&refused);
            assert!(refused.contains(said), "{name}: {refused}");
        }
        let mut torn = plain_png(50, 50, [1, 2, 3, 255]);
        torn.truncate(60);
        assert!(logo(&torn).expect_err("torn").key.contains("damaged"));
        let mut huge = plain_png(5, 5, [1, 2, 3, 255]);
        huge[16..24].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]);
        assert!(logo(&huge).is_err());
    }
}
