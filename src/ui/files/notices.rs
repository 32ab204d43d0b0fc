//! The board above the status line: what takes long and can be stopped, and what is told, the newest first.

use egui::{Align, Context, Label, Layout, ProgressBar, RichText, ScrollArea, Ui, WidgetInfo};

use crate::model::{Arg, Words};
use crate::scene::{Face, Palette};
use crate::workspace::{Labour, Notice, Progress, Remedy, Weight, Workspace};

use super::super::bars::{NOTICE, NOTICES};
use super::super::look::{BODY, colour, font};
use super::super::menu::{Action, FileAction, tip};
use super::super::panes::Lines;
use super::path;

/// Seconds for which that something was done is told; what went wrong stays until it is dismissed.
const DONE: f64 = 12.0;

/// Widest that the list of what a notice sums up gets, in points.
const DETAILS: f32 = 640.0;
/// Up to so many lines of details are set whole.
const FEW_DETAILS: usize = 20;

/// Notices that have not been dismissed.
#[derive(Debug, Default)]
pub struct Board {
    /// With the time at which each was first shown.
    notices: Vec<(Notice, Option<f64>)>,
}

/// What was pressed on the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    Stop,
    Remedy(Remedy),
}

/// Whether it is told for a while only.
fn passes(notice: &Notice) -> bool {
    notice.weight == Weight::Done && notice.remedy.is_none()
}

impl Board {
    /// Adds a notice; one that stands there already is told once.
    pub fn add(&mut self, notice: Notice) {
        self.notices.retain(|(old, _)| *old != notice);
        self.notices.push((notice, None));
    }

    /// Takes the newest away.
    pub fn dismiss_newest(&mut self) {
        self.notices.pop();
    }

    /// Lets go of what was told long enough, and of what asks for a review in which nothing waits any more.
    pub fn age(&mut self, ctx: &Context, workspace: &Workspace) {
        if workspace.waiting() == 0 {
            for (notice, _) in &mut self.notices {
                notice.remedy.take_if(|remedy| *remedy == Remedy::Review);
            }
        }
        let now = ctx.input(|input| input.time);
        for (_, since) in &mut self.notices {
            since.get_or_insert(now);
        }
        let old = |notice: &Notice, since: Option<f64>| {
            passes(notice) && since.is_some_and(|since| now - since > DONE)
        };
        self.notices.retain(|(notice, since)| !old(notice, *since));
        let passing = self.notices.iter().filter(|(notice, _)| passes(notice));
        if let Some(first) = passing.filter_map(|(_, since)| *since).reduce(f64::min) {
            ctx.request_repaint_after_secs((first + DONE - now).max(0.0) as f32 + 0.01);
        }
    }

    /// Lines that it takes.
    #[must_use]
    pub fn lines(&self, workspace: &Workspace) -> Lines {
        let staying = self.notices.iter().filter(|(notice, _)| !passes(notice)).count();
        Lines { all: workspace.under_way().len() + self.notices.len(), staying }
    }

