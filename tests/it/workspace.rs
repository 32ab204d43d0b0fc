//! The running work without a window: commands in, what is shown out.

use std::path::Path;
use std::sync::mpsc::channel;

use caseline::model::{Edit, EventEdit, EventId, Reading, Span, Stamp, Switch, Theme, spoken_event};
use caseline::workspace::{
    Canvas, Command, Export, ExportFormat, FileCommand, Look, Outcome, Outside, PictureWish, Purpose, TakeIn,
    Weight, Workspace, in_english,
};

use crate::program::Program;

fn outside(program: &Program) -> Outside {
    Outside { state: Some(program.path("state")), fixed_now: Some(1_762_300_800) }
}

pub fn opened(program: &Program, name: &str) -> Workspace {
    let mut workspace = Workspace::new(outside(program));
    open(&mut workspace, &program.path(name));
    workspace
}

fn open(workspace: &mut Workspace, path: &Path) {
    workspace.apply(Command::File(FileCommand::Open(path.to_owned(), Purpose::Work)));
    workspace.wait();
}

fn look(workspace: &mut Workspace, look: Look) {
    workspace.apply(Command::Look(look));
    workspace.wait();
}

pub fn told(workspace: &mut Workspace) -> Vec<(Weight, String)> {
    workspace.take_notices().into_iter().map(|notice| (notice.weight, notice.text)).collect()
}

pub fn window() -> Canvas {
    Canvas { width: 1_280.0, height: 720.0, theme: Theme::Light, paper: false, fit: false }
}

#[test]
fn an_opened_case_shows_its_first_view() {
    let program = Program::with_sample("expelled-diplomat");
    let mut workspace = opened(&program, "case.caseline");
    assert_eq!(told(&mut workspace), []);
    assert_eq!((workspace.title(), workspace.views().len()), ("The diplomat who came back", 3));
    assert_eq!(workspace.view().name, "The wave and the return");
    assert_eq!(workspace.stretches().len(), 2);
    assert_eq!(workspace.path(), Some(program.path("case.caseline").as_path()));
    let first = workspace.stretches()[0].span;
    assert_eq!(first, Span::new(Stamp::from_civil(2022, 2, 21), Stamp::from_civil(2022, 7, 4)));
}

#[test]
fn a_table_opens_as_a_case_that_is_not_saved_with_a_view_that_suggests_itself() {
    let program = Program::new();
    program.put("events.csv", "date,title,country\n2022-04-05,a,IT\n2022-04-06,,IT\n2022-04-07,c,FR\n");
    let mut workspace = opened(&program, "events.csv");
    assert_eq!((workspace.path(), workspace.title(), workspace.columns().events), (None, "events", 2));
    assert_eq!(workspace.stretches().len(), 1);
    let notices = told(&mut workspace);
    assert!(
        notices.iter().any(|(weight, text)| *weight == Weight::Doubt && text.contains("line 3")),
        "{notices:?}"
    );
}

#[test]
fn words_are_fetched_for_what_is_drawn() {
    let program = Program::with_sample("expelled-diplomat");
    let mut workspace = opened(&program, "case.caseline");
    let before = workspace.draw(window());
    let ids = before.wanted();
    assert!(ids.len() > 100);
    let singles = before.layout.items.iter().filter(|item| item.events.len() == 1);
    let ids: Vec<EventId> = singles.flat_map(|item| item.events.clone()).collect();
    assert!(ids.len() > 40 && ids.iter().all(|id| workspace.card(*id).is_none()));
    workspace.wait();
    let after = workspace.draw(window());
    assert!(ids.iter().all(|id| workspace.card(*id).is_some()));
    assert_ne!(before.scene, after.scene, "labels have come");
    let card = workspace.card(*ids.first().expect("one")).expect("there");
    assert!(spoken_event(&card, workspace.words().as_ref()).contains(&card.title));
}

#[test]
fn a_gesture_in_points_moves_the_time_under_the_pointer() {
    let program = Program::with_sample("expelled-diplomat");
    let mut workspace = opened(&program, "case.caseline");
    let axis = workspace.draw(window()).layout.axis.clone();
    let (first, second) = (workspace.stretches()[0].span, workspace.stretches()[1].span);
    let middle = f64::midpoint(axis.pieces()[0].x0, axis.pieces()[0].x1);

    look(&mut workspace, Look::ZoomAt { x: middle, factor: 2.0 });
    let zoomed = workspace.stretches()[0].span;
    assert_eq!((zoomed.seconds() * 2 - first.seconds()).abs() / 2, 0);
    assert!((zoomed.mid().0 - first.mid().0).abs() < 3_600, "it holds the place under the pointer");

    look(&mut workspace, Look::Pan { segment: 0, by_pt: 10.0 });
    assert!(workspace.stretches()[0].span.start() < zoomed.start(), "dragging right shows what was before");
    assert_eq!(workspace.stretches()[1].span, second, "the other segment stays");

    look(&mut workspace, Look::OneSegment);
    assert_eq!(workspace.stretches().len(), 1);
    look(&mut workspace, Look::Fit);
    let whole = workspace.stretches()[0].span;
    let dated =
        workspace.columns().marks.iter().filter(|mark| mark.t0 != Stamp::MAX && mark.t0 != Stamp::MIN);
    assert!(dated.into_iter().all(|mark| whole.contains(mark.t0)));
}

