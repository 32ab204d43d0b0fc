//! Sentences: where one ends, and where a dot or a line's end is no end.

use super::ByteSpan;
use super::words::{Sort, Word};

/// A sentence of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub span: ByteSpan,
    /// Indices of its words; `last` exclusive.
    pub first: usize,
    pub last: usize,
    /// Counted from 0; a heading is a paragraph too.
    pub paragraph: usize,
}

/// How a language writes what looks like a sentence's end.
#[derive(Debug, Clone, Copy)]
pub struct Endings<'a> {
    /// Words before a dot that end nothing, in lower case.
    pub abbreviations: &'a [String],
    /// The same before a number only: "no. 5".
    pub numbered: &'a [String],
    /// Whether `5.` is "fifth".
    pub dotted_ordinals: bool,
}

/// Words in a sentence at most: longer ones are cut, so that no sentence makes reading slow.
const LONGEST: usize = 400;

/// The shortest line that may have been broken to fit a width, in bytes.
const WRAPPED: usize = 50;

/// The sentences of a text, given as its words.
#[must_use]
pub fn sentences_of(text: &str, words: &[Word], endings: Endings<'_>) -> Vec<Sentence> {
    let mut found = Vec::new();
    let (mut first, mut paragraph) = (0, 0);
    for at in 0..words.len() {
        let next = words.get(at + 1);
        let gap = next.map_or("\n\n", |next| &text[words[at].span.end..next.span.start]);
        let line = gap.contains('\n') && line_ends(text, words, at, gap);
        if !line && !ends(words, at, gap, endings) && at + 1 - first < LONGEST {
            continue;
        }
        let span = ByteSpan::new(words[first].span.start, words[at].span.end);
        found.push(Sentence { span, first, last: at + 1, paragraph });
        paragraph += usize::from(line);
        first = at + 1;
    }
    found
}

/// Whether the end of a line after a word ends the sentence, too.
fn line_ends(text: &str, words: &[Word], at: usize, gap: &str) -> bool {
    if gap.matches('\n').count() > 1 {
        return true;
    }
    let end = words[at].span.end;
    let line = text[..end].rfind('\n').map_or(end, |start| end - start);
    let goes_on = words.get(at + 1).is_some_and(|next| next.sort == Sort::Letters && !next.capital);
    let closed = words[at].is_end() || is_closing(&words[at]);
    !(goes_on && !closed && line >= WRAPPED)
}

fn is_closing(word: &Word) -> bool {
    word.sort == Sort::Mark && matches!(word.lower.as_str(), "\"" | "”" | "“" | "»" | "’" | "'" | ")" | "]")
}

/// Whether a sentence ends with this word, within a line.
fn ends(words: &[Word], at: usize, gap: &str, endings: Endings<'_>) -> bool {
    let mut mark = at;
    while mark > 0 && is_closing(&words[mark]) {
        mark -= 1;
    }
    if !words[mark].is_end() {
        return words[at].shouted
            && words[at].span.end - words[at].span.start > words[at].lower.len()
            && words.get(at + 1).is_some_and(|next| next.capital && STARTERS.contains(&next.lower.as_str()));
    }
    let Some(next) = words.get(at + 1) else { return true };
    if is_closing(next) && gap.is_empty() || next.is_end() {
        return false;
    }
    if words[mark].lower == "." && mark > 0 {
        let before = &words[mark - 1];
        let initial = before.capital && before.lower.chars().count() == 1;
        let short = endings.abbreviations.contains(&before.lower);
        let ordinal = endings.dotted_ordinals && before.sort == Sort::Number && before.lower.len() <= 2;
        let numbered = next.sort == Sort::Number && endings.numbered.contains(&before.lower);
        if initial || short || numbered || ordinal {
            return false;
        }
    }
    !gap.is_empty() && (next.capital || next.sort != Sort::Letters)
}

/// Words that begin a new sentence after "U.S." and the like.
const STARTERS: [&str; 16] = [
    "the", "he", "she", "it", "in", "on", "but", "they", "this", "that", "a", "an", "at", "we", "its",
    "after",
];

#[cfg(test)]
mod tests {
    use super::super::words::words_of;
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let abbreviations = ["gen".to_owned(), "mr".to_owned()];
        let numbered = ["no".to_owned()];
        let endings = Endings { abbreviations: &abbreviations, numbered: &numbered, dotted_ordinals: true };
        let sentences = sentences_of(text, &words_of(text), endings);
        let cut: Vec<&str> = sentences.iter().filter_map(|sentence| sentence.span.of(text)).collect();
        assert_eq!(cut, expected);
    }

    #[test]
    fn sentences_end_at_their_dots_and_headings_at_their_lines() {
        check(
            "Heading here\nGen. X. Smith left. \"He left.\" So?",
            &["Heading here", "Gen. X. Smith left.", "\"He left.\"", "So?"],
        );
        check("Am 5. April kam er. Dann ging er.", &["Am 5. April kam er.", "Dann ging er."]);
        check(
            "In the U.S. the law holds. Now in the U.S. He left",
            &["In the U.S. the law holds.", "Now in the U.S.", "He left"],
        );
    }

    #[test]
    fn what_stands_before_a_number_ends_nothing() {
        check("They voted no. Then No. 10 spoke.", &["They voted no.", "Then No. 10 spoke."]);
    }

    #[test]
    fn a_line_broken_to_fit_a_page_goes_on() {
        check(
            "The ministry said on that Monday evening that the embassy's\nstaff would leave.\nIt is over",
            &[
                "The ministry said on that Monday evening that the embassy's\nstaff would leave.",
                "It is over",
            ],
        );
    }
}
