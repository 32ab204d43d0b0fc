//! Plain text and Markdown: paragraphs, and the title where the text sets one apart.

use crate::model::When;

use super::draft::{ArticleDraft, PublishedFrom};
use super::html;

/// The longest first line that can be a title, in characters.
const LONGEST_TITLE: usize = 200;

/// Lines of one paragraph that make a column rather than prose: kept as they are.
const SHORT_LINE: usize = 40;

/// Paragraphs that may stand above the text: byline, place, day.
const ABOVE: usize = 3;

/// Reads plain text. A first line that is set apart by a blank line and does not end like a sentence is the title.
pub(super) fn read(text: &str) -> ArticleDraft {
    let text = tidy(text);
    let mut draft = ArticleDraft { media_type: "text/plain", ..ArticleDraft::default() };
    let (first, rest) = text.split_once("\n\n").unwrap_or((text.as_str(), ""));
    let ends_as_sentence = first.ends_with(['.', '!', ';', ':', ',', '…', '。']);
    let is_title = !rest.is_empty()
        && !first.contains('\n')
        && first.chars().count() <= LONGEST_TITLE
        && !ends_as_sentence
        && first.chars().any(char::is_alphabetic);
    let body = if is_title { rest } else { &text };
    draft.byline = body.split("\n\n").take(ABOVE).flat_map(str::lines).find_map(html::names_in);
    draft.published = dateline(body);
    draft.published_from = draft.published.is_some().then_some(PublishedFrom::Dateline);
    if is_title {
        draft.title = Some(first.to_owned());
    }
    draft.text = text;
    draft
}

/// The day that an article's beginning gives as its own: on a line by itself, or before the dash after its place.
fn dateline(body: &str) -> Option<When> {
    /// Words of a line that says nothing but who, where and when.
    const SHORT: usize = 12;
    /// Letters before the dash.
    const PLACE: usize = 80;
    body.split("\n\n").take(ABOVE).find_map(|paragraph| {
        if paragraph.split_whitespace().count() <= SHORT {
            return html::day_in(paragraph);
        }
        let start: String = paragraph.chars().take(PLACE).collect();
        let dash = ["–", "—", " - ", " -- "].iter().filter_map(|dash| start.find(dash)).min()?;
        html::day_in(&start[..dash])
    })
}

/// Reads Markdown: marks of headings, emphasis and links go, their words stay. Front matter between lines of `---`
/// gives title, byline, address and day.
pub(super) fn read_markdown(text: &str) -> ArticleDraft {
    let mut draft = ArticleDraft { media_type: "text/markdown", ..ArticleDraft::default() };
    let body = match front_matter(text) {
        Some((front, body)) => {
            take_front_matter(front, &mut draft);
            body
        }
        None => text,
    };
    let mut lines: Vec<String> = Vec::new();
    let mut is_code = false;
    for line in body.lines() {
        if line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~") {
            is_code = !is_code;
            continue;
        }
        if is_code {
            lines.push(line.to_owned());
            continue;
        }
        let plain = plain_line(line);
        if let Plain::Heading(words) = &plain
            && draft.title.is_none()
        {
            draft.title = Some(words.clone());
        }
        match plain {
            Plain::Heading(words) => lines.extend([String::new(), words, String::new()]),
            Plain::Underline => {
                let above = lines.last().filter(|above| !above.is_empty()).cloned();
                if draft.title.is_none() {
                    draft.title = above;
                }
                lines.push(String::new());
            }
            Plain::Line(words) => lines.push(words),
        }
    }
    draft.text = tidy(&lines.join("\n"));
    draft
}

enum Plain {
    Heading(String),
    /// A rule, or the line under a heading.
    Underline,
    Line(String),
}

