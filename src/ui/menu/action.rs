//! What a user can do, by noun; a new one gets its line in `table.rs`.

/// An action of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    File(FileAction),
    Axis(AxisAction),
    Walk(WalkAction),
    Review(ReviewAction),
    Window(WindowAction),
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
    Export,
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
}

/// Walking from event to event, and reading them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WalkAction {
    Earlier,
    Later,
    LaneAbove,
    LaneBelow,
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

/// What is done with the window itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WindowAction {
    Close,
    ViewBefore,
    ViewAfter,
    OtherTheme,
    Palette,
    Shortcuts,
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
    Lanes,
    Kinds,
    Entities,
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
