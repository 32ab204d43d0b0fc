//! An article's text: set for reading, its quotes tinted, with marks in the margin, and words that can be selected.
//!
//! Places are counted in Unicode scalar values, in the case and in egui alike. Only what is in sight is laid out.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{CharIndex, LayoutJob, TextFormat};
use egui::{
    CursorIcon, Event, Galley, Id, Pos2, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::model::EventId;
use crate::scene::{Face, Ink, Palette};

use super::super::look::{colour, font};
use super::caret::{Caret, Ground};
use super::pieces::{Made, Piece, Pieces};
use super::{LETTER, SIDE};

/// Height of a line in sizes of its text.
const LEADING: f32 = 1.55;
/// Between the margin's mark and the text.
const MARGIN: f32 = 12.0;
const MARK: f32 = 3.0;
/// Air over the text and under it.
const TOP: f32 = 8.0;
const BOTTOM: f32 = 16.0;

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
#[derive(Debug, Clone)]
pub struct Setting<'a> {
    pub text: &'a str,
    pub article: &'a str,
    /// What a screen reader calls the text.
    pub name: &'a str,
    pub rev: u32,
    pub size: f32,
    pub palette: &'static Palette,
    /// The event under the pointer in the timeline, or here a frame ago.
    pub lit: Option<EventId>,
    /// The passage that was gone to.
    pub chosen: Option<usize>,
    /// Words that were found, and whether they are gone to before the passage.
    pub found: Option<(usize, usize)>,
    pub to_found: bool,
    pub selected: Option<EventId>,
    pub passages: &'a [Passage],
}

/// Words that are selected: scalar values, from where it began to where it is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selected {
    pub from: usize,
    pub to: usize,
}

impl Selected {
    /// In the order of the text.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.from.min(self.to)..self.from.max(self.to)
    }
}

/// What the text remembers between frames.
#[derive(Debug, Default)]
pub struct TextView {
    pieces: Pieces,
    pub selected: Option<Selected>,
    /// Whether words are being selected in this moment.
    pub selecting: bool,
    /// How far what is in sight has moved, to be scrolled in the next frame.
    pub moved: f32,
    /// Whether the text is to take the keyboard.
    pub focus: bool,
    caret: Caret,
}

/// What the user did with the text.
#[derive(Debug, Default)]
pub struct Touched {
    pub hovered: Option<EventId>,
    pub clicked: Option<usize>,
    /// Where the selected words begin, in sight.
    pub words: Option<Rect>,
}

struct Laid {
    at: usize,
    rect: Rect,
    galley: Arc<Galley>,
}

impl TextView {
    /// Shows what is in sight of the text; `viewport` as a scroll area says it.
    pub fn show(&mut self, ui: &mut Ui, viewport: Rect, setting: &Setting<'_>, go: bool) -> Touched {
        let width = (ui.available_width() - 2.0 * SIDE).max(80.0);
        let estimate = |piece: &Piece| estimated(piece, setting.size, width);
        let made = Made {
            article: setting.article.to_owned(),
            rev: setting.rev,
            bytes: setting.text.len(),
            width,
            size: setting.size,
        };
        self.pieces.keep_up(setting.text, made, estimate);
        let sight = self.pieces.between(viewport.top() - TOP, viewport.bottom() - TOP);
        let measure = |piece: &Piece| layout(ui, piece, setting, width).size().y + gap(piece, setting.size);
        let (more, moved) = self.pieces.measure(sight.clone(), measure, estimate);
        self.moved = moved;
        if more {
            ui.ctx().request_repaint();
        }
        let origin = ui.min_rect().min + vec2(SIDE, TOP);
        ui.set_min_size(vec2(width + 2.0 * SIDE, self.pieces.height() + TOP + BOTTOM));
        let first = setting.chosen.and_then(|at| setting.passages.get(at)).map(|passage| passage.place.0);
        let top = self.pieces.all().get(sight.start).map_or(0, |piece| piece.start);
        let laid: Vec<Laid> = sight
            .filter_map(|at| {
                let galley = layout(ui, self.pieces.all().get(at)?, setting, width);
                let min = origin + vec2(0.0, self.pieces.top(at));
                Some(Laid { at, rect: Rect::from_min_size(min, vec2(width, galley.size().y)), galley })
            })
            .collect();
        let area = self.area(ui, setting);
        self.select(ui, &area, &laid, setting);
        let mut touched = Touched::default();
        for one in &laid {
            self.piece(ui, one, setting, &mut touched);
        }
        let ground = Ground { pieces: &self.pieces, setting, width, origin };
        self.caret.walk(ui, &area, ground, &mut self.selected, first.unwrap_or(top));
        if go {
            self.go(ui, setting, origin, width);
        }
        touched
    }

