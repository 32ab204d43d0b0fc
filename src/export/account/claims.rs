//! The sheet of claims: one numbered row a claim in order of time, with everything a lawyer asks for, and a column for
//! the answer.

use std::fmt::Write;

use crate::export::ExportError;
use crate::export::markup::escaped;
use crate::model::Words;

use super::docx::{self, Paragraph};
use super::entry::{Cited, Entry, quoted};

/// How a sheet of claims is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimsFormat {
    Csv,
    Html,
    Docx,
}

const COLUMNS: [&str; 9] = [
    "claims-number",
    "claims-date",
    "claims-claim",
    "claims-status",
    "claims-who",
    "claims-sources",
    "claims-differs",
    "claims-denial",
    "claims-lawyer",
];

/// Writes the sheet; the numbers are those of the entries.
///
/// # Errors
/// Says what could not be written.
pub fn claims(
    title: &str,
    language: &str,
    entries: &[Entry],
    format: ClaimsFormat,
    words: &dyn Words,
) -> Result<Vec<u8>, ExportError> {
    match format {
        ClaimsFormat::Csv => csv(entries, words),
        ClaimsFormat::Html => Ok(html(title, language, entries, words).into_bytes()),
        ClaimsFormat::Docx => docx::table(title, language, &columns(words), &written_rows(entries, words)),
    }
}

fn head(words: &dyn Words) -> Vec<String> {
    COLUMNS.iter().map(|key| words.word(key)).collect()
}

/// The cells of all rows, each a list of paragraphs.
fn rows(entries: &[Entry], words: &dyn Words) -> Vec<Vec<Vec<String>>> {
    let row = |entry: &Entry| {
        let denials = entry.denials.iter().map(|(number, title)| denial(*number, title));
        vec![
            vec![entry.number.to_string()],
            vec![entry.date.clone()],
            vec![entry.title.clone(), entry.kind.clone()],
            vec![entry.status.clone()],
            vec![entry.lanes.clone()],
            entry.sources.iter().map(|cited| source(cited, words)).collect(),
            vec![entry.differs.join(", ")],
            denials.collect(),
            Vec::new(),
        ]
    };
    entries.iter().map(row).collect()
}

/// Which cell of a row holds the sources.
const SOURCES: usize = 5;

/// The columns of a written sheet, with their shares of its width.
fn columns(words: &dyn Words) -> Vec<(String, u32)> {
    let shares = [4, 9, 18, 9, 13, 31, 9, 12, 15];
    head(words).into_iter().zip(shares).collect()
}

/// The same rows for a written sheet: words, names, addresses and hashes of sources are paragraphs of their own.
fn written_rows(entries: &[Entry], words: &dyn Words) -> Vec<Vec<Vec<Paragraph>>> {
    let row = |(cells, entry): (Vec<Vec<String>>, &Entry)| {
        let mut cells: Vec<Vec<Paragraph>> =
            cells.into_iter().map(|cell| cell.into_iter().map(Paragraph::plain).collect()).collect();
        if let Some(cell) = cells.get_mut(SOURCES) {
            *cell = entry.sources.iter().flat_map(|cited| written_source(cited, words)).collect();
        }
        cells
    };
    rows(entries, words).into_iter().zip(entries).map(row).collect()
}

fn written_source(cited: &Cited, words: &dyn Words) -> Vec<Paragraph> {
    let quote = quoted(cited, words)
        .map(|text| Paragraph { language: cited.language.clone(), ..Paragraph::plain(text) });
    let says = Some(&cited.says).filter(|says| !says.is_empty());
    let hash = cited.sha256.as_ref().map(|hash| Paragraph::small(format!("SHA-256 {hash}")));
    let parts = [
        quote,
        Some(Paragraph::plain(cited.named())),
        cited.url.clone().map(Paragraph::small),
        hash,
        says.map(|says| Paragraph::plain(format!("({says})"))),
    ];
    let mut parts: Vec<Paragraph> = parts.into_iter().flatten().collect();
    if let Some(last) = parts.last_mut() {
        last.ends = true;
    }
    parts
}

