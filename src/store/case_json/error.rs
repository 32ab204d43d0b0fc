//! Why a Case JSON could not be read, in sentences that name the line.

/// What is wrong with a Case JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CaseJsonError {
    /// Bytes that are no UTF-8.
    #[error("line {line}: not UTF-8; save the file as UTF-8")]
    NotUtf8 { line: usize },
    /// No bytes, or only white space.
    #[error("the file is empty")]
    Empty,
    /// JSON that is no case.
    #[error("not a Case JSON: it has no key \"caseline\"")]
    NotACase,
    /// Not JSON, or not of this schema.
    #[error("line {line}, column {column}: {sentence}")]
    Unreadable { line: usize, column: usize, sentence: String },
    /// Readable, and against the rules of a case.
    #[error("line {line}: {sentence}")]
    Wrong { line: usize, sentence: String },
    /// From a program that knows more.
    #[error(
        "written by a newer Caseline (format {major}.{minor}); this one reads up to {}.{}",
        super::MAJOR,
        super::MINOR
    )]
    Newer { major: u64, minor: u64 },
}

/// serde's sentence in words for a reporter.
pub(super) fn unreadable(error: &serde_json::Error) -> CaseJsonError {
    let whole = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let said = whole.strip_suffix(&place).unwrap_or(&whole);
    let sentence = if error.is_eof() {
        "the file breaks off here; it is not complete".to_owned()
    } else if let Some(rest) = said.strip_prefix("unknown field ") {
        format!("unknown key {}", rest.split_once(", ").map_or(rest, |(key, _)| key))
    } else {
        said.replace("missing field", "missing key")
            .replace("duplicate field", "the same key twice:")
            .replace("expected u64", "expected a whole number from 0")
            .replace("expected u32", "expected a whole number from 0")
            .replace("expected f64", "expected a number")
    };
    CaseJsonError::Unreadable { line: error.line(), column: error.column(), sentence }
}
