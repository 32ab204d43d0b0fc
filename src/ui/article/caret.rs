//! The caret in an article's text: words are selected by keys as by the pointer.
//!
//! Arrows move it, Shift selects, Ctrl goes by words and paragraphs; only while the text has the keyboard.

use egui::text::{CCursor, CharIndex};
use egui::{Event, EventFilter, Galley, Key, Modifiers, Pos2, Rect, Response, Ui, vec2};

use super::pieces::{Piece, Pieces};
use super::text::{Selected, Setting, layout};

/// How far one key goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Letter,
    Word,
    Line,
    /// To the line's end or beginning.
    LineEnd,
    Paragraph,
    /// To the text's end or beginning.
    Text,
}

/// A key that moves the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Move {
    step: Step,
    forward: bool,
    /// What was selected grows or shrinks instead of going.
    extend: bool,
}

/// What the caret remembers between frames.
#[derive(Debug, Clone, Copy, Default)]
pub struct Caret {
    /// Where lines are entered while going up and down.
    goal: Option<f32>,
}

/// The text that the caret stands in, and how it is set.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    pub pieces: &'a Pieces,
    pub setting: &'a Setting<'a>,
    pub width: f32,
    /// Where the first piece stands.
    pub origin: Pos2,
}

impl Caret {
    /// Moves by the keys of this frame, where the text has them; `first` is where the caret begins.
    pub fn walk(
        &mut self,
        ui: &Ui,
        area: &Response,
        ground: Ground<'_>,
        selected: &mut Option<Selected>,
        first: usize,
    ) {
        if !area.has_focus() {
            return;
        }
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(area.id, filter));
        let moves = pressed(ui);
        let mut now = selected.unwrap_or(Selected { from: first, to: first });
        for one in &moves {
            if one.step != Step::Line {
                self.goal = None;
            }
            let to = self.stepped(ui, ground, now, *one);
            now = Selected { from: if one.extend { now.from } else { to }, to };
        }
        if !moves.is_empty() || area.gained_focus() {
            ui.scroll_to_rect(place(ui, ground, now.to).expand(24.0), None);
        }
        *selected = Some(now);
        let at = place(ui, ground, now.to);
        let ink = super::super::look::colour(ground.setting.palette.accent);
        ui.painter().vline(at.left().round(), at.y_range().shrink(2.0), (2.0, ink));
    }

    fn stepped(&mut self, ui: &Ui, ground: Ground<'_>, from: Selected, one: Move) -> usize {
        let pieces = ground.pieces;
        match one.step {
            Step::Line => self.line(ui, ground, from.to, one.forward),
            Step::LineEnd => line_end(ui, ground, from.to, one.forward),
            Step::Letter => letter(pieces, from.to, one.forward),
            Step::Word => word(ground.setting.text, pieces, from.to, one.forward),
            Step::Paragraph => paragraph(pieces, from.to, one.forward),
            Step::Text => match (one.forward, pieces.all().last()) {
                (true, Some(last)) => last.start + last.length,
                _ => 0,
            },
        }
    }

    fn line(&mut self, ui: &Ui, ground: Ground<'_>, from: usize, forward: bool) -> usize {
        let pieces = ground.pieces;
        let Some((at, piece)) = piece_of(pieces, from) else { return from };
        let galley = layout(ui, piece, ground.setting, ground.width);
        let cursor = cursor(piece, from);
        let goal = self.goal.unwrap_or_else(|| galley.pos_from_cursor(cursor).center().x);
        self.goal = Some(goal);
        let (to, _) = if forward {
            galley.cursor_down_one_row(&cursor, Some(goal))
        } else {
            galley.cursor_up_one_row(&cursor, Some(goal))
        };
        let row = |cursor: CCursor| galley.layout_from_cursor(cursor).row;
        if row(to) != row(cursor) {
            return piece.start + to.index.0.min(piece.length);
        }
        let next = if forward { at.checked_add(1) } else { at.checked_sub(1) };
        let Some(next) = next.and_then(|next| pieces.all().get(next)) else { return from };
        let galley = layout(ui, next, ground.setting, ground.width);
        let row = if forward { galley.rows.first() } else { galley.rows.last() };
        let Some(row) = row else { return next.start };
        let middle = row.pos.y + row.height() / 2.0;
        next.start + galley.cursor_from_pos(vec2(goal, middle)).index.0.min(next.length)
    }
}

/// The keys that move the caret, taken from egui.
fn pressed(ui: &Ui) -> Vec<Move> {
    let mut moves = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            let found = meant(*key, *modifiers);
            moves.extend(found);
            found.is_none()
        });
    });
    moves
}

fn meant(key: Key, modifiers: Modifiers) -> Option<Move> {
    if modifiers.alt {
        return None;
    }
    let (near, far, forward) = match key {
        Key::ArrowLeft => (Step::Letter, Step::Word, false),
        Key::ArrowRight => (Step::Letter, Step::Word, true),
        Key::ArrowUp => (Step::Line, Step::Paragraph, false),
        Key::ArrowDown => (Step::Line, Step::Paragraph, true),
        Key::Home => (Step::LineEnd, Step::Text, false),
        Key::End => (Step::LineEnd, Step::Text, true),
        _ => return None,
    };
    let step = if modifiers.command { far } else { near };
    Some(Move { step, forward, extend: modifiers.shift })
}

fn piece_of(pieces: &Pieces, scalar: usize) -> Option<(usize, &Piece)> {
    let at = pieces.holding(scalar).unwrap_or(0);
    Some((at, pieces.all().get(at)?))
}

