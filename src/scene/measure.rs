//! Shaped widths of text from the bundled faces, so that window and paper agree.
//!
//! Summed advances without shaping are up to 1.9 % off (contract 12).

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex};

use harfrust::{
    Direction, FontRef, Script, ShapeOptions, ShapePlan, Shaper, ShaperData, UnicodeBuffer, script,
};

use super::shape::Face;

/// A face's bytes, as bundled.
#[must_use]
pub fn face_bytes(face: Face) -> &'static [u8] {
    match face {
        Face::Sans => include_bytes!("../../assets/fonts/SourceSans3-Regular.ttf"),
        Face::SansSemiBold => include_bytes!("../../assets/fonts/SourceSans3-SemiBold.ttf"),
        Face::Serif => include_bytes!("../../assets/fonts/SourceSerif4-Regular.ttf"),
        Face::SerifSemiBold => include_bytes!("../../assets/fonts/SourceSerif4-SemiBold.ttf"),
    }
}

/// The family's name and weight, as an SVG names them.
#[must_use]
pub fn face_name(face: Face) -> (&'static str, u16) {
    match face {
        Face::Sans => ("Source Sans 3", 400),
        Face::SansSemiBold => ("Source Sans 3", 600),
        Face::Serif => ("Source Serif 4", 400),
        Face::SerifSemiBold => ("Source Serif 4", 600),
    }
}

/// Text of a face, a script and a direction.
type Written = (Face, Script, Direction);

