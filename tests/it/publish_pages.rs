//! One range over several pages of a PDF: the same rows on each, numbers that go through, nothing twice and nothing lost.

use std::collections::BTreeSet;

use crate::program::{Program, sample};

/// The text of a PDF's pages.
fn pages(program: &Program, flags: &str) -> Vec<String> {
    program.done(&format!("export a.caseline.json -o out.pdf --force {flags}"));
    pdf_extract::extract_text_from_mem_by_pages(&program.read("out.pdf")).unwrap()
}

/// Numbers of the notes below a picture: "[12] words".
fn noted(page: &str) -> BTreeSet<usize> {
    let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts = flat.split('[').skip(1).filter_map(|part| part.split_once("] "));
    let words = |rest: &str| rest.chars().next().is_some_and(char::is_alphabetic);
    parts.filter(|(_, rest)| words(rest)).filter_map(|(number, _)| number.parse().ok()).collect()
}

#[test]
fn a_range_over_three_pages_has_all_lanes_on_each_and_says_which_part_it_is() {
    let program = Program::new();
    program.put("a.caseline.json", sample("expelled-diplomat.caseline.json"));
    let pages = pages(&program, "--preset a4 --pages 3 --labels all");
    let pictures = &pages[..3];
    for (at, page) in pictures.iter().enumerate() {
        assert!(page.contains(&format!("page {} of 3", at + 1)), "{page}");
        for name in ["Poland", "Germany", "Kazakhstan", "He left Brussels"] {
            assert!(page.contains(name), "page {} without {name}", at + 1);
        }
    }
    assert!(pages[3..].iter().all(|page| !page.contains(" of 3:")));
    // What happened in the wave stands on the first page, what happened last on the last.
    assert!(pictures[0].contains("282 people in the week of 4 April"));
    assert!(pictures[2].contains("Marcel Pesko") && !pictures[0].contains("Marcel Pesko"));
    // In the text of a page a number may stand beside a word of another label: each counts once, in order.
    let numbers: Vec<BTreeSet<usize>> = pictures.iter().map(|page| noted(page)).collect();
    assert!(numbers.iter().map(BTreeSet::len).sum::<usize>() > 5, "{numbers:?}");
    let pairs = numbers.iter().filter(|page| !page.is_empty()).collect::<Vec<_>>();
    assert!(pairs.windows(2).all(|pair| pair[0].last() < pair[1].first()), "they begin anew: {numbers:?}");
    let through: Vec<usize> = numbers.into_iter().flatten().collect();
    program.done("export a.caseline.json -o claims.csv --claims --preset a4 --labels all");
    let bytes = program.read("claims.csv");
    let rows = csv::Reader::from_reader(bytes.as_slice()).into_records().count();
    assert!(through.iter().all(|number| *number <= rows), "{through:?} of {rows}");
}

#[test]
fn what_lasts_over_a_page_s_end_is_on_both_pages_with_an_arrow() {
    let program = Program::new();
    let event = |id: &str, when: &str| {
        serde_json::json!({ "id": id, "when": when, "title": id, "label": id, "kind": "sanction",
            "status": "confirmed", "lanes": [{ "code": "IT", "role": "actor" }] })
    };
    let case = serde_json::json!({ "caseline": 1, "title": "Bars", "articles": [],
        "events": [event("crossing", "2022-05/2022-08"), event("early", "2022-01-10"), event("late", "2022-12-20")] });
    program.put("a.caseline.json", case.to_string());
    let paths = |flags: &str| {
        program.done(&format!("export a.caseline.json -o out.pdf --force --preset a4 {flags}"));
        pages(&program, flags).len()
    };
    assert_eq!(paths("--pages 2"), paths("") + 1);
    let both = pages(&program, "--preset a4 --pages 2");
    assert!(both[0].contains("early") && !both[0].contains("late"), "{}", both[0]);
    assert!(both[1].contains("late") && !both[1].contains("early"), "{}", both[1]);
    assert_eq!(program.run("export a.caseline.json -o out.png --pages 2").code, 2);
    assert_eq!(program.run("export a.caseline.json -o out.pdf --force --pages 0").code, 2);
}

/// Of a PDF: the names of its bookmarks, and its pages' shapes.
struct Inside(pdf_extract::Document);

impl Inside {
    fn of(program: &Program, flags: &str) -> Self {
        program.done(&format!("export a.caseline.json -o out.pdf --force {flags}"));
        Self(pdf_extract::Document::load_mem(&program.read("out.pdf")).unwrap())
    }

    /// The bookmarks that stand beside each other at the top.
    fn bookmarks(&self) -> Vec<String> {
        let follow = |from: &pdf_extract::Dictionary, key: &str| {
            let id = from.get(key.as_bytes()).and_then(pdf_extract::Object::as_reference).ok()?;
            self.0.get_dictionary(id).ok()
        };
        let mut next = follow(self.0.catalog().unwrap(), "Outlines").and_then(|all| follow(all, "First"));
        let mut names = Vec::new();
        while let Some(mark) = next {
            names.push(pdf_extract::decode_text_string(mark.get(b"Title").unwrap()).unwrap());
            next = follow(mark, "Next");
        }
        names
    }

