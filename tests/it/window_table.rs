//! The table of events in the place of the timeline.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::Arc;

use caseline::model::{EventId, Filter, LaneCode, Status, When};
use caseline::workspace::{Command, FindCommand, Middle, sieve_of};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable, by};

use crate::shown::{
    Folder, ITALY, Shown, click, click_at, click_with, diplomat, open_at, press, press_with, selected_title,
    settle,
};

fn table() -> Shown {
    let mut shown = diplomat();
    press(&mut shown, Key::T);
    assert_eq!(shown.state().workspace().middle(), Middle::Table);
    shown
}

/// A cell by its words.
fn cell(shown: &Shown, words: &str) -> Pos2 {
    let found = shown.query_all(by().role(Role::Label).label_contains(words));
    found.map(|node| node.rect().center()).next().unwrap_or_else(|| panic!("no cell {words:?}"))
}

/// Titles in sight, from top to bottom.
fn titles(shown: &Shown) -> Vec<String> {
    let workspace = shown.state().workspace();
    let mut cells: Vec<(f32, String)> = shown
        .query_all(by().role(Role::Label))
        .filter_map(|node| Some((node.rect().top(), node.accesskit_node().value()?)))
        .collect();
    cells.sort_by(|a, b| a.0.total_cmp(&b.0));
    let known: Vec<String> =
        (1..=400).filter_map(|id| workspace.card(EventId(id))).map(|card| card.title.clone()).collect();
    cells.into_iter().map(|(_, text)| text).filter(|text| known.contains(text)).collect()
}

fn scroll_to(shown: &mut Shown, words: &str) -> Pos2 {
    for _ in 0..40 {
        let found = shown.query_all(by().role(Role::Label).label_contains(words));
        // A row that is cut by the edge can't be clicked in its middle.
        if let Some(at) = found.map(|node| node.rect().center()).find(|at| at.y < 840.0) {
            return at;
        }
        crate::shown::wheel(shown, Pos2::new(500.0, 500.0), vec2(0.0, -400.0), Modifiers::NONE);
    }
    panic!("no row {words:?}");
}

#[test]
fn the_table_shows_what_passes_the_view_and_says_how_much_that_is() {
    let shown = table();
    shown.get_by_label_contains(" of 273 events");
    assert!(!titles(&shown).is_empty());
    let count = shown.get_by_label_contains(" of 273 events").value().unwrap_or_default();
    let passing: usize = count.split(' ').next().unwrap().parse().unwrap();
    assert!(passing < 273, "kinds that the view has off are off here too: {count}");
}

#[test]
fn headers_sort_and_sort_back() {
    let mut shown = table();
    click(&mut shown, "Sort by Title");
    let up = titles(&shown);
    let mut sorted = up.clone();
    sorted.sort_by_key(|title| title.to_lowercase());
    assert!(up.len() > 10 && up == sorted, "{up:?}");
    click(&mut shown, "Sort by Title");
    assert_ne!(titles(&shown), up);
    click(&mut shown, "Sort by Status");
    let first = titles(&shown)[0].clone();
    let workspace = shown.state().workspace();
    let card =
        (1..=400).filter_map(|id| workspace.card(EventId(id))).find(|card| card.title == first).unwrap();
    assert_eq!(card.status, Status::Confirmed);
}

#[test]
fn the_selection_is_the_timelines_own_and_a_range_is_taken_with_shift() {
    let mut shown = table();
    let rows = titles(&shown);
    let at = cell(&shown, &rows[2]);
    click_at(&mut shown, at);
    settle(&mut shown);
    assert_eq!(selected_title(&shown).as_ref(), Some(&rows[2]));
    let at = cell(&shown, &rows[5]);
    click_with(&mut shown, at, Modifiers::SHIFT);
    assert_eq!(shown.state().workspace().selected().len(), 4);
    let at = cell(&shown, &rows[8]);
    click_with(&mut shown, at, Modifiers::COMMAND);
    assert_eq!(shown.state().workspace().selected().len(), 5);
    press(&mut shown, Key::ArrowDown);
    assert_eq!(selected_title(&shown).as_ref(), Some(&rows[9]));
    press(&mut shown, Key::T);
    assert_eq!(selected_title(&shown).as_ref(), Some(&rows[9]));
}

