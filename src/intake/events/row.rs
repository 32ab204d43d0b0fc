//! One row into one event.

use std::cell::LazyCell;
use std::collections::HashMap;

use csv::StringRecord;

use crate::model::{
    Count, Event, Involvement, OTHER, Participant, Quote, Role, Sentence, Status, Unit, When,
};

use super::super::cells;
use super::super::columns::{Columns, Field};
use super::super::count::{read_count, read_unit};
use super::super::dates::{self, Order, Reading};
use super::super::draft::Notes;
use super::lanes::Lanes;
use super::names::Entities;
use super::sources::{Cells, Sources};
use super::verdict::{self, Standing};

/// The longest label (design, section 2), in characters.
const LONGEST_LABEL: usize = 28;

/// Characters of a note that stand in for a title.
const STAND_IN: usize = 120;

/// Reads the rows of one table, and keeps what they share.
#[derive(Debug)]
pub(super) struct RowReader<'a> {
    columns: &'a Columns,
    /// Found out once a cell hangs on it: it takes a look at all rows.
    order: LazyCell<Option<Order>, Box<dyn FnOnce() -> Option<Order> + 'a>>,
    /// The line of each id.
    ids: HashMap<String, u64>,
    pub(super) notes: Notes,
    pub(super) lanes: Lanes,
    pub(super) entities: Entities,
    pub(super) sources: Sources<'a>,
}

impl<'a> RowReader<'a> {
    pub(super) fn new(
        columns: &'a Columns,
        order: impl FnOnce() -> Option<Order> + 'a,
        source_order: Option<Order>,
        table: &'a str,
        notes: Notes,
    ) -> Self {
        let sources = Sources::new(table, source_order);
        let (lanes, entities) = (Lanes::default(), Entities::default());
        let order: Box<dyn FnOnce() -> Option<Order> + 'a> = Box::new(order);
        Self { columns, order: LazyCell::new(order), ids: HashMap::new(), notes, lanes, entities, sources }
    }

    /// The event of a row, or why the row cannot be read.
    pub(super) fn read(&mut self, line: u64, row: &StringRecord) -> Result<Event, Sentence> {
        let width = self.columns.width;
        if row.iter().skip(width).any(|cell| !cell.trim().is_empty()) {
            let cells = row.len();
            return Err(Sentence::new("row-wide").number("cells", cells).number("width", width));
        }
        let title = self.title(row)?;
        let (when, within) = self.when(line, row)?;
        let (kind, status) = self.verdict(line, row, &title);
        let label = self.label(line, row);
        let key = self.key(line, row);
        let count = self.count(line, row, &kind);
        let lanes = self.lanes(line, row);
        let entities = self.entities(row);
        let tags = self.several(row, Field::Tags);
        let note = Some(self.cell(row, Field::Note).to_owned()).filter(|note| !note.is_empty());
        let quotes = self.quotes(line, row);
        Ok(Event {
            key,
            when,
            within,
            title,
            label,
            kind,
            status,
            lanes,
            count,
            entities,
            tags,
            note,
            quotes,
            ..Event::default()
        })
    }

