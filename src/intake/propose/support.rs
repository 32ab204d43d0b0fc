//! The sentence of a text that says what is known already: words for an event that cites the text without them.
//!
//! Lanes, days and numbers are the same in all languages; words of the title count where both speak the same.

use crate::model::{LaneCode, When};

use super::super::find::{ByteSpan, Sort, words_of};
use super::extraction::Extraction;

/// An event that words are looked for.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    pub title: &'a str,
    pub lanes: &'a [LaneCode],
    pub when: Option<&'a When>,
    /// The number that it states.
    pub number: Option<u64>,
}

/// Letters of a title's word that have to agree: endings may differ.
const STEM: usize = 5;

/// Letters of a word that tells something.
const TELLING: usize = 4;

/// Points that a sentence needs: two lanes and a word, or a lane, a day and a word.
const ENOUGH: usize = 5;

impl Extraction {
    /// The sentence that says it best, if one does.
    #[must_use]
    pub fn sentence_for(&self, sought: &Sought<'_>) -> Option<ByteSpan> {
        let title = stems_of(sought.title);
        let scored = self.sentences.iter().map(|span| (self.points(*span, sought, &title), *span));
        let best = scored.filter(|(points, _)| *points >= ENOUGH);
        // Of two that say the same, the first.
        best.fold(None, |best: Option<(usize, ByteSpan)>, one| match best {
            Some(best) if best.0 >= one.0 => Some(best),
            _ => Some(one),
        })
        .map(|(_, span)| span)
    }

    fn points(&self, span: ByteSpan, sought: &Sought<'_>, title: &[String]) -> usize {
        let Some(text) = span.of(self.text.as_str()) else { return 0 };
        let from = self.places.partition_point(|place| place.span.start < span.start);
        let places = || self.places[from..].iter().take_while(|place| place.span.end <= span.end);
        let lanes =
            sought.lanes.iter().filter(|lane| places().any(|place| place.codes.contains(lane))).count();
        let from = self.dates.partition_point(|date| date.span.start < span.start);
        let mut days = self.dates[from..].iter().take_while(|date| date.span.end <= span.end);
        let dated = sought.when.is_some_and(|when| {
            days.any(|date| date.when.as_ref().is_some_and(|found| found.span().overlaps(when.span())))
        });
        let words = stems_of(text);
        let told = title.iter().filter(|word| words.contains(word)).count();
        let number = sought.number.map(|number| number.to_string());
        let numbered = number.is_some_and(|number| words_of(text).iter().any(|word| word.lower == number));
        // A country alone, however often, says nothing of the event.
        if told == 0 && !dated && !numbered {
            return 0;
        }
        2 * lanes.min(2) + 2 * usize::from(dated) + 2 * usize::from(numbered) + told.min(4)
    }
}

/// The beginnings of the words that tell something.
fn stems_of(text: &str) -> Vec<String> {
    let words = words_of(text).into_iter().filter(|word| word.sort == Sort::Letters);
    let telling = words.filter(|word| word.lower.chars().count() >= TELLING);
    telling.map(|word| word.lower.chars().take(STEM).collect()).collect()
}
