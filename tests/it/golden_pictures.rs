//! Pictures that were looked at, pixel by pixel: what changes one of them is to be looked at again.
//!
//! The bundled faces and a renderer without a GPU draw the same everywhere. `UPDATE_SNAPSHOTS=true` renews them; where one
//! differs, the new one lies in the folder that the message names.

use std::path::{Path, PathBuf};

use caseline::export::Sight;

use crate::program::{Program, sample};

/// Pixels of red, green, blue and opacity.
#[derive(PartialEq)]
struct Pixels {
    width: u32,
    height: u32,
    bytes: Vec<u8>,
}

fn read(bytes: &[u8]) -> Pixels {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::ALPHA);
    let mut reader = decoder.read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut pixels).expect("pixels");
    assert_eq!(frame.color_type, png::ColorType::Rgba);
    pixels.truncate(frame.buffer_size());
    Pixels { width: frame.width, height: frame.height, bytes: pixels }
}

/// As small as it gets: these lie in the project.
fn written(pixels: &Pixels) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width, pixels.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    let rgb: Vec<u8> =
        pixels.bytes.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&rgb).expect("pixels");
    writer.finish().expect("an end");
    bytes
}

fn check(name: &str, actual: &Pixels) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/pictures").join(name);
    if std::env::var("UPDATE_SNAPSHOTS").is_ok_and(|wanted| wanted == "true") {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        std::fs::write(&path, written(actual)).expect("the picture can be written");
        return;
    }
    let expected = read(&std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())));
    if expected == *actual {
        return;
    }
    let beside = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&beside, written(actual)).expect("the picture can be written");
    let pairs = expected.bytes.chunks_exact(4).zip(actual.bytes.chunks_exact(4));
    let differing = pairs.filter(|(one, other)| one != other).count();
    panic!(
        "{name} is {} × {}, was {} × {}, and {differing} pixels differ; look at {} and {}, then run with \
         UPDATE_SNAPSHOTS=true",
        actual.width,
        actual.height,
        expected.width,
        expected.height,
        beside.display(),
        path.display()
    );
}

const TIT: [&str; 3] = ["diplomat.caseline.json", "--view", "Tit for tat, spring 2022"];
const WAVE: [&str; 3] = ["diplomat.caseline.json", "--view", "The wave and the return"];
const SPILL: [&str; 3] = ["spill.caseline.json", "--title", "Forty hours before the first warning"];

fn drawn(what: [&str; 3], flags: &str) -> Pixels {
    let program = Program::new();
    program.put("diplomat.caseline.json", sample("expelled-diplomat.caseline.json"));
    program.put("spill.caseline.json", sample("river-spill.caseline.json"));
    let out = program.path("out.png");
    let mut all = vec!["export", "-o", out.to_str().expect("a path in letters")];
    all.extend(what);
    all.extend(flags.split_whitespace());
    let ran = program.run_with(&all);
    assert_eq!(ran.code, 0, "{}", ran.words);
    read(&program.read("out.png"))
}

#[test]
fn an_article_is_as_it_was_looked_at() {
    check("article.png", &drawn(TIT, "--preset article"));
}

#[test]
fn a_phone_is_as_it_was_looked_at() {
    check("phone.png", &drawn(TIT, "--preset phone --scale 0.5"));
}

#[test]
fn a_square_is_as_it_was_looked_at() {
    check("square.png", &drawn(SPILL, "--preset square --scale 0.5 --theme dark"));
}

#[test]
fn an_upright_sheet_is_as_it_was_looked_at() {
    check("a4-portrait.png", &drawn(WAVE, "--preset a4-portrait --scale 0.8 --labels all"));
}

#[test]
fn a_column_is_as_it_was_looked_at() {
    check("column.png", &drawn(SPILL, "--preset column-1 --scale 2 --language uk"));
}

#[test]
fn grey_is_as_it_was_looked_at() {
    let mut pixels = drawn(SPILL, "--preset article --scale 0.6");
    Sight::Grey.see(&mut pixels.bytes);
    check("grey.png", &pixels);
}