    /// Arrows of a page: how many point to the left, and how many to the right.
    fn arrows(&self, page: u32) -> (usize, usize) {
        let content = self.0.get_page_content(self.0.get_pages()[&page]).unwrap();
        let steps = pdf_extract::content::Content::decode(&content).unwrap().operations;
        let mut arrows = (0, 0);
        for four in steps.windows(4) {
            if four.iter().map(|step| step.operator.as_str()).collect::<Vec<_>>() != ["m", "l", "l", "h"] {
                continue;
            }
            let x = |at: usize| four[at].operands[0].as_float().unwrap();
            // Two corners above each other, and a tip at their left or right.
            if (x(0) - x(2)).abs() < 0.01 && (x(1) - x(0)).abs() > 1.0 {
                if x(1) < x(0) { arrows.0 += 1 } else { arrows.1 += 1 }
            }
        }
        arrows
    }
}

/// A case of bars of a lane between two days that hold the range.
fn bars(bars: &[(&str, &str)]) -> String {
    let event = |id: &str, when: &str| {
        serde_json::json!({ "id": id, "when": when, "title": id, "label": id, "kind": "sanction",
            "status": "confirmed", "lanes": [{ "code": "IT", "role": "actor" }] })
    };
    let ends = [("first", "2022-01-01"), ("last", "2022-12-31")];
    let events: Vec<_> = ends.iter().chain(bars).map(|(id, when)| event(id, when)).collect();
    serde_json::json!({ "caseline": 1, "title": "Bars", "articles": [], "events": events }).to_string()
}

#[test]
fn a_nomination_goes_on_over_pages_until_it_is_decided() {
    let program = Program::new();
    let event = |id: &str, when: &str, kind: &str, lane: &str| {
        serde_json::json!({ "id": id, "when": when, "title": id, "label": id, "kind": kind, "status": "confirmed",
            "lanes": [{ "code": lane, "role": "subject" }] })
    };
    let case = serde_json::json!({ "caseline": 1, "title": "A post", "articles": [],
        "lanes": [{ "code": "post:head", "name": "Head of it", "type": "post" }],
        "events": [event("first", "2022-01-01", "statement", "IT"), event("named", "2022-02-10", "nomination", "post:head"),
            event("chosen", "2022-11-20", "appointment", "post:head"), event("last", "2022-12-31", "statement", "IT")],
        "links": [{ "from": "chosen", "to": "named", "type": "outcome" }] });
    program.put("a.caseline.json", case.to_string());
    let inside = Inside::of(&program, "--preset a4 --pages 3");
    assert_eq!([1, 2, 3].map(|page| inside.arrows(page)), [(0, 1), (1, 1), (1, 0)]);
}

#[test]
fn bookmarks_of_pages_say_their_time_as_the_pages_do() {
    let program = Program::new();
    program.put("a.caseline.json", sample("expelled-diplomat.caseline.json"));
    let names = Inside::of(&program, "--preset a4 --pages 3").bookmarks();
    assert_eq!((names.len(), names[3].as_str()), (4, "Events"), "{names:?}");
    let pages = pages(&program, "--preset a4 --pages 3");
    for (name, page) in names[..3].iter().zip(pages) {
        let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(name.contains(" to "), "{name}");
        assert!(flat.contains(&format!("of 3: {name}")), "{name} is not said by its page");
    }
    assert_eq!(Inside::of(&program, "--preset a4").bookmarks(), ["Timeline", "Events"]);
    let names = Inside::of(&program, "--preset a4 --pages 2 --language uk").bookmarks();
    assert!(names[0].contains("2022") && names[1] != names[0] && names[2] == "Події", "{names:?}");
}

#[test]
fn a_bar_has_an_arrow_where_it_goes_on_on_another_page_and_nowhere_else() {
    let program = Program::new();
    let arrows = |of: &[(&str, &str)], pages: u32| {
        program.put("a.caseline.json", bars(of));
        let inside =
            Inside::of(&program, &format!("--preset a4 --from 2022-01-01 --to 2022-12-31 --pages {pages}"));
        (1..=pages).map(|page| inside.arrows(page)).collect::<Vec<_>>()
    };
    let none = arrows(&[("short", "2022-02-10/2022-03-20")], 2);
    assert_eq!(none, [(0, 0), (0, 0)]);
    assert_eq!(arrows(&[("crossing", "2022-05-10/2022-09-20")], 2), [(0, 1), (1, 0)]);
    assert_eq!(arrows(&[("long", "2022-02-10/2022-11-20")], 3), [(0, 1), (1, 1), (1, 0)]);
    assert_eq!(arrows(&[("long", "2022-02-10/2022-11-20")], 1), [(0, 0)]);
    // The year is cut at the Monday nearest to the beginning of July.
    assert_eq!(arrows(&[("until", "2022-05-10/2022-07-03")], 2), [(0, 0), (0, 0)]);
    // One without an end has its own tip at every page's end, and came from the page before.
    assert_eq!(arrows(&[("open", "2022-05-10/..")], 2), [(0, 1), (1, 1)]);
    assert_eq!(arrows(&[("from", "2022-07-04/2022-09-20")], 2), [(0, 0), (0, 0)]);
}
