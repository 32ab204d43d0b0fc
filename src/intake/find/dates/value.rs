//! `Value`: a date that is known, and how EDTF writes it.

use crate::model::When;

use super::calendar;
use super::expression::Clock;

/// How finely a point is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grain {
    Day,
    Month,
    /// A season, quarter or half, by EDTF's number.
    Part(u8),
    Year,
    Decade,
    Century,
}

/// One date: its first and last day, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) first: i64,
    pub(super) last: i64,
    pub(super) grain: Grain,
    pub(super) about: bool,
    pub(super) doubtful: bool,
    pub(super) clock: Option<Clock>,
}

/// A date, or a stretch from one to another, where `None` is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    At(Point),
    Stretch { from: Option<Point>, to: Option<Point>, within: bool },
}

impl Point {
    pub(super) fn day(number: i64) -> Point {
        Point { first: number, last: number, grain: Grain::Day, about: false, doubtful: false, clock: None }
    }

    pub(super) fn month(year: i64, month: u8) -> Option<Point> {
        let (first, last) = (calendar::day(year, month, 1)?, calendar::month_end(year, month)?);
        Some(Point { first, last, grain: Grain::Month, ..Point::day(first) })
    }

    pub(super) fn year(year: i64) -> Option<Point> {
        Point::years(year, 1, Grain::Year)
    }

    /// So many years from the first.
    pub(super) fn years(year: i64, count: i64, grain: Grain) -> Option<Point> {
        let (first, last) = (calendar::day(year, 1, 1)?, calendar::day(year + count - 1, 12, 31)?);
        Some(Point { first, last, grain, ..Point::day(first) })
    }

    /// A season, quarter or half of a year.
    pub(super) fn part(code: u8, year: i64) -> Option<Point> {
        let (first, last) = match code {
            21..=23 => ((code - 20) * 3, (code - 20) * 3 + 2),
            24 => (12, 12),
            33..=36 => ((code - 33) * 3 + 1, (code - 33) * 3 + 3),
            40..=41 => ((code - 40) * 6 + 1, (code - 40) * 6 + 6),
            _ => return None,
        };
        let (first, last) = (calendar::day(year, first, 1)?, calendar::month_end(year, last)?);
        Some(Point { first, last, grain: Grain::Part(code), ..Point::day(first) })
    }

    fn edtf(&self) -> String {
        let (year, month, day) = calendar::civil(self.first);
        let sign = if year < 0 { "-" } else { "" };
        let year = format!("{sign}{:04}", year.unsigned_abs());
        let date = match self.grain {
            Grain::Day => format!("{year}-{month:02}-{day:02}"),
            Grain::Month => format!("{year}-{month:02}"),
            Grain::Part(code) => format!("{year}-{code}"),
            Grain::Year => year,
            Grain::Decade => format!("{}X", year.get(..year.len() - 1).unwrap_or_default()),
            Grain::Century => format!("{}XX", year.get(..year.len() - 2).unwrap_or_default()),
        };
        let clock = self.clock.filter(|_| self.grain == Grain::Day).map_or(String::new(), |clock| {
            let zone = if clock.utc { "Z" } else { "" };
            format!("T{:02}:{:02}{zone}", clock.minutes / 60, clock.minutes % 60)
        });
        let doubt = match (self.about, self.doubtful) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        };
        format!("{date}{clock}{doubt}")
    }
}

impl Value {
    pub(super) fn day(number: i64) -> Value {
        Value::At(Point::day(number))
    }

    /// From one day to another, both inside.
    pub(super) fn days(first: i64, last: i64, within: bool) -> Value {
        Value::Stretch { from: Some(Point::day(first)), to: Some(Point::day(last)), within }
    }

    pub(super) fn first(&self) -> Option<i64> {
        match self {
            Value::At(point) => Some(point.first),
            Value::Stretch { from, .. } => from.map(|point| point.first),
        }
    }

    pub(super) fn last(&self) -> Option<i64> {
        match self {
            Value::At(point) => Some(point.last),
            Value::Stretch { to, .. } => to.map(|point| point.last),
        }
    }

    /// The point, or the one end that a stretch has.
    pub(super) fn point(&self) -> Option<Point> {
        match self {
            Value::At(point) => Some(*point),
            Value::Stretch { from, to, .. } => from.or(*to),
        }
    }

    pub(super) fn about(self) -> Value {
        let mark = |point: Point| Point { about: true, ..point };
        match self {
            Value::At(point) => Value::At(mark(point)),
            Value::Stretch { from, to, within } => {
                Value::Stretch { from: from.map(mark), to: to.map(mark), within }
            }
        }
    }

    pub(super) fn within(&self) -> bool {
        matches!(self, Value::Stretch { within: true, .. })
    }

    /// In EDTF; nothing where a stretch ends before it starts.
    pub(super) fn when(&self) -> Option<When> {
        let text = match self {
            Value::At(point) => point.edtf(),
            Value::Stretch { from, to, .. } => {
                let end = |point: &Option<Point>| point.as_ref().map_or_else(|| "..".to_owned(), Point::edtf);
                format!("{}/{}", end(from), end(to))
            }
        };
        When::parse(&text).ok()
    }
}
