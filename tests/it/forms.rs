//! Forms of rows: which are drawn mark by mark and which in columns, and that this holds still under the hand.

use std::collections::BTreeSet;

use caseline::timeline::{Axis, Layout, RowKind, whole_case};

use crate::crowded::{Drawing, in_columns, placings};
use crate::marks::columns;

/// What a row is drawn in where it shows something; `None` where it shows nothing, or both.
fn forms(layout: &Layout) -> Vec<Option<bool>> {
    let columns = in_columns(layout);
    let marks: BTreeSet<usize> = layout.items.iter().map(|item| item.row).collect();
    let of_row = |row: usize| {
        let both = (columns.contains(&row), marks.contains(&row));
        [(true, false), (false, true)].contains(&both).then_some(both.0)
    };
    (0..layout.rows.len()).map(of_row).collect()
}

#[test]
fn panning_through_a_whole_case_changes_forms_only_where_wide_stretches_are_left() {
    for (size, lanes, seed, zoom) in [(2_000, 20, 1, 6.0), (20_000, 30, 2, 12.0), (60_000, 12, 3, 40.0)] {
        let mut drawing = Drawing::new(columns(size, lanes, seed));
        let canvas = (1_400.0, 800.0);
        let whole = whole_case(&drawing.columns);
        let first = drawing.draw(&whole, canvas).layout;
        let mut near = first.axis.zoom_at(&whole, first.axis.left(), zoom);
        let width = first.axis.right() - first.axis.left();
        let (steps, mut changes) = ((zoom * 25.0) as usize, 0);
        let mut before = forms(&drawing.draw(&near, canvas).layout);
        for _ in 0..steps {
            let axis = Axis::new(&near, first.axis.left(), first.axis.right(), 14.0);
            near = axis.pan(&near, first.axis.left() + 1.0, -width / 25.0);
            let after = forms(&drawing.draw(&near, canvas).layout);
            let differs = |(one, other): (&Option<bool>, &Option<bool>)| {
                one.zip(*other).is_some_and(|(one, other)| one != other)
            };
            changes += usize::from(before.iter().zip(&after).any(differs));
            before = after;
        }
        // A stretch is left every second window at the earliest.
        assert!(changes as f64 <= zoom / 2.0 + 1.0, "{size} events: {changes} changes in {steps} steps");
    }
}

#[test]
fn all_rows_of_a_picture_but_the_quiet_ones_are_drawn_in_one_way() {
    /// Marks of a row that is drawn singly whatever the others are.
    const QUIET: usize = 24;
    let mut both = [0; 2];
    for size in [300, 700, 1_000, 1_500, 2_000, 3_000, 5_000, 8_000, 20_000] {
        let mut drawing = Drawing::new(columns(size, 40, 7));
        let whole = whole_case(&drawing.columns);
        let layout = drawing.draw(&whole, (1_400.0, 800.0)).layout;
        let all = placings(&drawing.columns);
        let loud = layout.rows.iter().enumerate().filter(|(_, row)| {
            matches!(row.kind, RowKind::Lane(lane) if all.iter().filter(|placing| placing.lane == lane).count() > QUIET)
        });
        let columns = in_columns(&layout);
        let (heaped, single): (Vec<usize>, Vec<usize>) =
            loud.map(|(row, _)| row).partition(|row| columns.contains(row));
        // One that is hopeless alone, as the busiest of a case with a long tail.
        assert!(heaped.len() <= 2 || single.is_empty(), "{size} events: {heaped:?} and {single:?}");
        both[usize::from(single.is_empty())] += 1;
    }
    assert!(both[0] > 2 && both[1] > 2, "all cases are drawn alike, which says little: {both:?}");
}
