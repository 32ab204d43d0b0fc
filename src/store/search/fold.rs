//! Folding of words, so that a search finds them however they are spelt: case, diacritics, ё and е, ß and ss.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A folded text, and the scalar value of the stored text behind each of its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Folded {
    pub text: String,
    pub origin: Vec<usize>,
}

/// Counts changes to the folding: another number in a case means that its words are to be folded anew.
pub(in crate::store) const FOLDING: &str = "1";

/// The folded text with the way back.
pub(super) fn fold_with_origin(text: &str) -> Folded {
    let mut folded = Folded::default();
    for (at, c) in text.chars().enumerate() {
        fold_char(c, &mut folded.text);
        folded.origin.resize(folded.text.len(), at);
    }
    folded
}

/// The folded text.
pub(in crate::store) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_char(c, &mut folded));
    folded
}

fn fold_char(c: char, into: &mut String) {
    if c.is_ascii() {
        into.push(c.to_ascii_lowercase());
        return;
    }
    for low in c.to_lowercase() {
        match low {
            'ß' => into.push_str("ss"),
            'æ' => into.push_str("ae"),
            'œ' => into.push_str("oe"),
            'þ' => into.push_str("th"),
            'ł' => into.push('l'),
            'ø' => into.push('o'),
            'đ' | 'ð' => into.push('d'),
            'ħ' => into.push('h'),
            'ı' => into.push('i'),
            'ς' => into.push('σ'),
            // Letters of their own, not и with a breve and і with dots.
            'й' | 'ї' => into.push(low),
            _ => into.extend([low].into_iter().nfkd().filter(|part| !is_combining_mark(*part))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_word_fold_to_one() {
        for (text, folded) in [
            ("Łódź", "lodz"),
            ("Straße", "strasse"),
            ("отчёт", "отчет"),
            ("ОТЧЕТ", "отчет"),
            ("й", "й"),
            ("Ærø", "aero"),
            ("Θεός", "θεοσ"),
            ("e\u{301}", "e"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
            assert_eq!(fold_with_origin(text).text, folded, "{text}");
        }
        let folded = fold_with_origin("aß🕊b");
        assert_eq!(folded.origin[folded.text.find('b').expect("there")], 3);
    }
}
