//! Case JSON: one canonical text, and for what is wrong a sentence with its line.

use std::collections::{BTreeMap, BTreeSet};

use caseline::model::{CaseContent, Status, View};
use caseline::store::{Store, case_json};
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use serde_json::Value;

use crate::generate::{case, cases};
use crate::store::{SMALL, import, small};

const SCHEMA: &str = include_str!("../../assets/caseline.schema.json");

#[test]
fn writing_and_reading_meet_in_one_text() {
    let text = case_json::write(&small());
    assert_eq!(case_json::write(&case_json::read(text.as_bytes()).expect("canonical")), text);
    assert!(text.ends_with("}\n") && text.contains("\"exact\": \"Italy sent home 30 diplom\""));
    assert!(
        text.contains("\"share\": 1\n") && text.contains("\"entities\": [\n        \"envoy\"\n"),
        "{text}"
    );
    let mut marked = b"\xEF\xBB\xBF".to_vec();
    marked.extend(text.as_bytes());
    assert_eq!(case_json::read(&marked), case_json::read(text.as_bytes()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_case_goes_through_text_and_file_unchanged(case in cases(9)) {
        let text = case_json::write(&case);
        let read = case_json::read(text.as_bytes()).map_err(|error| error.to_string());
        prop_assert!(read.is_ok(), "{read:?}\n{text}");
        let read = read.expect("just looked");
        prop_assert_eq!(&case_json::write(&read), &text);
        let mut store = Store::in_memory().expect("memory");
        let nothing = store.content().expect("content");
        let report = import(&mut store, read).report;
        prop_assert_eq!(report.added, case.events.len());
        prop_assert_eq!(&case_json::write(&store.content().expect("content")), &text);
        let check = store.check().expect("a report");
        prop_assert!(check.ok(), "{check:?}");
        let (columns, undone) = (store.columns().expect("columns"), store.undo());
        prop_assert!(undone.expect("undone").is_some());
        prop_assert_eq!(store.content().expect("content"), nothing);
        prop_assert!(store.check().expect("a report").ok());
        store.redo().expect("made again");
        prop_assert_eq!(store.columns().expect("columns"), columns);
        prop_assert_eq!(&case_json::write(&store.content().expect("content")), &text);
    }

    #[test]
    fn an_import_into_a_case_is_taken_back_to_the_letter(one in cases(6), other in cases(6)) {
        let mut store = Store::in_memory().expect("memory");
        import(&mut store, one);
        let (before, columns) = (store.content().expect("content"), store.columns().expect("columns"));
        import(&mut store, other.clone());
        let both = store.content().expect("content");
        let text = case_json::write(&both);
        let read = case_json::read(text.as_bytes()).map_err(|error| error.to_string());
        prop_assert_eq!(read.map(|read| case_json::write(&read)), Ok(text));
        prop_assert!(store.check().expect("a report").ok());
        store.undo().expect("undone");
        prop_assert_eq!(store.content().expect("content"), before);
        prop_assert_eq!(store.columns().expect("columns"), columns);
        store.redo().expect("made again");
        prop_assert_eq!(store.content().expect("content"), both);
        let again = import(&mut store, other).report;
        prop_assert_eq!((again.added, again.articles), (0, 0));
    }

    #[test]
    fn what_is_handed_over_is_a_case_without_anything_private(case in cases(6)) {
        let text = case_json::write(&case_json::public(&case));
        let read = case_json::read(text.as_bytes()).map_err(|error| error.to_string());
        prop_assert!(read.is_ok(), "{read:?}");
        prop_assert!(!text.contains("\"private\"") && !text.contains("\"note\""));
    }

    #[test]
    fn no_bytes_make_the_reader_panic(at in any::<Vec<(u16, u8)>>(), cut in any::<u16>()) {
        let mut bytes = SMALL.as_bytes().to_vec();
        for (place, byte) in at.iter().take(4) {
            let place = usize::from(*place) % bytes.len();
            bytes[place] = *byte;
        }
        if cut % 5 == 0 {
            bytes.truncate(usize::from(cut) % bytes.len());
        }
        if let Ok(case) = case_json::read(&bytes) {
            let text = case_json::write(&case);
            prop_assert_eq!(case_json::write(&case_json::read(text.as_bytes()).expect("canonical")), text);
        }
    }
}

/// What reading says where `from` of the small case is replaced by `to`.
fn said(from: &str, to: &str) -> String {
    assert_eq!(SMALL.matches(from).count(), 1, "{from}");
    let text = SMALL.replace(from, to);
    case_json::read(text.as_bytes()).expect_err(to).to_string()
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    for (from, to, expected) in [
        ("\"id\": \"early\"", "\"id\": \"late\"", "line 21: a second event with the id \"late\""),
        ("\"when\": \"2022-02-24\"", "\"when\": \"2022-02-30\"", "line 21, column"),
        ("\"when\": \"2022-02-24\"", "\"when\": \"2022-02-30\"", "30 February 2022 does not exist"),
        ("\"code\": \"AT\"", "\"code\": \"ZZ\"", "line 22, column"),
        ("\"code\": \"AT\"", "\"code\": \"ZZ\"", "unknown lane code \"ZZ\""),
        (
            "\"code\": \"AT\"",
            "\"code\": \"post:x\"",
            "line 21: event \"early\": unknown lane code \"post:x\"",
        ),
        ("\"id\": \"a2\", \"title\"", "\"id\": \"a2\", \"headline\"", "line 13, column"),
        ("\"id\": \"a2\", \"title\"", "\"id\": \"a2\", \"headline\"", "unknown key `headline`"),
        (
            "\"start\": 9, \"end\": 34",
            "\"start\": 9, \"end\": 99",
            "line 20: event \"late\": the quote 9..99 is out of range",
        ),
        (
            "\"start\": 9, \"end\": 34",
            "\"start\": 8, \"end\": 33",
            "the quote's words do not stand at 8..33 of article \"a1\"",
        ),
        ("\"start\": 9, \"end\": 34", "\"start\": 9", "line 20: a quote needs start, end and exact together"),
        (
            "{ \"article\": \"a2\" }",
            "{ \"article\": \"a3\" }",
            "line 20: event \"late\": a quote names the unknown article \"a3\"",
        ),
        ("\"to\": \"early\"", "\"to\": \"earlier\"", "line 27: a link names the unknown event \"earlier\""),
        ("\"to\": \"early\"", "\"to\": \"late\"", "event \"late\" is linked to itself"),
        ("\"type\": \"retaliation\"", "\"type\": \"revenge\"", "unknown link type \"revenge\""),
        (
            "\"kind\": \"expulsion\"",
            "\"kind\": \"explusion\"",
            "line 16: event \"late\": unknown kind \"explusion\"",
        ),
        (
            "\"status\": \"alleged\"",
            "\"status\": \"sure\"",
            "unknown status \"sure\"; known are confirmed, reported",
        ),
        ("\"max\": 30", "\"max\": 29", "the count's max 30 is below its min 30"),
        ("\"tags\": [\"spring\"]", "\"tags\": \"spring\"", "expected a sequence"),
        ("\"zone\": \"+02:00\"", "\"zone\": \"Europe/Vienna\"", "is not a zone; write UTC"),
        ("\"share\": 1", "\"share\": 0", "share must be above 0"),
        ("\"caseline\": 1", "\"caseline\": 2", "written by a newer Caseline (format 2.0)"),
        ("\"caseline\": 1", "\"caseline\": 0", "no format 0 is known"),
        (
            "\"caseline\": 1",
            "\"caseline\": 1, \"minor\": 7, \"moods\": []",
            "written by a newer Caseline (format 1.7)",
        ),
        ("\"caseline\": 1,", "", "not a Case JSON: it has no key \"caseline\""),
    ] {
        let text = said(from, to);
        assert!(text.contains(expected), "{to}\n  said {text}\n  not  {expected}");
    }
}

#[test]
fn a_text_that_is_no_case_is_told_what_it_is() {
    let cut = case_json::read(&SMALL.as_bytes()[..900]).expect_err("cut").to_string();
    assert!(cut.starts_with("line 18, column") && cut.contains("the file breaks off here"), "{cut}");
    assert_eq!(case_json::read(b" \n").expect_err("empty").to_string(), "the file is empty");
    let latin =
        case_json::read(b"{\n\"caseline\": 1, \"title\": \"Br\xFCssel\"}").expect_err("Latin 1").to_string();
    assert_eq!(latin, "line 2: not UTF-8; save the file as UTF-8");
    let wrong_hash = said("\"published\": \"2022-04-06\",", "\"text_sha256\": \"00\",");
    assert!(wrong_hash.starts_with("line 12: article \"a1\": text_sha256 does not match"), "{wrong_hash}");
    let circle = SMALL.replace(
        "\"type\": \"retaliation\" }",
        "\"type\": \"part-of\" },\n{ \"from\": \"early\", \"to\": \"late\", \"type\": \"part-of\" }",
    );
    let circle = case_json::read(circle.as_bytes()).expect_err("a circle").to_string();
    assert!(circle.contains("go round in a circle"), "{circle}");
}

#[test]
fn a_text_is_known_for_what_it_is_from_its_first_keys() {
    assert!(case_json::looks_like(SMALL.as_bytes()));
    assert!(case_json::looks_like(&SMALL.as_bytes()[..40]), "cut short");
    assert!(case_json::looks_like(b"\xEF\xBB\xBF {\"title\": \"{\\\"caseline\", \"caseline\" : 1"));
    for other in ["", "[]", "{\"title\": \"caseline\"}", "{\"x\": {\"caseline\": 1}}", "caseline,title\n1,2"]
    {
        assert!(!case_json::looks_like(other.as_bytes()), "{other}");
    }
}

/// The keys of each kind of object, as the schema has them, by the path that leads there.
fn keys_of_schema() -> BTreeMap<String, Vec<String>> {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let mut found = BTreeMap::new();
    walk_schema(&schema, &schema, "case", &mut found, 0);
    found
}

fn walk_schema(
    root: &Value,
    node: &Value,
    path: &str,
    found: &mut BTreeMap<String, Vec<String>>,
    depth: usize,
) {
    assert!(depth < 30, "the schema goes round in a circle at {path}");
    if let Some(name) = node["$ref"].as_str() {
        let target = root.pointer(&name[1..]).unwrap_or_else(|| panic!("{name} is not in the schema"));
        walk_schema(root, target, path, found, depth + 1);
    }
    for choice in node["oneOf"].as_array().into_iter().flatten() {
        walk_schema(root, choice, path, found, depth + 1);
    }
    if node["items"].is_object() {
        walk_schema(root, &node["items"], path, found, depth + 1);
    }
    if let Some(properties) = node["properties"].as_object() {
        assert_eq!(node["additionalProperties"], Value::Bool(false), "{path}");
        assert!(node["description"].is_string(), "{path} is not described");
        found.insert(path.to_owned(), properties.keys().cloned().collect());
        for (key, inner) in properties {
            walk_schema(root, inner, &format!("{path}.{key}"), found, depth + 1);
        }
    }
}

/// The keys that a text writes, by the path that leads there.
fn collect_keys(value: &Value, path: &str, found: &mut BTreeMap<String, BTreeSet<String>>) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                found.entry(path.to_owned()).or_default().insert(key.clone());
                collect_keys(inner, &format!("{path}.{key}"), found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_keys(item, path, found)),
        _ => {}
    }
}