fn plain_line(line: &str) -> Plain {
    let trimmed = line.trim();
    let marks = trimmed.chars().take_while(|c| *c == '#').count();
    if (1..=6).contains(&marks) && trimmed[marks..].starts_with(' ') {
        return Plain::Heading(spans(trimmed[marks..].trim().trim_end_matches('#').trim_end()));
    }
    let is_rule = trimmed.len() >= 3
        && ['=', '-', '*', '_'].iter().any(|mark| trimmed.chars().all(|c| c == *mark || c == ' '));
    if is_rule {
        return Plain::Underline;
    }
    let mut rest = trimmed;
    while let Some(quoted) = rest.strip_prefix('>') {
        rest = quoted.trim_start();
    }
    for bullet in ["* ", "+ "] {
        if let Some(item) = rest.strip_prefix(bullet) {
            return Plain::Line(format!("- {}", spans(item)));
        }
    }
    Plain::Line(spans(rest))
}

/// Words without the marks of links, pictures, emphasis and code.
fn spans(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        if let Some((words, after)) = link(rest) {
            out.push_str(&words);
            rest = after;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' => {
                if let Some(next) = rest.chars().next().filter(char::is_ascii_punctuation) {
                    out.push(next);
                    rest = &rest[1..];
                } else {
                    out.push('\\');
                }
            }
            '*' | '`' => {}
            '_' => {
                let inside = out.chars().next_back().is_some_and(char::is_alphanumeric)
                    && rest.chars().next().is_some_and(char::is_alphanumeric);
                if inside {
                    out.push('_');
                }
            }
            _ => out.push(c),
        }
    }
    out
}

/// `[words](address)` or `![words](address)` at the beginning of a text: its words, and what follows. A picture has
/// no words of the article's.
fn link(rest: &str) -> Option<(String, &str)> {
    let is_picture = rest.starts_with("![");
    let inner = rest.strip_prefix('!').unwrap_or(rest).strip_prefix('[')?;
    let close = inner.find("](")?;
    if inner[..close].contains(']') || inner[..close].len() > 2_000 {
        return None;
    }
    let after = &inner[close + 2..];
    let end = after.find(')')?;
    let words = if is_picture { String::new() } else { spans_without_links(&inner[..close]) };
    Some((words, &after[end + 1..]))
}

fn spans_without_links(words: &str) -> String {
    words.replace(['*', '`', '[', '!'], "")
}

