//! Everything that a user can ask, as closed lists by noun: the keyboard, menus, the command line and tests all speak
//! these.

use std::path::PathBuf;

use crate::intake::{Field, Format};
use crate::model::{Edit, EventId, Span, Stamp, Switch, Theme, View, When};

use super::arrange::{LaneCommand, SegmentCommand, ViewCommand};
use super::find::FindCommand;
use super::leaving::LeavingCommand;
use super::look::{Beside, Middle, TextPlace};
use super::paper::Clip;
use super::publish::Settings;
use super::reckon::CopyAs;
use super::review::ReviewCommand;

/// A thing to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Changes the case.
    Edit(Edit),
    /// Takes edits back, and makes them again.
    History(HistoryCommand),
    /// Decides on what articles seem to say.
    Review(ReviewCommand),
    /// Changes how it is looked at.
    Look(Look),
    /// Changes which views there are, and what stands out in one.
    View(ViewCommand),
    Lane(LaneCommand),
    Segment(SegmentCommand),
    /// Filters and searches.
    Find(FindCommand),
    /// Reads or writes files.
    File(FileCommand),
    /// Makes copies for other hands, and forgets.
    Leaving(LeavingCommand),
}

/// A way along the case's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryCommand {
    Undo,
    Redo,
    /// The step with that id is the last that is done; 0: none is.
    GoTo(i64),
    /// Tries again to write what could not be written.
    Retry,
    /// Lets go of what could not be written.
    GiveUp,
}

/// How the case is looked at.
#[derive(Debug, Clone, PartialEq)]
pub enum Look {
    /// Moves a segment of the axis with the pointer.
    Pan {
        segment: usize,
        by_pt: f64,
    },
    /// Zooms the segment at that place; above 1 shows less time.
    ZoomAt {
        x: f64,
        factor: f64,
    },
    /// From the first event to the last, in as many segments as there are.
    Fit,
    /// The same time in one segment.
    OneSegment,
    /// Selects an event and brings it into sight.
    SelectEvent(EventId),
    /// Adds an event to those that are chosen, or takes it away.
    SelectAlso(EventId),
    /// These and no others; the last one is read.
    SelectMany(Vec<EventId>),
    SelectNone,
    /// The chosen events as text that can be pasted elsewhere, without what is private.
    Copy(CopyAs),
    /// What stands beside the timeline; `None` closes it.
    Beside(Option<Beside>),
    /// Timeline or table.
    Middle(Middle),
    /// Asks for events that hold these words, to be picked from.
    LookUp(String),
    /// Opens an article, at the quote of that event, or at words of its text.
    ShowArticle {
        key: String,
        event: Option<EventId>,
        /// Goes before the event's quote.
        place: Option<TextPlace>,
    },
    CloseArticle,
    /// A saved view, by its name.
    ChooseView(String),
    Theme(Theme),
    Strip(Switch),
    Pairs(Switch),
    Posts(Switch),
}

/// What is done with files.
#[derive(Debug, Clone, PartialEq)]
pub enum FileCommand {
    /// A case, a Case JSON or a table of events.
    Open(PathBuf, Purpose),
    /// An empty case without a file.
    Start,
    /// The sample that is part of the program.
    OpenSample,
    /// A case that a crash left unsaved.
    Reopen(PathBuf),
    /// Moves the open case to a file of its own; `force` replaces what stands there.
    SaveAs {
        path: PathBuf,
        force: bool,
    },
    /// Writes the whole case into another file, a case or a Case JSON.
    SaveCopy {
        path: PathBuf,
        force: bool,
    },
    /// Puts the case away; what was never saved of it is gone.
    Close,
    /// What the start screen offers.
    Offer(OfferCommand),
    /// Lists a folder.
    List(PathBuf),
    /// Stops what takes long.
    Cancel,
    /// An empty case at that path.
    New {
        path: PathBuf,
        force: bool,
    },
    /// Files into the open case.
    TakeIn(TakeIn),
    /// The file behind an article of that key, in the system's own program.
    ShowOriginal(String),
    /// What was copied elsewhere, as an article for the open case.
    Paste(Pasted),
    /// The articles in files, without a case; `-` is stdin.
    ReadArticles(Vec<PathBuf>),
    Export(Box<Export>),
    /// The view that a picture carries, for the open case.
    UseView(PathBuf),
    /// Something of a picture for the clipboard.
    Clip(Clip, Box<PictureWish>),
    /// Looks after the open case.
    Upkeep(Upkeep),
}