fn denial(number: Option<usize>, title: &str) -> String {
    number.map_or_else(|| title.to_owned(), |number| format!("{number}: {title}"))
}

/// Words, source, date, address and hash, and what the source says otherwise.
fn source(cited: &Cited, words: &dyn Words) -> String {
    let hash = cited.sha256.as_ref().map(|hash| format!("SHA-256 {hash}"));
    let says = Some(&cited.says).filter(|says| !says.is_empty()).map(|says| format!("({says})"));
    let parts = [quoted(cited, words), Some(cited.named()), cited.url.clone(), hash, says];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A cell may begin with a sign that a spreadsheet takes for a formula: then an apostrophe keeps it text.
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

fn csv(entries: &[Entry], words: &dyn Words) -> Result<Vec<u8>, ExportError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(head(words))?;
    for row in rows(entries, words) {
        writer.write_record(row.into_iter().map(|cell| harmless(cell.join("\n"))))?;
    }
    writer.into_inner().map_err(|error| ExportError::Table(csv::Error::from(error.into_error())))
}

const STYLE: &str = "body{font:16px/1.45 Georgia,serif;margin:2em;color:#1b1b1a;background:#fff}\
table{border-collapse:collapse;width:100%}\
th,td{border:1px solid #b9b3a8;padding:.4em .55em;vertical-align:top;text-align:left;font-size:14px}\
th{background:#f5f3ec}td:last-child{min-width:9em}ol{margin:0;padding-left:1.2em}\
code{font-size:11px;word-break:break-all}small{overflow-wrap:anywhere}\
@media print{body{margin:0}thead{display:table-header-group}tr{break-inside:avoid}}";

fn html(title: &str, language: &str, entries: &[Entry], words: &dyn Words) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{1}</title>\n<style>{STYLE}</style>\n\
         </head>\n<body>\n<h1>{1}</h1>\n<table>\n<thead><tr>",
        escaped(language),
        escaped(title)
    );
    for column in head(words) {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(&column));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for entry in entries {
        row_html(&mut out, entry, words);
    }
    out.push_str("</tbody>\n</table>\n</body>\n</html>\n");
    out
}

fn row_html(out: &mut String, entry: &Entry, words: &dyn Words) {
    let sources: Vec<String> = entry.sources.iter().map(|cited| source_html(cited, words)).collect();
    let denials: Vec<String> =
        entry.denials.iter().map(|(number, title)| escaped(&denial(*number, title))).collect();
    let listed = |items: &[String]| match items {
        [] => String::new(),
        [one] => one.clone(),
        several => format!("<ol><li>{}</li></ol>", several.join("</li><li>")),
    };
    let _ = writeln!(
        out,
        "<tr id=\"claim-{0}\"><th scope=\"row\">{0}</th><td>{1}</td><td>{2}<br><small>{3}</small></td><td>{4}</td>\
         <td>{5}</td><td>{6}</td><td>{7}</td><td>{8}</td><td></td></tr>",
        entry.number,
        escaped(&entry.date),
        escaped(&entry.title),
        escaped(&entry.kind),
        escaped(&entry.status),
        escaped(&entry.lanes),
        listed(&sources),
        escaped(&entry.differs.join(", ")),
        listed(&denials),
    );
}

fn source_html(cited: &Cited, words: &dyn Words) -> String {
    let mut out = super::chronology::note_html(cited, words);
    if let Some(url) = &cited.url {
        let _ = write!(out, "<br><small>{}</small>", escaped(url));
    }
    if let Some(hash) = &cited.sha256 {
        let _ = write!(out, "<br><code>SHA-256 {}</code>", escaped(hash));
    }
    if !cited.says.is_empty() {
        let _ = write!(out, "<br><em>{}</em>", escaped(&cited.says));
    }
    out
}
