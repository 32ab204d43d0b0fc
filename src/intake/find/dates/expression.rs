//! `Expression`: a date as it is said, before anything is known of the day it is said on.

use super::sense::{Edge, Feast, Unit};

/// A time of day: minutes since midnight, and minutes ahead of UTC where it says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) minutes: i64,
    pub(super) utc: bool,
}

/// What is said of a day, month or year; at least one of the first four is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Partial {
    pub(super) year: Option<i64>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    /// 0 for Monday.
    pub(super) weekday: Option<u8>,
    /// "last April", "this Friday".
    pub(super) shift: Option<i64>,
    /// "April last year": the year, from the published one.
    pub(super) of_year: Option<i64>,
    /// "April of that year": the year, from the one last spoken of.
    pub(super) of_told: Option<i64>,
    pub(super) clock: Option<Clock>,
    /// Day and month could be the other way round.
    pub(super) doubtful: bool,
}

/// From where an offset counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The published day.
    Now,
    /// The day last spoken of.
    Told,
    /// The published day, or in a clause about the past the day last spoken of: "через два дня".
    Either,
    At(Box<Expression>),
}

/// A year that is named, or said in relation to the published one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearSaid {
    Unsaid,
    Is(i64),
    /// "this autumn", "last spring": the part of the year itself is shifted.
    Shift(i64),
    /// "spring of last year": the year is, from the published one.
    OfYear(i64),
    /// "spring of the following year": from the one last spoken of.
    Told(i64),
    /// "the following spring": the nearest on that side of what was last spoken of.
    Beside(i64),
}

/// A date as it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expression {
    Partial(Partial),
    /// A season, quarter or half, by EDTF's number.
    YearPart(u8, YearSaid),
    /// First year of it.
    Decade(i64),
    Century(i64),
    /// Days from the published day, and the time of day.
    Day(i64, Option<Clock>),
    /// "last week": units from the published day, or from the day last spoken of.
    Unit {
        unit: Unit,
        shift: i64,
        told: bool,
    },
    /// "the last three months", "the next two days".
    Count {
        count: i64,
        unit: Unit,
        shift: i64,
    },
    /// "two weeks and two days ago": amounts with their sign.
    Offset {
        amounts: Vec<(i64, Unit)>,
        from: Anchor,
    },
    /// "two weeks after he left": the day of what follows, counted back from what is told.
    Counted {
        amounts: Vec<(i64, Unit)>,
    },
    /// "Tuesday of next week", "the following Friday".
    WeekdayOf {
        weekday: u8,
        week: i64,
        told: bool,
    },
    /// "the following February", "the previous May": the nearest on that side of what was last spoken of.
    MonthOf {
        month: u8,
        shift: i64,
    },
    /// "the first two weeks of 2015": which (negative from the end), how many.
    Nth {
        which: i64,
        count: i64,
        unit: Unit,
        of: Box<Expression>,
    },
    /// "the week of 10 April".
    WeekOf(Box<Expression>),
    /// "the end of March", "early 2022".
    Edge(Edge, Box<Expression>),
    About(Box<Expression>),
    /// What is gone (-1) or left (1) of a unit about the published day.
    Piece {
        unit: Unit,
        side: i64,
    },
    Feast(Feast, YearSaid),
    /// "that time".
    Told,
    Since(Box<Expression>),
    Until(Box<Expression>),
    Before(Box<Expression>),
    After(Box<Expression>),
    /// From one to the other; `within`: once, somewhere between them.
    Range {
        from: Box<Expression>,
        to: Box<Expression>,
        within: bool,
    },
    /// The night that ends on this day, or begins on it.
    NightTo(Box<Expression>),
    NightOf(Box<Expression>),
}
