//! The fields of one event.

use egui::{Button, Key, KeyboardShortcut, Label, Modifiers, RichText, Ui};

use crate::model::{Arg, DATE_ROLES, Edit, EventEdit, Status, Unit, When};
use crate::scene::Face;
use crate::workspace::{Command, typed_date};

use super::super::look::{BODY, colour, font};
use super::super::phrases;
use super::draft::{CountDraft, Draft, LABEL, understood};
use super::field::{Page, choose, cross, line, lines, name, quiet, row, say, short, tick};
use super::writing::Writing;
use super::{links, parts, people, pick, quotes};

/// What was asked of the form itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Save,
    Discard,
}

/// Shows the fields.
pub fn show(ui: &mut Ui, page: Page<'_>, writing: &mut Writing, commands: &mut Vec<Command>) {
    let words = page.words();
    let draft = &mut writing.draft;
    if writing.of.is_none() {
        excerpt(ui, page, draft);
    }
    row(ui, page, "field-title", |ui| {
        let title = lines(ui, &mut draft.event.title, &page.word("field-title"), 2);
        if std::mem::take(&mut writing.fresh) {
            title.request_focus();
        }
    });
    row(ui, page, "field-label", |ui| {
        line(ui, &mut draft.label, &page.word("field-label"), "");
        let used = draft.label.trim().chars().count();
        if used > 0 {
            let args = [("n", Arg::Number(used as u64)), ("most", Arg::Number(LABEL as u64))];
            let ink = if used > LABEL { page.palette.accent } else { page.palette.muted };
            say(ui, &words.say("form-label-used", &args), ink);
        }
    });
    when(ui, page, draft);
    further_dates(ui, page, draft);
    kind_and_status(ui, page, draft);
    row(ui, page, "field-lanes", |ui| {
        parts::show(ui, page, &mut draft.event.lanes, &mut draft.typed.lane, "field-lanes", commands);
        parts::other_readings(ui, page, &mut writing.offers.lanes, &mut draft.event.lanes);
    });
    row(ui, page, "field-count", |ui| count(ui, page, &mut draft.count, &draft.event.kind, "field-count"));
    row(ui, page, "field-entities", |ui| {
        people::entities(ui, page, draft, commands);
        people::offered(ui, page, &mut writing.offers.names, draft, commands);
    });
    row(ui, page, "field-tags", |ui| people::tags(ui, page, draft));
    row(ui, page, "field-note", |ui| {
        lines(ui, &mut draft.note, &page.word("field-note"), 2);
    });
    row(ui, page, "field-private", |ui| {
        tick(ui, &mut draft.event.private, &page.word("form-private"));
    });
    quotes::show(ui, page, draft, commands);
    if let Some(base) = writing.base.as_ref() {
        links::show(ui, page, base, &mut writing.link, commands);
    }
}

/// The words that a new event is written from, in sight while it is written.
fn excerpt(ui: &mut Ui, page: Page<'_>, draft: &Draft) {
    /// Letters that are shown.
    const MOST: usize = 280;
    let Some(words) = draft.quotes.first().and_then(|quote| quote.quote.exact.as_deref()) else { return };
    let mut shown: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = shown.char_indices().nth(MOST) {
        shown.truncate(end);
        shown.push('…');
    }
    let text = RichText::new(format!("“{shown}”")).font(font(Face::Serif, BODY + 1.5));
    ui.add(Label::new(text.color(colour(page.palette.muted))).wrap());
    ui.add_space(6.0);
}

/// The buttons under the fields, which stay in sight, and what hinders the saving.
pub fn buttons(
    ui: &mut Ui,
    page: Page<'_>,
    writing: &mut Writing,
    commands: &mut Vec<Command>,
) -> Option<Asked> {
    let mut asked = None;
    let changed = writing.is_changed();
    if writing.tried {
        for why in writing.draft.read(page.words()).err().unwrap_or_default() {
            say(ui, &why, page.palette.accent);
        }
    }
    ui.horizontal(|ui| {
        let save = RichText::new(page.word("form-save")).font(font(Face::SansSemiBold, BODY));
        let can = changed && writing.sent.is_none() && page.workspace.read_only().is_none();
        let ink = if can { page.palette.ink } else { page.palette.muted };
        let tip = page.word("form-save-tip");
        if ui.add_enabled(can, Button::new(save.color(colour(ink)))).on_hover_text(tip).clicked() {
            asked = Some(Asked::Save);
        }
        if ui.add_enabled(changed, Button::new(page.word("form-discard"))).clicked() {
            asked = Some(Asked::Discard);
        }
        if writing.sent.is_some() {
            say(ui, &page.word("form-saving"), page.palette.muted);
        }
        if let Some(base) = writing.base.as_ref() {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if quiet(ui, page.palette, &page.word("form-delete")).clicked() {
                    commands.push(Command::Edit(Edit::Event(EventEdit::Remove(vec![base.id]))));
                }
            });
        }
    });
    if let Some(why) = page.workspace.read_only() {
        say(ui, &why.spoken(page.words()), page.palette.muted);
    }
    let enter = KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);
    if changed && ui.input_mut(|input| input.consume_shortcut(&enter)) {
        asked = Some(Asked::Save);
    }
    asked
}

