//! Case JSON and tables: made on the store's thread, narrowed to what was asked for, written whole.

use crate::export::{self, ListFormat};
use crate::model::{CaseContent, Event, LaneCode, Sentence, Span};
use crate::store::{Store, case_json};

use super::super::command::{Export, ExportFormat, PictureWish};
use super::super::jobs::{Answer, Outcome};
use super::lanes::lanes_called;
use super::{Desk, FileError, write};

/// Writes a list of the case.
pub(super) fn list(desk: &Desk, wanted: &Export) -> Result<Answer, FileError> {
    if let Some(path) = &wanted.to {
        write::free(path, wanted.force)?;
    }
    let mut content = desk.store()?.content()?;
    let (bytes, left_out) = match wanted.format {
        ExportFormat::CaseJson => {
            if wanted.public {
                content = case_json::public(&content);
            }
            let (text, said) = case_text(desk, &content, wanted.originals)?;
            (text.into_bytes(), said)
        }
        ExportFormat::Csv => {
            let mut said = narrow_content(&mut content, &wanted.picture)?;
            let list = export::list(&content, ListFormat::Csv)?;
            said.extend(list.left_out);
            (list.bytes, said)
        }
        _ => {
            return Err(FileError::Said(Sentence::new("fault-drawn-not-listed")));
        }
    };
    deliver(wanted, bytes, left_out)
}

/// A Case JSON; with the files behind its articles where they are wanted, and what is missing of them in a sentence.
fn case_text(
    desk: &Desk,
    content: &CaseContent,
    originals: bool,
) -> Result<(String, Vec<Sentence>), FileError> {
    if !originals {
        return Ok((case_json::write(content), Vec::new()));
    }
    let (text, missing) = whole_text(desk.store()?, content)?;
    let said = (missing > 0).then(|| Sentence::new("export-no-originals").number("n", missing));
    Ok((text, said.into_iter().collect()))
}

/// A Case JSON with the files behind its articles, and how many of them the case does not hold.
pub(super) fn whole_text(store: &Store, content: &CaseContent) -> Result<(String, usize), FileError> {
    let mut failed = None;
    let bytes_of = |sha256: &str| {
        store.original(sha256).unwrap_or_else(|error| {
            failed = Some(error);
            None
        })
    };
    let written = case_json::write_whole(content, bytes_of);
    failed.map_or(Ok(written), |error| Err(error.into()))
}

/// Sees that a picture may be written, and what it must leave out.
pub(super) fn begin_picture(desk: &Desk, wanted: Box<Export>) -> Result<Answer, FileError> {
    if let Some(path) = &wanted.to {
        write::free(path, wanted.force)?;
    }
    let private = desk.store()?.private_events()?.into_iter().collect();
    Ok(Answer::Private(private, wanted))
}

/// Writes finished bytes where they were wanted, or hands them back.
pub(in super::super) fn deliver(
    wanted: &Export,
    bytes: Vec<u8>,
    said: Vec<Sentence>,
) -> Result<Answer, FileError> {
    Ok(Answer::Outcome(match &wanted.to {
        None => Outcome::Made(bytes, said),
        Some(path) => {
            write::put(path, &bytes, wanted.force)?;
            Outcome::Saved(path.clone(), said)
        }
    }))
}

/// Leaves only the events that touch the range and the lanes; says how many it left out.
fn narrow_content(content: &mut CaseContent, wish: &PictureWish) -> Result<Vec<Sentence>, FileError> {
    let lanes = lanes_called(&wish.lanes, &content.lanes)?;
    let range = wish.range();
    let before = content.events.len();
    content.events.retain(|event| inside(event, range, &lanes));
    let gone = before - content.events.len();
    let said = (gone > 0).then(|| Sentence::new("export-outside").number("n", gone));
    Ok(said.into_iter().collect())
}

fn inside(event: &Event, range: Option<Span>, lanes: &[LaneCode]) -> bool {
    let timely =
        range.is_none_or(|range| event.when.as_ref().is_some_and(|when| when.span().overlaps(range)));
    let there = lanes.is_empty() || event.lanes.iter().any(|part| lanes.contains(&part.lane));
    timely && there
}
