//! Where marks stand on the canvas, and what gestures at them mean in points.

use egui::{Pos2, Response, Ui, pos2, vec2};

use crate::model::{Columns, EventId, Stamp};
use crate::scene::{Spot, Target};
use crate::timeline::{Row, RowKind};
use crate::workspace::{Command, Drawn, Look, SegmentCommand};

use super::super::menu::AxisAction;
use super::Stage;
use super::walk::Stop;

/// Marks that are nodes of their own in one frame (contract 12).
const NODES: usize = 400;
/// How far apart the marks of a block should stand after it was opened.
const OPENED: f64 = 24.0;

/// Zooms by a key or button: at the pointer, else at the selected mark, else in the middle of the first segment.
pub fn zoom(stage: &Stage<'_>, pointer: Option<f64>, factor: f64) -> Command {
    let selected = || stage.workspace.selection().and_then(|event| place_of(stage.drawn, event));
    let middle = || {
        let piece = stage.drawn.layout.axis.pieces().first();
        piece.map_or(0.0, |piece| f64::midpoint(piece.x0, piece.x1))
    };
    let x = pointer.or_else(selected).unwrap_or_else(middle);
    Command::Look(Look::ZoomAt { x, factor })
}

/// Pans by a part of the segment's width: the one under the pointer, else of the selected mark, else the first.
pub fn pan(stage: &Stage<'_>, pointer: Option<f64>, part: f64) -> Option<Command> {
    let axis = &stage.drawn.layout.axis;
    let selected = || stage.workspace.selection().and_then(|event| place_of(stage.drawn, event));
    let x = pointer.filter(|x| *x >= axis.left()).or_else(selected);
    let segment = x.map_or(0, |x| axis.segment_at(x));
    let piece = axis.pieces().get(segment)?;
    Some(Command::Look(Look::Pan { segment, by_pt: (piece.x1 - piece.x0) * part }))
}

/// What a key asks of the segments: at the pointer, else in the middle of the first one.
pub fn segments(action: AxisAction, stage: &Stage<'_>, pointer: Option<f64>) -> Option<Command> {
    let axis = &stage.drawn.layout.axis;
    let middle = |piece: &crate::timeline::Piece| f64::midpoint(piece.x0, piece.x1);
    let x = pointer.filter(|x| *x >= axis.left()).or_else(|| axis.pieces().first().map(middle))?;
    let segment = axis.segment_at(x);
    let command = match action {
        AxisAction::Suggest => SegmentCommand::Suggest,
        AxisAction::Cut => SegmentCommand::Cut(axis.pieces().get(segment)?.stamp_at(x)),
        // The last one has no next: it joins the one before.
        AxisAction::Join => SegmentCommand::Join(segment.min(axis.pieces().len().saturating_sub(2))),
        _ => return None,
    };
    Some(Command::Segment(command))
}

/// Whether the picture has a mark, block or bar of an event.
#[must_use]
pub fn shows(drawn: Option<&Drawn>, event: EventId) -> bool {
    drawn.is_some_and(|drawn| place_of(drawn, event).is_some())
}

/// Where an event stands on the canvas.
pub fn place_of(drawn: &Drawn, event: EventId) -> Option<f64> {
    let spot = drawn.scene.spots.iter().find(|spot| match &spot.target {
        Target::Event(one) => *one == event,
        Target::Block(many) => many.contains(&event),
        Target::Lane(_) | Target::Heap { .. } => false,
    })?;
    Some(f64::from(spot.rect.x + spot.rect.w / 2.0))
}

/// The first row in which an event stands.
pub fn row_of(drawn: &Drawn, event: EventId) -> Option<usize> {
    let stops = stops(drawn).into_iter().filter(|stop| stop.event == event);
    stops.map(|stop| stop.row).min()
}

