//! Phrases of a lexicon, found in a run of words: the longest that stands there.
//!
//! `expel*` stands for every word that begins so, `…` for up to ten words within a sentence, and a word with a capital
//! letter wants one in the text as well. The cost of a look-up follows the length of a word, not of the lexicon.

use std::collections::HashMap;

use super::super::find::{Sort, Word, words_of};

/// Words that a `…` may stand for.
const GAP: usize = 10;

/// Phrases with what each stands for.
#[derive(Debug, Clone, Default)]
pub struct Phrases<T> {
    exact: HashMap<String, Vec<Phrase<T>>>,
    begins: HashMap<String, Vec<Phrase<T>>>,
    stem: Stem,
}

#[derive(Debug, Clone)]
struct Phrase<T> {
    rest: Vec<Piece>,
    capital: bool,
    shouted: bool,
    value: T,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Word(String),
    Begins(String),
    Gap,
}

/// A phrase found in a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Hit<'a, T> {
    /// The word after its last.
    pub end: usize,
    pub value: &'a T,
    /// Whether a `…` stands in it.
    pub gapped: bool,
}

impl<T> Clone for Hit<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Hit<'_, T> {}

/// How the words of a language are brought to a common form, for names that are given in one form only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stem {
    #[default]
    None,
    Russian,
    Ukrainian,
    German,
}

impl Stem {
    /// The common form of a word in lower case.
    #[must_use]
    pub fn of(self, word: &str) -> String {
        let endings: &[&str] = match self {
            Self::None => return word.to_owned(),
            Self::Russian => {
                return rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::Russian)
                    .stem(word)
                    .into_owned();
            }
            Self::Ukrainian => &UKRAINIAN,
            Self::German => &["es", "s", "n"],
        };
        // "Wie" is no Vienna.
        let least = if self == Self::German { 4 } else { 3 };
        let long = |stem: &str| stem.chars().count() >= least;
        let cut = endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|stem| long(stem)));
        cut.unwrap_or(word).to_owned()
    }
}

/// Endings of Ukrainian nouns and adjectives, the longest first.
const UKRAINIAN: [&str; 40] = [
    "ього", "ьому", "ими", "ого", "ому", "ями", "ами", "ові", "еві", "єві", "ією", "ій", "их", "им", "ою",
    "єю", "ею", "ів", "їв", "ей", "ам", "ям", "ах", "ях", "ом", "ем", "єм", "ії", "ія", "ію", "а", "я", "у",
    "ю", "и", "і", "ї", "е", "є", "о",
];

impl<T: Clone> Phrases<T> {
    /// An empty list, whose words without `*` are compared by their stems.
    #[must_use]
    pub fn stemmed(stem: Stem) -> Self {
        Self { exact: HashMap::new(), begins: HashMap::new(), stem }
    }

    /// Adds a phrase as the lexicons write it.
    pub fn add(&mut self, phrase: &str, value: T) {
        let mut pieces = Vec::new();
        let mut marks = (false, false);
        for part in phrase.split_whitespace() {
            if part == "…" || part == "..." {
                pieces.push(Piece::Gap);
                continue;
            }
            let (part, begins) = part.strip_suffix('*').map_or((part, false), |part| (part, true));
            let words = words_of(part);
            let many = words.len();
            for (at, word) in words.into_iter().enumerate() {
                if pieces.is_empty() {
                    marks = (word.capital, word.shouted);
                }
                let last = at + 1 == many;
                pieces.push(if begins && last {
                    Piece::Begins(word.lower)
                } else {
                    Piece::Word(self.key(&word))
                });
            }
        }
        let mut pieces = pieces.into_iter();
        let (capital, shouted) = marks;
        let Some(first) = pieces.next() else { return };
        let entry = Phrase { rest: pieces.collect(), capital, shouted, value };
        match first {
            Piece::Word(word) => self.exact.entry(word).or_default().push(entry),
            Piece::Begins(word) => self.begins.entry(word).or_default().push(entry),
            Piece::Gap => {}
        }
    }

