//! Forms: which rows are drawn mark by mark, and which in columns.
//!
//! A row is the one or the other, as far as a segment shows it: half of a lane in marks and half in columns can't be
//! compared. What is asked is how near marks stand in a region that is somewhat larger than the window
//! ([`Grid::region`]): so it changes where the axis is zoomed from one level to the next or leaves the region, then for
//! a whole row, and nowhere else.

use super::super::super::index::{KindTable, Run, Tier};
use super::cells::RowLanes;
use super::grid::Grid;

/// Vertices of marks in one frame.
const VERTICES: f64 = 42_000.0;
/// Vertices of a mark, and of a mark with its bar.
const OF_MARK: f64 = 36.0;
const OF_BAR: f64 = 60.0;
/// Marks that are fetched singly in one frame.
const FETCHED: f64 = 8_000.0;
/// Bars and bands of doubt that may lie over each other in a row.
const BARS: u32 = 12;
/// So few marks are better seen one by one.
const QUIET: f64 = 24.0;
/// Blocks in a stretch, on the average of those that hold something, that can still be told apart.
const APART: f64 = 2.2;
/// Points between two blocks of one sort in a stretch, and between two of any sort where these are two deep.
const NEAREST: f64 = 4.0;
const BESIDE: f64 = 3.8;

/// What a row would be, drawn mark by mark.
#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    /// Most vertices and marks in sight, wherever in the region the window is.
    vertices: f64,
    marks: f64,
    /// Marks in the region.
    all: f64,
    /// Whether its marks can't be told apart.
    crowded: bool,
}

/// For each row whether it is drawn in columns; `part` of the canvas is this segment's.
#[must_use]
pub fn in_columns(grid: &Grid<'_>, rows: &[RowLanes<'_>], kinds: &KindTable, part: f64) -> Vec<bool> {
    let weights: Vec<Weight> = rows.iter().map(|row| weigh(grid, row, kinds)).collect();
    let mut columns: Vec<bool> = weights.iter().map(|weight| weight.crowded).collect();
    let of_marks = |pick: fn(&Weight) -> f64, columns: &[bool]| -> f64 {
        weights.iter().zip(columns).filter(|(_, column)| !**column).map(|(weight, _)| pick(weight)).sum()
    };
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let dear = |row: &usize| weights[*row].vertices / VERTICES + weights[*row].marks / FETCHED;
    order.sort_by(|a, b| dear(b).total_cmp(&dear(a)).then(a.cmp(b)));
    for row in order {
        let vertices = of_marks(|weight| weight.vertices, &columns);
        if vertices <= VERTICES * part && of_marks(|weight| weight.marks, &columns) <= FETCHED * part {
            break;
        }
        columns[row] = true;
    }
    even(&weights, &mut columns);
    columns
}

/// Where most rows are in columns the others are, too: what is drawn in two ways can't be compared. Only the quietest
/// stay as they are, of which columns would tell nothing.
fn even(weights: &[Weight], columns: &mut [bool]) {
    let full = weights.iter().filter(|weight| weight.all > QUIET).count();
    let heaped = columns.iter().filter(|column| **column).count();
    if heaped * 4 > full * 3 {
        for (weight, column) in weights.iter().zip(columns) {
            *column |= weight.all > QUIET;
        }
    }
}

/// What stands in one stretch, above or on the line and below it.
#[derive(Debug, Clone, Copy, Default)]
struct Stretch {
    marks: [u32; 2],
    sorts: [u32; 2],
}

/// Combinations of side, family and hub that stand below the line (`Entry::sort`).
const BELOW: u32 = 0x3FF << 10;

