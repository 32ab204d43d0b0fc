//! Which lexicon a text is written in, by its words: for notes too short for their letters to tell.

use super::super::find::words_of;
use super::{Language, Lexicons};

/// Words of a text that are looked at.
const SAMPLE: usize = 200;

/// Words that a lexicon has to know.
const FEWEST: usize = 2;

impl Lexicons {
    /// The language whose lexicon knows most of a text's words: at least two, a quarter, and more than any other.
    #[must_use]
    pub fn likeliest(&self, text: &str) -> Option<&str> {
        let words: Vec<_> = words_of(text).into_iter().take(SAMPLE).collect();
        let known = |language: &Language| {
            let end = words.len();
            let tells = |at: &usize| {
                language.grammar.longest(&words, *at, end).is_some()
                    || language.nouns.longest(&words, *at, end).is_some()
                    || language.triggers.longest(&words, *at, end).is_some()
            };
            (0..end).filter(tells).count()
        };
        let mut scored: Vec<(usize, &str)> =
            self.by_language.iter().map(|(code, language)| (known(language), code.as_str())).collect();
        scored.sort_by_key(|(hits, code)| (std::cmp::Reverse(*hits), *code));
        let (best, code) = *scored.first()?;
        let next = scored.get(1).map_or(0, |(hits, _)| *hits);
        (best >= FEWEST && best * 4 >= words.len() && best > next).then_some(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_note_is_known_by_its_words() {
        let lexicons = Lexicons::standard();
        for (text, language) in [
            ("Malta has expelled two Cypriot diplomats.", Some("en")),
            ("Мальта выслала двух дипломатов.", Some("ru")),
            ("Мальта вислала двох дипломатів з країни.", Some("uk")),
            ("Die Regierung hat zwei Diplomaten ausgewiesen.", Some("de")),
            ("La police a arrêté un homme dans le port.", Some("fr")),
            ("Malta 12 34 56", None),
            ("Malta wydaliła dwóch dyplomatów cypryjskich.", None),
        ] {
            assert_eq!(lexicons.likeliest(text), language, "{text}");
        }
    }
}
