//! Pages: the article in an HTML document, without what stands around it.

use dom_smoothie::{Config, Readability, TextMode};

use super::draft::{ArticleDraft, PublishedFrom};
use crate::model::When;

/// Nodes of a page that are looked at; a page of more is read no further.
const MOST_ELEMENTS: usize = 300_000;

/// Reads a page; `name` is the file's, for what is said of it.
pub(super) fn read(html: &str, _name: &str) -> ArticleDraft {
    let config =
        Config { text_mode: TextMode::Formatted, max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let mut draft = ArticleDraft { media_type: "text/html", ..ArticleDraft::default() };
    match Readability::new(html, None, Some(config)).and_then(|mut page| page.parse()) {
        Ok(page) => {
            draft.title = Some(page.title.trim().to_owned()).filter(|title| !title.is_empty());
            draft.byline = page.byline;
            draft.site = page.site_name;
            draft.url = page.url;
            draft.language = page.lang;
            let day = page.published_time.as_deref().and_then(|time| time.get(..10));
            draft.published = day.and_then(|day| When::parse(day).ok());
            draft.published_from = draft.published.as_ref().map(|_| PublishedFrom::Meta);
            draft.text = page.text_content.trim().to_owned();
        }
        Err(error) => draft.notes.push(format!("no article was found in the page ({error})")),
    }
    draft
}