#[test]
fn a_selected_event_comes_into_sight() {
    let program = Program::with_sample("expelled-diplomat");
    let mut workspace = opened(&program, "case.caseline");
    let axis = workspace.draw(window()).layout.axis.clone();
    for _ in 0..3 {
        look(&mut workspace, Look::ZoomAt { x: axis.left(), factor: 2.0 });
    }
    let hidden = |workspace: &Workspace, at: Stamp| {
        workspace.stretches().iter().all(|stretch| !stretch.span.contains(at))
    };
    let days = workspace.columns().marks.iter().filter(|mark| mark.bits.reading() == Reading::Point);
    let mark = *days.clone().find(|mark| hidden(&workspace, mark.t0)).expect("an event out of sight");
    look(&mut workspace, Look::SelectEvent(mark.event));
    assert_eq!(workspace.selection(), Some(mark.event));
    assert!(!hidden(&workspace, mark.t0));
    assert!(workspace.card(mark.event).is_some(), "its words are asked for at once");
    look(&mut workspace, Look::SelectNone);
    assert_eq!(workspace.selection(), None);
}

#[test]
fn an_article_opens_with_its_text_and_its_quotes() {
    let program = Program::with_sample("river-spill");
    let mut workspace = opened(&program, "case.caseline");
    let key = workspace.articles()[0].key.clone();
    assert!(workspace.articles().iter().all(|article| article.text.is_none()), "headings only");
    look(&mut workspace, Look::ShowArticle { key: key.clone(), event: None, place: None });
    let sheet = workspace.sheet().expect("it was fetched").clone();
    let text: Vec<char> = sheet.article.text.as_ref().expect("a text").text.chars().collect();
    assert!(!sheet.quotes.is_empty());
    for (_, quote) in &sheet.quotes {
        let (start, end) = quote.place.expect("placed");
        assert_eq!(Some(text[start..end].iter().collect()), quote.exact);
    }
    look(&mut workspace, Look::CloseArticle);
    assert!(workspace.sheet().is_none() && workspace.open_article().is_none());
    look(&mut workspace, Look::ShowArticle { key: "nobody".to_owned(), event: None, place: None });
    assert!(told(&mut workspace)[0].1.contains("no article \"nobody\""));
}

#[test]
fn a_view_is_chosen_by_name_and_switches_change_it() {
    let program = Program::with_sample("expelled-diplomat");
    let mut workspace = opened(&program, "case.caseline");
    look(&mut workspace, Look::ChooseView("The post in Serbia".to_owned()));
    assert_eq!(workspace.view().name, "The post in Serbia");
    for switch in [Look::Strip(Switch::Off), Look::Pairs(Switch::Off), Look::Posts(Switch::Off)] {
        look(&mut workspace, switch);
    }
    let view = workspace.view();
    assert_eq!([view.strip, view.pairs, view.posts], [Switch::Off; 3]);
    look(&mut workspace, Look::Theme(Theme::Dark));
    assert_eq!(workspace.theme(), Theme::Dark);
    look(&mut workspace, Look::ChooseView("No such".to_owned()));
    assert_eq!(workspace.view().name, "The post in Serbia");
    assert_eq!(told(&mut workspace)[0].0, Weight::Failed);
}

#[test]
fn the_second_one_who_opens_a_case_reads_only_and_is_told_who_writes() {
    let program = Program::with_sample("river-spill");
    let mut first = opened(&program, "case.caseline");
    let mut second = opened(&program, "case.caseline");
    assert_eq!(told(&mut first), []);
    assert_eq!(first.read_only(), None);
    let why = second.read_only().expect("read-only").to_owned();
    assert!(in_english(&why).contains(&format!("process {}", std::process::id())), "{why:?}");
    assert_eq!(second.columns().events, first.columns().events);

    second.apply(Command::Edit(Edit::Event(EventEdit::Remove(vec![EventId(1)]))));
    second.wait();
    assert!(
        told(&mut second)
            .iter()
            .any(|(weight, text)| *weight == Weight::Failed && text.contains("reading only"))
    );

    program.put("events.csv", "date,title\n2022,a\n");
    let import = "import events.csv --into case.caseline";
    program.run(import).failed_saying(&["case.caseline is open in another Caseline", "close it there first"]);
    program.run("new case.caseline --force").failed_saying(&["is open in another Caseline"]);
    program.done("info case.caseline");
    drop(first);
    program.done(import);
}

