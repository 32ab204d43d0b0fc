//! Counts: what stands in a stretch as far as forms and heights go by it, in a seventh of a tally's room.
//!
//! Forms look at stretches of time several windows wide. So beside tallies lie their counts, and where marks are not dense
//! enough for tallies the places of single ones: a look through them reads a quarter of what entries take.

use super::chunk::Tally;
use super::entry::{Entry, KindTable};
use super::level::Level;
use super::run::Run;

/// Combinations of side, family and hub that stand below the line (`Entry::sort`).
const BELOW: u32 = 0x3FF << 10;

/// How much stands in a stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Marks above or on the line, and below it.
    pub marks: [u32; 2],
    /// Which combinations of side, family and hub occur: at most so many blocks.
    sorts: u32,
}

impl Count {
    /// Combinations above or on the line, and below it.
    #[must_use]
    pub fn sorts(&self) -> [u32; 2] {
        [(self.sorts & !BELOW).count_ones(), (self.sorts & BELOW).count_ones()]
    }
}

/// Stretches of one level that follow one another.
#[derive(Debug, Clone, Copy)]
pub struct Stretches {
    pub level: Level,
    /// Number of the first.
    pub first: i64,
    pub count: usize,
    /// Where they begin and end.
    pub from: i64,
    pub to: i64,
    /// Stretches in a second; 0 where so much time is looked at that this would not be exact.
    a_second: f64,
}

impl Stretches {
    /// From one number to another.
    #[must_use]
    pub fn new(level: Level, first: i64, last: i64) -> Self {
        let count = usize::try_from(last.saturating_sub(first).saturating_add(1)).unwrap_or(0);
        let (from, to) = (level.start(first), level.start(last.saturating_add(1)));
        // The error of a product is then less than the half second that is added (`at`).
        let is_exact = to.checked_sub(from).is_some_and(|seconds| seconds < 1 << 50);
        let a_second = if is_exact { 1.0 / level.seconds() as f64 } else { 0.0 };
        Self { level, first, count, from, to, a_second }
    }

    /// Those that hold the seconds from one place to before another.
    #[must_use]
    pub fn of(level: Level, from: i64, to: i64) -> Self {
        Self::new(level, level.number(from), level.number(to.saturating_sub(1)))
    }

    /// Which of them holds a place that is no earlier than the first begins.
    pub(super) fn at(&self, place: i64) -> usize {
        let since = place.saturating_sub(self.from);
        if self.a_second > 0.0 {
            // A division for each mark would be the dearest part of counting it.
            ((since as f64 + 0.5) * self.a_second) as usize
        } else {
            usize::try_from(since / self.level.seconds()).unwrap_or(usize::MAX)
        }
    }

    /// Where one of them ends.
    pub(super) fn end(&self, at: usize) -> i64 {
        self.level.start(self.first.saturating_add(i64::try_from(at).unwrap_or(i64::MAX)).saturating_add(1))
    }
}

/// How many of all runs are on in each of the stretches.
#[must_use]
pub fn on_in_each<'r>(runs: impl Iterator<Item = &'r Run>, stretches: &Stretches) -> Vec<u32> {
    let mut changes = vec![0_i64; stretches.count];
    runs.for_each(|run| run.add_changes(stretches, &mut changes));
    let sums = changes.into_iter().scan(0, |on, change| {
        *on += change;
        Some(u32::try_from(*on).unwrap_or(if *on < 0 { 0 } else { u32::MAX }))
    });
    sums.collect()
}

/// The count of a tally, beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside {
    first: i64,
    sorts: u32,
    /// A chunk never has as many marks as these can't count.
    marks: [u16; 2],
}

impl Beside {
    pub(super) fn of(tally: &Tally) -> Self {
        let marks = tally.sides().map(|marks| u16::try_from(marks).unwrap_or(u16::MAX));
        Self { first: tally.first, sorts: tally.sorts, marks }
    }
}

/// Adds the counts of those tallies that stand in stretches.
pub(super) fn add_counts(counts: &[Beside], stretches: &Stretches, cells: &mut [Count]) {
    let start = counts.partition_point(|count| count.first < stretches.from);
    for count in counts[start..].iter().take_while(|count| count.first < stretches.to) {
        let Some(cell) = cells.get_mut(stretches.at(count.first)) else { return };
        cell.marks[0] += u32::from(count.marks[0]);
        cell.marks[1] += u32::from(count.marks[1]);
        cell.sorts |= count.sorts;
    }
}

/// Where single marks stand, and of which sort they are.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    places: Vec<i64>,
    sorts: Vec<u8>,
}

impl Places {
    pub(super) fn of(entries: &[Entry], places: Vec<i64>, kinds: &KindTable) -> Self {
        let sorts = entries.iter().map(|entry| u8::try_from(entry.sort(kinds)).unwrap_or(0)).collect();
        Self { places, sorts }
    }

    /// Adds each that stands in stretches.
    pub(super) fn add(&self, stretches: &Stretches, cells: &mut [Count]) {
        let start = self.places.partition_point(|place| *place < stretches.from);
        for (place, sort) in self.places[start..].iter().zip(&self.sorts[start..]) {
            if *place >= stretches.to {
                return;
            }
            let Some(cell) = cells.get_mut(stretches.at(*place)) else { return };
            let bit = 1_u32 << sort;
            cell.marks[usize::from(bit & BELOW != 0)] += 1;
            cell.sorts |= bit;
        }
    }

    /// Numbers of the first mark in `from..to` and of the one after the last; `None` where places are not kept.
    pub(super) fn between(&self, from: i64, to: i64) -> Option<(usize, usize)> {
        let start = self.places.partition_point(|place| *place < from);
        let length = self.places[start..].partition_point(|place| *place < to);
        (!self.places.is_empty()).then_some((start, start + length))
    }

    pub(super) fn bytes(&self) -> usize {
        size_of_val(&self.places[..]) + size_of_val(&self.sorts[..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_in_the_stretch_that_a_division_finds_it_in() {
        for level in Level::all() {
            for count in [1, 7, 1_600, 40_000] {
                let stretches = Stretches::new(level, -3, count - 4);
                for number in
                    [0, 1, count / 2, count - 2, count - 1].into_iter().filter(|number| *number >= 0)
                {
                    let start = level.start(number - 3);
                    let expected = usize::try_from(number).expect("none is negative");
                    for place in [start, start + level.seconds() / 2, start + level.seconds() - 1] {
                        assert_eq!(stretches.at(place), expected, "{level:?} {number} of {count}");
                    }
                }
            }
        }
    }
}
