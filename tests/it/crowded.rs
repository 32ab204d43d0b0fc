//! The timeline at any size: what the index counts, what is drawn of it, and that it holds still under the hand.
//!
//! Cases come from fixed seeds; what a plain walk over all marks says is what must come out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use caseline::model::{
    Article, Columns, Event, EventId, LaneBy, LaneCode, LaneIndex, Sieve, Span, Stamp, Theme, View,
};
use caseline::scene::{Cards, Shape, Target, heap_name};
use caseline::timeline::{
    HeapForm, Homes, Index, Layout, Placing, Question, RowKind, Rules, Stretch, Survey, find_homes,
    whole_case,
};
use caseline::workspace::{Canvas, Drawn, FluentWords, PictureDesk, Request};

use crate::crowd::Chance;
use crate::marks::columns;
use crate::picture::texts;

const HUB: LaneIndex = LaneIndex(0);

/// Labels of three lengths and two scripts for every event.
struct Titles(Vec<Event>);

impl Titles {
    fn new() -> Self {
        let labels = ["expelled", "Посольство закрыто надолго", "Außenministeriumssprecherin"];
        let event = |n: i64| Event {
            id: EventId(n),
            title: format!("Something happened, {n}"),
            label: (n % 4 != 0).then(|| labels[n as usize % 3].to_owned()),
            kind: "expulsion".to_owned(),
            ..Event::default()
        };
        Self((0..97).map(event).collect())
    }
}

impl Cards for Titles {
    fn event(&self, id: EventId) -> Option<&Event> {
        self.0.get(id.0 as usize % self.0.len())
    }

    fn entity(&self, _: &str) -> Option<&str> {
        None
    }

    fn article(&self, _: &str) -> Option<&Article> {
        None
    }
}

pub struct Drawing {
    pub columns: Arc<Columns>,
    desk: PictureDesk,
    cards: Titles,
    words: FluentWords,
    pub view: View,
    selected: Option<EventId>,
    pub paper: bool,
}

impl Drawing {
    pub fn new(columns: Columns) -> Self {
        Self {
            columns: Arc::new(columns),
            desk: PictureDesk::default(),
            cards: Titles::new(),
            words: FluentWords::english(),
            view: View { hub: LaneCode::parse("RU"), ..View::default() },
            selected: None,
            paper: false,
        }
    }

    pub fn draw(&mut self, stretches: &[Stretch], (width, height): (f32, f32)) -> Drawn {
        self.desk.draw(&Request {
            columns: &self.columns,
            revision: 1,
            view: &self.view,
            stretches,
            ids: &BTreeMap::new(),
            cards: &self.cards,
            cards_revision: 1,
            words: &self.words,
            selected: self.selected,
            logo: None,
            page: None,
            canvas: Canvas { width, height, theme: Theme::Light, paper: self.paper, fit: false },
        })
    }
}

pub fn placings(columns: &Columns) -> Vec<Placing> {
    let (choices, sieve) = (BTreeMap::new(), Sieve::default());
    let rules = Rules { hub: Some(HUB), by: LaneBy::Counterpart, choices: &choices, sieve: &sieve };
    find_homes(columns, &rules).placings
}

pub fn question() -> Question {
    Question { hub: Some(HUB), ..Question::default() }
}

/// Where a mark stands, said anew: the middle, or the start where no end is known.
fn stands(placing: &Placing) -> i64 {
    if placing.t1 == Stamp::MAX { placing.t0.0 } else { Span::new(placing.t0, placing.t1).mid().0 }
}

pub fn some_span(chance: &mut Chance) -> Span {
    let start = Stamp::from_civil(2021, 11, 1).plus_days(chance.up_to(1_500).cast_signed());
    let length = 1_i64 << (10 + chance.up_to(17));
    Span::new(Stamp(start.0 + chance.up_to(86_400).cast_signed()), Stamp(start.0 + 86_400 + length))
}

