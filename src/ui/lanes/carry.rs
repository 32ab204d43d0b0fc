//! Moving the chosen mark along the axis: the new date stands beside it, one edit is made when it is let go, and
//! Escape leaves it where it was.
//!
//! Only the mark of the selection moves; from any other one a drag pans.

use egui::{
    CursorIcon, FontId, Key, Modifiers, PointerButton, Pos2, Response, Stroke, StrokeKind, Ui, pos2, vec2,
};

use crate::model::{Edit, Event, EventEdit, EventId, When, Words, spoken_date};
use crate::scene::{Face, Target};
use crate::workspace::Command;

use super::super::look::{BODY, colour, font};
use super::Stage;

/// A mark on its way.
#[derive(Debug, Clone)]
pub struct Carried {
    event: EventId,
    from: Pos2,
    /// Given up: the rest of the drag does nothing.
    left: bool,
}

/// Takes up, moves and lets go of the mark of the selection; `true`: the drag belongs to it.
pub fn carry(
    ui: &Ui,
    canvas: &Response,
    stage: &Stage<'_>,
    carried: &mut Option<Carried>,
    commands: &mut Vec<Command>,
) -> bool {
    if carried.is_none() && canvas.drag_started_by(PointerButton::Primary) {
        *carried = taken(canvas, stage);
    }
    let Some(now) = carried else { return false };
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        now.left = true;
    }
    let (event, from, left) = (now.event, now.from, now.left);
    let over = !canvas.dragged();
    if over {
        *carried = None;
    }
    let Some(card) = stage.workspace.card(event).filter(|_| !left) else { return true };
    let pointer = ui.input(|input| input.pointer.latest_pos()).unwrap_or(from);
    canvas.ctx.set_cursor_icon(CursorIcon::ResizeHorizontal);
    let Some(moved) = moved(stage, canvas, &card, from, pointer) else {
        tell(ui, canvas, stage, pointer, None, &stage.workspace.words().word("carry-not"));
        return true;
    };
    if !over {
        let said = spoken_date(&moved, card.within, stage.workspace.words().as_ref());
        let at = stage.drawn.layout.axis.x_of(moved.span().mid());
        tell(ui, canvas, stage, pointer, at, &said);
        return true;
    }
    if card.when.as_ref() != Some(&moved) {
        let event = Event { when: Some(moved), ..card.as_ref().clone() };
        commands.push(Command::Edit(Edit::Event(EventEdit::Put(Box::new(event)))));
    }
    true
}

/// The mark of the selection, where the pointer went down on it and it can be changed.
fn taken(canvas: &Response, stage: &Stage<'_>) -> Option<Carried> {
    let from = canvas.ctx.input(|input| input.pointer.press_origin())?;
    let Target::Event(event) = stage.drawn.scene.hit(stage.local(from, canvas.rect))?.target else {
        return None;
    };
    let can = stage.workspace.selection() == Some(event) && stage.workspace.read_only().is_none();
    let dated = stage.workspace.card(event).is_some_and(|card| card.when.is_some());
    (can && dated).then_some(Carried { event, from, left: false })
}

/// The date at the pointer, as finely given as it was.
fn moved(stage: &Stage<'_>, canvas: &Response, event: &Event, from: Pos2, to: Pos2) -> Option<When> {
    let axis = &stage.drawn.layout.axis;
    let local = |at: Pos2| f64::from(at.x - canvas.rect.left()).clamp(axis.left(), axis.right());
    let stamp = |x: f64| axis.pieces().get(axis.segment_at(x)).map(|piece| piece.stamp_at(x));
    let seconds = stamp(local(to))?.0.saturating_sub(stamp(local(from))?.0);
    event.when.as_ref()?.moved(seconds)
}

/// A line where the mark would stand, and its date.
fn tell(ui: &Ui, canvas: &Response, stage: &Stage<'_>, pointer: Pos2, at: Option<f64>, said: &str) {
    let brush = ui.painter();
    let accent = colour(stage.palette.accent);
    if let Some(x) = at {
        let x = canvas.rect.left() + x as f32;
        brush.vline(x, canvas.rect.y_range(), Stroke::new(1.0, accent));
    }
    let face: FontId = font(Face::SansSemiBold, BODY);
    let galley = brush.layout_no_wrap(said.to_owned(), face, colour(stage.palette.ink));
    let size = galley.size() + vec2(16.0, 8.0);
    let right = (canvas.rect.right() - size.x).max(canvas.rect.left());
    let min = pos2((pointer.x + 14.0).min(right), (pointer.y - size.y - 10.0).max(canvas.rect.top()));
    let rect = egui::Rect::from_min_size(min, size);
    brush.rect_filled(rect, 4.0, colour(stage.palette.ground));
    brush.rect_stroke(rect, 4.0, Stroke::new(1.0, accent), StrokeKind::Inside);
    brush.galley(min + vec2(8.0, 4.0), galley, colour(stage.palette.ink));
    // The mark itself stays lit where it was.
    let own = stage.drawn.scene.spots.iter().find(
        |spot| matches!(spot.target, Target::Event(event) if stage.workspace.selection() == Some(event)),
    );
    if let Some(own) = own {
        let rect = stage.on_screen(own.rect, canvas.rect).expand(3.0);
        brush.rect_stroke(rect, 3.0, Stroke::new(1.0, accent), StrokeKind::Outside);
    }
}
