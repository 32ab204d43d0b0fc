//! Names of fields for screen readers: egui gives a field of text a hint, and no name.

use egui::{Response, Ui};

use crate::scene::Palette;

use super::super::look::colour;

/// Gives fields of text an edge, so that they are seen on the ground of a panel; and what is chosen a quiet tint.
pub fn dress_panel(ui: &mut Ui, palette: &Palette) {
    let visuals = ui.visuals_mut();
    visuals.text_edit_bg_color = Some(colour(palette.panel));
    visuals.selection.bg_fill = colour(palette.ink.faded(0.12));
    visuals.widgets.inactive.fg_stroke = visuals.widgets.hovered.fg_stroke;
    visuals.widgets.inactive.bg_fill = colour(palette.hairline);
}

/// Names a field of text.
pub fn name_field(field: &Response, name: &str) {
    field.ctx.accesskit_node_builder(field.id, |node| node.set_label(name));
}
