//! What is reckoned, in the window: many chosen, what was known on a day, pairs that wait, who is silent.

use caseline::model::{LinkType, Switch};
use caseline::workspace::Beside;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT, Queryable, by};

use crate::shown::{
    Folder, ITALY, Shown, click, click_mark, diplomat, mark, open_at, open_in, press, press_with, sample,
    seconds, settle, wheel,
};

fn view(shown: &mut Shown, name: &str) {
    click(shown, "View: The wave and the return ▾");
    click(shown, name);
}

/// Drags with keys held.
fn drag(shown: &mut Shown, from: Pos2, to: Pos2, modifiers: Modifiers) {
    let button =
        |pos, pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers };
    shown.event_modifiers(Event::PointerMoved(from), modifiers);
    shown.event_modifiers(button(from, true), modifiers);
    shown.step();
    for part in [0.3, 0.7, 1.0] {
        shown.event_modifiers(Event::PointerMoved(from + (to - from) * part), modifiers);
        shown.step();
    }
    shown.event_modifiers(button(to, false), modifiers);
    shown.step();
    settle(shown);
}

fn links(shown: &Shown, wanted: LinkType) -> usize {
    shown.state().workspace().columns().ties.iter().filter(|tie| tie.link_type == wanted).count()
}

#[test]
fn a_frame_drawn_with_shift_chooses_what_stands_in_it_and_sums_it_up() {
    let mut shown = diplomat();
    let axis = shown.state().workspace().stretches().to_vec();
    let at = mark(&shown, ITALY);
    drag(&mut shown, at - egui::vec2(60.0, 40.0), at + egui::vec2(60.0, 40.0), Modifiers::SHIFT);
    let chosen = shown.state().workspace().selected().len();
    assert!(chosen > 2, "{chosen}");
    assert_eq!(shown.state().workspace().stretches(), axis, "it did not pan");
    shown.get_by_label(&format!("{chosen} events chosen"));
    let heads =
        |node: &egui_kittest::Node<'_>| node.value().is_some_and(|said| said.ends_with(" people sent home"));
    assert_eq!(shown.query_all_by_label_contains(" people sent home").filter(heads).count(), 1);
    click(&mut shown, "Copy as text");
    shown.get_by_label_contains(" events were copied");
    click(&mut shown, "Copy as table");
    click(&mut shown, "Choose none");
    assert!(shown.query_by_label_contains(" events chosen").is_none());
}

#[test]
fn keys_choose_the_next_event_too_and_all_in_sight() {
    let mut shown = diplomat();
    click_mark(&mut shown, ITALY);
    press_with(&mut shown, Modifiers::SHIFT, Key::ArrowLeft);
    press_with(&mut shown, Modifiers::SHIFT, Key::ArrowRight);
    assert!(shown.state().workspace().selected().len() >= 2);
    press_with(&mut shown, Modifiers::COMMAND, Key::A);
    let all = shown.state().workspace().selected().len();
    assert!(all > 100, "{all}");
    shown.get_by_label(&format!("{all} events chosen"));
}

#[test]
fn brackets_step_through_the_days_on_which_something_became_known() {
    let mut shown = diplomat();
    press(&mut shown, Key::OpenBracket);
    let first = shown.state().workspace().view().known_on.clone().unwrap();
    press(&mut shown, Key::OpenBracket);
    let second = shown.state().workspace().view().known_on.clone().unwrap();
    assert!(second.earliest() < first.earliest());
    shown.get_by_label_contains("As known on ");
    shown.get_by_label_contains(" not known by then");
    click(&mut shown, "Next day on which something became known");
    assert_eq!(shown.state().workspace().view().known_on.as_ref(), Some(&first));
    shown.get_by_label_contains(" without a dated source").click();
    settle(&mut shown);
    shown.get(by().role(Role::Label).label("No article that tells of these has a date"));
    press(&mut shown, Key::Escape);
    click(&mut shown, "Show all that is known");
    assert!(shown.state().workspace().view().known_on.is_none());
    assert!(shown.query_by_label_contains("As known on ").is_none());
    press_with(&mut shown, Modifiers::ALT, Key::ArrowLeft);
    assert!(shown.state().workspace().view().known_on.is_some(), "one of the views that were had");
}

