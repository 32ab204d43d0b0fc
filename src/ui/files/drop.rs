//! Files dropped on the window, and text pasted into it: articles go into the case, cases and tables are opened.

use std::path::{Path, PathBuf};

use egui::{Align2, Area, Context, Event, Frame, Id, Label, Order, RichText, vec2};

use crate::model::{Arg, Words};
use crate::scene::{Face, Palette};
use crate::workspace::{Command, FileCommand, Notice, Remedy, TakeIn, Workspace};

use super::super::bars;
use super::super::look::{TITLE, colour, font};
use super::Files;
use super::clipboard::{Brought, is_paths};
use super::dropped::DroppedPicture;

/// Characters from which on a pasted text is an article, and not a word that went astray.
const FEWEST: usize = 20;

/// Seconds in which what was let go over the window must arrive (contract 16).
const PATIENCE: f32 = 1.0;

/// What is opened, by the ends of names; all else is looked at as an article.
const OPENED: [&str; 6] = [".caseline", ".json", ".csv", ".tsv", ".tab", ".png"];

/// What a drop leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fate {
    Open(PathBuf),
    TakeIn(usize),
}

impl Files {
    /// What comes of files that were dropped or text that was pasted in this frame.
    pub fn arrived(&mut self, workspace: &Workspace, ctx: &Context) -> Vec<Command> {
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if !dropped.is_empty() {
            self.hover = Hover::Nothing;
        }
        if dropped.is_empty() {
            if self.hover.was_in_vain(ctx) {
                let notice = Notice::doubt(workspace.words().word("drop-nothing"));
                self.board.add(notice.with(Some(Remedy::Paste)));
            }
            return self.pasted(workspace, ctx);
        }
        self.given(dropped, workspace, ctx)
    }

    /// What comes of files, however they were given.
    fn given(&mut self, files: Vec<PathBuf>, workspace: &Workspace, ctx: &Context) -> Vec<Command> {
        match fate(files.iter().map(PathBuf::as_path)) {
            Some(Fate::Open(path)) => {
                let mut files = files;
                files.sort_by_key(|file| *file != path);
                if let Some(notice) = bars::only_first(&files, workspace.words().as_ref()) {
                    self.board.add(notice);
                }
                let is_picture = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png"));
                if is_picture && workspace.is_open() {
                    self.dropped = Some(DroppedPicture::new(path));
                    return Vec::new();
                }
                self.open(path, workspace, ctx)
            }
            Some(Fate::TakeIn(_)) => {
                into_case(FileCommand::TakeIn(TakeIn { files, ..TakeIn::default() }), workspace)
            }
            None => Vec::new(),
        }
    }

    /// What comes of a paste that no field takes.
    fn pasted(&mut self, workspace: &Workspace, ctx: &Context) -> Vec<Command> {
        let in_vain = self.clipboard.brought_nothing(ctx) && !ctx.text_edit_focused();
        if let Some(text) = pasted(ctx).or_else(|| in_vain.then(String::new)) {
            self.clipboard.ask(text, ctx);
        }
        match self.clipboard.answer() {
            None => Vec::new(),
            Some(Brought::Words(pasted)) => into_case(FileCommand::Paste(pasted), workspace),
            Some(Brought::Files(files)) => self.given(files, workspace, ctx),
            Some(Brought::Nothing) => {
                self.board.add(Notice::doubt(workspace.words().word("paste-nothing")));
                Vec::new()
            }
        }
    }
}

/// Files that hang over the window. Some systems say that something does, and then bring nothing: a link, a part of a
/// page, a file among things that are none.
#[derive(Debug, Default)]
pub enum Hover {
    #[default]
    Nothing,
    There,
    /// Gone since that second, and nothing was dropped yet.
    Gone(f64),
}

impl Hover {
    /// Whether what hung over the window was let go, or taken away, and brought nothing; told once, and once a frame.
    fn was_in_vain(&mut self, ctx: &Context) -> bool {
        let (hangs, now) = ctx.input(|input| (!input.raw.hovered_files.is_empty(), input.time));
        *self = match *self {
            _ if hangs => Self::There,
            Self::There => {
                ctx.request_repaint_after_secs(PATIENCE);
                Self::Gone(now)
            }
            Self::Gone(since) if now - since >= f64::from(PATIENCE) => {
                *self = Self::Nothing;
                return true;
            }
            Self::Gone(since) => {
                ctx.request_repaint_after_secs(PATIENCE);
                Self::Gone(since)
            }
            Self::Nothing => Self::Nothing,
        };
        false
    }
}

/// Articles need a case to go into: without one, a new one is begun.
fn into_case(command: FileCommand, workspace: &Workspace) -> Vec<Command> {
    let begun = (!workspace.is_open()).then_some(FileCommand::Start);
    begun.into_iter().chain([command]).map(Command::File).collect()
}

/// Text that was pasted where no field takes it.
fn pasted(ctx: &Context) -> Option<String> {
    // A button that has the keyboard takes no text.
    if ctx.text_edit_focused() {
        return None;
    }
    ctx.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Paste(text)
                if text.trim().chars().count() >= FEWEST || is_address(text) || is_paths(text.trim_end()) =>
            {
                Some(text.trim_end().to_owned())
            }
            _ => None,
        })
    })
}

/// An address is no article, and is to be told so.
fn is_address(text: &str) -> bool {
    ["http://", "https://"].iter().any(|start| text.trim_start().starts_with(start))
}

/// Whether a file is opened, by its name, instead of taken into a case.
#[must_use]
pub fn is_opened(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    OPENED.iter().any(|ending| name.ends_with(ending))
}

/// What files would be taken for, by their names alone: what they are is found out off the window's thread.
fn fate<'a>(files: impl Iterator<Item = &'a Path>) -> Option<Fate> {
    let files: Vec<&Path> = files.collect();
    match files.iter().find(|path| is_opened(path)) {
        Some(path) => Some(Fate::Open((*path).to_owned())),
        None => (!files.is_empty()).then_some(Fate::TakeIn(files.len())),
    }
}

/// Says what a drop would do while files hang over the window.
pub fn hover(ctx: &Context, workspace: &Workspace, palette: &Palette) {
    let hovered: Vec<PathBuf> =
        ctx.input(|input| input.raw.hovered_files.iter().filter_map(|file| file.path.clone()).collect());
    let words = workspace.words();
    let said = match fate(hovered.iter().map(PathBuf::as_path)) {
        None => return,
        Some(Fate::Open(path)) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            words.say("drop-open", &[("file", Arg::Text(&name))])
        }
        Some(Fate::TakeIn(count)) => words.say("drop-take-in", &[("n", Arg::Number(count as u64))]),
    };
    Area::new(Id::unique("drop")).order(Order::Tooltip).anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0)).show(
        ctx,
        |ui| {
            Frame::popup(ui.style()).inner_margin(24.0).show(ui, |ui| {
                let text =
                    RichText::new(said).font(font(Face::SansSemiBold, TITLE)).color(colour(palette.ink));
                ui.add(Label::new(text).selectable(false));
            });
        },
    );
}
