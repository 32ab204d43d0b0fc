//! Where things fall: home lanes, rows, the axis and every mark's place, as plain values.
//!
//! Pure, and cannot fail. Deliberately absent: colours, fonts, words, the toolkit; and the store, of which only
//! [`crate::model::Columns`] is known here.

mod axis;
mod closeness;
mod gather;
mod hands;
mod heads;
mod home;
mod index;
mod layout;
mod pages;
mod reckoning;
mod suggest;
mod sums;
mod survey;
mod ticks;

pub use axis::{Axis, Piece, Stretch};
pub use closeness::{CloseOrder, Nearness};
pub use hands::{Hands, OneHand};
pub use heads::LaneSum;
pub use home::{Author, Homes, Off, Placing, Rules, Side, find_homes, hub_of, suggest_hub};
pub use index::{Bins, Index, Level, Stop, Tally};
pub use layout::{
    Area, Bracket, Candidacy, Forms, Heap, HeapForm, Heights, Hidden, Item, ItemTime, Layout, MarkSizes,
    Outcome, Pair, Picture, PinPlace, PostPlace, ProfileStep, Reply, Row, RowKind, Shown, Spacing, StopPlace,
    StripPlace, Tenure, ThreadPart, ThreadPlace, Vacancy, events_in, height, held_line, lay_out,
    nominated_line, radius,
};
pub use pages::pages;
pub use reckoning::{
    Act, Balance, BalanceSide, Bond, Chosen, Days, Grouping, LONGEST_LAG, Lag, LagCluster, Moment, Proposal,
    Reckoning, Silence, Unanswered, Union, by_first_mover, clusters, groups, silence, sum_of,
};
pub use suggest::{suggest_segments, whole_case};
pub use sums::{Bin, Step, Strip, Sum};
pub use survey::{Question, Standing, Survey};
pub use ticks::{Cell, TickUnit, Ticks, ticks, ticks_since};
