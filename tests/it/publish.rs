//! Pictures to print: sizes that know how they are seen, and PNGs that carry what they show.

use std::io::Write;

use caseline::export::Document;
use caseline::workspace::PRESETS;
use serde_json::{Value, json};

use crate::program::{Program, sample};

/// Sizes of all text in an SVG.
fn sizes(svg: &str) -> Vec<f64> {
    let parts = svg.split("font-size=\"").skip(1);
    parts.map(|part| part.split('"').next().unwrap().parse().unwrap()).collect()
}

#[test]
fn no_text_is_too_small_for_those_who_see_it() {
    let program = Program::new();
    program.put("a.caseline.json", sample("expelled-diplomat.caseline.json"));
    for preset in PRESETS {
        program.done(&format!("export a.caseline.json -o {0}.svg --preset {0}", preset.name));
        let svg = program.text(&format!("{}.svg", preset.name));
        let seen = f64::from(preset.seen) / f64::from(preset.width);
        let sizes = sizes(&svg);
        assert!(sizes.len() > 10, "{}: {} texts", preset.name, sizes.len());
        // 6.5 printer's points are 8.67 pixels of 1/96 of an inch; numbers in a file are rounded.
        let least = sizes.iter().fold(f64::MAX, |least, size| least.min(size * seen));
        assert!(least > 8.66, "{}: text of {least:.2}", preset.name);
        let size = format!("width=\"{}\" height=\"{}\"", preset.width, preset.height);
        let head = svg.lines().next().unwrap();
        assert!(preset.scale > 1.0 || head.contains(&size), "{}: {head}", preset.name);
    }
}

#[test]
fn a_size_in_millimetres_is_that_size_on_paper() {
    let program = Program::new();
    program.put("a.caseline.json", sample("river-spill.caseline.json"));
    program.done("export a.caseline.json -o column.png --mm 96x120");
    let bytes = program.read("column.png");
    let reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
    let info = reader.info();
    let density = info.pixel_dims.unwrap();
    let millimetres = |pixels: u32| f64::from(pixels) / f64::from(density.xppu) * 1_000.0;
    assert!((millimetres(info.width) - 96.0).abs() < 0.2, "{}", millimetres(info.width));
    assert!((millimetres(info.height) - 120.0).abs() < 0.2);
    assert!(info.srgb.is_some());
    assert_eq!(program.run("export a.caseline.json -o b.png --mm 96").code, 2);
    assert_eq!(program.run("export a.caseline.json -o b.png --preset tabloid").code, 2);
    assert_eq!(program.run("export a.caseline.json -o b.csv --preset a4").code, 2);
}

#[test]
fn a_picture_says_what_it_shows_and_holds_no_event_unless_asked() {
    let program = Program::new();
    program.put("a.caseline.json", sample("expelled-diplomat.caseline.json"));
    program.done("export a.caseline.json -o out.png");
    let told = program.done("info out.png").json();
    assert_eq!((&told["file"], &told["embedded"]), (&json!("png"), &json!(false)));
    assert_eq!(told["title"], "The diplomat who came back");
    assert_eq!(told["views"], json!(["The wave and the return"]));
    assert!(told["events"].as_u64() > Some(100), "{told}");
    let said = told["description"].as_str().unwrap();
    assert!(said.contains("Rows from the top") && said.contains("A line follows"), "{said}");
    program.run("export out.png -o back.svg").failed_saying(&["view of the case", "not its events"]);
}

#[test]
fn an_embedded_picture_opens_again_as_a_case_of_what_it_shows() {
    let program = Program::new();
    program.put("a.caseline.json", sample("expelled-diplomat.caseline.json"));
    program.done("export a.caseline.json -o out.png --embed");
    let told = program.done("info out.png").json();
    assert_eq!(told["embedded"], json!(true));
    program.done("export out.png -o back.caseline.json");
    let back: Value = serde_json::from_str(&program.text("back.caseline.json")).unwrap();
    assert_eq!(Some(back["events"].as_array().unwrap().len() as u64), told["events"].as_u64());
    assert!(back["events"].as_array().unwrap().iter().any(|event| event.get("quotes").is_some()));
    // The same events draw the same picture, but for the words about what is not in it.
    program.done("export out.png -o again.png --embed");
    assert_eq!(program.done("info again.png").json()["events"], told["events"]);
    program.done("new b.caseline");
    let came = program.done("import out.png --into b.caseline").json();
    assert_eq!(came["added"], told["events"]);
}

