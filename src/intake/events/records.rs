//! A table's text as records, each with the line it begins in.
//!
//! A quotation mark that is never closed swallows all lines after it; that one line is given up, and reading goes on
//! after it.

use csv::{Reader, ReaderBuilder, StringRecord};

/// Unclosed quotation marks that are recovered from; a file with more of them is no table.
const MOST_RECOVERIES: usize = 64;

/// What stands in a line, or in several where a cell holds new lines.
pub(super) enum Next {
    /// The record is in [`Records::record`].
    Record,
    /// A quotation mark is opened in this line and never closed.
    Unclosed,
    /// The file is over.
    Done,
}

/// Reads a text record by record.
pub(super) struct Records<'a> {
    text: &'a str,
    delimiter: u8,
    reader: Reader<&'a [u8]>,
    /// Where the reader began, in bytes.
    base: usize,
    /// Up to where lines have been counted.
    counted: usize,
    /// The line of the record at hand, from 1.
    pub(super) line: u64,
    pub(super) record: StringRecord,
    recoveries: usize,
}

impl<'a> Records<'a> {
    /// Reads `text` from a byte on.
    pub(super) fn new(text: &'a str, delimiter: u8, from: usize) -> Self {
        let reader = reader_of(&text[from..], delimiter);
        let record = StringRecord::new();
        Self { text, delimiter, reader, base: from, counted: 0, line: 1, record, recoveries: 0 }
    }

    /// Moves to the next record that has any words in it.
    pub(super) fn next(&mut self) -> Next {
        loop {
            let before = self.at();
            // A reader over text, with records of any length, has nothing to fail on.
            if !self.reader.read_record(&mut self.record).unwrap_or(false) {
                return Next::Done;
            }
            let start = before + blank_lines(&self.text[before..]);
            self.line += line_ends(&self.text.as_bytes()[self.counted..start]);
            self.counted = start;
            if self.at() >= self.text.len() && self.is_unclosed(start) && self.recoveries < MOST_RECOVERIES {
                self.recoveries += 1;
                self.base = next_line(self.text, start);
                self.reader = reader_of(&self.text[self.base..], self.delimiter);
                return Next::Unclosed;
            }
            if self.record.iter().any(|cell| !cell.trim().is_empty()) {
                return Next::Record;
            }
        }
    }

    /// The byte up to which has been read.
    pub(super) fn at(&self) -> usize {
        self.base + usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX)
    }

    /// Whether the last record ends inside quotes and beyond its first line.
    fn is_unclosed(&self, start: usize) -> bool {
        let mut at = Place::CellStart;
        for byte in self.text.as_bytes()[start..].iter().copied() {
            let ends_cell = byte == self.delimiter || byte == b'\r' || byte == b'\n';
            at = match (at, byte) {
                (Place::Quoted, b'"') => Place::AfterQuote,
                (Place::CellStart | Place::AfterQuote, b'"') | (Place::Quoted, _) => Place::Quoted,
                _ if ends_cell => Place::CellStart,
                _ => Place::Plain,
            };
        }
        at == Place::Quoted && next_line(self.text, start) < self.text.len()
    }
}

/// Where in a record a byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    CellStart,
    Plain,
    Quoted,
    /// After a quotation mark that closes, or is the first of two.
    AfterQuote,
}

fn reader_of(text: &str, delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

/// Bytes of line ends at the start of a text, which the reader passes over.
fn blank_lines(text: &str) -> usize {
    text.len() - text.trim_start_matches(['\r', '\n']).len()
}

/// How many lines end in these bytes, whichever way lines end.
fn line_ends(bytes: &[u8]) -> u64 {
    let mut ends = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let lone_return = *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
        ends += u64::from(*byte == b'\n' || lone_return);
    }
    ends
}

/// Where the line after the one at `start` begins.
fn next_line(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    let end = rest.find(['\r', '\n']).unwrap_or(rest.len());
    start + end + blank_lines(&rest[end..])
}
