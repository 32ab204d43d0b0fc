//! `When` itself: the text as written, and what it says about time.
//!
//! The text is the truth. A date marked `~` or `?` covers what the same date covers
//! unmarked; how far "about" reaches is drawn, not stored.

use std::fmt;
use std::str::FromStr;

use super::super::stamp::{Span, Stamp};
use super::error::WhenError;
use super::interval::read_sides;
use super::point::{Parts, Precision, Side};

/// A date as a source gives it: a moment, day, month, year or interval, in EDTF.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct When {
    text: Box<str>,
    start: Side,
    end: Side,
    interval: bool,
}

/// Where a `When` starts or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// Somewhere in this span.
    Known(Span),
    /// `..`: it goes on.
    Open,
    /// Empty: it had an end, and no source says which.
    Unknown,
}

impl When {
    /// Reads an EDTF text, taking it verbatim.
    ///
    /// # Errors
    /// Says in a sentence why the text is no date, or which part of EDTF is not read.
    pub fn parse(text: &str) -> Result<When, WhenError> {
        match read_sides(text) {
            Ok((start, end)) => {
                let interval = text.contains('/');
                Ok(When { text: text.into(), start, end, interval })
            }
            Err(error) => {
                let bare: String = text.split_whitespace().collect();
                let spaced = bare.len() < text.len() && read_sides(&bare).is_ok();
                Err(if spaced { WhenError::Spaced(text.to_owned(), bare) } else { error })
            }
        }
    }

    /// One day of the years -9999 to 9999.
    ///
    /// # Errors
    /// Says so where the calendar has no such day.
    pub fn day(year: i64, month: u8, day: u8) -> Result<When, WhenError> {
        let sign = if year < 0 { "-" } else { "" };
        let year = year.unsigned_abs();
        When::parse(&format!("{sign}{year:04}-{month:02}-{day:02}"))
    }

    /// The text as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is written as an interval, with a `/`.
    #[must_use]
    pub fn is_interval(&self) -> bool {
        self.interval
    }

    /// The first second that it can mean; `Stamp::MIN` where the start is open or unknown.
    #[must_use]
    pub fn earliest(&self) -> Stamp {
        self.span().start()
    }

    /// The first second after all that it can mean; `Stamp::MAX` where the end is open or unknown.
    #[must_use]
    pub fn latest(&self) -> Stamp {
        self.span().end()
    }

    /// From `earliest` to `latest`, civil times counting as UTC.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span_at(0)
    }

    /// The same where the case's zone is so many seconds ahead of UTC: only times that
    /// name no offset of their own shift.
    #[must_use]
    pub fn span_at(&self, offset_seconds: i64) -> Span {
        let start = self.start.parts().map(|parts| parts.span_at(offset_seconds).start());
        let end = self.end.parts().map(|parts| parts.span_at(offset_seconds).end());
        Span::new(start.unwrap_or(Stamp::MIN), end.unwrap_or(Stamp::MAX))
    }

    /// Where it starts; the same as its end if it is no interval.
    #[must_use]
    pub fn start(&self) -> End {
        end_of(&self.start)
    }

    /// Where it ends; the same as its start if it is no interval.
    #[must_use]
    pub fn end(&self) -> End {
        end_of(&self.end)
    }

    /// Its start and its end taken apart, twice the same if it is no interval.
    #[must_use]
    pub fn parts(&self) -> (Option<Parts>, Option<Parts>) {
        (self.start.parts().copied(), self.end.parts().copied())
    }

    /// How finely it is given, which for an interval is the coarser of its known ends.
    #[must_use]
    pub fn precision(&self) -> Precision {
        let coarsest = self.known().map(|parts| parts.precision).max();
        coarsest.unwrap_or(Precision::Longer)
    }

    /// Whether no end of it is a time of day.
    #[must_use]
    pub fn is_whole_days(&self) -> bool {
        self.known().all(Parts::is_whole_days)
    }

    /// Whether any of it is marked `~` or `%`, "about".
    #[must_use]
    pub fn approximate(&self) -> bool {
        self.known().any(|parts| parts.approximate)
    }

    /// Whether any of it is marked `?` or `%`, "perhaps".
    #[must_use]
    pub fn uncertain(&self) -> bool {
        self.known().any(|parts| parts.uncertain)
    }

    /// Whether any of it is a time that names its offset from UTC.
    #[must_use]
    pub fn has_offset(&self) -> bool {
        self.known().any(|parts| parts.offset.is_some())
    }

    fn known(&self) -> impl Iterator<Item = &Parts> {
        [&self.start, &self.end].into_iter().filter_map(Side::parts)
    }
}

fn end_of(side: &Side) -> End {
    match side {
        Side::Known(parts) => End::Known(parts.span_at(0)),
        Side::Open => End::Open,
        Side::Unknown => End::Unknown,
    }
}

impl FromStr for When {
    type Err = WhenError;

    fn from_str(text: &str) -> Result<When, WhenError> {
        When::parse(text)
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(text: &str) -> When {
        When::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn doubts_are_told_apart_and_counted_for_either_end() {
        for (text, approximate, uncertain) in [
            ("2022", false, false),
            ("2022~", true, false),
            ("2022-04?", false, true),
            ("2022-04-05%", true, true),
            ("2022~/2023?", true, true),
            ("2022-~04/..", true, false),
            ("/2022?-04-05", false, true),
        ] {
            let read = when(text);
            assert_eq!((read.approximate(), read.uncertain()), (approximate, uncertain), "{text}");
        }
        let (start, end) = when("2022~/2023-04?").parts();
        let (start, end) = (start.unwrap(), end.unwrap());
        assert!(start.approximate && !end.approximate && end.uncertain);
        assert_eq!((start.month, end.month, end.year), (None, Some(4), 2023));
    }

    #[test]
    fn parts_hold_what_was_written_and_nothing_else() {
        let (time, _) = when("2022-04-05T24:00+02:00").parts();
        let time = time.unwrap();
        assert_eq!((time.month, time.day, time.hour, time.minute), (Some(4), Some(5), Some(24), Some(0)));
        assert_eq!((time.second, time.offset, time.season), (None, Some(7_200), None));
        let (decade, _) = when("199X").parts();
        assert_eq!(decade, Some(Parts::years(1990, Precision::Decade)));
        assert_eq!(when("2001-24").parts().0.and_then(|parts| parts.season), Some(24));
    }

    #[test]
    fn white_space_is_named_where_it_is_all_that_is_wrong() {
        for text in [" 2022", "2022-04-05\n", "2022 - 04", "2022-03-29 / 2022-04-07"] {
            let message = When::parse(text).unwrap_err().to_string();
            assert!(message.starts_with("white space in "), "{message}");
        }
        let message = When::parse("last week").unwrap_err().to_string();
        let wanted = "not a date: \"last week\"; write it like 2022-04-05, 2022-04, 2022, \
                      2022-04~ or 2022-03-29/2022-04-07";
        assert_eq!(message, wanted);
    }

    #[test]
    fn a_day_is_made_from_its_numbers() {
        assert_eq!(When::day(2022, 4, 5), When::parse("2022-04-05"));
        assert_eq!(When::day(-44, 3, 15).unwrap().as_str(), "-0044-03-15");
        assert_eq!("0000-02-29".parse(), When::day(0, 2, 29));
        assert!(When::day(2022, 2, 29).is_err() && When::day(10_000, 1, 1).is_err());
        assert!(When::day(2022, 21, 1).is_err() && When::day(2022, 1, 255).is_err());
    }
}
