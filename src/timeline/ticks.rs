//! Calendar ticks for a segment: two rows of cells, from minutes to centuries.
//!
//! What a cell says is the scene's to choose: it takes the longest form that fits the cell.

use crate::model::Stamp;

use super::axis::Piece;

/// A calendar unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TickUnit {
    Minutes(u8),
    Hours(u8),
    Day,
    /// From Monday.
    Week,
    Month,
    Year,
    Years(u16),
    /// So many days, counted from a day; both as day numbers.
    Since {
        zero: i64,
        step: i64,
    },
}

/// One cell of a row: from one tick to the next, cut at the segment's ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    pub unit: TickUnit,
    /// Where the unit itself begins, which may lie left of the cell.
    pub start: Stamp,
    pub x0: f64,
    pub x1: f64,
    /// Whether the unit begins inside the segment, so that a line is drawn at `x0`.
    pub begins: bool,
}

/// The two rows of a segment.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticks {
    pub upper: Vec<Cell>,
    pub lower: Vec<Cell>,
}

/// Units from fine to coarse, each with its mean length in seconds and the width it wants.
const LADDER: [(TickUnit, f64, f64); 14] = [
    (TickUnit::Minutes(1), 60.0, 34.0),
    (TickUnit::Minutes(10), 600.0, 34.0),
    (TickUnit::Hours(1), 3_600.0, 34.0),
    (TickUnit::Hours(6), 21_600.0, 34.0),
    (TickUnit::Day, 86_400.0, 17.0),
    (TickUnit::Week, 604_800.0, 40.0),
    (TickUnit::Month, 2_629_746.0, 13.0),
    (TickUnit::Year, 31_556_952.0, 30.0),
    (TickUnit::Years(5), 157_784_760.0, 34.0),
    (TickUnit::Years(10), 315_569_520.0, 34.0),
    (TickUnit::Years(50), 1_577_847_600.0, 34.0),
    (TickUnit::Years(100), 3_155_695_200.0, 34.0),
    (TickUnit::Years(500), 15_778_476_000.0, 40.0),
    (TickUnit::Years(1000), 31_556_952_000.0, 40.0),
];

/// The ticks of a piece; `em` is the size of the axis's text in points.
#[must_use]
pub fn ticks(piece: &Piece, em: f64) -> Ticks {
    let room = em / 12.0;
    let fits = |(_, length, width): &(TickUnit, f64, f64)| length * piece.scale() >= width * room;
    let lower = LADDER.iter().find(|unit| fits(unit)).map_or(TickUnit::Years(1000), |(unit, ..)| *unit);
    match upper_for(lower) {
        Some(upper) => Ticks { upper: cells(upper, piece), lower: cells(lower, piece) },
        // Years stand in the upper row in every segment, so that they align.
        None => Ticks { upper: cells(lower, piece), lower: Vec::new() },
    }
}

/// The ticks of a piece that counts days from a moment; closer than days it shows the time of day.
#[must_use]
pub fn ticks_since(piece: &Piece, em: f64, moment: Stamp) -> Ticks {
    const DAY: f64 = 86_400.0;
    /// Width that a number of days wants.
    const WIDTH: f64 = 44.0;
    /// Wider than this a day is better read by its hours.
    const HOURLY: f64 = 600.0;
    let day = DAY * piece.scale();
    if day > HOURLY {
        return ticks(piece, em);
    }
    let steps = (0..)
        .flat_map(|power: u32| [1, 2, 5].map(|lead: i64| lead.saturating_mul(10_i64.saturating_pow(power))));
    let fits = |step: &i64| *step as f64 * day >= WIDTH * em / 12.0 || *step > i64::MAX / 10;
    let step = steps.into_iter().find(fits).unwrap_or(1);
    let whole = Cell {
        unit: TickUnit::Since { zero: moment.day_number(), step: i64::MAX },
        start: moment,
        x0: piece.x0,
        x1: piece.x1,
        begins: false,
    };
    Ticks { upper: vec![whole], lower: cells(TickUnit::Since { zero: moment.day_number(), step }, piece) }
}

/// The unit that tells which one of the lower row's is meant.
fn upper_for(lower: TickUnit) -> Option<TickUnit> {
    match lower {
        TickUnit::Minutes(_) | TickUnit::Hours(_) => Some(TickUnit::Day),
        TickUnit::Day | TickUnit::Week => Some(TickUnit::Month),
        TickUnit::Month => Some(TickUnit::Year),
        TickUnit::Year | TickUnit::Years(_) | TickUnit::Since { .. } => None,
    }
}

fn cells(unit: TickUnit, piece: &Piece) -> Vec<Cell> {
    /// More would be under a point wide on any screen.
    const MOST: usize = 4_000;
    let (from, to) = (piece.span.start(), piece.span.end());
    let mut found = Vec::new();
    let mut start = floor(from, unit);
    while start < to && found.len() < MOST {
        let next = after(start, unit);
        if next <= start {
            break;
        }
        if next > from {
            found.push(Cell {
                unit,
                start,
                x0: piece.x_of(start.max(from)),
                x1: piece.x_of(next.min(to)),
                begins: start >= from,
            });
        }
        start = next;
    }
    found
}

