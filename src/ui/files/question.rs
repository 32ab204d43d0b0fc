//! What is asked before work is left that no file of its own holds.

use egui::{Align2, Context, Id, Label, Modal, RichText, Ui, vec2};

use crate::model::{Arg, Words};
use crate::scene::{Face, Palette};
use crate::workspace::Workspace;

use super::super::look::{BODY, TITLE, colour, font};
use super::line::{main_button, over};

/// The question, shown until it is answered.
#[derive(Debug, Default)]
pub struct Question {
    was_shown: bool,
}

/// What is to become of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Save,
    Discard,
    Cancel,
}

impl Question {
    /// Shows it; `None` until it is answered.
    pub fn show(&mut self, ctx: &Context, workspace: &Workspace, palette: &Palette) -> Option<Answer> {
        let fresh = !std::mem::replace(&mut self.was_shown, true);
        let id = Id::unique("unsaved-work");
        let area = Modal::default_area(id).anchor(Align2::CENTER_CENTER, vec2(0.0, -60.0));
        let shown = over(id, area, palette).show(ctx, |ui| {
            ui.set_width(440.0);
            body(ui, workspace, palette, fresh)
        });
        shown.inner.or_else(|| shown.should_close().then_some(Answer::Cancel))
    }
}

fn body(ui: &mut Ui, workspace: &Workspace, palette: &Palette, fresh: bool) -> Option<Answer> {
    let words = workspace.words();
    let mut answer = None;
    let title = words.say("unsaved-question", &[("title", Arg::Text(workspace.title()))]);
    let title = RichText::new(title).font(font(Face::SansSemiBold, TITLE)).color(colour(palette.ink));
    ui.add(Label::new(title).wrap());
    ui.add_space(4.0);
    let what =
        RichText::new(words.word("unsaved-what")).font(font(Face::Sans, BODY)).color(colour(palette.muted));
    ui.add(Label::new(what).wrap());
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        let save = main_button(ui, &words.word("unsaved-save"), palette);
        if fresh {
            save.request_focus();
        }
        if save.clicked() {
            answer = Some(Answer::Save);
        }
        if ui.button(words.word("unsaved-discard")).clicked() {
            answer = Some(Answer::Discard);
        }
        if ui.button(words.word("button-cancel")).clicked() {
            answer = Some(Answer::Cancel);
        }
    });
    answer
}
