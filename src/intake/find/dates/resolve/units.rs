//! Weeks, months and years about the published day, or about the day last spoken of.

use super::super::calendar;
use super::super::expression::Expression;
use super::super::sense::Unit;
use super::super::tense::Lean;
use super::super::value::{Grain, Point, Value};
use super::{Ground, Resolved, Unknown, at, week, year_of};

impl Ground<'_> {
    /// "last week", "the following month", "the same day".
    pub(super) fn unit(&self, unit: Unit, shift: i64, told: bool) -> Resolved<Value> {
        if !told {
            return self.unit_of_speech(unit, shift);
        }
        let value = self.told_for(unit)?;
        let day = match shift {
            1.. => value.last(),
            _ => value.first(),
        };
        let day = day.or(value.first()).or(value.last()).ok_or(Unknown::Open)?;
        if unit == Unit::Day {
            // "the same day" as a month is that month; the day after a month is not known.
            let fine = value.point().is_some_and(|point| point.grain == Grain::Day);
            return match shift {
                _ if shift != 0 && self.story.told.is_none() => Err(Unknown::Open),
                0 => Ok(plain(value)),
                _ if fine => Ok(Value::day(day + shift)),
                _ => Err(Unknown::Open),
            };
        }
        unit_at(unit, day, shift)
    }

    fn unit_of_speech(&self, unit: Unit, shift: i64) -> Resolved<Value> {
        let published = self.published()?;
        // "over the weekend": the one that is past, if its Saturday is yet to come.
        let ahead = unit == Unit::Weekend && shift == 0 && calendar::weekday(published) < 5;
        unit_at(unit, published, if ahead && self.lean == Lean::Past { -1 } else { shift })
    }

    /// "Tuesday of next week", "the following Friday", "that Friday".
    pub(super) fn weekday_of(&self, weekday: u8, shift: i64, told: bool) -> Resolved<Value> {
        let weekday = i64::from(weekday);
        if !told || self.story.told.is_none() {
            return Ok(Value::day(calendar::monday(self.published()?) + shift * 7 + weekday));
        }
        let value = self.told_for(Unit::Day)?;
        let day = value.first().or(value.last()).ok_or(Unknown::Open)?;
        let ahead = (weekday - calendar::weekday(day)).rem_euclid(7);
        Ok(Value::day(match shift {
            1.. => day + if ahead == 0 { 7 } else { ahead },
            0 => calendar::monday(day) + weekday,
            _ => day + ahead - 7,
        }))
    }

    /// "the following February", "the previous May".
    pub(super) fn month_of(&self, month: u8, shift: i64) -> Resolved<Value> {
        let told = self.told()?;
        let (first, last) = (told.first().ok_or(Unknown::Open)?, told.last().ok_or(Unknown::Open)?);
        let year = year_of(first);
        let mut near = (year - 1..=year + 2).filter_map(|year| Point::month(year, month));
        let found = if shift > 0 {
            near.find(|point| point.first > last)
        } else {
            near.rfind(|point| point.last < first)
        };
        at(found)
    }

    /// "the last three months", "the next two days".
    pub(super) fn count(&self, count: i64, unit: Unit, shift: i64) -> Resolved<Value> {
        let published = self.published()?;
        let side = shift.signum();
        let months = match unit {
            Unit::Quarter => return quarters(published, count, side),
            Unit::Year => return years(published, count, side),
            Unit::Decade => return years(published, count.saturating_mul(10), side),
            Unit::Century => return years(published, count.saturating_mul(100), side),
            Unit::Month => Some(count),
            _ => None,
        };
        let far = match months {
            Some(months) => calendar::plus_months(published, months.saturating_mul(side)),
            None if unit == Unit::Workday => Some(workdays(published, count, side)),
            None => days_of(unit).map(|days| published + side * days.saturating_mul(count)),
        };
        let far = far.ok_or(Unknown::NoDate)?;
        Ok(if side < 0 { Value::days(far, published, false) } else { Value::days(published + 1, far, false) })
    }

    /// What is gone or left of a week; of anything longer the whole, as no source means its very days.
    pub(super) fn piece(&self, unit: Unit, side: i64) -> Resolved<Value> {
        let published = self.published()?;
        if !matches!(unit, Unit::Week) {
            return unit_at(unit, published, 0);
        }
        let monday = calendar::monday(published);
        Ok(if side < 0 {
            Value::days(monday, published, true)
        } else {
            Value::days(published, monday + 6, true)
        })
    }

    /// "the first two weeks of 2015", "the last day of May".
    pub(super) fn nth(&self, which: i64, count: i64, unit: Unit, of: &Expression) -> Resolved<Value> {
        let whole = self.resolve(of)?;
        let (first, last) = whole.first().zip(whole.last()).ok_or(Unknown::NoDate)?;
        let step = if which > 0 { which - 1 } else { which };
        match unit {
            Unit::Day => {
                let start = if which > 0 { first + step } else { last + 1 - count };
                let end = start + count - 1;
                let inside = (first..=last).contains(&start) && (first..=last).contains(&end);
                let value = if count == 1 { Value::day(start) } else { Value::days(start, end, true) };
                if inside { Ok(value) } else { Err(Unknown::NoDate) }
            }
            Unit::Week => {
                let which = if which > 0 { which } else { -count };
                let monday = calendar::week_of_span(first, last, which).ok_or(Unknown::NoDate)?;
                Ok(Value::days(monday, monday + 7 * count - 1, true))
            }
            Unit::Weekend => {
                let to_saturday = (5 - calendar::weekday(first)).rem_euclid(7);
                let from_end = (calendar::weekday(last) - 5).rem_euclid(7);
                let saturday = if which > 0 { first + to_saturday + 7 * step } else { last - from_end };
                Ok(Value::days(saturday, saturday + 1, true))
            }
            _ => {
                let start = if which > 0 { first } else { last };
                let months = if which > 0 { step } else { 1 - count };
                let start = calendar::plus_months(start, months).ok_or(Unknown::NoDate)?;
                let end = calendar::plus_months(start, count - 1).ok_or(Unknown::NoDate)?;
                let month = |day| {
                    let (year, month, _) = calendar::civil(day);
                    Point::month(year, month)
                };
                if start > last {
                    return Err(Unknown::NoDate);
                }
                let (from, to) = month(start).zip(month(end)).ok_or(Unknown::NoDate)?;
                if count == 1 {
                    Ok(Value::At(from))
                } else {
                    Ok(Value::Stretch { from: Some(from), to: Some(to), within: true })
                }
            }
        }
    }
}

