//! A sorted run with prefix counts: how much stands between two stamps, without walking it.
//!
//! Built whole for now: the small unsorted tail that takes edits (contract 11) comes with the large cases.

use crate::model::{Family, Sieve, Stamp, Status};

use super::home::Placing;

/// What a node knows of the marks below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub marks: u32,
    pub by_family: [u32; 5],
    pub by_status: [u32; 5],
    /// Sum of people, each stated number once a mark.
    pub heads: u64,
}

impl Tally {
    fn add(&mut self, placing: &Placing, family: Family) {
        self.marks += 1;
        self.by_family[family as usize] += 1;
        self.by_status[placing.bits.status() as usize] += 1;
        self.heads += placing.bits.people();
    }

    fn less(&self, other: &Self) -> Self {
        let mut rest = *self;
        rest.marks -= other.marks;
        rest.heads -= other.heads;
        for at in 0..5 {
            rest.by_family[at] -= other.by_family[at];
            rest.by_status[at] -= other.by_status[at];
        }
        rest
    }

    /// Counts of a status.
    #[must_use]
    pub fn of_status(&self, status: Status) -> u32 {
        self.by_status[status as usize]
    }
}

/// The marks of one lane, in order of start.
#[derive(Debug, Clone, Default)]
pub struct Run {
    placings: Vec<Placing>,
    families: Vec<Family>,
    /// `prefix[n]` counts the first `n` marks.
    prefix: Vec<Tally>,
    /// `latest[n]`: the latest end among the first `n` marks.
    latest: Vec<Stamp>,
}

impl Run {
    /// Builds the run of placings that are sorted by start.
    #[must_use]
    pub fn new(placings: Vec<Placing>, families: Vec<Family>) -> Self {
        let mut prefix = Vec::with_capacity(placings.len() + 1);
        let mut latest = Vec::with_capacity(placings.len() + 1);
        let (mut tally, mut end) = (Tally::default(), Stamp::MIN);
        prefix.push(tally);
        latest.push(end);
        for (placing, family) in placings.iter().zip(&families) {
            tally.add(placing, *family);
            end = end.max(placing.t1);
            prefix.push(tally);
            latest.push(end);
        }
        Self { placings, families, prefix, latest }
    }

    /// All marks in order of start.
    #[must_use]
    pub fn all(&self) -> &[Placing] {
        &self.placings
    }

    /// What starts in `from..to` and passes the sieve.
    #[must_use]
    pub fn starting_in(&self, from: Stamp, to: Stamp, sieve: &Sieve) -> Tally {
        let (a, b) = (self.at(from), self.at(to).max(self.at(from)));
        if *sieve == Sieve::default() {
            self.prefix.get(b).zip(self.prefix.get(a)).map(|(end, start)| end.less(start)).unwrap_or_default()
        } else {
            let mut counted = Tally::default();
            for (placing, family) in self.placings[a..b].iter().zip(&self.families[a..b]) {
                if sieve.lets_through(placing.bits, placing.known) {
                    counted.add(placing, *family);
                }
            }
            counted
        }
    }

    /// The marks that overlap `from..to` and pass, in order of start, at most `limit`.
    pub fn overlapping(&self, from: Stamp, to: Stamp, sieve: &Sieve, limit: usize, into: &mut Vec<Placing>) {
        let end = self.at(to);
        // The first mark whose predecessors may still be on at `from`.
        let start = self.latest.partition_point(|latest| *latest <= from).saturating_sub(1).min(end);
        let passes = |placing: &Placing| {
            placing.t1 > from && placing.t0 < to && sieve.lets_through(placing.bits, placing.known)
        };
        let room = limit.saturating_sub(into.len());
        into.extend(self.placings[start..end].iter().filter(|placing| passes(placing)).take(room));
    }

    fn at(&self, stamp: Stamp) -> usize {
        self.placings.partition_point(|placing| placing.t0 < stamp)
    }
}
