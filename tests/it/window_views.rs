//! Views, lanes, hub and pins in the window, by menu, panel and key.

use caseline::model::{LaneBy, LaneCode, LaneOrder, Switch};
use caseline::workspace::in_english;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{Queryable, by};

use crate::program::Program;
use crate::shown::{
    Shown, click, click_at, click_mark, diplomat, open_in, press, press_with, settle, type_text,
};

/// Chooses a command in a menu; the views' has its button beside the title.
fn choose(shown: &mut Shown, menu: &str, command: &str) {
    if menu == "Views" {
        shown.query_all(by().role(Role::Button).label_contains("View: ")).next().unwrap().click();
    } else {
        shown.get(by().role(Role::Button).label(menu)).click();
    }
    settle(shown);
    shown.get(by().role(Role::MenuItem).label(command)).click();
    settle(shown);
}

#[test]
fn a_view_is_made_named_moved_and_deleted_and_the_case_keeps_it() {
    let program = Program::with_sample("expelled-diplomat");
    let names = |shown: &Shown| -> Vec<String> {
        shown.state().workspace().views().iter().map(|view| view.name.clone()).collect()
    };
    let mut shown = open_in(program.path("case.caseline"), program.path("state"));
    press_with(&mut shown, Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    type_text(&mut shown, "Only the wave");
    press(&mut shown, Key::Enter);
    assert_eq!(names(&shown)[3], "Only the wave");
    assert_eq!(shown.state().workspace().view().name, "Only the wave");
    choose(&mut shown, "Views", "Move the view up");
    assert_eq!(names(&shown)[2], "Only the wave");
    choose(&mut shown, "Views", "Rename the view…");
    press_with(&mut shown, Modifiers::COMMAND, Key::A);
    type_text(&mut shown, "Волна");
    press(&mut shown, Key::Enter);
    assert_eq!(names(&shown)[2], "Волна");
    choose(&mut shown, "Views", "New view from this…");
    type_text(&mut shown, "Волна");
    press(&mut shown, Key::Enter);
    shown.get_by_label_contains("the case has a view “Волна” already");
    drop(shown);

    let mut shown = open_in(program.path("case.caseline"), program.path("state"));
    assert_eq!(names(&shown)[2], "Волна", "kept in the case");
    press(&mut shown, Key::V);
    type_text(&mut shown, "волна");
    press(&mut shown, Key::Enter);
    assert_eq!(shown.state().workspace().view().name, "Волна");
    choose(&mut shown, "Views", "Delete the view");
    assert_eq!(names(&shown).len(), 3);
    drop(shown);
    assert_eq!(names(&open_in(program.path("case.caseline"), program.path("state"))).len(), 3);
}

#[test]
fn hub_and_lane_rule_are_chosen_and_one_can_go_back() {
    let mut shown = diplomat();
    press(&mut shown, Key::H);
    type_text(&mut shown, "belg");
    press(&mut shown, Key::Enter);
    let hub = |shown: &Shown| shown.state().workspace().view().hub.clone();
    assert_eq!(hub(&shown), LaneCode::parse("BE"));
    choose(&mut shown, "Lanes", "No hub");
    assert_eq!(hub(&shown), None);
    choose(&mut shown, "Lanes", "Lane by place");
    assert_eq!(shown.state().workspace().view().by, LaneBy::Place);
    for _ in 0..3 {
        press_with(&mut shown, Modifiers::ALT, Key::ArrowLeft);
    }
    assert_eq!(
        (hub(&shown), shown.state().workspace().view().by),
        (LaneCode::parse("RU"), LaneBy::Counterpart)
    );
    press_with(&mut shown, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(hub(&shown), LaneCode::parse("BE"));
}

fn headers(shown: &Shown) -> Vec<(f32, String)> {
    use egui_kittest::kittest::NodeT;
    let mut found: Vec<_> = shown
        .query_all(by().role(Role::RowHeader))
        .map(|node| (node.rect().center().y, node.accesskit_node().label().unwrap_or_default()))
        .collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found
}

#[test]
fn lanes_are_pinned_moved_and_hidden_in_their_panel() {
    let mut shown = diplomat();
    press_with(&mut shown, Modifiers::SHIFT, Key::L);
    click(&mut shown, "Pin Belgium");
    assert_eq!(shown.state().workspace().view().pinned, [LaneCode::parse("BE").unwrap()]);
    click(&mut shown, "Move Belgium down");
    assert_eq!(shown.state().workspace().view().order, LaneOrder::Own);
    click(&mut shown, "Pin Belgium");
    click(&mut shown, "Hide Belgium");
    press(&mut shown, Key::Escape);
    assert!(headers(&shown).iter().all(|(_, name)| !name.starts_with("Belgium")));
    shown.get_by_label_contains(" in lanes not shown");
    choose(&mut shown, "Lanes", "Show all lanes");
    assert!(headers(&shown).iter().any(|(_, name)| name.starts_with("Belgium")));
}

#[test]
fn a_header_dragged_up_takes_its_lane_along() {
    let mut shown = diplomat();
    let before = headers(&shown);
    let rows: Vec<_> = before.iter().filter(|(_, name)| name.contains(" people")).collect();
    let ((y0, _), (y3, name)) = (rows[1], rows[4]);
    let x = shown.query_all(by().role(Role::RowHeader)).next().unwrap().rect().center().x;
    let (from, to) = (egui::pos2(x, *y3), egui::pos2(x, *y0 - 6.0));
    let first = name.split(',').next().unwrap().to_owned();
    shown.drag_at(from);
    shown.step();
    shown.hover_at(from.lerp(to, 0.5));
    shown.step();
    shown.hover_at(to);
    shown.step();
    shown.drop_at(to);
    settle(&mut shown);
    assert_eq!(shown.state().workspace().view().order, LaneOrder::Own);
    let after = headers(&shown);
    let place = |list: &[(f32, String)]| list.iter().position(|(_, name)| name.starts_with(&first)).unwrap();
    assert!(place(&after) < place(&before), "{first}: {after:?}");
}

#[test]
fn a_selected_event_is_pinned_and_labelled_and_switches_switch() {
    let mut shown = diplomat();
    click_mark(&mut shown, crate::shown::ITALY);
    press(&mut shown, Key::P);
    let pins = shown.state().workspace().view().pins.len();
    press(&mut shown, Key::P);
    assert_eq!(shown.state().workspace().view().pins.len() + 1, pins);
    press(&mut shown, Key::L);
    press_with(&mut shown, Modifiers::COMMAND, Key::A);
    type_text(&mut shown, "thirty from Rome");
    press(&mut shown, Key::Enter);
    assert!(shown.state().workspace().view().labels.iter().any(|label| label.text == "thirty from Rome"));
    choose(&mut shown, "View", "Sum strip");
    assert_eq!(shown.state().workspace().view().strip, Switch::Off);
    choose(&mut shown, "View", "Pairs of act and answer");
    assert_eq!(shown.state().workspace().view().pairs, Switch::On);
    choose(&mut shown, "View", "Thread of an entity…");
    type_text(&mut shown, "diplomat");
    press(&mut shown, Key::Enter);
    assert!(shown.state().workspace().view().threads.is_empty(), "it was on");
}

#[test]
fn the_history_reads_as_sentences_and_goes_back_to_a_step() {
    let program = Program::with_sample("expelled-diplomat");
    let mut shown = open_in(program.path("case.caseline"), program.path("state"));
    let undated = shown.state().workspace().undated()[0];
    let whole = shown.state().workspace().columns().events;
    shown.get_by_label("1 undated").click();
    settle(&mut shown);
    let button = shown.query_all(by().role(Role::Button).label_contains("Set the date of ")).next().unwrap();
    button.click();
    settle(&mut shown);
    type_text(&mut shown, "2022-04");
    press(&mut shown, Key::Enter);
    press(&mut shown, Key::Escape);
    assert!(shown.state().workspace().undated().is_empty());
    press_with(&mut shown, Modifiers::COMMAND, Key::H);
    let steps = shown.state().workspace().history().to_vec();
    let said = in_english(&steps[0].label);
    assert!(!steps[0].undone && said.ends_with("to April 2022"), "{steps:?}");
    let line = shown.get_by_label_contains(&said).rect().left_center();
    click_at(&mut shown, line + egui::vec2(30.0, 0.0));
    settle(&mut shown);
    assert_eq!(shown.state().workspace().selection(), Some(undated), "it jumps to what changed");
    press_with(&mut shown, Modifiers::COMMAND, Key::Z);
    assert_eq!(shown.state().workspace().undated(), [undated]);
    shown.get_by_label_contains("Taken back: ");
    click(&mut shown, "Redo");
    assert!(shown.state().workspace().undated().is_empty());
    assert_eq!(shown.state().workspace().columns().events, whole);
    press(&mut shown, Key::Escape);
    assert!(shown.query_by_label("Redo").is_none());
}

#[test]
fn lanes_are_grouped_under_a_name_and_shown_as_one_row() {
    let mut shown = diplomat();
    press_with(&mut shown, Modifiers::SHIFT, Key::L);
    for lane in ["Estonia", "Latvia", "Lithuania"] {
        click(&mut shown, &format!("Choose {lane} for a group"));
    }
    shown.get(by().role(Role::TextInput).label("Name of a group")).click();
    settle(&mut shown);
    type_text(&mut shown, "Baltic states");
    click(&mut shown, "Group the ticked lanes");
    assert_eq!(shown.state().workspace().view().groups[0].lanes.len(), 3);
    click(&mut shown, "One row");
    press(&mut shown, Key::Escape);
    let names: Vec<String> = headers(&shown).into_iter().map(|(_, name)| name).collect();
    assert!(names.iter().any(|name| name.starts_with("Baltic states")), "{names:?}");
    assert!(names.iter().all(|name| !name.starts_with("Latvia")), "{names:?}");
}
