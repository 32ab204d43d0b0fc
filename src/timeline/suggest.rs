//! "Suggest": segments for a case that has none of its own (`drawing.md`, rule A).

use std::collections::HashSet;

use crate::model::{Columns, EventId, Reading, Span, Stamp};

use super::axis::Stretch;

/// Fewer events need no lens.
const FEWEST: usize = 60;
/// Share of the events that the dense stretch must hold.
const DENSE_EVENTS: f64 = 0.25;
/// Share of the time that it may take for that.
const DENSE_TIME: f64 = 0.10;
/// Share of the axis that it gets.
const DENSE_SHARE: f64 = 0.5;

/// One segment from the first to the last event, in whole days with a little air.
#[must_use]
pub fn whole_case(columns: &Columns) -> Vec<Stretch> {
    let span = extent(columns).unwrap_or_else(|| {
        let start = Stamp::from_civil(2022, 1, 1);
        Span::new(start, start.plus_days(365))
    });
    let air = (span.seconds() / 86_400 / 50).max(1);
    vec![Stretch { span: Span::new(span.start().plus_days(-air), span.end().plus_days(air)), share: 1.0 }]
}

/// The shortest span of whole weeks with a quarter of the events in a tenth of the time, from the week of a pinned event
/// on where that is at most a week earlier, beside the rest; the whole case in one segment where there is none. What is
/// before and behind it share the other half by the roots of their lengths: a few weeks need no years' room.
#[must_use]
pub fn suggest_segments(columns: &Columns, pins: &[EventId]) -> Vec<Stretch> {
    let whole = whole_case(columns);
    let days = event_days(columns);
    let Some((case, dense)) = extent(columns).zip(densest(&days)) else { return whole };
    if dense.seconds() as f64 > case.seconds() as f64 * DENSE_TIME {
        return whole;
    }
    let dense = from_a_pin(columns, pins, to_weeks(to_months(dense)));
    let before = dense.start().0 - case.start().0 > 28 * 86_400;
    let after = case.end().0 - dense.end().0 > 28 * 86_400;
    let month_after = to_months(Span::new(case.start(), case.end()));
    let dense_start = if before { dense.start() } else { dense.start().min(to_weeks(case).start()) };
    let mut stretches = Vec::new();
    let long = |is_there: bool, span: Span| if is_there { (span.seconds() as f64).sqrt() } else { 0.0 };
    let early = Span::new(month_after.start(), dense.start().max(month_after.start()));
    let late = Span::new(dense.end(), month_after.end().max(dense.end()));
    let (early_long, late_long) = (long(before, early), long(after, late));
    let rest = (1.0 - DENSE_SHARE) / (early_long + late_long).max(1.0);
    if before {
        stretches.push(Stretch { span: early, share: early_long * rest });
    }
    stretches.push(Stretch { span: Span::new(dense_start, dense.end()), share: DENSE_SHARE });
    if after {
        stretches.push(Stretch { span: late, share: late_long * rest });
    }
    if stretches.len() < 2 { whole } else { stretches }
}

/// With the week of the first pinned event that is at most a week earlier.
fn from_a_pin(columns: &Columns, pins: &[EventId], dense: Span) -> Span {
    let near = dense.start().plus_days(-7)..dense.start();
    let pinned = columns.marks.iter().filter(|mark| pins.contains(&mark.event) && near.contains(&mark.t0));
    match pinned.map(|mark| mark.t0).min() {
        Some(pin) => Span::new(to_weeks(Span::new(pin, dense.start())).start(), dense.end()),
        None => dense,
    }
}

fn extent(columns: &Columns) -> Option<Span> {
    let (mut first, mut last) = (Stamp::MAX, Stamp::MIN);
    for mark in columns.marks.iter().filter(|mark| mark.bits.reading() != Reading::Undated) {
        for stamp in
            [mark.t0, mark.t1].into_iter().filter(|stamp| *stamp != Stamp::MIN && *stamp != Stamp::MAX)
        {
            first = first.min(stamp);
            last = last.max(stamp);
        }
    }
    (first < last).then(|| Span::new(first, last))
}

/// The days of the events of which the day is known, each event once, in order.
fn event_days(columns: &Columns) -> Vec<i64> {
    let mut met = Met::new(columns);
    // Within a lane marks are in order of time, so that there are far fewer runs of a day than marks.
    let mut runs: Vec<(i64, usize)> = Vec::new();
    for mark in columns.marks.iter().filter(|mark| mark.bits.reading() == Reading::Point) {
        if !met.is_first(mark.event) {
            continue;
        }
        let day = mark.t0.day_number();
        match runs.last_mut().filter(|(last, _)| *last == day) {
            Some((_, count)) => *count += 1,
            None => runs.push((day, 1)),
        }
    }
    runs.sort_unstable();
    runs.into_iter().flat_map(|(day, count)| std::iter::repeat_n(day, count)).collect()
}

/// Events that were met: a bit each, where their numbers follow one another as rows do.
enum Met {
    Bits(i64, Vec<u64>),
    Set(HashSet<EventId>),
}

impl Met {
    fn new(columns: &Columns) -> Self {
        let numbers = || columns.marks.iter().map(|mark| mark.event.0);
        let (first, last) = (numbers().min().unwrap_or(0), numbers().max().unwrap_or(0));
        match usize::try_from(last.saturating_sub(first)) {
            Ok(width) if width <= columns.marks.len() * 64 => Self::Bits(first, vec![0; width / 64 + 1]),
            _ => Self::Set(HashSet::new()),
        }
    }

    fn is_first(&mut self, event: EventId) -> bool {
        match self {
            Self::Bits(first, bits) => {
                let at = (event.0 - *first) as usize;
                let (word, bit) = (&mut bits[at / 64], 1 << (at % 64));
                let is_new = *word & bit == 0;
                *word |= bit;
                is_new
            }
            Self::Set(met) => met.insert(event),
        }
    }
}

/// The shortest stretch of days that holds a quarter of all.
fn densest(days: &[i64]) -> Option<Span> {
    let wanted = (days.len() as f64 * DENSE_EVENTS).ceil() as usize;
    if days.len() < FEWEST {
        return None;
    }
    let stretches = days.windows(wanted).filter_map(|window| Some((*window.first()?, *window.last()?)));
    let (from, to) = stretches.min_by_key(|(from, to)| (to - from, *from))?;
    Some(Span::new(Stamp::from_day_number(from), Stamp::from_day_number(to + 1)))
}

fn to_months(span: Span) -> Span {
    let (year, month, _) = span.start().civil();
    let (last_year, last_month, day) = span.end().civil();
    let end = match (last_month, day) {
        (_, 1) => Stamp::from_civil(last_year, last_month, 1),
        (12, _) => Stamp::from_civil(last_year + 1, 1, 1),
        _ => Stamp::from_civil(last_year, last_month + 1, 1),
    };
    Span::new(Stamp::from_civil(year, month, 1), end)
}

fn to_weeks(span: Span) -> Span {
    let start = span.start().plus_days(-i64::from(span.start().weekday()));
    let beyond = span.end().weekday();
    let end = if beyond == 0 { span.end() } else { span.end().plus_days(i64::from(7 - beyond)) };
    Span::new(start, end)
}
