//! One date of EDTF: its marks of doubt, its calendar date and its time of day.
//!
//! Tells apart what is no date at all, and what we do not read of level 2.

use std::borrow::Cow;

use super::clock::read_clock;
use super::date::{read_calendar_date, read_long_year};
use super::error::{Advice, WhenError};
use super::point::{Parts, Precision};

/// Marks of doubt: uncertain, approximate, both.
const DOUBTS: [char; 3] = ['?', '~', '%'];

/// Characters that occur in EDTF; a text with others gets no hint about its grammar.
const ALPHABET: &str = "0123456789XYTZES-+:/.?~%[]{}(), ";

const SET: Advice =
    ("when-not-sets", "sets of dates are not read; write an interval with /, or one event each");
const GROUP: Advice = ("when-not-brackets", "brackets are not read; write ?, ~ or % at the end");
const PARTIAL: Advice = ("when-not-parts", "write one ?, ~ or % at the end, for the whole date");

/// Whether a date stands for itself or is the end of an interval, where level 2 is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Alone,
    End,
}

/// Reads a date that is no interval.
pub(super) fn read_date(text: &str) -> Result<Parts, WhenError> {
    read_point(text, Place::Alone)
}

/// Reads a date that is the start or end of an interval.
pub(super) fn read_end(text: &str) -> Result<Parts, WhenError> {
    read_point(text, Place::End)
}

fn read_point(text: &str, place: Place) -> Result<Parts, WhenError> {
    let known = |letter| ALPHABET.contains(letter);
    if !text.chars().all(known) || !text.contains(|c: char| c.is_ascii_digit() || c == 'X') {
        return Err(WhenError::not_a_date(text));
    }
    if text.contains(['[', ']', '{', '}']) || text.contains("..") {
        return Err(WhenError::not_read(text, SET));
    }
    if text.contains(['(', ')']) {
        return Err(WhenError::not_read(text, GROUP));
    }
    let body = without_doubts(text, place)?;
    let (date, clock) = match body.split_once('T') {
        Some((date, clock)) => (date, Some(clock)),
        None => (&*body, None),
    };
    let mut parts = match date.strip_prefix('Y') {
        Some(year) => read_long_year(text, year)?,
        None => read_calendar_date(text, date)?,
    };
    if let Some(clock) = clock {
        if parts.precision != Precision::Day {
            return Err(WhenError::not_a_date(text));
        }
        let clock = read_clock(text, clock)?;
        parts.hour = Some(clock.hour);
        parts.minute = Some(clock.minute);
        parts.second = clock.second;
        parts.offset = clock.offset;
        let seconds = clock.second.is_some();
        parts.precision = if seconds { Precision::Second } else { Precision::Minute };
    }
    parts.approximate = text.contains(['~', '%']);
    parts.uncertain = text.contains(['?', '%']);
    Ok(parts)
}

/// The text without its marks of doubt: one at the end, in an interval one on each part.
fn without_doubts(text: &str, place: Place) -> Result<Cow<'_, str>, WhenError> {
    let body = text.strip_suffix(DOUBTS).unwrap_or(text);
    if !body.contains(DOUBTS) {
        return Ok(Cow::Borrowed(body));
    }
    if place == Place::Alone {
        return Err(WhenError::not_read(text, PARTIAL));
    }
    let fields: Vec<&str> = text.split('-').map(bare).collect();
    let plain = fields.join("-");
    if plain.contains(DOUBTS) {
        return Err(WhenError::not_read(text, PARTIAL));
    }
    Ok(Cow::Owned(plain))
}

/// One part of a date without the mark of doubt before or after it.
fn bare(field: &str) -> &str {
    let stripped = field.strip_prefix(DOUBTS).or_else(|| field.strip_suffix(DOUBTS));
    stripped.unwrap_or(field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_refused_says_what_to_write_in_its_place() {
        for (texts, instead) in [
            (&["[1667, 1668, 1670..1672]", "{1960, 1961-12}", "[..1760]", "1990..1995"][..], SET),
            (&["2004-(06)?-11", "(2011)-06-04~", "2004-(06-11)?"], GROUP),
            (&["2004?-06-11", "2004-06-~11", "?2004-%06", "?2001", "2004??", "2004?~"], PARTIAL),
        ] {
            for text in texts {
                assert_eq!(read_date(text), Err(WhenError::not_read(text, instead)));
            }
        }
        for text in ["2004??", "?2004?", "20~04", "2004-0~6", "~~2004"] {
            assert_eq!(read_end(text), Err(WhenError::not_read(text, PARTIAL)));
        }
    }

    #[test]
    fn what_is_no_date_is_told_how_dates_look() {
        for text in [
            "",
            "-",
            "--",
            "?",
            "T",
            "Y",
            "Y-",
            "X",
            "last week",
            "April 2022",
            "05.04.2022",
            "2022-4-5",
            "2022-04-5",
            "05-04-2022",
            "2022-04-05-06",
            "2022-",
            "2022-04-",
            "-2022-",
            "+2022",
            "20a2",
            "2022-uu",
            "unknown",
            "2022T10:00",
            "2022-04T10:00",
            "2022-XXT10:00",
            "2022-04-05T",
            "2022-04-05 10:00",
            "2022-04-05T10:00:00:00",
            "２０２２",
            "2022-04-05t10:00",
            "2022-xx",
            "(undated)",
            "[…]",
        ] {
            assert_eq!(read_date(text), Err(WhenError::not_a_date(text)));
        }
    }

    #[test]
    fn no_mangled_date_makes_it_stumble() {
        let letters: Vec<char> = ALPHABET.chars().chain(['é', '\u{1F600}']).collect();
        let mut seed = 42_u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            usize::try_from(seed >> 33).unwrap() % below
        };
        let mut read = 0;
        for _ in 0..100_000 {
            let mut text: Vec<char> = "2022-04-05T14:30+02:00".chars().collect();
            text.truncate([4, 7, 10, 16, 22][random(5)]);
            for _ in 0..=random(3) {
                let at = random(text.len());
                text[at] = letters[random(letters.len())];
            }
            let text: String = text.into_iter().collect();
            match read_end(&text) {
                Ok(parts) => {
                    assert!(parts.span_at(0).seconds() > 0, "{text}");
                    read += 1;
                }
                Err(error) => assert!(!error.to_string().is_empty()),
            }
        }
        assert!(read > 5_000, "{read}");
    }
}
