//! Lines into paragraphs, across columns and pages; what only repeats on every page is left out.

use std::collections::BTreeMap;

use super::super::plain;
use super::blocks::Line;

/// Lines at the top and at the bottom of a page that may repeat on others.
const AT_EDGE: usize = 2;

/// The longest heading, in characters.
const LONGEST_HEADLINE: usize = 200;

/// A whole file's text.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub text: String,
    /// The words in the largest letters of the first page.
    pub headline: Option<String>,
}

/// Puts pages, each of blocks of lines, together.
pub(super) fn of_pages(mut pages: Vec<Vec<Vec<Line>>>) -> Read {
    let headline = pages.first().and_then(|page| headline(page));
    drop_repeated(&mut pages);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut goes_on = false;
    for block in pages.into_iter().flatten().filter(|block| !block.is_empty()) {
        for (at, paragraph) in of_block(&block).into_iter().enumerate() {
            match paragraphs.last_mut().filter(|last| at == 0 && goes_on && continues(last, &paragraph)) {
                Some(last) => join(last, &paragraph),
                None => paragraphs.push(paragraph),
            }
        }
        goes_on = paragraphs.last().is_some_and(|last| !ends_sentence(last));
    }
    let text = plain::tidy(&paragraphs.join("\n\n"));
    Read { text, headline }
}

/// Whether a paragraph that broke off at the end of a column goes on here.
fn continues(last: &str, next: &str) -> bool {
    let begins_small = next.chars().next().is_some_and(char::is_lowercase);
    let has_no_case =
        next.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase());
    let long = last.chars().count() > 60;
    begins_small || (has_no_case && long) || (last.ends_with(',') && long)
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '»', ')', '’', '“']).ends_with(['.', '!', '?', ':', '…', '。', '؟'])
}

fn of_block(lines: &[Line]) -> Vec<String> {
    let left = lines.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
    let right = lines.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
    let mut gaps: Vec<f64> = lines.windows(2).map(|pair| pair[0].y - pair[1].y).collect();
    gaps.sort_by(f64::total_cmp);
    let usual = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
    let mut paragraphs: Vec<String> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let text = line.text.trim();
        if text.is_empty() {
            continue;
        }
        let before = at.checked_sub(1).map(|at| &lines[at]);
        let is_new = before.is_none_or(|before| {
            let gap = before.y - line.y;
            // A sentence goes on under its beginning, however far in its next line stands.
            let goes_on = !ends_sentence(&before.text) && text.starts_with(char::is_lowercase);
            let short = right - before.right > 0.25 * (right - left) && before.left - left < 2.0 * line.size;
            let indented = line.left - left > 0.8 * line.size && before.left - left < 0.4 * line.size;
            gap > usual * if goes_on { 1.8 } else { 1.3 } + 1.0
                || (before.size - line.size).abs() > 0.12 * before.size.max(line.size)
                || (indented && !goes_on)
                || (short && ends_sentence(&before.text))
                || is_item(text)
        });
        match paragraphs.last_mut().filter(|_| !is_new) {
            Some(last) => join(last, text),
            None => paragraphs.push(text.to_owned()),
        }
    }
    paragraphs
}

fn is_item(text: &str) -> bool {
    text.starts_with(['•', '▪', '■', '●', '◦', '‣']) || text.starts_with("– ") || text.starts_with("- ")
}

/// Adds a line; a word that was parted at the end of one is put together.
fn join(last: &mut String, text: &str) {
    let small = text.chars().next().is_some_and(char::is_lowercase);
    let mut ends = last.chars().rev();
    let (end, before) = (ends.next(), ends.next());
    if end == Some('\u{ad}')
        || (matches!(end, Some('-' | '\u{2010}')) && small && before.is_some_and(char::is_alphabetic))
    {
        last.pop();
        last.push_str(text);
    } else {
        last.push(' ');
        last.push_str(text);
    }
}

/// Takes out running heads, running feet and page numbers.
fn drop_repeated(pages: &mut [Vec<Vec<Line>>]) {
    if pages.len() < 2 {
        return;
    }
    let edges: Vec<Vec<(f64, String)>> = pages.iter().map(|page| edge_lines(page)).collect();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for page in &edges {
        for (_, text) in page {
            *seen.entry(text).or_default() += 1;
        }
    }
    let enough = 3.max(pages.len() * 2 / 5);
    for (page, edge) in pages.iter_mut().zip(&edges) {
        for block in page.iter_mut() {
            block.retain(|line| {
                let text = numberless(&line.text);
                let at_edge = edge.iter().any(|(y, known)| (y - line.y).abs() < 0.1 && *known == text);
                let is_number = text.chars().filter(|c| c.is_alphabetic()).count() == 0 || text == "page #";
                let repeats = seen.get(text.as_str()).is_some_and(|times| *times >= enough);
                !(at_edge && (repeats || is_number && text.contains('#')))
            });
        }
    }
}

/// The lines at a page's top and bottom, with their heights.
fn edge_lines(page: &[Vec<Line>]) -> Vec<(f64, String)> {
    let mut all: Vec<(f64, String)> =
        page.iter().flatten().map(|line| (line.y, numberless(&line.text))).collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    if all.len() > 2 * AT_EDGE {
        all.drain(AT_EDGE..all.len() - AT_EDGE);
    }
    all
}

/// A line with its numbers left out.
fn numberless(text: &str) -> String {
    let mut out = String::new();
    for c in text.trim().chars() {
        if c.is_numeric() {
            if !out.ends_with('#') {
                out.push('#');
            }
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out
}

/// The words in the largest letters of a page, where these are larger than most.
fn headline(page: &[Vec<Line>]) -> Option<String> {
    let lines: Vec<&Line> = page.iter().flatten().collect();
    let mut sizes: Vec<f64> = lines.iter().map(|line| line.size).collect();
    sizes.sort_by(f64::total_cmp);
    let (usual, largest) = (*sizes.get(sizes.len() / 2)?, *sizes.last()?);
    if largest < 1.15 * usual {
        return None;
    }
    let first = lines.iter().position(|line| line.size > 0.95 * largest)?;
    let mut words = String::new();
    for line in lines[first..].iter().take_while(|line| line.size > 0.95 * largest) {
        if words.is_empty() { words.push_str(line.text.trim()) } else { join(&mut words, line.text.trim()) }
    }
    let length = words.chars().count();
    ((8..=LONGEST_HEADLINE).contains(&length)).then_some(words)
}
