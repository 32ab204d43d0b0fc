//! What is read about the program: its pages, offline, and what it is made of.

mod about;
mod page;
mod pages;

use egui::{Context, Id, Label, Modal, RichText, ScrollArea, Ui, vec2};

use crate::model::Words;
use crate::scene::{Face, Palette};
use crate::workspace::Workspace;

use super::look::{BODY, TITLE, colour, font};

/// Width of the list of pages, and of a page.
const LIST: f32 = 190.0;
const PAGE: f32 = 560.0;
/// Around both, with the frame.
const MARGIN: f32 = 40.0;

/// What is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Page(usize),
    About,
    Licences,
}

/// The panel with them, open or not.
#[derive(Debug, Default)]
pub struct Help {
    shown: Option<Shown>,
    /// Whether the window stands on X11; `None`: neither that nor Wayland is a matter here.
    pub on_x11: Option<bool>,
}

impl Help {
    /// Opens the pages at the first.
    pub fn open_pages(&mut self) {
        self.shown = Some(Shown::Page(0));
    }

    /// Opens what the program is.
    pub fn open_about(&mut self) {
        self.shown = Some(Shown::About);
    }

    /// Shows it where it is open.
    pub fn show(&mut self, ctx: &Context, workspace: &Workspace, palette: &Palette) {
        let Some(shown) = self.shown else { return };
        let words = workspace.words().as_ref();
        let room = ctx.content_rect().size();
        let height = (room.y - 2.0 * MARGIN).clamp(80.0, 640.0);
        let list_width = LIST.min(room.x * 0.36);
        let mut next = Some(shown);
        let modal = Modal::new(Id::unique("help")).show(ctx, |ui| {
            ui.horizontal_top(|ui| {
                ui.set_height(height);
                ui.vertical(|ui| {
                    ui.set_width(list_width);
                    scrolled(ui, height, "list", |ui| {
                        next = list(ui, shown, words, workspace.words().language(), palette);
                    });
                });
                ui.add_space(12.0);
                ui.vertical(|ui| {
                    ui.set_width(PAGE.min(room.x - list_width - 2.0 * MARGIN - 12.0));
                    match shown {
                        Shown::Page(at) => {
                            let text = pages::of(workspace.words().language()).get(at).copied();
                            scrolled(ui, height, at, |ui| page::show(ui, text.unwrap_or_default(), palette));
                        }
                        Shown::About => scrolled(ui, height, "about", |ui| {
                            about::show(ui, words, self.on_x11, palette);
                        }),
                        Shown::Licences => about::licences(ui, height, palette),
                    }
                });
            });
        });
        self.shown = if modal.should_close() { None } else { next };
    }
}

fn scrolled(
    ui: &mut Ui,
    height: f32,
    name: impl std::hash::Hash + std::fmt::Debug,
    show: impl FnOnce(&mut Ui),
) {
    ScrollArea::vertical().id_salt(name).max_height(height).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        show(ui);
    });
}

/// The pages, what else there is, and the way out; gives back what is to be shown next.
fn list(ui: &mut Ui, shown: Shown, words: &dyn Words, language: &str, palette: &Palette) -> Option<Shown> {
    let mut next = Some(shown);
    let title = RichText::new(words.word("help-title")).font(font(Face::SansSemiBold, TITLE));
    ui.add(Label::new(title.color(colour(palette.ink))));
    ui.add_space(4.0);
    let mut choice = |ui: &mut Ui, to: Shown, name: &str| {
        let name = RichText::new(name).font(font(Face::Sans, BODY));
        if ui.selectable_label(shown == to, name).clicked() {
            next = Some(to);
        }
    };
    for (at, text) in pages::of(language).iter().enumerate() {
        choice(ui, Shown::Page(at), pages::title(text));
    }
    ui.separator();
    choice(ui, Shown::About, &words.word("do-about"));
    choice(ui, Shown::Licences, &words.word("help-licences"));
    ui.add_space(8.0);
    if ui.button(words.word("button-close")).clicked() {
        return None;
    }
    next
}
