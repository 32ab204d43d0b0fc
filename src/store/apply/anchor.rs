//! Anchoring: a quote that came without its article's text finds its place when the text is there (contract 4).

use serde::{Deserialize, Serialize};

use super::pen::Pen;
use crate::model::{Quote, Text};
use crate::store::error::StoreError;
use crate::store::read;

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

impl Place {
    /// A place that only its article knows: a candidate's.
    pub(super) fn at(rev: Option<u32>, (first, past): (i64, i64)) -> Self {
        let (first, past) = (Some(first), Some(past));
        Self { of_link: false, owner: 0, pos: 0, rev, first, past, prefix: None, suffix: None }
    }

    /// The revision that it stands in.
    pub(super) fn rev(&self) -> Option<u32> {
        self.rev
    }

    /// Whether it says where its words stand.
    pub(super) fn is_placed(&self) -> bool {
        self.first.is_some()
    }

    /// Where its words stand, in scalar values.
    pub(super) fn scalars(&self) -> Option<(usize, usize)> {
        let scalar = |number: i64| usize::try_from(number).ok();
        Some((scalar(self.first?)?, scalar(self.past?)?))
    }

    /// Makes it wait in a revision for someone to find its words.
    pub(super) fn unplace(&mut self, rev: u32) {
        (self.rev, self.first, self.past) = (Some(rev), None, None);
    }

    /// Moves it to a place in a revision, with the surroundings there, or only to the revision.
    pub(super) fn move_to(&mut self, rev: u32, there: Option<((usize, usize), &Text)>) {
        self.rev = Some(rev);
        if let Some(((start, end), text)) = there {
            let row = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
            (self.first, self.past) = (Some(row(start)), Some(row(end)));
            let kept = |words: &str| (!words.is_empty()).then(|| words.to_owned());
            let (before, after) = text.context(start, end);
            (self.prefix, self.suffix) = (kept(before), kept(after));
        }
    }
}

/// Where words stand in a text: at the place where they stood, else where they are found; of several such places the
/// one with the most of the surroundings around it, and none where nothing tells them apart.
fn find_at(
    text: &Text,
    exact: &str,
    stood: Option<(usize, usize)>,
    (prefix, suffix): (&str, &str),
) -> Option<(usize, usize)> {
    let stands = |(start, end): &(usize, usize)| start < end && text.slice(*start, *end) == Some(exact);
    if let Some(place) = stood.filter(stands) {
        return Some(place);
    }
    let length = exact.chars().count();
    let starts = text.as_str().match_indices(exact).map(|(byte, _)| text.scalar_at(byte));
    let places: Vec<(usize, usize)> = starts.map(|start| (start, start + length)).collect();
    if let [only] = places[..] {
        return Some(only);
    }
    let alike = |place: &(usize, usize)| {
        let (before, after) = text.context(place.0, place.1);
        let shared = |one: &mut dyn Iterator<Item = char>, other: &mut dyn Iterator<Item = char>| {
            one.zip(other).take_while(|(a, b)| a == b).count()
        };
        shared(&mut before.chars().rev(), &mut prefix.chars().rev())
            + shared(&mut after.chars(), &mut suffix.chars())
    };
    let best = places.iter().map(alike).max().filter(|best| *best > 0)?;
    let mut likeliest = places.iter().filter(|place| alike(place) == best);
    match (likeliest.next(), likeliest.next()) {
        (Some(only), None) => Some(*only),
        _ => None,
    }
}

/// Where the words of a quote stand in a text, if they do.
pub(super) fn find(text: &Text, exact: &str, place: &Place) -> Option<(usize, usize)> {
    let around = |words: &Option<String>| words.clone().unwrap_or_default();
    let (prefix, suffix) = (around(&place.prefix), around(&place.suffix));
    find_at(text, exact, place.scalars(), (&prefix, &suffix))
}

/// Puts a quote where its words stand in a text; one whose words are not found, or that could stand in several places,
/// loses its place.
pub(super) fn anchor(text: &Text, quote: &mut Quote) {
    let Some(exact) = quote.exact.clone().filter(|exact| !exact.is_empty()) else {
        quote.place = None;
        return;
    };
    let around = (quote.prefix.as_deref().unwrap_or(""), quote.suffix.as_deref().unwrap_or(""));
    quote.place = find_at(text, &exact, quote.place, around);
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
    for of_link in [false, true] {
        for (old, exact) in quotes_in(pen, of_link, article)? {
            let there = exact.as_deref().filter(|exact| !exact.is_empty());
            let there = there.and_then(|exact| find(text, exact, &old));
            let mut new = old.clone();
            new.unplace(rev);
            new.move_to(rev, there.map(|there| (there, text)));
            put(pen, &new)?;
            moved.push((old, new));
        }
    }
    Ok(moved)
}

/// The quotes of events or links that stand in an article, with their words.
pub(super) fn quotes_in(
    pen: &Pen<'_>,
    of_link: bool,
    article: i64,
) -> Result<Vec<(Place, Option<String>)>, StoreError> {
    let mut select = pen.connection.prepare_cached(if of_link {
        concat!(
            "SELECT q.link, q.pos, q.rev, q.first, q.past, q.prefix, q.suffix, q.exact FROM link_quote q ",
            "JOIN link k ON k.id = q.link WHERE q.article = ?1 AND ",
            read::live!("k.batch"),
            " ORDER BY q.link, q.pos"
        )
    } else {
        concat!(
            "SELECT q.event, q.pos, q.rev, q.first, q.past, q.prefix, q.suffix, q.exact FROM quote q ",
            "JOIN event e ON e.id = q.event WHERE q.article = ?1 AND ",
            read::live!("e.batch"),
            " ORDER BY q.event, q.pos"
        )
    })?;
    let rows = select.query_map([article], |row| {
        let place = Place {
            of_link,
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

/// Puts other words into a stored quote.
pub(super) fn put_words(pen: &Pen<'_>, place: &Place, words: &str) -> Result<(), StoreError> {
    pen.connection
        .prepare_cached(if place.of_link {
            "UPDATE link_quote SET exact = ?3 WHERE link = ?1 AND pos = ?2"
        } else {
            "UPDATE quote SET exact = ?3 WHERE event = ?1 AND pos = ?2"
        })?
        .execute((place.owner, place.pos, words))?;
    Ok(())
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
