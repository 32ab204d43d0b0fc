//! Two encodings in one file: an old page with parts pasted into it from a newer one, or the other way round.
//!
//! ```text
//! bytes ─ words ─ each: UTF-8 or not ─ stretches of one sort ─► each decoded for itself
//! ```
//! A word of another encoding is hardly ever UTF-8 by chance, and the longer it is the less. Few broken bytes in a file
//! of one encoding are damage, and none of this.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use crate::model::Sentence;

use super::Decoded;

/// Characters of either sort from which on both are meant.
const ENOUGH: usize = 12;

/// Of so many characters beyond ASCII at least one must be of the rarer sort.
const RARE: usize = 25;

/// Characters beyond ASCII from which on a word without plain letters is UTF-8 by no chance.
const SURE: usize = 3;

/// What the bytes of a word are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Utf8,
    Other,
    /// ASCII, or so short that it could be either: it is what stands before it.
    Either,
}

/// A run of letters, in bytes, with what it is.
#[derive(Debug, Clone, Copy)]
struct Word {
    start: usize,
    sort: Sort,
    /// Characters beyond ASCII, or bytes where they are not UTF-8.
    weight: usize,
}

/// The text of bytes that are in part UTF-8 and in part another encoding; `None` where that cannot be said of them.
/// `other` says which, from the bytes that are not UTF-8.
pub(super) fn decode(bytes: &[u8], other: impl Fn(&[u8]) -> &'static Encoding) -> Option<Decoded<'_>> {
    let words = words(bytes);
    let weight =
        |sort: Sort| -> usize { words.iter().filter(|word| word.sort == sort).map(|word| word.weight).sum() };
    let (new, old) = (weight(Sort::Utf8), weight(Sort::Other));
    if new.min(old) < ENOUGH || new.min(old) * RARE < new.max(old) {
        return None;
    }
    let stretches = stretches(&words, bytes.len());
    let rest: Vec<u8> = stretches
        .iter()
        .filter(|(_, sort)| *sort == Sort::Other)
        .flat_map(|(range, _)| bytes.get(range.clone()).unwrap_or_default().iter().copied())
        .collect();
    let other = other(&rest);
    let mut text = String::with_capacity(bytes.len());
    for (range, sort) in stretches {
        let part = bytes.get(range).unwrap_or_default();
        let encoding = if sort == Sort::Other { other } else { UTF_8 };
        text.push_str(&encoding.decode_without_bom_handling(part).0);
    }
    let doubt = Sentence::new("note-mixed-encodings").text("encoding", other.name());
    let encoding = if new >= old { UTF_8 } else { other };
    Some(Decoded { text: Cow::Owned(text), encoding: encoding.name(), doubt: Some(doubt) })
}

fn words(bytes: &[u8]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    for run in bytes.split(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric()) {
        let start = at;
        at += run.len() + 1;
        if !run.is_ascii() {
            words.push(word(start, run));
        }
    }
    words
}

fn word(start: usize, run: &[u8]) -> Word {
    let has_letters = run.iter().any(u8::is_ascii_alphabetic);
    let beyond = run.iter().filter(|byte| !byte.is_ascii()).count();
    if let Ok(text) = std::str::from_utf8(run) {
        let weight = text.chars().filter(|c| !c.is_ascii()).count();
        let sort = if weight >= SURE || has_letters { Sort::Utf8 } else { Sort::Either };
        return Word { start, sort, weight };
    }
    // A broken character in a word of whole ones is damage.
    let whole: usize =
        run.utf8_chunks().map(|chunk| chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count()).sum();
    let sort = if whole * 2 > beyond { Sort::Utf8 } else { Sort::Other };
    Word { start, sort, weight: beyond - whole }
}

/// Ranges of one sort, from one word to the next of the other sort.
fn stretches(words: &[Word], length: usize) -> Vec<(std::ops::Range<usize>, Sort)> {
    let mut sure = words.iter().filter(|word| word.sort != Sort::Either);
    let mut stretches = Vec::new();
    let (mut from, mut now) = (0, sure.clone().next().map_or(Sort::Utf8, |word| word.sort));
    while let Some(word) = sure.find(|word| word.sort != now) {
        stretches.push((from..word.start, now));
        (from, now) = (word.start, word.sort);
    }
    stretches.push((from..length, now));
    stretches
}

#[cfg(test)]
mod tests {
    use encoding_rs::{GB18030, KOI8_R, WINDOWS_1251, WINDOWS_1252};

    use super::super::decode_page;

    const ABOVE: &str =
        "<p>Министерство объявило в понедельник, что четверо сотрудников должны уехать до конца месяца.</p>";
    const BELOW: &str =
        "<p>Посол сказал вечером, что в его стране на это ответят, и больше ничего не добавил.</p>";

    #[test]
    fn a_page_that_is_half_in_another_encoding_is_read_in_both() {
        for other in [WINDOWS_1251, KOI8_R] {
            for head in ["", "<meta charset=utf-8>", "<meta charset=windows-1251>"] {
                let is_declared = head.contains("1251");
                if is_declared && other != WINDOWS_1251 {
                    continue;
                }
                for (new, old) in [(ABOVE, BELOW), (BELOW, ABOVE)] {
                    let mut bytes = format!("{head}{new}").into_bytes();
                    bytes.extend_from_slice(&other.encode(old).0);
                    let decoded = decode_page(&bytes).expect("it is text");
                    assert_eq!(&*decoded.text, format!("{head}{new}{old}"), "{}", other.name());
                    let doubt = decoded.doubt.expect("it is told");
                    assert_eq!(
                        doubt,
                        crate::model::Sentence::new("note-mixed-encodings").text("encoding", other.name())
                    );
                }
            }
        }
    }

    #[test]
    fn encodings_may_change_from_line_to_line_and_in_latin_letters_too() {
        let line = "Das Außenministerium erklärte, die Angehörigen müssten über Nacht zurückkehren.\n";
        let old = WINDOWS_1252.encode(line).0;
        let bytes = [line.as_bytes(), &old, line.as_bytes(), &old].concat();
        let decoded = decode_page(&bytes).expect("it is text");
        assert_eq!(&*decoded.text, line.repeat(4));
    }

    #[test]
    fn a_file_of_one_encoding_is_never_taken_for_one_of_two() {
        let prose = "外交部星期一宣布，大使馆的四名工作人员必须在月底之前离开该国，没有说明任何理由。两天后，对方作出了回应。";
        let bytes = GB18030.encode(prose).0;
        assert_eq!(&*decode_page(&bytes).expect("it is text").text, prose);
        // Damage here and there in a file of one encoding stays damage.
        let mut damaged = ABOVE.repeat(6).into_bytes();
        for at in (40..damaged.len()).step_by(97) {
            damaged[at] = 0xff;
        }
        let decoded = decode_page(&damaged).expect("it is text");
        assert!(decoded.doubt.is_some_and(|doubt| &*doubt.key == "note-bad-bytes"), "{}", decoded.text);
    }
}
