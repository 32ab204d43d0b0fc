//! Whole dates: points, ranges of two, and what "since", "until", "before" and "after" make of them.

use super::{Grammar, Read};
use crate::intake::find::dates::expression::{Clock, Expression, Partial};
use crate::intake::find::dates::sense::{DayPart, Sense};

/// Rules may stand so deep in each other.
const DEEPEST: usize = 4;

const DASHES: [char; 6] = ['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}', '~'];

impl Grammar<'_> {
    /// A date with its connective: expression, first lexeme, and the index after the last.
    pub(super) fn connected(&self, at: usize) -> Option<(Expression, usize, usize)> {
        self.open(at).or_else(|| self.whole(at))
    }

    /// "since 2022", "until Monday", "before 2010", "after May".
    fn open(&self, at: usize) -> Option<(Expression, usize, usize)> {
        if self.has(at, Sense::SinceTold) {
            return Some((Expression::Since(Box::new(Expression::Told)), at, at + 1));
        }
        let connective = self.pick(at, |sense| {
            matches!(sense, Sense::Since | Sense::Until | Sense::Before | Sense::After).then_some(sense)
        })?;
        let first = self.skip(at + 1, Sense::On);
        let (point, end) = self.point(first)?;
        if self.connector(end, false).is_some_and(|next| self.point(next).is_some()) {
            return None;
        }
        let first = self.skip(first, Sense::The);
        // "after Monday's attack", "since the 2022 invasion": the date describes what follows.
        let owns = self.is_plain_word(end) && self.is_glued(end);
        // "shortly before midnight on Friday" is on Friday.
        let sided = matches!(connective, Sense::Before | Sense::After);
        let owns = owns || sided && (self.part(first) || self.clock(first).is_some());
        let describes = owns || connective != Sense::Since && self.is_plain_word(end);
        let date = if let Expression::Since(_) | Expression::Until(_) = point { return None } else { point };
        let expression = match connective {
            _ if describes => date,
            Sense::Since => Expression::Since(Box::new(date)),
            Sense::Until => Expression::Until(Box::new(date)),
            Sense::Before => Expression::Before(Box::new(date)),
            _ => Expression::After(Box::new(date)),
        };
        Some((expression, first, end))
    }

    /// A range, or a point by itself.
    fn whole(&self, at: usize) -> Option<(Expression, usize, usize)> {
        if self.has(at, Sense::Between)
            && let Some((range, end)) = self.range(at + 1, true)
        {
            return Some((range, at + 1, end));
        }
        if self.has(at, Sense::From)
            && let Some((range, end)) = self.range(self.skip(at + 1, Sense::On), false)
        {
            return Some((range, at + 1, end));
        }
        if let Some((range, end)) = self.days_of_one_month(at, false) {
            return Some((range, self.start_of(at), end));
        }
        let (point, middle) = self.point(at)?;
        let (date, end) = self.range_from(&point, middle, false).unwrap_or((point, middle));
        Some((date, self.start_of(at), end))
    }

    /// Where a point's span starts: an article alone is not part of it before a month or a weekday's name.
    fn start_of(&self, at: usize) -> usize {
        let named = self.has(at, Sense::The)
            && (self
                .pick(at + 1, |sense| matches!(sense, Sense::Month(_) | Sense::Weekday(_)).then_some(()))
                .is_some()
                || self.is_figure_date(at + 1));
        if named { at + 1 } else { at }
    }

    /// A year, or a day with its month, in figures.
    fn is_figure_date(&self, at: usize) -> bool {
        let year = self.figures(at).is_some_and(|(_, digits)| digits == 4) && self.decade(at).is_none();
        year || self.figures(at).is_some() && self.bare_day_or_month(at).is_some()
    }

    /// The index after what stands between the ends of a range.
    pub(super) fn connector(&self, at: usize, between: bool) -> Option<usize> {
        if between && self.has(at, Sense::And) {
            return Some(at + 1);
        }
        let at = if self.is_mark(at, &[',']) { at + 1 } else { at };
        let at = if self.has(at, Sense::And) && self.has(at + 1, Sense::To) { at + 1 } else { at };
        if self.has(at, Sense::To) || self.has(at, Sense::Until) || self.is_mark(at, &DASHES) {
            return Some(self.skip(at + 1, Sense::To));
        }
        None
    }

    fn range(&self, at: usize, between: bool) -> Read<Expression> {
        if let Some(read) = self.days_of_one_month(at, between) {
            return Some(read);
        }
        let (from, middle) = self.point(at)?;
        self.range_from(&from, middle, between)
    }

    /// The range that begins with a point and goes on after it.
    fn range_from(&self, from: &Expression, middle: usize, between: bool) -> Read<Expression> {
        let both = self.both_days(from, middle);
        let next = if both { middle + 1 } else { self.connector(middle, between)? };
        let dashed = self.is_mark(middle, &DASHES);
        let spaced = dashed && !self.is_glued(middle);
        let next = self.skip(self.skip(next, Sense::On), Sense::The);
        let (to, end) = self.second_day(from, next, dashed).or_else(|| self.point(next))?;
        if spaced && !alike(from, &to) {
            return None;
        }
        let (from, to) = completed(from.clone(), to);
        Some((Expression::Range { from: Box::new(from), to: Box::new(to), within: between }, end))
    }

    /// "3–5 May 2022", "10. bis 22. Oktober", "the ninth and the seventeenth of April".
    fn days_of_one_month(&self, at: usize, between: bool) -> Read<Expression> {
        let start = self.skip(at, Sense::The);
        let ((day, _), middle) = self.day_of_month(start).filter(|((day, _), _)| (1..=31).contains(day))?;
        let middle = if self.is_mark(middle, &['.']) && self.is_glued(middle) { middle + 1 } else { middle };
        let both = self.has(middle, Sense::And);
        let next = if both { middle + 1 } else { self.connector(middle, between)? };
        let next = self.skip(self.skip(next, Sense::On), Sense::The);
        // "on 8 and 9 May" is both days, "on 8 and 20 May" is no range.
        if both && !between && self.day_of_month(next).is_none_or(|((last, _), _)| last != day + 1) {
            return None;
        }
        let (to, end) =
            self.day_or_month(next).filter(|(date, _)| date.day.is_some() && date.month.is_some())?;
        if self.numeric(next).is_some() {
            return None;
        }
        let from = Partial { day: Some(day), weekday: None, clock: None, ..to };
        let (to, end) = self.timed(to, end);
        let (from, to) = (Expression::Partial(from), Expression::Partial(to));
        Some((Expression::Range { from: Box::new(from), to: Box::new(to), within: between }, end))
    }

    /// "May 8 and 9": one day and the next.
    fn both_days(&self, from: &Expression, middle: usize) -> bool {
        let Expression::Partial(Partial { day: Some(day), month: Some(_), year: None, .. }) = from else {
            return false;
        };
        let next = self.day_of_month(middle + 1).filter(|_| self.has(middle, Sense::And));
        next.is_some_and(|((last, _), end)| {
            last == day + 1 && self.month(self.skip(end, Sense::Of)).is_none() && !self.is_plain_word(end)
        })
    }

    /// The end of "August 10 - 22, 2012" or "2022–23".
    fn second_day(&self, from: &Expression, at: usize, dashed: bool) -> Read<Expression> {
        let Expression::Partial(from) = from else { return None };
        let ((day, ordinal), end) = self.day_of_month(at)?;
        if from.day.is_none() {
            let year =
                from.year.filter(|_| from.month.is_none() && dashed && !ordinal && self.is_glued(at))?;
            let (short, digits) = self.figures(at)?;
            let full = year.div_euclid(100) * 100 + short;
            let date = Partial { year: Some(full), ..Partial::default() };
            return (digits == 2 && full > year).then_some((Expression::Partial(date), end));
        }
        let month = from.month?;
        // "10. August - 12. September": the second day has a month of its own.
        let own = self.skip(self.skip_mark(end, &['.']), Sense::Of);
        if self.month(own).is_some() || self.numeric(at).is_some() {
            return None;
        }
        let date = Partial { month: Some(month), day: Some(day), year: from.year, ..Partial::default() };
        let timed =
            self.is_mark(end, &[':']) || self.has(end, Sense::Counted) || !ordinal && self.is_plain_word(end);
        if timed || !(1..=99).contains(&day) {
            return None;
        }
        match self.year_after(end).filter(|_| from.year.is_none()) {
            Some((year, end)) => Some((Expression::Partial(Partial { year: Some(year), ..date }), end)),
            None => Some((Expression::Partial(date), end)),
        }
    }

    /// A date that is no range.
    pub(super) fn point(&self, at: usize) -> Read<Expression> {
        if self.depth.get() >= DEEPEST {
            return None;
        }
        self.depth.set(self.depth.get() + 1);
        let read = self.point_at(at);
        self.depth.set(self.depth.get() - 1);
        read
    }

    fn point_at(&self, at: usize) -> Read<Expression> {
        self.about(at)
            .or_else(|| self.part_of(at))
            .or_else(|| self.clock_before(at))
            .or_else(|| self.week_of(at))
            .or_else(|| self.offset(at))
            .or_else(|| self.edged(at))
            .or_else(|| self.nth(at))
            .or_else(|| self.decade(self.skip(at, Sense::The)))
            .or_else(|| self.century(at))
            .or_else(|| self.year_part(self.skip(at, Sense::The)))
            .or_else(|| self.feast(self.skip(at, Sense::The)))
            .or_else(|| self.dated(self.skip(at, Sense::The)))
            .or_else(|| self.shifted(at))
            .or_else(|| self.lone_day(at).map(|(date, end)| (Expression::Partial(date), end)))
            .or_else(|| self.spoken_day(at))
            .or_else(|| self.lone_year(self.skip(at, Sense::The)))
            .or_else(|| self.told_itself(at))
    }

    /// A day, month or year by name, with the time of day after it.
    fn dated(&self, at: usize) -> Read<Expression> {
        let (date, end) = self.day_or_month(at)?;
        let (date, end) = self.timed(date, end);
        Some((Expression::Partial(date), end))
    }

    fn timed(&self, date: Partial, end: usize) -> (Partial, usize) {
        if date.day.is_none() {
            return (date, end);
        }
        let (clock, end) = self.clock_after(end);
        // "5 May 2022 (Thursday)".
        let opened = self.is_mark(end, &['(']);
        let weekday = self.weekday(end + 1).filter(|_| opened && self.is_mark(end + 2, &[')']));
        let end = if weekday.is_some() { end + 3 } else { end };
        let weekday = weekday.map(|(weekday, _)| weekday).or(date.weekday);
        (Partial { weekday, clock, ..date }, end)
    }

    /// "around 2010", "circa 5 April".
    fn about(&self, at: usize) -> Read<Expression> {
        // "um 15 Uhr": before a time of day the word is no "about".
        let at_time = self.has(at, Sense::At) && (self.clock(at + 1).is_some() || self.part(at + 1));
        if !self.has(at, Sense::About) || at_time {
            return None;
        }
        let next = self.skip(at + 1, Sense::On);
        let (point, end) = self.point(next)?;
        Some((Expression::About(Box::new(point)), end))
    }

    /// "the night of 3 to 4 May", "the early hours of Tuesday", "ночь на 4 мая".
    fn part_of(&self, at: usize) -> Read<Expression> {
        let at = self.skip(at, Sense::The);
        if self.has(at, Sense::NightTo) {
            let next = self.skip(at + 1, Sense::The);
            if let Some((Expression::Range { from, to, .. }, end)) = self.range(next, false) {
                return Some((Expression::Range { from, to, within: true }, end));
            }
            let (date, end) = self.point(next).filter(|(date, _)| is_day(date))?;
            return Some((Expression::NightTo(Box::new(date)), end));
        }
        let night = self.has(at, Sense::Part(DayPart::Night));
        if !self.part(at) {
            return None;
        }
        let joined = [Sense::Of, Sense::On, Sense::From].into_iter().any(|sense| self.has(at + 1, sense));
        // "morgen um 8 Uhr" is tomorrow, and no morning.
        if joined && self.pick(at, |sense| matches!(sense, Sense::Day(_)).then_some(())).is_some() {
            return None;
        }
        let next = self.skip(if joined { at + 2 } else { at + 1 }, Sense::The);
        if let Some((Expression::Range { from, to, .. }, end)) = self.range(next, false).filter(|_| night) {
            return Some((Expression::Range { from, to, within: true }, end));
        }
        let (date, end) = self.point(next).filter(|(date, _)| is_day(date))?;
        let nightly = night && self.has(at + 1, Sense::Of);
        Some((if nightly { Expression::NightOf(Box::new(date)) } else { date }, end))
    }

    /// "at 14:30 on 5 May".
    fn clock_before(&self, at: usize) -> Read<Expression> {
        let (clock, end) = self.clock(at)?;
        let next = self.skip_mark(end, &[',']);
        let (date, end) = self.point(self.skip(next, Sense::On)).filter(|(date, _)| is_day(date))?;
        Some((with_clock(date, clock), end))
    }
}

