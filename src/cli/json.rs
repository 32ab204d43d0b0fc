//! The JSON that commands print: one object, one line, keys in the order of the documentation.

use std::path::PathBuf;

use serde::Serialize;

use crate::workspace::{CheckReport, Summary, TakenIn};

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
    reason: &'a str,
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
            reason,
        })
    });
    let files =
        unread.iter().map(|(file, reason)| Skipped { file: file.display().to_string(), line: None, reason });
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
    from: Option<&'a str>,
    to: Option<&'a str>,
    views: &'a [String],
}

/// A case in a few numbers.
pub(super) fn summary(summary: &Summary) -> String {
    line(&Told {
        title: &summary.title,
        events: summary.events,
        undated: summary.undated,
        lanes: summary.lanes,
        articles: summary.articles,
        entities: summary.entities,
        from: summary.from.as_deref(),
        to: summary.to.as_deref(),
        views: &summary.views,
    })
}

/// What `check` found.
pub(super) fn checked(_report: &CheckReport) -> String {
    line(&())
}

/// Only a map with keys that are no strings could fail here, and there is none.
fn line(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string(value).unwrap_or_default();
    text.push('\n');
    text
}
