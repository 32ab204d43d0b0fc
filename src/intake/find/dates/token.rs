//! From a text to lexemes: words, numbers and marks with their spans, phrases of the lexicon joined, senses looked up.
//!
//! Addresses of the web are left out, as the numbers in them are no dates. Every byte is looked at a bounded number
//! of times.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::super::{Beginning, ByteSpan};
use super::sense::Sense;
use super::words::DateWords;

/// A line at least so long (bytes) was broken by a margin, and the sentence goes on in the next.
const WRAPPED_LINE: usize = 50;

/// Digits of the longest number that can be part of a date.
const LONGEST_NUMBER: usize = 8;

/// Roman figures of the centuries, from the first.
const CENTURIES: [&str; 21] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
    "XVII", "XVIII", "XIX", "XX", "XXI",
];

/// What a lexeme is, besides its senses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// A word that is a number in Roman figures, with the ending that some write behind it.
    Roman(i64),
    /// Its value and how many digits it is written with.
    Number(i64, usize),
    Mark(char),
    /// The end of a paragraph or of a line that no margin broke.
    Break,
}

/// A word, phrase, number or mark of the text.
#[derive(Debug, Clone)]
pub(super) struct Lexeme<'w> {
    pub(super) span: ByteSpan,
    pub(super) kind: Kind,
    pub(super) senses: Cow<'w, [Sense]>,
    /// White space stands before it.
    pub(super) gap: bool,
    /// Begins with a capital.
    pub(super) capital: bool,
    /// "'s", cut off the word before it.
    pub(super) bare_ending: bool,
}

/// Small letters, one apostrophe, ё as е, letters and their accents joined.
pub(super) fn fold(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && byte != b'`' && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    let joined = word.chars().any(|c| matches!(c, '\u{300}'..='\u{36f}'));
    let folded = |c: char| match c {
        '\u{2019}' | '\u{2bc}' | '\u{2018}' | '`' => '\'',
        'ё' => 'е',
        c => c,
    };
    if joined {
        Cow::Owned(word.nfc().flat_map(char::to_lowercase).map(folded).collect())
    } else {
        Cow::Owned(word.chars().flat_map(char::to_lowercase).map(folded).collect())
    }
}

/// The folded words and marks of an entry of the lexicon.
pub(super) fn words_of(entry: &str, words: &DateWords) -> Vec<String> {
    pieces(entry, words)
        .into_iter()
        .map(|piece| fold(&entry[piece.span.start..piece.span.end]).into_owned())
        .collect()
}

/// The lexemes of a text.
pub(super) fn lexemes<'w>(text: &str, words: &'w DateWords) -> Vec<Lexeme<'w>> {
    let pieces = pieces(text, words);
    let folded: Vec<Cow<'_, str>> =
        pieces.iter().map(|piece| fold(&text[piece.span.start..piece.span.end])).collect();
    let mut lexemes = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while at < pieces.len() {
        let piece = &pieces[at];
        let (taken, senses) = senses_at(&folded, at, words);
        let end = pieces[at + taken - 1].span.end;
        let kind = match piece.kind {
            _ if taken > 1 => Kind::Word,
            Kind::Word => roman(&text[piece.span.start..end]).map_or(Kind::Word, Kind::Roman),
            kind => kind,
        };
        let capital = text[piece.span.start..].starts_with(char::is_uppercase);
        let bare_ending = text[piece.span.start..].starts_with(is_apostrophe);
        lexemes.push(Lexeme {
            span: ByteSpan::new(piece.span.start, end),
            kind,
            senses,
            gap: piece.gap,
            capital,
            bare_ending,
        });
        at += taken;
    }
    lexemes
}

/// The number of a century that a word is in Roman figures.
fn roman(word: &str) -> Option<i64> {
    if !word.starts_with(['I', 'V', 'X', '\u{425}', '\u{406}']) {
        return None;
    }
    let figures = word.trim_end_matches(['e', 'è', 'm']);
    let latin = figures.replace('\u{425}', "X").replace('\u{406}', "I");
    CENTURIES.iter().zip(1..).find(|(century, _)| **century == latin).map(|(_, number)| number)
}

