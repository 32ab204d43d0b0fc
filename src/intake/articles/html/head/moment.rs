//! Points in time as machines write them: ISO 8601 in its many hands, mail headers, seconds since 1970.

use chrono::{DateTime, NaiveDate};

use crate::model::When;

/// Years in which an article can have been published.
const YEARS: std::ops::RangeInclusive<i32> = 1700..=2100;

/// A day, or a time of day with its offset; `None` where the text is neither.
pub(in super::super) fn read(text: &str) -> Option<When> {
    let text = text.trim();
    iso(text)
        .or_else(|| seconds(text))
        .or_else(|| mail(text))
        .or_else(|| super::dateline::in_text(text, true))
}

/// A day, where it is one of the calendar and of a time with articles.
pub(super) fn day(year: i32, month: u32, day: u32) -> Option<When> {
    let date = NaiveDate::from_ymd_opt(year, month, day).filter(|_| YEARS.contains(&year))?;
    // What a system writes that knows no date.
    if date == NaiveDate::from_ymd_opt(1970, 1, 1)? {
        return None;
    }
    When::parse(&date.format("%Y-%m-%d").to_string()).ok()
}

/// `2024-04-30`, `2024-04-30 16:17:29 +02:00`, `2024-04-30T16:17:29.000Z`, `20240430`, `2024/04/30`.
fn iso(text: &str) -> Option<When> {
    let digits = |range: std::ops::Range<usize>| {
        text.get(range).filter(|part| part.bytes().all(|b| b.is_ascii_digit()))
    };
    let (year, month, date, rest) = if let Some(compact) = digits(0..8) {
        (&compact[..4], &compact[4..6], &compact[6..8], text.get(8..)?)
    } else {
        let part = |text: &str, at: usize| matches!(text.as_bytes().get(at), Some(b'-' | b'/' | b'.'));
        let fits = part(text, 4) && part(text, 7);
        (digits(0..4)?, digits(5..7).filter(|_| fits)?, digits(8..10)?, text.get(10..)?)
    };
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let whole = day(year.parse().ok()?, month.parse().ok()?, date.parse().ok()?)?;
    Some(clock(rest).and_then(|clock| When::parse(&format!("{whole}T{clock}")).ok()).unwrap_or(whole))
}

/// A time of day with an offset, in EDTF's writing; a time without one says too little and is left out.
fn clock(rest: &str) -> Option<String> {
    let rest = rest.trim_start_matches(['T', 't', ' ', ',']);
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(rest.len());
    let (time, after) = rest.split_at(end);
    let fields: Vec<&str> = time.split(':').collect();
    let two = |field: &&&str| field.len() == 2;
    if fields.len() < 2 || fields.iter().filter(two).count() != fields.len() {
        return None;
    }
    let after = after
        .strip_prefix(['.', ','])
        .map_or(after, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let offset = after.trim();
    let offset = match offset {
        "Z" | "z" | "GMT" | "UTC" => "Z".to_owned(),
        _ => {
            let digits: String = offset.get(1..)?.chars().filter(char::is_ascii_digit).collect();
            let sign = offset.get(..1).filter(|sign| matches!(*sign, "+" | "-"))?;
            if digits.len() != 4 {
                return None;
            }
            format!("{sign}{}:{}", &digits[..2], &digits[2..])
        }
    };
    Some(format!("{}{offset}", fields.get(..3).unwrap_or(&fields).join(":")))
}

/// Seconds or milliseconds since 1970.
fn seconds(text: &str) -> Option<When> {
    let number: i64 = text.parse().ok().filter(|_| matches!(text.len(), 9..=10 | 12..=13))?;
    let seconds = if text.len() > 11 { number / 1000 } else { number };
    let moment = DateTime::from_timestamp(seconds, 0)?;
    When::parse(&moment.format("%Y-%m-%dT%H:%M:%SZ").to_string()).ok()
}

/// `Tue, 19 Nov 2019 12:05:31 +0000`.
fn mail(text: &str) -> Option<When> {
    let moment = DateTime::parse_from_rfc2822(text).ok()?;
    When::parse(&moment.format("%Y-%m-%dT%H:%M:%S%:z").to_string()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(read(text).map(|when| when.to_string()).unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn machines_times_are_read_as_they_are_written() {
        check("2024-04-30 16:17:29 +02:00", "2024-04-30T16:17:29+02:00");
        check("2025-01-05T03:56:38+0100", "2025-01-05T03:56:38+01:00");
        check("2026-01-07T17:34:29.712Z", "2026-01-07T17:34:29Z");
        check("2024-09-16T21:33+0100", "2024-09-16T21:33+01:00");
        check("2024-09-16 18:41", "2024-09-16");
        check("20240916", "2024-09-16");
        check("Tue, 19 Nov 2019 12:05:31 +0000", "2019-11-19T12:05:31+00:00");
        check("1714486649", "2024-04-30T14:17:29Z");
        check("16 September 2024", "2024-09-16");
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for text in
            ["", "0000-00-00", "1970-01-01T00:00:00Z", "2024-13-01", "2024", "soon", "12345678901234567890"]
        {
            check(text, "");
        }
    }
}
