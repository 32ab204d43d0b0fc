//! Hands the style's colours and the bundled faces to egui.
//!
//! Deliberately absent: any colour of its own; they stand in `scene/style.rs`.

use std::num::NonZeroUsize;
use std::sync::Arc;

use egui::style::{ScrollStyle, Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow, Stroke,
    Style, TextStyle, Vec2, Visuals,
};

use crate::model::Theme;
use crate::scene::{Face, Ink, Palette, face_bytes};
use crate::workspace::BorrowedFace;

/// Notes, the status line.
pub const SMALL: f32 = 11.0;
/// The interface's text.
pub const BODY: f32 = 12.5;
/// The case's title, headings of blocks.
pub const TITLE: f32 = 14.0;
/// The article's heading.
pub const HEADING: f32 = 21.0;

/// Gives a context its faces and both themes; once, before the first frame.
pub fn dress(ctx: &Context) {
    ctx.set_fonts(fonts(&[]));
    // Where there is a first picture, panels are placed around it, and then their buttons by their widths.
    ctx.options_mut(|options| {
        options.max_passes = const { NonZeroUsize::new(3).expect("three is not none") }
    });
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(egui_theme(theme), style(theme));
    }
}

/// Gives a context the colours of a theme that is one of two light or dark ones.
pub fn dress_in(ctx: &Context, theme: Theme) {
    ctx.style_mut_of(egui_theme(theme), |style| style.visuals = visuals(theme));
    ctx.set_theme(egui_theme(theme));
}

/// Adds faces of the system behind the bundled ones, for letters that these lack.
pub fn lend(ctx: &Context, faces: &[BorrowedFace]) {
    ctx.set_fonts(fonts(faces));
}

/// The theme by egui's name.
#[must_use]
pub fn egui_theme(theme: Theme) -> egui::Theme {
    match theme {
        Theme::Light | Theme::Contrast => egui::Theme::Light,
        Theme::Dark | Theme::ContrastDark => egui::Theme::Dark,
    }
}

/// An ink as egui's colour.
#[must_use]
pub fn colour(ink: Ink) -> Color32 {
    Color32::from_rgba_unmultiplied(ink.r, ink.g, ink.b, ink.a)
}

/// A bundled face at a size.
#[must_use]
pub fn font(face: Face, size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(family_name(face).into()))
}

fn family_name(face: Face) -> &'static str {
    match face {
        Face::Sans => "sans",
        Face::SansSemiBold => "sans-semibold",
        Face::Serif => "serif",
        Face::SerifSemiBold => "serif-semibold",
    }
}

fn fonts(borrowed: &[BorrowedFace]) -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let mut behind = Vec::new();
    for face in borrowed {
        let data = FontData { index: face.index, ..FontData::from_owned(face.bytes.clone()) };
        fonts.font_data.insert(face.name.clone(), Arc::new(data));
        behind.push(face.name.clone());
    }
    let with =
        |name: &str| std::iter::once(name.to_owned()).chain(behind.iter().cloned()).collect::<Vec<_>>();
    for face in [Face::Sans, Face::SansSemiBold, Face::Serif, Face::SerifSemiBold] {
        let name = family_name(face);
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(face_bytes(face))));
        fonts.families.insert(FontFamily::Name(name.into()), with(name));
    }
    let sans = with(family_name(Face::Sans));
    fonts.families.insert(FontFamily::Proportional, sans.clone());
    fonts.families.insert(FontFamily::Monospace, sans);
    fonts
}

fn style(theme: Theme) -> Style {
    let mut style = Style { visuals: visuals(theme), animation_time: 0.0, ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, font(Face::Sans, SMALL)),
        (TextStyle::Body, font(Face::Sans, BODY)),
        (TextStyle::Button, font(Face::Sans, BODY)),
        (TextStyle::Monospace, font(Face::Sans, BODY)),
        (TextStyle::Heading, font(Face::SerifSemiBold, HEADING)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(8.0, 4.0);
    spacing.button_padding = Vec2::new(8.0, 4.0);
    spacing.menu_margin = Margin::same(8);
    spacing.window_margin = Margin::same(12);
    spacing.interact_size = Vec2::new(24.0, 24.0);
    spacing.tooltip_width = 380.0;
    spacing.scroll = ScrollStyle { bar_width: 8.0, ..ScrollStyle::thin() };
    style.interaction.tooltip_delay = 0.4;
    style.interaction.multi_widget_text_select = true;
    style
}

fn visuals(theme: Theme) -> Visuals {
    let palette = Palette::of(theme);
    let base = if theme.is_dark() { Visuals::dark() } else { Visuals::light() };
    let [ground, panel, ink, muted, hairline, accent] =
        [palette.ground, palette.panel, palette.ink, palette.muted, palette.hairline, palette.accent]
            .map(colour);
    Visuals {
        widgets: widgets(palette),
        selection: Selection {
            bg_fill: colour(palette.accent.over(palette.ground, 0.28)),
            stroke: Stroke::new(1.0, ink),
        },
        hyperlink_color: ink,
        weak_text_color: Some(muted),
        warn_fg_color: accent,
        error_fg_color: accent,
        panel_fill: ground,
        window_fill: ground,
        extreme_bg_color: ground,
        faint_bg_color: panel,
        code_bg_color: panel,
        window_stroke: Stroke::new(1.0, hairline),
        window_corner_radius: CornerRadius::same(4),
        menu_corner_radius: CornerRadius::same(4),
        popup_shadow: shadow(palette),
        window_shadow: shadow(palette),
        button_frame: true,
        ..base
    }
}

/// Only what floats has one.
pub fn shadow(palette: &Palette) -> Shadow {
    Shadow { offset: [0, 4], blur: 16, spread: 0, color: colour(palette.shadow) }
}

/// Buttons are words: no frame at rest, a tint under the pointer, an edge for the keyboard.
fn widgets(palette: &Palette) -> Widgets {
    let [ink, muted, hairline, accent] =
        [palette.ink, palette.muted, palette.hairline, palette.accent].map(colour);
    let tint = |part: f32| colour(palette.ink.faded(part));
    let plain = |fill: Color32, edge: Stroke, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: edge,
        corner_radius: CornerRadius::same(4),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: plain(Color32::TRANSPARENT, Stroke::new(1.0, hairline), ink),
        inactive: plain(Color32::TRANSPARENT, Stroke::NONE, muted),
        hovered: plain(tint(0.07), Stroke::NONE, ink),
        active: plain(tint(0.12), Stroke::new(1.0, accent), ink),
        open: plain(tint(0.07), Stroke::NONE, ink),
    }
}
