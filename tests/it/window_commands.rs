//! The one table of commands: menus, keys, palette and sheet are made from it.

use caseline::model::Words;
use caseline::ui::{MENUS, Needs, entries};
use caseline::workspace::FluentWords;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable, by};

use crate::shown::{
    ITALY, Shown, click, click_mark, diplomat, open_at, press, press_with, seconds, settle, type_text,
};

#[test]
fn every_command_stands_in_its_menu_with_words_and_has_a_key_or_is_found_by_name() {
    let words = FluentWords::english();
    let mut shown = diplomat();
    for menu in MENUS {
        let name = words.word(menu.words);
        // The views have their button beside the title.
        let button = if menu.words == "menu-views" { "View: The wave and the return ▾" } else { &name };
        shown.get(by().role(Role::Button).label(button)).click();
        settle(&mut shown);
        for entry in menu.entries {
            let said = words.word(entry.words);
            assert_ne!(said, entry.words, "no words for {}", entry.words);
            let found = shown.query_all(by().role(Role::MenuItem).label(&said)).count();
            assert_eq!(found, 1, "{said:?} in the menu {name:?}");
        }
        press(&mut shown, Key::Escape);
    }
    // With an event chosen and an article open everything can be done but what the review's own keys are for.
    click_mark(&mut shown, ITALY);
    press_with(&mut shown, Modifiers::COMMAND, Key::K);
    for entry in entries().filter(|entry| entry.keys.is_empty()) {
        let said = words.word(entry.words);
        type_text(&mut shown, &said);
        let offered = shown.query_all(by().role(Role::ListBoxOption).label(&said)).count();
        assert_eq!(offered, 1, "{said:?} in the palette");
        press_with(&mut shown, Modifiers::COMMAND, Key::A);
    }
}

#[test]
fn what_a_lane_s_header_offers_is_done_by_key_for_any_lane() {
    let words = FluentWords::english();
    let mut shown = diplomat();
    click_mark(&mut shown, ITALY);
    press(&mut shown, Key::Escape);
    // The lane of the selected event comes first.
    press(&mut shown, Key::M);
    shown.get_by_label("Which lane?");
    press(&mut shown, Key::Enter);
    shown.get_by_label("What with Italy?");
    let offered: Vec<String> = shown
        .query_all(by().role(Role::ListBoxOption))
        .map(|node| node.accesskit_node().label().unwrap_or_default())
        .collect();
    let all = ["header-hub", "header-pin", "header-fold", "header-hide"].map(|key| words.word(key));
    assert_eq!(offered, all);
    type_text(&mut shown, "pin");
    press(&mut shown, Key::Enter);
    let pinned = |shown: &Shown| shown.state().workspace().view().pinned.clone();
    assert!(pinned(&shown).iter().any(|lane| lane.as_str() == "IT"), "{:?}", pinned(&shown));

    press_with(&mut shown, Modifiers::SHIFT, Key::F10);
    type_text(&mut shown, "pola");
    press(&mut shown, Key::Enter);
    type_text(&mut shown, "fold");
    press(&mut shown, Key::Enter);
    assert!(shown.state().workspace().view().folded.iter().any(|lane| lane.as_str() == "PL"));
    press(&mut shown, Key::M);
    press(&mut shown, Key::Escape);
    assert!(shown.query_by_label("Which lane?").is_none());
}

#[test]
fn the_axis_is_moved_by_key() {
    let mut shown = diplomat();
    let spans = |shown: &Shown| -> Vec<_> {
        shown.state().workspace().stretches().iter().map(|stretch| stretch.span).collect()
    };
    press(&mut shown, Key::Plus);
    let before = spans(&shown);
    press_with(&mut shown, Modifiers::COMMAND, Key::ArrowRight);
    let later = spans(&shown);
    assert!(later[0].start() > before[0].start(), "{before:?} {later:?}");
    assert_eq!(later[0].seconds(), before[0].seconds(), "moved, not zoomed");
    press_with(&mut shown, Modifiers::COMMAND, Key::ArrowLeft);
    assert!(spans(&shown)[0].start() < later[0].start());
}

#[test]
fn the_palette_finds_a_command_and_does_it() {
    let mut shown = diplomat();
    assert_eq!(seconds(&shown).len(), 2);
    press_with(&mut shown, Modifiers::COMMAND, Key::K);
    type_text(&mut shown, "one seg");
    press(&mut shown, Key::Enter);
    assert_eq!(seconds(&shown).len(), 1);
    assert!(shown.query_by_label("One segment").is_none(), "and it is closed");
    press_with(&mut shown, Modifiers::COMMAND, Key::K);
    type_text(&mut shown, "f");
    press(&mut shown, Key::Escape);
    assert!(shown.query_all(by().role(Role::ListBoxOption)).next().is_none());
}

#[test]
fn f1_opens_the_sheet_with_every_key_and_escape_closes_it() {
    let words = FluentWords::english();
    let mut shown = diplomat();
    press(&mut shown, Key::F1);
    shown.get_by_label("Keys, and what they do");
    for entry in entries().filter(|entry| !entry.keys.is_empty()) {
        let said = words.word(entry.words);
        assert!(shown.query_all(by().label(&said)).next().is_some(), "{said:?} stands on the sheet");
    }
    press(&mut shown, Key::Escape);
    assert!(shown.query_by_label("Keys, and what they do").is_none());
    click(&mut shown, "Help");
    click(&mut shown, "Keyboard shortcuts");
    shown.get_by_label("Single keys act while no text is being written.");
}

#[test]
fn without_a_case_the_keys_of_a_case_open_nothing() {
    let mut shown = open_at(&[], egui::vec2(1280.0, 720.0));
    settle(&mut shown);
    let keys = entries().flat_map(|entry| entry.keys.iter().map(move |keys| (entry, keys)));
    // Enter is of the button that has the focus.
    let keys = keys.filter(|(entry, keys)| entry.needs != Needs::Nothing && keys.logical_key != Key::Enter);
    for (entry, keys) in keys {
        press_with(&mut shown, keys.modifiers, keys.logical_key);
        assert_eq!(shown.state().workspace().beside(), None, "{} opened something", entry.words);
        assert!(shown.query_by_label("Open the sample").is_some(), "{} covers the start page", entry.words);
    }
}
