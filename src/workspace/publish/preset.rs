//! Presets: sizes that know how wide their readers see them.
//!
//! A picture of 1,200 pixels is shown 700 wide on an article's page and 375 wide on a phone: what counts for its text is
//! the second number. Sizes on paper are in points of 1/96 of an inch, so that they are seen as they are.

use crate::model::Paper;

/// A size to publish in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Preset {
    /// Its name on the command line and in `assets/words`.
    pub name: &'static str,
    /// In points.
    pub width: u32,
    pub height: u32,
    /// Pixels for each point.
    pub scale: f64,
    /// How wide it is seen, in pixels of 1/96 of an inch.
    pub seen: u32,
}

const fn screen(name: &'static str, size: (u32, u32), seen: u32) -> Preset {
    Preset { name, width: size.0, height: size.1, scale: 1.0, seen }
}

/// A sheet of so many millimetres, at 288 dots an inch.
const fn sheet(name: &'static str, width_mm: u32, height_mm: u32) -> Preset {
    let (width, height) = (points(width_mm), points(height_mm));
    Preset { name, width, height, scale: 3.0, seen: width }
}

/// 96 points stand for 25.4 millimetres.
const fn points(mm: u32) -> u32 {
    (mm * 960 + 127) / 254
}

/// All of them.
pub const PRESETS: [Preset; 18] = [
    screen("article", (1_200, 675), 700),
    screen("phone", (1_080, 1_620), 375),
    screen("square", (1_080, 1_080), 375),
    screen("portrait", (1_080, 1_350), 375),
    screen("slide", (1_920, 1_080), 1_280),
    Preset { scale: 4.0, ..screen("8k", (1_920, 1_080), 1_920) },
    sheet("column-1", 45, 100),
    sheet("column-2", 96, 90),
    sheet("column-3", 147, 110),
    sheet("column-4", 198, 130),
    sheet("column-5", 249, 150),
    sheet("a4", 297, 210),
    sheet("a4-portrait", 210, 297),
    sheet("a3", 420, 297),
    sheet("a3-portrait", 297, 420),
    sheet("letter", 279, 216),
    sheet("letter-portrait", 216, 279),
    sheet("postcard", 148, 105),
];

impl Preset {
    /// The one of that name.
    #[must_use]
    pub fn called(name: &str) -> Option<&'static Self> {
        PRESETS.iter().find(|preset| preset.name == name)
    }

    /// Its size, as a view keeps it.
    #[must_use]
    pub fn paper(&self) -> Paper {
        Paper { scale: self.scale, seen: Some(self.seen), ..Paper::of(self.width, self.height) }
    }
}

/// A sheet of a size of one's own, in millimetres: a newspaper's columns.
#[must_use]
pub fn sheet_of(width_mm: f64, height_mm: f64) -> Paper {
    let points = |mm: f64| (mm * 96.0 / 25.4).round() as u32;
    let width = points(width_mm);
    Paper { scale: 3.0, seen: Some(width), ..Paper::of(width, points(height_mm)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_as_large_as_their_names_say() {
        let size = |name| Preset::called(name).map(|preset| (preset.width, preset.height, preset.seen));
        assert_eq!(size("a4"), Some((1_123, 794, 1_123)));
        assert_eq!(size("a4-portrait"), Some((794, 1_123, 794)));
        assert_eq!(size("a3"), Some((1_587, 1_123, 1_587)));
        assert_eq!(size("a0"), None);
        assert_eq!(sheet_of(297.0, 210.0), Preset::called("a4").expect("a preset").paper());
    }

    #[test]
    fn no_preset_is_larger_than_a_picture_may_be_and_no_name_stands_twice() {
        for (at, preset) in PRESETS.iter().enumerate() {
            let pixels = f64::from(preset.width) * f64::from(preset.height) * preset.scale * preset.scale;
            assert!(pixels <= 7_680.0 * 4_320.0, "{}: {pixels}", preset.name);
            assert!(PRESETS[at + 1..].iter().all(|other| other.name != preset.name), "{}", preset.name);
        }
    }
}
