//! Rows: which lanes are shown, in what order, how high, and which are folded (`drawing.md`, rules O, F, H).
//!
//! The order follows from the whole of the view, never from what is on screen: it stays during pan and zoom.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Columns, Lane, LaneIndex, LaneOrder, LaneType, Stamp, View};

use super::super::heads::LaneSum;
use super::super::survey::Standing;
use super::plan::Spacing;

/// What a row shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowKind {
    /// Events that only the hub takes part in.
    HubAlone,
    Lane(LaneIndex),
    /// Lanes for which there was no room, in one row.
    Folded(Vec<LaneIndex>),
    /// Lanes that the user has grouped and shows as one row.
    Group {
        name: String,
        lanes: Vec<LaneIndex>,
    },
    /// A post: who held it, who was nominated.
    Post(LaneIndex),
}

impl RowKind {
    /// Height of a name that stands above a row; it is no part of the row.
    #[must_use]
    pub fn head(&self, spacing: &Spacing) -> f64 {
        match self {
            Self::Lane(_) | Self::Folded(_) | Self::Group { .. } => spacing.head,
            Self::HubAlone | Self::Post(_) => 0.0,
        }
    }
}

/// A row with its place; `line` is the height of its line of marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub kind: RowKind,
    pub top: f64,
    pub height: f64,
    pub line: f64,
    pub sum: LaneSum,
}

/// What order and folding look at.
#[derive(Debug, Clone, Copy)]
pub struct RowFacts<'a> {
    pub columns: &'a Columns,
    pub view: &'a View,
    /// Of the placings that pass the view's filters, inside the view's segments.
    pub standings: &'a BTreeMap<LaneIndex, Standing>,
    /// Lanes that share events next to each other.
    pub close: &'a [LaneIndex],
    pub sums: &'a BTreeMap<LaneIndex, LaneSum>,
    /// Lanes with a stop of a thread.
    pub stops: &'a BTreeSet<LaneIndex>,
    /// Lanes with a label that the user pinned.
    pub labelled: &'a BTreeSet<LaneIndex>,
    pub has_hub: bool,
}

/// Lanes in sections, before heights are known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sections {
    /// Groups in one row, by their first lane, which stands for the others in `shown`.
    pub groups: BTreeMap<LaneIndex, (String, Vec<LaneIndex>)>,
    pub shown: Vec<LaneIndex>,
    pub folded: Vec<LaneIndex>,
    pub bodies: Vec<LaneIndex>,
    pub posts: Vec<LaneIndex>,
}

/// Puts lanes in order and folds those for which `rows` do not suffice.
#[must_use]
pub fn sort_lanes(facts: &RowFacts<'_>, rows: usize) -> Sections {
    let standings = facts.standings;
    let chosen: Vec<LaneIndex> =
        facts.view.lanes.iter().filter_map(|code| facts.columns.lane_of(code)).collect();
    let wanted = |lane: &LaneIndex| chosen.is_empty() || chosen.contains(lane);
    let mut lanes: Vec<LaneIndex> = standings.keys().copied().filter(wanted).collect();
    lanes.extend(chosen.iter().copied().filter(|lane| !standings.contains_key(lane)));
    lanes.extend(facts.stops.iter().copied().filter(|lane| wanted(lane) && !standings.contains_key(lane)));
    lanes.sort_unstable();
    lanes.dedup();
    order(facts, standings, &chosen, &mut lanes);
    let kind = |lane: &LaneIndex| facts.columns.lanes.get(lane.0 as usize).map(Lane::kind);
    let is_post = |lane: &LaneIndex| kind(lane) == Some(LaneType::Post);
    let posts: Vec<_> = lanes.iter().copied().filter(is_post).collect();
    let apart = |lane: &LaneIndex| {
        let acts = standings.get(lane).is_some_and(|standing| standing.acts_on_hub);
        facts.has_hub && chosen.is_empty() && kind(lane) == Some(LaneType::Body) && !acts
    };
    let bodies: Vec<_> = lanes.iter().copied().filter(|lane| apart(lane)).collect();
    lanes.retain(|lane| !posts.contains(lane) && !bodies.contains(lane));
    let pinned: Vec<_> = facts.view.pinned.iter().filter_map(|code| facts.columns.lane_of(code)).collect();
    lanes.sort_by_key(|lane| facts.columns.no_lane == Some(*lane));
    lanes.sort_by_key(|lane| pinned.iter().position(|pin| pin == lane).unwrap_or(usize::MAX));
    let groups = gather(facts, &mut lanes);
    // A group that was made by hand is as dear as a lane that was pinned.
    let dear: Vec<LaneIndex> = pinned.iter().chain(groups.keys()).copied().collect();
    let spread = |folded: Vec<LaneIndex>| -> Vec<LaneIndex> {
        let whole =
            |lane: LaneIndex| groups.get(&lane).map_or_else(|| vec![lane], |(_, lanes)| lanes.clone());
        folded.into_iter().flat_map(whole).collect()
    };
    if lanes.len() + bodies.len() <= rows {
        let (shown, folded) = fold(facts, standings, &dear, lanes, rows - bodies.len());
        let folded = spread(folded);
        return Sections { groups, shown, folded, bodies, posts };
    }
    // Where room is short, bodies that only speak fold like the others.
    lanes.extend(bodies);
    let (shown, folded) = fold(facts, standings, &dear, lanes, rows);
    let folded = spread(folded);
    Sections { groups, shown, folded, bodies: Vec::new(), posts }
}

