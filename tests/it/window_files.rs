//! Files in the window: the start screen, the panel in which a path is typed, what is asked, and notices.

use std::path::PathBuf;

use caseline::model::{Edit, Event, EventEdit};
use caseline::ui::Window;
use caseline::workspace::{Command, FileCommand, Outside, Purpose, Workspace};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable, by};

use crate::program::{Program, sample};
use crate::shown::{SIZE, Shown, click, press, press_with, settle, type_text};

const SPILL: &str = "river-spill.caseline.json";
const CTRL: Modifiers = Modifiers::COMMAND;
const BOTH: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

fn outside(program: &Program) -> Outside {
    Outside { state: Some(program.path("state")), fixed_now: Some(1_762_300_800) }
}

fn window(program: &Program, files: &[&str]) -> Shown {
    let outside = outside(program);
    let files: Vec<PathBuf> = files.iter().map(|name| program.path(name)).collect();
    let mut shown = Harness::builder()
        .with_size(SIZE)
        .with_step_dt(1.0 / 60.0)
        .build_eframe(|made| Window::new(&made.egui_ctx, outside, &files));
    settle(&mut shown);
    shown
}

/// The path that the panel shows.
fn path(shown: &Shown) -> String {
    shown.get(by().role(Role::TextInput).label("Path")).value().unwrap_or_default()
}

/// Types a path in the place of the one that is shown.
fn type_path(shown: &mut Shown, path: &str) {
    press_with(shown, CTRL, Key::A);
    type_text(shown, path);
}

fn add(shown: &mut Shown, title: &str) {
    let event = Event {
        title: title.to_owned(),
        kind: "other".to_owned(),
        when: Some(caseline::model::When::parse("2022-04-05").unwrap()),
        ..Event::default()
    };
    shown.state_mut().apply(Command::Edit(Edit::Event(EventEdit::Put(Box::new(event)))));
    settle(shown);
}

fn lines(shown: &Shown) -> Vec<String> {
    let found = shown.query_all(by().role(Role::ListBoxOption));
    found.map(|node| node.accesskit_node().label().unwrap_or_default()).collect()
}

#[test]
fn the_start_screen_offers_to_open_to_begin_and_the_sample() {
    let program = Program::new();
    let mut shown = window(&program, &[]);
    for name in ["Open…", "New case", "Open the sample"] {
        shown.get(by().role(Role::Button).label(name));
    }
    shown.get_by_label_contains("None yet");
    click(&mut shown, "Open the sample");
    let workspace = shown.state().workspace();
    assert_eq!((workspace.title(), workspace.path()), ("The diplomat who came back", None));
    shown.get_by_label("not saved");
}

#[test]
fn the_start_screen_is_walked_with_the_keyboard() {
    let program = Program::new();
    let mut shown = window(&program, &[]);
    assert!(shown.get(by().role(Role::Button).label("Open…")).is_focused());
    press(&mut shown, Key::Tab);
    assert!(shown.get(by().role(Role::Button).label("New case")).is_focused());
    press(&mut shown, Key::Enter);
    assert!(shown.state().workspace().is_open());
    shown.get_by_label("This case has no events yet");
    shown.get_by_label("not saved");
}

#[test]
fn recent_cases_are_listed_and_those_that_are_gone_can_be_removed() {
    let program = Program::with_sample("river-spill");
    program.put("gone.csv", "date,title\n2022,a\n");
    {
        let mut workspace = Workspace::new(outside(&program));
        for name in ["gone.csv", "case.caseline"] {
            workspace.apply(Command::File(FileCommand::Open(program.path(name), Purpose::Work)));
        }
        workspace.wait();
    }
    std::fs::remove_file(program.path("gone.csv")).unwrap();
    let mut shown = window(&program, &[]);
    shown.get_by_label("gone");
    click(&mut shown, "Remove");
    assert!(shown.query_by_label("gone").is_none());
    let title = shown.state().workspace().offer().unwrap().recent[0].title.clone();
    shown.get(by().role(Role::Button).label(&title)).click();
    settle(&mut shown);
    assert_eq!(shown.state().workspace().path(), Some(program.path("case.caseline").as_path()));
}

#[test]
fn a_path_is_typed_narrowed_and_completed() {
    let program = Program::with_sample("river-spill");
    std::fs::create_dir(program.path("cases")).unwrap();
    std::fs::rename(program.path("case.caseline"), program.path("cases/rivers.caseline")).unwrap();
    program.put("cases/note.docx", "x");
    let mut shown = window(&program, &[]);
    press_with(&mut shown, CTRL, Key::O);
    type_path(&mut shown, &program.path("ca").display().to_string());
    assert!(lines(&shown).contains(&"cases/".to_owned()), "{:?}", lines(&shown));
    press(&mut shown, Key::Tab);
    assert_eq!(path(&shown), program.path("cases/").display().to_string());
    assert_eq!(lines(&shown), ["rivers.caseline"], "what can't be opened is not offered");
    type_text(&mut shown, "riv");
    press(&mut shown, Key::Enter);
    assert_eq!(shown.state().workspace().path(), Some(program.path("cases/rivers.caseline").as_path()));
}