fn cursor(piece: &Piece, scalar: usize) -> CCursor {
    let index = scalar.saturating_sub(piece.start).min(piece.length);
    CCursor { index: CharIndex(index), prefer_next_row: true }
}

/// Where the caret stands on the screen.
fn place(ui: &Ui, ground: Ground<'_>, scalar: usize) -> Rect {
    let Some((at, piece)) = piece_of(ground.pieces, scalar) else { return Rect::NOTHING };
    let galley = layout(ui, piece, ground.setting, ground.width);
    let rect = galley.pos_from_cursor(cursor(piece, scalar));
    rect.translate(ground.origin.to_vec2() + vec2(0.0, ground.pieces.top(at)))
}

fn line_end(ui: &Ui, ground: Ground<'_>, from: usize, forward: bool) -> usize {
    let Some((_, piece)) = piece_of(ground.pieces, from) else { return from };
    let galley: &Galley = &layout(ui, piece, ground.setting, ground.width);
    let cursor = cursor(piece, from);
    let to = if forward { galley.cursor_end_of_row(&cursor) } else { galley.cursor_begin_of_row(&cursor) };
    piece.start + to.index.0.min(piece.length)
}

/// From a piece's end on to the next piece: what lies between holds no words.
fn letter(pieces: &Pieces, from: usize, forward: bool) -> usize {
    let Some((at, piece)) = piece_of(pieces, from) else { return from };
    let end = piece.start + piece.length;
    match (forward, from.min(end)) {
        (true, place) if place < end => place + 1,
        (true, _) => match pieces.all().get(at + 1) {
            // Two parts of one paragraph meet in one place.
            Some(next) if next.start == end => end + 1,
            Some(next) => next.start,
            None => end,
        },
        (false, place) if place > piece.start => place - 1,
        (false, place) => match at.checked_sub(1).and_then(|before| pieces.all().get(before)) {
            Some(before) => (before.start + before.length).min(place.saturating_sub(1)),
            None => piece.start,
        },
    }
}

/// Forward to the end of a word, back to the beginning of one.
fn word(text: &str, pieces: &Pieces, from: usize, forward: bool) -> usize {
    let Some((mut at, _)) = piece_of(pieces, from) else { return from };
    let mut first = true;
    while let Some(piece) = pieces.all().get(at) {
        let letters: Vec<char> = text.get(piece.bytes.clone()).unwrap_or_default().chars().collect();
        let edge = if forward { 0 } else { letters.len() };
        let inside = from.saturating_sub(piece.start).min(letters.len());
        let here = if std::mem::take(&mut first) { inside } else { edge };
        let passed = if forward {
            end_of_word(&mut letters[here..].iter()).map(|by| here + by)
        } else {
            end_of_word(&mut letters[..here].iter().rev()).map(|by| here - by)
        };
        if let Some(passed) = passed {
            return piece.start + passed;
        }
        at = match (forward, at.checked_sub(1)) {
            (true, _) => at + 1,
            (false, Some(before)) => before,
            (false, None) => return piece.start,
        };
    }
    pieces.all().last().map_or(from, |last| last.start + last.length)
}

/// Letters up to where the next word ends.
fn end_of_word(letters: &mut dyn Iterator<Item = &char>) -> Option<usize> {
    let is_word = |letter: &char| letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '’');
    let (mut passed, mut inside) = (0, false);
    for letter in letters {
        if inside && !is_word(letter) {
            return Some(passed);
        }
        inside |= is_word(letter);
        passed += 1;
    }
    inside.then_some(passed)
}

/// To the paragraph's end, and from there to the end of the next; likewise back.
fn paragraph(pieces: &Pieces, from: usize, forward: bool) -> usize {
    let Some((at, piece)) = piece_of(pieces, from) else { return from };
    let all = pieces.all();
    if forward {
        let first = if from < piece.start + piece.length { at } else { at + 1 };
        let last = (first..all.len()).find(|at| all[*at].ends).or(all.len().checked_sub(1));
        last.map_or(from, |last| all[last].start + all[last].length)
    } else {
        let last = if from > piece.start { at } else { at.saturating_sub(1) };
        let first = (0..=last).rev().find(|at| *at == 0 || all[*at - 1].ends).unwrap_or(0);
        all[first].start
    }
}

#[cfg(test)]
mod tests {
    use super::super::pieces::Made;
    use super::*;

    fn cut(text: &str) -> Pieces {
        let mut pieces = Pieces::default();
        pieces.keep_up(text, Made { bytes: text.len(), ..Made::default() }, |piece| piece.length as f32);
        pieces
    }

    #[test]
    fn the_caret_goes_by_letters_words_and_paragraphs_over_empty_lines_and_back() {
        let text = "Посол уехал.\n\n🕊 The envoy left.";
        let pieces = cut(text);
        let words = |from, forward| word(text, &pieces, from, forward);
        assert_eq!([words(0, true), words(5, true), words(11, true)], [5, 11, 19], "to the ends of words");
        assert_eq!([words(19, false), words(16, false), words(3, false)], [16, 6, 0], "to their beginnings");
        assert_eq!([letter(&pieces, 12, true), letter(&pieces, 14, false)], [14, 12]);
        assert_eq!(
            [letter(&pieces, 0, false), letter(&pieces, 31, true)],
            [0, 31],
            "no further than the text"
        );
        assert_eq!([paragraph(&pieces, 0, true), paragraph(&pieces, 12, true)], [12, 31]);
        assert_eq!([paragraph(&pieces, 31, false), paragraph(&pieces, 14, false)], [14, 0]);
    }
}
