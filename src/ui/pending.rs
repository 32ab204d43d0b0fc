//! What was edited and is not in the case yet: said at the end of the status line, with the ways out.
//!
//! An edit on its way takes a few thousandths of a second, which nobody needs to be told; a row of them does, and one
//! that could not be written.

use egui::{Align, Button, Label, Layout, Rect, RichText, Ui, UiBuilder};

use super::look::colour;
use super::menu::{Action, FileAction, tip};
use crate::model::{Arg, Words};
use crate::scene::Palette;
use crate::workspace::{Command, HistoryCommand, Workspace};

/// From so many edits on, what is merely on its way is told.
const A_ROW: usize = 2;

/// Of the status line's width, so much at its end.
const PART: f32 = 0.55;

/// Shows what waits, over the end of the status line; gives what its buttons ask. A copy elsewhere goes through the
/// table of commands, as it does from the menu.
pub fn show(
    ui: &mut Ui,
    status: Rect,
    workspace: &Workspace,
    palette: &'static Palette,
    actions: &mut Vec<Action>,
) -> Option<Command> {
    let pending = workspace.pending();
    if pending.stuck.is_none() && pending.count < A_ROW {
        return None;
    }
    let words = workspace.words().as_ref();
    let count = [("n", Arg::Number(pending.count as u64))];
    let mut rect = status;
    rect.min.x = rect.max.x - rect.width() * PART;
    let builder = UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center));
    let mut asked = None;
    ui.scope_builder(builder, |ui| {
        ui.painter().rect_filled(rect, 0.0, colour(palette.panel));
        let Some(why) = pending.stuck else {
            ui.add(Label::new(words.say("pending-on-its-way", &count)).selectable(false));
            return;
        };
        for (word, tip, way) in [
            ("pending-give-up", "pending-give-up-tip", HistoryCommand::GiveUp),
            ("pending-try-again", "pending-try-again-tip", HistoryCommand::Retry),
        ] {
            if ui.add(Button::new(words.word(word))).on_hover_text(words.word(tip)).clicked() {
                asked = Some(Command::History(way));
            }
        }
        let copy = Action::File(FileAction::SaveCopy);
        if ui.add(Button::new(words.word("do-save-copy"))).on_hover_text(tip(copy, words)).clicked() {
            actions.push(copy);
        }
        let text = RichText::new(words.say("pending-stuck", &count)).color(colour(palette.ink)).strong();
        ui.add(Label::new(text).truncate().selectable(false)).on_hover_text(why.spoken(words));
    });
    asked
}
