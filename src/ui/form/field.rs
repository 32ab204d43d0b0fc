//! The widgets that forms are made of, each with a name for screen readers.

use egui::{
    Align, Button, Checkbox, ComboBox, Label, Layout, Margin, Rect, Response, RichText, ScrollArea, Stroke,
    TextEdit, Ui, UiBuilder, pos2, vec2,
};

use crate::model::Words;
use crate::scene::{Face, Ink, Palette};
use crate::workspace::Workspace;

use super::super::look::{BODY, SMALL, colour, font};

/// Tallest that a field of several lines gets, in points: about seven lines.
const TALLEST: f32 = 128.0;

/// Width of the column with the fields' names.
const NAMES: f32 = 76.0;

/// What every form is made from.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    pub workspace: &'a Workspace,
    pub palette: &'static Palette,
}

impl<'a> Page<'a> {
    /// The words of the window.
    #[must_use]
    pub fn words(&self) -> &'a dyn Words {
        self.workspace.words().as_ref()
    }

    /// A word of the window.
    #[must_use]
    pub fn word(&self, key: &str) -> String {
        self.words().word(key)
    }
}

/// Fields are seen as fields: a tint and a hairline, nothing more.
pub fn dress(ui: &mut Ui, palette: &Palette) {
    let (fill, line) = (colour(palette.panel), Stroke::new(1.0, colour(palette.hairline)));
    let edge = Stroke::new(1.5, colour(palette.accent));
    let ink = colour(palette.ink);
    let visuals = ui.visuals_mut();
    visuals.text_edit_bg_color = Some(fill);
    visuals.selection.stroke = edge;
    for state in [&mut visuals.widgets.inactive, &mut visuals.widgets.hovered, &mut visuals.widgets.open] {
        (state.bg_fill, state.weak_bg_fill, state.bg_stroke, state.fg_stroke.color) = (fill, fill, line, ink);
    }
    visuals.widgets.hovered.bg_stroke.color = colour(palette.tick);
    ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
}

/// A named line of the form; the name stands left of what is shown.
pub fn row<R>(ui: &mut Ui, page: Page<'_>, name: &str, show: impl FnOnce(&mut Ui) -> R) -> R {
    let top = ui.cursor().min;
    let mut rect = ui.available_rect_before_wrap();
    rect.min.x += NAMES;
    let mut inner = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
    let shown = show(&mut inner);
    let height = inner.min_rect().height();
    ui.allocate_rect(
        egui::Rect::from_min_size(top, vec2(NAMES + rect.width(), height)),
        egui::Sense::hover(),
    );
    // Painted, since the fields bear the name themselves.
    let galley =
        ui.painter().layout(page.word(name), font(Face::Sans, BODY), colour(page.palette.muted), NAMES - 8.0);
    ui.painter().galley(pos2(top.x, top.y + 4.0), galley, colour(page.palette.muted));
    shown
}

/// Gives a widget its name for screen readers.
pub fn name(ui: &Ui, response: &Response, name: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
}

/// A line to write in.
pub fn line(ui: &mut Ui, value: &mut String, called: &str, hint: &str) -> Response {
    let edit = TextEdit::singleline(value).hint_text(hint).desired_width(f32::INFINITY);
    let response = ui.add(edit.margin(Margin::symmetric(6, 4)));
    name(ui, &response, called);
    response
}

/// A line of a width.
pub fn short(ui: &mut Ui, value: &mut String, called: &str, width: f32) -> Response {
    let edit = TextEdit::singleline(value).desired_width(width).margin(Margin::symmetric(6, 4));
    let response = ui.add(edit);
    name(ui, &response, called);
    response
}

/// Some lines to write in; Tab leaves them. What is longer than a few lines scrolls in its field, so that the fields
/// below stay in reach.
pub fn lines(ui: &mut Ui, value: &mut String, called: &str, rows: usize) -> Response {
    let area = ScrollArea::vertical().id_salt(called).max_height(TALLEST).auto_shrink([false, true]);
    area.show(ui, |ui| {
        let edit = TextEdit::multiline(value).desired_rows(rows).desired_width(f32::INFINITY);
        let response = ui.add(edit.margin(Margin::symmetric(6, 4)));
        name(ui, &response, called);
        response
    })
    .inner
}

/// One of a few.
pub fn choose<T: PartialEq + Clone>(
    ui: &mut Ui,
    called: &str,
    salt: impl egui::AsIdSalt,
    value: &mut T,
    options: &[(T, String)],
) -> bool {
    let said = options.iter().find(|(option, _)| option == value).map(|(_, said)| said.as_str());
    let mut chosen = None;
    let combo =
        ComboBox::from_id_salt(salt).selected_text(said.unwrap_or_default()).height(320.0).width(40.0);
    let shown = combo.icon(sign).show_ui(ui, |ui| {
        for (option, said) in options {
            if ui.selectable_label(option == value, said).clicked() {
                chosen = Some(option.clone());
            }
        }
    });
    let full = format!("{called}: {}", said.unwrap_or_default());
    name(ui, &shown.response, &full);
    let changed = chosen.is_some();
    if let Some(chosen) = chosen {
        *value = chosen;
    }
    changed
}

/// The sign that there is more to choose from: small, so that words come first.
fn sign(ui: &Ui, rect: Rect, visuals: &egui::style::WidgetVisuals, _: bool) {
    let at = rect.center();
    let points = vec![at + vec2(-3.0, -1.5), at + vec2(0.0, 1.5), at + vec2(3.0, -1.5)];
    ui.painter().add(egui::Shape::line(points, Stroke::new(1.2, visuals.fg_stroke.color)));
}

/// A name in front of what is chosen for it: all of them are as wide, so that choices stand below each other.
pub fn front(ui: &mut Ui, name: &str) {
    let (width, height) = (88.0, ui.spacing().interact_size.y);
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(width, height), layout, |ui| {
        ui.set_min_width(width);
        ui.add(Label::new(name).truncate().selectable(false));
    });
}

/// Yes or no.
pub fn tick(ui: &mut Ui, value: &mut bool, text: &str) -> bool {
    ui.add(Checkbox::new(value, text)).changed()
}

/// A sentence under a field.
pub fn say(ui: &mut Ui, text: &str, ink: Ink) {
    let text = RichText::new(text).font(font(Face::Sans, SMALL + 0.5)).color(colour(ink));
    ui.add(Label::new(text).wrap());
}

/// A heading within a form.
pub fn heading(ui: &mut Ui, page: Page<'_>, text: &str) {
    ui.add_space(6.0);
    let text = RichText::new(text).font(font(Face::SansSemiBold, BODY)).color(colour(page.palette.ink));
    ui.add(Label::new(text).selectable(false));
}

/// A button that takes a thing away.
pub fn cross(ui: &mut Ui, called: &str) -> bool {
    let response = ui.add(Button::new("×").frame(false)).on_hover_text(called);
    name(ui, &response, called);
    response.clicked()
}

/// A button that is only words.
pub fn quiet(ui: &mut Ui, palette: &Palette, text: &str) -> Response {
    let text = RichText::new(text).font(font(Face::Sans, BODY)).color(colour(palette.muted)).underline();
    ui.add(Button::new(text).frame(false))
}
