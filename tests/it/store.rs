//! The case file: what is put in comes back, edits can be taken back, and what is no case is refused in a sentence.

use std::fs;
use std::path::PathBuf;

use caseline::model::{CaseContent, Edit, Event, EventEdit, EventId, Import, Quote};
use caseline::store::{Access, Found, Store, Surroundings, case_json};
use caseline::workspace::in_english;
use tempfile::TempDir;

/// A case's path in a folder that goes with the test.
pub fn scratch() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let path = folder.path().join("case.caseline");
    (folder, path)
}

/// Calls with a fixed clock and a counter in the place of randomness.
pub fn around<T>(call: impl FnOnce(&mut Surroundings<'_>) -> T) -> T {
    let mut count = 7_u64;
    let mut random = || {
        count = count.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        count >> 20
    };
    call(&mut Surroundings { now: 1_700_000_000, random: &mut random })
}

pub fn import(store: &mut Store, content: CaseContent) -> caseline::model::Change {
    let import = Import { from: "test.json".into(), content, keyless: false, originals: Vec::new() };
    around(|around| store.apply(&Edit::Import(Box::new(import)), around)).expect("the import is taken in")
}

pub const SMALL: &str = r##"{
  "caseline": 1,
  "title": "A small case",
  "zone": "+02:00",
  "lanes": [
    { "code": "RU" },
    { "code": "post:osce-serbia", "name": "Head of Mission", "type": "post", "of": "OSCE" }
  ],
  "kinds": [ { "id": "safe-house", "label": "Safe house", "family": "force", "colour": "#8C4A12" } ],
  "entities": [ { "id": "envoy", "name": "The envoy", "type": "person", "aliases": ["Łódź man"] } ],
  "articles": [
    { "id": "a1", "title": "Eleven days", "published": "2022-04-06", "text": "🕊 Посол: Italy sent home 30 diplomats." },
    { "id": "a2", "title": "Cited only", "url": "https://example.org/x" }
  ],
  "events": [
    { "id": "late", "when": "2022-04-05", "title": "Italy expels 30", "kind": "expulsion", "status": "confirmed",
      "lanes": [ { "code": "IT", "role": "actor" }, { "code": "RU", "role": "target" }, { "code": "IT", "role": "place" } ],
      "count": { "min": 30, "max": 30, "of": "people" },
      "entities": [ "envoy" ],
      "quotes": [ { "article": "a1", "start": 9, "end": 34, "exact": "Italy sent home 30 diplom" }, { "article": "a2" } ] },
    { "id": "early", "when": "2022-02-24", "title": "Austria waits", "kind": "safe-house", "status": "alleged",
      "lanes": [ { "code": "AT", "role": "actor", "status": "disputed", "by": ["RU", "IT"] } ],
      "tags": ["spring"], "dates": [ { "role": "reported", "when": "2022-03" } ] },
    { "id": "never", "title": "Somebody says something", "kind": "statement", "status": "reported", "lanes": [],
      "entities": [ { "id": "envoy", "role": "speaker" } ] }
  ],
  "links": [ { "from": "late", "to": "early", "type": "retaliation" } ],
  "candidates": [],
  "not_same": [ ["late", "early"] ],
  "views": [ { "name": "All", "hub": "RU", "segments": [ { "from": "2022-02-21", "to": "2022-07-03", "share": 1 } ] } ]
}"##;

pub fn small() -> CaseContent {
    case_json::read(SMALL.as_bytes()).expect("the small case is right")
}

#[test]
fn a_case_goes_into_a_file_and_comes_back_the_same() {
    let (_folder, path) = scratch();
    let text = case_json::write(&small());
    let mut store = Store::create(&path).expect("made");
    assert_eq!(store.title().expect("a title"), "case");
    let change = import(&mut store, small());
    assert_eq!(
        (change.revision, change.report.added, change.report.undated, change.report.articles),
        (1, 3, 1, 2)
    );
    drop(store);
    let opened = Store::open(&path, Access::Write).expect("opens");
    assert_eq!((opened.read_only, opened.store.revision()), (None, 1));
    assert_eq!(case_json::write(&opened.store.content().expect("content")), text);
}

