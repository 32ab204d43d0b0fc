//! `extract`: what an article's words say, as JSON (design 7, contract 14).

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args as Group;
use serde::Serialize;

use crate::intake::{ByteSpan, Extraction, Lexicons, Proposal};
use crate::model::{LaneCode, Status, When};
use crate::workspace::{self, ExtractWish, Extracted, in_english};

use super::read::Unread;
use super::{Failed, json, print, say};

/// Tell the dates, places and events that articles' words hold
#[derive(Debug, Group)]
#[command(after_help = "\
Prints one JSON object a file, in order: \"file\", \"article\", \"dates\", \"places\"
and \"events\", each with its exact words; for a file that couldn't be read
\"file\" and \"error\", with exit status 1 at the end. \"start\" and \"end\" count
Unicode characters of the article's text.

Examples:
  caseline extract letter.txt --published 2022-04-05
  caseline extract - --language de < notiz.txt")]
pub(super) struct ExtractArgs {
    /// Articles; - is stdin
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// When they were published: a day, or a day with a time, in EDTF; else what each article says
    #[arg(long, value_name = "DATE", value_parser = When::parse)]
    pub published: Option<When>,
    /// Their language, as in en or uk; else what each article says
    #[arg(long, value_name = "L")]
    pub language: Option<String>,
}

/// Does it, a file at a time.
pub(super) fn run(args: ExtractArgs) -> Result<ExitCode, Failed> {
    let (lexicons, notes) = workspace::lexicons(workspace::lexicon_folder().as_deref());
    for note in &notes {
        say(&in_english(note));
    }
    let wish = ExtractWish { published: args.published, language: args.language };
    let mut all_read = true;
    for file in &args.files {
        all_read &= one(file, &wish, &lexicons)?;
    }
    Ok(if all_read { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// One file's line; whether it could be read.
fn one(file: &Path, wish: &ExtractWish, lexicons: &Lexicons) -> Result<bool, Failed> {
    let name = file.display().to_string();
    match workspace::extract(file, wish, lexicons) {
        Ok(extracted) => {
            for note in extracted.article.notes.iter().chain(&extracted.found.notes) {
                say(&format!("{name}: {}", in_english(note)));
            }
            print(json::line(&Told::new(&name, &extracted)).as_bytes())?;
            Ok(true)
        }
        Err(error) => {
            let error = error.to_string();
            say(&error);
            print(json::line(&Unread { file: &name, error: &error }).as_bytes())?;
            Ok(false)
        }
    }
}

#[derive(Serialize)]
struct Told<'a> {
    file: &'a str,
    article: Heading<'a>,
    dates: Vec<Date<'a>>,
    places: Vec<Place<'a>>,
    events: Vec<Event<'a>>,
}

#[derive(Serialize)]
struct Heading<'a> {
    title: Option<&'a str>,
    byline: Option<&'a str>,
    site: Option<&'a str>,
    published: Option<&'a str>,
    language: Option<&'a str>,
    text: &'a str,
}

#[derive(Serialize)]
struct Words<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct Date<'a> {
    #[serde(flatten)]
    words: Words<'a>,
    when: Option<&'a str>,
}

#[derive(Serialize)]
struct Place<'a> {
    #[serde(flatten)]
    words: Words<'a>,
    code: &'a str,
    /// All that it can mean, the likeliest first, where that is more than one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    codes: Vec<&'a str>,
}

#[derive(Serialize)]
struct Lane<'a> {
    code: &'a str,
    role: &'a str,
    /// Where the part is less sure than the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'a str>,
    /// Who says so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    by: Vec<&'a str>,
}

#[derive(Serialize)]
struct Number {
    min: u64,
    max: Option<u64>,
    of: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    approx: bool,
}

#[derive(Serialize)]
struct FurtherDate<'a> {
    role: &'a str,
    when: &'a str,
}

#[derive(Serialize)]
struct Event<'a> {
    when: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    within: bool,
    title: &'a str,
    kind: &'a str,
    status: &'a str,
    count: Option<Number>,
    lanes: Vec<Lane<'a>>,
    dates: Vec<FurtherDate<'a>>,
    entities: &'a [String],
    /// Lanes that a word of it can mean instead: "Brussels".
    #[serde(skip_serializing_if = "Vec::is_empty")]
    readings: Vec<&'a str>,
    quote: Words<'a>,
    more_quotes: Vec<Words<'a>>,
    score: f64,
}

impl<'a> Event<'a> {
    fn new(found: &'a Extraction, proposal: &'a Proposal) -> Self {
        let draft = &proposal.draft;
        let lanes = draft.lanes.iter().map(|part| Lane {
            code: part.lane.as_str(),
            role: part.role.code(),
            status: part.status.map(Status::code),
            by: part.by.iter().map(LaneCode::as_str).collect(),
        });
        let dates = draft.dates.iter().map(|date| FurtherDate { role: &date.role, when: date.when.as_str() });
        let count = draft.count.map(|count| Number {
            min: count.min,
            max: count.max,
            of: count.of.code(),
            approx: count.approx,
        });
        Self {
            when: draft.when.as_ref().map(When::as_str),
            within: draft.within,
            title: &draft.title,
            kind: &draft.kind,
            status: draft.status.code(),
            count,
            lanes: lanes.collect(),
            dates: dates.collect(),
            entities: &proposal.entities,
            readings: draft.readings.iter().map(LaneCode::as_str).collect(),
            quote: words(found, proposal.quote),
            more_quotes: proposal.more_quotes.iter().map(|span| words(found, *span)).collect(),
            score: proposal.score,
        }
    }
}

impl<'a> Told<'a> {
    fn new(file: &'a str, extracted: &'a Extracted) -> Self {
        let found = &extracted.found;
        let article = Heading {
            title: extracted.article.title.as_deref(),
            byline: extracted.article.byline.as_deref(),
            site: extracted.article.site.as_deref(),
            published: extracted.published.as_ref().map(When::as_str),
            language: found.language.as_deref(),
            text: found.text.as_str(),
        };
        let dates = found
            .dates
            .iter()
            .map(|date| Date { words: words(found, date.span), when: date.when.as_ref().map(When::as_str) })
            .collect();
        let places = found.places.iter().filter_map(|place| {
            let all: Vec<&str> = place.codes.iter().map(LaneCode::as_str).collect();
            let code = *all.first()?;
            Some(Place {
                words: words(found, place.span),
                code,
                codes: if all.len() > 1 { all } else { Vec::new() },
            })
        });
        let events = found.proposals.iter().map(|proposal| Event::new(found, proposal));
        Self { file, article, dates, places: places.collect(), events: events.collect() }
    }
}

/// The words of a span, counted in Unicode scalar values.
fn words(found: &Extraction, span: ByteSpan) -> Words<'_> {
    Words {
        start: found.text.scalar_at(span.start),
        end: found.text.scalar_at(span.end),
        text: span.of(found.text.as_str()).unwrap_or_default(),
    }
}
