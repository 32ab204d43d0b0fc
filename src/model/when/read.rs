//! The EDTF grammar: a text into the parts of its one date or of its two ends.
//!
//! Tells apart what is no date, what does not exist, and what we do not read of level 2.

use std::borrow::Cow;

use super::super::stamp::days_in_month;
use super::bounds::months_of;
use super::clock::{read_clock, two_digits};
use super::error::WhenError;
use super::point::{Parts, Precision, Side};

/// Marks of doubt: uncertain, approximate, both.
const DOUBTS: [char; 3] = ['?', '~', '%'];

/// Characters that occur in EDTF; a text with others gets no hint about its grammar.
const ALPHABET: &str = "0123456789XYTZES-+:/.?~%[]{}(), ";

const SET: &str = "sets of dates are not read; write an interval with /, or one event each";
const GROUP: &str = "brackets are not read; write ?, ~ or % at the end";
const EXPONENT: &str = "exponents and significant digits are not read; \
                        write the year out, like Y170000002, or 19XX";
const PARTIAL: &str = "write one ?, ~ or % at the end, for the whole date";
const MASK: &str = "X stands only at the right: 201X, 20XX, 2022-XX, 2022-04-XX or 2022-XX-XX";
const NO_YEAR: &str = "a date needs its year; where nothing is known, leave it empty";
const NO_ENDS: &str = "an interval needs at least one end; where nothing is known, leave it empty";
const YEAR_LENGTH: &str = "a year has four digits, like 0070; decades and centuries are \
                           197X and 19XX, years beyond 9999 are Y12345";
const SHORT_Y: &str = "Y is for years beyond 9999; write four digits, like 0070 or -0753";
const LONG_DAY: &str = "years with Y have no months or days";
const NO_MINUS_ZERO: &str = "there is no year -0000; the year before 0001 is 0000";

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

/// Reads one end of an interval.
pub(super) fn read_side(text: &str, whole: &str) -> Result<Side, WhenError> {
    match text {
        "" => Ok(Side::Unknown),
        ".." => Ok(Side::Open),
        _ if text.contains('/') => Err(WhenError::NotADate(whole.to_owned())),
        _ => read_point(text, Place::End).map(Side::Known),
    }
}

/// The error for an interval of which neither end is known.
pub(super) fn no_ends(text: &str) -> WhenError {
    not_read(text, NO_ENDS)
}

fn not_a_date(text: &str) -> WhenError {
    WhenError::NotADate(text.to_owned())
}

fn not_read(text: &str, instead: &'static str) -> WhenError {
    WhenError::NotRead(text.to_owned(), instead)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn read_point(text: &str, place: Place) -> Result<Parts, WhenError> {
    let known = |letter| ALPHABET.contains(letter);
    if !text.chars().all(known) || !text.contains(|c: char| c.is_ascii_digit() || c == 'X') {
        return Err(not_a_date(text));
    }
    if text.contains(['[', ']', '{', '}']) || text.contains("..") {
        return Err(not_read(text, SET));
    }
    if text.contains(['(', ')']) {
        return Err(not_read(text, GROUP));
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
            return Err(not_a_date(text));
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
        return Err(not_read(text, PARTIAL));
    }
    let bare = |field| -> &str {
        let field: &str = field;
        let stripped = field.strip_prefix(DOUBTS).or_else(|| field.strip_suffix(DOUBTS));
        stripped.unwrap_or(field)
    };
    let fields: Vec<&str> = text.split('-').map(bare).collect();
    let plain = fields.join("-");
    if plain.contains(DOUBTS) {
        return Err(not_read(text, PARTIAL));
    }
    Ok(Cow::Owned(plain))
}

/// Reads what follows the `Y` of a year of more than four digits.
fn read_long_year(text: &str, year: &str) -> Result<Parts, WhenError> {
    let digits = year.strip_prefix('-').unwrap_or(year);
    if digits.contains(['E', 'S']) {
        return Err(not_read(text, EXPONENT));
    }
    if digits.contains('-') {
        return Err(not_read(text, LONG_DAY));
    }
    if !is_digits(digits) {
        return Err(not_a_date(text));
    }
    if digits.len() < 5 || digits.starts_with('0') {
        return Err(not_read(text, SHORT_Y));
    }
    // More digits than i64 holds lie beyond the axis all the same.
    let number: i64 = digits.parse().unwrap_or(i64::MAX);
    let year = if year.starts_with('-') { -number } else { number };
    Ok(Parts::years(year, Precision::Year))
}

/// Reads year, year and month or season, or year, month and day.
fn read_calendar_date(text: &str, date: &str) -> Result<Parts, WhenError> {
    let mut fields = date.strip_prefix('-').unwrap_or(date).splitn(3, '-');
    let year = fields.next().unwrap_or_default();
    let (month, day) = (fields.next(), fields.next());
    if month.is_none() && is_digits(year) && year.len() != 4 {
        return Err(not_read(text, YEAR_LENGTH));
    }
    let mut parts = read_year(text, year, date.starts_with('-'))?;
    let month = match (month, day) {
        (None, _) | (Some("XX"), None | Some("XX")) => return Ok(parts),
        (Some(month), _) => month,
    };
    let hidden = month.contains('X') || day.is_some_and(|day| day != "XX" && day.contains('X'));
    if hidden || parts.precision > Precision::Year {
        return Err(not_read(text, MASK));
    }
    let month = two_digits(month).ok_or_else(|| not_a_date(text))?;
    if day.is_none() && months_of(month).is_some() {
        parts.season = Some(month);
        parts.precision = if month < 33 { Precision::Season } else { Precision::Quarter };
        return Ok(parts);
    }
    let days = days_in_month(parts.year, month);
    if days == 0 {
        return Err(WhenError::NoSuchMonth(month));
    }
    parts.month = Some(month);
    parts.precision = Precision::Month;
    if let Some(day) = day.filter(|day| *day != "XX") {
        let day = two_digits(day).ok_or_else(|| not_a_date(text))?;
        if !(1..=days).contains(&day) {
            let year = parts.year;
            return Err(WhenError::NoSuchDay { year, month, day });
        }
        parts.day = Some(day);
        parts.precision = Precision::Day;
    }
    Ok(parts)
}

/// Reads four digits, of which up to three at the right may be `X`.
fn read_year(text: &str, year: &str, negative: bool) -> Result<Parts, WhenError> {
    let digits = year.trim_end_matches('X');
    let hidden = year.len() - digits.len();
    if hidden == 4 && digits.is_empty() {
        return Err(not_read(text, NO_YEAR));
    }
    let spoiled = digits.find(['E', 'S']);
    if spoiled.is_some_and(|at| is_digits(&digits[..at]) && is_digits(&digits[at + 1..])) {
        return Err(not_read(text, EXPONENT));
    }
    if year.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X') {
        if digits.contains('X') {
            return Err(not_read(text, MASK));
        }
    } else {
        return Err(not_a_date(text));
    }
    let (precision, years) = match hidden {
        0 => (Precision::Year, 1),
        1 => (Precision::Decade, 10),
        2 => (Precision::Century, 100),
        _ => (Precision::Longer, 1_000),
    };
    let lowest = digits.parse::<i64>().map_err(|_| not_a_date(text))? * years;
    if negative && hidden == 0 && lowest == 0 {
        return Err(not_read(text, NO_MINUS_ZERO));
    }
    // Before year 0 the hidden digits count backwards: -019X begins in -199.
    let first = if negative { -(lowest + years - 1) } else { lowest };
    Ok(Parts::years(first, precision))
}
