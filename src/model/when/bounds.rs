//! From the parts of a date to the span that it covers.
//!
//! Seasons are those of the weather: spring (21) is March to May, summer June to August,
//! autumn September to November. A season stays in its year, so winter (24) is December.

use super::super::stamp::{DAY, Span, Stamp};
use super::point::{Parts, Precision};

/// First and last month of a part of a year, by its EDTF number (21 to 41).
pub(super) fn months_of(season: u8) -> Option<(u8, u8)> {
    Some(match season {
        21 | 25 | 31 => (3, 5),
        22 | 26 | 32 => (6, 8),
        23 | 27 | 29 => (9, 11),
        24 | 28 | 30 => (12, 12),
        33..=36 => ((season - 33) * 3 + 1, (season - 33) * 3 + 3),
        37..=39 => ((season - 37) * 4 + 1, (season - 37) * 4 + 4),
        40..=41 => ((season - 40) * 6 + 1, (season - 40) * 6 + 6),
        _ => return None,
    })
}

/// The span that the parts cover, a time without offset being read at the given one.
pub(super) fn span_of(parts: &Parts, offset_seconds: i64) -> Span {
    let month = parts.month.unwrap_or(1);
    match parts.precision {
        Precision::Second => seconds_from(instant(parts, offset_seconds), 1),
        Precision::Minute => seconds_from(instant(parts, offset_seconds), 60),
        Precision::Day => {
            let start = Stamp::from_civil(parts.year, month, parts.day.unwrap_or(1));
            seconds_from(start, DAY)
        }
        Precision::Month => months(parts.year, month, month),
        Precision::Season | Precision::Quarter => {
            let (first, last) = parts.season.and_then(months_of).unwrap_or((1, 12));
            months(parts.year, first, last)
        }
        Precision::Year => years(parts.year, 1),
        Precision::Decade => years(parts.year, 10),
        Precision::Century => years(parts.year, 100),
        Precision::Longer => years(parts.year, 1_000),
    }
}

/// The second at which a time begins.
fn instant(parts: &Parts, offset_seconds: i64) -> Stamp {
    let number = |part: Option<u8>| i64::from(part.unwrap_or(0));
    let day = Stamp::from_civil(parts.year, parts.month.unwrap_or(1), parts.day.unwrap_or(1));
    let clock = number(parts.hour) * 3_600 + number(parts.minute) * 60 + number(parts.second);
    let offset = parts.offset.unwrap_or(offset_seconds);
    Stamp(day.0.saturating_add(clock).saturating_sub(offset))
}

/// So many seconds from a start.
fn seconds_from(start: Stamp, seconds: i64) -> Span {
    Span::new(start, Stamp(start.0.saturating_add(seconds)))
}

/// From the first day of one month to the last of another in the same year.
fn months(year: i64, first: u8, last: u8) -> Span {
    let end = if last < 12 {
        Stamp::from_civil(year, last + 1, 1)
    } else {
        Stamp::from_civil(year.saturating_add(1), 1, 1)
    };
    Span::new(Stamp::from_civil(year, first, 1), end)
}

/// So many years from the first; `-000X` has but nine, as there is no year -0.
fn years(first: i64, count: i64) -> Span {
    let after = first.saturating_add(count);
    let after = if first < 0 { after.min(0) } else { after };
    Span::new(Stamp::from_civil(first, 1, 1), Stamp::from_civil(after, 1, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_thirds_and_halves_fill_the_year_without_gap() {
        for (numbers, length) in [(33..=36, 3), (37..=39, 4), (40..=41, 6)] {
            let mut next = 1;
            for number in numbers {
                let (first, last) = months_of(number).unwrap();
                assert_eq!((first, last), (next, next + length - 1));
                next = last + 1;
            }
            assert_eq!(next, 13);
        }
    }

    #[test]
    fn southern_seasons_lie_opposite_the_northern_ones() {
        for (northern, southern) in [(25, 31), (26, 32), (27, 29), (28, 30)] {
            assert_eq!(months_of(northern), months_of(southern));
        }
        assert!(months_of(20).is_none() && months_of(42).is_none());
    }

    #[test]
    fn a_year_beyond_the_axis_lies_on_its_edge() {
        let far = Parts::years(i64::MAX, Precision::Year);
        assert_eq!(span_of(&far, 0), Span::new(Stamp::MAX, Stamp::MAX));
        let past = Parts::years(-i64::MAX, Precision::Year);
        assert_eq!(span_of(&past, 0), Span::new(Stamp::MIN, Stamp::MIN));
    }
}
