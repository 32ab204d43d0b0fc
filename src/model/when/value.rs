//! `When` itself: the text as written, and what it says about time.
//!
//! The text is the truth. A date marked `~` or `?` covers what the same date covers
//! unmarked; how far "about" reaches is drawn, not stored.

use std::fmt;
use std::str::FromStr;

use super::super::stamp::{Span, Stamp};
use super::error::WhenError;
use super::point::{Parts, Precision, Side};
use super::read;

/// Seconds by which one end may seem early when only one of the two names its offset.
const ZONE_SLACK: i64 = 14 * 3_600;

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
        read_when(text).map_err(|error| {
            let bare: String = text.split_whitespace().collect();
            if bare.len() < text.len() && read_when(&bare).is_ok() {
                WhenError::Spaced(text.to_owned(), bare)
            } else {
                error
            }
        })
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

fn read_when(text: &str) -> Result<When, WhenError> {
    let (start, end) = match text.split_once('/') {
        Some((start, end)) => (read::read_side(start, text)?, read::read_side(end, text)?),
        None => {
            let side = Side::Known(read::read_date(text)?);
            (side, side)
        }
    };
    match (start.parts(), end.parts()) {
        (None, None) => return Err(read::no_ends(text)),
        (Some(first), Some(last)) if ends_before(first, last) => {
            return Err(WhenError::Backwards(text.to_owned()));
        }
        _ => {}
    }
    let interval = text.contains('/');
    let text = text.into();
    Ok(When { text, start, end, interval })
}

/// Whether the last date is over before the first begins, whatever the case's zone.
fn ends_before(first: &Parts, last: &Parts) -> bool {
    let comparable = first.offset.is_some() == last.offset.is_some();
    let slack = if comparable { 0 } else { ZONE_SLACK };
    let over = last.span_at(0).end().0.saturating_add(slack);
    let first = first.span_at(0);
    // Two years beyond the axis both lie on its edge, in no order.
    over <= first.start().0 && over < first.end().0
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
