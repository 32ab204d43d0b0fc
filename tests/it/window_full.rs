//! A disk that has no room left while one edits in the window: nothing is lost, and the ways out are said.
//!
//! The disk is a small one of the test's own, in memory, which a process may mount for itself alone: the work is done by
//! such a process. Where the system allows none, that is said at the end of `tests/all`.

#![cfg(target_os = "linux")]

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use caseline::model::{CaseEdit, Edit};
use caseline::workspace;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{Queryable, by};

use crate::program::Program;
use crate::screen::not_run;
use crate::shown::{Shown, open_in, press, press_with, settle, type_text};

const DISK: &str = "CASELINE_TEST_DISK";
/// Mounts `$0`, puts the case `$1` there, and runs the test `$3` of the program `$2`.
const INSIDE: &str = "mount -t tmpfs -o size=4m caseline \"$0\" && cp \"$1\" \"$0/case.caseline\" && \
                      exec \"$2\" \"$3\" --exact --ignored --nocapture";

/// Does a test of this file by a process that has a small disk for itself.
fn on_a_small_disk(test: &str) {
    let program = Program::with_sample("river-spill");
    let disk = program.path("disk");
    fs::create_dir(&disk).unwrap();
    let unshare = || {
        let mut unshare = Command::new("unshare");
        unshare.args(["--user", "--map-root-user", "--mount", "sh", "-c"]);
        unshare.stdin(Stdio::null());
        unshare
    };
    let tried = unshare().arg("mount -t tmpfs -o size=4m caseline \"$0\"").arg(&disk).output();
    if !tried.is_ok_and(|tried| tried.status.success()) {
        return not_run("a full disk under the window", "no process may mount a disk of its own here");
    }
    let mut inside = unshare();
    inside.arg(INSIDE).arg(&disk).arg(program.path("case.caseline"));
    inside.arg(std::env::current_exe().unwrap()).arg(format!("window_full::{test}")).env(DISK, &disk);
    let ran = inside.output().expect("the process starts");
    let words = String::from_utf8_lossy(&[ran.stdout, ran.stderr].concat()).into_owned();
    assert!(ran.status.success() && words.contains("1 passed"), "{words}");
}

/// The small disk, with the case open on it.
struct Disk {
    path: PathBuf,
    shown: Shown,
    /// Room elsewhere.
    program: Program,
}

impl Disk {
    fn opened() -> Self {
        let path = PathBuf::from(std::env::var_os(DISK).expect("its sibling names it"));
        let program = Program::new();
        let shown = open_in(path.join("case.caseline"), program.path("state"));
        Self { path, shown, program }
    }

    /// Takes every byte that is left.
    fn fill(&self) {
        let mut filler =
            fs::File::options().create(true).append(true).open(self.path.join("filler")).unwrap();
        for size in [1 << 16, 1 << 12, 1] {
            let bytes = vec![b'x'; size];
            while filler.write_all(&bytes).is_ok() {}
        }
    }

    fn make_room(&self) {
        fs::remove_file(self.path.join("filler")).unwrap();
    }

    fn retitle(&mut self, title: &str) {
        let edit = Edit::Case(CaseEdit::Title(title.to_owned()));
        self.shown.state_mut().apply(workspace::Command::Edit(edit));
        settle(&mut self.shown);
    }

    /// A button of the banner, which is the lowest of its name.
    fn press_lowest(&mut self, name: &str) {
        let buttons = self.shown.query_all(by().role(Role::Button).label(name));
        let lowest = buttons.max_by(|one, other| one.rect().top().total_cmp(&other.rect().top()));
        lowest.expect("the banner has a button").click();
        settle(&mut self.shown);
    }

    fn title(&self) -> String {
        self.shown.state().workspace().title().to_owned()
    }

    /// The title of a case as it is on disk, and proof that it is whole.
    fn title_in(&self, path: &std::path::Path) -> String {
        assert!(self.program.done(&format!("check {}", path.display())).json()["ok"].as_bool().unwrap());
        let info = self.program.done(&format!("info {}", path.display())).json();
        info["title"].as_str().unwrap().to_owned()
    }
}

#[test]
#[ignore = "the process with a disk of its own: its sibling starts it"]
fn inside_an_edit_waits() {
    let mut disk = Disk::opened();
    disk.fill();
    disk.retitle("Told in full");
    disk.shown.get_by_label("1 edit is not written yet");
    disk.shown.get_by_label_contains("the disk is full");
    disk.press_lowest("Try again");
    disk.shown.get_by_label("1 edit is not written yet");
    disk.make_room();
    disk.press_lowest("Try again");
    assert!(disk.shown.query_by_label("1 edit is not written yet").is_none());
    assert_eq!(disk.title(), "Told in full");
    assert_eq!(disk.title_in(&disk.path.join("case.caseline")), "Told in full");
}

#[test]
fn an_edit_for_which_the_disk_has_no_room_waits_and_is_written_once_there_is() {
    on_a_small_disk("inside_an_edit_waits");
}

#[test]
#[ignore = "the process with a disk of its own: its sibling starts it"]
fn inside_a_copy_is_saved() {
    let mut disk = Disk::opened();
    let before = disk.title();
    disk.fill();
    disk.retitle("First");
    disk.retitle("Second");
    disk.shown.get_by_label("2 edits are not written yet");
    // The notices may be gone: the banner stays.
    while disk.shown.query_all_by_label("Dismiss").next().is_some() {
        press_with(&mut disk.shown, Modifiers::SHIFT, Key::Escape);
    }
    for name in ["rescued.caseline", "rescued.caseline.json"] {
        disk.press_lowest("Save a copy…");
        press_with(&mut disk.shown, Modifiers::COMMAND, Key::A);
        type_text(&mut disk.shown, &disk.program.path(name).display().to_string());
        press(&mut disk.shown, Key::Enter);
        disk.shown.get_by_label_contains("The copy holds the 2 edits");
        assert_eq!(disk.title_in(&disk.program.path(name)), "Second", "{name}");
        press_with(&mut disk.shown, Modifiers::SHIFT, Key::Escape);
        press_with(&mut disk.shown, Modifiers::SHIFT, Key::Escape);
    }
    disk.shown.get_by_label("2 edits are not written yet");
    disk.press_lowest("Give up");
    assert_eq!(disk.title(), before);
    disk.make_room();
    assert_eq!(disk.title_in(&disk.path.join("case.caseline")), before);
    assert_eq!(disk.program.names(), ["rescued.caseline", "rescued.caseline.json"], "nothing lies about");
}

#[test]
fn the_banner_of_a_full_disk_offers_a_copy_that_holds_what_waits() {
    on_a_small_disk("inside_a_copy_is_saved");
}

#[test]
#[ignore = "the process with a disk of its own: its sibling starts it"]
fn inside_nothing_is_left_unsaid() {
    let mut disk = Disk::opened();
    disk.fill();
    disk.retitle("Unwritten");
    press_with(&mut disk.shown, Modifiers::COMMAND, Key::W);
    disk.shown.get_by_label("Something is not saved yet");
    press(&mut disk.shown, Key::Escape);
    assert!(disk.shown.state().workspace().is_open());
    disk.shown.get_by_label("1 edit is not written yet");
}

#[test]
fn the_window_is_not_closed_over_an_edit_that_waits() {
    on_a_small_disk("inside_nothing_is_left_unsaid");
}
