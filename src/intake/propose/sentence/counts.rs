//! Numbers before a noun: "20", "two dozen", "more than 700", "about ten", "a".

use crate::model::{Count, Unit};

use super::super::super::find::{Sort, Word};
use super::super::super::lexicon::{Language, Work};

/// Words between a number and its noun at most: "18 Russian embassy staff".
const REACH: usize = 4;

/// The number that stands before the word at `at` (counting `of`), and the word where its phrase begins; `stops` are
/// words of another phrase.
pub(in crate::intake) fn before(
    words: &[Word],
    at: usize,
    floor: usize,
    language: &Language,
    of: Unit,
    stops: &dyn Fn(usize) -> bool,
) -> Option<(Count, usize)> {
    let mut past_of = false;
    for number in (floor.max(at.saturating_sub(REACH))..at).rev() {
        let word = &words[number];
        if word.sort == Sort::Mark && word.lower != "-" || stops(number) {
            return None;
        }
        if let Some((value, first)) = value_ending_at(words, number, floor, language) {
            let (value, first) = part_of(words, first, floor, language, value).unwrap_or((value, first));
            return Some(bounded(words, first, floor, language, value, of));
        }
        let small = language.grammar.longest(words, number, number + 1).map(|hit| *hit.value);
        // "three years in prison" counts no prisoners.
        if small == Some(Work::In) {
            return None;
        }
        past_of |= small == Some(Work::Of);
        // "a group of officials" are not one.
        if language.lexicon.numbers.one.contains(&word.lower) && !past_of {
            return Some((Count::exactly(1, of), number));
        }
    }
    None
}

/// "four of Russia's five consulates": the number that stands before "of", where it is a part of the one behind. "One
/// of three diplomats who were told to leave" is told of three.
fn part_of(
    words: &[Word],
    first: usize,
    floor: usize,
    language: &Language,
    whole: u64,
) -> Option<(u64, usize)> {
    let behind = (floor.max(first.saturating_sub(REACH))..first).rev();
    let mut behind = behind.take_while(|at| words[*at].sort != Sort::Mark);
    let small = |at: usize| language.grammar.longest(words, at, at + 1).map(|hit| *hit.value);
    // Russian and Ukrainian have no "of" but their "from"; elsewhere "20 from five embassies" is no part of five.
    let has_of = language.lexicon.grammar.get("of").is_some_and(|words| !words.is_empty());
    let means_of = |work: Work| work == Work::Of || work == Work::From && !has_of;
    let of = behind.find(|at| small(*at).is_some_and(means_of))?;
    let last = of.checked_sub(1).filter(|last| *last >= floor)?;
    value_ending_at(words, last, floor, language).filter(|(part, _)| (2..whole).contains(part))
}

/// The value of the number whose last word is `at`, and its first word.
pub(in crate::intake) fn value_ending_at(
    words: &[Word],
    at: usize,
    floor: usize,
    language: &Language,
) -> Option<(u64, usize)> {
    let numbers = &language.lexicon.numbers;
    let word = words.get(at)?;
    if word.sort == Sort::Number {
        return Some((digits(&word.lower)?, at));
    }
    if let Some(times) = numbers.times.get(&word.lower) {
        let before = at.checked_sub(1).filter(|before| *before >= floor);
        let factor = before.and_then(|before| value_ending_at(words, before, floor, language));
        let article = before.filter(|before| numbers.one.contains(&words[*before].lower));
        return Some(match factor {
            Some((factor, first)) => (factor.saturating_mul(*times), first),
            None => (*times, article.unwrap_or(at)),
        });
    }
    let value = numbers.value(&word.lower)?;
    // "twenty-five", "двадцать пять"
    let mut before = at;
    while before > floor && before + 2 > at && words[before - 1].is_mark("-") {
        before -= 1;
    }
    let tens = before
        .checked_sub(1)
        .filter(|tens| *tens >= floor)
        .and_then(|tens| numbers.value(&words[tens].lower).map(|value| (value, tens)));
    match tens {
        Some((tens, first)) if value < 10 && tens >= 20 && tens % 10 == 0 => Some((tens + value, first)),
        _ => Some((value, at)),
    }
}

/// Digits with separators of thousands; none for years of four digits alone is the caller's to judge.
fn digits(text: &str) -> Option<u64> {
    let parts: Vec<&str> = text.split([',', '.']).collect();
    let grouped = parts.len() == 1 || parts[1..].iter().all(|part| part.len() == 3);
    let plain: String = parts.concat();
    (grouped && plain.len() < 13).then(|| plain.parse().ok()).flatten()
}

/// A value with what stands before it: "more than", "about".
fn bounded(
    words: &[Word],
    first: usize,
    floor: usize,
    language: &Language,
    value: u64,
    of: Unit,
) -> (Count, usize) {
    let numbers = &language.lexicon.numbers;
    let stands = |phrase: &str| -> Option<usize> {
        let mut from = first;
        for part in phrase.split_whitespace().rev() {
            from = from.checked_sub(1).filter(|from| *from >= floor && words[*from].lower == part)?;
        }
        Some(from)
    };
    let any = |phrases: &[String]| phrases.iter().filter_map(|phrase| stands(phrase)).min();
    let exact = Count::exactly(value, of);
    // "More than 700" is 700 or more, as tables and the form have it.
    if let Some(from) = any(&numbers.more).or_else(|| any(&numbers.at_least)) {
        return (Count { max: None, ..exact }, from);
    }
    if let Some(from) = any(&numbers.at_most) {
        return (Count { min: 1, ..exact }, from);
    }
    if let Some(from) = any(&numbers.about) {
        return (Count { approx: true, ..exact }, from);
    }
    (exact, first)
}
