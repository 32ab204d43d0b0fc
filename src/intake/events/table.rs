//! Tables in text: delimiter and header found out, then row after row into events.

use crate::model::{CaseContent, Sentence};

use super::super::columns::{Columns, Field, listed};
use super::super::dates::{Order, Poll};
use super::super::decode::Decoded;
use super::super::draft::{Incoming, Intake, Notes, Skipped};
use super::super::sniff::{Format, ends_with, refusal};
use super::records::{Next, Records};
use super::row::RowReader;

/// What may stand between cells.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Records among which the header is looked for: titles and blank lines may stand above it.
const HEADER_WITHIN: usize = 10;

/// The longest heading of a column, in characters; longer ones are prose.
const LONGEST_HEADING: usize = 60;

/// Fields that can give an event its title.
const NAMING: [Field; 4] = [Field::Title, Field::Label, Field::Note, Field::Quote];

/// How a table is laid out.
struct Layout {
    delimiter: u8,
    columns: Columns,
    /// The byte where the rows begin, and their first line.
    body: usize,
}

/// Takes in a table, or says why the text is none.
pub(in crate::intake) fn take_in(incoming: &Incoming, decoded: &Decoded<'_>) -> Intake {
    let text = &*decoded.text;
    match lay_out(text, incoming) {
        Ok(layout) => read_rows(incoming, decoded, &layout),
        Err((format, sentence)) => Intake::refused(format, sentence),
    }
}

fn read_rows(incoming: &Incoming, decoded: &Decoded<'_>, layout: &Layout) -> Intake {
    let columns = &layout.columns;
    let records = || Records::new(&decoded.text, layout.delimiter, layout.body);
    let mut notes = Notes::default();
    if let Some(doubt) = &decoded.doubt {
        notes.file(doubt.clone());
    }
    note_columns(columns, &mut notes);
    let order = || decide(records(), columns, &[Field::When, Field::End]);
    let source_order = decide(records(), columns, &[Field::SourceDate]);
    let mut reader = RowReader::new(columns, order, source_order, &incoming.name, notes);
    let (mut events, mut skipped) = (Vec::new(), Vec::new());
    let mut records = records();
    loop {
        let line = match records.next() {
            Next::Done => break,
            Next::Record if is_tags(&records) => continue,
            Next::Record => records.line,
            Next::Unclosed => {
                let reason = Sentence::new("row-unclosed");
                skipped.push(Skipped { line: records.line, reason });
                continue;
            }
        };
        match reader.read(line, &records.record) {
            Ok(event) => events.push(event),
            Err(reason) => skipped.push(Skipped { line, reason }),
        }
    }
    if events.is_empty() && skipped.is_empty() {
        reader.notes.file(Sentence::new("note-no-rows"));
    }
    let content = CaseContent {
        lanes: reader.lanes.made,
        entities: reader.entities.all,
        articles: reader.sources.articles,
        events,
        ..CaseContent::default()
    };
    let keyless = !columns.has(Field::Id);
    Intake { format: Format::Table, content, keyless, notes: reader.notes.finish(), skipped, refused: None }
}

/// A second header row of tags such as `#date`, as humanitarian tables have it.
fn is_tags(records: &Records<'_>) -> bool {
    records.record.iter().all(|cell| cell.trim().is_empty() || cell.trim().starts_with('#'))
}

fn note_columns(columns: &Columns, notes: &mut Notes) {
    for (headings, key) in
        [(&columns.unknown, "note-columns-unknown"), (&columns.doubled, "note-columns-doubled")]
    {
        if !headings.is_empty() {
            let names: Vec<&str> = headings.iter().map(String::as_str).collect();
            notes.file(Sentence::new(key).text("names", listed(&names)));
        }
    }
    if !columns.has(Field::When) && !columns.has(Field::End) {
        notes.file(Sentence::new("note-no-date-column"));
    }
    if !columns.has(Field::Status) {
        notes.file(Sentence::new("note-no-status-column"));
    }
}

