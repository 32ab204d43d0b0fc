//! Looking after a case's file: made smaller, and looked through for damage once it is shown.

use std::fs;

use caseline::model::{Edit, Event, EventEdit, Theme};
use caseline::store::{Access, Store};
use caseline::workspace::{
    Canvas, Command, FileCommand, HistoryCommand, Pasted, Remedy, TakeIn, Upkeep, Weight, Workspace,
};

use crate::program::Program;
use crate::workspace::opened;

/// Draws as a window does until nothing more is asked for; what was told meanwhile.
fn shown(workspace: &mut Workspace) -> Vec<(Weight, String)> {
    let canvas = Canvas { width: 1_200.0, height: 700.0, theme: Theme::Light, paper: false, fit: false };
    for _ in 0..20 {
        workspace.draw(canvas);
        workspace.wait();
    }
    workspace.take_notices().into_iter().map(|notice| (notice.weight, notice.text)).collect()
}

fn apply(workspace: &mut Workspace, command: Command) {
    workspace.apply(command);
    workspace.wait();
}

#[test]
fn compacting_gives_back_the_room_of_what_was_undone_and_keeps_what_can_be_undone() {
    let program = Program::with_sample("river-spill");
    let mut workspace = opened(&program, "case.caseline");
    let event = Event { title: "Kept".into(), kind: "other".into(), ..Event::default() };
    apply(&mut workspace, Command::Edit(Edit::Event(EventEdit::Put(Box::new(event)))));
    let words: String = (0..60_000).map(|at| format!("word{at}")).collect::<Vec<_>>().join(" ");
    let pasted = TakeIn { pasted: Some(Pasted { text: words, html: None }), ..TakeIn::default() };
    apply(&mut workspace, Command::File(FileCommand::TakeIn(pasted)));
    apply(&mut workspace, Command::History(HistoryCommand::Undo));
    assert_eq!(workspace.open_article(), None, "what was undone is read no longer");
    shown(&mut workspace);
    let size = || fs::metadata(program.path("case.caseline")).expect("there").len();
    let before = size();
    apply(&mut workspace, Command::File(FileCommand::Upkeep(Upkeep::Compact)));
    let told = shown(&mut workspace);
    let [(Weight::Done, said)] = &told[..] else { panic!("{told:?}") };
    assert!(
        said.starts_with("Compacted: ") && said.ends_with("; 1 undone step can't be made again"),
        "{said}"
    );
    assert!(size() + 200_000 < before, "{before} became {}", size());
    let (undo, redo) = workspace.next_steps();
    assert!(undo.is_some() && redo.is_none());
    let events = workspace.columns().events;
    apply(&mut workspace, Command::History(HistoryCommand::Undo));
    assert_eq!(workspace.columns().events, events - 1, "what was done before can still be undone");
    drop(workspace);
    let store = Store::open(&program.path("case.caseline"), Access::Read).expect("opens").store;
    assert!(store.check().expect("checked").ok());
}

#[test]
fn a_case_that_may_not_be_written_is_not_compacted_and_says_why() {
    let program = Program::with_sample("river-spill");
    let _holder = opened(&program, "case.caseline");
    let mut second = opened(&program, "case.caseline");
    let held = shown(&mut second);
    assert!(held.iter().any(|(_, said)| said.contains("process ")), "by whom: {held:?}");
    apply(&mut second, Command::File(FileCommand::Upkeep(Upkeep::Compact)));
    let told = shown(&mut second);
    assert!(told.iter().any(|(_, said)| said.contains("for reading only")), "{told:?}");
}

#[test]
fn damage_is_told_once_the_case_is_shown_and_a_case_left_in_good_order_is_not_looked_through() {
    let program = Program::with_sample("river-spill");
    let path = program.path("case.caseline");
    drop(opened(&program, "case.caseline"));
    // The page that holds the originals, which opening does not read.
    let connection = rusqlite::Connection::open(&path).expect("a database");
    let root = "SELECT rootpage FROM sqlite_schema WHERE name = 'original'";
    let page: u32 = connection.query_row(root, [], |row| row.get(0)).expect("its root");
    let size: u32 = connection.query_row("PRAGMA page_size", [], |row| row.get(0)).expect("a size");
    drop(connection);
    let about = fs::metadata(&path).expect("there");
    let mut bytes = fs::read(&path).expect("read");
    bytes[((page - 1) * size) as usize..][..64].fill(0xAB);
    fs::write(&path, bytes).expect("written");
    let put_back =
        |time| fs::File::options().write(true).open(&path).and_then(|file| file.set_modified(time));
    // As if nobody had touched it: size, time and count of changes are those it was left with.
    put_back(about.modified().expect("a time")).expect("set");
    assert_eq!(shown(&mut opened(&program, "case.caseline")), [], "it is taken at its word");
    put_back(about.modified().expect("a time") + std::time::Duration::from_secs(1)).expect("set");
    let told = shown(&mut opened(&program, "case.caseline"));
    assert!(told.iter().any(|(_, said)| said.contains("is damaged: ")), "{told:?}");
}

#[test]
fn a_case_moved_or_deleted_under_the_window_keeps_the_edit_until_it_is_saved_elsewhere() {
    for is_deleted in [false, true] {
        let program = Program::with_sample("river-spill");
        let mut workspace = opened(&program, "case.caseline");
        let path = program.path("case.caseline");
        if is_deleted {
            fs::remove_file(&path).expect("deleted");
        } else {
            fs::rename(&path, program.path("elsewhere.caseline")).expect("moved");
        }
        let event = Event { title: "Written late".into(), kind: "other".into(), ..Event::default() };
        apply(&mut workspace, Command::Edit(Edit::Event(EventEdit::Put(Box::new(event)))));
        assert!(workspace.pending().stuck.is_some(), "deleted: {is_deleted}");
        let notices = workspace.take_notices();
        assert!(
            notices.iter().any(|one| one.weight == Weight::Failed && one.remedy == Some(Remedy::SaveAs)),
            "{notices:?}"
        );
        let new = program.path("new.caseline");
        apply(&mut workspace, Command::File(FileCommand::SaveAs { path: new.clone(), force: false }));
        assert_eq!((workspace.pending().count, workspace.pending().stuck), (0, None));
        drop(workspace);
        let store = Store::open(&new, Access::Read).expect("opens").store;
        let titles: Vec<String> =
            store.content().expect("read").events.into_iter().map(|one| one.title).collect();
        assert!(titles.contains(&"Written late".to_owned()) && store.check().expect("checked").ok());
    }
}
