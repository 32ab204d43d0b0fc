//! What is handed on beside pictures: PDF, a page, a chronology, the sheet of claims, a copy of the case.

use std::io::Read;

use crate::program::{Program, sample};

fn with_case() -> Program {
    let program = Program::new();
    program.put("a.caseline.json", sample("river-spill.caseline.json"));
    program
}

fn found(bytes: &[u8], what: &str) -> bool {
    bytes.windows(what.len()).any(|part| part == what.as_bytes())
}

#[test]
fn a_pdf_has_real_text_tags_bookmarks_and_links() {
    let program = Program::new();
    program.put("a.caseline.json", sample("expelled-diplomat.caseline.json"));
    program.done("export a.caseline.json -o out.pdf --preset a4");
    let bytes = program.read("out.pdf");
    let text = pdf_extract::extract_text_from_mem(&bytes).unwrap();
    // What the events are called stands there word by word, and so do the quotes.
    let flat: String = text.split_whitespace().collect();
    program.done("export a.caseline.json -o claims.csv --claims");
    let bytes_of_claims = program.read("claims.csv");
    let first = csv::Reader::from_reader(bytes_of_claims.as_slice()).records().next().unwrap().unwrap();
    for cell in [&first[2], &first[5]] {
        let words: String = cell.split_whitespace().take(5).collect();
        assert!(flat.contains(&words), "no {words:?} in {flat}");
    }
    for what in ["/StructTreeRoot", "/Outlines", "/URI", "/MarkInfo", "/Lang"] {
        assert!(found(&bytes, what), "no {what}");
    }
    program.done("export a.caseline.json -o again.pdf --preset a4");
    assert!(bytes == program.read("again.pdf"), "the same case gives other bytes");
}

#[test]
fn a_page_needs_nothing_from_elsewhere_and_can_be_walked_by_key() {
    let program = Program::new();
    program.put("a.caseline.json", sample("expelled-diplomat.caseline.json"));
    program.done("export a.caseline.json -o out.html");
    let page = program.text("out.html");
    for what in ["<script src", "<link", "<img", "@import", "url(http", "<iframe", "fetch(", "XMLHttpRequest"]
    {
        assert!(!page.contains(what), "{what}");
    }
    assert!(page.contains("default-src 'none'"));
    assert!(page.contains(r#"<html lang="en">"#) && page.contains("<title>"));
    let marks: Vec<&str> = page.split("<a href=\"#event-").skip(1).collect();
    assert!(marks.len() > 5, "{} marks", marks.len());
    for mark in marks {
        let number = mark.split('"').next().unwrap();
        assert!(page.contains(&format!("<li id=\"event-{number}\"")), "no event {number}");
        assert!(mark.contains("aria-label=\"") && !mark.contains("aria-label=\"\""));
    }
    // Script moves focus; in the file nothing comes before its turn.
    assert!(!page.contains("tabindex=\"1"));
    // Tools, then the picture, then the card, then the list: the order in which Tab goes.
    let at = |what: &str| page.find(what).unwrap_or_else(|| panic!("no {what}"));
    let order = [
        "role=\"toolbar\" aria-label=\"",
        "id=\"frame\" role=\"group\" aria-describedby=\"described\" aria-label=\"",
        "role=\"group\" aria-labelledby=\"title\"",
        "<g aria-hidden=\"true\">",
        "<a href=\"#event-",
        "id=\"card\" role=\"dialog\" tabindex=\"-1\" hidden",
        "<ol id=\"events\">",
    ];
    assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])), "another order");
    assert!(page.contains("id=\"described\"") && page.matches("<h1").count() == 1);
    assert!(!page.contains("aria-label=\"\"") && !page.contains("role=\"img\""));
    // What is drawn is not read out beside the marks: all of it stands before the first of them.
    let (drawn, marks) = (at("<text "), at("<a href=\"#event-"));
    assert!(drawn < marks && !page[marks..].contains("<text "));
    // The faces in it have the letters of the list as well.
    assert_eq!(page.matches("@font-face").count(), 3);
    assert!(page.contains("rel=\"noopener noreferrer\""));
}

#[test]
fn an_svg_has_a_group_for_each_mark_with_what_is_known_of_it_and_faces_of_its_letters_alone() {
    let program = Program::new();
    program.put("a.caseline.json", sample("expelled-diplomat.caseline.json"));
    program.done("export a.caseline.json -o out.svg --preset article");
    let svg = program.text("out.svg");
    let groups: Vec<&str> =
        svg.split("class=\"mark\"").skip(1).map(|rest| rest.split("</g>").next().unwrap()).collect();
    assert!(groups.len() > 50, "{} marks", groups.len());
    for group in &groups {
        assert!(
            group.contains("<title>") && group.contains("<desc>") && !group.contains("<desc></desc>"),
            "{group}"
        );
    }
    // The marks themselves stand in their groups, not only the room for a pointer.
    let drawn = groups.iter().filter(|group| group.contains("<path d=")).count();
    assert!(drawn * 10 > groups.len() * 8, "{drawn} of {}", groups.len());
    assert!(groups.iter().any(|group| group.contains("actor: Poland") && group.contains("Sources: ")));
    let ids: Vec<&str> =
        svg.split("<g id=\"event-").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let unique: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
    assert!(ids.len() == unique.len() && ids.len() > 50, "{} ids, {} of their own", ids.len(), unique.len());
    assert!(svg.contains("<text ") && svg.len() < 350_000, "{} bytes", svg.len());
}