    /// The place where the pointer selects words, and that Tab reaches.
    fn area(&mut self, ui: &Ui, setting: &Setting<'_>) -> Response {
        let sense = Sense::CLICK | Sense::DRAG | Sense::FOCUSABLE;
        let area = ui.interact(ui.clip_rect(), ui.scope_id().with("words"), sense);
        area.widget_info(|| WidgetInfo::labeled(Role::Document, true, setting.name));
        if std::mem::take(&mut self.focus) {
            area.request_focus();
        }
        if area.has_focus() {
            let edge = Stroke::new(1.5, colour(setting.palette.accent));
            let ring = ui.clip_rect().shrink2(vec2(SIDE / 2.0, 1.0));
            ui.painter().rect_stroke(ring, 4.0, edge, egui::StrokeKind::Inside);
        }
        area
    }

    /// Scrolls to the passage that was gone to, or to the text's top.
    fn go(&self, ui: &Ui, setting: &Setting<'_>, origin: Pos2, width: f32) {
        let passage = setting.chosen.and_then(|at| setting.passages.get(at)).map(|passage| passage.place);
        let place = setting.found.filter(|_| setting.to_found).or(passage);
        let at = place.and_then(|place| self.pieces.holding(place.0));
        let Some((place, at)) = place.zip(at) else {
            let top = Rect::from_min_size(origin - vec2(0.0, TOP), vec2(width, 1.0));
            ui.scroll_to_rect(top, Some(egui::Align::TOP));
            return;
        };
        let Some(piece) = self.pieces.all().get(at) else { return };
        let galley = layout(ui, piece, setting, width);
        let (from, to) = (place.0 - piece.start, place.1.saturating_sub(piece.start));
        let rects = lines(&galley, origin + vec2(0.0, self.pieces.top(at)), from, to.min(piece.length));
        if let Some(first) = rects.first() {
            ui.scroll_to_rect(first.expand(24.0), Some(egui::Align::Center));
        }
    }

