//! Dates and events in words, for labels, cards and screen readers.

use super::when::{End, Parts, Precision, When};
use crate::model::{Arg, Event, Words};

/// A date as a person would say it: "5 April 2022", "about March 2025", "2023", "before 6 December 2024".
#[must_use]
pub fn spoken_date(when: &When, within: bool, words: &dyn Words) -> String {
    let (first, last) = when.parts();
    let said = if when.is_interval() {
        let first = first.map(|parts| point(&parts, words)).unwrap_or_default();
        let last = last.map(|parts| point(&parts, words)).unwrap_or_default();
        let key = match (when.start(), when.end()) {
            (End::Known(_), End::Known(_)) if within => "date-between",
            (End::Known(_), End::Known(_)) => "date-from-to",
            (End::Known(_), End::Open) => "date-since",
            (End::Known(_), End::Unknown) => "date-from-unknown",
            _ => "date-by",
        };
        words.say(key, &[("first", Arg::Text(&first)), ("last", Arg::Text(&last))])
    } else {
        first.map(|parts| point(&parts, words)).unwrap_or_default()
    };
    if when.uncertain() { words.say("date-perhaps", &[("date", Arg::Text(&said))]) } else { said }
}

fn point(parts: &Parts, words: &dyn Words) -> String {
    let year = parts.year.to_string();
    // Many languages inflect a month that follows its day.
    let form = if parts.day.is_some() { "month-of" } else { "month" };
    let month = parts.month.map(|month| words.word(&format!("{form}-{month}"))).unwrap_or_default();
    let day = parts.day.map(|day| day.to_string()).unwrap_or_default();
    let args = [("day", Arg::Text(&day)), ("month", Arg::Text(&month)), ("year", Arg::Text(&year))];
    let date = match (parts.precision, parts.month, parts.day) {
        (
            Precision::Season
            | Precision::Quarter
            | Precision::Decade
            | Precision::Century
            | Precision::Longer,
            ..,
        ) => part_of_time(parts, &year, words),
        (_, Some(_), Some(_)) => words.say("date-day", &args),
        (_, Some(_), None) => words.say("date-month", &args),
        _ => year,
    };
    let timed = match (parts.hour, parts.minute) {
        (Some(hour), Some(minute)) => {
            let time = words.clock(hour, minute);
            words.say("date-time", &[("date", Arg::Text(&date)), ("time", Arg::Text(&time))])
        }
        _ => date,
    };
    if parts.approximate { words.say("date-about", &[("date", Arg::Text(&timed))]) } else { timed }
}

/// Seasons and quarters by name; decades, centuries and farther times by their first year.
fn part_of_time(parts: &Parts, year: &str, words: &dyn Words) -> String {
    let start = parts.span_at(0).start();
    let (first_year, month, _) = start.civil();
    let first_year = first_year.to_string();
    match parts.precision {
        Precision::Season => {
            let season = match month {
                3 => "season-spring",
                6 => "season-summer",
                9 => "season-autumn",
                _ => "season-winter",
            };
            words.say(season, &[("year", Arg::Text(year))])
        }
        Precision::Quarter => {
            let quarter = u64::from(month.saturating_sub(1) / 3 + 1);
            words.say("date-quarter", &[("quarter", Arg::Number(quarter)), ("year", Arg::Text(year))])
        }
        Precision::Decade => words.say("date-decade", &[("year", Arg::Text(&first_year))]),
        Precision::Century => words.say("date-century", &[("year", Arg::Text(&first_year))]),
        _ => year.to_owned(),
    }
}

/// An event in one sentence: "5 April 2022, Italy expels 30 Russian diplomats, confirmed, 2 sources".
#[must_use]
pub fn spoken_event(event: &Event, words: &dyn Words) -> String {
    let date = match &event.when {
        Some(when) => spoken_date(when, event.within, words),
        None => words.word("undated"),
    };
    let mut articles: Vec<&str> = event.quotes.iter().map(|quote| quote.article.as_str()).collect();
    articles.sort_unstable();
    articles.dedup();
    let sources = words.say("sources", &[("n", Arg::Number(articles.len() as u64))]);
    let status = words.word(&format!("status-{}", event.status.code()));
    format!("{date}, {}, {status}, {sources}", event.title)
}
