//! Days and months that leave something out: the year, the month, all but the weekday.

use super::super::calendar;
use super::super::expression::Partial;
use super::super::tense::Lean;
use super::super::value::{Grain, Point};
use super::{Ground, Resolved, Unknown, year_of};

/// Days within which a date that has no year lies from the published day: no rarer leap day is meant.
const FARTHEST: i64 = 380;

/// Days ahead in which a day is one that the news announces, where no verb tells.
const DUE: i64 = 125;

/// Days after which a day of last year is no news.
const LONG_AGO: i64 = 240;

/// Months that are looked through for a day with its weekday: "Tue 13th".
const MONTHS: i64 = 13;

impl Ground<'_> {
    pub(super) fn partial(&self, date: &Partial) -> Resolved<Point> {
        let found = match *date {
            Partial { year: Some(year), month: None, .. } => Point::year(year).ok_or(Unknown::NoDate),
            Partial { year: Some(year), month: Some(month), day, .. } => {
                in_year(year, month, day).ok_or(Unknown::NoDate)
            }
            Partial { month: Some(month), day, of_year: Some(shift), .. } => {
                in_year(year_of(self.published()?) + shift, month, day).ok_or(Unknown::NoDate)
            }
            Partial { month: Some(month), day, of_told: Some(shift), .. } => {
                let told = self.told()?.first().ok_or(Unknown::Open)?;
                in_year(year_of(told) + shift, month, day).ok_or(Unknown::NoDate)
            }
            Partial { month: Some(month), day, shift: Some(shift), .. } => {
                self.shifted_in_year(shift, &|year| in_year(year, month, day))
            }
            Partial { month: Some(month), day, weekday, .. } => self.month_and_day(month, day, weekday),
            Partial { day: Some(day), weekday, .. } => self.day_alone(day, weekday),
            Partial { weekday: Some(weekday), shift, .. } => self.weekday(i64::from(weekday), shift),
            Partial { .. } => Err(Unknown::NoDate),
        }?;
        let known = date.clock.filter(|_| found.grain == Grain::Day);
        Ok(Point { clock: known, doubtful: date.doubtful, ..found })
    }

    /// A day and month whose year is not said; a weekday beside them decides where only one year has it so.
    fn month_and_day(&self, month: u8, day: Option<u8>, weekday: Option<u8>) -> Resolved<Point> {
        let on_weekday = |year| {
            let point = in_year(year, month, day)?;
            let wanted = weekday.map(i64::from);
            (wanted.is_none() || wanted == Some(calendar::weekday(point.first))).then_some(point)
        };
        match self.without_year(&on_weekday) {
            Err(Unknown::NoDate) if weekday.is_some() => self.without_year(&|year| in_year(year, month, day)),
            known => known,
        }
    }

    /// What stands once in every year, in the year that the text leaves to be understood.
    pub(super) fn without_year(&self, in_year: &dyn Fn(i64) -> Option<Point>) -> Resolved<Point> {
        if let Some(after) = self.after {
            let year = year_of(after);
            let later = (year..=year + 1).filter_map(in_year).find(|point| point.last >= after);
            return later.ok_or(Unknown::NoDate);
        }
        // "The ministers meet again on 11 May": of what is shortly to come the year is the news' own.
        let due =
            self.story.published.filter(|_| !(self.lean == Lean::Past && self.sure)).is_some_and(|day| {
                let year = year_of(day);
                nearly_due(&(year - 1..=year + 1).filter_map(in_year).collect::<Vec<_>>(), day)
            });
        let under_heading = self.story.has_heading();
        if let Some(year) = self.story.understood_year(self.lean, in_year).filter(|_| !due || under_heading) {
            return in_year(year).ok_or(Unknown::NoDate);
        }
        let published = self.published()?;
        let year = year_of(published);
        let near = (year - 1..=year + 1).filter_map(in_year);
        let near = near.filter(|point| (point.first - published).abs() <= FARTHEST);
        self.leaning(&near.collect::<Vec<_>>(), published).ok_or(Unknown::NoDate)
    }

    /// Of several points the one that the clause's tense means; the nearest if none is on that side.
    fn leaning(&self, points: &[Point], published: i64) -> Option<Point> {
        let distance = |point: &&Point| {
            let middle = i64::midpoint(point.first, point.last);
            (middle - published).abs()
        };
        let side = match self.lean {
            Lean::Past if !self.sure && nearly_due(points, published) => None,
            Lean::Past => {
                points.iter().filter(|point| point.first <= published).max_by_key(|point| point.first)
            }
            Lean::Future => {
                points.iter().filter(|point| point.last >= published).min_by_key(|point| point.first)
            }
            Lean::Nearest => None,
        };
        side.or_else(|| points.iter().min_by_key(distance)).copied()
    }

    /// "last April", "next spring", "this September".
    pub(super) fn shifted_in_year(
        &self,
        shift: i64,
        in_year: &dyn Fn(i64) -> Option<Point>,
    ) -> Resolved<Point> {
        let published = self.published()?;
        let year = year_of(published);
        let mut near = (year - 1..=year + 1).filter_map(in_year);
        let found = match shift {
            0 => in_year(year),
            ..0 => near.rfind(|point| point.last < published),
            1.. => near.find(|point| point.first > published),
        };
        found.ok_or(Unknown::NoDate)
    }

    /// "the 18th", "Tue 13th".
    fn day_alone(&self, day: u8, weekday: Option<u8>) -> Resolved<Point> {
        let start = match (self.story.told, self.after) {
            (_, Some(after)) => after,
            // In a story the month is the one last spoken of.
            (Some(told), None) if self.lean == Lean::Past && weekday.is_none() => {
                told.first().ok_or(Unknown::Open)?
            }
            _ => self.published()?,
        };
        let reach = if weekday.is_some() { MONTHS } else { 1 };
        let (year, month, _) = calendar::civil(start);
        let first = calendar::day(year, month, 1).ok_or(Unknown::NoDate)?;
        let days = (-reach..=reach).filter_map(|months| {
            let (year, month, _) = calendar::civil(calendar::plus_months(first, months)?);
            let number = calendar::day(year, month, day)?;
            let right = weekday.is_none_or(|weekday| calendar::weekday(number) == i64::from(weekday));
            right.then(|| Point::day(number))
        });
        if self.after.is_some() {
            return days.into_iter().find(|point| point.first >= start).ok_or(Unknown::NoDate);
        }
        // "On 2 January … A week later, on the 9th": a story goes on, as long as it stays in the past.
        let goes_on = start < self.story.published.unwrap_or(start) && weekday.is_none();
        let behind = |point: &Point| point.first >= start && Some(point.first) <= self.story.published;
        if let Some(next) = days.clone().find(behind).filter(|_| goes_on) {
            return Ok(next);
        }
        self.leaning(&days.collect::<Vec<_>>(), start).ok_or(Unknown::NoDate)
    }

    /// A weekday by itself, or with "last", "this", "next", "coming" (2).
    fn weekday(&self, weekday: i64, shift: Option<i64>) -> Resolved<Point> {
        let published = self.published()?;
        let ahead = (weekday - calendar::weekday(published)).rem_euclid(7);
        let behind = (7 - ahead) % 7;
        let monday = calendar::monday(published);
        let day = match (shift, self.after) {
            (None | Some(0), Some(after)) => after + (weekday - calendar::weekday(after)).rem_euclid(7),
            (Some(..0), _) => published - if behind == 0 { 7 } else { behind },
            (Some(0), _) => monday + weekday,
            (Some(1), _) => monday + 7 + weekday,
            (Some(_), _) => published + if ahead == 0 { 7 } else { ahead },
            (None, None) => match self.lean {
                Lean::Past => published - behind,
                Lean::Future => published + ahead,
                Lean::Nearest => published + if ahead <= 3 { ahead } else { -behind },
            },
        };
        Ok(Point::day(day))
    }
}

/// Whether a day lies shortly ahead and was last had long ago: "voting begins on 6 September".
fn nearly_due(points: &[Point], published: i64) -> bool {
    let past = points.iter().map(|point| published - point.first).filter(|days| *days >= 0).min();
    let ahead = points.iter().map(|point| point.first - published).filter(|days| *days > 0).min();
    ahead.is_some_and(|days| days <= DUE) && past.is_none_or(|days| days > LONG_AGO)
}

fn in_year(year: i64, month: u8, day: Option<u8>) -> Option<Point> {
    match day {
        Some(day) => calendar::day(year, month, day).map(Point::day),
        None => Point::month(year, month),
    }
}