#[cfg(unix)]
#[test]
fn the_private_folder_is_its_owner_s_alone() {
    use std::os::unix::fs::PermissionsExt;
    let program = Program::with_sample("river-spill");
    drop(opened(&program, "case.caseline"));
    let mode = |path: &Path| std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode(&program.path("state/locks")), 0o700);
    for lock in std::fs::read_dir(program.path("state/locks")).expect("locks") {
        let path = lock.expect("a lock").path();
        assert_eq!(mode(&path), 0o600);
        assert!(!path.to_string_lossy().contains("case.caseline"), "the name tells nothing");
    }
}

#[test]
fn a_file_that_cannot_be_opened_leaves_the_open_case_alone() {
    let program = Program::with_sample("river-spill");
    program.put("noise.caseline", "noise");
    let mut workspace = opened(&program, "case.caseline");
    let title = workspace.title().to_owned();
    for name in ["noise.caseline", "missing.caseline"] {
        open(&mut workspace, &program.path(name));
        let notices = told(&mut workspace);
        assert!(
            notices.len() == 1 && notices[0].0 == Weight::Failed && notices[0].1.contains(name),
            "{notices:?}"
        );
    }
    assert_eq!(workspace.title(), title);
    let drawn = workspace.draw(window());
    workspace.wait();
    let first = drawn.layout.items[0].events[0];
    assert!(workspace.card(first).is_some(), "and it can still be read");
}

#[test]
fn an_edit_makes_a_new_revision_and_what_was_fetched_is_fetched_again() {
    let program = Program::with_sample("river-spill");
    let mut workspace = opened(&program, "case.caseline");
    let id = workspace.columns().marks[0].event;
    workspace.want([id]);
    workspace.wait();
    let mut event = caseline::model::Event::clone(&workspace.card(id).expect("fetched"));
    let revision = workspace.revision();
    event.title = "Retitled".to_owned();
    workspace.apply(Command::Edit(Edit::Event(EventEdit::Put(Box::new(event)))));
    workspace.wait();
    assert_eq!(workspace.revision(), revision + 1);
    workspace.want([id]);
    workspace.wait();
    assert_eq!(workspace.card(id).expect("fetched").title, "Retitled");
}

#[test]
fn the_window_is_woken_when_an_answer_has_come() {
    let program = Program::with_sample("river-spill");
    let mut workspace = Workspace::new(outside(&program));
    let (ring, bell) = channel();
    workspace.set_wake(move || ring.send(()).expect("the test listens"));
    workspace.apply(Command::File(FileCommand::Open(program.path("case.caseline"), Purpose::Work)));
    assert!(workspace.busy());
    bell.recv_timeout(std::time::Duration::from_secs(20)).expect("it rings");
    assert!(workspace.poll() && workspace.is_open() && !workspace.poll());
}

#[test]
fn files_are_taken_into_the_open_case_and_a_picture_of_what_is_shown_is_made() {
    let program = Program::new();
    program.put("events.csv", "date,title,country\n2022-04-05,a,IT\n2022-04-07,c,FR\n");
    program.done("new case.caseline");
    let mut workspace = opened(&program, "case.caseline");
    let files = vec![program.path("events.csv")];
    workspace.apply(Command::File(FileCommand::TakeIn(TakeIn { files, ..TakeIn::default() })));
    workspace.wait();
    assert_eq!(workspace.columns().events, 2);
    let Some(Outcome::TakenIn(taken)) = workspace.take_outcomes().pop() else {
        panic!("nothing was taken in")
    };
    assert_eq!(taken.report.added, 2);

    let picture = PictureWish { view: caseline::workspace::ViewWish::Current, ..PictureWish::default() };
    let to = Some(program.path("now.svg"));
    let export =
        Export { format: ExportFormat::Svg, to, force: false, public: false, originals: false, picture };
    workspace.apply(Command::File(FileCommand::Export(Box::new(export))));
    workspace.wait();
    assert!(program.text("now.svg").contains("Italy"));
    assert!(
        told(&mut workspace).iter().any(|(weight, text)| *weight == Weight::Done && text.contains("now.svg"))
    );
}
