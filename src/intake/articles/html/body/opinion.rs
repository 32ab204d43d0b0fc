//! Witnesses: texts that say what belongs to the article, to be held against the page's blocks.
//!
//! One is what readability (`dom_smoothie`) makes of the page, one the body that the page itself declares.

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

use super::tidy::word_numbers;

/// Words that are compared in a row.
const ROW: usize = 4;

/// A text, as the rows of words that it holds.
#[derive(Debug, Default)]
pub(in super::super) struct Witness {
    /// Sorted.
    rows: Vec<u64>,
    /// Whole lines, for texts of fewer words than a row; sorted.
    lines: Vec<u64>,
    pub weight: usize,
}

impl Witness {
    pub(in super::super) fn of(text: &str) -> Self {
        let mut witness = Self::default();
        let mut all = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let from = all.len();
            word_numbers(line, &mut all);
            witness.lines.push(row(&all[from..]));
            witness.weight += super::tidy::weigh(line).0;
        }
        witness.rows = all.windows(ROW).map(row).collect();
        witness.rows.sort_unstable();
        witness.lines.sort_unstable();
        witness
    }

    /// What part of a text it holds, 0 to 1.
    pub(super) fn share_of(&self, text: &str) -> f64 {
        let mut words = Vec::with_capacity(text.len() / 4);
        word_numbers(text, &mut words);
        if words.len() < ROW {
            return if self.lines.binary_search(&row(&words)).is_ok() { 1.0 } else { 0.0 };
        }
        let known = words.windows(ROW).filter(|words| self.rows.binary_search(&row(words)).is_ok()).count();
        known as f64 / (words.len() - ROW + 1) as f64
    }
}

/// One number for a text, as far as its words are the same.
pub(super) fn number(text: &str) -> u64 {
    let mut words = Vec::new();
    word_numbers(text, &mut words);
    row(&words)
}

/// One number for words in their order.
fn row(words: &[u64]) -> u64 {
    words
        .iter()
        .fold(words.len() as u64, |sum, word| sum.rotate_left(17).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ word)
}

/// What readability makes of a page; `None` where it finds nothing.
pub(super) fn readability(document: Document) -> Option<Witness> {
    let config = Config { disable_json_ld: true, text_mode: TextMode::Formatted, ..Config::default() };
    let mut reader = Readability::with_document(document, None, Some(config)).ok()?;
    let article = reader.parse().ok()?;
    let witness = Witness::of(&article.text_content);
    (witness.weight > 0).then_some(witness)
}
