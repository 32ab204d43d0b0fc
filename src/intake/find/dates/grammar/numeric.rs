//! Dates in figures alone: "2022-04-05", "05.04.2022", "8/1/2012", "20220405", "9/2012".

use super::{Grammar, Read};
use crate::intake::find::dates::calendar;
use crate::intake::find::dates::expression::Partial;
use crate::intake::find::dates::sense::Sense;

/// Between the numbers of a date.
const MARKS: [char; 5] = ['/', '.', '-', '\u{2010}', '\u{2011}'];

/// The two-digit year from which the last century is meant.
const PIVOT: i64 = 69;

impl Grammar<'_> {
    /// A date in figures; `None` also where the figures can't be one.
    pub(super) fn numeric(&self, at: usize) -> Read<Partial> {
        let (first, digits) = self.figures(at)?;
        if at > 0
            && self.is_glued(at)
            && !self.is_mark(at - 1, &['(', '[', '"', '\u{201c}', '-', '=', '~', '\u{2013}'])
        {
            return None;
        }
        if digits == 8 {
            let (year, rest) = (first / 10_000, first % 10_000);
            let date = partial(Some(year), rest / 100, rest % 100, false)?;
            return (1_900..2_100).contains(&year).then_some((date, at + 1));
        }
        if let Some(read) = self.spaced(at) {
            return Some(read);
        }
        let mark = self.joint(at + 1)?;
        let (second, second_digits) = self.figures(at + 2).filter(|_| self.is_glued(at + 2))?;
        if second_digits > 2 && !(digits <= 2 && second_digits == 4) {
            return None;
        }
        if let Some((third, third_digits)) = self.third(at + 3, mark) {
            if self.joint(at + 5).is_some() && self.figures(at + 6).is_some() {
                return None;
            }
            let date =
                self.of_three((first, digits), (second, second_digits), (third, third_digits), mark)?;
            return Some((date, at + 5));
        }
        let date = self.of_two(at, (first, digits), (second, second_digits), mark)?;
        Some((date, if mark == '.' && self.is_closed_by_point(at + 3) { at + 4 } else { at + 3 }))
    }

    /// Day and month of a numeric date whose number of months has no other reading, for the text's evidence.
    pub(in crate::intake::find::dates) fn order_evidence(&self, at: usize) -> Option<bool> {
        let (first, digits) = self.figures(at).filter(|_| at == 0 || !self.is_glued(at))?;
        let mark = self.joint(at + 1).filter(|mark| matches!(mark, '/' | '.'))?;
        let (second, second_digits) = self.figures(at + 2)?;
        let (year, year_digits) = self.third(at + 3, mark)?;
        if digits > 2 || second_digits > 2 || !(year_digits == 4 || year_digits == 2 && year > 0) {
            return None;
        }
        match (first, second) {
            (13..=31, 1..=12) => Some(false),
            (1..=12, 13..=31) => Some(true),
            _ => None,
        }
    }

    /// "31. 3. 2016"
    fn spaced(&self, at: usize) -> Read<Partial> {
        let dot = |at: usize| self.is_mark(at, &['.']) && self.is_glued(at);
        let day = self.figures(at).filter(|(_, digits)| *digits <= 2 && dot(at + 1))?;
        let month = self.figures(at + 2).filter(|(_, digits)| *digits <= 2 && dot(at + 3))?;
        let year = self.figures(at + 4).filter(|(_, digits)| *digits == 4)?;
        let apart = !self.is_glued(at + 2) && !self.is_glued(at + 4);
        let date = partial(Some(year.0), month.0, day.0, false).filter(|_| apart)?;
        Some((date, at + 5))
    }

    fn joint(&self, at: usize) -> Option<char> {
        MARKS.into_iter().find(|mark| self.is_mark(at, &[*mark])).filter(|_| self.is_glued(at))
    }

    fn third(&self, at: usize, mark: char) -> Option<(i64, usize)> {
        (self.joint(at) == Some(mark)).then(|| self.figures(at + 1).filter(|_| self.is_glued(at + 1)))?
    }

    /// "10.08." at the end of what it says.
    fn is_closed_by_point(&self, at: usize) -> bool {
        self.is_mark(at, &['.']) && self.is_glued(at) && !self.month_first && self.is_word(at + 1)
    }

    fn of_three(
        &self,
        (first, digits): (i64, usize),
        (second, second_digits): (i64, usize),
        (third, third_digits): (i64, usize),
        mark: char,
    ) -> Option<Partial> {
        if digits == 4 && second_digits <= 2 && third_digits <= 2 {
            return partial(Some(first), second, third, false);
        }
        let year = match third_digits {
            4 => third,
            2 if digits == 2 && second_digits == 2 && mark != '-' => full_year(third),
            2 if digits <= 2 && mark == '/' => full_year(third),
            _ => return None,
        };
        self.in_order(Some(year), first, second, mark)
    }

    fn of_two(&self, at: usize, first: (i64, usize), second: (i64, usize), mark: char) -> Option<Partial> {
        match (first.1, second.1) {
            // "9/2012", "03.2022".
            (1 | 2, 4) if mark != '-' => month(second.0, first.0),
            // "2015-12", but not "2012-14", which is two years.
            (4, 2) if mark != '.' => month(first.0, second.0),
            (1 | 2, 1 | 2) if self.is_day_and_month(at, first, second, mark) => {
                self.in_order(None, first.0, second.0, mark)
            }
            _ => None,
        }
    }

    /// Two small numbers are day and month only where words around them say so.
    fn is_day_and_month(&self, at: usize, first: (i64, usize), second: (i64, usize), mark: char) -> bool {
        let measured = self.pick(at + 3, |sense| (sense == Sense::Measure).then_some(()));
        if measured.is_some() || self.is_mark(at + 3, &['%', ':']) {
            return false;
        }
        let named = at > 0 && self.pick(at - 1, weekday).is_some();
        let of = at > 0 && self.has(at - 1, Sense::Of);
        let led = self.is_led_in(at) && !of || named;
        let alone = self.terse && (at == 0 || self.is_mark(at - 1, &['(', '\u{2013}', '-']));
        match mark {
            '/' => led && !self.is_plain_word(at + 3) || alone || self.opens_range(at + 3),
            '.' => {
                led && (second.1 == 2 && first.1 == 2
                    || self.is_closed_by_point(at + 3)
                    || named
                    || self.terse)
            }
            _ => false,
        }
    }

    /// "10/1-11/2/2017": a whole date in figures ends the range.
    fn opens_range(&self, at: usize) -> bool {
        let dash = self.is_mark(at, &['-', '\u{2013}']) && self.is_glued(at);
        let (two, four) = (self.joint(at + 2) == Some('/'), self.joint(at + 4) == Some('/'));
        dash && two && four && self.figures(at + 5).is_some()
    }

    fn in_order(&self, year: Option<i64>, first: i64, second: i64, mark: char) -> Option<Partial> {
        let month_first = self.month_first && (mark == '/' || year.is_none() || self.terse);
        let (day_first, month_first_date) =
            (partial(year, second, first, false), partial(year, first, second, false));
        match (day_first, month_first_date) {
            (Some(one), Some(other)) if first == second => Some(one).or(Some(other)),
            (Some(one), Some(other)) => {
                let date = if month_first { other } else { one };
                let doubtful = mark == '/' && year.is_some() && self.month_first;
                Some(Partial { doubtful, ..date })
            }
            (one, other) => one.or(other),
        }
    }
}

fn weekday(sense: Sense) -> Option<u8> {
    match sense {
        Sense::Weekday(weekday) => Some(weekday),
        _ => None,
    }
}

/// The year that two digits mean.
pub(super) fn full_year(short: i64) -> i64 {
    if short < PIVOT { 2_000 + short } else { 1_900 + short }
}

fn month(year: i64, month: i64) -> Option<Partial> {
    let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    (1_000..2_100).contains(&year).then(|| Partial {
        year: Some(year),
        month: Some(month),
        ..Partial::default()
    })
}

fn partial(year: Option<i64>, month: i64, day: i64, doubtful: bool) -> Option<Partial> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    // Without a year the day has to exist in some, with it in that one.
    calendar::day(year.unwrap_or(2_000), month, day)?;
    Some(Partial { year, month: Some(month), day: Some(day), doubtful, ..Partial::default() })
}
