//! Pictures for paper of generated cases, in every size and in scripts of all kinds: nothing over anything else, nothing
//! beyond the page, everything in its lane or counted.

use caseline::model::{CaseContent, Paper, View};
use caseline::scene::{Rect, Target};
use caseline::store::case_json;
use caseline::timeline::RowKind;
use caseline::workspace::{Canvas, Command, Drawn, FileCommand, Outside, PRESETS, Purpose, Workspace};
use proptest::prelude::*;

use crate::crowd::crowd;
use crate::picture::texts;
use crate::program::Program;

/// Titles and labels, in the scripts that cases are written in.
const WORDS: [(&str, &str); 6] = [
    ("Ambassador called home after talks fail", "ambassador called home"),
    ("Россия высылает дипломатов после решения Варшавы", "высланы дипломаты"),
    ("Посольство скорочує штат через рішення міністерства", "скорочено штат"),
    ("Außenministerium erklärt Botschaftsangehörige zu unerwünschten Personen", "Gesandter ausgewiesen"),
    ("وزارة الخارجية تطرد دبلوماسيين", "طرد دبلوماسيين"),
    ("外交部宣布驱逐外交官", "驱逐外交官"),
];

fn case(events: usize, seed: u64, paper: Paper, title: &str) -> CaseContent {
    let mut case = crowd(events, seed);
    for (at, event) in case.events.iter_mut().enumerate() {
        let (title, label) = WORDS[(at + usize::try_from(seed % 6).unwrap()) % WORDS.len()];
        title.clone_into(&mut event.title);
        event.label = event.label.is_some().then(|| label.to_owned());
    }
    let view = View { title: Some(title.to_owned()), paper: Some(paper), ..case.views.remove(0) };
    case.views = vec![view];
    case
}

fn drawn(case: &CaseContent) -> Drawn {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.caseline.json");
    std::fs::write(&path, case_json::write(case)).unwrap();
    let mut workspace = Workspace::new(Outside { state: None, fixed_now: Some(1_767_225_600) });
    workspace.apply(Command::File(FileCommand::Open(path, Purpose::Read)));
    workspace.wait();
    let canvas = Canvas::paper(workspace.view().paper, caseline::model::Theme::Light);
    workspace.draw(canvas);
    workspace.wait();
    workspace.draw(canvas)
}

fn faults(drawn: &Drawn) -> Vec<String> {
    let scene = &drawn.scene;
    let page = Rect { x: 0.0, y: 0.0, w: scene.width, h: scene.height };
    let within =
        |rect: &Rect| page.contains([rect.x, rect.y]) && page.contains([rect.x + rect.w, rect.y + rect.h]);
    let texts = texts(scene);
    let mut faults = Vec::new();
    for (at, (text, rect)) in texts.iter().enumerate() {
        if !within(rect) {
            faults.push(format!("{text:?} lies beyond the page: {rect:?}"));
        }
        let over = texts[at + 1..].iter().filter(|(_, under)| rect.overlaps(under));
        faults.extend(over.map(|(other, _)| format!("{text:?} lies over {other:?}")));
    }
    for item in &drawn.layout.items {
        let row = &drawn.layout.rows[item.row];
        let holds = (row.top..=row.top + row.height).contains(&row.line);
        let axis = &drawn.layout.axis;
        let on_axis = (axis.left() - 0.5..=axis.right() + 0.5).contains(&item.x);
        if !holds || !on_axis {
            faults.push(format!("{:?} stands outside of its lane, at {}", item.events, item.x));
        }
    }
    for spot in &scene.spots {
        let is_mark = matches!(spot.target, Target::Event(_) | Target::Block(_));
        if is_mark && !within(&spot.rect) {
            faults.push(format!("{} lies beyond the page: {:?}", spot.name, spot.rect));
        }
    }
    faults
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_words_meet_and_nothing_leaves_the_page(
        events in prop_oneof![Just(0_usize), Just(1), 2..40_usize, 40..400_usize],
        seed in 0..10_000_u64,
        preset in 0..PRESETS.len(),
        labels in 0..4_usize,
        long in 0..3_usize,
    ) {
        let labels = caseline::model::LabelDensity::ALL[labels];
        let title = WORDS[seed as usize % 6].0.repeat([1, 4, 60][long]);
        let paper = Paper { labels, ..PRESETS[preset].paper() };
        let drawn = drawn(&case(events, seed, paper, &title));
        let faults = faults(&drawn);
        prop_assert!(faults.is_empty(), "{} of {events}, seed {seed}: {}", PRESETS[preset].name, faults.join("\n"));
        let hidden = &drawn.layout.hidden;
        let counted = hidden.shown + hidden.off() + hidden.outside + hidden.other_lanes + hidden.undated;
        prop_assert_eq!(counted, events);
    }
}

