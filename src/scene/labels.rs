//! Labels: placed by rank, never over each other, a mark, a thread, a pin or a gutter (`drawing.md`, rule L).

use std::cmp::Reverse;

use crate::model::EventId;

use super::pen::{Pen, Setting, text_rect};
use super::shape::{Anchor, Ink, Rect, Stroke};

/// A label that would like to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// Smaller comes first; within a rank the weightier.
    pub rank: (u8, Reverse<u64>),
    pub text: String,
    /// Said where there is no room for the whole.
    pub shorter: Option<String>,
    pub setting: Setting,
    /// The mark that it belongs to.
    pub mark: Rect,
    /// Where its baseline may stand beside the mark, best first.
    pub baselines: Vec<f32>,
    /// Whether it may lie over a gutter.
    pub crosses: bool,
    /// Words, not a number: one in a line of a lane and 220 points.
    pub words: bool,
    pub row: usize,
    /// The event whose words may stand in a numbered note instead.
    pub note: Option<EventId>,
    /// Drawn also over marks: what the user selected, and the stops of threads.
    pub forced: bool,
}

/// Where labels may stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Field<'a> {
    pub left: f32,
    pub right: f32,
    pub top: f32,
    pub bottom: f32,
    pub scale: f32,
    pub leader: Ink,
    /// How many lines of words each row is high.
    pub lines: &'a [usize],
}

impl Field<'_> {
    fn lines_of(&self, row: usize) -> usize {
        self.lines.get(row).copied().unwrap_or(1).max(1)
    }
}

/// Between two labels in words of one lane.
const APART: f32 = 220.0;
/// Between a mark and its label.
const GAP: f32 = 3.0;
/// Around a label.
const AIR: f32 = 1.5;
/// Between words and other words in their line, in sizes of text.
const BETWEEN: f32 = 0.7;
/// How far above its mark a label may float on a leader, in a lane of one line.
const LEADER: f32 = 24.0;
/// A place further down the list, or shorter words, must hide this much less to be taken.
const WORTH_MOVING: f32 = 0.6;

/// Places as many wishes as there is room for, by rank; gives those that found none and may stand in a note.
pub fn place(pen: &mut Pen<'_>, mut wishes: Vec<Wish>, field: &Field<'_>) -> Vec<Wish> {
    wishes.sort_by(|a, b| {
        a.rank
            .cmp(&b.rank)
            .then(a.mark.x.total_cmp(&b.mark.x))
            .then(a.row.cmp(&b.row))
            .then(a.text.cmp(&b.text))
    });
    let mut spoken: Vec<(usize, f32)> = Vec::new();
    let mut left = Vec::new();
    for wish in wishes {
        let near =
            |(row, x): &&(usize, f32)| *row == wish.row && (x - wish.mark.x).abs() < APART * field.scale;
        if wish.words && !wish.forced && spoken.iter().filter(near).count() >= field.lines_of(wish.row) {
            left.extend(wish.note.is_some().then_some(wish));
            continue;
        }
        let short = wish.shorter.clone().map(|text| Wish { text, ..wish.clone() });
        let placed = along(pen, &wish, field)
            || beside(pen, &wish, field)
            || short.is_some_and(|short| beside(pen, &short, field))
            || off(pen, &wish, field)
            || forced(pen, &wish, field);
        if placed && wish.words {
            spoken.push((wish.row, wish.mark.x));
        }
        if !placed && wish.note.is_some() {
            left.push(wish);
        }
    }
    left
}

/// On a bar that is longer than its words, from where it is seen first: so they stay while the bar is panned through.
fn along(pen: &mut Pen<'_>, wish: &Wish, field: &Field<'_>) -> bool {
    let width = pen.measure.width(wish.setting.face, wish.setting.size, &wish.text);
    let left = wish.mark.x.max(field.left) + GAP * field.scale;
    if !wish.words || left + width > wish.mark.x + wish.mark.w {
        return false;
    }
    let at = [left, wish.mark.y - wish.setting.size * 0.24];
    let rect = text_rect(at, width, &wish.setting);
    if !fits(&rect, field) || !pen.is_free(&rect.grown(AIR * field.scale * 0.5), wish.crosses) {
        return false;
    }
    pen.text(at, &wish.text, wish.setting);
    pen.taken.push(rect);
    true
}

