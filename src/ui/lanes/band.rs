//! The rubber band: dragging with Shift held draws a frame, and what stands in it is chosen; with Ctrl as well it is
//! added to what is chosen.

use egui::{CursorIcon, Key, Modifiers, PointerButton, Pos2, Rect, Response, Stroke, StrokeKind, Ui};

use crate::model::EventId;
use crate::scene::Spot;
use crate::workspace::{Command, Look};

use super::super::look::colour;
use super::Stage;
use super::places::events_of;

/// The frame, from where it was begun.
#[derive(Debug, Default)]
pub struct Band {
    from: Option<Pos2>,
}

impl Band {
    /// Whether a frame is being drawn.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        self.from.is_some()
    }

    /// Draws the frame, and chooses what stands in it once it is let go; `true`: the drag belongs to it.
    pub fn show(
        &mut self,
        ui: &Ui,
        canvas: &Response,
        stage: &Stage<'_>,
        commands: &mut Vec<Command>,
    ) -> bool {
        let held = ui.input(|input| input.modifiers);
        if canvas.drag_started_by(PointerButton::Primary) && held.shift {
            self.from = ui.input(|input| input.pointer.press_origin());
        }
        let Some(from) = self.from else { return false };
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.from = None;
            return true;
        }
        let to = ui.input(|input| input.pointer.latest_pos()).unwrap_or(from);
        let frame = Rect::from_two_pos(from, to).intersect(canvas.rect);
        if canvas.dragged() {
            canvas.ctx.set_cursor_icon(CursorIcon::Crosshair);
            let accent = stage.palette.accent;
            let line = Stroke::new(1.0, colour(accent));
            ui.painter().rect(frame, 0.0, colour(accent.faded(0.08)), line, StrokeKind::Inside);
            return true;
        }
        self.from = None;
        let mut events: Vec<EventId> =
            if held.command { stage.workspace.selected().into_iter().collect() } else { Vec::new() };
        events.extend(inside(stage, canvas, frame));
        let look = if events.is_empty() { Look::SelectNone } else { Look::SelectMany(events) };
        commands.push(Command::Look(look));
        true
    }
}

/// The events whose marks a frame touches, from left to right; of a merged block all.
fn inside(stage: &Stage<'_>, canvas: &Response, frame: Rect) -> Vec<EventId> {
    let inside = |spot: &&Spot| {
        let rect = stage.on_screen(spot.rect, canvas.rect);
        rect.is_positive() && rect.intersects(frame)
    };
    events_of(stage.drawn.scene.spots.iter().filter(inside))
}