/// What the start screen offers, and no longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfferCommand {
    /// Looks for it.
    Look,
    /// Takes a case off the list of recent ones.
    ForgetRecent(PathBuf),
    /// Deletes what crashes left unsaved.
    ForgetUnsaved,
}

/// Looking after a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Upkeep {
    /// The case in a few numbers.
    Summarise,
    /// Whether it is whole and its quotes stand in their texts.
    Check,
    /// What can't be brought back goes, and the file becomes as small as what it holds.
    Compact,
}

/// What a case is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To work on: takes the writer's lock, and opens for reading where someone else holds it.
    Work,
    /// To change at once: refused where someone else works on it.
    Change,
    /// To read: takes no lock.
    Read,
}

/// What the clipboard held.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pasted {
    pub text: String,
    /// The same as a page or a part of one, where it was copied from such.
    pub html: Option<String>,
}

/// Files to take into the case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TakeIn {
    pub files: Vec<PathBuf>,
    /// What was pasted, instead of files.
    pub pasted: Option<Pasted>,
    /// Columns that the user has named for fields.
    pub mapping: Vec<(Field, String)>,
    pub format: Option<Format>,
    /// An article that is there already with another text is taken as a new reading of it.
    pub update: bool,
    /// What articles seem to say becomes events at once, without a review.
    pub accept: bool,
    /// Nothing is written; the report says what would be.
    pub dry_run: bool,
}

/// Something to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    pub format: ExportFormat,
    /// `None`: handed back as bytes.
    pub to: Option<PathBuf>,
    /// Replaces what stands there.
    pub force: bool,
    /// Leaves out of a Case JSON what is private.
    pub public: bool,
    /// Puts the files behind articles into a Case JSON.
    pub originals: bool,
    pub picture: PictureWish,
}

/// What can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    Png,
    Svg,
    Pdf,
    /// A page with the picture, or the sheet of claims.
    Html,
    /// A written chronology.
    Markdown,
    /// The sheet of claims.
    Docx,
    CaseJson,
    /// The events as a table, or the sheet of claims.
    Csv,
}

/// What differs from the view that is drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PictureWish {
    pub view: ViewWish,
    pub from: Option<When>,
    pub to: Option<When>,
    /// Codes or names of lanes, in their order.
    pub lanes: Vec<String>,
    pub theme: Option<Theme>,
    pub width: Option<u32>,
    pub height: Option<u32>,
    pub scale: Option<f64>,
    pub title: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// What is wished beyond the view.
    pub settings: Settings,
}

/// Which view is drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum ViewWish {
    /// The case's first; of a case without views, what Suggest proposes.
    #[default]
    First,
    /// The whole case, every lane, one segment.
    All,
    Named(String),
    /// As the window shows it.
    Current,
    /// This one, whatever views the case has.
    Given(Box<View>),
}

impl ExportFormat {
    /// Whether it is drawn, and not a list.
    #[must_use]
    pub fn is_picture(self) -> bool {
        !matches!(self, Self::CaseJson | Self::Csv)
    }
}

impl Export {
    /// Whether a view decides what is in it.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        self.format.is_picture() || self.picture.settings.claims
    }
}

impl From<FileCommand> for Command {
    fn from(command: FileCommand) -> Self {
        Self::File(command)
    }
}

impl FileCommand {
    /// What a command opens a case for, if it opens one.
    #[must_use]
    pub fn purpose(&self) -> Option<Purpose> {
        match self {
            Self::Open(_, purpose) => Some(*purpose),
            Self::Start | Self::OpenSample | Self::Reopen(_) => Some(Purpose::Work),
            _ => None,
        }
    }
}

impl PictureWish {
    /// From the earliest that `from` can mean to the latest that `to` can, where either is given.
    #[must_use]
    pub fn range(&self) -> Option<Span> {
        let from = self.from.as_ref().map_or(Stamp::MIN, When::earliest);
        let to = self.to.as_ref().map_or(Stamp::MAX, When::latest);
        (self.from.is_some() || self.to.is_some()).then(|| Span::new(from, to))
    }
}
