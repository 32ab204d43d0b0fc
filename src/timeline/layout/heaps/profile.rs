//! Profiles: how many events are on, from column to column, where they last or only a month or a year of them is known.

use super::super::super::index::{Level, Run, Stretches, on_in_each};
use super::grid::Grid;
use super::heap::ProfileStep;

/// How many of all runs are on in each column of a segment; columns with the same number are one step.
#[must_use]
pub fn profile(grid: &Grid<'_>, level: Level, most: u32, runs: &[&Run]) -> Vec<ProfileStep> {
    let span = grid.piece.span;
    let stretches = Stretches::of(level, span.start().0, span.end().0);
    let mut steps: Vec<ProfileStep> = Vec::new();
    for (number, marks) in (stretches.first..).zip(on_in_each(runs.iter().copied(), &stretches)) {
        if marks == 0 {
            continue;
        }
        let (from, to) = (level.start(number), level.start(number + 1));
        let (x0, x1) = (grid.x_of(from.max(span.start().0)), grid.x_of(to.min(span.end().0)));
        match steps.last_mut() {
            Some(step) if step.marks == marks && step.x1 == x0 => step.x1 = x1,
            _ => {
                let part = (f64::from(marks) / f64::from(most.max(1))).sqrt().min(1.0);
                steps.push(ProfileStep { x0, x1, marks, part });
            }
        }
    }
    steps
}