    fn key(&self, word: &Word) -> String {
        // Short words and abbreviations have no endings to lose.
        if word.shouted || word.sort != Sort::Letters {
            word.lower.clone()
        } else {
            self.stem.of(&word.lower)
        }
    }

    /// The longest phrase that begins with the word at `at` and ends before `limit`.
    #[must_use]
    pub fn longest(&self, words: &[Word], at: usize, limit: usize) -> Option<Hit<'_, T>> {
        let word = words.get(at)?;
        let mut best: Option<Hit<'_, T>> = None;
        let take = |phrase: &'_ Phrase<T>| -> Option<usize> {
            if phrase.capital && !word.capital || phrase.shouted && !word.shouted {
                return None;
            }
            self.rest_ends(&phrase.rest, words, at + 1, limit)
        };
        let mut all: Vec<&Phrase<T>> = Vec::new();
        if let Some(phrases) = self.exact.get(&self.key(word)) {
            all.extend(phrases);
        }
        if !self.begins.is_empty() && word.sort == Sort::Letters {
            let cuts = word.lower.char_indices().map(|(at, c)| at + c.len_utf8());
            all.extend(cuts.filter_map(|end| self.begins.get(&word.lower[..end])).flatten());
        }
        for phrase in all {
            if let Some(end) = take(phrase)
                && best.as_ref().is_none_or(|best| end > best.end)
            {
                let gapped = phrase.rest.contains(&Piece::Gap);
                best = Some(Hit { end, value: &phrase.value, gapped });
            }
        }
        best
    }

    /// Where the rest of a phrase ends, if it stands at `at`.
    fn rest_ends(&self, rest: &[Piece], words: &[Word], at: usize, limit: usize) -> Option<usize> {
        let Some((piece, rest)) = rest.split_first() else { return Some(at) };
        if *piece == Piece::Gap {
            let reach = (at + GAP).min(limit);
            return (at..=reach).find_map(|from| self.rest_ends(rest, words, from, limit));
        }
        let word = words.get(at).filter(|_| at < limit)?;
        let fits = match piece {
            Piece::Word(wanted) => word.lower == *wanted || self.key(word) == *wanted,
            Piece::Begins(wanted) => word.lower.starts_with(wanted.as_str()),
            Piece::Gap => false,
        };
        if fits { self.rest_ends(rest, words, at + 1, limit) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(stem: Stem, phrases: &[&str], text: &str, expected: Option<&str>) {
        let mut all = Phrases::stemmed(stem);
        for phrase in phrases {
            all.add(phrase, (*phrase).to_owned());
        }
        let words = words_of(text);
        let found = (0..words.len()).find_map(|at| all.longest(&words, at, words.len()));
        assert_eq!(found.map(|hit| hit.value.as_str()), expected, "{text}");
    }

    #[test]
    fn the_longest_phrase_wins_and_capitals_count() {
        let names = ["Guinea", "Equatorial Guinea", "US", "order* … to leave"];
        check(Stem::None, &names, "in Equatorial Guinea", Some("Equatorial Guinea"));
        check(Stem::None, &names, "a guinea of gold", None);
        check(Stem::None, &names, "gave us a call", None);
        check(Stem::None, &names, "the U.S. embassy", Some("US"));
        check(Stem::None, &names, "ordered five of them to leave", Some("order* … to leave"));
        check(Stem::None, &names, "ordered tea", None);
    }

    #[test]
    fn names_are_known_by_their_stems() {
        check(Stem::Russian, &["Бельгия"], "из Бельгии", Some("Бельгия"));
        check(Stem::Ukrainian, &["Польща"], "у Польщі", Some("Польща"));
        check(Stem::German, &["Russland"], "die Antwort Russlands", Some("Russland"));
        check(Stem::German, &["Wien"], "Wie es in Wiens Straßen heißt", Some("Wien"));
        check(Stem::German, &["Wien"], "Wie es heißt", None);
    }
}
