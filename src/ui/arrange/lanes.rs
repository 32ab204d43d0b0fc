//! The panel of lanes: order, what is shown, pinned, folded and grouped, by click and by key.

use egui::{
    Align, Button, Context, Id, Label, Layout, Modal, RichText, ScrollArea, TextEdit, Ui, WidgetInfo,
};

use crate::model::{Arg, LaneCode, LaneIndex, Words};
use crate::scene::{Face, Palette};
use crate::timeline::RowKind;
use crate::workspace::{Command, Drawn, LaneCommand, Workspace};

use super::super::look::{BODY, SMALL, TITLE, colour, font};
use super::super::phrases::lane_name;
use super::super::tools::name_field;

const WIDTH: f32 = 560.0;

/// Which lanes are ticked for a group, and its name as written.
#[derive(Debug, Default)]
pub struct LanesPanel {
    ticked: Vec<LaneCode>,
    group: String,
}

impl LanesPanel {
    /// Shows the panel; `false` where it was closed.
    pub fn show(
        &mut self,
        ctx: &Context,
        workspace: &Workspace,
        drawn: Option<&Drawn>,
        palette: &'static Palette,
    ) -> (bool, Vec<Command>) {
        let words = workspace.words().as_ref();
        let rows = drawn.map(|drawn| in_rows(workspace, drawn)).unwrap_or_default();
        let mut commands = Vec::new();
        let height = ctx.content_rect().height() - 240.0;
        let shown = Modal::new(Id::unique("lanes-panel")).show(ctx, |ui| {
            super::super::tools::dress_panel(ui, palette);
            ui.set_width(WIDTH);
            let closed = top(ui, words, palette);
            if let Some(gain) = workspace.closeness_gain() {
                let said = words.say("lanes-closeness", &[("n", Arg::Number(gain))]);
                ui.label(RichText::new(said).font(font(Face::Sans, SMALL)).color(colour(palette.muted)));
            }
            ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
                for at in 0..rows.len() {
                    self.line(ui, &rows, at, workspace, palette, &mut commands);
                }
            });
            ui.separator();
            self.groups(ui, workspace, palette, &mut commands);
            closed
        });
        let open = !shown.inner && !shown.should_close();
        if !open {
            *self = Self::default();
        }
        (open, commands)
    }

    fn line(
        &mut self,
        ui: &mut Ui,
        rows: &[LaneCode],
        at: usize,
        workspace: &Workspace,
        palette: &Palette,
        commands: &mut Vec<Command>,
    ) {
        let (words, view) = (workspace.words().as_ref(), workspace.view());
        let lane = &rows[at];
        let name = lane_name(workspace.columns(), lane, words);
        let mut ask = |command| commands.push(Command::Lane(command));
        ui.horizontal(|ui| {
            let mut ticked = self.ticked.contains(lane);
            let tick = ui.checkbox(&mut ticked, "");
            let said = words.say("lane-tick", &[("name", Arg::Text(&name))]);
            tick.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, ticked, &said));
            if tick.changed() {
                match self.ticked.iter().position(|one| one == lane) {
                    Some(at) => drop(self.ticked.remove(at)),
                    None => self.ticked.push(lane.clone()),
                }
            }
            let text =
                RichText::new(name.as_ref()).font(font(Face::SansSemiBold, BODY)).color(colour(palette.ink));
            ui.add(Label::new(text).truncate().selectable(false));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let act = |ui: &mut Ui, sign: &str, key: &str, on: bool, possible: bool| {
                    let said = words.say(key, &[("name", Arg::Text(&name))]);
                    let shown = ui.add_enabled(possible, Button::new(sign).selected(on));
                    shown.widget_info(|| WidgetInfo::selected(egui::Role::Button, possible, on, &said));
                    shown.on_hover_text(said).clicked()
                };
                if act(ui, &words.word("lane-hide-short"), "lane-hide", false, rows.len() > 1) {
                    let left = rows.iter().filter(|one| *one != lane).cloned().collect();
                    ask(LaneCommand::Arrange(left));
                }
                let folded = view.folded.contains(lane);
                if act(ui, &words.word("lane-fold-short"), "lane-fold", folded, true) {
                    ask(LaneCommand::Fold(lane.clone()));
                }
                let pinned = view.pinned.contains(lane);
                if act(ui, &words.word("lane-pin-short"), "lane-pin", pinned, true) {
                    ask(LaneCommand::Pin(lane.clone()));
                }
                if act(ui, "↓", "lane-down", false, at + 1 < rows.len()) {
                    ask(LaneCommand::Arrange(swapped(rows, at, at + 1)));
                }
                if act(ui, "↑", "lane-up", false, at > 0) {
                    ask(LaneCommand::Arrange(swapped(rows, at, at - 1)));
                }
            });
        });
    }

    /// Groups made by hand, and a line for one more of what is ticked.
    fn groups(&mut self, ui: &mut Ui, workspace: &Workspace, palette: &Palette, commands: &mut Vec<Command>) {
        let (words, view) = (workspace.words().as_ref(), workspace.view());
        let mut ask = |command| commands.push(Command::Lane(command));
        for group in &view.groups {
            ui.horizontal(|ui| {
                let names: Vec<_> =
                    group.lanes.iter().map(|lane| lane_name(workspace.columns(), lane, words)).collect();
                let text = RichText::new(format!("{}: {}", group.name, names.join(", ")));
                let text = text.font(font(Face::Sans, SMALL)).color(colour(palette.ink));
                ui.add(Label::new(text).truncate().selectable(false));
                let mut collapsed = view.collapsed.contains(&group.name);
                let said = words.say("group-collapse", &[("name", Arg::Text(&group.name))]);
                if ui
                    .checkbox(&mut collapsed, words.word("group-collapse-short"))
                    .on_hover_text(said)
                    .changed()
                {
                    ask(LaneCommand::Collapse(group.name.clone()));
                }
                if ui.button(words.word("group-part")).clicked() {
                    ask(LaneCommand::Group { name: group.name.clone(), lanes: Vec::new() });
                }
            });
        }
        ui.horizontal(|ui| {
            let hint = words.word("group-name");
            let field =
                ui.add(TextEdit::singleline(&mut self.group).hint_text(hint.clone()).desired_width(200.0));
            name_field(&field, &hint);
            let name = self.group.trim();
            let possible = self.ticked.len() > 1 && !name.is_empty();
            if ui.add_enabled(possible, Button::new(words.word("group-make"))).clicked() {
                ask(LaneCommand::Group { name: name.to_owned(), lanes: std::mem::take(&mut self.ticked) });
                self.group.clear();
            }
        });
    }
}

