//! What is asked of a text, and what was found in it.

use crate::model::{CandidateDraft, Entity, Sentence, Text, When};

use super::super::articles::language_of;
use super::super::find::{ByteSpan, FoundDate, FoundEntity, Place, find_dates_and_counts, find_entities};
use super::super::lexicon::{Language, Lexicons};
use super::events::proposals;
use super::sentence::Reading;

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
    pub sentences: Vec<ByteSpan>,
    /// In the order of the text.
    pub dates: Vec<FoundDate>,
    /// In the order of the text.
    pub places: Vec<Place>,
    pub entities: Vec<FoundEntity>,
    /// In the order of the text; the score says which to look at first.
    pub proposals: Vec<Proposal>,
    /// What was doubtful, in sentences.
    pub notes: Vec<Sentence>,
}

/// An event that a text seems to tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Its entities are those that the case knows.
    pub draft: CandidateDraft,
    /// Names of people and organisations of its sentence.
    pub entities: Vec<String>,
    /// The words that tell it best; they stand in the text by construction.
    pub quote: ByteSpan,
    pub more_quotes: Vec<ByteSpan>,
    /// From 0 to 1.
    pub score: f64,
    /// The title tells it in the present: "Malta expels two".
    pub(super) titled: bool,
}

impl Question<'_> {
    /// Reads the text.
    #[must_use]
    pub fn answer(&self) -> Extraction {
        let mut notes = Vec::new();
        let language = self.language.map(str::to_owned).or_else(|| language_of(self.text, None));
        let language = language.or_else(|| self.lexicons.likeliest(self.text).map(str::to_owned));
        let bare;
        let known = language.as_ref().and_then(|language| self.lexicons.of(language));
        let words: &Language = if let Some(words) = known {
            words
        } else {
            notes.push(match &language {
                Some(language) => Sentence::new("note-no-lexicon").text("language", language),
                None => Sentence::new("note-no-language"),
            });
            bare = Language::bare(language.as_deref().unwrap_or("en"));
            &bare
        };
        if let Some(language) = language.as_ref().filter(|_| known.is_some() && is_mixed(self.text, words)) {
            notes.push(Sentence::new("note-mixed-letters").text("language", language));
        }
        let (dates, counted) = find_dates_and_counts(self.text, &words.date_words, self.published);
        if self.published.is_none() && dates.iter().any(|date| date.when.is_none()) {
            notes.push(Sentence::new("note-no-date"));
        }
        let reading = Reading::new(self.text, words, &dates, &counted);
        let entities = find_entities(self.text, &reading.words, &reading.places, words, &self.known.entities);
        let proposals = proposals(&reading, &entities, self.published, self.lexicons);
        let sentences = reading.sentences.iter().map(|sentence| sentence.span).collect();
        let places = reading.places;
        Extraction {
            text: Text::new(self.text.to_owned()),
            language,
            sentences,
            dates,
            places,
            entities,
            proposals,
            notes,
        }
    }
}

/// Letters of another alphabet from which on it is said that they were not read.
const FOREIGN: usize = 40;

/// Whether a tenth of a text, or more, is in other letters than its lexicon's language.
fn is_mixed(text: &str, words: &Language) -> bool {
    let Some(own) = words.lexicon.name.chars().find_map(alphabet) else { return false };
    let (mut letters, mut foreign) = (0, 0);
    for of in text.chars().filter_map(alphabet) {
        letters += 1;
        foreign += usize::from(of != own);
    }
    foreign >= FOREIGN && foreign * 10 >= letters
}

/// Whose a letter is: of the alphabets that lexicons are written in, else of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Alphabet {
    Latin,
    Cyrillic,
    Other,
}

fn alphabet(c: char) -> Option<Alphabet> {
    match c {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Some(Alphabet::Latin),
        '\0'..='\u{bf}' => None,
        '\u{400}'..='\u{52f}' => Some(Alphabet::Cyrillic),
        c => c.is_alphabetic().then_some(Alphabet::Other),
    }
}
