//! Parts of years and larger stretches: seasons, quarters, halves, decades, centuries, "the first week of", "early".

use super::{Grammar, Read};
use crate::intake::find::dates::expression::{Expression, Partial, YearSaid};
use crate::intake::find::dates::sense::{Edge, Sense, Unit};

impl Grammar<'_> {
    /// A season, quarter or half of a year: "spring 2022", "Q3 2022", "the second half of last year".
    pub(super) fn year_part(&self, at: usize) -> Read<Expression> {
        if let Some((code, end)) = self.season(at) {
            let year = self.year_said(end);
            let led = self.is_led_in(at) && !self.has(at - 1, Sense::To) || self.follows_the_led_in(at);
            if self.has(at, Sense::Wary) && year.is_none() && !led {
                return None;
            }
            let (year, end) = year.unwrap_or((YearSaid::Unsaid, end));
            return Some((Expression::YearPart(code, year), end));
        }
        if let Some((code, end)) = self.lettered_part(at) {
            let (year, end) = self.year_said(end).unwrap_or((YearSaid::Unsaid, end));
            return Some((Expression::YearPart(code, year), end));
        }
        if let Some((year, digits)) = self.figures(at)
            && digits == 4
            && (1_900..2_100).contains(&year)
            && let Some((code, end)) = self.lettered_part(self.skip_mark(at + 1, &['-', '/', ',']))
        {
            return Some((Expression::YearPart(code, YearSaid::Is(year)), end));
        }
        if let Some(read) = self.owned_part(at) {
            return Some(read);
        }
        let (which, end) = self.which(at)?;
        let code = self.counted_part(which, end)?;
        let (year, end) = self.year_said(end + 1)?;
        Some((Expression::YearPart(code, year), end))
    }

    /// "next year's first quarter".
    fn owned_part(&self, at: usize) -> Read<Expression> {
        let (year, end) = self.year_said(at)?;
        let owner = self.is_word(end) && self.is_glued(end);
        let (which, end) = self.which(end + 1).filter(|_| owner)?;
        Some((Expression::YearPart(self.counted_part(which, end)?, year), end + 1))
    }

    fn season(&self, at: usize) -> Read<u8> {
        let code = self.pick(at, |sense| match sense {
            Sense::Season(code) => Some(code),
            _ => None,
        })?;
        Some((code, at + 1))
    }

    /// "in the spring".
    fn follows_the_led_in(&self, at: usize) -> bool {
        at > 1 && self.has(at - 1, Sense::The) && self.is_led_in(at - 1)
    }

    /// "Q3", "H2".
    fn lettered_part(&self, at: usize) -> Read<u8> {
        let (number, digits) = self.figures(at + 1).filter(|_| self.is_glued(at + 1))?;
        let number = u8::try_from(number).ok().filter(|_| digits == 1)?;
        if self.has(at, Sense::QuarterLetter) && (1..=4).contains(&number) {
            return Some((32 + number, at + 2));
        }
        (self.has(at, Sense::HalfLetter) && (1..=2).contains(&number)).then_some((39 + number, at + 2))
    }

    /// EDTF's number of the n-th quarter or half, where that unit stands here.
    fn counted_part(&self, which: i64, at: usize) -> Option<u8> {
        let last = |of: i64| if which < 0 { of } else { which };
        if self.has(at, Sense::Unit(Unit::Quarter)) {
            let which = u8::try_from(last(4)).ok().filter(|which| (1..=4).contains(which))?;
            return Some(32 + which);
        }
        if self.has(at, Sense::Unit(Unit::Half)) {
            let which = u8::try_from(last(2)).ok().filter(|which| (1..=2).contains(which))?;
            return Some(39 + which);
        }
        None
    }

    /// Which one: "the third", "last" (-1).
    fn which(&self, at: usize) -> Read<i64> {
        if let Some(read) = self.ordinal(at) {
            return Some(read);
        }
        if let Some((value, 1 | 2)) = self.figures(at)
            && self.is_mark(at + 1, &['.'])
            && self.is_glued(at + 1)
        {
            return Some((value, at + 2));
        }
        self.has(at, Sense::Shift(-1)).then_some((-1, at + 1))
    }

    /// The year of a part of a year: " of 2022", " last year", "2022 года".
    pub(super) fn year_said(&self, at: usize) -> Read<YearSaid> {
        let next = self.skip_mark(at, &[',', '-', '/']);
        let next = self.skip(self.skip(next, Sense::On), Sense::Of);
        let next = self.skip(next, Sense::The);
        if let Some((Expression::Partial(Partial { year: Some(year), .. }), end)) = self.lone_year(next) {
            return Some((YearSaid::Is(year), end));
        }
        if let Some((year, 4)) = self.figures(next)
            && (1_000..2_100).contains(&year)
            && !self.has(next + 1, Sense::Counted)
        {
            return Some((YearSaid::Is(year), next + 1));
        }
        match self.shifted_unit(next)? {
            (Unit::Year, shift, false, end) => Some((YearSaid::OfYear(shift), end)),
            (Unit::Year, shift, true, end) => Some((YearSaid::Told(shift), end)),
            _ => None,
        }
    }

    /// "1990s", "the '90s", "90-х годов", "années 1990", "the nineties".
    pub(super) fn decade(&self, at: usize) -> Read<Expression> {
        // "in her early thirties" tells of an age.
        let edge =
            |at: &usize| self.pick(*at, |sense| matches!(sense, Sense::Edge(_)).then_some(())).is_some();
        let before = at.checked_sub(1);
        let owner = before.filter(edge).map_or(before, |edge| edge.checked_sub(1));
        let aged = owner.is_some_and(|at| self.has(at, Sense::Owner));
        let full = self.figures(at).is_some_and(|(_, digits)| digits == 4);
        if aged && !full {
            return None;
        }
        let named = self.pick(at, |sense| match sense {
            Sense::Decade(year) => Some(year),
            _ => None,
        });
        if let Some(year) = named {
            return Some((Expression::Decade(year), at + 1));
        }
        let before = self.has(at, Sense::Unit(Unit::Decade)) && self.figures(at + 1).is_some();
        let number = if before { at + 1 } else { self.skip_mark(at, &['\'', '\u{2019}']) };
        let (value, digits) = self.figures(number).filter(|(value, _)| value % 10 == 0)?;
        let year = match digits {
            4 if (1_000..2_100).contains(&value) => value,
            2 if value >= 20 => 1_900 + value,
            2 if value <= 10 => 2_000 + value,
            _ => return None,
        };
        if before {
            return Some((Expression::Decade(year), number + 1));
        }
        let ending = self.skip_mark(number + 1, &['-', '\'', '\u{2019}', '\u{2011}']);
        let ends = self.is_glued(ending) && self.has(ending, Sense::DecadeEnding);
        let end = if self.has(ending + 1, Sense::Unit(Unit::Year)) { ending + 2 } else { ending + 1 };
        ends.then_some((Expression::Decade(year), end))
    }

    /// "the 19th century", "XX век".
    pub(super) fn century(&self, at: usize) -> Read<Expression> {
        let at = self.skip(at, Sense::The);
        let roman = self.roman(at).map(|which| {
            let ending = self.is_glued(at + 1) && self.has(at + 1, Sense::OrdinalEnding);
            (which, if ending { at + 2 } else { at + 1 })
        });
        let (which, end) = roman.or_else(|| self.which(at))?;
        let is_century = self.has(end, Sense::Unit(Unit::Century)) && (1..=21).contains(&which);
        is_century.then_some((Expression::Century((which - 1) * 100), end + 1))
    }

    /// "the first two weeks of 2015", "the last week of July", "the 15th day of next month".
    pub(super) fn nth(&self, at: usize) -> Read<Expression> {
        let at = self.skip(at, Sense::The);
        let (which, end) = self.which(at)?;
        let (count, end) = self.cardinal(end).unwrap_or((1, end));
        if let Some(read) = self.day_of_shifted_month(which, end) {
            return Some(read);
        }
        let unit = self.unit(end)?;
        if !matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Weekend) || !(1..=31).contains(&count)
        {
            return None;
        }
        let next = self.skip(self.skip(end + 1, Sense::On), Sense::Of);
        let (of, end) = self.stretch(next)?;
        let count = if self.has(end.saturating_sub(1), Sense::Unit(unit)) && next == end { 1 } else { count };
        Some((Expression::Nth { which, count, unit, of: Box::new(of) }, end))
    }

    /// "the 5th of this month".
    fn day_of_shifted_month(&self, which: i64, end: usize) -> Read<Expression> {
        let of = self.skip(end + 1, Sense::The);
        let (unit, shift, told, after) = self.shifted_unit(of).filter(|_| self.has(end, Sense::Of))?;
        let of = Box::new(Expression::Unit { unit, shift, told });
        let day = Expression::Nth { which, count: 1, unit: Unit::Day, of };
        (unit == Unit::Month && which > 0).then_some((day, after))
    }

    /// A month, year or part of one, as what days and weeks are counted in.
    fn stretch(&self, at: usize) -> Read<Expression> {
        if self.has(at, Sense::The)
            && let Some(unit) = self.unit(at + 1)
        {
            return Some((Expression::Unit { unit, shift: 0, told: false }, at + 2));
        }
        let at = self.skip(at, Sense::The);
        if let Some((unit, shift, told, end)) = self.shifted_unit(at) {
            return Some((Expression::Unit { unit, shift, told }, end));
        }
        if let Some(read) = self.decade(at) {
            return Some(read);
        }
        if let Some((date, end)) = self.month_or_year(at) {
            return Some((Expression::Partial(date), end));
        }
        self.shifted_month(at).or_else(|| self.year_part(at))
    }

    fn month_or_year(&self, at: usize) -> Read<Partial> {
        if let Some((month, end)) = self.month(at) {
            let date = Partial { month: Some(month), ..Partial::default() };
            return Some(self.year_of(date, end).unwrap_or((date, end)));
        }
        if let Some((year, 4)) = self.figures(at)
            && (1_000..2_100).contains(&year)
        {
            return Some((Partial { year: Some(year), ..Partial::default() }, self.after_year_word(at + 1)));
        }
        match self.lone_year(at)? {
            (Expression::Partial(date), end) => Some((date, end)),
            _ => None,
        }
    }

    /// "early April 2022", "mid-2022", "the end of the year", "late last month".
    pub(super) fn edged(&self, at: usize) -> Read<Expression> {
        let edge = self.edge(at)?;
        let mut next = at + 1;
        if let Some(second) = self.skip_to_edge(next) {
            next = second;
        }
        next = self.skip_mark(next, &['-', '\u{2010}', '\u{2011}']);
        let of = self.has(next, Sense::Of) || self.has(next, Sense::On);
        next = self.skip(self.skip(next, Sense::On), Sense::Of);
        if let Some((expression, end)) = self.stretch(next) {
            return Some((Expression::Edge(edge, Box::new(expression)), end));
        }
        // "late on Tuesday".
        if let Some((day, end)) = self.shifted_weekday(self.skip(at + 1, Sense::On)) {
            return Some((day, end));
        }
        // "end of month", "конец года".
        let of = of || !self.words.articles;
        let unit =
            self.unit(next).filter(|unit| of && matches!(unit, Unit::Month | Unit::Year | Unit::Week))?;
        let whole = Expression::Unit { unit, shift: 0, told: false };
        Some((Expression::Edge(edge, Box::new(whole)), next + 1))
    }

    /// "in early to mid April": the second word decides nothing.
    fn skip_to_edge(&self, at: usize) -> Option<usize> {
        let joined = self.has(at, Sense::To) || self.has(at, Sense::And) || self.is_mark(at, &['-']);
        (joined && self.edge(at + 1).is_some()).then_some(at + 2)
    }

    fn edge(&self, at: usize) -> Option<Edge> {
        self.pick(at, |sense| match sense {
            Sense::Edge(edge) => Some(edge),
            _ => None,
        })
    }

    /// "the week of 10 April", "the week starting on February 4", "week 12 of 2022".
    pub(super) fn week_of(&self, at: usize) -> Read<Expression> {
        let at = self.skip(at, Sense::The);
        if !self.has(at, Sense::Unit(Unit::Week)) {
            return None;
        }
        if let Some((number, digits)) = self.figures(at + 1)
            && digits <= 2
            && (1..=53).contains(&number)
        {
            let year = self.year_said(at + 2).map(|(year, end)| (year_expression(year), end));
            let this = || (Expression::Unit { unit: Unit::Year, shift: 0, told: false }, at + 2);
            let (of, end) = year.unwrap_or_else(this);
            return Some((
                Expression::Nth { which: number, count: 1, unit: Unit::Week, of: Box::new(of) },
                end,
            ));
        }
        let next = if self.has(at + 1, Sense::From) { at + 2 } else { self.skip(at + 1, Sense::Of) };
        if next == at + 1 {
            return None;
        }
        let next = self.skip(self.skip(next, Sense::On), Sense::The);
        let (date, end) = self.day_or_month(next).filter(|(date, _)| date.day.is_some())?;
        Some((Expression::WeekOf(Box::new(Expression::Partial(date))), end))
    }

    /// "Christmas 2022", "last Easter", "Independence Day of this year".
    pub(super) fn feast(&self, at: usize) -> Read<Expression> {
        let shift = self.shift(at);
        let start = if shift.is_some() { at + 1 } else { at };
        let feast = self.pick(start, |sense| match sense {
            Sense::Feast(feast) => Some(feast),
            _ => None,
        })?;
        if let Some(shift) = shift {
            return Some((Expression::Feast(feast, YearSaid::Shift(shift)), start + 1));
        }
        if let Some(shift) = self.shift(start + 1).filter(|_| self.post_shift(start + 1)) {
            return Some((Expression::Feast(feast, YearSaid::Shift(shift)), start + 2));
        }
        let (year, end) = self.year_said(start + 1).unwrap_or((YearSaid::Unsaid, start + 1));
        Some((Expression::Feast(feast, year), end))
    }
}

fn year_expression(year: YearSaid) -> Expression {
    let unit = |shift, told| Expression::Unit { unit: Unit::Year, shift, told };
    match year {
        YearSaid::Is(year) => Expression::Partial(Partial { year: Some(year), ..Partial::default() }),
        YearSaid::Shift(shift) | YearSaid::OfYear(shift) => unit(shift, false),
        YearSaid::Told(shift) | YearSaid::Beside(shift) => unit(shift, true),
        YearSaid::Unsaid => unit(0, false),
    }
}
