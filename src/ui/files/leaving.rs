//! What can't be taken back, asked about before it is done: a copy for other hands, and forgetting for good. The sheet
//! says what would be left out, or gone, as the workspace foretells it.

use std::path::PathBuf;

use egui::{Align2, Context, Id, Label, Modal, RichText, ScrollArea, Ui, vec2};

use crate::model::{Arg, Words};
use crate::scene::{Face, Ink, Palette};
use crate::workspace::{Command, HandOver, Leaving, LeavingCommand, Workspace};

use super::super::look::{BODY, TITLE, colour, font};
use super::line::{main_button, over};
use super::path::name_of;

/// Height of what is foretold.
const TOLD: f32 = 220.0;

/// The sheet, shown until it is answered.
#[derive(Debug)]
pub struct Farewell {
    leaving: Leaving,
    was_shown: bool,
}

/// What came of it.
#[derive(Debug)]
pub enum Parting {
    /// Nothing yet, but something is to be foretold.
    Asked(Command),
    Agreed(Command),
    Cancelled,
}

impl Farewell {
    /// A copy in that file.
    pub fn copy(path: PathBuf, force: bool) -> Self {
        let wanted = HandOver { path, force, originals: true, ..HandOver::default() };
        Self { leaving: Leaving::Copy(wanted), was_shown: false }
    }

    /// The chosen events, else the open article; `None` where neither is there.
    pub fn forgetting(workspace: &Workspace) -> Option<Self> {
        let events: Vec<_> = workspace.selected().into_iter().collect();
        let open = workspace.open_article().filter(|_| events.is_empty());
        let articles: Vec<_> = open.map(|open| open.key.clone()).into_iter().collect();
        let any = !events.is_empty() || !articles.is_empty();
        any.then_some(Self { leaving: Leaving::Forget { events, articles }, was_shown: false })
    }

    /// What tells what it would do.
    pub fn foretell(&self) -> Command {
        Command::Leaving(LeavingCommand::Foretell(self.leaving.clone()))
    }

    /// Shows it; `None` until something comes of it.
    pub fn show(&mut self, ctx: &Context, workspace: &Workspace, palette: &Palette) -> Option<Parting> {
        let fresh = !std::mem::replace(&mut self.was_shown, true);
        let id = Id::unique("leaving");
        let area = Modal::default_area(id).anchor(Align2::CENTER_CENTER, vec2(0.0, -40.0));
        let before = self.leaving.clone();
        let shown = over(id, area, palette).show(ctx, |ui| {
            ui.set_width(520.0);
            self.sheet(ui, workspace, palette, fresh)
        });
        if self.leaving != before {
            return Some(Parting::Asked(self.foretell()));
        }
        let closed = shown.should_close().then_some(Parting::Cancelled);
        shown.inner.or(closed)
    }

    fn sheet(
        &mut self,
        ui: &mut Ui,
        workspace: &Workspace,
        palette: &Palette,
        fresh: bool,
    ) -> Option<Parting> {
        let words = workspace.words().as_ref();
        let (title, told, does) = match &self.leaving {
            Leaving::Copy(wanted) => {
                let name = name_of(&wanted.path);
                let title = words.say("leaving-copy", &[("file", Arg::Text(&name))]);
                (title, "leaving-copy-told", "leaving-copy-do")
            }
            Leaving::Forget { .. } => {
                (words.word("leaving-forget"), "leaving-forget-told", "leaving-forget-do")
            }
        };
        say(ui, &title, Face::SansSemiBold, TITLE, palette.ink);
        ui.add_space(8.0);
        if let Leaving::Copy(wanted) = &mut self.leaving {
            ui.checkbox(&mut wanted.private, words.word("leaving-with-private"));
            // The history holds what is private, and can't be told apart from it.
            wanted.history &= wanted.private;
            ui.add_enabled_ui(wanted.private, |ui| {
                ui.checkbox(&mut wanted.history, words.word("leaving-with-history"));
            });
            ui.checkbox(&mut wanted.originals, words.word("leaving-with-originals"));
            ui.add_space(8.0);
        }
        let foretold = workspace.foretold().filter(|foretold| foretold.of == self.leaving);
        match foretold {
            None => say(ui, &words.word("leaving-looking"), Face::Sans, BODY, palette.muted),
            Some(foretold) if foretold.sentences.is_empty() => {
                say(ui, &words.word("leaving-nothing-left-out"), Face::Sans, BODY, palette.ink);
            }
            Some(foretold) => {
                say(ui, &words.word(told), Face::Sans, BODY, palette.muted);
                ScrollArea::vertical().max_height(TOLD).show(ui, |ui| {
                    for sentence in &foretold.sentences {
                        let line =
                            words.say("leaving-line", &[("sentence", Arg::Text(&sentence.spoken(words)))]);
                        say(ui, &line, Face::Sans, BODY, palette.ink);
                    }
                });
            }
        }
        ui.add_space(12.0);
        let mut parting = None;
        ui.horizontal(|ui| {
            let cancel = ui.button(words.word("button-cancel"));
            if fresh {
                // What can't be taken back is not one press of Enter away.
                cancel.request_focus();
            }
            if cancel.clicked() {
                parting = Some(Parting::Cancelled);
            }
            let agreed =
                ui.add_enabled_ui(foretold.is_some(), |ui| main_button(ui, &words.word(does), palette));
            if agreed.inner.clicked() {
                let done = LeavingCommand::Do(self.leaving.clone());
                parting = Some(Parting::Agreed(Command::Leaving(done)));
            }
        });
        parting
    }
}

fn say(ui: &mut Ui, text: &str, face: Face, size: f32, ink: Ink) {
    ui.add(Label::new(RichText::new(text).font(font(face, size)).color(colour(ink))).wrap());
}