#[test]
fn title_and_date_are_written_in_place() {
    let mut shown = table();
    let at = scroll_to(&mut shown, ITALY);
    click_at(&mut shown, at);
    click_at(&mut shown, at);
    settle(&mut shown);
    let field =
        shown.query_all(by().role(Role::TextInput).label("Title")).next().expect("the cell is a field");
    assert!(field.value().unwrap_or_default().starts_with(ITALY));
    press_with(&mut shown, Modifiers::COMMAND, Key::A);
    shown.event(Event::Text("Rome sends thirty home".into()));
    settle(&mut shown);
    press(&mut shown, Key::Enter);
    assert_eq!(selected_title(&shown).as_deref(), Some("Rome sends thirty home"));
    press(&mut shown, Key::ArrowLeft);
    press(&mut shown, Key::F2);
    press_with(&mut shown, Modifiers::COMMAND, Key::A);
    shown.event(Event::Text("2022-04".into()));
    settle(&mut shown);
    press(&mut shown, Key::Enter);
    let workspace = shown.state().workspace();
    let event = workspace.card(workspace.selection().unwrap()).unwrap();
    assert_eq!(event.when.as_ref().unwrap().as_str(), "2022-04");
}

#[test]
fn escape_leaves_a_cell_as_it_was() {
    let mut shown = table();
    let rows = titles(&shown);
    let at = cell(&shown, &rows[1]);
    click_at(&mut shown, at);
    click_at(&mut shown, at);
    settle(&mut shown);
    shown.event(Event::Text("not this".into()));
    settle(&mut shown);
    press(&mut shown, Key::Escape);
    assert_eq!(selected_title(&shown).as_ref(), Some(&rows[1]));
    // The field of the search stands in the toolbar.
    assert_eq!(shown.query_all(by().role(Role::TextInput)).count(), 1);
}

#[test]
fn of_many_events_only_the_rows_in_sight_are_made_and_fetched() {
    let folder = Folder::new("many-rows");
    let file = folder.0.join("many.csv");
    let mut rows = "date,title,country\n".to_owned();
    for number in 0..20_000 {
        writeln!(rows, "{}-01-{:02},Event {number},Serbia", 1000 + number / 28, number % 28 + 1).unwrap();
    }
    std::fs::write(&file, rows).unwrap();
    let mut shown = open_at(&[file], vec2(1_280.0, 720.0));
    press(&mut shown, Key::T);
    shown.get_by_label_contains("20,000 of 20,000 events");
    assert!(shown.query_all(by().role(Role::Label)).count() < 900);
    press(&mut shown, Key::End);
    assert_eq!(selected_title(&shown).as_deref(), Some("Event 19999"));
    cell(&shown, "Event 19999");
}

#[test]
fn the_table_lists_what_every_filter_of_the_view_leaves_as_the_timeline_does() {
    let mut shown = table();
    let listed = |shown: &Shown| -> usize {
        let said = shown.get_by_label_contains("double-click or F2").value().unwrap();
        said.split(' ').next().unwrap().parse().unwrap()
    };
    let columns = Arc::clone(shown.state().workspace().columns());
    let whole = listed(&shown);
    let filters = [
        Filter { lanes: vec![LaneCode::parse("IT").unwrap()], ..Filter::default() },
        Filter { from: When::parse("2022-04").ok(), to: When::parse("2022-04").ok(), ..Filter::default() },
        Filter { text: Some("Italy expels".to_owned()), ..Filter::default() },
        Filter { least: Some(30), ..Filter::default() },
        Filter { no_quote: true, ..Filter::default() },
    ];
    for filter in filters {
        shown.state_mut().apply(Command::Find(FindCommand::Filter(Box::new(filter.clone()))));
        settle(&mut shown);
        let left = listed(&shown);
        let drawn = shown.state().workspace().drawn_columns().0;
        let sieve = sieve_of(&drawn, shown.state().workspace().view());
        let marks = drawn.marks.iter().filter(|mark| sieve.lets_through(mark.bits, mark.known));
        let events: BTreeSet<EventId> = marks.map(|mark| mark.event).collect();
        assert_eq!(left, events.len(), "{filter:?}");
        assert!(left < whole, "{filter:?} leaves {left} of {whole}");
    }
    shown.state_mut().apply(Command::Find(FindCommand::Filter(Box::default())));
    settle(&mut shown);
    assert_eq!(listed(&shown), whole);
    assert!(Arc::ptr_eq(&columns, shown.state().workspace().columns()));
}
