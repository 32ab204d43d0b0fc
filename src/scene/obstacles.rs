//! Obstacles: rectangles that labels must not cross, found by the cells of a grid.
//!
//! Asking costs what stands near by, not what stands in the whole picture. The grid has no edge: cells far from each other
//! share a chain, and whether two rectangles overlap is asked of the rectangles.

use super::shape::Rect;

/// Side of a cell in points: about a mark with its number.
const CELL: f32 = 48.0;

/// What covers more cells than this is kept apart and looked at every time: threads, bars, the strip's zero line.
const MOST_CELLS: i32 = 64;

/// Chains from left to right and from top to bottom, powers of two: more cells than a window has.
const ACROSS: usize = 64;
const DOWN: usize = 32;

/// Places that are taken.
#[derive(Debug, Clone, Default)]
pub struct Obstacles {
    /// For each chain the number of its newest link, counted from 1.
    newest: Vec<u32>,
    /// Rectangles with the number of the next link of their chain; 0 ends it.
    links: Vec<(Rect, u32)>,
    wide: Vec<Rect>,
}

impl Obstacles {
    /// Takes a place.
    pub fn push(&mut self, rect: Rect) {
        let ((x0, x1), (y0, y1)) = cells_of(&rect);
        let (across, down) =
            (x1.saturating_sub(x0).saturating_add(1), y1.saturating_sub(y0).saturating_add(1));
        // In no chain twice: `hidden` counts it once.
        if across.saturating_mul(down) > MOST_CELLS || across as usize > ACROSS || down as usize > DOWN {
            self.wide.push(rect);
            return;
        }
        if self.newest.is_empty() {
            self.newest = vec![0; ACROSS * DOWN];
        }
        for x in x0..=x1 {
            for y in y0..=y1 {
                let newest = &mut self.newest[chain_of(x, y)];
                self.links.push((rect, *newest));
                *newest = u32::try_from(self.links.len()).unwrap_or(0);
            }
        }
    }

    /// Whether something stands in a place already.
    #[must_use]
    pub fn meet(&self, rect: &Rect) -> bool {
        let ((x0, x1), (y0, y1)) = cells_of(rect);
        let near = |x: i32| (y0..=y1).flat_map(move |y| self.chain(chain_of(x, y)));
        self.wide.iter().any(|taken| taken.overlaps(rect))
            || (x0..=x1).flat_map(near).any(|taken| taken.overlaps(rect))
    }

    /// How much a rectangle would hide of what stands there, each by the share of itself: 1.5 is one and a half marks.
    #[must_use]
    pub fn hidden(&self, rect: &Rect) -> f32 {
        let ((x0, x1), (y0, y1)) = cells_of(rect);
        // A place that covers several cells is counted in the first of them that is looked at.
        let first = |taken: &Rect, x: i32, y: i32| {
            let ((left, _), (top, _)) = cells_of(taken);
            x == left.max(x0) && y == top.max(y0)
        };
        let share = |taken: &Rect| taken.common(rect) / (taken.w * taken.h).max(f32::MIN_POSITIVE);
        let mut shares: f32 = self.wide.iter().map(share).sum();
        for (x, y) in (x0..=x1).flat_map(|x| (y0..=y1).map(move |y| (x, y))) {
            let here = self.chain(chain_of(x, y)).filter(|taken| first(taken, x, y));
            shares += here.map(share).sum::<f32>();
        }
        shares
    }

    fn chain(&self, chain: usize) -> impl Iterator<Item = &Rect> {
        let link = |number: u32| self.links.get((number as usize).checked_sub(1)?);
        let newest = self.newest.get(chain).and_then(|number| link(*number));
        std::iter::successors(newest, move |(_, next)| link(*next)).map(|(rect, _)| rect)
    }
}

fn chain_of(x: i32, y: i32) -> usize {
    let wrapped = |at: i32, size: usize| at.cast_unsigned() as usize & (size - 1);
    wrapped(y, DOWN) * ACROSS + wrapped(x, ACROSS)
}

fn cells_of(rect: &Rect) -> ((i32, i32), (i32, i32)) {
    // A place far outside of any canvas saturates.
    let cell = |at: f32| (at / CELL).floor() as i32;
    ((cell(rect.x), cell(rect.x + rect.w)), (cell(rect.y), cell(rect.y + rect.h)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_obstacle_is_met_wherever_a_plain_look_through_all_finds_one() {
        let mut seed = 7_u32;
        let mut next = |below: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            ((seed >> 8) % below) as f32
        };
        let mut obstacles = Obstacles::default();
        let mut plain: Vec<Rect> = Vec::new();
        let mut met = 0;
        for round in 0..2_000 {
            let wide = if round % 50 == 0 { 1_500 } else { 40 };
            let rect = Rect { x: next(2_000) - 100.0, y: next(1_200) - 50.0, w: next(wide), h: next(20) };
            let expected = plain.iter().any(|taken| taken.overlaps(&rect));
            assert_eq!(obstacles.meet(&rect), expected, "round {round}: {rect:?}");
            let share = |taken: &Rect| taken.common(&rect) / (taken.w * taken.h).max(f32::MIN_POSITIVE);
            let (hidden, shares) = (obstacles.hidden(&rect), plain.iter().map(share).sum::<f32>());
            assert!((hidden - shares).abs() < 0.01, "round {round}: {rect:?} hides {hidden}, not {shares}");
            met += usize::from(expected);
            if round % 3 == 0 {
                obstacles.push(rect);
                plain.push(rect);
            }
        }
        assert!(met > 200 && met < 1_900, "{met} of 2000 met something: the test says little");
    }
}
