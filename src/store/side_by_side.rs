//! Two readings of one article laid side by side, word by word: where words of the one stand in the other.

use std::collections::HashMap;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};

use crate::model::Text;
use crate::store::search::fold;

/// Of a quote's words, so many must stand in the new text: three of five.
const ENOUGH: (usize, usize) = (3, 5);

/// From here on, scripts write without spaces: each character is a word.
const WITHOUT_SPACES: char = '\u{2E80}';

/// Where the words of an old text went.
pub(super) struct SideBySide {
    /// Scalar values of the old words.
    old: Vec<Range<usize>>,
    new: Vec<Range<usize>>,
    /// For each old word, the new one that it is.
    stayed: HashMap<usize, usize>,
    diff: Diff,
    old_text: String,
}

impl SideBySide {
    /// Compares two texts.
    pub(super) fn new(old: &str, new: &str) -> Self {
        let (old_words, new_words) = (words(old), words(new));
        let mut input = InternedInput::default();
        input.update_before(old_words.iter().map(|(word, _)| word.clone()));
        input.update_after(new_words.iter().map(|(word, _)| word.clone()));
        let diff = Diff::compute(Algorithm::Histogram, &input);
        let kept_old = (0..old_words.len()).filter(|at| !diff.is_removed(index(*at)));
        let kept_new = (0..new_words.len()).filter(|at| !diff.is_added(index(*at)));
        let stayed = kept_old.zip(kept_new).collect();
        let ranges = |words: Vec<(String, Range<usize>)>| words.into_iter().map(|(_, range)| range).collect();
        Self { old: ranges(old_words), new: ranges(new_words), stayed, diff, old_text: old.to_owned() }
    }

    /// Where most words of a place in the old text stand in the new one.
    pub(super) fn moved(&self, (start, end): (usize, usize), new: &Text) -> Option<(usize, usize)> {
        let first = self.old.partition_point(|word| word.end <= start);
        let past = self.old.partition_point(|word| word.start < end);
        let images: Vec<usize> = (first..past).filter_map(|at| self.stayed.get(&at).copied()).collect();
        let (from, to) = (*images.first()?, *images.last()?);
        if images.len() * ENOUGH.1 < past.saturating_sub(first) * ENOUGH.0 {
            return None;
        }
        let (from, to) = self.with_changed_ends(first..past, from..to + 1);
        // Words that were put in between may not be more than the quote itself.
        if to - from > 2 * (past - first) + 2 {
            return None;
        }
        let place = (self.new.get(from)?.start, self.new.get(to.checked_sub(1)?)?.end);
        let old = Text::new(self.old_text.clone());
        let exact = old.slice(start, end)?;
        Some(with_marks(exact, place, new))
    }

    /// First and last words that were replaced belong to the place, if the change begins and ends with it.
    fn with_changed_ends(&self, old: Range<usize>, new: Range<usize>) -> (usize, usize) {
        let (mut from, mut to) = (new.start, new.end);
        for hunk in self.diff.hunks() {
            if hunk.before.start as usize == old.start && !hunk.before.is_empty() {
                from = from.min(hunk.after.start as usize);
            }
            if hunk.before.end as usize == old.end && !hunk.before.is_empty() {
                to = to.max(hunk.after.end as usize);
            }
        }
        (from, to)
    }
}

/// The only place of a text where these words follow one another, whatever stands between them.
pub(super) fn find_words(exact: &str, text: &Text) -> Option<(usize, usize)> {
    let (sought, all) = (words(exact), words(text.as_str()));
    if sought.is_empty() {
        return None;
    }
    let same = |window: &&[(String, Range<usize>)]| {
        window.iter().zip(&sought).all(|((one, _), (other, _))| one == other)
    };
    let mut found = all.windows(sought.len()).filter(same);
    let (only, None) = (found.next()?, found.next()) else { return None };
    Some(with_marks(exact, (only.first()?.1.start, only.last()?.1.end), text))
}

/// A place with the marks before and after it that the quote has too.
fn with_marks(exact: &str, (mut start, mut end): (usize, usize), text: &Text) -> (usize, usize) {
    let mark = |c: &char| !c.is_alphanumeric() && !c.is_whitespace();
    let before: Vec<char> = exact.chars().take_while(mark).collect();
    for wanted in before.iter().rev() {
        match start.checked_sub(1).filter(|at| text.slice(*at, start) == Some(&wanted.to_string())) {
            Some(at) => start = at,
            None => break,
        }
    }
    let after: Vec<char> = exact.chars().rev().take_while(mark).collect();
    for wanted in after.iter().rev() {
        if text.slice(end, end + 1) != Some(&wanted.to_string()) {
            break;
        }
        end += 1;
    }
    (start, end)
}

/// Words of a text, folded, with their scalar values.
fn words(text: &str) -> Vec<(String, Range<usize>)> {
    let mut words: Vec<(String, Range<usize>)> = Vec::new();
    let mut word = String::new();
    let mut begin = 0;
    let mut close = |word: &mut String, range: Range<usize>| {
        if !word.is_empty() {
            words.push((fold(word), range));
            word.clear();
        }
    };
    let mut last = 0;
    for (at, c) in text.chars().enumerate() {
        last = at + 1;
        if c.is_alphanumeric() && c < WITHOUT_SPACES {
            if word.is_empty() {
                begin = at;
            }
            word.push(c);
            continue;
        }
        // A soft hyphen is no end of a word.
        if c == '\u{ad}' && !word.is_empty() {
            continue;
        }
        close(&mut word, begin..at);
        if c.is_alphanumeric() {
            word.push(c);
            close(&mut word, at..at + 1);
        }
    }
    close(&mut word, begin..last);
    words
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(old: &str, new: &str, quote: &str) -> Option<String> {
        let at = old.find(quote).expect("the quote is in the old text");
        let start = old[..at].chars().count();
        let text = Text::new(new.to_owned());
        let place = SideBySide::new(old, new).moved((start, start + quote.chars().count()), &text)?;
        text.slice(place.0, place.1).map(Into::into)
    }

    #[test]
    fn a_quote_goes_where_most_of_its_words_went() {
        let old = "🕊 Menu. Italy sent home 30 Russian diplomats on Tuesday, the minister said. Later, more.";
        let new =
            "Italy’s minister: Italy sent home thirty Russian diplomats on Tuesday, the minister said. More.";
        assert_eq!(
            moved(old, new, "Italy sent home 30 Russian diplomats on Tuesday,").as_deref(),
            Some("Italy sent home thirty Russian diplomats on Tuesday,")
        );
        assert_eq!(moved(old, new, "Menu"), None);
        assert_eq!(moved(old, "Nothing of the kind stands here.", "30 Russian diplomats"), None);
    }

    #[test]
    fn words_are_found_through_other_marks_and_spaces() {
        let text = Text::new("He said: „Посол уехал\u{a0}— сегодня“. 外交官が帰国した。".to_owned());
        let found = |exact: &str| find_words(exact, &text).and_then(|(a, b)| text.slice(a, b));
        assert_eq!(found("\"Посол  уехал - сегодня\""), Some("Посол уехал\u{a0}— сегодня"));
        assert_eq!(found("外交官が帰国した。"), Some("外交官が帰国した。"));
        assert_eq!(found("…"), None);
        assert_eq!(find_words("he", &Text::new("he and he".to_owned())), None);
    }
}
