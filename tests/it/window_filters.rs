//! Filter, search, overview and tray in the window, by their accessible names.

use caseline::model::{Role as LaneRole, Stamp, When};
use caseline::workspace::{Command, FoundIn, Look};
use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT, Queryable, by};

use crate::shown::{
    Folder, ITALY, Shown, click, click_at, diplomat, mark, open, press, press_with, seconds, selected_title,
    settle, type_text,
};

fn shown_events(shown: &Shown) -> usize {
    let line = shown.get_by_label_contains(" shown · ").value().unwrap_or_default();
    let part = line.split(" · ").find(|part| part.ends_with(" shown")).unwrap();
    part.split(' ').next().unwrap().parse().unwrap()
}

/// Clicks the box whose name begins with these words.
fn tick(shown: &mut Shown, words: &str) {
    let at = {
        let found = shown.query_all(by().role(Role::CheckBox).label_contains(words));
        found.map(|node| node.rect().center()).next().unwrap_or_else(|| panic!("no box {words:?}"))
    };
    click_at(shown, at);
    settle(shown);
}

fn into(shown: &mut Shown, field: &str, text: &str) {
    shown.get(by().role(Role::TextInput).label(field)).click();
    settle(shown);
    type_text(shown, text);
}

#[test]
fn a_filter_is_put_together_from_choices_with_numbers_and_comes_off_chip_by_chip() {
    let mut shown = diplomat();
    let before = shown_events(&shown);
    press_with(&mut shown, Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    let filter = |shown: &Shown| shown.state().workspace().view().filter.clone();
    into(&mut shown, "Narrow the list", "Ital");
    let promised = {
        let node = shown.get(by().role(Role::CheckBox).label_contains("Italy, "));
        let name = node.accesskit_node().label().unwrap();
        name.trim_start_matches("Italy, ").split(' ').next().unwrap().parse::<usize>().unwrap()
    };
    tick(&mut shown, "Italy, ");
    assert_eq!(filter(&shown).lanes.len(), 1);
    shown.get_by_label(&format!("{promised} events"));
    tick(&mut shown, "actor, ");
    assert_eq!(filter(&shown).roles, [LaneRole::Actor]);
    into(&mut shown, "from 2022-04", "2022-04");
    assert_eq!(filter(&shown).from, When::parse("2022-04").ok());
    assert!(shown_events(&shown) > 0 && shown_events(&shown) < before);
    shown.get_by_label_contains(" off by filter");

    click(&mut shown, "Take off: as actor");
    assert_eq!((filter(&shown).roles.len(), filter(&shown).lanes.len()), (0, 1));
    click(&mut shown, "Take off: since April 2022");
    assert_eq!(filter(&shown).from, None);
    click(&mut shown, "Take off: Italy");
    assert!(filter(&shown).is_empty());
    press(&mut shown, Key::Escape);
    assert_eq!(shown_events(&shown), before);
}

#[test]
fn kinds_are_switched_on_and_off_and_retracted_events_wait_to_be_asked_for() {
    let mut shown = diplomat();
    click(&mut shown, "Filter (1)");
    tick(&mut shown, "expulsion, ");
    assert!(shown.state().workspace().view().off.contains(&"expulsion".to_owned()));
    shown.get_by_label_contains("Take off: ");
    tick(&mut shown, "expulsion, ");
    assert!(!shown.state().workspace().view().off.contains(&"expulsion".to_owned()));
    tick(&mut shown, "alleged, ");
    let statuses = shown.state().workspace().view().filter.statuses.clone();
    assert_eq!(statuses.len(), 3, "{statuses:?}");
    click(&mut shown, "Clear the filter");
    assert!(
        shown.state().workspace().view().filter.is_empty() && shown.state().workspace().view().off.is_empty()
    );
}

#[test]
fn a_date_that_is_none_is_said_and_changes_nothing() {
    let mut shown = diplomat();
    press_with(&mut shown, Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    let before = shown_events(&shown);
    into(&mut shown, "to 2022-06", "soon");
    assert_eq!(shown.state().workspace().view().filter.to, None);
    assert_eq!(shown_events(&shown), before);
    let why = When::parse("soon").unwrap_err().to_string();
    shown.get_by_label(&why);
}

#[test]
fn a_search_lists_hits_with_their_words_marks_them_and_enter_goes_to_the_next() {
    let mut shown = diplomat();
    press_with(&mut shown, Modifiers::COMMAND, Key::F);
    type_text(&mut shown, "ital");
    let found = shown.state().workspace().search_found().0.clone();
    assert!(found.events.len() > 2, "{found:?}");
    let listed = shown.query_all(by().role(Role::ListBoxOption)).count();
    assert!(listed > 2);
    press(&mut shown, Key::Enter);
    let first = selected_title(&shown).unwrap();
    press(&mut shown, Key::Enter);
    let second = selected_title(&shown).unwrap();
    assert!(first != second && first.contains("Ital") && second.contains("Ital"), "{first} {second}");
    press_with(&mut shown, Modifiers::SHIFT, Key::Enter);
    assert_eq!(selected_title(&shown).unwrap(), first);
    press(&mut shown, Key::Escape);
    assert!(shown.state().workspace().searched().is_empty());
    assert!(shown.query_all(by().role(Role::ListBoxOption)).next().is_none());
}

#[test]
fn letters_typed_into_the_search_are_no_commands() {
    let mut shown = diplomat();
    let before = seconds(&shown);
    press_with(&mut shown, Modifiers::COMMAND, Key::F);
    for key in [Key::F, Key::Num0, Key::S, Key::U] {
        press(&mut shown, key);
    }
    assert_eq!(seconds(&shown), before);
}

#[test]
fn cyrillic_words_are_found_by_their_beginnings_in_events_and_articles() {
    let folder = Folder::new("search");
    let file = folder.0.join("case.caseline.json");
    let case = r#"{ "caseline": 1, "title": "Послы", "lanes": [], "kinds": [], "entities": [],
      "articles": [ { "id": "a", "title": "Хроника", "text": "В апреле отчёт о высылке дипломатов был опубликован." } ],
      "events": [ { "id": "e", "when": "2022-04-05", "title": "Италия высылает дипломатов", "kind": "expulsion", "status": "confirmed", "lanes": [ { "code": "IT", "role": "actor" } ] } ],
      "links": [], "candidates": [], "views": [] }"#;
    std::fs::write(&file, case).unwrap();
    let mut shown = open(file);
    press_with(&mut shown, Modifiers::COMMAND, Key::F);
    type_text(&mut shown, "дипломат");
    let hits = shown.state().workspace().search_found().0.hits.clone();
    assert!(matches!(hits[0].found, FoundIn::Event(_)) && matches!(hits[1].found, FoundIn::Article { .. }));
    shown.get_by_label("1 event, 1 article");
    shown.get_by_label_contains("Article: Хроника: ");
    press(&mut shown, Key::Enter);
    assert!(selected_title(&shown).unwrap().starts_with("Италия"));
    press(&mut shown, Key::Enter);
    assert!(shown.state().workspace().open_article().is_some());
}

#[test]
fn a_brush_moves_its_segment_by_drag_and_by_key() {
    let mut shown = diplomat();
    let spans = |shown: &Shown| -> Vec<_> {
        shown.state().workspace().stretches().iter().map(|stretch| stretch.span).collect()
    };
    let before = spans(&shown);
    let at = shown.get(by().role(Role::Slider).label_contains("Segment 1: 21 February 2022 to 3 July 2022"));
    let at = at.rect().center();
    shown.drag_at(at);
    shown.step();
    shown.hover_at(at - vec2(20.0, 0.0));
    shown.step();
    shown.hover_at(at - vec2(40.0, 0.0));
    shown.step();
    shown.drop_at(at - vec2(40.0, 0.0));
    settle(&mut shown);
    let after = spans(&shown);
    assert!(after[0].start() < before[0].start() && after[0].seconds() == before[0].seconds(), "{after:?}");
    assert_eq!(after[1], before[1]);
    assert_eq!(after[0].start().weekday(), 0, "on a Monday");
    shown.get(by().role(Role::Slider).label_contains("Segment 1: ")).focus();
    settle(&mut shown);
    press_with(&mut shown, Modifiers::SHIFT, Key::ArrowLeft);
    assert!(spans(&shown)[0].seconds() < after[0].seconds(), "its end comes nearer");
    press(&mut shown, Key::Delete);
    assert_eq!(spans(&shown).len(), 1);
    press_with(&mut shown, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(spans(&shown).len(), 2, "and one can go back");
}

#[test]
fn segments_are_cut_joined_and_suggested_by_key() {
    let mut shown = diplomat();
    let opened = seconds(&shown);
    press(&mut shown, Key::C);
    assert_eq!(seconds(&shown).len(), 3);
    press_with(&mut shown, Modifiers::SHIFT, Key::C);
    assert_eq!(seconds(&shown), opened);
    press(&mut shown, Key::Num0);
    press(&mut shown, Key::S);
    let stretches = shown.state().workspace().stretches();
    let [early, dense, late] = stretches else { panic!("{} segments", stretches.len()) };
    assert_eq!(dense.span.start(), Stamp::from_civil(2022, 2, 21), "the week of the pin at 24 February");
    assert!(early.share * 3.0 < late.share, "a few weeks need no years' room: {early:?} {late:?}");
    let all: f64 = stretches.iter().map(|stretch| stretch.share).sum();
    assert!((all - 1.0).abs() < 1e-6, "{all}");
}

#[test]
fn an_undated_event_is_in_the_tray_and_gets_its_date_by_writing_it() {
    let mut shown = diplomat();
    let undated = shown.state().workspace().undated().len();
    click(&mut shown, &format!("{undated} undated"));
    shown.get_by_label("Drag one onto the axis, or write its date");
    let title =
        shown.query_all(by().role(Role::ListBoxOption)).next().unwrap().accesskit_node().label().unwrap();
    click(&mut shown, &format!("Set the date of {title}"));
    type_text(&mut shown, "2022-04~");
    shown.get_by_label("about April 2022");
    press(&mut shown, Key::Enter);
    assert_eq!(shown.state().workspace().undated().len(), undated - 1);
}

#[test]
fn where_a_filter_lets_nothing_through_the_bare_lanes_say_so_and_bring_all_back() {
    let mut shown = diplomat();
    let before = shown_events(&shown);
    assert!(shown.query_by_label("No event passes the filter").is_none());
    press_with(&mut shown, Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    into(&mut shown, "in titles, notes and tags", "zeppelin");
    press(&mut shown, Key::Escape);
    assert_eq!(shown_events(&shown), 0);
    shown.get_by_label("No event passes the filter");
    click(&mut shown, "Show all events");
    // Also what the view had switched off.
    assert!(shown_events(&shown) >= before);
    assert!(shown.state().workspace().view().filter.is_empty());
    assert!(shown.query_by_label("No event passes the filter").is_none());
}

#[test]
fn an_undated_event_is_dated_by_dropping_it_onto_the_axis() {
    let mut shown = diplomat();
    let undated = shown.state().workspace().undated().to_vec();
    press(&mut shown, Key::U);
    let from = shown.query_all(by().role(Role::ListBoxOption)).next().unwrap().rect().center();
    let to = mark(&shown, ITALY);
    shown.drag_at(from);
    shown.step();
    for part in [0.3_f32, 0.7, 1.0] {
        shown.hover_at(from + (to - from) * part);
        shown.step();
    }
    shown.drop_at(to);
    settle(&mut shown);
    let left = shown.state().workspace().undated().to_vec();
    assert_eq!(left.len(), undated.len() - 1);
    let dated = undated.iter().find(|event| !left.contains(event)).unwrap();
    let columns = shown.state().workspace().columns().clone();
    let mark = columns.marks.iter().find(|mark| mark.event == *dated).unwrap();
    assert_eq!((mark.t0.civil().0, mark.t0.civil().1), (2022, 4), "where it was dropped");
}

#[test]
fn a_hit_in_an_article_is_scrolled_to_and_tinted_and_can_be_gone_to_again() {
    let folder = Folder::new("place");
    let file = folder.0.join("case.caseline.json");
    let filler = "Nothing of note was said on that day, and nobody wrote it down.\\n".repeat(200);
    let text = format!("First quoted words.\\n{filler}Then the zeppelin landed in Tallinn.\\n{filler}");
    let case = format!(
        r#"{{ "caseline": 1, "title": "Long", "lanes": [], "kinds": [], "entities": [],
      "articles": [ {{ "id": "a", "title": "A long one", "text": "{text}" }} ],
      "events": [ {{ "id": "e", "when": "2022-04-05", "title": "Something is said", "kind": "statement", "status": "confirmed", "lanes": [ {{ "code": "IT", "role": "actor" }} ],
        "quotes": [ {{ "article": "a", "start": 0, "end": 18, "exact": "First quoted words" }} ] }} ],
      "links": [], "candidates": [], "views": [] }}"#
    );
    std::fs::write(&file, case).unwrap();
    let mut shown = open(file);
    let found = |shown: &Shown| shown.query_by_role_and_label(Role::Mark, "zeppelin").map(|node| node.rect());
    press_with(&mut shown, Modifiers::COMMAND, Key::F);
    type_text(&mut shown, "zeppelin");
    press(&mut shown, Key::Enter);
    let at = found(&shown).expect("the words that were found are in sight");
    assert!(at.top() > 60.0 && at.bottom() < 860.0, "{at:?}");
    let place = shown.state().workspace().open_article().unwrap().place;
    press(&mut shown, Key::Escape);
    let plain = Look::ShowArticle { key: "a".to_owned(), event: None, place: None };
    shown.state_mut().apply(Command::Look(plain));
    settle(&mut shown);
    assert_eq!(found(&shown), None);
    // The same words are gone to again.
    let again = Look::ShowArticle { key: "a".to_owned(), event: None, place };
    shown.state_mut().apply(Command::Look(again));
    settle(&mut shown);
    assert!(found(&shown).is_some());
}
