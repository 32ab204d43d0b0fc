//! Review: candidates of an article sorted into piles, and decided on.

use std::sync::Arc;

use caseline::model::{Edit, EventEdit, EventId, Likeness};
use caseline::workspace::{
    Command, FileCommand, HistoryCommand, Outside, Pile, Purpose, Review, ReviewCommand, Waiting, Workspace,
};

use crate::program::Program;

const TEXT: &str = "Посол 🕊 уехал. Belgium expelled 21 Russian diplomats on 29 March 2022. \
    Italy said on 5 April 2022 that it would send 32 home.\n\n\
    In May 2022 a court in Vilnius convicted a courier. \
    The Soviet Union built the embassy in 1968.";

/// A candidate of these words of the text.
fn candidate(key: &str, words: &str, draft: &str) -> String {
    let start = TEXT[..TEXT.find(words).unwrap()].chars().count();
    let end = start + words.chars().count();
    format!(
        r#"{{ "id": "{key}", "article": "a1", "start": {start}, "end": {end}, "draft": {{ {draft} }}, "score": 0.5 }}"#
    )
}

fn case() -> String {
    let expulsion = |id: &str, when: &str, code: &str, n: u32| {
        format!(
            r#"{{ "id": "{id}", "when": "{when}", "title": "{code} expels {n}", "kind": "expulsion",
                "status": "confirmed", "count": {{ "min": {n}, "max": {n}, "of": "people" }},
                "lanes": [ {{ "code": "{code}", "role": "actor" }}, {{ "code": "RU", "role": "target" }} ] }}"#
        )
    };
    let lanes = |code: &str| {
        format!(
            r#""lanes": [ {{ "code": "{code}", "role": "actor" }}, {{ "code": "RU", "role": "target" }} ]"#
        )
    };
    let people = |n: u32| format!(r#""count": {{ "min": {n}, "max": {n}, "of": "people" }}"#);
    let candidates = [
        candidate(
            "c1",
            "Belgium expelled 21 Russian diplomats on 29 March 2022.",
            &format!(
                r#""when": "2022-03-29", "title": "Belgium expels 21", "kind": "expulsion", "status": "reported", {}, {}"#,
                lanes("BE"),
                people(21)
            ),
        ),
        candidate(
            "c2",
            "Italy said on 5 April 2022 that it would send 32 home.",
            &format!(
                r#""when": "2022-04-05", "title": "Italy expels 32", "kind": "expulsion", "status": "confirmed", {}, {}"#,
                lanes("IT"),
                people(32)
            ),
        ),
        candidate(
            "c3",
            "a court in Vilnius convicted a courier",
            r#""when": "2022-05", "title": "A courier is convicted", "kind": "conviction", "status": "reported",
               "lanes": [ { "code": "LT", "role": "actor" } ]"#,
        ),
        candidate(
            "c4",
            "The Soviet Union built the embassy in 1968.",
            r#""when": "1968", "title": "An embassy is built", "kind": "other", "status": "reported",
               "lanes": [ { "code": "BE", "role": "place" } ]"#,
        ),
    ];
    let events = [
        expulsion("e1", "2022-03-29", "BE", 21),
        expulsion("e2", "2022-04-05", "IT", 30),
        expulsion("e3", "2022-04-04", "FR", 35),
        expulsion("e4", "2022-04-04", "DE", 40),
        expulsion("e5", "2022-03-23", "PL", 45),
    ];
    format!(
        r#"{{ "caseline": 1, "title": "Spring", "lanes": [], "kinds": [], "entities": [],
            "articles": [ {{ "id": "a1", "title": "Who left", "text": {TEXT:?} }} ],
            "events": [ {} ], "links": [], "candidates": [ {} ], "views": [] }}"#,
        events.join(","),
        candidates.join(",")
    )
}

fn opened() -> (Program, Workspace) {
    let program = Program::new();
    program.put("spring.caseline.json", case());
    let outside = Outside { state: Some(program.path("state")), fixed_now: Some(1_762_300_800) };
    let mut workspace = Workspace::new(outside);
    let path = program.path("spring.caseline.json");
    workspace.apply(Command::File(FileCommand::Open(path, Purpose::Work)));
    workspace.wait();
    assert_eq!(workspace.take_notices(), []);
    (program, workspace)
}

fn sorted(workspace: &mut Workspace) -> Arc<Review> {
    workspace.review();
    workspace.wait();
    Arc::clone(workspace.review().expect("it was sorted"))
}

fn waiting<'a>(review: &'a Review, key: &str) -> &'a Waiting {
    review.waiting.iter().find(|one| one.candidate.key == key).unwrap_or_else(|| panic!("{key} waits"))
}

fn decide(workspace: &mut Workspace, command: ReviewCommand) {
    workspace.apply(Command::Review(command));
    workspace.wait();
    assert_eq!(workspace.take_notices(), []);
}

