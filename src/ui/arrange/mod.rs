//! Arranging: hub, order, views, threads and labels, chosen from lists and named in small panels over the window.
//!
//! Deliberately absent: what comes of it; panels give back commands.

mod headers;
mod lanes;
mod name;
mod one_lane;

use egui::Context;

use crate::model::{Lane, LaneCode, Switch};
use crate::scene::Palette;
use crate::workspace::{Command, Drawn, LaneCommand, Look, ViewCommand, Workspace};

use super::menu::{Choice, Chooser, Item, LanesAction, ViewAction};

pub use self::headers::{HeaderDrag, header_menu};
use self::lanes::LanesPanel;
use self::name::{Answer, NamePanel};
use self::one_lane::LanePanel;

/// What is asked of the user at the moment.
#[derive(Debug, Default)]
pub struct Arrange {
    asks: Option<Asks>,
    chooser: Chooser,
    name: NamePanel,
    lanes: LanesPanel,
    lane: LanePanel,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    Hub,
    View,
    Thread,
    NewView,
    ViewName,
    Label,
    Lanes,
    OneLane,
}

impl Arrange {
    /// Does what the table says of lanes, or asks first.
    pub fn act_on_lanes(&mut self, action: LanesAction) -> Option<Command> {
        let command = match action {
            LanesAction::Hub => {
                self.asks = Some(Asks::Hub);
                return None;
            }
            LanesAction::Arrange => {
                self.asks = Some(Asks::Lanes);
                return None;
            }
            LanesAction::OfLane => {
                self.asks = Some(Asks::OneLane);
                return None;
            }
            // The line under the lanes, and how far they are scrolled, are no part of the view.
            LanesAction::Silence(_) | LanesAction::Unfold => return None,
            LanesAction::NoHub => LaneCommand::Hub(None),
            LanesAction::ShowAll => LaneCommand::ShowAll,
            LanesAction::By(by) => LaneCommand::By(by),
            LanesAction::Order(order) => LaneCommand::Order(order),
            LanesAction::GroupBy(by) => LaneCommand::GroupBy(by),
            LanesAction::CollapseGroups => LaneCommand::CollapseAll,
        };
        Some(Command::Lane(command))
    }

    /// Does what the table says of views, or asks first.
    pub fn act_on_view(
        &mut self,
        action: ViewAction,
        workspace: &Workspace,
        drawn: Option<&Drawn>,
    ) -> Option<Command> {
        let view = workspace.view();
        let ask = |asks| Some(asks);
        self.asks = match action {
            ViewAction::Choose => ask(Asks::View),
            ViewAction::Thread => ask(Asks::Thread),
            ViewAction::New => ask(Asks::NewView),
            ViewAction::Rename => ask(Asks::ViewName),
            ViewAction::Label => ask(Asks::Label),
            _ => self.asks,
        };
        let turned = |now: Switch, shows: bool| match now {
            Switch::On => Switch::Off,
            Switch::Off => Switch::On,
            Switch::Auto => {
                if shows {
                    Switch::Off
                } else {
                    Switch::On
                }
            }
        };
        let layout = drawn.map(|drawn| &drawn.layout);
        let name = || view.name.clone();
        let command = match action {
            ViewAction::Back => Command::View(ViewCommand::Back),
            ViewAction::Forward => Command::View(ViewCommand::Forward),
            ViewAction::Remove if !view.name.is_empty() => Command::View(ViewCommand::Remove(name())),
            ViewAction::MoveUp => Command::View(ViewCommand::Move { name: name(), by: -1 }),
            ViewAction::MoveDown => Command::View(ViewCommand::Move { name: name(), by: 1 }),
            ViewAction::Pin => Command::View(ViewCommand::Pin(workspace.selection()?)),
            ViewAction::Before => Command::Look(super::bars::other_view(workspace, -1)?),
            ViewAction::After => Command::Look(super::bars::other_view(workspace, 1)?),
            ViewAction::Strip => {
                let shows = layout.is_some_and(|layout| layout.strip.is_some());
                Command::Look(Look::Strip(turned(view.strip, shows)))
            }
            ViewAction::Pairs => Command::Look(Look::Pairs(turned(view.pairs, false))),
            ViewAction::Posts => {
                let shows = layout.is_some_and(|layout| !layout.posts.is_empty());
                Command::Look(Look::Posts(turned(view.posts, shows)))
            }
            _ => return None,
        };
        Some(command)
    }