#[test]
fn bins_and_events_are_what_a_plain_walk_over_all_marks_counts() {
    for (size, lanes, seed) in [(40, 3, 1), (3_000, 12, 2), (60_000, 5, 3)] {
        let columns = Arc::new(columns(size, lanes, seed));
        let all = placings(&columns);
        let index = Survey::new(&columns, &question()).index;
        let mut chance = Chance::new(seed + 10);
        for _ in 0..12 {
            let (span, buckets) = (some_span(&mut chance), 1 + chance.up_to(400) as usize);
            let lane = LaneIndex(1 + chance.up_to(lanes as u64) as u32);
            let bins = index.bins(span, buckets, &[lane]);
            let (first, end) = (bins.span().start(), bins.span().end());
            assert!(first <= span.start() && span.end() <= end && bins.rows[0].len() <= buckets);
            let mut expected = vec![(0_u32, 0_u64); bins.rows[0].len()];
            for placing in all.iter().filter(|placing| placing.lane == lane) {
                let at = stands(placing);
                if span.contains(Stamp(at)) {
                    let part = (at - first.0) / bins.level.seconds();
                    let people =
                        matches!(columns.kinds.code(placing.bits.kind()), "expulsion" | "recall" | "arrest");
                    expected[part as usize].0 += 1;
                    expected[part as usize].1 += if people { placing.bits.people() } else { 0 };
                }
            }
            let found: Vec<(u32, u64)> =
                bins.rows[0].iter().map(|tally| (tally.marks(), tally.heads.iter().sum())).collect();
            assert_eq!(found, expected, "{size} events, {span:?} in {buckets}");
            let overlap = |placing: &&Placing| placing.t0 < span.end() && placing.t1 > span.start();
            let expected: BTreeSet<EventId> = all
                .iter()
                .filter(|placing| placing.lane == lane)
                .filter(overlap)
                .map(|placing| placing.event)
                .collect();
            let found = index.events(span, &[lane], usize::MAX);
            assert!(found.windows(2).all(|pair| (pair[0].t0, pair[0].event) <= (pair[1].t0, pair[1].event)));
            assert_eq!(found.iter().map(|placing| placing.event).collect::<BTreeSet<_>>(), expected);
            assert_eq!(found.len(), expected.len());
        }
    }
}

#[test]
fn an_index_that_was_patched_counts_as_one_made_anew() {
    let before = columns(9_000, 6, 5);
    let after = columns(9_000, 6, 6);
    let mut index = index_of(&before);
    let (gone, come) = (placings(&before), placings(&after));
    let touched: BTreeSet<EventId> = gone.iter().step_by(90).map(|placing| placing.event).collect();
    let of = |all: &[Placing], event: EventId| -> Homes {
        let placings = all.iter().filter(|placing| placing.event == event).copied().collect();
        Homes { placings, ..Homes::default() }
    };
    for event in &touched {
        index.patch(&of(&gone, *event), &of(&come, *event), &[]);
    }
    // The same edits, made in the columns.
    let mut mixed = before.clone();
    mixed.marks.retain(|mark| !touched.contains(&mark.event));
    mixed.marks.extend(after.marks.iter().filter(|mark| touched.contains(&mark.event)));
    mixed.marks.sort_unstable_by_key(|mark| (mark.lane, mark.t0, mark.event));
    let anew = index_of(&mixed);
    let span = Span::new(Stamp::from_civil(2021, 1, 1), Stamp::from_civil(2027, 1, 1));
    let counts = |index: &Index| -> Vec<Vec<(u32, u32, u64)>> {
        let bins = index.bins(span, 333, &index.lanes());
        let count =
            |tally: &caseline::timeline::Tally| (tally.marks(), tally.events(), tally.heads.iter().sum());
        bins.rows.iter().map(|row| row.iter().map(count).collect()).collect()
    };
    assert_eq!(index.lanes(), anew.lanes());
    assert_eq!(counts(&index), counts(&anew));
    let all = index.events(span, &index.lanes(), usize::MAX);
    assert_eq!(all, anew.events(span, &anew.lanes(), usize::MAX));
}

