//! How long a picture takes: scenes of the sample and of generated cases, and the way onto paper.
//!
//! Ratios are what counts, read off one run: `export_sample` against `encode_alone`, `scene_of` 10 000 against 1 000.

// A bench that cannot set itself up has nothing to measure.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/it/crowd.rs"]
mod crowd;

use std::collections::BTreeMap;
use std::sync::Arc;

use caseline::export::{Format, picture};
use caseline::model::{Article, CaseContent, Columns, Edit, Event, EventId, Import, Span, Theme, View};
use caseline::scene::Cards;
use caseline::store::{Store, Surroundings, case_json};
use caseline::timeline::Stretch;
use caseline::workspace::{Canvas, Drawn, FluentWords, PictureDesk, Request};

fn main() {
    divan::main();
}

/// A case in memory with all its words.
struct Loaded {
    content: CaseContent,
    columns: Arc<Columns>,
    events: BTreeMap<EventId, Event>,
    ids: BTreeMap<String, EventId>,
    words: FluentWords,
}

impl Cards for Loaded {
    fn event(&self, id: EventId) -> Option<&Event> {
        self.events.get(&id)
    }

    fn entity(&self, key: &str) -> Option<&str> {
        self.content.entities.iter().find(|entity| entity.key == key).map(|entity| entity.name.as_str())
    }

    fn article(&self, key: &str) -> Option<&Article> {
        self.content.articles.iter().find(|article| article.key == key)
    }
}

fn load(content: CaseContent) -> Loaded {
    let mut store = Store::in_memory().unwrap();
    let mut chance = crowd::Chance::new(7);
    let mut random = || chance.next();
    let import = Import { from: "bench".into(), content: content.clone(), ..Import::default() };
    store.apply(&Edit::Import(Box::new(import)), &mut Surroundings { now: 0, random: &mut random }).unwrap();
    let columns = Arc::new(store.columns().unwrap());
    let mut rows: Vec<EventId> = columns.marks.iter().map(|mark| mark.event).collect();
    rows.sort_unstable();
    rows.dedup();
    let events: BTreeMap<_, _> =
        store.events(&rows).unwrap().into_iter().map(|event| (event.id, event)).collect();
    let ids = events.values().map(|event| (event.key.clone(), event.id)).collect();
    Loaded { content, columns, events, ids, words: FluentWords::english() }
}

fn sample() -> Loaded {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/expelled-diplomat.caseline.json");
    load(case_json::read(&std::fs::read(path).unwrap()).unwrap())
}

/// Draws the first view, from the index on: nothing is kept from the last time.
fn draw(loaded: &Loaded, canvas: Canvas) -> Drawn {
    let view = loaded.content.views.first().cloned().unwrap_or_else(View::default);
    let mut stretches: Vec<Stretch> = view
        .segments
        .iter()
        .map(|part| Stretch { span: Span::new(part.from.earliest(), part.to.latest()), share: part.share })
        .collect();
    if stretches.is_empty() {
        stretches = caseline::timeline::suggest_segments(&loaded.columns, &[]);
    }
    PictureDesk::default().draw(&Request {
        columns: &loaded.columns,
        revision: 1,
        view: &view,
        stretches: &stretches,
        ids: &loaded.ids,
        cards: loaded,
        cards_revision: 1,
        words: &loaded.words,
        selected: None,
        logo: None,
        page: None,
        canvas,
    })
}

fn window() -> Canvas {
    Canvas { width: 1_440.0, height: 830.0, theme: Theme::Light, paper: false, fit: false }
}

fn paper() -> Canvas {
    Canvas { width: 1_920.0, height: 1_080.0, theme: Theme::Light, paper: true, fit: false }
}

#[divan::bench]
fn scene_of_the_sample(bencher: divan::Bencher<'_, '_>) {
    let loaded = sample();
    bencher.bench(|| draw(&loaded, window()));
}

#[divan::bench(args = [1_000, 10_000, 100_000])]
fn scene_of(bencher: divan::Bencher<'_, '_>, events: usize) {
    let loaded = load(crowd::crowd(events, 1));
    bencher.bench(|| draw(&loaded, window()));
}

#[divan::bench]
fn export_sample(bencher: divan::Bencher<'_, '_>) {
    let loaded = sample();
    bencher.bench(|| picture(&draw(&loaded, paper()).scene, Format::Png, 1.0).unwrap());
}

#[divan::bench]
fn encode_alone(bencher: divan::Bencher<'_, '_>) {
    let loaded = sample();
    let file = picture(&draw(&loaded, paper()).scene, Format::Png, 1.0).unwrap();
    let mut reader = png::Decoder::new(std::io::Cursor::new(file.bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    bencher.bench(|| {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 1_920, 1_080);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&pixels).unwrap();
        writer.finish().unwrap();
        bytes
    });
}
