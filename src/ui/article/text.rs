//! An article's text: set for reading, its quotes tinted, with marks in the margin.
//!
//! Places are counted in Unicode scalar values, in the case and in egui alike.

use std::sync::Arc;

use egui::text::{CharIndex, LayoutJob, TextFormat};
use egui::text_selection::LabelSelectionState;
use egui::{CursorIcon, Galley, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::model::EventId;
use crate::scene::{Face, Ink, Palette};

use super::super::look::{colour, font};

/// Height of a line in sizes of its text.
const LEADING: f32 = 1.55;
/// Between the margin's mark and the text.
const MARGIN: f32 = 12.0;
const MARK: f32 = 3.0;

/// A quote with what is needed to show it.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    pub event: EventId,
    /// Scalar values of the text, end exclusive.
    pub place: (usize, usize),
    /// Colour of the event's family.
    pub ink: Ink,
    /// What a screen reader says.
    pub name: String,
}

/// How the text is set.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    pub size: f32,
    pub width: f32,
    pub palette: &'static Palette,
    /// The event under the pointer in the timeline, or here a frame ago.
    pub lit: Option<EventId>,
    pub selected: Option<EventId>,
    pub passages: &'a [Passage],
}

/// What the user did with the text.
#[derive(Debug, Default)]
pub struct Touched {
    pub hovered: Option<EventId>,
    pub clicked: Option<EventId>,
    /// Where the selected event's first quote stands.
    pub chosen: Option<Rect>,
}

/// Shows the text, a paragraph at a time.
pub fn show(ui: &mut Ui, text: &str, setting: &Setting<'_>) -> Touched {
    let mut touched = Touched::default();
    let mut start = 0;
    for line in text.split('\n') {
        let length = line.chars().count();
        if !line.trim().is_empty() {
            paragraph(ui, line, start, setting, &mut touched);
            ui.add_space((setting.size * 0.7).round());
        }
        start += length + 1;
    }
    touched
}

fn paragraph(ui: &mut Ui, line: &str, start: usize, setting: &Setting<'_>, touched: &mut Touched) {
    let ink = colour(setting.palette.ink);
    let format = TextFormat {
        line_height: Some((setting.size * LEADING).round()),
        ..TextFormat::simple(font(Face::Serif, setting.size), ink)
    };
    let mut job = LayoutJob::single_section(line.to_owned(), format);
    job.wrap.max_width = setting.width;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    // Not focusable: the keyboard goes to what can be done, and the text is read as one.
    let (rect, response) =
        ui.allocate_exact_size(vec2(setting.width, galley.size().y), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, line));
    let end = start + line.chars().count();
    let here: Vec<(&Passage, Vec<Rect>)> = setting
        .passages
        .iter()
        .filter(|passage| passage.place.0 < end && passage.place.1 > start)
        .map(|passage| {
            let from = passage.place.0.saturating_sub(start);
            let to = passage.place.1.min(end) - start;
            (passage, lines(&galley, rect.min, from, to))
        })
        .collect();
    for (passage, rects) in &here {
        if Some(passage.event) == setting.selected && passage.place.0 >= start {
            touched.chosen = touched.chosen.or(rects.first().copied());
        }
    }
    if !ui.is_rect_visible(rect.expand2(vec2(MARGIN + MARK, 0.0))) {
        return;
    }
    for (passage, rects) in &here {
        tint(ui, passage, rects, rect.left(), setting);
    }
    let galley = Arc::clone(&galley);
    LabelSelectionState::label_text_selection(ui, &response, rect.min, galley, ink, Stroke::NONE);
    for (passage, rects) in &here {
        touch(ui, passage, rects, touched);
    }
}

/// The rectangles of a range of characters, one a line.
fn lines(galley: &Galley, at: Pos2, from: usize, to: usize) -> Vec<Rect> {
    let mut rects = Vec::new();
    let mut first = 0;
    for placed in &galley.rows {
        let length = placed.char_count_excluding_newline().0;
        let (a, b) = (from.max(first), to.min(first + length));
        if a < b {
            let x = |column: usize| at.x + placed.pos.x + placed.x_offset(CharIndex(column - first));
            let top = at.y + placed.pos.y;
            rects.push(Rect::from_min_max(pos2(x(a), top), pos2(x(b), top + placed.height())));
        }
        first += placed.char_count_including_newline().0;
    }
    rects
}

fn tint(ui: &Ui, passage: &Passage, rects: &[Rect], left: f32, setting: &Setting<'_>) {
    let is_lit = setting.lit == Some(passage.event);
    let part = match (is_lit, setting.selected == Some(passage.event)) {
        (true, _) => 0.34,
        (false, true) => 0.24,
        (false, false) => 0.10,
    };
    let ground = colour(passage.ink.faded(part));
    for rect in rects {
        ui.painter().rect_filled(rect.expand2(vec2(2.0, -1.5)), 0.0, ground);
    }
    if let Some((top, bottom)) = rects.first().zip(rects.last()) {
        let width = if is_lit { MARK + 1.0 } else { MARK };
        let bar = Rect::from_min_max(
            pos2(left - MARGIN - width, top.top() + 1.5),
            pos2(left - MARGIN, bottom.bottom() - 1.5),
        );
        let strong = if part > 0.2 { 1.0 } else { 0.55 };
        ui.painter().rect_filled(bar, 0.0, colour(passage.ink.faded(strong)));
    }
}

fn touch(ui: &Ui, passage: &Passage, rects: &[Rect], touched: &mut Touched) {
    for (at, rect) in rects.iter().enumerate() {
        let id = ui.scope_id().with(("quote", passage.event, passage.place, at, rect.left() as i64));
        let line = ui.interact(*rect, id, Sense::CLICK).on_hover_cursor(CursorIcon::PointingHand);
        if at == 0 {
            line.widget_info(|| WidgetInfo::labeled(Role::Link, true, &passage.name));
        }
        if line.hovered() {
            touched.hovered = Some(passage.event);
        }
        if line.clicked() {
            touched.clicked = Some(passage.event);
        }
    }
}
