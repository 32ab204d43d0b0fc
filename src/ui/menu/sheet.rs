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

/// The menus that have keys, in their order and in so many columns, as even as they can be.
fn parted(columns: usize) -> Vec<Vec<&'static Menu>> {
    let mut shown: Vec<&Menu> = MENUS.iter().filter(|menu| menu.entries.iter().any(has_keys)).collect();
    let mut parts = Vec::new();
    for left in (1..=columns.max(1)).rev() {
        let rest = shown.split_off(first_part(&shown, left));
        parts.push(std::mem::replace(&mut shown, rest));
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// How many of the menus stand in the first of so many columns: the sum of squares is least where heights are even.
fn first_part(menus: &[&Menu], columns: usize) -> usize {
    (0..=menus.len()).min_by_key(|first| unevenness(menus, *first, columns)).unwrap_or(0)
}

fn unevenness(menus: &[&Menu], first: usize, columns: usize) -> usize {
    let (part, rest) = menus.split_at(first);
    let height: usize = part.iter().map(|menu| lines(menu)).sum();
    let others = match columns {
        0 | 1 if rest.is_empty() => 0,
        0 | 1 => return usize::MAX,
        _ => unevenness(rest, first_part(rest, columns - 1), columns - 1),
    };
    others.saturating_add(height * height)
}

/// A heading and the air above it are as high as two lines.
fn lines(menu: &Menu) -> usize {
    menu.entries.iter().filter(|entry| has_keys(entry)).count() + 2
}

fn has_keys(entry: &Entry) -> bool {
    !entry.keys.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_menu_with_keys_stands_in_a_column_and_no_other_way_makes_them_more_even() {
        for columns in 1..=3 {
            let parts = parted(columns);
            let names =
                |parts: &[Vec<&Menu>]| parts.concat().iter().map(|menu| menu.words).collect::<Vec<_>>();
            let menus: Vec<&Menu> = MENUS.iter().filter(|menu| menu.entries.iter().any(has_keys)).collect();
            assert!(parts.len() <= columns);
            assert_eq!(names(&parts), menus.iter().map(|menu| menu.words).collect::<Vec<_>>());
            let high = |part: &[&Menu]| part.iter().map(|menu| lines(menu)).sum::<usize>();
            let squares = |parts: &[&[&Menu]]| parts.iter().map(|part| high(part).pow(2)).sum::<usize>();
            let ours = squares(&parts.iter().map(Vec::as_slice).collect::<Vec<_>>());
            for one in 0..=menus.len() {
                for other in one..=menus.len() {
                    let cut = [&menus[..one], &menus[one..other], &menus[other..]];
                    let used = cut.iter().filter(|part| !part.is_empty()).count();
                    let theirs = squares(&cut);
                    assert!(used > columns || theirs >= ours, "{columns}: {theirs} under {ours}");
                }
            }
        }
    }
}