/// A case in which much is not for others, with a word of its own in each.
fn secretive() -> String {
    json!({
        "caseline": 1, "title": "Open title",
        "entities": [{ "id": "p", "name": "SECRETNAME", "private": true }],
        "articles": [
            { "id": "a", "title": "Open article", "url": "file:///home/SECRETUSER/a.html", "note": "SECRETNOTE",
              "text": "SECRETTEXT before. Open quote. After it SECRETTAIL",
              "text_sha256": "", "original": { "sha256": "0".repeat(64), "name": "/home/SECRETUSER/a.html" } },
            { "id": "b", "title": "SECRETARTICLE", "private": true }
        ],
        "events": [
            { "id": "e1", "when": "2022-04-05", "title": "Open event", "kind": "other", "status": "confirmed",
              "lanes": [{ "code": "IT", "role": "place" }], "note": "SECRETREMARK", "entities": ["p"],
              "quotes": [{ "article": "a", "start": 19, "end": 30, "exact": "Open quote." }, { "article": "b" }] },
            { "id": "e2", "when": "2022-04-06", "title": "SECRETEVENT", "kind": "other", "status": "confirmed",
              "private": true, "lanes": [{ "code": "FR", "role": "place" }] }
        ],
        "views": [{ "name": "Open view", "threads": ["p"], "pins": ["e2"],
                    "labels": [{ "event": "e2", "text": "SECRETLABEL" }] }]
    })
    .to_string()
}

#[test]
fn nothing_private_no_text_and_no_path_leaves_with_a_picture() {
    let program = Program::new();
    let case = secretive().replace(r#""text_sha256":"","#, "");
    program.put("a.caseline.json", case);
    for flags in ["", "--embed"] {
        for form in ["png", "svg"] {
            program.done(&format!(
                "export a.caseline.json -o out.{form} --force {}",
                if form == "png" { flags } else { "" }
            ));
            let bytes = program.read(&format!("out.{form}"));
            let mut all = String::from_utf8_lossy(&bytes).into_owned();
            if form == "png" {
                let document = Document::read(&bytes).unwrap().unwrap();
                assert_eq!(document.events, ["e1"]);
                assert_eq!(flags == "--embed", document.case.contains("Open quote."));
                all.push_str(&document.text());
                all.push_str(&document.description);
            }
            assert!(!all.contains("SECRET"), "{flags} {form}: {}", all.split("SECRET").nth(1).unwrap());
        }
    }
}

#[test]
fn the_samples_own_picture_explains_every_sign_it_has() {
    let program = Program::new();
    program.put("a.caseline.json", sample("expelled-diplomat.caseline.json"));
    program.done("export a.caseline.json -o out.svg --preset article");
    let text = String::from_utf8(program.read("out.svg")).unwrap();
    for sign in ["reported", "alleged", "its author alleged", "sources differ", "day unknown, within the bar"]
    {
        assert!(text.contains(&format!(">{sign}<")), "{sign}");
    }
    assert!(text.contains("events not shown") && !text.contains("of the legend"), "nothing is left out");
}

#[test]
fn a_transparent_picture_has_no_ground() {
    let program = Program::new();
    program.put("a.caseline.json", sample("river-spill.caseline.json"));
    program.done("export a.caseline.json -o out.png --transparent --without strip,threads");
    let bytes = program.read("out.png");
    let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
    assert_eq!(reader.info().color_type, png::ColorType::Rgba);
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    assert_eq!(pixels[3], 0, "the corner is painted");
    assert!(pixels.chunks(4).any(|pixel| pixel[3] == 255));
}

/// A PNG of one pixel with this chunk before its pixels.
fn with_chunk(chunk: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 1, 1);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_chunk(png::chunk::iTXt, chunk).unwrap();
    writer.write_image_data(&[0]).unwrap();
    writer.finish().unwrap();
    bytes
}

fn packed(text: &[u8]) -> Vec<u8> {
    let mut packer = flate2_like(text);
    let mut chunk = b"caseline\0\x01\0\0\0".to_vec();
    chunk.append(&mut packer);
    chunk
}

/// zlib of a text, by the encoder that is there: a picture's own.
fn flate2_like(text: &[u8]) -> Vec<u8> {
    let mut chunk = png::text_metadata::ITXtChunk::new("caseline", String::from_utf8(text.to_vec()).unwrap());
    chunk.compress_text().unwrap();
    let mut bytes = Vec::new();
    png::text_metadata::EncodableTextChunk::encode(&chunk, &mut bytes).unwrap();
    // Behind length, name, keyword, two flags and two empty texts; before the sum.
    bytes[8 + "caseline".len() + 5..bytes.len() - 4].to_vec()
}

