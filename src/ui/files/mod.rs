//! Files in the window: the start screen, the panel in which a file is chosen, what is asked before work is left, and
//! notices.
//!
//! ```text
//!  action ─► Files ─┬─► nothing to ask: a command
//!                   ├─► a path is needed: the panel ─► a command
//!                   └─► unsaved work would be left: the question ─► save, discard, or nothing
//! ```
//! Deliberately absent: reading and writing, which are the workspace's.

mod browse;
mod clipboard;
mod drop;
mod dropped;
mod leaving;
mod line;
mod notices;
mod panel;
mod path;
mod question;
mod start;

use egui::{Context, Ui, ViewportCommand};

use crate::model::{Arg, Words};
use crate::scene::Palette;
use crate::workspace::{
    Beside, Command, FileCommand, Look, Notice, OfferCommand, Purpose, Remedy, Upkeep, Workspace,
};

use super::menu::{Choice, Chooser, FileAction, Item};
use super::publish::{Going, PublishView, clip_current};

pub use self::clipboard::{Held, ReadClipboard, system as system_clipboard};
pub use self::drop::is_opened;
pub use self::line::{main_button, over};
pub use self::notices::{Board, Told};

use self::clipboard::Clipboard;
use self::drop::Hover;
use self::dropped::{DroppedPicture, Wanted};

use self::leaving::{Farewell, Parting};
use self::panel::{Chosen, FilePanel, Use};
use self::question::{Answer, Question};

/// Where files stand in the window.
#[derive(Debug, Default)]
pub struct Files {
    pub board: Board,
    /// Where pictures are put together before they go out.
    pub publish: PublishView,
    panel: Option<FilePanel>,
    question: Option<Question>,
    /// What can't be taken back, and is asked about.
    farewell: Option<Farewell>,
    /// The list of recent cases over an open one.
    recent: Option<Chooser>,
    /// What goes on once the open case is saved.
    then: Option<After>,
    /// Whether the start screen has asked for what it offers.
    has_looked: bool,
    /// Whether the window may close.
    may_close: bool,
    /// What forms hold and nobody has saved, by its name; told once a frame.
    pub unsaved: Vec<String>,
    clipboard: Clipboard,
    hover: Hover,
    /// A picture that was dropped, and is asked about.
    dropped: Option<DroppedPicture>,
}

/// What leaves the open case.
#[derive(Debug, Clone, PartialEq)]
enum After {
    Quit,
    Do(FileCommand),
    /// The panel, to choose what to open.
    ChooseToOpen,
}

impl Files {
    /// Looks into the clipboard in this way.
    pub fn read_clipboard_by(&mut self, read: ReadClipboard) {
        self.clipboard.read_by(read);
    }

    /// Does what an action of the table says.
    pub fn act(&mut self, action: FileAction, workspace: &Workspace, ctx: &Context) -> Vec<Command> {
        match action {
            FileAction::New => self.leave(After::Do(FileCommand::Start), workspace, ctx),
            FileAction::Open => self.leave(After::ChooseToOpen, workspace, ctx),
            FileAction::OpenSample => self.leave(After::Do(FileCommand::OpenSample), workspace, ctx),
            FileAction::OpenRecent => {
                self.recent = Some(Chooser::default());
                vec![Command::File(FileCommand::Offer(OfferCommand::Look))]
            }
            FileAction::Save => self.save(workspace),
            FileAction::SaveAs => self.choose(Use::SaveAs, workspace),
            FileAction::SaveCopy => self.choose(Use::SaveCopy, workspace),
            FileAction::Export => self.choose(Use::Export, workspace),
            FileAction::Publish => {
                self.publish.open(workspace);
                Vec::new()
            }
            FileAction::Claims => self.choose(Use::Claims, workspace),
            FileAction::Chronology => self.choose(Use::Chronology, workspace),
            FileAction::Clip(what) => vec![clip_current(what)],
            FileAction::HandOver => self.choose(Use::HandOver, workspace),
            FileAction::Forget => self.part_with(Farewell::forgetting(workspace), workspace),
            FileAction::Compact => vec![Command::File(FileCommand::Upkeep(Upkeep::Compact))],
            FileAction::CloseCase => self.leave(After::Do(FileCommand::Close), workspace, ctx),
            FileAction::Quit => self.leave(After::Quit, workspace, ctx),
            FileAction::Dismiss => {
                self.board.dismiss_newest();
                Vec::new()
            }
            FileAction::Stop => vec![Command::File(FileCommand::Cancel)],
        }
    }

