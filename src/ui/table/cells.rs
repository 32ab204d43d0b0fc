//! What stands in the table's cells, and how a cell is written in.

use egui::{Key, Label, RichText, Ui};

use crate::model::{Edit, Event, EventChange, EventEdit, EventId, Role, Status};
use crate::scene::{Face, Ink};
use crate::workspace::{Command, ListColumn as Column, typed_date};

use super::super::form::{Page, focus_pick, line, offer_kinds, pick, understood};
use super::super::look::{BODY, colour, font};
use super::super::phrases::{self, lane_name};

/// Key of a column's name.
#[must_use]
pub fn heading(column: Column) -> &'static str {
    match column {
        Column::When => "field-when",
        Column::Title => "field-title",
        Column::Lanes => "field-lanes",
        Column::Kind => "field-kind",
        Column::Status => "field-status",
        Column::Count => "field-count",
        Column::Entities => "field-entities",
        Column::Quotes => "table-quotes",
        Column::Tags => "field-tags",
    }
}

/// Whether its cells are written in place.
#[must_use]
pub fn is_edited(column: Column) -> bool {
    matches!(column, Column::When | Column::Title | Column::Kind | Column::Status)
}

/// A cell that is being written in.
#[derive(Debug, Clone)]
pub struct Writing {
    pub event: EventId,
    pub column: Column,
    pub text: String,
    /// Shown for the first time: it takes the keyboard.
    pub fresh: bool,
}

/// What came of a cell that is written in.
#[derive(Debug)]
pub enum Written {
    Goes,
    Stays,
    Done(Option<Command>),
}

/// The words of a cell, and their colour.
#[must_use]
pub fn words(page: Page<'_>, event: &Event, column: Column) -> (String, Ink) {
    let (columns, words, palette) = (page.workspace.columns(), page.words(), page.palette);
    let plain = |text: String| (text, palette.ink);
    match column {
        Column::When => plain(phrases::when(event, words)),
        Column::Title => plain(event.title.clone()),
        Column::Lanes => (lanes(page, event), palette.muted),
        Column::Kind => (phrases::kind(columns, &event.kind, words), phrases::ink(columns, event, palette)),
        Column::Status => (words.word(&format!("status-{}", event.status.code())), palette.muted),
        Column::Count => plain(event.count.map(|count| phrases::count(&count, words)).unwrap_or_default()),
        Column::Entities => (entities(page, event), palette.muted),
        Column::Quotes => (event.quotes.len().to_string(), palette.muted),
        Column::Tags => (event.tags.join(", "), palette.muted),
    }
}

/// "Italy → Russia".
fn lanes(page: Page<'_>, event: &Event) -> String {
    let columns = page.workspace.columns();
    let of = |role: Role| -> Vec<_> {
        event.lanes_as(role).map(|lane| lane_name(columns, lane, page.words())).collect()
    };
    let (actors, targets) = (of(Role::Actor), of(Role::Target));
    let mut said = match (actors.is_empty(), targets.is_empty()) {
        (false, false) => vec![format!("{} → {}", actors.join(", "), targets.join(", "))],
        (true, false) => vec![format!("→ {}", targets.join(", "))],
        _ => vec![actors.join(", ")],
    };
    let mut rest = of(Role::Subject);
    rest.extend(of(Role::Place));
    rest.retain(|name| !actors.contains(name) && !targets.contains(name));
    said.push(rest.join(", "));
    said.retain(|part| !part.is_empty());
    said.join(" · ")
}

fn entities(page: Page<'_>, event: &Event) -> String {
    let all = page.workspace.entities();
    let name = |key: &str| all.iter().find(|entity| entity.key == key).map(|entity| entity.name.as_str());
    let names: Vec<&str> = event.entities.iter().filter_map(|part| name(&part.entity)).collect();
    names.join(", ")
}

/// Shows the words.
pub fn show(ui: &mut Ui, page: Page<'_>, event: &Event, column: Column) {
    let (text, ink) = words(page, event, column);
    let face = if column == Column::Title { Face::SansSemiBold } else { Face::Sans };
    let text = RichText::new(text).font(font(face, BODY)).color(colour(ink));
    ui.add(Label::new(text).truncate().selectable(false));
}

/// Begins to write in a cell.
#[must_use]
pub fn begin(event: &Event, column: Column) -> Writing {
    let text = match column {
        Column::When => event.when.as_ref().map(|when| when.as_str().to_owned()).unwrap_or_default(),
        Column::Title => event.title.clone(),
        _ => String::new(),
    };
    Writing { event: event.id, column, text, fresh: true }
}

/// Shows a cell that is written in: Enter takes it, Escape leaves it as it was.
pub fn write(ui: &mut Ui, page: Page<'_>, event: &Event, writing: &mut Writing) -> Written {
    if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape)) {
        return Written::Done(None);
    }
    let called = page.word(heading(writing.column));
    let change = |change| Edit::Event(EventEdit::Change { events: vec![event.id], change });
    let done = |edit: Edit| Written::Done(Some(Command::Edit(edit)));
    match writing.column {
        Column::Kind => {
            let offer = |typed: &str| offer_kinds(page, typed);
            let hint = phrases::kind(page.workspace.columns(), &event.kind, page.words());
            focus(ui, &called, writing);
            match pick(ui, &mut writing.text, &called, &hint, offer) {
                Some(kind) => done(change(EventChange::Kind(kind))),
                None => Written::Goes,
            }
        }
        Column::Status => {
            let offer = |typed: &str| offer_statuses(page, typed);
            let hint = page.word(&format!("status-{}", event.status.code()));
            focus(ui, &called, writing);
            match pick(ui, &mut writing.text, &called, &hint, offer) {
                Some(status) => done(change(EventChange::Status(status))),
                None => Written::Goes,
            }
        }
        _ => text(ui, page, event, writing, &called),
    }
}

/// A title or date: left by Enter or by going elsewhere; what can't be read stays and says why.
fn text(ui: &mut Ui, page: Page<'_>, event: &Event, writing: &mut Writing, called: &str) -> Written {
    let field = line(ui, &mut writing.text, called, "");
    if std::mem::take(&mut writing.fresh) {
        field.request_focus();
        return Written::Goes;
    }
    let mut changed = event.clone();
    if writing.column == Column::When {
        match understood(&writing.text, event.within, page.words()) {
            Ok(said) => field.clone().on_hover_text(said),
            Err(why) => {
                field.show_tooltip_text(why);
                return if field.lost_focus() { Written::Stays } else { Written::Goes };
            }
        };
        changed.when = typed_date(&writing.text).ok().flatten();
        changed.within &= changed.when.as_ref().is_some_and(crate::model::When::is_interval);
    } else {
        writing.text.trim().clone_into(&mut changed.title);
    }
    if !field.lost_focus() {
        return Written::Goes;
    }
    let same = changed == *event || changed.title.is_empty();
    Written::Done((!same).then(|| Command::Edit(Edit::Event(EventEdit::Put(Box::new(changed))))))
}

/// The field of a pick-list takes the keyboard in its first frame.
fn focus(ui: &Ui, called: &str, writing: &mut Writing) {
    if std::mem::take(&mut writing.fresh) {
        focus_pick(ui, called);
    }
}

fn offer_statuses(page: Page<'_>, typed: &str) -> Vec<super::super::form::Choice<Status>> {
    let wanted = typed.to_lowercase();
    let all = Status::ALL.map(|status| super::super::form::Choice {
        label: page.word(&format!("status-{}", status.code())),
        note: String::new(),
        value: status,
    });
    all.into_iter().filter(|choice| choice.label.starts_with(&wanted)).collect()
}
