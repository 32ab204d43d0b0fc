//! The window, by its accessible names: find, click, press, and ask the workspace what came of it.

use std::fmt::Write;

use caseline::model::Theme;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable, by};

use crate::shown::{
    Folder, ITALY, SIZE, Shown, click, click_at, click_mark, diplomat, mark, open, open_at, press,
    press_with, quote, sample, seconds, selected_title, settle, wheel,
};

#[test]
fn a_click_on_a_mark_selects_it_and_opens_the_article_at_its_quote() {
    let mut shown = diplomat();
    click_mark(&mut shown, ITALY);
    assert!(selected_title(&shown).unwrap().starts_with(ITALY));
    let open = shown.state().workspace().open_article().unwrap().key.clone();
    assert_eq!(open, "bucha-big-states", "our own text comes before a citation");
    let quote = quote(&shown, ITALY);
    assert!(quote.min.y > 40.0 && quote.max.y < SIZE.y, "the quote is in sight: {quote:?}");
    shown.get_by_label("This event");
    shown.get_by_label("2 sources");
}

#[test]
fn a_click_on_a_quote_selects_its_mark_and_brings_it_into_sight() {
    let mut shown = diplomat();
    click_mark(&mut shown, ITALY);
    press(&mut shown, Key::Num0);
    let denmark = quote(&shown, "Denmark expels 15");
    click_at(&mut shown, denmark.center());
    settle(&mut shown);
    assert!(selected_title(&shown).unwrap().starts_with("Denmark expels 15"));
    let at = mark(&shown, "Denmark expels 15");
    assert!(at.x < SIZE.x * 0.64, "{at:?}");
}

#[test]
fn the_pointer_over_a_mark_shows_its_card_beside_it() {
    let mut shown = diplomat();
    let at = mark(&shown, ITALY);
    shown.hover_at(at);
    shown.run_steps(30);
    let card = shown.get_by_label("expulsion · 30 people · confirmed · 2 sources").rect();
    assert!(!card.contains(at) && card.width() < 380.0, "{card:?} {at:?}");
    shown.get_by_label("Italy acts, towards Russia");
}

#[test]
fn escape_closes_the_article_and_then_drops_the_selection() {
    let mut shown = diplomat();
    click_mark(&mut shown, ITALY);
    press(&mut shown, Key::Escape);
    assert!(shown.state().workspace().open_article().is_none());
    assert!(shown.state().workspace().selection().is_some());
    press(&mut shown, Key::Escape);
    assert!(shown.state().workspace().selection().is_none());
}

#[test]
fn the_menu_and_the_page_keys_choose_among_the_views() {
    let mut shown = diplomat();
    click(&mut shown, "View: The wave and the return ▾");
    click(&mut shown, "The post in Serbia");
    assert_eq!(shown.state().workspace().view().name, "The post in Serbia");
    press(&mut shown, Key::PageUp);
    assert_eq!(shown.state().workspace().view().name, "Tit for tat, spring 2022");
    press(&mut shown, Key::PageDown);
    press(&mut shown, Key::PageDown);
    assert_eq!(shown.state().workspace().view().name, "The post in Serbia", "the last one stays");
}

#[test]
fn keys_and_buttons_zoom_and_fit() {
    let mut shown = diplomat();
    let opened = seconds(&shown);
    press(&mut shown, Key::Plus);
    assert!(seconds(&shown)[0] < opened[0]);
    press(&mut shown, Key::Minus);
    click(&mut shown, "Zoom out");
    assert!(seconds(&shown)[0] >= opened[0]);
    press(&mut shown, Key::Num0);
    assert_eq!(seconds(&shown).len(), 1);
    click(&mut shown, "Fit");
    let fitted = seconds(&shown);
    press(&mut shown, Key::Plus);
    press(&mut shown, Key::F);
    assert_eq!(seconds(&shown), fitted);
}

#[test]
fn the_wheel_zooms_at_the_pointer_and_shift_pans() {
    let mut shown = diplomat();
    let at = mark(&shown, ITALY);
    let opened = seconds(&shown);
    wheel(&mut shown, at, vec2(0.0, 120.0), Modifiers::NONE);
    let zoomed = seconds(&shown);
    assert!(zoomed[0] < opened[0] && zoomed[1] == opened[1], "{opened:?} {zoomed:?}");
    let after = mark(&shown, ITALY);
    assert!((after.x - at.x).abs() < 3.0, "the mark stays under the pointer: {at:?} {after:?}");
    let start = shown.state().workspace().stretches()[0].span.start();
    wheel(&mut shown, at, vec2(-80.0, 0.0), Modifiers::NONE);
    assert!(shown.state().workspace().stretches()[0].span.start() > start);
    assert_eq!(seconds(&shown), zoomed, "nothing but the place has changed");
}