#[test]
fn columns_stand_in_the_order_of_the_picture() {
    let mut store = Store::in_memory().expect("memory");
    import(&mut store, small());
    let columns = store.columns().expect("columns");
    let lanes: Vec<&str> = columns.lanes.iter().map(|lane| lane.code.as_str()).collect();
    assert_eq!(lanes, ["RU", "post:osce-serbia", "AT", "IT", ""]);
    assert_eq!(columns.no_lane.map(|lane| lane.0), Some(4));
    assert_eq!((columns.events, columns.marks.len(), columns.ties.len()), (3, 4, 1));
    assert!(columns.marks.is_sorted_by_key(|mark| (mark.lane, mark.t0, mark.event)));
    let known: Vec<i64> = columns.marks.iter().map(|mark| mark.known.0).collect();
    // 6 April 2022 and 31 March 2022, each at its last second; nothing dated.
    assert_eq!(known, [1_649_289_599, 1_648_771_199, 1_649_289_599, i64::MAX]);
    assert_eq!(columns.entities, ["envoy"]);
    assert_eq!(columns.participations.len(), 2);
}

#[test]
fn single_things_are_found_by_their_keys() {
    let mut store = Store::in_memory().expect("memory");
    import(&mut store, small());
    let ids = store.event_ids(&["early".into(), "nobody".into(), "late".into()]).expect("ids");
    assert_eq!(ids, [Some(EventId(2)), None, Some(EventId(1))]);
    let events = store.events(&[EventId(2)]).expect("events");
    assert_eq!(events[0].title, "Austria waits");
    assert_eq!(store.thread("envoy").expect("a thread"), [EventId(3), EventId(1)]);
    assert_eq!(store.undated().expect("undated"), [EventId(3)]);
    let article = store.article("a1").expect("readable").expect("there");
    assert!(article.text.expect("a text").text.starts_with('🕊'));
    let quotes = store.quotes_of("a1").expect("quotes");
    assert_eq!(quotes[0].0, EventId(1));
    assert_eq!(quotes[0].1.prefix.as_deref(), Some("🕊 Посол: "));
    let headings = store.articles().expect("headings");
    assert_eq!(headings.iter().map(|heading| heading.has_text).collect::<Vec<_>>(), [true, false]);
    let summary = store.summary().expect("a summary");
    assert_eq!((summary.events, summary.undated, summary.lanes, summary.articles), (3, 1, 4, 2));
    assert_eq!((summary.from.as_deref(), summary.to.as_deref()), (Some("2022-02-24"), Some("2022-04-05")));
}

#[test]
fn an_edit_is_taken_back_and_made_again() {
    let mut store = Store::in_memory().expect("memory");
    import(&mut store, small());
    let before = case_json::write(&store.content().expect("content"));
    let columns = store.columns().expect("columns");
    let mut event = store.events(&[EventId(1)]).expect("there").remove(0);
    event.title = "Italy expels thirty".into();
    event.lanes.truncate(1);
    around(|around| store.apply(&Edit::Event(EventEdit::Put(Box::new(event))), around)).expect("changed");
    let changed = case_json::write(&store.content().expect("content"));
    assert!(changed.contains("Italy expels thirty") && store.search("thirty", 9).expect("found").len() == 1);
    around(|around| store.apply(&Edit::Event(EventEdit::Remove(vec![EventId(2)])), around)).expect("removed");
    let fewer = store.content().expect("content");
    assert_eq!((fewer.events.len(), fewer.links.len(), fewer.not_same.len()), (2, 0, 0));
    for expected in [&changed, &before] {
        let change = store.undo().expect("undone").expect("something");
        assert_eq!(change.touched.len(), 1);
        assert_eq!(&case_json::write(&store.content().expect("content")), expected);
    }
    assert_eq!(store.columns().expect("columns"), columns);
    assert!(store.search("thirty", 9).expect("found").is_empty());
    store.redo().expect("made again").expect("something");
    assert_eq!(case_json::write(&store.content().expect("content")), changed);
    assert_eq!(store.revision(), 6);
    let new = Event { title: "New".into(), kind: "other".into(), ..Event::default() };
    let change =
        around(|around| store.apply(&Edit::Event(EventEdit::Put(Box::new(new))), around)).expect("added");
    assert_eq!(store.events(&change.touched).expect("there")[0].key.len(), 9);
    assert_eq!(store.redo().expect("asked"), None, "a new edit ends what was undone");
}

