//! People and organisations named in prose.
//!
//! Sure ones only: a name after a title, a known service, an institution of a named state, and whoever the case knows
//! already. A family name alone stands for whoever was called by it before.

mod persons;

use crate::model::{Entity, EntityType, LaneCode};

use super::super::lexicon::{Language, Noun, Phrases, Stem};
use super::words::{Sort, Word};
use super::{ByteSpan, Form, Place};

/// Somebody named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundEntity {
    pub span: ByteSpan,
    /// As the case calls it, or as the text does in full.
    pub name: String,
    pub entity_type: EntityType,
    /// Key of the case's entity.
    pub known: Option<String>,
    /// The lane of the state that it belongs to.
    pub lane: Option<LaneCode>,
}

/// All that are named, in the order of the text, none inside another.
#[must_use]
pub fn find_entities(
    text: &str,
    words: &[Word],
    places: &[Place],
    language: &Language,
    known: &[Entity],
) -> Vec<FoundEntity> {
    let persons = persons::persons_of(text, words, places, language);
    let lists = [
        of_the_case(text, words, known),
        persons,
        organisations(text, words, language),
        institutions(text, words, places, language),
    ];
    // Where two overlap, the list that comes first knows better.
    let mut all: Vec<(ByteSpan, usize, FoundEntity)> = Vec::new();
    for (rank, list) in lists.into_iter().enumerate() {
        all.extend(list.into_iter().map(|one| (one.span, rank, one)));
    }
    all.sort_by_key(|(span, rank, _)| (*span, *rank));
    let mut kept: Vec<(usize, FoundEntity)> = Vec::new();
    for (span, rank, one) in all {
        match kept.last_mut() {
            Some((other_rank, other)) if other.span.overlaps(span) => {
                if rank < *other_rank {
                    (*other_rank, *other) = (rank, one);
                }
            }
            _ => kept.push((rank, one)),
        }
    }
    kept.into_iter().map(|(_, one)| one).collect()
}

/// Whoever the case knows, by names and aliases.
fn of_the_case(text: &str, words: &[Word], known: &[Entity]) -> Vec<FoundEntity> {
    let mut names: Phrases<usize> = Phrases::stemmed(Stem::None);
    for (index, entity) in known.iter().enumerate() {
        for name in std::iter::once(&entity.name).chain(&entity.aliases) {
            names.add(&name.replace(['*', '…'], ""), index);
        }
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let hit = names.longest(words, at, words.len());
        if let Some((hit, entity)) = hit.and_then(|hit| Some((hit, known.get(*hit.value)?))) {
            found.push(FoundEntity {
                span: ByteSpan::new(words[at].span.start, words[hit.end - 1].span.end),
                name: entity.name.clone(),
                entity_type: entity.entity_type,
                known: Some(entity.key.clone()),
                lane: None,
            });
            debug_assert!(found.iter().all(|one| one.span.of(text).is_some()));
            at = hit.end;
        } else {
            at += 1;
        }
    }
    found
}

/// Services and the like that the lexicon names.
fn organisations(text: &str, words: &[Word], language: &Language) -> Vec<FoundEntity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(hit) = language.organisations.longest(words, at, words.len()) else {
            at += 1;
            continue;
        };
        let span = ByteSpan::new(words[at].span.start, words[hit.end - 1].span.end);
        found.push(organisation(text, span, LaneCode::parse(hit.value)));
        at = hit.end;
    }
    found
}

fn organisation(text: &str, span: ByteSpan, lane: Option<LaneCode>) -> FoundEntity {
    let name = span.of(text).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    FoundEntity { span, name, entity_type: EntityType::Organisation, known: None, lane }
}

/// Words between a state and its institution at most: "German Federal Foreign Office".
const REACH: usize = 4;

/// "Russian foreign ministry", "German Embassy".
fn institutions(text: &str, words: &[Word], places: &[Place], language: &Language) -> Vec<FoundEntity> {
    let mut found = Vec::new();
    let owns = |place: &&Place| words.get(place.last).is_some_and(|next| next.lower == "'s");
    let fits = |place: &&Place| place.form == Form::Adjective || place.form == Form::Name && owns(place);
    for place in places.iter().filter(fits) {
        let limit = (place.last + REACH).min(words.len());
        let plain = |at: &usize| words[*at].sort == Sort::Letters;
        let head = (place.last..limit).take_while(plain).find_map(|at| {
            let hit = language.nouns.longest(words, at, limit + 2)?;
            matches!(hit.value, Noun::Authority | Noun::Mission).then_some(hit.end)
        });
        let titled = head
            .is_some_and(|end| (place.last..end).any(|at| language.titles.longest(words, at, end).is_some()));
        if let Some(end) = head.filter(|_| !titled) {
            let span = ByteSpan::new(words[place.first].span.start, words[end - 1].span.end);
            if span.of(text).is_some_and(|name| !name.contains('\n')) {
                found.push(organisation(text, span, place.codes.first().cloned()));
            }
        }
    }
    found
}
