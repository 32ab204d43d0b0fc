//! Articles from outside: files in, readable text and what is known of them out.

use serde_json::Value;

use crate::program::Program;

const LETTER: &str = "Embassy shuts\n\nThe embassy closed its doors on Monday evening, the ministry said. Those who \
                      had been waiting since the morning were told to come back in the new year, when the country \
                      would have somebody there again; nobody could tell who that was going to be, or whether the \
                      papers that had been handed in would still be there.\n";

fn read(name: &str, bytes: impl AsRef<[u8]>) -> Value {
    let program = Program::new();
    program.put(name, bytes);
    program.done(&format!("read --json {name}")).json()
}

#[test]
fn a_text_is_one_json_object_with_every_key() {
    let told = read("note.txt", LETTER);
    let keys: Vec<&String> = told.as_object().expect("an object").keys().collect();
    let mut sorted =
        vec!["title", "byline", "site", "url", "published", "published_from", "language", "encoding", "text"];
    sorted.sort_unstable();
    assert_eq!(keys, sorted);
    assert_eq!(told["title"], "Embassy shuts");
    assert_eq!((&told["language"], &told["encoding"]), (&"en".into(), &"UTF-8".into()));
    assert_eq!(told["published"], Value::Null);
}

#[test]
fn several_files_give_a_line_each_and_one_that_cannot_be_read_costs_only_itself() {
    let program = Program::new();
    program.put("one.txt", "The first of two notes about the embassy.");
    program.put("empty.txt", "");
    program.put("two.md", "# Second\n\nThe *second* of two notes.");
    let ran = program.run("read --json one.txt empty.txt missing.txt two.md");
    assert_eq!(ran.code, 1);
    let lines: Vec<Value> = String::from_utf8_lossy(&ran.out)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0]["file"], "one.txt");
    assert!(lines[1]["error"].as_str().is_some_and(|said| said.contains("empty")), "{}", lines[1]);
    assert!(lines[2]["error"].as_str().is_some_and(|said| said.contains("does not exist")), "{}", lines[2]);
    assert_eq!(lines[3]["text"], "Second\n\nThe second of two notes.");
}

#[test]
fn without_json_the_text_alone_is_printed() {
    let program = Program::new();
    program.put("note.txt", "One line.\r\n\r\nAnother.\r\n");
    assert_eq!(String::from_utf8_lossy(&program.done("read note.txt").out), "One line.\n\nAnother.\n");
}

#[test]
fn a_page_in_an_old_encoding_is_read_as_it_says() {
    let page = "<html><head><meta charset='koi8-r'><title>Заявление</title></head><body><article>\
                <p>Министерство объявило, что четверо сотрудников посольства должны уехать.</p></article></body></html>";
    let (bytes, ..) = encoding_rs::KOI8_R.encode(page);
    let told = read("page.html", bytes);
    assert_eq!((&told["encoding"], &told["language"]), (&"KOI8-R".into(), &"ru".into()));
    assert!(told["text"].as_str().is_some_and(|text| text.contains("четверо сотрудников")), "{told}");
}

#[test]
fn what_is_no_article_is_refused_with_a_sentence() {
    let program = Program::new();
    program.put("link.url", "[InternetShortcut]\r\nURL=https://news.example/story\r\n");
    program.run("read link.url").failed_saying(&["link.url holds only an address", "save the page itself"]);
    program.put("bits.bin", [0_u8, 1, 2, 3, 4, 0, 255, 254, 9, 1, 2, 3]);
    program.run("read bits.bin").failed_saying(&["bits.bin", "its bytes are no text"]);
}

/// Takes files into a new case and gives what import printed.
fn import(program: &Program, files: &str) -> Value {
    program.done(&format!("import {files} --into case.caseline")).json()
}

#[test]
fn an_imported_article_is_kept_with_its_file_and_check_proves_both() {
    let program = Program::new();
    program.done("new case.caseline");
    program.put("note.txt", LETTER);
    let told = import(&program, "note.txt");
    assert_eq!(
        (&told["articles"], &told["added"], &told["merged"]),
        (&1.into(), &0.into(), &0.into()),
        "{told}"
    );
    let checked = program.done("check case.caseline").json();
    assert_eq!(checked["originals"]["verified"], 1, "{checked}");
    program.done("export case.caseline -o out.caseline.json");
    let case: Value = serde_json::from_slice(&program.read("out.caseline.json")).expect("JSON");
    let article = &case["articles"][0];
    assert_eq!(article["title"], "Embassy shuts");
    assert_eq!(article["retrieved"], "2025-11-05");
    assert_eq!(article["original"]["name"], "note.txt");
    assert!(article["text"].as_str().is_some_and(|text| text.contains("Monday evening")), "{article}");
}