#[test]
fn an_import_is_taken_back_whole() {
    let mut store = Store::in_memory().expect("memory");
    let nothing = store.content().expect("content");
    import(&mut store, small());
    let full = store.content().expect("content");
    let columns = store.columns().expect("columns");
    store.undo().expect("undone").expect("something");
    assert_eq!(store.content().expect("content"), nothing);
    assert_eq!(store.columns().expect("columns").marks, []);
    assert!(store.search("italy", 9).expect("asked").is_empty());
    store.redo().expect("again").expect("something");
    assert_eq!(store.content().expect("content"), full);
    assert_eq!(store.columns().expect("columns"), columns);
    assert_eq!(store.search("italy", 9).expect("asked").len(), 2);
    store.undo().expect("undone").expect("something");
    import(&mut store, small());
    assert_eq!(case_json::write(&store.content().expect("content")), case_json::write(&full));
    assert_eq!(store.search("italy", 9).expect("asked").len(), 2);
    assert!(store.undo().expect("undone").is_some());
    assert!(store.undo().expect("asked").is_none());
}

#[test]
fn importing_the_same_again_merges_everything() {
    let mut store = Store::in_memory().expect("memory");
    import(&mut store, small());
    let before = case_json::write(&store.content().expect("content"));
    let report = import(&mut store, small()).report;
    assert_eq!((report.added, report.merged, report.articles), (0, 3, 0));
    assert_eq!((report.renamed, report.notes), (vec![], vec![]));
    assert_eq!(case_json::write(&store.content().expect("content")), before);
}

#[test]
fn articles_with_the_same_words_are_told_apart_when_their_file_comes_again() {
    let mut file = small();
    let mut other = file.articles[0].clone();
    (other.key, other.title) = ("a3".into(), Some("The same words elsewhere".into()));
    file.articles.push(other);
    file.events[0].quotes[0].article = "a3".into();
    let mut store = Store::in_memory().expect("memory");
    import(&mut store, file.clone());
    let report = import(&mut store, file).report;
    assert_eq!((report.added, report.merged, report.articles), (0, 3, 0));
}

#[test]
fn a_second_file_keeps_our_names_and_gets_new_keys_where_ours_are_taken() {
    let mut store = Store::in_memory().expect("memory");
    import(&mut store, small());
    let mut other = small();
    other.title = "Another".into();
    other.lanes[1].name = Some("The chair".into());
    other.entities[0].name = "Another envoy".into();
    other.events[0].title = "Italy expels 30 diplomats".into();
    other.articles[1].title = Some("The same address".into());
    let report = import(&mut store, other).report;
    assert_eq!((report.added, report.merged, report.possible_duplicates, report.articles), (2, 1, 1, 0));
    let renamed: Vec<&str> = report.renamed.iter().map(|(old, _)| old.as_str()).collect();
    assert_eq!(renamed, ["envoy", "late", "never"]);
    assert_eq!(report.notes.len(), 1, "{:?}", report.notes);
    let content = store.content().expect("content");
    assert_eq!(
        (content.title.as_str(), content.lanes[1].name.as_deref()),
        ("A small case", Some("Head of Mission"))
    );
    assert_eq!((content.events.len(), content.articles.len(), content.links.len()), (5, 2, 2));
    let text = case_json::write(&content);
    assert_eq!(case_json::write(&case_json::read(text.as_bytes()).expect("still a case")), text);
    store.undo().expect("undone").expect("something");
    assert_eq!(case_json::write(&store.content().expect("content")), case_json::write(&small()));
}

