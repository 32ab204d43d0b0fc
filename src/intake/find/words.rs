//! A text as words and marks, each with its span.

use super::{Beginning, ByteSpan};

/// A word, a number or a mark of punctuation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub span: ByteSpan,
    /// As it is compared: lower case, `ё` as `е`, one kind of apostrophe, the dots of `U.S.` gone.
    pub lower: String,
    pub sort: Sort,
    /// Begins with a capital letter.
    pub capital: bool,
    /// Two letters or more, all of them capitals.
    pub shouted: bool,
    /// How it begins, so that lists of phrases pass over most words without a look-up.
    pub beginning: Beginning,
}

/// What a word is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Letters,
    Number,
    Mark,
}

impl Word {
    /// Whether it is this mark of punctuation.
    #[must_use]
    pub fn is_mark(&self, mark: &str) -> bool {
        self.sort == Sort::Mark && self.lower == mark
    }

    /// Whether it is a mark that ends sentences.
    #[must_use]
    pub fn is_end(&self) -> bool {
        self.sort == Sort::Mark && matches!(self.lower.as_str(), "." | "!" | "?" | "…" | "。")
    }
}

/// Articles and pronouns that French writes together with the next word.
const ELIDED: [&str; 10] = ["l", "d", "qu", "n", "s", "j", "c", "m", "t", "jusqu"];

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '‘')
}

/// Whether a character continues a word: letters, digits, and marks that combine with the letter before.
fn continues(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// All words and marks of a text, in order.
#[must_use]
pub fn words_of(text: &str) -> Vec<Word> {
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let end = if first.is_ascii_digit() {
            end_of_number(text, at)
        } else if continues(first) {
            end_of_letters(text, at)
        } else if is_apostrophe(first) && possessive(text, at) {
            at + first.len_utf8() + 1
        } else {
            at + first.len_utf8()
        };
        found.push(word(text, at, end));
        at = end;
    }
    found
}

/// Whether an `'s` stands here and ends its word.
fn possessive(text: &str, at: usize) -> bool {
    let mut rest = text[at..].chars().skip(1);
    matches!(rest.next(), Some('s' | 'S')) && !rest.next().is_some_and(continues)
}

/// Digits, with separators of thousands or decimals inside.
fn end_of_number(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut rest = text[start..].chars().peekable();
    while let Some(c) = rest.next() {
        let inside = matches!(c, ',' | '.') && rest.peek().is_some_and(char::is_ascii_digit);
        if !continues(c) && !inside {
            break;
        }
        end += c.len_utf8();
    }
    end
}

fn end_of_letters(text: &str, start: usize) -> usize {
    let dotted = end_of_dotted(text, start);
    if dotted > start {
        return dotted;
    }
    let plain = text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric());
    let mut end = start + plain.count();
    for c in text[end..].chars() {
        if is_apostrophe(c) {
            let after = text[end + c.len_utf8()..].chars().next();
            let elided = ELIDED.contains(&text[start..end].to_lowercase().as_str());
            if possessive(text, end) || elided || !after.is_some_and(continues) {
                return if elided { end + c.len_utf8() } else { end };
            }
        } else if !continues(c) {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// The end of `U.S.` and the like; `start` where there is none.
fn end_of_dotted(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut letters = 0;
    let mut rest = text[start..].chars();
    while let (Some(letter), Some('.')) = (rest.next(), rest.next()) {
        if !letter.is_uppercase() {
            break;
        }
        letters += 1;
        end += letter.len_utf8() + 1;
    }
    if letters < 2 || text[end..].chars().next().is_some_and(continues) { start } else { end }
}

fn word(text: &str, start: usize, end: usize) -> Word {
    let raw = &text[start..end];
    let first = raw.chars().next().unwrap_or(' ');
    let sort = if first.is_ascii_digit() {
        Sort::Number
    } else if continues(first) || end - start > first.len_utf8() {
        Sort::Letters
    } else {
        Sort::Mark
    };
    let dotted = sort == Sort::Letters && raw.contains('.');
    let letters = raw.chars().filter(|c| c.is_alphabetic());
    let shouted = !first.is_lowercase()
        && letters.clone().take(2).count() > 1
        && letters.clone().all(char::is_uppercase);
    let lower = if sort == Sort::Mark { raw.to_owned() } else { fold(raw, dotted) };
    Word {
        span: ByteSpan::new(start, end),
        beginning: Beginning::of(&lower),
        lower,
        sort,
        capital: first.is_uppercase(),
        shouted,
    }
}

fn fold(raw: &str, dotted: bool) -> String {
    if raw.is_ascii() && !dotted && !raw.contains('`') {
        return raw.to_ascii_lowercase();
    }
    let kept = raw.chars().filter(|c| !(dotted && *c == '.') && *c != '\u{ad}');
    kept.flat_map(char::to_lowercase)
        .map(|c| match c {
            'ё' => 'е',
            c if is_apostrophe(c) => '\'',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let words: Vec<String> = words_of(text).into_iter().map(|word| word.lower).collect();
        assert_eq!(words.join(" "), expected);
        for word in words_of(text) {
            assert!(word.span.of(text).is_some());
        }
    }

    #[test]
    fn words_keep_what_belongs_together_and_part_what_does_not() {
        check("Russia's envoy, 20 of 1,000.", "russia 's envoy , 20 of 1,000 .");
        check("the U.S. said: Emirates-based", "the us said : emirates - based");
        check("L’ambassade d'Allemagne", "l' ambassade d' allemagne");
        check("Об’єднані п'ять Её", "об'єднані п'ять ее");
        check("the ministers' call 'no'", "the ministers ' call ' no '");
        check("🕊e\u{301}", "🕊 e\u{301}");
    }
}
