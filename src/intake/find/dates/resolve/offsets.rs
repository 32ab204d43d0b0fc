//! So many days, weeks, months or years from another day.

use super::super::calendar;
use super::super::expression::Anchor;
use super::super::sense::Unit;
use super::super::tense::Lean;
use super::super::value::{Grain, Point, Value};
use super::units::days_of;
use super::{Ground, Resolved, Unknown};

const HOURS_A_DAY: i64 = 24;
const MINUTES_A_DAY: i64 = 1_440;

/// Days after which what a story tells is no news.
const NEWS: i64 = 60;

/// Days of a week.
const WEEK: i64 = 7;

impl Ground<'_> {
    /// "two weeks ago", "three days later", "a month after 3 May".
    pub(super) fn offset(&self, amounts: &[(i64, Unit)], from: &Anchor) -> Resolved<Value> {
        let ahead = amounts.iter().all(|(amount, _)| *amount > 0);
        let minutes = amounts.iter().any(|(_, unit)| *unit == Unit::Minute);
        let base = match from {
            // "killed 30 in two weeks" tells how long it took.
            Anchor::Now if ahead && self.lean == Lean::Past => return Err(Unknown::NoDate),
            // "won in 90 minutes": minutes ahead are a day only where something is announced.
            Anchor::Now if ahead && minutes && !(self.sure && self.lean == Lean::Future) => {
                return Err(Unknown::NoDate);
            }
            Anchor::Now if ahead && let Some(told) = self.story.told_in_sentence() => told,
            Anchor::Now => Point::day(self.published()?),
            Anchor::Either if self.lean != Lean::Past => Point::day(self.published()?),
            Anchor::Told | Anchor::Either => {
                if amounts.iter().any(|(_, unit)| matches!(unit, Unit::Hour | Unit::Minute)) {
                    return Err(Unknown::NoDate);
                }
                let years = amounts.iter().any(|(_, unit)| *unit == Unit::Year);
                let told = if years { self.story.told } else { self.story.told_finely() };
                let told = told.ok_or(Unknown::Open)?;
                // A night lies over two days, and is counted from the first.
                let night = matches!(told, Value::Stretch { from: Some(from), to: Some(to), within: true } if to.last == from.first + 1);
                let end = if ahead && !night { told.last() } else { told.first() };
                let short = amounts.iter().all(|(_, unit)| *unit == Unit::Day);
                if let Value::Stretch { from: Some(from), to: Some(to), within: true } = told
                    && short
                    && (2..WEEK).contains(&(to.last - from.first))
                {
                    // "last week. A day later": still that week, as far as is known.
                    return Ok(told);
                }
                let point = told.point().ok_or(Unknown::Open)?;
                // "July 2024. A few days later": still July, as far as is known.
                let days = amounts.iter().all(|(_, unit)| days_of(*unit).is_some());
                if point.grain == Grain::Year && days {
                    return Ok(Value::At(point));
                }
                let inside = point.grain == Grain::Month && days;
                let end = if inside { Some(i64::midpoint(point.first, point.last)) } else { end };
                Point { first: end.unwrap_or(point.first), clock: None, ..point }
            }
            Anchor::At(of) => {
                let value = self.resolve(of)?;
                let end = if ahead { value.last() } else { value.first() };
                let point = value.point().ok_or(Unknown::NoDate)?;
                Point { first: end.unwrap_or(point.first), clock: None, ..point }
            }
        };
        // A note that says "in two weeks" means the day.
        let noted = self.exact && ahead && matches!(from, Anchor::Now);
        let exact = noted || matches!(from, Anchor::At(_)) && base.grain == Grain::Day;
        moved(base, amounts, exact).map(Value::At).ok_or(Unknown::NoDate)
    }

    /// "a day after a cable went dead": counted from the day that its sentence or the one before told, else from one of long ago that the
    /// story is at, else from publication.
    pub(super) fn counted(&self, amounts: &[(i64, Unit)]) -> Resolved<Value> {
        let published = self.published()?;
        let told = self.story.told_finely().and_then(|told| told.point());
        let old = told.filter(|point| point.grain <= Grain::Day && published - point.first > NEWS);
        // "annulled two days before the run-off": nobody said when, and it need not be ahead of publication.
        let ahead = amounts.iter().any(|(amount, _)| *amount > 0);
        let news = (!ahead).then_some(Point::day(published));
        let base = self.story.told_just_now().or(old).or(news).ok_or(Unknown::NoDate)?;
        moved(base, amounts, false).map(Value::At).ok_or(Unknown::NoDate)
    }
}

/// A point so far from another. Counted in months or years it is known to the month or year, unless `exact`.
fn moved(base: Point, amounts: &[(i64, Unit)], exact: bool) -> Option<Point> {
    let (mut day, mut months) = (base.first, 0_i64);
    let mut finest = Grain::Century;
    let mut rough = false;
    for (amount, unit) in amounts {
        let grain = match unit {
            Unit::Minute => {
                day += amount / MINUTES_A_DAY;
                Grain::Day
            }
            Unit::Hour => {
                day += amount / HOURS_A_DAY;
                Grain::Day
            }
            Unit::Workday => {
                day += amount + amount / 5 * 2;
                Grain::Day
            }
            Unit::Month => {
                months = months.checked_add(*amount)?;
                Grain::Month
            }
            Unit::Quarter | Unit::Season => {
                months = months.checked_add(amount.checked_mul(3)?)?;
                Grain::Month
            }
            Unit::Half => {
                months = months.checked_add(amount.checked_mul(6)?)?;
                Grain::Month
            }
            Unit::Year | Unit::Decade | Unit::Century => {
                let years = match unit {
                    Unit::Year => 1,
                    Unit::Decade => 10,
                    _ => 100,
                };
                months = months.checked_add(amount.checked_mul(12 * years)?)?;
                Grain::Year
            }
            Unit::Day | Unit::Week | Unit::Weekend | Unit::Fortnight => {
                day = day.checked_add(amount.checked_mul(days_of(*unit)?)?)?;
                rough |= amounts.len() == 1 && *unit != Unit::Day;
                Grain::Day
            }
        };
        finest = finest.min(grain);
    }
    let day = calendar::plus_months(day, months)?;
    let (year, month, _) = calendar::civil(day);
    let about = base.about || !exact && (rough || finest > Grain::Day);
    let point = match if exact { Grain::Day } else { finest.max(base.grain) } {
        Grain::Day => Point::day(day),
        Grain::Month | Grain::Part(_) => Point::month(year, month)?,
        _ => Point::year(year)?,
    };
    Some(Point { about: about || base.grain > finest, ..point })
}
