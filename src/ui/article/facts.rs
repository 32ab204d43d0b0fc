//! The block under an article: the facts of the chosen event, and every source that supports it.

use egui::{Button, Label, RichText, Ui};

use crate::model::{Arg, Event, Family, Quote, Words, spoken_date};
use crate::scene::{Face, Ink, Palette};
use crate::workspace::{Beside, Command, Look, Workspace};

use super::super::look::{BODY, SMALL, TITLE, colour, font};
use super::super::menu::{Action, WriteAction, tip};
use super::super::phrases;

/// What the block is made from.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub workspace: &'a Workspace,
    pub palette: &'static Palette,
    pub event: &'a Event,
    /// Whether the picture shows it.
    pub is_in_view: bool,
}

/// Shows the block; `beside` tells whether the sources are to be shown side by side.
pub fn show(ui: &mut Ui, facts: &Facts<'_>, beside: &mut bool) -> Vec<Command> {
    let Facts { workspace, palette, event, .. } = *facts;
    let (words, columns) = (workspace.words().as_ref(), workspace.columns());
    ui.spacing_mut().item_spacing.y = 2.0;
    let line = |ui: &mut Ui, text: &str| write(ui, text, Face::Sans, BODY, palette.muted);
    let mut commands = Vec::new();
    ui.horizontal(|ui| {
        write(ui, &words.word("this-event"), Face::SansSemiBold, BODY, palette.muted);
        let edit = words.word("facts-edit");
        let tip = tip(Action::Write(WriteAction::EditEvent), words);
        if link(ui, palette, &edit).on_hover_text(tip).clicked() {
            commands.push(Command::Look(Look::Beside(Some(Beside::Event(event.id, None)))));
        }
    });
    write(ui, &event.title, Face::SansSemiBold, TITLE, palette.ink);
    line(ui, &phrases::when(event, words));
    for date in &event.dates {
        let said = spoken_date(&date.when, false, words);
        let role = words.word(&format!("date-role-{}", date.role));
        line(ui, &words.say("date-of-role", &[("role", Arg::Text(&role)), ("date", Arg::Text(&said))]));
    }
    let roles = phrases::roles(columns, event, words);
    if !roles.is_empty() {
        line(ui, &roles);
    }
    let status = words.word(&format!("status-{}", event.status.code()));
    let mut said = vec![phrases::kind(columns, &event.kind, words), status];
    said.extend(event.count.as_ref().map(|count| phrases::count(count, words)));
    line(ui, &said.join(" · "));
    for said in phrases::differences(columns, event, |key| workspace.article(key), words) {
        write(ui, &said, Face::Sans, BODY, palette.family(Family::Force));
    }
    if event.differences().any() && link(ui, palette, &words.word("sides-by")).clicked() {
        *beside = true;
    }
    if !facts.is_in_view {
        line(ui, &words.word("not-in-view"));
    }
    if let Some(note) = &event.note {
        line(ui, note);
    }
    ui.add_space(8.0);
    commands.extend(sources(ui, facts));
    commands
}

fn link(ui: &mut Ui, palette: &Palette, text: &str) -> egui::Response {
    let text = RichText::new(text).font(font(Face::Sans, BODY)).underline().color(colour(palette.muted));
    ui.add(Button::new(text).frame(false))
}

/// Every source once, in stored order: those with a text open it, the others say that there is none.
fn sources(ui: &mut Ui, facts: &Facts<'_>) -> Vec<Command> {
    let Facts { workspace, palette, event, .. } = *facts;
    let words = workspace.words().as_ref();
    write(
        ui,
        &phrases::sources(event, |key| workspace.article(key), words),
        Face::SansSemiBold,
        BODY,
        palette.muted,
    );
    let open = workspace.open_article().map(|open| open.key.as_str());
    let mut commands = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for quote in &event.quotes {
        if seen.contains(&quote.article.as_str()) {
            continue;
        }
        seen.push(&quote.article);
        ui.add_space(4.0);
        commands.extend(source(ui, facts, quote, open == Some(quote.article.as_str())));
    }
    commands
}

fn source(ui: &mut Ui, facts: &Facts<'_>, quote: &Quote, is_open: bool) -> Option<Command> {
    let Facts { workspace, palette, event, .. } = *facts;
    let words = workspace.words().as_ref();
    let article = workspace.article(&quote.article)?;
    let mut command = None;
    if quote.place.is_some() && !is_open {
        let title = RichText::new(article.heading()).font(font(Face::Sans, BODY)).underline();
        let link = ui.add(Button::new(title.color(colour(palette.ink))).wrap().frame(false));
        if link.clicked() {
            let look = Look::ShowArticle { key: article.key.clone(), event: Some(event.id), place: None };
            command = Some(Command::Look(look));
        }
    } else {
        write(ui, article.heading(), Face::Sans, BODY, palette.ink);
    }
    let mut about: Vec<String> = Vec::new();
    about.extend(article.site.clone().filter(|site| site.as_str() != article.heading()));
    about.extend(article.published.as_ref().map(|when| spoken_date(when, false, words)));
    about.extend(
        article.origin.as_ref().map(|agency| words.say("by-agency", &[("agency", Arg::Text(agency))])),
    );
    if is_open {
        about.push(words.word("source-here"));
    } else if quote.place.is_none() {
        about.push(words.word("source-no-text"));
    }
    ui.horizontal_wrapped(|ui| {
        write(ui, &about.join(" · "), Face::Sans, SMALL, palette.muted);
        let Some(url) = &article.url else { return };
        let copy = RichText::new(words.word("copy-address")).font(font(Face::Sans, SMALL)).underline();
        let copy = ui.add(Button::new(copy.color(colour(palette.muted))).frame(false)).on_hover_text(url);
        if copy.clicked() {
            ui.ctx().copy_text(url.clone());
        }
    });
    command
}

fn write(ui: &mut Ui, text: &str, face: Face, size: f32, ink: Ink) {
    ui.add(Label::new(RichText::new(text).font(font(face, size)).color(colour(ink))).wrap().selectable(true));
}