    fn piece(&self, ui: &Ui, laid: &Laid, setting: &Setting<'_>, touched: &mut Touched) {
        let Some(piece) = self.pieces.all().get(laid.at) else { return };
        let words = &setting.text[piece.bytes.clone()];
        let id = ui.scope_id().with(("piece", piece.start));
        ui.interact(laid.rect, id, Sense::hover())
            .widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, words));
        let end = piece.start + piece.length;
        let within = |(from, to): (usize, usize)| -> Vec<Rect> {
            if from >= end || to <= piece.start {
                return Vec::new();
            }
            lines(&laid.galley, laid.rect.min, from.saturating_sub(piece.start), to.min(end) - piece.start)
        };
        let here: Vec<(usize, &Passage, Vec<Rect>)> = setting
            .passages
            .iter()
            .enumerate()
            .map(|(at, passage)| (at, passage, within(passage.place)))
            .filter(|(.., rects)| !rects.is_empty())
            .collect();
        for (_, passage, rects) in &here {
            tint(ui, passage, rects, laid.rect.left(), setting);
        }
        if let Some(found) = setting.found {
            let (from, to) = (found.0.saturating_sub(piece.start), found.1.saturating_sub(piece.start));
            let found_words: String = words.chars().skip(from).take(to.saturating_sub(from)).collect();
            mark_found(ui, laid.at, &found_words, &within(found), setting);
        }
        if let Some(selected) = self.selected.map(Selected::range) {
            for rect in within((selected.start, selected.end)) {
                ui.painter().rect_filled(rect.expand2(vec2(1.0, 0.0)), 0.0, ui.visuals().selection.bg_fill);
                touched.words = touched.words.or(Some(rect));
            }
        }
        let ink = colour(setting.palette.ink);
        ui.painter().galley(laid.rect.min, Arc::clone(&laid.galley), ink);
        for (at, passage, rects) in &here {
            touch(ui, *at, passage, rects, touched);
        }
    }

    /// Selects words: by dragging, a word by a double click, to here by Shift and a click.
    fn select(&mut self, ui: &Ui, area: &Response, laid: &[Laid], setting: &Setting<'_>) {
        let at = |pos: Pos2| {
            self.pieces.all().len().checked_sub(1).and_then(|_| place_at(&self.pieces, laid, pos))
        };
        let (origin, now, shift) = ui.input(|input| {
            (input.pointer.press_origin(), input.pointer.interact_pos(), input.modifiers.shift)
        });
        if area.drag_started() {
            let from = self.selected.filter(|_| shift).map(|selected| selected.from);
            let from = from.or_else(|| origin.and_then(at));
            self.selected = from.map(|from| Selected { from, to: from });
            // So that Shift and the arrows go on from here.
            area.request_focus();
        }
        self.selecting = area.dragged();
        if let (true, Some(selected), Some(to)) = (area.dragged(), self.selected, now.and_then(at)) {
            self.selected = Some(Selected { to, ..selected });
            scroll_at_edges(ui, now);
        }
        let clicked = area.clicked().then_some(now).flatten().and_then(at);
        match clicked {
            Some(place) if area.triple_clicked() => self.selected = self.paragraph(place),
            Some(place) if area.double_clicked() => {
                self.selected = word_at(setting.text, &self.pieces, place);
            }
            Some(to) if shift && self.selected.is_some() => {
                self.selected = self.selected.map(|selected| Selected { to, ..selected });
            }
            Some(to) if area.has_focus() => self.selected = Some(Selected { from: to, to }),
            Some(_) => self.selected = None,
            None => {}
        }
        if area.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::Text);
        }
        self.copy(ui, setting.text);
    }

    fn paragraph(&self, place: usize) -> Option<Selected> {
        let piece = self.pieces.all().get(self.pieces.holding(place)?)?;
        Some(Selected { from: piece.start, to: piece.start + piece.length })
    }

    fn copy(&self, ui: &Ui, text: &str) {
        if ui.ctx().text_edit_focused() {
            return;
        }
        let asked = ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy)));
        if let Some((words, _)) =
            self.selected.filter(|_| asked).and_then(|selected| words_of(text, selected))
        {
            ui.ctx().copy_text(words);
        }
    }
}

/// The selected words without the white space around them, and their place.
#[must_use]
pub fn words_of(text: &str, selected: Selected) -> Option<(String, (usize, usize))> {
    let range = selected.range();
    let words: String = text.chars().skip(range.start).take(range.len()).collect();
    let before = words.chars().take_while(|c| c.is_whitespace()).count();
    let trimmed = words.trim();
    let start = range.start + before;
    (!trimmed.is_empty()).then(|| (trimmed.to_owned(), (start, start + trimmed.chars().count())))
}

/// A selection with the rest of the words that it begins and ends in.
#[must_use]
pub fn in_whole_words(text: &str, selected: Selected) -> Selected {
    /// No word is longer.
    const LONG: usize = 64;
    let range = selected.range();
    let inner = |one: Option<char>, other: Option<char>| {
        one.zip(other).is_some_and(|(one, other)| one.is_alphanumeric() && other.is_alphanumeric())
    };
    let first = range.start.saturating_sub(LONG);
    let near: Vec<char> = text.chars().skip(first).take(range.end + LONG - first).collect();
    let joined =
        |at: usize| at > first && inner(near.get(at - 1 - first).copied(), near.get(at - first).copied());
    let from = (first..=range.start).rev().find(|at| !joined(*at)).unwrap_or(range.start);
    let to = (range.end..=first + near.len()).find(|at| !joined(*at)).unwrap_or(range.end);
    Selected { from, to }
}

/// The scalar value nearest to a point.
fn place_at(pieces: &Pieces, laid: &[Laid], pos: Pos2) -> Option<usize> {
    let under = laid.iter().rev().find(|one| pos.y >= one.rect.top()).or(laid.first())?;
    let piece = pieces.all().get(under.at)?;
    let index = under.galley.cursor_from_pos(pos - under.rect.min).index.0;
    Some(piece.start + index.min(piece.length))
}

