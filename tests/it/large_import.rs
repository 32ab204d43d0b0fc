//! Rows of large imports are written in another way than those of small ones: what comes of it is the same.

use caseline::model::{CaseContent, DATE_ROLES, Edit, EventId, FurtherDate, Import, LaneCode, Status, When};
use caseline::store::{Store, case_json};

use super::crowd::crowd;
use super::store::{around, import};

/// A crowd of which some events have every part that stands in a table of its own.
fn dressed(n: usize) -> CaseContent {
    let mut content = crowd(n, 3);
    content.links.clear();
    let lane = |code| LaneCode::parse(code).expect("a lane");
    for (number, event) in content.events.iter_mut().enumerate() {
        if number % 3 == 0 {
            event.tags = vec!["spring".into(), format!("tag {number}")];
            event.note = Some("Überprüft".into());
        }
        if number % 4 == 0 {
            let when = When::parse("2022-03").expect("a month");
            event.dates = vec![FurtherDate { role: DATE_ROLES[0].into(), when }];
        }
        for part in event.lanes.iter_mut().filter(|_| number % 5 == 0) {
            (part.status, part.by) = (Some(Status::Disputed), vec![lane("RU"), lane("IT")]);
        }
    }
    content
}

fn keyless(mut content: CaseContent) -> Store {
    content.events.iter_mut().for_each(|event| event.key.clear());
    let mut store = Store::in_memory().expect("a case");
    let import = Import { from: "table.csv".into(), content, keyless: true, originals: Vec::new() };
    around(|around| store.apply(&Edit::Import(Box::new(import)), around)).expect("taken in");
    store
}

#[test]
fn events_without_keys_are_written_as_those_with_keys_are() {
    // Around the sizes at which sheaves are full, and at which another thread helps.
    for n in [0, 1, 4, 5, 6, 17, 512, 513, 1_030] {
        let mut one_by_one = Store::in_memory().expect("a case");
        import(&mut one_by_one, dressed(n));
        let at_once = keyless(dressed(n));
        let columns = |store: &Store| store.columns().expect("columns");
        assert_eq!(columns(&at_once), columns(&one_by_one), "{n} events");
        let content = |store: &Store| {
            let mut content = store.content().expect("all of it");
            content.events.iter_mut().for_each(|event| event.key.clear());
            content.title.clear();
            case_json::write(&content)
        };
        assert_eq!(content(&at_once), content(&one_by_one), "{n} events");
        for words in ["expulsion", "spring", "uberpruft", "tag 3"] {
            let found = |store: &Store| store.events_with(words).expect("searched");
            assert_eq!(found(&at_once), found(&one_by_one), "{words} in {n} events");
        }
        assert_eq!(at_once.check().expect("looked through").database, Vec::<String>::new());
    }
}

#[test]
fn numbers_go_on_after_what_was_taken_back() {
    let mut store = keyless(dressed(20));
    let more = |store: &mut Store| {
        let mut content = dressed(27);
        content.events.drain(..20).for_each(drop);
        content.events.iter_mut().for_each(|event| event.key.clear());
        let import = Import { from: "more.csv".into(), content, keyless: true, originals: Vec::new() };
        around(|around| store.apply(&Edit::Import(Box::new(import)), around)).expect("taken in").touched
    };
    let first = more(&mut store);
    assert_eq!(first, (21..=27).map(EventId).collect::<Vec<_>>());
    store.undo().expect("taken back");
    let second = more(&mut store);
    assert_eq!(second, (28..=34).map(EventId).collect::<Vec<_>>(), "no number is given twice");
}

#[test]
fn keys_come_in_the_order_in_which_they_are_asked_for() {
    let mut store = Store::in_memory().expect("a case");
    import(&mut store, dressed(40));
    let keys: Vec<String> =
        store.content().expect("all of it").events.into_iter().map(|event| event.key).collect();
    let asked = [7, 39, 40, 7, 41, 1, -3, 2, i64::MAX].map(EventId);
    let known = |id: &EventId| {
        let at = usize::try_from(id.0).ok().and_then(|at| at.checked_sub(1));
        at.and_then(|at| keys.get(at)).cloned()
    };
    let expected: Vec<Option<String>> = asked.iter().map(known).collect();
    assert_eq!(store.event_keys(&asked).expect("read"), expected);
    let nameless = keyless(dressed(3));
    let asked = [3, 1].map(EventId);
    let named = nameless.event_keys(&asked).expect("read");
    assert_eq!(named, [Some("e3".to_owned()), Some("e1".to_owned())]);
}