fn index_of(columns: &Columns) -> Index {
    Survey::new(&Arc::new(columns.clone()), &question()).index
}

/// Marks that each row holds: drawn singly or in blocks, or heaped up; nothing twice.
pub fn by_row(layout: &Layout) -> BTreeMap<usize, u64> {
    let mut rows: BTreeMap<usize, u64> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for item in &layout.items {
        *rows.entry(item.row).or_default() += item.events.len() as u64;
        for event in &item.events {
            let folded = !matches!(layout.rows[item.row].kind, RowKind::Lane(_));
            assert!(
                seen.insert((item.row, *event)) || folded,
                "{event:?} is drawn twice in row {}",
                item.row
            );
        }
    }
    for heap in &layout.heaps {
        *rows.entry(heap.row).or_default() += u64::from(heap.tally.marks());
    }
    rows
}

fn lanes_of(kind: &RowKind) -> Vec<LaneIndex> {
    match kind {
        RowKind::Lane(lane) | RowKind::Post(lane) => vec![*lane],
        RowKind::Folded(lanes) | RowKind::Group { lanes, .. } => lanes.clone(),
        RowKind::HubAlone => Vec::new(),
    }
}

#[test]
fn every_event_in_sight_is_in_one_mark_block_or_heap_of_each_of_its_lanes() {
    for (size, lanes, seed) in [(200, 8, 1), (4_000, 40, 2), (60_000, 40, 3), (20_000, 3, 4), (5_000, 120, 5)]
    {
        let mut drawing = Drawing::new(columns(size, lanes, seed));
        let all = placings(&drawing.columns);
        let whole = whole_case(&drawing.columns)[0];
        let mut chance = Chance::new(seed + 20);
        for turn in 0..8 {
            let stretches = match turn {
                0 => vec![whole],
                1 => {
                    let cut = Stamp::from_civil(2022, 6, 15);
                    let span = |from, to| Stretch { span: Span::new(from, to), share: 0.5 };
                    vec![span(whole.span.start(), cut), span(cut.plus_days(40), whole.span.end())]
                }
                _ => vec![Stretch { span: some_span(&mut chance), share: 1.0 }],
            };
            drawing.selected =
                (turn % 2 == 1).then_some(EventId(1 + chance.up_to(size as u64).cast_signed()));
            let drawn = drawing.draw(&stretches, (1_400.0, 800.0));
            let found = by_row(&drawn.layout);
            let spans: Vec<Span> = stretches.iter().map(|stretch| stretch.span).collect();
            for (number, row) in drawn.layout.rows.iter().enumerate() {
                let lanes = lanes_of(&row.kind);
                let of_row = || all.iter().filter(|placing| lanes.contains(&placing.lane));
                let stands_in =
                    |placing: &&Placing| spans.iter().any(|span| span.contains(Stamp(stands(placing))));
                let lasts_into = |placing: &&Placing| {
                    let own = Span::new(placing.t0, placing.t1);
                    spans.iter().any(|span| span.overlaps(own)) || stands_in(placing)
                };
                let count = found.get(&number).copied().unwrap_or(0);
                let least = of_row().filter(stands_in).count() as u64;
                let most = of_row().filter(lasts_into).count() as u64;
                assert!(
                    (least..=most).contains(&count),
                    "{size} events in {lanes:?}, turn {turn}: {count} of {least} to {most}"
                );
            }
            if turn == 0 {
                let hidden = &drawn.layout.hidden;
                assert_eq!((hidden.shown, hidden.outside), (size, 0), "{hidden:?}");
            }
            assert!(drawn.layout.items.len() < 2_500, "{} marks", drawn.layout.items.len());
            let heaps = drawn.layout.heaps.iter().filter(|heap| heap.form == HeapForm::Column).count();
            assert!(heaps < 6_000, "{heaps} columns");
        }
    }
}

