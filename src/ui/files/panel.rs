//! The panel in which a file is chosen: a path that is typed, completed and narrowed, with the folder under it.
//!
//! ```text
//!  Open
//!  [~/cases/wa                          ]  Browse…
//!  Home      wave/
//!  cases     wave.caseline                  148 kB
//!            …
//!  Tab completes                    Cancel    Open
//! ```

use std::path::{Path, PathBuf};

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Align2, Context, Id, Key, Modal, Modifiers, vec2};

use crate::model::{Arg, Words};
use crate::scene::Palette;
use crate::workspace::{
    Command, Entry, Export, ExportFormat, FileCommand, Folder, PictureWish, Purpose, Settings, ViewWish,
    Workspace,
};

use super::super::publish::Going;
use super::browse::{Browse, Browsed};
use super::line::over;
use super::path::{self, Typed};

mod names;
mod show;

use self::names::{CHRONOLOGY, CLAIMS, FORMATS, ending_in, ending_of, format_of, stands_there, stem};

/// Width of the panel.
const WIDTH: f32 = 720.0;

/// What the file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    Open,
    /// To choose a publisher's sign for a picture.
    Logo,
    SaveAs,
    SaveCopy,
    HandOver,
    Export,
    /// The sheet of claims.
    Claims,
    /// The written chronology.
    Chronology,
}

/// What is typed and where the arrows stand.
#[derive(Debug)]
pub struct FilePanel {
    purpose: Use,
    typed: String,
    /// Where a path begins that does not say so.
    base: PathBuf,
    home: Option<PathBuf>,
    /// The line the arrows stand on.
    at: Option<usize>,
    /// The folder that was asked for last.
    listed: Option<PathBuf>,
    /// What stands there already, and is asked about.
    asked: Option<PathBuf>,
    /// Whether that is shown for the first time.
    asks_anew: bool,
    /// Why nothing came of it.
    fault: Option<String>,
    browse: Option<Browse>,
    /// Leaves out of a Case JSON what is private.
    public: bool,
    /// The picture that was put together for it; `None`: as the window shows it.
    going: Option<Going>,
    /// The one of the files to be written that stands there already.
    replaced: Option<PathBuf>,
    was_shown: bool,
    /// Characters of what is typed that are to be selected.
    select: Option<(usize, usize)>,
}

/// What came of a frame.
#[derive(Debug)]
pub enum Chosen {
    Nothing(Vec<Command>),
    Closed,
    Done(Vec<FileCommand>),
    /// The file with a publisher's sign.
    Logo(PathBuf),
    /// Where a copy for other hands is to stand, and whether it replaces what does.
    HandedOver(PathBuf, bool),
}

/// What was pressed in a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Press {
    Enter,
    Cancel,
    Browse,
    /// This line of the list.
    Line(usize),
    /// This folder.
    GoTo(PathBuf),
    Format(ExportFormat),
    /// What stands there is to be replaced.
    Replace,
    /// It is to stay.
    Keep,
}

impl Use {
    /// Whether it is about a file that is there.
    fn is_to_read(self) -> bool {
        matches!(self, Self::Open | Self::Logo)
    }

    /// The forms that can be chosen from; none: there is but one.
    fn forms(self) -> &'static [ExportFormat] {
        match self {
            Self::Export => &FORMATS,
            Self::Claims => &CLAIMS,
            Self::Chronology => &CHRONOLOGY,
            _ => &[],
        }
    }
}

