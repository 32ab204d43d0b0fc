//! The case file at full size against what SQLite alone does, as JSON lines `{"bench","n","ratio","ms","bare_ms"}`.
//!
//! `open`: from the command to the first complete picture of 10⁶ events, against a bare scan of all columns of `mark`.
//! `import`: a table of 10⁶ rows into a new case until it can be drawn, against reading its cells and inserting the same
//! rows into the same tables, indexes and search tables after them. `search`: of 10⁵ titles all that hold some words,
//! against the bare question to FTS5. Each is at most 2. Name some of them to run only these: `-- open`.
//!
//! Ours and the bare work take turns and the least of each counts: what else runs on the machine only adds.

// A bench that cannot set itself up has nothing to measure.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[path = "../tests/it/crowd.rs"]
#[allow(dead_code)] // only its generator is needed here
mod crowd;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use caseline::model::{Event, Role, Theme};
use caseline::store::{Access, Store};
use caseline::workspace::{Canvas, FileCommand, Outside, Purpose, TakeIn, Workspace};
use rusqlite::{Connection, Statement, Transaction, params_from_iter, types::Value};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let wanted: Vec<&String> = arguments.iter().filter(|word| !word.starts_with('-')).collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|word| *word == name);
    // `cargo test --benches` asks only whether it runs.
    let (large, small) =
        if arguments.iter().any(|word| word == "--bench") { (1_000_000, 100_000) } else { (2_000, 2_000) };
    let folder = tempfile::tempdir().unwrap();
    if is_wanted("open") || is_wanted("import") {
        let made = import(folder.path(), large, is_wanted("import"));
        if is_wanted("open") {
            open(folder.path(), &made, large);
        }
    }
    if is_wanted("search") {
        search(folder.path(), small);
    }
}

/// The least of both, by turns.
fn least(
    rounds: usize,
    mut ours: impl FnMut() -> Duration,
    mut bare: impl FnMut() -> Duration,
) -> (f64, f64) {
    let mut best = (Duration::MAX, Duration::MAX);
    for _ in 0..rounds {
        best = (best.0.min(ours()), best.1.min(bare()));
    }
    (best.0.as_secs_f64() * 1_000.0, best.1.as_secs_f64() * 1_000.0)
}

fn print(bench: &str, n: usize, (ours, bare): (f64, f64)) {
    println!(
        "{{\"bench\":\"{bench}\",\"n\":{n},\"ratio\":{:.2},\"ms\":{ours:.1},\"bare_ms\":{bare:.1}}}",
        ours / bare
    );
}

fn workspace(folder: &Path) -> Workspace {
    let mut workspace = Workspace::new(Outside { state: Some(folder.join("state")), fixed_now: Some(0) });
    workspace.survey_beside();
    workspace
}

/// Draws as a window does, until no survey and no word is missing.
fn draw(workspace: &mut Workspace) -> usize {
    let canvas = Canvas { width: 1_440.0, height: 830.0, theme: Theme::Light, paper: false, fit: false };
    loop {
        let drawn = workspace.draw(canvas);
        if !workspace.is_surveying() && !workspace.busy() {
            return drawn.layout.hidden.shown;
        }
        workspace.wait();
    }
}

fn open(folder: &Path, path: &Path, n: usize) {
    let ours = || {
        let mut workspace = workspace(folder);
        let start = Instant::now();
        workspace.apply(FileCommand::Open(path.to_owned(), Purpose::Work).into());
        workspace.wait();
        let shown = draw(&mut workspace);
        let took = start.elapsed();
        assert_eq!(shown, n, "the picture is not complete");
        took
    };
    let bare = || {
        let start = Instant::now();
        let connection = Connection::open(path).unwrap();
        let mut select = connection.prepare("SELECT lane, t0, event, t1, bits, known FROM mark").unwrap();
        let mut rows = select.query([]).unwrap();
        let mut sum = 0_i64;
        while let Some(row) = rows.next().unwrap() {
            for column in 0..6 {
                sum = sum.wrapping_add(row.get::<_, i64>(column).unwrap());
            }
        }
        std::hint::black_box(sum);
        start.elapsed()
    };
    print("open", n, least(7, ours, bare));
}

fn import(folder: &Path, n: usize, is_measured: bool) -> PathBuf {
    let table = folder.join("events.csv");
    write_table(&table, n);
    let made = folder.join("made.caseline");
    let bare_path = folder.join("bare.caseline");
    let ours = || {
        let _ = std::fs::remove_file(&made);
        drop(Store::create(&made).unwrap());
        let mut workspace = workspace(folder);
        workspace.apply(FileCommand::Open(made.clone(), Purpose::Work).into());
        workspace.wait();
        let start = Instant::now();
        let files = vec![table.clone()];
        workspace.apply(FileCommand::TakeIn(TakeIn { files, ..TakeIn::default() }).into());
        workspace.wait();
        let took = start.elapsed();
        assert_eq!(workspace.columns().events, n);
        took
    };
    let bare = || {
        let _ = std::fs::remove_file(&bare_path);
        drop(Store::create(&bare_path).unwrap());
        cells(&table, n) + insert(&made, &bare_path)
    };
    if is_measured {
        print("import", n, least(3, ours, bare));
    } else {
        least(1, ours, || Duration::MAX);
    }
    made
}

