//! What Caseline knows of languages, as data: `assets/lexicon/*.toml`, and what a newsroom adds to it.
//!
//! ```text
//! built in ─┐
//!           ├─ table of a language ─ read ─► Lexicon
//! the user's┘   (lists joined)
//! ```
//!
//! A user's file for a language that is built in adds to it; one for another language stands alone. A file with an
//! error is named with its line and left out, and the rest works. Deliberately absent: disk; texts are passed in.

mod file;
mod language;
mod likely;
mod phrases;
mod stem;

pub use file::Lexicon;
pub use language::{Language, Noun, Trigger, Voice, Work};
pub use phrases::{Hit, Phrases};
pub use stem::Stem;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use toml::{Table, Value};

use crate::model::Sentence;

const BUILT_IN: [(&str, &str); 5] = [
    ("en.toml", include_str!("../../../assets/lexicon/en.toml")),
    ("ru.toml", include_str!("../../../assets/lexicon/ru.toml")),
    ("uk.toml", include_str!("../../../assets/lexicon/uk.toml")),
    ("de.toml", include_str!("../../../assets/lexicon/de.toml")),
    ("fr.toml", include_str!("../../../assets/lexicon/fr.toml")),
];

static STANDARD: LazyLock<Lexicons> = LazyLock::new(|| Lexicons::with(&[]).0);

/// The lexicons of all languages that are known.
#[derive(Debug, Default)]
pub struct Lexicons {
    by_language: BTreeMap<String, Language>,
}

impl Lexicons {
    /// Those that are built in.
    #[must_use]
    pub fn standard() -> &'static Self {
        &STANDARD
    }

    /// Those that are built in and a user's own, given as names and texts of files; what was wrong with a file is
    /// said in a sentence that names it, and that file is left out.
    #[must_use]
    pub fn with(own: &[(String, String)]) -> (Self, Vec<Sentence>) {
        let mut tables: BTreeMap<String, Table> = BTreeMap::new();
        let mut notes = Vec::new();
        let built_in = BUILT_IN.iter().map(|(name, text)| (*name, *text));
        for (name, text) in built_in.chain(own.iter().map(|(name, text)| (name.as_str(), text.as_str()))) {
            let joined = file::table_of(text).and_then(|(language, table)| {
                let mut joined = tables.get(&language).cloned().unwrap_or_default();
                join(&mut joined, table);
                file::read(joined.clone()).map(|_| (language, joined))
            });
            match joined {
                Ok((language, joined)) => {
                    tables.insert(language, joined);
                }
                Err(why) => {
                    notes.push(Sentence::new("lexicon-left-out").text("file", name).said_of("why", why));
                }
            }
        }
        let read = tables
            .into_iter()
            .filter_map(|(language, table)| Some((language, Language::new(file::read(table).ok()?))));
        (Self { by_language: read.collect() }, notes)
    }

    /// The lexicon of a language, given as a BCP 47 tag: `en`, `en-GB`.
    #[must_use]
    pub fn of(&self, language: &str) -> Option<&Language> {
        let base = language.split(['-', '_']).next().unwrap_or(language);
        self.by_language.get(&base.to_ascii_lowercase())
    }

    /// All of them, by the code of their language.
    pub fn all(&self) -> impl Iterator<Item = &Language> {
        self.by_language.values()
    }
}

/// Puts a table into another: lists are joined, tables too, and everything else is replaced.
fn join(into: &mut Table, from: Table) {
    for (key, value) in from {
        match (into.get_mut(&key), value) {
            (Some(Value::Table(old)), Value::Table(new)) => join(old, new),
            (Some(Value::Array(old)), Value::Array(new)) => old.extend(new),
            (_, value) => {
                into.insert(key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BareWords;

    #[test]
    fn all_built_in_lexicons_are_whole() {
        let (lexicons, notes) = Lexicons::with(&[]);
        assert_eq!(notes, Vec::<Sentence>::new());
        let languages: Vec<&str> =
            lexicons.all().map(|language| language.lexicon.language.as_str()).collect();
        assert_eq!(languages, ["de", "en", "fr", "ru", "uk"]);
        assert!(lexicons.of("en-GB").is_some_and(|language| language.lexicon.language == "en"));
    }

    #[test]
    fn a_users_file_with_an_error_is_named_with_its_line_and_the_rest_works() {
        let own = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let (lexicons, notes) = Lexicons::with(&[
            own("bad.toml", "language = \"en\"\nname = \"English\"\n[places\n"),
            own("odd.toml", "language = \"en\"\nname = \"English\"\nwords = []\n"),
            own("xx.toml", "name = \"nameless\"\n"),
            own("pl.toml", "language = \"pl\"\nname = \"Polski\"\n"),
        ]);
        let notes: Vec<String> = notes.iter().map(|note| note.spoken(&BareWords)).collect();
        assert_eq!(notes.len(), 3, "{notes:?}");
        assert!(notes[0].starts_with("lexicon-left-out bad.toml lexicon-at-line 3 "), "{}", notes[0]);
        assert!(
            notes[1].starts_with("lexicon-left-out odd.toml ") && notes[1].contains("words"),
            "{}",
            notes[1]
        );
        assert!(notes[2].ends_with("xx.toml lexicon-at-line 1 lexicon-no-language"), "{}", notes[2]);
        assert!(lexicons.of("pl").is_some() && lexicons.of("en").is_some());
    }
}
