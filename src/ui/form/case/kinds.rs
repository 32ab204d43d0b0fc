//! Kinds that the case adds, with their family and so their colour.

use egui::{Button, RichText, Ui};

use crate::model::{Edit, Family, KindEdit, OwnKind};
use crate::scene::Face;
use crate::workspace::{Command, Workspace};

use super::super::super::look::{BODY, colour, font};
use super::super::field::{Page, choose, heading, line, quiet, row, say};
use super::super::pick::slug;

/// The list of own kinds, and the one that is written.
#[derive(Debug, Default)]
pub struct OwnKinds {
    written: Option<OwnKind>,
}

impl OwnKinds {
    /// Name of the one that is written, where it differs from what is stored.
    pub fn unsaved(&self, workspace: &Workspace) -> Option<String> {
        let written = self.written.as_ref()?;
        let stored = workspace.columns().kinds.own().iter().find(|kind| kind.id == written.id);
        let is_same = stored.map_or(written.label.is_empty(), |stored| stored == written);
        (!is_same).then(|| written.label.clone())
    }

    /// Shows the list and the form.
    pub fn show(&mut self, ui: &mut Ui, page: Page<'_>, commands: &mut Vec<Command>) {
        if ui.button(page.word("kinds-new")).clicked() {
            self.written = Some(OwnKind { family: Some(Family::Words), ..OwnKind::default() });
        }
        if let Some(kind) = &mut self.written
            && form(ui, page, kind, commands)
        {
            self.written = None;
        }
        heading(ui, page, &page.word("kinds-own"));
        let own = page.workspace.columns().kinds.own();
        if own.is_empty() {
            say(ui, &page.word("kinds-none"), page.palette.muted);
        }
        for kind in own {
            ui.horizontal_wrapped(|ui| {
                if quiet(ui, page.palette, &kind.label).clicked() {
                    self.written = Some(kind.clone());
                }
                let family = kind.family.unwrap_or(Family::Words);
                let said = RichText::new(page.word(&format!("family-{family}"))).font(font(Face::Sans, BODY));
                ui.label(said.color(colour(page.palette.family(family))));
            });
        }
    }
}

/// The form of one kind; `true` when it is done with.
fn form(ui: &mut Ui, page: Page<'_>, kind: &mut OwnKind, commands: &mut Vec<Command>) -> bool {
    let mut done = false;
    row(ui, page, "field-name", |ui| line(ui, &mut kind.label, &page.word("field-name"), ""));
    row(ui, page, "field-family", |ui| {
        let families: Vec<(Option<Family>, String)> =
            Family::ALL.map(|family| (Some(family), page.word(&format!("family-{family}")))).into();
        choose(ui, &page.word("field-family"), "family", &mut kind.family, &families);
    });
    let id = if kind.id.is_empty() { slug(&kind.label) } else { kind.id.clone() };
    let taken = kind.id.is_empty() && page.workspace.columns().kinds.codes().any(|code| code == id);
    let can = !kind.label.trim().is_empty() && !id.is_empty() && !taken;
    if !can {
        say(ui, &page.word(if taken { "kinds-taken" } else { "kinds-need-name" }), page.palette.muted);
    }
    ui.horizontal(|ui| {
        let save = RichText::new(page.word("form-save")).font(font(Face::SansSemiBold, BODY));
        if ui.add_enabled(can, Button::new(save)).clicked() {
            let saved = OwnKind { id, label: kind.label.trim().to_owned(), ..kind.clone() };
            commands.push(Command::Edit(Edit::Kind(KindEdit::Put(Box::new(saved)))));
            done = true;
        }
        if ui.button(page.word("form-cancel")).clicked() {
            done = true;
        }
        if !kind.id.is_empty() && quiet(ui, page.palette, &page.word("form-remove")).clicked() {
            commands.push(Command::Edit(Edit::Kind(KindEdit::Remove(kind.id.clone()))));
            done = true;
        }
    });
    done
}
