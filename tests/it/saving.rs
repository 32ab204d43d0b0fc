//! Cases without a file, saved, copied, closed, and found again after a crash.

use std::fs;
use std::path::{Path, PathBuf};

use caseline::model::{Edit, Event, EventEdit};
use caseline::store::{Access, Store};
use caseline::workspace::{
    Beside, Command, FileCommand, HistoryCommand, Look, Middle, OfferCommand, Outcome, Outside, Purpose,
    Remedy, TakeIn, Weight, Workspace, in_english,
};

use crate::program::{Program, sample};

const SPILL: &str = "river-spill.caseline.json";

fn outside(program: &Program) -> Outside {
    Outside { state: Some(program.path("state")), fixed_now: Some(1_762_300_800) }
}

fn workspace(program: &Program) -> Workspace {
    Workspace::new(outside(program))
}

fn file(workspace: &mut Workspace, command: FileCommand) {
    workspace.apply(Command::File(command));
    workspace.wait();
}

fn open(workspace: &mut Workspace, path: PathBuf) {
    file(workspace, FileCommand::Open(path, Purpose::Work));
}

fn add(workspace: &mut Workspace, title: &str) {
    let event = Event { title: title.to_owned(), kind: "other".to_owned(), ..Event::default() };
    workspace.apply(Command::Edit(Edit::Event(EventEdit::Put(Box::new(event)))));
    workspace.wait();
}

fn told(workspace: &mut Workspace) -> Vec<(Weight, String)> {
    workspace.take_notices().into_iter().map(|notice| (notice.weight, notice.text)).collect()
}

/// Files of the private folder's cases.
fn kept(program: &Program) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(program.path("state/unsaved")) else { return Vec::new() };
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// Titles of the events that a case file holds.
fn titles(path: &Path) -> Vec<String> {
    let store = Store::open(path, Access::Read).unwrap().store;
    store.content().unwrap().events.into_iter().map(|event| event.title).collect()
}

#[test]
fn a_case_from_json_is_in_memory_until_its_first_edit_and_then_in_the_private_folder() {
    let program = Program::new();
    program.put(SPILL, sample(SPILL));
    let mut workspace = workspace(&program);
    open(&mut workspace, program.path(SPILL));
    assert!(kept(&program).is_empty() && !workspace.is_unsaved_work());

    add(&mut workspace, "Dam opened");
    assert_eq!(told(&mut workspace), []);
    assert!(workspace.is_unsaved_work() && workspace.path().is_none());
    let [held] = &kept(&program)[..] else { panic!("{:?}", kept(&program)) };
    assert!(titles(held).contains(&"Dam opened".to_owned()), "the edit is on disk");
    assert_eq!(program.read(SPILL), sample(SPILL), "the JSON stays as it was");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(held), mode(held.parent().unwrap())), (0o600, 0o700));
    }
}

#[test]
fn undo_goes_back_to_the_file_as_it_was_opened() {
    let program = Program::new();
    program.put(SPILL, sample(SPILL));
    let mut workspace = workspace(&program);
    open(&mut workspace, program.path(SPILL));
    let events = workspace.columns().events;
    add(&mut workspace, "Dam opened");
    for _ in 0..2 {
        workspace.apply(Command::History(HistoryCommand::Undo));
        workspace.wait();
    }
    assert_eq!(workspace.columns().events, events, "the second undo finds nothing to take back");
}

#[test]
fn save_as_moves_a_case_to_its_file_where_every_edit_goes_from_then_on() {
    let program = Program::new();
    let mut workspace = workspace(&program);
    file(&mut workspace, FileCommand::Start);
    assert!(workspace.is_open() && workspace.columns().events == 0);
    add(&mut workspace, "First");
    let path = program.path("mine.caseline");
    file(&mut workspace, FileCommand::SaveAs { path: path.clone(), force: false });
    assert_eq!((workspace.path(), workspace.is_unsaved_work()), (Some(path.as_path()), false));
    assert!(kept(&program).is_empty(), "what was in the private folder has moved");
    add(&mut workspace, "Second");
    assert_eq!(titles(&path), ["First", "Second"]);
    program.run("import x.csv --into mine.caseline").failed_saying(&["is open in another Caseline"]);
    assert_eq!(program.names(), ["mine.caseline"], "nothing stands beside it");
    workspace.apply(Command::History(HistoryCommand::Undo));
    workspace.apply(Command::History(HistoryCommand::Undo));
    workspace.wait();
    assert_eq!(titles(&path), [""; 0], "its history has moved with it");
}

