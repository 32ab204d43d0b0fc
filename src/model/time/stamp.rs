//! `Stamp`, a second on the axis, and `Span`, a stretch between two of them.
//!
//! Proleptic Gregorian calendar with a year 0, no leap seconds, no zones. All arithmetic
//! is our own and saturates: EDTF's `Y170000002` is far outside what chrono can hold.

/// Seconds in a day.
pub const DAY: i64 = 86_400;

/// Days from 1 March of year 0, where the reckoning below starts, to 1 January 1970.
const DAYS_TO_1970: i64 = 719_468;

/// Days in 400 years, after which the calendar repeats.
const DAYS_IN_400_YEARS: i64 = 146_097;

/// Years past this lie beyond `i64` seconds either way, and are cut to it before reckoning.
const FARTHEST_YEAR: i64 = 300_000_000_000;

/// Whole seconds since 1 January 1970, 00:00; years beyond some ±292 thousand million saturate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(pub i64);

impl Stamp {
    /// Before everything: the start of a span that is open or unknown there.
    pub const MIN: Stamp = Stamp(i64::MIN);
    /// After everything: the end of a span that is open or unknown there.
    pub const MAX: Stamp = Stamp(i64::MAX);

    /// The first second of a day; a month or day that the calendar lacks becomes the nearest one.
    #[must_use]
    pub fn from_civil(year: i64, month: u8, day: u8) -> Stamp {
        let year = year.clamp(-FARTHEST_YEAR, FARTHEST_YEAR);
        let month = month.clamp(1, 12);
        let day = i64::from(day.clamp(1, days_in_month(year, month)));
        // The year is taken to begin in March, so that the leap day is its last.
        let (year, months) = match i64::from(month) {
            m @ 1..=2 => (year - 1, m + 9),
            m => (year, m - 3),
        };
        let of_400 = year.rem_euclid(400);
        let day_of_year = (153 * months + 2) / 5 + day - 1;
        let days = of_400 * 365 + of_400 / 4 - of_400 / 100 + day_of_year;
        Stamp::from_day_number(year.div_euclid(400) * DAYS_IN_400_YEARS + days - DAYS_TO_1970)
    }

    /// Year, month and day in which this second lies.
    #[must_use]
    pub fn civil(self) -> (i64, u8, u8) {
        let days = self.day_number() + DAYS_TO_1970;
        let of_400 = days.rem_euclid(DAYS_IN_400_YEARS);
        let years = (of_400 - of_400 / 1_460 + of_400 / 36_524 - of_400 / 146_096) / 365;
        let day_of_year = of_400 - (365 * years + years / 4 - years / 100);
        let months = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * months + 2) / 5 + 1;
        let year = days.div_euclid(DAYS_IN_400_YEARS) * 400 + years;
        if months < 10 {
            (year, small(months + 3), small(day))
        } else {
            (year + 1, small(months - 9), small(day))
        }
    }

    /// Whole days since 1 January 1970, rounded towards the past.
    #[must_use]
    pub fn day_number(self) -> i64 {
        self.0.div_euclid(DAY)
    }

    /// The first second of the day so many days after 1 January 1970.
    #[must_use]
    pub fn from_day_number(days: i64) -> Stamp {
        Stamp(days.saturating_mul(DAY))
    }

    /// The same time of day so many days later.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Stamp {
        Stamp(self.0.saturating_add(days.saturating_mul(DAY)))
    }

    /// Day of the week, 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        small((self.day_number() + 3).rem_euclid(7))
    }
}

/// Days in a month of the proleptic Gregorian calendar; 0 for a month that does not exist.
#[must_use]
pub fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// A number that the calendar keeps below 32.
fn small(number: i64) -> u8 {
    u8::try_from(number).unwrap_or_default()
}

/// From a stamp up to, not including, a later or equal one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    start: Stamp,
    end: Stamp,
}

impl Span {
    /// Everything that the axis can hold.
    pub const ALL: Span = Span { start: Stamp::MIN, end: Stamp::MAX };

    /// The span between two stamps, given in either order.
    #[must_use]
    pub fn new(one: Stamp, other: Stamp) -> Span {
        Span { start: one.min(other), end: one.max(other) }
    }

    /// The first second inside.
    #[must_use]
    pub fn start(self) -> Stamp {
        self.start
    }

    /// The first second after.
    #[must_use]
    pub fn end(self) -> Stamp {
        self.end
    }

    /// Whether the stamp lies inside; the end itself does not.
    #[must_use]
    pub fn contains(self, stamp: Stamp) -> bool {
        self.start <= stamp && stamp < self.end
    }