/// How many pieces the longest phrase here takes, at least one, and what it means.
fn senses_at<'w>(folded: &[Cow<'_, str>], at: usize, words: &'w DateWords) -> (usize, Cow<'w, [Sense]>) {
    let beginning = Beginning::of(&folded[at]);
    for (rest, senses) in words.phrases(&folded[at], beginning) {
        let next = folded.get(at + 1..=at + rest.len());
        if next.is_some_and(|next| next.iter().zip(rest).all(|(word, wanted)| word == wanted)) {
            return (rest.len() + 1, Cow::Borrowed(senses));
        }
    }
    (1, words.senses(&folded[at], beginning))
}

#[derive(Debug)]
struct Piece {
    span: ByteSpan,
    kind: Kind,
    gap: bool,
}

fn pieces(text: &str, words: &DateWords) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut line_start = 0;
    let mut at = 0;
    let mut gap = true;
    while let Some(c) = text[at..].chars().next() {
        if c == '\n' {
            let blank = text[at + 1..].trim_start_matches([' ', '\t', '\r']).starts_with('\n');
            if blank || at - line_start < WRAPPED_LINE {
                pieces.push(Piece { span: ByteSpan::new(at, at + 1), kind: Kind::Break, gap });
            }
            line_start = at + 1;
        }
        if c.is_whitespace() {
            gap = true;
            at += c.len_utf8();
            continue;
        }
        if gap && let Some(length) = address(&text[at..]) {
            pieces.push(Piece { span: ByteSpan::new(at, at + length), kind: Kind::Mark('@'), gap });
            at += length;
            gap = false;
            continue;
        }
        let (end, kind) = piece(text, at, c);
        if kind == Kind::Word {
            split_word(text, at, end, gap, words, &mut pieces);
        } else {
            pieces.push(Piece { span: ByteSpan::new(at, end), kind, gap });
        }
        at = end;
        gap = false;
    }
    pieces
}

/// The length of an address of the web or of a mailbox that begins here.
fn address(text: &str) -> Option<usize> {
    let begins = text.starts_with("http") || text.starts_with("www.");
    let end = begins.then(|| text.find(char::is_whitespace).unwrap_or(text.len()))?;
    let chunk = &text[..end];
    (chunk.contains("://") || chunk.starts_with("www.")).then_some(end)
}

fn piece(text: &str, at: usize, c: char) -> (usize, Kind) {
    let rest = &text[at..];
    if c.is_ascii_digit() {
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let kind = match rest[..length].parse() {
            Ok(value) if length <= LONGEST_NUMBER => Kind::Number(value, length),
            _ => Kind::Mark('#'),
        };
        return (at + length, kind);
    }
    if !c.is_alphabetic() {
        return (at + c.len_utf8(), Kind::Mark(c));
    }
    let plain = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let mut end = rest.len();
    let mut chars = rest[plain..].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let inside = is_apostrophe(c) && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !(c.is_alphabetic() || inside || matches!(c, '\u{300}'..='\u{36f}')) {
            end = plain + offset;
            break;
        }
    }
    (at + end, Kind::Word)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}')
}

/// Cuts "l'" off before a word and "'s" off after it.
fn split_word(text: &str, start: usize, end: usize, gap: bool, words: &DateWords, pieces: &mut Vec<Piece>) {
    let Some(apostrophe) = text[start..end].find(is_apostrophe) else {
        pieces.push(Piece { span: ByteSpan::new(start, end), kind: Kind::Word, gap });
        return;
    };
    let mut cuts = vec![start, end];
    let mark = text[start + apostrophe..].chars().next().map_or(1, char::len_utf8);
    let (before, after) = (start + apostrophe, start + apostrophe + mark);
    if words.elisions.iter().any(|elided| *elided == fold(&text[start..after])) {
        cuts.insert(1, after);
    } else if words.endings.iter().any(|ending| *ending == fold(&text[before..end])) {
        cuts.insert(1, before);
    }
    for (number, pair) in cuts.windows(2).enumerate() {
        let kind = Kind::Word;
        pieces.push(Piece { span: ByteSpan::new(pair[0], pair[1]), kind, gap: gap && number == 0 });
    }
}
