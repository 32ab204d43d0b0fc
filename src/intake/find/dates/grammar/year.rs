//! Years, and what makes a number of four digits one.

use super::numeric::full_year;
use super::{Grammar, Read};
use crate::intake::find::dates::expression::{Expression, Partial};
use crate::intake::find::dates::sense::{Sense, Unit};
use crate::intake::find::dates::token::Kind;

/// Numbers that are years where nothing around them says so.
const PLAIN: std::ops::RangeInclusive<i64> = 1_900..=2_060;

/// The Buddhist era is so many years ahead.
const BUDDHIST: i64 = 543;

impl Grammar<'_> {
    /// A year after a day or month: four digits, or two ("'22", "of 87"), or in words; "г." after it included.
    pub(super) fn year_after(&self, at: usize) -> Read<i64> {
        let lead = self.skip_mark(at, &[',', '.', '/', '-']);
        let lead = self.skip(self.skip(lead, Sense::On), Sense::Of);
        let lead = if self.has(lead, Sense::Unit(Unit::Year)) { lead + 1 } else { lead };
        let lead = self.skip(lead, Sense::Of);
        if let Some(read) = self.era_year(lead) {
            return Some(read);
        }
        if let Some((year, digits)) = self.figures(lead) {
            let free = self.minds_no_number(lead + 1);
            if digits == 4 && (1_000..2_100).contains(&year) && free {
                return Some((year, self.after_year_word(lead + 1)));
            }
            let tight = self.is_mark(at, &['/', '-', '.']) && self.is_glued(at) && self.is_glued(at + 1);
            // "on 24 February by 93 votes": no year of two figures stands behind a preposition.
            let hung = self.has(self.skip_mark(at, &[',', '.']), Sense::On) && !self.has(lead - 1, Sense::Of);
            if hung && digits == 2 {
                return None;
            }
            let joined = tight || lead > at && !self.is_mark(at, &[',', '/', '-', '.']);
            if lead > at && !joined {
                return None;
            }
            let ends = !self.is_word(lead + 1) || self.is_tense(lead + 1) || joined;
            return (digits == 2 && ends && free && lead < at + 3).then(|| (full_year(year), lead + 1));
        }
        if self.is_mark(lead, &['\'', '\u{2019}'])
            && let Some((year, 2)) = self.figures(lead + 1)
        {
            return Some((full_year(year), lead + 2));
        }
        self.spoken_year(lead)
    }

    /// "234 BC", "2555 BE", "AD 79".
    fn era_year(&self, at: usize) -> Read<i64> {
        if self.has(at, Sense::AfterChrist)
            && let Some((year, _)) = self.figures(at + 1)
        {
            return Some((year, at + 2)).filter(|_| (1..2_100).contains(&year));
        }
        let (year, _) = self.figures(at)?;
        if self.has(at + 1, Sense::BeforeChrist) && (1..9_999).contains(&year) {
            return Some((1 - year, at + 2));
        }
        if self.has(at + 1, Sense::AfterChrist) && (1..2_100).contains(&year) {
            return Some((year, at + 2));
        }
        let buddhist =
            self.has(at + 1, Sense::BuddhistEra) && self.lexeme(at + 1).is_some_and(|word| word.capital);
        (buddhist && (2_000..2_700).contains(&year)).then_some((year - BUDDHIST, at + 2))
    }

    /// After "года", "г.", "року" behind a year.
    pub(super) fn after_year_word(&self, at: usize) -> usize {
        // "1994-го".
        let at = self.after_ordinal_ending(at).filter(|_| self.is_mark(at, &['-', '\u{2011}'])).unwrap_or(at);
        if !self.has(at, Sense::Unit(Unit::Year)) || self.has(at, Sense::Shift(0)) {
            return at;
        }
        let short = self.lexeme(at).is_some_and(|word| word.span.end - word.span.start <= 2);
        if short { self.skip_mark(at + 1, &['.']) } else { at + 1 }
    }

    /// Nothing here makes a measure, a time or another number of the figures before it.
    fn minds_no_number(&self, at: usize) -> bool {
        let measured = self.pick(at, |sense| {
            matches!(sense, Sense::Measure | Sense::Half(_) | Sense::Oclock | Sense::OrdinalEnding)
                .then_some(())
        });
        let timed = self.is_mark(at, &[':']) && self.is_glued(at + 1) && self.figures(at + 1).is_some();
        let joined = timed || self.is_mark(at, &['%']) && self.is_glued(at);
        let decimal =
            self.is_mark(at, &[',', '.']) && self.is_glued(at + 1) && self.figures(at + 1).is_some();
        let glued_word = self.is_word(at) && self.is_glued(at) && !self.is_possessive(at);
        measured.is_none() && !joined && !decimal && !glued_word
    }

    /// "'s" behind a date.
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        self.is_word(at) && self.is_glued(at) && self.lexeme(at).is_some_and(|word| word.bare_ending)
    }

    fn is_tense(&self, at: usize) -> bool {
        self.pick(at, |sense| {
            matches!(
                sense,
                Sense::Past | Sense::PastForm | Sense::Future | Sense::Auxiliary | Sense::On | Sense::And
            )
            .then_some(())
        })
        .is_some()
    }

    /// A year by itself: "2022", "the year 2008", "234 BC", or in words after a preposition.
    pub(super) fn lone_year(&self, at: usize) -> Read<Expression> {
        let year = |year| Expression::Partial(Partial { year: Some(year), ..Partial::default() });
        if self.has(at, Sense::Unit(Unit::Year)) {
            let next = self.skip(at + 1, Sense::Of);
            let (number, digits) = self.figures(next)?;
            let plain = digits == 4 && (1_000..2_100).contains(&number);
            return plain.then(|| (year(number), self.after_year_word(next + 1)));
        }
        if let Some((number, end)) = self.era_year(at) {
            return Some((year(number), end));
        }
        let Some((number, digits)) = self.figures(at) else {
            let (number, end) = self.spoken_year(at).filter(|_| self.is_led_in(at))?;
            let counts = self.is_plain_word(end) || self.has(end, Sense::Counted);
            return (!counts && PLAIN.contains(&number)).then_some((year(number), end));
        };
        if digits != 4 || !(1_000..2_100).contains(&number) || !self.minds_no_number(at + 1) {
            return None;
        }
        if self.begins_an_impossible_day(at) {
            return None;
        }
        let named = self.after_year_word(at + 1);
        if named > at + 1 {
            return Some((year(number), named));
        }
        self.is_year(at, number).then_some((year(number), at + 1))
    }

    /// "2022-02-31": read as figures this far, it is no day; and its year alone is not what is said.
    fn begins_an_impossible_day(&self, at: usize) -> bool {
        let part = |at: usize| {
            let joint = self.is_mark(at, &['-', '/', '.']) && self.is_glued(at) && self.is_glued(at + 1);
            joint && self.figures(at + 1).is_some_and(|(_, digits)| digits <= 2)
        };
        part(at + 1) && part(at + 3)
    }

    /// Whether the words around four digits leave them a year.
    fn is_year(&self, at: usize, number: i64) -> bool {
        let round = number % 100 == 0;
        if self.is_mark(at + 1, &['%']) || self.has(at + 1, Sense::Counted) && (round || !self.is_led_in(at))
        {
            return false;
        }
        if at > 0 {
            let money = self.is_mark(at - 1, &['$', '€', '£', '#', '№', '+', '.', ':', '_', '@'])
                && self.is_glued(at);
            let comma = self.is_mark(at - 1, &[',', '.']) && self.is_glued(at);
            let letters = self.is_word(at - 1) && self.is_glued(at);
            // A number of a telephone, a document, a score.
            let chained = at > 1
                && self.is_mark(at - 1, &['-', '/'])
                && self.is_glued(at)
                && self.figures(at - 2).is_some();
            if chained || money || comma || letters {
                return false;
            }
        }
        let led = self.is_led_in(at);
        let about = at > 0 && self.has(at - 1, Sense::About);
        let described = self.is_plain_word(at + 1);
        if about {
            return PLAIN.contains(&number) && (!described || !round) || !described && !round;
        }
        if led {
            // "in 1200 cases" counts; "in 2022 more than" and "in the 2022 invasion" do not.
            return PLAIN.contains(&number) || !described;
        }
        let ends_word = !self.is_word(at + 1);
        let named = at > 0
            && ([Sense::The, Sense::Owner].into_iter().any(|sense| self.has(at - 1, sense))
                || self.is_possessive(at - 1)
                || self.is_mark(at - 1, &['(']));
        // "Article 1999", "Resolution 2022": the number is the name's, unless a line ends with it.
        let name = at > 1
            && self
                .lexeme(at - 1)
                .is_some_and(|word| word.kind == Kind::Word && word.capital && word.senses.is_empty());
        let closes =
            self.lexeme(at + 1).is_none_or(|next| matches!(next.kind, Kind::Break | Kind::Mark(')')));
        PLAIN.contains(&number) && (named || ends_word || !described) && (!name || closes)
    }
}
