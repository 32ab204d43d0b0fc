//! A lexicon made ready to read with: its phrases by the work they do.

use std::collections::BTreeMap;

use crate::model::gazetteer;

use super::super::find::{DateWords, Gazetteer};
use super::file::{Lexicon, NumberWords};
use super::phrases::{Phrases, ReadyClasses};
use super::stem::Stem;

/// Languages whose names of countries are looked for where the text's own language has none.
const COMMON: [&str; 5] = ["en", "ru", "uk", "de", "fr"];

/// The work that a small word does in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Makes a participle passive: "was".
    Passive,
    /// Makes it active: "has".
    Perfect,
    Future,
    /// "would": what is announced where somebody speaks, and what is only thought of elsewhere.
    Would,
    Not,
    /// "may", "would": it did not happen.
    Maybe,
    /// Stands for whoever acted last: "it".
    Pronoun,
    /// Stands for the person last spoken of: "he".
    Person,
    /// Stands for what is before it: "who".
    Relative,
    /// "its", "their": the subject's.
    Own,
    /// "those": makes a participle a noun.
    Those,
    /// Points back to what the sentence before told: "these".
    Such,
    /// Begins a clause: "after", "because".
    Boundary,
    /// The same, where a date right before it is that of the clause: "in April, when".
    When,
    /// Begins a phrase without a verb of its own: "over", "amid".
    Cause,
    /// "asked": what hangs on it by "to" has not happened.
    Ask,
    /// Begins a clause, or what a post or a person is meant for: "for".
    For,
    And,
    By,
    From,
    Of,
    /// "against", "on": before whom it is done to.
    Against,
    In,
    To,
    With,
    /// "than": what something is held beside does nothing.
    Than,
    /// "between": those that stand behind it are two or more.
    Between,
    /// "a", "the".
    Article,
    /// A verb of saying.
    Speech,
    /// "according to".
    According,
    Alleged,
    Reported,
    /// Before a date that ends something: "by", "until".
    Until,
    Since,
}

impl Work {
    const ALL: [(&'static str, Self); 34] = [
        ("passive", Self::Passive),
        ("perfect", Self::Perfect),
        ("future", Self::Future),
        ("would", Self::Would),
        ("not", Self::Not),
        ("maybe", Self::Maybe),
        ("pronoun", Self::Pronoun),
        ("person", Self::Person),
        ("relative", Self::Relative),
        ("own", Self::Own),
        ("those", Self::Those),
        ("such", Self::Such),
        ("boundary", Self::Boundary),
        ("when", Self::When),
        ("cause", Self::Cause),
        ("ask", Self::Ask),
        ("for", Self::For),
        ("and", Self::And),
        ("by", Self::By),
        ("from", Self::From),
        ("of", Self::Of),
        ("against", Self::Against),
        ("in", Self::In),
        ("to", Self::To),
        ("with", Self::With),
        ("than", Self::Than),
        ("between", Self::Between),
        ("article", Self::Article),
        ("speech", Self::Speech),
        ("according", Self::According),
        ("alleged", Self::Alleged),
        ("reported", Self::Reported),
        ("until", Self::Until),
        ("since", Self::Since),
    ];

    /// Whether it begins a clause, or a phrase as far from the verb as one.
    pub(in crate::intake) fn is_border(self) -> bool {
        matches!(self, Self::Boundary | Self::When | Self::Cause | Self::For | Self::Relative | Self::Speech)
    }

    /// Whether it begins a clause with a verb of its own.
    pub(in crate::intake) fn begins_clause(self) -> bool {
        matches!(self, Self::Boundary | Self::When)
    }

    /// The names that lexicons use.
    pub(super) const NAMES: [&'static str; 34] = {
        let mut names = [""; 34];
        let mut at = 0;
        while at < names.len() {
            names[at] = Self::ALL[at].0;
            at += 1;
        }
        names
    };
}

/// What the head of a noun phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    /// Those to whom things are done: "diplomats".
    People,
    /// Those who act for a state: "ministry".
    Authority,
    /// "countries": several who could act, and nobody in particular.
    Several,
    /// "embassy"
    Mission,
    /// "troops"
    Force,
    /// A thing that can be hit or seized: "cable".
    Thing,
    /// What is done or said, not who does it: "accusations".
    Act,
}

