//! The real program on a real (virtual) screen, with the keyboard and from the outside.
//!
//! Needs Xvfb, openbox, xdotool, x11-utils, imagemagick and strace; `tests/all` installs them where it may.

use std::process::Command;
use std::time::Duration;

use crate::program::{Program, sample};
use crate::screen::{Running, Screen, not_run};

const DIPLOMAT: &str = "The diplomat who came back";

/// A number of what `caseline info` tells of a case.
fn counted(program: &Program, case: &str, what: &str) -> u64 {
    program.done(&format!("info {case}")).json()[what].as_u64().unwrap_or_default()
}

#[test]
fn the_program_opens_a_window_with_the_case_in_it() {
    let screen = Screen::bare();
    let program = Program::new();
    program.put("case.caseline.json", sample("expelled-diplomat.caseline.json"));
    let _window = screen.start(&program, &["case.caseline.json"]);
    screen.wait_until("a window with the case's title", |screen| {
        screen.run("xwininfo", &["-root", "-tree"]).contains(DIPLOMAT)
    });
    let window = screen.window(DIPLOMAT);
    screen.wait_until("marks and words in it", |screen| screen.colours(window) > 200);
}

#[test]
fn a_second_start_with_the_same_case_raises_its_window_and_another_case_gets_its_own() {
    let screen = Screen::managed();
    let program = Program::with_sample("river-spill");
    program.done("new other.caseline");
    let _first = screen.start(&program, &["case.caseline"]);
    let spill = screen.window("Somera");
    let _second = screen.start(&program, &["other.caseline"]);
    let other = screen.window("other");
    screen.wait_until("the newer window in front", |screen| screen.front() == Some(other));

    let mut again = screen.start(&program, &["./case.caseline"]);
    assert!(again.ended().success());
    screen.wait_until("the first window in front", |screen| screen.front() == Some(spill));
    assert_eq!(screen.windows("Somera"), [spill], "no second window");

    // By its other name, too: it is one file.
    std::os::unix::fs::symlink(program.path("other.caseline"), program.path("link.caseline")).unwrap();
    let mut link = screen.start(&program, &["link.caseline"]);
    assert!(link.ended().success());
    screen.wait_until("the second window in front", |screen| screen.front() == Some(other));
}

