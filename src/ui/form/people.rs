//! Who takes part in an event, and its tags.

use egui::Ui;

use crate::model::{Arg, Edit, Entity, EntityEdit, EntityRole, Participant};
use crate::workspace::Command;

use super::draft::Draft;
use super::field::{Page, choose, cross, front, line, quiet, say};
use super::pick::{self, EntityChoice};

/// Shows the entities, and a field to pick or make more.
pub fn entities(ui: &mut Ui, page: Page<'_>, draft: &mut Draft, commands: &mut Vec<Command>) {
    let all = page.workspace.entities();
    let roles = roles(page);
    let mut gone = None;
    for (at, part) in draft.event.entities.iter_mut().enumerate() {
        let known = all.iter().find(|entity| entity.key == part.entity);
        let name = known.map_or(part.entity.as_str(), |entity| entity.name.as_str());
        ui.horizontal_wrapped(|ui| {
            front(ui, name);
            let called = page.words().say("form-role-of", &[("name", Arg::Text(name))]);
            choose(ui, &called, ("entity", at), &mut part.role, &roles);
            let called = page.words().say("form-entity-remove", &[("name", Arg::Text(name))]);
            if cross(ui, &called) {
                gone = Some(at);
            }
        });
    }
    if let Some(gone) = gone {
        draft.event.entities.remove(gone);
    }
    for (name, _) in &draft.made {
        say(ui, &page.words().say("form-entity-awaited", &[("text", Arg::Text(name))]), page.palette.muted);
    }
    let called = page.word("field-entities");
    match entity(ui, page, &mut draft.typed.entity, &called, commands) {
        Some(EntityChoice::Known(entity)) => {
            let known = draft.event.entities.iter().any(|part| part.entity == entity);
            let part = Participant { entity, role: EntityRole::default() };
            draft.event.entities.extend((!known).then_some(part));
        }
        Some(EntityChoice::New(name)) => draft.made.push((name, EntityRole::default())),
        None => {}
    }
}

/// Those whom the words name and the case does not know, each at a button that makes it.
pub fn offered(
    ui: &mut Ui,
    page: Page<'_>,
    names: &mut Vec<String>,
    draft: &mut Draft,
    commands: &mut Vec<Command>,
) {
    let mut taken = None;
    ui.horizontal_wrapped(|ui| {
        for (at, name) in names.iter().enumerate() {
            let said = page.words().say("pick-new-entity", &[("name", Arg::Text(name))]);
            if quiet(ui, page.palette, &said).clicked() {
                taken = Some(at);
            }
        }
    });
    if let Some(at) = taken {
        let name = names.remove(at);
        let entity = Entity { name: name.clone(), ..Entity::default() };
        commands.push(Command::Edit(Edit::Entity(EntityEdit::Put(Box::new(entity)))));
        draft.made.push((name, EntityRole::default()));
    }
}

/// A field to pick an entity from; one that is new is made at once.
pub fn entity(
    ui: &mut Ui,
    page: Page<'_>,
    typed: &mut String,
    called: &str,
    commands: &mut Vec<Command>,
) -> Option<EntityChoice> {
    let offer = |typed: &str| pick::entities(page.workspace.entities(), typed, page.words());
    let picked = pick::pick(ui, typed, called, &page.word("form-entity-hint"), offer)?;
    if let EntityChoice::New(name) = &picked {
        let entity = Entity { name: name.clone(), ..Entity::default() };
        commands.push(Command::Edit(Edit::Entity(EntityEdit::Put(Box::new(entity)))));
    }
    Some(picked)
}

/// What an entity can be in an event.
pub fn roles(page: Page<'_>) -> Vec<(EntityRole, String)> {
    EntityRole::ALL.map(|role| (role, page.word(&format!("entity-role-{}", role.code())))).into()
}

/// Shows the tags, and a field for more: Enter or a comma ends one.
pub fn tags(ui: &mut Ui, page: Page<'_>, draft: &mut Draft) {
    let tags = &mut draft.event.tags;
    let mut gone = None;
    if !tags.is_empty() {
        ui.horizontal_wrapped(|ui| {
            for (at, tag) in tags.iter().enumerate() {
                let button = quiet(ui, page.palette, &format!("{tag} ×"));
                let called = page.words().say("form-tag-remove", &[("tag", Arg::Text(tag))]);
                super::field::name(ui, &button, &called);
                if button.clicked() {
                    gone = Some(at);
                }
            }
        });
    }
    if let Some(gone) = gone {
        tags.remove(gone);
    }
    let typed = &mut draft.typed.tag;
    let field = line(ui, typed, &page.word("field-tags"), &page.word("form-tag-hint"));
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if entered || typed.contains(',') {
        for tag in std::mem::take(typed).split(',').map(str::trim).filter(|tag| !tag.is_empty()) {
            if !tags.iter().any(|taken| taken == tag) {
                tags.push(tag.to_owned());
            }
        }
        field.request_focus();
    }
}
