//! The log: a file in the private folder for the one who is asked what went wrong. It holds what the program says of
//! itself, and never what an article, an event or a name in a case says.
//!
//! ```text
//! caseline.log       this run and the ones before it, until it is a megabyte long
//! caseline.log.old   the megabyte before
//! ```

use std::fs::{self, File};
use std::io::Write;
use std::panic;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use log::{LevelFilter, Log, Metadata, Record};

use super::super::files;
use super::Outside;
use crate::model::Stamp;

/// Bytes from which on a log is put aside.
const LONG: u64 = 1024 * 1024;

/// Who may write: libraries that read articles may quote them, and those of the window do not.
const SPEAKERS: [&str; 5] = ["caseline", "eframe", "egui_winit", "egui_glow", "winit"];

struct Journal {
    file: Mutex<File>,
    outside: Outside,
}

/// Begins the log of this run, where there is a private folder; and notes where the program breaks, without the words of
/// a panic, which may hold a piece of text.
pub fn begin(outside: &Outside) {
    let Some(file) = outside.state.as_deref().and_then(open) else { return };
    let journal = Journal { file: Mutex::new(file), outside: outside.clone() };
    if log::set_boxed_logger(Box::new(journal)).is_err() {
        return;
    }
    log::set_max_level(LevelFilter::Info);
    log::info!("Caseline {} begins", env!("CARGO_PKG_VERSION"));
    let told = panic::take_hook();
    panic::set_hook(Box::new(move |about| {
        let place = about.location().map_or_else(|| "somewhere".to_owned(), ToString::to_string);
        log::error!("broke at {place}");
        told(about);
    }));
}

fn open(state: &Path) -> Option<File> {
    let path = state.join("caseline.log");
    if fs::metadata(&path).is_ok_and(|about| about.len() > LONG) {
        // Where it can't be put aside it grows.
        let _ = fs::rename(&path, state.join("caseline.log.old"));
    }
    files::open_log(&path)
}

impl Log for Journal {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        let speaker = metadata.target().split("::").next().unwrap_or_default();
        metadata.level() <= LevelFilter::Info && SPEAKERS.contains(&speaker)
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let line = line(self.outside.now(), std::process::id(), record);
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        // A log that can't be written has nobody to be told.
        let _ = file.write_all(line.as_bytes());
    }

    fn flush(&self) {}
}

fn line(now: i64, process: u32, record: &Record<'_>) -> String {
    const DAY: i64 = 86_400;
    let (year, month, day) = Stamp(now).civil();
    let of_day = now.rem_euclid(DAY);
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    let level = record.level();
    let text = record.args().to_string().replace(['\n', '\r'], " ");
    format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z {process} {level} {}: {text}\n",
        record.target()
    )
}

#[cfg(test)]
mod tests {
    use log::Level;

    use super::*;

    #[test]
    fn a_line_is_one_line_and_only_our_own_speak() {
        let args = format_args!("two\nlines");
        let record = Record::builder().args(args).level(Level::Warn).target("caseline::ui").build();
        assert_eq!(line(1_762_300_801, 7, &record), "2025-11-05T00:00:01Z 7 WARN caseline::ui: two lines\n");
        let folder = tempfile::tempdir().unwrap();
        let outside = Outside { state: Some(folder.path().to_owned()), fixed_now: Some(0) };
        let journal = Journal { file: Mutex::new(open(folder.path()).unwrap()), outside };
        for target in ["caseline::workspace", "html5ever::tree_builder", "pdf_extract"] {
            let said = format_args!("said by {target}").to_string();
            journal.log(
                &Record::builder().args(format_args!("{said}")).level(Level::Warn).target(target).build(),
            );
        }
        let text = fs::read_to_string(folder.path().join("caseline.log")).unwrap();
        assert!(text.contains("said by caseline") && text.lines().count() == 1, "{text}");
    }
}
