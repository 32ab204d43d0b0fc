//! Faces for text in a PDF: the bundled ones, and the system's for letters that they lack.

use std::collections::BTreeSet;
use std::sync::Arc;

use krilla::geom::Point;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};

use crate::export::account::Entry;
use crate::export::fonts::{BorrowedFace, borrow_faces, borrowed_notice};
use crate::model::Sentence;
use crate::scene::{Face, Glyph, Scene, Shape, Shaper, face_bytes, lacking, lacking_in};

/// Faces as the writer of PDF wants them.
pub struct Faces {
    bundled: [Option<(Font, Shaper)>; 4],
    borrowed: Vec<(BorrowedFace, Option<(Font, Shaper)>)>,
    /// Letters that the bundled faces lack.
    foreign: BTreeSet<char>,
}

/// A piece of a line in one face.
struct Run {
    font: Font,
    glyphs: Vec<Glyph>,
    text: String,
}

impl Faces {
    /// Those for all words of these scenes and entries, and a sentence where some are the system's.
    pub fn for_texts(scenes: &[&Scene], entries: &[Entry]) -> (Self, Vec<Sentence>) {
        let mut letters = BTreeSet::new();
        let mut meet =
            |text: &str| letters.extend(text.chars().filter(|c| !c.is_ascii() && !c.is_whitespace()));
        for shape in scenes.iter().flat_map(|scene| &scene.shapes) {
            if let Shape::Text(line) = shape {
                meet(&line.text);
            }
        }
        for entry in entries {
            meet(&entry.title);
            for source in &entry.sources {
                meet(&source.named());
                source.words.iter().chain(&source.url).for_each(|text| meet(text));
            }
        }
        let foreign: BTreeSet<char> = lacking(&letters).into_iter().collect();
        let (borrowed, notices) = if foreign.is_empty() {
            (Vec::new(), Vec::new())
        } else {
            (borrow_faces(&foreign), vec![borrowed_notice(&foreign)])
        };
        let font = |face| Some((Font::new(face_bytes(face).into(), 0)?, Shaper::new(face_bytes(face), 0)?));
        let bundled = [Face::Sans, Face::SansSemiBold, Face::Serif, Face::SerifSemiBold].map(font);
        let borrowed = borrowed.into_iter().map(|face| {
            let font = Font::new(Arc::new(face.bytes.clone()).into(), face.index);
            let ready = font.zip(Shaper::new(&face.bytes, face.index));
            (face, ready)
        });
        (Self { bundled, borrowed: borrowed.collect(), foreign }, notices)
    }

    /// Sets a line from its left end; gives its width.
    pub fn set(&self, surface: &mut Surface<'_>, at: [f32; 2], face: Face, size: f32, text: &str) -> f32 {
        let mut x = at[0];
        for run in self.runs(face, text) {
            let glyphs: Vec<KrillaGlyph> = run.glyphs.iter().map(glyph).collect();
            surface.draw_glyphs(Point::from_xy(x, at[1]), &glyphs, run.font, &run.text, size, false);
            x += width(&run.glyphs) * size;
        }
        x - at[0]
    }

    /// The same as outlines, which are no text: for the ground behind letters.
    pub fn outline(&self, surface: &mut Surface<'_>, at: [f32; 2], face: Face, size: f32, text: &str) {
        let mut x = at[0];
        for run in self.runs(face, text) {
            let glyphs: Vec<KrillaGlyph> = run.glyphs.iter().map(glyph).collect();
            surface.draw_glyphs(Point::from_xy(x, at[1]), &glyphs, run.font, &run.text, size, true);
            x += width(&run.glyphs) * size;
        }
    }

    /// Width of a line.
    pub fn width(&self, face: Face, size: f32, text: &str) -> f32 {
        self.runs(face, text).iter().map(|run| width(&run.glyphs)).sum::<f32>() * size
    }

    /// A line in pieces of one face each.
    fn runs(&self, face: Face, text: &str) -> Vec<Run> {
        pieces(text, &self.foreign)
            .into_iter()
            .filter_map(|(piece, foreign)| self.run(face, piece, foreign))
            .collect()
    }

    fn run(&self, face: Face, piece: &str, foreign: bool) -> Option<Run> {
        let letters: BTreeSet<char> = piece.chars().filter(|c| self.foreign.contains(c)).collect();
        let lent = foreign.then(|| {
            let lacks = |face: &BorrowedFace| lacking_in(&face.bytes, face.index, &letters).len();
            self.borrowed
                .iter()
                .min_by_key(|(face, _)| lacks(face))
                .filter(|(face, _)| lacks(face) < letters.len())
        });
        let (bytes, ready) = match lent.flatten() {
            Some((face, ready)) => (face.bytes.as_slice(), ready),
            None => (face_bytes(face), &self.bundled[face as usize]),
        };
        let (font, shaper) = ready.as_ref()?;
        Some(Run { font: font.clone(), glyphs: shaper.glyphs(bytes, piece), text: piece.to_owned() })
    }
}

fn width(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.advance).sum()
}

fn glyph(glyph: &Glyph) -> KrillaGlyph {
    let range = glyph.start..glyph.end;
    KrillaGlyph::new(GlyphId::new(glyph.id), glyph.advance, glyph.x, glyph.y, 0.0, range, None)
}

/// A text in pieces of letters that the bundled faces have, and others; blanks and signs between others are theirs.
fn pieces<'t>(text: &'t str, foreign: &BTreeSet<char>) -> Vec<(&'t str, bool)> {
    let mut cuts: Vec<(usize, bool)> = Vec::new();
    let mut neutral_from = None;
    for (at, c) in text.char_indices() {
        let is_foreign = foreign.contains(&c);
        let neutral = !is_foreign && !c.is_alphanumeric();
        match cuts.last() {
            Some((_, true)) if neutral => {
                neutral_from.get_or_insert(at);
            }
            Some((_, now)) if *now == is_foreign => neutral_from = None,
            Some(_) => cuts.push((neutral_from.take().filter(|_| !is_foreign).unwrap_or(at), is_foreign)),
            None => cuts.push((0, is_foreign)),
        }
    }
    let ends = cuts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    cuts.iter().zip(ends).map(|((at, foreign), end)| (&text[*at..end], *foreign)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_where_another_script_begins_and_ends() {
        let foreign: BTreeSet<char> = "אבגד".chars().collect();
        let cut = |text: &'static str| pieces(text, &foreign);
        assert_eq!(cut("abc"), [("abc", false)]);
        assert_eq!(cut("abc אב גד, def"), [("abc ", false), ("אב גד", true), (", def", false)]);
        assert_eq!(cut("אב."), [("אב.", true)]);
        assert!(cut("").is_empty());
    }
}
