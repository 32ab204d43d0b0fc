//! The common form of words that bend, for names that are given in one form only.

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
