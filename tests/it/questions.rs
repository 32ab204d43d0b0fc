//! The questions of the index that pictures do not ask every frame, against plain walks over all marks; and what lanes
//! say of pairs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use caseline::model::{
    Columns, EntityIndex, EntityRole, EventId, LaneIndex, LinkType, Participation, Span, Stamp, Switch, Tie,
};
use caseline::timeline::{Axis, Hands, Question, Reckoning, Stretch, Survey, Tally, whole_case};

use crate::crowd::Chance;
use crate::crowded::{Drawing, placings, question, some_span};
use crate::marks::columns;

#[test]
fn what_two_lanes_share_is_what_a_plain_walk_finds_in_both() {
    for (size, lanes, seed) in [(400, 3, 1), (20_000, 6, 2)] {
        let columns = Arc::new(columns(size, lanes, seed));
        let all = placings(&columns);
        let index = Survey::new(&columns, &question()).index;
        let mut chance = Chance::new(seed + 5);
        let mut found_any = 0;
        for turn in 0..24 {
            let whole = whole_case(&columns)[0].span;
            let span = if turn % 2 == 0 { whole } else { some_span(&mut chance) };
            let buckets = 1 + chance.up_to(60) as usize;
            let lane = |chance: &mut Chance| LaneIndex(1 + chance.up_to(lanes as u64) as u32);
            let (one, other) = (lane(&mut chance), lane(&mut chance));
            if one == other {
                continue;
            }
            let overlaps = |lane: LaneIndex| -> BTreeMap<EventId, Stamp> {
                let own = all.iter().filter(|placing| placing.lane == lane);
                let on = own.filter(|placing| placing.t0 < span.end() && placing.t1 > span.start());
                on.map(|placing| (placing.event, placing.t0)).collect()
            };
            let (ours, theirs) = (overlaps(one), overlaps(other));
            let mut expected = vec![0_u32; buckets];
            for (event, start) in ours.iter().filter(|(event, _)| theirs.contains_key(event)) {
                let since = (start.0.max(span.start().0) - span.start().0) as f64;
                let part = since / span.seconds() as f64 * buckets as f64;
                assert!(part >= 0.0 && (part as usize) < buckets, "{event:?}");
                expected[part as usize] += 1;
            }
            found_any += expected.iter().sum::<u32>();
            assert_eq!(
                index.between(span, buckets, &[(one, other)]),
                [expected],
                "{one:?} {other:?} {span:?}"
            );
        }
        assert!(found_any > 0, "nothing is shared: the test says little");
    }
}

/// Hands that do the last part first, as threads may.
struct Backwards(usize);

impl Hands for Backwards {
    fn count(&self) -> usize {
        self.0
    }

    fn each<P: Send, R: Send>(&self, parts: Vec<P>, work: impl Fn(P) -> R + Sync) -> Vec<R> {
        let mut done: Vec<R> = parts.into_iter().rev().map(work).collect();
        done.reverse();
        done
    }
}

#[test]
fn a_survey_by_several_hands_is_that_of_one() {
    for (size, lanes, seed) in [(0, 3, 1), (1, 3, 1), (400, 3, 2), (6_000, 8, 3)] {
        let columns = Arc::new(columns(size, lanes, seed));
        let alone = format!("{:?}", Survey::new(&columns, &question()));
        for hands in [2, 3, 7] {
            let together = format!("{:?}", Survey::by(&Backwards(hands), &columns, &question()));
            assert!(together == alone, "{size} events by {hands} hands");
        }
    }
}

#[test]
fn a_thread_goes_through_all_events_of_its_entity_in_order_of_time() {
    let mut columns = columns(3_000, 8, 4);
    let mut chance = Chance::new(9);
    columns.entities = (0..4).map(|number| format!("person-{number}")).collect();
    let mut parts = BTreeSet::new();
    while parts.len() < 300 {
        parts.insert((1 + chance.up_to(3_000).cast_signed(), chance.up_to(4) as u32));
    }
    columns.participations = parts
        .iter()
        .map(|(event, entity)| Participation {
            event: EventId(*event),
            entity: EntityIndex(*entity),
            role: EntityRole::Subject,
        })
        .collect();
    let columns = Arc::new(columns);
    let all = placings(&columns);
    let index = Survey::new(&columns, &question()).index;
    for number in 0..4_u32 {
        let mut expected: Vec<(Stamp, EventId, usize)> = Vec::new();
        for (event, _) in parts.iter().filter(|(_, entity)| *entity == number) {
            let own: Vec<_> = all.iter().filter(|placing| placing.event == EventId(*event)).collect();
            expected.extend(own.first().map(|first| (first.t0, first.event, own.len())));
        }
        expected.sort_unstable();
        let stops = index.thread(&columns, &format!("person-{number}"));
        let found: Vec<_> = stops.iter().map(|stop| (stop.t0, stop.event, stop.places.len())).collect();
        assert_eq!(found, expected, "of entity {number}");
        assert!(found.len() > 40);
    }
    assert!(index.thread(&columns, "nobody").is_empty());
}

