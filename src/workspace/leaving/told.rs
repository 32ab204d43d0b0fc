//! What would leave the case, in sentences.

use crate::model::{CaseContent, Event};
use crate::store::Behind;

use super::HandOver;

/// A noun, for one and for several.
type Noun = (&'static str, &'static str);

fn counted(number: usize, (one, several): Noun) -> Option<String> {
    match number {
        0 => None,
        1 => Some(format!("1 {one} is left out")),
        _ => Some(format!("{number} {several} are left out")),
    }
}

/// What a copy does not hold: each kind of thing in a sentence with its number.
pub(super) fn left_out(
    whole: &CaseContent,
    open: &CaseContent,
    behind: Behind,
    wanted: &HandOver,
) -> Vec<String> {
    let fewer = |count: fn(&CaseContent) -> usize, noun: Noun| counted(count(whole) - count(open), noun);
    let history = |number: usize| if wanted.history { 0 } else { number };
    let named = whole.articles.iter().filter(|article| article.original.is_some()).count();
    let kept = open.articles.iter().filter(|article| article.original.is_some()).count();
    let originals = match (wanted.originals, wanted.history) {
        (false, _) => behind.originals,
        (true, true) => 0,
        (true, false) => (named - kept).min(behind.originals),
    };
    let told = [
        fewer(|case| case.events.len(), ("private event", "private events")),
        fewer(|case| case.articles.len(), ("private article", "private articles")),
        fewer(|case| case.entities.len(), ("private name", "private names")),
        fewer(
            quotes,
            (
                "quote that is private or hangs on something private",
                "quotes that are private or hang on something private",
            ),
        ),
        fewer(notes, ("note", "notes")),
        fewer(|case| case.links.len(), ("link to a private event", "links to private events")),
        fewer(
            |case| case.candidates.len(),
            ("proposal from a private article", "proposals from private articles"),
        ),
        fewer(
            |case| case.lanes.len(),
            ("lane that only something private uses", "lanes that only something private uses"),
        ),
        fewer(
            |case| case.kinds.len(),
            ("kind that only something private uses", "kinds that only something private uses"),
        ),
        counted(originals, ("file behind an article", "files behind articles")),
        counted(
            history(behind.steps),
            ("step of the history, with what it removed,", "steps of the history, with what they removed,"),
        ),
        counted(history(behind.decided), ("proposal that was decided on", "proposals that were decided on")),
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
) -> Vec<String> {
    let mut told: Vec<String> = events.map(|title| format!("the event “{title}”")).collect();
    for (heading, quotes) in articles {
        told.push(match quotes {
            0 => format!("the article “{heading}”, with its text and its file"),
            1 => format!("the article “{heading}”, with its text, its file and 1 quote"),
            _ => format!("the article “{heading}”, with its text, its file and {quotes} quotes"),
        });
    }
    told.push(match steps {
        0 => "the history, which is empty".to_owned(),
        1 => "the history: its 1 step may hold the words, and can't be taken back any more".to_owned(),
        _ => format!("the history: its {steps} steps may hold the words, and can't be taken back any more"),
    });
    told.push("copies that were made before keep what they hold, and so may the disk itself".to_owned());
    told
}

/// “2 events and 1 article”.
pub(super) fn things(events: usize, articles: usize) -> String {
    let number = |number: usize, one: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{number} {one}s")),
    };
    let both: Vec<String> =
        [number(events, "event"), number(articles, "article")].into_iter().flatten().collect();
    both.join(" and ")
}
