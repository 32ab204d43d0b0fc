//! Evidence: files behind articles handed over byte for byte, how a day was found, and who stands behind many copies.

use base64::Engine;
use serde_json::Value;

use crate::program::Program;

/// Words of a report, the same on whatever site prints it.
const REPORT: &str = "Four members of the embassy were told on Tuesday to leave the country within ten days, and the \
                      ministry said that it would answer each step that was taken against its own people in kind. \
                      The ambassador was called in at noon and left without a word to those who waited at the gate. \
                      In the afternoon the embassy took down the board on which it had announced its opening hours. \
                      Nobody at the ministry wanted to say whether the four had been told what they were accused of. \
                      A spokeswoman pointed to the agreement of last spring, under which both sides had promised to \
                      give each other two weeks of notice before they closed an office or sent anybody home. \
                      Whether that agreement still holds is not known; the last talks about it ended in the autumn \
                      without a date for the next round, and neither capital has asked for one since. \
                      Traders at the border said that lorries were let through as on any other day of the week.";

/// A page of a site, with a headline and a byline of its own.
fn page(site: &str, headline: &str, byline: &str, day: &str) -> String {
    format!(
        "<html lang=en><head><title>{headline} | {site}</title><meta property='og:site_name' content='{site}'>\
         <meta name=author content='{byline}'><meta property='article:published_time' content='{day}T08:00:00Z'>\
         </head><body><article><h1>{headline}</h1><p>{}</p></article></body></html>",
        REPORT.replace(". ", ".</p><p>")
    )
}

fn exported(program: &Program, more: &str) -> Value {
    let text = program.done(&format!("export case.caseline -o - --format caseline.json {more}"));
    serde_json::from_slice(&text.out).expect("JSON")
}

fn article<'a>(case: &'a Value, site: &str) -> &'a Value {
    let articles = case["articles"].as_array().expect("articles");
    articles.iter().find(|one| one["site"] == site).unwrap_or_else(|| panic!("no {site} in {case}"))
}

#[test]
fn originals_leave_with_a_case_json_only_when_asked_for_and_come_back_byte_for_byte() {
    let program = Program::new();
    let bytes = page("Courier", "Four must leave", "Jane Doe", "2024-03-05").into_bytes();
    program.put("page.html", &bytes);
    program.done("new case.caseline");
    program.done("import page.html --into case.caseline");
    assert!(exported(&program, "")["articles"][0]["original"].get("bytes").is_none());

    program.done("export case.caseline -o whole.caseline.json --originals");
    let whole: Value = serde_json::from_slice(&program.read("whole.caseline.json")).expect("JSON");
    let text = whole["articles"][0]["original"]["bytes"].as_str().expect("bytes");
    assert_eq!(base64::engine::general_purpose::STANDARD.decode(text).expect("base64"), bytes);
    assert_eq!(whole["minor"], 1, "an older Caseline says that this is newer");

    // Into a case, and into the Case JSON itself: the files are there, and go out again as they came.
    program.done("new again.caseline");
    program.done("import whole.caseline.json --into again.caseline");
    for case in ["again.caseline", "whole.caseline.json"] {
        assert_eq!(program.done(&format!("check {case}")).json()["originals"]["verified"], 1, "{case}");
        program.done(&format!("export {case} -o out.caseline.json --originals --force"));
        assert!(program.read("out.caseline.json") == program.read("whole.caseline.json"), "{case}");
    }
    program.put("note.txt", "The embassy has nothing to say on that.");
    program.done("import note.txt --into whole.caseline.json");
    let checked = program.done("check whole.caseline.json").json();
    assert_eq!(checked["originals"]["verified"], 2, "what held its files still does: {checked}");
}

#[test]
fn bytes_that_do_not_fit_their_hash_are_refused_with_the_line() {
    let program = Program::new();
    program.put("page.html", page("Courier", "Four must leave", "Jane Doe", "2024-03-05"));
    program.done("new case.caseline");
    program.done("import page.html --into case.caseline");
    program.done("export case.caseline -o whole.caseline.json --originals");
    let whole = program.text("whole.caseline.json");
    let line = whole.lines().position(|line| line.contains("\"bytes\"")).expect("bytes") + 1;
    program.put("other.caseline.json", whole.replace("\"bytes\": \"", "\"bytes\": \"AAAA"));
    let refused = program.run("check other.caseline.json");
    refused.failed_saying(&[&format!("line {line}"), "do not fit their sha256"]);
    program.put("torn.caseline.json", whole.replace("\"bytes\": \"", "\"bytes\": \"?"));
    program.run("check torn.caseline.json").failed_saying(&["are not base64"]);
    let wrong = program.run("export case.caseline -o x.csv --originals");
    assert_eq!(wrong.code, 2, "{}", wrong.words);
}

#[test]
fn how_a_day_was_found_is_kept_with_the_article() {
    let program = Program::new();
    program.put("page.html", page("Courier", "Four must leave", "Jane Doe", "2024-03-05"));
    program.put(
        "letter.txt",
        "An open letter\n\n4 March 2024\n\nWe, the undersigned, ask the ministry to answer.",
    );
    program.done("new case.caseline");
    program.done("import page.html letter.txt --into case.caseline");
    let case = exported(&program, "");
    let from = |at: usize| case["articles"][at]["published_from"].clone();
    assert_eq!((from(0), from(1)), ("meta".into(), "dateline".into()), "{case}");
}

#[test]
fn a_report_that_papers_print_gets_its_agency_whichever_copy_names_it() {
    let program = Program::new();
    program.put("courier.html", page("Courier", "Four must leave", "", "2024-03-05"));
    program
        .put("herald.html", page("Herald", "Embassy staff told to go", "Agence France-Presse", "2024-03-05"));
    program.put("post.html", page("Evening Post", "Ten days to pack", "", "2024-03-06"));
    program.done("new case.caseline");
    let ran = program.done("import courier.html herald.html post.html --into case.caseline");
    assert!(ran.words.contains("counted as one source, AFP"), "{}", ran.words);
    let case = exported(&program, "");
    for site in ["Courier", "Herald", "Evening Post"] {
        assert_eq!(article(&case, site)["origin"], "AFP", "{site}");
    }
}

#[test]
fn of_copies_without_an_agency_the_first_to_print_it_is_the_source() {
    let program = Program::new();
    program.put("late.html", page("Herald", "Embassy staff told to go", "", "2024-03-06"));
    program.put("first.html", page("Courier", "Four must leave", "Jane Doe", "2024-03-05"));
    program.done("new case.caseline");
    program.done("import late.html first.html --into case.caseline");
    let case = exported(&program, "");
    assert_eq!(article(&case, "Herald")["origin"], "Courier");
    assert!(article(&case, "Courier").get("origin").is_none(), "it stands for itself");
}
