//! A lexicon's file: its form, and what is wrong with one (`assets/lexicon/README.md` tells it to people).

use serde::Deserialize;
use toml::Table;

use super::super::find::DateTable;

/// What is known of one language.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// Two letters of ISO 639-1.
    pub language: String,
    /// What the language calls itself.
    pub name: String,
    /// Words about time, read by the finder of dates.
    #[serde(default)]
    pub dates: DateTable,
}

/// The table of a file's text and the language that it names, or what is wrong, with its line.
pub(super) fn table_of(text: &str) -> Result<(String, Table), String> {
    let table: Table = text.parse().map_err(|error: toml::de::Error| sentence(&error, text))?;
    match table.get("language").and_then(toml::Value::as_str) {
        // Read once by itself, so that a fault is told with its line.
        Some(language) => {
            let language = language.to_owned();
            toml::from_str::<Lexicon>(text).map_err(|error| sentence(&error, text))?;
            Ok((language, table))
        }
        None => Err("line 1: it does not say its language, as in language = \"en\"".to_owned()),
    }
}

/// A lexicon from its joined table.
pub(super) fn read(table: Table) -> Result<Lexicon, String> {
    table.try_into().map_err(|error: toml::de::Error| error.message().to_owned())
}

fn sentence(error: &toml::de::Error, text: &str) -> String {
    let at = error.span().map_or(0, |span| span.start.min(text.len()));
    let line = text.get(..at).unwrap_or(text).matches('\n').count() + 1;
    let message = error.message().lines().collect::<Vec<_>>().join(" ");
    format!("line {line}: {message}")
}
