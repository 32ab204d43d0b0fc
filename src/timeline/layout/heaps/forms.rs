//! Forms: which rows are drawn mark by mark, and which in columns.
//!
//! All rows of a segment are the one or the other: what is drawn in two ways can't be compared. Only the quietest stay in
//! marks where the others are in columns, and what nobody could tell apart is in columns where the others are in marks.
//! What is asked is how near marks stand in a wide stretch of time around the window ([`Grid::region`]), the same for all
//! windows of a zoom step: so it changes where the axis is zoomed from one step to the next or panned far, for whole rows,
//! and nowhere else.

use super::super::super::index::{Count, Level, Run, Stretches, Tier};
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
const BARS: f64 = 6.0;
/// So few marks are better seen one by one.
const QUIET: f64 = 24.0;
/// Blocks in a stretch, on the average of those that hold something, that can still be told apart.
const APART: f64 = 2.2;
/// The part of all marks of a row that may stand where they can't be told apart.
const BUSY: f64 = 0.5;
/// Points between two blocks of one sort in a stretch, and between two of any sort where these are two deep.
const NEAREST: f64 = 4.0;
const BESIDE: f64 = 3.8;
/// So many times as crowded as can be told apart, the middle one of all rows makes all of them columns: what is crowded in
/// a wave alone is merged there, and told apart elsewhere.
const TOO_MUCH: f64 = 1.3;
/// Marks in a stretch, on the average of all, of which nothing is to be told apart.
const MOST: f64 = 8.0;
/// So many times as crowded as can be told apart is hopeless.
const HOPELESS: f64 = 3.0;

/// What a row would be, drawn mark by mark.
#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    /// Most vertices and marks in sight, wherever in the region the window is.
    vertices: f64,
    marks: f64,
    /// Marks in the region.
    all: f64,
    /// How near they stand: up to 1 they can be told apart.
    crowd: f64,
    /// The most bars that lie over each other.
    bars: f64,
    /// Whether it is the row of several lanes, which is a summary in any case.
    several: bool,
}

impl Weight {
    fn is_quiet(&self) -> bool {
        self.bars <= BARS / 2.0 && self.all <= if self.several { QUIET * 4.0 } else { QUIET }
    }
}

/// For each row whether it is drawn in columns; `part` of the canvas is this segment's.
#[must_use]
pub fn in_columns(grid: &Grid<'_>, rows: &[RowLanes<'_>], part: f64) -> Vec<bool> {
    let weights: Vec<Weight> = rows.iter().map(|row| weigh(grid, row)).collect();
    let mut crowds: Vec<f64> = weights
        .iter()
        .filter(|weight| !weight.several && weight.all > 0.0)
        .map(|weight| weight.crowd)
        .collect();
    crowds.sort_by(f64::total_cmp);
    let middle = crowds.get(crowds.len() / 2).copied().unwrap_or(0.0);
    let heaped = |most_crowd: f64| -> Vec<bool> {
        let is_heaped = |weight: &Weight| {
            let most = if weight.several { most_crowd.min(1.0) } else { most_crowd };
            !weight.is_quiet() && weight.crowd > most
        };
        weights.iter().map(is_heaped).collect()
    };
    // Either all that is not quiet, or what is hopeless alone; where that is too dear, all.
    let columns = heaped(if middle > TOO_MUCH { 0.0 } else { HOPELESS });
    let fits = |columns: &[bool]| {
        let of_marks = |pick: fn(&Weight) -> f64| -> f64 {
            weights.iter().zip(columns).filter(|(_, column)| !**column).map(|(weight, _)| pick(weight)).sum()
        };
        of_marks(|weight| weight.vertices) <= VERTICES * part
            && of_marks(|weight| weight.marks) <= FETCHED * part
    };
    if fits(&columns) {
        return columns;
    }
    let mut columns = heaped(0.0);
    // Of very many quiet rows the dearest go, too.
    let mut order: Vec<usize> = (0..rows.len()).filter(|row| !columns[*row]).collect();
    order.sort_by(|a, b| weights[*b].vertices.total_cmp(&weights[*a].vertices).then(a.cmp(b)));
    for row in order {
        if fits(&columns) {
            break;
        }
        columns[row] = true;
    }
    columns
}