/// The zoom that parts a block's marks, or none where they stand at one instant.
pub fn opening(stage: &Stage<'_>, spot: &Spot, events: &[EventId]) -> Option<Command> {
    let x = f64::from(spot.rect.x + spot.rect.w / 2.0);
    let axis = &stage.drawn.layout.axis;
    let piece = axis.pieces().get(axis.segment_at(x))?;
    let times = times(stage.workspace.columns(), events);
    let apart = times.windows(2).map(|pair| pair[1].0 - pair[0].0).filter(|gap| *gap > 0).min()?;
    let factor = (OPENED / (apart as f64 * piece.scale()).max(f64::MIN_POSITIVE)).clamp(1.5, 64.0);
    Some(Command::Look(Look::ZoomAt { x, factor }))
}

fn times(columns: &Columns, events: &[EventId]) -> Vec<Stamp> {
    let of = |event: &EventId| columns.marks.iter().find(|mark| mark.event == *event).map(|mark| mark.t0);
    let mut times: Vec<Stamp> = events.iter().filter_map(of).collect();
    times.sort_unstable();
    times
}

/// All events that the lanes show, from left to right; of a merged block all.
pub fn in_sight(drawn: &Drawn) -> Vec<EventId> {
    events_of(drawn.scene.spots.iter())
}

/// The events of spots, from left to right; of a merged block all.
pub fn events_of<'a>(spots: impl Iterator<Item = &'a Spot>) -> Vec<EventId> {
    let mut spots: Vec<&Spot> = spots.collect();
    spots.sort_by(|a, b| a.rect.x.total_cmp(&b.rect.x));
    let mut events = Vec::new();
    for spot in spots {
        match &spot.target {
            Target::Event(event) => events.push(*event),
            Target::Block(many) => events.extend(many),
            Target::Lane(_) | Target::Heap { .. } => {}
        }
    }
    events
}

/// All marks that the arrows can reach.
pub fn stops(drawn: &Drawn) -> Vec<Stop> {
    let mut stops = Vec::new();
    for spot in &drawn.scene.spots {
        let middle = f64::from(spot.rect.y + spot.rect.h / 2.0);
        let x = f64::from(spot.rect.x + spot.rect.w / 2.0);
        let event = match &spot.target {
            Target::Event(event) => *event,
            Target::Block(events) => events.first().copied().unwrap_or_default(),
            Target::Lane(_) | Target::Heap { .. } => continue,
        };
        if let Some(row) = row_at(drawn, middle) {
            stops.push(Stop { event, row, x });
        }
    }
    stops
}

/// The row at a height of the canvas.
pub fn row_at(drawn: &Drawn, y: f64) -> Option<usize> {
    drawn.layout.rows.iter().position(|row| y >= row.top && y < row.top + row.height)
}

/// The spots that become nodes: headers, and the marks nearest to the pointer; large ones first, so that small ones
/// lie above them.
pub fn nearest<'a>(ui: &Ui, canvas: &Response, stage: &Stage<'a>) -> Vec<&'a Spot> {
    let mut spots: Vec<&Spot> = stage.drawn.scene.spots.iter().collect();
    if spots.len() > NODES {
        let pointer = ui.input(|input| input.pointer.hover_pos()).unwrap_or(canvas.rect.center());
        let pointer = Pos2::from(stage.local(pointer, canvas.rect));
        let distance = |spot: &&Spot| {
            if matches!(spot.target, Target::Lane(_)) {
                return -1.0;
            }
            let middle = pos2(spot.rect.x, spot.rect.y) + vec2(spot.rect.w, spot.rect.h) / 2.0;
            middle.distance_sq(pointer)
        };
        spots.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
        spots.truncate(NODES);
    }
    spots.sort_by(|a, b| (b.rect.w * b.rect.h).total_cmp(&(a.rect.w * a.rect.h)));
    spots
}

/// Names of the lanes behind the header of the folded row; of another header, none.
pub fn folded_at(stage: &Stage<'_>, spot: &Spot) -> Vec<String> {
    let row = row_at(stage.drawn, f64::from(spot.rect.y + spot.rect.h / 2.0));
    let row = row.and_then(|row| stage.drawn.layout.rows.get(row));
    let Some(Row { kind: RowKind::Folded(lanes) | RowKind::Group { lanes, .. }, .. }) = row else {
        return Vec::new();
    };
    let (columns, words) = (stage.workspace.columns(), stage.workspace.words().as_ref());
    lanes.iter().map(|lane| columns.lane_name(*lane, words).into_owned()).collect()
}