#[test]
fn words_of_a_hostile_article_never_become_markup() {
    let program = Program::new();
    let evil = "</script><script>alert(1)</script>\"><img src=x onerror=alert(2)>";
    let case = serde_json::json!({
        "caseline": 1, "title": evil,
        "articles": [{ "id": "a", "title": evil, "url": "javascript:alert(3)" }],
        "events": [{ "id": "e\"><script>", "when": "2022-04-05", "title": evil, "kind": "other", "status": "confirmed",
                     "lanes": [{ "code": "IT", "role": "place" }],
                     "quotes": [{ "article": "a", "exact": evil }] }]
    });
    program.put("a.caseline.json", case.to_string());
    for out in ["out.html", "out.svg", "claims.html"] {
        let claims = if out.starts_with("claims") { " --claims" } else { "" };
        program.done(&format!("export a.caseline.json -o {out}{claims}"));
        let page = program.text(out);
        assert!(
            !page.contains("<img") && !page.contains("<script>alert") && !page.contains("javascript:"),
            "{out}"
        );
        assert_eq!(page.matches("<script").count(), usize::from(out == "out.html"), "{out}");
    }
    program.done("export a.caseline.json -o out.md");
    assert!(!program.text("out.md").contains("<script>"));
}

#[test]
fn a_chronology_numbers_its_events_and_notes_their_quotes() {
    let program = with_case();
    program.done("export a.caseline.json -o out.md");
    let text = program.text("out.md");
    let events = text.lines().filter(|line| line.split_once(". **").is_some()).count();
    program.done("export a.caseline.json -o out.png");
    assert_eq!(Some(events as u64), program.done("info out.png").json()["events"].as_u64());
    assert!(text.contains("[^1]") && text.contains("\n[^1]: "), "{text}");
}

#[test]
fn a_sheet_of_claims_has_a_row_for_each_event_with_words_hash_and_room_for_the_lawyer() {
    let program = with_case();
    for form in ["csv", "html", "docx"] {
        program.done(&format!("export a.caseline.json -o claims.{form} --claims"));
    }
    program.done("export a.caseline.json -o out.md");
    let chronology = program.text("out.md");
    let bytes = program.read("claims.csv");
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    assert_eq!(reader.headers().unwrap().iter().next_back(), Some("Lawyer"));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert!(rows.len() > 5);
    for (at, row) in rows.iter().enumerate() {
        assert_eq!(row[0], (at + 1).to_string());
        // The same numbers stand at the same dates.
        assert!(chronology.contains(&format!("\n{}. **{}** ", &row[0], &row[1])), "{row:?}");
        assert_eq!(&row[8], "");
    }
    assert!(rows.iter().any(|row| row[5].contains("SHA-256 ")), "no hash");
    let page = program.text("claims.html");
    assert_eq!(page.matches("<tr id=\"claim-").count(), rows.len());
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(program.read("claims.docx"))).unwrap();
    let mut document = String::new();
    zip.by_name("word/document.xml").unwrap().read_to_string(&mut document).unwrap();
    assert_eq!(document.matches("<w:tr>").count(), rows.len() + 1);
    // Nine columns, the sources' the widest, none wider than the sheet.
    let widths: Vec<u32> = document
        .split("<w:gridCol w:w=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().parse().unwrap())
        .collect();
    assert!(widths.len() == 9 && widths.iter().all(|width| *width <= widths[5]), "{widths:?}");
    assert!((14_000..=15_138).contains(&widths.iter().sum::<u32>()), "{widths:?}");
    assert_eq!(program.run("export a.caseline.json -o claims.png --claims").code, 2);
    assert_eq!(program.run("export a.caseline.json -o claims.docx").code, 2);
}

#[test]
fn a_formula_in_a_title_stays_text_in_the_sheet() {
    let program = Program::new();
    let case = serde_json::json!({ "caseline": 1, "title": "t", "articles": [], "events": [
        { "id": "e1", "when": "2022-04-05", "title": "=1+1", "kind": "other", "status": "confirmed",
          "lanes": [{ "code": "IT", "role": "place" }] }] });
    program.put("a.caseline.json", case.to_string());
    program.done("export a.caseline.json -o claims.csv --claims");
    assert!(program.text("claims.csv").contains("'=1+1"));
}

