//! Chunks: some thousand entries in order of their places, with tallies over them in levels.
//!
//! ```text
//!  a week     ├─────────── week ───────────┤├──────────── …      a tally a stretch that holds something
//!  a day      ├ day ┤     ├ day ┤├ day ┤ …
//!  entries    · ·  ··      ·  ·   · ··
//! ```
//! Stretches begin where all of their [`Level`] do, whatever is in sight: so what stands in one never changes while the
//! axis is panned. A level is kept where it has at most half of the tallies of the one below, the lowest where it has a
//! sixteenth of the entries; so all levels together hold at most an eighth as many tallies as there are entries. Chunks
//! are never changed but copied: an edit costs one chunk, and whoever draws the old index is not disturbed.

use crate::model::{Stamp, Status};

use super::super::home::Side;
use super::count::{Beside, Count, Places, Stretches, add_counts};
use super::entry::{Entry, KindTable, Tier};
use super::level::Level;

/// What stands in a stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Places of the first and the last.
    pub first: i64,
    pub last: i64,
    /// The earliest start and the latest end.
    pub from: Stamp,
    pub to: Stamp,
    /// People that size marks above or on the line, and below it.
    pub heads: [u64; 2],
    /// The most people of one mark.
    pub heaviest: u32,
    /// Marks by side and family, marks by status, events: beside each other, for they are added up as one.
    counts: [u32; COUNTS],
    /// Which combinations of side, family and hub occur: at most so many blocks.
    pub sorts: u32,
}

/// Where counts by status begin in a tally, the count of events, and how many counts there are.
const STATUSES: usize = 10;
const EVENTS: usize = 15;
const COUNTS: usize = 16;

impl Default for Tally {
    fn default() -> Self {
        Self {
            first: i64::MAX,
            last: i64::MIN,
            from: Stamp::MAX,
            to: Stamp::MIN,
            heads: [0; 2],
            heaviest: 0,
            counts: [0; COUNTS],
            sorts: 0,
        }
    }
}

impl Tally {
    /// Of one entry.
    #[must_use]
    pub fn of(entry: &Entry, kinds: &KindTable) -> Self {
        let mut tally = Self::default();
        tally.count(entry, entry.key(), kinds);
        tally
    }

    #[inline]
    fn count(&mut self, entry: &Entry, key: i64, kinds: &KindTable) {
        let bits = entry.bits();
        let (side, family) = (entry.side(), kinds.family(bits));
        let below = usize::from(side == Side::Below);
        let people = kinds.sizing.people(bits);
        self.first = self.first.min(key);
        self.last = self.last.max(key);
        self.from = self.from.min(entry.t0);
        self.to = self.to.max(entry.t1);
        self.heads[below] += people;
        self.heaviest = self.heaviest.max(u32::try_from(people).unwrap_or(u32::MAX));
        self.counts[below * 5 + family as usize] += 1;
        self.counts[STATUSES + bits.status() as usize] += 1;
        self.counts[EVENTS] += u32::from(!entry.counts_elsewhere());
        self.sorts |= 1 << entry.sort(kinds);
    }

    /// Adds what stands in another stretch.
    pub fn add(&mut self, other: &Self) {
        self.first = self.first.min(other.first);
        self.last = self.last.max(other.last);
        self.from = self.from.min(other.from);
        self.to = self.to.max(other.to);
        self.heaviest = self.heaviest.max(other.heaviest);
        self.sorts |= other.sorts;
        for (heads, more) in self.heads.iter_mut().zip(other.heads) {
            *heads += more;
        }
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count += more;
        }
    }

    /// Takes away what one of its entries counted; the heaviest and the least sure stay as they were.
    pub fn less(&mut self, entry: &Entry, kinds: &KindTable) {
        let bits = entry.bits();
        let below = usize::from(entry.side() == Side::Below);
        let family = kinds.family(bits) as usize;
        self.heads[below] = self.heads[below].saturating_sub(kinds.sizing.people(bits));
        for at in [below * 5 + family, STATUSES + bits.status() as usize] {
            self.counts[at] = self.counts[at].saturating_sub(1);
        }
        self.counts[EVENTS] = self.counts[EVENTS].saturating_sub(u32::from(!entry.counts_elsewhere()));
    }

    /// All marks.
    #[must_use]
    pub fn marks(&self) -> u32 {
        self.counts[STATUSES..EVENTS].iter().sum()
    }

    /// Marks above or on the line, by family, and below it.
    #[must_use]
    pub fn by_family(&self) -> [[u32; 5]; 2] {
        let side = |side: usize| std::array::from_fn(|family| self.counts[side * 5 + family]);
        [side(0), side(1)]
    }

    /// Marks of a status.
    #[must_use]
    pub fn of_status(&self, status: Status) -> u32 {
        self.counts[STATUSES + status as usize]
    }

    /// Events; one that stands in several lanes counts in the first of them alone.
    #[must_use]
    pub fn events(&self) -> u32 {
        self.counts[EVENTS]
    }

    /// Marks above or on the line, and below it.
    #[must_use]
    pub fn sides(&self) -> [u32; 2] {
        self.by_family().map(|families| families.iter().sum())
    }

    /// Blocks that these would be at most, if all of one sort were near enough.
    #[must_use]
    pub fn blocks(&self) -> u32 {
        self.sorts.count_ones()
    }
}

