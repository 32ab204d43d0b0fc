//! Review in the window: what a card says of its candidate, and the piles, by keyboard alone.

use caseline::workspace::Beside;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{Queryable, by};

use crate::program::Program;
use crate::shown::{Shown, click, open_in, press, press_with, settle};

const TEXT: &str = "Посол уехал. Brussels said on 4 May 2022 that Mara Holm of the Lantern Group had been told to leave. \
    The Lantern Group confirmed that she had to go. The Soviet Union built the embassy in 1968.";

/// Where words stand in the text, in characters.
fn place(words: &str) -> String {
    let start = TEXT[..TEXT.find(words).unwrap()].chars().count();
    format!(r#""start": {start}, "end": {}"#, start + words.chars().count())
}

fn case() -> String {
    let events: Vec<String> = (3..=8)
        .map(|month| {
            format!(
                r#"{{ "id": "e{month}", "when": "2022-0{month}-01", "title": "Latvia expels {month}", "kind": "expulsion",
                    "status": "confirmed", "lanes": [ {{ "code": "LV", "role": "actor" }}, {{ "code": "RU", "role": "target" }} ] }}"#
            )
        })
        .collect();
    let told = format!(
        r#"{{ "id": "c1", "article": "a1", {}, "score": 0.8, "draft": {{ "when": "2022-05-04", "title": "Mara Holm is told to leave",
            "kind": "departure", "status": "reported", "lanes": [ {{ "code": "BE", "role": "actor" }} ],
            "more_quotes": [ {{ {} }} ], "readings": ["EU"], "names": ["Mara Holm", "Lantern Group"] }} }}"#,
        place("Brussels said on 4 May 2022 that Mara Holm of the Lantern Group had been told to leave."),
        place("The Lantern Group confirmed that she had to go."),
    );
    let old = format!(
        r#"{{ "id": "c2", "article": "a1", {}, "score": 0.3, "draft": {{ "when": "1968", "title": "An embassy is built",
            "kind": "other", "status": "reported", "lanes": [ {{ "code": "BE", "role": "place" }} ] }} }}"#,
        place("The Soviet Union built the embassy in 1968."),
    );
    format!(
        r#"{{ "caseline": 1, "title": "Spring", "lanes": [], "kinds": [], "entities": [],
            "articles": [ {{ "id": "a1", "title": "Who left", "published": "2022-05-05", "text": {TEXT:?} }} ],
            "events": [ {} ], "links": [], "candidates": [ {told}, {old} ], "views": [] }}"#,
        events.join(",")
    )
}

/// The review, opened by its key.
fn review(program: &Program) -> Shown {
    program.put("spring.caseline.json", case());
    let mut shown = open_in(program.path("spring.caseline.json"), program.path("state"));
    press_with(&mut shown, Modifiers::COMMAND, Key::R);
    settle(&mut shown);
    assert_eq!(shown.state().workspace().beside(), Some(&Beside::Review));
    shown
}

#[test]
fn a_card_tells_what_is_told_again_who_is_new_and_what_else_a_place_can_mean() {
    let program = Program::new();
    let shown = review(&program);
    shown.get_by_label("Told again: “The Lantern Group confirmed that she had to go.”");
    shown.get_by_label("Not in the case yet: Mara Holm, Lantern Group");
    shown.get_by_label("Can also mean: European Union");
}

#[test]
fn what_lies_outside_of_the_cases_time_waits_in_a_pile_of_its_own() {
    let program = Program::new();
    let mut shown = review(&program);
    shown.get_by_label("New · 1");
    shown.get_by_label("Background, outside of the case’s time · 1");
    shown.get_by(|node| {
        node.role() == Role::ListBoxOption
            && node.label().is_some_and(|name| name.contains("An embassy is built"))
    });
    // The last of all, and reached by keys.
    press(&mut shown, Key::ArrowDown);
    settle(&mut shown);
    shown.get_by(|node| {
        node.role() == Role::ListBoxOption
            && node.label().is_some_and(|name| name.contains("Mara Holm is told to leave"))
    });
    press(&mut shown, Key::X);
    settle(&mut shown);
    assert!(shown.query(by().label("Background, outside of the case’s time · 1")).is_none());
    press(&mut shown, Key::Z);
    settle(&mut shown);
    shown.get_by_label("Background, outside of the case’s time · 1");
}

#[test]
fn accepting_by_enter_keeps_both_quotes_and_makes_nobody_unasked() {
    let program = Program::new();
    let mut shown = review(&program);
    press(&mut shown, Key::Enter);
    settle(&mut shown);
    let workspace = shown.state().workspace();
    assert_eq!(workspace.columns().events, 7);
    // Who is new is offered in the form, not made along the way.
    assert!(workspace.entities().is_empty());
    let review = workspace.reviewed().expect("it is sorted");
    assert_eq!(review.waiting.len(), 1);
    assert_eq!(review.support.quoted, 1);
}

#[test]
fn what_waits_is_told_in_the_status_line_and_opened_from_there() {
    let program = Program::new();
    program.put("spring.caseline.json", case());
    let mut shown = open_in(program.path("spring.caseline.json"), program.path("state"));
    click(&mut shown, "2 to review");
    assert_eq!(shown.state().workspace().beside(), Some(&Beside::Review));
    assert!(shown.query_by_label("2 to review").is_none(), "it is open");
}
