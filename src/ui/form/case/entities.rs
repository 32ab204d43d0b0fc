//! People, organisations and units: names, aliases, and two that are one.

use egui::{Button, Label, RichText, Ui};

use crate::model::{Arg, Edit, Entity, EntityEdit, EntityType};
use crate::scene::Face;
use crate::workspace::{Command, Workspace};

use super::super::super::look::{BODY, SMALL, colour, font};
use super::super::field::{Page, choose, heading, line, lines, quiet, row, say, tick};
use super::super::pick::{self, EntityChoice, type_name};

/// Entities listed at once: more are found by narrowing.
const LISTED: usize = 200;

/// The list of entities, and the one that is written.
#[derive(Debug, Default)]
pub struct Entities {
    written: Option<EntityDraft>,
    /// Narrows the list.
    sought: String,
}

#[derive(Debug, Clone)]
struct EntityDraft {
    /// Its aliases are those below.
    entity: Entity,
    /// One a line.
    aliases: String,
    note: String,
    /// What stands in the field that the other half of a merge is picked from.
    other: String,
}

impl EntityDraft {
    fn of(entity: &Entity) -> Self {
        Self {
            aliases: entity.aliases.join("\n"),
            note: entity.note.clone().unwrap_or_default(),
            entity: entity.clone(),
            other: String::new(),
        }
    }

    fn entity(&self) -> Entity {
        let note = Some(self.note.trim().to_owned()).filter(|note| !note.is_empty());
        let aliases = self.aliases.lines().map(str::trim).filter(|alias| !alias.is_empty());
        Entity {
            name: self.entity.name.trim().to_owned(),
            aliases: aliases.map(ToOwned::to_owned).collect(),
            note,
            ..self.entity.clone()
        }
    }
}

impl Entities {
    /// An entity that is gone is no longer written.
    pub fn keep_up(&mut self, workspace: &Workspace) {
        let there = |key: &str| key.is_empty() || workspace.entities().iter().any(|entity| entity.key == key);
        self.written.take_if(|draft| !there(&draft.entity.key));
    }

    /// Name of the one that is written, where it differs from what is stored.
    pub fn unsaved(&self, workspace: &Workspace) -> Option<String> {
        let written = self.written.as_ref()?.entity();
        let blank = Entity::default();
        let stored = workspace.entities().iter().find(|entity| entity.key == written.key).unwrap_or(&blank);
        (written != *stored).then_some(written.name)
    }

    /// Shows the list and the form.
    pub fn show(&mut self, ui: &mut Ui, page: Page<'_>, commands: &mut Vec<Command>) {
        if ui.button(page.word("entities-new")).clicked() {
            self.written = Some(EntityDraft::of(&Entity::default()));
        }
        if let Some(draft) = &mut self.written
            && form(ui, page, draft, commands)
        {
            self.written = None;
        }
        heading(ui, page, &page.word("entities-all"));
        line(ui, &mut self.sought, &page.word("list-narrow"), &page.word("list-narrow"));
        let wanted = self.sought.to_lowercase();
        let holds = |name: &String| name.to_lowercase().contains(&wanted);
        let all = page.workspace.entities().iter();
        let mut found = all.filter(|entity| holds(&entity.name) || entity.aliases.iter().any(holds));
        for entity in found.by_ref().take(LISTED) {
            ui.horizontal_wrapped(|ui| {
                if quiet(ui, page.palette, &entity.name).clicked() {
                    self.written = Some(EntityDraft::of(entity));
                }
                let mut said = vec![type_name(entity.entity_type, page.words())];
                said.extend(entity.private.then(|| page.word("private")));
                said.extend(entity.aliases.first().cloned());
                let said = RichText::new(said.join(" · ")).font(font(Face::Sans, SMALL));
                ui.add(Label::new(said.color(colour(page.palette.muted))).selectable(false));
            });
        }
        let more = found.count();
        if more > 0 {
            say(ui, &page.words().say("and-more", &[("n", Arg::Number(more as u64))]), page.palette.muted);
        }
    }
}

/// The form of one entity; `true` when it is done with.
fn form(ui: &mut Ui, page: Page<'_>, draft: &mut EntityDraft, commands: &mut Vec<Command>) -> bool {
    let mut done = false;
    row(ui, page, "field-name", |ui| line(ui, &mut draft.entity.name, &page.word("field-name"), ""));
    row(ui, page, "field-type", |ui| {
        let types = EntityType::ALL.map(|one| (one, type_name(one, page.words())));
        choose(ui, &page.word("field-type"), "entity-type", &mut draft.entity.entity_type, &types);
    });
    row(ui, page, "field-aliases", |ui| {
        lines(ui, &mut draft.aliases, &page.word("field-aliases"), 2);
        say(ui, &page.word("entities-alias-line"), page.palette.muted);
    });
    row(ui, page, "field-note", |ui| lines(ui, &mut draft.note, &page.word("field-note"), 2));
    row(ui, page, "field-private", |ui| {
        tick(ui, &mut draft.entity.private, &page.word("entities-private"));
    });
    let stored = !draft.entity.key.is_empty();
    if stored {
        row(ui, page, "field-merge", |ui| done |= merge(ui, page, draft, commands));
    }
    let entity = draft.entity();
    ui.horizontal(|ui| {
        let save = RichText::new(page.word("form-save")).font(font(Face::SansSemiBold, BODY));
        if ui.add_enabled(!entity.name.is_empty(), Button::new(save)).clicked() {
            commands.push(Command::Edit(Edit::Entity(EntityEdit::Put(Box::new(entity.clone())))));
            done = true;
        }
        if ui.button(page.word("form-cancel")).clicked() {
            done = true;
        }
        if stored && quiet(ui, page.palette, &page.word("form-remove")).clicked() {
            commands.push(Command::Edit(Edit::Entity(EntityEdit::Remove(entity.key.clone()))));
            done = true;
        }
    });
    done
}

/// Picks another entity that is this one: it goes, and its names become aliases here.
fn merge(ui: &mut Ui, page: Page<'_>, draft: &mut EntityDraft, commands: &mut Vec<Command>) -> bool {
    let kept = draft.entity.key.clone();
    let others: Vec<Entity> =
        page.workspace.entities().iter().filter(|entity| entity.key != kept).cloned().collect();
    let offer = |typed: &str| {
        let mut offered = pick::entities(&others, typed, page.words());
        offered.retain(|choice| matches!(choice.value, EntityChoice::Known(_)));
        offered
    };
    let hint = page.words().say("entities-merge-hint", &[("name", Arg::Text(&draft.entity.name))]);
    let picked = pick::pick(ui, &mut draft.other, &page.word("field-merge"), &hint, offer);
    let Some(EntityChoice::Known(gone)) = picked else { return false };
    commands.push(Command::Edit(Edit::Entity(EntityEdit::Merge { kept, gone })));
    true
}
