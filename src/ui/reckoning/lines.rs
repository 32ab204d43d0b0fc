//! How reckoned things are said: lanes by name, events in a line, and what a number rests on.

use egui::{Label, Response, RichText, Ui};

use crate::model::{Arg, Columns, EventId, LaneIndex, Words};
use crate::scene::{Face, Ink, Palette};
use crate::timeline::Days;
use crate::workspace::Workspace;

use super::super::look::{BODY, SMALL, colour, font};
use super::super::phrases;

/// Events that are named one by one; more are counted.
pub const NAMED: usize = 12;

/// Names of lanes, with commas.
pub fn lanes(columns: &Columns, lanes: &[LaneIndex], words: &dyn Words) -> String {
    let names: Vec<_> = lanes.iter().map(|one| columns.lane_name(*one, words)).collect();
    names.join(", ")
}

/// "5 April 2022: Italy expels 30 Russian diplomats"; "…" until its words are there.
pub fn event(workspace: &Workspace, event: EventId) -> String {
    let words = workspace.words().as_ref();
    workspace.card(event).map_or_else(
        || "…".to_owned(),
        |card| {
            let date = phrases::when(&card, words);
            words.say("reckon-event", &[("date", Arg::Text(&date)), ("title", Arg::Text(&card.title))])
        },
    )
}

/// "21 d", or "14–45 d" where only bounds are known.
pub fn days(days: Days, words: &dyn Words) -> String {
    let number = |days: i64| u64::try_from(days).unwrap_or(0);
    match days.exact() {
        Some(exact) => words.say("reckon-days", &[("n", Arg::Number(number(exact)))]),
        None => words.say(
            "reckon-days-between",
            &[("least", Arg::Number(number(days.least))), ("most", Arg::Number(number(days.most)))],
        ),
    }
}

/// A line of text.
pub fn line(ui: &mut Ui, text: &str, size: f32, ink: Ink) -> Response {
    let text = RichText::new(text).font(font(Face::Sans, size)).color(colour(ink));
    ui.add(Label::new(text).selectable(false))
}

/// What a number rests on: events with their own numbers, in a card beside it.
pub fn rests_on(
    shown: Response,
    workspace: &Workspace,
    palette: &Palette,
    head: &str,
    events: &[(EventId, u64)],
) -> Response {
    let words = workspace.words().as_ref();
    shown.on_hover_ui(|ui| {
        ui.set_max_width(420.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        line(ui, head, BODY, palette.ink);
        for (event, number) in events.iter().take(NAMED) {
            let said = self::event(workspace, *event);
            let text = if *number > 0 { format!("{}  {said}", words.number(*number)) } else { said };
            ui.add(
                Label::new(RichText::new(text).font(font(Face::Sans, SMALL)).color(colour(palette.ink)))
                    .wrap(),
            );
        }
        if let Some(more) = events.len().checked_sub(NAMED).filter(|more| *more > 0) {
            line(ui, &words.say("and-more", &[("n", Arg::Number(more as u64))]), SMALL, palette.muted);
        }
    })
}
