//! Dates in the forms that people write into tables: "5 April 2022", "05.04.2022", "April 2022 – May 2023".
//!
//! EDTF comes first and is kept verbatim. What stays doubtful is said, never guessed: `12/04/2022` alone has two
//! readings, and only the whole column can decide between them. Dates in prose are not found here.

mod clock;
mod numeric;
mod order;
mod words;

pub(super) use order::{Order, Poll};

use std::borrow::Cow;

use crate::model::{Sentence, When};

/// What a cell says about time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reading {
    /// Nothing, or that nothing is known.
    Empty,
    When {
        when: When,
        /// "Between … and …": once, somewhere inside.
        within: bool,
    },
    /// Two days that it can mean.
    Ambiguous(When, When),
    /// Why it is no date.
    Unreadable(Sentence),
}

/// Words for "nothing is known".
const NOTHING: [&str; 13] =
    ["unknown", "undated", "n/a", "na", "n.d.", "nd", "none", "null", "-", "–", "—", "?", "tbd"];

/// Words for an end that has not come.
const STILL: [&str; 8] = ["..", "ongoing", "present", "now", "today", "continuing", "heute", "н.в."];

/// Between two ends of an interval.
const BETWEEN: [&str; 8] = [" to ", " until ", " till ", " – ", " — ", " - ", " bis ", " and "];

/// Before a date that is about right.
const ABOUT: [&str; 10] =
    ["about ", "around ", "circa ", "ca. ", "ca ", "c. ", "approximately ", "approx. ", "approx ", "etwa "];

/// The longest text that is looked at for the forms that people write, in bytes; no date is longer.
const LONGEST: usize = 120;

/// Reads a cell, where the column has decided about the order of day and month.
pub(super) fn read(cell: &str, order: Option<Order>) -> Reading {
    let text = tidy(cell);
    let lower = text.to_lowercase();
    if text.is_empty() || NOTHING.contains(&lower.as_str()) {
        return Reading::Empty;
    }
    let refused = match When::parse(&text) {
        Ok(when) => return Reading::When { when, within: false },
        Err(error) => error.sentence(),
    };
    if lower.len() > LONGEST {
        return Reading::Unreadable(refused);
    }
    let written = match read_marked(&lower, order) {
        Err(Doubt::NoDate) => read_interval(&lower, order),
        known => known,
    };
    match written {
        Ok((edtf, within)) => whole(&edtf, within),
        Err(Doubt::Two(one, other)) => match (When::parse(&one), When::parse(&other)) {
            (Ok(one), Ok(other)) => Reading::Ambiguous(one, other),
            _ => Reading::Unreadable(refused),
        },
        Err(Doubt::DayNumber) => Reading::Unreadable(Sentence::new("row-day-number").text("text", text)),
        Err(Doubt::NoDate) => Reading::Unreadable(refused),
    }
}

/// A date as somebody types it: EDTF, or one of the forms that people write into tables; empty is none.
///
/// # Errors
/// Says why it is no date, or which two days it can be.
pub fn typed_date(text: &str) -> Result<Option<When>, Sentence> {
    match read(text, None) {
        Reading::When { when, .. } => Ok(Some(when)),
        Reading::Ambiguous(one, other) => Err(two("typed-two-dates", text.trim(), &one, &other)),
        Reading::Unreadable(why) => Err(why),
        Reading::Empty => Ok(None),
    }
}

/// A date in EDTF: what it says does not hang on the order that a column has.
pub(super) fn read_edtf(cell: &str) -> Option<When> {
    When::parse(&tidy(cell)).ok()
}

/// A note on a cell that can be two days.
pub(super) fn two(key: &'static str, cell: &str, one: &When, other: &When) -> Sentence {
    Sentence::new(key).text("text", cell).text("one", one.as_str()).text("other", other.as_str())
}

