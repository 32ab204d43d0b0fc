//! Countries and bodies named in prose: by name, adjective, people, capital, or the seat of a government.
//!
//! ```text
//! words ─ gazetteer (longest phrase) ─► readings ─ doubt (context) ─► Place
//! ```
//! Deliberately absent: cities that are no capitals, since they name no country. They only tell where an event was
//! (`propose/sentence/reading.rs`).

mod doubt;
mod gazetteer;

pub use gazetteer::{Form, Gazetteer, PlaceWords};

use crate::model::LaneCode;

use self::gazetteer::Meaning;
use super::ByteSpan;
use super::words::Word;

/// A country or body named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub span: ByteSpan,
    /// Indices of its words; `last` exclusive.
    pub first: usize,
    pub last: usize,
    /// What it can mean, the likeliest first.
    pub codes: Vec<LaneCode>,
    pub form: Form,
}

/// The places of a text, in its order.
#[must_use]
pub fn find_places(text: &str, words: &[Word], gazetteer: &Gazetteer) -> Vec<Place> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(hit) = gazetteer.phrases.longest(words, at, words.len()) else {
            at += 1;
            continue;
        };
        if let Meaning::Place { codes, form, given_name } = hit.value {
            let (first, last) = (at, hit.end);
            let person = *given_name && doubt::is_a_person(words, first, last, gazetteer);
            if !person && !doubt::is_a_masthead(text, words, last, gazetteer) {
                let span = ByteSpan::new(words[first].span.start, words[last - 1].span.end);
                found.push(Place { span, first, last, codes: codes.clone(), form: *form });
            }
        }
        at = hit.end.max(at + 1);
    }
    doubt::settle(words, &mut found, gazetteer);
    found
}