    /// Shows what is asked, and gives back the answer.
    pub fn show(
        &mut self,
        ctx: &Context,
        workspace: &Workspace,
        drawn: Option<&Drawn>,
        palette: &'static Palette,
    ) -> Vec<Command> {
        let Some(asks) = self.asks else { return Vec::new() };
        match asks {
            Asks::Hub => self.choose(ctx, "choose-hub", hubs(workspace), workspace, palette),
            Asks::View => self.choose(ctx, "choose-view", views(workspace), workspace, palette),
            Asks::Thread => self.choose(ctx, "choose-thread", threads(workspace), workspace, palette),
            Asks::NewView => {
                self.write(ctx, "new-view-name", "", workspace, palette, |name| Some(ViewCommand::Add(name)))
            }
            Asks::ViewName => {
                let now = workspace.view().name.clone();
                self.write(ctx, "view-name", &now, workspace, palette, |name| Some(ViewCommand::Rename(name)))
            }
            Asks::Label => {
                let event = workspace.selection();
                let key = event.and_then(|event| workspace.card(event)).map(|event| event.key.clone());
                let labels = &workspace.view().labels;
                let now = labels.iter().find(|label| Some(&label.event) == key.as_ref());
                let now = now.map(|label| label.text.clone()).unwrap_or_default();
                self.write(ctx, "label-words", &now, workspace, palette, |text| {
                    Some(ViewCommand::Label(event?, Some(text)))
                })
            }
            Asks::Lanes => {
                let (open, commands) = self.lanes.show(ctx, workspace, drawn, palette);
                if !open {
                    self.asks = None;
                }
                commands
            }
            Asks::OneLane => {
                let (open, command) = self.lane.show(ctx, workspace, drawn, palette);
                if !open {
                    self.asks = None;
                }
                command.into_iter().collect()
            }
        }
    }

    fn choose(
        &mut self,
        ctx: &Context,
        title: &str,
        choices: Vec<(Item, Command)>,
        workspace: &Workspace,
        palette: &Palette,
    ) -> Vec<Command> {
        let words = workspace.words().as_ref();
        let (items, commands): (Vec<Item>, Vec<Command>) = choices.into_iter().unzip();
        match self.chooser.show(ctx, &crate::model::Words::word(words, title), &items, words, palette) {
            Choice::Open => return Vec::new(),
            Choice::Closed => self.asks = None,
            Choice::Chosen(at) => {
                self.asks = None;
                return commands.into_iter().nth(at).into_iter().collect();
            }
        }
        Vec::new()
    }

    fn write(
        &mut self,
        ctx: &Context,
        title: &str,
        now: &str,
        workspace: &Workspace,
        palette: &Palette,
        command: impl FnOnce(String) -> Option<ViewCommand>,
    ) -> Vec<Command> {
        match self.name.show(ctx, title, now, workspace.words().as_ref(), palette) {
            Answer::Open => return Vec::new(),
            Answer::Closed => self.asks = None,
            Answer::Written(text) => {
                self.asks = None;
                return command(text).map(Command::View).into_iter().collect();
            }
        }
        Vec::new()
    }
}

fn hubs(workspace: &Workspace) -> Vec<(Item, Command)> {
    let (columns, words) = (workspace.columns(), workspace.words().as_ref());
    let hub = workspace.view().hub.as_ref();
    let named = columns.lanes.iter().filter(|lane| lane.code != LaneCode::none());
    let mut lanes: Vec<&Lane> = named.collect();
    lanes.sort_by_key(|lane| lane.name_in(words).to_lowercase());
    lanes
        .into_iter()
        .map(|lane| {
            let aside = if hub == Some(&lane.code) { "✓" } else { "" };
            let also = lane.code.as_str().to_owned();
            let item = Item { name: lane.name_in(words).into_owned(), aside: aside.to_owned(), also };
            (item, Command::Lane(LaneCommand::Hub(Some(lane.code.clone()))))
        })
        .collect()
}

fn views(workspace: &Workspace) -> Vec<(Item, Command)> {
    let now = &workspace.view().name;
    let item = |name: &String| {
        let aside = if name == now { "✓" } else { "" };
        Item { name: name.clone(), aside: aside.to_owned(), also: String::new() }
    };
    let views = workspace.views().iter().map(|view| &view.name);
    views.map(|name| (item(name), Command::Look(Look::ChooseView(name.clone())))).collect()
}

fn threads(workspace: &Workspace) -> Vec<(Item, Command)> {
    let on = &workspace.view().threads;
    let entities = workspace.entities().iter();
    entities
        .map(|entity| {
            let aside = if on.contains(&entity.key) { "✓" } else { "" };
            let also = entity.aliases.join(" ");
            let item = Item { name: entity.name.clone(), aside: aside.to_owned(), also };
            (item, Command::View(ViewCommand::Thread(entity.key.clone())))
        })
        .collect()
}