/// The word around a place.
fn word_at(text: &str, pieces: &Pieces, place: usize) -> Option<Selected> {
    let piece = pieces.all().get(pieces.holding(place)?)?;
    let letters: Vec<char> = text[piece.bytes.clone()].chars().collect();
    let is_word = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
    let at = (place - piece.start).min(letters.len());
    let before = letters[..at].iter().rev().take_while(|c| is_word(c)).count();
    let after = letters[at..].iter().take_while(|c| is_word(c)).count();
    let (from, to) = (place - before, place + after);
    (from < to).then_some(Selected { from, to })
}

/// While words are selected beyond the pane's edge, the text moves.
fn scroll_at_edges(ui: &Ui, pointer: Option<Pos2>) {
    let (Some(pointer), clip) = (pointer, ui.clip_rect()) else { return };
    let over = (pointer.y - clip.bottom()).max(0.0) - (clip.top() - pointer.y).max(0.0);
    if over != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -over.clamp(-24.0, 24.0)));
        ui.ctx().request_repaint();
    }
}

/// A piece of the text, set in lines.
pub fn layout(ui: &Ui, piece: &Piece, setting: &Setting<'_>, width: f32) -> Arc<Galley> {
    let format = TextFormat {
        line_height: Some((setting.size * LEADING).round()),
        ..TextFormat::simple(font(Face::Serif, setting.size), colour(setting.palette.ink))
    };
    let words = setting.text.get(piece.bytes.clone()).unwrap_or_default();
    let mut job = LayoutJob::single_section(words.to_owned(), format);
    job.wrap.max_width = width;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

fn gap(piece: &Piece, size: f32) -> f32 {
    if piece.ends { (size * 0.7).round() } else { 0.0 }
}

fn estimated(piece: &Piece, size: f32, width: f32) -> f32 {
    let rows = (piece.length as f32 * LETTER * size / width).ceil().max(1.0);
    rows * (size * LEADING).round() + gap(piece, size)
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

/// Words that were searched for: a tint that no family has, and a line under them.
fn mark_found(ui: &Ui, piece: usize, words: &str, rects: &[Rect], setting: &Setting<'_>) {
    let (ground, edge) = (setting.palette.accent.faded(0.22), setting.palette.accent);
    for (line, rect) in rects.iter().enumerate() {
        ui.painter().rect_filled(rect.expand2(vec2(1.0, -1.5)), 2.0, colour(ground));
        ui.painter().hline(rect.x_range(), rect.bottom() - 2.0, (1.5, colour(edge)));
        if line == 0 {
            let id = ui.scope_id().with(("found", piece));
            ui.interact(*rect, id, Sense::hover())
                .widget_info(|| WidgetInfo::labeled(Role::Mark, true, words));
        }
    }
}

fn touch(ui: &Ui, at: usize, passage: &Passage, rects: &[Rect], touched: &mut Touched) {
    for (line, rect) in rects.iter().enumerate() {
        let id: Id = ui.scope_id().with(("quote", passage.event, passage.place, line, rect.left() as i64));
        let response = ui.interact(*rect, id, Sense::CLICK).on_hover_cursor(CursorIcon::PointingHand);
        if line == 0 {
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &passage.name));
        }
        if response.hovered() {
            touched.hovered = Some(passage.event);
        }
        if response.clicked() {
            touched.clicked = Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selected_words_are_taken_without_the_space_around_them_in_either_direction() {
        let text = "Посол 🕊 уехал вчера";
        let taken = words_of(text, Selected { from: 14, to: 5 });
        assert_eq!(taken, Some(("🕊 уехал".to_owned(), (6, 13))));
        assert_eq!(words_of(text, Selected { from: 5, to: 6 }), None);
        for (from, to, whole) in [(10, 15, (8, 19)), (8, 13, (8, 13)), (17, 19, (14, 19)), (5, 6, (5, 6))] {
            let (from_whole, to_whole) = whole;
            let taken = in_whole_words(text, Selected { from, to });
            assert_eq!((taken.from, taken.to), (from_whole, to_whole), "{from} to {to}");
        }
    }
}
