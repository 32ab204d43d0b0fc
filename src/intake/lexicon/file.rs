//! A lexicon's file: its form, and what is wrong with one (`assets/lexicon/README.md` tells it to people).

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Table;

use crate::model::{Kinds, Sentence};

use super::super::find::{DateTable, PlaceWords};
use super::phrases::{Classes, class_in};

/// What is known of one language, as its file says it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// Two letters of ISO 639-1.
    pub language: String,
    /// What the language calls itself.
    pub name: String,
    #[serde(default)]
    pub sentences: SentenceWords,
    #[serde(default)]
    pub places: PlaceWords,
    /// Words that make a noun phrase somebody or something: `people`, `authority`, `mission`, `force`, `thing`.
    #[serde(default)]
    pub nouns: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub numbers: NumberWords,
    /// Small words by their work in a sentence; the names are those of `Work`.
    #[serde(default)]
    pub grammar: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub entities: EntityWords,
    /// Words that do the same in the phrases of triggers, by the name that these call them by: `{name}`.
    #[serde(default)]
    pub classes: Classes,
    #[serde(default)]
    pub triggers: Vec<TriggerWords>,
    /// Words about time, read by the finder of dates.
    #[serde(default)]
    pub dates: DateTable,
}

impl Lexicon {
    /// That of a language of which nothing is known.
    pub(super) fn bare(language: &str) -> Self {
        Self {
            language: language.to_owned(),
            name: language.to_owned(),
            sentences: SentenceWords::default(),
            places: PlaceWords::default(),
            nouns: BTreeMap::new(),
            numbers: NumberWords::default(),
            grammar: BTreeMap::new(),
            entities: EntityWords::default(),
            classes: Classes::new(),
            triggers: Vec::new(),
            dates: DateTable::default(),
        }
    }
}

/// How sentences end, and how words bend.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SentenceWords {
    pub abbreviations: Vec<String>,
    /// Abbreviations before a number only: "no. 5".
    pub numbered: Vec<String>,
    pub dotted_ordinals: bool,
    /// Whether a verb may stand last, far from its auxiliary.
    pub verb_last: bool,
    /// How names bend: `none`, `russian`, `ukrainian`, `german`.
    pub stem: String,
    /// Whether a noun may have its country after it without a word between: "посольство России".
    pub genitive: bool,
    /// Words past which no `…` of a trigger goes: "after", "because".
    pub stops: Vec<String>,
    /// Words for "whose".
    pub owners: Vec<String>,
    /// Relative words that stand for people only: "who".
    pub people: Vec<String>,
    /// Verbs that only hand on what is told: "said".
    pub reports: Vec<String>,
    /// Words that take a place's name to describe something of somebody else: "Russian-leaning".
    pub compounds: Vec<String>,
    /// Endings of the past participle, which may be active or passive.
    pub participles: Vec<String>,
    /// Endings of verbs in the present, as titles use it for what is new.
    pub present: Vec<String>,
    /// Endings of the form that borrows its doer from the main clause: "accusing".
    pub gerunds: Vec<String>,
}

/// Numbers in words, and what stands around a number.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NumberWords {
    pub words: BTreeMap<String, u64>,
    /// "dozen": multiplies what stands before it.
    pub times: BTreeMap<String, u64>,
    pub one: Vec<String>,
    pub more: Vec<String>,
    pub at_least: Vec<String>,
    pub at_most: Vec<String>,
    pub further: Vec<String>,
    pub about: Vec<String>,
}

/// People and organisations.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EntityWords {
    /// Before a person's name: "foreign minister".
    pub titles: Vec<String>,
    /// Names of services and the like, each with the code of its lane or nothing.
    pub organisations: BTreeMap<String, String>,
    /// Words that are capitalised and no part of a name.
    pub not_names: Vec<String>,
    /// Words inside of a name: "van", "de".
    pub particles: Vec<String>,
}

/// Words that tell an event of a kind.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TriggerWords {
    pub kind: String,
    #[serde(default)]
    pub verbs: Vec<String>,
    /// Forms of the verb that are passive by themselves.
    #[serde(default)]
    pub passives: Vec<String>,
    /// Phrases that begin with what it is told of: "{talks} …4 collapsed".
    #[serde(default)]
    pub clauses: Vec<String>,
    #[serde(default)]
    pub nouns: Vec<String>,
    /// Of a speech only: taken where the sentence tells nothing else.
    #[serde(default)]
    pub weak: bool,
}

/// The table of a file's text and the language that it names, or what is wrong, with its line.
pub(super) fn table_of(text: &str) -> Result<(String, Table), Sentence> {
    let table: Table = text.parse().map_err(|error: toml::de::Error| with_line(&error, text))?;
    match table.get("language").and_then(toml::Value::as_str) {
        // Read once by itself, so that a fault is told with its line.
        Some(language) => {
            let language = language.to_owned();
            toml::from_str::<Lexicon>(text).map_err(|error| with_line(&error, text))?;
            Ok((language, table))
        }
        None => Err(at_line(1, Sentence::new("lexicon-no-language"))),
    }
}

/// A lexicon from its joined table.
pub(super) fn read(table: Table) -> Result<Lexicon, Sentence> {
    let mut lexicon: Lexicon =
        table.try_into().map_err(|error: toml::de::Error| Sentence::plain(error.message()))?;
    // "{people}" in a trigger is any noun for them.
    for (name, words) in &lexicon.nouns {
        lexicon.classes.entry(name.clone()).or_insert_with(|| words.clone());
    }
    if let Some(code) = lexicon.places.wrong_code() {
        return Err(Sentence::new("lexicon-no-lane").quoting("code", &code));
    }
    let kinds = Kinds::default();
    let unknown = lexicon.triggers.iter().find(|trigger| kinds.index_of(&trigger.kind).is_none());
    if let Some(trigger) = unknown {
        return Err(Sentence::new("lexicon-no-kind").quoting("kind", &trigger.kind));
    }
    if let Some(class) = unknown_class(&lexicon) {
        return Err(Sentence::new("lexicon-no-class").quoting("class", &class));
    }
    for (table, known, given) in [
        ("grammar", super::Work::NAMES.as_slice(), lexicon.grammar.keys()),
        ("nouns", super::Noun::NAMES.as_slice(), lexicon.nouns.keys()),
    ] {
        if let Some(odd) = given.into_iter().find(|name| !known.contains(&name.as_str())) {
            let said = Sentence::new("lexicon-no-entry").quoting("name", odd).text("table", table);
            return Err(said.text("known", known.join(", ")));
        }
    }
    Ok(lexicon)
}

/// A class that a trigger names and the lexicon does not have.
fn unknown_class(lexicon: &Lexicon) -> Option<String> {
    let lists = lexicon
        .triggers
        .iter()
        .flat_map(|entry| [&entry.verbs, &entry.passives, &entry.clauses, &entry.nouns]);
    let mut named = lists.flatten().flat_map(|phrase| phrase.split_whitespace()).filter_map(class_in);
    named.find(|name| !lexicon.classes.contains_key(*name)).map(str::to_owned)
}

/// What TOML's reader says, which it says in English, with its line.
fn with_line(error: &toml::de::Error, text: &str) -> Sentence {
    let at = error.span().map_or(0, |span| span.start.min(text.len()));
    let line = text.get(..at).unwrap_or(text).matches('\n').count() + 1;
    let message = error.message().lines().collect::<Vec<_>>().join(" ");
    at_line(line, Sentence::plain(message))
}

fn at_line(line: usize, why: Sentence) -> Sentence {
    Sentence::new("lexicon-at-line").text("line", line.to_string()).said_of("why", why)
}