/// Rows that are drawn in columns.
pub fn in_columns(layout: &Layout) -> BTreeSet<usize> {
    let columns = layout.heaps.iter().filter(|heap| heap.form == HeapForm::Column);
    columns.map(|heap| heap.row).collect()
}

/// What is drawn between two places, with places measured from `from`: marks by their events, columns by their counts.
fn between(layout: &Layout, from: f64, to: f64, moved: f64) -> Vec<(usize, String, f64)> {
    let inside = |x: f64| x > from && x < to;
    let marks = layout.items.iter().filter(|item| inside(item.x - moved));
    let points = marks.filter(|item| item.time == caseline::timeline::ItemTime::Point);
    let mut found: Vec<(usize, String, f64)> = points
        .map(|item| (item.row, format!("{:?} {:.1} {:.1}", item.events, item.r, item.lift), item.x - moved))
        .collect();
    let columns = layout.heaps.iter().filter(|heap| heap.form == HeapForm::Column);
    for heap in columns.filter(|heap| inside(heap.x0 - moved) && inside(heap.x1 - moved)) {
        found.push((heap.row, format!("{:?} {}", heap.tall, heap.tally.marks()), heap.x0 - moved));
    }
    found.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)).then(a.2.total_cmp(&b.2)));
    found
}

#[test]
fn panning_by_some_points_moves_every_mark_by_as_many() {
    for (size, seed) in [(400, 1), (5_000, 2), (60_000, 3)] {
        let mut drawing = Drawing::new(columns(size, 30, seed));
        let whole = whole_case(&drawing.columns);
        for (zoom, by) in [(1.0, 37.0), (9.0, -411.0), (80.0, 200.0)] {
            let first = drawing.draw(&whole, (1_400.0, 800.0)).layout;
            let x = f64::midpoint(first.axis.left(), first.axis.right());
            let near = first.axis.zoom_at(&whole, x - 300.0, zoom);
            let still = drawing.draw(&near, (1_400.0, 800.0)).layout;
            let panned = still.axis.pan(&near, x, by);
            let moved = drawing.draw(&panned, (1_400.0, 800.0)).layout;
            let (left, right) = (still.axis.left() + by.max(0.0).abs(), still.axis.right());
            let (from, to) = (left + 60.0, right - 60.0 - by.abs());
            let from = from.max(still.axis.left() + by.abs() + 60.0);
            let (one, other) = (between(&still, from, to, 0.0), between(&moved, from, to, by));
            assert!(!one.is_empty(), "{size} events at {zoom} times: nothing is compared");
            assert_eq!(one.len(), other.len(), "{size} events, {zoom} times, by {by}");
            for (a, b) in one.iter().zip(&other) {
                assert_eq!((a.0, &a.1), (b.0, &b.1), "{size} events, {zoom} times, by {by}");
                assert!((a.2 - b.2).abs() < 0.1, "{a:?} {b:?}");
            }
        }
    }
}

#[test]
fn zooming_in_and_out_again_gives_the_same_scene() {
    let mut drawing = Drawing::new(columns(20_000, 40, 9));
    let whole = whole_case(&drawing.columns);
    let before = drawing.draw(&whole, (1_400.0, 800.0));
    let near = before.layout.axis.zoom_at(&whole, 700.0, 16.0);
    let inside = drawing.draw(&near, (1_400.0, 800.0));
    assert_ne!(inside.scene, before.scene);
    drawing.draw(&before.layout.axis.pan(&whole, 700.0, 300.0), (1_400.0, 800.0));
    let after = drawing.draw(&whole, (1_400.0, 800.0));
    assert_eq!(after.scene, before.scene);
}

