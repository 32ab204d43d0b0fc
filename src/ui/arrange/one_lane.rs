//! One lane by key: which one, and then what its header's menu offers.

use egui::Context;

use crate::model::{Arg, LaneCode, Words};
use crate::scene::Palette;
use crate::workspace::{Command, Drawn, Workspace};

use super::super::lanes::row_of;
use super::super::menu::{Choice, Chooser, Item};
use super::super::phrases::lane_name;
use super::headers::{choices, lane_of_row};
use super::lanes::in_rows;

/// What was chosen so far.
#[derive(Debug, Default)]
pub struct LanePanel {
    chooser: Chooser,
    lane: Option<LaneCode>,
}

impl LanePanel {
    /// Asks on; `false` where there is nothing more to ask.
    pub fn show(
        &mut self,
        ctx: &Context,
        workspace: &Workspace,
        drawn: Option<&Drawn>,
        palette: &Palette,
    ) -> (bool, Option<Command>) {
        let Some(drawn) = drawn else { return self.close(None) };
        match self.lane.clone() {
            None => self.which(ctx, workspace, drawn, palette),
            Some(lane) => self.what(ctx, &lane, workspace, drawn, palette),
        }
    }

    fn close(&mut self, command: Option<Command>) -> (bool, Option<Command>) {
        *self = Self::default();
        (false, command)
    }

    /// The lane of the selected event comes first: it is the one that the arrows stand in.
    fn which(
        &mut self,
        ctx: &Context,
        workspace: &Workspace,
        drawn: &Drawn,
        palette: &Palette,
    ) -> (bool, Option<Command>) {
        let words = workspace.words().as_ref();
        let row = workspace.selection().and_then(|event| row_of(drawn, event));
        let here = row.and_then(|row| lane_of_row(workspace, drawn, row));
        let mut lanes = in_rows(workspace, drawn);
        lanes.sort_by_key(|lane| Some(lane) != here.as_ref());
        let item = |lane: &LaneCode| Item {
            name: lane_name(workspace.columns(), lane, words).into_owned(),
            aside: String::new(),
            also: lane.as_str().to_owned(),
        };
        let items: Vec<Item> = lanes.iter().map(item).collect();
        match self.chooser.show(ctx, &words.word("choose-lane"), &items, words, palette) {
            Choice::Open => (true, None),
            Choice::Closed => self.close(None),
            Choice::Chosen(at) => {
                self.lane = lanes.into_iter().nth(at);
                ctx.request_repaint();
                (true, None)
            }
        }
    }

    fn what(
        &mut self,
        ctx: &Context,
        lane: &LaneCode,
        workspace: &Workspace,
        drawn: &Drawn,
        palette: &Palette,
    ) -> (bool, Option<Command>) {
        let words = workspace.words().as_ref();
        let choices = choices(lane, workspace, drawn);
        let item = |(key, _): &(&str, _)| Item { name: words.word(key), ..Item::default() };
        let items: Vec<Item> = choices.iter().map(item).collect();
        let title =
            words.say("lane-what", &[("name", Arg::Text(&lane_name(workspace.columns(), lane, words)))]);
        match self.chooser.show(ctx, &title, &items, words, palette) {
            Choice::Open => (true, None),
            Choice::Closed => self.close(None),
            Choice::Chosen(at) => {
                let command = choices.into_iter().nth(at).map(|(_, command)| Command::Lane(command));
                self.close(command)
            }
        }
    }
}