    /// Opens a case, asking first where unsaved work would be left.
    pub fn open(&mut self, path: std::path::PathBuf, workspace: &Workspace, ctx: &Context) -> Vec<Command> {
        self.leave(After::Do(FileCommand::Open(path, Purpose::Work)), workspace, ctx)
    }

    /// Every edit of a saved case is on disk already; one that was never saved needs a name.
    fn save(&mut self, workspace: &Workspace) -> Vec<Command> {
        let Some(path) = workspace.path() else { return self.choose(Use::SaveAs, workspace) };
        let said = [("file", Arg::Text(&path.display().to_string()))];
        self.board.add(Notice::done(workspace.words().say("saved-already", &said)));
        Vec::new()
    }

    fn choose(&mut self, purpose: Use, workspace: &Workspace) -> Vec<Command> {
        let panel = self.panel.insert(FilePanel::new(purpose, workspace));
        let mut commands = vec![Command::File(FileCommand::Offer(OfferCommand::Look))];
        commands.extend(panel.list());
        commands
    }

    /// Asks about what can't be taken back.
    fn part_with(&mut self, farewell: Option<Farewell>, workspace: &Workspace) -> Vec<Command> {
        let Some(farewell) = farewell else {
            self.board.add(Notice::doubt(workspace.words().word("leaving-nothing-chosen")));
            return Vec::new();
        };
        vec![self.farewell.insert(farewell).foretell()]
    }

    fn parting(&mut self, ctx: &Context, workspace: &Workspace, palette: &'static Palette) -> Vec<Command> {
        let Some(farewell) = &mut self.farewell else { return Vec::new() };
        match farewell.show(ctx, workspace, palette) {
            None => Vec::new(),
            Some(Parting::Asked(command)) => vec![command],
            Some(Parting::Cancelled) => {
                self.farewell = None;
                Vec::new()
            }
            Some(Parting::Agreed(command)) => {
                self.farewell = None;
                vec![command]
            }
        }
    }

    /// Goes on to something else, once it is known what is to become of unsaved work.
    fn leave(&mut self, after: After, workspace: &Workspace, ctx: &Context) -> Vec<Command> {
        if self.is_unfinished(workspace) {
            self.question = Some(Question::unfinished(self.unsaved.clone()));
            self.then = Some(after);
            return Vec::new();
        }
        self.leave_finished(after, workspace, ctx)
    }

    /// The same, where nothing typed is waited for any more.
    fn leave_finished(&mut self, after: After, workspace: &Workspace, ctx: &Context) -> Vec<Command> {
        if workspace.is_unsaved_work() {
            self.question = Some(Question::unsaved());
            self.then = Some(after);
            return Vec::new();
        }
        self.go_on(after, workspace, ctx)
    }

    /// Whether something would be lost that is neither in the case nor in a file: what a form holds, and edits that
    /// could not be written.
    fn is_unfinished(&self, workspace: &Workspace) -> bool {
        !self.unsaved.is_empty() || workspace.pending().stuck.is_some()
    }

    fn go_on(&mut self, after: After, workspace: &Workspace, ctx: &Context) -> Vec<Command> {
        match after {
            After::Do(command) => vec![Command::File(command)],
            After::ChooseToOpen => self.choose(Use::Open, workspace),
            After::Quit => {
                self.may_close = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
                Vec::new()
            }
        }
    }

