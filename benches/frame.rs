//! What a frame costs, from the questions to the triangles, as JSON lines `{"bench","n","median_us","p95_us"}`.
//!
//! `frame`: a whole frame over a scripted tour of zoom and pan steps, 40 lanes. `first`: the first one after the
//! columns are there; `again`: later ones that show as much; `anew`: the same where no form is known from the frame
//! before. `questions`: what a full view asks of the index; `questions_closer`: what ever shorter spans ask. `rects`: egui
//! painting 10⁵ plain rectangles. `survey`: from columns to an index; `patch`: one edit in it. `bytes`: of columns and
//! tallies, for an event.

// A bench that cannot set itself up has nothing to measure.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[path = "../tests/it/crowd.rs"]
#[allow(dead_code)] // only its generator is needed here
mod crowd;
#[path = "../tests/it/marks.rs"]
mod marks;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use caseline::model::{Article, Columns, Event, EventId, LaneCode, Span, Theme, View};
use caseline::scene::Cards;
use caseline::timeline::{Axis, Homes, Question, Stretch, Survey, whole_case};
use caseline::workspace::{Canvas, FluentWords, PictureDesk, Request};

use marks::columns;

const WIDTH: f32 = 1_600.0;
const HEIGHT: f32 = 900.0;

/// Words of every event: what a window would have fetched of those in sight.
struct Titles(Vec<Event>);

impl Cards for Titles {
    fn event(&self, id: EventId) -> Option<&Event> {
        self.0.get(usize::try_from(id.0).unwrap_or(0) % self.0.len())
    }

    fn entity(&self, _: &str) -> Option<&str> {
        None
    }

    fn article(&self, _: &str) -> Option<&Article> {
        None
    }
}

fn titles() -> Titles {
    let event = |n: i64| Event {
        id: EventId(n),
        title: format!("Something that happened, number {n}"),
        label: (n % 5 == 0).then(|| format!("number {n}")),
        kind: "expulsion".to_owned(),
        ..Event::default()
    };
    Titles((0..997).map(event).collect())
}

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|one| one == name);
    if is_wanted("frame") {
        for n in [10_000, 100_000, 1_000_000] {
            frame(n);
        }
    }
    if is_wanted("rects") {
        rects(100_000);
    }
    if is_wanted("questions") {
        for n in [1_000_000, 10_000_000] {
            questions(n);
        }
    }
}

fn print(bench: &str, n: usize, mut micros: Vec<f64>) {
    micros.sort_by(f64::total_cmp);
    let at = |part: f64| micros[((micros.len() - 1) as f64 * part).round() as usize];
    println!("{{\"bench\":\"{bench}\",\"n\":{n},\"median_us\":{:.0},\"p95_us\":{:.0}}}", at(0.5), at(0.95));
}

/// Zooms in to a few hours and out again, with a pan after every second step.
fn tour(whole: Stretch) -> Vec<Vec<Stretch>> {
    let mut stretches = vec![whole];
    let mut steps = Vec::new();
    for step in 0..100 {
        let axis = Axis::new(&stretches, 0.0, f64::from(WIDTH) - 220.0, 14.0);
        let x = 300.0 + f64::from(step * 37 % 700);
        stretches = if step % 2 == 1 {
            axis.pan(&stretches, x, f64::from(step * 53 % 400) - 200.0)
        } else {
            axis.zoom_at(&stretches, x, if step < 50 { 1.4 } else { 1.0 / 1.4 })
        };
        steps.push(stretches.clone());
    }
    steps
}

fn question(columns: &Columns) -> Question {
    Question { hub: columns.lane_of(&LaneCode::parse("RU").unwrap()), ..Question::default() }
}