/// Right of its mark, else left.
fn beside(pen: &mut Pen<'_>, wish: &Wish, field: &Field<'_>) -> bool {
    let width = pen.measure.width(wish.setting.face, wish.setting.size, &wish.text);
    let gap = GAP * field.scale;
    let (right, left) = (wish.mark.x + wish.mark.w + gap, wish.mark.x - gap);
    for baseline in &wish.baselines {
        for (x, anchor) in [(right, Anchor::Start), (left, Anchor::End)] {
            let setting = Setting { anchor, ..wish.setting };
            let rect = text_rect([x, *baseline], width, &setting);
            if stands_free(pen, wish, field, &rect) {
                pen.text([x, *baseline], &wish.text, setting);
                pen.taken.push(rect);
                return true;
            }
        }
    }
    false
}

/// Above the mark, tied to it by a hairline; in a lane of several lines else below.
fn off(pen: &mut Pen<'_>, wish: &Wish, field: &Field<'_>) -> bool {
    let reach = LEADER * field.scale * (field.lines_of(wish.row) as f32).sqrt();
    let below = field.lines_of(wish.row) > 1;
    [true, false].into_iter().filter(|up| *up || below).any(|up| leading(pen, wish, field, reach, up))
}

/// On a leader that is as short as there is room.
fn leading(pen: &mut Pen<'_>, wish: &Wish, field: &Field<'_>, reach: f32, up: bool) -> bool {
    let width = pen.measure.width(wish.setting.face, wish.setting.size, &wish.text);
    let size = wish.setting.size;
    let middle = wish.mark.x + wish.mark.w / 2.0;
    let edge = if up { wish.mark.y } else { wish.mark.y + wish.mark.h };
    let mut lift = size * 0.35;
    while lift <= reach {
        // From the baseline to where the leader ends: under the words, or over them.
        let (baseline, end) = if up {
            (edge - lift, edge - lift + size * 0.22)
        } else {
            (edge + lift + size * 0.62, edge + lift - size * 0.14)
        };
        for anchor in [Anchor::Start, Anchor::End] {
            let setting = Setting { anchor, ..wish.setting };
            let rect = text_rect([middle, baseline], width, &setting);
            let half = 0.5 * field.scale;
            let leader = (lift > size * 0.5).then(|| Rect::between(middle - half, end, middle + half, edge));
            let crosses_words = leader.is_some_and(|leader| pen.said.meet(&leader));
            if crosses_words || !stands_free(pen, wish, field, &rect) {
                continue;
            }
            if let Some(leader) = leader {
                pen.line([middle, end], [middle, edge], Stroke::plain(0.7 * field.scale, field.leader));
                pen.taken.push(leader);
            }
            pen.text([middle, baseline], &wish.text, setting);
            pen.taken.push(rect);
            return true;
        }
        lift += size * 0.4;
    }
    false
}

/// Whether words may stand there: inside, over nothing, and not so near to others in their line that they read as one.
fn stands_free(pen: &Pen<'_>, wish: &Wish, field: &Field<'_>, rect: &Rect) -> bool {
    let apart = if wish.words { BETWEEN * wish.setting.size } else { 0.0 };
    let with_blanks = Rect { x: rect.x - apart, w: rect.w + 2.0 * apart, ..*rect };
    fits(rect, field)
        && pen.is_free(&rect.grown(AIR * field.scale), wish.crosses)
        && !pen.said.meet(&with_blanks)
}

/// What must be said may lie over marks, on its halo, but never over other words: where it hides least of them.
fn forced(pen: &mut Pen<'_>, wish: &Wish, field: &Field<'_>) -> bool {
    if !wish.forced {
        return false;
    }
    let gap = GAP * field.scale;
    let (right, left) = (wish.mark.x + wish.mark.w + gap, wish.mark.x - gap);
    let mut best: Option<(f32, &String, [f32; 2], Setting, Rect)> = None;
    for text in std::iter::once(&wish.text).chain(&wish.shorter) {
        let width = pen.measure.width(wish.setting.face, wish.setting.size, text);
        for baseline in &wish.baselines {
            for (x, anchor) in [(right, Anchor::Start), (left, Anchor::End)] {
                let setting = Setting { anchor, ..wish.setting };
                let rect = text_rect([x, *baseline], width, &setting);
                if !fits(&rect, field) || pen.said.meet(&rect.grown(AIR)) {
                    continue;
                }
                let hides = pen.taken.hidden(&rect);
                if best.as_ref().is_none_or(|(least, ..)| hides < least * WORTH_MOVING) {
                    best = Some((hides, text, [x, *baseline], setting, rect));
                }
            }
        }
    }
    let Some((_, text, at, setting, rect)) = best else { return false };
    pen.text(at, text, setting);
    pen.taken.push(rect);
    true
}

fn fits(rect: &Rect, field: &Field<'_>) -> bool {
    rect.x >= field.left
        && rect.x + rect.w <= field.right
        && rect.y >= field.top
        && rect.y + rect.h <= field.bottom
}