#[test]
fn a_copy_is_the_whole_case_and_work_goes_on_where_it_was() {
    let program = Program::with_sample("river-spill");
    let mut workspace = workspace(&program);
    open(&mut workspace, program.path("case.caseline"));
    for name in ["copy.caseline", "copy.caseline.json"] {
        file(&mut workspace, FileCommand::SaveCopy { path: program.path(name), force: false });
        let saved = workspace.take_outcomes().pop();
        assert_eq!(saved, Some(Outcome::Saved(program.path(name), Vec::new())));
    }
    add(&mut workspace, "After the copy");
    assert_eq!(workspace.path(), Some(program.path("case.caseline").as_path()));
    assert_eq!(program.read("copy.caseline.json"), sample(SPILL));
    program.done("export copy.caseline -o again.caseline.json");
    assert_eq!(program.read("again.caseline.json"), sample(SPILL));
}

#[test]
fn what_stands_under_a_name_is_replaced_only_when_that_is_said() {
    let program = Program::with_sample("river-spill");
    let mut workspace = workspace(&program);
    open(&mut workspace, program.path("case.caseline"));
    program.put("old.caseline", "something else");
    for save in [
        FileCommand::SaveAs { path: program.path("old.caseline"), force: false },
        FileCommand::SaveCopy { path: program.path("old.caseline"), force: false },
        FileCommand::SaveCopy { path: program.path("case.caseline"), force: true },
        FileCommand::SaveAs { path: program.path("x.caseline.json"), force: true },
        FileCommand::SaveCopy { path: program.path("nowhere/x.caseline"), force: true },
    ] {
        file(&mut workspace, save.clone());
        let notices = told(&mut workspace);
        assert!(notices.len() == 1 && notices[0].0 == Weight::Failed, "{save:?}: {notices:?}");
    }
    assert_eq!(program.text("old.caseline"), "something else");
    file(&mut workspace, FileCommand::SaveCopy { path: program.path("old.caseline"), force: true });
    assert_eq!(titles(&program.path("old.caseline")), titles(&program.path("case.caseline")));

    let mut other = crate::saving::workspace(&program);
    open(&mut other, program.path("old.caseline"));
    file(&mut workspace, FileCommand::SaveCopy { path: program.path("old.caseline"), force: true });
    assert!(told(&mut workspace).iter().any(|(_, text)| text.contains("is open in another Caseline")));
}

#[test]
fn a_closed_case_leaves_nothing_open_and_what_was_not_saved_of_it_is_gone() {
    let program = Program::new();
    let mut workspace = workspace(&program);
    file(&mut workspace, FileCommand::Start);
    add(&mut workspace, "Thrown away");
    file(&mut workspace, FileCommand::Close);
    assert!(!workspace.is_open() && workspace.columns().events == 0 && kept(&program).is_empty());
    add(&mut workspace, "Into nothing");
    assert!(
        told(&mut workspace)
            .iter()
            .any(|(weight, text)| *weight == Weight::Failed && text.contains("no case"))
    );
}

#[test]
fn what_a_crash_leaves_is_offered_and_can_be_opened_or_forgotten() {
    let program = Program::new();
    // Its state is that of a crash: the case is there, and nobody holds its lock.
    let crash = |title: &str| {
        let mut workspace = workspace(&program);
        file(&mut workspace, FileCommand::OpenSample);
        add(&mut workspace, title);
        drop(workspace);
    };
    crash("Written before the crash");
    crash("Another");
    let mut workspace = workspace(&program);
    file(&mut workspace, FileCommand::Offer(OfferCommand::Look));
    let left = workspace.offer().unwrap().unsaved.clone();
    assert_eq!(left.len(), 2);
    assert_eq!((left[0].title.as_str(), left[0].events), ("The diplomat who came back", 274));

    file(&mut workspace, FileCommand::Reopen(left[0].path.clone()));
    assert!(workspace.is_open() && workspace.is_unsaved_work() && workspace.path().is_none());
    let mut second = crate::saving::workspace(&program);
    file(&mut second, FileCommand::Offer(OfferCommand::Look));
    assert_eq!(second.offer().unwrap().unsaved.len(), 1, "the one that is open again is not offered");
    file(&mut second, FileCommand::Reopen(left[0].path.clone()));
    assert!(told(&mut second).iter().any(|(_, text)| text.contains("is open in another Caseline")));
    file(&mut second, FileCommand::Offer(OfferCommand::ForgetUnsaved));
    assert!(second.offer().unwrap().unsaved.is_empty());
    assert!(left[0].path.exists() && !left[1].path.exists(), "what is open stays");
    file(&mut second, FileCommand::Reopen(program.path("river-spill.caseline")));
    assert_eq!(told(&mut second).len(), 1, "only cases of the private folder");
}

