//! `WhenError`: why a text is not a date, said to the reporter who typed it.

use std::error::Error;
use std::fmt;

use crate::model::Sentence;

/// Characters of a refused text that a message repeats; a pasted page should not fill it.
const SHOWN: usize = 60;

/// Month names for messages such as "30 February 2022 does not exist".
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What to write in place of what is not read: its key in `assets/words`, and the same in English.
pub(super) type Advice = (&'static str, &'static str);

/// What is wrong with a text that should be a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhenError {
    /// Nothing in it that could be read.
    NotADate(String),
    /// A date with white space in it, and the date without.
    Spaced(String, String),
    /// A month or part of a year that the calendar lacks.
    NoSuchMonth(u8),
    /// A day that its month lacks.
    NoSuchDay {
        /// The year, 0 being the year before 1.
        year: i64,
        /// The month, 1 to 12.
        month: u8,
        /// The day as given.
        day: u8,
    },
    /// A time of day that the clock lacks.
    NoSuchTime(String),
    /// An offset from UTC that is in use nowhere.
    NoSuchOffset(String),
    /// An interval that ends before it starts.
    Backwards(String),
    /// Something that EDTF may allow but we do not read, and what to write in its place.
    NotRead(String, (&'static str, &'static str)),
}

impl WhenError {
    pub(super) fn not_a_date(text: &str) -> WhenError {
        WhenError::NotADate(text.to_owned())
    }

    pub(super) fn not_read(text: &str, instead: Advice) -> WhenError {
        WhenError::NotRead(text.to_owned(), instead)
    }
}

impl WhenError {
    /// The same, to be said in the language of whoever reads it.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            WhenError::NotADate(text) => Sentence::new("when-not-a-date").quoting("text", &shortened(text)),
            WhenError::Spaced(text, bare) => {
                Sentence::new("when-spaced").quoting("text", &shortened(text)).text("bare", shortened(bare))
            }
            WhenError::NoSuchMonth(month) => {
                Sentence::new("when-no-month").text("month", format!("{month:02}"))
            }
            WhenError::NoSuchDay { year, month, day }
                if (1..=12).contains(month) && (1..=31).contains(day) =>
            {
                Sentence::new("when-no-day")
                    .text("day", day.to_string())
                    .said_of("month", Sentence::word(format!("month-of-{month}")))
                    .text("year", written(*year))
            }
            WhenError::NoSuchDay { day, .. } => {
                Sentence::new("when-no-such-day").text("day", format!("{day:02}"))
            }
            WhenError::NoSuchTime(time) => Sentence::new("when-no-time").text("time", time),
            WhenError::NoSuchOffset(offset) => Sentence::new("when-no-offset").text("offset", offset),
            WhenError::Backwards(text) => Sentence::new("when-backwards").text("text", shortened(text)),
            WhenError::NotRead(text, (key, _)) => Sentence::new("when-not-read")
                .quoting("text", &shortened(text))
                .said_of("instead", Sentence::new(key)),
        }
    }
}

impl fmt::Display for WhenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WhenError::NotADate(text) => write!(
                f,
                "not a date: {:?}; write it like 2022-04-05, 2022-04, 2022, 2022-04~ \
                 or 2022-03-29/2022-04-07",
                shortened(text)
            ),
            WhenError::Spaced(text, bare) => {
                write!(f, "white space in {:?}; write it {}", shortened(text), shortened(bare))
            }
            WhenError::NoSuchMonth(month) => write!(f, "month {month:02} does not exist"),
            WhenError::NoSuchDay { year, month, day } => write_day(f, *year, *month, *day),
            WhenError::NoSuchTime(time) => write!(f, "the time {time} does not exist"),
            WhenError::NoSuchOffset(offset) => write!(
                f,
                "the offset {offset} does not exist; they go from -12:00 to +14:00, \
                 and none is Z or +00:00"
            ),
            WhenError::Backwards(text) => write!(f, "{} ends before it starts", shortened(text)),
            WhenError::NotRead(text, (_, instead)) => write!(f, "{:?}: {instead}", shortened(text)),
        }
    }
}

impl Error for WhenError {}

/// "30 February 2022 does not exist", or "day 32 does not exist" where no month has it.
fn write_day(f: &mut fmt::Formatter<'_>, year: i64, month: u8, day: u8) -> fmt::Result {
    let name = MONTHS.get(usize::from(month).wrapping_sub(1));
    match name {
        Some(name) if (1..=31).contains(&day) => {
            write!(f, "{day} {name} {} does not exist", written(year))
        }
        _ => write!(f, "day {day:02} does not exist"),
    }
}

/// A year in at least four digits, as EDTF has it.
fn written(year: i64) -> String {
    format!("{}{:04}", if year < 0 { "-" } else { "" }, year.unsigned_abs())
}

/// The text, or its beginning and "…".
fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_page_is_quoted_by_its_beginning() {
        let message = WhenError::NotADate("ж".repeat(1_000)).to_string();
        assert!(message.starts_with("not a date: \"жжж") && message.contains("ж…\"; write"));
        assert!(message.chars().count() < 160);
    }

    #[test]
    fn a_missing_day_is_named_with_its_month_where_it_could_have_one() {
        let day = |year, month, day| WhenError::NoSuchDay { year, month, day }.to_string();
        assert_eq!(day(2022, 2, 30), "30 February 2022 does not exist");
        assert_eq!(day(-44, 4, 31), "31 April -0044 does not exist");
        assert_eq!(day(2022, 2, 32), "day 32 does not exist");
        assert_eq!(day(2022, 2, 0), "day 00 does not exist");
    }
}