#[test]
fn a_pair_that_is_accepted_becomes_a_link_is_drawn_and_can_be_taken_back() {
    let folder = Folder::new("pairs");
    let mut shown = open_in(sample("expelled-diplomat.caseline.json"), folder.0.clone());
    view(&mut shown, "Tit for tat, spring 2022");
    let before = links(&shown, LinkType::Retaliation);
    press(&mut shown, Key::B);
    assert_eq!(shown.state().workspace().beside(), Some(&Beside::Reckoning));
    shown.get_by_label_contains("Days and countries alone say little");
    let rows = |shown: &Shown| shown.query_all(by().role(Role::ListBoxOption).label_contains(" ← ")).count();
    assert!(rows(&shown) > 0);
    // What was done on either side, and when, is said of each: "no number" would tell no two of them apart.
    let kinds = ["expulsion", "closure", "restriction", "sanction"].map(|kind| format!(" · {kind} · "));
    let said: Vec<String> = shown
        .query_all(by().role(Role::ListBoxOption).label_contains(" ← "))
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert!(said.iter().all(|row| kinds.iter().any(|kind| row.contains(kind.as_str()))), "{said:?}");
    let ends_in_a_year = |side: &str| side.chars().rev().take_while(char::is_ascii_digit).count() == 4;
    let days = shown
        .query_all(by().role(Role::Label).label_contains(" ← "))
        .filter_map(|node| node.value().or_else(|| node.accesskit_node().label()))
        .filter(|said| said.split(" ← ").filter(|side| ends_in_a_year(side)).count() == 2);
    assert_eq!(days.count(), said.len());
    let button = {
        let found = shown.query_all(by().role(Role::Button).label_contains("Accept: "));
        found.map(|node| node.accesskit_node().label().unwrap_or_default()).next().unwrap()
    };
    click(&mut shown, &button);
    assert_eq!(links(&shown, LinkType::Retaliation), before + 1);
    assert_eq!(shown.state().workspace().view().pairs, Switch::On);
    assert!(shown.query_by_label(&button).is_none(), "it waits no more");
    press_with(&mut shown, Modifiers::COMMAND, Key::Z);
    assert_eq!(links(&shown, LinkType::Retaliation), before);
}

#[test]
fn a_pair_that_is_dismissed_is_not_proposed_again_until_that_is_taken_back() {
    let folder = Folder::new("no-pairs");
    let mut shown = open_in(sample("expelled-diplomat.caseline.json"), folder.0.clone());
    view(&mut shown, "Tit for tat, spring 2022");
    press(&mut shown, Key::B);
    let button = {
        let found = shown.query_all(by().role(Role::Button).label_contains("No pair, never propose again: "));
        found.map(|node| node.accesskit_node().label().unwrap_or_default()).next().unwrap()
    };
    let before = links(&shown, LinkType::Retaliation);
    click(&mut shown, &button);
    assert!(shown.query_by_label(&button).is_none(), "it is proposed no more");
    assert_eq!(links(&shown, LinkType::Retaliation), before);
    press_with(&mut shown, Modifiers::COMMAND, Key::Z);
    assert!(shown.query_by_label(&button).is_some(), "it was taken back");
}

