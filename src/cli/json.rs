//! The JSON that commands print: one object, one line, keys in the order of the documentation.

use std::borrow::Cow;
use std::path::PathBuf;

use serde::Serialize;

use crate::workspace::{CheckReport, PictureFacts, Summary, TakenIn, in_english};

#[derive(Serialize)]
struct Imported<'a> {
    added: usize,
    merged: usize,
    undated: usize,
    articles: usize,
    candidates: usize,
    possible_duplicates: usize,
    skipped: Vec<Skipped<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    renamed: Vec<Renamed<'a>>,
}

#[derive(Serialize)]
struct Skipped<'a> {
    file: String,
    /// Absent: the whole file.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    reason: Cow<'a, str>,
}

#[derive(Serialize)]
struct Renamed<'a> {
    from: &'a str,
    to: &'a str,
}

/// What an import brought, all files together.
pub(super) fn imported(taken: &[TakenIn], unread: &[(PathBuf, String)]) -> String {
    let sum = |of: fn(&TakenIn) -> usize| taken.iter().map(of).sum();
    let rows = taken.iter().flat_map(|taken| {
        taken.skipped.iter().map(|(line, reason)| Skipped {
            file: taken.file.display().to_string(),
            line: Some(*line),
            reason: in_english(reason).into(),
        })
    });
    let files = unread.iter().map(|(file, reason)| Skipped {
        file: file.display().to_string(),
        line: None,
        reason: reason.into(),
    });
    let renamed = taken.iter().flat_map(|taken| &taken.report.renamed);
    line(&Imported {
        added: sum(|taken| taken.report.added),
        merged: sum(|taken| taken.report.merged),
        undated: sum(|taken| taken.report.undated),
        articles: sum(|taken| taken.report.articles),
        candidates: sum(|taken| taken.report.candidates),
        possible_duplicates: sum(|taken| taken.report.possible_duplicates),
        skipped: rows.chain(files).collect(),
        renamed: renamed.map(|(from, to)| Renamed { from, to }).collect(),
    })
}

#[derive(Serialize)]
struct Told<'a> {
    title: &'a str,
    events: usize,
    undated: usize,
    lanes: usize,
    articles: usize,
    entities: usize,
    candidates: usize,
    from: Option<&'a str>,
    to: Option<&'a str>,
    views: &'a [String],
    /// Of a picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    embedded: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
}

/// A picture in a few numbers.
pub(super) fn picture(facts: &PictureFacts) -> String {
    line(&Told {
        file: Some("png"),
        embedded: Some(facts.embedded),
        description: Some(&facts.description),
        ..told(&facts.summary)
    })
}

/// A case in a few numbers.
pub(super) fn summary(summary: &Summary) -> String {
    line(&told(summary))
}

fn told(summary: &Summary) -> Told<'_> {
    Told {
        title: &summary.title,
        events: summary.events,
        undated: summary.undated,
        lanes: summary.lanes,
        articles: summary.articles,
        entities: summary.entities,
        candidates: summary.candidates,
        from: summary.from.as_deref(),
        to: summary.to.as_deref(),
        views: &summary.views,
        file: None,
        embedded: None,
        description: None,
    }
}

#[derive(Serialize)]
struct Checked<'a> {
    ok: bool,
    events: usize,
    quotes: Quotes<'a>,
    originals: Originals,
    database: &'a [String],
}

#[derive(Serialize)]
struct Quotes<'a> {
    verified: usize,
    carried: usize,
    wrong: Vec<Wrong<'a>>,
}

#[derive(Serialize)]
struct Wrong<'a> {
    event: &'a str,
    article: &'a str,
    start: usize,
    end: usize,
    reason: Cow<'a, str>,
}

#[derive(Serialize)]
struct Originals {
    verified: usize,
    missing: usize,
    wrong: usize,
}

/// What `check` found.
pub(super) fn checked(report: &CheckReport) -> String {
    let wrong = report.quotes.wrong.iter().map(|quote| Wrong {
        event: &quote.event,
        article: &quote.article,
        start: quote.start,
        end: quote.end,
        reason: quote.reason.as_str().into(),
    });
    let originals = &report.originals;
    line(&Checked {
        ok: report.ok(),
        events: report.events,
        quotes: Quotes {
            verified: report.quotes.verified,
            carried: report.quotes.carried,
            wrong: wrong.collect(),
        },
        originals: Originals {
            verified: originals.verified,
            missing: originals.missing,
            wrong: originals.wrong,
        },
        database: &report.database,
    })
}

/// Only a map with keys that are no strings could fail here, and there is none.
pub(super) fn line(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string(value).unwrap_or_default();
    text.push('\n');
    text
}
