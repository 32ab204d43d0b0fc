//! What is asked of a text, and what was found in it.

use crate::model::{Entity, Text, When};

use super::super::find::{DateWords, FoundDate, find_dates};
use super::super::lexicon::Lexicons;

/// What the case knows already; its own people and organisations are always recognised.
#[derive(Debug, Clone, Default)]
pub struct Known {
    pub entities: Vec<Entity>,
}

/// A text, and what is known about it.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    pub text: &'a str,
    /// BCP 47; `None`: found out.
    pub language: Option<&'a str>,
    /// Day or moment; without it relative dates stay open.
    pub published: Option<&'a When>,
    pub known: &'a Known,
    pub lexicons: &'a Lexicons,
}

/// What was found in a text.
#[derive(Debug, Clone)]
pub struct Extraction {
    pub text: Text,
    /// BCP 47, as asked or found out.
    pub language: Option<String>,
    /// In the order of the text.
    pub dates: Vec<FoundDate>,
    /// What was doubtful, in sentences.
    pub notes: Vec<String>,
}

impl Question<'_> {
    /// Reads the text.
    #[must_use]
    pub fn answer(&self) -> Extraction {
        let mut notes = Vec::new();
        let language = self.language.map(str::to_owned).or_else(|| language_of(self.text));
        match &language {
            None => notes.push("the language of the text could not be found out".to_owned()),
            Some(language) if self.lexicons.of(language).is_none() => notes.push(format!(
                "there is no lexicon for the language {language:?}: only names of countries are found"
            )),
            Some(_) => {}
        }
        let lexicon = language.as_ref().and_then(|language| self.lexicons.of(language));
        let words = lexicon.map(|lexicon| DateWords::of(&lexicon.dates)).unwrap_or_default();
        let dates = find_dates(self.text, &words, self.published);
        Extraction { text: Text::new(self.text.to_owned()), language, dates, notes }
    }
}

/// The language that a text is most likely written in, as two letters.
fn language_of(text: &str) -> Option<String> {
    let found = whatlang::detect(text)?;
    let two = match found.lang() {
        whatlang::Lang::Eng => "en",
        whatlang::Lang::Rus => "ru",
        whatlang::Lang::Ukr => "uk",
        whatlang::Lang::Deu => "de",
        whatlang::Lang::Fra => "fr",
        whatlang::Lang::Spa => "es",
        whatlang::Lang::Ita => "it",
        whatlang::Lang::Por => "pt",
        whatlang::Lang::Nld => "nl",
        whatlang::Lang::Pol => "pl",
        whatlang::Lang::Ces => "cs",
        whatlang::Lang::Slk => "sk",
        whatlang::Lang::Swe => "sv",
        whatlang::Lang::Dan => "da",
        whatlang::Lang::Nob => "nb",
        whatlang::Lang::Fin => "fi",
        whatlang::Lang::Ron => "ro",
        whatlang::Lang::Hun => "hu",
        whatlang::Lang::Bul => "bg",
        whatlang::Lang::Hrv => "hr",
        whatlang::Lang::Slv => "sl",
        whatlang::Lang::Ell => "el",
        whatlang::Lang::Tur => "tr",
        whatlang::Lang::Est => "et",
        whatlang::Lang::Lit => "lt",
        whatlang::Lang::Lav => "lv",
        whatlang::Lang::Srp => "sr",
        other => return Some(other.code().to_owned()),
    };
    Some(two.to_owned())
}
