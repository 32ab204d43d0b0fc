//! The one file with colours, sizes and faces: light, dark, and what paper wants.

use crate::model::{Family, Theme};
use crate::timeline::Spacing;

use super::shape::Ink;

/// Colours of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    pub ground: Ink,
    /// Behind the first of several segments.
    pub segment: Ink,
    /// Toolbars, the status line, the folded row.
    pub panel: Ink,
    pub ink: Ink,
    pub muted: Ink,
    pub hairline: Ink,
    /// Ticks of the axis.
    pub tick: Ink,
    pub hub: Ink,
    /// The one accent that no family uses: selection.
    pub accent: Ink,
    pub retracted: Ink,
    families: [Ink; 5],
    /// What overlays float on.
    pub shadow: Ink,
}

const LIGHT: Palette = Palette {
    ground: Ink::hex(0x00FB_FAF7),
    segment: Ink::hex(0x00F6_F4ED),
    panel: Ink::hex(0x00F5_F3EC),
    ink: Ink::hex(0x001B_1B1A),
    muted: Ink::hex(0x0066_615A),
    hairline: Ink::hex(0x00E3_DFD6),
    tick: Ink::hex(0x00D3_CEC3),
    hub: Ink::hex(0x006B_6259),
    accent: Ink::hex(0x00C2_1870),
    retracted: Ink::hex(0x008C_8880),
    families: [
        Ink::hex(0x0000_72B2),
        Ink::hex(0x00B2_4412),
        Ink::hex(0x0077_678B),
        Ink::hex(0x0000_795A),
        Ink::hex(0x005B_5B5B),
    ],
    shadow: Ink { r: 0, g: 0, b: 0, a: 40 },
};

const DARK: Palette = Palette {
    ground: Ink::hex(0x0016_181C),
    segment: Ink::hex(0x001C_1F24),
    panel: Ink::hex(0x0020_2328),
    ink: Ink::hex(0x00EC_E9E2),
    muted: Ink::hex(0x00A8_A49B),
    hairline: Ink::hex(0x002D_3036),
    tick: Ink::hex(0x003B_3F46),
    hub: Ink::hex(0x00B4_A999),
    accent: Ink::hex(0x00FF_7AB8),
    retracted: Ink::hex(0x0080_7C75),
    families: [
        Ink::hex(0x0056_AEE6),
        Ink::hex(0x00EE_8155),
        Ink::hex(0x00B6_A4CF),
        Ink::hex(0x003F_BF96),
        Ink::hex(0x00AD_ABA6),
    ],
    shadow: Ink { r: 0, g: 0, b: 0, a: 120 },
};

/// For eyes that need it: nothing is quiet, and what is paler elsewhere is dark here.
const CONTRAST: Palette = Palette {
    ground: Ink::hex(0x00FF_FFFF),
    segment: Ink::hex(0x00FF_FFFF),
    panel: Ink::hex(0x00FF_FFFF),
    ink: Ink::hex(0x0000_0000),
    muted: Ink::hex(0x0026_2626),
    hairline: Ink::hex(0x0059_5959),
    tick: Ink::hex(0x0080_8080),
    hub: Ink::hex(0x0045_3D34),
    accent: Ink::hex(0x0099_0050),
    retracted: Ink::hex(0x0059_5959),
    families: [
        Ink::hex(0x0000_4A80),
        Ink::hex(0x0087_2E06),
        Ink::hex(0x0050_3F6A),
        Ink::hex(0x0000_5640),
        Ink::hex(0x0038_3838),
    ],
    shadow: Ink { r: 0, g: 0, b: 0, a: 90 },
};