#[test]
fn recent_cases_are_remembered_the_latest_first_and_can_be_forgotten() {
    let program = Program::with_sample("river-spill");
    program.put("events.csv", "date,title\n2022,a\n");
    let mut workspace = workspace(&program);
    for name in ["case.caseline", "events.csv", "case.caseline"] {
        open(&mut workspace, program.path(name));
    }
    program.done("info events.csv");
    file(&mut workspace, FileCommand::Offer(OfferCommand::Look));
    let names = |workspace: &Workspace| -> Vec<(String, bool)> {
        let recent = &workspace.offer().unwrap().recent;
        let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
        recent.iter().map(|one| (name(&one.path), one.missing)).collect()
    };
    assert_eq!(names(&workspace), [("case.caseline".to_owned(), false), ("events.csv".to_owned(), false)]);
    let first = workspace.offer().unwrap().recent[0].clone();
    assert_eq!(first.at, 1_762_300_800);
    assert!(first.title.contains("Somera"), "{first:?}");

    fs::remove_file(program.path("events.csv")).unwrap();
    file(&mut workspace, FileCommand::Offer(OfferCommand::Look));
    assert_eq!(names(&workspace)[1], ("events.csv".to_owned(), true));
    let gone = workspace.offer().unwrap().recent[1].path.clone();
    file(&mut workspace, FileCommand::Offer(OfferCommand::ForgetRecent(gone)));
    assert_eq!(names(&workspace).len(), 1);
}

#[test]
fn a_case_opens_as_it_was_left() {
    let program = Program::with_sample("expelled-diplomat");
    let mut first = workspace(&program);
    open(&mut first, program.path("case.caseline"));
    first.apply(Command::Look(Look::ChooseView("Tit for tat, spring 2022".to_owned())));
    first.apply(Command::Look(Look::ZoomAt { x: 500.0, factor: 2.0 }));
    let left = first.stretches().to_vec();
    first.keep_view();
    first.wait();
    assert_eq!(told(&mut first), []);
    drop(first);

    let mut again = workspace(&program);
    open(&mut again, program.path("case.caseline"));
    assert_eq!(again.view().name, "Tit for tat, spring 2022");
    let off = |at: usize| (again.stretches()[at].span.seconds() - left[at].span.seconds()).abs();
    assert!(off(0) <= 86_400, "{left:?} {:?}", again.stretches());
    assert!(again.keeps_view_in().is_none(), "nothing has changed since");
    drop(again);
    program.done("check case.caseline");
    let info = program.done("info case.caseline").json();
    assert_eq!(info["views"].as_array().unwrap().len(), 3);
}

#[test]
fn a_case_opens_at_what_was_chosen_and_read_with_the_panels_that_were_open() {
    let program = Program::with_sample("expelled-diplomat");
    let mut first = workspace(&program);
    open(&mut first, program.path("case.caseline"));
    let event = first.columns().marks[20].event;
    let article = first.articles()[3].key.clone();
    let show = Look::ShowArticle { key: article.clone(), event: Some(event), place: None };
    for look in
        [Look::SelectEvent(event), show, Look::Beside(Some(Beside::Review)), Look::Middle(Middle::Table)]
    {
        first.apply(Command::Look(look));
    }
    first.wait();
    let before = program.read("case.caseline");
    first.apply(Command::File(FileCommand::Close));
    first.wait();
    assert!(first.selection().is_none());

    let mut again = workspace(&program);
    open(&mut again, program.path("case.caseline"));
    assert_eq!((again.selection(), again.middle()), (Some(event), Middle::Table));
    assert_eq!(again.open_article().map(|open| open.key.clone()), Some(article));
    assert_eq!(again.beside(), Some(&Beside::Review));
    assert_eq!(again.card(event).map(|card| card.id), Some(event), "its words are fetched");

    // Who looks and changes nothing, changes nothing.
    let left = program.read("case.caseline");
    assert_ne!(left, before, "where one was is written when the case is left");
    again.apply(Command::File(FileCommand::Close));
    again.wait();
    assert_eq!(program.read("case.caseline"), left);
    // For the command line it is only a case.
    let mut reader = workspace(&program);
    file(&mut reader, FileCommand::Open(program.path("case.caseline"), Purpose::Read));
    assert!(reader.selection().is_none() && reader.open_article().is_none());
    program.done("check case.caseline");
}

