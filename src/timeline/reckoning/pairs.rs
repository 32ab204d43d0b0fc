//! Pairs: which act may answer which. Proposed one to one, larger first, within 60 days; nobody takes them for true
//! before someone has accepted them.
//!
//! Days and countries alone pair France's 6 with its 34: so the largest act chooses first, and takes the answer that
//! is nearest to it in number.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Columns, EventId, KindIndex, LaneIndex, LinkType};

use super::acts::{Act, Days};

/// Days after which nothing is taken for an answer unasked.
pub const LONGEST_LAG: i64 = 60;

/// Kinds that are answered in kind.
const IN_KIND: [&str; 4] = ["expulsion", "closure", "restriction", "sanction"];

/// Answers looked at for one act: the nearest in time. A case of a million events must not compare all with all.
const LOOKED_AT: usize = 256;

/// An act and what may be its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub act: EventId,
    pub answer: EventId,
    /// Of both: what is answered is answered in kind.
    pub kind: KindIndex,
    pub days: Days,
    /// People of the act and of the answer; 0: none are stated.
    pub heads: (u64, u64),
    /// Who acted, and who answered.
    pub lanes: (LaneIndex, LaneIndex),
}

/// Whether an act is of a kind that is answered in kind.
#[must_use]
pub fn is_answerable(columns: &Columns, act: &Act) -> bool {
    IN_KIND.contains(&columns.kinds.code(act.kind))
}

/// Events that answer or are answered in the case.
#[must_use]
pub fn paired(columns: &Columns) -> BTreeSet<EventId> {
    let pairs = columns.ties.iter().filter(|tie| tie.link_type == LinkType::Retaliation);
    pairs.flat_map(|tie| [tie.from, tie.to]).collect()
}

/// Pairs that are not in the case yet; an event that answers or is answered already is left alone, and a pair that the
/// user has told apart is never proposed again.
#[must_use]
pub fn propose(columns: &Columns, acts: &[Act]) -> Vec<Proposal> {
    let paired = paired(columns);
    let free =
        |act: &&Act| is_answerable(columns, act) && !act.counted_elsewhere && !paired.contains(&act.event);
    let acts: Vec<&Act> = acts.iter().filter(free).collect();
    let by_way = by_way(&acts);
    let mut order: Vec<usize> = (0..acts.len()).collect();
    order.sort_by_key(|at| (Reverse(acts[*at].heads), *at));
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut found = Vec::new();
    for at in order {
        if taken.contains(&at) {
            continue;
        }
        let act = acts[at];
        let Some((answer, lanes)) = answer_to(columns, &acts, &by_way, at, &taken) else { continue };
        taken.extend([at, answer]);
        let answer = acts[answer];
        let days = Days::between(act, answer);
        let heads = (act.heads, answer.heads);
        found.push(Proposal { act: act.event, answer: answer.event, kind: act.kind, days, heads, lanes });
    }
    found
}

/// Who acts upon whom, and how.
type Way = (LaneIndex, LaneIndex, KindIndex);

/// How far an answer is off in number and in days, and which it is.
type Rank = (u64, i64, usize);

/// Acts by who does what to whom, each list in order of time.
fn by_way(acts: &[&Act]) -> BTreeMap<Way, Vec<usize>> {
    let mut ways: BTreeMap<Way, Vec<usize>> = BTreeMap::new();
    for (at, act) in acts.iter().enumerate() {
        for actor in &act.actors {
            for target in &act.targets {
                ways.entry((*actor, *target, act.kind)).or_default().push(at);
            }
        }
    }
    ways
}

/// The free answer that is nearest in number, then in time; and who acted and answered.
fn answer_to(
    columns: &Columns,
    acts: &[&Act],
    ways: &BTreeMap<Way, Vec<usize>>,
    at: usize,
    taken: &BTreeSet<usize>,
) -> Option<(usize, (LaneIndex, LaneIndex))> {
    let act = acts[at];
    let mut best: Option<(Rank, (LaneIndex, LaneIndex))> = None;
    for actor in &act.actors {
        for target in act.targets.iter().filter(|target| *target != actor) {
            let Some(turned) = ways.get(&(*target, *actor, act.kind)) else { continue };
            let from = turned.partition_point(|other| *other <= at);
            for other in turned[from..].iter().take(LOOKED_AT) {
                let answer = acts[*other];
                let lag = days_apart(act, answer);
                if lag > LONGEST_LAG {
                    break;
                }
                let rank = (act.heads.abs_diff(answer.heads), lag, *other);
                let is_free = !taken.contains(other) && !columns.are_apart(act.event, answer.event);
                if is_free && best.is_none_or(|(known, _)| rank < known) {
                    best = Some((rank, (*actor, *target)));
                }
            }
        }
    }
    best.map(|((.., answer), lanes)| (answer, lanes))
}

/// From the beginning of one to the beginning of the other.
fn days_apart(act: &Act, answer: &Act) -> i64 {
    answer.t0.day_number() - act.t0.day_number()
}
