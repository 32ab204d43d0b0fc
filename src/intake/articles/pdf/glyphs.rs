//! Letters as the library draws them, with their places in points; y grows upwards.

use std::time::Instant;

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// A letter, or the few that one drawn sign stands for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    pub x: f64,
    /// Of the baseline.
    pub y: f64,
    pub width: f64,
    /// Of the font.
    pub size: f64,
    /// Quarter turns that were taken back.
    pub turned: u8,
    pub letters: String,
}

/// Gathers a page's letters.
#[derive(Debug)]
pub(super) struct Glyphs {
    pub all: Vec<Glyph>,
    /// Signs that stand for nobody knows which letter.
    pub unknown: usize,
    until: Instant,
    most: usize,
}

impl Glyphs {
    pub(super) fn new(until: Instant, most: usize) -> Self {
        Self { all: Vec::new(), unknown: 0, until, most }
    }
}

impl OutputDev for Glyphs {
    fn begin_page(
        &mut self,
        _: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        letters: &str,
    ) -> Result<(), OutputError> {
        let too_long = self.all.len().is_multiple_of(1_024) && Instant::now() > self.until;
        if self.all.len() >= self.most || too_long {
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        let size = font_size.abs() * place.m21.hypot(place.m22);
        let width = width * font_size.abs() * place.m11.hypot(place.m12);
        let (x, y, turned) = upright(place);
        let is_placed = [x, y, size, width].iter().all(|number| number.is_finite() && number.abs() < 1e6);
        if !is_placed || size < 0.5 {
            return Ok(());
        }
        let is_unknown = |c: char| matches!(c, char::REPLACEMENT_CHARACTER | '\0' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
        let letters = if letters.is_empty() || letters.chars().any(is_unknown) {
            // Better a sign that something is missing than words that were never written.
            self.unknown += 1;
            char::REPLACEMENT_CHARACTER.to_string()
        } else if letters.trim().is_empty() {
            " ".to_owned()
        } else {
            letters.to_owned()
        };
        self.all.push(Glyph { x, y, width: width.max(0.0), size, turned, letters });
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// A place as it would be if its line ran from left to right.
fn upright(place: &Transform) -> (f64, f64, u8) {
    let (along, up) = (place.m11, place.m12);
    let (x, y) = (place.m31, place.m32);
    if along.abs() >= up.abs() {
        if along >= 0.0 { (x, y, 0) } else { (-x, -y, 2) }
    } else if up > 0.0 {
        (y, -x, 1)
    } else {
        (-y, x, 3)
    }
}