/// Lanes of a group stand together where the first of them stood; of a collapsed one only the first is left.
fn gather(facts: &RowFacts<'_>, lanes: &mut Vec<LaneIndex>) -> BTreeMap<LaneIndex, (String, Vec<LaneIndex>)> {
    let mut collapsed = BTreeMap::new();
    for group in &facts.view.groups {
        let of: BTreeSet<_> = group.lanes.iter().filter_map(|code| facts.columns.lane_of(code)).collect();
        let members: Vec<LaneIndex> = lanes.iter().copied().filter(|lane| of.contains(lane)).collect();
        let Some(first) = lanes.iter().position(|lane| of.contains(lane)) else { continue };
        lanes.retain(|lane| !of.contains(lane));
        if facts.view.collapsed.contains(&group.name) && members.len() > 1 {
            lanes.insert(first, members[0]);
            collapsed.insert(members[0], (group.name.clone(), members));
        } else {
            lanes.splice(first..first, members);
        }
    }
    collapsed
}

fn order(
    facts: &RowFacts<'_>,
    standings: &BTreeMap<LaneIndex, Standing>,
    chosen: &[LaneIndex],
    lanes: &mut [LaneIndex],
) {
    let heads = |lane: &LaneIndex| facts.sums.get(lane).map_or(0, |sum| sum.above + sum.below);
    let name = |lane: &LaneIndex| facts.columns.lanes.get(lane.0 as usize).map(Lane::display_name);
    match facts.view.order {
        // Across from a hub all share events with it: there first acts say more.
        LaneOrder::Closeness if !facts.has_hub => lanes.sort_by_key(|lane| {
            (facts.close.iter().position(|close| close == lane).unwrap_or(usize::MAX), *lane)
        }),
        LaneOrder::FirstAct | LaneOrder::Closeness => lanes.sort_by_key(|lane| {
            let (above, first) = standings
                .get(lane)
                .map_or((Stamp::MAX, Stamp::MAX), |standing| (standing.first_above, standing.first));
            let above = if facts.has_hub { above } else { first };
            (above, std::cmp::Reverse(heads(lane)), first, *lane)
        }),
        LaneOrder::Heads => lanes.sort_by_key(|lane| (std::cmp::Reverse(heads(lane)), *lane)),
        LaneOrder::Name => lanes.sort_by_key(|lane| (name(lane), *lane)),
        LaneOrder::Case => lanes.sort_unstable(),
        LaneOrder::Own => {
            lanes
                .sort_by_key(|lane| (chosen.iter().position(|own| own == lane).unwrap_or(usize::MAX), *lane));
        }
    }
}

fn fold(
    facts: &RowFacts<'_>,
    standings: &BTreeMap<LaneIndex, Standing>,
    pinned: &[LaneIndex],
    lanes: Vec<LaneIndex>,
    rows: usize,
) -> (Vec<LaneIndex>, Vec<LaneIndex>) {
    let by_hand: BTreeSet<_> =
        facts.view.folded.iter().filter_map(|code| facts.columns.lane_of(code)).collect();
    let open = lanes.iter().filter(|lane| !by_hand.contains(lane)).count();
    if open <= rows && by_hand.is_empty() {
        return (lanes, Vec::new());
    }
    let mut ranked: Vec<LaneIndex> = lanes.iter().copied().filter(|lane| !by_hand.contains(lane)).collect();
    ranked.sort_by_key(|lane| {
        let sum = facts.sums.get(lane).map_or(0, |sum| sum.above + sum.below);
        let events = standings.get(lane).map_or(0, |standing| standing.events);
        std::cmp::Reverse((
            facts.stops.contains(lane),
            pinned.contains(lane),
            facts.labelled.contains(lane),
            sum,
            events,
        ))
    });
    let room = if open <= rows.saturating_sub(1) { open } else { rows.saturating_sub(1) };
    let kept: BTreeSet<_> = ranked.into_iter().take(room).collect();
    lanes.into_iter().partition(|lane| kept.contains(lane))
}