    /// Shows it.
    pub fn show(&mut self, ui: &mut Ui, workspace: &Workspace, palette: &'static Palette) -> Option<Told> {
        ui.spacing_mut().item_spacing.y = 0.0;
        let words = workspace.words().as_ref();
        let mut told = None;
        let mut room = NOTICES;
        for progress in workspace.under_way().iter().take(NOTICES - 1) {
            room -= 1;
            if under_way(ui, progress, words, palette) {
                told = Some(Told::Stop);
            }
        }
        let mut gone = Vec::new();
        let more = self.notices.len().saturating_sub(room);
        for (nth, (at, (notice, _))) in self.notices.iter().enumerate().rev().take(room).enumerate() {
            let more = if nth + 1 == room { more } else { 0 };
            match entry(ui, notice, more, workspace, palette) {
                Pressed::Nothing => {}
                Pressed::Dismiss => gone.push(at),
                Pressed::DismissAll => gone.extend(0..self.notices.len()),
                Pressed::Remedy(remedy) => {
                    // What is done at once needs no more telling; a case is saved only once a path is given.
                    if matches!(remedy, Remedy::Review | Remedy::NewReading(_) | Remedy::Paste) {
                        gone.push(at);
                    }
                    told = Some(Told::Remedy(remedy));
                }
            }
        }
        let mut at = 0;
        self.notices.retain(|_| {
            at += 1;
            !gone.contains(&(at - 1))
        });
        told
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Pressed {
    Nothing,
    Dismiss,
    DismissAll,
    Remedy(Remedy),
}

fn entry(ui: &mut Ui, notice: &Notice, more: usize, workspace: &Workspace, palette: &Palette) -> Pressed {
    let words = workspace.words().as_ref();
    let mut pressed = Pressed::Nothing;
    row(ui, |ui| {
        let dismiss = ui.button(words.word("button-dismiss"));
        if dismiss.on_hover_text(tip(Action::File(FileAction::Dismiss), words)).clicked() {
            pressed = Pressed::Dismiss;
        }
        if more > 0 {
            let all = words.say("notices-all", &[("n", Arg::Number(more as u64))]);
            if ui.button(all).clicked() {
                pressed = Pressed::DismissAll;
            }
        }
        if !notice.details.is_empty() {
            details(ui, notice, words);
        }
        if let Some(remedy) = &notice.remedy {
            let name = match remedy {
                Remedy::SaveAs => "do-save-as",
                Remedy::SaveCopy => "do-save-copy",
                Remedy::Review => "review",
                Remedy::NewReading(_) => "button-new-reading",
                Remedy::Paste => "button-paste",
            };
            if ui.button(RichText::new(words.word(name)).color(colour(palette.ink))).clicked() {
                pressed = Pressed::Remedy(remedy.clone());
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let ink = if notice.weight == Weight::Failed { palette.accent } else { palette.ink };
            let text = RichText::new(notice.said(workspace.waiting(), words))
                .font(font(Face::Sans, BODY))
                .color(colour(ink));
            // egui shows the whole text over one that is cut.
            ui.add(Label::new(text).truncate());
        });
    });
    pressed
}

/// What a notice sums up, listed when asked for.
fn details(ui: &mut Ui, notice: &Notice, words: &dyn Words) {
    ui.menu_button(words.word("button-details"), |ui| {
        ui.set_max_width(DETAILS);
        let line = |sentence: &String| RichText::new(sentence).font(font(Face::Sans, BODY));
        let area = ScrollArea::vertical().max_height(DETAILS / 2.0);
        if notice.details.len() <= FEW_DETAILS {
            area.show(ui, |ui| {
                for sentence in &notice.details {
                    ui.add(Label::new(line(sentence)).wrap());
                }
            });
            return;
        }
        // Of many only those in sight are set, on one line each; egui shows the whole text over one that is cut.
        ui.set_min_width(DETAILS);
        let height = ui.text_style_height(&egui::TextStyle::Body);
        area.show_rows(ui, height, notice.details.len(), |ui, rows| {
            for sentence in notice.details.get(rows).into_iter().flatten() {
                ui.add(Label::new(line(sentence)).truncate());
            }
        });
    });
}

fn under_way(ui: &mut Ui, progress: &Progress, words: &dyn Words, palette: &Palette) -> bool {
    let mut stop = false;
    row(ui, |ui| {
        let button = ui.add_enabled(!progress.is_cancelled(), egui::Button::new(words.word("button-stop")));
        stop = button.on_hover_text(tip(Action::File(FileAction::Stop), words)).clicked();
        let counted = progress.counted();
        let said = match progress.labour() {
            Labour::TakeIn => {
                let (done, of) = counted.unwrap_or_default();
                let numbers = [("done", Arg::Number(done as u64)), ("of", Arg::Number(of as u64))];
                words.say("labour-take-in", &numbers)
            }
            Labour::Compact => words.word("labour-compact"),
            Labour::Export(path) => words.say("labour-export", &[("file", Arg::Text(&path::name_of(path)))]),
        };
        if let Some((done, of)) = counted {
            let part = done as f32 / of.max(1) as f32;
            let bar = ProgressBar::new(part).desired_width(160.0).desired_height(4.0);
            let bar = ui.add(bar.fill(colour(palette.muted)).corner_radius(2.0));
            bar.widget_info(|| WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &said));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let text = RichText::new(&said).font(font(Face::Sans, BODY)).color(colour(palette.ink));
            ui.add(Label::new(text).truncate());
        });
    });
    stop
}

/// A line of the board, filled from its right end.
fn row(ui: &mut Ui, show: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.set_height(NOTICE);
        ui.with_layout(Layout::right_to_left(Align::Center), show);
    });
}
