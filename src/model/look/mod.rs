//! How a case is looked at: views, and the columns that drawing reads.

mod mark;
mod view;

pub use mark::{
    Columns, Edge, EntityIndex, Grain, LaneIndex, Mark, MarkBits, MarkFacts, Participation, Reading, Roles,
    Tie,
};
pub use view::{
    Filter, HomeChoice, LaneBy, LaneGroup, LaneOrder, Paper, PinnedLabel, Segment, Sieve, Switch, Theme,
    View, ViewChange,
};
