//! Who wrote it.

use dom_query::Document;

use super::super::body::{Label, Page, blanks, words};
use super::{Meta, Said, plain};

/// Names beyond these are counted, not listed.
const MOST: usize = 6;

/// Words before the names.
const BY: [&str; 12] =
    ["by ", "von ", "par ", "de ", "da ", "di ", "por ", "av ", "door ", "автор: ", "автор ", "text: "];

/// Words with a colon before a name.
const AUTHOR: [&str; 8] =
    ["автор:", "author:", "autor:", "autorin:", "auteur:", "text:", "autore:", "текст:"];

/// The authors, in one line.
pub(in super::super) fn byline(
    document: &Document,
    page: &Page,
    meta: &Meta,
    said: &Said,
    site: Option<&str>,
) -> Option<String> {
    let is_name = |name: &str| {
        let count = words(name).count();
        count > 0 && count <= 12 && name.len() < 120 && !name.contains("://") && !name.contains('@')
    };
    let mut names: Vec<String> =
        said.authors.iter().map(|name| without_by(name)).filter(|name| is_name(name)).collect();
    if names.is_empty() {
        let keys = [
            "author",
            "article:author",
            "dc.creator",
            "parsely-author",
            "sailthru.author",
            "byl",
            "citation_author",
        ];
        names = keys
            .iter()
            .find_map(|key| {
                let found: Vec<String> =
                    meta.all(key).map(|name| without_by(&plain(name))).filter(|name| is_name(name)).collect();
                (!found.is_empty()).then_some(found)
            })
            .unwrap_or_default();
    }
    names.retain(|name| !name.is_empty());
    // The site as its own author is no byline, where the page shows another.
    let only_site = names.iter().all(|name| site.is_some_and(|site| site.eq_ignore_ascii_case(name)));
    if names.is_empty() || only_site {
        names = visible(document, page).into_iter().chain(names).take(1).collect();
    }
    let mut unique: Vec<String> = Vec::new();
    for name in names {
        if !unique.iter().any(|known| known.eq_ignore_ascii_case(&name)) {
            unique.push(name);
        }
    }
    if unique.len() > MOST {
        let more = unique.len() - MOST;
        unique.truncate(MOST);
        unique.push(format!("+{more}"));
    }
    (!unique.is_empty()).then(|| unique.join(", "))
}

/// A name that the page marks as its author's, or that stands behind a word for one before the text.
fn visible(document: &Document, page: &Page) -> Option<String> {
    let is_name =
        |name: &str| (1..=6).contains(&words(name).count()) && !name.contains(|c: char| c.is_ascii_digit());
    let marked = document.select("[itemprop='author'], [rel='author'], .author, .byline");
    let marked = marked
        .iter()
        .take(5)
        .map(|node| without_by(&node.text()))
        .find(|name| is_name(name) && words(name).count() > 1);
    if marked.is_some() {
        return marked;
    }
    let first = page
        .blocks
        .iter()
        .position(|block| block.words >= 30 && block.linked * 3 < block.weight)
        .unwrap_or(0);
    let before = page.blocks.get(first.saturating_sub(20)..first)?;
    let named = before.iter().filter(|block| block.words <= 20).find_map(|block| {
        let part = block
            .text
            .split(['|', '·', '•', '\n'])
            .find(|part| AUTHOR.iter().any(|word| part.trim().to_lowercase().starts_with(word)))?;
        Some(part.split_once(':')?.1.trim().to_owned()).filter(|name| is_name(name))
    });
    let labelled = |element: usize| page.up(element).take(3).any(|at| page.elements[at].is(Label::Author));
    let line = || {
        before
            .iter()
            .find(|block| (2..=8).contains(&block.words) && labelled(block.element))
            .map(|block| without_by(&block.text))
    };
    named.or_else(line).filter(|name| is_name(name))
}

fn without_by(name: &str) -> String {
    let name = blanks(name);
    let lower = name.to_lowercase();
    let by = BY.iter().find(|by| lower.starts_with(**by) && lower.len() == name.len());
    by.and_then(|by| name.get(by.len()..)).unwrap_or(&name).trim().to_owned()
}
