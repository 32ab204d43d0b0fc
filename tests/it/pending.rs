//! Edits on their way: pending until they are written, kept where they can't be, and history in the window's hands.

use std::path::Path;

use caseline::model::{
    CaseEdit, Edit, Event, EventChange, EventEdit, EventId, HistoryStep, LinkType, Status, Theme,
};
use caseline::ui::Window;
use caseline::workspace::{Canvas, Command, HistoryCommand, Outside, Remedy, Weight, Workspace, in_english};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::program::Program;
use crate::shown::{SIZE, click, settle};
use crate::workspace::opened;

fn said(step: &HistoryStep) -> String {
    in_english(&step.label)
}

fn title(workspace: &mut Workspace, id: EventId) -> Event {
    workspace.want([id]);
    workspace.wait();
    Event::clone(&workspace.card(id).expect("fetched"))
}

fn put(event: &Event) -> Command {
    Command::Edit(Edit::Event(EventEdit::Put(Box::new(event.clone()))))
}

fn history(workspace: &mut Workspace, way: HistoryCommand) {
    workspace.apply(Command::History(way));
    workspace.wait();
}

/// Another program that is writing to the case.
fn busy(path: &Path) -> rusqlite::Connection {
    let other = rusqlite::Connection::open(path).expect("a database");
    other.execute_batch("BEGIN IMMEDIATE").expect("held");
    other
}

#[test]
fn an_edit_is_shown_at_once_and_pending_until_it_is_written() {
    let program = Program::with_sample("river-spill");
    let mut workspace = opened(&program, "case.caseline");
    let id = workspace.columns().marks[0].event;
    let mut event = title(&mut workspace, id);
    event.title = "Retitled".into();
    workspace.apply(put(&event));
    assert_eq!(workspace.card(id).expect("there").title, "Retitled", "before the store has answered");
    assert!(workspace.is_pending(id) && workspace.pending().count == 1);
    workspace.wait();
    assert!(!workspace.is_pending(id) && workspace.pending().stuck.is_none());
    assert_eq!(workspace.card(id).expect("still there, without being asked for").title, "Retitled");
    let (undo, redo) = workspace.next_steps();
    assert!(said(undo.expect("a step")).ends_with("as “Retitled”") && redo.is_none());
    assert_eq!(undo.expect("a step").events, [id]);
}

#[test]
fn an_edit_that_breaks_a_rule_is_told_and_shows_what_was() {
    let program = Program::with_sample("river-spill");
    let mut workspace = opened(&program, "case.caseline");
    let id = workspace.columns().marks[0].event;
    let event = title(&mut workspace, id);
    workspace.apply(put(&Event { kind: "unheard-of".into(), ..event.clone() }));
    workspace.wait();
    let notices = workspace.take_notices();
    assert!(notices[0].weight == Weight::Failed && notices[0].text.contains("unheard-of"), "{notices:?}");
    assert_eq!(workspace.pending().count, 0);
    assert_eq!(title(&mut workspace, id), event);
}

#[test]
fn what_can_not_be_written_waits_in_its_order_and_goes_when_it_can() {
    let program = Program::with_sample("river-spill");
    let mut workspace = opened(&program, "case.caseline");
    let id = workspace.columns().marks[0].event;
    let mut event = title(&mut workspace, id);
    let held = busy(&program.path("case.caseline"));
    event.title = "First".into();
    workspace.apply(put(&event));
    event.status = Status::Disputed;
    workspace.apply(put(&event));
    workspace.wait();
    let notices = workspace.take_notices();
    assert_eq!(notices.len(), 1, "told once: {notices:?}");
    assert_eq!(notices[0].remedy, Some(Remedy::SaveCopy));
    workspace.apply(Command::Edit(Edit::Case(CaseEdit::Title("Third".into()))));
    history(&mut workspace, HistoryCommand::Undo);
    assert!(workspace.take_notices()[0].text.contains("could not be written yet"));
    let pending = workspace.pending();
    assert_eq!((pending.count, pending.events.contains(&id)), (3, true));
    assert!(in_english(pending.stuck.expect("a reason")).contains("in use by another program"));
    assert_eq!(title(&mut workspace, id).title, "First", "it stays in sight");

    held.execute_batch("ROLLBACK").expect("let go");
    history(&mut workspace, HistoryCommand::Retry);
    assert_eq!((workspace.pending().count, workspace.title()), (0, "Third"));
    let event = title(&mut workspace, id);
    assert_eq!((event.title.as_str(), event.status), ("First", Status::Disputed));
    assert_eq!(
        workspace.history().iter().filter(|step| !step.undone).count(),
        4,
        "the import and three edits"
    );
}

