//! A calendar date of EDTF, or a year of more than four digits, into its parts.
//!
//! What the calendar lacks is an error here; marks of doubt and times of day are `read`'s.

use super::super::stamp::days_in_month;
use super::bounds::months_of;
use super::clock::two_digits;
use super::error::{Advice, WhenError};
use super::point::{Parts, Precision};

const EXPONENT: Advice = (
    "when-not-exponents",
    "exponents and significant digits are not read; write the year out, like Y170000002, or 19XX",
);
const MASK: Advice =
    ("when-not-that-x", "X stands only at the right: 201X, 20XX, 2022-XX, 2022-04-XX or 2022-XX-XX");
const NO_YEAR: Advice =
    ("when-not-without-year", "a date needs its year; where nothing is known, leave it empty");
const YEAR_LENGTH: Advice = (
    "when-not-that-year",
    "a year has four digits, like 0070; decades and centuries are 197X and 19XX, years beyond 9999 are Y12345",
);
const SHORT_Y: Advice =
    ("when-not-short-y", "Y is for years beyond 9999; write four digits, like 0070 or -0753");
const LONG_DAY: Advice = ("when-not-long-day", "years with Y have no months or days");
const NO_MINUS_ZERO: Advice = ("when-not-minus-zero", "there is no year -0000; the year before 0001 is 0000");
const SEASON_DAY: Advice =
    ("when-not-season-day", "seasons and quarters have no days; write 2022-21 or 2022-33");

/// Reads year, year and month or season, or year, month and day.
pub(super) fn read_calendar_date(text: &str, date: &str) -> Result<Parts, WhenError> {
    let mut fields = date.strip_prefix('-').unwrap_or(date).splitn(3, '-');
    let year = fields.next().unwrap_or_default();
    let (month, day) = (fields.next(), fields.next());
    if month.is_none() && is_digits(year) && year.len() != 4 {
        return Err(WhenError::not_read(text, YEAR_LENGTH));
    }
    let mut parts = read_year(text, year, date.starts_with('-'))?;
    let month = match (month, day) {
        (None, _) | (Some("XX"), None | Some("XX")) => return Ok(parts),
        (Some(month), _) => month,
    };
    let hidden = month.contains('X') || day.is_some_and(|day| day != "XX" && day.contains('X'));
    if hidden || parts.precision > Precision::Year {
        return Err(WhenError::not_read(text, MASK));
    }
    let month = two_digits(month).ok_or_else(|| WhenError::not_a_date(text))?;
    if months_of(month).is_some() {
        if day.is_some() {
            return Err(WhenError::not_read(text, SEASON_DAY));
        }
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
        let day = two_digits(day).ok_or_else(|| WhenError::not_a_date(text))?;
        if !(1..=days).contains(&day) {
            let year = parts.year;
            return Err(WhenError::NoSuchDay { year, month, day });
        }
        parts.day = Some(day);
        parts.precision = Precision::Day;
    }
    Ok(parts)
}

/// Reads what follows the `Y` of a year of more than four digits.
pub(super) fn read_long_year(text: &str, year: &str) -> Result<Parts, WhenError> {
    let digits = year.strip_prefix('-').unwrap_or(year);
    if digits.contains(['E', 'S']) {
        return Err(WhenError::not_read(text, EXPONENT));
    }
    if digits.contains('-') {
        return Err(WhenError::not_read(text, LONG_DAY));
    }
    if !is_digits(digits) {
        return Err(WhenError::not_a_date(text));
    }
    if digits.len() < 5 || digits.starts_with('0') {
        return Err(WhenError::not_read(text, SHORT_Y));
    }
    // More digits than i64 holds lie beyond the axis all the same.
    let number: i64 = digits.parse().unwrap_or(i64::MAX);
    let year = if year.starts_with('-') { -number } else { number };
    Ok(Parts::years(year, Precision::Year))
}

/// Reads four digits, of which up to three at the right may be `X`.
fn read_year(text: &str, year: &str, negative: bool) -> Result<Parts, WhenError> {
    if year.split_once('S').is_some_and(|(year, kept)| is_digits(year) && is_digits(kept)) {
        return Err(WhenError::not_read(text, EXPONENT));
    }
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X') {
        return Err(WhenError::not_a_date(text));
    }
    let digits = year.trim_end_matches('X');
    if digits.is_empty() {
        return Err(WhenError::not_read(text, NO_YEAR));
    }
    if digits.contains('X') {
        return Err(WhenError::not_read(text, MASK));
    }
    let hidden = year.len() - digits.len();
    let (precision, years) = match hidden {
        0 => (Precision::Year, 1),
        1 => (Precision::Decade, 10),
        2 => (Precision::Century, 100),
        _ => (Precision::Longer, 1_000),
    };
    let lowest = digits.parse::<i64>().map_err(|_| WhenError::not_a_date(text))? * years;
    if negative && hidden == 0 && lowest == 0 {
        return Err(WhenError::not_read(text, NO_MINUS_ZERO));
    }
    // Before year 0 the hidden digits count backwards: -019X begins in -199.
    let first = if negative { -(lowest + years - 1) } else { lowest };
    Ok(Parts::years(first, precision))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::read::read_date;
    use super::*;

    #[test]
    fn level_two_is_refused_with_what_to_write_in_its_place() {
        for (texts, instead) in [
            (&["Y17E7", "Y-17E7", "Y17101E4S3", "1950S2", "Y17E7-12-26"][..], EXPONENT),
            (&["1X99", "156X-12-25", "1560-XX-25", "1984-1X", "1984-04-1X", "20XX-41"], MASK),
            (&["XXXX", "XXXX-XX-XX", "XXXX-12-25", "-XXXX"], NO_YEAR),
            (&["19", "197", "12345", "-04", "20220405"], YEAR_LENGTH),
            (&["Y2022", "Y00001", "Y-9999", "Y0123456"], SHORT_Y),
            (&["Y170000-02", "Y170000-02-03"], LONG_DAY),
            (&["-0000", "-0000-01-01", "-0000?"], NO_MINUS_ZERO),
            (&["2021-21-05", "1849-21-XX", "2021-36-01"], SEASON_DAY),
        ] {
            for text in texts {
                assert_eq!(read_date(text), Err(WhenError::not_read(text, instead)));
            }
        }
    }

    #[test]
    fn days_and_months_that_do_not_exist_are_named() {
        for (text, sentence) in [
            ("2016-02-30", "30 February 2016 does not exist"),
            ("2022-02-29", "29 February 2022 does not exist"),
            ("1900-02-29", "29 February 1900 does not exist"),
            ("-0001-02-29~", "29 February -0001 does not exist"),
            ("2022-04-31T10:00", "31 April 2022 does not exist"),
            ("2016-05-32", "day 32 does not exist"),
            ("2016-05-00", "day 00 does not exist"),
            ("2021-13", "month 13 does not exist"),
            ("2021-00", "month 00 does not exist"),
            ("2021-42", "month 42 does not exist"),
            ("2021-13-XX", "month 13 does not exist"),
        ] {
            assert_eq!(read_date(text).unwrap_err().to_string(), sentence, "{text}");
        }
    }
}
