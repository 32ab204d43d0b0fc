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
const AUTHOR: [&str; 14] = [
    "автор:",
    "автори:",
    "авторы:",
    "author:",
    "authors:",
    "autor:",
    "autorin:",
    "auteur:",
    "text:",
    "autore:",
    "текст:",
    "tekst:",
    "yazar:",
    "συντάκτης:",
];

/// Words that a name may have in small letters.
const SMALL: [&str; 22] = [
    "and", "und", "et", "y", "e", "og", "och", "en", "i", "a", "и", "та", "і", "&", "de", "van", "von",
    "der", "den", "la", "del", "al",
];

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

/// The names on a line of a text that says nothing but who wrote it: "By Ann Otter and Bo Lund", "Автор: Ганна Видра".
pub(in super::super::super) fn in_line(line: &str) -> Option<String> {
    /// Words of the longest such line.
    const LONGEST: usize = 14;
    let line = blanks(line);
    if words(&line).count() > LONGEST || line.ends_with(['.', '!', '?', ':', ';']) {
        return None;
    }
    // What stands behind a mark is a day, a place, an office.
    let line = line.split(['|', '·', '•', '—', '–']).next()?.trim();
    let lower = line.to_lowercase();
    let start =
        AUTHOR.iter().chain(&BY).find(|start| lower.starts_with(**start) && lower.len() == line.len())?;
    let rest = line.get(start.len()..)?.trim();
    // A day or an agency may follow the names without a mark.
    let names = rest.split(|c: char| c.is_ascii_digit()).next()?.trim().trim_end_matches(',').trim();
    let is_name = |word: &str| SMALL.contains(&word) || word.chars().next().is_some_and(char::is_uppercase);
    let all = names.split([' ', ',']).filter(|word| !word.is_empty());
    let count = all.clone().count();
    ((2..=12).contains(&count) && all.clone().all(is_name)).then(|| names.to_owned())
}

fn without_by(name: &str) -> String {
    let name = blanks(name);
    let lower = name.to_lowercase();
    let by = BY.iter().find(|by| lower.starts_with(**by) && lower.len() == name.len());
    by.and_then(|by| name.get(by.len()..)).unwrap_or(&name).trim().to_owned()
}