fn with_clock(date: Expression, clock: Clock) -> Expression {
    match date {
        Expression::Partial(date) => Expression::Partial(Partial { clock: Some(clock), ..date }),
        Expression::Day(day, _) => Expression::Day(day, Some(clock)),
        other => other,
    }
}

fn is_day(date: &Expression) -> bool {
    match date {
        Expression::Partial(date) => date.day.is_some() || date.weekday.is_some(),
        Expression::Day(..) | Expression::WeekdayOf { .. } | Expression::Feast(..) => true,
        Expression::Unit { unit, .. } => *unit == crate::intake::find::dates::sense::Unit::Day,
        _ => false,
    }
}

/// Whether two ends are given equally finely, as the ends of a range with a dash between blanks are.
fn alike(from: &Expression, to: &Expression) -> bool {
    match (from, to) {
        (Expression::Partial(from), Expression::Partial(to)) => {
            let day = |date: &Partial| date.day.is_some() || date.weekday.is_some();
            day(from) == day(to) && from.month.is_some() == to.month.is_some()
        }
        _ => is_day(from) == is_day(to),
    }
}

/// What one end leaves out (year, month) it has from the other.
fn completed(from: Expression, to: Expression) -> (Expression, Expression) {
    let (&Expression::Partial(mut first), &Expression::Partial(mut last)) = (&from, &to) else {
        return (from, to);
    };
    if first.day.is_some() && first.month.is_none() && first.weekday.is_none() {
        first.month = last.month;
    }
    let same_kind = first.day.is_some() == last.day.is_some();
    if let (None, Some(year), Some(month), None) = (first.year, last.year, first.month, first.shift) {
        let before = last.month.is_some_and(|end| month > end && same_kind);
        first.year = Some(if before { year - 1 } else { year });
    }
    if let (Some(year), None, Some(month)) = (first.year, last.year, last.month) {
        let after = first.month.is_some_and(|start| start > month);
        last.year = Some(if after { year + 1 } else { year });
    }
    (Expression::Partial(first), Expression::Partial(last))
}
