//! Lags: how long accepted answers took, which of them lie close together, and what nothing answers.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Columns, EventId, LaneIndex, LinkType};

use super::acts::{Act, Days};
use super::pairs::{Proposal, is_answerable, paired};

/// Lags further apart than this belong to two clusters.
const GAP: i64 = 2;
/// So many lags close together make a cluster.
const FEWEST: usize = 3;

/// An accepted pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lag {
    pub act: EventId,
    pub answer: EventId,
    pub days: Days,
}

/// Lags that lie close together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LagCluster {
    /// Places in the list of lags: from, and how many.
    pub from: usize,
    pub lags: usize,
    /// The shortest and the longest, in days.
    pub days: (i64, i64),
}

/// An act that nothing answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswered {
    pub event: EventId,
    pub heads: u64,
    pub actors: Vec<LaneIndex>,
    pub targets: Vec<LaneIndex>,
    /// Whether an answer is proposed and waits.
    pub proposed: bool,
}

/// The accepted pairs of dated events, the quickest first; those of which only bounds are known come last.
#[must_use]
pub fn lags(columns: &Columns, acts: &[Act]) -> Vec<Lag> {
    let by_event: BTreeMap<EventId, &Act> = acts.iter().map(|act| (act.event, act)).collect();
    let retaliations = columns.ties.iter().filter(|tie| tie.link_type == LinkType::Retaliation);
    let mut lags: Vec<Lag> = retaliations
        .filter_map(|tie| {
            let (answer, act) = (by_event.get(&tie.from)?, by_event.get(&tie.to)?);
            Some(Lag { act: act.event, answer: answer.event, days: Days::between(act, answer) })
        })
        .collect();
    lags.sort_by_key(|lag| (lag.days.exact().is_none(), lag.days, lag.act, lag.answer));
    lags
}

/// Where three or more lags follow each other within two days, among those whose days are known.
#[must_use]
pub fn clusters(lags: &[Lag]) -> Vec<LagCluster> {
    let known: Vec<i64> = lags.iter().map_while(|lag| lag.days.exact()).collect();
    let mut found = Vec::new();
    let mut from = 0;
    for run in known.chunk_by(|a, b| b - a <= GAP) {
        if let (true, Some(first), Some(last)) = (run.len() >= FEWEST, run.first(), run.last()) {
            found.push(LagCluster { from, lags: run.len(), days: (*first, *last) });
        }
        from += run.len();
    }
    found
}

/// Acts of kinds that are answered in kind, which answer nothing and which nothing answers; the largest first.
#[must_use]
pub fn unanswered(columns: &Columns, acts: &[Act], proposals: &[Proposal]) -> Vec<Unanswered> {
    let paired = paired(columns);
    let answers: BTreeSet<EventId> = proposals.iter().map(|proposal| proposal.answer).collect();
    let proposed: BTreeSet<EventId> = proposals.iter().map(|proposal| proposal.act).collect();
    let is_open = |act: &&Act| {
        is_answerable(columns, act)
            && !act.counted_elsewhere
            && !paired.contains(&act.event)
            && !answers.contains(&act.event)
    };
    let mut open: Vec<Unanswered> = acts
        .iter()
        .filter(is_open)
        .map(|act| Unanswered {
            event: act.event,
            heads: act.heads,
            actors: act.actors.clone(),
            targets: act.targets.clone(),
            proposed: proposed.contains(&act.event),
        })
        .collect();
    open.sort_by_key(|one| std::cmp::Reverse(one.heads));
    open
}
