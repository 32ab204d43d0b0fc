//! An entry of the index: one event in one lane, in 32 bytes, and the place on the axis that it is sorted by.
//!
//! What home-finding decided (side, hub, author) fits beside the mark's own bits; in how many lanes the event stands is
//! kept apart, for the few that stand in several.

use crate::model::{
    Edge, EventId, Family, Figure, Grain, KindIndex, Kinds, LaneIndex, MarkBits, Span, Stamp,
};

use super::super::heads::Sizing;
use super::super::home::{Author, Placing, Side};

/// Bits that home-finding adds to a mark's own 56.
const SIDE: u32 = 56;
const BY_HUB: u32 = 58;
const WITH_HUB: u32 = 59;
const AUTHOR: u32 = 60;
const SHARED: u32 = 62;
const LATER: u32 = 63;
const OWN: u64 = (1 << SIDE) - 1;

/// One event in one lane, without the lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub t0: Stamp,
    pub t1: Stamp,
    pub event: EventId,
    bits: u64,
}

impl Entry {
    /// Packs a placing.
    #[must_use]
    pub fn new(placing: &Placing) -> Self {
        let side = match placing.side {
            Side::Above => 0,
            Side::Below => 1,
            Side::On => 2,
        };
        let author = match placing.author {
            Author::Nobody => 0,
            Author::Alleged => 1,
            Author::Sure => 2,
        };
        let bits = (placing.bits.0.cast_unsigned() & OWN)
            | side << SIDE
            | u64::from(placing.by_hub) << BY_HUB
            | u64::from(placing.with_hub) << WITH_HUB
            | author << AUTHOR
            | u64::from(placing.copies > 1) << SHARED
            | u64::from(placing.counts_elsewhere) << LATER;
        Self { t0: placing.t0, t1: placing.t1, event: placing.event, bits }
    }

    /// The mark's own bits.
    #[must_use]
    pub fn bits(&self) -> MarkBits {
        MarkBits((self.bits & OWN).cast_signed())
    }

    /// Which side of the line it stands on.
    #[must_use]
    pub fn side(&self) -> Side {
        [Side::Above, Side::Below, Side::On, Side::On][(self.bits >> SIDE & 3) as usize]
    }

    /// Whether the hub did it.
    #[must_use]
    pub fn by_hub(&self) -> bool {
        self.bits >> BY_HUB & 1 == 1
    }

    /// Whether the hub takes part at all.
    #[must_use]
    pub fn with_hub(&self) -> bool {
        self.bits >> WITH_HUB & 1 == 1
    }

    /// Whether the event stands in other lanes, too.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.bits >> SHARED & 1 == 1
    }

    /// Whether the event counts elsewhere: it stands in an earlier lane, too, that is looked at.
    #[must_use]
    pub fn counts_elsewhere(&self) -> bool {
        self.bits >> LATER & 1 == 1
    }

    /// The same, counted in another lane.
    #[must_use]
    pub fn counted_elsewhere(self) -> Self {
        Self { bits: self.bits | 1 << LATER, ..self }
    }

    /// Number of its combination of side, family and hub, under 32: marks of one sort may be one block.
    #[must_use]
    pub fn sort(&self, kinds: &KindTable) -> u32 {
        (self.side() as u32 * 5 + kinds.family(self.bits()) as u32) * 2 + u32::from(self.by_hub())
    }

    /// The placing in its lane.
    #[must_use]
    pub fn placing(&self, lane: LaneIndex, copies: u16) -> Placing {
        let authors = [Author::Nobody, Author::Alleged, Author::Sure, Author::Sure];
        Placing {
            lane,
            t0: self.t0,
            t1: self.t1,
            event: self.event,
            bits: self.bits(),
            side: self.side(),
            by_hub: self.by_hub(),
            with_hub: self.with_hub(),
            copies,
            counts_elsewhere: self.counts_elsewhere(),
            author: authors[(self.bits >> AUTHOR & 3) as usize],
        }
    }

    /// Where its mark stands.
    #[must_use]
    pub fn key(&self) -> i64 {
        if self.bits().has_known_ends() {
            Span::new(self.t0, self.t1).mid().0
        } else {
            place(self.t0, self.t1, self.bits())
        }
    }
}