#[test]
fn the_schema_has_every_key_that_is_written_and_no_other() {
    let mut written: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for seed in 0..60 {
        let text = case_json::write(&case(seed, 12));
        collect_keys(&serde_json::from_str(&text).expect("JSON"), "case", &mut written);
    }
    // Written only where later keys are used.
    written.entry("case".into()).or_default().insert("minor".into());
    // Bytes stand in a file only where they were asked for.
    written.entry("case.articles.original".into()).or_default().insert("bytes".into());
    let schema: BTreeMap<String, BTreeSet<String>> =
        keys_of_schema().into_iter().map(|(path, keys)| (path, keys.into_iter().collect())).collect();
    assert_eq!(written, schema);
}

#[test]
fn the_minor_version_is_written_where_later_keys_are_used_and_only_there() {
    let mut content = CaseContent { title: "New".into(), ..CaseContent::default() };
    content.views.push(View { name: "All".into(), ..View::default() });
    content.views[0].filter.no_quote = true;
    assert!(!case_json::write(&content).contains("\"minor\""), "every Caseline reads it");
    let later: [fn(&mut caseline::model::Filter); 3] = [
        |filter| filter.sites.push("courier.example".into()),
        |filter| filter.cited_only = true,
        |filter| filter.differs = true,
    ];
    for change in later {
        let mut content = content.clone();
        change(&mut content.views[0].filter);
        let text = case_json::write(&content);
        assert!(text.contains("  \"caseline\": 1,\n  \"minor\": 1,\n"), "{text}");
        assert_eq!(case_json::read(text.as_bytes()).expect("reads"), content);
    }
}

