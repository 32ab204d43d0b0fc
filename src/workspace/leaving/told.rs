//! What would leave the case, in sentences.

use crate::model::{CaseContent, Event, Sentence};
use crate::store::Behind;

use super::HandOver;

fn counted(number: usize, key: &'static str) -> Option<Sentence> {
    (number > 0).then(|| Sentence::new(key).number("n", number))
}

/// What a copy does not hold: each kind of thing in a sentence with its number.
pub(super) fn left_out(
    whole: &CaseContent,
    open: &CaseContent,
    behind: Behind,
    wanted: &HandOver,
) -> Vec<Sentence> {
    let fewer = |count: fn(&CaseContent) -> usize, key| counted(count(whole) - count(open), key);
    let history = |number: usize| if wanted.history { 0 } else { number };
    let named = whole.articles.iter().filter(|article| article.original.is_some()).count();
    let kept = open.articles.iter().filter(|article| article.original.is_some()).count();
    let originals = match (wanted.originals, wanted.history) {
        (false, _) => behind.originals,
        (true, true) => 0,
        (true, false) => (named - kept).min(behind.originals),
    };
    let told = [
        fewer(|case| case.events.len(), "left-out-events"),
        fewer(|case| case.articles.len(), "left-out-articles"),
        fewer(|case| case.entities.len(), "left-out-names"),
        fewer(quotes, "left-out-quotes"),
        fewer(notes, "left-out-notes"),
        fewer(|case| case.links.len(), "left-out-links"),
        fewer(|case| case.candidates.len(), "left-out-proposals"),
        fewer(|case| case.lanes.len(), "left-out-lanes"),
        fewer(|case| case.kinds.len(), "left-out-kinds"),
        counted(originals, "left-out-files"),
        counted(history(behind.steps), "left-out-steps"),
        counted(history(behind.decided), "left-out-decided"),
    ];
    told.into_iter().flatten().collect()
}

fn quotes(case: &CaseContent) -> usize {
    let of_events: usize = case.events.iter().map(|event: &Event| event.quotes.len()).sum();
    of_events + case.links.iter().map(|link| link.quotes.len()).sum::<usize>()
}

fn notes(case: &CaseContent) -> usize {
    let events = case.events.iter().filter(|event| event.note.is_some()).count();
    let articles = case.articles.iter().filter(|article| article.note.is_some()).count();
    events + articles + case.entities.iter().filter(|entity| entity.note.is_some()).count()
}

/// What forgetting takes: by name, and the history.
pub(super) fn forgotten<'a>(
    events: impl Iterator<Item = &'a str>,
    articles: &[(String, usize)],
    steps: usize,
) -> Vec<Sentence> {
    let event = |title| Sentence::new("forget-event").text("title", title);
    let article = |(heading, quotes): &(String, usize)| {
        Sentence::new("forget-article").text("title", heading).number("n", *quotes)
    };
    let ends = [Sentence::new("forget-history").number("n", steps), Sentence::new("forget-copies")];
    events.map(event).chain(articles.iter().map(article)).chain(ends).collect()
}

/// “2 events and 1 article”.
pub(super) fn things(events: usize, articles: usize) -> Vec<Sentence> {
    [counted(events, "step-events"), counted(articles, "step-articles")].into_iter().flatten().collect()
}