#[test]
fn the_window_says_what_waits_and_offers_to_try_again() {
    let program = Program::with_sample("river-spill");
    let outside = Outside { state: Some(program.path("state")), fixed_now: Some(1_762_300_800) };
    let files = [program.path("case.caseline")];
    let mut shown = Harness::builder()
        .with_size(SIZE)
        .with_step_dt(1.0 / 60.0)
        .build_eframe(|made| Window::new(&made.egui_ctx, outside, &files));
    settle(&mut shown);
    let held = busy(&files[0]);
    shown.state_mut().apply(Command::Edit(Edit::Case(CaseEdit::Title("Another".into()))));
    settle(&mut shown);
    shown.get_by_label("1 edit is not written yet");
    held.execute_batch("ROLLBACK").expect("let go");
    click(&mut shown, "Try again");
    settle(&mut shown);
    assert!(shown.query_by_label("1 edit is not written yet").is_none());
    assert_eq!(shown.state().workspace().title(), "Another");
}

#[test]
fn what_can_not_be_written_can_be_given_up() {
    let program = Program::with_sample("river-spill");
    let mut workspace = opened(&program, "case.caseline");
    let id = workspace.columns().marks[0].event;
    let before = title(&mut workspace, id);
    let held = busy(&program.path("case.caseline"));
    workspace.apply(put(&Event { title: "Never".into(), ..before.clone() }));
    workspace.wait();
    held.execute_batch("ROLLBACK").expect("let go");
    history(&mut workspace, HistoryCommand::GiveUp);
    assert_eq!(workspace.pending().count, 0);
    assert_eq!(title(&mut workspace, id), before);
    workspace.apply(put(&Event { title: "After all".into(), ..before }));
    workspace.wait();
    assert_eq!(title(&mut workspace, id).title, "After all");
}

#[test]
fn undo_goes_on_over_a_restart_and_to_any_step() {
    let program = Program::with_sample("river-spill");
    let mut workspace = opened(&program, "case.caseline");
    let first = workspace.columns().clone();
    let events: Vec<EventId> = first.marks.iter().map(|mark| mark.event).take(3).collect();
    for change in [EventChange::Status(Status::Alleged), EventChange::AddTag("checked".into())] {
        workspace.apply(Command::Edit(Edit::Event(EventEdit::Change { events: events.clone(), change })));
    }
    workspace.apply(Command::Edit(Edit::Event(EventEdit::Remove(vec![events[0]]))));
    workspace.wait();
    let changed = workspace.columns().clone();
    let labels: Vec<String> = workspace.history().iter().map(said).collect();
    assert_eq!(labels.len(), 4, "{labels:?}");
    assert!(
        labels[0].starts_with("remove “")
            && labels[1].starts_with("tag ")
            && labels[2].starts_with("set status of ")
    );
    drop(workspace);

    let mut workspace = opened(&program, "case.caseline");
    assert_eq!(*workspace.columns(), changed);
    history(&mut workspace, HistoryCommand::Undo);
    assert!(workspace.history()[0].undone && workspace.next_steps().1.is_some());
    let import = workspace.history().last().expect("the import").id;
    history(&mut workspace, HistoryCommand::GoTo(import));
    assert_eq!(*workspace.columns(), first);
    let last = workspace.history()[0].id;
    history(&mut workspace, HistoryCommand::GoTo(last));
    assert_eq!(*workspace.columns(), changed);
    history(&mut workspace, HistoryCommand::Redo);
    assert!(workspace.take_notices()[0].text.contains("nothing to redo"));
}

#[test]
fn forms_find_links_lanes_and_kinds() {
    let program = Program::with_sample("expelled-diplomat");
    let mut workspace = opened(&program, "case.caseline");
    let links = workspace.links().len();
    assert!(links > 0 && !workspace.lanes().is_empty() && workspace.kinds().index_of("expulsion").is_some());
    let link = workspace.links()[0].clone();
    let remove =
        caseline::model::LinkEdit::Remove { from: link.from, to: link.to, link_type: link.link_type };
    workspace.apply(Command::Edit(Edit::Link(remove)));
    workspace.wait();
    assert_eq!((workspace.links().len(), workspace.columns().ties.len()), (links - 1, links - 1));
    assert!(LinkType::ALL.contains(&workspace.links()[0].link_type));
}

#[test]
fn after_an_edit_the_picture_keeps_its_words() {
    let program = Program::with_sample("river-spill");
    let mut workspace = opened(&program, "case.caseline");
    let canvas = Canvas { width: 1_280.0, height: 720.0, theme: Theme::Light, paper: false, fit: false };
    workspace.draw(canvas);
    workspace.wait();
    let shown: Vec<EventId> = workspace
        .columns()
        .marks
        .iter()
        .map(|mark| mark.event)
        .filter(|id| workspace.card(*id).is_some())
        .collect();
    assert!(shown.len() > 3);
    let change = EventEdit::Change { events: vec![shown[0]], change: EventChange::AddTag("x".into()) };
    workspace.apply(Command::Edit(Edit::Event(change)));
    workspace.wait();
    assert!(shown.iter().all(|id| workspace.card(*id).is_some()), "no label is lost for a moment");
    assert_eq!(workspace.card(shown[0]).expect("there").tags.last().map(String::as_str), Some("x"));
}
