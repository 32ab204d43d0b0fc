//! `Story`: what a text has said of time so far, on which later dates lean.

use super::calendar;
use super::tense::Lean;
use super::value::{Grain, Point, Value};

/// Days back in which a date without a year is one of the news, whatever was told before.
const NEWS: i64 = 120;

/// Paragraphs over which a year is carried on.
const PARAGRAPHS: usize = 3;

/// A year that was named, and where.
#[derive(Debug, Clone, Copy)]
struct Named {
    point: Point,
    paragraph: usize,
    sentence: usize,
    leads: bool,
}

impl Named {
    /// "told on 4 March 2022 that … Moscow recalled him on 16 March": a whole date hands its year to the next sentence.
    fn is_day_before(&self, sentence: usize) -> bool {
        self.point.grain < Grain::Month && sentence <= self.sentence + 1
    }
}

/// Where a date stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Over what follows it.
    pub(super) heading: bool,
    /// At the head of its sentence.
    pub(super) leads: bool,
}

/// What was told so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Story {
    /// The number of the published day.
    pub(super) published: Option<i64>,
    /// The date last spoken of.
    pub(super) told: Option<Value>,
    /// The same, but for years: a year said in passing is no day to count from.
    fine: Option<(Value, usize, usize)>,
    named: Option<Named>,
    /// A month or year that stands over the paragraphs below it.
    heading: Option<Point>,
    pub(super) paragraph: usize,
    pub(super) sentence: usize,
}

impl Story {
    /// A text published on a day, before its first word.
    pub(super) fn published(published: Option<i64>) -> Story {
        Story { published, ..Story::default() }
    }

    /// Takes in a date that was found.
    pub(super) fn tell(&mut self, value: Value, names_year: bool, place: Place) {
        let Some(point) = value.point() else { return };
        self.told = Some(value);
        if point.grain < Grain::Year {
            self.fine = Some((value, self.paragraph, self.sentence));
        }
        if names_year && point.grain <= Grain::Year {
            self.named =
                Some(Named { point, paragraph: self.paragraph, sentence: self.sentence, leads: place.leads });
        } else if let Some(named) = &mut self.named
            && point.grain <= Grain::Month
            && calendar::civil(point.first).0 == calendar::civil(named.point.first).0
        {
            // A day that took its year from there hands it on.
            *named = Named { point, paragraph: self.paragraph, sentence: self.sentence, leads: place.leads };
        }
        if place.heading && point.grain >= Grain::Month {
            self.heading = Some(point);
        }
    }

    /// Whether a month or year stands over the paragraph as its heading.
    pub(super) fn has_heading(&self) -> bool {
        self.heading.is_some()
    }

    /// The date from which a stretch shorter than a year is counted: "the same day", "two weeks later".
    pub(super) fn told_finely(&self) -> Option<Value> {
        let year = self.told?.point().is_some_and(|point| point.grain >= Grain::Year);
        let near = self.fine.filter(|(_, paragraph, _)| self.paragraph <= paragraph + 1);
        if year { near.map(|(value, ..)| value).or(self.told) } else { self.told }
    }

    /// A day of the past that the same sentence told before: "said on 4 March that he had to go within two weeks".
    pub(super) fn told_in_sentence(&self) -> Option<Point> {
        let (value, _, sentence) = self.fine?;
        let point = value.point().filter(|point| point.grain <= Grain::Day && sentence == self.sentence)?;
        (Some(point.last) < self.published).then_some(point)
    }

    /// The same, also of the sentence before: "voted on Thursday. The vote came three weeks after …".
    pub(super) fn told_just_now(&self) -> Option<Point> {
        let (value, paragraph, sentence) = self.fine?;
        // Between paragraphs stand two line ends at most, each of which ends a sentence.
        let (since, ends) = (self.sentence - sentence, self.paragraph - paragraph);
        let near = since <= 1 || since == ends && ends <= 2;
        let point = value.point().filter(|point| point.grain <= Grain::Day && near)?;
        (Some(point.last) <= self.published).then_some(point)
    }

    /// The year that is understood for a day without one: that of the heading, or the one carried on.
    pub(super) fn understood_year(&self, lean: Lean, in_year: &dyn Fn(i64) -> Option<Point>) -> Option<i64> {
        if let Some(heading) = self.heading {
            let (year, ..) = calendar::civil(heading.first);
            let starts = in_year(year).is_some_and(|point| point.last >= heading.first);
            return Some(if starts { year } else { year + 1 });
        }
        let named = self.named?;
        if lean == Lean::Future && self.published.is_some() {
            return None;
        }
        let (year, month, _) = calendar::civil(named.point.first);
        let point = in_year(year)?;
        let wraps = named.point.grain <= Grain::Month && month >= 10 && calendar::civil(point.first).1 <= 3;
        let year = if wraps { year + 1 } else { year };
        let Some(published) = self.published else { return Some(year) };
        if in_year(year).is_some_and(|point| point.first > published) {
            return None;
        }
        // "… of 2020 had been the work of spies. In March": a year said in passing leads nothing.
        let follows = usize::from(named.leads);
        let same = self.sentence == named.sentence;
        let near = named.paragraph == self.paragraph
            && (named.point.grain < Grain::Year || self.sentence <= named.sentence + follows)
            && (same || named.leads || named.is_day_before(self.sentence) || !has_news(published, in_year));
        // Further on only while nothing of another year was told since.
        let of_named = calendar::civil(named.point.first).0;
        let told = self.told.and_then(|told| told.point()).map(|point| calendar::civil(point.first).0);
        let goes_on = told == Some(of_named) && self.paragraph <= named.paragraph + PARAGRAPHS;
        (near || goes_on && !has_news(published, in_year)).then_some(year)
    }
}

/// Whether the day, read against publication, lies in the year of publication or shortly before it.
fn has_news(published: i64, in_year: &dyn Fn(i64) -> Option<Point>) -> bool {
    let (year, ..) = calendar::civil(published);
    let before = |point: &Point| point.first <= published;
    let this = in_year(year).filter(before);
    let last = in_year(year - 1).filter(|point| published - point.last <= NEWS);
    this.or(last).is_some()
}