fn when(ui: &mut Ui, page: Page<'_>, draft: &mut Draft) {
    row(ui, page, "field-when", |ui| {
        line(ui, &mut draft.when, &page.word("field-when"), &page.word("form-when-hint"));
        date_said(ui, page, &draft.when, draft.event.within);
        if typed_date(&draft.when).ok().flatten().is_some_and(|when| when.is_interval()) {
            tick(ui, &mut draft.event.within, &page.word("form-within"));
        }
    });
}

/// What a date is understood as, or why it is none: said while it is typed.
pub fn date_said(ui: &mut Ui, page: Page<'_>, typed: &str, within: bool) {
    match understood(typed, within, page.words()) {
        Ok(said) => say(ui, &said, page.palette.muted),
        Err(why) => say(ui, &why, page.palette.accent),
    }
}

fn further_dates(ui: &mut Ui, page: Page<'_>, draft: &mut Draft) {
    row(ui, page, "field-dates", |ui| {
        let roles: Vec<(String, String)> = DATE_ROLES
            .iter()
            .map(|role| ((*role).to_owned(), page.word(&format!("date-role-{role}"))))
            .collect();
        let mut gone = None;
        for (at, (role, text)) in draft.dates.iter_mut().enumerate() {
            ui.horizontal(|ui| {
                choose(ui, &page.word("form-date-role"), ("date", at), role, &roles);
                let said = page.words().say("form-date-of", &[("role", Arg::Text(role))]);
                short(ui, text, &said, (ui.available_width() - 34.0).max(60.0));
                if cross(ui, &page.word("form-date-remove")) {
                    gone = Some(at);
                }
            });
            date_said(ui, page, text, false);
        }
        if let Some(gone) = gone {
            draft.dates.remove(gone);
        }
        if quiet(ui, page.palette, &page.word("form-date-add")).clicked() {
            let free = DATE_ROLES.iter().find(|role| !draft.dates.iter().any(|(taken, _)| taken == *role));
            let role = free.or(DATE_ROLES.first()).copied().unwrap_or_default();
            draft.dates.push((role.to_owned(), String::new()));
        }
    });
}

fn kind_and_status(ui: &mut Ui, page: Page<'_>, draft: &mut Draft) {
    let (columns, words) = (page.workspace.columns(), page.words());
    row(ui, page, "field-kind", |ui| {
        let said = phrases::kind(columns, &draft.event.kind, words);
        let mut shown = draft
            .typed
            .kind
            .clone()
            .unwrap_or_else(|| if draft.event.kind.is_empty() { String::new() } else { said.clone() });
        // What stands there already narrows nothing.
        let offer = |typed: &str| pick::kinds(columns, if typed == said { "" } else { typed }, words);
        if let Some(kind) = pick::pick(ui, &mut shown, &page.word("field-kind"), "", offer) {
            draft.event.kind = kind;
            draft.typed.kind = None;
        } else if shown == said {
            draft.typed.kind = None;
        } else if columns.kinds.codes().any(|code| phrases::kind(columns, code, words) == shown) {
            let code = columns.kinds.codes().find(|code| phrases::kind(columns, code, words) == shown);
            code.unwrap_or_default().clone_into(&mut draft.event.kind);
            draft.typed.kind = None;
        } else {
            draft.typed.kind = Some(shown);
        }
    });
    row(ui, page, "field-status", |ui| {
        choose(ui, &page.word("field-status"), "status", &mut draft.event.status, &statuses(page));
    });
}

/// All statuses with their words.
pub fn statuses(page: Page<'_>) -> Vec<(Status, String)> {
    Status::ALL.map(|status| (status, page.word(&format!("status-{}", status.code())))).into()
}

/// Two numbers with what they count.
pub fn count(ui: &mut Ui, page: Page<'_>, count: &mut CountDraft, kind: &str, called: &str) {
    let called = page.word(called);
    ui.horizontal_wrapped(|ui| {
        short(ui, &mut count.min, &called, 48.0);
        ui.add(Label::new(page.word("form-count-to")).selectable(false));
        let most = short(ui, &mut count.max, &called, 48.0);
        name(ui, &most, &page.words().say("form-count-most", &[("what", Arg::Text(&called))]));
        let usual = Unit::usual_for(kind);
        let units: Vec<(Option<Unit>, String)> =
            Unit::ALL.map(|unit| (Some(unit), page.word(&format!("unit-name-{}", unit.code())))).into();
        let mut unit = Some(count.of.unwrap_or(usual));
        if choose(ui, &page.word("form-unit"), ("unit", &called), &mut unit, &units) {
            count.of = unit;
        }
        tick(ui, &mut count.approx, &page.word("form-about"));
        tick(ui, &mut count.or_more, &page.word("form-or-more"));
    });
    if let Err(why) = count.read(kind, page.words()) {
        say(ui, &why, page.palette.accent);
    }
}

/// Trivially a date: words of an article that are written in EDTF.
#[must_use]
pub fn date_within(words: &str) -> Option<When> {
    words.split_whitespace().find_map(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let dated = word.len() >= 7 && word.starts_with(|c: char| c.is_ascii_digit());
        dated.then(|| When::parse(word).ok()).flatten()
    })
}