#[test]
fn the_same_article_is_known_again_and_read_anew_only_where_that_is_asked_for() {
    let program = Program::new();
    program.done("new case.caseline");
    program.put("note.txt", LETTER);
    import(&program, "note.txt");
    assert_eq!(import(&program, "note.txt")["merged"], 1, "the same bytes");
    program.put("again.txt", LETTER.replace('\n', "\r\n"));
    assert_eq!(import(&program, "again.txt")["merged"], 1, "the same words");
    program.put("corrected.txt", LETTER.replace("Monday evening", "Tuesday evening"));
    let ran = program.done("import corrected.txt --into case.caseline");
    assert!(ran.words.contains("nearly the same words") && ran.words.contains("--update"), "{}", ran.words);
    let told = program.done("import corrected.txt --into case.caseline --update").json();
    assert_eq!((&told["articles"], &told["merged"]), (&1.into(), &0.into()), "{told}");
    assert_eq!(program.done("info case.caseline").json()["articles"], 1);
    program.done("check case.caseline");
}

#[test]
fn a_page_that_a_citation_names_gives_it_its_text_and_places_its_quotes() {
    let program = Program::new();
    program.done("new case.caseline");
    program.put(
        "events.csv",
        "date,title,country,source_title,source_url,quote\n\
         2024-03-04,Embassy shuts,RS,Embassy shuts,https://www.news.example/embassy/?utm_source=x,told to come back in the new year\n",
    );
    import(&program, "events.csv");
    let page = format!(
        "<html><head><title>Embassy shuts</title><link rel=canonical href=\"https://news.example/embassy\"></head>\
         <body><article><h1>Embassy shuts</h1><p>{}</p></article></body></html>",
        LETTER.split("\n\n").nth(1).expect("a paragraph")
    );
    program.put("page.mhtml", format!(
        "Snapshot-Content-Location: https://news.example/embassy\r\nSubject: Embassy shuts\r\n\
         Date: Tue, 5 Mar 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}"
    ));
    let ran = program.done("import page.mhtml --into case.caseline");
    assert_eq!(ran.json()["articles"], 1);
    assert!(ran.words.contains("citation"), "{}", ran.words);
    assert_eq!(program.done("info case.caseline").json()["articles"], 1);
    let checked = program.done("check case.caseline").json();
    assert_eq!(
        (&checked["quotes"]["verified"], &checked["originals"]["verified"]),
        (&1.into(), &1.into()),
        "{checked}"
    );
}

#[test]
fn a_folder_and_a_zip_give_the_files_in_them_and_tricks_are_left_out() {
    use std::io::Write as _;

    let program = Program::new();
    program.done("new case.caseline");
    std::fs::create_dir_all(program.path("folder/deep")).expect("a folder");
    let words = |number: usize| -> String {
        (0..60).map(|at| format!("word{} ", number * 1_000 + at)).collect::<Vec<_>>().concat()
    };
    program.put("folder/one.txt", words(1));
    program.put("folder/deep/two.md", words(2));
    program.put("folder/.hidden.txt", words(3));
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, text) in [
        ("in/three.txt", words(4)),
        ("__MACOSX/in/three.txt", words(5)),
        ("in/trick.txt", words(6)),
        ("in/bomb.txt", "a".repeat(30 << 20)),
    ] {
        zip.start_file(name, options).expect("a file begins");
        zip.write_all(text.as_bytes()).expect("it is written");
    }
    let bytes = zip.finish().expect("a ZIP").into_inner();
    // A name that leads out, as a writer that checks its names would not write it.
    let bytes = replaced(bytes, b"in/trick.txt", b"../trick.txt");
    program.put("bundle.zip", bytes);
    let ran = program.run("import folder bundle.zip --into case.caseline");
    assert_eq!(ran.code, 0, "{}", ran.words);
    assert_eq!(ran.json()["articles"], 3, "{}", ran.words);
    assert!(ran.words.contains("in/bomb.txt was left out"), "{}", ran.words);
    assert!(ran.words.contains("../trick.txt was left out: its name leads out"), "{}", ran.words);
}

/// Bytes with every `old` as `new`, of the same length.
fn replaced(mut bytes: Vec<u8>, old: &[u8], new: &[u8]) -> Vec<u8> {
    for at in 0..=bytes.len() - old.len() {
        if bytes[at..].starts_with(old) {
            bytes[at..at + new.len()].copy_from_slice(new);
        }
    }
    bytes
}
