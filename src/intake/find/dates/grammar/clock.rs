//! Times of day, where they hang on a date: "at 14:30", "3 p.m.", "17 Uhr", "17h30", "in the morning".

use super::{Grammar, Read};
use crate::intake::find::dates::expression::Clock;
use crate::intake::find::dates::sense::Sense;

impl Grammar<'_> {
    /// A time of day in figures.
    pub(super) fn clock(&self, at: usize) -> Read<Clock> {
        let (mut hour, _) = self.figures(at).filter(|(hour, digits)| *digits <= 2 && *hour <= 24)?;
        let (minute, mut end) =
            self.minutes(at + 1).map_or((None, at + 1), |(minute, end)| (Some(minute), end));
        let half = self.pick(end, |sense| match sense {
            Sense::Half(hours) => Some(i64::from(hours)),
            _ => None,
        });
        if let Some(after) = half.filter(|_| (1..=12).contains(&hour)) {
            hour = hour % 12 + after;
            end += 1;
        } else if self.has(end, Sense::Oclock) {
            end += 1;
            if let Some((minute, digits)) = self.figures(end).filter(|_| minute.is_none()) {
                let french = digits == 2 && minute < 60 && self.is_glued(end);
                if french {
                    return Some((Clock { minutes: hour * 60 + minute, utc: false }, end + 1));
                }
            }
        } else if minute.is_none() {
            return None;
        }
        let minutes = hour * 60 + minute.unwrap_or(0);
        let utc = self.has(end, Sense::Utc);
        let end = if utc { end + 1 } else { end };
        (minutes < 24 * 60).then_some((Clock { minutes, utc }, end))
    }

    /// ":30", with seconds passed over.
    fn minutes(&self, at: usize) -> Read<i64> {
        if !(self.is_mark(at, &[':', '.']) && self.is_glued(at) && self.is_glued(at + 1)) {
            return None;
        }
        let point = self.is_mark(at, &['.']);
        let (minute, _) = self.figures(at + 1).filter(|(minute, digits)| *digits == 2 && *minute < 60)?;
        let mut end = at + 2;
        if self.is_mark(end, &[':']) && self.is_glued(end) && self.figures(end + 1).is_some() {
            end += 2;
        }
        // "5.30" is a time only where "Uhr" or "p.m." follows.
        let said = self.has(end, Sense::Oclock)
            || self.pick(end, |sense| matches!(sense, Sense::Half(_)).then_some(())).is_some();
        (!point || said).then_some((minute, end))
    }

    /// A time of day after a date, with what joins the two: ", at 14:30", "in the morning", "um 17 Uhr".
    pub(super) fn clock_after(&self, at: usize) -> (Option<Clock>, usize) {
        let mut next = self.skip_mark(at, &[',']);
        if self.is_iso_joint(at) {
            next = at + 1;
        }
        let said = self.pick(next, |sense| matches!(sense, Sense::At | Sense::On).then_some(())).is_some();
        let next = if said { next + 1 } else { next };
        if let Some((clock, end)) = self.clock(next) {
            let range = self.is_mark(end, &['-', '\u{2013}']).then(|| self.clock(end + 1)).flatten();
            return (Some(clock), range.map_or(end, |(_, end)| end));
        }
        let part = self.skip(if said { next } else { at }, Sense::The);
        if self.part(part) && (!said || !self.has(part + 1, Sense::Of)) {
            return (None, part + 1);
        }
        (None, at)
    }

    /// The "T" of "2022-04-05T14:30".
    fn is_iso_joint(&self, at: usize) -> bool {
        let letter = self
            .lexeme(at)
            .is_some_and(|lexeme| lexeme.capital && !lexeme.gap && lexeme.span.end == lexeme.span.start + 1);
        letter && self.is_glued(at + 1) && self.figures(at + 1).is_some()
    }

    /// A word for a part of the day stands here.
    pub(super) fn part(&self, at: usize) -> bool {
        self.pick(at, |sense| matches!(sense, Sense::Part(_)).then_some(())).is_some()
    }
}
