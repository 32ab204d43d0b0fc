//! Holidays: their rules as lexicons write them, and their days in a year.

use super::calendar;
use super::sense::Feast;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Reads a rule: `12-25`, `2001-09-11`, `easter`, `easter-2`, `eastern easter+49`, `nov thu 4`, `may mon -1`.
pub(super) fn read(rule: &str) -> Option<Feast> {
    if let Some(days) = rule.strip_prefix("eastern easter") {
        return days_after(days).map(Feast::EasternEaster);
    }
    if let Some(days) = rule.strip_prefix("easter") {
        return days_after(days).map(Feast::Easter);
    }
    let words: Vec<&str> = rule.split(' ').collect();
    if let [month, weekday, n] = words[..] {
        let month = MONTHS.iter().position(|name| *name == month)? + 1;
        let weekday = WEEKDAYS.iter().position(|name| *name == weekday)?;
        let n = n.parse().ok().filter(|n| (-1..=5).contains(n) && *n != 0)?;
        return Some(Feast::Nth(n, u8::try_from(weekday).ok()?, u8::try_from(month).ok()?));
    }
    let numbers: Vec<&str> = rule.split('-').collect();
    match numbers[..] {
        [month, day] => {
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            calendar::day(2000, month, day).map(|_| Feast::Fixed(month, day))
        }
        [year, month, day] => {
            let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
            calendar::day(year, month, day).map(|_| Feast::Once(year, month, day))
        }
        _ => None,
    }
}

fn days_after(text: &str) -> Option<i64> {
    if text.is_empty() { Some(0) } else { text.parse().ok() }
}

/// The number of a holiday's day in a year.
pub(super) fn day_in(feast: Feast, year: i64) -> Option<i64> {
    match feast {
        Feast::Fixed(month, day) => calendar::day(year, month, day),
        Feast::Once(year, month, day) => calendar::day(year, month, day),
        Feast::Easter(days) => Some(easter(year)? + days),
        Feast::EasternEaster(days) => Some(eastern_easter(year)? + days),
        Feast::Nth(n, weekday, month) => {
            let first = calendar::day(year, month, 1)?;
            let to_weekday = (i64::from(weekday) - calendar::weekday(first)).rem_euclid(7);
            if n > 0 {
                return Some(first + to_weekday + (n - 1) * 7);
            }
            let last = calendar::month_end(year, month)?;
            Some(last - (calendar::weekday(last) - i64::from(weekday)).rem_euclid(7))
        }
    }
}

/// Easter Sunday by the Gregorian reckoning (the algorithm of Meeus, Jones and Butcher).
fn easter(year: i64) -> Option<i64> {
    let (golden, century) = (year.rem_euclid(19), year.div_euclid(100));
    let correction = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15).rem_euclid(30);
    let moon = correction
        - (correction / 28) * (1 - (correction / 28) * (29 / (correction + 1)) * ((21 - golden) / 11));
    let sunday = (year + year / 4 + moon + 2 - century + century / 4).rem_euclid(7);
    let offset = moon - sunday;
    let month = 3 + (offset + 40) / 44;
    let day = offset + 28 - 31 * (month / 4);
    calendar::day(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Easter Sunday by the Julian reckoning, as a Gregorian day (the algorithm of Meeus).
fn eastern_easter(year: i64) -> Option<i64> {
    let moon = (19 * year.rem_euclid(19) + 15).rem_euclid(30);
    let sunday = (2 * year.rem_euclid(4) + 4 * year.rem_euclid(7) - moon + 34).rem_euclid(7);
    let month = (moon + sunday + 114) / 31;
    let day = (moon + sunday + 114) % 31 + 1;
    let julian = calendar::day(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    Some(julian + year.div_euclid(100) - year.div_euclid(400) - 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_on_its_known_days() {
        for (year, western, eastern) in [
            (2018, (4, 1), (4, 8)),
            (2019, (4, 21), (4, 28)),
            (2022, (4, 17), (4, 24)),
            (2024, (3, 31), (5, 5)),
            (2025, (4, 20), (4, 20)),
            (2038, (4, 25), (4, 25)),
        ] {
            assert_eq!(easter(year), calendar::day(year, western.0, western.1), "{year}");
            assert_eq!(eastern_easter(year), calendar::day(year, eastern.0, eastern.1), "{year}");
        }
    }

    #[test]
    fn rules_are_read_and_reckoned() {
        for (rule, year, day) in [
            ("12-25", 2023, (12, 25)),
            ("easter-2", 2022, (4, 15)),
            ("eastern easter", 2024, (5, 5)),
            ("nov thu 4", 2023, (11, 23)),
            ("may mon -1", 2022, (5, 30)),
        ] {
            let feast = read(rule).unwrap();
            assert_eq!(day_in(feast, year), calendar::day(year, day.0, day.1), "{rule}");
        }
        for rule in ["", "02-30", "easter?", "nov thu 9", "nov", "2022-13-01", "x y z"] {
            assert_eq!(read(rule), None, "{rule}");
        }
    }
}
