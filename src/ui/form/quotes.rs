//! The quotes that support an event, and what each source says otherwise.

use egui::{CollapsingHeader, Label, RichText, Ui};

use crate::model::{Arg, Quote};
use crate::scene::Face;
use crate::workspace::{Command, Look};

use super::super::look::{SMALL, TITLE, colour, font};
use super::super::phrases;
use super::draft::{Draft, QuoteDraft};
use super::event::{count, date_said, statuses};
use super::field::{Page, choose, cross, heading, line, quiet, row, say};
use super::{parts, pick};

/// Letters of a quote that are shown.
const SHOWN: usize = 320;

/// Shows the quotes with their articles.
pub fn show(ui: &mut Ui, page: Page<'_>, draft: &mut Draft, commands: &mut Vec<Command>) {
    let n = draft.quotes.len() as u64;
    heading(ui, page, &page.words().say("form-quotes", &[("n", Arg::Number(n))]));
    if n == 0 {
        say(ui, &page.word("form-quotes-none"), page.palette.muted);
    }
    let event = draft.event.id;
    let kind = draft.event.kind.clone();
    let mut gone = None;
    for (at, quote) in draft.quotes.iter_mut().enumerate() {
        ui.push_id(("quote", at), |ui| {
            if about(ui, page, &quote.quote, commands, event) {
                gone = Some(at);
            }
            let differs = quote.differs();
            CollapsingHeader::new(page.word("form-says")).id_salt("says").default_open(differs).show(
                ui,
                |ui| {
                    says(ui, page, quote, &kind, commands);
                },
            );
        });
        ui.add_space(4.0);
    }
    if let Some(gone) = gone {
        draft.quotes.remove(gone);
    }
}

/// The words and where they stand; `true`: the quote is to go.
fn about(
    ui: &mut Ui,
    page: Page<'_>,
    quote: &Quote,
    commands: &mut Vec<Command>,
    event: crate::model::EventId,
) -> bool {
    let mut gone = false;
    let article = page.workspace.article(&quote.article);
    let title = article.map_or(quote.article.as_str(), |article| article.heading());
    ui.horizontal_top(|ui| {
        let called = page.words().say("form-quote-remove", &[("title", Arg::Text(title))]);
        gone = cross(ui, &called);
        ui.vertical(|ui| {
            if let Some(exact) = &quote.exact {
                let cut: String = exact.chars().take(SHOWN).collect();
                let dots = if cut.len() < exact.len() { "…" } else { "" };
                let said = page.words().say("quoted", &[("words", Arg::Text(&format!("{cut}{dots}")))]);
                let said = RichText::new(said).font(font(Face::Serif, TITLE)).color(colour(page.palette.ink));
                ui.add(Label::new(said).wrap());
            }
            let site = article.and_then(|article| article.site.clone()).filter(|site| site != title);
            let said: Vec<String> = std::iter::once(title.to_owned()).chain(site).collect();
            let said = RichText::new(said.join(" · ")).font(font(Face::Sans, SMALL));
            ui.add(Label::new(said.color(colour(page.palette.muted))).wrap());
            if quote.place.is_some() && quiet(ui, page.palette, &page.word("form-quote-read")).clicked() {
                let event = Some(event).filter(|event| event.0 != 0);
                commands.push(Command::Look(Look::ShowArticle {
                    key: quote.article.clone(),
                    event,
                    place: None,
                }));
            }
        });
    });
    gone
}

/// What the source claims where it differs from the event.
fn says(ui: &mut Ui, page: Page<'_>, quote: &mut QuoteDraft, kind: &str, commands: &mut Vec<Command>) {
    say(ui, &page.word("form-says-what"), page.palette.muted);
    let same = page.word("form-says-same");
    row(ui, page, "field-status", |ui| {
        let mut options = vec![(None, same.clone())];
        options.extend(statuses(page).into_iter().map(|(status, said)| (Some(status), said)));
        choose(ui, &page.word("says-status"), "says-status", &mut quote.says.status, &options);
    });
    row(ui, page, "field-when", |ui| {
        line(ui, &mut quote.when, &page.word("says-when"), &same);
        if !quote.when.trim().is_empty() {
            date_said(ui, page, &quote.when, false);
        }
    });
    row(ui, page, "field-count", |ui| {
        let kind = quote.says.kind.as_deref().unwrap_or(kind);
        count(ui, page, &mut quote.count, kind, "says-count");
    });
    row(ui, page, "field-kind", |ui| {
        let columns = page.workspace.columns();
        let mut options = vec![(None, same)];
        let kinds = pick::kinds(columns, "", page.words());
        options.extend(kinds.into_iter().map(|choice| (Some(choice.value), choice.label)));
        options[1..].sort_by(|a, b| a.1.cmp(&b.1));
        choose(ui, &page.word("says-kind"), "says-kind", &mut quote.says.kind, &options);
        if let Some(kind) = &quote.says.kind {
            say(ui, &phrases::kind(columns, kind, page.words()), page.palette.muted);
        }
    });
    row(ui, page, "field-lanes", |ui| {
        parts::show(ui, page, &mut quote.says.lanes, &mut quote.lane, "says-lanes", commands);
    });
}