    /// What happened since the last frame: the case was saved, the window is to close, nothing is open.
    pub fn hear(&mut self, workspace: &Workspace, ctx: &Context) -> Vec<Command> {
        let mut commands = Vec::new();
        if ctx.input(|input| input.viewport().close_requested())
            && !self.may_close
            && (workspace.is_unsaved_work() || self.is_unfinished(workspace))
        {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            commands.extend(self.leave(After::Quit, workspace, ctx));
        }
        let is_settled = self.question.is_none() && self.panel.is_none() && !workspace.busy();
        if is_settled && let Some(after) = self.then.take() {
            // Nothing holds it up any longer: it was saved, or that failed and the notice says so.
            if !workspace.is_unsaved_work() {
                commands.extend(self.go_on(after, workspace, ctx));
            }
        }
        if workspace.is_open() {
            self.has_looked = false;
        } else if !workspace.busy() && !self.has_looked {
            self.has_looked = true;
            commands.push(Command::File(FileCommand::Offer(OfferCommand::Look)));
        }
        if let Some(pause) = workspace.keeps_view_in() {
            ctx.request_repaint_after(pause);
        }
        commands
    }

    /// Shows the start screen.
    pub fn start(&mut self, ui: &mut Ui, workspace: &Workspace, palette: &'static Palette) -> Vec<Command> {
        let wishes = start::show(ui, workspace, palette);
        let ctx = ui.ctx().clone();
        wishes
            .into_iter()
            .flat_map(|wish| match wish {
                start::Wish::Act(action) => self.act(action, workspace, &ctx),
                start::Wish::Do(command) => vec![Command::File(command)],
                start::Wish::ForgetUnsaved => {
                    self.question = Some(Question::left());
                    Vec::new()
                }
            })
            .collect()
    }

    /// Shows what stands over the window: the panel, the question, the recent cases.
    pub fn show(&mut self, ctx: &Context, workspace: &Workspace, palette: &'static Palette) -> Vec<Command> {
        drop::hover(ctx, workspace, palette);
        let mut commands = self.ask(ctx, workspace, palette);
        commands.extend(self.ask_of_picture(ctx, workspace, palette));
        commands.extend(self.published(ctx, workspace, palette));
        commands.extend(self.panel(ctx, workspace, palette));
        commands.extend(self.recent(ctx, workspace, palette));
        commands.extend(self.parting(ctx, workspace, palette));
        commands
    }

    fn ask_of_picture(
        &mut self,
        ctx: &Context,
        workspace: &Workspace,
        palette: &'static Palette,
    ) -> Vec<Command> {
        let Some(wanted) = self.dropped.as_mut().and_then(|dropped| dropped.show(ctx, workspace, palette))
        else {
            return Vec::new();
        };
        let Some(DroppedPicture { path, .. }) = self.dropped.take() else { return Vec::new() };
        match wanted {
            Wanted::Nothing => Vec::new(),
            Wanted::ItsView => vec![Command::File(FileCommand::UseView(path))],
            Wanted::ItsCase => self.open(path, workspace, ctx),
        }
    }

    fn published(&mut self, ctx: &Context, workspace: &Workspace, palette: &'static Palette) -> Vec<Command> {
        let published = self.publish.show(ctx, workspace, palette);
        let mut commands = published.commands;
        if let Some(going) = published.going {
            commands.extend(self.name_picture(going, workspace));
        }
        if published.asks_logo {
            commands.extend(self.choose(Use::Logo, workspace));
        }
        commands
    }

    /// Asks under which name a picture is to be written.
    fn name_picture(&mut self, going: Going, workspace: &Workspace) -> Vec<Command> {
        let commands = self.choose(Use::Export, workspace);
        if let Some(panel) = &mut self.panel {
            panel.publish(going);
        }
        commands
    }