#[test]
fn a_text_that_arrives_fills_its_citation() {
    let mut store = Store::in_memory().expect("memory");
    let mut waiting = small();
    waiting.events[1].quotes = ["Found", "lost"]
        .map(|exact| Quote {
            article: "a2".into(),
            place: Some((3, 8)),
            exact: Some(exact.into()),
            ..Quote::default()
        })
        .to_vec();
    import(&mut store, waiting);
    let before = store.content().expect("content");
    let mut arrived = CaseContent { articles: vec![small().articles.remove(0)], ..CaseContent::default() };
    arrived.articles[0].key = "new".into();
    arrived.articles[0].url = Some("https://example.org/x".into());
    let text = arrived.articles[0].text.as_mut().expect("a text");
    (text.text, text.sha256) = ("Found at last".into(), String::new());
    let report = import(&mut store, arrived).report;
    assert_eq!((report.articles, report.notes.len()), (0, 0));
    let cited = store.article("a2").expect("readable").expect("there");
    assert_eq!(cited.text.map(|text| text.text).as_deref(), Some("Found at last"));
    assert_eq!(store.search("last", 9).expect("asked").len(), 1);
    let placed: Vec<_> =
        store.quotes_of("a2").expect("quotes").into_iter().map(|(_, quote)| quote.place).collect();
    assert_eq!(placed, [None, Some((0, 5)), None], "found, found, and waiting on");
    assert!(store.check().expect("a report").ok());
    store.undo().expect("undone").expect("something");
    assert_eq!(store.article("a2").expect("readable").expect("there").text, None);
    assert!(store.search("last", 9).expect("asked").is_empty());
    assert_eq!(store.search("cited", 9).expect("asked").len(), 1);
    assert_eq!(store.content().expect("content"), before);
}

#[test]
fn rows_of_a_table_are_called_by_their_number_unless_something_is_called_so() {
    let mut store = Store::in_memory().expect("memory");
    let row = |key: &str, title: &str| Event {
        key: key.into(),
        title: title.into(),
        kind: "other".into(),
        ..Event::default()
    };
    let content = CaseContent {
        events: vec![row("e2", "one"), row("", "two"), row("", "three")],
        ..CaseContent::default()
    };
    let import = Import { from: "rows.csv".into(), content, keyless: true, originals: Vec::new() };
    around(|around| store.apply(&Edit::Import(Box::new(import)), around)).expect("taken in");
    let keys: Vec<String> =
        store.content().expect("content").events.into_iter().map(|event| event.key).collect();
    assert_eq!((keys[0].as_str(), keys[1].len(), keys[2].as_str()), ("e2", 9, "e3"));
    assert_eq!(store.event_ids(&["e3".into()]).expect("ids"), [Some(EventId(3))]);
    assert_eq!(store.title().expect("a title"), "Untitled", "a table without a title leaves ours");
}

#[test]
fn words_are_found_however_they_are_spelt() {
    let mut store = Store::in_memory().expect("memory");
    let mut content = small();
    let text = content.articles[0].text.as_mut().expect("a text");
    text.text.push_str(" Из Łódź выслали 12 дипломатов, сообщил отчёт.");
    text.sha256.clear();
    import(&mut store, content);
    for words in ["lodz", "ДИПЛОМАТ", "отчет дипломатов", "\"łódź выслали\""]
    {
        let hits = store.search(words, 9).expect("asked");
        assert_eq!(hits.len(), 1, "{words}");
        let Found::Article { key, place: Some((start, end)) } = &hits[0].found else { panic!("{words}") };
        assert_eq!(key, "a1");
        let hit: String =
            hits[0].snippet.chars().skip(hits[0].start).take(hits[0].end - hits[0].start).collect();
        assert_eq!(hit.chars().count(), end - start);
    }
    assert!(store.search("\"дипломат\"", 9).expect("asked").is_empty(), "a quoted word is not a beginning");
    assert!(store.search("* OR \" (", 9).expect("no query language").is_empty());
}

