//! The case file: what is put in comes back, edits can be taken back, and what is no case is refused in a sentence.

use std::fs;
use std::path::PathBuf;

use caseline::model::{CaseContent, Edit, Event, EventEdit, EventId, Import};
use caseline::store::{Access, Found, Store, Surroundings, case_json};

/// A folder of this test's own, empty.
fn scratch(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("caseline-store-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a scratch folder");
    folder
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
    let import = Import { from: "test.json".into(), content, keyless: false };
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
    let path = scratch("round").join("case.caseline");
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
    around(|around| store.apply(&Edit::Event(EventEdit::Remove(EventId(2))), around)).expect("removed");
    let fewer = store.content().expect("content");
    assert_eq!((fewer.events.len(), fewer.links.len(), fewer.not_same.len()), (2, 0, 0));
    for expected in [&changed, &before] {
        let change = around(|around| store.undo(around)).expect("undone").expect("something");
        assert_eq!(change.touched.len(), 1);
        assert_eq!(&case_json::write(&store.content().expect("content")), expected);
    }
    assert_eq!(store.columns().expect("columns"), columns);
    assert!(store.search("thirty", 9).expect("found").is_empty());
    around(|around| store.redo(around)).expect("made again").expect("something");
    assert_eq!(case_json::write(&store.content().expect("content")), changed);
    assert_eq!(store.revision(), 6);
    let new = Event { title: "New".into(), kind: "other".into(), ..Event::default() };
    let change =
        around(|around| store.apply(&Edit::Event(EventEdit::Put(Box::new(new))), around)).expect("added");
    assert_eq!(store.events(&change.touched).expect("there")[0].key.len(), 9);
    assert_eq!(around(|around| store.redo(around)).expect("asked"), None, "a new edit ends what was undone");
}

#[test]
fn an_import_is_taken_back_whole() {
    let mut store = Store::in_memory().expect("memory");
    let nothing = store.content().expect("content");
    import(&mut store, small());
    let full = store.content().expect("content");
    let columns = store.columns().expect("columns");
    around(|around| store.undo(around)).expect("undone").expect("something");
    assert_eq!(store.content().expect("content"), nothing);
    assert_eq!(store.columns().expect("columns").marks, []);
    assert!(store.search("italy", 9).expect("asked").is_empty());
    around(|around| store.redo(around)).expect("again").expect("something");
    assert_eq!(store.content().expect("content"), full);
    assert_eq!(store.columns().expect("columns"), columns);
    assert_eq!(store.search("italy", 9).expect("asked").len(), 2);
    around(|around| store.undo(around)).expect("undone").expect("something");
    import(&mut store, small());
    assert_eq!(case_json::write(&store.content().expect("content")), case_json::write(&full));
    assert_eq!(store.search("italy", 9).expect("asked").len(), 2);
    assert!(around(|around| store.undo(around)).expect("undone").is_some());
    assert!(around(|around| store.undo(around)).expect("asked").is_none());
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
    around(|around| store.undo(around)).expect("undone").expect("something");
    assert_eq!(case_json::write(&store.content().expect("content")), case_json::write(&small()));
}

#[test]
fn a_text_that_arrives_fills_its_citation() {
    let mut store = Store::in_memory().expect("memory");
    import(&mut store, small());
    let mut arrived = CaseContent::default();
    arrived.articles = vec![small().articles.remove(0)];
    arrived.articles[0].key = "new".into();
    arrived.articles[0].url = Some("https://example.org/x".into());
    let text = arrived.articles[0].text.as_mut().expect("a text");
    (text.text, text.sha256) = ("Found at last".into(), String::new());
    let report = import(&mut store, arrived).report;
    assert_eq!((report.articles, report.notes.len()), (0, 0));
    let cited = store.article("a2").expect("readable").expect("there");
    assert_eq!(cited.text.map(|text| text.text).as_deref(), Some("Found at last"));
    assert_eq!(store.search("last", 9).expect("asked").len(), 1);
    around(|around| store.undo(around)).expect("undone").expect("something");
    assert_eq!(store.article("a2").expect("readable").expect("there").text, None);
    assert!(store.search("last", 9).expect("asked").is_empty());
    assert_eq!(store.search("cited", 9).expect("asked").len(), 1);
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
    let import = Import { from: "rows.csv".into(), content, keyless: true };
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