fn weigh(grid: &Grid<'_>, row: &RowLanes<'_>) -> Weight {
    let (from, to) = grid.region();
    let stretches = Stretches::of(grid.coarse(), from, to);
    let lanes = || row.lanes.iter().flat_map(|(_, runs)| runs.runs());
    // Of so many nothing is told apart, wherever they stand.
    let all: usize = lanes().map(|(_, run)| run.count(stretches.from, stretches.to)).sum();
    if all as f64 > stretches.count as f64 * MOST {
        let all = all as f64;
        return Weight {
            vertices: all * OF_MARK,
            marks: all,
            all,
            crowd: all,
            bars: 0.0,
            several: row.lanes.len() > 1,
        };
    }
    let mut counts = vec![Count::default(); stretches.count];
    let mut bars: Vec<&Run> = Vec::new();
    for (tier, run) in lanes() {
        if grid.is_bar(*tier) {
            bars.push(run);
        } else {
            run.count_each(&stretches, &mut counts);
        }
    }
    let mut weight = of_stretches(grid, &counts, stretches.level);
    add_bars(grid, &bars, &mut weight);
    weight.several = row.lanes.len() > 1;
    weight
}

fn of_stretches(grid: &Grid<'_>, stretches: &[Count], level: Level) -> Weight {
    let points = grid.points(level.seconds());
    let room = (points / NEAREST).ceil() as u32;
    let deep = (points / BESIDE).max(3.0) as u32;
    let in_window =
        usize::try_from(grid.longest_window() / level.seconds()).unwrap_or(usize::MAX).saturating_add(2);
    let (mut blocks, mut held, mut busy) = (0_u32, 0_u32, 0_u32);
    let (mut weight, mut window) = (Weight::default(), (0.0, 0.0));
    let blocks_of = |stretch: &Count| {
        let sorts = stretch.sorts();
        [0, 1].map(|side: usize| stretch.marks[side].min(sorts[side] * room))
    };
    let all_sides: Vec<[u32; 2]> = stretches.iter().map(blocks_of).collect();
    for (at, (stretch, sides)) in stretches.iter().zip(&all_sides).enumerate() {
        let own: u32 = stretch.marks.iter().sum();
        blocks += sides.iter().sum::<u32>();
        held += u32::from(own > 0);
        weight.all += f64::from(own);
        busy += (0..2).filter(|side| sides[*side] > deep).map(|side| stretch.marks[side]).sum::<u32>();
        window.0 += f64::from(sides.iter().sum::<u32>());
        window.1 += f64::from(own);
        if let Some(gone) = at.checked_sub(in_window) {
            window.0 -= f64::from(all_sides[gone].iter().sum::<u32>());
            window.1 -= f64::from(stretches[gone].marks.iter().sum::<u32>());
        }
        weight.vertices = weight.vertices.max(window.0 * OF_MARK);
        weight.marks = weight.marks.max(window.1);
    }
    let deepness = f64::from(blocks) / (f64::from(held.max(1)) * APART);
    weight.crowd = deepness.max(f64::from(busy) / (weight.all.max(1.0) * BUSY));
    weight
}

/// Bars: how many a window may show, and how many of them lie over each other.
fn add_bars(grid: &Grid<'_>, bars: &[&Run], weight: &mut Weight) {
    /// Places at which it is asked how many are on.
    const ASKED: i64 = 48;
    let (from, to) = grid.region();
    let on: u32 = bars.iter().map(|run| run.on(from, to)).sum();
    let step = ((to - from) / ASKED).max(1);
    let most = (f64::from(on) > BARS / 2.0).then(|| {
        let mut over = [0_u32; ASKED as usize];
        for run in bars {
            let asked = (0..ASKED).map(|number| from + number * step).map(|at| (at, at + 1));
            over.iter_mut().zip(run.on_each(asked)).for_each(|(over, on)| *over += on);
        }
        over.into_iter().max().unwrap_or(0)
    });
    weight.bars = f64::from(most.unwrap_or(on.min(BARS as u32 / 2)));
    weight.crowd = weight.crowd.max(weight.bars / BARS);
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