    /// Whether the two share a second; touching is not sharing.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }

    /// The second in the middle.
    #[must_use]
    pub fn mid(self) -> Stamp {
        Stamp(i64::midpoint(self.start.0, self.end.0))
    }

    /// Length in seconds, at most `i64::MAX`.
    #[must_use]
    pub fn seconds(self) -> i64 {
        self.end.0.saturating_sub(self.start.0)
    }

    /// The shortest span that holds both, and what lies between them.
    #[must_use]
    pub fn union(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days_have_their_known_numbers() {
        for (civil, days, weekday) in [
            ((1970, 1, 1), 0, 3),
            ((1969, 12, 31), -1, 2),
            ((2000, 2, 29), 11_016, 1),
            ((2022, 2, 24), 19_047, 3),
            ((1, 1, 1), -719_162, 0),
            ((0, 3, 1), -719_468, 2),
            ((-4713, 11, 24), -2_440_588, 0),
        ] {
            let stamp = Stamp::from_civil(civil.0, civil.1, civil.2);
            assert_eq!((stamp.day_number(), stamp.weekday()), (days, weekday), "{civil:?}");
            assert_eq!(stamp.civil(), civil);
        }
    }

    #[test]
    fn days_follow_one_another_without_gap_over_eight_hundred_years() {
        let first = Stamp::from_civil(1600, 1, 1).day_number();
        let (mut year, mut month, mut day) = (1600, 1, 1);
        for number in first..first + 2 * DAYS_IN_400_YEARS {
            let stamp = Stamp::from_day_number(number);
            assert_eq!(stamp.civil(), (year, month, day));
            assert_eq!(Stamp::from_civil(year, month, day), stamp);
            day += 1;
            if day > days_in_month(year, month) {
                (month, day) = (month + 1, 1);
            }
            if month > 12 {
                (year, month) = (year + 1, 1);
            }
        }
        assert_eq!((year, month, day), (2400, 1, 1));
    }

    #[test]
    fn civil_days_come_back_the_same_from_far_away() {
        let last = Stamp::from_civil(400_000, 12, 31).day_number();
        for number in (-last..=last).step_by(997) {
            let stamp = Stamp(number * DAY + number.rem_euclid(DAY));
            let (year, month, day) = stamp.civil();
            assert_eq!(Stamp::from_civil(year, month, day).day_number(), number);
            assert!((1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day));
        }
        for year in [-170_000_002, 170_000_002, -290_000_000_000, 290_000_000_000] {
            assert_eq!(Stamp::from_civil(year, 2, 28).civil(), (year, 2, 28));
        }
    }

    #[test]
    fn what_the_axis_cannot_hold_becomes_its_edge() {
        assert_eq!(Stamp::from_civil(i64::MAX, 1, 1), Stamp::MAX);
        assert_eq!(Stamp::from_civil(i64::MIN, 12, 31), Stamp::MIN);
        assert_eq!(Stamp::from_civil(292_277_026_596, 12, 5), Stamp::MAX);
        assert_eq!(Stamp::MAX.civil(), (292_277_026_596, 12, 4));
        assert_eq!(Stamp::MIN.civil(), (-292_277_022_657, 1, 27));
        assert_eq!(Stamp::MAX.plus_days(1), Stamp::MAX);
        assert_eq!(Stamp::MIN.plus_days(i64::MIN), Stamp::MIN);
        assert_eq!(Stamp::from_civil(2022, 2, 30), Stamp::from_civil(2022, 2, 28));
        assert_eq!(Stamp::from_civil(2022, 0, 0), Stamp::from_civil(2022, 1, 1));
    }

    #[test]
    fn a_span_is_half_open_and_never_backwards() {
        let span = Span::new(Stamp(20), Stamp(10));
        assert_eq!((span.start(), span.end()), (Stamp(10), Stamp(20)));
        assert!(span.contains(Stamp(10)) && !span.contains(Stamp(20)));
        assert!(!span.overlaps(Span::new(Stamp(20), Stamp(30))));
        assert!(span.overlaps(Span::new(Stamp(19), Stamp(30))));
        assert!(!span.overlaps(Span::new(Stamp(15), Stamp(15))));
        assert_eq!((span.mid(), span.seconds()), (Stamp(15), 10));
        assert_eq!(span.union(Span::new(Stamp(-5), Stamp(-4))), Span::new(Stamp(-5), Stamp(20)));
        assert_eq!((Span::ALL.mid(), Span::ALL.seconds()), (Stamp(0), i64::MAX));
    }
}
