//! How a case is looked at: views, and the columns that drawing reads.

mod filter;
mod keep;
mod mark;
mod view;

pub use filter::{FacetRow, Facets, Filter, Lists, Saying};
pub use mark::{
    Columns, Edge, EntityIndex, Grain, LaneIndex, Mark, MarkBits, MarkFacts, Participation, Reading, Roles,
    Tie,
};
pub use view::{
    HomeChoice, LabelDensity, LaneBy, LaneGroup, LaneOrder, Paper, PinnedLabel, Segment, Sieve, Switch,
    Theme, View, ViewChange,
};