#[test]
fn the_arrows_choose_in_the_list_and_enter_goes_into_folders() {
    let program = Program::new();
    std::fs::create_dir(program.path("cases")).unwrap();
    program.put("cases/a.csv", "date,title\n2022,a\n");
    program.put("cases/b.csv", "date,title\n2022,b\n");
    let mut shown = window(&program, &[]);
    press_with(&mut shown, CTRL, Key::O);
    type_path(&mut shown, &program.path("").display().to_string());
    press(&mut shown, Key::ArrowDown);
    press(&mut shown, Key::Enter);
    assert_eq!(path(&shown), program.path("cases/").display().to_string());
    press(&mut shown, Key::ArrowDown);
    press(&mut shown, Key::ArrowDown);
    press(&mut shown, Key::Enter);
    assert_eq!(shown.state().workspace().from(), Some(program.path("cases/b.csv").as_path()));
}

#[test]
fn a_path_that_is_nothing_says_so_and_escape_closes_the_panel() {
    let program = Program::new();
    let mut shown = window(&program, &[]);
    press_with(&mut shown, CTRL, Key::O);
    type_path(&mut shown, &program.path("nowhere/x.caseline").display().to_string());
    shown.get_by_label_contains("nowhere/ does not exist");
    press(&mut shown, Key::Enter);
    shown.get_by_label_contains("x.caseline does not exist");
    press_with(&mut shown, Modifiers::SHIFT, Key::Escape);
    assert!(shown.query_by_label_contains("does not exist").is_none(), "dismissed by its key");
    press_with(&mut shown, CTRL, Key::O);
    press(&mut shown, Key::Escape);
    assert!(shown.query_by_label("Path").is_none());
}

#[test]
fn an_unsaved_case_is_saved_as_a_file_and_then_every_edit_is_in_it() {
    let program = Program::new();
    program.put(SPILL, sample(SPILL));
    let mut shown = window(&program, &[SPILL]);
    add(&mut shown, "Before");
    press_with(&mut shown, CTRL, Key::S);
    let proposed = path(&shown);
    assert_eq!(proposed, program.path("river-spill.caseline").display().to_string());
    type_path(&mut shown, &program.path("mine").display().to_string());
    press(&mut shown, Key::Enter);
    let file = program.path("mine.caseline");
    assert_eq!(shown.state().workspace().path(), Some(file.as_path()), "the ending is added");
    assert!(shown.query_by_label("not saved").is_none());
    press_with(&mut shown, CTRL, Key::S);
    shown.get_by_label_contains("Every change is in");
    drop(shown);
    let info = program.done("info mine.caseline").json();
    assert!(info["title"].as_str().unwrap().contains("Somera"));
}

#[test]
fn what_stands_under_a_name_is_asked_about() {
    let program = Program::with_sample("river-spill");
    program.put("old.caseline", "something else");
    let mut shown = window(&program, &["case.caseline"]);
    press_with(&mut shown, BOTH, Key::S);
    type_path(&mut shown, &program.path("old.caseline").display().to_string());
    press(&mut shown, Key::Enter);
    shown.get_by_label("old.caseline exists already");
    click(&mut shown, "Choose another name");
    assert_eq!(program.text("old.caseline"), "something else");
    press(&mut shown, Key::Enter);
    click(&mut shown, "Replace it");
    assert_eq!(shown.state().workspace().path(), Some(program.path("old.caseline").as_path()));
}

#[test]
fn what_is_shown_is_exported_in_the_format_of_the_name() {
    let program = Program::with_sample("river-spill");
    let mut shown = window(&program, &["case.caseline"]);
    press_with(&mut shown, CTRL, Key::E);
    assert!(path(&shown).ends_with("case.png"), "{}", path(&shown));
    click(&mut shown, "Drawing (SVG)");
    assert!(path(&shown).ends_with("case.svg"), "{}", path(&shown));
    click(&mut shown, "Export");
    shown.get_by_label_contains("Saved ");
    assert!(program.text("case.svg").starts_with("<svg"));
    press_with(&mut shown, CTRL, Key::E);
    type_path(&mut shown, &program.path("case.docx").display().to_string());
    press(&mut shown, Key::Enter);
    shown.get_by_label_contains("End the name in .png");
    click(&mut shown, "Table (CSV)");
    assert!(path(&shown).ends_with("case.docx.csv"), "{}", path(&shown));
}