#[test]
fn dragging_pans_the_segment_under_the_pointer() {
    let mut shown = diplomat();
    let spans = |shown: &Shown| -> Vec<_> {
        shown.state().workspace().stretches().iter().map(|stretch| stretch.span).collect()
    };
    let before = spans(&shown);
    shown.drag_at(Pos2::new(1_200.0, 470.0));
    shown.step();
    for x in [1_210.0, 1_240.0, 1_300.0] {
        shown.hover_at(Pos2::new(x, 470.0));
        shown.step();
    }
    shown.drop_at(Pos2::new(1_300.0, 470.0));
    settle(&mut shown);
    let after = spans(&shown);
    assert_eq!(after[0], before[0]);
    assert!(
        after[1].start() < before[1].start() || before[0].end() == after[1].start(),
        "{before:?} {after:?}"
    );
}

#[test]
fn a_double_click_zooms_to_its_mark_though_the_article_opens_under_it() {
    let mut shown = diplomat();
    let at = mark(&shown, ITALY);
    let opened = seconds(&shown);
    click_at(&mut shown, at);
    click_at(&mut shown, at);
    settle(&mut shown);
    assert!(selected_title(&shown).unwrap().starts_with(ITALY));
    assert!(seconds(&shown)[0] < opened[0] / 3, "{opened:?} {:?}", seconds(&shown));
    mark(&shown, ITALY);
}

#[test]
fn the_arrows_walk_from_mark_to_mark_and_enter_reads() {
    let mut shown = diplomat();
    click_mark(&mut shown, ITALY);
    press(&mut shown, Key::Escape);
    press(&mut shown, Key::ArrowRight);
    let next = selected_title(&shown).unwrap();
    assert!(!next.starts_with(ITALY) && next.contains("Ital"), "{next}");
    press(&mut shown, Key::ArrowLeft);
    assert!(selected_title(&shown).unwrap().starts_with(ITALY));
    press(&mut shown, Key::ArrowDown);
    assert!(!selected_title(&shown).unwrap().contains("Italy"));
    assert!(shown.state().workspace().open_article().is_none(), "walking alone opens nothing");
    press(&mut shown, Key::Enter);
    assert!(shown.state().workspace().open_article().is_some());
}

#[test]
fn the_theme_switches_by_button_and_key() {
    let mut shown = diplomat();
    click(&mut shown, "Dark");
    assert_eq!(shown.state().workspace().theme(), Theme::Dark);
    assert!(shown.ctx.global_style().visuals.dark_mode);
    press_with(&mut shown, Modifiers::COMMAND, Key::L);
    assert_eq!(shown.state().workspace().theme(), Theme::Light);
}

#[test]
fn the_status_line_counts_what_is_not_shown() {
    let shown = diplomat();
    let line = shown.get_by_label_contains(" off by kind");
    let said = line.value().unwrap_or_default();
    let numbers: Vec<usize> =
        said.split(" · ").filter_map(|part| part.split(' ').next()?.parse().ok()).collect();
    assert_eq!(numbers[0], shown.state().workspace().columns().events);
    assert_eq!(numbers[0], numbers[1..].iter().sum::<usize>(), "{said}");
    shown.get_by_label("not saved");
}

#[test]
fn marks_headers_and_controls_have_names() {
    let shown = diplomat();
    assert!(shown.query_all(by().role(Role::RowHeader)).count() >= 30);
    let buttons: Vec<_> = shown.query_all(by().role(Role::Button)).collect();
    assert!(buttons.len() > 100);
    for button in &buttons {
        let name = button.accesskit_node().label().unwrap_or_default();
        assert!(!name.trim().is_empty(), "{:?}", button.rect());
    }
}

#[test]
fn tab_goes_from_left_to_right_and_stops_once_at_the_timeline() {
    let mut shown = diplomat();
    let mut stops = Vec::new();
    for _ in 0..16 {
        press(&mut shown, Key::Tab);
        let focused = shown.query_all(by()).find(Node::is_focused);
        stops.push(focused.and_then(|node| node.accesskit_node().label()).unwrap_or_default());
    }
    let views = stops.iter().position(|stop| stop.starts_with("View:")).unwrap();
    assert_eq!(stops[0..2], ["File", "Edit"], "{stops:?}");
    assert_eq!(stops[views - 1], "Help", "{stops:?}");
    assert_eq!(stops[views + 1..views + 7], ["Search", "Filter (1)", "Zoom out", "Zoom in", "Fit", "Dark"]);
    assert!(stops[views + 7].starts_with("Timeline of"), "{stops:?}");
    let others = stops.iter().filter(|stop| stop.starts_with("Timeline of")).count();
    assert_eq!(others, 1, "{stops:?}");
}

#[test]
fn long_cyrillic_titles_and_words_without_sources_are_shown() {
    let folder = Folder::new("cyrillic");
    let file = folder.0.join("события.csv");
    let long = "Посольство выражает решительный протест в связи с высылкой сотрудников ".repeat(6);
    let mut table = "date,title,country\n".to_owned();
    for day in 1..=40 {
        writeln!(table, "2022-{:02}-{:02},{long}{day},Serbia", day % 12 + 1, day % 27 + 1).unwrap();
    }
    std::fs::write(&file, table).unwrap();
    let mut shown = open_at(&[file], vec2(900.0, 600.0));
    click_mark(&mut shown, "Посольство");
    shown.get_by_label("This event");
    shown.get_by_label("no source");
    press(&mut shown, Key::Escape);
    assert!(shown.query_by_label("This event").is_none());
}

