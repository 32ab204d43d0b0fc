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
