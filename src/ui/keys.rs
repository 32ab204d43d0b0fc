//! Keys into commands: the window's own, and those that go to the timeline.

use egui::{Popup, Rect, Ui};

use crate::scene::Palette;
use crate::workspace::{Command, Drawn, Look, Workspace};

use super::bars::{other_theme, other_view};
use super::lanes::{LaneView, Stage};
use super::menu::{Action, pressed};

/// What a key can act on.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    pub workspace: &'a Workspace,
    pub drawn: Option<&'a Drawn>,
    /// Where the timeline stands.
    pub canvas: Rect,
    /// Whether something is read beside it.
    pub is_reading: bool,
}

/// What was pressed in this frame; an open menu keeps its keys to itself.
pub fn heard(ui: &Ui, desk: &Desk<'_>, lanes: &mut LaneView) -> Vec<Command> {
    if Popup::is_any_open(ui.ctx()) {
        return Vec::new();
    }
    let Desk { workspace, drawn, canvas, is_reading } = *desk;
    let at = ui.input(|input| input.pointer.hover_pos()).filter(|at| canvas.contains(*at));
    let pointer = at.map(|at| f64::from(at.x - canvas.left()));
    let mut commands = Vec::new();
    for action in pressed(ui, lanes.has_keys(ui)) {
        let look = match action {
            Action::OtherTheme => Some(Look::Theme(other_theme(workspace.theme()).0)),
            Action::Close if is_reading => Some(Look::CloseArticle),
            Action::Close => Some(Look::SelectNone),
            Action::ViewBefore => other_view(workspace, -1),
            Action::ViewAfter => other_view(workspace, 1),
            _ => None,
        };
        commands.extend(look.map(Command::Look));
        if let Some(drawn) = drawn {
            let stage = Stage { workspace, drawn, palette: Palette::of(workspace.theme()), lit: None };
            commands.extend(lanes.act(action, &stage, pointer));
        }
    }
    commands
}
