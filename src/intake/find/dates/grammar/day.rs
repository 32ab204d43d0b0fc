//! Days and months with their names: "5 April 2022", "April 5", "Tuesday, 5 April", "5-Apr-2022", "the 18th".

use super::{Grammar, Read};
use crate::intake::find::dates::expression::Partial;
use crate::intake::find::dates::sense::{Sense, Unit};
use crate::intake::find::dates::token::Kind;
use crate::intake::find::dates::words::DayOrder;

/// Between the parts of a date that is written tight: "8/Oct/2012".
const JOINTS: [char; 5] = ['/', '-', '.', '\u{2010}', '\u{2011}'];

impl Grammar<'_> {
    /// A day, or a month, with the weekday before it if there is one.
    pub(super) fn day_or_month(&self, at: usize) -> Read<Partial> {
        let Some((weekday, after)) = self.weekday(at) else { return self.bare_day_or_month(at) };
        let next = self.skip_mark(after, &['.']);
        let next = self.skip_mark(next, &[',', '(']);
        let next = self.skip(self.skip(next, Sense::On), Sense::The);
        let opened = next > 0 && self.is_mark(after, &['(']);
        let close = |end: usize| if opened { self.skip_mark(end, &[')']) } else { end };
        if let Some((date, end)) = self.bare_day_or_month(next).filter(|(date, _)| date.day.is_some()) {
            return Some((Partial { weekday: Some(weekday), ..date }, close(end)));
        }
        // "Tue 13th", "Monday 21", but not "Monday 21 people".
        let (day, end) = self.day_of_month(next).filter(|((day, _), _)| (1..=31).contains(day))?;
        let free = day.1 || !self.is_word(end) && !self.is_mark(end, &[':', '.', '/', '-']);
        let date = Partial { weekday: Some(weekday), day: Some(day.0), ..Partial::default() };
        (free && !self.is_mark(after, &[','])).then(|| (date, close(end)))
    }

    pub(super) fn weekday(&self, at: usize) -> Read<u8> {
        let weekday = self.pick(at, |sense| match sense {
            Sense::Weekday(weekday) => Some(weekday),
            _ => None,
        })?;
        Some((weekday, at + 1))
    }

    pub(super) fn month(&self, at: usize) -> Read<u8> {
        let month = self.pick(at, |sense| match sense {
            Sense::Month(month) => Some(month),
            _ => None,
        })?;
        let short = self.has(at, Sense::Short) && self.is_mark(at + 1, &['.']) && self.is_glued(at + 1);
        Some((month, if short { at + 2 } else { at + 1 }))
    }

    pub(super) fn bare_day_or_month(&self, at: usize) -> Read<Partial> {
        self.numeric(at)
            .or_else(|| self.year_first(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.month_first_day(at))
            .or_else(|| self.month_and_year(at))
    }

    /// "2022 April 5", "2019-aug-01".
    fn year_first(&self, at: usize) -> Read<Partial> {
        let (year, digits) = self.figures(at)?;
        if digits != 4 || !(1_000..2_100).contains(&year) {
            return None;
        }
        let (month, end) = self.month(self.skip_mark(at + 1, &JOINTS))?;
        let ((day, _), end) = self.day_of_month(self.skip_mark(end, &JOINTS))?;
        let date = Partial { year: Some(year), month: Some(month), day: Some(day), ..Partial::default() };
        Some((date, end))
    }

    /// "5 April 2022", "5. April", "5th of April, 2022", "8/Oct/2012", "1er mai".
    fn day_first(&self, at: usize) -> Read<Partial> {
        let ((day, _), end) = self.day_of_month(at)?;
        let mut next = self.skip_mark(end, &JOINTS);
        next = self.skip(next, Sense::Of);
        next = self.skip(next, Sense::The);
        let (month, end) = self.month(next)?;
        Some(self.with_year(month, day, end))
    }

    /// "April 5, 2022", "Nov/2", "October, 1st".
    fn month_first_day(&self, at: usize) -> Read<Partial> {
        let (month, after) = self.month(at)?;
        let mut next = self.skip_mark(after, &JOINTS);
        if next == after {
            next = self.skip_mark(after, &[',']);
        }
        next = self.skip(next, Sense::The);
        if let Some((year, 4)) = self.figures(next)
            && self.is_mark(next + 1, &['-', '/'])
            && let Some(((day, _), end)) = self.day_of_month(next + 2)
        {
            return Some((
                Partial { year: Some(year), month: Some(month), day: Some(day), ..Partial::default() },
                end,
            ));
        }
        let ((day, ordinal), end) = self.day_of_month(next)?;
        let figures = self.figures(next).is_some();
        let comma = self.is_mark(after, &[',']);
        // "in May, 3 people"; "in March three men": a number that counts something is no day.
        let counts = !ordinal && (comma || !figures || self.has(end, Sense::Counted));
        // "in July, the first person to be jailed": an ordinal that a noun follows.
        let counts = counts || ordinal && comma && !figures && self.is_plain_word(end);
        let timed = self.is_mark(end, &[':']) && self.is_glued(end) && self.is_glued(end + 1);
        let month_year = self.has(end, Sense::Unit(Unit::Year)) || !ordinal && !(1..=31).contains(&day);
        if counts || timed || month_year || !self.puts_month_first(at, ordinal) {
            return None;
        }
        Some(self.with_year(month, day, end))
    }

    /// Only where the language does so is "May 5" a day; elsewhere "im Mai 5 Menschen" counts.
    fn puts_month_first(&self, at: usize, ordinal: bool) -> bool {
        ordinal || self.words.order == DayOrder::MonthFirst || self.has(at, Sense::Short) || self.terse
    }

    fn with_year(&self, month: u8, day: u8, end: usize) -> (Partial, usize) {
        let date = Partial { month: Some(month), day: Some(day), ..Partial::default() };
        self.year_of(date, end).unwrap_or((date, end))
    }

    /// The date with the year that stands after it: "2022", "last year".
    pub(super) fn year_of(&self, date: Partial, end: usize) -> Read<Partial> {
        if let Some((year, end)) = self.year_after(end) {
            return Some((Partial { year: Some(year), ..date }, end));
        }
        let shared = self.shared_year(end);
        if shared.is_some() {
            return Some((Partial { year: shared, ..date }, end));
        }
        let next = self.skip_mark(end, &[',']);
        let next = self.skip(self.skip(self.skip(next, Sense::On), Sense::Of), Sense::The);
        match self.shifted_unit(next)? {
            (Unit::Year, shift, false, end) => Some((Partial { of_year: Some(shift), ..date }, end)),
            (Unit::Year, shift, true, end) => Some((Partial { of_told: Some(shift), ..date }, end)),
            _ => None,
        }
    }

    /// "in March and April 2022", "on 29 March and 5 April 2022": one year for both.
    fn shared_year(&self, end: usize) -> Option<i64> {
        if !self.has(end, Sense::And) {
            return None;
        }
        let next = self.skip(self.skip(end + 1, Sense::On), Sense::The);
        let day = self.day_of_month(next).map(|(_, end)| self.skip(self.skip_mark(end, &['.']), Sense::Of));
        let (_, end) = self.month(day.unwrap_or(next))?;
        let end = if day.is_none() { self.day_of_month(end).map_or(end, |(_, end)| end) } else { end };
        self.year_after(end).map(|(year, _)| year)
    }

    /// "April 2022", "Dec-2018", or a month alone where nothing speaks against it.
    fn month_and_year(&self, at: usize) -> Read<Partial> {
        let (month, end) = self.month(at)?;
        let date = Partial { month: Some(month), ..Partial::default() };
        // "сер 96", but not "August 32".
        let short = self.figures(end).is_some_and(|(value, digits)| digits <= 2 && value < 40);
        if let Some(read) = self.year_of(date, end).filter(|_| !short) {
            return Some(read);
        }
        self.is_lone_month(at, end).then_some((date, end))
    }

    fn is_lone_month(&self, at: usize, end: usize) -> bool {
        let led = self.is_led_in(at) || at > 0 && self.has(at - 1, Sense::The) || self.joins_month(end);
        if self.has(at, Sense::Wary) {
            let capital = self.lexeme(at).is_some_and(|word| word.capital);
            let entry = self.opens_line(at) && self.is_mark(end, &[':']);
            // "In May Malta expelled", but not "a letter by May Borg".
            let leads = led && self.has(at - 1, Sense::On) && self.opens_clause(at - 1);
            return (capital || !self.words.capitals) && (led && !self.is_name_after(end) || leads || entry);
        }
        if self.has(at, Sense::Short) {
            return led || self.terse && self.lexemes.len() == 1;
        }
        // "April Jones said".
        led || !self.is_name_after(end)
    }

    /// "May: Finland joins": an entry of a list begins here.
    fn opens_line(&self, at: usize) -> bool {
        at == 0
            || self
                .lexeme(at - 1)
                .is_some_and(|before| matches!(before.kind, Kind::Break | Kind::Mark('.' | '!' | '?')))
    }

    fn opens_clause(&self, at: usize) -> bool {
        at == 0
            || self.lexeme(at - 1).is_some_and(|before| {
                matches!(
                    before.kind,
                    Kind::Break | Kind::Mark('.' | '!' | '?' | ',' | ';' | ':' | '"' | '“' | '”')
                )
            })
    }

    /// "May to March": another month at the end of a range.
    fn joins_month(&self, end: usize) -> bool {
        self.connector(end, false).is_some_and(|next| self.month(next).is_some())
    }

    /// A capital word without a sense stands here.
    fn is_name_after(&self, at: usize) -> bool {
        self.lexeme(at)
            .is_some_and(|word| word.kind == Kind::Word && word.capital && word.senses.is_empty() && word.gap)
    }

    /// "the 18th": a day of the month that is said before, or of publication.
    pub(super) fn lone_day(&self, at: usize) -> Read<Partial> {
        if !self.has(at, Sense::The) && !self.is_led_in(at) {
            return None;
        }
        let next = self.skip(at, Sense::The);
        let ((day, ordinal), end) = self.day_of_month(next)?;
        // "The 11th, a courier, was stopped": the eleventh of those told of.
        let opens = at == 0 || self.is_mark(at - 1, &['.']) || self.is_break(at - 1);
        if opens && next > at {
            return None;
        }
        let figures = self.figures(next).is_some();
        let followed = self.is_word(end) && !self.is_lead_in(end);
        let joined = self.is_mark(end, &['-', '/', ':', '\u{2010}']);
        let date = Partial { day: Some(day), ..Partial::default() };
        (ordinal && figures && (1..=31).contains(&day) && !followed && !joined).then_some((date, end))
    }

    /// A word here begins something else after a date.
    fn is_lead_in(&self, at: usize) -> bool {
        self.pick(at, |sense| {
            matches!(
                sense,
                Sense::On | Sense::And | Sense::To | Sense::Until | Sense::At | Sense::Past | Sense::Future
            )
            .then_some(())
        })
        .is_some()
    }
}