#[test]
fn unsaved_work_is_asked_about_before_it_is_left() {
    let program = Program::new();
    program.put(SPILL, sample(SPILL));
    let mut shown = window(&program, &[SPILL]);
    press_with(&mut shown, CTRL, Key::W);
    shown.get_by_label("Recent cases");

    let mut shown = window(&program, &[SPILL]);
    add(&mut shown, "Worth keeping");
    press_with(&mut shown, CTRL, Key::N);
    shown.get_by_label_contains("no file of its own");
    press(&mut shown, Key::Escape);
    assert!(shown.state().workspace().is_unsaved_work(), "cancelled: nothing has changed");

    press_with(&mut shown, CTRL, Key::N);
    press(&mut shown, Key::Enter);
    type_path(&mut shown, &program.path("kept.caseline").display().to_string());
    press(&mut shown, Key::Enter);
    settle(&mut shown);
    let workspace = shown.state().workspace();
    assert!(workspace.is_open() && workspace.path().is_none(), "saved, and the new one is open");
    assert_eq!(workspace.columns().events, 0);
    assert!(
        program
            .done("export kept.caseline -o - --format csv")
            .out
            .windows(13)
            .any(|at| at == b"Worth keeping")
    );

    add(&mut shown, "Not worth it");
    press_with(&mut shown, CTRL, Key::W);
    click(&mut shown, "Discard it");
    assert!(!shown.state().workspace().is_open());
    shown.get_by_label("Recent cases");
    let left = std::fs::read_dir(program.path("state/unsaved")).unwrap().count();
    assert_eq!(left, 0);
}

#[test]
fn what_a_crash_left_is_offered_in_one_line() {
    let program = Program::new();
    let crash = |title: &str| {
        let mut workspace = Workspace::new(outside(&program));
        workspace.apply(Command::File(FileCommand::OpenSample));
        let event = Event { title: title.to_owned(), kind: "other".to_owned(), ..Event::default() };
        workspace.apply(Command::Edit(Edit::Event(EventEdit::Put(Box::new(event)))));
        workspace.wait();
    };
    crash("One");
    crash("Two");
    let mut shown = window(&program, &[]);
    shown.get_by_label(
        "“The diplomat who came back” was not saved when Caseline ended (274 events), and another case",
    );
    click(&mut shown, "Reopen");
    assert_eq!(shown.state().workspace().columns().events, 274);
    shown.get_by_label("not saved");
    let mut second = window(&program, &[]);
    second.get_by_label("“The diplomat who came back” was not saved when Caseline ended (274 events)");
    click(&mut second, "Forget all");
    second.get_by_label("Forget the case that was never saved?");
    press(&mut second, Key::Enter);
    second.get_by_label("Reopen");
    click(&mut second, "Forget all");
    press(&mut second, Key::Escape);
    second.get_by_label("Reopen");
    click(&mut second, "Forget all");
    click(&mut second, "Forget it");
    assert!(second.query_by_label("Reopen").is_none());
    let left = std::fs::read_dir(program.path("state/unsaved")).unwrap().count();
    assert_eq!(left, 1, "but what is reopened in the other window");
}

#[cfg(unix)]
#[test]
fn a_case_that_was_moved_away_offers_to_save_it_elsewhere() {
    let program = Program::with_sample("river-spill");
    let mut shown = window(&program, &["case.caseline"]);
    std::fs::rename(program.path("case.caseline"), program.path("elsewhere")).unwrap();
    add(&mut shown, "Too late");
    shown.get_by_label_contains("was moved, renamed or deleted");
    click(&mut shown, "Save as…");
    type_path(&mut shown, &program.path("rescued.caseline").display().to_string());
    press(&mut shown, Key::Enter);
    assert_eq!(shown.state().workspace().path(), Some(program.path("rescued.caseline").as_path()));
    add(&mut shown, "In time");
    drop(shown);
    assert!(program.done("info rescued.caseline").json()["events"].as_u64().unwrap() > 1);
}

#[test]
fn several_notices_stand_on_one_board_and_go_together() {
    let program = Program::new();
    let mut shown = window(&program, &[]);
    for at in 0..5 {
        let missing = program.path(&format!("missing-{at}.caseline"));
        shown.state_mut().apply(Command::File(FileCommand::Open(missing, Purpose::Work)));
        settle(&mut shown);
    }
    shown.get_by_label_contains("missing-4.caseline does not exist");
    assert!(shown.query_by_label_contains("missing-0.caseline").is_none(), "three are in sight");
    click(&mut shown, "Dismiss all, with 2 more");
    assert!(shown.query_by_label_contains("does not exist").is_none());
}

#[test]
fn every_widget_of_the_panel_and_the_page_has_a_name() {
    let program = Program::with_sample("river-spill");
    let mut shown = window(&program, &["case.caseline"]);
    press_with(&mut shown, CTRL, Key::E);
    let named = |shown: &Shown| {
        for role in [Role::Button, Role::TextInput, Role::ListBoxOption, Role::CheckBox] {
            for node in shown.query_all(by().role(role)) {
                let name = node.accesskit_node().label().unwrap_or_default();
                assert!(!name.trim().is_empty(), "{role:?} {:?}", node.rect());
            }
        }
    };
    named(&shown);
    press(&mut shown, Key::Escape);
    press_with(&mut shown, CTRL, Key::W);
    named(&shown);
}
