//! Dates said from another day: "yesterday", "last week", "two days ago", "the following month", "Friday next week".

use super::{Grammar, Read};
use crate::intake::find::dates::expression::{Anchor, Expression, Partial, YearSaid};
use crate::intake::find::dates::sense::{Sense, Unit};
use crate::intake::find::dates::tense::Lean;

/// Amounts that are added in one expression: "two weeks and two days ago".
const MOST_AMOUNTS: usize = 3;

impl Grammar<'_> {
    pub(super) fn unit(&self, at: usize) -> Option<Unit> {
        self.pick(at, |sense| match sense {
            Sense::Unit(unit) => Some(unit),
            _ => None,
        })
    }

    /// "last" -1, "this" 0, "next" 1.
    pub(super) fn shift(&self, at: usize) -> Option<i64> {
        self.pick(at, |sense| match sense {
            Sense::Shift(shift) => Some(shift),
            _ => None,
        })
    }

    fn told(&self, at: usize) -> Option<i64> {
        self.pick(at, |sense| match sense {
            Sense::Told(shift) => Some(shift),
            _ => None,
        })
    }

    /// "dernière" after its noun: not where a noun of its own follows.
    pub(super) fn post_shift(&self, at: usize) -> bool {
        self.shift(at).is_some_and(|shift| shift != 0)
            && self.unit(at + 1).is_none()
            && self.weekday(at + 1).is_none()
            && self.month(at + 1).is_none()
    }

    /// "yesterday", "tomorrow morning", "today at 17:00", "now".
    pub(super) fn spoken_day(&self, at: usize) -> Read<Expression> {
        let day = self.pick(at, |sense| match sense {
            Sense::Day(day) => Some(day),
            _ => None,
        });
        // "on the last night of their meeting" is no yesterday.
        if let Some(day) = day.filter(|_| !self.has(at + 1, Sense::Of)) {
            if let Some(read) = self.counted_from_day(day, at + 1) {
                return Some(read);
            }
            let (clock, end) = self.clock_after(at + 1);
            return Some((Expression::Day(day, clock), end));
        }
        // "this morning".
        if self.shift(at) == Some(0) && self.part(at + 1) {
            return Some((Expression::Day(0, None), at + 2));
        }
        if self.has(at, Sense::Overnight) {
            return Some((Expression::NightTo(Box::new(Expression::Day(0, None))), at + 1));
        }
        if !self.terse {
            return None;
        }
        if self.has(at, Sense::Now) || self.part(at) {
            return Some((Expression::Day(0, None), at + 1));
        }
        let (clock, end) = self.clock(at)?;
        let range = self.is_mark(end, &['-', '\u{2013}']).then(|| self.clock(end + 1)).flatten();
        Some((Expression::Day(0, Some(clock)), range.map_or(end, |(_, end)| end)))
    }

    /// "heute vor einer Woche", "morgen in acht Tagen".
    fn counted_from_day(&self, day: i64, at: usize) -> Read<Expression> {
        let side = if self.has(at, Sense::AgoFirst) { -1 } else { 1 };
        if side > 0 && !self.has(at, Sense::InFirst) {
            return None;
        }
        self.amount(at + 1)?;
        let (amounts, end) = self.amounts(at + 1)?;
        let from = Anchor::At(Box::new(Expression::Day(day, None)));
        Some((offset(amounts, side, from), end))
    }

    /// "last week", "the following month", "la semaine dernière": unit, shift, whether told, and the end.
    pub(super) fn shifted_unit(&self, at: usize) -> Option<(Unit, i64, bool, usize)> {
        if let Some(shift) = self.pick(at, |sense| match sense {
            Sense::Year(shift) => Some(shift),
            _ => None,
        }) {
            return Some((Unit::Year, shift, false, at + 1));
        }
        if let Some(shift) = self.told(at)
            && let Some(unit) = self.unit(at + 1)
        {
            return Some((unit, shift, true, at + 2));
        }
        if let Some(shift) = self.shift(at)
            && let Some(unit) = self.unit(at + 1)
        {
            // In a story "the next day" is the one after the day told of; "over the next month" is still to come.
            let told = shift == 1 && at > 0 && self.has(at - 1, Sense::The);
            let ahead = || self.is_led_in(at - 1) || self.lean(at, at + 2) == Some(Lean::Future);
            let told = told && (unit == Unit::Day || !ahead());
            return Some((unit, shift.min(1), told, at + 2));
        }
        let unit = self.unit(at)?;
        if self.post_shift(at + 1) {
            return Some((unit, self.shift(at + 1)?.min(1), false, at + 2));
        }
        let shift = self.told(at + 1).filter(|_| self.unit(at + 2).is_none() && !self.has(at, Sense::On))?;
        Some((unit, shift, true, at + 2))
    }

    /// Units, months, weekdays, seasons with a word that shifts them.
    pub(super) fn shifted(&self, at: usize) -> Read<Expression> {
        let at = self.skip(at, Sense::The);
        if let Some(read) = self.piece(at) {
            return Some(read);
        }
        if let Some(read) = self.one_further(at).or_else(|| self.weekend(at)) {
            return Some(read);
        }
        if let Some((unit, shift, told, end)) = self.shifted_unit(at) {
            if matches!(unit, Unit::Minute | Unit::Hour | Unit::Season | Unit::Half) {
                return None;
            }
            return Some(self.weekday_in(unit, shift, told, end));
        }
        let part = self.told_part(at);
        part.or_else(|| self.count(at))
            .or_else(|| self.shifted_month(at))
            .or_else(|| self.shifted_weekday(at))
    }

    /// "the same evening", "the following morning": a day of the story, as far as a day goes.
    fn told_part(&self, at: usize) -> Read<Expression> {
        let next = at > 0 && self.has(at - 1, Sense::The) && self.shift(at) == Some(1);
        let shift = self.told(at).or(next.then_some(1)).filter(|_| self.part(at + 1))?;
        Some((Expression::Unit { unit: Unit::Day, shift, told: true }, at + 2))
    }

    /// "the week after next", "the year before last".
    fn one_further(&self, at: usize) -> Read<Expression> {
        let unit = self.unit(at)?;
        let (after, before) = (self.has(at + 1, Sense::After), self.has(at + 1, Sense::Before));
        let shift = self.shift(at + 2).filter(|_| self.unit(at + 3).is_none())?;
        let shift = if after && shift == 1 || before && shift == -1 { shift * 2 } else { return None };
        Some((Expression::Unit { unit, shift, told: false }, at + 3))
    }

    /// "over the weekend".
    fn weekend(&self, at: usize) -> Read<Expression> {
        let led = self.is_led_in(at) || at > 0 && self.has(at - 1, Sense::The) && self.is_led_in(at - 1);
        let weekend = self.has(at, Sense::Unit(Unit::Weekend)) && !self.post_shift(at + 1);
        let whole = Expression::Unit { unit: Unit::Weekend, shift: 0, told: false };
        (led && weekend && !self.has(at + 1, Sense::Of)).then_some((whole, at + 1))
    }

    /// "next week on Tuesday", "next week Wednesday".
    fn weekday_in(&self, unit: Unit, shift: i64, told: bool, end: usize) -> (Expression, usize) {
        let next = self.skip(end, Sense::On);
        if unit == Unit::Week
            && let Some((weekday, after)) = self.weekday(next)
            && self.bare_day_or_month(after).is_none()
        {
            return (Expression::WeekdayOf { weekday, week: shift, told }, after);
        }
        (Expression::Unit { unit, shift, told }, end)
    }

    /// "earlier this year", "later that week", "the rest of the month".
    fn piece(&self, at: usize) -> Read<Expression> {
        let side = if self.has(at, Sense::Gone) { -1 } else { i64::from(self.has(at, Sense::Rest)) };
        if side == 0 {
            return None;
        }
        let next = self.skip(self.skip(at + 1, Sense::On), Sense::Of);
        if let Some((unit, shift, told, end)) = self.shifted_unit(next) {
            let here = shift == 0 && !told;
            let whole = Expression::Unit { unit, shift, told };
            return Some((if here { Expression::Piece { unit, side } } else { whole }, end));
        }
        let unit = self.unit(next + 1).filter(|_| self.has(next, Sense::The))?;
        Some((Expression::Piece { unit, side }, next + 2))
    }

    /// "the last three months", "next couple of weeks", "2 next days", "les trois derniers mois".
    fn count(&self, at: usize) -> Read<Expression> {
        // "the previous eleven quarters" end with publication, as "the last" do.
        let shift = self.shift(at).or_else(|| self.told(at).filter(|told| *told != 0));
        let (shift, count, end) = if let Some(shift) = shift {
            let (count, end) = self.amount(at + 1)?;
            (shift, count, end)
        } else {
            let (count, end) = self.amount(at)?;
            (self.shift(end)?, count, end + 1)
        };
        let end = if self.shift(end).is_some() { end + 1 } else { end };
        let unit = self.unit(end).filter(|unit| !matches!(unit, Unit::Minute | Unit::Hour))?;
        (shift != 0).then_some((Expression::Count { count, unit, shift }, end + 1))
    }

    /// "last April", "next spring", "mars dernier".
    pub(super) fn shifted_month(&self, at: usize) -> Read<Expression> {
        if let Some(shift) = self.told(at) {
            // "That may not be true": a verb.
            let verb = self.has(at + 1, Sense::Wary) && !self.lexeme(at + 1).is_some_and(|word| word.capital);
            if let Some((month, end)) = self.month(at + 1).filter(|_| !verb) {
                // "That November" is the one of the year told of.
                let same = Partial { month: Some(month), of_told: Some(0), ..Partial::default() };
                let following = Expression::MonthOf { month, shift };
                return Some((if shift == 0 { Expression::Partial(same) } else { following }, end));
            }
            if let Some(code) = self.pick(at + 1, season) {
                let year = if shift == 0 { YearSaid::Told(0) } else { YearSaid::Beside(shift) };
                return Some((Expression::YearPart(code, year), at + 2));
            }
        }
        if let Some(shift) = self.shift(at) {
            if let Some((month, end)) = self.month(at + 1) {
                if let Some((date, end)) =
                    self.bare_day_or_month(at + 1).filter(|(date, _)| date.year.is_some())
                {
                    return Some((Expression::Partial(date), end));
                }
                let date = Partial { month: Some(month), shift: Some(shift), ..Partial::default() };
                return Some((Expression::Partial(date), end));
            }
            if let Some((date, end)) = self.numeric(at + 1).filter(|(date, _)| date.year.is_none()) {
                return Some((Expression::Partial(Partial { shift: Some(shift), ..date }), end));
            }
            let season = self.pick(at + 1, season)?;
            return Some((Expression::YearPart(season, YearSaid::Shift(shift)), at + 2));
        }
        let shift = self.shift(at + 1).filter(|_| self.post_shift(at + 1))?;
        if let Some((month, _)) = self.month(at) {
            let date = Partial { month: Some(month), shift: Some(shift), ..Partial::default() };
            return Some((Expression::Partial(date), at + 2));
        }
        let season = self.pick(at, season)?;
        Some((Expression::YearPart(season, YearSaid::Shift(shift)), at + 2))
    }

    /// "this Friday", "last Tuesday night", "vendredi dernier", "the following Monday", "Tuesday of next week", "Monday".
    pub(super) fn shifted_weekday(&self, at: usize) -> Read<Expression> {
        if let Some(shift) = self.told(at)
            && let Some((weekday, end)) = self.weekday(at + 1)
        {
            return Some((
                Expression::WeekdayOf { weekday, week: shift, told: true },
                self.clock_after(end).1,
            ));
        }
        let lead = self.lead_shift(at);
        let (weekday, after) = self.weekday(lead.map_or(at, |(_, after)| after))?;
        if let Some((shift, _)) = lead {
            if let Some((date, end)) = self.day_or_month(after - 1).filter(|(date, _)| date.day.is_some()) {
                // "this Friday, 5/12" lies in this year, whatever its weekday.
                let shift = (date.year.is_none() && date.month.is_some()).then_some(shift);
                return Some((Expression::Partial(Partial { shift, ..date }), end));
            }
            let date = Partial { weekday: Some(weekday), shift: Some(shift), ..Partial::default() };
            let (clock, end) = self.clock_after(after);
            return Some((Expression::Partial(Partial { clock, ..date }), end));
        }
        let next = self.skip(self.skip(after, Sense::On), Sense::Of);
        if let Some((Unit::Week, week, told, end)) = self.shifted_unit(self.skip(next, Sense::The)) {
            return Some((Expression::WeekdayOf { weekday, week, told }, end));
        }
        let (shift, after) = match self.shift(after).filter(|_| self.post_shift(after)) {
            Some(shift) => (Some(shift), after + 1),
            None => (None, after),
        };
        if shift.is_none() && self.is_doubtful_weekday(at) {
            return None;
        }
        let (clock, end) = self.clock_after(after);
        let date = Partial { weekday: Some(weekday), shift, clock, ..Partial::default() };
        Some((Expression::Partial(date), end))
    }

    /// The shift before a weekday; in "this coming", "this past" the second word says more.
    fn lead_shift(&self, at: usize) -> Option<(i64, usize)> {
        let first = self.shift(at)?;
        Some(self.shift(at + 1).map_or((first, at + 1), |second| (second, at + 2)))
    }

    fn is_doubtful_weekday(&self, at: usize) -> bool {
        let wary = self.has(at, Sense::Wary) || self.has(at, Sense::Short);
        let capital = self.lexeme(at).is_some_and(|word| word.capital);
        wary && !((capital || !self.words.capitals) && self.is_led_in(at)
            || self.terse && self.lexemes.len() == 1)
    }

    /// An amount of units.
    fn amount(&self, at: usize) -> Read<i64> {
        let (amount, end) = self.cardinal(at).filter(|(amount, _)| (0..100_000).contains(amount))?;
        // "two or three days ago", "2-3 weeks ago".
        let joined =
            self.has(end, Sense::And) || self.has(end, Sense::To) || self.is_mark(end, &['-', '\u{2013}']);
        let more = self.cardinal(end + 1).filter(|(more, _)| joined && *more > amount);
        let more = more.filter(|(_, end)| self.unit(*end).is_some());
        Some((amount, more.map_or(end, |(_, end)| end)))
    }

    fn amounts(&self, at: usize) -> Read<Vec<(i64, Unit)>> {
        let mut amounts = Vec::new();
        let mut end = at;
        while amounts.len() < MOST_AMOUNTS {
            let start = if amounts.is_empty() { end } else { self.skip(end, Sense::And) };
            let read = self.amount(start);
            // "неделю назад": one, unsaid.
            let (amount, next) = read.unwrap_or((1, start));
            let Some(unit) = self.unit(next).filter(|_| read.is_some() || amounts.is_empty()) else { break };
            amounts.push((amount, unit));
            end = next + 1;
        }
        (!amounts.is_empty()).then_some((amounts, end))
    }

    /// "two days ago", "in two weeks", "a month later", "2 weeks before 13 May", "the day before".
    pub(super) fn offset(&self, at: usize) -> Read<Expression> {
        let at = self.skip(at, Sense::The);
        if let Some(days) = self.pick(at, |sense| match sense {
            Sense::ToldDay(days) => Some(days),
            _ => None,
        }) {
            return Some((offset(vec![(days, Unit::Day)], 1, Anchor::Told), at + 1));
        }
        if self.has(at, Sense::AgoFirst) {
            let start = self.skip(at + 1, Sense::About);
            let (amounts, end) = self.amounts(start).filter(|_| self.amount(start).is_some())?;
            return Some((offset(amounts, -1, Anchor::Now), end));
        }
        if self.has(at, Sense::InFirst) {
            let (amounts, end) = self.amounts(self.skip(at + 1, Sense::About))?;
            let said = self.amount(self.skip(at + 1, Sense::About)).is_some();
            let more = [Sense::Before, Sense::After, Sense::Later, Sense::Ago].into_iter();
            if more.clone().any(|sense| self.has(end, sense)) || !said && !self.has(at, Sense::Later) {
                return None;
            }
            let anchor = if self.has(at, Sense::Later) { Anchor::Either } else { Anchor::Now };
            return Some((offset(amounts, 1, anchor), end));
        }
        let (amounts, end) = self.amounts(at)?;
        let said = self.amount(at).is_some();
        // "неделю назад"; where a language has articles, "months ago" says no number.
        if self.has(end, Sense::Ago) && (said || !self.words.articles) {
            return Some((offset(amounts, -1, Anchor::Now), end + 1));
        }
        self.offset_from(amounts, said, end)
    }

    /// What stands after the amount of an offset that is not from today.
    fn offset_from(&self, amounts: Vec<(i64, Unit)>, said: bool, end: usize) -> Read<Expression> {
        let side = if self.has(end, Sense::Before) || self.has(end, Sense::Sooner) { -1 } else { 1 };
        let connects =
            [Sense::Before, Sense::After, Sense::From].into_iter().any(|sense| self.has(end, sense));
        if connects {
            let next = self.skip(self.skip(end + 1, Sense::On), Sense::The);
            if let Some((anchor, after)) = self.point(next).filter(|(anchor, _)| anchor_of(anchor)) {
                return Some((offset(amounts, side, Anchor::At(Box::new(anchor))), after));
            }
            if self.has(end, Sense::From) && self.has(end + 1, Sense::Now) {
                return Some((offset(amounts, side, Anchor::Now), end + 2));
            }
        }
        // "A week before that"
        if connects && self.told(end + 1) == Some(0) && !self.is_dated_word(end + 2) {
            return Some((offset(amounts, side, Anchor::Told), end + 2));
        }
        // "Months later" says no number.
        let counted = said || !self.words.articles;
        if counted && (self.has(end, Sense::Later) || self.has(end, Sense::Sooner)) {
            return Some((offset(amounts, side, Anchor::Told), end + 1));
        }
        if self.has(end, Sense::Into) {
            return Some((offset(amounts, 1, Anchor::Told), self.after_into(end + 1)));
        }
        // "a day after a cable went dead": what follows was so long before what is told.
        let event = self.is_word(end + 1) && (self.has(end, Sense::Before) || self.has(end, Sense::After));
        if said && event {
            return Some((Expression::Counted { amounts: signed(amounts, -side) }, end));
        }
        // "the day before", "the week after", with nothing that they are counted from.
        let bare = !said && connects && !self.has(end, Sense::From) && !self.is_word(end + 1);
        bare.then(|| (offset(amounts, side, Anchor::Told), end + 1))
    }

    /// Whether a unit, month, weekday or season stands here, that "that" belongs to.
    fn is_dated_word(&self, at: usize) -> bool {
        let named = self.unit(at).is_some() || self.month(at).is_some() || self.weekday(at).is_some();
        named || self.pick(at, season).is_some() || self.is_plain_word(at)
    }

    /// "into the fighting": the article and one word.
    fn after_into(&self, at: usize) -> usize {
        let noun = self.skip(at, Sense::The);
        if self.is_plain_word(noun) { noun + 1 } else { at }
    }

    /// "that time", "since then".
    pub(super) fn told_itself(&self, at: usize) -> Read<Expression> {
        self.has(at, Sense::ToldItself).then_some((Expression::Told, at + 1))
    }
}

/// Whether offsets are counted from such a date.
fn anchor_of(expression: &Expression) -> bool {
    !matches!(
        expression,
        Expression::Offset { .. }
            | Expression::Counted { .. }
            | Expression::Count { .. }
            | Expression::Edge(..)
    )
}

fn offset(amounts: Vec<(i64, Unit)>, side: i64, from: Anchor) -> Expression {
    Expression::Offset { amounts: signed(amounts, side), from }
}

fn signed(amounts: Vec<(i64, Unit)>, side: i64) -> Vec<(i64, Unit)> {
    amounts.into_iter().map(|(amount, unit)| (amount * side, unit)).collect()
}

fn season(sense: Sense) -> Option<u8> {
    match sense {
        Sense::Season(code) => Some(code),
        _ => None,
    }
}
