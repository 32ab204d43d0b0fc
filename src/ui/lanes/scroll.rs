//! Scrolling: unfolded, the lanes may be higher than the window; axis and strip stay where they are, and the rows move
//! under them.
//!
//! ```text
//!  axis, strip      sticky
//!  ─────────────
//!  rows             scrolled, cut off at the line above and at the window's foot
//! ```

use egui::{Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::model::EventId;
use crate::scene::{self, Target};
use crate::timeline::RowKind;
use crate::workspace::Drawn;

use super::super::look::colour;
use super::super::paint::screen_rect;
use super::Stage;

/// Width of the bar at the right.
const BAR: f32 = 8.0;
/// Room between the last row and the foot.
const FOOT: f64 = 8.0;

/// How far the rows are scrolled.
#[derive(Debug, Default)]
pub struct Scroll {
    /// All lanes have a row of their own, however many.
    pub unfolded: bool,
    pub by: f32,
    /// Height that the unfolded lanes were found to need.
    tall: f32,
    /// The selection that was last brought into sight.
    followed: Option<EventId>,
}

impl Scroll {
    /// The height to draw on, in a window of a height.
    #[must_use]
    pub fn height(&self, window: f32) -> f32 {
        if self.unfolded { self.tall.max(window) } else { window }
    }

    /// Learns from what was drawn; `true`: it must be drawn again, on another height.
    pub fn learn(&mut self, drawn: &Drawn, window: f32) -> bool {
        if !self.unfolded {
            (self.by, self.tall) = (0.0, 0.0);
            return false;
        }
        let layout = &drawn.layout;
        let folded = layout.rows.iter().find_map(|row| match &row.kind {
            RowKind::Folded(lanes) => Some(lanes.len()),
            _ => None,
        });
        let before = self.height(window);
        self.tall = match folded {
            Some(lanes) => before + (lanes as f64 * layout.spacing.lane) as f32,
            None => (layout.body.1 + FOOT).max(f64::from(window)) as f32,
        };
        self.by = self.by.clamp(0.0, (self.height(window) - window).max(0.0));
        // Lanes grow a little where there is room: what is less than a lane too high stays as it is.
        folded.is_some() || before - self.tall > layout.spacing.lane as f32 * 2.0
    }

    /// Brings a new selection into sight, and shows the bar at the right.
    pub fn show(&mut self, ui: &Ui, canvas: &Response, stage: &Stage<'_>) {
        let most = (stage.drawn.scene.height - canvas.rect.height()).max(0.0);
        if most < 1.0 {
            self.by = 0.0;
            return;
        }
        let selected = stage.workspace.selection();
        if selected != self.followed {
            self.followed = selected;
            self.by = self.bring(selected, canvas, stage).unwrap_or(self.by);
        }
        self.by = self.by.clamp(0.0, most);
        let top = canvas.rect.top() + stage.sticky();
        let way = Rect::from_min_max(pos2(canvas.rect.right() - BAR, top), canvas.rect.max);
        let part = way.height() / (way.height() + most);
        let length = (way.height() * part).max(24.0);
        let at = way.top() + (way.height() - length) * self.by / most;
        let thumb = Rect::from_min_size(pos2(way.left(), at), vec2(BAR, length));
        let bar = ui.interact(thumb, canvas.id.with("scroll"), Sense::DRAG);
        let name = crate::model::Words::word(stage.workspace.words().as_ref(), "lanes-scroll");
        bar.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, &name));
        if bar.dragged() {
            let way = (way.height() - length).max(1.0);
            self.by = (self.by + bar.drag_delta().y * most / way).clamp(0.0, most);
        }
        let ink = stage.palette.muted.faded(if bar.hovered() || bar.dragged() { 0.8 } else { 0.4 });
        ui.painter().rect_filled(thumb.shrink2(vec2(2.0, 0.0)), 2.0, colour(ink));
    }

    /// Where the rows must be scrolled for a mark to be in sight; `None`: it is, or it has none.
    fn bring(&self, event: Option<EventId>, canvas: &Response, stage: &Stage<'_>) -> Option<f32> {
        let event = event?;
        let spots = &stage.drawn.scene.spots;
        let spot = spots.iter().find(|spot| matches!(&spot.target, Target::Event(one) if *one == event))?;
        let (top, bottom) = (spot.rect.y, spot.rect.y + spot.rect.h);
        let (from, to) = (self.by + stage.sticky(), self.by + canvas.rect.height());
        let inside = top >= from && bottom <= to;
        (!inside).then(|| f32::midpoint(top, bottom) - f32::midpoint(stage.sticky(), canvas.rect.height()))
    }

    /// The wheel beside the lanes, or anywhere with Alt, scrolls; `true`: it was meant so.
    pub fn wheel(&mut self, ui: &Ui, canvas: &Response, stage: &Stage<'_>) -> bool {
        let over = stage.drawn.scene.height > canvas.rect.height() + 1.0;
        let (by, at, alt) =
            ui.input(|input| (input.smooth_scroll_delta().y, input.pointer.hover_pos(), input.modifiers.alt));
        let beside = at.is_some_and(|at| {
            canvas.rect.contains(at) && f64::from(at.x - canvas.rect.left()) < stage.drawn.layout.axis.left()
        });
        if !over || !(beside || alt) || !ui.rect_contains_pointer(canvas.rect) {
            return false;
        }
        self.by = (self.by - by).max(0.0);
        true
    }
}

impl Stage<'_> {
    /// Height of what stays where it is: the axis and the strip.
    #[must_use]
    pub fn sticky(&self) -> f32 {
        self.drawn.layout.rows.first().map_or(0.0, |row| row.top) as f32
    }

    /// Where a part of the picture stands on the screen; nothing of it may be in sight.
    #[must_use]
    pub fn on_screen(&self, rect: scene::Rect, canvas: Rect) -> Rect {
        let moves = self.scroll > 0.0 && rect.y + 0.5 >= self.sticky();
        let by = if moves { Vec2::new(0.0, self.scroll) } else { Vec2::ZERO };
        let place = screen_rect(rect, canvas.min.to_vec2() - by);
        let top = if moves { canvas.top() + self.sticky() } else { canvas.top() };
        place.intersect(Rect::from_min_max(pos2(canvas.left(), top), canvas.max))
    }

    /// Which place of the picture is under a place of the screen.
    #[must_use]
    pub fn local(&self, at: Pos2, canvas: Rect) -> scene::Point {
        let at = at - canvas.min;
        let by = if at.y >= self.sticky() { self.scroll } else { 0.0 };
        [at.x, at.y + by]
    }
}