#[test]
fn a_copy_holds_nothing_private_and_no_history() {
    let program = Program::new();
    program.put("a.caseline.json", serde_json::json!({
        "caseline": 1, "title": "Case",
        "articles": [{ "id": "a", "title": "Open", "note": "SECRETNOTE" }, { "id": "b", "title": "SECRETARTICLE", "private": true }],
        "events": [
            { "id": "e1", "when": "2022-04-05", "title": "Open event", "kind": "other", "status": "confirmed",
              "lanes": [{ "code": "IT", "role": "place" }], "quotes": [{ "article": "a" }] },
            { "id": "e2", "when": "2022-04-06", "title": "SECRETEVENT", "kind": "other", "status": "confirmed",
              "private": true, "lanes": [{ "code": "FR", "role": "place" }], "quotes": [{ "article": "b" }] }]
    }).to_string());
    program.done("new case.caseline");
    program.done("import a.caseline.json --into case.caseline");
    assert!(found(&program.read("case.caseline"), "SECRETEVENT"));
    let ran = program.done("copy case.caseline -o copy.caseline");
    for said in
        ["1 private event is left out", "1 private article is left out", "1 note is left out", "history"]
    {
        assert!(ran.words.contains(said), "no {said:?} in {}", ran.words);
    }
    assert!(!found(&program.read("copy.caseline"), "SECRET"));
    program.done("export case.caseline -o open.caseline.json --public");
    program.done("export copy.caseline -o back.caseline.json");
    assert_eq!(program.text("open.caseline.json"), program.text("back.caseline.json"));
    assert_eq!(program.done("check copy.caseline").json()["ok"], true);
    program.run("copy case.caseline -o copy.caseline").failed_saying(&["copy.caseline exists already"]);
    program.done("copy case.caseline -o all.caseline --with private,history");
    assert!(found(&program.read("all.caseline"), "SECRETEVENT"));
    let half = program.run("copy case.caseline -o b.caseline --with history");
    assert!(half.code == 2 && half.words.contains("--with private"), "{half:?}");
    program.run("copy case.caseline -o case.caseline --force").failed_saying(&["is the case that is open"]);
    assert_eq!(program.run("copy case.caseline -o b.txt").code, 2);
    assert!(
        !program.names().iter().any(|name| name.contains("part") || name.starts_with("b.")),
        "{:?}",
        program.names()
    );
}

/// Numbered notes of an SVG: "[12] words", by their numbers.
fn notes(svg: &str) -> Vec<(usize, String)> {
    let lines = svg
        .lines()
        .filter_map(|line| line.split_once("\">").and_then(|(_, rest)| rest.split_once("</text>")));
    let noted = lines.map(|(text, _)| text).filter(|text| text.starts_with('[') && text.contains("] "));
    noted
        .flat_map(|line| line.split("\u{2002}\u{2002}"))
        .filter_map(|note| {
            let (number, words) = note.strip_prefix('[')?.split_once("] ")?;
            Some((number.parse().ok()?, words.to_owned()))
        })
        .collect()
}

#[test]
fn what_has_no_room_at_its_mark_is_noted_under_the_number_of_its_claim() {
    let program = Program::new();
    program.put("a.caseline.json", sample("expelled-diplomat.caseline.json"));
    program.done("export a.caseline.json -o out.svg --preset article --labels all");
    program.done("export a.caseline.json -o claims.csv --claims --preset article --labels all");
    let svg = program.text("out.svg");
    let noted = notes(&svg);
    assert!(noted.len() >= 3, "{noted:?}");
    assert!(noted.windows(2).all(|pair| pair[0].0 < pair[1].0), "in their order: {noted:?}");
    let case: serde_json::Value = serde_json::from_str(&program.text("a.caseline.json")).unwrap();
    let title_of = |words: &str| -> Vec<String> {
        let events = case["events"].as_array().unwrap().iter();
        let said = events.filter(|event| event["label"] == words || event["title"] == words);
        said.map(|event| event["title"].as_str().unwrap().to_owned()).collect()
    };
    let bytes = program.read("claims.csv");
    let rows: Vec<csv::StringRecord> =
        csv::Reader::from_reader(bytes.as_slice()).records().map(Result::unwrap).collect();
    for (number, words) in &noted {
        let row = &rows[number - 1];
        assert_eq!(row[0], number.to_string());
        let claimed = title_of(words).iter().any(|title| row[2].contains(title.as_str()));
        assert!(claimed || words.parse::<u64>().is_ok(), "[{number}] {words}: {row:?}");
        assert!(svg.matches(&format!(">[{number}]<")).count() == 1, "no mark has the number {number}");
    }
    // Nobody asked for notes here, and there is no room for them.
    program.done("export a.caseline.json -o few.svg --preset article");
    assert!(notes(&program.text("few.svg")).is_empty());
}