    fn ask(&mut self, ctx: &Context, workspace: &Workspace, palette: &'static Palette) -> Vec<Command> {
        let Some(question) = &mut self.question else { return Vec::new() };
        let Some(answer) = question.show(ctx, workspace, palette) else { return Vec::new() };
        self.question = None;
        match answer {
            Answer::Save => self.choose(Use::SaveAs, workspace),
            Answer::Discard => {
                let after = self.then.take();
                let mut commands = vec![Command::File(FileCommand::Close)];
                commands.extend(after.into_iter().flat_map(|after| self.go_on(after, workspace, ctx)));
                commands.dedup();
                commands
            }
            Answer::LetGo => {
                let after = self.then.take().into_iter();
                after.flat_map(|after| self.leave_finished(after, workspace, ctx)).collect()
            }
            Answer::Forget => {
                vec![Command::File(FileCommand::Offer(OfferCommand::ForgetUnsaved))]
            }
            Answer::Cancel => {
                self.then = None;
                Vec::new()
            }
        }
    }

    fn panel(&mut self, ctx: &Context, workspace: &Workspace, palette: &'static Palette) -> Vec<Command> {
        let Some(panel) = &mut self.panel else { return Vec::new() };
        match panel.show(ctx, workspace, palette) {
            Chosen::Nothing(commands) => commands,
            Chosen::Closed => {
                self.panel = None;
                self.then = None;
                Vec::new()
            }
            Chosen::Done(commands) => {
                self.panel = None;
                commands.into_iter().map(Command::File).collect()
            }
            Chosen::Logo(path) => {
                self.panel = None;
                self.publish.take_logo(path);
                Vec::new()
            }
            Chosen::HandedOver(path, force) => {
                self.panel = None;
                self.part_with(Some(Farewell::copy(path, force)), workspace)
            }
        }
    }

    fn recent(&mut self, ctx: &Context, workspace: &Workspace, palette: &'static Palette) -> Vec<Command> {
        let Some(chooser) = &mut self.recent else { return Vec::new() };
        let words = workspace.words().as_ref();
        let open = |path: &std::path::Path| workspace.path().is_some_and(|open| open == path);
        let all = workspace.offer().map(|offer| offer.recent.as_slice()).unwrap_or_default();
        let there: Vec<_> = all.iter().filter(|one| !one.missing && !open(&one.path)).collect();
        let item = |one: &&crate::workspace::Recent| Item {
            name: if one.title.is_empty() { path::name_of(&one.path) } else { one.title.clone() },
            aside: path::shortened(&one.path, workspace.home(), 44),
            also: one.path.display().to_string(),
        };
        let items: Vec<Item> = there.iter().map(item).collect();
        match chooser.show(ctx, &words.word("recent-hint"), &items, words, palette) {
            Choice::Open => Vec::new(),
            Choice::Closed => {
                self.recent = None;
                Vec::new()
            }
            Choice::Chosen(at) => {
                self.recent = None;
                let path = there.get(at).map(|one| one.path.clone());
                path.into_iter().flat_map(|path| self.open(path, workspace, ctx)).collect()
            }
        }
    }

    /// Does what was pressed on the board of notices.
    pub fn hear_board(&mut self, told: Told, workspace: &Workspace, ctx: &Context) -> Vec<Command> {
        match told {
            Told::Stop => self.act(FileAction::Stop, workspace, ctx),
            Told::Remedy(Remedy::SaveAs) => self.act(FileAction::SaveAs, workspace, ctx),
            Told::Remedy(Remedy::SaveCopy) => self.act(FileAction::SaveCopy, workspace, ctx),
            Told::Remedy(Remedy::Review) => vec![Command::Look(Look::Beside(Some(Beside::Review)))],
            Told::Remedy(Remedy::Paste) => {
                ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
                Vec::new()
            }
            Told::Remedy(Remedy::NewReading(again)) => vec![Command::File(FileCommand::TakeIn(*again))],
        }
    }
}
