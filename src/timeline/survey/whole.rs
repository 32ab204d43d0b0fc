//! The survey of all marks.
//!
//! Order of lanes, sums, sizes and threads follow from the whole of the view, so they stay while the axis moves; a frame
//! looks them up. Made when the filter or the lanes change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Columns, EventId, LaneBy, LaneIndex, LinkType, Mark, Sieve, Span, Stamp, Tie};

use super::super::closeness::CloseOrder;
use super::super::hands::{Hands, OneHand};
use super::super::heads::{Heads, LaneSum};
use super::super::home::{Off, Placing, Rules, Side};
use super::super::index::{Entry, Index, Stop};
use super::super::reckoning::by_first_mover;
use super::super::sums::Sums;

/// What a survey is made from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Question {
    pub hub: Option<LaneIndex>,
    pub by: LaneBy,
    /// Lanes that the user chose for single events.
    pub choices: BTreeMap<EventId, Vec<LaneIndex>>,
    pub sieve: Sieve,
    /// Lanes that are shown; none: all.
    pub lanes: Vec<LaneIndex>,
    /// The view's own segments: the ground for order, sums and sizes; none: all time.
    pub segments: Vec<Span>,
    /// Keys of the entities whose threads are drawn.
    pub threads: Vec<String>,
    /// The event from which the axis counts days.
    pub aligned_to: Option<EventId>,
    /// Whether lanes that share events are to stand next to each other.
    pub by_closeness: bool,
    /// Events that are drawn singly whatever stands beside them: pins, and labels that the user pinned.
    pub kept: Vec<EventId>,
}

/// What is known of a lane before anything is in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub first_above: Stamp,
    pub first: Stamp,
    pub events: usize,
    pub acts_on_hub: bool,
}

impl Default for Standing {
    fn default() -> Self {
        Self { first_above: Stamp::MAX, first: Stamp::MAX, events: 0, acts_on_hub: false }
    }
}

/// All of a view that does not depend on the axis.
#[derive(Debug, Clone, Default)]
pub struct Survey {
    pub columns: Arc<Columns>,
    pub index: Index,
    /// Heads by lane, in the view's segments.
    pub lane_sums: BTreeMap<LaneIndex, LaneSum>,
    pub standings: BTreeMap<LaneIndex, Standing>,
    /// The most people of one mark, in the view's segments.
    pub largest: u64,
    pub sums: Sums,
    /// Stops of each thread.
    pub stops: Vec<Vec<Stop>>,
    /// A mark of each event that frames look up by its number: pins, and what ties in posts lead to.
    pub marks: BTreeMap<EventId, Mark>,
    /// All placings of the events that never merge.
    pub kept: BTreeMap<EventId, Vec<Placing>>,
    /// Retaliations and answers, by the event that they come from.
    pub answers: Vec<Tie>,
    pub off: Off,
    pub undated: usize,
    /// Events in lanes that are not shown.
    pub other_lanes: usize,
    /// Marks with a date.
    pub dated: usize,
    /// Places of the first and the last of them.
    pub extent: Option<(i64, i64)>,
    /// The moment from which the axis counts days, and the lanes in the order in which they moved after it.
    pub since: Option<Stamp>,
    pub movers: Vec<LaneIndex>,
    /// Lanes that share events next to each other, where that is how they are ordered.
    pub close: CloseOrder,
    /// What the sums over all lanes are made of.
    pub(super) by_lane: BTreeMap<LaneIndex, LaneFacts>,
}

/// What a walk over a lane finds.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct LaneFacts {
    /// Of what the view's segments show, where that is something.
    in_view: Option<(LaneSum, Standing)>,
    largest: u64,
    dated: usize,
    extent: Option<(i64, i64)>,
}

impl Survey {
    /// Walks over all marks.
    #[must_use]
    pub fn new(columns: &Arc<Columns>, question: &Question) -> Self {
        Self::by(&OneHand, columns, question)
    }

    /// The same by several hands.
    #[must_use]
    pub fn by(hands: &impl Hands, columns: &Arc<Columns>, question: &Question) -> Self {
        let rules =
            Rules { hub: question.hub, by: question.by, choices: &question.choices, sieve: &question.sieve };
        let (index, off, undated) = Index::new(columns, &rules, &question.lanes, hands);
        Self { off, undated, ..Self::of_index(columns, index, question, hands) }
    }

    fn of_index(columns: &Arc<Columns>, index: Index, question: &Question, hands: &impl Hands) -> Self {
        let heads = Heads::new(columns, &index);
        let stops: Vec<Vec<Stop>> =
            question.threads.iter().take(4).map(|entity| index.thread(columns, entity)).collect();
        let mut never_merged: BTreeSet<EventId> = stops.iter().flatten().map(|stop| stop.event).collect();
        never_merged.extend(&question.kept);
        let mut found = Self { columns: Arc::clone(columns), index, ..Self::default() };
        let facts = |lane| (lane, LaneFacts::of(&found.index, &heads, question, lane));
        let facts = hands.each(found.index.marked_lanes(), facts);
        found.by_lane = facts.into_iter().filter_map(|(lane, facts)| Some((lane, facts?))).collect();
        found.add_up();
        if !question.lanes.is_empty() {
            found.other_lanes = other_lanes(&found.index, question);
        }
        if !never_merged.is_empty() {
            for (lane, entry) in found.index.all().filter(|(_, entry)| never_merged.contains(&entry.event)) {
                found.kept.entry(entry.event).or_default().push(found.index.placing(lane, entry));
            }
        }
        let index = &found.index;
        found.sums = Sums::new(index, &heads, hands);
        found.look_up_marks(question);
        let index = &found.index;
        found.since = question.aligned_to.and_then(|event| found.moment_of(event));
        if let Some(since) = found.since {
            let shown = if question.lanes.is_empty() { index.marked_lanes() } else { question.lanes.clone() };
            found.movers = by_first_mover(&shown, index, since);
        }
        let answering = |tie: &&Tie| matches!(tie.link_type, LinkType::Retaliation | LinkType::Answers);
        found.answers = columns.ties.iter().filter(answering).copied().collect();
        found.answers.sort_by_key(|tie| tie.from);
        if question.by_closeness {
            found.close = CloseOrder::new(columns, &found.index.lanes());
        }
        Self { stops, ..found }
    }

