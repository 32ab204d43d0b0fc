//! The drawing table in memory: one row for each lane that an event touches (contract 9).

use std::borrow::Cow;

use crate::model::{
    EntityRole, EventId, Family, KindIndex, Kinds, Lane, LaneCode, LinkType, Role, Stamp, Status, Unit, Words,
};

/// A lane by its number in [`Columns::lanes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LaneIndex(pub u32);

/// One event in one lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub lane: LaneIndex,
    /// [`Stamp::MIN`] where the start is open or unknown; undated events have `t0 == t1 == Stamp::MAX`.
    pub t0: Stamp,
    pub event: EventId,
    /// Exclusive; [`Stamp::MAX`] where the end is open or unknown.
    pub t1: Stamp,
    pub bits: MarkBits,
    /// Earliest clock of its quotes; [`Stamp::MAX`] where no source is dated.
    pub known: Stamp,
}

/// What a mark needs to be counted and drawn, in one integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct MarkBits(pub i64);

/// How an end of an event's time is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    Known,
    /// It goes on: an arrow.
    Open,
    /// Nobody says when: it fades.
    Unknown,
}

/// How an event's time is to be read by the eye (`drawing.md`, rule D).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reading {
    /// A day or finer.
    Point,
    /// Once, somewhere inside.
    Within,
    /// From one end to the other.
    Lasts,
    Undated,
}

/// What is put into [`MarkBits`].
#[derive(Debug, Clone, Copy)]
pub struct MarkFacts {
    pub kind: KindIndex,
    pub status: Status,
    /// All roles that the event has in this lane.
    pub roles: Roles,
    pub reading: Reading,
    pub start: Edge,
    pub end: Edge,
    /// EDTF's `~` or `%`.
    pub approximate: bool,
    pub unit: Option<Unit>,
    /// The largest stated number, cut at 2²⁴−1.
    pub weight: u64,
    /// Whether this lane's part is less sure than the event.
    pub doubtful_role: bool,
    /// Whether the day, month or year is meant: whisker of ±3 days, ±15 days, ±6 months.
    pub grain: Grain,
}

/// How coarse the written date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    Day,
    Month,
    Year,
    Longer,
}

/// A set of roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Roles(pub u8);

impl Roles {
    /// The set with one more role.
    #[must_use]
    pub fn with(self, role: Role) -> Self {
        Self(self.0 | 1 << role as u8)
    }

    /// Whether a role is in the set.
    #[must_use]
    pub fn has(self, role: Role) -> bool {
        self.0 >> (role as u8) & 1 == 1
    }
}

const STATUS: u32 = 8;
const ROLES: u32 = 11;
const READING: u32 = 15;
const START: u32 = 17;
const END: u32 = 19;
const APPROXIMATE: u32 = 21;
const UNIT: u32 = 22;
const DOUBTFUL: u32 = 25;
const GRAIN: u32 = 26;
const WEIGHT: u32 = 32;
const WEIGHT_BITS: u32 = 24;

impl MarkBits {
    /// Packs the facts of a mark.
    #[must_use]
    pub fn pack(facts: &MarkFacts) -> Self {
        let unit = facts.unit.map_or(0, |unit| unit as i64 + 1);
        let weight = i64::try_from(facts.weight).unwrap_or(i64::MAX).min((1 << WEIGHT_BITS) - 1);
        Self(
            i64::from(facts.kind.0)
                | (facts.status as i64) << STATUS
                | i64::from(facts.roles.0) << ROLES
                | (facts.reading as i64) << READING
                | (facts.start as i64) << START
                | (facts.end as i64) << END
                | i64::from(facts.approximate) << APPROXIMATE
                | unit << UNIT
                | i64::from(facts.doubtful_role) << DOUBTFUL
                | (facts.grain as i64) << GRAIN
                | weight << WEIGHT,
        )
    }

    fn field(self, at: u32, bits: u32) -> usize {
        usize::try_from(self.0 >> at & ((1 << bits) - 1)).unwrap_or(0)
    }

    /// The kind's number.
    #[must_use]
    pub fn kind(self) -> KindIndex {
        KindIndex(u8::try_from(self.field(0, 8)).unwrap_or(0))
    }

    /// The event's status.
    #[must_use]
    pub fn status(self) -> Status {
        Status::ALL.get(self.field(STATUS, 3)).copied().unwrap_or_default()
    }

    /// The same with another status.
    #[must_use]
    pub fn with_status(self, status: Status) -> Self {
        Self(self.0 & !(((1 << (ROLES - STATUS)) - 1) << STATUS) | (status as i64) << STATUS)
    }

    /// The roles that the event has in this lane.
    #[must_use]
    pub fn roles(self) -> Roles {
        Roles(u8::try_from(self.field(ROLES, 4)).unwrap_or(0))
    }

    /// How its time is read.
    #[must_use]
    pub fn reading(self) -> Reading {
        [Reading::Point, Reading::Within, Reading::Lasts, Reading::Undated][self.field(READING, 2)]
    }

    /// How its start is known.
    #[must_use]
    pub fn start(self) -> Edge {
        [Edge::Known, Edge::Open, Edge::Unknown, Edge::Known][self.field(START, 2)]
    }

