//! Actions into commands: the window's own, and those that go to the timeline and the panels.

use egui::{Context, Id, Key, Modifiers, Popup, Rect, Ui};

use crate::model::{Edit, EventEdit, Switch};
use crate::scene::Palette;
use crate::workspace::{Beside, Choices, Command, CopyAs, Drawn, HistoryCommand, Look, Middle, Workspace};

use super::article::{ArticleView, HeadingForm};
use super::desktop::Life;
use super::files::Files;
use super::help::Help;
use super::lanes::{LaneView, Stage};
use super::menu::{
    Action, CommandPalette, DeskAction, Entry, HistoryAction, LanesAction, Needs, ReviewAction,
    ShortcutSheet, Standing, ViewAction, WindowAction, WriteAction, pressed,
};
use super::motion::Motion;
use super::reading::Leaf;
use super::review::ReviewView;
use super::tools::Tools;

/// What an action can act on.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    pub workspace: &'a Workspace,
    pub drawn: Option<&'a Drawn>,
    /// Where the timeline stands.
    pub canvas: Rect,
    /// What stands in front beside it.
    pub front: Option<Leaf>,
    /// What is chosen for all cases.
    pub settings: &'a Choices,
}

/// What an action can open or move.
#[derive(Debug)]
pub struct Hands<'a> {
    pub files: &'a mut Files,
    pub lanes: &'a mut LaneView,
    pub review: &'a mut ReviewView,
    pub article: &'a mut ArticleView,
    pub heading: &'a mut HeadingForm,
    pub tools: &'a mut Tools,
    pub palette: &'a mut CommandPalette,
    pub sheet: &'a mut ShortcutSheet,
    pub motion: &'a mut Motion,
    pub life: &'a mut Life,
    pub help: &'a mut Help,
}

impl Desk<'_> {
    /// Whether the review is open and something waits in it.
    fn reviews(&self) -> bool {
        self.workspace.beside() == Some(&Beside::Review)
            && self.workspace.reviewed().is_some_and(|review| !review.waiting.is_empty())
    }

    /// Whether an action of the table can be done now, and whether it is on.
    #[must_use]
    pub fn standing(&self, entry: &Entry) -> Standing {
        let possible = match entry.needs {
            Needs::Nothing => true,
            Needs::Case => self.workspace.is_open(),
            Needs::Picture => self.drawn.is_some(),
            // The last decision can be taken back when nothing waits any more.
            Needs::Review if entry.action == Action::Review(ReviewAction::TakeBack) => {
                self.workspace.beside() == Some(&Beside::Review) && self.workspace.next_steps().0.is_some()
            }
            Needs::Review => self.reviews(),
            Needs::Article => self.workspace.sheet().is_some(),
            Needs::Selection => self.workspace.selection().is_some(),
        };
        let possible = possible && self.has_way(entry.action);
        Standing { possible, on: self.is_on(entry.action) }
    }

    /// Whether there is something behind or ahead to go to.
    fn has_way(&self, action: Action) -> bool {
        let (back, forward) = self.workspace.ways();
        match action {
            Action::History(HistoryAction::Undo) => self.workspace.next_steps().0.is_some(),
            Action::History(HistoryAction::Redo) => self.workspace.next_steps().1.is_some(),
            Action::View(ViewAction::Back) => back,
            Action::View(ViewAction::Forward) => forward,
            Action::View(ViewAction::Remove | ViewAction::MoveUp | ViewAction::MoveDown) => {
                !self.workspace.view().name.is_empty()
            }
            _ => true,
        }
    }

    fn is_on(&self, action: Action) -> Option<bool> {
        let (view, layout) = (self.workspace.view(), self.drawn.map(|drawn| &drawn.layout));
        match action {
            Action::Lanes(LanesAction::By(by)) => Some(view.by == by),
            Action::Lanes(LanesAction::Order(order)) => Some(view.order == order),
            Action::Lanes(LanesAction::NoHub) => Some(view.hub.is_none()),
            Action::View(ViewAction::Align) => Some(view.aligned_to.is_some()),
            Action::Desk(DeskAction::Appear(appearance)) => Some(self.settings.appearance == appearance),
            Action::Desk(DeskAction::Speak(language)) => Some(self.settings.language.as_deref() == language),
            Action::View(ViewAction::Strip) => Some(layout.is_some_and(|layout| layout.strip.is_some())),
            Action::View(ViewAction::Pairs) => Some(view.pairs == Switch::On),
            Action::View(ViewAction::Posts) => Some(layout.is_some_and(|layout| !layout.posts.is_empty())),
            Action::View(ViewAction::Pin) => {
                let event = self.workspace.selection().and_then(|event| self.workspace.card(event))?;
                Some(view.pins.contains(&event.key))
            }
            _ => None,
        }
    }
}