#[cfg(test)]
mod tests {
    use super::super::measure::Measure;
    use super::super::shape::Shape;
    use super::*;

    const BLACK: Ink = Ink { r: 0, g: 0, b: 0, a: 255 };
    const FIELD: Field<'_> =
        Field { left: 0.0, right: 600.0, top: 0.0, bottom: 200.0, scale: 1.0, leader: BLACK, lines: &[] };

    fn stop() -> Wish {
        Wish {
            rank: (1, Reverse(0)),
            text: "The diplomat leaves Brussels".into(),
            shorter: Some("leaves Brussels".into()),
            setting: Setting::bold(12.0, BLACK),
            mark: Rect { x: 296.0, y: 96.0, w: 8.0, h: 8.0 },
            baselines: vec![94.0, 113.0],
            crosses: false,
            words: false,
            row: 0,
            note: None,
            forced: true,
        }
    }

    fn said(pen: &Pen<'_>) -> Vec<(String, f32)> {
        let text = |shape: &Shape| match shape {
            Shape::Text(line) => Some((line.text.clone(), line.at[1])),
            _ => None,
        };
        pen.shapes.iter().filter_map(text).collect()
    }

    #[test]
    fn what_must_be_said_stands_where_it_hides_least() {
        let measure = Measure::default();
        let mut pen = Pen::new(&measure);
        // Above stand marks in a row on both sides; below only a tip reaches into the words.
        for x in 0..60 {
            pen.taken.push(Rect { x: x as f32 * 10.0, y: 70.0, w: 9.0, h: 24.0 });
        }
        for x in 0..29 {
            pen.taken.push(Rect { x: x as f32 * 10.0, y: 104.0, w: 9.0, h: 20.0 });
        }
        pen.taken.push(Rect { x: 330.0, y: 112.0, w: 9.0, h: 40.0 });
        assert_eq!(place(&mut pen, vec![stop()], &FIELD), []);
        assert_eq!(said(&pen), [("The diplomat leaves Brussels".to_owned(), 113.0)]);
    }

    #[test]
    fn shorter_words_are_said_where_the_whole_would_hide_much_more() {
        let measure = Measure::default();
        let mut pen = Pen::new(&measure);
        for y in [70.0, 104.0] {
            pen.taken.push(Rect { x: 0.0, y, w: 290.0, h: 20.0 });
            for x in 40..60 {
                pen.taken.push(Rect { x: x as f32 * 10.0, y, w: 9.0, h: 20.0 });
            }
            pen.taken.push(Rect { x: 340.0, y, w: 4.0, h: 20.0 });
        }
        assert_eq!(place(&mut pen, vec![stop()], &FIELD), []);
        assert_eq!(said(&pen).len(), 1);
        assert_eq!(said(&pen)[0].0, "leaves Brussels");
    }

    fn label(text: &str, x: f32) -> Wish {
        Wish {
            text: text.into(),
            shorter: None,
            mark: Rect { x, y: 96.0, w: 8.0, h: 8.0 },
            baselines: vec![104.0],
            words: true,
            forced: false,
            ..stop()
        }
    }

    #[test]
    fn a_high_lane_has_as_many_labels_side_by_side_as_lines_and_one_may_stand_below() {
        let measure = Measure::default();
        let wishes = || vec![label("reaches the first town", 100.0), label("reaches the second town", 150.0)];
        let mut low = Pen::new(&measure);
        place(&mut low, wishes(), &FIELD);
        assert_eq!(said(&low).len(), 1);
        let mut high = Pen::new(&measure);
        // What stands above leaves only the room below.
        high.taken.push(Rect { x: 0.0, y: 40.0, w: 600.0, h: 54.0 });
        place(&mut high, wishes(), &Field { lines: &[2], ..FIELD });
        assert_eq!(said(&high).len(), 2);
        assert!(said(&high)[1].1 > 104.0, "{:?}", said(&high));
    }

    #[test]
    fn words_in_one_line_do_not_read_as_one_sentence() {
        let measure = Measure::default();
        let mut pen = Pen::new(&measure);
        let next = |pen: &Pen<'_>| pen.said.meet(&Rect { x: 221.0, y: 96.0, w: 2.0, h: 8.0 });
        pen.text([225.0, 104.0], "no fishing for ten days", stop().setting);
        let width = measure.width(stop().setting.face, stop().setting.size, "reaches Hungary");
        place(&mut pen, vec![label("reaches Hungary", 221.0 - width - 11.0)], &FIELD);
        assert!(!next(&pen), "{:?}", said(&pen));
    }
}
