//! What panels and pages are made of: a line that is chosen, words at its left and quieter ones at its right; a sheet
//! over the window; the button that does what the sheet is for.

use egui::{
    Align2, Area, Button, Frame, Id, Margin, Modal, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use crate::scene::{Face, Palette};

use super::super::look::{BODY, colour, font, shadow};

/// A sheet over the window, which stays in sight behind it.
pub fn over(id: Id, area: Area, palette: &Palette) -> Modal {
    let edge = Stroke::new(1.0, colour(palette.hairline));
    let frame = Frame::NONE.fill(colour(palette.ground)).stroke(edge).corner_radius(6.0);
    let frame = frame.shadow(shadow(palette)).inner_margin(Margin::same(20));
    Modal::new(id).area(area).frame(frame).backdrop_color(colour(palette.shadow))
}

/// The button that does what a sheet is for.
pub fn main_button(ui: &mut Ui, name: &str, palette: &Palette) -> Response {
    let name = RichText::new(name).font(font(Face::SansSemiBold, BODY)).color(colour(palette.ink));
    ui.add(Button::new(name).fill(colour(palette.ink.faded(0.07))))
}

/// What a line says.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    pub name: &'a str,
    pub aside: &'a str,
    /// Whether the arrows stand on it.
    pub chosen: bool,
    /// In a quieter ink: it is there to be seen, not to be chosen.
    pub quiet: bool,
    pub size: f32,
    pub height: f32,
    pub role: Role,
}

impl<'a> Line<'a> {
    /// One that Tab comes to.
    pub fn button(name: &'a str) -> Self {
        Self { role: Role::Button, ..Self::of(name, "") }
    }

    /// One of a list.
    pub fn of(name: &'a str, aside: &'a str) -> Self {
        Self { name, aside, chosen: false, quiet: false, size: BODY, height: 24.0, role: Role::ListBoxOption }
    }
}

/// Shows it over the whole width that there is.
pub fn line(ui: &mut Ui, line: &Line<'_>, palette: &Palette) -> Response {
    let sense = if line.role == Role::ListBoxOption { Sense::CLICK } else { Sense::click() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), line.height), sense);
    response.widget_info(|| match line.role {
        Role::ListBoxOption => WidgetInfo::selected(line.role, true, line.chosen, line.name),
        role => WidgetInfo::labeled(role, true, line.name),
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if line.chosen || response.hovered() {
        let tint = palette.ink.faded(if line.chosen { 0.10 } else { 0.05 });
        ui.painter().rect_filled(rect, 4.0, colour(tint));
    }
    if response.has_focus() {
        let edge = Stroke::new(1.0, colour(palette.accent));
        ui.painter().rect_stroke(rect, 4.0, edge, StrokeKind::Inside);
    }
    let muted = colour(palette.muted);
    let aside = ui.painter().text(
        rect.right_center() - vec2(8.0, 0.0),
        Align2::RIGHT_CENTER,
        line.aside,
        font(Face::Sans, BODY),
        muted,
    );
    let clip = rect.with_max_x(aside.left() - 12.0);
    ui.painter().with_clip_rect(clip.intersect(ui.clip_rect())).text(
        rect.left_center() + vec2(8.0, 0.0),
        Align2::LEFT_CENTER,
        line.name,
        font(Face::Sans, line.size),
        if line.quiet { muted } else { colour(palette.ink) },
    );
    response
}
