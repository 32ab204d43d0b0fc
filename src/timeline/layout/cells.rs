//! Cells: which marks of a row are fetched and drawn singly, and which are heaped up.
//!
//! ```text
//!           tile          tile          tile         a tile: 2^n seconds, 128 to 256 points
//!  row   │  · ·    ·   │▂▅▇▆▃▂▁▂▁▂▂▃│    ·     · │
//!  row   │   ·         │  ·   ··  · │  ·         │
//! ```
//! Tiles begin at multiples of their length, and what a cell becomes depends on what stands in its tile over all rows,
//! never on what else is in sight: so nothing changes its form while the axis is panned. In each tile the busiest rows
//! are heaped up until the others can be drawn singly for their share of the frame.

use std::collections::BTreeMap;

use crate::model::{EventId, LaneIndex, Span, Stamp};

use super::super::axis::{Axis, Piece};
use super::super::home::Placing;
use super::super::index::{Entry, Index, LaneRuns, Run, Tally, Tier};
use super::heaps::{Heap, HeapForm};
use super::items::Single;

/// Points that a stretch of the finest level takes at least.
const FINEST: f64 = 4.0;
/// Stretches in a tile, as a power of two.
const IN_TILE: u32 = 5;
/// Blocks of one sort are about so far from each other.
const NEAREST: f64 = 4.0;
/// What lasts longer than this, in points, is a bar and not a mark.
const WIDE: f64 = 24.0;
/// What lasts longer than this may be a bar on which its mark stands.
const LONGER: f64 = 7.0;
/// Vertices of marks and heaps in one frame.
const VERTICES: f64 = 34_000.0;
/// Vertices of a mark, of a mark with its bar, and of a column.
const OF_MARK: f64 = 34.0;
const OF_BAR: f64 = 80.0;
const OF_COLUMN: f64 = 8.0;
/// Marks that are fetched singly in one frame.
const FETCHED: f64 = 8_000.0;
/// What lasts longer than two tiles is drawn singly up to this number in a row.
const FEW_LONG: u32 = 10;

/// The lanes of a row.
#[derive(Debug)]
pub struct RowLanes<'a> {
    pub row: usize,
    pub lanes: Vec<(LaneIndex, &'a LaneRuns)>,
}

/// What is looked into.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    pub index: &'a Index,
    pub axis: &'a Axis,
    /// How much larger than in the window everything is drawn.
    pub scale: f64,
    /// Placings that never merge.
    pub kept: &'a BTreeMap<EventId, Vec<Placing>>,
    /// Marks that a row holds in a second, on the average.
    pub usual: f64,
}

/// The marks of one segment, by the number of their row, and its heaps.
#[derive(Debug, Default)]
pub struct Sorted {
    pub singles: BTreeMap<usize, Vec<Single>>,
    pub heaps: Vec<Heap>,
}

/// How a segment is parted.
#[derive(Debug, Clone, Copy)]
struct Grid<'a> {
    number: usize,
    piece: &'a Piece,
    /// A stretch is `2^level` seconds.
    level: u32,
    /// A tile is `2^tile` seconds.
    tile: u32,
    first: i64,
    last: i64,
    /// Stretches that a column takes together.
    columns: i64,
}

/// What a cell would cost.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    vertices: f64,
    marks: u32,
}

/// Sorts the marks of a segment.
#[must_use]
pub fn sort(field: &Field<'_>, number: usize, rows: &[RowLanes<'_>]) -> Sorted {
    let Some(grid) = grid(field, number, rows.len()) else { return Sorted::default() };
    let dense = dense_cells(field, &grid, rows);
    let mut sorted = Sorted::default();
    for (row, dense) in rows.iter().zip(&dense) {
        let mut cells = Cells { field, grid: &grid, row: row.row, dense, sorted: &mut sorted };
        for (lane, runs) in &row.lanes {
            for (tier, run) in runs.runs() {
                cells.take(*lane, *tier, run);
            }
        }
        cells.heap_up(row);
    }
    sorted
}

fn grid<'a>(field: &Field<'a>, number: usize, rows: usize) -> Option<Grid<'a>> {
    let piece = field.axis.pieces().get(number)?;
    let points = piece.scale().max(f64::MIN_POSITIVE);
    let level = ((FINEST * field.scale / points).log2().ceil().max(0.0) as u32).min(50);
    let tile = level + IN_TILE;
    let (start, end) = (piece.span.start().0, piece.span.end().0.max(piece.span.start().0 + 1));
    let width = field.axis.right() - field.axis.left();
    let least = (rows as f64 * width * OF_COLUMN / VERTICES * 1.15).max(FINEST * field.scale);
    let stretch = (1_i64 << level) as f64 * points;
    let columns = ((least / stretch).ceil() as i64).clamp(1, 1 << IN_TILE);
    Some(Grid { number, piece, level, tile, first: start >> tile, last: (end - 1) >> tile, columns })
}