#[test]
fn no_words_lie_over_others_and_none_is_cut_however_many_events_there_are() {
    for (size, lanes, seed) in [(60, 4, 1), (900, 20, 2), (30_000, 40, 3)] {
        let mut drawing = Drawing::new(columns(size, lanes, seed));
        let whole = whole_case(&drawing.columns);
        for zoom in [1.0, 12.0, 300.0] {
            let first = drawing.draw(&whole, (1_300.0, 760.0));
            let near = first.layout.axis.zoom_at(&whole, 640.0, zoom);
            let drawn = drawing.draw(&near, (1_300.0, 760.0));
            assert_words_are_apart(&drawn, 1_300.0, &format!("{size} events"));
        }
    }
}

/// No words lie over others, none is cut, and all stand in the picture.
pub fn assert_words_are_apart(drawn: &Drawn, width: f32, case: &str) {
    let texts = texts(&drawn.scene);
    for (at, (text, rect)) in texts.iter().enumerate() {
        for (other, under) in &texts[at + 1..] {
            assert!(!rect.overlaps(under), "{case}: {text:?} lies over {other:?}");
        }
        let whole = rect.x >= 0.0 && rect.x + rect.w <= width;
        assert!(whole && !text.ends_with('…'), "{case}: {text:?} is cut");
    }
}

#[test]
fn the_heads_of_a_lane_are_written_with_their_thousands_apart() {
    let mut drawing = Drawing::new(columns(60_000, 12, 3));
    let whole = whole_case(&drawing.columns);
    let drawn = drawing.draw(&whole, (1_400.0, 800.0));
    let texts: BTreeSet<String> = texts(&drawn.scene).into_iter().map(|(text, _)| text).collect();
    let sums = drawn.layout.rows.iter().flat_map(|row| [row.sum.above, row.sum.below]);
    let large: Vec<u64> = sums.filter(|heads| (1_000..1_000_000).contains(heads)).collect();
    assert!(large.len() > 6, "{large:?}");
    for heads in large {
        let said = format!("{},{:03}", heads / 1_000, heads % 1_000);
        assert!(texts.contains(&said) || texts.contains(&format!("{said}*")), "{said}");
    }
}

#[test]
fn what_is_heaped_up_says_how_much_it_is() {
    let mut drawing = Drawing::new(columns(60_000, 40, 3));
    let whole = whole_case(&drawing.columns);
    let drawn = drawing.draw(&whole, (1_400.0, 800.0));
    let heaps = drawn.scene.spots.iter().filter_map(|spot| match spot.target {
        Target::Heap { row, marks, people, .. } => {
            let of = (row, u64::from(marks), people);
            Some((marks, heap_name(&drawing.words, &drawing.columns, &drawn.layout, of)))
        }
        _ => None,
    });
    let heaps: Vec<(u32, String)> = heaps.collect();
    assert!(heaps.len() > 20, "{} heaps", heaps.len());
    for (marks, name) in heaps {
        let digits: String = name.chars().filter(char::is_ascii_digit).collect();
        assert!(marks == 1 || name.contains("together"), "{name}");
        assert!(marks == 1 || digits.starts_with(&marks.to_string()), "{marks}: {name}");
    }
}

#[test]
fn columns_never_have_more_parts_than_a_frame_holds() {
    for (size, lanes) in [(20_000, 40), (400_000, 40), (300_000, 120)] {
        let mut drawing = Drawing::new(columns(size, lanes, 7));
        let whole = whole_case(&drawing.columns);
        for zoom in [1.0, 1.9, 6.0] {
            let first = drawing.draw(&whole, (1_600.0, 900.0));
            let near = first.layout.axis.zoom_at(&whole, 420.0, zoom);
            let drawn = drawing.draw(&near, (1_600.0, 900.0));
            let is_area = |shape: &&Shape| matches!(shape, Shape::Rect { .. } | Shape::Fade { .. });
            let areas = drawn.scene.shapes.iter().filter(is_area).count();
            assert!(areas < 12_500, "{size} events in {lanes} lanes at {zoom} times: {areas} areas");
            assert!(!drawn.layout.heaps.is_empty(), "nothing is heaped up");
        }
    }
}
