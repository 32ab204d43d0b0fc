//! Names that mean two things: settled by what stands around them, or left with both readings.

use std::collections::BTreeSet;

use crate::model::LaneCode;

use super::super::super::lexicon::Phrases;
use super::super::words::{Sort, Word};
use super::{Form, Gazetteer, Place};

/// Whether a place that people are also called by is a person here: "Michael Jordan", "Chad Smith".
pub(super) fn is_a_person(words: &[Word], first: usize, last: usize, gazetteer: &Gazetteer) -> bool {
    let beside = |before: &Word, after: &Word| before.span.end + 1 == after.span.start;
    let name = |at: usize| {
        let word = &words[at];
        word.sort == Sort::Letters
            && word.capital
            && !word.shouted
            && gazetteer.phrases.longest(words, at, words.len()).is_none()
    };
    let after = last < words.len() && beside(&words[last - 1], &words[last]) && name(last);
    let sentence_start = |at: usize| at == 0 || words[at - 1].sort == Sort::Mark;
    let before = first > 0
        && beside(&words[first - 1], &words[first])
        && name(first - 1)
        && !sentence_start(first - 1);
    after || before
}

/// Whether a place begins the name of a newspaper or station: "The Moscow Times".
pub(super) fn is_a_masthead(text: &str, words: &[Word], last: usize, gazetteer: &Gazetteer) -> bool {
    let Some(next) = words.get(last) else { return false };
    let gap = &text[words[last - 1].span.end..next.span.start];
    gap == " " && next.capital && gazetteer.mastheads.longest(words, last, words.len()).is_some()
}

/// Puts the likeliest reading first, and takes out what the text's own words say it is not.
pub(super) fn settle(words: &[Word], found: &mut Vec<Place>, gazetteer: &Gazetteer) {
    // Most texts name no place that their other words could tell anything of.
    let doubted = |place: &Place| {
        let denied = |code: &LaneCode| gazetteer.signs.contains_key(&format!("not-{}", code.as_str()));
        place.codes.len() > 1 || place.form == Form::Name && place.codes.iter().any(denied)
    };
    if !found.iter().any(doubted) {
        return;
    }
    let stands =
        |signs: &Phrases<()>| (0..words.len()).any(|at| signs.longest(words, at, words.len()).is_some());
    let told: BTreeSet<&str> =
        gazetteer.signs.iter().filter(|(_, signs)| stands(signs)).map(|(code, _)| code.as_str()).collect();
    let said = |code: &str| told.contains(code);
    let not: Vec<LaneCode> = told
        .iter()
        .filter_map(|key| key.strip_prefix("not-"))
        .filter(|code| !said(code))
        .filter_map(LaneCode::parse)
        .collect();
    found.retain(|place| place.form != Form::Name || !place.codes.iter().all(|code| not.contains(code)));
    let sure: BTreeSet<LaneCode> =
        found.iter().filter(|place| place.codes.len() == 1).map(|place| place.codes[0].clone()).collect();
    for place in found.iter_mut().filter(|place| place.codes.len() > 1) {
        let told = place.codes.iter().position(|code| said(code.as_str()));
        let named = place.codes.iter().position(|code| sure.contains(code));
        if let Some(at) = told.or(named) {
            let likely = place.codes.remove(at);
            place.codes.insert(0, likely);
        }
    }
}
