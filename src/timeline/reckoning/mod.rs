//! Reckoning: what follows from all events together, each number with the events that it rests on.
//!
//! Pairs of an act and its answer, how long answers took, what stayed unanswered, heads against heads for each pair of
//! countries, who is silent, and what is chosen. Deliberately absent: the view; what is reckoned is the columns as
//! they are given.

mod acts;
mod aligned;
mod balance;
mod chosen;
mod groups;
mod lags;
mod pairs;
mod silence;

use crate::model::Columns;

pub use self::acts::{Act, Days, Moment};
pub use self::aligned::by_first_mover;
pub use self::balance::{Balance, BalanceSide};
pub use self::chosen::{Chosen, sum_of};
pub use self::groups::{Bond, Grouping, groups};
pub use self::lags::{Lag, LagCluster, Unanswered, clusters};
pub use self::pairs::{LONGEST_LAG, Proposal};
pub use self::silence::{Silence, Union, silence};

/// What follows from the columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reckoning {
    /// Pairs that wait until somebody accepts them, the largest first.
    pub proposals: Vec<Proposal>,
    /// Accepted ones, the quickest answer first.
    pub lags: Vec<Lag>,
    /// Acts that nothing answers, the largest first.
    pub unanswered: Vec<Unanswered>,
    /// Pairs of lanes, the most heads first.
    pub balance: Vec<Balance>,
}

impl Reckoning {
    /// Reckons everything; what is retracted counts for nothing.
    #[must_use]
    pub fn new(columns: &Columns) -> Self {
        let acts = acts::acts(columns);
        let proposals = pairs::propose(columns, &acts);
        Self {
            lags: lags::lags(columns, &acts),
            unanswered: lags::unanswered(columns, &acts, &proposals),
            balance: balance::balance(columns, &acts),
            proposals,
        }
    }
}