/// The beginning of the unit that holds a stamp.
fn floor(stamp: Stamp, unit: TickUnit) -> Stamp {
    let (year, month, day) = stamp.civil();
    match unit {
        TickUnit::Since { zero, step } => {
            let since = stamp.day_number().saturating_sub(zero);
            Stamp::from_day_number(zero.saturating_add(since.saturating_sub(since.rem_euclid(step))))
        }
        TickUnit::Minutes(n) => Stamp(stamp.0 - stamp.0.rem_euclid(60 * i64::from(n))),
        TickUnit::Hours(n) => Stamp(stamp.0 - stamp.0.rem_euclid(3_600 * i64::from(n))),
        TickUnit::Day => Stamp::from_civil(year, month, day),
        TickUnit::Week => Stamp::from_civil(year, month, day).plus_days(-i64::from(stamp.weekday())),
        TickUnit::Month => Stamp::from_civil(year, month, 1),
        TickUnit::Year => Stamp::from_civil(year, 1, 1),
        TickUnit::Years(n) => Stamp::from_civil(year - year.rem_euclid(i64::from(n)), 1, 1),
    }
}

/// The beginning of a unit that is nearest to a stamp.
#[must_use]
pub fn begins_near(stamp: Stamp, unit: TickUnit) -> Stamp {
    let start = floor(stamp, unit);
    let next = after(start, unit);
    if next.0.saturating_sub(stamp.0) < stamp.0.saturating_sub(start.0) { next } else { start }
}

fn after(start: Stamp, unit: TickUnit) -> Stamp {
    let (year, month, _) = start.civil();
    match unit {
        TickUnit::Since { step, .. } => start.plus_days(step),
        TickUnit::Minutes(n) => Stamp(start.0.saturating_add(60 * i64::from(n))),
        TickUnit::Hours(n) => Stamp(start.0.saturating_add(3_600 * i64::from(n))),
        TickUnit::Day => start.plus_days(1),
        TickUnit::Week => start.plus_days(7),
        TickUnit::Month if month == 12 => Stamp::from_civil(year + 1, 1, 1),
        TickUnit::Month => Stamp::from_civil(year, month + 1, 1),
        TickUnit::Year => Stamp::from_civil(year + 1, 1, 1),
        TickUnit::Years(n) => Stamp::from_civil(year + i64::from(n), 1, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    fn piece(from: (i64, u8, u8), to: (i64, u8, u8), width: f64) -> Piece {
        let span = Span::new(Stamp::from_civil(from.0, from.1, from.2), Stamp::from_civil(to.0, to.1, to.2));
        Piece { span, x0: 0.0, x1: width }
    }

    #[test]
    fn a_spring_shows_months_under_its_year() {
        let found = ticks(&piece((2022, 2, 21), (2022, 7, 4), 430.0), 12.0);
        assert_eq!(found.upper.len(), 1);
        assert_eq!(found.lower.iter().filter(|cell| cell.begins).count(), 5, "March to July");
        assert!(found.lower.iter().all(|cell| cell.unit == TickUnit::Month));
    }

    #[test]
    fn four_years_show_years_alone() {
        let found = ticks(&piece((2022, 7, 4), (2026, 3, 1), 390.0), 12.0);
        assert!(found.lower.is_empty());
        assert_eq!(found.upper.len(), 5);
    }

    #[test]
    fn days_are_counted_from_an_event_before_and_after_it() {
        let zero = Stamp::from_civil(2022, 2, 24);
        let found = ticks_since(&piece((2022, 2, 4), (2022, 4, 5), 600.0), 12.0, zero);
        let days: Vec<i64> =
            found.lower.iter().map(|cell| cell.start.day_number() - zero.day_number()).collect();
        assert_eq!(days, (-20..40).step_by(5).map(i64::from).collect::<Vec<_>>());
        let hour = ticks_since(&piece((2022, 2, 24), (2022, 2, 25), 700.0), 12.0, zero);
        assert!(matches!(hour.lower[0].unit, TickUnit::Hours(_)));
    }

    #[test]
    fn cells_follow_each_other_without_gap_at_every_zoom() {
        for days in [1, 3, 9, 40, 200, 900, 5_000, 40_000, 400_000] {
            let start = Stamp::from_civil(1_899, 12, 30);
            let span = Span::new(start, start.plus_days(days));
            let found = ticks(&Piece { span, x0: 0.0, x1: 600.0 }, 12.0);
            let finest = if found.lower.is_empty() { &found.upper } else { &found.lower };
            for pair in finest.windows(2) {
                assert!((pair[0].x1 - pair[1].x0).abs() < 1e-6, "{days} days");
            }
            assert!(finest.len() < 60, "{days} days: {} cells", finest.len());
        }
    }
}
