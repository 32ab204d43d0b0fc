//! A search that finds more than is listed: the best of what was weighed come first, and the list says what it leaves out.

use std::fmt::Write as _;

use caseline::ui::Window;
use caseline::workspace::{Command, FileCommand, FindCommand, FoundIn, Outside, Purpose, Workspace};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::program::Program;
use crate::shown::{SIZE, press_with, settle, type_text};

/// Events of which all name a bridge; the shortest names rank best.
const EVENTS: usize = 5_200;
const BEST: usize = 4_000;
/// The best of all, had it been weighed.
const BEYOND: usize = 5_150;

fn case() -> Program {
    let program = Program::new();
    let mut table = "date,title,kind,country\n".to_owned();
    for at in 0..EVENTS {
        let title = match at {
            BEST => "Bridge bridge".to_owned(),
            BEYOND => "Bridge bridge bridge".to_owned(),
            _ => format!("On the long road {at} to the river someone has seen a bridge"),
        };
        writeln!(table, "2022-{:02}-{:02},{title},incident,Poland", at % 12 + 1, at % 27 + 1).unwrap();
    }
    program.put("bridges.csv", table);
    for at in 0..3 {
        program.put(&format!("{at}.txt"), format!("Letter {at}\n\nThe bridge of letter {at} is shut.\n"));
    }
    program.done("new case.caseline");
    program.done("import bridges.csv 0.txt 1.txt 2.txt --into case.caseline");
    program
}

fn outside(program: &Program) -> Outside {
    Outside { state: Some(program.path("state")), fixed_now: Some(1_762_300_800) }
}

#[test]
fn among_very_many_hits_the_best_come_first_articles_have_their_part_and_the_list_says_so() {
    let program = case();
    {
        let mut workspace = Workspace::new(outside(&program));
        let open = FileCommand::Open(program.path("case.caseline"), Purpose::Read);
        workspace.apply(Command::File(open));
        workspace.wait();
        workspace.apply(Command::Find(FindCommand::Search("bridge".to_owned())));
        workspace.wait();
        let (found, _) = workspace.search_found();
        assert_eq!((found.events.len(), found.articles, found.weighed), (EVENTS, 3, 5_000));
        assert_eq!(found.hits.len(), 200);
        let first = &found.hits[0];
        assert_eq!(first.snippet, "Bridge bridge", "the best is first, however late it stands in the case");
        let articles = found.hits.iter().filter(|hit| matches!(hit.found, FoundIn::Article { .. }));
        assert_eq!(articles.count(), 3);
    }
    let outside = outside(&program);
    let file = program.path("case.caseline");
    let mut shown = Harness::builder()
        .with_size(SIZE)
        .with_step_dt(1.0 / 60.0)
        .build_eframe(|made| Window::new(&made.egui_ctx, outside, &[file]));
    settle(&mut shown);
    press_with(&mut shown, Modifiers::COMMAND, Key::F);
    type_text(&mut shown, "bridge");
    shown.get_by_label(
        "5,200 events, 3 articles · listed are the best 200, of events among the first 5,000 of the case",
    );
    press_with(&mut shown, Modifiers::COMMAND, Key::A);
    type_text(&mut shown, "\"bridge bridge\"");
    shown.get_by_label("2 events, 0 articles");
}