/// The same date without its time of day.
fn plain(value: Value) -> Value {
    match value {
        Value::At(point) => Value::At(Point { clock: None, ..point }),
        Value::Stretch { .. } => value,
    }
}

/// The unit in which a day lies, or one so many further.
fn unit_at(unit: Unit, day: i64, shift: i64) -> Resolved<Value> {
    let (year, month, _) = calendar::civil(day);
    let month_of = |day: i64| {
        let (year, month, _) = calendar::civil(day);
        Point::month(year, month)
    };
    let point = match unit {
        Unit::Day | Unit::Hour | Unit::Minute => return Ok(Value::day(day + shift)),
        Unit::Week => return Ok(week(day + 7 * shift)),
        Unit::Fortnight => {
            let monday = calendar::monday(day) + 14 * shift;
            return Ok(Value::days(monday, monday + 13, true));
        }
        Unit::Workday => {
            let monday = calendar::monday(day + 7 * shift);
            return Ok(Value::days(monday, monday + 4, true));
        }
        Unit::Weekend => {
            let saturday = calendar::monday(day + 7 * shift) + 5;
            return Ok(Value::days(saturday, saturday + 1, true));
        }
        Unit::Month => calendar::plus_months(day, shift).and_then(month_of),
        Unit::Season => return Err(Unknown::NoDate),
        Unit::Quarter => {
            let count = year * 4 + i64::from((month - 1) / 3) + shift;
            Point::part(33 + u8::try_from(count.rem_euclid(4)).unwrap_or(0), count.div_euclid(4))
        }
        Unit::Half => {
            let count = year * 2 + i64::from((month - 1) / 6) + shift;
            Point::part(40 + u8::try_from(count.rem_euclid(2)).unwrap_or(0), count.div_euclid(2))
        }
        Unit::Year => Point::year(year + shift),
        Unit::Decade => Point::years((year.div_euclid(10) + shift) * 10, 10, Grain::Decade),
        Unit::Century => Point::years((year.div_euclid(100) + shift) * 100, 100, Grain::Century),
    };
    at(point)
}

pub(super) fn days_of(unit: Unit) -> Option<i64> {
    match unit {
        Unit::Day => Some(1),
        Unit::Week | Unit::Weekend => Some(7),
        Unit::Fortnight => Some(14),
        _ => None,
    }
}

fn workdays(day: i64, count: i64, side: i64) -> i64 {
    let (weeks, mut left) = (count / 5, count % 5);
    let mut day = day + side * 7 * weeks;
    while left > 0 {
        day += side;
        left -= i64::from(calendar::weekday(day) < 5);
    }
    day
}

fn quarters(day: i64, count: i64, side: i64) -> Resolved<Value> {
    let (near, far) = (unit_at(Unit::Quarter, day, side)?, unit_at(Unit::Quarter, day, side * count)?);
    let (from, to) = if side < 0 { (far, near) } else { (near, far) };
    Ok(Value::Stretch { from: from.point(), to: to.point(), within: false })
}

fn years(day: i64, count: i64, side: i64) -> Resolved<Value> {
    let year = year_of(day);
    let far = Point::year(year.saturating_add(side * count)).ok_or(Unknown::NoDate)?;
    let near = Point::year(year).ok_or(Unknown::NoDate)?;
    let (from, to) = if side < 0 { (far, near) } else { (near, far) };
    Ok(Value::Stretch { from: Some(from), to: Some(to), within: false })
}