/// Whether a cell says that something still goes on.
pub(super) fn goes_on(cell: &str) -> bool {
    STILL.contains(&tidy(cell).to_lowercase().as_str())
}

/// Why a text is no one date.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Doubt {
    NoDate,
    /// Two days in EDTF.
    Two(String, String),
    /// Digits that a spreadsheet counts days with.
    DayNumber,
}

fn whole(edtf: &str, within: bool) -> Reading {
    match When::parse(edtf) {
        Ok(when) => Reading::When { within: within && when.is_interval(), when },
        Err(error) => Reading::Unreadable(error.sentence()),
    }
}

/// Blanks of all kinds into one plain blank each, hyphens of all kinds into `-`.
fn tidy(cell: &str) -> Cow<'_, str> {
    if cell.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Cow::Borrowed(cell);
    }
    let plain = cell.replace(['\u{2010}', '\u{2011}', '\u{2012}', '\u{2212}'], "-");
    Cow::Owned(plain.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A date with its marks of doubt: "about", a question mark.
fn read_marked(text: &str, order: Option<Order>) -> Result<(String, bool), Doubt> {
    let (text, perhaps) = match text.strip_suffix('?').or_else(|| text.strip_suffix("(?)")) {
        Some(rest) => (rest.trim_end(), true),
        None => (text, false),
    };
    let said = ABOUT.iter().find_map(|word| text.strip_prefix(word));
    let marked = said.or_else(|| text.strip_prefix('~')).or_else(|| text.strip_suffix('~'));
    let about = marked.is_some();
    let edtf = point(marked.unwrap_or(text).trim(), order)?;
    let mark = match (about, perhaps) {
        (true, true) => "%",
        (true, false) => "~",
        (false, true) => "?",
        (false, false) => "",
    };
    let bare = edtf.trim_end_matches(['~', '?', '%']);
    Ok((if mark.is_empty() { edtf } else { format!("{bare}{mark}") }, false))
}

/// One date without marks, in EDTF; already valid where it was EDTF before.
fn point(text: &str, order: Option<Order>) -> Result<String, Doubt> {
    let upper = text.to_uppercase();
    if When::parse(&upper).is_ok_and(|when| !when.is_interval()) {
        return Ok(upper);
    }
    let (date, clock) = clock::split(text);
    let day = match numeric::read(date, order) {
        Err(Doubt::NoDate) => words::read(date).ok_or(Doubt::NoDate),
        known => known,
    };
    let timed = |day: String| match &clock {
        Some(clock) if day.len() == "2022-04-05".len() => format!("{day}{clock}"),
        _ => day,
    };
    match day {
        Ok(day) => Ok(timed(day)),
        Err(Doubt::Two(one, other)) => Err(Doubt::Two(timed(one), timed(other))),
        Err(doubt) => Err(doubt),
    }
}

/// "… to …", "between … and …", "since …", "until …", "2022-2023", "5–7 April 2022".
fn read_interval(text: &str, order: Option<Order>) -> Result<(String, bool), Doubt> {
    for (word, open) in
        [("since ", true), ("from ", true), ("seit ", true), ("until ", false), ("before ", false)]
    {
        let Some(rest) = text.strip_prefix(word) else { continue };
        if let Ok((date, _)) = read_marked(rest, order) {
            return Ok((if open { format!("{date}/..") } else { format!("/{date}") }, false));
        }
    }
    let (text, within) = match text.strip_prefix("between ") {
        Some(rest) => (rest, true),
        None => (text.strip_prefix("from ").unwrap_or(text), false),
    };
    let mut doubt = Doubt::NoDate;
    let splits =
        BETWEEN.iter().filter_map(|word| text.split_once(word)).chain(["–", "—", "-", "/"].iter().flat_map(
            |mark| text.match_indices(mark).map(|(at, _)| (&text[..at], &text[at + mark.len()..])),
        ));
    for (first, last) in splits {
        match both(first.trim(), last.trim(), order) {
            Ok(edtf) => return Ok((edtf, within)),
            Err(Doubt::NoDate) => {}
            Err(other) => doubt = other,
        }
    }
    Err(if doubt == Doubt::NoDate { digits_alone(text) } else { doubt })
}

fn digits_alone(text: &str) -> Doubt {
    let whole = text.split('.').next().unwrap_or(text);
    let digits = whole.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if digits { Doubt::DayNumber } else { Doubt::NoDate }
}

/// The two ends of an interval; what one leaves out (year, month) it has from the other.
fn both(first: &str, last: &str, order: Option<Order>) -> Result<String, Doubt> {
    if goes_on(last) {
        return Ok(format!("{}/..", read_marked(first, order)?.0));
    }
    let year = words::year_in(last);
    let month = words::month_in(last);
    let mut tries = vec![(first.to_owned(), last.to_owned())];
    if let Some(year) = year {
        tries.push((format!("{first} {year}"), last.to_owned()));
        if let Some(month) = month {
            tries.push((format!("{first} {month} {year}"), last.to_owned()));
        } else if let Some(month) = words::month_in(first) {
            tries.push((format!("{first} {year}"), format!("{month} {last}")));
        }
    }
    tries.iter().find_map(|(first, last)| joined(first, last, order)).unwrap_or(Err(Doubt::NoDate))
}

/// One interval out of two dates; where an end has two readings, those that do not end before they start.
fn joined(first: &str, last: &str, order: Option<Order>) -> Option<Result<String, Doubt>> {
    let (first, last) = (readings(first, order)?, readings(last, order)?);
    let paired = first.len().max(last.len());
    let at = |ends: &[String], at: usize| ends[at.min(ends.len() - 1)].clone();
    let mut whole: Vec<String> = (0..paired).map(|n| format!("{}/{}", at(&first, n), at(&last, n))).collect();
    whole.retain(|edtf| When::parse(edtf).is_ok());
    match whole.len() {
        0 => None,
        1 => whole.pop().map(Ok),
        _ => Some(Err(Doubt::Two(whole.remove(0), whole.remove(0)))),
    }
}

/// The one or two days that a text can mean, day first.
fn readings(text: &str, order: Option<Order>) -> Option<Vec<String>> {
    match read_marked(text, order) {
        Ok((edtf, _)) => Some(vec![edtf]),
        Err(Doubt::Two(one, other)) => Some(vec![one, other]),
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BareWords;

    fn check(cell: &str, expected: &str) {
        let reading = read(cell, None);
        let said = match &reading {
            Reading::Empty => "nothing".to_owned(),
            Reading::When { when, within: true } => format!("within {when}"),
            Reading::When { when, .. } => when.to_string(),
            Reading::Ambiguous(one, other) => format!("{one} or {other}"),
            Reading::Unreadable(reason) => format!("no: {}", reason.spoken(&BareWords)),
        };
        assert_eq!(said, expected, "{cell:?}");
    }

    #[test]
    fn what_is_typed_is_a_date_or_says_why_not() {
        let typed = |text| match typed_date(text) {
            Ok(when) => when.map_or("none".to_owned(), |when| when.to_string()),
            Err(why) => why.spoken(&BareWords),
        };
        assert_eq!([" ", "?"].map(typed), ["none", "none"]);
        assert_eq!(["2022-04~", " 2022-04-05"].map(typed), ["2022-04~", "2022-04-05"]);
        assert_eq!(["5 April 2022", "about May 2023"].map(typed), ["2022-04-05", "2023-05~"]);
        assert_eq!(["since March 2022", "5.4.2022"].map(typed), ["2022-03/..", "2022-04-05"]);
        assert_eq!(typed("4/5/2022"), "typed-two-dates 4/5/2022 2022-05-04 2022-04-05");
        assert!(typed("31 February 2023").starts_with("when-"), "{}", typed("31 February 2023"));
        assert!(typed("soon").starts_with("when-not-a-date"), "{}", typed("soon"));
    }

    #[test]
    fn edtf_is_kept_verbatim() {
        for edtf in
            ["2022-04-05", "2022-04~", "2022", "2022-03-29/2022-04-07", "/2024-12-06", "2024-11/..", "199X"]
        {
            check(edtf, edtf);
        }
        check("2022-04-05T14:30+02:00", "2022-04-05T14:30+02:00");
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for cell in [
            "5 April 2022",
            "Apr 5, 2022",
            "2022/04/05",
            "05.04.2022",
            "5. 4. 2022",
            "April 5th, 2022",
            "5-Apr-2022",
            "Tuesday, 5 April 2022",
            "5 апреля 2022 г.",
            "5 квітня 2022",
            "5. April 2022",
            "5 avril 2022",
            "20220405",
            "2022 April 5",
            "2022-04-05 00:00:00",
            "2022-04-05 00:00:00.000",
            "2022.04.05",
            "2022-4-5",
            "05.04.22",
        ] {
            check(cell, "2022-04-05");
        }
    }

    #[test]
    fn months_years_and_seasons_stay_as_coarse_as_they_are() {
        check("April 2022", "2022-04");
        check("04/2022", "2022-04");
        check("early April 2022", "2022-04");
        check("spring 2022", "2022-21");
        check("Q2 2022", "2022-34");
        check("the 1990s", "199X");
        check("about April 2022", "2022-04~");
        check("~2022-04", "2022-04~");
        check("c. 2019?", "2019%");
        check("2022-04-05?", "2022-04-05?");
    }

    #[test]
    fn intervals_share_what_one_end_leaves_out() {
        check("5–7 April 2022", "2022-04-05/2022-04-07");
        check("5 April - 7 May 2022", "2022-04-05/2022-05-07");
        check("April 5-7, 2022", "2022-04-05/2022-04-07");
        check("2022-04-05 to 2022-04-07", "2022-04-05/2022-04-07");
        check("2022-2023", "2022/2023");
        check("April–June 2022", "2022-04/2022-06");
        check("between 3 and 5 March 2022", "within 2022-03-03/2022-03-05");
        check("since April 2022", "2022-04/..");
        check("2021 - present", "2021/..");
        check("05.04.2022-07.04.2022", "2022-04-05/2022-04-07");
    }

    #[test]
    fn times_of_day_are_kept() {
        check("2022-04-05 14:30", "2022-04-05T14:30");
        check("4/25/2022 2:30 PM", "2022-04-25T14:30");
        check("05.04.2022 09:15:30", "2022-04-05T09:15:30");
        check("2022-04-05T14:30:00.000Z", "2022-04-05T14:30:00Z");
        check("5 April 2022, 14:30 UTC", "2022-04-05T14:30Z");
        check("2022-04-05 14:30 +0200", "2022-04-05T14:30+02:00");
    }

    #[test]
    fn an_undecided_day_has_two_readings_and_a_wrong_one_has_none() {
        check("12/04/2022", "2022-04-12 or 2022-12-04");
        check("04/04/2022", "2022-04-04");
        check("13/04/2022", "2022-04-13");
        check("01/02/2022 - 03/04/2022", "2022-02-01/2022-04-03 or 2022-01-02/2022-03-04");
        check("12/04/2022 - 15/04/2022", "2022-04-12/2022-04-15");
        check("2022-02-30", "no: when-no-day 30 month-of-2 2022");
        check("30 February 2022", "no: when-no-day 30 month-of-2 2022");
        check("unknown", "nothing");
        check("", "nothing");
    }

    #[test]
    fn a_spreadsheets_day_number_is_no_date() {
        check("44656", "no: row-day-number 44656");
        assert!(matches!(read("last spring or so", None), Reading::Unreadable(_)));
    }
}
