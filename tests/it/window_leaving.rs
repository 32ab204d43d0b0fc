//! What can't be taken back, asked about in the window.

use caseline::store::{Access, Store};
use caseline::ui::Window;
use caseline::workspace::{Command, Look, Outside};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{Queryable, by};

use crate::program::Program;
use crate::shown::{SIZE, Shown, click, press, press_with, settle, type_text};

const CASE: &str = r#"{ "caseline": 1, "title": "Harbour", "lanes": [], "kinds": [], "entities": [], "articles": [],
  "events": [
    { "id": "e1", "when": "2023-05-01", "title": "Secret meeting", "kind": "meeting", "status": "reported",
      "lanes": [ { "code": "IT", "role": "place" } ], "private": true },
    { "id": "e2", "when": "2023-05-02", "title": "Harbour closed", "kind": "closure", "status": "confirmed",
      "lanes": [ { "code": "IT", "role": "actor" } ] } ],
  "links": [], "candidates": [], "views": [] }"#;

fn window(program: &Program) -> Shown {
    program.put("harbour.caseline.json", CASE);
    program.done("new case.caseline");
    program.done("import harbour.caseline.json --into case.caseline");
    let outside = Outside { state: Some(program.path("state")), fixed_now: Some(1_762_300_800) };
    let files = [program.path("case.caseline")];
    let mut shown = Harness::builder()
        .with_size(SIZE)
        .with_step_dt(1.0 / 60.0)
        .build_eframe(|made| Window::new(&made.egui_ctx, outside, &files));
    settle(&mut shown);
    shown
}

/// Finds a command by its words in the palette and does it.
fn command(shown: &mut Shown, words: &str) {
    press_with(shown, Modifiers::COMMAND, Key::K);
    type_text(shown, words);
    press(shown, Key::Enter);
    settle(shown);
}

fn titles(program: &Program, name: &str) -> Vec<String> {
    let store = Store::open(&program.path(name), Access::Read).unwrap().store;
    store.content().unwrap().events.into_iter().map(|event| event.title).collect()
}

#[test]
fn a_copy_for_other_hands_says_what_it_leaves_out_before_it_is_written() {
    let program = Program::new();
    let mut shown = window(&program);
    command(&mut shown, "Hand over a copy");
    press_with(&mut shown, Modifiers::COMMAND, Key::A);
    type_text(&mut shown, &program.path("editor.caseline").display().to_string());
    press(&mut shown, Key::Enter);
    settle(&mut shown);
    shown.get_by_label_contains("1 private event is left out");
    assert!(!program.path("editor.caseline").exists(), "nothing is written yet");
    click(&mut shown, "Write the copy");
    settle(&mut shown);
    assert_eq!(titles(&program, "editor.caseline"), ["Harbour closed"]);
}

#[test]
fn what_is_chosen_is_forgotten_only_after_it_was_named_and_agreed_to() {
    let program = Program::new();
    let mut shown = window(&program);
    command(&mut shown, "Forget for good");
    shown.get_by_label_contains("Choose events");
    let first = Store::open(&program.path("case.caseline"), Access::Read).unwrap().store;
    let id = first.content().unwrap().events[0].id;
    drop(first);
    shown.state_mut().apply(Command::Look(Look::SelectEvent(id)));
    settle(&mut shown);
    command(&mut shown, "Forget for good");
    shown.get_by_label_contains("the event “Secret meeting”");
    press(&mut shown, Key::Enter);
    settle(&mut shown);
    assert_eq!(titles(&program, "case.caseline").len(), 2, "Enter alone forgets nothing");
    command(&mut shown, "Forget for good");
    let sure = shown.query_all(by().role(Role::Button).label("Forget for good")).last();
    sure.expect("the button").click();
    settle(&mut shown);
    assert_eq!(titles(&program, "case.caseline"), ["Harbour closed"]);
    assert!(shown.state().workspace().history().is_empty());
}