/// Which entries of a stretch are counted.
pub struct Wanted<'w> {
    /// Of a tally, with when all of its entries are on as far as that is known: all, none, or that each has to be asked.
    pub all: &'w dyn Fn(&Tally, Option<Shared>) -> Option<bool>,
    pub one: &'w dyn Fn(&Entry) -> bool,
}

impl Wanted<'_> {
    /// All that stand in it.
    pub const ALL: Self = Self { all: &|_, _| Some(true), one: &|_| true };
}

impl std::fmt::Debug for Wanted<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Wanted")
    }
}

/// Entries of a whole chunk; one that grows to twice as many is parted.
pub const FULL: usize = 4_096;

/// Entries for each tally of the lowest level.
const DENSE: usize = 16;

/// Some thousand entries of one lane and tier.
#[derive(Debug, Clone, Default)]
pub struct Chunk {
    entries: Vec<Entry>,
    /// Of each entry, where these are too few in each stretch for tallies of the finest level.
    places: Places,
    levels: Vec<Tallied>,
    /// Of each tally of the lowest level, where its entries last for days.
    shared: Vec<Shared>,
    whole: Tally,
}

/// From the latest start to the earliest end: when all entries of a tally are on.
pub type Shared = (Stamp, Stamp);

/// All tallies of one level, and what is often asked of them beside each.
#[derive(Debug, Clone)]
struct Tallied {
    level: Level,
    tallies: Vec<Tally>,
    counts: Vec<Beside>,
}

impl Tallied {
    fn new(level: Level, tallies: Vec<Tally>) -> Self {
        let counts = tallies.iter().map(Beside::of).collect();
        Self { level, tallies, counts }
    }
}

impl Chunk {
    /// Counts entries that are sorted by place and event.
    #[must_use]
    pub fn new(entries: Vec<Entry>, kinds: &KindTable) -> Self {
        let keys: Vec<i64> = entries.iter().map(Entry::key).collect();
        let mut levels: Vec<Tallied> = Vec::new();
        for level in kept_levels(&keys) {
            let made = match levels.last() {
                None => lowest(&entries, &keys, level, kinds),
                Some(below) => above(&below.tallies, level),
            };
            levels.push(Tallied::new(level, made));
        }
        let mut whole = Tally::default();
        match levels.last() {
            Some(highest) => highest.tallies.iter().for_each(|tally| whole.add(tally)),
            None => entries.iter().for_each(|entry| whole.add(&Tally::of(entry, kinds))),
        }
        let has_finest = levels.first().is_some_and(|lowest| lowest.level == Level::FINEST);
        let places = if has_finest { Places::default() } else { Places::of(&entries, keys, kinds) };
        let shared = levels.first().map(|lowest| shared(&entries, &lowest.tallies)).unwrap_or_default();
        Self { entries, places, levels, shared, whole }
    }

    /// What stands in `from..to`, wherever these lie, as far as it is wanted: of a tally all or nothing may be known to be,
    /// else its entries are asked one by one.
    pub fn sum(&self, (from, to): (i64, i64), wanted: &Wanted<'_>, kinds: &KindTable, into: &mut Tally) {
        let all_of = |tally: &Tally, shared: Option<Shared>| {
            if tally.first >= from && tally.last < to { (wanted.all)(tally, shared) } else { None }
        };
        match all_of(&self.whole, None) {
            Some(true) => return into.add(&self.whole),
            Some(false) => return,
            None => {}
        }
        let singly = |from: i64, to: i64, into: &mut Tally| {
            for entry in self.between(from, to).iter().filter(|entry| (wanted.one)(entry)) {
                into.count(entry, entry.key(), kinds);
            }
        };
        let Some(lowest) = self.levels.first() else { return singly(from, to, into) };
        let start = lowest.tallies.partition_point(|tally| tally.last < from);
        for (tally, number) in
            lowest.tallies[start..].iter().zip(start..).take_while(|(tally, _)| tally.first < to)
        {
            match all_of(tally, self.shared.get(number).copied()) {
                Some(true) => into.add(tally),
                Some(false) => {}
                None => singly(tally.first.max(from), tally.last.saturating_add(1).min(to), into),
            }
        }
    }

    /// All entries.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Where the first entry stands.
    #[must_use]
    pub fn first(&self) -> i64 {
        self.entries.first().map_or(i64::MAX, Entry::key)
    }

    /// Entries that stand in `from..to`.
    #[must_use]
    pub fn between(&self, from: i64, to: i64) -> &[Entry] {
        if let Some((start, end)) = self.places.between(from, to) {
            return self.entries.get(start..end).unwrap_or_default();
        }
        let start = self.entries.partition_point(|entry| entry.key() < from);
        let length = self.entries[start..].partition_point(|entry| entry.key() < to);
        &self.entries[start..start + length]
    }