#[test]
fn a_picture_that_is_held_in_the_hand_has_twelve_lanes_and_counts_the_others() {
    for preset in PRESETS.iter().filter(|preset| preset.seen <= 400) {
        let drawn = drawn(&case(400, 5, preset.paper(), "Title"));
        let lanes = drawn.layout.rows.iter().filter(|row| matches!(row.kind, RowKind::Lane(_))).count();
        let folded = drawn.layout.rows.iter().find_map(|row| match &row.kind {
            RowKind::Folded(lanes) => Some(lanes.len()),
            _ => None,
        });
        assert!(
            lanes <= 12 && folded.is_some_and(|folded| folded > 10),
            "{}: {lanes}, {folded:?}",
            preset.name
        );
        let foot = drawn.layout.area.top + drawn.layout.area.height - drawn.layout.body.1;
        assert!(foot < f64::from(drawn.scene.height) * 0.12, "{}: {foot} points are empty", preset.name);
    }
}

/// Three hundred countries and made-up lanes, an event in each.
fn three_hundred_lanes() -> String {
    let lanes: Vec<serde_json::Value> = (0..300)
        .map(|at| serde_json::json!({ "code": format!("lane:l{at}"), "name": format!("Lane {at}"), "type": "own" }))
        .collect();
    let events: Vec<serde_json::Value> = (0..300)
        .map(|at| {
            serde_json::json!({ "id": format!("e{at}"), "when": format!("2022-{:02}-{:02}", 1 + at % 12, 1 + at % 28),
                "title": format!("Event {at}"), "kind": "meeting", "status": "confirmed",
                "lanes": [{ "code": format!("lane:l{at}"), "role": "place" }] })
        })
        .collect();
    serde_json::json!({ "caseline": 1, "title": "Many", "lanes": lanes, "events": events }).to_string()
}

#[test]
fn three_hundred_lanes_on_a_postcard_are_folded_and_counted() {
    let program = Program::new();
    program.put("a.caseline.json", three_hundred_lanes());
    program.done("export a.caseline.json -o out.png --preset postcard");
    assert_eq!(program.done("info out.png").json()["events"], 300);
    program.done("export a.caseline.json -o out.svg --preset postcard");
    assert!(program.text("out.svg").contains("others"));
}

#[test]
fn sizes_beyond_reason_are_refused_and_nothing_is_written() {
    let program = Program::new();
    program.put("a.caseline.json", three_hundred_lanes());
    for size in ["--width 0", "--width 1000000", "--height 0", "--mm 1x1"] {
        assert_eq!(program.run(&format!("export a.caseline.json -o out.png {size}")).code, 2, "{size}");
    }
    program.run("export a.caseline.json -o out.png --width 20000 --height 20000").failed_saying(&["20000"]);
    program.run("export a.caseline.json -o out.png --preset 8k --scale 8").failed_saying(&["7680 × 4320"]);
    assert!(!program.names().iter().any(|name| name.starts_with("out") || name.contains("part")));
}

#[test]
fn days_in_one_row_are_said_alike() {
    let program = Program::with_sample("river-spill");
    let mut seen = std::collections::BTreeSet::new();
    for width in [1_100, 1_400, 1_700, 2_000, 2_600] {
        program.done(&format!(
            "export case.caseline -o days.svg --force --width {width} --height 600 --seen {width}"
        ));
        let says = |text: &str| program.text("days.svg").contains(&format!(">{text}</text>"));
        // The ninth has room for its month where the tenth has none.
        assert_eq!(says("9 Apr"), says("10 Apr"), "at {width}");
        seen.insert(says("9 Apr"));
    }
    assert_eq!(seen.len(), 2, "no width was tried at which the form changes");
}

#[test]
fn the_strip_names_only_what_stands_in_it() {
    let program = Program::new();
    let rows = |hub: &str| {
        let row = |at: u32| {
            let country = ["Poland", "Latvia", "Italy"][at as usize % 3];
            format!(
                "2022-04-{:02},{country} expels diplomats,{country},Russia,expulsion,{}\n",
                1 + at % 28,
                3 + at
            )
        };
        format!("date,title,actor,target,kind,count\n{}{hub}", (0..60).map(row).collect::<String>())
    };
    for (name, hub, says) in [
        ("one", "", false),
        ("both", "2022-05-18,Russia expels diplomats,Russia,Poland,expulsion,45\n", true),
    ] {
        program.put(&format!("{name}.csv"), rows(hub));
        program.done(&format!("new {name}.caseline"));
        program.done(&format!("import {name}.csv --into {name}.caseline"));
        program.done(&format!("export {name}.caseline -o {name}.svg --width 1200 --height 700"));
        let svg = program.text(&format!("{name}.svg"));
        assert!(svg.contains(">sent home by them, a"), "{name} has no strip");
        assert_eq!(svg.contains(">sent home by Russia</text>"), says, "{name}");
    }
}
