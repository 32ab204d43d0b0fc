//! A virtual screen with a window manager, and the real program on it: keys and pointer by xdotool, what stands on it
//! by xwininfo and `import`.
//!
//! `CASELINE_BIN` names another program to be tried, such as one that was built for release.

use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::program::Program;

/// The longest that anything on the screen may take: the machine may be slow.
const PATIENCE: Duration = Duration::from_mins(1);

/// Notes what can't be tried on this machine, and why: it is printed, and `tests/all` names it at its end.
pub fn not_run(what: &str, why: &str) {
    eprintln!("not run: {what}: {why}");
    if let Some(list) = std::env::var_os("CASELINE_NOT_RUN") {
        let file = std::fs::File::options().append(true).create(true).open(list);
        writeln!(file.expect("the list that tests/all prints"), "{what}: {why}").expect("it is written");
    }
}

/// A screen of its own, which goes with the value.
pub struct Screen {
    server: Child,
    manager: Option<Child>,
    pub display: String,
}

/// A program that ends with the value.
pub struct Running(pub Child);

impl Running {
    /// How it ended, if it does in time.
    pub fn ended(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.0.try_wait().unwrap() {
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "it does not end");
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// As by a crash: it gets no time to put anything away.
    pub fn kill(mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Screen {
    /// One without a window manager.
    pub fn bare() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is missing: tests/all installs it");
        let mut number = String::new();
        let out = server.stdout.take().expect("its output is piped");
        BufReader::new(out).read_line(&mut number).expect("Xvfb says which display it is");
        Self { server, manager: None, display: format!(":{}", number.trim()) }
    }

    /// One with a window manager, as on a desktop.
    pub fn managed() -> Self {
        let mut screen = Self::bare();
        let manager = Command::new("openbox")
            .env("DISPLAY", &screen.display)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("openbox is missing: tests/all installs it");
        screen.manager = Some(manager);
        screen.wait_until("a window manager", |screen| {
            let told = screen.run("xprop", &["-root", "_NET_SUPPORTING_WM_CHECK"]);
            told.contains("window id")
        });
        screen
    }

    /// Runs a program on the screen and gives back what it printed.
    pub fn run(&self, program: &str, arguments: &[&str]) -> String {
        let ran = Command::new(program).args(arguments).env("DISPLAY", &self.display).output();
        let ran = ran.unwrap_or_else(|error| panic!("{program}: {error}; tests/all installs it"));
        String::from_utf8_lossy(&ran.stdout).into_owned()
    }

    /// The program, to be started on this screen in the folder of `program`.
    pub fn command(&self, program: &Program) -> Command {
        let mut command = match std::env::var_os("CASELINE_BIN") {
            Some(path) => Command::new(path),
            None => Command::new(env!("CARGO_BIN_EXE_caseline")),
        };
        self.surround(&mut command, program);
        command
    }

    /// Surroundings that are this test's own: the display, the state, a home.
    pub fn surround(&self, command: &mut Command, program: &Program) {
        command.current_dir(program.path("")).env("DISPLAY", &self.display);
        command.env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
        command.env("CASELINE_STATE_DIR", program.path("state")).env("HOME", program.path(""));
        command.env("LANG", "C.UTF-8").env_remove("LC_ALL").env_remove("LANGUAGE");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    }

    /// The program with its window.
    pub fn start(&self, program: &Program, arguments: &[&str]) -> Running {
        Running(self.command(program).args(arguments).spawn().expect("the program starts"))
    }

    /// Asks again and again until something holds.
    pub fn wait_until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !holds(self) {
            assert!(start.elapsed() < PATIENCE, "{what}: not within a minute\n{}", self.told());
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    /// For a failed test: which windows there are. `CASELINE_SHOTS` names a folder for a picture of the screen.
    fn told(&self) -> String {
        if let Some(folder) = std::env::var_os("CASELINE_SHOTS") {
            let path = Path::new(&folder).join(format!("screen{}.png", self.display.replace(':', "-")));
            self.run("import", &["-window", "root", &path.display().to_string()]);
        }
        let tree = self.run("xwininfo", &["-root", "-tree"]);
        tree.lines().filter(|line| line.contains("\": ")).collect::<Vec<_>>().join("\n")
    }

    /// Windows whose title holds these words.
    pub fn windows(&self, title: &str) -> Vec<u32> {
        let found = self.run("xdotool", &["search", "--onlyvisible", "--name", title]);
        found.lines().filter_map(|line| line.trim().parse().ok()).collect()
    }

    /// The window with that title, once it has the keyboard and something is drawn in it.
    pub fn window(&self, title: &str) -> u32 {
        let window = self.titled(title);
        if self.manager.is_some() {
            self.wait_until(&format!("{title:?} in front"), |screen| screen.front() == Some(window));
        }
        self.wait_until(&format!("a picture in {title:?}"), |screen| screen.colours(window) > 60);
        window
    }

    /// The window with that title, which others may lie over.
    pub fn titled(&self, title: &str) -> u32 {
        self.wait_until(&format!("a window {title:?}"), |screen| !screen.windows(title).is_empty());
        self.windows(title)[0]
    }

    /// The window that has the keyboard.
    pub fn front(&self) -> Option<u32> {
        self.run("xdotool", &["getactivewindow"]).trim().parse().ok()
    }

    /// Colours in a window, as `import` counts them: an empty one has a handful, text has shades at its edges.
    pub fn colours(&self, window: u32) -> usize {
        let window = window.to_string();
        let out = self.run("import", &["-window", &window, "-depth", "8", "-format", "%k", "info:-"]);
        out.trim().parse().unwrap_or(0)
    }

    /// Presses keys by xdotool's names, one after the other.
    pub fn press(&self, keys: &[&str]) {
        for key in keys {
            self.run("xdotool", &["key", "--clearmodifiers", key]);
            // A frame for each, as by hand.
            std::thread::sleep(Duration::from_millis(150));
        }
    }

    /// Types text.
    pub fn type_in(&self, text: &str) {
        self.run("xdotool", &["type", "--clearmodifiers", "--delay", "25", text]);
        std::thread::sleep(Duration::from_millis(300));
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for child in self.manager.iter_mut().chain([&mut self.server]) {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