fn frame(n: usize) {
    let columns = Arc::new(columns(n, 40, 7));
    let (cards, words, ids) = (titles(), FluentWords::english(), BTreeMap::new());
    let view = View { hub: LaneCode::parse("RU"), ..View::default() };
    let mut desk = PictureDesk::default();
    let context = egui::Context::default();
    caseline::ui::dress(&context);
    let canvas = Canvas { width: WIDTH, height: HEIGHT, theme: Theme::Light, paper: false, fit: false };
    let whole = whole_case(&columns)[0];
    let (mut most, mut marks, mut area) = (0, 0, 0.0_f64);
    let mut drawing = Vec::new();
    let mut paint = |stretches: &[Stretch], narrower: f32| {
        let canvas = Canvas { width: WIDTH - narrower, ..canvas };
        let start = Instant::now();
        let drawn = desk.draw(&Request {
            columns: &columns,
            revision: 1,
            view: &view,
            stretches,
            ids: &ids,
            cards: &cards,
            cards_revision: 1,
            words: &words,
            selected: None,
            logo: None,
            page: None,
            canvas,
        });
        drawing.push(start.elapsed().as_secs_f64() * 1e6);
        let output = context.run_ui(input(), |ui| {
            let mut shapes = Vec::new();
            caseline::ui::paint(&drawn.scene, ui, egui::Pos2::ZERO, &mut shapes);
            ui.painter().extend(shapes);
        });
        let jobs = context.tessellate(output.shapes, 1.0);
        let took = start.elapsed().as_secs_f64() * 1e6;
        let vertices = jobs.iter().map(|job| match &job.primitive {
            egui::epaint::Primitive::Mesh(mesh) => mesh.vertices.len(),
            egui::epaint::Primitive::Callback(_) => 0,
        });
        most = most.max(vertices.sum());
        marks = marks.max(drawn.layout.items.len());
        let rects = drawn.scene.spots.iter().map(|spot| f64::from(spot.rect.w * spot.rect.h));
        area = area.max(rects.sum::<f64>() / f64::from(WIDTH * HEIGHT));
        took
    };
    // Fonts and the survey come first; what is measured is a frame.
    paint(&[whole], 0.0);
    let steps = tour(whole);
    let first = paint(&steps[0], 0.0);
    print("first", n, vec![first]);
    let times: Vec<f64> = steps.iter().map(|stretches| paint(stretches, 0.0)).collect();
    print("frame", n, times);
    // As much in sight as in the first, and laid out anew each time.
    let axis = Axis::new(&steps[0], 0.0, f64::from(WIDTH) - 220.0, 14.0);
    let again = (1..=20).map(|step| paint(&axis.pan(&steps[0], 300.0, f64::from(step) * 3.0), 0.0));
    print("again", n, again.collect());
    // On another width nothing is known of rows and columns, as in a first frame; fonts, names and memory are warm.
    print("anew", n, (1..=20).map(|step: u8| paint(&steps[0], f32::from(step))).collect());
    print("scene", n, drawing);
    println!("{{\"bench\":\"frame\",\"n\":{n},\"vertices\":{most},\"marks\":{marks},\"areas\":{area:.2}}}");
}

fn input() -> egui::RawInput {
    let screen_rect = Some(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(WIDTH, HEIGHT)));
    egui::RawInput { screen_rect, ..egui::RawInput::default() }
}

fn questions(n: usize) {
    let columns = Arc::new(columns(n, 40, 7));
    let start = Instant::now();
    let survey = Survey::new(&columns, &question(&columns));
    print("survey", n, vec![start.elapsed().as_secs_f64() * 1e6]);
    println!("{{\"bench\":\"bytes\",\"n\":{n},\"an_event\":{:.1}}}", survey.index.bytes() as f64 / n as f64);
    let lanes = survey.index.lanes();
    let whole = whole_case(&columns)[0].span;
    let spans = (0..60).map(|step: i64| {
        let part = whole.seconds() / (1 + step);
        let start = whole.start().0 + (whole.seconds() - part) * (step * 7 % 10) / 10;
        Span::new(caseline::model::Stamp(start), caseline::model::Stamp(start + part))
    });
    let mut counted = 0_u64;
    let mut ask = |span: Span| {
        let start = Instant::now();
        let bins = survey.index.bins(span, 1_600, &lanes);
        let took = start.elapsed().as_secs_f64() * 1e6;
        counted += bins.rows.iter().flatten().map(|tally| u64::from(tally.marks())).sum::<u64>();
        took
    };
    // Of the whole case, moved by a few days.
    let moved = |days: i64| Span::new(whole.start().plus_days(days), whole.end().plus_days(days));
    print("questions", n, (0..21).map(|day| ask(moved(day))).collect());
    print("questions_closer", n, spans.map(ask).collect());
    assert!(counted > n as u64, "the bench asks nothing");
    let times = (0..50).map(|turn: i64| {
        let event = EventId(1 + turn * (n.cast_signed() as i64 / 60));
        let homes = Homes { placings: survey.placings_of(event), ..Homes::default() };
        let start = Instant::now();
        let mut index = survey.index.clone();
        index.patch(&homes, &homes, &[]);
        let took = start.elapsed().as_secs_f64() * 1e6;
        assert_eq!(index.lanes().len(), lanes.len());
        took
    });
    print("patch", n, times.collect());
    let times = (0..10).map(|turn: i64| {
        let event = EventId(1 + turn * (n.cast_signed() as i64 / 12));
        let start = Instant::now();
        let after = survey.after(&columns, &question(&columns), &[event]);
        let took = start.elapsed().as_secs_f64() * 1e6;
        assert_eq!(after.map(|after| after.dated), Some(survey.dated));
        took
    });
    print("survey_after_an_edit", n, times.collect());
}

fn rects(n: usize) {
    let context = egui::Context::default();
    let times = (0..15).map(|turn: u32| {
        let start = Instant::now();
        let output = context.run_ui(input(), |ui| {
            let shapes = (0..n).map(|at| {
                let (x, y) = ((at % 800) as f32 * 2.0 + turn as f32 * 0.1, (at / 800) as f32 * 7.0);
                let rect = egui::Rect::from_min_size(egui::pos2(x, y), egui::vec2(1.6, 5.0));
                egui::Shape::rect_filled(rect, 0.0, egui::Color32::BLUE)
            });
            ui.painter().extend(shapes);
        });
        let jobs = context.tessellate(output.shapes, 1.0);
        let took = start.elapsed().as_secs_f64() * 1e6;
        assert!(!jobs.is_empty());
        took
    });
    print("rects", n, times.collect());
}