#[test]
fn hostile_pictures_are_refused_with_a_sentence() {
    let program = Program::new();
    let bomb = packed(&vec![b' '; 64 << 20]);
    let deep = format!("{{\"picture\":1,\"case\":{}}}", "[".repeat(200_000));
    let mut whole = Vec::new();
    whole
        .write_all(&with_chunk(&packed(b"{\"picture\":1,\"events\":[],\"case\":{\"caseline\":1}}")))
        .unwrap();
    let mut torn = whole.clone();
    torn.truncate(60);
    let mut bent = whole.clone();
    bent[55] ^= 0xff;
    let mut huge = whole.clone();
    huge[16..24].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]);
    for (name, bytes) in [
        ("bomb", with_chunk(&bomb)),
        ("deep", with_chunk(&packed(deep.as_bytes()))),
        ("no-json", with_chunk(&packed(b"hello"))),
        ("newer", with_chunk(&packed(b"{\"picture\":9,\"case\":{}}"))),
        ("no-case", with_chunk(&packed(b"{\"picture\":1,\"case\":{\"caseline\":77}}"))),
        ("not-packed", with_chunk(b"caseline\0\x01\0\0\0notzlib")),
        ("cut", with_chunk(b"caseline")),
        ("foreign", with_chunk(b"Comment\0\0\0\0\0hello")),
        ("torn", torn),
        ("bent", bent),
        ("huge", huge),
    ] {
        program.put(&format!("{name}.png"), bytes);
        program.run(&format!("info {name}.png")).failed_saying(&[&format!("{name}.png")]);
        program.run(&format!("export {name}.png -o out.csv")).failed_saying(&[&format!("{name}.png")]);
    }
    program.run("info cut.png").failed_saying(&["its text is damaged"]);
    program.run("info foreign.png").failed_saying(&["did not draw it"]);
}

/// All words of an SVG, in one line.
fn said(svg: &str) -> String {
    let texts = svg.split("<text").skip(1).filter_map(|text| text.split("</text>").next());
    let words = texts.flat_map(|text| text.split('<').filter_map(|part| part.split('>').nth(1)));
    words.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// How many of these are said, each once: a longer one stands before what is part of it.
fn signs(text: &str, occur: &[&str]) -> usize {
    let mut rest = text.to_owned();
    occur
        .iter()
        .filter(|sign| {
            let is_there = rest.contains(*sign);
            rest = rest.replacen(*sign, "", 1);
            is_there
        })
        .count()
}

#[test]
fn what_has_no_room_in_the_legend_is_counted_in_the_footnote() {
    const SIGNS: [&str; 10] = [
        "mission closed",
        "restriction or sanction",
        "arrest, charge or sentence",
        "nomination or appointment",
        "sabotage or other force",
        "its author alleged",
        "reported",
        "alleged",
        "day unknown, within the bar",
        "people",
    ];
    let program = Program::new();
    let event = |month: u32, kind: &str, status: &str, more: Value| {
        let mut event = json!({ "id": format!("e{month}"), "when": format!("2022-{month:02}-10"), "title": "x",
            "label": "x", "kind": kind, "status": status, "lanes": [{ "code": "IT", "role": "actor" }] });
        event.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        event
    };
    let events = [
        event(1, "closure", "confirmed", json!({})),
        event(3, "sanction", "reported", json!({})),
        event(5, "arrest", "alleged", json!({})),
        event(7, "appointment", "confirmed", json!({})),
        event(
            9,
            "sabotage",
            "confirmed",
            json!({ "lanes": [
            { "code": "IT", "role": "target" }, { "code": "RU", "role": "actor", "status": "alleged" }] }),
        ),
        event(
            11,
            "expulsion",
            "confirmed",
            json!({ "when": "2022-11", "count": { "min": 3, "max": 3, "of": "people" } }),
        ),
    ];
    let case = json!({ "caseline": 1, "title": "Signs", "articles": [], "events": events });
    program.put("a.caseline.json", case.to_string());
    let shown = |flags: &str| {
        program.done(&format!("export a.caseline.json -o out.svg --force --without labels {flags}"));
        said(&program.text("out.svg"))
    };
    let whole = shown("--preset a3-portrait");
    assert!(!whole.contains("of the legend"), "{whole}");
    let occur: Vec<&str> = SIGNS.into_iter().filter(|sign| whole.contains(*sign)).collect();
    assert!(occur.len() > 6, "{whole}");
    for (flags, some_are_left_out) in
        [("--preset column-1", true), ("--preset article", false), ("--preset postcard", false)]
    {
        let narrow = shown(flags);
        let told = narrow.split(" of the legend").next().filter(|_| narrow.contains(" of the legend"));
        let number = told.map_or(0, |before| {
            let n = before.rsplit(' ').nth(1).unwrap();
            if n == "One" { 1 } else { n.parse::<usize>().unwrap() }
        });
        assert_eq!(number > 0, some_are_left_out, "{flags}: {narrow}");
        let there = signs(&narrow, &occur);
        assert_eq!(there + number, signs(&whole, &occur), "{flags}: {narrow}");
    }
}