    fn cell<'r>(&self, row: &'r StringRecord, field: Field) -> &'r str {
        self.columns.of(field).first().and_then(|column| row.get(*column)).map_or("", str::trim)
    }

    fn cells<'r>(&self, row: &'r StringRecord, field: Field) -> Vec<&'r str> {
        let cells = self.columns.of(field).iter().filter_map(|column| row.get(*column));
        cells.filter(|cell| !cell.trim().is_empty()).collect()
    }

    fn several(&self, row: &StringRecord, field: Field) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for cell in self.cells(row, field) {
            for value in cells::values(cell) {
                if !all.iter().any(|known| *known == value) {
                    all.push(value.into_owned());
                }
            }
        }
        all
    }

    fn title(&self, row: &StringRecord) -> Result<String, Sentence> {
        let fields = [Field::Title, Field::Label, Field::Note, Field::Quote];
        let said = fields.into_iter().map(|field| self.cell(row, field)).find(|cell| !cell.is_empty());
        let said = said.ok_or_else(|| Sentence::new("row-no-title"))?;
        if !self.cell(row, Field::Title).is_empty() {
            return Ok(said.to_owned());
        }
        let line = said.lines().next().unwrap_or(said);
        Ok(match line.char_indices().nth(STAND_IN) {
            Some((cut, _)) => format!("{}…", line[..cut].trim_end()),
            None => line.to_owned(),
        })
    }

    /// The date with the end that another column gives; an undecided one is left out and noted.
    fn when(&mut self, line: u64, row: &StringRecord) -> Result<(Option<When>, bool), Sentence> {
        let said = self.cell(row, Field::When);
        let (start, between) = match self.date(said) {
            Reading::Empty => (None, false),
            Reading::When { when, within } => (Some(when), within),
            Reading::Unreadable(reason) => return Err(reason),
            Reading::Ambiguous(one, other) => {
                self.notes.row(line, dates::two("row-two-dates", said, &one, &other));
                return Ok((None, false));
            }
        };
        let when = self.with_end(line, row, start);
        let marked = cells::says_yes(self.cell(row, Field::Within));
        let within = (between || marked) && when.as_ref().is_some_and(When::is_interval);
        Ok((when, within))
    }

    fn date(&self, cell: &str) -> Reading {
        match dates::read_edtf(cell) {
            _ if cell.is_empty() => Reading::Empty,
            Some(when) => Reading::When { when, within: false },
            None => dates::read(cell, *self.order),
        }
    }

    fn with_end(&mut self, line: u64, row: &StringRecord, start: Option<When>) -> Option<When> {
        let said = self.cell(row, Field::End);
        if said.is_empty() {
            return start;
        }
        let (end, text) = if dates::goes_on(said) {
            (None, "..".to_owned())
        } else {
            match self.date(said) {
                Reading::Empty => return start,
                Reading::When { when, .. } => (Some(when.clone()), when.to_string()),
                Reading::Ambiguous(one, other) => {
                    self.notes.row(line, dates::two("row-two-ends", said, &one, &other));
                    return start;
                }
                Reading::Unreadable(reason) => {
                    self.notes.row(line, Sentence::new("row-end").said_of("why", reason));
                    return start;
                }
            }
        };
        let first = start.as_ref().map_or("", When::as_str);
        if start == end || (start.is_none() && end.is_none()) {
            return start;
        }
        let joined = When::parse(&format!("{first}/{text}"));
        match joined {
            Ok(when) => Some(when),
            Err(reason) => {
                let why = Sentence::new("row-end-of").text("end", said).said_of("why", reason.sentence());
                self.notes.row(line, why);
                start
            }
        }
    }

    /// Kind and status; what is `denied` becomes a denial or an allegation (contract 14).
    fn verdict(&mut self, line: u64, row: &StringRecord, title: &str) -> (String, Status) {
        let said = self.cell(row, Field::Kind);
        let kind = verdict::read_kind(said).unwrap_or_else(|| {
            if !said.is_empty() {
                self.notes.row(line, Sentence::new("row-kind").text("kind", said));
            }
            OTHER
        });
        let said = self.cell(row, Field::Status);
        let (kind, status) = match verdict::read_status(said) {
            Some(Standing::Is(status)) => (kind, status),
            Some(Standing::Denied) if verdict::is_said(kind) => {
                self.notes.row(line, Sentence::new("row-denial").text("title", title));
                ("denial", Status::Confirmed)
            }
            Some(Standing::Denied) => {
                self.notes.row(line, Sentence::new("row-denied").text("title", title));
                (kind, Status::Alleged)
            }
            None => {
                if !said.is_empty() {
                    self.notes.row(line, Sentence::new("row-status").text("status", said));
                }
                (kind, Status::Reported)
            }
        };
        (kind.to_owned(), status)
    }

    fn label(&mut self, line: u64, row: &StringRecord) -> Option<String> {
        let said = self.cell(row, Field::Label);
        let length = said.chars().count();
        if length > LONGEST_LABEL {
            let text = Sentence::new("row-label").number("n", length).number("most", LONGEST_LABEL);
            self.notes.row(line, text);
        }
        (1..=LONGEST_LABEL).contains(&length).then(|| said.to_owned())
    }

    /// The row's id, where no row before has it.
    fn key(&mut self, line: u64, row: &StringRecord) -> String {
        let said = self.cell(row, Field::Id);
        if said.is_empty() {
            return String::new();
        }
        if let Some(first) = self.ids.get(said) {
            self.notes.row(line, Sentence::new("row-id").text("id", said).text("line", first.to_string()));
            return String::new();
        }
        self.ids.insert(said.to_owned(), line);
        said.to_owned()
    }

    fn count(&mut self, line: u64, row: &StringRecord, kind: &str) -> Option<Count> {
        let said = self.cell(row, Field::Of);
        let unit = read_unit(said);
        let cell = self.cell(row, Field::Count);
        if cell.is_empty() {
            return None;
        }
        if unit.is_none() && !said.is_empty() {
            self.notes.row(line, Sentence::new("row-unit").text("unit", said));
        }
        let count = read_count(cell, unit.unwrap_or_else(|| Unit::usual_for(kind)));
        if count.is_none() {
            self.notes.row(line, Sentence::new("row-count").text("count", cell));
        }
        count
    }

    fn lanes(&mut self, line: u64, row: &StringRecord) -> Vec<Involvement> {
        let mut lanes = Vec::new();
        let roles = [
            (Field::Actor, Role::Actor),
            (Field::Target, Role::Target),
            (Field::Place, Role::Place),
            (Field::Subject, Role::Subject),
        ];
        for (field, role) in roles {
            for cell in self.cells(row, field) {
                self.lanes.involve(cell, role, &mut lanes, (line, &mut self.notes));
            }
        }
        for cell in self.cells(row, Field::Post) {
            self.lanes.concern(cell, &mut lanes);
        }
        lanes
    }

    fn entities(&mut self, row: &StringRecord) -> Vec<Participant> {
        let names = self.several(row, Field::Entity);
        names.iter().map(|name| self.entities.part_of(name)).collect()
    }

    fn quotes(&mut self, line: u64, row: &StringRecord) -> Vec<Quote> {
        let cells = Cells {
            titles: self.cell(row, Field::SourceTitle),
            urls: self.cells(row, Field::SourceUrl),
            dates: self.cell(row, Field::SourceDate),
            quotes: self.cells(row, Field::Quote),
        };
        self.sources.quotes_of(&cells, line, &mut self.notes)
    }
}
