//! What stays of a window over restarts and crashes, on a real (virtual) screen, and what its log says.

use std::time::Duration;

use crate::program::{Program, sample};
use crate::screen::Screen;

/// Width and height of a window, in pixels.
fn size_of(screen: &Screen, window: u32) -> (u32, u32) {
    let told = screen.run("xdotool", &["getwindowgeometry", "--shell", &window.to_string()]);
    let number = |name: &str| {
        let line = told.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        line.and_then(|number| number.parse().ok()).unwrap_or_default()
    };
    (number("WIDTH"), number("HEIGHT"))
}

#[test]
fn size_theme_zoom_and_recent_cases_are_there_again_after_a_restart_and_after_a_crash() {
    let screen = Screen::managed();
    let program = Program::with_sample("river-spill");
    // Without this it would fill so small a screen, and what fills it can't be made smaller.
    std::fs::create_dir_all(program.path("state")).unwrap();
    program.put("state/settings.toml", "size = [1100.0, 650.0]\n");
    let mut running = screen.start(&program, &["case.caseline"]);
    let window = screen.window("Somera");
    screen.run("xdotool", &["windowsize", "--sync", &window.to_string(), "1000", "600"]);
    screen.wait_until("the size", |screen| size_of(screen, window) == (1_000, 600));
    screen.press(&["ctrl+plus", "ctrl+l"]);
    let kept = |what: &str| {
        std::fs::read_to_string(program.path("state/settings.toml")).is_ok_and(|text| text.contains(what))
    };
    screen.wait_until("the choices on disk", |_| {
        kept("zoom = 1.1") && kept("dark") && kept("size = [1000.0, 600.0]")
    });
    screen.press(&["ctrl+q"]);
    assert!(running.ended().success());

    // Without a file: the start page, in the window as it was, with the case among the recent ones.
    let again = screen.start(&program, &[]);
    let window = screen.window("Caseline");
    assert_eq!(size_of(&screen, window), (1_000, 600));
    assert!(kept("zoom = 1.1") && kept("dark"));
    again.kill();

    let _after = screen.start(&program, &[]);
    let window = screen.window("Caseline");
    assert_eq!(size_of(&screen, window), (1_000, 600));
    screen.press(&["ctrl+shift+o"]);
    std::thread::sleep(Duration::from_secs(2));
    screen.press(&["Return"]);
    screen.window("Somera");
}

#[test]
fn the_log_tells_of_a_run_and_of_no_word_of_an_article() {
    let screen = Screen::managed();
    let program = Program::with_sample("river-spill");
    program.put("page.html", sample("articles/spill-reaches-hungary.html"));
    program.put("broken.pdf", b"%PDF-1.7\nThe minister of Szend resigned over the spill.\n");
    let articles = || program.done("info case.caseline").json()["articles"].as_u64().unwrap();
    let before = articles();
    let mut running = screen.start(&program, &["case.caseline", "page.html", "broken.pdf"]);
    screen.window("Somera");
    screen.wait_until("the article in the case", |_| articles() > before);
    screen.press(&["Escape", "ctrl+f"]);
    screen.type_in("Szend");
    screen.press(&["Return", "Escape", "ctrl+q"]);
    assert!(running.ended().success());
    let log = program.text("state/caseline.log");
    assert!(log.contains(&format!("Caseline {} begins", env!("CARGO_PKG_VERSION"))), "{log}");
    let page = String::from_utf8(sample("articles/spill-reaches-hungary.html")).unwrap();
    let told = ["Szend", "Somera", "minister", "Hungar", "spill"].map(|word| (word, log.contains(word)));
    assert!(page.contains("Hungar"), "the page is about it");
    assert!(told.iter().all(|(_, is_told)| !is_told), "{told:?} in {log}");
}
