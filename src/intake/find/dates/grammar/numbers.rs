//! Numbers, in figures and in words: days, ordinals, amounts.

use super::{Grammar, Read};
use crate::intake::find::dates::sense::Sense;

/// Words that one number takes at most: "two thousand and thirty-two".
const LONGEST: usize = 8;

impl Grammar<'_> {
    /// An amount: "3", "twenty-three", "two thousand and fifteen".
    pub(in crate::intake::find::dates) fn cardinal(&self, at: usize) -> Read<i64> {
        if let Some((value, _)) = self.figures(at) {
            let split = self.is_glued(at + 1) && self.is_mark(at + 1, &['.', ',', ':', '/']);
            return (!split || self.figures(at + 2).is_none()).then_some((value, at + 1));
        }
        self.spoken(at)
    }

    fn spoken(&self, at: usize) -> Read<i64> {
        let (mut whole, mut current) = (0_i64, self.number(at)?);
        if current == 100 || current == 1_000 {
            (whole, current) = if current == 100 { (0, 100) } else { (1_000, 0) };
        }
        let mut end = at + 1;
        while end < at + LONGEST {
            let mut next = end;
            if current % 100 == 0 {
                next = self.skip(next, Sense::And);
            } else if (20..100).contains(&(current % 100)) {
                next = self.skip_mark(next, &['-', '\u{2010}', '\u{2011}']);
            }
            let Some(number) = self.number(next) else { break };
            let below = current % 100;
            match number {
                1_000 if whole == 0 => (whole, current) = (current.max(1) * 1_000, 0),
                100 if (1..100).contains(&current) => current *= 100,
                1..=99 if below == 0 && (current == 0 || current >= 100) => current += number,
                1..=9 if below >= 20 && below % 10 == 0 => current += number,
                _ => break,
            }
            end = next + 1;
        }
        Some((whole + current, end))
    }

    fn number(&self, at: usize) -> Option<i64> {
        self.pick(at, |sense| match sense {
            Sense::Number(number) => Some(number),
            _ => None,
        })
    }

    /// A year in words: "two thousand and fifteen", "nineteen ninety-six".
    pub(super) fn spoken_year(&self, at: usize) -> Read<i64> {
        let (first, end) = self.spoken(at)?;
        if (1_000..2_100).contains(&first) {
            return Some((first, end));
        }
        let (second, end) = self.spoken(end).filter(|_| (10..=20).contains(&first))?;
        (10..=99).contains(&second).then_some((first * 100 + second, end))
    }

    /// A place in an order: "3rd", "24-го", "twenty-third", "first".
    pub(super) fn ordinal(&self, at: usize) -> Read<i64> {
        if let Some((value, digits)) = self.figures(at) {
            let end = self.after_ordinal_ending(at + 1)?;
            return (digits <= 2).then_some((value, end));
        }
        self.spoken_ordinal(at)
    }

    fn spoken_ordinal(&self, at: usize) -> Read<i64> {
        let ordinal = |at| {
            self.pick(at, |sense| match sense {
                Sense::Ordinal(number) => Some(number),
                _ => None,
            })
        };
        if let Some(value) = ordinal(at) {
            return Some((value, at + 1));
        }
        let tens = self.number(at).filter(|tens| (20..100).contains(tens) && tens % 10 == 0)?;
        let next = self.skip_mark(at + 1, &['-', '\u{2010}', '\u{2011}']);
        let ones = ordinal(next).filter(|ones| (1..10).contains(ones))?;
        Some((tens + ones, next + 1))
    }

    /// After "st", "-го"; nothing where no such ending stands here.
    pub(super) fn after_ordinal_ending(&self, at: usize) -> Option<usize> {
        let ending = if self.is_mark(at, &['-', '\u{2011}']) && self.is_glued(at) { at + 1 } else { at };
        (self.is_glued(ending) && self.has(ending, Sense::OrdinalEnding)).then_some(ending + 1)
    }

    /// A day of the month: "5", "5th", "fifth", "fifteen"; and whether it is said as an ordinal.
    pub(super) fn day_of_month(&self, at: usize) -> Read<(u8, bool)> {
        let (value, ordinal, end) = match self.figures(at) {
            Some((value, digits)) if digits <= 2 => match self.after_ordinal_ending(at + 1) {
                Some(end) => (value, true, end),
                None => (value, false, at + 1),
            },
            Some(_) => return None,
            None => match self.spoken_ordinal(at) {
                Some((value, end)) => (value, true, end),
                // "A. March" and "a May morning" name no first of the month.
                None => {
                    self.spoken(at).filter(|(value, _)| *value > 1).map(|(value, end)| (value, false, end))?
                }
            },
        };
        let day = u8::try_from(value).ok()?;
        Some(((day, ordinal), end))
    }
}
