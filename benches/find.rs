//! Finding in a large case: what a filter leaves, what a search finds, and the table's order.
//!
//! A line of JSON for each measure: milliseconds from the command to its answer, and the longest that the window's thread
//! was held meanwhile. With 10⁵ events a filter and a search should be answered within 100 ms, and nothing should hold the
//! window's thread for 50 ms; of more, the last picture stays, dimmed, until the answer is there. Other sizes can be
//! named: `-- 1000000`.

// A bench that cannot set itself up has nothing to measure.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[path = "../tests/it/crowd.rs"]
mod crowd;

use std::time::{Duration, Instant};

use caseline::model::{
    CaseContent, Edit, EventChange, EventEdit, EventId, Filter, Import, LaneCode, Role, Status,
};
use caseline::store::{Store, Surroundings};
use caseline::workspace::{
    Command, FileCommand, FindCommand, ListColumn, ListOrder, Outside, Purpose, Workspace,
};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
const ROUNDS: usize = 15;

fn main() {
    let named: Vec<usize> = std::env::args().filter_map(|arg| arg.parse().ok()).collect();
    // `cargo test --benches` asks only whether it runs.
    let usual = if std::env::args().any(|arg| arg == "--bench") { &SIZES[..] } else { &SIZES[..1] };
    for size in if named.is_empty() { usual } else { &named[..] } {
        let mut opened = Opened::new(*size);
        opened.filters();
        opened.searches();
        opened.orders();
        opened.walk();
    }
}

fn make(path: &std::path::Path, size: usize) {
    let mut chance = crowd::Chance::new(7);
    let mut content = crowd::crowd(size, 1);
    dress(&mut content, &mut chance);
    let mut random = || chance.next();
    let import = Edit::Import(Box::new(Import { from: "bench".into(), content, ..Import::default() }));
    let mut store = Store::create(path).unwrap();
    store.apply(&import, &mut Surroundings { now: 0, random: &mut random }).unwrap();
}

struct Opened {
    workspace: Workspace,
    size: usize,
    _folder: tempfile::TempDir,
}

/// Times of one round: to the answer, and the longest hold of the window's thread.
type Times = (Duration, Duration);

impl Opened {
    fn new(size: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.caseline");
        // On a thread of its own, as a window makes none: a gigabyte of words that this one lets go would be cleared up by
        // the allocator in the middle of the first question that is measured.
        let make = || make(&path, size);
        std::thread::scope(|scope| scope.spawn(make).join().unwrap());
        let state = Some(folder.path().join("state"));
        let mut workspace = Workspace::new(Outside { state, fixed_now: None });
        workspace.apply(Command::File(FileCommand::Open(path, Purpose::Work)));
        workspace.wait();
        assert_eq!(workspace.columns().events, size);
        Self { workspace, size, _folder: folder }
    }

    /// Asks, and polls as a window does until everything is answered.
    fn ask(&mut self, ask: impl FnOnce(&mut Workspace)) -> Times {
        let begin = Instant::now();
        ask(&mut self.workspace);
        let mut held = begin.elapsed();
        while self.workspace.busy() {
            std::thread::sleep(Duration::from_micros(200));
            let turn = Instant::now();
            self.workspace.poll();
            held = held.max(turn.elapsed());
        }
        (begin.elapsed(), held)
    }

    fn measure(&mut self, what: &str, mut round: impl FnMut(&mut Self, usize) -> Times) {
        let mut times: Vec<Times> = (0..ROUNDS).map(|number| round(self, number)).collect();
        let held = times.iter().map(|(_, held)| *held).max().unwrap_or_default();
        times.sort_unstable();
        let ms = |time: Duration| time.as_secs_f64() * 1_000.0;
        println!(
            "{{\"bench\":\"{what}\",\"events\":{},\"median_ms\":{:.2},\"worst_ms\":{:.2},\"thread_ms\":{:.2}}}",
            self.size,
            ms(times[ROUNDS / 2].0),
            ms(times[ROUNDS - 1].0),
            ms(held)
        );
    }

    fn filters(&mut self) {
        let filter = |number: usize| {
            let lane = ["PL", "DE", "GB", "EU"][number % 4];
            let lanes = vec![LaneCode::parse(lane).unwrap()];
            match number % 3 {
                0 => Filter { lanes, roles: vec![Role::Actor], ..Filter::default() },
                1 => Filter { tags: vec![format!("tag {}", number % 7)], ..Filter::default() },
                _ => Filter { text: Some("expulsion".to_owned()), lanes, ..Filter::default() },
            }
        };
        let put = |workspace: &mut Workspace, filter: Filter| {
            workspace.apply(Command::Find(FindCommand::Filter(Box::new(filter))));
        };
        self.measure("filter", |opened, number| opened.ask(|workspace| put(workspace, filter(number))));
        self.workspace.apply(Command::Find(FindCommand::Counts(true)));
        self.measure("filter with counts", |opened, number| {
            opened.ask(|workspace| put(workspace, filter(number)))
        });
        self.measure("filter after an edit", |opened, number| {
            opened.ask(|workspace| workspace.apply(edit(number)))
        });
        self.workspace.apply(Command::Find(FindCommand::Counts(false)));
        self.ask(|workspace| put(workspace, Filter::default()));
    }

    fn searches(&mut self) {
        let words = ["expul", "PL and RU", "sanction 77", "\"meeting 4\"", "nowhere"];
        self.measure("search", |opened, number| {
            let words = words[number % words.len()].to_owned();
            opened.ask(|workspace| workspace.apply(Command::Find(FindCommand::Search(words))))
        });
        self.ask(|workspace| workspace.apply(Command::Find(FindCommand::Search(String::new()))));
    }

    fn orders(&mut self) {
        self.measure("table order", |opened, number| {
            let by = ListColumn::ALL[number % ListColumn::ALL.len()];
            let order = ListOrder { by, down: number >= ListColumn::ALL.len() };
            opened.ask(|workspace| drop(workspace.list(order)))
        });
    }

    /// A screen of rows after another, each with the words of its events: what scrolling the table asks for.
    fn walk(&mut self) {
        let rows = self.workspace.list(ListOrder::default());
        let rows = if rows.is_empty() {
            self.ask(|workspace| drop(workspace.list(ListOrder::default())));
            self.workspace.list(ListOrder::default())
        } else {
            rows
        };
        self.measure("table scroll", |opened, number| {
            let from = (rows.len() / ROUNDS * number).min(rows.len());
            let sight: Vec<EventId> = rows[from..].iter().take(40).copied().collect();
            opened.ask(|workspace| workspace.want(sight))
        });
    }
}

fn edit(number: usize) -> Command {
    let event = EventId(i64::try_from(number).unwrap() * 7 + 1);
    let change = EventChange::Status(Status::ALL[number % 3]);
    Command::Edit(Edit::Event(EventEdit::Change { events: vec![event], change }))
}

/// Tags for a third of the events.
fn dress(content: &mut CaseContent, chance: &mut crowd::Chance) {
    for event in &mut content.events {
        if chance.up_to(3) == 0 {
            event.tags.push(format!("tag {}", chance.up_to(40)));
        }
    }
}
