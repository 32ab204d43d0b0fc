//! Case JSON and tables: made on the store's thread, narrowed to what was asked for, written whole.

use crate::export::{self, ListFormat};
use crate::model::{CaseContent, Event, LaneCode, Span};
use crate::store::case_json;

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
        ExportFormat::CaseJson if wanted.public => {
            (case_json::write_public(&content).into_bytes(), Vec::new())
        }
        ExportFormat::CaseJson => (case_json::write(&content).into_bytes(), Vec::new()),
        ExportFormat::Csv => {
            let mut said = narrow_content(&mut content, &wanted.picture)?;
            let list = export::list(&content, ListFormat::Csv)?;
            said.extend(list.left_out);
            (list.bytes, said)
        }
        ExportFormat::Png | ExportFormat::Svg => {
            return Err(FileError::Unknown("a picture is drawn, not listed".to_owned()));
        }
    };
    deliver(wanted, bytes, left_out)
}

/// Sees that a picture may be written, and what it must leave out.
pub(super) fn begin_picture(desk: &Desk, wanted: Export) -> Result<Answer, FileError> {
    if let Some(path) = &wanted.to {
        write::free(path, wanted.force)?;
    }
    let private = desk.store()?.private_events()?.into_iter().collect();
    Ok(Answer::Private(private, Box::new(wanted)))
}

/// Writes finished bytes where they were wanted, or hands them back.
pub(in super::super) fn deliver(
    wanted: &Export,
    bytes: Vec<u8>,
    said: Vec<String>,
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
fn narrow_content(content: &mut CaseContent, wish: &PictureWish) -> Result<Vec<String>, FileError> {
    let lanes = lanes_called(&wish.lanes, &content.lanes)?;
    let range = wish.range();
    let before = content.events.len();
    content.events.retain(|event| inside(event, range, &lanes));
    let gone = before - content.events.len();
    Ok(match gone {
        0 => Vec::new(),
        1 => vec!["1 event outside of the range or the lanes was left out".to_owned()],
        gone => vec![format!("{gone} events outside of the range or the lanes were left out")],
    })
}

fn inside(event: &Event, range: Option<Span>, lanes: &[LaneCode]) -> bool {
    let timely =
        range.is_none_or(|range| event.when.as_ref().is_some_and(|when| when.span().overlaps(range)));
    let there = lanes.is_empty() || event.lanes.iter().any(|part| lanes.contains(&part.lane));
    timely && there
}