/// What was pressed in this frame; an open menu or panel over the window keeps its keys to itself.
pub fn heard(ui: &Ui, open: bool, lanes: &LaneView, review: bool) -> Vec<Action> {
    if Popup::is_any_open(ui.ctx()) || is_covered(ui.ctx()) {
        return Vec::new();
    }
    pressed(ui, open, lanes.has_keys(ui), review)
}

fn is_covered(ctx: &Context) -> bool {
    ctx.memory(|memory| memory.top_modal_layer().is_some())
}

/// A field in which nothing is typed has nothing to take back: the keys for it go to the case's history.
pub fn undone_from(ui: &Ui, field: Option<Id>, typed: &str) -> Option<Command> {
    let is_here = field.is_some_and(|field| ui.memory(|memory| memory.has_focus(field)));
    if !is_here || !typed.is_empty() {
        return None;
    }
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    // Redo first: what is pressed with Shift is also pressed without.
    let redo = pressed(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z) || pressed(Modifiers::COMMAND, Key::Y);
    if redo {
        return Some(Command::History(HistoryCommand::Redo));
    }
    pressed(Modifiers::COMMAND, Key::Z).then_some(Command::History(HistoryCommand::Undo))
}

/// Does what an action of the table says.
pub fn perform(ui: &Ui, action: Action, desk: &Desk<'_>, hands: &mut Hands<'_>) -> Vec<Command> {
    let Desk { workspace, drawn, canvas, .. } = *desk;
    match action {
        Action::Axis(_) | Action::Walk(_) => {
            let Some(drawn) = drawn else { return Vec::new() };
            let at = ui.input(|input| input.pointer.hover_pos()).filter(|at| canvas.contains(*at));
            let pointer = at.map(|at| f64::from(at.x - canvas.left()));
            let stage =
                Stage { workspace, drawn, palette: Palette::of(workspace.theme()), lit: None, scroll: 0.0 };
            hands.lanes.act(action, &stage, pointer)
        }
        Action::Lanes(LanesAction::Unfold) => {
            hands.lanes.scroll.unfolded = !hands.lanes.scroll.unfolded;
            Vec::new()
        }
        Action::File(action) => hands.files.act(action, workspace, ui.ctx()),
        Action::Review(action) => hands.review.act(action, workspace),
        Action::Write(action) => write(action, desk, hands),
        Action::Find(_) | Action::History(_) | Action::Lanes(_) | Action::View(_) => {
            hands.tools.act(action, desk)
        }
        Action::Window(WindowAction::Close) => close(desk, hands),
        Action::Desk(action) => {
            match action {
                DeskAction::Help => hands.help.open_pages(),
                DeskAction::About => hands.help.open_about(),
                action => hands.life.act(action, ui.ctx()),
            }
            Vec::new()
        }
        Action::Window(window) => {
            act(window, desk, hands);
            Vec::new()
        }
    }
}

fn act(action: WindowAction, desk: &Desk<'_>, hands: &mut Hands<'_>) {
    match action {
        WindowAction::OtherTheme => hands.life.other(desk.workspace.theme()),
        WindowAction::Close => {}
        WindowAction::Still => hands.motion.still = !hands.motion.still,
        WindowAction::Palette => hands.palette.open(),
        WindowAction::Shortcuts => hands.sheet.toggle(),
    }
}

