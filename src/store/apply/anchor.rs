//! Anchoring: a quote that came without its article's text finds its place when the text is there (contract 4).

use serde::{Deserialize, Serialize};

use super::pen::{Owner, Pen};
use crate::model::{Quote, Text};
use crate::store::error::StoreError;

/// Where a stored quote stands, as history keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Place {
    of_link: bool,
    owner: i64,
    pos: i64,
    rev: Option<u32>,
    first: Option<i64>,
    past: Option<i64>,
    prefix: Option<String>,
    suffix: Option<String>,
}

/// Puts a quote where its words stand in a text; one whose words are not found, or more than once, loses its place.
pub(super) fn anchor(text: &Text, quote: &mut Quote) {
    let Some(exact) = quote.exact.clone().filter(|exact| !exact.is_empty()) else {
        quote.place = None;
        return;
    };
    let stands =
        |(start, end): &(usize, usize)| start < end && text.slice(*start, *end) == Some(exact.as_str());
    quote.place = quote.place.filter(stands).or_else(|| {
        let length = exact.chars().count();
        let starts = text.as_str().match_indices(&exact).map(|(byte, _)| text.scalar_at(byte));
        let places: Vec<(usize, usize)> = starts.map(|start| (start, start + length)).collect();
        let around = |place: &&(usize, usize)| {
            let (before, after) = text.context(place.0, place.1);
            Some(before) == quote.prefix.as_deref() && Some(after) == quote.suffix.as_deref()
        };
        match places[..] {
            [only] => Some(only),
            _ => places.iter().find(around).copied(),
        }
    });
    if let Some((start, end)) = quote.place {
        let kept = |words: &str| (!words.is_empty()).then(|| words.to_owned());
        let (before, after) = text.context(start, end);
        (quote.prefix, quote.suffix) = (kept(before), kept(after));
    }
}

/// Anchors the quotes that waited for an article's text; gives where they stood, and where they stand now.
pub(super) fn anchor_waiting(
    pen: &Pen<'_>,
    article: i64,
    rev: u32,
    text: &Text,
) -> Result<Vec<(Place, Place)>, StoreError> {
    let mut moved = Vec::new();
    for owner in [Owner::Event, Owner::Link] {
        for (old, exact) in waiting(pen, owner, article)? {
            let scalar = |number: i64| usize::try_from(number).unwrap_or(0);
            let mut quote = Quote {
                place: old.first.zip(old.past).map(|(first, past)| (scalar(first), scalar(past))),
                exact,
                prefix: old.prefix.clone(),
                suffix: old.suffix.clone(),
                ..Quote::default()
            };
            anchor(text, &mut quote);
            let row = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
            let new = Place {
                rev: Some(rev),
                first: quote.place.map(|(start, _)| row(start)),
                past: quote.place.map(|(_, end)| row(end)),
                prefix: quote.prefix,
                suffix: quote.suffix,
                ..old.clone()
            };
            put(pen, &new)?;
            moved.push((old, new));
        }
    }
    Ok(moved)
}

fn waiting(pen: &Pen<'_>, owner: Owner, article: i64) -> Result<Vec<(Place, Option<String>)>, StoreError> {
    let mut select = pen.connection.prepare_cached(match owner {
        Owner::Event => {
            "SELECT event, pos, rev, first, past, prefix, suffix, exact FROM quote \
             WHERE article = ?1 ORDER BY event, pos"
        }
        Owner::Link => {
            "SELECT link, pos, rev, first, past, prefix, suffix, exact FROM link_quote \
             WHERE article = ?1 ORDER BY link, pos"
        }
    })?;
    let rows = select.query_map([article], |row| {
        let place = Place {
            of_link: owner == Owner::Link,
            owner: row.get(0)?,
            pos: row.get(1)?,
            rev: row.get(2)?,
            first: row.get(3)?,
            past: row.get(4)?,
            prefix: row.get(5)?,
            suffix: row.get(6)?,
        };
        Ok((place, row.get(7)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Puts a stored quote where it stood or stands.
pub(super) fn put(pen: &Pen<'_>, place: &Place) -> Result<(), StoreError> {
    pen.connection
        .prepare_cached(if place.of_link {
            "UPDATE link_quote SET rev = ?3, first = ?4, past = ?5, prefix = ?6, suffix = ?7 \
             WHERE link = ?1 AND pos = ?2"
        } else {
            "UPDATE quote SET rev = ?3, first = ?4, past = ?5, prefix = ?6, suffix = ?7 \
             WHERE event = ?1 AND pos = ?2"
        })?
        .execute((
            place.owner,
            place.pos,
            place.rev,
            place.first,
            place.past,
            &place.prefix,
            &place.suffix,
        ))?;
    Ok(())
}
