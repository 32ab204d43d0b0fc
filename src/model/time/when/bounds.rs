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
    use super::super::value::When;
    use super::*;

    fn when(text: &str) -> When {
        When::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    fn day(text: &str) -> Stamp {
        when(text).earliest()
    }

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

    #[test]
    fn dates_cover_their_first_to_their_last_day() {
        use Precision::{Century, Day, Decade, Longer, Month, Quarter, Season, Year};
        for (text, first, last, precision) in [
            ("2022-04-05", "2022-04-05", "2022-04-05", Day),
            ("2022-04", "2022-04-01", "2022-04-30", Month),
            ("2024-02", "2024-02-01", "2024-02-29", Month),
            ("2022-12", "2022-12-01", "2022-12-31", Month),
            ("2022", "2022-01-01", "2022-12-31", Year),
            ("0000", "0000-01-01", "0000-12-31", Year),
            ("-0999", "-0999-01-01", "-0999-12-31", Year),
            ("2022-04-05~", "2022-04-05", "2022-04-05", Day),
            ("2001-21", "2001-03-01", "2001-05-31", Season),
            ("2001-22?", "2001-06-01", "2001-08-31", Season),
            ("2001-23", "2001-09-01", "2001-11-30", Season),
            ("2001-24", "2001-12-01", "2001-12-31", Season),
            ("2001-29", "2001-09-01", "2001-11-30", Season),
            ("2001-33", "2001-01-01", "2001-03-31", Quarter),
            ("2001-36%", "2001-10-01", "2001-12-31", Quarter),
            ("2001-38", "2001-05-01", "2001-08-31", Quarter),
            ("2001-41", "2001-07-01", "2001-12-31", Quarter),
            ("2004-06-XX", "2004-06-01", "2004-06-30", Month),
            ("2004-XX", "2004-01-01", "2004-12-31", Year),
            ("2004-XX-XX", "2004-01-01", "2004-12-31", Year),
            ("201X", "2010-01-01", "2019-12-31", Decade),
            ("201X-XX", "2010-01-01", "2019-12-31", Decade),
            ("20XX~", "2000-01-01", "2099-12-31", Century),
            ("1XXX", "1000-01-01", "1999-12-31", Longer),
            ("-019X", "-0199-01-01", "-0190-12-31", Decade),
            ("-01XX", "-0199-01-01", "-0100-12-31", Century),
            ("-000X", "-0009-01-01", "-0001-12-31", Decade),
            ("000X", "0000-01-01", "0009-12-31", Decade),
            ("1964/2008", "1964-01-01", "2008-12-31", Year),
            ("2004-02-01/2005-02", "2004-02-01", "2005-02-28", Month),
            ("2022-03-29/2022-04-07", "2022-03-29", "2022-04-07", Day),
            ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03", Month),
            ("2004-06~/2004-08?", "2004-06-01", "2004-08-31", Month),
            ("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20", Day),
            ("-2005/-1999-02", "-2005-01-01", "-1999-02-28", Year),
            ("2018-21/2018-23", "2018-03-01", "2018-11-30", Season),
            ("2022-04/2022-04-05", "2022-04-01", "2022-04-05", Month),
            ("2022/2022", "2022-01-01", "2022-12-31", Year),
        ] {
            let read = when(text);
            assert_eq!(read.span(), Span::new(day(first), day(last).plus_days(1)), "{text}");
            assert_eq!(read.precision(), precision, "{text}");
            assert!(read.is_whole_days() && !read.has_offset());
            assert_eq!((read.as_str(), read.to_string().as_str()), (text, text));
            assert_eq!(read.span_at(7_200), read.span());
        }
    }

    #[test]
    fn years_of_level_one_reach_past_the_axis() {
        let deep = when("Y-170000002");
        assert_eq!(deep.earliest().civil(), (-170_000_002, 1, 1));
        assert_eq!(deep.latest().civil(), (-170_000_001, 1, 1));
        assert_eq!(when("Y170000002~").precision(), Precision::Year);
        let beyond = format!("Y{}", "9".repeat(40));
        assert_eq!(when(&beyond).span(), Span::new(Stamp::MAX, Stamp::MAX));
        assert_eq!(when(&format!("2022/{beyond}")).latest(), Stamp::MAX);
        assert!(When::parse(&format!("{beyond}/{beyond}")).is_ok());
        assert!(When::parse(&format!("{beyond}/2022")).is_err());
    }

    #[test]
    fn times_without_offset_follow_the_zone_of_the_case() {
        let minute = |start: Stamp| Span::new(start, Stamp(start.0 + 60));
        let local = when("2022-04-05T14:30");
        assert_eq!(local.span(), minute(Stamp(day("2022-04-05").0 + 52_200)));
        assert_eq!(local.span_at(7_200), minute(Stamp(day("2022-04-05").0 + 45_000)));
        assert_eq!(local.precision(), Precision::Minute);
        assert!(!local.has_offset() && !local.is_whole_days());
        let own = when("2022-04-05T00:30+02:00");
        assert_eq!(own.span(), minute(Stamp(day("2022-04-04").0 + 81_000)));
        assert_eq!(own.span_at(-3_600), own.span());
        assert!(own.has_offset());
        let second = when("2022-04-05T23:59:59Z");
        assert_eq!((second.span().seconds(), second.latest()), (1, day("2022-04-06")));
        assert_eq!(when("2022-12-31T24:00").earliest(), day("2023-01-01"));
        let lasting = when("2022-04-05T04:00/2022-04-05T06:30");
        assert_eq!(lasting.span().seconds(), 9_060);
    }
}