#[test]
fn looking_is_no_edit_and_a_case_that_is_only_read_keeps_nothing() {
    let program = Program::with_sample("river-spill");
    let before = program.read("case.caseline");
    let mut workspace = workspace(&program);
    file(&mut workspace, FileCommand::Open(program.path("case.caseline"), Purpose::Read));
    workspace.apply(Command::Look(Look::OneSegment));
    workspace.apply(Command::Look(Look::ZoomAt { x: 300.0, factor: 4.0 }));
    workspace.keep_view();
    workspace.wait();
    assert_eq!(program.read("case.caseline"), before);

    file(&mut workspace, FileCommand::OpenSample);
    workspace.apply(Command::Look(Look::ZoomAt { x: 300.0, factor: 4.0 }));
    workspace.keep_view();
    workspace.wait();
    assert!(!workspace.is_unsaved_work() && kept(&program).is_empty());
}

#[test]
fn without_a_private_folder_it_is_said_that_only_memory_holds_the_edits() {
    let mut workspace = Workspace::new(Outside { state: None, fixed_now: Some(0) });
    file(&mut workspace, FileCommand::Start);
    add(&mut workspace, "One");
    add(&mut workspace, "Two");
    let told = told(&mut workspace);
    assert!(told.len() == 1 && told[0].1.contains("CASELINE_STATE_DIR"), "{told:?}");
    assert_eq!(workspace.columns().events, 2);
}

#[cfg(unix)]
#[test]
fn a_case_that_was_moved_away_says_so_and_can_still_be_saved() {
    let program = Program::with_sample("river-spill");
    for gone in ["moved", "deleted"] {
        let path = program.path(&format!("{gone}.caseline"));
        fs::copy(program.path("case.caseline"), &path).unwrap();
        let mut workspace = workspace(&program);
        open(&mut workspace, path.clone());
        if gone == "moved" {
            fs::rename(&path, program.path("elsewhere.caseline")).unwrap();
        } else {
            fs::remove_file(&path).unwrap();
        }
        let events = workspace.columns().events;
        add(&mut workspace, "Too late");
        let notices = workspace.take_notices();
        assert_eq!(notices.len(), 1);
        assert!(notices[0].text.contains("was moved, renamed or deleted"), "{notices:?}");
        assert_eq!(notices[0].remedy, Some(Remedy::SaveAs));

        let rescued = program.path(&format!("{gone}-rescued.caseline"));
        file(&mut workspace, FileCommand::SaveAs { path: rescued.clone(), force: false });
        add(&mut workspace, "In time");
        let saved = titles(&rescued);
        assert_eq!(saved.len(), events + 2, "what could not be written has waited for its file");
        assert_eq!(saved[events..], ["Too late", "In time"]);
    }
}

#[test]
fn files_are_taken_in_one_by_one_with_progress_and_the_rest_is_left_when_cancelled() {
    let program = Program::new();
    let files: Vec<PathBuf> = (0..40)
        .map(|at| format!("{at:02}.csv"))
        .map(|name| {
            program.put(&name, format!("date,title,country\n2022-01-02,{name},IT\n"));
            program.path(&name)
        })
        .collect();
    let mut workspace = workspace(&program);
    file(&mut workspace, FileCommand::Start);
    workspace.apply(Command::File(FileCommand::TakeIn(TakeIn { files: files.clone(), ..TakeIn::default() })));
    while workspace.under_way().is_empty() {
        // The files are counted first.
        workspace.poll();
    }
    assert_eq!(workspace.under_way()[0].counted().unwrap().1, 40);
    workspace.apply(Command::File(FileCommand::Cancel));
    workspace.wait();
    let taken = workspace.take_outcomes().len();
    assert!(taken < 40 && workspace.columns().events == taken, "{taken}");
    let notices = told(&mut workspace);
    assert!(notices.iter().any(|(_, text)| text.contains("of 40 files were taken in")), "{notices:?}");
    // The reading thread lets go a moment after its last answer.
    let gone = (0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        workspace.under_way().is_empty()
    });
    assert!(gone);

    file(&mut workspace, FileCommand::TakeIn(TakeIn { files, ..TakeIn::default() }));
    assert_eq!(workspace.columns().events, 40, "those that were there already are there once");
    assert_eq!(workspace.columns().marks.len(), 40);
}

#[test]
fn a_folder_is_listed_with_folders_first_and_says_why_it_cannot_be() {
    let program = Program::new();
    program.put("b.csv", "x");
    program.put("A.caseline", "x");
    fs::create_dir(program.path("zoo")).unwrap();
    let mut workspace = workspace(&program);
    file(&mut workspace, FileCommand::List(program.path("")));
    let folder = workspace.folder().unwrap();
    let names: Vec<&str> = folder.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["zoo", "A.caseline", "b.csv"]);
    file(&mut workspace, FileCommand::List(program.path("nowhere")));
    let fault = workspace.folder().unwrap().fault.clone().unwrap();
    assert!(in_english(&fault).contains("nowhere does not exist"), "{fault:?}");
}
