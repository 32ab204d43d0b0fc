//! The ties between an event and others; each is an edit of its own, made at once.

use egui::{Label, RichText, Ui};

use crate::model::{Arg, Edit, Event, EventId, Link, LinkEdit, LinkType};
use crate::scene::Face;
use crate::workspace::{Command, Look};

use super::super::look::{BODY, SMALL, colour, font};
use super::field::{Page, choose, cross, heading, quiet, say};
use super::pick;

/// A tie that is being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkDraft {
    link_type: LinkType,
    typed: String,
}

impl Default for LinkDraft {
    fn default() -> Self {
        Self { link_type: LinkType::Retaliation, typed: String::new() }
    }
}

/// Shows the ties of an event, and a field to make one.
pub fn show(ui: &mut Ui, page: Page<'_>, event: &Event, made: &mut LinkDraft, commands: &mut Vec<Command>) {
    heading(ui, page, &page.word("form-links"));
    let links = page.workspace.links_of(event.id).unwrap_or_default();
    for (at, (other, link)) in links.iter().enumerate() {
        ui.push_id(("link", at), |ui| tie(ui, page, event, *other, link, commands));
    }
    if page.workspace.read_only().is_some() {
        return;
    }
    let types: Vec<(LinkType, String)> =
        LinkType::ALL.map(|link| (link, page.word(&format!("link-{}", link.code())))).into();
    ui.horizontal(|ui| {
        ui.add(Label::new(page.word("form-link-this")).selectable(false));
        choose(ui, &page.word("form-link-type"), "link-type", &mut made.link_type, &types);
    });
    let offer = |typed: &str| pick::events(page, typed, Some(event.id), commands);
    let picked =
        pick::pick(ui, &mut made.typed, &page.word("form-link-to"), &page.word("form-link-hint"), offer);
    let picked = picked.and_then(|event| page.workspace.card(event));
    if let Some(other) = picked {
        let link = Link {
            from: event.key.clone(),
            to: other.key.clone(),
            link_type: made.link_type,
            quotes: Vec::new(),
        };
        commands.push(Command::Edit(Edit::Link(LinkEdit::Put(Box::new(link)))));
    }
}

/// "retaliates for: Italy expels 30 (by the editor)".
fn tie(ui: &mut Ui, page: Page<'_>, event: &Event, other: EventId, link: &Link, commands: &mut Vec<Command>) {
    let card = page.workspace.card(other);
    let title = card.as_ref().map_or("…", |other| other.title.as_str());
    let outward = link.from == event.key;
    let prefix = if outward { "link" } else { "link-back" };
    let verb = page.word(&format!("{prefix}-{}", link.link_type.code()));
    ui.horizontal_wrapped(|ui| {
        let called =
            page.words().say("form-link-remove", &[("verb", Arg::Text(&verb)), ("title", Arg::Text(title))]);
        if cross(ui, &called) {
            let Link { from, to, link_type, .. } = link.clone();
            commands.push(Command::Edit(Edit::Link(LinkEdit::Remove { from, to, link_type })));
        }
        let said = RichText::new(verb).font(font(Face::Sans, BODY)).color(colour(page.palette.muted));
        ui.add(Label::new(said).selectable(false));
        if quiet(ui, page.palette, title).clicked() {
            commands.push(Command::Look(Look::SelectEvent(other)));
        }
        let by = if link.quotes.is_empty() {
            page.word("form-link-editor")
        } else {
            page.words().say("form-link-quotes", &[("n", Arg::Number(link.quotes.len() as u64))])
        };
        let by = RichText::new(by).font(font(Face::Sans, SMALL)).color(colour(page.palette.muted));
        ui.add(Label::new(by).selectable(false));
    });
    if card.is_none() {
        say(ui, &link.to, page.palette.muted);
    }
}
