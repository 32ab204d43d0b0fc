//! The overview under the timeline: the whole case as a histogram, with a brush for each segment of the axis.
//!
//! ```text
//!  tray │   ▁▂█▃▁ ▁  ▂▁      ▁▁▂▁
//!       │  [═══════]   [═══════════]
//! ```
//! Drawn by hand, not by a plot: a plot's bounds and gestures would all be switched off again.

mod brush;
mod dropping;
mod tray;

use std::sync::Arc;

use egui::{Align2, PointerButton, Rect, Sense, Ui, WidgetInfo, pos2};

use crate::model::{Span, Stamp, Words};
use crate::scene::{Face, Palette};
use crate::timeline::{Piece, TickUnit, ticks};
use crate::workspace::{Command, Drawn, Overview, SegmentCommand, Workspace};

use super::look::{SMALL, colour, font};

use self::brush::Brush;
pub use self::tray::{Tray, wanted};

/// Height of the pane.
pub const HEIGHT: f32 = 46.0;
/// Least width of a bar with the gap after it.
pub const BAR: f32 = 3.0;
/// Part of the whole that a new segment shows.
const NEW: f64 = 0.08;

/// What the overview remembers between frames: a drag that is not finished.
#[derive(Debug, Default)]
pub struct OverviewView {
    drag: Option<brush::Drag>,
}

/// What the overview is made from.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    pub workspace: &'a Workspace,
    pub drawn: &'a Drawn,
    pub overview: &'a Arc<Overview>,
    pub palette: &'static Palette,
}

impl Ground<'_> {
    fn words(&self) -> &dyn Words {
        self.workspace.words().as_ref()
    }
}

/// The histogram's place in the pane.
#[must_use]
pub fn field(pane: Rect, drawn: &Drawn) -> Rect {
    let axis = &drawn.layout.axis;
    Rect::from_min_max(
        pos2(pane.left() + axis.left() as f32, pane.top() + 3.0),
        pos2(pane.left() + axis.right() as f32, pane.bottom() - 3.0),
    )
}

impl OverviewView {
    /// Shows histogram and brushes on their part of the pane.
    pub fn show(&mut self, ui: &mut Ui, pane: Rect, ground: &Ground<'_>) -> Vec<Command> {
        let field = field(pane, ground.drawn);
        if field.width() < 40.0 {
            return Vec::new();
        }
        let span = ground.overview.span;
        let piece = Piece { span, x0: f64::from(field.left()), x1: f64::from(field.right()) };
        let mut commands = Vec::new();
        let whole = ui.interact(field, ui.scope_id().with("overview"), Sense::CLICK);
        whole.widget_info(|| {
            WidgetInfo::labeled(egui::Role::Group, true, ground.words().word("overview-name"))
        });
        paint(ui, field, &piece, ground);
        let stretches = ground.workspace.stretches();
        for (number, stretch) in stretches.iter().enumerate() {
            let brush = Brush { number, span: stretch.span, field, piece, only: stretches.len() == 1 };
            commands.extend(brush.show(ui, &mut self.drag, ground));
        }
        if whole.double_clicked_by(PointerButton::Primary)
            && let Some(at) = whole.interact_pointer_pos()
        {
            commands.push(Command::Segment(SegmentCommand::Add(around(&piece, at.x))));
        }
        whole.on_hover_text(ground.words().word("overview-tip"));
        commands
    }
}

/// A new segment around a place, in whole weeks.
fn around(piece: &Piece, x: f32) -> Span {
    let half = (piece.span.seconds() as f64 * NEW / 2.0) as i64;
    let middle = piece.stamp_at(f64::from(x));
    let (from, to) = (Stamp(middle.0.saturating_sub(half)), Stamp(middle.0.saturating_add(half)));
    let from = brush::snapped(from, 2 * half);
    let to = brush::snapped(to, 2 * half);
    Span::new(from, to.max(from.plus_days(7)))
}

/// Left and right end of a bar among so many, which share the field however many were asked for: there may be fewer.
fn bar(field: Rect, at: usize, bars: usize) -> (f32, f32) {
    let edge = |at: usize| (field.left() + field.width() * at as f32 / bars.max(1) as f32).round();
    let left = edge(at);
    (left, (edge(at + 1) - 1.0).max(left + 1.0))
}

/// Bars on whole pixels, and the years below them.
fn paint(ui: &Ui, field: Rect, piece: &Piece, ground: &Ground<'_>) {
    const LABELS: f32 = 13.0;
    let (palette, overview) = (ground.palette, ground.overview);
    let painter = ui.painter();
    let base = field.bottom() - LABELS;
    let height = base - field.top();
    let ink = colour(palette.hub.over(palette.ground, 0.75));
    let mut mesh = egui::Mesh::default();
    for (at, marks) in overview.marks.iter().enumerate().filter(|(_, marks)| **marks > 0) {
        let (x, right) = bar(field, at, overview.marks.len());
        // The root: a wave of hundreds must not drown the single events around it.
        let part = (*marks as f32 / overview.most.max(1) as f32).sqrt();
        let top = (base - (part * height).max(2.0)).round();
        mesh.add_colored_rect(Rect::from_min_max(pos2(x, top), pos2(right, base)), ink);
    }
    painter.add(mesh);
    painter.hline(field.x_range(), base, egui::Stroke::new(1.0, colour(palette.hairline)));
    let mut last = f32::MIN;
    let ticks = ticks(piece, f64::from(SMALL));
    let cells = if ticks.upper.len() > 1 { &ticks.upper } else { &ticks.lower };
    for cell in cells.iter().filter(|cell| cell.begins || cells.len() < 3) {
        let (year, month, _) = cell.start.civil();
        let said = match cell.unit {
            TickUnit::Year | TickUnit::Years(_) | TickUnit::Since { .. } => year.to_string(),
            TickUnit::Month => ground.words().word(&format!("month-short-{month}")),
            _ => continue,
        };
        let x = cell.x0 as f32 + 2.0;
        if x < last + 10.0 || x > field.right() - 24.0 {
            continue;
        }
        let at = pos2(x, field.bottom());
        let drawn =
            painter.text(at, Align2::LEFT_BOTTOM, said, font(Face::Sans, SMALL), colour(palette.muted));
        last = drawn.right();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_go_from_one_end_of_the_field_to_the_other_however_many_there_are() {
        let field = Rect::from_min_max(pos2(170.0, 3.0), pos2(1_264.0, 40.0));
        for bars in [1, 7, 200, 364] {
            assert_eq!(bar(field, 0, bars).0, 170.0);
            assert_eq!(bar(field, bars - 1, bars).1, 1_263.0, "{bars}");
            let ends: Vec<_> = (0..bars).map(|at| bar(field, at, bars)).collect();
            assert!(ends.windows(2).all(|pair| pair[0].1 < pair[1].0), "a gap between any two of {bars}");
        }
    }
}
