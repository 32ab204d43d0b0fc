//! What goes into the room and what comes out of it.

use std::collections::HashMap;

use crate::model::{CaseContent, Sentence};

use super::{Field, Format};

/// Doubts kept one by one; more of them are counted together, so that a million odd rows stay a short list.
const MOST_NOTES: usize = 1_000;

/// A file as it arrives.
#[derive(Debug, Clone, Default)]
pub struct Incoming {
    /// The file's name, for messages and where the bytes leave its format open.
    pub name: String,
    pub bytes: Vec<u8>,
    /// Columns that the user has named for fields; they win over what the header says.
    pub mapping: Vec<(Field, String)>,
    /// Where given, nothing is guessed.
    pub format: Option<Format>,
}

/// What could be read of a file.
#[derive(Debug, Clone, Default)]
pub struct Intake {
    pub format: Format,
    /// Events with their lanes, entities and citations; an event without an `id` column has an empty key.
    pub content: CaseContent,
    /// Whether no event brings a key of its own.
    pub keyless: bool,
    pub notes: Vec<Note>,
    /// Rows that could not be read, in the order of their lines.
    pub skipped: Vec<Skipped>,
    /// Why nothing of the file could be read.
    pub refused: Option<Sentence>,
}

impl Intake {
    pub(super) fn refused(format: Format, sentence: Sentence) -> Self {
        Self { format, refused: Some(sentence), ..Self::default() }
    }
}

/// Something doubtful, said once however many rows share it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The first line that it concerns, counted from 1; none: the whole file.
    pub line: Option<u64>,
    pub text: Sentence,
    /// How many rows it concerns.
    pub rows: u64,
}

impl Note {
    /// The whole sentence, with its line and the number of rows that share it.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let number = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let Some(line) = self.line else { return self.text.clone() };
        Sentence::new("note-line")
            .number("line", number(line))
            .said_of("note", self.text.clone())
            .number("more", number(self.rows.saturating_sub(1)))
    }
}

/// A row that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Counted from 1.
    pub line: u64,
    pub reason: Sentence,
}

/// Collects notes in the order of their first row.
#[derive(Debug, Default)]
pub(super) struct Notes {
    all: Vec<Note>,
    at: HashMap<Sentence, usize>,
    beyond: u64,
}

impl Notes {
    /// A doubt about the whole file.
    pub(super) fn file(&mut self, text: Sentence) {
        self.all.push(Note { line: None, text, rows: 0 });
    }

    /// A doubt about one row.
    pub(super) fn row(&mut self, line: u64, text: Sentence) {
        if let Some(note) = self.at.get(&text).and_then(|at| self.all.get_mut(*at)) {
            note.rows += 1;
        } else if self.all.len() < MOST_NOTES {
            self.at.insert(text.clone(), self.all.len());
            self.all.push(Note { line: Some(line), text, rows: 1 });
        } else {
            self.beyond += 1;
        }
    }

    pub(super) fn finish(mut self) -> Vec<Note> {
        if self.beyond > 0 {
            let text =
                Sentence::new("note-beyond").number("n", usize::try_from(self.beyond).unwrap_or(usize::MAX));
            self.all.push(Note { line: None, text, rows: 0 });
        }
        self.all
    }
}
