//! Why a Case JSON could not be read, in sentences that name the line.

use std::fmt;

use crate::model::Sentence;
use crate::words::in_english;

/// What is wrong with a Case JSON; it displays in English.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CaseJsonError {
    /// Bytes that are no UTF-8.
    NotUtf8 { line: usize },
    /// No bytes, or only white space.
    Empty,
    /// JSON that is no case.
    NotACase,
    /// Not JSON, or not of this schema.
    Unreadable { line: usize, column: usize, sentence: Sentence },
    /// Readable, and against the rules of a case.
    Wrong { line: usize, sentence: Sentence },
    /// From a program that knows more.
    Newer { major: u64, minor: u64 },
}

impl CaseJsonError {
    /// The same, to be said in the language of whoever reads it, without a full stop.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let at = |key, line: &usize| Sentence::new(key).text("line", line.to_string());
        match self {
            Self::NotUtf8 { line } => at("json-not-utf8", line),
            Self::Empty => Sentence::new("json-empty"),
            Self::NotACase => Sentence::new("json-not-a-case"),
            Self::Unreadable { line, column, sentence } => {
                at("json-at-column", line).text("column", column.to_string()).said_of("why", sentence.clone())
            }
            Self::Wrong { line, sentence } => at("json-at-line", line).said_of("why", sentence.clone()),
            Self::Newer { major, minor } => Sentence::new("json-newer")
                .text("format", format!("{major}.{minor}"))
                .text("known", format!("{}.{}", super::MAJOR, super::MINOR)),
        }
    }
}

impl fmt::Display for CaseJsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_english(&self.sentence()))
    }
}

/// serde's sentence in words for a reporter; what it says of types and names stays in English in every language.
pub(super) fn unreadable(error: &serde_json::Error) -> CaseJsonError {
    let whole = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let said = whole.strip_suffix(&place).unwrap_or(&whole);
    let of_key = |key, name: &str| Sentence::new(key).text("key", name.trim_matches('`'));
    let sentence = if error.is_eof() {
        Sentence::new("json-breaks-off")
    } else if let Some(rest) = said.strip_prefix("unknown field ") {
        of_key("json-unknown-key", rest.split_once(", ").map_or(rest, |(key, _)| key))
    } else if let Some(key) = said.strip_prefix("missing field ") {
        of_key("json-missing-key", key)
    } else if let Some(key) = said.strip_prefix("duplicate field ") {
        of_key("json-same-key", key)
    } else {
        Sentence::plain(
            said.replace("expected u64", "expected a whole number from 0")
                .replace("expected u32", "expected a whole number from 0")
                .replace("expected f64", "expected a number"),
        )
    };
    CaseJsonError::Unreadable { line: error.line(), column: error.column(), sentence }
}
