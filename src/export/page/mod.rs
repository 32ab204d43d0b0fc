//! A picture as one self-contained page: the SVG, zoom and pan, and a card for each event with its quotes and sources.
//!
//! Nothing is fetched from elsewhere and no script but its own runs: a policy in the page's head forbids it. Without
//! script the page still is the picture and the list below it.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::model::{EventId, Words};
use crate::scene::{Rect, Scene, Target};

use crate::export::account::{Entry, note_html};
use crate::export::markup::escaped;
use crate::export::svg;

const SCRIPT: &str = include_str!("page.js");
const STYLE: &str = include_str!("page.css");

/// What stands on a page beside the picture.
#[derive(Clone, Copy)]
pub struct PageParts<'a> {
    pub title: &'a str,
    /// BCP 47.
    pub language: &'a str,
    pub entries: &'a [Entry],
    /// The entries' keys by their events' rows.
    pub keys: &'a BTreeMap<EventId, String>,
    pub words: &'a dyn Words,
}

impl std::fmt::Debug for PageParts<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PageParts").field("title", &self.title).finish_non_exhaustive()
    }
}

/// Writes the page.
#[must_use]
pub fn page(scene: &Scene, parts: &PageParts<'_>) -> String {
    let word = |key: &str| escaped(&parts.words.word(key));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
         script-src 'unsafe-inline'; font-src data:; img-src data:\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{1}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <main>\n<h1 class=\"said\">{1}</h1>\n",
        escaped(parts.language),
        escaped(parts.title)
    );
    let _ = write!(
        out,
        "<p class=\"said\" id=\"described\">{}</p>\n<div class=\"tools\" role=\"toolbar\" aria-label=\"{}\">\
         <button type=\"button\" id=\"in\">{}</button><button type=\"button\" id=\"out\">{}</button>\
         <button type=\"button\" id=\"whole\">{}</button></div>\n\
         <div id=\"frame\" role=\"group\" aria-describedby=\"described\" aria-label=\"{}\">\n",
        escaped(&scene.description),
        word("page-tools"),
        word("page-zoom-in"),
        word("page-zoom-out"),
        word("page-whole"),
        word("page-picture"),
    );
    let list = list(scene, parts);
    out.push_str(&svg::with_marks(scene, &marks(scene, parts), &list));
    let _ = write!(out, "</div>\n<aside id=\"card\" role=\"dialog\" tabindex=\"-1\" hidden></aside>\n{list}");
    let _ = write!(
        out,
        "</main>\n<script>const CLOSE=\"{}\";\n{SCRIPT}</script>\n</body>\n</html>\n",
        word("page-close")
    );
    out
}

/// The events below the picture.
fn list(scene: &Scene, parts: &PageParts<'_>) -> String {
    let word = |key: &str| escaped(&parts.words.word(key));
    let mut out = format!("<h2>{}</h2>\n<ol id=\"events\">\n", word("page-events"));
    parts.entries.iter().for_each(|entry| listed(&mut out, entry, parts.words));
    out.push_str("</ol>\n");
    together(&mut out, scene, &word("page-together"));
    out
}

/// What the picture draws in columns and profiles, by the names of their parts: these events are in no list above.
fn together(out: &mut String, scene: &Scene, heading: &str) {
    let heaps = scene.spots.iter().filter(|spot| matches!(spot.target, Target::Heap { .. }));
    let names: Vec<String> = heaps.map(|spot| escaped(&spot.name)).collect();
    if names.is_empty() {
        return;
    }
    let _ = write!(out, "<h2>{heading}</h2>\n<ul id=\"together\">\n");
    for name in names {
        let _ = writeln!(out, "<li>{name}</li>");
    }
    out.push_str("</ul>\n");
}

/// Marks that can be chosen: their place, their name, and the numbers of their events.
fn marks(scene: &Scene, parts: &PageParts<'_>) -> Vec<(Rect, String, Vec<usize>)> {
    let numbers: BTreeMap<&str, usize> =
        parts.entries.iter().map(|entry| (entry.key.as_str(), entry.number)).collect();
    let number = |id: &EventId| numbers.get(parts.keys.get(id)?.as_str()).copied();
    let of = |target: &Target| -> Vec<usize> {
        match target {
            Target::Event(id) => number(id).into_iter().collect(),
            Target::Block(ids) => ids.iter().filter_map(number).collect(),
            Target::Lane(_) | Target::Heap { .. } => Vec::new(),
        }
    };
    let spots = scene.spots.iter().map(|spot| (spot.rect, spot.name.to_string(), of(&spot.target)));
    spots.filter(|(_, _, events)| !events.is_empty()).collect()
}

fn listed(out: &mut String, entry: &Entry, words: &dyn Words) {
    let _ = write!(
        out,
        "<li id=\"event-{}\" value=\"{}\"><h3>{}: {}</h3><p class=\"what\">{}, {}{}</p>",
        entry.number,
        entry.number,
        escaped(&entry.date),
        escaped(&entry.title),
        escaped(&entry.kind),
        escaped(&entry.status),
        if entry.lanes.is_empty() { String::new() } else { format!("; {}", escaped(&entry.lanes)) },
    );
    if !entry.sources.is_empty() {
        out.push_str("<ul>");
        for source in &entry.sources {
            let _ = write!(out, "<li>{}</li>", note_html(source, words));
        }
        out.push_str("</ul>");
    }
    out.push_str("</li>\n");
}