fn front_matter(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n"))?;
    let mut at = 0;
    for line in rest.split_inclusive('\n').take(200) {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((&rest[..at], &rest[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

fn take_front_matter(front: &str, draft: &mut ArticleDraft) {
    for line in front.lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']).to_owned();
        if value.is_empty() {
            continue;
        }
        match key.trim().to_ascii_lowercase().as_str() {
            "title" => draft.title = Some(value),
            "author" | "byline" => draft.byline = Some(value),
            "publisher" | "site" | "outlet" => draft.site = Some(value),
            "url" | "source" | "link" | "canonical_url" => {
                draft.url = Some(value).filter(|value| value.starts_with("http"));
            }
            "lang" | "language" => draft.language = Some(value),
            "date" | "published" => {
                let day = crate::model::When::parse(&value)
                    .ok()
                    .or_else(|| crate::model::When::parse(value.get(..10)?).ok());
                draft.published_from = day.as_ref().map(|_| super::PublishedFrom::File);
                draft.published = day;
            }
            _ => {}
        }
    }
}

/// One blank line between paragraphs, lines that were only wrapped put together, no control characters.
pub(super) fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{0b}', '\u{0c}', '\u{85}'], "\n");
    let text = text.replace('\u{2029}', "\n\n");
    let mut out = String::with_capacity(text.len());
    let mut paragraph: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let line = clean_line(line);
        if line.is_empty() {
            put(&mut out, &mut paragraph);
        } else {
            paragraph.push(line);
        }
    }
    put(&mut out, &mut paragraph);
    out
}

fn put(out: &mut String, lines: &mut Vec<String>) {
    if lines.is_empty() {
        return;
    }
    if !out.is_empty() {
        out.push_str("\n\n");
    }
    // Wrapped prose has lines of about one length, the last aside; columns, lists and verse have not.
    let is_wrapped = lines.len() > 1
        && lines[..lines.len() - 1].iter().all(|line| {
            let length = line.chars().count();
            (SHORT_LINE..=100).contains(&length)
        })
        && !lines.iter().skip(1).any(|line| is_item(line));
    out.push_str(&lines.join(if is_wrapped { " " } else { "\n" }));
    lines.clear();
}

fn is_item(line: &str) -> bool {
    line.starts_with(['-', '*', '•', '–', '>', '|', '\t'])
        || line.split_once(['.', ')']).is_some_and(|(number, _)| {
            !number.is_empty() && number.len() < 3 && number.bytes().all(|b| b.is_ascii_digit())
        })
}

/// A line without blanks at its ends and control characters within.
fn clean_line(line: &str) -> String {
    let kept = line.chars().filter_map(|c| match c {
        '\t' | '\u{a0}' => Some(' '),
        '\u{feff}' | '\u{ad}' => None,
        c if c.is_control() => None,
        c => Some(c),
    });
    let line: String = kept.collect();
    line.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_lines_are_one_paragraph_and_lists_stay_lists() {
        let wrapped = "The minister said on Tuesday that the four attachés would\nhave to leave the country within ten \
                       days, and\nthat no reason would be given.\n\n- one\n- two\n";
        let text = tidy(wrapped);
        assert!(
            text.starts_with("The minister said on Tuesday that the four attachés would have to leave"),
            "{text}"
        );
        assert!(text.ends_with("\n\n- one\n- two"), "{text}");
    }

    #[test]
    fn a_first_line_that_stands_apart_is_the_title() {
        let draft = read("Envoy leaves\r\n\r\nShe left on Monday.\r\n");
        assert_eq!(draft.title.as_deref(), Some("Envoy leaves"));
        assert_eq!(draft.text, "Envoy leaves\n\nShe left on Monday.");
        assert_eq!(read("She left on Monday.\n\nHe stayed.").title, None);
    }

    #[test]
    fn who_wrote_a_text_stands_on_a_line_of_its_own_and_not_in_a_sentence() {
        let told =
            "The mission closed its doors, and nobody said why it had come to that in so short a time.";
        let byline =
            |line: &str| read(&format!("A mission closes\n\n{line}\n\n{told}")).byline.unwrap_or_default();
        assert_eq!(
            byline("By Ilze Ozola and Bo van der Lund, 3 June 2023"),
            "Ilze Ozola and Bo van der Lund"
        );
        assert_eq!(byline("Von Anna Fischer | 3. Juni 2023"), "Anna Fischer");
        assert_eq!(byline("Автор: Ганна Видра"), "Ганна Видра");
        assert_eq!(byline("Par Jeanne Morel"), "Jeanne Morel");
        assert_eq!(byline("By Monday the guards had left"), "");
        assert_eq!(byline("By Order"), "");
        assert_eq!(byline("Von Anfang an war das so"), "");
    }

    #[test]
    fn markdown_loses_its_marks_and_keeps_its_words() {
        let page = "---\ntitle: \"The note\"\ndate: 2024-03-05\n---\n# Heading\n\nShe *left* with [a note](https://x.example/a_b) \
                    and snake_case.\n\n* one\n* two\n\n> quoted\n";
        let draft = read_markdown(page);
        assert_eq!(draft.title.as_deref(), Some("The note"));
        assert_eq!(draft.published.map(|day| day.to_string()).as_deref(), Some("2024-03-05"));
        assert_eq!(draft.text, "Heading\n\nShe left with a note and snake_case.\n\n- one\n- two\n\nquoted");
    }

    #[test]
    fn the_day_of_a_dateline_is_the_article_s_and_a_day_told_of_is_not() {
        let day = |text: &str| read(text).published.map(|when| when.as_str().to_owned());
        let told =
            "The mission closed its doors, and nobody said why it had come to that in so short a time.";
        assert_eq!(
            day(&format!("A mission closes\n\nRIGA, 3 June 2023 – {told}")).as_deref(),
            Some("2023-06-03")
        );
        assert_eq!(
            day(&format!("A mission closes\n\nBy Ilze Ozola, 3 June 2023\n\n{told}")).as_deref(),
            Some("2023-06-03")
        );
        assert_eq!(day(&format!("The night of 3 June 2023\n\n{told}")), None, "a title");
        assert_eq!(
            day(&format!("A mission closes\n\nOn 3 June 2023 the guards left. {told}")),
            None,
            "a day told of"
        );
    }
}
