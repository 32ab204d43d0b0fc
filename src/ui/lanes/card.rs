//! The card beside a mark under the pointer: what happened, and how it is known.

use egui::{Label, PopupAnchor, Rect, RectAlign, RichText, Tooltip, Ui};

use crate::model::{Arg, Event, EventId, Family, Words};
use crate::scene::{Face, Ink, Palette, Target};
use crate::workspace::Workspace;

use super::super::look::{BODY, SMALL, TITLE, colour, font};
use super::super::phrases;

/// Widest card: a line that is read without moving the eyes.
const WIDTH: f32 = 356.0;
/// Events of a block that are named.
const NAMED: usize = 6;
/// Letters of a quote that are shown.
const QUOTE: usize = 280;

/// What a card is made from.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub workspace: &'a Workspace,
    pub palette: &'static Palette,
    /// Names of the lanes in the folded row.
    pub folded: &'a [String],
}

/// Shows the card of a target beside its rectangle, and never over it.
pub fn show(ui: &Ui, anchor: Rect, target: &Target, name: &str, facts: &Facts<'_>) {
    beside(ui, anchor, |ui| match target {
        Target::Event(id) => match facts.workspace.card(*id) {
            Some(event) => about(ui, &event, facts),
            None => line(ui, name, BODY, facts.palette.ink),
        },
        Target::Block(ids) => block(ui, ids, name, facts),
        Target::Heap { .. } => line(ui, name, BODY, facts.palette.ink),
        // Where the header had no room: the whole name, its group, and what the numbers count.
        Target::Lane(_) => {
            line(ui, name, BODY, facts.palette.ink);
            if !facts.folded.is_empty() {
                line(ui, &facts.folded.join(", "), SMALL, facts.palette.ink);
            }
        }
    });
}

/// Shows what a bar of the strip says; the first line and what follows it.
pub fn sum(ui: &Ui, anchor: Rect, lines: &[String], palette: &'static Palette) {
    beside(ui, anchor, |ui| {
        for (number, said) in lines.iter().enumerate() {
            line(ui, said, if number == 0 { BODY } else { SMALL }, palette.ink);
        }
    });
}

fn beside(ui: &Ui, anchor: Rect, add: impl FnOnce(&mut Ui)) {
    let id = ui.scope_id().with("card");
    let mut card = Tooltip::always_open(
        ui.ctx().clone(),
        ui.layer_id(),
        id,
        PopupAnchor::ParentRect(anchor.expand(4.0)),
    );
    card.popup = card.popup.align(RectAlign::RIGHT_START).align_alternatives(&[
        RectAlign::LEFT_START,
        RectAlign::RIGHT_END,
        RectAlign::LEFT_END,
        RectAlign::BOTTOM_START,
        RectAlign::TOP_START,
    ]);
    card.gap(8.0).width(WIDTH).show(|ui| {
        ui.set_max_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 2.0;
        add(ui);
    });
}

fn about(ui: &mut Ui, event: &Event, facts: &Facts<'_>) {
    let (palette, words, columns) =
        (facts.palette, facts.workspace.words().as_ref(), facts.workspace.columns());
    line(ui, &phrases::when(event, words), SMALL, palette.muted);
    ui.add(Label::new(
        RichText::new(&event.title).font(font(Face::SansSemiBold, TITLE)).color(colour(palette.ink)),
    ));
    let status = words.word(&format!("status-{}", event.status.code()));
    let mut said = vec![phrases::kind(columns, &event.kind, words)];
    said.extend(event.count.as_ref().map(|count| phrases::count(count, words)));
    said.push(status);
    said.push(phrases::sources(event, |key| facts.workspace.article(key), words));
    line(ui, &said.join(" · "), BODY, phrases::ink(columns, event, palette));
    let roles = phrases::roles(columns, event, words);
    if !roles.is_empty() {
        line(ui, &roles, BODY, palette.ink);
    }
    if let Some(exact) = phrases::best_quote(event).and_then(|quote| quote.exact.as_deref()) {
        ui.add_space(2.0);
        let quoted = words.say("quoted", &[("words", Arg::Text(&cut(exact)))]);
        ui.add(Label::new(RichText::new(quoted).font(font(Face::Serif, 13.0)).color(colour(palette.ink))));
    }
    for said in phrases::differences(columns, event, |key| facts.workspace.article(key), words) {
        line(ui, &said, BODY, palette.family(Family::Force));
    }
}

fn block(ui: &mut Ui, ids: &[EventId], name: &str, facts: &Facts<'_>) {
    let (palette, words) = (facts.palette, facts.workspace.words().as_ref());
    ui.add(Label::new(RichText::new(name).font(font(Face::SansSemiBold, BODY)).color(colour(palette.ink))));
    for event in ids.iter().take(NAMED).filter_map(|id| facts.workspace.card(*id)) {
        ui.add_space(2.0);
        line(ui, &phrases::when(&event, words), SMALL, palette.muted);
        line(ui, &event.title, BODY, palette.ink);
    }
    if let Some(more) = ids.len().checked_sub(NAMED).filter(|more| *more > 0) {
        line(ui, &words.say("and-more", &[("n", Arg::Number(more as u64))]), BODY, palette.muted);
    }
    line(ui, &words.word("block-hint"), SMALL, palette.muted);
}

fn line(ui: &mut Ui, text: &str, size: f32, ink: Ink) {
    ui.add(Label::new(RichText::new(text).font(font(Face::Sans, size)).color(colour(ink))));
}

/// The first words of a long quote.
fn cut(text: &str) -> String {
    if text.chars().count() <= QUOTE {
        return text.to_owned();
    }
    let start: String = text.chars().take(QUOTE).collect();
    let end = start.rfind(' ').unwrap_or(start.len());
    format!("{}…", &start[..end])
}