#[test]
fn keys_are_written_in_the_order_of_the_schema() {
    // The order stands in the text of the schema; a map that is read has lost it.
    let ordered = |object: &str, keys: &[&str]| {
        let start = SCHEMA.find(object).unwrap_or_else(|| panic!("{object} is in the schema"));
        let mut at = start;
        for key in keys {
            let wanted = format!("\"{key}\": {{");
            at += SCHEMA[at..].find(&wanted).unwrap_or_else(|| panic!("{object}: {key} is not in its place"));
        }
    };
    let text = case_json::write(&case(7, 12));
    let value: Value = serde_json::from_str(&text).expect("JSON");
    assert!(value["events"].as_array().is_some_and(|events| events.len() == 12));
    ordered(
        "\"$id\"",
        &["caseline", "minor", "title", "zone", "lanes", "kinds", "entities", "articles", "events"],
    );
    ordered(
        "\"event\": {",
        &["id", "when", "within", "title", "label", "kind", "status", "lanes", "dates", "count"],
    );
    ordered(
        "\"quote\": {",
        &["article", "rev", "start", "end", "exact", "prefix", "suffix", "says", "private"],
    );
    ordered(
        "\"view\": {",
        &["name", "title", "subtitle", "hub", "by", "homes", "order", "lanes", "pinned", "folded"],
    );
    let place = |needle: &str| text.find(needle).unwrap_or_else(|| panic!("{needle} is written"));
    assert!(place("\"title\"") < place("\"lanes\"") && place("\"articles\"") < place("\"candidates\""));
}

