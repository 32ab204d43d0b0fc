//! `Parts`: one date taken apart, which is a `When` that is no interval, or one end of one.
//!
//! Parts say what was written; the span they cover is `bounds`' matter.

use super::super::stamp::Span;
use super::bounds;

/// How finely a date is given, from fine to coarse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A time with seconds.
    Second,
    /// A time without seconds.
    Minute,
    /// A day.
    Day,
    /// A month, also where its day is given as `XX`.
    Month,
    /// A season, 21 to 32.
    Season,
    /// A quarter, or a third or half of a year: 33 to 41.
    Quarter,
    /// A year, also where its month is given as `XX`.
    Year,
    /// Ten years, `199X`.
    Decade,
    /// A hundred years, `19XX`.
    Century,
    /// A thousand years, `1XXX`.
    Longer,
}

/// One date taken apart; what the source leaves out is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Parts {
    /// How finely the date is given.
    pub precision: Precision,
    /// The year, or the first of the decade, century or millennium; 0 is the year before 1.
    pub year: i64,
    /// The part of the year by its EDTF number, 21 (spring) to 41 (second half).
    pub season: Option<u8>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
    /// The hour; 24 stands for the midnight that ends the day.
    pub hour: Option<u8>,
    /// The minute.
    pub minute: Option<u8>,
    /// The second.
    pub second: Option<u8>,
    /// Seconds that the time is ahead of UTC, where the text says so.
    pub offset: Option<i64>,
    /// Marked `~` or `%`.
    pub approximate: bool,
    /// Marked `?` or `%`.
    pub uncertain: bool,
}

impl Parts {
    /// A year, or several from the one given, with nothing finer.
    pub(super) fn years(year: i64, precision: Precision) -> Parts {
        Parts {
            precision,
            year,
            season: None,
            month: None,
            day: None,
            hour: None,
            minute: None,
            second: None,
            offset: None,
            approximate: false,
            uncertain: false,
        }
    }

    /// Whether the date is a day or coarser, and so never shifts between zones.
    #[must_use]
    pub fn is_whole_days(&self) -> bool {
        self.precision >= Precision::Day
    }

    /// The span covered: days as they are, times as instants, where those that name no
    /// offset are read at the one given.
    #[must_use]
    pub fn span_at(&self, offset_seconds: i64) -> Span {
        bounds::span_of(self, offset_seconds)
    }
}

/// One side of a `When` as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Side {
    /// A date.
    Known(Parts),
    /// `..`: it goes on.
    Open,
    /// Empty: it had an end, and no source says which.
    Unknown,
}

impl Side {
    /// The date, where there is one.
    pub(super) fn parts(&self) -> Option<&Parts> {
        match self {
            Side::Known(parts) => Some(parts),
            Side::Open | Side::Unknown => None,
        }
    }
}
