//! Columns of any size from a seed, made without a case: what benches and the properties of the index are tried on.

use caseline::model::{
    Columns, Edge, EventId, Grain, Kinds, Lane, LaneCode, LaneIndex, Mark, MarkBits, MarkFacts, Reading,
    Role, Roles, Stamp, Status, Unit,
};

use crate::crowd::{Chance, KINDS};

/// Marks of `size` events in so many lanes across from Russia between 2022 and 2026: a wave, days of every precision,
/// bars, a few busy lanes and many quiet ones; one event in fifty stands in two lanes.
#[must_use]
pub fn columns(size: usize, lanes: usize, seed: u64) -> Columns {
    timed(size, lanes, seed, |_, chance| time(chance))
}

/// The same at other times: of each event by its number.
#[must_use]
pub fn timed(size: usize, lanes: usize, seed: u64, time: impl Fn(usize, &mut Chance) -> Time) -> Columns {
    let mut chance = Chance::new(seed);
    let kinds = Kinds::default();
    let numbers = KINDS.map(|kind| kinds.index_of(kind).expect("a standard kind"));
    let mut marks = Vec::with_capacity(size * 2);
    for number in 1..=size {
        let part = chance.up_to(1_000) as f64 / 1_000.0;
        let lane = 1 + (part * part * lanes as f64) as u32;
        let by_hub = chance.up_to(3) == 0;
        let time = time(number, &mut chance);
        let kind = chance.up_to(12) as usize;
        let counted = matches!(KINDS[kind], "expulsion" | "recall" | "arrest") && chance.up_to(10) > 0;
        let most = if chance.up_to(10) == 0 { 60 } else { 9 };
        let weight = if counted { 1 + chance.up_to(most) } else { 0 };
        let status = Status::ALL[chance.up_to(4) as usize];
        let second = 1 + chance.up_to(lanes as u64) as u32;
        let mut involved = vec![(0, by_hub), (lane, !by_hub)];
        if chance.up_to(50) == 0 && second != lane {
            involved.push((second, !by_hub));
        }
        for (lane, acts) in involved {
            let role = if acts { Role::Actor } else { Role::Target };
            let bits = MarkBits::pack(&MarkFacts {
                kind: numbers[kind],
                status,
                roles: Roles::default().with(role),
                reading: time.reading,
                start: Edge::Known,
                end: time.end,
                approximate: false,
                unit: (weight > 0).then_some(Unit::People),
                weight,
                doubtful_role: false,
                grain: Grain::Day,
            });
            let (t0, t1) = (time.from, time.to);
            marks.push(Mark {
                lane: LaneIndex(lane),
                t0,
                event: EventId(number.cast_signed() as i64),
                t1,
                bits,
                known: Stamp::MAX,
            });
        }
    }
    marks.sort_unstable_by_key(|mark| (mark.lane, mark.t0, mark.event));
    Columns { lanes: named(lanes), kinds, marks, events: size, ..Columns::default() }
}

fn named(lanes: usize) -> Vec<Lane> {
    let own = |number: usize| LaneCode::parse(&format!("lane:l{number}")).expect("a lane's code");
    let hub = LaneCode::parse("RU").expect("a lane's code");
    std::iter::once(hub).chain((1..=lanes + 1).map(own)).map(Lane::plain).collect()
}

/// When an event happened.
#[derive(Debug, Clone, Copy)]
pub struct Time {
    pub from: Stamp,
    pub to: Stamp,
    pub reading: Reading,
    pub end: Edge,
}

fn time(chance: &mut Chance) -> Time {
    let (first, days) = if chance.up_to(3) == 0 {
        (Stamp::from_civil(2022, 3, 14), 60)
    } else {
        (Stamp::from_civil(2022, 2, 21), 1_460)
    };
    let day = first.plus_days(chance.up_to(days).cast_signed());
    let (year, month, _) = day.civil();
    let part = |from, to, reading| Time { from, to, reading, end: Edge::Known };
    match chance.up_to(100) {
        0..=1 => part(Stamp::from_civil(year, 1, 1), Stamp::from_civil(year + 1, 1, 1), Reading::Within),
        2..=12 => {
            let start = Stamp::from_civil(year, month, 1);
            let (next, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            part(start, Stamp::from_civil(next, month, 1), Reading::Within)
        }
        13 => part(day, day.plus_days(1 + chance.up_to(90).cast_signed()), Reading::Lasts),
        14 if chance.up_to(20) == 0 => {
            Time { from: day, to: Stamp::MAX, reading: Reading::Lasts, end: Edge::Open }
        }
        15..=30 => {
            let at = Stamp(day.0 + chance.up_to(86_400).cast_signed());
            part(at, Stamp(at.0 + 60), Reading::Point)
        }
        _ => part(day, day.plus_days(1), Reading::Point),
    }
}