fn top(ui: &mut Ui, words: &dyn Words, palette: &Palette) -> bool {
    ui.horizontal(|ui| {
        let title = RichText::new(words.word("lanes-title")).font(font(Face::SansSemiBold, TITLE));
        ui.add(Label::new(title.color(colour(palette.ink))).selectable(false));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.button(words.word("button-close")).clicked()
        })
        .inner
    })
    .inner
}

fn swapped(rows: &[LaneCode], one: usize, other: usize) -> Vec<LaneCode> {
    let mut rows = rows.to_vec();
    rows.swap(one, other);
    rows
}

/// The lanes that have a row, or a place in the folded one, in their order.
pub fn in_rows(workspace: &Workspace, drawn: &Drawn) -> Vec<LaneCode> {
    let lanes = &workspace.columns().lanes;
    let code = |lane: &LaneIndex| lanes.get(lane.0 as usize).map(|lane| lane.code.clone());
    let rows = drawn.layout.rows.iter().flat_map(|row| match &row.kind {
        RowKind::Lane(lane) | RowKind::Post(lane) => vec![*lane],
        RowKind::Folded(lanes) | RowKind::Group { lanes, .. } => lanes.clone(),
        RowKind::HubAlone => Vec::new(),
    });
    rows.filter_map(|lane| code(&lane)).filter(|code| *code != LaneCode::none()).collect()
}
