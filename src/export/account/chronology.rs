//! A written chronology: the events as a dated list, with footnoted quotes.

use std::fmt::Write;

use crate::export::markup::{escaped, markdown_address, plain_markdown};
use crate::model::Words;

use super::entry::{Cited, Entry, quoted};

/// In Markdown with footnotes, as pandoc and GitHub read them.
#[must_use]
pub fn chronology_markdown(title: &str, entries: &[Entry], words: &dyn Words) -> String {
    let mut out = format!("# {}\n\n", plain_markdown(title));
    let mut notes = String::new();
    let mut count = 0;
    for entry in entries {
        let _ = write!(out, "{}. **{}** – ", entry.number, plain_markdown(&entry.date));
        let _ = write!(out, "{} ({})", plain_markdown(&entry.title), entry.status);
        for source in &entry.sources {
            count += 1;
            let _ = write!(out, "[^{count}]");
            let _ = writeln!(notes, "[^{count}]: {}", note_markdown(source, words));
        }
        out.push('\n');
    }
    if !notes.is_empty() {
        out.push('\n');
        out.push_str(&notes);
    }
    out
}

fn note_markdown(source: &Cited, words: &dyn Words) -> String {
    let mut note = String::new();
    if let Some(quote) = quoted(source, words) {
        let _ = write!(note, "{} ", plain_markdown(&quote));
    }
    note.push_str(&plain_markdown(&source.named()));
    if let Some(url) = &source.url {
        let _ = write!(note, ", <{}>", markdown_address(url));
    }
    note
}

/// As a part of a page: a heading, a list, and its notes, to which each event leads.
#[must_use]
pub fn chronology_html(title: &str, entries: &[Entry], language: &str, words: &dyn Words) -> String {
    let mut out = format!("<section lang=\"{}\"><h2>{}</h2>\n<ol>\n", escaped(language), escaped(title));
    let mut notes = String::new();
    let mut count = 0;
    for entry in entries {
        let _ = write!(out, "<li><strong>{}</strong> – {}", escaped(&entry.date), escaped(&entry.title));
        let _ = write!(out, " ({})", escaped(&entry.status));
        let mut numbers = Vec::new();
        for source in &entry.sources {
            count += 1;
            numbers.push(format!("<a href=\"#note-{count}\">{count}</a>"));
            let _ = writeln!(notes, "<li id=\"note-{count}\">{}</li>", note_html(source, words));
        }
        if !numbers.is_empty() {
            let _ = write!(out, "<sup>{}</sup>", numbers.join(", "));
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ol>\n");
    if !notes.is_empty() {
        let _ = write!(out, "<ol>\n{notes}</ol>\n");
    }
    out.push_str("</section>\n");
    out
}

const STYLE: &str = "body{font:17px/1.5 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b1b1a;\
background:#fff}h2{line-height:1.25}li{margin:.35em 0;overflow-wrap:break-word}sup{font-size:.7em;line-height:0}\
a{color:#005a8e}section>ol+ol{border-top:1px solid #b9b3a8;padding-top:1em;font-size:.85em}\
li:target{background:#fff3c4}@media print{body{margin:0}a{color:inherit}}";

/// A whole page with the chronology alone.
#[must_use]
pub fn chronology_page(title: &str, entries: &[Entry], language: &str, words: &dyn Words) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
        escaped(language),
        escaped(title),
        chronology_html(title, entries, language, words)
    )
}

/// A source with its words, its name, and its address as a link.
#[must_use]
pub fn note_html(source: &Cited, words: &dyn Words) -> String {
    let mut note = String::new();
    if let Some(quote) = quoted(source, words) {
        let language =
            source.language.as_ref().map(|tag| format!(" lang=\"{}\"", escaped(tag))).unwrap_or_default();
        let _ = write!(note, "<q{language}>{}</q> ", escaped(quote.trim_matches(['“', '”'])));
    }
    let name = escaped(&source.named());
    match &source.url {
        Some(url) => {
            let _ = write!(note, "<a href=\"{}\" rel=\"noopener noreferrer\">{name}</a>", escaped(url));
        }
        None => note.push_str(&name),
    }
    note
}
