//! A range over several pages: about equally wide parts of the axis, cut where a reader expects it.
//!
//! A page's width is that of the axis over the number of pages, as the segments share it out. A cut moves from there by
//! a fifth of a page at most: to the border between two segments, else to the beginning of the coarsest unit that is
//! near enough. Of years and months that is the Monday nearest to it, for weeks are what sums are counted in.

use crate::model::{Span, Stamp};

use super::axis::Stretch;
use super::ticks::{TickUnit, begins_near};

/// Units to cut at, the coarsest first.
const UNITS: [TickUnit; 9] = [
    TickUnit::Years(100),
    TickUnit::Years(10),
    TickUnit::Year,
    TickUnit::Month,
    TickUnit::Week,
    TickUnit::Day,
    TickUnit::Hours(6),
    TickUnit::Hours(1),
    TickUnit::Minutes(10),
];

/// A cut moves by this part of a page at most.
const TOLERANCE: f64 = 0.2;
/// A longer page has sums by the month.
const WEEKLY: f64 = 8.0 * 31_556_952.0;

/// The parts of an axis that each of `count` pages shows; fewer where a range is too short to be cut so often.
#[must_use]
pub fn pages(stretches: &[Stretch], count: usize) -> Vec<Vec<Stretch>> {
    let shares: Vec<f64> = stretches.iter().map(|stretch| stretch.share.max(0.01)).collect();
    let page = shares.iter().sum::<f64>() / count.max(1) as f64;
    let mut cuts: Vec<(usize, Stamp)> = Vec::new();
    for number in 1..count {
        let found = cut(stretches, &shares, page, number as f64 * page);
        cuts.extend(found.filter(|cut| cuts.last().is_none_or(|last| last < cut)));
    }
    let mut pages = vec![Vec::new()];
    for (at, (stretch, share)) in stretches.iter().zip(&shares).enumerate() {
        let (mut from, end) = (stretch.span.start(), stretch.span.end());
        let part = |from: Stamp, to: Stamp| {
            let span = Span::new(from, to);
            let share = share * span.seconds() as f64 / stretch.span.seconds().max(1) as f64;
            Stretch { span, share }
        };
        for (_, stamp) in cuts.iter().filter(|(of, _)| *of == at) {
            if let Some(last) = pages.last_mut().filter(|_| *stamp > from) {
                last.push(part(from, *stamp));
            }
            pages.push(Vec::new());
            from = *stamp;
        }
        if let Some(last) = pages.last_mut().filter(|_| end > from) {
            last.push(part(from, end));
        }
    }
    pages.retain(|page| !page.is_empty());
    pages
}

/// Where the axis is cut near a place of its width: in which segment, and when.
fn cut(stretches: &[Stretch], shares: &[f64], page: f64, place: f64) -> Option<(usize, Stamp)> {
    let reach = page * TOLERANCE;
    let mut left = 0.0;
    for (at, (stretch, share)) in stretches.iter().zip(shares).enumerate() {
        if at > 0 && (left - place).abs() <= reach {
            return Some((at, stretch.span.start()));
        }
        let right = left + share;
        let is_last = at + 1 == stretches.len();
        if place < right && (is_last || right - place > reach) {
            let seconds = stretch.span.seconds() as f64 / share;
            let near = Stamp(stretch.span.start().0.saturating_add(((place - left) * seconds) as i64));
            let stamp = sensible(near, reach * seconds, page * seconds)?;
            let inside = stamp > stretch.span.start() && stamp < stretch.span.end();
            return inside.then_some((at, stamp));
        }
        left = right;
    }
    None
}

/// The beginning of the coarsest unit that is not farther than `reach` seconds.
fn sensible(near: Stamp, reach: f64, page: f64) -> Option<Stamp> {
    let distance = |stamp: Stamp| (stamp.0 as f64 - near.0 as f64).abs();
    UNITS.into_iter().find_map(|unit| {
        let begin = begins_near(near, unit);
        let monday = matches!(unit, TickUnit::Year | TickUnit::Month) && page < WEEKLY;
        let begin = if monday { begins_near(begin, TickUnit::Week) } else { begin };
        (distance(begin) <= reach).then_some(begin)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(from: (i64, u8, u8), to: (i64, u8, u8), share: f64) -> Stretch {
        let span = Span::new(Stamp::from_civil(from.0, from.1, from.2), Stamp::from_civil(to.0, to.1, to.2));
        Stretch { span, share }
    }

    fn starts(pages: &[Vec<Stretch>]) -> Vec<(i64, u8, u8)> {
        pages.iter().map(|page| page[0].span.start().civil()).collect()
    }

    #[test]
    fn a_range_is_cut_at_the_mondays_nearest_to_years_or_months() {
        let years = pages(&[stretch((2019, 3, 1), (2025, 9, 1), 1.0)], 3);
        assert_eq!(starts(&years), [(2019, 3, 1), (2021, 1, 4), (2023, 7, 3)]);
        let spring = pages(&[stretch((2022, 2, 21), (2022, 7, 4), 1.0)], 2);
        assert_eq!(starts(&spring), [(2022, 2, 21), (2022, 5, 2)]);
    }

    #[test]
    fn a_border_between_segments_is_the_best_place_to_cut() {
        let axis = [stretch((2022, 2, 21), (2022, 7, 4), 0.52), stretch((2022, 7, 4), (2026, 3, 1), 0.48)];
        let two = pages(&axis, 2);
        assert_eq!(two, [vec![axis[0]], vec![axis[1]]]);
        let three = pages(&axis, 3);
        assert_eq!(three.iter().map(Vec::len).collect::<Vec<_>>(), [1, 2, 1]);
    }

    #[test]
    fn pages_follow_each_other_and_lose_nothing() {
        for (days, count) in [(1, 2), (3, 5), (40, 7), (900, 4), (5_000, 9), (400_000, 12)] {
            let start = Stamp::from_civil(1_899, 12, 30);
            let whole = Stretch { span: Span::new(start, start.plus_days(days)), share: 0.7 };
            let found = pages(&[whole], count);
            assert!(found.len() == count, "{days} days: {} of {count}", found.len());
            let parts: Vec<Stretch> = found.into_iter().flatten().collect();
            assert_eq!(parts.first().map(|part| part.span.start()), Some(whole.span.start()));
            assert_eq!(parts.last().map(|part| part.span.end()), Some(whole.span.end()));
            assert!(parts.windows(2).all(|pair| pair[0].span.end() == pair[1].span.start()));
            assert!((parts.iter().map(|part| part.share).sum::<f64>() - 0.7).abs() < 1e-9);
            let mean = 0.7 / count as f64;
            assert!(parts.iter().all(|part| part.share > mean * 0.55 && part.share < mean * 1.45));
        }
        assert_eq!(pages(&[stretch((2022, 1, 1), (2022, 1, 1), 1.0)], 3).len(), 0);
    }
}