/// A table as other programs write it, without ids.
fn write_table(path: &Path, n: usize) {
    let mut writer = csv::Writer::from_path(path).unwrap();
    writer
        .write_record(["date", "title", "label", "kind", "status", "count", "actor", "target", "place"])
        .unwrap();
    for event in crowd::crowd(n, 1).events {
        let lane = |role| {
            let part = event.lanes.iter().find(|part| part.role == role);
            part.map_or("", |part| part.lane.as_str()).to_owned()
        };
        let count = event.count.map(|count| count.min.to_string()).unwrap_or_default();
        let Event { when, title, label, kind, status, .. } = &event;
        let when = when.as_ref().map_or("", |when| when.as_str());
        let label = label.as_deref().unwrap_or_default();
        let lanes = [Role::Actor, Role::Target, Role::Place].map(lane);
        let [actor, target, place] = &lanes;
        writer.write_record([when, title, label, kind, status.code(), &count, actor, target, place]).unwrap();
    }
    writer.flush().unwrap();
}

/// Reads all cells of the table.
fn cells(table: &Path, n: usize) -> Duration {
    let start = Instant::now();
    let mut reader = csv::Reader::from_path(table).unwrap();
    let mut record = csv::StringRecord::new();
    let mut rows = 0;
    while reader.read_record(&mut record).unwrap() {
        rows += 1;
    }
    assert_eq!(rows, n);
    start.elapsed()
}

/// The same rows into the same tables, one statement a table: only what writes counts, and not what reads the rows.
fn insert(from: &Path, into: &Path) -> Duration {
    const AT_ONCE: i64 = 10_000;
    let from = Connection::open(from).unwrap();
    let mut into = Connection::open(into).unwrap();
    into.execute_batch("PRAGMA cache_size = -65536; DROP INDEX event_batch; DELETE FROM lane;").unwrap();
    let last: i64 = from.query_row("SELECT max(id) FROM event", [], |row| row.get(0)).unwrap();
    let start = Instant::now();
    let transaction = into.transaction().unwrap();
    let mut took = start.elapsed();
    for whole in ["lane", "batch"] {
        took += copy(&from, &transaction, &format!("SELECT * FROM {whole}"), whole);
    }
    for table in ["event", "event_lane"] {
        let key = if table == "event" { "id" } else { "event" };
        for first in (0..=last).step_by(AT_ONCE as usize) {
            let to = first + AT_ONCE;
            let sql = format!("SELECT * FROM {table} WHERE {key} >= {first} AND {key} < {to}");
            took += copy(&from, &transaction, &sql, table);
        }
    }
    took += copy(&from, &transaction, "SELECT * FROM mark", "mark");
    for first in (0..=last).step_by(AT_ONCE as usize) {
        let to = first + AT_ONCE;
        // All of it is ASCII, so that it is folded by that.
        let sql = format!(
            "SELECT id, lower(title || coalesce(char(10) || label, '')) FROM event WHERE id >= {first} AND id < {to}"
        );
        took += copy(&from, &transaction, &sql, "event_words (rowid, words)");
    }
    let start = Instant::now();
    transaction.execute_batch("CREATE INDEX event_batch ON event (batch)").unwrap();
    transaction.commit().unwrap();
    took + start.elapsed()
}

fn copy(from: &Connection, into: &Transaction<'_>, select: &str, table: &str) -> Duration {
    let mut select = from.prepare(select).unwrap();
    let width = select.column_count();
    let places = vec!["?"; width].join(", ");
    let mut insert = into.prepare(&format!("INSERT INTO {table} VALUES ({places})")).unwrap();
    let mut read = select.query([]).unwrap();
    let mut values: Vec<Value> = Vec::new();
    let mut took = Duration::ZERO;
    while let Some(row) = read.next().unwrap() {
        values.extend((0..width).map(|column| row.get::<_, Value>(column).unwrap()));
        if values.len() > 100_000 {
            took += put(&mut insert, &mut values, width);
        }
    }
    took + put(&mut insert, &mut values, width)
}

fn put(insert: &mut Statement<'_>, values: &mut Vec<Value>, width: usize) -> Duration {
    let start = Instant::now();
    for row in values.chunks(width) {
        insert.execute(params_from_iter(row)).unwrap();
    }
    let took = start.elapsed();
    values.clear();
    took
}

fn search(folder: &Path, n: usize) {
    let path = folder.join("searched.caseline");
    let table = folder.join("searched.csv");
    write_table(&table, n);
    drop(Store::create(&path).unwrap());
    let mut workspace = workspace(folder);
    workspace.apply(FileCommand::Open(path.clone(), Purpose::Work).into());
    workspace.apply(FileCommand::TakeIn(TakeIn { files: vec![table], ..TakeIn::default() }).into());
    workspace.wait();
    drop(workspace);
    let store = Store::open(&path, Access::Read).unwrap().store;
    let connection = Connection::open(&path).unwrap();
    // From every second title to none; a list of hits is as long as the window's.
    let words = ["ru", "expulsion", "pl expulsion", "sanction 77", "meeting 4", "number", "nowhere"];
    for listed in [0_usize, 200] {
        let ours = || {
            let start = Instant::now();
            for words in words {
                let found = match listed {
                    0 => store.events_with(words).unwrap().unwrap().len(),
                    listed => store.search_all(words, listed).unwrap().events.len(),
                };
                std::hint::black_box(found);
            }
            start.elapsed()
        };
        let bare = || {
            let start = Instant::now();
            let mut select =
                connection.prepare("SELECT rowid FROM event_words WHERE event_words MATCH ?1").unwrap();
            for words in words {
                let query = words.split(' ').map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" ");
                let rows = select.query_map([query], |row| row.get::<_, i64>(0)).unwrap();
                std::hint::black_box(rows.map(Result::unwrap).collect::<Vec<_>>());
            }
            start.elapsed()
        };
        let name = if listed == 0 { "search" } else { "search_listed" };
        print(name, n, least(15, ours, bare));
    }
}
