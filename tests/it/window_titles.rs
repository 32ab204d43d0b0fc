//! Titles that nobody would choose: very long, from right to left, with signs of no alphabet.

use std::fmt::Write as _;

use caseline::ui::Window;
use caseline::workspace::{Middle, Outside};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable, by};

use crate::shown::{Folder, SIZE, Shown, click, press, press_with, settle, type_text};

fn odd() -> Vec<(&'static str, String)> {
    let long = (0..334).map(|at| format!("w{at:04}")).collect::<Vec<_>>().join(" ");
    assert_eq!(long.chars().count(), 2_003);
    vec![
        ("long", long),
        ("unbroken", "Ä".repeat(2_000)),
        ("hebrew", "שלושה דיפלומטים גורשו מבריסל (2022)".to_owned()),
        ("arabic", "طرد ثلاثة دبلوماسيين من بروكسل".to_owned()),
        ("signs", "🕊️👩‍👩‍👧 🇧🇪→🇷🇺 \u{202e}desrever\u{202c} \u{200b}end".to_owned()),
        ("controls", "a\u{1}b\u{7f}c\u{2400}d".to_owned()),
        ("lines", "One\nTwo\tthree".to_owned()),
    ]
}

fn window(name: &str) -> (Folder, Shown) {
    let folder = Folder::new(name);
    let mut events = String::new();
    for (at, (id, title)) in odd().into_iter().enumerate() {
        let title = serde_json::to_string(&title).unwrap();
        let gap = if at > 0 { "," } else { "" };
        write!(
            events,
            r#"{gap}{{ "id": "{id}", "when": "2022-04-{:02}", "title": {title}, "kind": "expulsion",
              "status": "confirmed", "lanes": [ {{ "code": "BE", "role": "actor" }} ] }}"#,
            at * 3 + 1
        )
        .unwrap();
    }
    let case = format!(
        r#"{{ "caseline": 1, "title": "Odd", "lanes": [], "kinds": [], "entities": [], "articles": [],
          "events": [{events}], "links": [], "candidates": [], "views": [] }}"#
    );
    let file = folder.0.join("odd.caseline.json");
    std::fs::write(&file, case).unwrap();
    let outside = Outside { state: Some(folder.0.join("state")), fixed_now: Some(1_762_300_800) };
    let mut shown = Harness::builder()
        .with_size(SIZE)
        .with_step_dt(1.0 / 60.0)
        // What no face at hand has is a box, as on a desktop without one.
        .allow_missing_glyphs()
        .build_eframe(|made| Window::new(&made.egui_ctx, outside, &[file]));
    settle(&mut shown);
    (folder, shown)
}

/// Selects the events one after the other, as they follow in time.
fn select_next(shown: &mut Shown, title: &str) {
    press(shown, Key::ArrowRight);
    let workspace = shown.state().workspace();
    let event = workspace.selection().expect("one is selected");
    assert_eq!(workspace.card(event).expect("its words are there").title, title);
}

#[test]
fn odd_titles_are_walked_edited_and_saved_as_they_are() {
    let (_folder, mut shown) = window("titles");
    for (id, title) in odd() {
        // What the last one was read in is closed: the arrows go on from it.
        if shown.query_by_label("no source").is_some() {
            press(&mut shown, Key::Escape);
        }
        select_next(&mut shown, &title);
        press(&mut shown, Key::F2);
        let field = shown.get(by().role(Role::MultilineTextInput).label("Title"));
        assert_eq!(field.value().as_deref(), Some(title.as_str()), "{id}");
        for below in ["When", "Label"] {
            let rect = shown.get(by().role(Role::TextInput).label(below)).rect();
            assert!(rect.max.y < 400.0, "{below} stays in sight under the title {id:?}: {rect:?}");
        }
        let save = shown.get(by().role(Role::Button).label("Save")).rect();
        assert!(save.max.y < SIZE.y && save.max.x < SIZE.x, "{id}: {save:?}");
        let label = shown.get(by().role(Role::TextInput).label("Label"));
        label.focus();
        shown.step();
        type_text(&mut shown, "odd");
        press_with(&mut shown, Modifiers::COMMAND, Key::Enter);
        let workspace = shown.state().workspace();
        let event = workspace.selection().and_then(|event| workspace.card(event)).expect("still selected");
        assert_eq!((event.label.as_deref(), event.title.as_str()), (Some("odd"), title.as_str()), "{id}");
        shown.get_by_role_and_label(Role::Button, "Close the form").click();
        settle(&mut shown);
        // It has no source: its own page says so.
        press(&mut shown, Key::Enter);
        shown.get_by_label("no source");
        let rect = shown.get_by_label("no source").rect();
        assert!(rect.max.x <= SIZE.x, "{id}: {rect:?}");
    }
}

#[test]
fn odd_titles_stand_in_the_table_the_history_and_the_search() {
    let (_folder, mut shown) = window("titles-lists");
    press(&mut shown, Key::T);
    assert_eq!(shown.state().workspace().middle(), Middle::Table);
    shown.get_by_label_contains("7 of 7 events");
    press(&mut shown, Key::T);
    for (_, title) in odd() {
        select_next(&mut shown, &title);
        press(&mut shown, Key::P);
    }
    press(&mut shown, Key::Delete);
    press_with(&mut shown, Modifiers::COMMAND, Key::H);
    let steps = shown.query_all(by().role(Role::ListBoxOption));
    let names: Vec<String> = steps.map(|node| node.accesskit_node().label().unwrap_or_default()).collect();
    assert!(names.iter().any(|name| name.contains("remove")), "{names:?}");
    for node in shown.query_all(by().role(Role::ListBoxOption)) {
        let rect = node.rect();
        assert!(rect.width() < 420.0 && rect.height() < 30.0, "a step takes one line: {rect:?}");
    }
    press(&mut shown, Key::Escape);
    for words in ["גורשו", "دبلوماسيين", "w0333", "desrever"] {
        press_with(&mut shown, Modifiers::COMMAND, Key::F);
        press_with(&mut shown, Modifiers::COMMAND, Key::A);
        type_text(&mut shown, words);
        assert_eq!(shown.state().workspace().search_found().0.events.len(), 1, "{words}");
        press(&mut shown, Key::Escape);
    }
    click(&mut shown, "Dark");
}
