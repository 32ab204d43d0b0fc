//! A picture of Caseline's that was dropped on an open case: it is asked what is wanted of it.

use std::path::PathBuf;

use egui::{Align2, Context, Id, Label, Modal, RichText, vec2};

use crate::model::{Arg, Words};
use crate::scene::{Face, Palette};
use crate::workspace::Workspace;

use super::super::look::{BODY, TITLE, colour, font};
use super::line::{main_button, over};
use super::path::name_of;

/// The question, shown until it is answered.
#[derive(Debug)]
pub struct DroppedPicture {
    pub path: PathBuf,
    was_shown: bool,
}

/// What is wanted of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    ItsView,
    ItsCase,
    Nothing,
}

impl DroppedPicture {
    /// About that file.
    pub fn new(path: PathBuf) -> Self {
        Self { path, was_shown: false }
    }

    /// Shows it; `None` until it is answered.
    pub fn show(&mut self, ctx: &Context, workspace: &Workspace, palette: &Palette) -> Option<Wanted> {
        let fresh = !std::mem::replace(&mut self.was_shown, true);
        let id = Id::unique("dropped-picture");
        let area = Modal::default_area(id).anchor(Align2::CENTER_CENTER, vec2(0.0, -60.0));
        let words = workspace.words().as_ref();
        let shown = over(id, area, palette).show(ctx, |ui| {
            ui.set_width(440.0);
            let name = name_of(&self.path);
            let title = words.say("dropped-picture", &[("file", Arg::Text(&name))]);
            let title = RichText::new(title).font(font(Face::SansSemiBold, TITLE)).color(colour(palette.ink));
            ui.add(Label::new(title).wrap());
            ui.add_space(4.0);
            let told = RichText::new(words.word("dropped-picture-told"));
            let told = told.font(font(Face::Sans, BODY)).color(colour(palette.muted));
            ui.add(Label::new(told).wrap());
            ui.add_space(12.0);
            let mut wanted = None;
            ui.horizontal(|ui| {
                let view = main_button(ui, &words.word("dropped-picture-view"), palette);
                if fresh {
                    view.request_focus();
                }
                if view.clicked() {
                    wanted = Some(Wanted::ItsView);
                }
                if ui.button(words.word("dropped-picture-case")).clicked() {
                    wanted = Some(Wanted::ItsCase);
                }
                if ui.button(words.word("button-cancel")).clicked() {
                    wanted = Some(Wanted::Nothing);
                }
            });
            wanted
        });
        shown.inner.or_else(|| shown.should_close().then_some(Wanted::Nothing))
    }
}