#[test]
fn check_counts_quotes_that_stand_that_are_carried_and_that_are_wrong() {
    let (_folder, path) = scratch();
    let mut store = Store::create(&path).expect("made");
    let mut content = small();
    let quote = |article: &str, place, exact: Option<&str>| Quote {
        article: article.into(),
        place,
        exact: exact.map(Into::into),
        ..Quote::default()
    };
    content.events[1].quotes = vec![
        quote("a2", Some((3, 5)), Some("ab")),
        quote("a1", None, Some("somewhere")),
        quote("a1", None, None),
    ];
    import(&mut store, content);
    let report = store.check().expect("a report");
    assert!(report.ok(), "{report:?}");
    assert_eq!((report.events, report.quotes.verified, report.quotes.carried), (3, 1, 2));
    drop(store);
    let other = rusqlite::Connection::open(&path).expect("a database");
    other.execute("UPDATE article_text SET text = 'Посол: Italy sent home 30 diplomats.'", []).expect("bent");
    drop(other);
    let bent = Store::open(&path, Access::Read).expect("opens").store.check().expect("a report");
    assert!(!bent.ok());
    assert_eq!((bent.quotes.wrong.len(), bent.quotes.wrong[0].event.as_str()), (1, "late"));
    assert!(bent.quotes.wrong[0].reason.contains("do not stand at 9..34"), "{:?}", bent.quotes.wrong);
    assert!(bent.database[0].contains("does not fit its hash"), "{:?}", bent.database);
}

/// What opening something says.
fn refusal(path: &std::path::Path) -> String {
    Store::open(path, Access::Write).expect_err("no case").to_string()
}

#[test]
fn what_is_no_case_is_refused_in_a_sentence() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let folder = scratch.path();
    let at = |name: &str| folder.join(name);
    assert!(refusal(&at("absent.caseline")).ends_with("absent.caseline does not exist"));
    assert!(refusal(folder).ends_with("is a folder, not a case"));
    fs::write(at("empty.caseline"), b"").expect("written");
    assert!(refusal(&at("empty.caseline")).ends_with("empty.caseline is empty (0 bytes)"));
    fs::write(at("text.caseline"), b"hello").expect("written");
    assert!(refusal(&at("text.caseline")).ends_with("text.caseline is not a Caseline case"));
    let noise: Vec<u8> = (0..9_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    fs::write(at("noise.caseline"), noise).expect("written");
    assert!(refusal(&at("noise.caseline")).ends_with("noise.caseline is not a Caseline case"));
    let other = rusqlite::Connection::open(at("other.caseline")).expect("a database");
    other.execute_batch("CREATE TABLE photo (x)").expect("made");
    drop(other);
    assert!(refusal(&at("other.caseline")).contains("is an SQLite database of another program"));
    drop(Store::create(&at("good.caseline")).expect("made"));
    assert!(Store::create(&at("good.caseline")).expect_err("there").to_string().ends_with("exists already"));
    let bytes = fs::read(at("good.caseline")).expect("read");
    for cut in [17, 99, 100, 4_096, 5_000, bytes.len() - 1] {
        fs::write(at("cut.caseline"), &bytes[..cut]).expect("written");
        let said = refusal(&at("cut.caseline"));
        assert!(said.contains("cut.caseline is damaged: the file is cut off after"), "{cut}: {said}");
    }
    let mut scribbled = bytes.clone();
    scribbled[100..4_000].fill(0xA5);
    fs::write(at("scribbled.caseline"), scribbled).expect("written");
    let said = refusal(&at("scribbled.caseline"));
    assert!(said.contains("damaged: the database disk image is malformed"), "{said}");
}