impl FilePanel {
    /// One for a use, beginning where the open case is, or where the last one was.
    pub fn new(purpose: Use, workspace: &Workspace) -> Self {
        let home = workspace.home().map(Path::to_owned);
        let recent = workspace.offer().and_then(|offer| offer.recent.first()).map(|one| one.path.as_path());
        let near = workspace.path().or(workspace.from()).or(recent).and_then(Path::parent);
        let near = near.filter(|folder| folder.is_absolute()).map(Path::to_owned);
        let base = near.or_else(|| home.clone()).unwrap_or_else(|| PathBuf::from("/"));
        let mut typed = path::spoken_folder(&base, home.as_deref());
        let mut select = None;
        if !purpose.is_to_read() {
            let stem = stem(workspace);
            let begin = typed.chars().count();
            select = Some((begin, begin + stem.chars().count()));
            let end = match purpose {
                Use::SaveCopy => " copy.caseline",
                Use::HandOver => " for others.caseline",
                Use::Export => ".png",
                Use::Claims => " claims.docx",
                Use::Chronology => " chronology.md",
                Use::Open | Use::Logo | Use::SaveAs => ".caseline",
            };
            typed.push_str(&stem);
            typed.push_str(end);
        }
        Self {
            purpose,
            typed,
            base,
            home,
            at: None,
            listed: None,
            asked: None,
            asks_anew: false,
            fault: None,
            browse: None,
            public: false,
            going: None,
            replaced: None,
            was_shown: false,
            select,
        }
    }

    /// Names a picture that was put together in the dialog.
    pub fn publish(&mut self, going: Going) {
        self.end_in(going.format);
        let typed = self.read().part;
        let all = self.typed.chars().count();
        let begin = all - typed.chars().count();
        self.select = Some((begin, all - ending_of(going.format).chars().count()));
        self.going = Some(going);
    }

    /// The second picture, and the file beside the first that it goes to.
    fn phone_beside(&self, path: &Path, format: Option<ExportFormat>) -> Option<(PathBuf, PictureWish)> {
        let wish = self.going.as_ref()?.phone.clone()?;
        let ending = ending_of(format.filter(|format| format.is_picture())?);
        let name = path::name_of(path);
        let stem = name.get(..name.len().checked_sub(ending.len())?)?;
        Some((path.with_file_name(format!("{stem}-phone{ending}")), wish))
    }

    fn read(&self) -> Typed {
        path::read(&self.typed, &self.base, self.home.as_deref())
    }

    /// Asks for the folder that is typed, if another one was asked for last.
    pub fn list(&mut self) -> Option<Command> {
        let folder = self.read().folder;
        if self.listed.as_ref() == Some(&folder) {
            return None;
        }
        self.listed = Some(folder.clone());
        Some(Command::File(FileCommand::List(folder)))
    }