/// What lies in front is closed first, then what stands behind it; then what was searched for goes, then the selection.
fn close(desk: &Desk<'_>, hands: &mut Hands<'_>) -> Vec<Command> {
    let look = match desk.front {
        Some(Leaf::Beside) => Look::Beside(None),
        Some(Leaf::Article) => Look::CloseArticle,
        None => match hands.tools.escape(desk.workspace) {
            Some(command) => return vec![command],
            None => Look::SelectNone,
        },
    };
    vec![Command::Look(look)]
}

fn write(action: WriteAction, desk: &Desk<'_>, hands: &mut Hands<'_>) -> Vec<Command> {
    let workspace = desk.workspace;
    let chosen = workspace.selected();
    let beside = |beside| vec![Command::Look(Look::Beside(Some(beside)))];
    match action {
        WriteAction::NewEvent => beside(Beside::NewEvent(hands.article.take_words(workspace))),
        WriteAction::EditEvent if chosen.len() > 1 => beside(Beside::Several),
        WriteAction::EditEvent => {
            workspace.selection().map(|event| beside(Beside::Event(event, None))).unwrap_or_default()
        }
        WriteAction::DeleteEvents if chosen.is_empty() => Vec::new(),
        WriteAction::DeleteEvents => {
            vec![Command::Edit(Edit::Event(EventEdit::Remove(chosen.into_iter().collect())))]
        }
        WriteAction::Table => {
            let other = match workspace.middle() {
                Middle::Timeline => Middle::Table,
                Middle::Table => Middle::Timeline,
            };
            vec![Command::Look(Look::Middle(other))]
        }
        WriteAction::Articles => beside(Beside::Articles),
        WriteAction::QuoteBefore => hands.article.step(workspace, -1),
        WriteAction::QuoteAfter => hands.article.step(workspace, 1),
        WriteAction::SelectWords | WriteAction::QuoteWords => words(action, desk, hands),
        WriteAction::EditHeading | WriteAction::RemoveArticle => {
            let Some(open) = workspace.open_article() else { return Vec::new() };
            if action == WriteAction::RemoveArticle {
                hands.heading.ask_removal(&open.key);
            }
            beside(Beside::Article(open.key.clone()))
        }
        WriteAction::Reckoning if workspace.beside() == Some(&Beside::Reckoning) => {
            vec![Command::Look(Look::Beside(None))]
        }
        WriteAction::Reckoning => beside(Beside::Reckoning),
        WriteAction::CopyText => vec![Command::Look(Look::Copy(CopyAs::Text))],
        WriteAction::CopyTable => vec![Command::Look(Look::Copy(CopyAs::Csv))],
        WriteAction::Lanes => beside(Beside::Lanes),
        WriteAction::Kinds => beside(Beside::Kinds),
        WriteAction::Entities => beside(Beside::Entities),
    }
}

/// Selects words of the open article by key, and quotes them; where none are selected, they are to be selected first.
fn words(action: WriteAction, desk: &Desk<'_>, hands: &mut Hands<'_>) -> Vec<Command> {
    let workspace = desk.workspace;
    let Some(open) = workspace.open_article() else { return Vec::new() };
    let mut commands = Vec::new();
    if desk.front == Some(Leaf::Beside) {
        // The article comes to the front, where it is as it was.
        let (key, event, place) = (open.key.clone(), open.event, open.place);
        commands.push(Command::Look(Look::ShowArticle { key, event, place }));
    }
    let is_quoted = action == WriteAction::QuoteWords && hands.article.has_words(workspace);
    if !is_quoted {
        hands.article.select_words();
        return commands;
    }
    match workspace.beside() {
        Some(Beside::Event(event, _)) => {
            let quote = hands.article.take_words(workspace);
            commands.push(Command::Look(Look::Beside(Some(Beside::Event(*event, quote)))));
        }
        _ => hands.article.pick_event(),
    }
    commands
}
