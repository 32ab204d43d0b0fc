//! Levels: the lengths of the stretches of time that tallies count.
//!
//! ```text
//!  1 s … 15 min │ 30 min │ 1 h │ 3 h │ 6 h │ 12 h │ 1 day │ 2 days │ 4 days │ 1 week │ 2 weeks │ 4 weeks │ 8 weeks …
//! ```
//! From a day on they are whole days and whole weeks from Monday: a mark of a day stands at noon, and stretches that are
//! no whole days would hold now one of these noons and now two. So a picture can say what a column counts, too.

/// A length of stretches; greater ones are longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

/// A Monday at midnight, in seconds: stretches of every length begin there.
const MONDAY: i64 = 4 * DAY;
const DAY: i64 = 86_400;

/// Lengths below two weeks, in seconds.
const SHORT: [i64; 16] =
    [1, 5, 15, 30, 60, 300, 900, 1_800, 3_600, 10_800, 21_600, 43_200, DAY, 2 * DAY, 4 * DAY, 7 * DAY];

/// Of each level, a bit for each that whole stretches of it are made of: chunks are asked by the thousand.
const MADE_OF: [u64; Level::COARSEST.0 as usize + 1] = {
    let mut made_of = [0; Level::COARSEST.0 as usize + 1];
    let mut level = 0;
    while level <= Level::COARSEST.0 {
        let mut other = 0;
        while other <= level {
            if Level(level).seconds() % Level(other).seconds() == 0 {
                made_of[level as usize] |= 1 << other;
            }
            other += 1;
        }
        level += 1;
    }
    made_of
};

/// Stretches of a tile at least.
const IN_TILE: i64 = 24;

impl Level {
    /// Stretches of a second.
    pub const FINEST: Self = Self(0);
    pub const DAY: Self = Self(12);
    pub const WEEK: Self = Self(15);
    /// Stretches of more than a million years.
    pub const COARSEST: Self = Self(41);

    /// All levels, the finest first.
    pub fn all() -> impl Iterator<Item = Self> {
        (Self::FINEST.0..=Self::COARSEST.0).map(Self)
    }

    /// The finest level whose stretches are no shorter than this.
    #[must_use]
    pub fn of_seconds(least: f64) -> Self {
        Self::all().find(|level| level.seconds() as f64 >= least).unwrap_or(Self::COARSEST)
    }

    /// Length of a stretch.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        let at = self.0 as usize;
        if at < SHORT.len() { SHORT[at] } else { (7 * DAY) << (at + 1 - SHORT.len()) }
    }

    /// The next longer one.
    #[must_use]
    pub fn longer(self) -> Self {
        Self((self.0 + 1).min(Self::COARSEST.0))
    }

    /// Number of the stretch that holds a place.
    #[must_use]
    pub fn number(self, place: i64) -> i64 {
        place.saturating_sub(MONDAY).div_euclid(self.seconds())
    }

    /// Where a stretch begins.
    #[must_use]
    pub fn start(self, number: i64) -> i64 {
        number.saturating_mul(self.seconds()).saturating_add(MONDAY)
    }

    /// Where stretches begin and end, from one to another.
    pub fn stretches(self, first: i64, last: i64) -> impl Iterator<Item = (i64, i64)> {
        (first..=last).map(move |number| (self.start(number), self.start(number + 1)))
    }

    /// Whether stretches of this level are made of whole ones of another.
    #[must_use]
    pub fn is_made_of(self, other: Self) -> bool {
        MADE_OF[usize::from(self.0)] >> other.0 & 1 == 1
    }

    /// The level of the tiles that hold whole stretches of this one, some two dozen.
    #[must_use]
    pub fn tile(self) -> Self {
        let least = self.seconds().saturating_mul(IN_TILE);
        let holds = |level: &Self| level.seconds() >= least && level.is_made_of(self);
        Self::all().find(holds).unwrap_or(Self::COARSEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Stamp;

    #[test]
    fn weeks_begin_on_mondays_and_days_at_midnight() {
        for (day, week) in [((2022, 2, 24), (2022, 2, 21)), ((1969, 12, 31), (1969, 12, 29))] {
            let place = Stamp::from_civil(day.0, day.1, day.2).0 + 43_200;
            assert_eq!(
                Level::WEEK.start(Level::WEEK.number(place)),
                Stamp::from_civil(week.0, week.1, week.2).0
            );
            assert_eq!(Level::DAY.start(Level::DAY.number(place)), place - 43_200);
        }
    }

    #[test]
    fn levels_grow_and_tiles_hold_whole_stretches() {
        for level in Level::all() {
            let tile = level.tile();
            if level < Level::COARSEST {
                assert!(Level(level.0 + 1).seconds() > level.seconds(), "{level:?}");
                assert_eq!(Level::of_seconds(level.seconds() as f64 + 0.5), Level(level.0 + 1));
            }
            let held = tile.seconds() / level.seconds();
            assert!(tile.is_made_of(level) || tile == Level::COARSEST, "{level:?}");
            assert!((24..=64).contains(&held) || tile == Level::COARSEST, "{level:?} {held}");
        }
        assert!(Level::WEEK.is_made_of(Level::DAY) && !Level::WEEK.is_made_of(Level(14)));
        for (level, other) in Level::all().flat_map(|level| Level::all().map(move |other| (level, other))) {
            assert_eq!(
                level.is_made_of(other),
                level.seconds() % other.seconds() == 0,
                "{level:?} {other:?}"
            );
        }
    }
}