    /// Shows it.
    pub fn show(&mut self, ctx: &Context, workspace: &Workspace, palette: &'static Palette) -> Chosen {
        let fresh = !std::mem::replace(&mut self.was_shown, true);
        let typed = self.read();
        let folder = workspace.folder().filter(|folder| folder.path == typed.folder);
        let entries = folder.map(|folder| self.shown(folder, &typed.part)).unwrap_or_default();
        let id = Id::unique("file-panel");
        let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, 56.0));
        let shown = over(id, area, palette).show(ctx, |ui| {
            ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 64.0));
            self.panel(ui, workspace, palette, folder, &entries, fresh)
        });
        let press = shown.inner.clone();
        let escaped = shown.should_close();
        if press == Some(Press::Cancel) || escaped && self.asked.is_none() {
            return Chosen::Closed;
        }
        if press == Some(Press::Keep) || escaped {
            self.write(self.typed.clone());
        }
        if press == Some(Press::Browse) && self.browse.is_none() {
            self.browse(ctx);
        }
        match self.browse.as_ref().map_or(Browsed::Waiting, Browse::answer) {
            Browsed::Waiting => {}
            Browsed::Nothing => {
                self.browse = None;
                self.fault = Some(workspace.words().word("browse-nothing"));
            }
            Browsed::Path(path) => {
                self.browse = None;
                self.write(path.display().to_string());
                // The system has asked already whether to replace what is there.
                return self.accept(workspace, path, !self.purpose.is_to_read());
            }
        }
        self.hear(workspace, press, &entries)
    }

    /// Asks for the system's own dialog.
    fn browse(&mut self, ctx: &Context) {
        let typed = self.read();
        let name = (!self.purpose.is_to_read()).then_some(typed.part.as_str());
        let repaint = ctx.clone();
        self.browse = Some(Browse::begin(name, &typed.folder, move || repaint.request_repaint()));
        self.fault = None;
    }

    /// The entries of a folder that are offered.
    fn shown<'a>(&self, folder: &'a Folder, part: &str) -> Vec<&'a Entry> {
        const READ: &[&str] = &["caseline", "json", "csv", "tsv", "txt"];
        const SIGNS: &[&str] = &["png", "svg"];
        let opens = self.purpose.is_to_read();
        let read = if self.purpose == Use::Logo { SIGNS } else { READ };
        // A name that is to be given narrows nothing: what is there is seen, so as not to be met by chance.
        let part = if opens { part } else { "" };
        path::narrowed(folder, part, |entry| {
            let ending = entry.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
            entry.is_folder || !opens || ending.is_some_and(|ending| read.contains(&ending.as_str()))
        })
    }

    fn hear(&mut self, workspace: &Workspace, press: Option<Press>, entries: &[&Entry]) -> Chosen {
        let line = match press {
            Some(Press::Line(at)) => Some(at),
            Some(Press::Enter) => self.at,
            _ => None,
        };
        if let Some(entry) = line.and_then(|at| entries.get(at)) {
            return self.take(workspace, entry);
        }
        match press {
            Some(Press::Enter) => return self.enter(workspace, entries),
            Some(Press::Format(format)) => self.end_in(format),
            Some(Press::GoTo(folder)) => self.go_to(&folder),
            Some(Press::Replace) => {
                if let Some(path) = self.asked.take() {
                    return self.accept(workspace, path, true);
                }
            }
            _ => {}
        }
        Chosen::Nothing(self.list().into_iter().collect())
    }

    /// Goes into a folder; a name that is to be given is kept.
    fn go_to(&mut self, folder: &Path) {
        let name = if self.purpose.is_to_read() { String::new() } else { self.read().part };
        self.write(format!("{}{name}", path::spoken_folder(folder, self.home.as_deref())));
    }

    /// A line was chosen: a folder is gone into, a file is taken.
    fn take(&mut self, workspace: &Workspace, entry: &Entry) -> Chosen {
        let folder = self.read().folder;
        let path = folder.join(&entry.name);
        if !entry.is_folder {
            self.write(path::spoken(&path, self.home.as_deref()));
            if self.purpose.is_to_read() {
                return self.accept(workspace, path, false);
            }
            return Chosen::Nothing(Vec::new());
        }
        self.go_to(&path);
        Chosen::Nothing(self.list().into_iter().collect())
    }

    /// What is typed was sent: the one entry that it can only mean, else the path as it stands.
    fn enter(&mut self, workspace: &Workspace, entries: &[&Entry]) -> Chosen {
        let Typed { folder, part } = self.read();
        if part.is_empty() {
            self.fault = Some(workspace.words().word("panel-no-name"));
            return Chosen::Nothing(self.list().into_iter().collect());
        }
        let exact = entries.iter().find(|entry| entry.name == part);
        let meant = exact.or_else(|| entries.first().filter(|_| self.purpose.is_to_read()));
        if let Some(entry) = meant.filter(|entry| entry.is_folder || self.purpose.is_to_read()) {
            return self.take(workspace, entry);
        }
        self.accept(workspace, folder.join(part), false)
    }

    /// A path was chosen; what stands there already is asked about first.
    fn accept(&mut self, workspace: &Workspace, path: PathBuf, force: bool) -> Chosen {
        let path = match self.purpose {
            Use::Open => return Chosen::Done(vec![FileCommand::Open(path, Purpose::Work)]),
            Use::Logo => return Chosen::Logo(path),
            Use::SaveAs | Use::HandOver => ending_in(path, &[".caseline"]),
            Use::SaveCopy => ending_in(path, &[".caseline", ".caseline.json"]),
            Use::Export | Use::Claims | Use::Chronology => path,
        };
        let forms = self.purpose.forms();
        let format = format_of(&path).filter(|format| forms.is_empty() || forms.contains(format));
        if !forms.is_empty() && format.is_none() {
            let endings = forms.iter().copied().map(ending_of).collect::<Vec<_>>().join(", ");
            let args = [("endings", Arg::Text(&endings))];
            self.fault = Some(workspace.words().say("panel-no-format", &args));
            return Chosen::Nothing(Vec::new());
        }
        let phone = self.phone_beside(&path, format);
        let mut meant = std::iter::once(&path).chain(phone.as_ref().map(|(path, _)| path));
        let there = meant.find(|path| stands_there(path, workspace.folder())).cloned();
        if !force && there.is_some() {
            // Both are written once it is agreed to.
            self.replaced = there;
            self.asked = Some(path);
            self.asks_anew = true;
            return Chosen::Nothing(Vec::new());
        }
        let public = self.public && format == Some(ExportFormat::CaseJson);
        if self.purpose == Use::HandOver {
            return Chosen::HandedOver(path, force);
        }
        Chosen::Done(match (self.purpose, format) {
            (Use::SaveAs, _) => vec![FileCommand::SaveAs { path, force }],
            (Use::Export | Use::Claims | Use::Chronology, Some(format)) => {
                let wish = self.going.as_ref().map(|going| going.wish.clone());
                let claims = self.purpose == Use::Claims;
                let chronology = self.purpose == Use::Chronology;
                let settings = Settings { claims, chronology, ..Settings::default() };
                let current = || PictureWish { view: ViewWish::Current, settings, ..PictureWish::default() };
                let first = (path, wish.unwrap_or_else(current));
                let export = |(path, picture)| {
                    let to = Some(path);
                    let export = Export { format, to, force, public, originals: false, picture };
                    FileCommand::Export(Box::new(export))
                };
                std::iter::once(first).chain(phone).map(export).collect()
            }
            _ => vec![FileCommand::SaveCopy { path, force }],
        })
    }

    /// Puts this in the place of what is typed, with the cursor at its end.
    fn write(&mut self, typed: String) {
        let end = typed.chars().count();
        self.typed = typed;
        self.select = Some((end, end));
        self.at = None;
        self.asked = None;
        self.fault = None;
    }

    /// Gives the name another format's ending.
    fn end_in(&mut self, format: ExportFormat) {
        let old = format_of(Path::new(&self.typed)).filter(|old| self.purpose.forms().contains(old));
        let stem = match old {
            Some(old) => self.typed.len() - ending_of(old).len(),
            None => self.typed.len(),
        };
        let stem = self.typed.get(..stem).unwrap_or(&self.typed).to_owned();
        self.write(format!("{stem}{}", ending_of(format)));
    }

    /// What Tab would make of it.
    fn completion(&self, entries: &[&Entry]) -> Option<String> {
        let part = self.read().part;
        let whole = path::completed(entries, &part)?;
        let before = self.typed.trim_end().strip_suffix(&part)?;
        (!part.is_empty()).then(|| format!("{before}{whole}"))
    }

    /// Moves the arrows' line.
    fn step(&mut self, input: &mut egui::InputState, lines: usize) -> bool {
        let mut step = |key| input.count_and_consume_key(Modifiers::NONE, key);
        let (down, up) = (step(Key::ArrowDown), step(Key::ArrowUp));
        if down + up == 0 || lines == 0 {
            return false;
        }
        self.at = match self.at {
            None if up > 0 => None,
            None => Some((down - 1).min(lines - 1)),
            Some(at) if up > at + down => None,
            Some(at) => Some((at + down - up).min(lines - 1)),
        };
        true
    }

    /// Puts cursor and selection where they are wanted.
    fn place_cursor(&mut self, ctx: &Context, field: Id) {
        let Some((from, to)) = self.select.take() else { return };
        let mut state = TextEditState::load(ctx, field).unwrap_or_default();
        state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(from), CCursor::new(to))));
        state.store(ctx, field);
        // Whoever pressed a button goes on writing.
        ctx.memory_mut(|memory| memory.request_focus(field));
    }
}
