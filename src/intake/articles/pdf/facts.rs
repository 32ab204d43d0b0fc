//! What a PDF says of itself: title, author, day, language.

use pdf_extract::{Dictionary, Document, Object, decode_text_string};

use super::super::draft::{ArticleDraft, PublishedFrom};
use crate::model::When;

/// Fills in what is known; `headline` is the words in the largest letters of the first page.
pub(super) fn take(document: &Document, headline: Option<String>, draft: &mut ArticleDraft) {
    let info = document.trailer.get(b"Info").ok().and_then(|info| dictionary(document, info));
    let said = |key: &[u8]| {
        let value = info.and_then(|info| info.get(key).ok()).map(|value| dereferenced(document, value))?;
        let text = decode_text_string(value).ok()?;
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0').to_owned();
        (!text.is_empty() && text.chars().count() < 500).then_some(text)
    };
    let title = said(b"Title").filter(|title| !is_a_files_name(title));
    draft.title = title.or(headline);
    draft.byline = said(b"Author");
    draft.published = said(b"CreationDate").and_then(|date| moment(&date));
    draft.published_from = draft.published.as_ref().map(|_| PublishedFrom::File);
    let catalog = document.catalog().ok();
    draft.language = catalog
        .and_then(|catalog| catalog.get(b"Lang").ok())
        .and_then(|language| decode_text_string(dereferenced(document, language)).ok());
}

fn dereferenced<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    document.dereference(object).map_or(object, |(_, found)| found)
}

fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    dereferenced(document, object).as_dict().ok()
}

/// Programs put the name of the file that they printed where the title should be.
fn is_a_files_name(title: &str) -> bool {
    let lower = title.to_lowercase();
    let endings = [
        ".doc", ".docx", ".odt", ".indd", ".qxd", ".pdf", ".rtf", ".tex", ".dvi", ".ps", ".xls", ".xlsx",
        ".htm",
    ];
    lower.starts_with("microsoft word")
        || lower.starts_with("untitled")
        || endings.iter().any(|end| lower.ends_with(end))
}

/// `D:20220405143000+02'00'` as a day with its time and offset.
fn moment(date: &str) -> Option<When> {
    let digits: String = date.trim_start_matches("D:").chars().take_while(char::is_ascii_digit).collect();
    let part = |from: usize, to: usize| digits.get(from..to);
    let day = format!("{}-{}-{}", part(0, 4)?, part(4, 6)?, part(6, 8)?);
    let offset = date.trim_start_matches("D:").get(digits.len()..).unwrap_or_default().replace('\'', "");
    let offset = match offset.as_bytes() {
        [b'Z', ..] => Some("Z".to_owned()),
        [b'+' | b'-', rest @ ..] if rest.len() >= 4 => Some(format!("{}:{}", &offset[..3], &offset[3..5])),
        _ => None,
    };
    let exact = part(8, 10).zip(part(10, 12)).zip(offset);
    exact
        .and_then(|((hour, minute), offset)| When::parse(&format!("{day}T{hour}:{minute}{offset}")).ok())
        .or_else(|| When::parse(&day).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pdfs_date_is_a_moment_where_it_says_its_offset_and_else_a_day() {
        let read = |date: &str| moment(date).map(|when| when.to_string());
        assert_eq!(read("D:20220405143000+02'00'").as_deref(), Some("2022-04-05T14:30+02:00"));
        assert_eq!(read("D:20220405143000Z").as_deref(), Some("2022-04-05T14:30Z"));
        assert_eq!(read("20220405").as_deref(), Some("2022-04-05"));
        assert_eq!(read("D:20220405143000").as_deref(), Some("2022-04-05"));
        assert_eq!(read("yesterday"), None);
    }
}
