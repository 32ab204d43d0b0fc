//! The picture in plain words, for those who do not see it: what it is of, who stands in it, what stands out.

use std::borrow::Cow;

use crate::model::{Arg, EventId, spoken_date};
use crate::timeline::{Row, RowKind};

use super::super::Parts;
use super::left_out;

/// Rows and sums that are named; the others are counted.
const NAMED: usize = 8;
const SUMS: usize = 3;

/// Title, range, rows, largest sums, threads, and what is left out, in sentences.
#[must_use]
pub fn described(parts: &Parts<'_>) -> String {
    let layout = parts.layout;
    let rows = layout.rows.len().to_string();
    let shown = layout.hidden.shown as u64;
    let events = [("events", Arg::Number(shown)), ("rows", Arg::Text(&rows))];
    let title = parts.view.title.as_ref().or(Some(&parts.view.name)).filter(|title| !title.is_empty());
    let mut said: Vec<String> = title.map(|title| ended(title)).into_iter().collect();
    said.push(ended(&parts.words.say("picture-described", &events)));
    said.extend(parts.view.subtitle.as_deref().map(ended));
    said.extend(range(parts));
    said.extend(lanes(parts));
    said.extend(sums(parts, "described-most", |row| row.sum.above));
    if parts.hub_name().is_some() {
        said.extend(sums(parts, "described-most-by-hub", |row| row.sum.below));
    }
    said.extend(threads(parts));
    said.extend(left_out(parts));
    said.join(" ")
}

fn ended(sentence: &str) -> String {
    let sentence = sentence.trim();
    if sentence.ends_with(['.', '!', '?', '…']) { sentence.to_owned() } else { format!("{sentence}.") }
}

fn range(parts: &Parts<'_>) -> Option<String> {
    let (first, last) = (parts.view.segments.first()?, parts.view.segments.last()?);
    let from = spoken_date(&first.from, false, parts.words);
    let to = spoken_date(&last.to, false, parts.words);
    Some(parts.words.say("described-range", &[("from", Arg::Text(&from)), ("to", Arg::Text(&to))]))
}

fn name<'a>(parts: &'a Parts<'_>, row: &'a Row) -> Option<Cow<'a, str>> {
    match &row.kind {
        RowKind::Lane(lane) | RowKind::Post(lane) => Some(parts.lane_name(*lane)),
        RowKind::Group { name, .. } => Some(Cow::Borrowed(name.as_str())),
        RowKind::HubAlone | RowKind::Folded(_) => None,
    }
}

fn lanes(parts: &Parts<'_>) -> Option<String> {
    let names: Vec<Cow<'_, str>> = parts.layout.rows.iter().filter_map(|row| name(parts, row)).collect();
    if names.is_empty() {
        return None;
    }
    let others = names.len().saturating_sub(NAMED) as u64;
    let first = names[..names.len().min(NAMED)].join(", ");
    Some(parts.words.say("described-rows", &[("names", Arg::Text(&first)), ("n", Arg::Number(others))]))
}

/// The rows with the largest sums, each with its number.
fn sums(parts: &Parts<'_>, key: &str, sum: impl Fn(&Row) -> u64) -> Option<String> {
    let rows = parts.layout.rows.iter();
    let mut largest: Vec<(u64, Cow<'_, str>)> =
        rows.filter_map(|row| Some((sum(row), name(parts, row)?))).filter(|(sum, _)| *sum > 0).collect();
    largest.sort_by(|(sum, name), (other, next)| other.cmp(sum).then_with(|| name.cmp(next)));
    largest.truncate(SUMS);
    if largest.is_empty() {
        return None;
    }
    let list: Vec<String> = largest.iter().map(|(sum, name)| format!("{name} {sum}")).collect();
    let list = list.join(", ");
    let hub = parts.hub_name().unwrap_or_default();
    Some(parts.words.say(key, &[("list", Arg::Text(&list)), ("hub", Arg::Text(&hub))]))
}

fn threads(parts: &Parts<'_>) -> Vec<String> {
    let title = |event: EventId| parts.cards.event(event).map(|event| event.title.clone());
    let described = |thread: &crate::timeline::ThreadPlace| {
        let name = parts.cards.entity(&thread.entity)?;
        let first = title(thread.stops.first()?.event)?;
        let last = title(thread.stops.last()?.event)?;
        let number = thread.stops.len() as u64;
        let args = [
            ("name", Arg::Text(name)),
            ("n", Arg::Number(number)),
            ("first", Arg::Text(&first)),
            ("last", Arg::Text(&last)),
        ];
        Some(parts.words.say("described-thread", &args))
    };
    parts.layout.threads.iter().filter_map(described).collect()
}