#[test]
fn a_case_of_another_version_or_layout_is_told_apart() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let folder = scratch.path();
    let path = folder.join("case.caseline");
    let bend = |sql: &str| {
        let _ = fs::remove_file(&path);
        drop(Store::create(&path).expect("made"));
        let other = rusqlite::Connection::open(&path).expect("a database");
        other.execute_batch(sql).expect(sql);
    };
    bend("PRAGMA user_version = 2003");
    assert!(refusal(&path).contains("was written by a newer Caseline (version 2.3)"));
    bend("PRAGMA user_version = 1900; CREATE TABLE more (x TEXT) STRICT");
    let opened = Store::open(&path, Access::Write).expect("a newer minor can be read");
    assert!(in_english(&opened.read_only.expect("a reason")).contains("newer Caseline (version 1.900)"));
    let mut store = opened.store;
    let add = Edit::Event(EventEdit::Put(Box::new(Event { kind: "other".into(), ..Event::default() })));
    assert_eq!(
        around(|around| store.apply(&add, around)).expect_err("no").to_string(),
        "the case is open for reading only"
    );
    drop(store);
    for (sql, said) in [
        ("CREATE TABLE more (x TEXT) STRICT", "it has the table \"more\", which no case has"),
        ("CREATE VIEW more AS SELECT 1", "it has the view \"more\", which no case has"),
        ("CREATE TRIGGER more AFTER INSERT ON tag BEGIN SELECT 1; END", "it has the trigger \"more\""),
        ("CREATE VIRTUAL TABLE more USING fts5 (x)", "which no case has"),
        ("DROP TABLE tag", "its table \"tag\" is missing"),
        ("DROP INDEX quote_article", "its index \"quote_article\" is missing"),
        ("ALTER TABLE tag ADD COLUMN x TEXT", "its table \"tag\" has other columns"),
        ("PRAGMA user_version = 1900; CREATE VIEW more AS SELECT 1", "it has the view \"more\""),
    ] {
        bend(sql);
        let text = refusal(&path);
        assert!(
            text.contains("is not laid out as a case of Caseline") && text.contains(said),
            "{sql}: {text}"
        );
    }
}

#[cfg(unix)]
#[test]
fn files_without_permission_are_told_apart() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = scratch();
    drop(Store::create(&path).expect("made"));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("closed");
    if fs::File::open(&path).is_ok() {
        return; // Run by an administrator, to whom every file is open.
    }
    assert!(refusal(&path).starts_with("no permission to read "));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).expect("readable");
    let opened = Store::open(&path, Access::Write).expect("opens");
    assert!(in_english(&opened.read_only.expect("a reason")).ends_with("may not be written"));
}

#[test]
fn a_copy_is_a_whole_case_and_never_overwrites() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let folder = scratch.path();
    let mut store = Store::in_memory().expect("memory");
    import(&mut store, small());
    store.copy_to(&folder.join("copy.caseline")).expect("copied");
    assert!(
        store
            .copy_to(&folder.join("copy.caseline"))
            .expect_err("there")
            .to_string()
            .ends_with("exists already")
    );
    let copy = Store::open(&folder.join("copy.caseline"), Access::Read).expect("opens").store;
    assert_eq!(copy.content().expect("content"), store.content().expect("content"));
    assert_eq!(copy.search("italy", 9).expect("asked").len(), 2);
}

#[test]
fn an_edit_against_the_rules_changes_nothing() {
    let mut store = Store::in_memory().expect("memory");
    import(&mut store, small());
    let before = store.content().expect("content");
    let mut event = before.events[0].clone();
    let mut refused = |event: &Event| {
        let edit = Edit::Event(EventEdit::Put(Box::new(event.clone())));
        around(|around| store.apply(&edit, around)).expect_err("refused").to_string()
    };
    event.kind = "unheard-of".into();
    assert!(refused(&event).contains("unknown kind \"unheard-of\""));
    event = before.events[0].clone();
    event.quotes[0].place = Some((0, 25));
    assert!(refused(&event).contains("do not stand at 0..25"));
    event = before.events[0].clone();
    event.entities[0].entity = "nobody".into();
    assert!(refused(&event).contains("unknown entity \"nobody\""));
    event = before.events[0].clone();
    event.key = "early".into();
    assert!(refused(&event).contains("another event has the id \"early\""));
    assert_eq!((store.content().expect("content"), store.revision()), (before, 1));
}

