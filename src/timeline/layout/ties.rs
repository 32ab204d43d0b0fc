//! Ties inside the picture: an act and its answer in one lane, and one act against several lanes.

use std::collections::{BTreeMap, HashMap};

use crate::model::{EventId, Figure, LinkType, Tie};

use super::super::reckoning::{Days, Moment};
use super::super::survey::Survey;
use super::items::Item;
use super::plan::Layout;
use super::rows::RowKind;

/// A line from an act to its answer in one lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    pub x0: f64,
    pub x1: f64,
    pub y: f64,
    /// From the one to the other; bounds where a day is not known.
    pub days: Days,
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

/// A hairline from a denial to what it answers, in one lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reply {
    pub from: (f64, f64),
    pub to: (f64, f64),
}

/// Which items hold an event that is drawn: a frame looks up the ties of these, and of no others.
struct Drawn<'a> {
    layout: &'a Layout,
    items: HashMap<EventId, Vec<usize>>,
}

impl<'a> Drawn<'a> {
    fn new(layout: &'a Layout) -> Self {
        let mut items: HashMap<EventId, Vec<usize>> = HashMap::new();
        for (at, item) in layout.items.iter().enumerate() {
            for event in &item.events {
                items.entry(*event).or_default().push(at);
            }
        }
        Self { layout, items }
    }

    fn of(&self, event: EventId) -> impl Iterator<Item = &'a Item> {
        let items = self.items.get(&event).map(Vec::as_slice).unwrap_or_default();
        items.iter().map(|at| &self.layout.items[*at])
    }

    /// Items of its own lane: in a folded row neighbours may be of different lanes.
    fn in_own_lane(&self, event: EventId) -> impl Iterator<Item = &'a Item> {
        let rows = &self.layout.rows;
        self.of(event)
            .filter(|item| matches!(rows.get(item.row).map(|row| &row.kind), Some(RowKind::Lane(_))))
    }

    /// Ties of one type that come from what is drawn, in the order of their items.
    fn ties<'s>(&self, survey: &'s Survey, link_type: LinkType) -> Vec<&'s Tie> {
        let mut found: Vec<&Tie> = Vec::new();
        for item in self.layout.items.iter().filter(|_| !survey.answers.is_empty()) {
            for event in &item.events {
                let start = survey.answers.partition_point(|tie| tie.from < *event);
                let of_event = survey.answers[start..].iter().take_while(|tie| tie.from == *event);
                found.extend(of_event.filter(|tie| tie.link_type == link_type));
            }
        }
        found.sort_by_key(|tie| (tie.from, tie.to));
        found.dedup();
        found
    }
}

/// Pairs of an act and its answer, and denials with what they answer, that stand in one lane.
#[must_use]
pub fn tied(survey: &Survey, layout: &Layout, with_pairs: bool) -> (Vec<Pair>, Vec<Reply>) {
    let drawn = Drawn::new(layout);
    let mut pairs = Vec::new();
    let retaliations = if with_pairs { drawn.ties(survey, LinkType::Retaliation) } else { Vec::new() };
    for tie in retaliations {
        for answer in drawn.in_own_lane(tie.from) {
            for act in drawn.of(tie.to).filter(|act| act.row == answer.row && act.x < answer.x) {
                let moments = moment_of(act, tie.to).zip(moment_of(answer, tie.from));
                let Some((from, to)) = moments else { continue };
                let days = Days::apart(&from, &to);
                pairs.push(Pair { x0: act.x + act.r, x1: answer.x - answer.r, y: act.y, days });
            }
        }
    }
    let mut replies = Vec::new();
    let alone = |item: &&Item| item.events.len() == 1;
    for tie in drawn.ties(survey, LinkType::Answers) {
        let denials = drawn.in_own_lane(tie.from).filter(alone);
        for denial in denials.filter(|item| item.figure == Figure::Dash) {
            for answered in drawn.in_own_lane(tie.to).filter(alone).filter(|item| item.row == denial.row) {
                replies.push(Reply { from: (answered.x, answered.y), to: (denial.x, denial.y) });
            }
        }
    }
    (pairs, replies)
}

fn moment_of(item: &Item, event: EventId) -> Option<Moment> {
    let at = item.events.iter().position(|own| *own == event)?;
    item.moments.get(at).copied()
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
