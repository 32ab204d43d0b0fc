//! What was copied from a page: as the page that it was, where that keeps its words, else as plain text.

use crate::model::Sentence;

use super::super::draft::Incoming;
use super::super::sniff::{self, Format};
use super::draft::ArticleDraft;
use super::html;
use super::read::{self, LONGEST, rounded};

/// Words from which on a part of what was pasted is an article, however much of it was left out.
const ENOUGH: usize = 150;

/// Reads what was pasted; gives the bytes that were read with it.
///
/// # Errors
/// A sentence for the user where there is nothing to read.
pub fn read_pasted(name: &str, text: &str, page: Option<&str>) -> Result<(ArticleDraft, Vec<u8>), Sentence> {
    let page = page.filter(|page| page.len() <= LONGEST && !page.trim().is_empty());
    if let Some(page) = page {
        if html::is_only_links(page) {
            return Err(sniff::no_article(Format::Shortcut, name));
        }
        if let Some(draft) = of_page(page, text, name) {
            return Ok((draft, page.as_bytes().to_vec()));
        }
    }
    let incoming = Incoming { name: name.to_owned(), bytes: text.as_bytes().to_vec(), ..Incoming::default() };
    Ok((read::read(&incoming)?, incoming.bytes))
}

/// The page's article, where it holds what the plain text does.
fn of_page(page: &str, text: &str, name: &str) -> Option<ArticleDraft> {
    let mut draft = rounded(html::read(page, name));
    draft.encoding = Some("UTF-8".to_owned());
    let words =
        |text: &str| text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    let heading = [&draft.title, &draft.byline].into_iter().flatten().map(|part| words(part)).sum::<usize>();
    let (kept, all) = (words(&draft.text), words(text));
    if kept == 0 || (kept < ENOUGH && kept * 2 < all) {
        return None;
    }
    let told = kept + heading;
    if told * 10 < all * 9 {
        let gone = all - told;
        draft.notes.push(Sentence::new("note-pasted").number("gone", gone).number("all", all));
    }
    Some(draft)
}
