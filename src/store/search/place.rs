//! Where in a text the words of a search stand: together, where they do.

use super::Term;
use super::fold::{Folded, fold_with_origin};

/// Scalar values within which words stand together.
const TOGETHER: usize = 80;

/// A word of the folded text, in bytes.
type Token = (usize, usize);

/// Scalar values of the stored text, `end` exclusive: from the first of the terms to the last where they stand nearest
/// to each other; where that is not near, the first of them there. Terms that the text does not hold are passed over.
pub(super) fn find(text: &str, asked: &[Term]) -> Option<(usize, usize)> {
    let folded = fold_with_origin(text);
    let tokens = tokens(&folded.text);
    let mut stands: Vec<(usize, usize, Token)> = Vec::new();
    let mut held = 0;
    for term in asked {
        let before = stands.len();
        stands.extend(places(&folded.text, &tokens, term).map(|place| (place.0, held, place)));
        held += usize::from(stands.len() > before);
    }
    stands.sort_unstable();
    let (first, last) = nearest(&stands, held)?;
    let (start, end) = scalars(&folded, (first.0, last.1))?;
    if end - start <= TOGETHER { Some((start, end)) } else { scalars(&folded, first) }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut from = None;
    for (at, letter) in text.char_indices() {
        match (from, letter.is_alphanumeric()) {
            (None, true) => from = Some(at),
            (Some(start), false) => {
                tokens.push((start, at));
                from = None;
            }
            _ => {}
        }
    }
    tokens.extend(from.map(|start| (start, text.len())));
    tokens
}

/// Where a term stands: its words one after the other, the last one only begun where that was meant.
fn places<'a>(text: &'a str, tokens: &'a [Token], term: &'a Term) -> impl Iterator<Item = Token> + 'a {
    let count = term.tokens.len();
    tokens.windows(count.max(1)).filter_map(move |run| {
        let mut end = 0;
        for (at, (wanted, (from, to))) in term.tokens.iter().zip(run).enumerate() {
            let word = text.get(*from..*to)?;
            let open = term.prefix && at + 1 == count;
            if word != wanted && !(open && word.starts_with(wanted.as_str())) {
                return None;
            }
            end = from + wanted.len();
        }
        (count > 0).then_some((run.first()?.0, end))
    })
}

/// First and last place of the shortest stretch in which each of so many terms stands; `stands` is sorted.
fn nearest(stands: &[(usize, usize, Token)], terms: usize) -> Option<(Token, Token)> {
    let mut counts = vec![0_usize; terms];
    let (mut missing, mut left) = (terms, 0);
    let mut best: Option<(usize, (Token, Token))> = None;
    for (_, term, last) in stands {
        let count = counts.get_mut(*term)?;
        missing -= usize::from(*count == 0);
        *count += 1;
        while missing == 0 {
            let (_, term, first) = stands.get(left)?;
            let length = last.1 - first.0;
            if best.is_none_or(|(shortest, _)| length < shortest) {
                best = Some((length, (*first, *last)));
            }
            let count = counts.get_mut(*term)?;
            *count -= 1;
            missing += usize::from(*count == 0);
            left += 1;
        }
    }
    best.map(|(_, ends)| ends)
}

fn scalars(folded: &Folded, (from, to): Token) -> Option<(usize, usize)> {
    let start = *folded.origin.get(from)?;
    let last = *folded.origin.get(to.checked_sub(1)?)?;
    Some((start, last + 1))
}

#[cfg(test)]
mod tests {
    use super::super::terms;
    use super::*;

    fn found(text: &str, words: &str) -> Option<String> {
        let (from, to) = find(text, &terms(words))?;
        Some(text.chars().skip(from).take(to - from).collect())
    }

    #[test]
    fn a_hit_is_told_in_places_of_the_stored_text() {
        let text = "Straße 🕊 Łódź, дипломатов";
        assert_eq!(found(text, "lodz").as_deref(), Some("Łódź"));
        assert_eq!(find(text, &terms("strass")), Some((0, 5)));
        assert_eq!(found(text, "nowhere"), None);
    }

    #[test]
    fn words_that_stand_together_are_marked_together_and_not_the_first_one_alone() {
        let text = "The board met. The chief of the harbour spoke. Later the board chief, unasked, left.";
        assert_eq!(found(text, "board chief").as_deref(), Some("board chief"));
        assert_eq!(found(text, "chief boa").as_deref(), Some("board chief"), "in any order, and only begun");
        assert_eq!(found(text, "\"the harbour\"").as_deref(), Some("the harbour"), "a phrase is one");
        let far = format!("One. {} Two and one.", "word ".repeat(60));
        assert_eq!(found(&far, "two one").as_deref(), Some("Two and one"));
        let apart = format!("One. {} Two.", "word ".repeat(60));
        assert_eq!(found(&apart, "two one").as_deref(), Some("One"), "what is far apart is not one hit");
        assert_eq!(found(&apart, "two missing").as_deref(), Some("Two"));
    }
}