impl Noun {
    const ALL: [(&'static str, Self); 7] = [
        ("people", Self::People),
        ("authority", Self::Authority),
        ("several", Self::Several),
        ("mission", Self::Mission),
        ("force", Self::Force),
        ("thing", Self::Thing),
        ("act", Self::Act),
    ];

    /// The names that lexicons use.
    pub(super) const NAMES: [&'static str; 7] =
        ["people", "authority", "several", "mission", "force", "thing", "act"];
}

/// How a trigger tells its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// By what stands around it.
    Verb,
    Passive,
    /// Its own subject stands in it.
    Clause,
    Noun,
}

/// A word that tells an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    pub kind: String,
    pub voice: Voice,
    /// Taken only where a sentence tells nothing else.
    pub weak: bool,
}

/// A language, ready to read with.
#[derive(Debug, Clone)]
pub struct Language {
    pub lexicon: Lexicon,
    pub gazetteer: Gazetteer,
    pub nouns: Phrases<Noun>,
    pub grammar: Phrases<Work>,
    pub triggers: Phrases<Trigger>,
    pub titles: Phrases<()>,
    pub organisations: Phrases<String>,
    /// What bodies are called once they were named, with their codes.
    pub called: Phrases<String>,
    /// Towns with the codes of the lanes that they lie in.
    pub towns: Phrases<String>,
    pub date_words: DateWords,
}

impl Language {
    /// Makes a lexicon ready.
    #[must_use]
    pub fn new(lexicon: Lexicon) -> Self {
        let stem = match lexicon.sentences.stem.as_str() {
            "russian" => Stem::Russian,
            "ukrainian" => Stem::Ukrainian,
            "german" => Stem::German,
            _ => Stem::None,
        };
        let names = gazetteer::names_in(&lexicon.language).map(Vec::as_slice).unwrap_or_default();
        let gazetteer = Gazetteer::new(names, &lexicon.places, stem);
        let mut nouns = Phrases::stemmed(Stem::None);
        for (name, noun) in Noun::ALL {
            for word in lexicon.nouns.get(name).into_iter().flatten() {
                nouns.add(word, noun);
            }
        }
        let mut grammar = Phrases::stemmed(Stem::None);
        for (name, work) in Work::ALL {
            for word in lexicon.grammar.get(name).into_iter().flatten() {
                grammar.add(word, work);
            }
        }
        let mut triggers = Phrases::stemmed(Stem::None).stopping_at(&lexicon.sentences.stops);
        let classes = ReadyClasses::of(&lexicon.classes);
        for entry in &lexicon.triggers {
            let lists = [
                (&entry.passives, Voice::Passive),
                (&entry.verbs, Voice::Verb),
                (&entry.clauses, Voice::Clause),
                (&entry.nouns, Voice::Noun),
            ];
            for (words, voice) in lists {
                for word in words {
                    let trigger = Trigger { kind: entry.kind.clone(), voice, weak: entry.weak };
                    triggers.add_with(word, trigger, &classes);
                }
            }
        }
        let mut titles = Phrases::stemmed(Stem::None);
        for title in &lexicon.entities.titles {
            titles.add(title, ());
        }
        let mut organisations = Phrases::stemmed(Stem::None);
        for (name, code) in &lexicon.entities.organisations {
            organisations.add(name, code.clone());
        }
        let by_code = |table: &BTreeMap<String, Vec<String>>| {
            let mut all = Phrases::stemmed(stem);
            for (code, names) in table {
                for name in names {
                    all.add(name, code.clone());
                }
            }
            all
        };
        let (called, towns) = (by_code(&lexicon.places.called), by_code(&lexicon.places.towns));
        let date_words = DateWords::of(&lexicon.dates);
        Self {
            lexicon,
            gazetteer,
            nouns,
            grammar,
            triggers,
            titles,
            organisations,
            called,
            towns,
            date_words,
        }
    }

    /// Of a language without a lexicon: only what CLDR calls the countries, in it or in the common ones.
    #[must_use]
    pub fn bare(code: &str) -> Self {
        let own = gazetteer::names_in(code).map(Vec::as_slice).unwrap_or_default();
        let names: Vec<(&str, &str)> = if own.is_empty() {
            COMMON.iter().filter_map(|code| gazetteer::names_in(code)).flatten().copied().collect()
        } else {
            own.to_vec()
        };
        let lexicon = Lexicon::bare(code);
        let gazetteer = Gazetteer::new(&names, &lexicon.places, Stem::None);
        Self { gazetteer, ..Self::new(lexicon) }
    }
}

impl NumberWords {
    /// The value of a word that is a number by itself.
    #[must_use]
    pub fn value(&self, word: &str) -> Option<u64> {
        self.words.get(word).copied()
    }
}
