//! The walk through the house without a window: an article becomes events on lanes, and a picture.

use serde_json::Value;

use crate::program::{Program, Ran};

/// A page of this test's own: two dated acts in plain words.
const PAGE: &str = "<html lang=en><head><title>Two embassies lose staff</title>\
    <link rel=canonical href='https://courier.example/2022/04/06/embassies'>\
    <meta property='article:published_time' content='2022-04-06T08:00:00Z'></head><body><nav><a href=/>Home</a></nav>\
    <article><h1>Two embassies lose staff</h1>\
    <p>Belgium expelled 21 Russian diplomats on 29 March 2022, the foreign ministry in Brussels said in a statement.</p>\
    <p>Italy expelled 30 Russian diplomats on 5 April 2022. The envoys were told to leave within three days, and \
    nobody at the embassy would say where they went.</p></article></body></html>";

fn with_page() -> Program {
    let program = Program::new();
    program.done("new case.caseline");
    program.put("page.html", PAGE);
    program
}

fn import(program: &Program, flags: &str) -> Ran {
    program.done(&format!("import page.html --into case.caseline {flags}"))
}

fn case(program: &Program) -> Value {
    program.done("export case.caseline -o out.caseline.json --force");
    serde_json::from_slice(&program.read("out.caseline.json")).expect("JSON")
}

#[test]
fn an_article_becomes_events_on_lanes_and_a_picture() {
    let program = with_page();
    import(&program, "--accept");
    let ran = program.done("export case.caseline -o out.png");
    assert!(!ran.words.contains("No event to show"), "{}", ran.words);
    assert!(program.read("out.png").starts_with(b"\x89PNG\r\n\x1a\n"));
    program.done("export case.caseline -o out.svg");
    let drawn = program.text("out.svg");
    for lane in ["Belgium", "Italy"] {
        assert!(drawn.contains(lane), "no {lane}");
    }
}

#[test]
fn what_an_article_seems_to_say_waits_and_is_no_event_yet() {
    let program = with_page();
    let told = import(&program, "").json();
    assert_eq!((&told["added"], &told["articles"]), (&0.into(), &1.into()), "{told}");
    let waiting = told["candidates"].as_u64().expect("a number");
    assert!(waiting >= 2, "{told}");
    let info = program.done("info case.caseline").json();
    assert_eq!((&info["events"], &info["candidates"]), (&0.into(), &waiting.into()));
    let case = case(&program);
    let candidates = case["candidates"].as_array().expect("a list");
    assert_eq!(candidates.len() as u64, waiting);
    let text: Vec<char> = case["articles"][0]["text"].as_str().expect("a text").chars().collect();
    let words = |candidate: &Value| -> String {
        let at =
            |name: &str| usize::try_from(candidate[name].as_u64().expect("a place")).expect("it is small");
        text[at("start")..at("end")].iter().collect()
    };
    for days in ["29 March 2022", "5 April 2022"] {
        assert!(candidates.iter().any(|one| words(one).contains(days)), "no words with {days}: {case}");
    }
}

#[test]
fn what_is_accepted_at_once_becomes_events_whose_quotes_check_verifies() {
    let program = with_page();
    let told = import(&program, "--accept").json();
    let added = told["added"].as_u64().expect("a number");
    assert!(added >= 2, "{told}");
    assert_eq!(program.done("info case.caseline").json()["events"], added);
    let checked = program.done("check case.caseline").json();
    // One of them is told twice, and keeps both its quotes.
    assert_eq!(checked["quotes"]["verified"], added + 1, "{checked}");
    assert_eq!(checked["originals"]["verified"], 1, "{checked}");
    let case = case(&program);
    assert!(case["candidates"].as_array().is_none_or(Vec::is_empty), "{case}");
    let italy = case["events"].as_array().expect("a list").iter().find(|event| event["when"] == "2022-04-05");
    let italy = italy.unwrap_or_else(|| panic!("no 2022-04-05: {case}"));
    assert_eq!((&italy["kind"], &italy["count"]["min"]), (&"expulsion".into(), &30.into()), "{italy}");
}

#[test]
fn the_same_file_imported_twice_changes_nothing() {
    for flags in ["", "--accept"] {
        let program = with_page();
        import(&program, flags);
        let before = case(&program);
        let told = import(&program, flags).json();
        assert_eq!(
            (&told["added"], &told["articles"], &told["candidates"]),
            (&0.into(), &0.into(), &0.into()),
            "{flags}: {told}"
        );
        assert_eq!(case(&program), before, "{flags}");
    }
}
