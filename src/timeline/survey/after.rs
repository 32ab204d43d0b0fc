//! A survey after an edit: what the touched events were is taken out, what they are is put in, and only their lanes are
//! looked through anew.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{Columns, EventId, LaneIndex, Mark};

use super::super::heads::Heads;
use super::super::home::{Homes, Rules, homes_of};
use super::whole::{Question, Survey};

/// An edit that touches more events than these is no small one.
const FEW: usize = 200;

impl Survey {
    /// The survey of the columns after an edit of these events, which are sorted; `None` where more may have changed than
    /// they, so that it is to be made anew. The index costs a copy of the chunks that hold them.
    #[must_use]
    pub fn after(&self, columns: &Arc<Columns>, question: &Question, touched: &[EventId]) -> Option<Self> {
        if touched.len() > FEW || !self.is_patched_for(columns, question, touched) {
            return None;
        }
        let gone = homes(&self.columns, question, touched);
        let come = homes(columns, question, touched);
        let mut index = self.index.clone();
        index.patch(&gone, &come, &question.lanes);
        let heads = Heads::new(columns, &index);
        let mut lanes: BTreeSet<LaneIndex> = BTreeSet::new();
        lanes.extend(gone.placings.iter().chain(&come.placings).map(|placing| placing.lane));
        let mut found = Self { columns: Arc::clone(columns), index, ..self.clone() };
        for lane in lanes {
            found.look_through(&heads, question, lane);
        }
        found.add_up();
        found.off.add(&come.off, &gone.off);
        found.undated = (found.undated + come.undated_events).saturating_sub(gone.undated_events);
        found.sums = self.sums.after(&heads, touched, &come.placings);
        found.kept.retain(|event, _| touched.binary_search(event).is_err());
        for placing in come.placings.iter().filter(|placing| question.kept.contains(&placing.event)) {
            found.kept.entry(placing.event).or_default().push(*placing);
        }
        found.marks.clear();
        found.look_up_marks(question);
        Some(found)
    }

    /// Whether nothing but these events can have changed, and nothing asks for a walk over all others.
    fn is_patched_for(&self, columns: &Columns, question: &Question, touched: &[EventId]) -> bool {
        let before = &self.columns;
        let same = before.lanes == columns.lanes
            && before.no_lane == columns.no_lane
            && before.kinds == columns.kinds
            && before.ties == columns.ties
            && before.entities == columns.entities
            && (before.filtered, before.unknown) == (columns.filtered, columns.unknown);
        let tied = |event: &EventId| touched.binary_search(event).is_ok();
        let heads = columns.ties.iter().filter(|tie| tie.link_type.shares_heads());
        let plain = question.lanes.is_empty()
            && question.threads.is_empty()
            && question.aligned_to.is_none()
            && !question.by_closeness;
        same && plain && !heads.flat_map(|tie| [tie.from, tie.to]).any(|event| tied(&event))
    }
}

/// Where these events stand in columns.
fn homes(columns: &Columns, question: &Question, touched: &[EventId]) -> Homes {
    let rules =
        Rules { hub: question.hub, by: question.by, choices: &question.choices, sieve: &question.sieve };
    let is_touched = |mark: &&Mark| touched.binary_search(&mark.event).is_ok();
    homes_of(columns, &rules, columns.marks.iter().filter(is_touched).collect())
}
