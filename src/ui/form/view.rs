//! The pane that forms stand in: heading, fields that scroll, and buttons that stay.

use egui::{
    Align, Button, Frame, Label, Layout, Margin, Rect, RichText, ScrollArea, Ui, UiBuilder, pos2, vec2,
};

use crate::model::{Arg, EventId, Words};
use crate::scene::Face;
use crate::workspace::{Beside, Command, Look, Workspace};

use super::super::look::{BODY, HEADING, colour, font};
use super::case::CaseForms;
use super::event::{self, Asked};
use super::field::{Page, dress, name, quiet};
use super::several::Several;
use super::writing::Desk;

/// Air at both sides.
const SIDE: i8 = 20;

/// What the forms remember between frames.
#[derive(Debug, Default)]
pub struct FormView {
    desk: Desk,
    several: Several,
    case: CaseForms,
    /// Height of the buttons, as last shown.
    foot: f32,
    /// Number of the case that is written in.
    number: u64,
}

impl FormView {
    /// What is written and not saved, by its name.
    #[must_use]
    pub fn unsaved(&self, workspace: &Workspace) -> Vec<String> {
        let untitled = workspace.words().word("form-untitled");
        let events = self.desk.unsaved().into_iter();
        let named = events.map(|title| if title.is_empty() { untitled.clone() } else { title });
        named
            .chain(self.several.unsaved(workspace.words().as_ref()))
            .chain(self.case.unsaved(workspace))
            .collect()
    }

    /// Takes up what the workspace says is to be written; once a frame, before it is shown.
    pub fn keep_up(&mut self, workspace: &Workspace) -> Vec<Command> {
        if self.number != workspace.case_number() {
            // What was written for one case is not for the next.
            *self = Self { number: workspace.case_number(), foot: self.foot, ..Self::default() };
        }
        self.case.keep_up(workspace);
        self.desk.keep_up(workspace)
    }

    /// The events whose words are needed.
    #[must_use]
    pub fn wanted(&self, workspace: &Workspace) -> Vec<EventId> {
        let mut wanted = self.desk.wanted(workspace);
        if workspace.beside() == Some(&Beside::Several) {
            wanted.extend(workspace.selected().into_iter().take(several_shown()));
        }
        wanted
    }

    /// Shows what is written on all of `ui`, and gives back what the user asks by it.
    pub fn show(&mut self, ui: &mut Ui, page: Page<'_>) -> Vec<Command> {
        let mut commands = Vec::new();
        let whole = ui.max_rect();
        dress(ui, page.palette);
        let top = self.head(ui, page, &mut commands);
        let body =
            Rect::from_min_max(pos2(whole.left(), top), pos2(whole.right(), whole.bottom() - self.foot));
        let beside = page.workspace.beside().cloned();
        scrolled(ui, body, beside.as_ref(), |ui| match &beside {
            Some(Beside::NewEvent(_) | Beside::Event(..) | Beside::Candidate(_)) => {
                if let Some(now) = &mut self.desk.now {
                    event::show(ui, page, now, &mut commands);
                }
            }
            Some(Beside::Several) => self.several.show(ui, page, &mut commands),
            Some(other) => self.case.show(ui, page, other, &mut commands),
            None => {}
        });
        let foot = Rect::from_min_max(pos2(whole.left(), body.bottom()), whole.max);
        let height = if self.desk.now.is_some() { self.buttons(ui, page, foot, &mut commands) } else { 0.0 };
        if (height - self.foot).abs() > 0.5 {
            self.foot = height;
            ui.ctx().request_repaint();
        }
        commands
    }