    /// How many entries stand in `from..to`.
    #[must_use]
    pub fn count(&self, from: i64, to: i64) -> usize {
        let is_whole = from <= self.whole.first && self.whole.last < to;
        if is_whole { self.entries.len() } else { self.between(from, to).len() }
    }

    /// Adds what stands in `from..to` to a cell for each stretch; these may reach beyond both.
    pub fn tally(
        &self,
        (from, to): (i64, i64),
        stretches: &Stretches,
        kinds: &KindTable,
        cells: &mut [Tally],
    ) {
        // Most chunks lie between the ends as a whole, and nothing is looked for in them.
        let is_whole = from <= self.whole.first && self.whole.last < to;
        let Some(Tallied { tallies, .. }) = self.made_for(stretches.level) else {
            let entries = if is_whole { &self.entries[..] } else { self.between(from, to) };
            return tally_singly(entries, stretches, kinds, cells);
        };
        let start = if is_whole { 0 } else { tallies.partition_point(|tally| tally.last < from) };
        for tally in tallies[start..].iter().take_while(|tally| tally.first < to) {
            let Some(cell) = cells.get_mut(stretches.at(tally.first)) else { return };
            if tally.first >= from && tally.last < to {
                cell.add(tally);
            } else {
                let part = (from.max(tally.first), to.min(tally.last.saturating_add(1)));
                self.sum(part, &Wanted::ALL, kinds, cell);
            }
        }
    }

    /// The same as far as forms and heights go by it.
    pub fn count_each(&self, stretches: &Stretches, cells: &mut [Count]) {
        match self.made_for(stretches.level) {
            Some(tallied) => add_counts(&tallied.counts, stretches, cells),
            None => self.places.add(stretches, cells),
        }
    }

    /// The longest kept stretches that those of a level are made of.
    fn made_for(&self, level: Level) -> Option<&Tallied> {
        self.levels.iter().rev().find(|tallied| level.is_made_of(tallied.level))
    }

    /// Bytes that it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let tallies: usize = self.levels.iter().map(|tallied| tallied.tallies.len()).sum();
        size_of_val(&self.entries[..])
            + self.places.bytes()
            + size_of_val(&self.shared[..])
            + tallies * (size_of::<Tally>() + size_of::<Beside>())
            + size_of::<Self>()
    }
}

/// The levels worth keeping, by how many tallies each would have.
fn kept_levels(keys: &[i64]) -> Vec<Level> {
    let mut places = keys.to_vec();
    places.dedup();
    let mut room = keys.len() / DENSE;
    let mut kept = Vec::new();
    // Of two and of four days no weeks are made.
    for level in Level::all().filter(|level| *level <= Level::DAY || *level >= Level::WEEK) {
        if room == 0 {
            break;
        }
        places.dedup_by_key(|place| level.number(*place));
        if places.len() <= room {
            kept.push(level);
            room = places.len() / 2;
        }
    }
    kept
}

/// Adds entries one by one to the cells of their stretches.
fn tally_singly(entries: &[Entry], stretches: &Stretches, kinds: &KindTable, cells: &mut [Tally]) {
    // Each finds its own cell: where few share one, to ask whether the last one's has ended is mostly guessed wrong.
    for entry in entries {
        let key = entry.key();
        let Some(cell) = cells.get_mut(stretches.at(key)) else { return };
        cell.count(entry, key, kinds);
    }
}

fn shared(entries: &[Entry], tallies: &[Tally]) -> Vec<Shared> {
    if !entries.first().is_some_and(|entry| Tier::of(entry).lasts()) {
        return Vec::new();
    }
    let mut entries = entries.iter().peekable();
    let of_tally = |tally: &Tally| {
        let mut shared = (Stamp::MIN, Stamp::MAX);
        while let Some(entry) = entries.next_if(|entry| entry.key() <= tally.last) {
            shared = (shared.0.max(entry.t0), shared.1.min(entry.t1));
        }
        shared
    };
    tallies.iter().map(of_tally).collect()
}

fn lowest(entries: &[Entry], keys: &[i64], level: Level, kinds: &KindTable) -> Vec<Tally> {
    let mut tallies: Vec<Tally> = Vec::new();
    for (entry, key) in entries.iter().zip(keys) {
        match tallies.last_mut() {
            Some(last) if level.number(last.first) == level.number(*key) => last.count(entry, *key, kinds),
            _ => {
                let mut tally = Tally::default();
                tally.count(entry, *key, kinds);
                tallies.push(tally);
            }
        }
    }
    tallies
}

fn above(below: &[Tally], level: Level) -> Vec<Tally> {
    let mut tallies: Vec<Tally> = Vec::with_capacity(below.len() / 2 + 1);
    for tally in below {
        match tallies.last_mut() {
            Some(last) if level.number(last.first) == level.number(tally.first) => last.add(tally),
            _ => tallies.push(*tally),
        }
    }
    tallies
}