/// Measures text; shaped once, kept by face and text.
pub struct Measure {
    fonts: [Option<(FontRef<'static>, ShaperData)>; 4],
    /// Widths at size 1, of each face: asked for by the text itself, which no frame copies for that.
    known: Mutex<[HashMap<String, f32>; 4]>,
    /// What a face does with a script: to find that out takes longer than to shape a label.
    plans: Mutex<Vec<(Written, Arc<ShapePlan>)>>,
}

/// More texts of a face than this are not kept: a scene has a few hundred.
const KEPT: usize = 20_000;

impl Default for Measure {
    fn default() -> Self {
        let font = |face| {
            let font = FontRef::new(face_bytes(face)).ok()?;
            let data = ShaperData::new(&font);
            Some((font, data))
        };
        let fonts = [Face::Sans, Face::SansSemiBold, Face::Serif, Face::SerifSemiBold].map(font);
        Self { fonts, known: Mutex::default(), plans: Mutex::default() }
    }
}

impl Measure {
    /// Width of a line in points.
    #[must_use]
    pub fn width(&self, face: Face, size: f32, text: &str) -> f32 {
        let Ok(mut known) = self.known.lock() else { return self.shape(face, text) * size };
        let known = &mut known[face as usize];
        if let Some(width) = known.get(text) {
            return width * size;
        }
        let width = self.shape(face, text);
        if known.len() >= KEPT {
            known.clear();
        }
        known.insert(text.to_owned(), width);
        width * size
    }

    fn shape(&self, face: Face, text: &str) -> f32 {
        let Some((font, data)) = &self.fonts[face as usize] else { return text.chars().count() as f32 * 0.5 };
        let shaper = data.shaper(font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let plan = self.plan(face, &shaper, &buffer);
        let glyphs = shaper.shape(buffer, ShapeOptions::new().plan(plan.as_deref()));
        let advance: i32 = glyphs.glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
        advance as f32 / shaper.units_per_em() as f32
    }

    /// The plan for text of one script; numbers and signs have none.
    fn plan(&self, face: Face, shaper: &Shaper<'_>, buffer: &UnicodeBuffer) -> Option<Arc<ShapePlan>> {
        let key = (face, buffer.script(), buffer.direction());
        if key.1 == script::UNKNOWN || buffer.language().is_some() {
            return None;
        }
        let mut plans = self.plans.lock().ok()?;
        if let Some((_, plan)) = plans.iter().find(|(known, _)| *known == key) {
            return Some(Arc::clone(plan));
        }
        let plan = Arc::new(ShapePlan::new(shaper, key.2, Some(key.1), None, &[]));
        plans.push((key, Arc::clone(&plan)));
        Some(plan)
    }

    /// The text, cut with an ellipsis where it is wider than `room`.
    #[must_use]
    pub fn fitted(&self, face: Face, size: f32, text: &str, room: f32) -> String {
        if self.width(face, size, text) <= room {
            return text.to_owned();
        }
        let shorter = |letters: usize| {
            let start: String = text.chars().take(letters).collect();
            start.trim_end().to_owned() + "…"
        };
        // Halved, not cut letter by letter: titles may have thousands.
        let (mut fits, mut too_long) = (0, text.chars().count());
        while too_long - fits > 1 {
            let half = usize::midpoint(fits, too_long);
            if self.shape(face, &shorter(half)) * size <= room { fits = half } else { too_long = half }
        }
        if fits == 0 { String::new() } else { shorter(fits) }
    }

    /// The same in lines of about equal length, for titles.
    #[must_use]
    pub fn balanced(&self, face: Face, size: f32, text: &str, room: f32) -> Vec<String> {
        let lines = self.wrapped(face, size, text, room);
        let mut best = lines.clone();
        let mut narrower = room;
        while lines.len() > 1 && narrower > room * 0.4 {
            narrower -= room * 0.02;
            let tried = self.wrapped(face, size, text, narrower);
            if tried.len() > lines.len() || tried.iter().any(|line| self.width(face, size, line) > narrower) {
                break;
            }
            best = tried;
        }
        best
    }

    /// The text in lines no wider than `room`, broken between words; a word that is wider, as of a script that knows no
    /// blanks, is broken between its letters.
    #[must_use]
    pub fn wrapped(&self, face: Face, size: f32, text: &str, room: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match longer.filter(|line| self.width(face, size, line) <= room) {
                Some(line) => {
                    lines.pop();
                    lines.push(line);
                }
                None if self.width(face, size, word) <= room => lines.push(word.to_owned()),
                None => self.break_word(face, size, word, room, &mut lines),
            }
        }
        lines
    }

    fn break_word(&self, face: Face, size: f32, word: &str, room: f32, lines: &mut Vec<String>) {
        let mut left = word;
        while !left.is_empty() {
            let ends: Vec<usize> =
                left.char_indices().skip(1).map(|(at, _)| at).chain([left.len()]).collect();
            // Halved, not letter by letter; one letter at least, or it would never end.
            let (mut fits, mut too_long) = (0, ends.len());
            while too_long - fits > 1 {
                let half = usize::midpoint(fits, too_long);
                if self.shape(face, &left[..ends[half]]) * size <= room {
                    fits = half;
                } else {
                    too_long = half;
                }
            }
            let (line, rest) = left.split_at(ends[fits]);
            lines.push(line.to_owned());
            left = rest;
        }
    }

    /// The same in so many lines at most: what is more ends with an ellipsis.
    #[must_use]
    pub fn balanced_in(&self, face: Face, size: f32, text: &str, room: f32, most: usize) -> Vec<String> {
        /// Letters of a line that no sheet is wide enough for.
        const LONGEST: usize = 400;
        let is_long = text.chars().nth(most * LONGEST).is_some();
        let shorter: String = text.chars().take(most * LONGEST).collect();
        let lines = self.wrapped(face, size, &shorter, room);
        if lines.len() <= most && !is_long {
            return self.balanced(face, size, text, room);
        }
        let mut lines = lines;
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            // Wider than its room, so that it is cut where there is room for the sign.
            let longer = format!("{last} ……");
            *last = if self.width(face, size, &format!("{last}…")) <= room {
                format!("{last}…")
            } else {
                self.fitted(face, size, &longer, room)
            };
        }
        lines
    }
}

/// The letters that the bundled faces do not have.
#[must_use]
pub fn lacking(letters: &BTreeSet<char>) -> Vec<char> {
    lacking_in(face_bytes(Face::Sans), 0, letters)
}

/// The letters that a face does not have; all of them where the bytes are no face.
#[must_use]
pub fn lacking_in(face: &[u8], index: u32, letters: &BTreeSet<char>) -> Vec<char> {
    let Ok(font) = FontRef::from_index(face, index) else { return letters.iter().copied().collect() };
    let data = ShaperData::new(&font);
    let shaper = data.shaper(&font).build();
    let lacks = |letter: &char| {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(letter.encode_utf8(&mut [0; 4]));
        buffer.guess_segment_properties();
        shaper.shape(buffer, ShapeOptions::new()).glyph_infos().iter().any(|glyph| glyph.glyph_id == 0)
    };
    letters.iter().copied().filter(lacks).collect()
}

impl fmt::Debug for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Measure")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kerning_makes_a_word_narrower_than_its_letters() {
        let measure = Measure::default();
        let whole = measure.width(Face::Sans, 100.0, "AVAVAV");
        let apart: f32 = "AVAVAV".chars().map(|c| measure.width(Face::Sans, 100.0, &c.to_string())).sum();
        assert!(whole < apart, "{whole} {apart}");
    }

    #[test]
    fn cyrillic_is_measured_from_the_bundled_face() {
        let measure = Measure::default();
        let width = measure.width(Face::SansSemiBold, 10.0, "Посольство");
        assert!((40.0..70.0).contains(&width), "{width}");
    }

    #[test]
    fn a_title_wraps_between_words() {
        let measure = Measure::default();
        let text = "He left Brussels as a suspected spy. Then Moscow put him up for Serbia";
        let lines = measure.wrapped(Face::SansSemiBold, 30.0, text, 600.0);
        assert_eq!(lines.join(" "), text);
        assert!(
            lines.len() > 1
                && lines.iter().all(|line| measure.width(Face::SansSemiBold, 30.0, line) <= 600.0)
        );
    }
}
