//! Events as a table: the columns of contract 14, which intake reads back to the same events.
//!
//! A table is handed over, so what is private stays out of it: events, articles, entities and quotes marked so, and
//! all notes. What else its columns cannot hold is counted, and said.

use std::collections::{BTreeMap, BTreeSet};

use csv::Writer;

use crate::model::{
    Article, CaseRead, Count, EntityRole, Event, Lane, OTHER, Quote, Role, STANDARD, Sentence,
};

use super::ExportError;

/// The columns, in order; [`WITHIN`] is added where an event needs it.
const COLUMNS: [&str; 21] = [
    "id",
    "when",
    "end",
    "title",
    "label",
    "kind",
    "status",
    "count",
    "of",
    "place",
    "actor",
    "target",
    "subject",
    "post",
    "entity",
    "note",
    "tags",
    "source_title",
    "source_url",
    "source_date",
    "quote",
];

/// The column that says that an interval means "once, somewhere inside".
const WITHIN: &str = "within";

/// What separates the values of one cell.
const SEPARATOR: &str = "; ";

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListFormat {
    Csv,
}

/// A list and what it leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    pub bytes: Vec<u8>,
    /// For the one who exports.
    pub left_out: Vec<Sentence>,
}

/// Writes the events of a case as a list.
///
/// # Errors
/// Says what could not be written.
pub fn list(case: &dyn CaseRead, format: ListFormat) -> Result<List, ExportError> {
    match format {
        ListFormat::Csv => table(case),
    }
}

fn table(case: &dyn CaseRead) -> Result<List, ExportError> {
    let mut writer = Writer::from_writer(Vec::new());
    let mut lost = Lost::default();
    let shown = || case.events().iter().filter(|event| !event.private);
    let with_within = shown().any(|event| event.within);
    let columns = COLUMNS.into_iter().chain(with_within.then_some(WITHIN));
    writer.write_record(columns)?;
    let mut quoted = BTreeSet::new();
    for event in shown() {
        let mut cells = cells(case, event, &mut lost);
        if with_within {
            cells.push(if event.within { "true" } else { "" }.to_owned());
        }
        writer.write_record(&cells)?;
        lost.look_at(event);
        quoted.extend(event.quotes.iter().map(|quote| quote.article.as_str()));
    }
    lost.add(EVENTS, case.events().len() - shown().count());
    lost.look_around(case, &quoted);
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(List { bytes, left_out: lost.sentences() })
}

fn cells(case: &dyn CaseRead, event: &Event, lost: &mut Lost) -> Vec<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let lanes = |role: Role| {
        let parts =
            event.lanes.iter().filter(|part| part.role == role && !is_post(part.role, part.lane.as_str()));
        joined(parts.map(|part| part.lane.as_str()))
    };
    let posts = event.lanes.iter().filter(|part| is_post(part.role, part.lane.as_str()));
    let sources = Sources::of(case, event, lost);
    vec![
        event.key.clone(),
        event.when.as_ref().map(ToString::to_string).unwrap_or_default(),
        String::new(),
        event.title.clone(),
        text(&event.label),
        event.kind.clone(),
        event.status.code().to_owned(),
        event.count.as_ref().map(number).unwrap_or_default(),
        event.count.map(|count| count.of.code().to_owned()).unwrap_or_default(),
        lanes(Role::Place),
        lanes(Role::Actor),
        lanes(Role::Target),
        lanes(Role::Subject),
        joined(posts.map(|part| part.lane.as_str())),
        joined(names(case, event, lost).into_iter()),
        String::new(),
        joined(event.tags.iter().map(String::as_str)),
        sources.cell(|source| &source.title),
        sources.cell(|source| &source.url),
        sources.cell(|source| &source.date),
        sources.cell(|source| &source.words),
    ]
}

/// Posts have a column of their own, where they are what the event concerns.
fn is_post(role: Role, code: &str) -> bool {
    role == Role::Subject && code.starts_with("post:")
}

fn names<'a>(case: &'a dyn CaseRead, event: &Event, lost: &mut Lost) -> Vec<&'a str> {
    let mut names = Vec::new();
    for part in &event.entities {
        match case.entity(&part.entity) {
            Some(entity) if !entity.private => names.push(entity.name.as_str()),
            Some(_) => lost.add(ENTITIES, 1),
            None => {}
        }
    }
    names
}

/// A count as intake reads it: `20`, `~20`, `20-25`, `20+`.
fn number(count: &Count) -> String {
    let about = if count.approx { "~" } else { "" };
    match count.max {
        None => format!("{about}{}+", count.min),
        Some(max) if max == count.min => format!("{about}{max}"),
        Some(max) => format!("{about}{}-{max}", count.min),
    }
}

