//! The list of events as a table for the clipboard: as a part of a page, and as text with tabs between its cells.

use std::fmt::Write;

use crate::export::markup::escaped;
use crate::model::Words;

use super::entry::Entry;

/// Columns by the keys of their names; a source's name stands in the last.
const HEAD: [&str; 6] =
    ["claims-number", "claims-date", "claims-claim", "claims-status", "claims-who", "claims-sources"];

/// A table whose sources are links.
#[must_use]
pub fn list_html(entries: &[Entry], language: &str, words: &dyn Words) -> String {
    let mut out = format!(
        "<table lang=\"{}\" border=\"1\" cellpadding=\"4\" style=\"border-collapse:collapse\"><thead><tr>",
        escaped(language)
    );
    for key in HEAD {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(&words.word(key)));
    }
    out.push_str("</tr></thead><tbody>\n");
    for entry in entries {
        let sources = entry.sources.iter().map(|source| match &source.url {
            Some(url) => format!("<a href=\"{}\">{}</a>", escaped(url), escaped(&source.named())),
            None => escaped(&source.named()),
        });
        let sources: Vec<String> = sources.collect();
        let cells = [&entry.date, &entry.title, &entry.status, &entry.lanes].map(|cell| escaped(cell));
        let _ = writeln!(
            out,
            "<tr valign=\"top\"><td>{}</td><td>{}</td><td>{}</td></tr>",
            entry.number,
            cells.join("</td><td>"),
            sources.join("<br>")
        );
    }
    out.push_str("</tbody></table>\n");
    out
}

/// The same as lines that a spreadsheet takes apart; a cell that would be reckoned there stays text.
#[must_use]
pub fn list_text(entries: &[Entry], words: &dyn Words) -> String {
    let mut out = HEAD.map(|key| words.word(key)).join("\t");
    out.push('\n');
    for entry in entries {
        let named: Vec<String> = entry
            .sources
            .iter()
            .map(|source| match &source.url {
                Some(url) => format!("{} {url}", source.named()),
                None => source.named(),
            })
            .collect();
        let cells = [&entry.date, &entry.title, &entry.status, &entry.lanes, &named.join("; ")];
        let _ = writeln!(out, "{}\t{}", entry.number, cells.map(|cell| plain_cell(cell)).join("\t"));
    }
    out
}

/// In one line, and no formula.
fn plain_cell(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if line.starts_with(['=', '+', '-', '@']) { format!("'{line}") } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BareWords;

    #[test]
    fn nothing_from_outside_becomes_a_tag_a_cell_or_a_formula() {
        let entry = Entry { number: 1, title: "=1<b>\t2".into(), date: "-1".into(), ..Entry::default() };
        let html = list_html(std::slice::from_ref(&entry), "en", &BareWords);
        assert!(html.contains("=1&lt;b&gt; 2"), "{html}");
        let text = list_text(&[entry], &BareWords);
        assert_eq!(text.lines().nth(1), Some("1\t'-1\t'=1<b> 2\t\t\t"));
    }
}