/// The events of the case whose title holds these words.
fn titled(workspace: &mut Workspace, words: &str) -> Vec<Arc<caseline::model::Event>> {
    let mut ids: Vec<EventId> = workspace.columns().marks.iter().map(|mark| mark.event).collect();
    ids.sort_unstable();
    ids.dedup();
    workspace.want(ids.clone());
    workspace.wait();
    ids.into_iter().filter_map(|id| workspace.card(id)).filter(|event| event.title.contains(words)).collect()
}

#[test]
fn candidates_are_sorted_by_what_the_case_has_and_stand_in_the_text_around_them() {
    let (_program, mut workspace) = opened();
    let review = sorted(&mut workspace);
    let piles: Vec<_> = review.waiting.iter().map(|one| (one.candidate.key.as_str(), one.pile)).collect();
    assert_eq!(
        piles,
        [("c1", Pile::Supports), ("c2", Pile::Differs), ("c3", Pile::New), ("c4", Pile::Background)]
    );
    assert_eq!((review.support.events, review.support.bare), (5, 5));
    let belgium = waiting(&review, "c1");
    assert_eq!(belgium.exact, "Belgium expelled 21 Russian diplomats on 29 March 2022.");
    assert_eq!(belgium.before, "Посол 🕊 уехал. ");
    assert_eq!(belgium.after, " Italy said on 5 April 2022 that it would send 32 home.");
    assert_eq!(belgium.like.as_ref().map(|like| like.how), Some(Likeness::Equal));
    let italy = waiting(&review, "c2").like.as_ref().expect("Italy is in the case");
    assert!(italy.differences.count && !italy.differences.when && !italy.differences.status);
}

#[test]
fn what_supports_adds_its_quote_and_what_differs_keeps_what_it_says() {
    let (_program, mut workspace) = opened();
    sorted(&mut workspace);
    decide(&mut workspace, ReviewCommand::AcceptSupports);
    let belgium = titled(&mut workspace, "BE expels 21");
    assert_eq!((belgium.len(), belgium[0].quotes.len()), (1, 1));
    assert_eq!(belgium[0].quotes[0].says.as_ref().and_then(|says| says.count), None);
    assert!(!belgium[0].differences().count);
    sorted(&mut workspace);
    decide(&mut workspace, ReviewCommand::Accept("c2".into()));
    let italy = titled(&mut workspace, "IT expels 30");
    let says = italy[0].quotes[0].says.clone().expect("it says another number");
    assert_eq!((says.count.map(|count| count.min), says.when), (Some(32), None));
    assert!(italy[0].differences().count);
    let review = sorted(&mut workspace);
    assert_eq!(review.waiting.len(), 2);
    assert_eq!((review.support.quoted, review.support.bare), (2, 3));
}

#[test]
fn a_new_one_becomes_an_event_with_its_quote_and_is_taken_back_in_one_step() {
    let (_program, mut workspace) = opened();
    sorted(&mut workspace);
    decide(&mut workspace, ReviewCommand::Accept("c3".into()));
    let courier = titled(&mut workspace, "courier");
    assert_eq!(courier.len(), 1);
    assert_eq!(courier[0].quotes[0].exact.as_deref(), Some("a court in Vilnius convicted a courier"));
    assert_eq!(sorted(&mut workspace).waiting.len(), 3);
    workspace.apply(Command::History(HistoryCommand::Undo));
    workspace.wait();
    assert!(titled(&mut workspace, "courier").is_empty());
    assert_eq!(sorted(&mut workspace).waiting.len(), 4);
}

#[test]
fn two_told_apart_stay_two_and_a_rejected_one_does_not_come_back() {
    let (_program, mut workspace) = opened();
    sorted(&mut workspace);
    decide(&mut workspace, ReviewCommand::AcceptAsNew("c2".into()));
    assert_eq!(titled(&mut workspace, "expels 32").len(), 1);
    assert_eq!(titled(&mut workspace, "IT expels 30")[0].quotes.len(), 0);
    sorted(&mut workspace);
    decide(&mut workspace, ReviewCommand::Reject("c4".into()));
    let review = sorted(&mut workspace);
    assert_eq!(review.waiting.iter().map(|one| one.candidate.key.as_str()).collect::<Vec<_>>(), ["c1", "c3"]);
}

#[test]
fn what_is_changed_in_the_case_changes_the_piles() {
    let (_program, mut workspace) = opened();
    sorted(&mut workspace);
    let italy = titled(&mut workspace, "IT expels 30")[0].id;
    workspace.apply(Command::Edit(Edit::Event(EventEdit::Remove(vec![italy]))));
    workspace.wait();
    assert_eq!(waiting(&sorted(&mut workspace), "c2").pile, Pile::New);
}
