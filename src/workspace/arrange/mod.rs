//! How a view is arranged: its segments, its lanes, what is pinned in it, and which views there are.
//!
//! All of it is the `View`'s, none of it the case's history (contract 8).

mod lanes;
mod overview;
mod segments;
mod trail;
mod views;

use crate::model::{EventId, LaneBy, LaneCode, LaneOrder, Span, Stamp, View, When};
use crate::timeline::Grouping;

pub use self::overview::Overview;
pub(super) use self::overview::OverviewDesk;
pub(super) use self::trail::Trail;

/// What is done with views, and with what stands out in one.
#[derive(Debug, Clone, PartialEq)]
pub enum ViewCommand {
    /// The view as it is now becomes one of the case's, under this name.
    Add(String),
    /// A view that was put together elsewhere becomes one of the case's; under the name of the one that is shown it takes
    /// its place.
    Keep(Box<View>),
    /// The view that is shown gets this name.
    Rename(String),
    /// By its name.
    Remove(String),
    /// So many places later in the list of views, or earlier.
    Move {
        name: String,
        by: isize,
    },
    /// Back through the views that were had.
    Back,
    Forward,
    /// A line through all lanes at an event, or no longer.
    Pin(EventId),
    /// Words that stand at an event; `None` takes them away.
    Label(EventId, Option<String>),
    /// The thread of an entity, by its key, or no longer.
    Thread(String),
    /// Shows what was known by the end of a day; `None`: all that is known.
    KnownOn(Option<When>),
    /// The next day on which something became known, or the one before.
    StepKnown {
        later: bool,
    },
    /// The axis counts days since an event; `None`: it shows dates.
    Align(Option<EventId>),
}

/// What is done with lanes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LaneCommand {
    /// The lane that all others stand across from.
    Hub(Option<LaneCode>),
    By(LaneBy),
    Order(LaneOrder),
    /// These lanes and no others, in this order.
    Arrange(Vec<LaneCode>),
    /// All lanes again.
    ShowAll,
    /// To the top, or no longer.
    Pin(LaneCode),
    /// Into the folded row, or out of it.
    Fold(LaneCode),
    /// These lanes stand together under a name; none: the group is gone.
    Group {
        name: String,
        lanes: Vec<LaneCode>,
    },
    /// Lanes that belong together stand together, instead of the groups that there were.
    GroupBy(Grouping),
    /// Every group in one row, or all in rows of their own again.
    CollapseAll,
    /// A group in one row, or in rows of its own again.
    Collapse(String),
    /// The lane in which an event stands in this view; `None`: where the rules put it.
    Home(EventId, Option<LaneCode>),
}

/// What is done with the segments of the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SegmentCommand {
    /// A segment shows this time.
    Put {
        segment: usize,
        span: Span,
    },
    /// One more segment.
    Add(Span),
    /// Two in the place of the one that shows this instant.
    Cut(Stamp),
    /// A segment and the next become one.
    Join(usize),
    Remove(usize),
    /// What the case itself suggests.
    Suggest,
}