/// Where a mark stands: in the middle of its time; at the known end where the other one is not known.
#[must_use]
pub fn place(t0: Stamp, t1: Stamp, bits: MarkBits) -> i64 {
    match (bits.start(), bits.end()) {
        (Edge::Known, Edge::Known) => Span::new(t0, t1).mid().0,
        (Edge::Known, _) => t0.0,
        _ => last_known(t1, bits.grain()).0,
    }
}

/// The middle of the known end of a span that is open to the left.
#[must_use]
pub fn last_known(end: Stamp, grain: Grain) -> Stamp {
    let half = match grain {
        Grain::Day => 43_200,
        Grain::Month => 15 * 86_400,
        Grain::Year | Grain::Longer => 183 * 86_400,
    };
    Stamp(end.0.saturating_sub(half))
}

/// How long an event is, in steps of a factor two: entries of one tier reach about equally far from their places, so
/// that what is still on in a window is found without a look at all that came before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tier(pub u8);

impl Tier {
    /// Less than a day.
    pub const HOURS: Self = Self(0);
    /// A day, and less than two.
    pub const DAY: Self = Self(1);
    /// Begun, and going on.
    pub const OPEN: Self = Self(u8::MAX);
    /// One end is not known: it fades there.
    pub const FADING: Self = Self(u8::MAX - 1);

    /// The tier of an entry.
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        let bits = entry.bits();
        match (bits.start(), bits.end()) {
            (Edge::Known, Edge::Known) => {
                let days = entry.t1.0.saturating_sub(entry.t0.0) / 86_400;
                if days < 1 { Self::HOURS } else { Self(1 + u8::try_from(days.ilog2()).unwrap_or(0)) }
            }
            (Edge::Known, Edge::Open) => Self::OPEN,
            _ => Self::FADING,
        }
    }

    /// The longest that an event of this tier lasts, in seconds; of those without an end, no longer than a day.
    #[must_use]
    pub fn longest(self) -> i64 {
        let doublings = if self >= Self::FADING { 0 } else { u32::from(self.0) };
        86_400_i64.saturating_mul(2_i64.saturating_pow(doublings))
    }

    /// Whether its events last longer than a day or two, or go on.
    #[must_use]
    pub fn lasts(self) -> bool {
        self == Self::OPEN || self > Self::DAY && self < Self::FADING
    }

    /// Places where events may stand that last into `from..to`.
    #[must_use]
    pub fn reach(self, from: Stamp, to: Stamp) -> (i64, i64) {
        match self {
            Self::OPEN => (i64::MIN, to.0),
            Self::FADING => (i64::MIN, i64::MAX),
            _ => (from.0.saturating_sub(self.longest()), to.0.saturating_add(self.longest())),
        }
    }
}

/// What of a kind decides how marks are counted, looked up once.
#[derive(Debug, Clone)]
pub struct KindTable {
    families: Vec<Family>,
    figures: Vec<Figure>,
    pub sizing: Sizing,
}

impl Default for KindTable {
    fn default() -> Self {
        Self::new(&Kinds::default())
    }
}

impl KindTable {
    /// Looks all kinds up.
    #[must_use]
    pub fn new(kinds: &Kinds) -> Self {
        let all = (0..=u8::MAX).map(KindIndex);
        Self {
            families: all.clone().map(|kind| kinds.family(kind)).collect(),
            figures: all.map(|kind| kinds.figure(kind)).collect(),
            sizing: Sizing::of(kinds),
        }
    }

    /// The family of a mark.
    #[must_use]
    pub fn family(&self, bits: MarkBits) -> Family {
        self.families[usize::from(bits.kind().0)]
    }

    /// The figure of a mark.
    #[must_use]
    pub fn figure(&self, bits: MarkBits) -> Figure {
        self.figures[usize::from(bits.kind().0)]
    }
}
