//! Dates in prose, to EDTF. In this first step: days written as EDTF writes them.

use crate::model::When;

use super::ByteSpan;

/// A date in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDate {
    pub span: ByteSpan,
    /// `None`: it leans on a day that is not known.
    pub when: Option<When>,
    /// Once, somewhere inside.
    pub within: bool,
}

/// Words about time in one language.
#[derive(Debug, Clone, Default)]
pub struct DateWords;

impl DateWords {
    /// From the table `dates` of a lexicon.
    #[must_use]
    pub fn of(_table: &toml::Table) -> Self {
        Self
    }
}

/// The dates of a text, in its order, none overlapping another.
#[must_use]
pub fn find_dates(text: &str, _words: &DateWords, _published: Option<&When>) -> Vec<FoundDate> {
    let mut found = Vec::new();
    let mut start = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end().trim_end_matches(|c: char| c.is_ascii_punctuation());
        if bare.len() == 10
            && let Ok(when) = When::parse(bare)
        {
            let span = ByteSpan::new(start, start + bare.len());
            found.push(FoundDate { span, when: Some(when), within: false });
        }
        start += word.len();
    }
    found
}