/// Whether day or month comes first in these columns, by all their cells.
fn decide(mut records: Records<'_>, columns: &Columns, fields: &[Field]) -> Option<Order> {
    let at: Vec<usize> = fields.iter().flat_map(|field| columns.of(*field)).copied().collect();
    if at.is_empty() {
        return None;
    }
    let mut poll = Poll::default();
    loop {
        match records.next() {
            Next::Done => return poll.decide(),
            Next::Unclosed => {}
            Next::Record => {
                at.iter().filter_map(|column| records.record.get(*column)).for_each(|cell| poll.hear(cell));
            }
        }
    }
}

/// Finds delimiter and header: the first record, in whichever cut, that names the most fields.
fn lay_out(text: &str, incoming: &Incoming) -> Result<Layout, (Format, Sentence)> {
    let (from, told) = told_delimiter(text);
    let mut best: Option<Layout> = None;
    let mut widest: Vec<String> = Vec::new();
    let mut no_such_column = None;
    for delimiter in DELIMITERS.into_iter().filter(|delimiter| told.is_none_or(|told| told == *delimiter)) {
        let mut records = Records::new(text, delimiter, from);
        for at in 0..HEADER_WITHIN {
            let Next::Record = records.next() else { break };
            let cells: Vec<&str> = records.record.iter().collect();
            if cells.iter().any(|cell| cell.chars().count() > LONGEST_HEADING) {
                continue;
            }
            if at == 0 && cells.len() > widest.len() {
                widest = cells.iter().map(|cell| (*cell).to_owned()).collect();
                no_such_column = None;
            }
            match Columns::matched(&cells, &incoming.mapping) {
                Ok(columns) if is_usable(&columns, incoming) && is_better(&columns, best.as_ref()) => {
                    best = Some(Layout { delimiter, columns, body: records.at() });
                }
                Err(sentence) if at == 0 && cells.len() == widest.len() => no_such_column = Some(sentence),
                _ => {}
            }
        }
    }
    best.ok_or_else(|| refused(text, incoming, &widest, no_such_column))
}

/// One column alone is a table only where the file is called one.
fn is_usable(columns: &Columns, incoming: &Incoming) -> bool {
    let titled = NAMING.into_iter().any(|field| columns.has(field));
    let enough = columns.known() > 1 || !incoming.mapping.is_empty() || is_called_table(incoming);
    titled && enough
}

fn is_better(columns: &Columns, best: Option<&Layout>) -> bool {
    let rank = |columns: &Columns| (columns.known(), columns.width);
    best.is_none_or(|best| rank(columns) > rank(&best.columns))
}

fn is_called_table(incoming: &Incoming) -> bool {
    incoming.format.is_some()
        || [".csv", ".tsv", ".tab"].iter().any(|ending| ends_with(&incoming.name, ending))
}

/// A first line `sep=;`, as spreadsheets write it, and where the table begins.
fn told_delimiter(text: &str) -> (usize, Option<u8>) {
    let line = text.lines().next().unwrap_or_default();
    let told = line.strip_prefix("sep=").map(str::as_bytes);
    match told {
        Some([delimiter]) => (line.len(), Some(*delimiter)),
        _ => (0, None),
    }
}

fn refused(
    text: &str,
    incoming: &Incoming,
    headings: &[String],
    no_such_column: Option<String>,
) -> (Format, Sentence) {
    let name = &incoming.name;
    if !is_called_table(incoming) && (!is_even(text) || has_sentences(text)) {
        return (Format::Text, refusal(Format::Text, name).unwrap_or_default());
    }
    if let Some(sentence) = no_such_column {
        return (Format::Table, Sentence::plain(format!("{name} {sentence}")));
    }
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    (Format::Table, Sentence::new("unread-no-title").text("file", name).text("line", listed(&headings)))
}

/// Whether some of the first lines end as sentences do: a dateline and a paragraph may have as many commas by chance.
fn has_sentences(text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).take(HEADER_WITHIN);
    lines.into_iter().any(|line| line.trim_end().ends_with(['.', '!', '?', '…', '”', '»']))
}

/// Whether the first records have the same number of cells, and more than one.
fn is_even(text: &str) -> bool {
    DELIMITERS.iter().any(|delimiter| {
        let mut records = Records::new(text, *delimiter, 0);
        let mut widths = Vec::new();
        while widths.len() < HEADER_WITHIN && matches!(records.next(), Next::Record) {
            widths.push(records.record.len());
        }
        widths.len() > 1 && widths[0] > 1 && widths.iter().all(|width| *width == widths[0])
    })
}
