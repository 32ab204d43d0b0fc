//! A list that is narrowed by typing and chosen from with the arrows: commands, lanes, entities, views.

use egui::{
    Align2, Color32, Context, Id, Key, Label, Modal, Modifiers, RichText, Role, ScrollArea, Sense, TextEdit,
    Ui, WidgetInfo, vec2,
};

use crate::model::Words;
use crate::scene::{Face, Palette};

use super::super::look::{BODY, TITLE, colour, font};
use super::super::tools::name_field;

const WIDTH: f32 = 460.0;
const LINE: f32 = 26.0;
/// Lines shown at once.
const LINES: f32 = 12.0;
/// What stands around it, in a window that has little room.
const MARGIN: f32 = 40.0;

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    pub name: String,
    /// In a quieter voice at the right: keys, a count.
    pub aside: String,
    /// Other names by which it is found.
    pub also: String,
}

/// What came of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Open,
    /// The item of that number.
    Chosen(usize),
    Closed,
}

/// What is typed and where the arrows stand.
#[derive(Debug, Default)]
pub struct Chooser {
    typed: String,
    at: usize,
    was_open: bool,
    /// Of the list, as the window has room.
    height: f32,
}

impl Chooser {
    /// Shows the items that hold all typed words, in a panel over the window.
    pub fn show(
        &mut self,
        ctx: &Context,
        title: &str,
        items: &[Item],
        words: &dyn Words,
        palette: &Palette,
    ) -> Choice {
        let fresh = !std::mem::replace(&mut self.was_open, true);
        let id = Id::unique(("chooser", title));
        // At three times the size, or in a small window, it takes what room there is.
        let room = ctx.content_rect().size();
        let top = (room.y * 0.1).min(64.0);
        let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, top));
        let shown = Modal::new(id).area(area).backdrop_color(Color32::TRANSPARENT).show(ctx, |ui| {
            super::super::tools::dress_panel(ui, palette);
            ui.set_width(WIDTH.min(room.x - MARGIN));
            self.height = (room.y - top - MARGIN - 2.0 * LINE).clamp(2.0 * LINE, LINES * LINE);
            self.panel(ui, title, items, words, palette, fresh)
        });
        let choice = if shown.should_close() { Choice::Closed } else { shown.inner };
        if choice != Choice::Open {
            *self = Self::default();
        }
        choice
    }

    fn panel(
        &mut self,
        ui: &mut Ui,
        title: &str,
        items: &[Item],
        words: &dyn Words,
        palette: &Palette,
        fresh: bool,
    ) -> Choice {
        let step = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let (down, up) = (step(Key::ArrowDown), step(Key::ArrowUp));
        let enter = step(Key::Enter) > 0;
        let edit =
            TextEdit::singleline(&mut self.typed).hint_text(title.to_owned()).font(font(Face::Sans, TITLE));
        let field = ui.add(edit.desired_width(f32::INFINITY).margin(vec2(8.0, 6.0)));
        name_field(&field, title);
        if fresh {
            field.request_focus();
        }
        if field.changed() {
            self.at = 0;
        }
        let found = narrowed(items, &self.typed);
        self.at = (self.at + down).saturating_sub(up).min(found.len().saturating_sub(1));
        ui.add_space(4.0);
        if found.is_empty() {
            let text = RichText::new(words.word("chooser-nothing")).font(font(Face::Sans, BODY));
            ui.add(Label::new(text.color(colour(palette.muted))));
        }
        let moved = down + up > 0;
        let mut choice = Choice::Open;
        ScrollArea::vertical()
            .max_height(self.height)
            .min_scrolled_height(self.height)
            .auto_shrink([false, true])
            .show_rows(ui, LINE, found.len(), |ui, range| {
                for at in range {
                    let Some(item) = found.get(at).and_then(|number| items.get(*number)) else { continue };
                    if line(ui, item, at == self.at, moved, palette) {
                        choice = Choice::Chosen(found[at]);
                    }
                }
            });
        if moved {
            // Lines out of sight are not made: the list is moved by their height.
            ui.ctx().request_repaint();
        }
        match found.get(self.at) {
            Some(number) if enter => Choice::Chosen(*number),
            _ => choice,
        }
    }
}

fn line(ui: &mut Ui, item: &Item, chosen: bool, moved: bool, palette: &Palette) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE - 4.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &item.name));
    if chosen || response.hovered() {
        let tint = palette.ink.faded(if chosen { 0.10 } else { 0.05 });
        ui.painter().rect_filled(rect, 4.0, colour(tint));
    }
    if chosen && moved {
        ui.scroll_to_rect(rect.expand(LINE), None);
    }
    let aside = ui.painter().text(
        rect.right_center() - vec2(8.0, 0.0),
        Align2::RIGHT_CENTER,
        &item.aside,
        font(Face::Sans, BODY),
        colour(palette.muted),
    );
    let clip = rect.with_max_x(aside.left() - 8.0);
    ui.painter().with_clip_rect(clip.intersect(ui.clip_rect())).text(
        rect.left_center() + vec2(8.0, 0.0),
        Align2::LEFT_CENTER,
        &item.name,
        font(Face::Sans, BODY),
        colour(palette.ink),
    );
    response.clicked()
}

/// Numbers of the items that hold every typed word; those whose name begins with what is typed come first.
fn narrowed(items: &[Item], typed: &str) -> Vec<usize> {
    let typed = typed.trim().to_lowercase();
    let wanted: Vec<&str> = typed.split_whitespace().collect();
    let mut found: Vec<(bool, usize)> = Vec::new();
    for (number, item) in items.iter().enumerate() {
        let (name, also) = (item.name.to_lowercase(), item.also.to_lowercase());
        if wanted.iter().all(|word| name.contains(word) || also.contains(word)) {
            found.push((!name.starts_with(&typed), number));
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(_, number)| number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_narrows_and_beginnings_come_first() {
        let item = |name: &str, also: &str| Item { name: name.into(), also: also.into(), ..Item::default() };
        let items = [item("New Zealand", "NZ"), item("Zealand, old", ""), item("Посол", "")];
        assert_eq!(narrowed(&items, ""), [0, 1, 2]);
        assert_eq!(narrowed(&items, "zeal"), [1, 0]);
        assert_eq!(narrowed(&items, "nz new"), [0]);
        assert_eq!(narrowed(&items, "посол"), [2]);
        assert!(narrowed(&items, "x").is_empty());
    }
}
