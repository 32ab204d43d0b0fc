//! From the start to the last picture that changes, the memory then and the work done in ten idle seconds, of the
//! program with the sample and of an empty eframe window with the same renderer, one after the other on one screen.
//!
//! Prints JSON lines: milliseconds, kilobytes of resident memory, ticks of the processor's clock, and the ratios.
//! Needs Xvfb; `CASELINE_BIN` names another program than the one built with the bench.

// A bench that cannot set itself up has nothing to measure.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::ffi::OsStr;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, ImageFormat, MapState, Window};
use x11rb::rust_connection::RustConnection;

const EMPTY: &str = "--empty-window";
const SIZE: (u16, u16) = (1280, 720);
/// A picture that has not changed for so long is the complete one.
const QUIET: Duration = Duration::from_millis(700);
const SETTLED: Duration = Duration::from_secs(2);
const IDLE: Duration = Duration::from_secs(10);
const ROUNDS: usize = 7;

fn main() {
    if std::env::args().any(|argument| argument == EMPTY) {
        show_empty_window();
        return;
    }
    let screen = Screen::new();
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("sample.caseline");
    let program = std::env::var_os("CASELINE_BIN").unwrap_or_else(|| env!("CARGO_BIN_EXE_caseline").into());
    make_sample(&program, &case);
    let empty = std::env::current_exe().unwrap();
    let mut of_case = Vec::new();
    let mut of_empty = Vec::new();
    for round in 0..=ROUNDS {
        let idle = if round == ROUNDS { IDLE } else { Duration::ZERO };
        of_case.push(screen.measure(Command::new(&program).arg(&case), folder.path(), idle));
        of_empty.push(screen.measure(Command::new(&empty).arg(EMPTY), folder.path(), idle));
    }
    let case = told("sample", &of_case);
    let empty = told("empty", &of_empty);
    println!(
        "{{\"bench\":\"start\",\"ratio\":{:.2},\"memory_ratio\":{:.2}}}",
        case.ms / empty.ms,
        case.resident_kb / empty.resident_kb
    );
}

fn make_sample(program: &OsStr, case: &Path) {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/expelled-diplomat.caseline.json");
    let made = Command::new(program).arg("new").arg(case).stderr(Stdio::null()).status().unwrap();
    assert!(made.success(), "no case can be made");
    let filled = Command::new(program)
        .arg("import")
        .arg(sample)
        .arg("--into")
        .arg(case)
        .stderr(Stdio::null())
        .status();
    assert!(filled.unwrap().success(), "the sample cannot be imported");
}

/// The empty window: one label, so that there is a picture to wait for.
fn show_empty_window() {
    struct Empty;
    impl eframe::App for Empty {
        fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
            ui.label("Nothing");
        }
    }
    let viewport = egui::ViewportBuilder::default().with_inner_size([f32::from(SIZE.0), f32::from(SIZE.1)]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native("empty", options, Box::new(|_| Ok(Box::new(Empty)))).unwrap();
}

#[derive(Clone, Copy)]
struct Measured {
    ms: f64,
    resident_kb: f64,
    idle_ticks: u64,
}

/// Prints the medians; the first round only warmed up.
fn told(name: &str, rounds: &[Measured]) -> Measured {
    let idle_ticks = rounds.last().map_or(0, |last| last.idle_ticks);
    let median = |of: fn(&Measured) -> f64| {
        let mut values: Vec<f64> = rounds[1..].iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let measured =
        Measured { ms: median(|one| one.ms), resident_kb: median(|one| one.resident_kb), idle_ticks };
    println!(
        "{{\"bench\":\"start\",\"of\":\"{name}\",\"ms\":{:.0},\"resident_kb\":{:.0},\"idle_ticks\":{idle_ticks}}}",
        measured.ms, measured.resident_kb
    );
    measured
}

struct Screen {
    server: Child,
    display: String,
    x11: RustConnection,
    root: Window,
}

impl Screen {
    fn new() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is missing");
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        let display = format!(":{}", number.trim());
        let (x11, screen) = x11rb::connect(Some(&display)).unwrap();
        let root = x11.setup().roots[screen].root;
        Self { server, display, x11, root }
    }

    fn measure(&self, command: &mut Command, folder: &Path, idle: Duration) -> Measured {
        command.env("DISPLAY", &self.display).env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
        command.env("CASELINE_STATE_DIR", folder.join("state")).env("HOME", folder);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let start = Instant::now();
        let mut running = command.spawn().unwrap();
        let mut seen = 0;
        let mut changed = start;
        while seen == 0 || changed.elapsed() < QUIET {
            assert!(start.elapsed() < Duration::from_mins(1), "no window within a minute");
            let now = self.picture().unwrap_or(seen);
            if now != seen {
                (seen, changed) = (now, Instant::now());
            }
            std::thread::sleep(Duration::from_millis(4));
        }
        // Frames that change nothing in the picture may still follow it.
        std::thread::sleep(idle.min(SETTLED));
        let ticks = processor_ticks(running.id());
        std::thread::sleep(idle);
        let measured = Measured {
            ms: changed.duration_since(start).as_secs_f64() * 1_000.0,
            resident_kb: resident_kb(running.id()),
            idle_ticks: processor_ticks(running.id()) - ticks,
        };
        running.kill().unwrap();
        running.wait().unwrap();
        measured
    }

    /// What the largest window shows, as a number that changes with it.
    fn picture(&self) -> Option<u64> {
        let windows = self.x11.query_tree(self.root).ok()?.reply().ok()?.children;
        let large = windows.into_iter().find(|window| self.is_large(*window).unwrap_or(false))?;
        let (width, height) = SIZE;
        let ask = self.x11.get_image(ImageFormat::Z_PIXMAP, large, 0, 0, width / 2, height / 2, !0);
        let pixels = ask.ok()?.reply().ok()?.data;
        let is_empty = pixels.chunks_exact(4).all(|pixel| pixel == &pixels[..4]);
        if is_empty {
            return None;
        }
        let mut hasher = DefaultHasher::new();
        pixels.hash(&mut hasher);
        Some(hasher.finish())
    }

    fn is_large(&self, window: Window) -> Option<bool> {
        let shown =
            self.x11.get_window_attributes(window).ok()?.reply().ok()?.map_state == MapState::VIEWABLE;
        let size = self.x11.get_geometry(window).ok()?.reply().ok()?;
        Some(shown && size.width > 600 && size.height > 300)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn resident_kb(process: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

/// Time on the processor in user and kernel, in ticks of the clock (100 a second).
fn processor_ticks(process: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}
