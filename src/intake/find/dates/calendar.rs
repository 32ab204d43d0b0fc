//! Days by their number since 1 January 1970, and the weeks and months that they lie in.

use crate::model::Stamp;

/// Years that prose speaks of; outside of them nothing is a date.
pub(super) const YEARS: std::ops::RangeInclusive<i64> = -9_998..=9_999;

/// The number of a day, if the calendar has it.
pub(super) fn day(year: i64, month: u8, day: u8) -> Option<i64> {
    let stamp = Stamp::from_civil(year, month, day);
    (YEARS.contains(&year) && stamp.civil() == (year, month, day)).then(|| stamp.day_number())
}

/// Year, month and day of a day's number.
pub(super) fn civil(day: i64) -> (i64, u8, u8) {
    Stamp::from_day_number(day).civil()
}

/// 0 for Monday to 6 for Sunday.
pub(super) fn weekday(day: i64) -> i64 {
    i64::from(Stamp::from_day_number(day).weekday())
}

/// The Monday of a day's week.
pub(super) fn monday(day: i64) -> i64 {
    day - weekday(day)
}

/// The last day of a month.
pub(super) fn month_end(year: i64, month: u8) -> Option<i64> {
    let next = plus_months(day(year, month, 1)?, 1)?;
    Some(next - 1)
}

/// The same day so many months later, or the last of that month where it is shorter.
pub(super) fn plus_months(number: i64, months: i64) -> Option<i64> {
    let (year, month, of_month) = civil(number);
    let count = year.checked_mul(12)?.checked_add(i64::from(month) - 1)?.checked_add(months)?;
    let (year, month) = (count.div_euclid(12), u8::try_from(count.rem_euclid(12) + 1).ok()?);
    (28..=of_month).rev().chain([of_month]).find_map(|of_month| day(year, month, of_month))
}

/// The first day of the n-th week of a year: the first is the one with its first Thursday. Negative counts from the end.
pub(super) fn week_of_span(first: i64, last: i64, n: i64) -> Option<i64> {
    // A week belongs to the stretch in which its Thursday lies.
    let first_week = monday(first + 3);
    let last_week = monday(last - 3);
    let week = if n > 0 { first_week + (n - 1) * 7 } else { last_week + (n + 1) * 7 };
    (first_week..=last_week).contains(&week).then_some(week)
}
