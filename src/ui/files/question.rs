//! What is asked before work is left: that no file of its own holds, that nobody has saved, or that a crash left.

use egui::{Align2, Context, Id, Label, Modal, RichText, Ui, vec2};

use crate::model::{Arg, Words};
use crate::scene::{Face, Ink, Palette};
use crate::workspace::{Workspace, shown_title};

use super::super::look::{BODY, TITLE, colour, font};
use super::line::{main_button, over};

/// Names that are told.
const TOLD: usize = 4;

/// The question, shown until it is answered.
#[derive(Debug)]
pub struct Question {
    was_shown: bool,
    about: About,
}

/// What is asked about.
#[derive(Debug)]
enum About {
    Unsaved,
    /// What forms hold, by its names.
    Unfinished(Vec<String>),
    /// All cases that a crash left.
    Left,
}

/// What is to become of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Save,
    Discard,
    /// What is unfinished is lost; what comes next may be asked about again.
    LetGo,
    /// All that a crash left is to be gone.
    Forget,
    Cancel,
}

impl Question {
    /// About a case that no file of its own holds.
    #[must_use]
    pub fn unsaved() -> Self {
        Self { was_shown: false, about: About::Unsaved }
    }

    /// About what forms hold, by its names, and edits that could not be written.
    #[must_use]
    pub fn unfinished(names: Vec<String>) -> Self {
        Self { was_shown: false, about: About::Unfinished(names) }
    }

    /// About all cases that a crash left, which the start screen offers.
    #[must_use]
    pub fn left() -> Self {
        Self { was_shown: false, about: About::Left }
    }

    /// Shows it; `None` until it is answered.
    pub fn show(&mut self, ctx: &Context, workspace: &Workspace, palette: &Palette) -> Option<Answer> {
        let fresh = !std::mem::replace(&mut self.was_shown, true);
        let id = Id::unique("unsaved-work");
        let area = Modal::default_area(id).anchor(Align2::CENTER_CENTER, vec2(0.0, -60.0));
        let shown = over(id, area, palette).show(ctx, |ui| {
            ui.set_width(440.0);
            match &self.about {
                About::Unfinished(names) => unfinished(ui, names, workspace, palette, fresh),
                About::Unsaved => unsaved(ui, workspace, palette, fresh),
                About::Left => left(ui, workspace, palette, fresh),
            }
        });
        shown.inner.or_else(|| shown.should_close().then_some(Answer::Cancel))
    }
}

fn say(ui: &mut Ui, text: &str, face: Face, size: f32, ink: Ink) {
    ui.add(Label::new(RichText::new(text).font(font(face, size)).color(colour(ink))).wrap());
}

fn unfinished(
    ui: &mut Ui,
    names: &[String],
    workspace: &Workspace,
    palette: &Palette,
    fresh: bool,
) -> Option<Answer> {
    let words = workspace.words();
    let pending = workspace.pending();
    let mut answer = None;
    say(ui, &words.word("unfinished-question"), Face::SansSemiBold, TITLE, palette.ink);
    ui.add_space(4.0);
    for name in names.iter().take(TOLD) {
        let name = if name.trim().is_empty() { words.word("form-untitled") } else { name.clone() };
        let said = words.say("form-unfinished", &[("title", Arg::Text(&name))]);
        say(ui, &said, Face::Sans, BODY, palette.ink);
    }
    and_more(ui, names.len(), workspace, palette);
    if let Some(why) = pending.stuck {
        let said = words.say("pending-stuck", &[("n", Arg::Number(pending.count as u64))]);
        say(ui, &said, Face::Sans, BODY, palette.ink);
        say(ui, &why.spoken(words.as_ref()), Face::Sans, BODY, palette.muted);
    }
    say(ui, &words.word("unfinished-what"), Face::Sans, BODY, palette.muted);
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        let back = main_button(ui, &words.word("unfinished-back"), palette);
        if fresh {
            back.request_focus();
        }
        if back.clicked() {
            answer = Some(Answer::Cancel);
        }
        if ui.button(words.word("unfinished-let-go")).clicked() {
            answer = Some(Answer::LetGo);
        }
    });
    answer
}

fn and_more(ui: &mut Ui, all: usize, workspace: &Workspace, palette: &Palette) {
    let more = all.saturating_sub(TOLD);
    if more > 0 {
        let said = workspace.words().say("and-more", &[("n", Arg::Number(more as u64))]);
        say(ui, &said, Face::Sans, BODY, palette.muted);
    }
}

/// What can't be taken back is not one press of Enter away.
fn left(ui: &mut Ui, workspace: &Workspace, palette: &Palette, fresh: bool) -> Option<Answer> {
    let words = workspace.words();
    let all = workspace.offer().map(|offer| offer.unsaved.as_slice()).unwrap_or_default();
    let mut answer = None;
    let count = [("n", Arg::Number(all.len() as u64))];
    say(ui, &words.say("left-question", &count), Face::SansSemiBold, TITLE, palette.ink);
    ui.add_space(4.0);
    for one in all.iter().take(TOLD) {
        let title = shown_title(&one.title, words.as_ref());
        let args = [("title", Arg::Text(&title)), ("n", Arg::Number(one.events as u64))];
        say(ui, &words.say("left-case", &args), Face::Sans, BODY, palette.ink);
    }
    and_more(ui, all.len(), workspace, palette);
    say(ui, &words.word("left-what"), Face::Sans, BODY, palette.muted);
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        let keep = main_button(ui, &words.word("left-keep"), palette);
        if fresh {
            keep.request_focus();
        }
        if keep.clicked() {
            answer = Some(Answer::Cancel);
        }
        if ui.button(words.say("left-forget", &count)).clicked() {
            answer = Some(Answer::Forget);
        }
    });
    answer
}

fn unsaved(ui: &mut Ui, workspace: &Workspace, palette: &Palette, fresh: bool) -> Option<Answer> {
    let words = workspace.words();
    let mut answer = None;
    let title = words.say("unsaved-question", &[("title", Arg::Text(&workspace.shown_title()))]);
    say(ui, &title, Face::SansSemiBold, TITLE, palette.ink);
    ui.add_space(4.0);
    say(ui, &words.word("unsaved-what"), Face::Sans, BODY, palette.muted);
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
