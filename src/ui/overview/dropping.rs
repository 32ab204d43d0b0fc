//! A date for an undated event that is dropped onto the axis: as fine as the zoom lets the hand aim.

use egui::{Align2, Context, Id, LayerId, Order, Pos2, Rect, Stroke, vec2};

use crate::model::{When, Words, spoken_date};
use crate::scene::{Face, Palette};
use crate::workspace::Drawn;

use super::super::look::{BODY, colour, font};

/// Points that a unit must be wide to be aimed at.
const AIM: f64 = 3.0;
const DAY: f64 = 86_400.0;

/// The date at a place of the canvas, where a segment lies there: a day, a month or a year.
#[must_use]
pub fn date_at(drawn: &Drawn, x: f64) -> Option<When> {
    let pieces = drawn.layout.axis.pieces();
    let piece = pieces.iter().find(|piece| x >= piece.x0 && x <= piece.x1)?;
    let (year, month, day) = piece.stamp_at(x).civil();
    let width = |days: f64| days * DAY * piece.scale();
    if width(1.0) >= AIM {
        return When::day(year, month, day).ok();
    }
    let sign = if year < 0 { "-" } else { "" };
    let year = format!("{sign}{:04}", year.abs());
    let text = if width(30.4) >= AIM { format!("{year}-{month:02}") } else { year };
    When::parse(&text).ok()
}

/// The line and the date under the pointer while something is dragged over the lanes.
pub fn paint(ctx: &Context, canvas: Rect, at: Pos2, when: &When, words: &dyn Words, palette: &Palette) {
    let painter = ctx.layer_painter(LayerId::new(Order::Tooltip, Id::unique("dropping")));
    let ink = colour(palette.accent);
    painter.vline(at.x, canvas.y_range(), Stroke::new(1.5, ink));
    let said = spoken_date(when, false, words);
    let galley = painter.layout_no_wrap(said, font(Face::SansSemiBold, BODY), colour(palette.ink));
    let size = galley.size() + vec2(12.0, 6.0);
    let left = if at.x + size.x + 8.0 > canvas.right() { at.x - size.x - 8.0 } else { at.x + 8.0 };
    let rect = Rect::from_min_size(egui::pos2(left, canvas.top() + 4.0), size);
    painter.rect_filled(rect, 3.0, colour(palette.panel));
    painter.rect_stroke(rect, 3.0, Stroke::new(1.0, ink), egui::StrokeKind::Inside);
    painter.galley(Align2::LEFT_TOP.anchor_rect(rect).min + vec2(6.0, 3.0), galley, colour(palette.ink));
}
