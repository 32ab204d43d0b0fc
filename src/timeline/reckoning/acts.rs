//! Acts: who did what to whom, put together from the marks of each event.

use crate::model::{
    Columns, EventId, Grain, KindIndex, LaneIndex, Mark, MarkBits, Reading, Role, Stamp, Status,
};

use super::super::heads::{Sizing, StatedHeads};

/// An act of some lanes upon others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    pub event: EventId,
    pub kind: KindIndex,
    pub t0: Stamp,
    pub t1: Stamp,
    /// How many days before and after it may have been: of a date that is only about right (rule D).
    pub about: i64,
    /// People, each head once: of events that mean the same heads only one has them. 0: none are stated.
    pub heads: u64,
    /// Whether its heads are counted at another event.
    pub counted_elsewhere: bool,
    pub actors: Vec<LaneIndex>,
    pub targets: Vec<LaneIndex>,
}

/// When something happened, as far as that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub t0: Stamp,
    pub t1: Stamp,
    /// How many days before and after it may have been.
    pub about: i64,
}

impl Moment {
    /// Of a mark.
    #[must_use]
    pub fn of(t0: Stamp, t1: Stamp, bits: MarkBits) -> Self {
        Self { t0, t1, about: about(bits) }
    }
}

/// From one time to another in days: at least and at most, equal where both days are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    pub least: i64,
    pub most: i64,
}

impl Days {
    /// From an act to its answer; an answer comes after what it answers, so never less than none.
    #[must_use]
    pub fn between(act: &Act, answer: &Act) -> Self {
        Self::apart(&act.moment(), &answer.moment())
    }

    /// From a moment to a later one.
    #[must_use]
    pub fn apart(act: &Moment, answer: &Moment) -> Self {
        let day_before = |end: Stamp| Stamp(end.0.saturating_sub(1)).day_number();
        let least = answer.t0.day_number() - day_before(act.t1);
        let most = day_before(answer.t1) - act.t0.day_number();
        let about = act.about + answer.about;
        Self { least: (least - about).max(0), most: (most + about).max(0) }
    }

    /// The number of days, where both are known.
    #[must_use]
    pub fn exact(self) -> Option<i64> {
        (self.least == self.most).then_some(self.least)
    }

    /// The middle, for order.
    #[must_use]
    pub fn middle(self) -> i64 {
        i64::midpoint(self.least, self.most)
    }
}

impl Act {
    fn moment(&self) -> Moment {
        Moment { t0: self.t0, t1: self.t1, about: self.about }
    }
}

/// All dated acts with an actor and a target, in order of time; retracted ones are none.
#[must_use]
pub fn acts(columns: &Columns) -> Vec<Act> {
    let sizing = Sizing::of(&columns.kinds);
    let counts = |mark: &&Mark| mark.bits.status() != Status::Retracted;
    let heads = StatedHeads::of_marks(columns, &sizing, columns.marks.iter().filter(counts));
    let dated = |mark: &&Mark| {
        mark.bits.reading() != Reading::Undated && mark.t0 != Stamp::MIN && mark.t1 != Stamp::MAX
    };
    let mut marks: Vec<&Mark> = columns.marks.iter().filter(counts).filter(dated).collect();
    marks.sort_unstable_by_key(|mark| (mark.event, mark.lane));
    let mut acts = Vec::new();
    for marks in marks.chunk_by(|a, b| a.event == b.event) {
        let of = |role| {
            let has = move |mark: &&&Mark| mark.bits.roles().has(role);
            marks.iter().filter(has).map(|mark| mark.lane).collect::<Vec<_>>()
        };
        let (actors, targets) = (of(Role::Actor), of(Role::Target));
        if actors.is_empty() || targets.is_empty() {
            continue;
        }
        let mark = marks[0];
        let own = heads.of(mark.event);
        acts.push(Act {
            event: mark.event,
            kind: mark.bits.kind(),
            t0: mark.t0,
            t1: mark.t1,
            about: about(mark.bits),
            heads: own,
            counted_elsewhere: own == 0 && sizing.adds_up(mark.bits),
            actors,
            targets,
        });
    }
    acts.sort_by_key(|act| (act.t0, act.event));
    acts
}

/// As far as its whisker reaches.
fn about(bits: MarkBits) -> i64 {
    match bits.grain() {
        _ if !bits.approximate() => 0,
        Grain::Day => 3,
        Grain::Month => 15,
        Grain::Year | Grain::Longer => 183,
    }
}
