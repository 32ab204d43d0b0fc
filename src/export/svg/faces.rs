//! A bundled face with the letters of one picture alone, for files that carry their faces with them.
//!
//! `subsetter` makes faces for PDF, where nothing but glyphs is asked for. What browsers need beside them is put back: a
//! `cmap` of the letters, and how near those stand to each other that are neighbours in the picture, as a `kern` table.
//! So words are as wide in a browser as they were measured. A ligature becomes its letters, in its own width.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use subsetter::{GlyphRemapper, subset};
use unicode_normalization::UnicodeNormalization;
use write_fonts::read::{FontRef, TableProvider};
use write_fonts::tables::cmap::Cmap;
use write_fonts::types::{GlyphId, Tag};
use write_fonts::{FontBuilder, dump_table};

use crate::scene::{Face, Measure, face_bytes};

static MEASURE: LazyLock<Measure> = LazyLock::new(Measure::default);

/// The face as far as these texts need it; `None` where it can't be made smaller.
#[must_use]
pub fn reduced<'t>(face: Face, texts: impl Iterator<Item = &'t str>) -> Option<Vec<u8>> {
    let whole = FontRef::new(face_bytes(face)).ok()?;
    let (letters, neighbours) = used(texts);
    let known = whole.cmap().ok()?;
    let mut kept = GlyphRemapper::new();
    let mut glyphs: BTreeMap<char, u16> = BTreeMap::new();
    for letter in letters {
        let glyph = known.map_codepoint(letter).and_then(|glyph| u16::try_from(glyph.to_u32()).ok());
        glyphs.extend(glyph.map(|glyph| (letter, kept.remap(glyph))));
    }
    let outlines = subset(face_bytes(face), 0, &kept).ok()?;
    let cmap =
        Cmap::from_mappings(glyphs.iter().map(|(letter, glyph)| (*letter, GlyphId::from(*glyph)))).ok()?;
    let em = f32::from(whole.head().ok()?.units_per_em());
    let mut font = FontBuilder::new();
    font.add_raw(Tag::new(b"cmap"), dump_table(&cmap).ok()?);
    font.add_raw(Tag::new(b"kern"), kern(face, em, &glyphs, &neighbours));
    for tag in [b"OS/2", b"gasp"].map(Tag::new) {
        if let Some(table) = whole.table_data(tag) {
            font.add_raw(tag, table.as_bytes().to_vec());
        }
    }
    font.copy_missing_tables(FontRef::new(&outlines).ok()?);
    Some(font.build())
}

/// The letters of texts, and which of them stand side by side. Letters with a mark of their own count as composed, too:
/// whoever sets them composes them where the face can.
fn used<'t>(texts: impl Iterator<Item = &'t str>) -> (BTreeSet<char>, BTreeSet<(char, char)>) {
    let mut letters = BTreeSet::from([' ']);
    let mut neighbours = BTreeSet::new();
    for text in texts {
        letters.extend(text.chars());
        let composed: Vec<char> = text.nfc().collect();
        letters.extend(&composed);
        neighbours.extend(composed.windows(2).map(|pair| (pair[0], pair[1])));
    }
    (letters, neighbours)
}

/// A table of format 0: what is added to the width of two letters where they are neighbours.
fn kern(face: Face, em: f32, glyphs: &BTreeMap<char, u16>, neighbours: &BTreeSet<(char, char)>) -> Vec<u8> {
    /// Pairs of which the length still fits its field.
    const MOST: usize = 10_000;
    let width = |text: String| MEASURE.width(face, em, &text);
    let nearer = |(left, right): &(char, char)| {
        let pair = (*glyphs.get(left)?, *glyphs.get(right)?);
        let apart = width(left.to_string()) + width(right.to_string());
        let by = (width(format!("{left}{right}")) - apart).round() as i16;
        (by != 0).then_some((pair, by))
    };
    let pairs: BTreeMap<(u16, u16), i16> = neighbours.iter().filter_map(nearer).take(MOST).collect();
    let count = pairs.len() as u16;
    let step = count.checked_ilog2().unwrap_or_default() as u16;
    let reach = if count == 0 { 0 } else { 6 << step };
    // Version, tables; version, length and coverage of the only one; and what helps to search it.
    let head = [0, 1, 0, 14 + 6 * count, 1, count, reach, step, (6 * count) - reach];
    let mut table: Vec<u8> = head.iter().flat_map(|field: &u16| field.to_be_bytes()).collect();
    for ((left, right), by) in pairs {
        table.extend([left.to_be_bytes(), right.to_be_bytes(), by.to_be_bytes()].concat());
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Shaper, lacking_in};

    #[test]
    fn a_reduced_face_is_small_and_sets_its_words_as_wide_as_the_whole_one() {
        let texts = ["AVATAR Tomsk, fifty", "Посольство у Відні", "To. LT Wa — 1,234 é"];
        for face in [Face::Sans, Face::SansSemiBold, Face::Serif, Face::SerifSemiBold] {
            let small = reduced(face, texts.into_iter()).expect("a smaller face");
            assert!(small.len() < 25_000 && small.len() * 10 < face_bytes(face).len(), "{}", small.len());
            let shaper = Shaper::new(&small, 0).expect("a face");
            for text in texts {
                let wide: f32 = shaper.glyphs(&small, text).iter().map(|glyph| glyph.advance).sum();
                let measured = MEASURE.width(face, 1.0, text);
                assert!((wide - measured).abs() < 0.03, "{face:?} {text}: {wide} {measured}");
            }
            let letters = |text: &str| text.chars().collect::<BTreeSet<char>>();
            assert!(lacking_in(&small, 0, &letters(texts[1])).is_empty());
            assert_eq!(lacking_in(&small, 0, &letters("Qß")).len(), 2, "more than was asked for");
        }
    }

    #[test]
    fn no_text_at_all_is_no_reason_to_fail() {
        assert!(reduced(Face::Sans, std::iter::empty()).is_some());
    }
}
