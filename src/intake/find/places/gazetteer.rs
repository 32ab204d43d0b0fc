//! What a language calls countries and bodies.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::LaneCode;

use super::super::super::lexicon::{Phrases, Stem};

/// How a place is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// "Russia"
    Name,
    /// "Russian"
    Adjective,
    /// "Russians"
    People,
    /// "Moscow", as a city or as its government.
    Capital,
    /// "Hamburg": it says where, and names no country by itself.
    Town,
    /// "the Kremlin"
    Seat,
    /// "NATO"
    Body,
}

/// What a phrase of the gazetteer means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    Place {
        /// The likeliest first.
        codes: Vec<LaneCode>,
        form: Form,
        /// Also a name that people have: "Jordan".
        given_name: bool,
    },
    /// A name that holds a country's and means something else: "New Mexico", "The Moscow Times".
    Other,
}

/// The part of a lexicon that names places: codes of lanes with their words.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PlaceWords {
    pub names: BTreeMap<String, Vec<String>>,
    pub adjectives: BTreeMap<String, Vec<String>>,
    pub people: BTreeMap<String, Vec<String>>,
    pub capitals: BTreeMap<String, Vec<String>>,
    /// Towns and regions by the lanes that they lie in.
    pub towns: BTreeMap<String, Vec<String>>,
    pub seats: BTreeMap<String, Vec<String>>,
    pub bodies: BTreeMap<String, Vec<String>>,
    /// What a body is called once it was named: `NATO = ["the alliance"]`.
    pub called: BTreeMap<String, Vec<String>>,
    /// Words with several readings, the likeliest first: `Brussels = ["BE", "EU"]`.
    pub open: BTreeMap<String, Vec<String>>,
    /// Words of a text that make a reading sure: `GE = ["Tbilisi"]`; `not-GE` makes it none.
    pub signs: BTreeMap<String, Vec<String>>,
    pub other: Vec<String>,
    pub given_names: Vec<String>,
    /// Words that make a masthead of a place: "Times", "Post".
    pub mastheads: Vec<String>,
}

impl PlaceWords {
    /// A code of a lane that is none, with the table where it stands.
    pub(in crate::intake) fn wrong_code(&self) -> Option<String> {
        let tables = [
            &self.names,
            &self.adjectives,
            &self.people,
            &self.capitals,
            &self.towns,
            &self.seats,
            &self.bodies,
            &self.called,
        ];
        let codes = tables.into_iter().flat_map(BTreeMap::keys).chain(self.open.values().flatten());
        codes.into_iter().find(|code| LaneCode::parse(code).is_none()).cloned()
    }
}

/// All that a language calls countries and bodies.
#[derive(Debug, Clone)]
pub struct Gazetteer {
    pub(super) phrases: Phrases<Meaning>,
    pub(super) signs: BTreeMap<String, Phrases<()>>,
    pub(super) mastheads: Phrases<()>,
}

impl Gazetteer {
    /// From CLDR's names and a lexicon's own words, which win.
    #[must_use]
    pub fn new(names: &[(&str, &str)], words: &PlaceWords, stem: Stem) -> Self {
        let mut phrases = Phrases::stemmed(stem);
        for name in &words.other {
            phrases.add(name, Meaning::Other);
        }
        let place = |codes: &[&str], name: &str, form| Meaning::Place {
            codes: codes.iter().filter_map(|code| LaneCode::parse(code)).collect(),
            form,
            given_name: words.given_names.iter().any(|given| given == name),
        };
        for (name, codes) in &words.open {
            let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
            phrases.add(name, place(&codes, name, Form::Capital));
        }
        let tables = [
            (&words.names, Form::Name),
            (&words.people, Form::People),
            (&words.adjectives, Form::Adjective),
            (&words.capitals, Form::Capital),
            (&words.seats, Form::Seat),
            (&words.bodies, Form::Body),
        ];
        for (table, form) in tables {
            for (code, names) in table {
                for name in names {
                    phrases.add(name, place(&[code], name, form));
                }
            }
        }
        for (name, code) in names {
            for part in parts_of(name) {
                phrases.add(part, place(&[code], part, Form::Name));
            }
        }
        let list = |words: &[String]| {
            let mut all = Phrases::stemmed(stem);
            for word in words {
                all.add(word, ());
            }
            all
        };
        let signs = words.signs.iter().map(|(code, words)| (code.clone(), list(words))).collect();
        Self { phrases, signs, mastheads: list(&words.mastheads) }
    }
}

/// A name of CLDR, and what stands before its brackets: "Myanmar (Burma)".
fn parts_of(name: &str) -> impl Iterator<Item = &str> {
    let bare = name.split_once(" (").map(|(bare, _)| bare);
    let inside = name.split_once(" (").and_then(|(_, rest)| rest.strip_suffix(')'));
    let inside = inside.filter(|inside| inside.chars().any(char::is_lowercase));
    [Some(name), bare, inside].into_iter().flatten()
}