impl Grid<'_> {
    /// What lasts so long is drawn as a bar.
    fn is_wide(&self, tier: Tier, scale: f64) -> bool {
        tier.longest() as f64 * self.piece.scale() > WIDE * scale
    }

    /// What lasts longer than two tiles is sorted by itself.
    fn is_long(&self, tier: Tier) -> bool {
        tier.longest() >> self.tile >= 2
    }

    /// Places of the tiles from one to another.
    fn places(&self, from: i64, to: i64) -> (i64, i64) {
        (from << self.tile, (to + 1) << self.tile)
    }

    /// Tiles that a tier is looked for in: what is longer than a mark reaches in from the next ones.
    fn tiles(&self, tier: Tier, scale: f64) -> (i64, i64) {
        let beyond = i64::from(tier.longest() as f64 * self.piece.scale() > LONGER * scale);
        (self.first - beyond, self.last + beyond)
    }

    /// Number of a tile in lists that begin one before the first.
    fn at(&self, tile: i64) -> usize {
        usize::try_from(tile - self.first + 1).unwrap_or(0)
    }
}

/// For each row and tile, whether it is heaped up.
fn dense_cells(field: &Field<'_>, grid: &Grid<'_>, rows: &[RowLanes<'_>]) -> Vec<Vec<bool>> {
    let tiles = grid.at(grid.last + 1) + 1;
    let costs: Vec<Vec<Cost>> = rows.iter().map(|row| row_costs(field, grid, row, tiles)).collect();
    let mut dense = vec![vec![false; tiles]; rows.len()];
    let width = field.axis.right() - field.axis.left();
    let part = (1_i64 << grid.tile) as f64 * grid.piece.scale() / width.max(1.0);
    let (vertices, fetched) = (VERTICES * part, FETCHED * part);
    let column = OF_COLUMN * f64::from(1 << IN_TILE) / grid.columns as f64;
    for tile in 0..tiles {
        let mut left: f64 = costs.iter().map(|row| row[tile].vertices).sum();
        let mut marks: f64 = costs.iter().map(|row| f64::from(row[tile].marks)).sum();
        if left <= vertices && marks <= fetched {
            continue;
        }
        let mut order: Vec<usize> = (0..rows.len()).collect();
        let dear = |row: &usize| {
            let cost = costs[*row][tile];
            cost.vertices + f64::from(cost.marks) * vertices / fetched.max(1.0)
        };
        order.sort_by(|a, b| dear(b).total_cmp(&dear(a)).then(a.cmp(b)));
        for row in order {
            if left <= vertices && marks <= fetched {
                break;
            }
            let cost = costs[row][tile];
            if cost.vertices > column {
                dense[row][tile] = true;
                left -= cost.vertices - column;
                marks -= f64::from(cost.marks);
            }
        }
    }
    dense
}

fn row_costs(field: &Field<'_>, grid: &Grid<'_>, row: &RowLanes<'_>, tiles: usize) -> Vec<Cost> {
    let kinds = field.index.kinds();
    // Coarser than columns: a stretch has room for so many blocks of each sort.
    let level = grid.level + 1;
    let room =
        ((1_i64 << level) as f64 * grid.piece.scale() / (NEAREST * field.scale)).ceil().max(1.0) as u32;
    let mut costs = vec![Cost::default(); tiles];
    for (tier, run) in
        row.lanes.iter().flat_map(|(_, runs)| runs.runs()).filter(|(tier, _)| !grid.is_long(*tier))
    {
        let wide = grid.is_wide(*tier, field.scale);
        let (first, last) = grid.tiles(*tier, field.scale);
        let (from, to) = grid.places(first, last);
        run.tallies(level, from, to, kinds, |tally| {
            let Some(cost) = costs.get_mut(grid.at(tally.first >> grid.tile)) else { return };
            let marks = tally.marks();
            cost.marks += marks;
            if wide {
                cost.vertices += OF_BAR * f64::from(marks);
                return;
            }
            cost.vertices += OF_MARK * f64::from(marks.min(tally.blocks() * room));
        });
    }
    costs
}

/// A row's cells in one segment.
struct Cells<'f, 'a> {
    field: &'f Field<'a>,
    grid: &'f Grid<'a>,
    row: usize,
    dense: &'f [bool],
    sorted: &'f mut Sorted,
}

impl Cells<'_, '_> {
    /// Fetches what a run has in tiles that are drawn singly, and heaps up bars of the others.
    fn take(&mut self, lane: LaneIndex, tier: Tier, run: &Run) {
        let (grid, wide) = (self.grid, self.grid.is_wide(tier, self.field.scale));
        if tier == Tier::OPEN {
            self.going_on(lane, run);
        }
        if grid.is_long(tier) {
            return self.long(lane, tier, run);
        }
        let (first, last) = grid.tiles(tier, self.field.scale);
        let mut tile = first;
        while tile <= last {
            let dense = self.dense[grid.at(tile)];
            let mut end = tile;
            while end < last && self.dense[grid.at(end + 1)] == dense {
                end += 1;
            }
            let (from, to) = grid.places(tile, end);
            if !dense {
                for entry in run.between(from, to) {
                    if !wide || self.is_ours(entry) {
                        self.single(lane, entry);
                    }
                }
            } else if wide {
                self.bands(lane, tier, run, (from, to));
            }
            tile = end + 1;
        }
    }

    /// Whether an event that lasts is drawn in this segment: where it stands, else where it is seen first.
    fn is_ours(&self, entry: &Entry) -> bool {
        let span = Span::new(entry.t0, entry.t1);
        self.field.axis.owner_of(span, Stamp(entry.key())) == Some(self.grid.number)
    }

    fn single(&mut self, lane: LaneIndex, entry: &Entry) {
        let placing = self.field.index.placing(lane, entry);
        let single = Single { placing, tile: entry.key() >> self.grid.tile };
        self.sorted.singles.entry(self.row).or_default().push(single);
    }

    /// What began before the segment and goes on.
    fn going_on(&mut self, lane: LaneIndex, run: &Run) {
        let before = self.grid.number.checked_sub(1).and_then(|at| self.field.axis.pieces().get(at));
        let from = before.map_or(i64::MIN, |piece| piece.span.end().0);
        let to = self.grid.piece.span.start().0;
        let tally = run.within(from, to, self.field.index.kinds());
        if tally.marks() == 0 {
            return;
        }
        // What is fetched with the first tile is among these already.
        let tile = self.grid.places(self.grid.first, self.grid.first).0;
        if tally.marks() <= FEW_LONG {
            let fetched = !self.dense[self.grid.at(self.grid.first)];
            for entry in run.between(from, if fetched { to.min(tile) } else { to }) {
                self.single(lane, entry);
            }
            return;
        }
        let (x0, x1) = (self.grid.piece.x0, self.field.axis.right());
        self.band((x0, x1), tally);
    }

    /// What lasts longer than two tiles: singly where it is little, else in bands.
    fn long(&mut self, lane: LaneIndex, tier: Tier, run: &Run) {
        let piece = self.grid.piece;
        let (start, end) = (piece.span.start().0, piece.span.end().0);
        let half = tier.longest() / 2 + 1;
        let (from, to) = (start.saturating_sub(half), end.saturating_add(half));
        if run.within(from, to, self.field.index.kinds()).marks() <= FEW_LONG {
            for entry in run.between(from, to) {
                if self.is_ours(entry) {
                    self.single(lane, entry);
                }
            }
            return;
        }
        let level = band_level(tier);
        let aligned = |at: i64| at >> level << level;
        self.bands(lane, tier, run, (aligned(from), aligned(to).saturating_add(1 << level)));
    }

    /// Bars that stand near each other, from the earliest start to the latest end.
    fn bands(&mut self, lane: LaneIndex, tier: Tier, run: &Run, (from, to): (i64, i64)) {
        let (kinds, level) = (self.field.index.kinds(), band_level(tier));
        let span = self.grid.piece.span;
        let mut bands: BTreeMap<i64, Tally> = BTreeMap::new();
        let mut put = |tally: &Tally| bands.entry(tally.first >> level).or_default().add(tally);
        // What stands in sight is counted; what only reaches in is looked at one by one.
        let (start, end) = (span.start().0.clamp(from, to), span.end().0.clamp(from, to));
        let (first, last) = ((start + (1 << level) - 1) >> level << level, end >> level << level);
        if first < last {
            run.finest(start, first, kinds, &mut put);
            run.tallies(level, first, last, kinds, &mut put);
            run.finest(last, end, kinds, &mut put);
        } else {
            run.finest(start, end, kinds, &mut put);
        }
        for entry in run.between(from, start).chain(run.between(end, to)) {
            if self.is_ours(entry) {
                put(&Tally::of(entry, kinds));
            }
        }
        for (number, mut tally) in bands {
            let kept = self.kept(lane, tier, number << level, (number + 1) << level);
            for entry in kept {
                tally.less(&entry, kinds);
                self.single(lane, &entry);
            }
            if tally.marks() > 0
                && let Some(ends) = self.field.axis.extent(Span::new(tally.from, tally.to))
            {
                self.band(ends, tally);
            }
        }
    }

    /// Entries of a lane that never merge and stand in `from..to`.
    fn kept(&self, lane: LaneIndex, tier: Tier, from: i64, to: i64) -> Vec<Entry> {
        let placings = self.field.kept.values().flatten().filter(|placing| placing.lane == lane);
        let entries = placings.map(Entry::new).filter(|entry| Tier::of(entry) == tier);
        entries.filter(|entry| (from..to).contains(&entry.key())).collect()
    }

    /// Columns of all that stands in dense tiles of the row.
    fn heap_up(&mut self, row: &RowLanes<'_>) {
        let (grid, kinds) = (self.grid, self.field.index.kinds());
        let tiles: Vec<i64> = (grid.first..=grid.last).filter(|tile| self.dense[grid.at(*tile)]).collect();
        let mut columns: BTreeMap<(i64, i64), (Tally, [u32; 2])> = BTreeMap::new();
        for stretch in tiles.chunk_by(|one, next| one + 1 == *next) {
            let (from, to) = grid.places(stretch[0], stretch[stretch.len() - 1]);
            for (lane, tier, run) in self.narrow(row) {
                run.tallies(grid.level, from, to, kinds, |tally| {
                    let (whole, tall) = columns.entry(self.column(tally.first)).or_default();
                    whole.add(tally);
                    for (tall, families) in tall.iter_mut().zip(&tally.by_family) {
                        *tall += families.iter().sum::<u32>();
                    }
                });
                for entry in self.kept(lane, tier, from, to) {
                    if let Some((whole, _)) = columns.get_mut(&self.column(entry.key())) {
                        whole.less(&entry, kinds);
                    }
                    self.single(lane, &entry);
                }
            }
        }
        let span = grid.piece.span;
        for ((tile, column), (mut tally, tall)) in columns {
            let from = (tile << grid.tile) + ((column * grid.columns) << grid.level);
            let to = (from + (grid.columns << grid.level)).min((tile + 1) << grid.tile);
            let (seen_from, seen_to) = (from.max(span.start().0), to.min(span.end().0));
            if (seen_from, seen_to) != (from, to) {
                tally = self.in_sight(row, seen_from, seen_to);
            }
            if tally.marks() == 0 {
                continue;
            }
            let (x0, x1) = (grid.piece.x_of(Stamp(seen_from)), grid.piece.x_of(Stamp(seen_to)));
            let usual = self.field.usual * (grid.columns << grid.level) as f64;
            let (row, form) = (self.row, HeapForm::Column);
            self.sorted.heaps.push(Heap { row, x0, x1, form, tile, tally, tall, usual });
        }
    }

    fn narrow<'r>(&self, row: &RowLanes<'r>) -> Vec<(LaneIndex, Tier, &'r Run)> {
        let (grid, scale) = (self.grid, self.field.scale);
        let runs = row.lanes.iter().flat_map(|(lane, runs)| runs.runs().iter().map(|run| (*lane, run)));
        let narrow = runs.filter(|(_, (tier, _))| !grid.is_wide(*tier, scale) && !grid.is_long(*tier));
        narrow.map(|(lane, (tier, run))| (lane, *tier, run)).collect()
    }

    /// What of a column at the edge is in sight.
    fn in_sight(&self, row: &RowLanes<'_>, from: i64, to: i64) -> Tally {
        let kinds = self.field.index.kinds();
        let mut tally = Tally::default();
        for (lane, tier, run) in self.narrow(row) {
            tally.add(&run.within(from, to, kinds));
            for entry in self.kept(lane, tier, from, to) {
                tally.less(&entry, kinds);
            }
        }
        tally
    }

    /// Tile and column of a place.
    fn column(&self, place: i64) -> (i64, i64) {
        let tile = place >> self.grid.tile;
        let stretch = (place >> self.grid.level) - (tile << IN_TILE);
        (tile, stretch / self.grid.columns)
    }

    fn band(&mut self, (x0, x1): (f64, f64), tally: Tally) {
        let (row, form) = (self.row, HeapForm::Band);
        self.sorted.heaps.push(Heap { row, x0, x1, form, tile: 0, tally, tall: [0; 2], usual: 1.0 });
    }
}

/// Bars whose middles are nearer than a quarter to a half of their length are drawn as one band.
fn band_level(tier: Tier) -> u32 {
    tier.longest().max(4).ilog2() - 2
}
