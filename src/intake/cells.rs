//! One cell with several values in it.
//!
//! Values stand apart by `;`, `|` or a new line. A value in double quotes stays whole, with `""` for a quote inside:
//! so a list that Caseline wrote comes back as it was.

use std::borrow::Cow;

/// The values of a cell, empty ones left out.
pub(super) fn values(cell: &str) -> Vec<Cow<'_, str>> {
    let mut values = aligned(cell, |mark, _| is_separator(mark));
    values.retain(|value| !value.is_empty());
    values
}

/// Whether values stand apart by this character.
pub(super) fn is_separator(mark: char) -> bool {
    matches!(mark, ';' | '|' | '\n')
}

/// The values of a cell with the empty ones kept, since their order ties them to other cells; none for a blank cell.
///
/// `separates` is asked of each character with the text after it.
pub(super) fn aligned(cell: &str, separates: impl Fn(char, &str) -> bool) -> Vec<Cow<'_, str>> {
    let mut values = Vec::new();
    let mut rest = cell;
    if cell.trim().is_empty() {
        return values;
    }
    loop {
        if let Some((value, after)) = quoted(rest, &separates) {
            values.push(value);
            match after {
                Some(after) => rest = after,
                None => return values,
            }
        } else if let Some(at) = separator(rest, &separates) {
            values.push(Cow::Borrowed(rest[..at].trim()));
            rest = &rest[at + 1..];
        } else {
            values.push(Cow::Borrowed(rest.trim()));
            return values;
        }
    }
}

/// Where the first separator of a text stands; it is one byte long.
fn separator(text: &str, separates: &impl Fn(char, &str) -> bool) -> Option<usize> {
    let mut marks = text.match_indices(is_separator);
    marks.find(|(at, mark)| mark.chars().all(|c| separates(c, &text[at + 1..]))).map(|(at, _)| at)
}

/// A value in double quotes at the start of `text`, and what follows its separator.
///
/// Words that only begin with a quotation mark, such as `"Go", he said`, are no quoted value.
fn quoted<'a>(
    text: &'a str,
    separates: &impl Fn(char, &str) -> bool,
) -> Option<(Cow<'a, str>, Option<&'a str>)> {
    let inner = text.trim_start().strip_prefix('"')?;
    let mut from = 0;
    let at = loop {
        let at = from + inner[from..].find('"')?;
        if !inner[at + 1..].starts_with('"') {
            break at;
        }
        from = at + 2;
    };
    let value = &inner[..at];
    let value =
        if value.contains('"') { Cow::Owned(value.replace("\"\"", "\"")) } else { Cow::Borrowed(value) };
    let after = &inner[at + 1..];
    let end = separator(after, separates).unwrap_or(after.len());
    if !after[..end].trim().is_empty() {
        return None;
    }
    Some((value, after.get(end + 1..)))
}

/// Whether a cell begins with a value in double quotes: a program wrote it, and its list is exact.
pub(super) fn has_quoted(cell: &str) -> bool {
    cell.trim_start().starts_with('"')
}

/// Whether a cell says yes; anything else says no.
pub(super) fn says_yes(cell: &str) -> bool {
    let word = cell.trim().to_lowercase();
    ["true", "yes", "y", "1", "x", "ja", "oui", "да", "так", "wahr", "vrai"].contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, expected: &[&str]) {
        assert_eq!(values(cell), expected, "{cell:?}");
    }

    #[test]
    fn values_stand_apart_by_semicolon_bar_or_line() {
        check("BE; FR|IT\nDE", &["BE", "FR", "IT", "DE"]);
        check(" ;BE;; ", &["BE"]);
        check("Bosnia, Herzegovina", &["Bosnia, Herzegovina"]);
        check("", &[]);
    }

    #[test]
    fn a_quoted_value_keeps_its_separators() {
        check("\"one; two\"; three", &["one; two", "three"]);
        check("\"a \"\"b\"\" c\" | d", &["a \"b\" c", "d"]);
        check("\"Go\", he said; then left", &["\"Go\", he said", "then left"]);
        check("\"never closed; x", &["\"never closed", "x"]);
    }

    #[test]
    fn empty_values_keep_their_place_where_asked() {
        assert_eq!(aligned("a;;b;", |mark, _| is_separator(mark)), ["a", "", "b", ""]);
    }
}