#[test]
fn two_starts_of_one_case_at_the_same_moment_open_one_window() {
    let screen = Screen::managed();
    let program = Program::with_sample("river-spill");
    let mut running: Vec<Running> = (0..3).map(|_| screen.start(&program, &["case.caseline"])).collect();
    screen.window("Somera");
    let start = std::time::Instant::now();
    while running.len() > 1 && start.elapsed() < Duration::from_mins(1) {
        running.retain_mut(|one| one.0.try_wait().unwrap().is_none());
        std::thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(running.len(), 1, "the others have raised its window and ended");
    assert_eq!(screen.windows("Somera").len(), 1);
}

#[test]
fn a_case_that_is_open_on_another_display_opens_for_reading() {
    let (here, there) = (Screen::managed(), Screen::bare());
    let program = Program::with_sample("river-spill");
    let _first = here.start(&program, &["case.caseline"]);
    here.window("Somera");
    let _second = there.start(&program, &["case.caseline"]);
    there.window("Somera");
}

#[test]
fn several_cases_get_a_window_each() {
    let screen = Screen::managed();
    let program = Program::with_sample("river-spill");
    program.done("new other.caseline");
    let _first = screen.start(&program, &["case.caseline", "other.caseline"]);
    screen.titled("Somera");
    let other = screen.titled("other");
    // It is no child of the test's: it is asked to close.
    screen.run("xdotool", &["windowclose", &other.to_string()]);
    screen.wait_until("the other window closed", |screen| screen.windows("other").is_empty());
}

#[test]
fn from_opening_to_a_picture_by_the_keyboard_alone() {
    let screen = Screen::managed();
    let program = Program::with_sample("river-spill");
    let page = "<html lang=en><head><title>From the ministry</title></head><body><article><h1>From the ministry</h1>\
                <p>Belgium expelled 21 Russian diplomats on 29 March 2022, the foreign ministry in Brussels said.</p>\
                <p>They were given two weeks to leave the country with their families.</p></article></body></html>";
    program.put("page.html", page);
    program.done("import page.html --into case.caseline");
    let before = counted(&program, "case.caseline", "events");
    let waits = counted(&program, "case.caseline", "candidates");
    assert!(waits > 0);
    let _window = screen.start(&program, &[]);
    screen.window("Caseline");
    screen.press(&["ctrl+o"]);
    // The panel begins with a folder, which a path of its own replaces.
    std::thread::sleep(Duration::from_secs(1));
    screen.press(&["ctrl+a"]);
    screen.type_in(&program.path("case.caseline").display().to_string());
    screen.press(&["Return"]);
    screen.window("Somera");

    // A new event by its form, and taken back.
    screen.press(&["n"]);
    screen.type_in("The valve is found open");
    screen.press(&["ctrl+Return"]);
    screen
        .wait_until("the event in the case", |_| counted(&program, "case.caseline", "events") == before + 1);
    screen.press(&["Escape", "ctrl+z"]);
    screen.wait_until("the event taken back", |_| counted(&program, "case.caseline", "events") == before);

    // What an article seems to say, accepted and taken back.
    screen.press(&["Escape", "ctrl+r"]);
    std::thread::sleep(Duration::from_secs(2));
    screen.press(&["Return"]);
    let waiting = |program: &Program| counted(program, "case.caseline", "candidates");
    screen.wait_until("a candidate accepted", |_| waiting(&program) + 1 == waits);
    screen.press(&["z"]);
    screen.wait_until("and taken back", |_| waiting(&program) == waits);
    screen.press(&["Escape"]);

    // Found by search, and drawn.
    screen.press(&["ctrl+f"]);
    screen.type_in("fish");
    screen.press(&["Return", "Escape", "Escape"]);
    screen.press(&["ctrl+e"]);
    screen.press(&["ctrl+a"]);
    screen.type_in(&program.path("by-hand.png").display().to_string());
    screen.press(&["Return"]);
    screen.wait_until("the picture", |_| program.path("by-hand.png").exists());
    assert!(program.read("by-hand.png").starts_with(b"\x89PNG"));
}

#[test]
fn after_a_crash_the_unsaved_case_is_offered_and_reopened() {
    let screen = Screen::managed();
    let program = Program::new();
    let window = screen.start(&program, &[]);
    screen.window("Caseline");
    screen.wait_until("a new case", |screen| {
        screen.press(&["ctrl+n"]);
        std::thread::sleep(Duration::from_secs(1));
        !screen.windows("Untitled").is_empty()
    });
    screen.press(&["n"]);
    screen.type_in("A night train stops at the border");
    screen.press(&["ctrl+Return"]);
    let kept = |program: &Program| {
        let folder = std::fs::read_dir(program.path("state/unsaved")).into_iter().flatten();
        folder.filter_map(Result::ok).any(|entry| entry.path().extension().is_some())
    };
    screen.wait_until("the case in the private folder", |_| kept(&program));
    window.kill();
    let _again = screen.start(&program, &[]);
    screen.window("Caseline");
    // The offer stands above what can be begun, which has the keyboard: "Reopen", then "Forget all".
    std::thread::sleep(Duration::from_secs(5));
    screen.press(&["shift+Tab", "shift+Tab", "Return"]);
    screen.titled("Untitled");
}

#[test]
fn without_a_display_the_way_that_needs_none_is_said() {
    let program = Program::with_sample("river-spill");
    program.run("case.caseline").failed_saying(&["no display", "caseline export"]);
    let nowhere = program.command().arg("case.caseline").env("DISPLAY", ":4711").output().unwrap();
    crate::program::Ran::of(nowhere).failed_saying(&["display", "caseline export"]);
}

/// How the program's sockets are watched.
enum Watched {
    /// Its calls that have to do with sockets are written into this file.
    Calls(std::path::PathBuf),
    /// It has no network to reach.
    Alone,
}

/// Runs the program where its sockets are watched: under strace, else where there is no network at all; `None` where
/// this machine allows neither.
fn watched(screen: &Screen, program: &Program, arguments: &[&str]) -> Option<(Running, Watched)> {
    const WHAT: &str = "strace over open, import and export";
    let log = program.path("calls.txt");
    let caseline = screen.command(program).get_program().to_owned();
    let allowed = |command: &mut Command| command.arg("true").output().is_ok_and(|ran| ran.status.success());
    let unshared = || {
        let mut unshare = Command::new("unshare");
        unshare.args(["--user", "--map-root-user", "--net"]);
        unshare
    };
    let (mut command, watched) = if allowed(Command::new("strace").args(["-qq", "-e", "trace=network"])) {
        let mut strace = Command::new("strace");
        strace.args(["-f", "-qq", "-e", "trace=network", "-o"]).arg(&log);
        (strace, Watched::Calls(log))
    } else if allowed(&mut unshared()) {
        not_run(WHAT, "no process may be traced here; the program was run without any network instead");
        (unshared(), Watched::Alone)
    } else {
        not_run(WHAT, "no process may be traced here, and none may be cut off from the network");
        return None;
    };
    command.arg(caseline).args(arguments);
    screen.surround(&mut command, program);
    Some((Running(command.spawn().expect("it starts")), watched))
}

/// Sockets of this machine that may be connected to: the display, D-Bus with its accessibility bus, and the C library's
/// own question who the user is.
const OWN: [&str; 5] = ["X11-unix", "dbus", "/bus", "at-spi", "/nscd/socket"];

#[test]
fn no_socket_is_opened_but_the_displays_and_the_desktops_own() {
    let screen = Screen::managed();
    let program = Program::with_sample("river-spill");
    let page = sample("articles/spill-reaches-hungary.html");
    program.put("page.html", page);
    let before = counted(&program, "case.caseline", "articles");
    let Some((mut running, watched)) = watched(&screen, &program, &["case.caseline", "page.html"]) else {
        return;
    };
    screen.window("Somera");
    screen.wait_until("the article in the case", |_| counted(&program, "case.caseline", "articles") > before);
    screen.press(&["Escape", "ctrl+e"]);
    // Under strace a panel takes its time.
    std::thread::sleep(Duration::from_secs(5));
    screen.press(&["ctrl+a"]);
    screen.type_in(&program.path("out.png").display().to_string());
    screen.press(&["Return"]);
    screen.wait_until("the picture", |_| program.path("out.png").exists());
    screen.press(&["ctrl+q"]);
    assert!(running.ended().success());

    let Watched::Calls(calls) = watched else { return };
    let calls = std::fs::read_to_string(calls).unwrap();
    assert!(calls.contains("/tmp/.X11-unix/"), "strace saw the display's own socket: {calls}");
    let is_foreign = |call: &&str| {
        let opens = call.contains("socket(") && !call.contains("AF_UNIX");
        let reaches = call.contains("connect(") && !OWN.iter().any(|own| call.contains(own));
        opens || reaches
    };
    let foreign: Vec<&str> = calls.lines().filter(is_foreign).collect();
    assert!(foreign.is_empty(), "{foreign:#?}");
}
