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
