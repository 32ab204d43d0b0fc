//! The sum of what is chosen: how many events, heads counted once, first and last, which lanes; and what is done with
//! all of them.

use egui::{Align2, Area, Context, Event, Frame, Id, Label, Order, Rect, RichText, Ui, text_selection};

use crate::model::{Arg, EventId, LaneIndex, Words};
use crate::scene::{Face, Palette};
use crate::timeline::Chosen;
use crate::workspace::{Beside, Command, CopyAs, Look, Workspace};

use super::super::look::{BODY, TITLE, colour, font, shadow};
use super::super::menu::{Action, WriteAction, tip};
use super::super::phrases;
use super::lines::{NAMED, line, rests_on};

/// Lanes that are named.
const LANES: usize = 6;

/// The events whose words are needed.
pub fn wanted(sum: &Chosen) -> Vec<EventId> {
    let counted = sum.counted.iter().take(NAMED).map(|(event, _)| *event);
    sum.first.into_iter().chain(sum.last).chain(counted).collect()
}

/// Shows the bar over the foot of the lanes.
pub fn show(
    ctx: &Context,
    canvas: Rect,
    workspace: &Workspace,
    sum: Option<&Chosen>,
    palette: &'static Palette,
) -> Vec<Command> {
    let words = workspace.words().as_ref();
    let mut commands = Vec::new();
    let area = Area::new(Id::unique("chosen"))
        .order(Order::Middle)
        .pivot(Align2::CENTER_BOTTOM)
        .constrain_to(canvas)
        .fixed_pos(canvas.center_bottom() - egui::vec2(0.0, 10.0));
    area.show(ctx, |ui| {
        let frame = Frame::popup(ui.style()).fill(colour(palette.ground)).shadow(shadow(palette));
        frame.inner_margin(10.0).show(ui, |ui| {
            ui.set_max_width(canvas.width() - 40.0);
            ui.spacing_mut().item_spacing.y = 3.0;
            let count = workspace.selected().len() as u64;
            ui.horizontal(|ui| {
                let title = words.say("chosen-title", &[("n", Arg::Number(count))]);
                let text = RichText::new(title).font(font(Face::SansSemiBold, TITLE));
                ui.add(Label::new(text.color(colour(palette.ink))).selectable(false));
                if let Some(sum) = sum {
                    facts(ui, sum, workspace, palette);
                }
            });
            ui.horizontal(|ui| buttons(ui, workspace, &mut commands));
        });
    });
    if copies(ctx) {
        commands.push(Command::Look(Look::Copy(CopyAs::Text)));
    }
    commands
}

/// Whether the system's own key for copying was pressed and nobody else takes it.
fn copies(ctx: &Context) -> bool {
    let pressed = ctx.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy)));
    let selects = || ctx.plugin::<text_selection::LabelSelectionState>().lock().has_selection();
    pressed && !ctx.text_edit_focused() && !selects()
}

fn facts(ui: &mut Ui, sum: &Chosen, workspace: &Workspace, palette: &Palette) {
    let words = workspace.words().as_ref();
    if sum.heads > 0 {
        let said = words.say("chosen-heads", &[("n", Arg::Number(sum.heads))]);
        let shown = line(ui, &said, BODY, palette.ink);
        rests_on(shown, workspace, palette, &words.word("chosen-heads-rest"), &sum.counted);
    }
    let date = |event: Option<EventId>| {
        event.and_then(|event| workspace.card(event)).map(|card| phrases::when(&card, words))
    };
    match (date(sum.first), date(sum.last)) {
        (Some(first), Some(last)) if first == last => {
            line(ui, &first, BODY, palette.ink);
        }
        (Some(first), Some(last)) => {
            let args = [("first", Arg::Text(&first)), ("last", Arg::Text(&last))];
            line(ui, &words.say("date-from-to", &args), BODY, palette.ink);
        }
        _ => {}
    }
    if sum.undated > 0 {
        let said = words.say("chosen-undated", &[("n", Arg::Number(sum.undated as u64))]);
        line(ui, &said, BODY, palette.muted);
    }
    let columns = workspace.columns();
    let counted = |(one, events): &(LaneIndex, usize)| {
        let args = [("name", Arg::Text(&columns.lane_name(*one, words))), ("n", Arg::Number(*events as u64))];
        words.say("chosen-lane", &args)
    };
    let names: Vec<String> = sum.lanes.iter().take(LANES).map(counted).collect();
    let more = sum.lanes.len().saturating_sub(LANES) as u64;
    if !names.is_empty() {
        let key = if more > 0 { "chosen-lanes-more" } else { "chosen-lanes" };
        let names = names.join(", ");
        let said = words.say(key, &[("lanes", Arg::Text(&names)), ("n", Arg::Number(more))]);
        let all: Vec<String> = sum.lanes.iter().map(counted).collect();
        let text = RichText::new(said).font(font(Face::Sans, BODY)).color(colour(palette.muted));
        ui.add(Label::new(text).truncate().selectable(false)).on_hover_text(all.join("\n"));
    }
}

fn buttons(ui: &mut Ui, workspace: &Workspace, commands: &mut Vec<Command>) {
    let words = workspace.words().as_ref();
    let mut button = |word: &str, action: WriteAction, look: Look| {
        if ui.button(words.word(word)).on_hover_text(tip(Action::Write(action), words)).clicked() {
            commands.push(Command::Look(look));
        }
    };
    button("chosen-copy-text", WriteAction::CopyText, Look::Copy(CopyAs::Text));
    button("chosen-copy-csv", WriteAction::CopyTable, Look::Copy(CopyAs::Csv));
    if workspace.read_only().is_none() {
        button("chosen-change", WriteAction::EditEvent, Look::Beside(Some(Beside::Several)));
    }
    if ui.button(words.word("chosen-none")).clicked() {
        commands.push(Command::Look(Look::SelectNone));
    }
}
