//! Ties inside the picture: an act and its answer in one lane, and one act against several lanes.

use std::collections::BTreeMap;

use crate::model::{Columns, EventId, Figure, LinkType};

use super::items::Item;
use super::plan::Layout;
use super::rows::RowKind;

/// A line from an act to its answer in one lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    pub x0: f64,
    pub x1: f64,
    pub y: f64,
    pub days: i64,
}

/// One act against several lanes: its marks are tied.
#[derive(Debug, Clone, PartialEq)]
pub struct Bracket {
    pub event: EventId,
    pub x: f64,
    pub y0: f64,
    pub y1: f64,
    pub copies: u16,
}

/// Pairs of an act and its answer that stand in one lane.
#[must_use]
pub fn pairs(columns: &Columns, layout: &Layout) -> Vec<Pair> {
    let mut found = Vec::new();
    let at = |event: EventId| layout.items.iter().filter(move |item| item.events.contains(&event));
    let start = |event: EventId| columns.marks.iter().find(|mark| mark.event == event).map(|mark| mark.t0);
    for tie in columns.ties.iter().filter(|tie| tie.link_type == LinkType::Retaliation) {
        for answer in at(tie.from).filter(|item| in_own_lane(layout, item)) {
            for act in at(tie.to).filter(|act| act.row == answer.row && act.x < answer.x) {
                let days = start(tie.from).zip(start(tie.to));
                let days = days.map_or(0, |(answered, acted)| answered.0.saturating_sub(acted.0) / 86_400);
                found.push(Pair { x0: act.x + act.r, x1: answer.x - answer.r, y: act.y, days });
            }
        }
    }
    found
}

/// A hairline from a denial to what it answers, in one lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reply {
    pub from: (f64, f64),
    pub to: (f64, f64),
}

/// Denials that stand in the lane of what they answer.
#[must_use]
pub fn replies(columns: &Columns, layout: &Layout) -> Vec<Reply> {
    let at = |event: EventId| {
        layout.items.iter().filter(move |item| item.events == [event] && in_own_lane(layout, item))
    };
    let mut found = Vec::new();
    for tie in columns.ties.iter().filter(|tie| tie.link_type == LinkType::Answers) {
        for denial in at(tie.from).filter(|item| item.figure == Figure::Dash) {
            for answered in at(tie.to).filter(|item| item.row == denial.row) {
                found.push(Reply { from: (answered.x, answered.y), to: (denial.x, denial.y) });
            }
        }
    }
    found
}

/// In a folded row neighbours may be of different lanes.
fn in_own_lane(layout: &Layout, item: &Item) -> bool {
    layout.rows.get(item.row).is_some_and(|row| matches!(row.kind, RowKind::Lane(_)))
}

/// The ties of acts against several lanes.
#[must_use]
pub fn brackets(items: &[Item]) -> Vec<Bracket> {
    let mut found: BTreeMap<EventId, Bracket> = BTreeMap::new();
    for item in items.iter().filter(|item| item.copies > 1 && item.events.len() == 1) {
        let event = item.events[0];
        let x = item.x - item.r - 3.0;
        let bracket =
            found.entry(event).or_insert(Bracket { event, x, y0: item.y, y1: item.y, copies: item.copies });
        bracket.x = bracket.x.min(x);
        bracket.y0 = bracket.y0.min(item.y);
        bracket.y1 = bracket.y1.max(item.y);
    }
    found.into_values().filter(|bracket| bracket.y1 > bracket.y0).collect()
}
