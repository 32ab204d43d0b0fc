//! Pictures of the samples and of generated cases, drawn through the workspace as window and exporter draw them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use caseline::export::{Format, picture};
use caseline::model::Theme;
use caseline::scene::{Anchor, Rect, Scene, Shape, Target};
use caseline::store::case_json;
use caseline::timeline::RowKind;
use caseline::workspace::{Canvas, Command, Drawn, FileCommand, Look, Outside, Purpose, Workspace};

use crate::crowd::crowd;
use crate::golden;

fn still() -> Outside {
    Outside { state: None, fixed_now: Some(1_767_225_600) }
}

fn sample(name: &str) -> Workspace {
    opened(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples").join(name))
}

fn opened(path: PathBuf) -> Workspace {
    let mut workspace = Workspace::new(still());
    workspace.apply(Command::File(FileCommand::Open(path, Purpose::Read)));
    workspace.wait();
    workspace
}

fn paper(width: f32, height: f32) -> Canvas {
    Canvas { width, height, theme: Theme::Light, paper: true, fit: false }
}

/// Draws until all words are there.
fn draw(workspace: &mut Workspace, canvas: Canvas) -> Drawn {
    workspace.draw(canvas);
    workspace.wait();
    workspace.draw(canvas)
}

/// Sizes that pictures are really made in: window, article, social, slide, a strip.
const SIZES: [(f32, f32, bool); 6] = [
    (1_440.0, 830.0, false),
    (900.0, 560.0, false),
    (1_200.0, 675.0, true),
    (1_080.0, 1_350.0, true),
    (1_920.0, 1_080.0, true),
    (1_600.0, 420.0, true),
];

pub fn texts(scene: &Scene) -> Vec<(String, Rect)> {
    let mut found = Vec::new();
    for shape in &scene.shapes {
        let Shape::Text(line) = shape else { continue };
        let x = match line.anchor {
            Anchor::Start => line.at[0],
            Anchor::Middle => line.at[0] - line.width / 2.0,
            Anchor::End => line.at[0] - line.width,
        };
        let rect = Rect { x, y: line.at[1] - line.size * 0.66, w: line.width, h: line.size * 0.66 };
        found.push((line.text.clone(), rect));
    }
    found
}

#[test]
fn no_words_lie_over_other_words_or_beyond_the_edge() {
    let mut faults = Vec::new();
    for name in ["expelled-diplomat.caseline.json", "river-spill.caseline.json"] {
        let mut workspace = sample(name);
        let views: Vec<String> = workspace.views().iter().map(|view| view.name.clone()).collect();
        for view in views {
            workspace.apply(Command::Look(Look::ChooseView(view.clone())));
            for (width, height, on_paper) in SIZES {
                let drawn = draw(&mut workspace, Canvas { paper: on_paper, ..paper(width, height) });
                let texts = texts(&drawn.scene);
                for (at, (text, rect)) in texts.iter().enumerate() {
                    let edge = Rect { x: 0.0, y: 0.0, w: width, h: height };
                    let inside =
                        edge.contains([rect.x, rect.y]) && edge.contains([rect.x + rect.w, rect.y + rect.h]);
                    if !inside {
                        faults.push(format!("{view}, {width}×{height}: {text:?} lies beyond the edge"));
                    }
                    for (other, under) in &texts[at + 1..] {
                        if rect.overlaps(under) {
                            faults.push(format!("{view}, {width}×{height}: {text:?} lies over {other:?}"));
                        }
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_event_is_drawn_or_counted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("crowd.caseline.json");
    std::fs::write(&path, case_json::write(&crowd(2_000, 3))).unwrap();
    let mut workspace = opened(path);
    for (width, height, on_paper) in SIZES {
        let drawn = draw(&mut workspace, Canvas { paper: on_paper, ..paper(width, height) });
        let hidden = &drawn.layout.hidden;
        let counted = hidden.shown + hidden.off() + hidden.outside + hidden.other_lanes + hidden.undated;
        assert_eq!(counted, 2_000, "{width}×{height}: {hidden:?}");
        assert!(hidden.shown > 1_500, "{hidden:?}");
    }
}

#[test]
fn an_event_stands_once_in_each_of_its_home_lanes() {
    let mut workspace = sample("expelled-diplomat.caseline.json");
    let drawn = draw(&mut workspace, paper(1_440.0, 900.0));
    let mut seen = BTreeSet::new();
    for item in &drawn.layout.items {
        let folded = matches!(drawn.layout.rows[item.row].kind, RowKind::Folded(_));
        for event in &item.events {
            assert!(seen.insert((*event, item.row)) || folded, "{event:?} stands twice in row {}", item.row);
        }
    }
}

#[test]
fn lanes_keep_their_order_while_the_axis_moves() {
    let mut workspace = sample("expelled-diplomat.caseline.json");
    let canvas = Canvas { paper: false, ..paper(1_440.0, 830.0) };
    let rows = |drawn: &Drawn| drawn.layout.rows.iter().map(|row| row.kind.clone()).collect::<Vec<_>>();
    let before = rows(&draw(&mut workspace, canvas));
    workspace.apply(Command::Look(Look::ZoomAt { x: 400.0, factor: 3.0 }));
    workspace.apply(Command::Look(Look::Pan { segment: 1, by_pt: -120.0 }));
    assert_eq!(before, rows(&draw(&mut workspace, canvas)));
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let render = || {
        let mut workspace = sample("expelled-diplomat.caseline.json");
        let drawn = draw(&mut workspace, paper(800.0, 450.0));
        let svg = picture(&drawn.scene, Format::Svg, 1.0).unwrap().bytes;
        let png = picture(&drawn.scene, Format::Png, 1.0).unwrap().bytes;
        (svg, png)
    };
    assert_eq!(render(), render());
}

#[test]
fn the_opening_view_reads_out_the_wave_the_answers_and_the_man() {
    let mut workspace = sample("expelled-diplomat.caseline.json");
    let drawn = draw(&mut workspace, paper(1_440.0, 900.0));
    let said: Vec<String> = drawn
        .scene
        .spots
        .iter()
        .map(|spot| {
            let what = match &spot.target {
                Target::Event(_) => "mark",
                Target::Block(_) => "block",
                Target::Heap { .. } => "heap",
                Target::Lane(_) => "lane",
            };
            format!("{what}: {}", spot.name)
        })
        .collect();
    golden::check("opening-view.txt", &(said.join("\n") + "\n"));
}

#[test]
fn a_small_picture_stays_as_it_was_reviewed() {
    let mut workspace = sample("river-spill.caseline.json");
    let drawn = draw(&mut workspace, paper(1_200.0, 560.0));
    let svg = picture(&drawn.scene, Format::Svg, 1.0).unwrap().bytes;
    let drawn: Vec<&str> =
        std::str::from_utf8(&svg).unwrap().lines().filter(|line| !line.starts_with("<style>")).collect();
    golden::check("river-spill.svg", &(drawn.join("\n") + "\n"));
}
