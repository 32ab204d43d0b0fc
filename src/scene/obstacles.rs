//! Obstacles: rectangles that labels must not cross, found by the cells of a grid.
//!
//! Asking costs what stands near by, not what stands in the whole picture.

use std::collections::HashMap;

use super::shape::Rect;

/// Side of a cell in points: about a mark with its number.
const CELL: f32 = 48.0;

/// What covers more cells than this is kept apart and looked at every time: threads, bars, the strip's zero line.
const MOST_CELLS: i32 = 64;

/// Places that are taken.
#[derive(Debug, Clone, Default)]
pub struct Obstacles {
    cells: HashMap<(i32, i32), Vec<Rect>>,
    wide: Vec<Rect>,
}

impl Obstacles {
    /// Takes a place.
    pub fn push(&mut self, rect: Rect) {
        let ((x0, x1), (y0, y1)) = cells_of(&rect);
        if x1.saturating_sub(x0).saturating_add(1).saturating_mul(y1.saturating_sub(y0).saturating_add(1))
            > MOST_CELLS
        {
            self.wide.push(rect);
            return;
        }
        for x in x0..=x1 {
            for y in y0..=y1 {
                self.cells.entry((x, y)).or_default().push(rect);
            }
        }
    }

    /// Whether something stands in a place already.
    #[must_use]
    pub fn meet(&self, rect: &Rect) -> bool {
        let ((x0, x1), (y0, y1)) = cells_of(rect);
        let near = |x: i32| (y0..=y1).filter_map(move |y| self.cells.get(&(x, y)));
        self.wide.iter().any(|taken| taken.overlaps(rect))
            || (x0..=x1).flat_map(near).flatten().any(|taken| taken.overlaps(rect))
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
            let here = self.cells.get(&(x, y)).into_iter().flatten();
            shares += here.filter(|taken| first(taken, x, y)).map(share).sum::<f32>();
        }
        shares
    }
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
