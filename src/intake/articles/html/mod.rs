//! A web page becomes an article: the words about it, and the text without menus, adverts and boxes.
//!
//! ```text
//!        ┌─ head: JSON-LD, meta, headline ─► title, byline, site, address, day, language
//! html ──┤
//!        └─ body: blocks, witnesses, points ─► text
//! ```
//!
//! General rules only, no names of sites. Hostile pages cost time by their length, never by their depth, and nothing in
//! them is run or fetched.

mod body;
mod depth;
mod head;

use dom_query::Document;

use crate::model::Sentence;

use super::draft::ArticleDraft;
use body::{Kind, Page, Told};
use head::{Meta, plain};

/// Reads a page as far as it can be read. Its length is bounded by the door before it; `name` is the file's, or the
/// page's address where its wrapping knows that.
pub(super) fn read(html: &str, name: &str) -> ArticleDraft {
    let mut notes = Vec::new();
    let (html, was_deep) = depth::bounded(html);
    if was_deep {
        notes.push(Sentence::new("note-deep-page"));
    }
    let document = Document::from(&*html);
    let page = Page::read(&document);
    if page.cut {
        notes.push(Sentence::new("note-long-page"));
    }
    let meta = Meta::read(&document, name);
    let said = head::read_json_ld(&meta);
    let site = site(&meta, said.publisher.as_deref());
    let title = head::title(&page, &meta, &said, site.as_deref());
    let language = meta.language.clone().or_else(|| said.language.as_deref().and_then(head::tidy_tag));
    let published = head::published(&page, &meta, &said, language.as_deref());
    let told = Told {
        body: said.body.as_deref().map(body_text),
        title: title.clone(),
        description: said
            .description
            .clone()
            .or_else(|| meta.first(&["og:description", "description"]).map(plain)),
    };
    let byline = head::byline(&document, &page, &meta, &said, site.as_deref());
    let text = text(document, &page, &told, &mut notes);
    ArticleDraft {
        byline,
        site: site.or_else(|| head::site_beside(title.as_deref()?, &meta)).or_else(|| host(&meta)),
        url: meta.addresses.first().cloned().or(said.url.clone().filter(|url| url.starts_with("http"))),
        published_from: published.as_ref().map(|(_, from)| *from),
        published: published.map(|(when, _)| when),
        retrieved: meta.saved.as_deref().and_then(head::read_moment),
        language,
        title,
        origin: None,
        encoding: None,
        media_type: "text/html",
        text,
        notes,
    }
}

/// Whether nearly all words of a page stand in links: a link or a list of them was copied, and no article.
pub(super) fn is_only_links(html: &str) -> bool {
    let (html, _) = depth::bounded(html);
    let page = Page::read(&Document::from(&*html));
    let linked: usize = page.blocks.iter().map(|block| block.linked).sum();
    let all: usize = page.blocks.iter().map(|block| block.weight).sum();
    linked > 0 && linked * 10 >= all * 9
}

/// The site's name as it gives it; the host only where it gives none.
fn site(meta: &Meta, publisher: Option<&str>) -> Option<String> {
    let named = meta.first(&["og:site_name"]).map(plain).or_else(|| publisher.map(str::to_owned));
    named.or_else(|| meta.first(&["application-name", "dc.publisher"]).map(plain))
}

fn host(meta: &Meta) -> Option<String> {
    let host = meta.addresses.first()?.split_once("://")?.1.split(['/', ':', '?']).next()?;
    Some(host.trim_start_matches("www.").to_owned())
}

/// A declared body as plain text; some pages put markup into it.
fn body_text(body: &str) -> String {
    if !body.contains('<') && !body.contains('&') {
        return body.to_owned();
    }
    let page = Page::read(&Document::from(body));
    let blocks: Vec<&str> = page.blocks.iter().map(|block| block.text.as_str()).collect();
    blocks.join("\n\n")
}

fn text(document: Document, page: &Page, told: &Told, notes: &mut Vec<Sentence>) -> String {
    let kept = body::choose(document, page, told);
    let text = set(page, &kept);
    // A page can show less than it declares: behind a wall, or filled by a script.
    let shown = body::weight(&text);
    if let Some(body) = told.body.as_deref()
        && body::weight(body) > 400
        && shown * 2 < body::weight(body)
    {
        notes.push(Sentence::new("note-declared-text"));
        return paragraphs(body);
    }
    text
}

fn paragraphs(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(body::blanks).filter(|line| !line.is_empty()).collect();
    lines.join("\n\n")
}

/// Blocks as text: a blank line between paragraphs, items of a list line by line.
fn set(page: &Page, kept: &[usize]) -> String {
    let mut text = String::new();
    let mut before: Option<(usize, Kind)> = None;
    for at in kept {
        let block = &page.blocks[*at];
        let close =
            matches!(block.kind, Kind::Item | Kind::Row) && before == Some((at.wrapping_sub(1), block.kind));
        if !text.is_empty() {
            text.push_str(if close { "\n" } else { "\n\n" });
        }
        if block.kind == Kind::Item {
            text.push_str("• ");
        }
        text.push_str(&block.text);
        before = Some((*at, block.kind));
    }
    text
}

/// The names on a line that says who wrote a text.
pub(super) fn names_in(line: &str) -> Option<String> {
    head::byline_in(line)
}

/// A day that stands in words, its month in words or in an order that is not in doubt.
pub(super) fn day_in(words: &str) -> Option<crate::model::When> {
    head::in_text(words, false)
}
