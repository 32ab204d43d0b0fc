//! What a user can do, by noun; a new one gets its line in `table.rs`.

use crate::model::{LaneBy, LaneOrder};
use crate::timeline::{Grouping, Union};
use crate::workspace::{Appearance, Clip};

/// An action of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    File(FileAction),
    Axis(AxisAction),
    Walk(WalkAction),
    Review(ReviewAction),
    History(HistoryAction),
    Find(FindAction),
    View(ViewAction),
    Lanes(LanesAction),
    Window(WindowAction),
    Desk(DeskAction),
    Write(WriteAction),
}

/// What is done with cases and other files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileAction {
    New,
    Open,
    OpenRecent,
    OpenSample,
    Save,
    SaveAs,
    SaveCopy,
    /// Makes the case's file smaller.
    Compact,
    Export,
    /// The dialog in which a picture is put together.
    Publish,
    /// The events that the window shows, as rows for a lawyer.
    Claims,
    /// The same as a dated list with footnoted quotes.
    Chronology,
    /// Of what the window shows.
    Clip(Clip),
    /// A copy for other hands, without what is private.
    HandOver,
    /// Out of the case and of all that it remembers.
    Forget,
    CloseCase,
    /// Stops what takes long.
    Stop,
    /// Takes the newest notice away.
    Dismiss,
    Quit,
}

/// What is done with the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AxisAction {
    ZoomIn,
    ZoomOut,
    Fit,
    OneSegment,
    Suggest,
    Cut,
    Join,
    /// Moves what is seen towards earlier times, or later ones.
    PanEarlier,
    PanLater,
}

/// Walking from event to event, and reading them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WalkAction {
    Earlier,
    Later,
    LaneAbove,
    LaneBelow,
    /// Choosing them together with those that are chosen.
    EarlierToo,
    LaterToo,
    Read,
}

/// What is done with the candidates that articles bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewAction {
    Open,
    Next,
    Before,
    Accept,
    AcceptAll,
    AsNew,
    Edit,
    Reject,
    TakeBack,
    Read,
}

/// Taking edits back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HistoryAction {
    Undo,
    Redo,
    Panel,
}

/// Finding events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindAction {
    Search,
    Next,
    Before,
    Filter,
    ClearFilter,
    Undated,
    ChooseAll,
}

/// What is done with views, and with what stands out in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ViewAction {
    Choose,
    Before,
    After,
    Back,
    Forward,
    New,
    Rename,
    Remove,
    MoveUp,
    MoveDown,
    Strip,
    Pairs,
    Posts,
    Thread,
    Pin,
    Label,
    KnownBefore,
    KnownAfter,
    KnownNow,
    Align,
}

/// What is done with lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LanesAction {
    Hub,
    NoHub,
    Arrange,
    /// What the menu of a lane's header offers, for any lane.
    OfLane,
    ShowAll,
    By(LaneBy),
    Order(LaneOrder),
    GroupBy(Grouping),
    /// Every group in one row, or in rows of its own again.
    CollapseGroups,
    /// Names members of a union that no event names.
    Silence(Union),
    /// A row for each lane, however many, and scrolling; or as many as there is room for.
    Unfold,
}

/// What is done with the window itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WindowAction {
    Close,
    OtherTheme,
    /// Jumps along the axis without motion, or with it.
    Still,
    Palette,
    Shortcuts,
}

/// What is chosen once for all cases, and what is read about the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeskAction {
    Appear(Appearance),
    Larger,
    Smaller,
    OwnSize,
    /// In the language of that tag; `None`: as the system says.
    Speak(Option<&'static str>),
    Help,
    About,
}

/// Writing: events, what the case makes itself, and the places where that is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WriteAction {
    NewEvent,
    EditEvent,
    DeleteEvents,
    Table,
    Articles,
    QuoteBefore,
    QuoteAfter,
    /// Puts the keyboard into the text of the open article.
    SelectWords,
    /// What is selected there becomes a quote of an event.
    QuoteWords,
    EditHeading,
    RemoveArticle,
    Lanes,
    Kinds,
    Entities,
    Reckoning,
    CopyText,
    CopyTable,
}

impl Action {
    /// Whether its key means something else to a button or link that has the focus.
    #[must_use]
    pub fn is_of_lanes(self) -> bool {
        matches!(self, Self::Walk(_))
    }

    /// Whether its keys act only while the review is open, and then before all others.
    #[must_use]
    pub fn is_of_review(self) -> bool {
        matches!(self, Self::Review(action) if action != ReviewAction::Open)
    }
}