#[test]
fn the_schema_names_the_codes_that_the_program_knows() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("JSON");
    let codes = |pointer: &str| -> Vec<String> {
        let list = schema.pointer(pointer).and_then(Value::as_array).unwrap_or_else(|| panic!("{pointer}"));
        list.iter().filter_map(Value::as_str).map(Into::into).collect()
    };
    assert_eq!(codes("/$defs/status/enum"), Status::ALL.map(Status::code));
    assert_eq!(
        codes("/$defs/link/properties/type/enum"),
        caseline::model::LinkType::ALL.map(caseline::model::LinkType::code)
    );
    assert_eq!(codes("/$defs/date/properties/role/enum"), caseline::model::DATE_ROLES);
    assert_eq!(
        codes("/$defs/count/properties/of/enum"),
        caseline::model::Unit::ALL.map(caseline::model::Unit::code)
    );
    assert_eq!(
        codes("/$defs/involvement/properties/role/enum"),
        caseline::model::Role::ALL.map(caseline::model::Role::code)
    );
    assert_eq!(
        codes("/$defs/article/properties/published_from/enum"),
        caseline::model::PublishedFrom::ALL.map(caseline::model::PublishedFrom::code)
    );
    let orders: Vec<&str> = caseline::model::LaneOrder::ALL.iter().map(|one| one.code()).collect();
    assert_eq!(codes("/$defs/view/properties/order/enum"), orders);
    let kinds = schema["$defs"]["kind"]["description"].as_str().expect("described");
    assert!(caseline::model::Kinds::default().codes().all(|kind| kinds.contains(kind)));
}

#[test]
fn an_empty_case_is_a_case() {
    let text = case_json::write(&CaseContent { title: "New".into(), ..CaseContent::default() });
    assert_eq!(
        text,
        "{\n  \"caseline\": 1,\n  \"title\": \"New\",\n  \"lanes\": [],\n  \"kinds\": [],\n  \"entities\": [],\n  \
         \"articles\": [],\n  \"events\": [],\n  \"links\": [],\n  \"candidates\": [],\n  \"views\": []\n}\n"
    );
}
