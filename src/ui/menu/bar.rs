//! The menus, as buttons at the left end of the toolbar.

use egui::{Align2, Button, MenuBar, Role, Ui, WidgetInfo, vec2};

use crate::model::Words;
use crate::scene::Face;

use super::super::look::{BODY, font};
use super::action::Action;
use super::table::{Entry, MENUS, VIEWS};

/// What an action is at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Whether it can be done now.
    pub possible: bool,
    /// Whether it is on, where it switches something.
    pub on: Option<bool>,
}

/// Shows the menus; gives back what was chosen.
pub fn bar(ui: &mut Ui, words: &dyn Words, standing: impl Fn(&Entry) -> Standing) -> Option<Action> {
    let mut chosen = None;
    ui.scope(|ui| {
        // The bar takes what is left of its line: it is given no more than it needs.
        let id = ui.scope_id().with("menus");
        let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(320.0);
        ui.set_max_width(known);
        let shown = MenuBar::new().ui(ui, |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label(words.word("menu-bar")));
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.spacing_mut().button_padding = vec2(7.0, 4.0);
            let left = ui.cursor().left();
            for menu in MENUS.iter().filter(|menu| menu.words != VIEWS.words) {
                ui.menu_button(words.word(menu.words), |ui| {
                    chosen = lines(ui, menu.entries, words, &standing).or(chosen);
                });
            }
            ui.cursor().left() - left
        });
        let width = shown.inner.max(1.0);
        if (width - known).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, width));
            ui.ctx().request_repaint();
        }
    });
    chosen
}

/// The lines of an open menu; gives back what was chosen.
pub fn lines(
    ui: &mut Ui,
    entries: &[Entry],
    words: &dyn Words,
    standing: impl Fn(&Entry) -> Standing,
) -> Option<Action> {
    let mut chosen = None;
    ui.set_min_width(220.0);
    for entry in entries {
        if entry.ruled {
            ui.separator();
        }
        if self::entry(ui, entry, words, standing(entry)) {
            chosen = Some(entry.action);
            ui.close();
        }
    }
    chosen
}

fn entry(ui: &mut Ui, entry: &Entry, words: &dyn Words, standing: Standing) -> bool {
    /// Room for the mark of what is on, before the words.
    const INDENT: &str = "\u{2003}";
    let said = words.word(entry.words);
    let button = Button::new(format!("{INDENT}{said}")).shortcut_text(entry.written());
    let shown = ui.add_enabled(standing.possible, button);
    if standing.on == Some(true) {
        let at = shown.rect.left_center() + vec2(5.0, 0.0);
        let ink = ui.visuals().text_color();
        ui.painter().text(at, Align2::LEFT_CENTER, "✓", font(Face::Sans, BODY), ink);
    }
    shown.widget_info(|| match standing.on {
        Some(on) => WidgetInfo::selected(Role::MenuItem, standing.possible, on, &said),
        None => WidgetInfo::labeled(Role::MenuItem, standing.possible, &said),
    });
    shown.clicked()
}
