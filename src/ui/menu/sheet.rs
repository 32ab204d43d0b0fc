//! The sheet of shortcuts: the table once more, to be read.

use egui::{Align, Context, Grid, Id, Label, Layout, Modal, RichText, ScrollArea, Ui};

use crate::model::Words;
use crate::scene::{Face, Palette};

use super::super::look::{BODY, TITLE, colour, font};
use super::table::{Entry, MENUS, Menu};
use super::written::written;

/// Width of a column.
const COLUMN: f32 = 300.0;

/// The sheet, open or not.
#[derive(Debug, Default)]
pub struct ShortcutSheet {
    open: bool,
}

impl ShortcutSheet {
    /// Opens it, or closes it.
    pub fn toggle(&mut self) {
        self.open = !self.open;
    }

    /// Shows it where it is open.
    pub fn show(&mut self, ctx: &Context, words: &dyn Words, palette: &Palette) {
        if !self.open {
            return;
        }
        let room = ctx.content_rect().size();
        let columns = ((room.x - 80.0) / COLUMN).floor().clamp(1.0, 3.0) as usize;
        let shown = Modal::new(Id::unique("shortcuts")).show(ctx, |ui| {
            ui.set_width(COLUMN * columns as f32);
            let closed = top(ui, words, palette);
            ScrollArea::vertical().max_height(room.y - 160.0).min_scrolled_height(room.y - 160.0).show(
                ui,
                |ui| {
                    ui.horizontal_top(|ui| {
                        for menus in parted(columns) {
                            ui.vertical(|ui| {
                                ui.set_width(COLUMN - 24.0);
                                for menu in menus {
                                    section(ui, menu, words, palette);
                                }
                            });
                            ui.add_space(16.0);
                        }
                    });
                    for line in ["shortcuts-pointer", "shortcuts-single"] {
                        let text = RichText::new(words.word(line)).font(font(Face::Sans, BODY));
                        ui.add(Label::new(text.color(colour(palette.muted))).wrap());
                    }
                },
            );
            closed
        });
        if shown.inner || shown.should_close() {
            self.open = false;
        }
    }
}

fn top(ui: &mut Ui, words: &dyn Words, palette: &Palette) -> bool {
    ui.horizontal(|ui| {
        let title = RichText::new(words.word("shortcuts-title")).font(font(Face::SansSemiBold, TITLE));
        ui.add(Label::new(title.color(colour(palette.ink))));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.button(words.word("button-close")).clicked()
        })
        .inner
    })
    .inner
}

fn section(ui: &mut Ui, menu: &Menu, words: &dyn Words, palette: &Palette) {
    ui.add_space(8.0);
    let name = RichText::new(words.word(menu.words)).font(font(Face::SansSemiBold, BODY));
    ui.add(Label::new(name.color(colour(palette.muted))));
    Grid::new(menu.words).num_columns(2).min_col_width(96.0).spacing([8.0, 2.0]).show(ui, |ui| {
        for entry in menu.entries.iter().filter(|entry| !entry.keys.is_empty()) {
            let keys: Vec<String> = entry.keys.iter().copied().map(written).collect();
            ui.add(Label::new(RichText::new(keys.join("  ")).font(font(Face::SansSemiBold, BODY))));
            ui.add(Label::new(RichText::new(words.word(entry.words)).font(font(Face::Sans, BODY))).wrap());
            ui.end_row();
        }
    });
}

/// The menus that have keys, in columns of about the same height.
fn parted(columns: usize) -> Vec<Vec<&'static Menu>> {
    // A heading and the air above it are as high as two lines.
    let lines = |menu: &Menu| menu.entries.iter().filter(|entry| has_keys(entry)).count() + 2;
    let shown: Vec<&Menu> = MENUS.iter().filter(|menu| lines(menu) > 2).collect();
    let all: usize = shown.iter().map(|menu| lines(menu)).sum();
    let each = all.div_ceil(columns.max(1));
    let mut parts: Vec<Vec<&Menu>> = vec![Vec::new()];
    let mut height = 0;
    for menu in shown {
        if height > 0 && height + lines(menu) / 2 > each && parts.len() < columns {
            parts.push(Vec::new());
            height = 0;
        }
        height += lines(menu);
        if let Some(part) = parts.last_mut() {
            part.push(menu);
        }
    }
    parts
}

fn has_keys(entry: &Entry) -> bool {
    !entry.keys.is_empty()
}
