//! Names of fields for screen readers: egui gives a field of text a hint, and no name.

use egui::Response;

/// Names a field of text.
pub fn name_field(field: &Response, name: &str) {
    field.ctx.accesskit_node_builder(field.id, |node| node.set_label(name));
}
