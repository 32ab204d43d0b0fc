//! A publisher's sign on pictures: in every form, at its corner, and nothing of its file but pixels.

use crate::program::{Program, sample};

/// A sign of 40 × 10 with a word in its code that must not get out.
const SIGN: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><!-- SECRETMAKER --><metadata>SECRETMAKER</metadata><rect width="40" height="10" fill="#00ff00"/></svg>"##;

fn with_sign() -> Program {
    let program = Program::new();
    program.put("a.caseline.json", sample("river-spill.caseline.json"));
    program.put("sign.svg", SIGN);
    program
}

/// Rows of the picture, each of pixels of red, green and blue.
fn rows(bytes: &[u8]) -> Vec<Vec<[u8; 3]>> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    assert_eq!(frame.color_type, png::ColorType::Rgb);
    let row = |row: &[u8]| row.chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    pixels[..frame.buffer_size()].chunks_exact(frame.line_size).map(row).collect()
}

#[test]
fn a_logo_stands_at_the_lower_right_of_every_form_and_over_nothing() {
    let program = with_sign();
    program.done("export a.caseline.json -o out.png --preset article --logo sign.svg");
    program.done("export a.caseline.json -o plain.png --preset article");
    let (signed, plain) = (rows(&program.read("out.png")), rows(&program.read("plain.png")));
    let (width, height) = (signed[0].len(), signed.len());
    let mut green = Vec::new();
    for (y, row) in signed.iter().enumerate() {
        green.extend(row.iter().enumerate().filter(|(_, pixel)| **pixel == [0, 255, 0]).map(|(x, _)| (x, y)));
    }
    let bounds = |at: fn(&(usize, usize)) -> usize| {
        (green.iter().map(at).min().unwrap(), green.iter().map(at).max().unwrap())
    };
    let ((left, right), (top, bottom)) = (bounds(|at| at.0), bounds(|at| at.1));
    assert!(left > width / 2 && right < width && top > height * 4 / 5 && bottom < height);
    let (wide, high) = (right + 1 - left, bottom + 1 - top);
    assert!(wide.abs_diff(high * 4) <= 4, "{wide} × {high} is not its shape");
    assert_eq!(green.len(), wide * high, "something lies over it");
    // Without it the title stands where it stood.
    assert!(signed[..height / 8] == plain[..height / 8]);
    for form in ["svg", "pdf", "html"] {
        program.done(&format!("export a.caseline.json -o out.{form} --preset article --logo sign.svg"));
        program.done(&format!("export a.caseline.json -o plain.{form} --preset article"));
        let (signed, plain) = (program.read(&format!("out.{form}")), program.read(&format!("plain.{form}")));
        let count = |bytes: &[u8], what: &str| {
            bytes.windows(what.len()).filter(|part| *part == what.as_bytes()).count()
        };
        let sign = if form == "pdf" { "/Subtype/Image" } else { "<image " };
        assert!(count(&signed, sign) > count(&plain, sign), "{form} has none");
        assert_eq!(count(&signed, "SECRETMAKER"), 0);
    }
}

#[test]
fn a_logo_that_is_none_is_refused_with_its_name() {
    let program = with_sign();
    let outside = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="sign.svg" width="9" height="9"/></svg>"#;
    program.put("outside.svg", outside);
    program.put("words.png", "no picture");
    program.put("large.svg", vec![b' '; 5 << 20]);
    for (name, said) in [
        ("outside.svg", "refers to other pictures"),
        ("words.png", "neither a PNG nor an SVG"),
        ("large.svg", "4 MB"),
        ("gone.png", "does not exist"),
        (".", "is a folder"),
    ] {
        program.run(&format!("export a.caseline.json -o out.png --logo {name}")).failed_saying(&[name, said]);
    }
    assert!(!program.names().iter().any(|name| name == "out.png"));
    assert_eq!(program.run("export a.caseline.json -o out.csv --logo sign.svg").code, 2);
}

#[test]
fn a_view_and_a_picture_that_opens_again_hold_no_path_of_it() {
    let program = with_sign();
    program.done("export a.caseline.json -o out.png --logo sign.svg --embed");
    let document = caseline::export::Document::read(&program.read("out.png")).unwrap().unwrap();
    assert!(!document.text().contains("sign.svg"));
}
