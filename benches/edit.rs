//! From a command that edits the case to the next complete picture: apply, wait for the store, draw.
//!
//! On the sample the median should stay under 16 ms and the slowest under 50 ms; generated cases show how the time
//! grows with the events. The case lies in a file in the system's folder for scratch, so that the disk counts.

// A bench that cannot set itself up has nothing to measure.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/it/crowd.rs"]
mod crowd;

use std::path::Path;

use caseline::model::{CaseContent, Edit, EventChange, EventEdit, EventId, Import, Status, Theme};
use caseline::store::{Store, Surroundings, case_json};
use caseline::workspace::{Canvas, Command, FileCommand, HistoryCommand, Outside, Purpose, Workspace};

fn main() {
    divan::main();
}

/// A window's workspace on a case in a file of its own.
struct Opened {
    workspace: Workspace,
    events: Vec<EventId>,
    turn: usize,
    _folder: tempfile::TempDir,
}

fn open(content: CaseContent) -> Opened {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.caseline");
    fill(&path, content);
    let mut workspace = Workspace::new(Outside { state: Some(folder.path().join("state")), fixed_now: None });
    workspace.apply(Command::File(FileCommand::Open(path, Purpose::Work)));
    workspace.wait();
    let mut events: Vec<EventId> = workspace.columns().marks.iter().map(|mark| mark.event).collect();
    events.dedup();
    let mut opened = Opened { workspace, events, turn: 0, _folder: folder };
    opened.draw();
    opened
}

fn fill(path: &Path, content: CaseContent) {
    let mut chance = crowd::Chance::new(7);
    let mut random = || chance.next();
    let import = Edit::Import(Box::new(Import { from: "bench".into(), content, ..Import::default() }));
    let mut store = Store::create(path).unwrap();
    store.apply(&import, &mut Surroundings { now: 0, random: &mut random }).unwrap();
}

impl Opened {
    /// Draws until nothing is missing: the words of what has come into sight are fetched once.
    fn draw(&mut self) {
        let canvas = Canvas { width: 1_440.0, height: 830.0, theme: Theme::Light, paper: false, fit: false };
        self.workspace.draw(canvas);
        if self.workspace.busy() {
            self.workspace.wait();
            self.workspace.draw(canvas);
        }
    }

    fn edit(&mut self) {
        self.turn += 1;
        let status = Status::ALL[self.turn % 3];
        let event = self.events[self.turn * 7 % self.events.len()];
        let change = EventChange::Status(status);
        let edit = EventEdit::Change { events: vec![event], change };
        self.workspace.apply(Command::Edit(Edit::Event(edit)));
        self.workspace.wait();
        self.draw();
    }
}

fn sample() -> CaseContent {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/expelled-diplomat.caseline.json");
    case_json::read(&std::fs::read(path).unwrap()).unwrap()
}

#[divan::bench(sample_count = 60)]
fn edit_of_the_sample(bencher: divan::Bencher<'_, '_>) {
    let mut opened = open(sample());
    bencher.bench_local(|| opened.edit());
}

#[divan::bench(sample_count = 60)]
fn undo_and_redo_in_the_sample(bencher: divan::Bencher<'_, '_>) {
    let mut opened = open(sample());
    opened.edit();
    let mut back = true;
    bencher.bench_local(|| {
        let way = if back { HistoryCommand::Undo } else { HistoryCommand::Redo };
        back = !back;
        opened.workspace.apply(Command::History(way));
        opened.workspace.wait();
        opened.draw();
    });
}

#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 20)]
fn edit_of(bencher: divan::Bencher<'_, '_>, events: usize) {
    let mut opened = open(crowd::crowd(events, 1));
    bencher.bench_local(|| opened.edit());
}
