//! A window on a test's bench: opened without a screen, and spoken to by its accessible names.

use std::path::{Path, PathBuf};
use std::time::Duration;

use caseline::ui::Window;
use caseline::workspace::Outside;
use egui::accesskit::Role;
use egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, Rect, TouchPhase, Vec2,
    vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::{Queryable, by};

pub type Shown = Harness<'static, Window>;

pub const SIZE: Vec2 = vec2(1_440.0, 900.0);
pub const ITALY: &str = "Italy expels 30 Russian diplomats";

/// A folder that is gone with the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("caseline-window-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

pub fn open_at(files: &[PathBuf], size: Vec2) -> Shown {
    let outside = Outside { state: None, fixed_now: Some(1_762_300_800) };
    let mut shown = Harness::builder()
        .with_size(size)
        .with_step_dt(1.0 / 60.0)
        .build_eframe(|made| Window::new(&made.egui_ctx, outside, files));
    settle(&mut shown);
    shown
}

pub fn open(file: PathBuf) -> Shown {
    open_at(&[file], SIZE)
}

pub fn diplomat() -> Shown {
    open(sample("expelled-diplomat.caseline.json"))
}

/// Frames until all that was asked for is there and shown.
pub fn settle(shown: &mut Shown) {
    for _ in 0..600 {
        shown.run_steps(2);
        if !shown.state().workspace().busy() {
            // An answer can be what the next question is asked for.
            shown.run_steps(4);
            if !shown.state().workspace().busy() {
                break;
            }
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Frames until something is so that follows from an answer, or ten seconds are over.
pub fn settle_until(shown: &mut Shown, holds: impl Fn(&Shown) -> bool) {
    for _ in 0..500 {
        settle(shown);
        if holds(shown) {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

pub fn press(shown: &mut Shown, key: Key) {
    shown.key_press(key);
    settle(shown);
}

pub fn click(shown: &mut Shown, label: &str) {
    shown.get_by_label(label).click();
    settle(shown);
}

/// The mark whose sentence holds these words.
pub fn mark(shown: &Shown, words: &str) -> Pos2 {
    let found = shown.query_all(by().role(Role::Button).label_contains(words));
    found.map(|node| node.rect().center()).next().unwrap_or_else(|| panic!("no mark {words:?}"))
}

/// Where a quote stands in the article; it bears the same sentence as its mark.
pub fn quote(shown: &Shown, words: &str) -> Rect {
    let found = shown.query_all(by().role(Role::Link).label_contains(words));
    found.map(|node| node.rect()).next().unwrap_or_else(|| panic!("no quote {words:?}"))
}

pub fn click_mark(shown: &mut Shown, words: &str) {
    let at = mark(shown, words);
    click_at(shown, at);
    settle(shown);
}

pub fn click_at(shown: &mut Shown, at: Pos2) {
    for pressed in [true, false] {
        shown.event(Event::PointerMoved(at));
        shown.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        shown.step();
    }
}

pub fn wheel(shown: &mut Shown, at: Pos2, delta: Vec2, modifiers: Modifiers) {
    shown.hover_at(at);
    shown.step();
    let unit = MouseWheelUnit::Point;
    shown.event(Event::MouseWheel {
        unit,
        delta,
        phase: TouchPhase::Move,
        modifiers,
        source: MouseWheelSource::Unknown,
    });
    // Scrolling is smoothed over some frames.
    shown.run_steps(60);
    settle(shown);
}

pub fn selected_title(shown: &Shown) -> Option<String> {
    let workspace = shown.state().workspace();
    workspace.selection().and_then(|event| workspace.card(event)).map(|event| event.title.clone())
}

pub fn seconds(shown: &Shown) -> Vec<i64> {
    shown.state().workspace().stretches().iter().map(|stretch| stretch.span.seconds()).collect()
}

/// Presses a key with others held.
pub fn press_with(shown: &mut Shown, modifiers: Modifiers, key: Key) {
    shown.key_press_modifiers(modifiers, key);
    settle(shown);
}

/// Writes into the field that has the focus.
pub fn type_text(shown: &mut Shown, text: &str) {
    shown.event(Event::Text(text.to_owned()));
    settle(shown);
}

/// A window whose program has a private folder, so that cases can be locked and changed.
pub fn open_in(file: PathBuf, state: PathBuf) -> Shown {
    let outside = Outside { state: Some(state), fixed_now: Some(1_762_300_800) };
    let mut shown = Harness::builder()
        .with_size(SIZE)
        .with_step_dt(1.0 / 60.0)
        .build_eframe(|made| Window::new(&made.egui_ctx, outside, &[file]));
    settle(&mut shown);
    shown
}

/// A click while keys such as Ctrl are held.
pub fn click_with(shown: &mut Shown, at: Pos2, modifiers: Modifiers) {
    for pressed in [true, false] {
        shown.event_modifiers(Event::PointerMoved(at), modifiers);
        let button = Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers };
        shown.event_modifiers(button, modifiers);
        shown.step();
    }
    settle(shown);
}
