//! A date moved along the axis: as finely given as before, and as long.

use super::point::{Parts, Precision};
use super::value::When;
use crate::model::time::stamp::{DAY, Stamp, days_in_month};

/// By how much a date moves, in the unit that it is given in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Minutes(i64),
    Days(i64),
    Months(i64),
}

impl When {
    /// The date that lies so many seconds later: a month moves by months and stays a month, both ends of an interval
    /// move alike. A time moves by whole days, or by minutes where that is less than a day.
    ///
    /// `None` where it can't be moved so: decades and longer, masked digits, years beyond four digits.
    #[must_use]
    pub fn moved(&self, seconds: i64) -> Option<When> {
        let step = self.step(seconds)?;
        let sides = self.as_str().split('/').map(|side| match side {
            "" | ".." => Some(side.to_owned()),
            known => move_side(known, step),
        });
        let text: Option<Vec<String>> = sides.collect();
        let moved = When::parse(&text?.join("/")).ok()?;
        (moved.is_interval() == self.is_interval()).then_some(moved)
    }

    fn step(&self, seconds: i64) -> Option<Step> {
        let start = self.parts().0.or(self.parts().1)?.span_at(0).start();
        // The unit in whose middle the moved date would lie.
        let months = |size: i64| {
            let (year, month, _) = start.civil();
            let start = Stamp::from_civil(year, month, 1);
            let middle = Stamp(start.0.saturating_add(seconds).saturating_add(size * 15 * DAY)).civil();
            let from = start.civil();
            let month = |date: (i64, u8, u8)| date.0 * 12 + i64::from(date.1) - 1;
            Step::Months((month(middle) - month(from)).div_euclid(size) * size)
        };
        let days = || Step::Days((seconds + DAY / 2).div_euclid(DAY));
        Some(match self.precision() {
            Precision::Second | Precision::Minute if seconds.abs() < DAY => Step::Minutes(seconds / 60),
            Precision::Second | Precision::Minute | Precision::Day => days(),
            Precision::Month => months(1),
            Precision::Season | Precision::Quarter => months(3),
            Precision::Year => months(12),
            Precision::Decade | Precision::Century | Precision::Longer => return None,
        })
    }
}

/// One end, which is a date of its own.
fn move_side(side: &str, step: Step) -> Option<String> {
    let (plain, mark) = match side.strip_suffix(['~', '?', '%']) {
        Some(plain) => (plain, &side[plain.len()..]),
        None => (side, ""),
    };
    let digits =
        |text: &str| text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | 'T' | ':' | '+' | 'Z'));
    if !digits(plain) || plain.starts_with('-') {
        return None;
    }
    let parts = When::parse(plain).ok()?.parts().0?;
    let moved = match (step, plain.split_once('T')) {
        (Step::Minutes(minutes), Some((_, time))) => move_clock(&parts, time, minutes)?,
        (Step::Minutes(_), None) => plain.to_owned(),
        (step, Some((_, time))) => format!("{}T{time}", move_date(&parts, step)?),
        (step, None) => move_date(&parts, step)?,
    };
    Some(format!("{moved}{mark}"))
}

fn move_date(parts: &Parts, step: Step) -> Option<String> {
    let year = parts.year;
    if let Some(season) = parts.season {
        let (first, count) = match season {
            21..=24 => (21, 4),
            33..=36 => (33, 4),
            _ => return None,
        };
        let Step::Months(months) = step else { return None };
        let at = year * count + i64::from(season) - first + months / 3;
        return Some(format!("{}-{:02}", four(at.div_euclid(count))?, at.rem_euclid(count) + first));
    }
    let Some(month) = parts.month else {
        let Step::Months(months) = step else { return None };
        return four(year + months / 12);
    };
    let Some(day) = parts.day else {
        let Step::Months(months) = step else { return None };
        let at = year * 12 + i64::from(month) - 1 + months;
        return Some(format!("{}-{:02}", four(at.div_euclid(12))?, at.rem_euclid(12) + 1));
    };
    let (year, month, day) = match step {
        Step::Days(days) => Stamp::from_civil(year, month, day).plus_days(days).civil(),
        Step::Months(months) => {
            let at = year * 12 + i64::from(month) - 1 + months;
            let month = u8::try_from(at.rem_euclid(12) + 1).ok()?;
            (at.div_euclid(12), month, day.min(days_in_month(at.div_euclid(12), month)))
        }
        Step::Minutes(_) => (year, month, day),
    };
    Some(format!("{}-{month:02}-{day:02}", four(year)?))
}

/// A time with whatever follows its minutes.
fn move_clock(parts: &Parts, time: &str, minutes: i64) -> Option<String> {
    let start = Stamp::from_civil(parts.year, parts.month?, parts.day?);
    let at = start.0 / 60 + i64::from(parts.hour?) * 60 + i64::from(parts.minute?) + minutes;
    let (year, month, day) = Stamp(at * 60).civil();
    let rest = time.get(5..)?;
    let (hour, minute) = (at.rem_euclid(1_440) / 60, at.rem_euclid(60));
    Some(format!("{}-{month:02}-{day:02}T{hour:02}:{minute:02}{rest}", four(year)?))
}

fn four(year: i64) -> Option<String> {
    (0..=9_999).contains(&year).then(|| format!("{year:04}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(text: &str, days: i64) -> Option<String> {
        When::parse(text).unwrap().moved(days * DAY).map(|when| when.as_str().to_owned())
    }

    #[test]
    fn a_date_is_as_finely_given_after_the_move_as_before() {
        for (text, days, wanted) in [
            ("2022-04-05", 3, "2022-04-08"),
            ("2022-02-27", 2, "2022-03-01"),
            ("2022-04-05~", -5, "2022-03-31~"),
            ("2022-04", 40, "2022-05"),
            ("2022-04", 10, "2022-04"),
            ("2022-01?", -31, "2021-12?"),
            ("2022", 400, "2023"),
            ("2022-21", 92, "2022-22"),
            ("2022-24", 92, "2023-21"),
            ("2022-36", -92, "2022-35"),
            ("2022-04-05T23:30+02:00", 2, "2022-04-07T23:30+02:00"),
        ] {
            assert_eq!(moved(text, days).as_deref(), Some(wanted), "{text} by {days} days");
        }
    }

    #[test]
    fn an_interval_keeps_its_length_and_an_open_end_stays_open() {
        assert_eq!(moved("2022-03-29/2022-04-07", 10).as_deref(), Some("2022-04-08/2022-04-17"));
        assert_eq!(moved("2024-11/..", 61).as_deref(), Some("2025-01/.."));
        assert_eq!(moved("/2024-12-06", -6).as_deref(), Some("/2024-11-30"));
        assert_eq!(moved("2022-01-31/2022-05", 31).as_deref(), Some("2022-02-28/2022-06"));
    }

    #[test]
    fn a_time_moves_by_minutes_within_a_day() {
        let when = When::parse("2022-04-05T23:30:10Z").unwrap();
        assert_eq!(when.moved(45 * 60).unwrap().as_str(), "2022-04-06T00:15:10Z");
    }

    #[test]
    fn what_is_not_plainly_written_stays_where_it_is() {
        for text in ["199X", "2022-XX", "-0044-03", "2022-~04/2023", "Y170000002"] {
            assert_eq!(moved(text, 40), None, "{text}");
        }
    }
}