/// The source cells of an event: one value a quote, in the same order in each.
struct Sources(Vec<Source>);

#[derive(Default)]
struct Source {
    title: String,
    url: String,
    date: String,
    words: String,
}

impl Sources {
    fn of(case: &dyn CaseRead, event: &Event, lost: &mut Lost) -> Self {
        let mut sources = Vec::new();
        for quote in &event.quotes {
            match case.article(&quote.article) {
                Some(article) if quote.private || article.private => lost.add(QUOTES, 1),
                Some(article) => sources.push(Source::of(article, quote)),
                None => {}
            }
        }
        Self(sources)
    }

    /// One cell; blank where no source has anything for it.
    fn cell(&self, value: impl Fn(&Source) -> &String) -> String {
        let values = || self.0.iter().map(|source| value(source).as_str());
        if values().all(str::is_empty) { String::new() } else { joined(values()) }
    }
}

impl Source {
    fn of(article: &Article, quote: &Quote) -> Self {
        let url = article.url.clone().unwrap_or_default();
        let named = article.title.as_ref().or(article.site.as_ref());
        let title = match named {
            Some(title) => title.clone(),
            None if url.is_empty() => article.key.clone(),
            None => String::new(),
        };
        let date = article.published.as_ref().map(ToString::to_string).unwrap_or_default();
        Self { title, url, date, words: quote.exact.clone().unwrap_or_default() }
    }
}

/// The values of one cell; those that would be taken apart stand in double quotes.
fn joined<'a>(values: impl Iterator<Item = &'a str>) -> String {
    let quoted = |value: &str| {
        let plain = !value.contains([';', '|', '\n']) && !value.starts_with('"') && value.trim() == value;
        if plain { value.to_owned() } else { format!("\"{}\"", value.replace('"', "\"\"")) }
    };
    values.map(quoted).collect::<Vec<_>>().join(SEPARATOR)
}

// What a table can lack: keys of `assets/words`, told in their order.
const EVENTS: &str = "list-lacks-private-events";
const ENTITIES: &str = "list-lacks-names";
const QUOTES: &str = "list-lacks-private-quotes";
const NOTES: &str = "list-lacks-notes";
const DATES: &str = "list-lacks-further-dates";
const PARTS: &str = "list-lacks-lane-certainties";
const KINDS: &str = "list-lacks-event-kinds";
const ROLES: &str = "list-lacks-parts";
const PLACES: &str = "list-lacks-places";
const CLAIMS: &str = "list-lacks-claims";
const TEXTS: &str = "list-lacks-article-texts";
const LINKS: &str = "list-lacks-links";
const LANES: &str = "list-lacks-names-of-lanes";

/// Counts what the columns do not hold.
#[derive(Default)]
struct Lost(BTreeMap<&'static str, usize>);

impl Lost {
    fn add(&mut self, what: &'static str, number: usize) {
        *self.0.entry(what).or_default() += number;
    }

    fn look_at(&mut self, event: &Event) {
        let quotes = || event.quotes.iter().filter(|quote| !quote.private);
        let surer = event.lanes.iter().filter(|part| part.status.is_some() || !part.by.is_empty());
        let standard = event.kind == OTHER || STANDARD.iter().any(|(code, ..)| *code == event.kind);
        self.add(NOTES, usize::from(event.note.is_some()));
        self.add(DATES, event.dates.len());
        self.add(PARTS, surer.count());
        self.add(KINDS, usize::from(!standard));
        self.add(ROLES, event.entities.iter().filter(|part| part.role != EntityRole::Subject).count());
        self.add(PLACES, quotes().filter(|quote| quote.place.is_some()).count());
        self.add(CLAIMS, quotes().filter(|quote| quote.says.is_some()).count());
    }

    fn look_around(&mut self, case: &dyn CaseRead, quoted: &BTreeSet<&str>) {
        let texts =
            quoted.iter().filter_map(|key| case.article(key)).filter(|article| article.text.is_some());
        self.add(TEXTS, texts.count());
        self.add(LINKS, case.links().len());
        let told = |lane: &&Lane| lane.name.is_some() || lane.of.is_some() || lane.group.is_some();
        self.add(LANES, case.lanes().iter().filter(told).count());
    }

    fn sentences(self) -> Vec<Sentence> {
        let lost = self.0.into_iter().filter(|(_, number)| *number > 0);
        lost.map(|(key, number)| Sentence::new(key).number("n", number)).collect()
    }
}
