//! A small case from nothing, by the keyboard: articles pasted in, events with their words, people, a post, views; taken
//! back to the beginning and made again, closed and opened.

use caseline::workspace::{Beside, Command, FileCommand, HistoryCommand};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::program::Program;
use crate::shown::{Shown, open_in, press, press_with, settle, type_text};

const CTRL: Modifiers = Modifiers::COMMAND;

/// Five articles, each with two acts of its own.
fn articles() -> Vec<String> {
    let towns = [
        ("Belgium", "Brussels", "21", "expelled", 4),
        ("Poland", "Warsaw", "45", "expelled", 6),
        ("Italy", "Rome", "30", "expelled", 8),
        ("Austria", "Vienna", "4", "expelled", 10),
        ("Greece", "Athens", "12", "expelled", 12),
    ];
    let article = |(country, capital, number, act, day): (&str, &str, &str, &str, u32)| {
        let rest = (0..40).map(|at| format!("{capital}{at} ")).collect::<Vec<_>>().concat();
        format!(
            "What {capital} decided\n\n{country} {act} {number} Russian diplomats on {day} April 2022, the foreign \
             ministry in {capital} said.\n\nRussia expelled {number} diplomats of {country} on {} May 2022, the foreign \
             ministry in Moscow said.\n\nThe streets of the capital were quiet that day. {rest}\n",
            day + 10
        )
    };
    towns.into_iter().map(article).collect()
}

/// Writes into the field of that name, in the place of what stood in it.
fn write(shown: &mut Shown, field: &str, text: &str) {
    shown.query_all_by_label(field).last().unwrap_or_else(|| panic!("no field {field:?}")).focus();
    shown.step();
    press_with(shown, CTRL, Key::A);
    type_text(shown, text);
}

fn by_command(shown: &mut Shown, words: &str) {
    press_with(shown, CTRL, Key::K);
    type_text(shown, words);
    press(shown, Key::Enter);
}

/// The case as Case JSON, as the program itself writes it.
fn json(program: &Program, case: &str) -> String {
    program.done(&format!("export {case} -o case.caseline.json --force"));
    program.text("case.caseline.json")
}

fn paste_all(shown: &mut Shown) {
    for (at, text) in articles().into_iter().enumerate() {
        shown.event(Event::Paste(text));
        settle(shown);
        assert_eq!(shown.state().workspace().articles().len(), at + 1);
    }
}

/// Accepts what the articles seem to say, one by one, until nothing waits.
fn review_all(shown: &mut Shown) {
    press_with(shown, CTRL, Key::R);
    for _ in 0..30 {
        if shown.state().workspace().waiting() == 0 {
            break;
        }
        press(shown, Key::Enter);
    }
    assert_eq!(shown.state().workspace().waiting(), 0);
    press_with(shown, CTRL, Key::R);
}

/// Two people, and a post with one of them, by commands that are found by their words.
fn name_people_and_a_post(shown: &mut Shown) {
    by_command(shown, "People");
    for name in ["The envoy", "The attaché"] {
        press(shown, Key::Escape);
        by_command(shown, "People");
        shown.get_by_label("New person or organisation").click();
        settle(shown);
        write(shown, "Name", name);
        shown.query_all_by_label("Save").last().expect("it can be saved").click();
        settle(shown);
    }
    assert_eq!(shown.state().workspace().entities().len(), 2);
    press(shown, Key::Escape);
    press(shown, Key::N);
    type_text(shown, "The envoy is named for Vienna");
    write(shown, "When", "2022-06");
    write(shown, "Kind", "nomin");
    press(shown, Key::Enter);
    write(shown, "Lanes", "Head of the mission in Vienna");
    press(shown, Key::Enter);
    write(shown, "Who", "The envoy");
    press(shown, Key::Enter);
    press_with(shown, CTRL, Key::Enter);
    assert!(matches!(shown.state().workspace().beside(), Some(Beside::Event(..))));
    press(shown, Key::Escape);
    let workspace = shown.state().workspace();
    assert!(workspace.lanes().iter().any(|lane| lane.code.as_str() == "post:head-of-the-mission-in-vienna"));
}

#[test]
fn a_small_case_is_built_by_the_keyboard_taken_back_made_again_and_found_as_it_was() {
    let program = Program::new();
    let mut shown = open_in(program.path("nowhere.csv"), program.path("state"));
    press_with(&mut shown, Modifiers::SHIFT, Key::Escape);
    press_with(&mut shown, CTRL, Key::N);
    paste_all(&mut shown);
    press_with(&mut shown, CTRL, Key::S);
    press_with(&mut shown, CTRL, Key::A);
    type_text(&mut shown, &program.path("small.caseline").display().to_string());
    press(&mut shown, Key::Enter);
    assert_eq!(shown.state().workspace().path(), Some(program.path("small.caseline").as_path()));

    review_all(&mut shown);
    let events = shown.state().workspace().columns().events;
    assert!(events >= 10, "ten events with their words: {events}");

    name_people_and_a_post(&mut shown);
    assert_eq!(shown.state().workspace().columns().events, events + 1);

    for name in ["All", "The wave", "The post"] {
        press_with(&mut shown, CTRL | Modifiers::SHIFT, Key::N);
        type_text(&mut shown, name);
        press(&mut shown, Key::Enter);
        press(&mut shown, Key::Plus);
    }
    assert_eq!(shown.state().workspace().views().len(), 3);

    let apply = |shown: &mut Shown, command: Command| {
        shown.state_mut().apply(command);
        settle(shown);
    };
    apply(&mut shown, Command::File(FileCommand::Close));
    let built = json(&program, "small.caseline");
    drop(shown);
    assert!(program.done("check small.caseline").json()["ok"].as_bool().unwrap());

    // Opened again, taken back to the beginning, and made again.
    let mut shown = open_in(program.path("small.caseline"), program.path("state"));
    assert_eq!(shown.state().workspace().view().name, "The post");
    for _ in 0..100 {
        if shown.state().workspace().next_steps().0.is_none() {
            break;
        }
        press_with(&mut shown, CTRL, Key::Z);
    }
    let workspace = shown.state().workspace();
    assert_eq!(
        (workspace.columns().events, workspace.articles().len(), workspace.entities().len()),
        (0, 0, 0)
    );
    assert_eq!(workspace.views().len(), 3, "views are no matter of history");
    let newest = shown.state().workspace().history()[0].id;
    apply(&mut shown, Command::History(HistoryCommand::GoTo(newest)));
    apply(&mut shown, Command::File(FileCommand::Close));
    drop(shown);
    assert_eq!(json(&program, "small.caseline"), built);
}