const CONTRAST_DARK: Palette = Palette {
    ground: Ink::hex(0x0000_0000),
    segment: Ink::hex(0x0000_0000),
    panel: Ink::hex(0x0000_0000),
    ink: Ink::hex(0x00FF_FFFF),
    muted: Ink::hex(0x00E0_E0E0),
    hairline: Ink::hex(0x009A_9A9A),
    tick: Ink::hex(0x0078_7878),
    hub: Ink::hex(0x00D8_CDBD),
    accent: Ink::hex(0x00FF_9BD0),
    retracted: Ink::hex(0x00A8_A8A8),
    families: [
        Ink::hex(0x007C_C8FF),
        Ink::hex(0x00FF_A27C),
        Ink::hex(0x00D3_C3EA),
        Ink::hex(0x006F_E3BC),
        Ink::hex(0x00D0_D0D0),
    ],
    shadow: Ink { r: 0, g: 0, b: 0, a: 160 },
};

impl Palette {
    /// The colours of a theme.
    #[must_use]
    pub fn of(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
            Theme::Contrast => &CONTRAST,
            Theme::ContrastDark => &CONTRAST_DARK,
        }
    }

    /// A family's colour.
    #[must_use]
    pub fn family(&self, family: Family) -> Ink {
        self.families[family as usize]
    }

    /// The colour of a mark: slate where a diplomatic act is the hub's.
    #[must_use]
    pub fn mark(&self, family: Family, by_hub: bool) -> Ink {
        if by_hub && family == Family::Diplomatic { self.hub } else { self.family(family) }
    }
}

/// Sizes of text on a canvas, all from the size of the view's text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Type {
    /// *s*: labels and lanes' names.
    pub em: f32,
    pub axis: f32,
    pub small: f32,
    pub title: f32,
    pub subtitle: f32,
    /// No text is smaller than this.
    pub least: f32,
}

impl Type {
    fn of(em: f32) -> Self {
        Self { em, axis: em, small: em * 0.9, title: em * 1.9, subtitle: em * 1.06, least: 0.0 }
    }

    /// The same, and nothing below a size.
    fn at_least(em: f32, least: f32) -> Self {
        let plain = Self::of(em);
        Self { small: plain.small.max(least), least, ..plain }
    }
}

/// Everything that the look of a picture depends on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    pub theme: Theme,
    pub text: Type,
    /// Margins of the canvas: left, top, right, bottom.
    pub margin: [f32; 4],
    /// Whether title, legend, footnote and source line are part of the picture.
    pub paper: bool,
    /// Rows of lanes at most.
    pub most_rows: usize,
}

/// Seen as narrow as this, a picture is held in the hand: more rows than twelve and those of the others are not read.
const HELD: f32 = 400.0;
const MOST_HELD: usize = 13;

/// Size of text in the window, in points at scale 1.
const WINDOW_EM: f32 = 12.5;
/// How wide a picture is read: on an article's page, and on a phone.
const SEEN_LANDSCAPE: f32 = 700.0;
const SEEN_PORTRAIT: f32 = 500.0;
/// Size of a picture's text as it is seen.
const SEEN_EM: f32 = 8.6;
/// The same where it is known how wide a picture is seen, and the least that then may be: 8.5 pixels of 1/96 of an inch
/// on a screen, 6.5 printer's points on paper, whichever is more.
const KNOWN_EM: f32 = 9.25;
const LEAST_SEEN: f32 = 8.67;
/// Sizes of text to a line below which a sheet is a newspaper's column: a title as on a page would be half of it.
const NARROW: f32 = 24.0;

impl Style {
    /// For the window's canvas.
    #[must_use]
    pub fn window(theme: Theme) -> Self {
        Self {
            theme,
            text: Type::of(WINDOW_EM),
            margin: [16.0, 10.0, 16.0, 6.0],
            paper: false,
            most_rows: usize::MAX,
        }
    }

    /// For a picture of a size: text is as large as its readers need, however many pixels there are.
    #[must_use]
    pub fn paper(theme: Theme, width: f32, height: f32) -> Self {
        let seen = if width >= height { SEEN_LANDSCAPE } else { SEEN_PORTRAIT };
        // A strip that is wide and low must still hold a few lanes.
        let em = (SEEN_EM * width / seen).min(height / 26.0).max(WINDOW_EM);
        let side = em * 1.7;
        Self {
            theme,
            text: Type::of(em),
            margin: [side, em * 1.5, side, em * 1.0],
            paper: true,
            most_rows: usize::MAX,
        }
    }

