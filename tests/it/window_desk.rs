//! What is chosen once for all cases: theme, zoom, language; kept over restarts. And what is read about the program.

use std::path::Path;

use caseline::model::Theme;
use caseline::ui::Window;
use caseline::workspace::{Appearance, Choices, Command, FileCommand, Outside, TakeIn};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::shown::{SIZE, Shown, click, press, press_with, sample, settle, type_text};

/// A window with its own private folder.
fn shown_in(state: &Path) -> Shown {
    let outside = Outside { state: Some(state.to_owned()), fixed_now: Some(1_762_300_800) };
    let case = sample("expelled-diplomat.caseline.json");
    let mut shown = Harness::builder()
        .with_size(SIZE)
        .with_step_dt(1.0 / 10.0)
        .build_eframe(|made| Window::new(&made.egui_ctx, outside, &[case]));
    settle(&mut shown);
    shown
}

/// Chooses a line of a menu.
fn choose(shown: &mut Shown, menu: &str, entry: &str) {
    click(shown, menu);
    click(shown, entry);
}

#[test]
fn theme_and_zoom_are_kept_over_a_restart() {
    let state = tempfile::tempdir().unwrap();
    let mut shown = shown_in(state.path());
    assert_eq!(shown.state().workspace().theme(), Theme::Light);
    choose(&mut shown, "Window", "High contrast, dark");
    assert_eq!(shown.state().workspace().theme(), Theme::ContrastDark);
    press_with(&mut shown, Modifiers::COMMAND, Key::Plus);
    press_with(&mut shown, Modifiers::COMMAND, Key::Plus);
    assert_eq!(shown.ctx.zoom_factor(), 1.25);
    shown.run_steps(30);
    settle(&mut shown);
    drop(shown);
    let kept = Choices::read(Some(state.path()));
    assert_eq!((kept.appearance, kept.zoom), (Appearance::ContrastDark, Some(1.25)));

    let mut again = shown_in(state.path());
    assert_eq!(again.state().workspace().theme(), Theme::ContrastDark);
    assert_eq!(again.ctx.zoom_factor(), 1.25);
    press_with(&mut again, Modifiers::COMMAND, Key::L);
    assert_eq!(
        again.state().workspace().theme(),
        Theme::Contrast,
        "its other theme is of high contrast, too"
    );
    press_with(&mut again, Modifiers::COMMAND, Key::Num0);
    assert_eq!(again.ctx.zoom_factor(), 1.0);
}

#[test]
fn zoom_ends_at_three_quarters_and_at_three_times() {
    let state = tempfile::tempdir().unwrap();
    let mut shown = shown_in(state.path());
    for _ in 0..12 {
        press_with(&mut shown, Modifiers::COMMAND, Key::Minus);
    }
    assert_eq!(shown.ctx.zoom_factor(), 0.75);
    for _ in 0..16 {
        press_with(&mut shown, Modifiers::COMMAND, Key::Plus);
    }
    assert_eq!(shown.ctx.zoom_factor(), 3.0);
}

#[test]
fn the_window_speaks_ukrainian_when_asked_to_and_remembers() {
    let state = tempfile::tempdir().unwrap();
    let mut shown = shown_in(state.path());
    choose(&mut shown, "Window", "Українська");
    shown.run_steps(4);
    shown.get_by_label("Файл");
    shown.get_by_label("Вікно");
    shown.run_steps(30);
    settle(&mut shown);
    drop(shown);
    let mut again = shown_in(state.path());
    again.get_by_label("Файл");
    choose(&mut again, "Вікно", "English");
    again.run_steps(4);
    again.get_by_label("File");
}

#[test]
fn languages_are_found_by_that_word_in_the_palette_of_every_language() {
    let state = tempfile::tempdir().unwrap();
    let mut shown = shown_in(state.path());
    press_with(&mut shown, Modifiers::COMMAND, Key::K);
    type_text(&mut shown, "language");
    shown.get_by_label_contains("English");
    click(&mut shown, "Українська");
    shown.get_by_label("Файл");
    press_with(&mut shown, Modifiers::COMMAND, Key::K);
    type_text(&mut shown, "language");
    click(&mut shown, "English");
    shown.get_by_label("File");
}

#[test]
fn help_and_licences_are_read_in_the_window() {
    let state = tempfile::tempdir().unwrap();
    let mut shown = shown_in(state.path());
    press_with(&mut shown, Modifiers::SHIFT, Key::F1);
    assert_eq!(shown.query_all_by_label("First steps").count(), 2, "in the list and as the page's heading");
    click(&mut shown, "Privacy and safety");
    shown.get_by_label_contains("opens no network connection");
    click(&mut shown, "Licences");
    shown.get_by_label_contains("accesskit 0.");
    click(&mut shown, "About Caseline");
    shown.get_by_label_contains(env!("CARGO_PKG_VERSION"));
    press(&mut shown, Key::Escape);
    assert!(shown.query_by_label("Licences").is_none(), "Escape closes it");
}

#[test]
fn what_was_done_is_told_in_the_windows_language_and_kept_in_none() {
    let state = tempfile::tempdir().unwrap();
    let mut shown = shown_in(state.path());
    press(&mut shown, Key::N);
    type_text(&mut shown, "A door is left open");
    press_with(&mut shown, Modifiers::COMMAND, Key::Enter);
    settle(&mut shown);
    press_with(&mut shown, Modifiers::COMMAND, Key::H);
    shown.get_by_label_contains("add “A door is left open”");
    choose(&mut shown, "Window", "Українська");
    shown.run_steps(4);
    shown.get_by_label_contains("додано: «A door is left open»");

    press_with(&mut shown, Modifiers::COMMAND, Key::S);
    press_with(&mut shown, Modifiers::COMMAND, Key::A);
    let file = state.path().join("case.caseline");
    type_text(&mut shown, &file.display().to_string());
    press(&mut shown, Key::Enter);
    settle(&mut shown);
    shown.get_by_label(&format!("Збережено {}", file.display()));

    // What a reader notes, and why it refuses.
    let table = state.path().join("rows.csv");
    std::fs::write(&table, "date,title,wind\n2022-02-30,A door opens,north\n2022-03-01,It shuts,south\n")
        .unwrap();
    let take_in =
        TakeIn { files: vec![table.clone(), state.path().join("nothing.txt")], ..TakeIn::default() };
    std::fs::write(state.path().join("nothing.txt"), " \n").unwrap();
    shown.state_mut().apply(Command::File(FileCommand::TakeIn(take_in)));
    settle(&mut shown);
    click(&mut shown, "Докладніше");
    shown.run_steps(4);
    shown.get_by_label_contains("стовпці пропущено (невідомі): wind");
    shown.get_by_label_contains("самі пропуски");
}