fn weigh(grid: &Grid<'_>, row: &RowLanes<'_>, kinds: &KindTable) -> Weight {
    let level = grid.coarse();
    let (from, to) = grid.region();
    let (first, last) = (level.number(from), level.number(to - 1));
    let mut stretches = vec![Stretch::default(); usize::try_from(last - first + 1).unwrap_or(1)];
    let mut bars: Vec<&Run> = Vec::new();
    for (tier, run) in row.lanes.iter().flat_map(|(_, runs)| runs.runs()) {
        if grid.is_wide(*tier) {
            bars.push(run);
            continue;
        }
        run.tallies(level, level.start(first), level.start(last + 1), kinds, |tally| {
            let at = usize::try_from(level.number(tally.first) - first).unwrap_or(0);
            let Some(stretch) = stretches.get_mut(at) else { return };
            for (marks, families) in stretch.marks.iter_mut().zip(&tally.by_family) {
                *marks += families.iter().sum::<u32>();
            }
            stretch.sorts[0] |= tally.sorts & !BELOW;
            stretch.sorts[1] |= tally.sorts & BELOW;
        });
    }
    let mut weight = of_stretches(grid, &stretches, grid.points(level.seconds()));
    add_bars(grid, &bars, &mut weight);
    // Marks of several lanes in one row merge anyway.
    weight.crowded &= weight.all > if row.lanes.len() > 1 { QUIET * 4.0 } else { QUIET };
    weight
}

fn of_stretches(grid: &Grid<'_>, stretches: &[Stretch], points: f64) -> Weight {
    let room = (points / NEAREST).ceil() as u32;
    let deep = (points / BESIDE).max(3.0) as u32;
    let in_window = (grid.points(grid.piece.span.seconds()) / points.max(0.1)).ceil() as usize + 1;
    let (mut blocks, mut held, mut busy) = (0_u32, 0_u32, 0_u32);
    let (mut weight, mut window) = (Weight::default(), (0.0, 0.0));
    let blocks_of = |stretch: &Stretch| {
        [0, 1].map(|side: usize| stretch.marks[side].min(stretch.sorts[side].count_ones() * room))
    };
    for (at, stretch) in stretches.iter().enumerate() {
        let sides = blocks_of(stretch);
        let own: u32 = stretch.marks.iter().sum();
        blocks += sides.iter().sum::<u32>();
        held += u32::from(own > 0);
        weight.all += f64::from(own);
        busy += (0..2).filter(|side| sides[*side] > deep).map(|side| stretch.marks[side]).sum::<u32>();
        window.0 += f64::from(sides.iter().sum::<u32>());
        window.1 += f64::from(own);
        if let Some(gone) = at.checked_sub(in_window).map(|gone| stretches[gone]) {
            window.0 -= f64::from(blocks_of(&gone).iter().sum::<u32>());
            window.1 -= f64::from(gone.marks.iter().sum::<u32>());
        }
        weight.vertices = weight.vertices.max(window.0 * OF_MARK);
        weight.marks = weight.marks.max(window.1);
    }
    weight.crowded = f64::from(blocks) > f64::from(held) * APART || f64::from(busy) * 2.0 > weight.all;
    weight
}

/// Bars: how many a window may show, and how many of them lie over each other.
fn add_bars(grid: &Grid<'_>, bars: &[&Run], weight: &mut Weight) {
    /// Places at which it is asked how many are on.
    const ASKED: i64 = 48;
    let (from, to) = grid.region();
    let on: u32 = bars.iter().map(|run| run.on(from, to)).sum();
    let step = ((to - from) / ASKED).max(1);
    let over = |at: i64| bars.iter().map(|run| run.on(at, at + 1)).sum::<u32>();
    weight.crowded |= on > BARS && (0..ASKED).any(|number| over(from + number * step) > BARS);
    weight.all += f64::from(on);
    weight.marks += f64::from(on);
    weight.vertices += f64::from(on) * OF_BAR;
}

/// Whether most marks of these rows are of less than a day.
#[must_use]
pub fn knows_hours<'r>(rows: impl Iterator<Item = &'r RowLanes<'r>>) -> bool {
    let (mut hours, mut all) = (0, 0);
    for (tier, run) in rows.flat_map(|row| &row.lanes).flat_map(|(_, runs)| runs.runs()) {
        all += run.len();
        hours += if *tier == Tier::HOURS { run.len() } else { 0 };
    }
    hours * 2 > all
}
