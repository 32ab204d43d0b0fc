//! What is changed in several events at once: each change is one edit.

use egui::{Button, Ui};

use crate::model::{Arg, Edit, EventChange, EventEdit, EventId, Participant, Status, Words};
use crate::workspace::Command;

use super::event::statuses;
use super::field::{Page, choose, line, quiet, row, say};
use super::people::{entity, roles};
use super::pick::{self, EntityChoice};

/// Events whose titles are said.
pub const NAMED: usize = 6;

/// What is typed into the form for several.
#[derive(Debug, Default)]
pub struct Several {
    kind: String,
    tag: String,
    entity: String,
    role: crate::model::EntityRole,
    /// An entity that is being made, to take part once it is there.
    made: Option<String>,
}

impl Several {
    /// What is typed and not made, by a name.
    #[must_use]
    pub fn unsaved(&self, words: &dyn Words) -> Option<String> {
        let typed =
            [&self.kind, &self.tag, &self.entity].into_iter().find(|typed| !typed.trim().is_empty())?;
        Some(words.say("form-several-unsaved", &[("typed", Arg::Text(typed.trim()))]))
    }

    /// Shows the form for all chosen events.
    pub fn show(&mut self, ui: &mut Ui, page: Page<'_>, commands: &mut Vec<Command>) {
        let events: Vec<EventId> = page.workspace.selected().into_iter().collect();
        let words = page.words();
        say(
            ui,
            &words.say("form-several-chosen", &[("n", Arg::Number(events.len() as u64))]),
            page.palette.ink,
        );
        for event in events.iter().take(NAMED).filter_map(|event| page.workspace.card(*event)) {
            say(ui, &event.title, page.palette.muted);
        }
        if let Some(more) = events.len().checked_sub(NAMED).filter(|more| *more > 0) {
            say(ui, &words.say("and-more", &[("n", Arg::Number(more as u64))]), page.palette.muted);
        }
        ui.add_space(6.0);
        if events.is_empty() {
            say(ui, &page.word("form-several-none"), page.palette.muted);
            return;
        }
        if let Some(change) = self.changes(ui, page, commands) {
            commands.push(Command::Edit(Edit::Event(EventEdit::Change { events: events.clone(), change })));
        }
        ui.add_space(10.0);
        let said = words.say("form-several-delete", &[("n", Arg::Number(events.len() as u64))]);
        if quiet(ui, page.palette, &said).clicked() {
            commands.push(Command::Edit(Edit::Event(EventEdit::Remove(events))));
        }
    }

    fn changes(&mut self, ui: &mut Ui, page: Page<'_>, commands: &mut Vec<Command>) -> Option<EventChange> {
        let mut change = None;
        row(ui, page, "field-kind", |ui| {
            let offer = |typed: &str| pick::kinds(page.workspace.columns(), typed, page.words());
            let picked = pick::pick(
                ui,
                &mut self.kind,
                &page.word("field-kind"),
                &page.word("form-several-keep"),
                offer,
            );
            change = change.take().or(picked.map(EventChange::Kind));
        });
        row(ui, page, "field-status", |ui| {
            let mut status: Option<Status> = None;
            let mut options = vec![(None, page.word("form-several-keep"))];
            options.extend(statuses(page).into_iter().map(|(status, said)| (Some(status), said)));
            choose(ui, &page.word("field-status"), "several-status", &mut status, &options);
            change = change.take().or(status.map(EventChange::Status));
        });
        row(ui, page, "field-tags", |ui| {
            line(ui, &mut self.tag, &page.word("form-tag"), &page.word("form-tag"));
            let tag = self.tag.trim().to_owned();
            ui.horizontal(|ui| {
                let full = !tag.is_empty();
                if ui.add_enabled(full, Button::new(page.word("form-tag-add"))).clicked() {
                    change = Some(EventChange::AddTag(tag.clone()));
                }
                if ui.add_enabled(full, Button::new(page.word("form-tag-take"))).clicked() {
                    change = Some(EventChange::RemoveTag(tag));
                }
            });
        });
        row(ui, page, "field-entities", |ui| {
            choose(ui, &page.word("form-role"), "several-role", &mut self.role, &roles(page));
            match entity(ui, page, &mut self.entity, &page.word("form-entity-add"), commands) {
                Some(EntityChoice::Known(entity)) => {
                    change = Some(EventChange::AddEntity(Participant { entity, role: self.role }));
                }
                Some(EntityChoice::New(name)) => self.made = Some(name),
                None => {}
            }
            let known = page.workspace.entities();
            let made = self.made.as_ref().and_then(|name| known.iter().rev().find(|one| one.name == *name));
            if let Some(made) = made {
                change =
                    Some(EventChange::AddEntity(Participant { entity: made.key.clone(), role: self.role }));
                self.made = None;
            }
            if let Some(key) = taking_part(ui, page) {
                change = Some(EventChange::RemoveEntity(key));
            }
        });
        row(ui, page, "field-private", |ui| {
            ui.horizontal(|ui| {
                for (private, key) in [(true, "form-private-all"), (false, "form-private-none")] {
                    if ui.button(page.word(key)).clicked() {
                        change = Some(EventChange::Private(private));
                    }
                }
            });
        });
        change
    }
}

/// Entities that take part in any of the chosen events, to be taken out of all; gives back the one that is to go.
fn taking_part(ui: &mut Ui, page: Page<'_>) -> Option<String> {
    let columns = page.workspace.columns();
    let chosen = page.workspace.selected();
    let parts = columns.participations.iter().filter(|part| chosen.contains(&part.event));
    let mut keys: Vec<&String> =
        parts.filter_map(|part| columns.entities.get(part.entity.0 as usize)).collect();
    keys.sort_unstable();
    keys.dedup();
    let mut gone = None;
    ui.horizontal_wrapped(|ui| {
        for key in keys.into_iter().take(12) {
            let known = page.workspace.entities().iter().find(|entity| entity.key == *key);
            let name = known.map_or(key.as_str(), |entity| entity.name.as_str());
            let button = quiet(ui, page.palette, &format!("{name} ×"));
            let called = page.words().say("form-entity-remove", &[("name", Arg::Text(name))]);
            super::field::name(ui, &button, &called);
            if button.clicked() {
                gone = Some(key.clone());
            }
        }
    });
    gone
}
