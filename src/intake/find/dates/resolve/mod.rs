//! From what is said to a date: expressions against the published day and what was spoken of before.

mod offsets;
mod partial;
mod units;

use super::calendar;
use super::expression::{Expression, YearSaid};
use super::holidays;
use super::sense::{Edge, Feast, Unit};
use super::story::Story;
use super::tense::Lean;
use super::value::{Grain, Point, Value};

/// Why an expression is no known date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unknown {
    /// It leans on a day that is not known.
    Open,
    /// The calendar has no such day, or it is no date after all.
    NoDate,
}

/// Days after which "the end of the month" is no longer that of the news.
const LONG_PAST: i64 = 60;

pub(super) type Resolved<T> = Result<T, Unknown>;

/// What an expression is read against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) story: &'a Story,
    pub(super) lean: Lean,
    /// A verb says so; else the lean is only the text's habit.
    pub(super) sure: bool,
    /// The text is a note of one sentence, whose amounts are meant to the day.
    pub(super) exact: bool,
    /// The start of a range whose end is read: the end comes after it.
    pub(super) after: Option<i64>,
}

impl Ground<'_> {
    /// The number of the published day.
    fn published(&self) -> Resolved<i64> {
        self.story.published.ok_or(Unknown::Open)
    }

    /// What was last spoken of, else the published day.
    fn told(&self) -> Resolved<Value> {
        self.story.told.or_else(|| self.story.published.map(Value::day)).ok_or(Unknown::Open)
    }

    /// The same for what is counted in units: a year said in passing is no start for days.
    fn told_for(&self, unit: Unit) -> Resolved<Value> {
        if matches!(unit, Unit::Year | Unit::Decade | Unit::Century) {
            return self.told();
        }
        self.story.told_finely().or_else(|| self.story.published.map(Value::day)).ok_or(Unknown::Open)
    }

    pub(super) fn resolve(&self, expression: &Expression) -> Resolved<Value> {
        match expression {
            Expression::Partial(date) => self.partial(date).map(Value::At),
            Expression::YearPart(code, year) => self.year_part(*code, *year).map(part),
            Expression::Decade(year) => at(Point::years(*year, 10, Grain::Decade)),
            Expression::Century(year) => at(Point::years(*year, 100, Grain::Century)),
            Expression::Day(days, clock) => {
                Ok(Value::At(Point { clock: *clock, ..Point::day(self.published()? + days) }))
            }
            Expression::Unit { unit, shift, told } => self.unit(*unit, *shift, *told),
            Expression::Count { count, unit, shift } => self.count(*count, *unit, *shift),
            Expression::Offset { amounts, from } => self.offset(amounts, from),
            Expression::Counted { amounts } => self.counted(amounts),
            Expression::WeekdayOf { weekday, week, told } => self.weekday_of(*weekday, *week, *told),
            Expression::MonthOf { month, shift } => self.month_of(*month, *shift),
            Expression::Nth { which, count, unit, of } => self.nth(*which, *count, *unit, of),
            Expression::WeekOf(day) => {
                let first = self.resolve(day)?.first().ok_or(Unknown::NoDate)?;
                Ok(week(first))
            }
            Expression::Edge(_, of) if self.is_of_story(of) => {
                let Expression::Unit { unit, shift, .. } = **of else { return Err(Unknown::NoDate) };
                self.unit(unit, shift, true).map(about)
            }
            Expression::Edge(_, of) | Expression::About(of) => self.resolve(of).map(about),
            Expression::Piece { unit, side } => self.piece(*unit, *side),
            Expression::Feast(feast, year) => self.feast(*feast, *year),
            Expression::Told => self.told(),
            Expression::Since(of) => {
                let from = self.resolve(of)?;
                Ok(Value::Stretch { from: from.point(), to: None, within: false })
            }
            Expression::Until(of) => {
                let to = self.resolve(of)?;
                Ok(Value::Stretch { from: None, to: end_of(&to), within: false })
            }
            Expression::Before(of) => {
                let value = self.resolve(of)?;
                let first = value.first().map(Point::day);
                // "before the end of the year" is within it.
                let to = if let Expression::Edge(Edge::Middle | Edge::Late, _) = **of {
                    end_of(&value)
                } else {
                    first
                };
                Ok(Value::Stretch { from: None, to: Some(to.ok_or(Unknown::NoDate)?), within: false })
            }
            Expression::After(of) => self.after(of),
            Expression::Range { from, to, within } => self.range(from, to, *within),
            Expression::NightTo(day) => {
                let day = self.resolve(day)?.first().ok_or(Unknown::NoDate)?;
                Ok(Value::days(day - 1, day, true))
            }
            Expression::NightOf(day) => {
                let day = self.resolve(day)?.first().ok_or(Unknown::NoDate)?;
                Ok(Value::days(day, day + 1, true))
            }
        }
    }

    /// "by the end of the month" in a story of long ago: the month is the one last spoken of.
    fn is_of_story(&self, of: &Expression) -> bool {
        let bare = matches!(of, Expression::Unit { unit: Unit::Month | Unit::Year, shift: 0, told: false });
        let told = self.story.told_finely().and_then(|told| told.point());
        let day = told.filter(|point| point.grain == Grain::Day).map(|point| point.first);
        let old = day.zip(self.story.published).is_some_and(|(day, published)| published - day > LONG_PAST);
        bare && self.lean == Lean::Past && old
    }

    /// From a day itself, but from the day behind a month or year.
    fn after(&self, of: &Expression) -> Resolved<Value> {
        let value = self.resolve(of)?;
        let point = value.point().ok_or(Unknown::NoDate)?;
        if let Expression::Edge(Edge::Early, _) = of {
            return Ok(Value::Stretch { from: Some(Point::day(point.first)), to: None, within: false });
        }
        let from = if point.grain == Grain::Day { point } else { Point::day(point.last + 1) };
        Ok(Value::Stretch { from: Some(from), to: None, within: false })
    }

    fn range(&self, from: &Expression, to: &Expression, within: bool) -> Resolved<Value> {
        let from = self.resolve(from)?;
        let first = from.first();
        let to = Ground { after: first, ..*self }.resolve(to)?;
        let (from, to) = (from.point(), end_of(&to));
        match (from, to) {
            (Some(first), Some(last)) if first.first > last.last => Err(Unknown::NoDate),
            _ => Ok(Value::Stretch { from, to, within }),
        }
    }

    fn feast(&self, feast: Feast, year: YearSaid) -> Resolved<Value> {
        let day = |year| holidays::day_in(feast, year).map(Point::day);
        if let Feast::Once(year, ..) = feast {
            return at(day(year));
        }
        self.in_some_year(year, &day).map(Value::At)
    }

    fn year_part(&self, code: u8, year: YearSaid) -> Resolved<Point> {
        self.in_some_year(year, &|year| Point::part(code, year))
    }

    /// What stands once in every year, in the year that is meant.
    fn in_some_year(&self, said: YearSaid, in_year: &dyn Fn(i64) -> Option<Point>) -> Resolved<Point> {
        let point = match said {
            YearSaid::Is(year) => in_year(year),
            YearSaid::OfYear(shift) => in_year(year_of(self.published()?) + shift.min(1)),
            YearSaid::Told(shift) => in_year(year_of(self.told()?.first().ok_or(Unknown::Open)?) + shift),
            YearSaid::Beside(side) => {
                let told = self.told()?;
                let year = year_of(told.first().ok_or(Unknown::Open)?);
                let mut near = (year - 1..=year + 1).filter_map(in_year);
                if side < 0 {
                    near.rfind(|point| Some(point.last) < told.first())
                } else {
                    near.find(|point| Some(point.first) > told.last())
                }
            }
            YearSaid::Unsaid => return self.without_year(in_year),
            YearSaid::Shift(shift) => return self.shifted_in_year(shift, in_year),
        };
        point.ok_or(Unknown::NoDate)
    }
}

/// A half of a year is written by its months, which every reader of EDTF knows.
fn part(point: Point) -> Value {
    let (Grain::Part(40 | 41), (year, first, _), (_, last, _)) =
        (point.grain, calendar::civil(point.first), calendar::civil(point.last))
    else {
        return Value::At(point);
    };
    Value::Stretch { from: Point::month(year, first), to: Point::month(year, last), within: true }
}

/// "early next week": weeks have no marks of doubt, and stay whole.
fn about(value: Value) -> Value {
    match value {
        Value::Stretch { within: true, .. } => value,
        value => value.about(),
    }
}

fn at(point: Option<Point>) -> Resolved<Value> {
    point.map(Value::At).ok_or(Unknown::NoDate)
}

/// The end of a stretch, or the point.
fn end_of(value: &Value) -> Option<Point> {
    match value {
        Value::At(point) => Some(*point),
        Value::Stretch { from, to, .. } => to.or(*from),
    }
}

fn year_of(day: i64) -> i64 {
    calendar::civil(day).0
}

/// The week of a day, Monday to Sunday, as a stretch in which something happened once.
fn week(day: i64) -> Value {
    let monday = calendar::monday(day);
    Value::days(monday, monday + 6, true)
}