#[test]
fn nothing_stays_in_the_search_tables_of_what_was_taken_back() {
    let (_folder, path) = scratch();
    let mut store = Store::create(&path).expect("made");
    import(&mut store, small());
    let mut event = store.events(&[EventId(1)]).expect("there").remove(0);
    event.title = "Something else altogether".into();
    around(|around| store.apply(&Edit::Event(EventEdit::Put(Box::new(event))), around)).expect("changed");
    around(|around| store.apply(&Edit::Event(EventEdit::Remove(vec![EventId(2)])), around)).expect("removed");
    while store.undo().expect("undone").is_some() {}
    drop(store);
    let other = rusqlite::Connection::open(&path).expect("a database");
    for table in ["event_words", "article_words"] {
        let sql = format!("CREATE VIRTUAL TABLE temp.v_{table} USING fts5vocab(main, {table}, row)");
        other.execute_batch(&sql).expect("a vocabulary");
        let words: i64 = other
            .query_row(&format!("SELECT count(*) FROM temp.v_{table}"), [], |row| row.get(0))
            .expect("counted");
        assert_eq!(words, 0, "{table}");
    }
}

#[test]
fn a_case_in_use_by_another_program_is_said_to_be() {
    let (_folder, path) = scratch();
    let mut store = Store::create(&path).expect("made");
    let other = rusqlite::Connection::open(&path).expect("a database");
    other.execute_batch("BEGIN IMMEDIATE").expect("held");
    let error = store.put_views(&small().views).expect_err("in use").to_string();
    assert!(error.starts_with("the case is in use by another program"), "{error}");
    other.execute_batch("ROLLBACK").expect("let go");
    store.put_views(&small().views).expect("free again");
    assert_eq!(store.views().expect("views"), small().views);
}

#[test]
fn a_case_with_a_spoilt_page_says_that_it_is_damaged() {
    let (_folder, path) = scratch();
    let mut store = Store::create(&path).expect("made");
    import(&mut store, small());
    drop(store);
    let whole = fs::read(&path).expect("read");
    for page in 1..whole.len() / 4_096 {
        let mut bytes = whole.clone();
        bytes[page * 4_096..page * 4_096 + 600].fill(0x5A);
        fs::write(&path, bytes).expect("written");
        match Store::open(&path, Access::Read) {
            Err(error) => assert!(error.to_string().contains("damaged"), "{page}: {error}"),
            Ok(opened) => match opened.store.check() {
                Err(error) => assert!(!error.to_string().is_empty(), "{page}"),
                Ok(report) => assert!(!report.ok(), "page {page} is spoilt, and nobody sees it"),
            },
        }
    }
}

#[test]
fn a_small_import_leaves_the_words_of_a_large_one_alone() {
    let mut store = Store::in_memory().expect("memory");
    let row = |n: i32| Event { title: format!("Row {n}"), kind: "other".into(), ..Event::default() };
    let content = CaseContent { events: (0..40).map(row).collect(), ..CaseContent::default() };
    let table = Import { from: "rows.csv".into(), content, keyless: true, originals: Vec::new() };
    around(|around| store.apply(&Edit::Import(Box::new(table)), around)).expect("taken in");
    import(&mut store, small());
    assert_eq!(store.search("italy", 99).expect("asked").len(), 2);
    store.undo().expect("undone").expect("something");
    assert_eq!(store.search("italy", 99).expect("asked").len(), 0);
    assert_eq!(store.search("row", 99).expect("asked").len(), 40);
    store.redo().expect("made again").expect("something");
    assert_eq!(store.search("italy", 99).expect("asked").len(), 2);
    assert_eq!(store.search("row", 99).expect("asked").len(), 40);
}