    /// The heading, the way out, and what was left unfinished; gives back where the fields begin.
    fn head(&mut self, ui: &mut Ui, page: Page<'_>, commands: &mut Vec<Command>) -> f32 {
        let key = match page.workspace.beside() {
            Some(Beside::NewEvent(_)) => "form-new",
            Some(Beside::Candidate(_)) => "form-candidate",
            Some(Beside::Several) => "form-several",
            Some(Beside::Lanes) => "form-lanes",
            Some(Beside::Kinds) => "form-kinds",
            Some(Beside::Entities) => "form-entities",
            _ => "form-event",
        };
        let frame = Frame::NONE.inner_margin(Margin { left: SIDE, right: SIDE, top: 12, bottom: 4 });
        let shown = frame.show(ui, |ui| {
            ui.horizontal(|ui| {
                let title = RichText::new(page.word(key)).font(font(Face::SerifSemiBold, HEADING - 2.0));
                ui.add(Label::new(title.color(colour(page.palette.ink))).selectable(false));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let sign = RichText::new("×").font(font(Face::Sans, 17.0));
                    let close = ui.add(Button::new(sign).frame(false).min_size(vec2(24.0, 24.0)));
                    name(ui, &close, &page.word("form-close"));
                    if close.clicked() {
                        commands.push(Command::Look(Look::Beside(None)));
                    }
                });
            });
            self.unfinished(ui, page, commands);
        });
        shown.response.rect.bottom()
    }

    fn unfinished(&mut self, ui: &mut Ui, page: Page<'_>, commands: &mut Vec<Command>) {
        let mut gone = None;
        for (at, left) in self.desk.aside.iter().enumerate().filter(|(_, left)| left.sent.is_none()) {
            ui.horizontal_wrapped(|ui| {
                let title = Some(left.draft.event.title.trim()).filter(|title| !title.is_empty());
                let untitled = page.word("form-untitled");
                let said =
                    page.words().say("form-unfinished", &[("title", Arg::Text(title.unwrap_or(&untitled)))]);
                let said =
                    RichText::new(said).font(font(Face::Sans, BODY)).color(colour(page.palette.accent));
                ui.add(Label::new(said).wrap());
                if quiet(ui, page.palette, &page.word("form-continue")).clicked() {
                    commands.push(Command::Look(Look::Beside(Some(left.beside()))));
                }
                if quiet(ui, page.palette, &page.word("form-forget")).clicked() {
                    gone = Some(at);
                }
            });
        }
        if let Some(gone) = gone {
            self.desk.aside.remove(gone);
        }
    }

    fn buttons(&mut self, ui: &mut Ui, page: Page<'_>, rect: Rect, commands: &mut Vec<Command>) -> f32 {
        let Some(now) = &mut self.desk.now else { return 0.0 };
        let mut asked = None;
        let builder = UiBuilder::new().id_salt("form-foot").max_rect(rect);
        let shown = ui.scope_builder(builder, |ui| {
            let line = egui::Stroke::new(1.0, colour(page.palette.hairline));
            ui.painter().hline(rect.x_range(), rect.top(), line);
            let frame = Frame::NONE.inner_margin(Margin { left: SIDE, right: SIDE, top: 10, bottom: 10 });
            frame.show(ui, |ui| asked = event::buttons(ui, page, now, commands)).response.rect.height()
        });
        match asked {
            Some(Asked::Save) => {
                let saved = now.save(page.workspace.revision(), page.words());
                // The next one waits.
                let back = saved.is_some() && now.candidate.is_some();
                commands.extend(saved);
                commands.extend(back.then_some(Command::Look(Look::Beside(Some(Beside::Review)))));
            }
            Some(Asked::Discard) => now.discard(),
            None => {}
        }
        shown.inner
    }
}

/// Events of which the form for several says the titles.
fn several_shown() -> usize {
    super::several::NAMED
}

fn scrolled(ui: &mut Ui, rect: Rect, beside: Option<&Beside>, show: impl FnOnce(&mut Ui)) {
    // Each event begins at its top.
    let salt = match beside {
        Some(Beside::Event(event, _)) => format!("event {}", event.0),
        Some(Beside::NewEvent(_)) => "new".to_owned(),
        other => format!("{other:?}"),
    };
    ui.scope_builder(UiBuilder::new().id_salt(&salt).max_rect(rect), |ui| {
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        ScrollArea::vertical().id_salt(&salt).auto_shrink(false).show(ui, |ui| {
            let side = Margin { left: SIDE, right: SIDE, top: 6, bottom: 16 };
            Frame::NONE.inner_margin(side).show(ui, show);
        });
    });
}
