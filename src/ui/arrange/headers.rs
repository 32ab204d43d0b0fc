//! Lane headers: dragged to another place, and with a menu of their own.

use egui::{CursorIcon, Rect, Response, Stroke, Ui};

use crate::model::{LaneCode, LaneIndex, Words};
use crate::scene::Palette;
use crate::timeline::RowKind;
use crate::workspace::{Command, Drawn, LaneCommand, Workspace};

use super::super::look::colour;
use super::lanes::in_rows;

/// A header that is dragged.
#[derive(Debug, Default)]
pub struct HeaderDrag {
    lane: Option<LaneCode>,
}

impl HeaderDrag {
    /// Follows a drag of the header of a row, shows where it would go, and gives back the new order.
    pub fn follow(
        &mut self,
        header: &Response,
        row: usize,
        canvas: Rect,
        workspace: &Workspace,
        drawn: &Drawn,
        palette: &Palette,
    ) -> Option<Command> {
        let lane = lane_of_row(workspace, drawn, row)?;
        if header.drag_started() {
            self.lane = Some(lane.clone());
        }
        if self.lane.as_ref() != Some(&lane) {
            return None;
        }
        header.ctx.set_cursor_icon(CursorIcon::Grabbing);
        let at =
            header.interact_pointer_pos().or_else(|| header.ctx.input(|input| input.pointer.latest_pos()))?;
        let target = gap(drawn, f64::from(at.y - canvas.top()));
        let rows = &drawn.layout.rows;
        let y = rows
            .get(target)
            .map_or_else(|| rows.last().map_or(0.0, |row| row.top + row.height), |row| row.top);
        let painter = header.ctx.layer_painter(header.layer_id);
        painter.hline(canvas.x_range(), canvas.top() + y as f32, Stroke::new(2.0, colour(palette.accent)));
        if !header.drag_stopped() {
            return None;
        }
        self.lane = None;
        let before = (target..rows.len()).find_map(|row| lane_of_row(workspace, drawn, row));
        Some(Command::Lane(LaneCommand::Arrange(moved(in_rows(workspace, drawn), &lane, before.as_ref()))))
    }
}

/// The row above which something at a height would stand.
fn gap(drawn: &Drawn, y: f64) -> usize {
    let rows = &drawn.layout.rows;
    rows.iter().position(|row| y < row.top + row.height / 2.0).unwrap_or(rows.len())
}

/// The lane of a row; of a folded one, the first that is folded there.
pub fn lane_of_row(workspace: &Workspace, drawn: &Drawn, row: usize) -> Option<LaneCode> {
    let code =
        |lane: &LaneIndex| workspace.columns().lanes.get(lane.0 as usize).map(|lane| lane.code.clone());
    match &drawn.layout.rows.get(row)?.kind {
        RowKind::Lane(lane) | RowKind::Post(lane) => code(lane).filter(|code| *code != LaneCode::none()),
        RowKind::Folded(lanes) | RowKind::Group { lanes, .. } => lanes.first().and_then(code),
        RowKind::HubAlone => None,
    }
}

/// The lanes with one of them put before another, or at the end.
fn moved(mut lanes: Vec<LaneCode>, lane: &LaneCode, before: Option<&LaneCode>) -> Vec<LaneCode> {
    if before == Some(lane) {
        return lanes;
    }
    lanes.retain(|one| one != lane);
    let at = before.and_then(|before| lanes.iter().position(|one| one == before)).unwrap_or(lanes.len());
    lanes.insert(at, lane.clone());
    lanes
}

/// What can be done with one lane: the key of its words, and the command.
pub fn choices(lane: &LaneCode, workspace: &Workspace, drawn: &Drawn) -> [(&'static str, LaneCommand); 4] {
    let view = workspace.view();
    let others = in_rows(workspace, drawn).into_iter().filter(|one| one != lane).collect();
    [
        ("header-hub", LaneCommand::Hub(Some(lane.clone()))),
        (
            if view.pinned.contains(lane) { "header-unpin" } else { "header-pin" },
            LaneCommand::Pin(lane.clone()),
        ),
        (
            if view.folded.contains(lane) { "header-unfold" } else { "header-fold" },
            LaneCommand::Fold(lane.clone()),
        ),
        ("header-hide", LaneCommand::Arrange(others)),
    ]
}

/// The menu of a header.
pub fn header_menu(ui: &mut Ui, row: usize, workspace: &Workspace, drawn: &Drawn) -> Option<Command> {
    let lane = lane_of_row(workspace, drawn, row)?;
    for (key, command) in choices(&lane, workspace, drawn) {
        if ui.button(workspace.words().word(key)).clicked() {
            ui.close();
            return Some(Command::Lane(command));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lane_goes_before_another_or_to_the_end() {
        let codes = ["AT", "BE", "CZ", "DE"].map(|code| LaneCode::parse(code).expect("a code"));
        let [at, be, cz, de] = codes.clone();
        let move_to = |lane: &LaneCode, before| moved(codes.to_vec(), lane, before);
        assert_eq!(move_to(&de, Some(&be)), [at.clone(), de.clone(), be.clone(), cz.clone()]);
        assert_eq!(move_to(&at, None), [be.clone(), cz.clone(), de.clone(), at.clone()]);
        assert_eq!(move_to(&be, Some(&be)), codes);
    }
}