    /// Finds what the marks of a lane say of it.
    pub(super) fn look_through(&mut self, heads: &Heads, question: &Question, lane: LaneIndex) {
        match LaneFacts::of(&self.index, heads, question, lane) {
            Some(facts) => self.by_lane.insert(lane, facts),
            None => self.by_lane.remove(&lane),
        };
    }

    /// Adds up what is known of all lanes.
    pub(super) fn add_up(&mut self) {
        (self.largest, self.dated, self.extent) = (0, 0, None);
        self.lane_sums.clear();
        self.standings.clear();
        for (lane, facts) in &self.by_lane {
            self.dated += facts.dated;
            self.largest = self.largest.max(facts.largest);
            self.extent = match (self.extent, facts.extent) {
                (Some(one), Some(other)) => Some((one.0.min(other.0), one.1.max(other.1))),
                (known, new) => known.or(new),
            };
            if let Some((sum, standing)) = facts.in_view {
                self.lane_sums.insert(*lane, sum);
                self.standings.insert(*lane, standing);
            }
        }
    }

    pub(super) fn look_up_marks(&mut self, question: &Question) {
        let leading = |tie: &&Tie| matches!(tie.link_type, LinkType::Ends | LinkType::Outcome);
        let ties = self.columns.ties.iter().filter(leading);
        let mut wanted: Vec<EventId> = ties.flat_map(|tie| [tie.from, tie.to]).collect();
        wanted.extend(question.kept.iter().chain(&question.aligned_to));
        wanted.sort_unstable();
        wanted.dedup();
        if wanted.is_empty() {
            return;
        }
        for mark in self.columns.marks.iter().filter(|mark| wanted.binary_search(&mark.event).is_ok()) {
            self.marks.entry(mark.event).or_insert(*mark);
        }
    }

    /// When an event began; where nobody knows, when it was over.
    fn moment_of(&self, event: EventId) -> Option<Stamp> {
        let mark = self.marks.get(&event)?;
        let at = if mark.t0 == Stamp::MIN { mark.t1 } else { mark.t0 };
        (at != Stamp::MAX).then_some(at)
    }

    /// The sums of all lanes together.
    #[must_use]
    pub fn whole_sum(&self) -> LaneSum {
        let mut whole = LaneSum::default();
        for sum in self.lane_sums.values() {
            whole.above += sum.above;
            whole.below += sum.below;
            whole.shared |= sum.shared;
        }
        whole
    }

    /// All placings of an event.
    #[must_use]
    pub fn placings_of(&self, event: EventId) -> Vec<Placing> {
        if let Some(kept) = self.kept.get(&event) {
            return kept.clone();
        }
        let of_event = self.index.all().filter(|(_, entry)| entry.event == event);
        of_event.map(|(lane, entry)| self.index.placing(lane, entry)).collect()
    }
}

impl LaneFacts {
    /// Of a lane's marks; none where it has none.
    fn of(index: &Index, heads: &Heads, question: &Question, lane: LaneIndex) -> Option<Self> {
        let mut facts = Self::default();
        for entry in index.lane(lane)?.all() {
            facts.meet(heads, question, entry);
        }
        Some(facts)
    }

    /// Adds what a mark says of its lane.
    fn meet(&mut self, heads: &Heads, question: &Question, entry: &Entry) {
        let span = Span::new(entry.t0, entry.t1);
        self.dated += 1;
        if span != Span::ALL {
            let key = entry.key();
            let (first, last) = self.extent.unwrap_or((key, key));
            self.extent = Some((first.min(key), last.max(key)));
        }
        let is_in_view =
            question.segments.is_empty() || question.segments.iter().any(|part| part.overlaps(span));
        if !is_in_view {
            return;
        }
        let (sum, standing) = self.in_view.get_or_insert_default();
        sum.add(heads.of(entry), entry);
        self.largest = self.largest.max(heads.sized(entry));
        let start = if entry.t0 == Stamp::MIN { entry.t1 } else { entry.t0 };
        standing.events += 1;
        standing.first = standing.first.min(start);
        if entry.side() == Side::Above {
            standing.first_above = standing.first_above.min(start);
        }
        standing.acts_on_hub |= entry.with_hub() && !entry.by_hub();
    }
}

/// Events in lanes that are not shown; one that stands in a lane that is shown, too, is counted there.
fn other_lanes(index: &Index, question: &Question) -> usize {
    let (mut others, mut elsewhere) = (0, BTreeSet::new());
    for (_, entry) in index.all().filter(|(lane, _)| !question.lanes.contains(lane)) {
        if !entry.is_shared() {
            others += 1;
        } else if entry.counts_elsewhere() {
            elsewhere.insert(entry.event);
        }
    }
    others + elsewhere.iter().filter(|event| !index.is_in(**event, &question.lanes)).count()
}