    /// For a picture whose readers see it `seen` wide, in pixels of 1/96 of an inch.
    #[must_use]
    pub fn seen(theme: Theme, width: f32, seen: f32) -> Self {
        let points = width / seen.max(1.0);
        let em = KNOWN_EM * points;
        let side = em * 1.7;
        let mut text = Type::at_least(em, LEAST_SEEN * points);
        if width < NARROW * em {
            (text.title, text.subtitle) = (em * 1.4, text.small);
        }
        let most_rows = if seen <= HELD { MOST_HELD } else { usize::MAX };
        Self { theme, text, margin: [side, em * 1.5, side, em * 1.0], paper: true, most_rows }
    }

    /// The colours.
    #[must_use]
    pub fn palette(&self) -> &'static Palette {
        Palette::of(self.theme)
    }

    /// How much larger than in the window everything is.
    #[must_use]
    pub fn scale(&self) -> f32 {
        self.text.em / WINDOW_EM
    }

    /// Sizes for layout; `header` is the width of the lanes' names, `width` the chart's. In a column so narrow that names
    /// would take it for themselves they stand above their lanes.
    #[must_use]
    pub fn spacing(&self, header: f32, width: f64) -> Spacing {
        /// Of the chart's width, what names beside lanes may take.
        const WIDEST: f64 = 0.5;
        let em = f64::from(self.text.em);
        let stacked = self.paper && f64::from(header) > width * WIDEST;
        let (header, head) = if stacked { (0.0, 1.2 * em) } else { (header, 0.0) };
        let scale = f64::from(self.scale());
        Spacing {
            em,
            lane: 1.45 * em,
            header: f64::from(header),
            head,
            axis: 2.45 * em,
            strip: 5.5 * em,
            thin_row: 1.1 * em,
            post: 5.9 * em,
            margin_right: 0.0,
            gutter: 14.0 * scale,
            least_mark: 3.8 * scale,
            fade: 90.0 * scale,
            most_rows: self.most_rows,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERY: [Theme; 4] = [Theme::Light, Theme::Dark, Theme::Contrast, Theme::ContrastDark];

    #[test]
    fn high_contrast_keeps_text_at_seven_to_one_and_lines_at_three() {
        for theme in [Theme::Contrast, Theme::ContrastDark] {
            let palette = Palette::of(theme);
            let mut inks = vec![palette.ink, palette.muted, palette.hub, palette.accent];
            inks.extend(Family::ALL.map(|family| palette.family(family)));
            for ink in inks {
                assert!(contrast(ink, palette.ground) >= 7.0, "{theme:?} {ink:?}");
            }
            for line in [palette.hairline, palette.tick, palette.retracted] {
                assert!(contrast(line, palette.ground) >= 3.0, "{theme:?} {line:?}");
            }
        }
    }

    /// WCAG 2's relative luminance.
    fn luminance(ink: Ink) -> f64 {
        let part = |value: u8| {
            let c = f64::from(value) / 255.0;
            if c <= 0.03928 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(ink.r) + 0.7152 * part(ink.g) + 0.0722 * part(ink.b)
    }

    fn contrast(a: Ink, b: Ink) -> f64 {
        let (one, other) = (luminance(a), luminance(b));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn text_stands_out_from_every_ground() {
        for theme in EVERY {
            let palette = Palette::of(theme);
            let mut inks = vec![palette.ink, palette.muted, palette.hub, palette.accent];
            inks.extend(Family::ALL.map(|family| palette.family(family)));
            for ink in inks {
                for ground in [palette.ground, palette.segment, palette.panel] {
                    let ratio = contrast(ink, ground);
                    assert!(ratio >= 4.5, "{theme:?} {ink:?}: {ratio:.2}");
                }
            }
        }
    }
}
