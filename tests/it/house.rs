//! The walls of the house: who may see whom, which outside crate lives where, how long a file may be.
//!
//! Reads `src/` as text. What it relies on: one `use crate::room::…` a room, never `use crate::{…}`.

use std::fs;
use std::path::{Path, PathBuf};

/// Longest file.
const WALL: usize = 450;

/// Rooms and the rooms that each may see.
const SEES: [(&str, &[&str]); 9] = [
    ("model", &[]),
    ("words", &["model"]),
    ("store", &["model", "words"]),
    ("intake", &["model"]),
    ("timeline", &["model"]),
    ("scene", &["model", "timeline"]),
    ("export", &["model", "scene", "words"]),
    ("workspace", &["model", "store", "intake", "timeline", "scene", "export", "words"]),
    ("ui", &["model", "timeline", "scene", "workspace"]),
];

/// Outside crates and the rooms that may name them; every other crate may be named anywhere.
const LIVES_IN: [(&str, &[&str]); 37] = [
    ("rusqlite", &["store"]),
    ("sha2", &["store"]),
    ("imara_diff", &["store"]),
    ("serde", &["store", "intake", "export", "workspace", "cli"]),
    ("serde_json", &["store", "intake", "export", "cli"]),
    ("csv", &["intake", "export"]),
    ("encoding_rs", &["intake"]),
    ("harfrust", &["scene"]),
    ("resvg", &["export"]),
    ("png", &["export"]),
    ("krilla", &["export"]),
    ("fluent_bundle", &["words"]),
    ("unic_langid", &["words"]),
    ("egui", &["ui"]),
    ("eframe", &["ui"]),
    ("egui_plot", &["ui"]),
    ("base64", &["export", "store"]), // in the store: files behind articles in a Case JSON
    ("winit", &["ui"]),
    ("x11rb", &["ui"]), // asks the window that has a case to the front
    ("rfd", &["ui"]),
    ("arboard", &["ui"]),
    ("accesskit", &["ui"]),
    // Readers of articles, and what finds out their encoding and language.
    ("dom_smoothie", &["intake"]),
    ("dom_query", &["intake"]),
    ("mail_parser", &["intake"]),
    ("quick_xml", &["intake"]),
    ("pdf_extract", &["intake"]),
    ("zip", &["intake", "export", "workspace"]), // the workspace unfolds ZIPs of files,
    ("chardetng", &["intake"]),
    ("whatlang", &["intake"]),
    ("zstd", &["store"]),
    ("clap", &["cli"]),
    ("thiserror", &["store", "intake", "export", "workspace", "ui", "cli"]),
    // In intake: words out of a PDF may have their accents as marks of their own.
    // In export: what a reduced face must hold.
    ("unicode_normalization", &["store", "intake", "export"]),
    ("subsetter", &["export"]),
    ("write_fonts", &["export"]),
    ("getrandom", &["workspace"]),
];

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut open = vec![root];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("src is readable") {
            let path = entry.expect("src is readable").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("a source file is UTF-8");
                found.push((path, text));
            }
        }
    }
    found.sort();
    assert!(found.len() > 40, "the house has {} files: this test looks in the wrong place", found.len());
    found
}

