//! Shaped glyphs of a line, for surfaces that set them one by one.

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};

/// A glyph with its place after the one before; lengths are parts of the text's size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// In the face.
    pub id: u32,
    pub advance: f32,
    pub x: f32,
    pub y: f32,
    /// The bytes of the text that it stands for; glyphs of one cluster share them.
    pub start: usize,
    pub end: usize,
}

/// A face that is ready to shape text: what its tables say is read once.
pub struct Shaper {
    data: ShaperData,
    index: u32,
}

impl std::fmt::Debug for Shaper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shaper").field("index", &self.index).finish_non_exhaustive()
    }
}

impl Shaper {
    /// Of a face's bytes; `None` where they are none.
    #[must_use]
    pub fn new(face: &[u8], index: u32) -> Option<Self> {
        let font = FontRef::from_index(face, index).ok()?;
        Some(Self { data: ShaperData::new(&font), index })
    }

    /// The glyphs of a text, from left to right; `face` is what it was made of.
    #[must_use]
    pub fn glyphs(&self, face: &[u8], text: &str) -> Vec<Glyph> {
        let Ok(font) = FontRef::from_index(face, self.index) else { return Vec::new() };
        let shaping = self.data.shaper(&font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaped = shaping.shape(buffer, ShapeOptions::new());
        let em = shaping.units_per_em() as f32;
        let mut starts: Vec<usize> =
            shaped.glyph_infos().iter().map(|info| info.cluster as usize).chain([text.len()]).collect();
        starts.sort_unstable();
        starts.dedup();
        let end_of = |start: usize| {
            let next = starts.partition_point(|known| *known <= start);
            starts.get(next).copied().unwrap_or(text.len())
        };
        let places = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        let glyph = |(info, place): (&harfrust::GlyphInfo, &harfrust::GlyphPosition)| Glyph {
            id: info.glyph_id,
            advance: place.x_advance as f32 / em,
            x: place.x_offset as f32 / em,
            y: place.y_offset as f32 / em,
            start: info.cluster as usize,
            end: end_of(info.cluster as usize),
        };
        places.map(glyph).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Face, Measure, face_bytes};

    #[test]
    fn glyphs_are_as_wide_as_the_measure_says_and_stand_for_all_letters() {
        let text = "Посольство — fi AVA";
        let bytes = face_bytes(Face::Sans);
        let glyphs = Shaper::new(bytes, 0).expect("a face").glyphs(bytes, text);
        let wide: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
        assert!((wide - Measure::default().width(Face::Sans, 1.0, text)).abs() < 1e-4);
        assert!(glyphs.iter().all(|glyph| glyph.id != 0 && text.is_char_boundary(glyph.end)));
        assert_eq!(
            (glyphs.first().map(|g| g.start), glyphs.last().map(|g| g.end)),
            (Some(0), Some(text.len()))
        );
    }
}
