//! Sorting candidates into piles, on the store's thread.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Candidate, Likeness, Span, Text, contradictions};
use crate::store::Store;

use super::super::files::{Desk, FileError, answer};
use super::super::jobs::Answer;
use super::{Like, Pile, Review, Waiting};

/// Scalar values of the text shown on each side of a candidate's words.
const AROUND: usize = 160;

/// Days by which the case's time is taken wider: what comes just before it belongs to it.
const MARGIN: i64 = 183;

/// Fewer dated events than this give a case no time of its own.
const FEW: usize = 5;

/// Sorts all that wait.
pub fn review(desk: &mut Desk) -> Answer {
    answer(desk.store().and_then(|store| Ok(Answer::Review(Arc::new(sorted(store, None)?)))))
}

/// All that wait, or those of one article, in piles.
pub fn sorted(store: &Store, article: Option<&str>) -> Result<Review, FileError> {
    let range = range_of(store)?;
    let mut texts: BTreeMap<(String, Option<u32>), (Text, String)> = BTreeMap::new();
    let mut waiting = Vec::new();
    let candidates = store.candidates()?.into_iter();
    for candidate in candidates.filter(|one| article.is_none_or(|article| one.article == article)) {
        let place = (candidate.article.clone(), candidate.rev);
        if !texts.contains_key(&place) {
            let Some(article) = store.article(&candidate.article)? else { continue };
            let Some(text) = article.revision(candidate.rev) else { continue };
            let heading = article.heading().to_owned();
            texts.insert(place.clone(), (Text::new(text.text.clone()), heading));
        }
        let Some((text, heading)) = texts.get(&place) else { continue };
        waiting.extend(waits(store, candidate, text, heading, range)?);
    }
    waiting.sort_by(|a, b| {
        let event = |one: &Waiting| one.like.as_ref().map(|like| like.event.id);
        let when = |one: &Waiting| one.candidate.draft.when.as_ref().map(crate::model::When::earliest);
        a.pile
            .cmp(&b.pile)
            .then(event(a).cmp(&event(b)))
            .then(b.candidate.score.total_cmp(&a.candidate.score))
            .then(when(a).cmp(&when(b)))
            .then(a.candidate.key.cmp(&b.candidate.key))
    });
    Ok(Review { revision: store.revision(), waiting, support: store.support()? })
}

fn waits(
    store: &Store,
    candidate: Candidate,
    text: &Text,
    heading: &str,
    range: Option<Span>,
) -> Result<Option<Waiting>, FileError> {
    let (start, end) = (candidate.start, candidate.end);
    // A candidate without its words can't exist (contract 5): a text that changed under it lost them.
    let Some(exact) = text.slice(start, end) else { return Ok(None) };
    let (from, to) = (start.saturating_sub(AROUND), (end + AROUND).min(text.len()));
    let before = paragraph_end(text.slice(from, start).unwrap_or_default(), from > 0);
    let after = paragraph_start(text.slice(end, to).unwrap_or_default(), to < text.len());
    let like = store.alike(&candidate.draft)?.into_iter().next().map(|(event, how)| Like {
        differences: contradictions(&candidate.draft, &event),
        event: Arc::new(event),
        how,
    });
    let outside = candidate.draft.when.as_ref().zip(range);
    let outside = outside.is_some_and(|(when, range)| !when.span().overlaps(range));
    let pile = match &like {
        Some(Like { how: Likeness::Differs, .. }) => Pile::Differs,
        Some(_) => Pile::Supports,
        None if outside => Pile::Background,
        None => Pile::New,
    };
    Ok(Some(Waiting {
        pile,
        like,
        before,
        exact: exact.to_owned(),
        after,
        again: (candidate.draft.more_quotes.iter())
            .filter_map(|(start, end)| Some(((*start, *end), text.slice(*start, *end)?.to_owned())))
            .collect(),
        heading: heading.to_owned(),
        candidate,
    }))
}

/// From the case's first dated event to its last; `None` where there are too few to tell.
fn range_of(store: &Store) -> Result<Option<Span>, FileError> {
    let (first, last) = store.range()?;
    let ends = first.zip(last).filter(|_| store.dated_events().is_ok_and(|dated| dated >= FEW));
    Ok(ends.map(|(first, last)| Span::new(first.plus_days(-MARGIN), last.plus_days(MARGIN))))
}

/// What of the text before still belongs to the paragraph; where more of that was `cut`, from a whole word on.
fn paragraph_end(text: &str, cut: bool) -> String {
    match text.rsplit_once("\n\n") {
        Some((_, own)) => own.trim_start().to_owned(),
        None if cut => {
            let whole = text.split_once(char::is_whitespace).map_or("", |(_, whole)| whole);
            format!("… {}", whole.trim_start())
        }
        None => text.trim_start().to_owned(),
    }
}

/// The same of the text behind.
fn paragraph_start(text: &str, cut: bool) -> String {
    match text.split_once("\n\n") {
        Some((own, _)) => own.trim_end().to_owned(),
        None if cut => {
            let whole = text.rsplit_once(char::is_whitespace).map_or("", |(whole, _)| whole);
            format!("{} …", whole.trim_end())
        }
        None => text.trim_end().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_quote_is_of_whole_words_of_its_paragraph() {
        for (text, cut, before, after) in [
            ("one two three", true, "… two three", "one two …"),
            ("one two three", false, "one two three", "one two three"),
            ("one\n\ntwo three", true, "two three", "one"),
            (" two ", true, "… two ", " two …"),
        ] {
            assert_eq!(paragraph_end(text, cut), before, "{text}");
            assert_eq!(paragraph_start(text, cut), after, "{text}");
        }
    }
}
