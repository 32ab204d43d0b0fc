//! What one finds and arranges with, held together for the window: filter, search, overview, tray, lists and panels.

mod history;
mod naming;

use std::sync::Arc;

use egui::{Button, Rect, RichText, Ui, WidgetInfo};

use crate::model::{Arg, Words};
use crate::scene::{Face, Palette};
use crate::workspace::{Command, FindCommand, HistoryCommand, Look, Overview, ViewCommand, Workspace};

use super::arrange::Arrange;
use super::filters::{FilterView, chips};
use super::keys::Desk;
use super::look::{BODY, font};
use super::menu::{Action, FindAction, HistoryAction, LanesAction, ViewAction, tip};
use super::overview::{BAR, Ground, OverviewView, Tray, field};
use super::panes::Panes;
use super::reckoning::{KNOWN, ReckoningView, SILENCE};
use super::search::SearchView;

use self::history::HistoryView;
pub use self::naming::{dress_panel, name_field};

/// All of them, with what each remembers.
#[derive(Debug, Default)]
pub struct Tools {
    filters: FilterView,
    search: SearchView,
    overview: OverviewView,
    tray: Tray,
    arrange: Arrange,
    history: HistoryView,
    pub reckoning: ReckoningView,
    /// As last asked for.
    whole: Option<Arc<Overview>>,
}

impl Tools {
    /// Asks the workspace for what the overview and the tray show.
    pub fn prepare(&mut self, workspace: &mut Workspace, desk: Option<(Rect, &crate::workspace::Drawn)>) {
        self.reckoning.prepare(workspace);
        self.whole = desk.map(|(pane, drawn)| {
            let buckets = (field(pane, drawn).width() / BAR).floor().max(1.0);
            workspace.overview(buckets as usize)
        });
        if desk.is_some() {
            workspace.want(super::overview::wanted(workspace));
        }
    }

    /// Room for a bar over the lanes and a line under them, where there is something to say.
    #[must_use]
    pub fn part(&self, panes: Panes, workspace: &Workspace) -> Panes {
        let shown = workspace.is_open() && workspace.columns().events > 0;
        let above = if shown && workspace.view().known_on.is_some() { KNOWN } else { 0.0 };
        let below = if shown && self.reckoning.union.is_some() { SILENCE } else { 0.0 };
        panes.parted(above, below)
    }

    /// Search and filter, in the toolbar.
    pub fn bar(&mut self, ui: &mut Ui, workspace: &Workspace, palette: &'static Palette) -> Vec<Command> {
        let words = workspace.words().as_ref();
        let mut commands = self.search.show(ui, workspace, palette);
        let on = chips(workspace).len();
        let said = match on {
            0 => words.word("button-filter"),
            on => words.say("button-filter-on", &[("n", Arg::Number(on as u64))]),
        };
        let face = if on > 0 { Face::SansSemiBold } else { Face::Sans };
        let button = Button::new(RichText::new(&said).font(font(face, BODY)));
        let button = ui.add_enabled(workspace.is_open(), button);
        button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &said));
        if button.clicked() {
            self.filters.toggle();
        }
        commands.extend(self.filters.show(&button, workspace, palette));
        button.on_hover_text(tip(Action::Find(FindAction::Filter), words));
        commands
    }

    /// The overview and the tray, under the timeline.
    pub fn below(
        &mut self,
        ui: &mut Ui,
        pane: Rect,
        desk: &Desk<'_>,
        palette: &'static Palette,
    ) -> Vec<Command> {
        let (Some(drawn), Some(whole)) = (desk.drawn, &self.whole) else { return Vec::new() };
        let ground = Ground { workspace: desk.workspace, drawn, overview: whole, palette };
        let mut commands = self.overview.show(ui, pane, &ground);
        commands.extend(self.tray.show(ui, pane, desk.canvas, &ground));
        commands
    }

    /// Lists and panels over the window.
    pub fn over(&mut self, ui: &Ui, desk: &Desk<'_>, palette: &'static Palette) -> Vec<Command> {
        let mut commands = self.history.show(ui, desk.canvas, desk.workspace, palette);
        commands.extend(self.reckoning.over(ui.ctx(), desk.canvas, desk.workspace, palette));
        commands.extend(self.arrange.show(ui.ctx(), desk.workspace, desk.drawn, palette));
        commands
    }

    /// Does what the table of commands says.
    pub fn act(&mut self, action: Action, desk: &Desk<'_>) -> Vec<Command> {
        let command = match action {
            Action::Find(action) => return self.find(action, desk),
            Action::History(HistoryAction::Undo) => Some(Command::History(HistoryCommand::Undo)),
            Action::History(HistoryAction::Redo) => Some(Command::History(HistoryCommand::Redo)),
            Action::History(HistoryAction::Panel) => {
                self.history.open = !self.history.open;
                None
            }
            Action::Lanes(LanesAction::Silence(union)) => {
                self.reckoning.toggle_silence(union);
                None
            }
            Action::View(ViewAction::KnownBefore) => Some(step_known(false)),
            Action::View(ViewAction::KnownAfter) => Some(step_known(true)),
            Action::View(ViewAction::KnownNow) => Some(Command::View(ViewCommand::KnownOn(None))),
            Action::View(ViewAction::Align) => Some(align(desk.workspace)),
            Action::Lanes(action) => self.arrange.act_on_lanes(action),
            Action::View(action) => self.arrange.act_on_view(action, desk.workspace, desk.drawn),
            _ => None,
        };
        command.into_iter().collect()
    }

    fn find(&mut self, action: FindAction, desk: &Desk<'_>) -> Vec<Command> {
        let find = match action {
            FindAction::Search => {
                self.search.focus();
                return Vec::new();
            }
            FindAction::Filter => {
                self.filters.toggle();
                return Vec::new();
            }
            FindAction::Undated => {
                self.tray.toggle();
                return Vec::new();
            }
            FindAction::ChooseAll => return choose_all(desk),
            FindAction::Next => vec![FindCommand::Next],
            FindAction::Before => vec![FindCommand::Before],
            FindAction::ClearFilter => {
                vec![FindCommand::Filter(Box::default()), FindCommand::KindsOff(Vec::new())]
            }
        };
        find.into_iter().map(Command::Find).collect()
    }

    /// Whether Escape is the search's: it takes back what is marked in the lanes.
    pub fn escape(&mut self, workspace: &Workspace) -> Option<Command> {
        if std::mem::take(&mut self.history.open) {
            return Some(Command::Find(FindCommand::Search(workspace.searched().to_owned())));
        }
        (!workspace.searched().is_empty()).then(|| {
            self.search.clear();
            Command::Find(FindCommand::Search(String::new()))
        })
    }
}

fn step_known(later: bool) -> Command {
    Command::View(ViewCommand::StepKnown { later })
}

/// Days since the chosen event; where they are counted from it already, dates again.
fn align(workspace: &Workspace) -> Command {
    let chosen = workspace.selection();
    let key = chosen.and_then(|event| workspace.card(event)).map(|card| card.key.clone());
    let is_on = key.is_some() && workspace.view().aligned_to == key;
    Command::View(ViewCommand::Align(chosen.filter(|_| !is_on)))
}

/// Everything that the lanes show; of a merged block all of it.
fn choose_all(desk: &Desk<'_>) -> Vec<Command> {
    let Some(drawn) = desk.drawn else { return Vec::new() };
    let events = super::lanes::in_sight(drawn);
    if events.is_empty() { Vec::new() } else { vec![Command::Look(Look::SelectMany(events))] }
}
