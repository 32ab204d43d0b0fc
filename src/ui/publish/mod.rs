//! The dialog in which a picture is put together before it goes out: at its left the picture as it will be, at its right
//! what it is to be like, below what is done with it.
//!
//! Deliberately absent: drawing. What is shown is a proof, made by the very code that exports.

mod clipboard;
mod draft;
mod flipper;
mod form;
mod outgoing;
mod proof;

use std::path::PathBuf;

use egui::{Align, Align2, Context, Id, Layout, ScrollArea, Ui, vec2};

use crate::model::Words;
use crate::scene::Palette;
use crate::workspace::{
    Clip, Command, ExportFormat, FileCommand, PictureWish, ViewCommand, ViewWish, Workspace,
};

use super::files::{main_button, over};

pub use self::clipboard::{Clippings, WriteHtml, html};

use self::draft::Draft;
use self::outgoing::Outgoing;
use self::proof::Sheet;

/// Width of what is chosen.
const CHOICES: f32 = 348.0;
/// Room around the dialog.
const AROUND: f32 = 28.0;
/// Height of the buttons below.
const FOOT: f32 = 44.0;

/// The dialog, open or not.
#[derive(Debug, Default)]
pub struct PublishView {
    open: Option<Box<Open>>,
    /// The file with the publisher's sign, as last chosen.
    pub logo: Option<PathBuf>,
}

#[derive(Debug)]
struct Open {
    draft: Draft,
    sheet: Sheet,
    outgoing: Outgoing,
    was_shown: bool,
}

/// What is to be written into a file.
#[derive(Debug, Clone)]
pub struct Going {
    pub wish: PictureWish,
    pub format: ExportFormat,
    /// A second picture beside it.
    pub phone: Option<PictureWish>,
}

/// What came of a frame.
#[derive(Debug, Default)]
pub struct Published {
    pub commands: Vec<Command>,
    /// A name for a file is needed.
    pub going: Option<Going>,
    /// A file for the logo is to be chosen.
    pub asks_logo: bool,
}

/// What was pressed below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Press {
    Export,
    Clip(Clip),
    Close,
}

impl PublishView {
    /// Opens it on what the window shows.
    pub fn open(&mut self, workspace: &Workspace) {
        let draft = Draft::of(workspace, self.logo.clone());
        self.open = Some(Box::new(Open {
            draft,
            sheet: Sheet::default(),
            outgoing: Outgoing::default(),
            was_shown: false,
        }));
    }

    /// Takes a file for the logo.
    pub fn take_logo(&mut self, path: PathBuf) {
        if let Some(open) = &mut self.open {
            open.draft.logo = Some(path);
        }
    }

    /// Asks the workspace for the picture as it is to be.
    pub fn keep_up(&mut self, workspace: &mut Workspace) {
        let Some(open) = &mut self.open else { return };
        if !workspace.is_open() || workspace.case_number() != open.draft.case {
            self.open = None;
            return;
        }
        self.logo.clone_from(&open.draft.logo);
        open.sheet.ask(&open.draft, workspace);
    }

    /// Shows it where it is open.
    pub fn show(&mut self, ctx: &Context, workspace: &Workspace, palette: &'static Palette) -> Published {
        let Some(open) = &mut self.open else { return Published::default() };
        let id = Id::unique("publish");
        let area = egui::Modal::default_area(id).anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0));
        let room = ctx.content_rect().size() - vec2(2.0 * AROUND + 40.0, 2.0 * AROUND + 40.0);
        let mut published = Published::default();
        let modal = over(id, area, palette).show(ctx, |ui| {
            ui.set_width(room.x);
            ui.set_height(room.y);
            open.panel(ui, workspace, palette, &mut published)
        });
        let press = modal.inner;
        match press {
            Some(Press::Export) => {
                let draft = &open.draft;
                let phone = draft.phone_wish();
                published.going = Some(Going { wish: draft.wish(), format: draft.format, phone });
            }
            Some(Press::Clip(what)) => {
                let command = FileCommand::Clip(what, Box::new(open.draft.wish()));
                published.commands.push(Command::File(command));
            }
            _ => {}
        }
        if press == Some(Press::Close) || modal.should_close() {
            self.open = None;
        }
        published
    }
}

impl Open {
    fn panel(
        &mut self,
        ui: &mut Ui,
        workspace: &Workspace,
        palette: &'static Palette,
        published: &mut Published,
    ) -> Option<Press> {
        let size = ui.available_size();
        let height = (size.y - FOOT).max(120.0);
        ui.horizontal_top(|ui| {
            let wide = (size.x - CHOICES - 20.0).max(160.0);
            ui.allocate_ui_with_layout(vec2(wide, height), Layout::top_down(Align::Center), |ui| {
                self.sheet.show(ui, &self.draft, workspace, palette);
            });
            ui.add_space(12.0);
            ui.vertical(|ui| {
                ui.set_width(CHOICES);
                ScrollArea::vertical().id_salt("publish-choices").max_height(height).auto_shrink(false).show(
                    ui,
                    |ui| {
                        ui.set_width(CHOICES - 14.0);
                        let page = super::form::Page { workspace, palette };
                        super::form::dress(ui, palette);
                        published.asks_logo = form::show(ui, page, &mut self.draft);
                        self.outgoing.show(ui, page, &mut self.draft, self.sheet.proof());
                        published.commands.extend(self.keep(ui, page));
                    },
                );
            });
        });
        ui.add_space(8.0);
        let fresh = !std::mem::replace(&mut self.was_shown, true);
        foot(ui, workspace.words().as_ref(), palette, fresh)
    }

    /// The settings as a view of the case.
    fn keep(&mut self, ui: &mut Ui, page: super::form::Page<'_>) -> Option<Command> {
        if page.workspace.read_only().is_some() {
            return None;
        }
        super::form::heading(ui, page, &page.word("publish-keep"));
        let mut kept = None;
        ui.horizontal(|ui| {
            super::form::short(ui, &mut self.draft.name, &page.word("publish-keep-name"), 210.0);
            let name = self.draft.name.trim();
            let button = egui::Button::new(page.word("publish-keep-do"));
            if ui.add_enabled(!name.is_empty(), button).clicked() {
                let view = crate::model::View { name: name.to_owned(), ..self.draft.made() };
                kept = Some(Command::View(ViewCommand::Keep(Box::new(view))));
            }
        });
        kept
    }
}

/// What is done with the picture.
fn foot(ui: &mut Ui, words: &dyn Words, palette: &Palette, fresh: bool) -> Option<Press> {
    let mut press = None;
    ui.horizontal(|ui| {
        for clip in Clip::ALL {
            if ui.button(words.word(words_of(clip))).clicked() {
                press = Some(Press::Clip(clip));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let export = main_button(ui, &words.word("publish-export"), palette);
            if fresh {
                export.request_focus();
            }
            if export.clicked() {
                press = Some(Press::Export);
            }
            if ui.button(words.word("button-close")).clicked() {
                press = Some(Press::Close);
            }
        });
    });
    press
}

/// Key of the words that say what is copied.
pub fn words_of(clip: Clip) -> &'static str {
    match clip {
        Clip::Picture => "do-copy-picture",
        Clip::Svg => "do-copy-svg",
        Clip::List => "do-copy-list",
        Clip::AltText => "do-copy-alt",
        Clip::Chronology => "do-copy-chronology",
    }
}

/// Copies what the window shows, without the dialog.
pub fn clip_current(what: Clip) -> Command {
    let wish = PictureWish { view: ViewWish::Current, ..PictureWish::default() };
    Command::File(FileCommand::Clip(what, Box::new(wish)))
}
