//! The real program on a real (virtual) screen: it opens its window and draws the case into it.
//!
//! Needs Xvfb, xwininfo and `import` of Imagemagick; `tests/all` installs them where it may.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A screen of its own, which goes with the value.
struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is missing: tests/all installs it");
        let mut number = String::new();
        let out = server.stdout.take().expect("its output is piped");
        BufReader::new(out).read_line(&mut number).expect("Xvfb says which display it is");
        Self { server, display: format!(":{}", number.trim()) }
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Vec<u8> {
        let ran = Command::new(program).args(arguments).env("DISPLAY", &self.display).output();
        ran.unwrap_or_else(|error| panic!("{program}: {error}; tests/all installs it")).stdout
    }

    /// Asks every half second until something holds, for a minute at most: the machine may be slow.
    fn wait_until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !holds(self) {
            assert!(start.elapsed() < Duration::from_mins(1), "{what}: not within a minute");
            std::thread::sleep(Duration::from_millis(500));
        }
    }

    /// Colours on the screen, as `import` counts them.
    fn colours(&self) -> usize {
        let out = self.run("import", &["-window", "root", "-depth", "8", "-format", "%k", "info:-"]);
        String::from_utf8_lossy(&out).trim().parse().unwrap_or(0)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The program with its window, ended with the value.
struct Window(Child);

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_program_opens_a_window_with_the_case_in_it() {
    let screen = Screen::start();
    let state = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/expelled-diplomat.caseline.json");
    let window = Command::new(env!("CARGO_BIN_EXE_caseline"))
        .arg(sample)
        .env("DISPLAY", &screen.display)
        .env_remove("WAYLAND_DISPLAY")
        .env("CASELINE_STATE_DIR", state.path())
        .stderr(Stdio::null())
        .spawn()
        .map(Window)
        .expect("the program starts");
    screen.wait_until("a window with the case's title", |screen| {
        let tree = screen.run("xwininfo", &["-root", "-tree"]);
        String::from_utf8_lossy(&tree).contains("The diplomat who came back")
    });
    // An empty window has a handful of colours; text and marks have hundreds of shades at their edges.
    screen.wait_until("a picture in the window", |screen| screen.colours() > 200);
    drop(window);
}
