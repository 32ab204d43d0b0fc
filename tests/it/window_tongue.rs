//! A window that speaks Ukrainian says what goes wrong in Ukrainian, too.

use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};

use caseline::model::{Edit, EntityEdit, KindEdit, LaneCode, LaneEdit, OwnKind};
use caseline::workspace::{Command, FileCommand, Purpose, TakeIn};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::program::Program;
use crate::shown::{ITALY, Shown, click, click_mark, open_in, press, sample, settle, settle_until};

/// Names the folder of the process that a test starts with settings of its own.
const FOLDER: &str = "CASELINE_TEST_TONGUE";

/// The sample, in a window whose user has chosen Ukrainian.
fn shown_in(folder: &Path) -> Shown {
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join("settings.toml"), "language = \"uk\"\n").unwrap();
    let shown = open_in(sample("expelled-diplomat.caseline.json"), folder.to_owned());
    shown.get_by_label("Файл");
    shown
}

/// Makes an edit that a rule forbids, and looks for the sentence on the board.
fn refused(shown: &mut Shown, edit: Edit, said: &str) {
    let before = shown.state().workspace().revision();
    shown.state_mut().apply(Command::Edit(edit));
    settle(shown);
    shown.get_by_label_contains(said);
    assert_eq!(shown.state().workspace().revision(), before, "{said}");
}

#[test]
fn an_edit_that_is_refused_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = shown_in(folder.path());
    let kind = OwnKind { id: "mine".into(), label: " ".into(), ..OwnKind::default() };
    refused(&mut shown, Edit::Kind(KindEdit::Put(Box::new(kind))), "виду потрібна назва");
    let itself = |key: &str| EntityEdit::Merge { kept: key.into(), gone: key.into() };
    refused(&mut shown, Edit::Entity(itself("n1")), "учасника не можна об’єднати з ним самим");
    let lane = LaneCode::parse("post:nowhere").unwrap();
    let edit = Edit::Lane(LaneEdit::Remove(lane));
    refused(&mut shown, edit, "доріжку «post:nowhere» у справі не оголошено");
}

#[test]
fn countries_and_bodies_are_called_as_the_window_speaks_and_are_found_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = shown_in(folder.path());
    shown.get_by_label_contains("Бельгія, ");
    click_mark(&mut shown, ITALY);
    press(&mut shown, Key::F2);
    assert!(shown.query_all_by_label("Італія").count() > 1, "in the chart and in the form");
    // Of a lane that the case does not have yet, too.
    shown.get_by_role_and_label(egui::accesskit::Role::TextInput, "Доріжки").focus();
    shown.step();
    shown.event(Event::Text("мадага".to_owned()));
    settle(&mut shown);
    shown.get_by_label_contains("Мадагаскар");
}

#[test]
fn a_date_that_is_none_says_why_where_it_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = shown_in(folder.path());
    click_mark(&mut shown, ITALY);
    press(&mut shown, Key::F2);
    let write = |shown: &mut Shown, text: &str| {
        shown.get_by_role_and_label(egui::accesskit::Role::TextInput, "Коли").focus();
        shown.step();
        shown.key_press_modifiers(Modifiers::COMMAND, Key::A);
        settle(shown);
        shown.event(Event::Text(text.to_owned()));
        settle(shown);
    };
    write(&mut shown, "2022-02-30");
    shown.get_by_label("30 лютого 2022 не існує");
    write(&mut shown, "[2021,2022]");
    shown.get_by_label_contains("набори дат не читаються");
    write(&mut shown, "2022-04-05");
    shown.get_by_label("5 квітня 2022");
}

#[test]
fn files_that_are_missing_broken_or_none_say_why() {
    let program = Program::new();
    let mut shown = shown_in(&program.path("state"));
    let open = |shown: &mut Shown, path: PathBuf, said: &str| {
        shown.state_mut().apply(Command::File(FileCommand::Open(path, Purpose::Work)));
        settle(shown);
        shown.get_by_label_contains(said);
    };
    open(&mut shown, program.path("nowhere.caseline"), "nowhere.caseline не існує");
    std::fs::create_dir(program.path("folder.caseline")).unwrap();
    open(&mut shown, program.path("folder.caseline"), "folder.caseline – це тека");
    let json =
        "{\"caseline\": 1, \"title\": \"By hand\",\n\"lanes\": [{\"code\": \"post:a\", \"of\": \"post:b\"}]}";
    program.put("hand.caseline.json", json);
    open(&mut shown, program.path("hand.caseline.json"), "рядок 2: невідомий код доріжки «post:b»");
}

#[test]
fn a_file_that_is_missing_at_the_start_is_told_in_the_windows_language() {
    let program = Program::new();
    let state = program.path("state");
    std::fs::create_dir(&state).unwrap();
    std::fs::write(state.join("settings.toml"), "language = \"uk\"\n").unwrap();
    let shown = open_in(program.path("nowhere.caseline"), state);
    shown.get_by_label_contains("nowhere.caseline не існує");
}

#[test]
fn a_case_that_nobody_has_named_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = shown_in(folder.path());
    shown.key_press_modifiers(Modifiers::COMMAND, Key::N);
    settle(&mut shown);
    shown.get_by_label("Без назви");
    assert!(shown.query_by_label_contains("Untitled").is_none());
}

#[test]
#[ignore = "the process with settings of its own: its sibling starts it"]
fn inside_a_lexicon_is_broken() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).expect("its sibling names it"));
    let mut shown = shown_in(&folder.join("state"));
    let take_in = TakeIn { files: vec![folder.join("letter.txt")], ..TakeIn::default() };
    shown.state_mut().apply(Command::File(FileCommand::TakeIn(take_in)));
    settle_until(&mut shown, |shown| shown.query_by_label("Докладніше").is_some());
    click(&mut shown, "Докладніше");
    shown.get_by_label_contains("broken.toml, рядок 3: ");
    shown.get_by_label_contains("цей словник не використано, решта працює");
    shown.state().workspace().open_article().expect("the letter was read all the same");
    shown.get_by_label_contains("чекає 1 пропозиція");
}

#[test]
fn a_broken_lexicon_is_named_with_its_line_and_the_others_work() {
    let program = Program::new();
    let lexicons = program.path("config/caseline/lexicon");
    std::fs::create_dir_all(&lexicons).unwrap();
    std::fs::write(lexicons.join("broken.toml"), "language = \"en\"\nname = \"English\"\n[places\n").unwrap();
    program.put("letter.txt", "Letter\n\nOn 3 March 2022 Norway expelled three Russian diplomats.\n");
    let done = Process::new(std::env::current_exe().unwrap())
        .args(["window_tongue::inside_a_lexicon_is_broken", "--exact", "--ignored", "--nocapture"])
        .env(FOLDER, program.path(""))
        .env("XDG_CONFIG_HOME", program.path("config"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stdout));
}
