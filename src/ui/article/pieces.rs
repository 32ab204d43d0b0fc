//! A text cut into pieces that are laid out one by one: only what is in sight costs a frame.
//!
//! A piece is a paragraph, or a part of one that is too long to be laid out at once. Heights that are not known yet are
//! estimated, and measured some at a time.

use std::ops::Range;

/// Most scalar values of a piece.
const MOST: usize = 2_000;
/// Scalar values that are measured in one frame besides those in sight.
const AT_ONCE: usize = 20_000;

/// A part of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub bytes: Range<usize>,
    /// Scalar values before it.
    pub start: usize,
    /// Scalar values in it.
    pub length: usize,
    /// Whether a paragraph ends with it.
    pub ends: bool,
    height: Option<f32>,
}

/// What pieces were made for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Made {
    pub article: String,
    pub rev: u32,
    pub bytes: usize,
    pub width: f32,
    pub size: f32,
}

/// All pieces of a text.
#[derive(Debug, Clone, Default)]
pub struct Pieces {
    made: Made,
    all: Vec<Piece>,
    /// Top of each, and the end of the last, below the text's top.
    tops: Vec<f32>,
    /// From here on some heights are estimated.
    measured: usize,
}

impl Pieces {
    /// Cuts the text anew where it is another one, or set in another way.
    pub fn keep_up(&mut self, text: &str, made: Made, estimate: impl Fn(&Piece) -> f32) {
        if self.made == made && !self.tops.is_empty() {
            return;
        }
        *self = Self { made, all: cut(text), tops: Vec::new(), measured: 0 };
        self.stack(&estimate);
    }

    /// All of them.
    pub fn all(&self) -> &[Piece] {
        &self.all
    }

    /// Height of the whole text.
    pub fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// Top of a piece below the text's top.
    pub fn top(&self, at: usize) -> f32 {
        self.tops.get(at).copied().unwrap_or(0.0)
    }

    /// The pieces that lie between two heights.
    pub fn between(&self, from: f32, to: f32) -> Range<usize> {
        let first = self.tops.partition_point(|top| *top <= from).saturating_sub(1);
        let end = self.tops.partition_point(|top| *top < to).min(self.all.len());
        first.min(end)..end
    }

    /// The piece that holds a scalar value.
    pub fn holding(&self, scalar: usize) -> Option<usize> {
        self.all.partition_point(|piece| piece.start <= scalar).checked_sub(1)
    }

    /// Measures pieces in sight, and some more; gives back whether any are left, and how far the first one in sight has
    /// moved down by it.
    pub fn measure(
        &mut self,
        sight: Range<usize>,
        measure: impl Fn(&Piece) -> f32,
        estimate: impl Fn(&Piece) -> f32,
    ) -> (bool, f32) {
        let before = self.top(sight.start);
        let mut news = false;
        let mut left = AT_ONCE;
        for at in sight.clone() {
            news |= self.measure_one(at, &measure);
        }
        while self.measured < self.all.len() && left > 0 {
            let at = self.measured;
            left = left.saturating_sub(self.all[at].length + 1);
            news |= self.measure_one(at, &measure);
            self.measured += 1;
        }
        if news {
            self.stack(&estimate);
        }
        (self.measured < self.all.len(), self.top(sight.start) - before)
    }

    fn measure_one(&mut self, at: usize, measure: impl Fn(&Piece) -> f32) -> bool {
        let Some(piece) = self.all.get_mut(at).filter(|piece| piece.height.is_none()) else { return false };
        piece.height = Some(measure(piece));
        true
    }

    fn stack(&mut self, estimate: impl Fn(&Piece) -> f32) {
        let mut top = 0.0;
        self.tops.clear();
        self.tops.push(top);
        for piece in &self.all {
            top += piece.height.unwrap_or_else(|| estimate(piece));
            self.tops.push(top);
        }
    }
}

/// Cuts a text into paragraphs, and long ones where a sentence or a word ends.
fn cut(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut start, mut byte) = (0, 0);
    for line in text.split('\n') {
        let mut rest = line;
        let mut from = byte;
        while !rest.is_empty() {
            let end = end_of_piece(rest);
            let (piece, after) = rest.split_at(end);
            let length = piece.chars().count();
            if !piece.trim().is_empty() {
                let ends = after.trim().is_empty();
                pieces.push(Piece { bytes: from..from + end, start, length, ends, height: None });
            }
            start += length;
            from += end;
            rest = after;
        }
        byte += line.len() + 1;
        start += 1;
    }
    pieces
}

/// The byte where a piece ends that begins with `rest`.
fn end_of_piece(rest: &str) -> usize {
    let Some((most, _)) = rest.char_indices().nth(MOST) else { return rest.len() };
    let head = &rest[..most];
    let sentence = head.rfind(". ").map(|at| at + 2).filter(|at| *at > most / 2);
    sentence.or_else(|| head.rfind(' ').map(|at| at + 1).filter(|at| *at > most / 2)).unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Pieces {
        let mut pieces = Pieces::default();
        pieces.keep_up(text, Made { bytes: text.len(), ..Made::default() }, |piece| piece.length as f32);
        pieces
    }

    #[test]
    fn a_line_of_a_million_letters_is_cut_and_nothing_of_it_is_lost() {
        let text = "Посол уехал. ".repeat(80_000);
        let pieces = whole(&text);
        assert!(pieces.all().iter().all(|piece| piece.length <= MOST));
        let mut scalar = 0;
        for piece in pieces.all() {
            assert_eq!(piece.start, scalar);
            assert_eq!(text[piece.bytes.clone()].chars().count(), piece.length);
            scalar += piece.length;
        }
        assert_eq!(scalar, text.chars().count());
        assert!(text[pieces.all()[0].bytes.clone()].ends_with(". "), "cut where a sentence ends");
    }

    #[test]
    fn paragraphs_are_pieces_and_empty_lines_are_none() {
        let pieces = whole("One.\n\n  \nTwo 🕊.\nThree");
        let starts: Vec<(usize, usize)> =
            pieces.all().iter().map(|piece| (piece.start, piece.length)).collect();
        assert_eq!(starts, [(0, 4), (9, 6), (16, 5)]);
        assert_eq!(pieces.holding(10), Some(1));
        assert_eq!(pieces.between(0.0, 5.0), 0..2);
        assert_eq!(pieces.height(), 15.0);
    }

    #[test]
    fn measuring_goes_on_by_parts_and_tells_how_far_the_sight_has_moved() {
        let mut pieces = whole(&"word ".repeat(20_000));
        let estimate = |piece: &Piece| piece.length as f32;
        let sight = 30..32;
        let (more, moved) = pieces.measure(sight.clone(), |piece| piece.length as f32 * 2.0, estimate);
        assert!(more && moved > 0.0);
        let mut rounds = 1;
        while pieces.measure(sight.clone(), |piece| piece.length as f32 * 2.0, estimate).0 {
            rounds += 1;
        }
        assert!((3..20).contains(&rounds), "{rounds}");
        assert_eq!(pieces.height(), 200_000.0);
    }
}