#[test]
fn lags_what_is_unanswered_and_the_balance_stand_in_lists_of_their_own() {
    let mut shown = diplomat();
    press(&mut shown, Key::B);
    let open = |shown: &mut Shown, list: &str| {
        shown.get(by().role(Role::Button).label_contains(list)).click();
        settle(shown);
    };
    open(&mut shown, "Lags ");
    shown.get_by_label_contains(" answers with known days: the quickest after ");
    assert!(shown.query_all(by().role(Role::ListBoxOption).label_contains(" d · ")).count() > 3);
    open(&mut shown, "Unanswered ");
    assert!(shown.query_all(by().role(Role::ListBoxOption).label_contains(" on Russia: ")).count() > 3);
    // One without a number is told by its day and title.
    let told = by().role(Role::ListBoxOption).label_contains(" on Russia · ");
    let told: Vec<String> = shown.query_all(told).filter_map(|node| node.accesskit_node().label()).collect();
    assert!(!told.is_empty() && told.iter().all(|row| row.contains(": ")), "{told:?}");
    open(&mut shown, "Balance ");
    shown.get_by_label_contains("Germany sent home 41 of Russia, Russia sent home 41 of Germany");
    press(&mut shown, Key::B);
    assert!(shown.state().workspace().beside().is_none());
}

#[test]
fn a_line_under_the_lanes_names_who_is_silent() {
    let mut shown = diplomat();
    press_with(&mut shown, Modifiers::COMMAND, Key::K);
    crate::shown::type_text(&mut shown, "Silent members of the OSCE");
    press(&mut shown, Key::Enter);
    let line = shown.get_by_label_contains("No event in this case (OSCE): ").rect();
    assert!(line.height() < 30.0);
    shown.hover_at(line.center());
    shown.run_steps(60);
    shown.get_by_label_contains(" members of OSCE between ");
}

#[test]
fn the_axis_counts_days_since_the_chosen_event_and_lanes_stand_as_they_moved() {
    let mut shown = diplomat();
    let first_lane = |shown: &Shown| {
        let lanes = shown.query_all(by().role(Role::RowHeader));
        lanes
            .min_by(|a, b| a.rect().top().total_cmp(&b.rect().top()))
            .unwrap()
            .accesskit_node()
            .label()
            .unwrap()
    };
    let before = first_lane(&shown);
    click_mark(&mut shown, ITALY);
    press(&mut shown, Key::Escape);
    press(&mut shown, Key::D);
    let key = shown.state().workspace().view().aligned_to.clone();
    assert!(key.is_some_and(|key| key.contains("italy")));
    assert_ne!(
        first_lane(&shown),
        before,
        "Bulgaria had moved before that day, and others moved first after it"
    );
    press(&mut shown, Key::D);
    assert_eq!(shown.state().workspace().view().aligned_to, None);
    assert_eq!(first_lane(&shown), before);
}

#[test]
fn unfolded_lanes_scroll_under_the_axis() {
    let file = sample("expelled-diplomat.caseline.json");
    let mut shown = open_at(&[file], egui::vec2(1_280.0, 620.0));
    let lanes = |shown: &Shown| -> Vec<(String, egui::Rect)> {
        let found = shown.query_all(by().role(Role::RowHeader));
        found.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect())).collect()
    };
    let before = lanes(&shown);
    assert!(before.iter().any(|(name, _)| name.contains(" others")), "some are folded");
    assert!(shown.query_by_label("Scroll the lanes").is_none());
    press(&mut shown, Key::O);
    let unfolded = lanes(&shown);
    assert!(unfolded.iter().all(|(name, _)| !name.contains(" others")), "{unfolded:?}");
    let axis = seconds(&shown);
    let (top, first) = unfolded
        .iter()
        .map(|(name, rect)| (rect.top(), name.clone()))
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .unwrap();
    wheel(&mut shown, Pos2::new(60.0, 400.0), egui::vec2(0.0, -120.0), Modifiers::NONE);
    assert_eq!(seconds(&shown), axis, "beside the lanes the wheel does not zoom");
    let scrolled = lanes(&shown);
    assert!(
        scrolled.iter().all(|(name, rect)| *name != first && rect.top() >= top - 1.0),
        "{first}: {scrolled:?}"
    );
    assert!(
        scrolled.iter().any(|(name, _)| !unfolded.iter().any(|(known, _)| known == name)),
        "others came up"
    );
    press(&mut shown, Key::O);
    assert_eq!(lanes(&shown).len(), before.len());
}
