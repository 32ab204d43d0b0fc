//! The time of day after the `T`, with its offset from UTC: `14:30`, `14:30:00Z`, `14:30+02:00`.

use super::error::{Advice, WhenError};

/// Offsets in use, in seconds: Baker Island's to Kiritimati's.
const OFFSETS: std::ops::RangeInclusive<i64> = -12 * 3_600..=14 * 3_600;

/// A time of day; 24:00 is the midnight that ends it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// 0 to 24.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59, where given.
    pub second: Option<u8>,
    /// Seconds ahead of UTC, where given.
    pub offset: Option<i64>,
}

const PARTS_OF_SECOND: Advice =
    ("when-not-parts-of-second", "parts of a second are not kept; write 11:46:42");
const HOUR_ALONE: Advice = ("when-not-hour-alone", "a time has hours and minutes; write T14:00");
const NO_COLON: Advice = ("when-not-without-colon", "an offset has a colon; write +02:30");

/// Reads what follows the `T` of `text`.
pub(super) fn read_clock(text: &str, clock: &str) -> Result<Clock, WhenError> {
    let refuse = |instead| Err(WhenError::not_read(text, instead));
    let not_a_date = || WhenError::not_a_date(text);
    let (time, offset) = if let Some(time) = clock.strip_suffix('Z') {
        (time, Some(0))
    } else if let Some(at) = clock.find(['+', '-']) {
        let (time, offset) = clock.split_at(at);
        (time, Some(read_offset(text, offset)?))
    } else {
        (clock, None)
    };
    if time.contains(['.', ',']) {
        return refuse(PARTS_OF_SECOND);
    }
    let mut fields = time.split(':').map(two_digits);
    let hour = fields.next().flatten().ok_or_else(not_a_date)?;
    let Some(minute) = fields.next() else {
        return refuse(HOUR_ALONE);
    };
    let minute = minute.ok_or_else(not_a_date)?;
    let second = match fields.next() {
        Some(second) => Some(second.ok_or_else(not_a_date)?),
        None => None,
    };
    if fields.next().is_some() {
        return Err(not_a_date());
    }
    let ends_the_day = hour == 24 && minute == 0 && second.unwrap_or(0) == 0;
    if (hour > 23 && !ends_the_day) || minute > 59 || second > Some(59) {
        return Err(WhenError::NoSuchTime(time.to_owned()));
    }
    Ok(Clock { hour, minute, second, offset })
}

/// Reads `+02` or `-02:30` into seconds.
fn read_offset(text: &str, offset: &str) -> Result<i64, WhenError> {
    let (sign, digits) = offset.split_at(1);
    if digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(WhenError::not_read(text, NO_COLON));
    }
    let (hours, minutes) = digits.split_once(':').unwrap_or((digits, "00"));
    let (Some(hours), Some(minutes)) = (two_digits(hours), two_digits(minutes)) else {
        return Err(WhenError::not_a_date(text));
    };
    let ahead = i64::from(hours) * 3_600 + i64::from(minutes) * 60;
    let behind = sign == "-";
    let seconds = if behind { -ahead } else { ahead };
    // ISO 8601 has no -00:00, which in e-mail means "offset unknown".
    if minutes > 59 || !OFFSETS.contains(&seconds) || (behind && ahead == 0) {
        return Err(WhenError::NoSuchOffset(offset.to_owned()));
    }
    Ok(seconds)
}

/// Reads exactly two digits.
pub(super) fn two_digits(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Some((tens - b'0') * 10 + (ones - b'0')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_with_and_without_seconds_and_offset() {
        for (text, hour, minute, second, offset) in [
            ("14:30", 14, 30, None, None),
            ("00:00:00", 0, 0, Some(0), None),
            ("23:59:59Z", 23, 59, Some(59), Some(0)),
            ("14:30Z", 14, 30, None, Some(0)),
            ("14:30+02:00", 14, 30, None, Some(7_200)),
            ("14:30:00-09:30", 14, 30, Some(0), Some(-34_200)),
            ("14:30+14", 14, 30, None, Some(50_400)),
            ("14:30+00:00", 14, 30, None, Some(0)),
            ("24:00", 24, 0, None, None),
            ("24:00:00Z", 24, 0, Some(0), Some(0)),
        ] {
            let clock = Clock { hour, minute, second, offset };
            assert_eq!(read_clock(text, text), Ok(clock), "{text}");
        }
    }

    #[test]
    fn times_that_no_clock_shows_are_refused_by_name() {
        for text in ["24:01", "24:00:01", "25:00", "00:60", "00:61:00", "23:59:60", "99:99:99"] {
            let wanted = format!("the time {text} does not exist");
            assert_eq!(read_clock(text, text).unwrap_err().to_string(), wanted);
        }
        for offset in ["+14:01", "+15", "-12:01", "-13", "+01:60", "-00", "-00:00"] {
            let error = read_clock("x", &format!("12:00{offset}")).unwrap_err();
            assert_eq!(error, WhenError::NoSuchOffset(offset.to_owned()));
        }
    }

    #[test]
    fn near_misses_are_told_what_to_write() {
        for (text, hint) in [
            ("11:46:42.123Z", "write 11:46:42"),
            ("14", "write T14:00"),
            ("14Z", "write T14:00"),
            ("14:30+0230", "write +02:30"),
            ("1430", "not a date"),
            ("14:3", "not a date"),
            ("14:30:", "not a date"),
            ("14:30:00:00", "not a date"),
            ("14:30+", "not a date"),
            ("14:30+2", "not a date"),
            ("14:30ZZ", "not a date"),
            ("", "not a date"),
        ] {
            let message = read_clock(text, text).unwrap_err().to_string();
            assert!(message.contains(hint), "{text}: {message}");
        }
    }
}
