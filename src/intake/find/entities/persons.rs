//! People: a name after a title, and the family name alone afterwards.

use std::collections::BTreeMap;

use crate::model::EntityType;

use super::super::super::lexicon::Language;
use super::super::words::{Sort, Word};
use super::super::{ByteSpan, Place};
use super::FoundEntity;

/// Names of one person at most.
const MOST: usize = 4;

/// All people named after a title, wherever they are named again.
pub(super) fn persons_of(
    text: &str,
    words: &[Word],
    places: &[Place],
    language: &Language,
) -> Vec<FoundEntity> {
    let mut taken = vec![false; words.len()];
    for place in places {
        taken[place.first..place.last].fill(true);
    }
    let name = |at: usize| {
        words.get(at).is_some_and(|word| {
            word.sort == Sort::Letters
                && word.capital
                && !word.shouted
                && !taken[at]
                && word.lower.chars().count() > 1
                && !language.lexicon.entities.not_names.contains(&word.lower)
                && language.titles.longest(words, at, words.len()).is_none()
        })
    };
    let particle = |at: usize| {
        words.get(at).is_some_and(|word| language.lexicon.entities.particles.contains(&word.lower))
    };
    let mut found = Vec::new();
    let mut by_family: BTreeMap<&str, String> = BTreeMap::new();
    let mut at = 0;
    while at < words.len() {
        let title = language.titles.longest(words, at, words.len());
        let start = title.as_ref().map_or(at, |hit| hit.end);
        let mut end = start;
        while end < words.len()
            && end - start < MOST
            && (name(end) || end > start && particle(end) && name(end + 1))
        {
            if end > start && text[words[end - 1].span.end..words[end].span.start] != *" " {
                break;
            }
            end += 1;
        }
        let family = end.checked_sub(1).map(|last| words[last].lower.as_str());
        let full = end > start && title.is_some();
        if full {
            let span = ByteSpan::new(words[start].span.start, words[end - 1].span.end);
            let said = span.of(text).unwrap_or_default().to_owned();
            // The longest name that was given is the person's.
            let known =
                family.and_then(|family| by_family.get(family)).filter(|known| known.len() > said.len());
            let called = known.cloned().unwrap_or(said);
            if let Some(family) = family {
                by_family.insert(family, called.clone());
            }
            found.push(person(span, called));
        } else if end == start + 1
            && let Some(known) = family.and_then(|family| by_family.get(family))
        {
            found.push(person(words[start].span, known.clone()));
        } else if end > start + 1
            && let Some(known) = family.and_then(|family| by_family.get(family))
        {
            let span = ByteSpan::new(words[start].span.start, words[end - 1].span.end);
            if span.of(text) == Some(known) {
                found.push(person(span, known.clone()));
            }
        }
        at = end.max(at + 1);
    }
    found
}

fn person(span: ByteSpan, name: String) -> FoundEntity {
    FoundEntity { span, name, entity_type: EntityType::Person, known: None, lane: None }
}