#[test]
fn a_lane_says_the_same_of_an_answer_as_the_list_of_lags() {
    let mut columns: Columns = columns(60, 2, 12);
    let acts: Vec<EventId> = (1..=60).map(EventId).collect();
    let mut chance = Chance::new(3);
    for event in &acts {
        let later = EventId(1 + chance.up_to(60).cast_signed());
        if later != *event {
            columns.ties.push(Tie { from: later, to: *event, link_type: LinkType::Retaliation });
        }
    }
    let lags = Reckoning::new(&columns).lags;
    let known: BTreeSet<(i64, i64)> = lags.iter().map(|lag| (lag.days.least, lag.days.most)).collect();
    let mut drawing = Drawing::new(columns);
    drawing.view.pairs = Switch::On;
    let whole = whole_case(&drawing.columns);
    let pairs = drawing.draw(&whole, (1_400.0, 800.0)).layout.pairs.clone();
    assert!(pairs.len() > 5, "{} pairs", pairs.len());
    assert!(pairs.iter().any(|pair| pair.days.exact().is_none()), "none of which only bounds are known");
    for pair in pairs {
        assert!(known.contains(&(pair.days.least, pair.days.most)), "{pair:?}");
    }
}

/// All of a survey that pictures are made from, with the strip of the whole case.
fn written(survey: &Survey) -> String {
    let span = Span::new(Stamp::from_civil(2019, 1, 1), Stamp::from_civil(2029, 1, 1));
    let axis = Axis::new(&[Stretch { span, share: 1.0 }], 0.0, 1_400.0, 14.0);
    let strip = survey.sums.strip(&axis);
    let bins: Vec<_> = strip.bins().collect();
    let index = &survey.index;
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {bins:?} {} {:?} {:?}",
        index.events(span, &index.lanes(), usize::MAX),
        index
            .bins(span, 300, &index.lanes())
            .rows
            .iter()
            .map(|row| row.iter().map(Tally::marks).collect())
            .collect::<Vec<Vec<u32>>>(),
        survey.lane_sums,
        survey.standings,
        (survey.largest, survey.dated, survey.undated, survey.extent),
        survey.off,
        survey.kept,
        survey.marks,
        index.undated(),
        survey.sums.events,
        index.alone().all().collect::<Vec<_>>(),
        index.lanes(),
    )
}

#[test]
fn a_survey_that_was_patched_after_edits_is_the_one_made_anew() {
    let mut chance = Chance::new(21);
    let mut columns_now = Arc::new(columns(6_000, 6, 5));
    let other = columns(6_000, 6, 6);
    let question = Question { kept: vec![EventId(7), EventId(900)], ..question() };
    let mut survey = Survey::new(&columns_now, &question);
    for round in 0..30 {
        // One event becomes another, goes, comes, loses its date or changes its kind.
        let event = EventId(if round == 3 { 7 } else { 1 + chance.up_to(6_000).cast_signed() });
        let mut columns = (*columns_now).clone();
        let had = columns.marks.iter().any(|mark| mark.event == event);
        columns.marks.retain(|mark| mark.event != event);
        if !had || round % 3 > 0 {
            columns.marks.extend(other.marks.iter().filter(|mark| mark.event == event));
        }
        columns.marks.sort_unstable_by_key(|mark| (mark.lane, mark.t0, mark.event));
        let columns = Arc::new(columns);
        let patched = survey.after(&columns, &question, &[event]).expect("a small edit");
        let anew = Survey::new(&columns, &question);
        assert_eq!(written(&patched), written(&anew), "round {round}, {event:?}");
        (survey, columns_now) = (patched, columns);
    }
    let untied = Question { threads: vec!["somebody".into()], ..question };
    assert!(survey.after(&columns_now, &untied, &[EventId(1)]).is_none(), "a thread is followed anew");
}