#[test]
fn what_is_no_case_is_said_and_nothing_is_shown() {
    let folder = Folder::new("broken");
    let file = folder.0.join("broken.caseline.json");
    std::fs::write(&file, "{ \"caseline\": 1, \"title\": ").unwrap();
    let mut shown = open(file);
    shown.get_by_label("Recent cases");
    shown.get_by_label_contains("broken.caseline.json");
    click(&mut shown, "Dismiss");
    assert!(shown.query_by_label_contains("broken.caseline.json").is_none());
}

#[test]
fn an_empty_case_says_what_to_do() {
    let folder = Folder::new("empty");
    let file = folder.0.join("empty.caseline.json");
    std::fs::write(&file, "{ \"caseline\": 1, \"title\": \"Nothing yet\" }").unwrap();
    let shown = open(file);
    shown.get_by_label("This case has no events yet");
    shown.get_by_label("Nothing yet");
}

#[test]
fn a_case_and_articles_come_together_and_articles_alone_begin_a_case() {
    let page = sample("articles/spill-reaches-hungary.html");
    let shown = open_at(&[sample("river-spill.caseline.json"), page.clone()], SIZE);
    assert!(shown.state().workspace().title().contains("Somera"));
    let titles = |shown: &Shown| -> Vec<String> {
        shown.state().workspace().articles().iter().map(|article| article.heading().to_owned()).collect()
    };
    assert!(titles(&shown).iter().any(|title| title.contains("Poisoned water")), "{:?}", titles(&shown));
    let shown = open_at(&[page, sample("articles/qui-paie.html")], SIZE);
    assert_eq!(titles(&shown).len(), 2);
    assert!(shown.state().workspace().is_unsaved_work());
}

#[test]
fn an_event_whose_kind_is_off_is_read_and_said_not_to_be_shown() {
    let mut shown = diplomat();
    click_mark(&mut shown, "Marcel Pesko");
    assert!(shown.query_by_label("Not shown in this view").is_none());
    let at = quote(&shown, "OSCE says selection");
    click_at(&mut shown, at.center());
    settle(&mut shown);
    assert!(selected_title(&shown).unwrap().starts_with("OSCE says selection"));
    shown.get_by_label("Not shown in this view");
}

#[test]
fn a_narrow_window_lays_the_article_over_the_timeline() {
    let mut shown = open_at(&[sample("expelled-diplomat.caseline.json")], vec2(1_000.0, 700.0));
    let before = mark(&shown, ITALY);
    click_mark(&mut shown, ITALY);
    shown.get_by_label("This event");
    assert_eq!(mark(&shown, ITALY).x, before.x, "the timeline keeps its width");
    click(&mut shown, "Close the article");
    assert!(shown.query_by_label("This event").is_none());
}

#[test]
fn every_stop_of_the_keyboard_has_a_name_and_an_end_of_a_segment_is_moved_by_arrows() {
    let mut shown = diplomat();
    let mut stops = Vec::new();
    for _ in 0..40 {
        press(&mut shown, Key::Tab);
        let focused = shown.query_all(by()).find(Node::is_focused).expect("something has the keyboard");
        stops.push(focused.accesskit_node().label().unwrap_or_default());
    }
    assert!(stops.iter().all(|name| !name.trim().is_empty()), "{stops:?}");
    let start = "Start of segment 1: 21 February 2022";
    assert!(stops.iter().any(|name| name == start), "{stops:?}");
    let before = seconds(&shown);
    shown.get_by_label(start).focus();
    settle(&mut shown);
    press(&mut shown, Key::ArrowRight);
    settle(&mut shown);
    assert!(seconds(&shown)[0] < before[0], "it begins later: {before:?}, {:?}", seconds(&shown));
    assert!(shown.query_by_label(start).is_none());
    shown.get_by_label_contains("End of segment 1: 3 July 2022");
}

#[test]
fn at_three_times_the_size_on_a_small_screen_palette_and_help_are_within_the_window() {
    let size = egui::vec2(1_280.0 / 3.0, 720.0 / 3.0);
    let mut shown = open_at(&[sample("expelled-diplomat.caseline.json")], size);
    let within = |shown: &Shown, label: &str| {
        let rect = shown.get_by_label(label).rect();
        let window = egui::Rect::from_min_size(egui::Pos2::ZERO, size);
        assert!(window.contains_rect(rect), "{label}: {rect:?} in {window:?}");
    };
    within(&shown, "Search");
    within(&shown, "Filter (1)");
    press_with(&mut shown, Modifiers::COMMAND, Key::K);
    within(&shown, "Find a command");
    press(&mut shown, Key::Escape);
    press_with(&mut shown, Modifiers::SHIFT, Key::F1);
    within(&shown, "The timeline");
    press(&mut shown, Key::Escape);
    let mut begun = open_at(&[], size);
    settle(&mut begun);
    within(&begun, "Open…");
}