    /// How its end is known.
    #[must_use]
    pub fn end(self) -> Edge {
        [Edge::Known, Edge::Open, Edge::Unknown, Edge::Known][self.field(END, 2)]
    }

    /// Whether both ends are known, which nearly all are: in one look.
    #[must_use]
    pub fn has_known_ends(self) -> bool {
        self.field(START, 2 * (END - START)) == 0
    }

    /// Whether the date is approximate.
    #[must_use]
    pub fn approximate(self) -> bool {
        self.field(APPROXIMATE, 1) == 1
    }

    /// What its number counts, where it has one.
    #[must_use]
    pub fn unit(self) -> Option<Unit> {
        Unit::ALL.get(self.field(UNIT, 3).checked_sub(1)?).copied()
    }

    /// Whether this lane's part is less sure than the event.
    #[must_use]
    pub fn doubtful_role(self) -> bool {
        self.field(DOUBTFUL, 1) == 1
    }

    /// How coarse the written date is.
    #[must_use]
    pub fn grain(self) -> Grain {
        [Grain::Day, Grain::Month, Grain::Year, Grain::Longer][self.field(GRAIN, 2)]
    }

    /// The largest stated number; 0 where none is.
    #[must_use]
    pub fn weight(self) -> u64 {
        u64::try_from(self.field(WEIGHT, WEIGHT_BITS)).unwrap_or(0)
    }

    /// People that the event moves, 0 where none are stated.
    #[must_use]
    pub fn people(self) -> u64 {
        if self.unit() == Some(Unit::People) { self.weight() } else { 0 }
    }
}

/// A tie between two events, by their rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    pub from: EventId,
    pub to: EventId,
    pub link_type: LinkType,
}

/// An entity by its number in [`Columns::entities`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityIndex(pub u32);

/// An entity's part in an event, by rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Participation {
    pub event: EventId,
    pub entity: EntityIndex,
    pub role: EntityRole,
}

/// Everything that drawing needs of a case, as columns; no words but the lanes' names.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Columns {
    /// Lanes in display order: those of the case first, then by first event; the last is "No lane" where it is used.
    pub lanes: Vec<Lane>,
    /// Number of the lane for events without one.
    pub no_lane: Option<LaneIndex>,
    pub kinds: Kinds,
    /// Sorted by lane, start and event.
    pub marks: Vec<Mark>,
    pub ties: Vec<Tie>,
    /// Keys of the entities that take part in events.
    pub entities: Vec<String>,
    /// Sorted by event.
    pub participations: Vec<Participation>,
    /// Pairs of events that the user has told apart, the lower number first, sorted: neither one event nor an act and its
    /// answer.
    pub apart: Vec<(EventId, EventId)>,
    /// Events in the case, dated or not.
    pub events: usize,
    /// Of these, how many a filter has taken out of the marks.
    pub filtered: usize,
    /// Of the others, how many no source had told by the day that is looked from.
    pub unknown: usize,
}

impl Columns {
    /// The lane of that code.
    #[must_use]
    pub fn lane_of(&self, code: &LaneCode) -> Option<LaneIndex> {
        let at = self.lanes.iter().position(|lane| lane.code == *code)?;
        u32::try_from(at).ok().map(LaneIndex)
    }

    /// What a lane is called in a language; empty where there is none of that number.
    #[must_use]
    pub fn lane_name(&self, lane: LaneIndex, words: &dyn Words) -> Cow<'_, str> {
        self.lanes.get(lane.0 as usize).map(|lane| lane.name_in(words)).unwrap_or_default()
    }

    /// Whether the user has told two events apart.
    #[must_use]
    pub fn are_apart(&self, one: EventId, other: EventId) -> bool {
        self.apart.binary_search(&(one.min(other), one.max(other))).is_ok()
    }

    /// The family of a mark.
    #[must_use]
    pub fn family(&self, bits: MarkBits) -> Family {
        self.kinds.family(bits.kind())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        let facts = MarkFacts {
            kind: KindIndex(70),
            status: Status::Disputed,
            roles: Roles::default().with(Role::Actor).with(Role::Place),
            reading: Reading::Lasts,
            start: Edge::Unknown,
            end: Edge::Open,
            approximate: true,
            unit: Some(Unit::People),
            weight: 300_000,
            doubtful_role: true,
            grain: Grain::Year,
        };
        let bits = MarkBits::pack(&facts);
        assert_eq!(bits.kind(), facts.kind);
        assert_eq!(bits.status(), facts.status);
        assert!(
            bits.roles().has(Role::Actor) && bits.roles().has(Role::Place) && !bits.roles().has(Role::Target)
        );
        assert_eq!((bits.reading(), bits.start(), bits.end()), (facts.reading, facts.start, facts.end));
        assert_eq!((bits.approximate(), bits.doubtful_role(), bits.grain()), (true, true, Grain::Year));
        assert_eq!((bits.unit(), bits.weight(), bits.people()), (Some(Unit::People), 300_000, 300_000));
        for status in Status::ALL {
            let other = bits.with_status(status);
            assert_eq!((other.status(), other.with_status(Status::Disputed)), (status, bits));
        }
    }
}