/// The room of a file; `main.rs`, `lib.rs` and `cli.rs` stand outside of rooms.
fn room_of(path: &Path) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let inside = path.strip_prefix(root).expect("a file of src");
    let first = inside.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// The lines of code, without comments and without the unit tests at a file's foot.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().take_while(|(_, line)| line.trim() != "#[cfg(test)]");
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn no_room_sees_what_it_must_not() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let room = room_of(&path);
        let allowed = SEES.iter().find(|(name, _)| *name == room).map(|(_, sees)| *sees);
        for (number, line) in code(&text) {
            if line.contains("crate::{") {
                faults.push(format!(
                    "{}:{}: `crate::{{` hides which room is seen",
                    path.display(),
                    number + 1
                ));
            }
            let Some(allowed) = allowed else { continue };
            for (other, _) in SEES.iter().filter(|(other, _)| *other != room && !allowed.contains(other)) {
                if line.contains(&format!("crate::{other}::")) {
                    faults.push(format!("{}:{}: {room} must not see {other}", path.display(), number + 1));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_outside_crate_stays_in_its_room() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let room = room_of(&path);
        for (number, line) in code(&text) {
            for (name, _) in LIVES_IN.iter().filter(|(_, rooms)| !rooms.contains(&room.as_str())) {
                let named = line.find(&format!("{name}::")).is_some_and(|at| {
                    let before = line[..at].chars().next_back();
                    !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
                });
                if named {
                    faults.push(format!("{}:{}: {name} does not live in {room}", path.display(), number + 1));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_opens_with_its_duty_and_stays_under_the_wall() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        if !text.starts_with("//! ") {
            faults.push(format!("{}: opens without `//! `", path.display()));
        }
        if text.lines().count() > WALL {
            faults.push(format!("{}: {} lines, the wall is {WALL}", path.display(), text.lines().count()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_room_has_more_files_than_one_can_hold_in_mind() {
    const MOST: usize = 12;
    let mut folders: std::collections::BTreeMap<PathBuf, usize> = std::collections::BTreeMap::new();
    for (path, _) in sources() {
        *folders.entry(path.parent().expect("a folder").to_owned()).or_default() += 1;
    }
    let full: Vec<_> = folders.iter().filter(|(_, files)| **files > MOST).collect();
    assert!(full.is_empty(), "folders with more than {MOST} files: {full:?}");
}

#[test]
fn main_hands_over_and_does_nothing_else() {
    let (_, text) = sources().into_iter().find(|(path, _)| path.ends_with("main.rs")).expect("main.rs");
    assert!(text.lines().count() <= 40, "main.rs has {} lines", text.lines().count());
}

#[test]
fn colours_live_in_one_file() {
    let mut faults = Vec::new();
    for (path, text) in sources().into_iter().filter(|(path, _)| !path.ends_with("scene/style.rs")) {
        for (number, line) in code(&text) {
            if line.contains("Ink::hex(") && !line.contains("fn hex") || line.contains("Color32::from_rgb(") {
                faults.push(format!("{}:{}", path.display(), number + 1));
            }
        }
    }
    assert!(faults.is_empty(), "a colour outside of scene/style.rs: {faults:?}");
}

/// Beginnings of keys that are chosen first and made a sentence of later.
const SORTS: [&str; 20] = [
    "step-",
    "note-",
    "row-",
    "unread-",
    "dated-",
    "zip-",
    "sort-of-",
    "left-out-",
    "arrived-",
    "nothing-",
    "list-lacks-",
    "fault-",
    "rule-",
    "json-",
    "doing-",
    "used-by-",
    "id-of-",
    "view-part-",
    "layout-",
    "when-not-",
];
/// Elements of an office document and an origin of days that begin like keys.
const NO_KEYS: [&str; 3] = ["note-body", "note-citation", "json-ld"];

#[test]
fn every_sentence_that_is_made_has_words() {
    let words = caseline::workspace::FluentWords::english();
    let mut found = 0;
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for key in text.split("Sentence::new(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            found += 1;
            if caseline::model::Words::word(&words, key) == key {
                faults.push(format!("{}: {key}", path.display()));
            }
        }
        let literals = text.split('"').skip(1).step_by(2);
        let is_key = |text: &&str| {
            !NO_KEYS.contains(text)
                && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'-' | b'0'..=b'9'))
        };
        let sorted = |text: &&str| SORTS.iter().any(|sort| text.starts_with(sort) && text.len() > sort.len());
        for key in literals.filter(is_key).filter(sorted) {
            found += 1;
            if caseline::model::Words::word(&words, key) == key {
                faults.push(format!("{}: {key}", path.display()));
            }
        }
    }
    assert!(found > 200, "{found} were looked at");
    assert!(faults.is_empty(), "no words for {faults:#?}");
}

/// Files whose errors are texts and not sentences, and why nobody meets them in a window in the wrong language.
const TEXTS: [(&str, &str); 5] = [
    ("src/ui/form/draft.rs", "they are spoken where they are found"),
    ("src/workspace/outside/mod.rs", "of variables, before there is a window"),
    ("src/store/case_json/codes.rs", "they go through serde, which takes a text"),
    ("src/intake/columns.rs", "columns are named on the command line alone"),
    ("src/intake/find/dates/words.rs", "they go through serde, which takes a text"),
];

/// An error that is made a text speaks English in every window: it has to stay a `Sentence` until a language is known.
/// What a library or the system says is put into a sentence, by `.text(`.
#[test]
fn no_error_becomes_a_text_before_it_is_spoken() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let holds = |line: &str, names: &[&str]| names.iter().any(|name| line.contains(name));
    let mut found: Vec<&str> = Vec::new();
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let room = room_of(&path);
        if !["store", "intake", "export", "workspace", "ui"].contains(&room.as_str()) {
            continue;
        }
        let name = path.strip_prefix(home).expect("a file of src");
        let excused = TEXTS.iter().find(|(file, _)| Path::new(file) == name);
        for (number, line) in code(&text) {
            let is_text = line.contains(", String>") && line.contains("Result<");
            // Libraries' own words for damage inside a file are all that store and export turn into texts.
            let is_said = ["workspace", "ui"].contains(&room.as_str())
                && holds(line, &["error.to_string()", "why.to_string()", "fault.to_string()"])
                && !line.contains(".text(");
            match excused {
                Some((file, _)) if is_text => found.push(file),
                _ if is_text || is_said => faults.push(format!("{}:{}", name.display(), number + 1)),
                _ => {}
            }
        }
    }
    assert!(faults.is_empty(), "errors that would be told in English: {faults:#?}");
    let idle: Vec<_> = TEXTS.iter().filter(|(file, _)| !found.contains(file)).collect();
    assert!(idle.is_empty(), "excused, and without need: {idle:?}");
}
