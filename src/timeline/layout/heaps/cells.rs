//! Cells: the marks of a segment row by row, fetched singly where a row is drawn in marks, counted where it is drawn in
//! columns (`forms.rs`).
//!
//! ```text
//!  row   │  · ·    ·      · ·   ·    ·     ·   marks
//!  row   │▂▅▇▆▃▂▁▂▁▂▂▃▂▁  ▁▂▁▁▂▃▂▁▁▂▁▂▂▁▁  columns of one length of time, of one scale in all rows
//! ```

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{EventId, LaneIndex, Span, Stamp};

use super::super::super::axis::{Axis, Piece};
use super::super::super::home::Placing;
use super::super::super::index::{
    Count, Entry, Index, LaneRuns, Level, Run, Shared, Stretches, Tally, Tier, Wanted, on_in_each,
};
use super::super::items::Single;
use super::forms::{in_columns, knows_hours};
use super::grid::Grid;
use super::heap::{Heap, HeapForm, Heights};
use super::memo::{Forms, Gauges};
use super::profile::profile;

/// Vertices of a column with both of its sides, and of all columns.
const OF_COLUMN: f64 = 8.0;
const OF_COLUMNS: f64 = 40_000.0;
/// Vertices of an upright area.
const OF_AREA: f64 = 4.0;
/// Fewer marks than these never fill the half of a lane.
const LEAST_FULL: f64 = 4.0;

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
    /// What was decided in other frames.
    pub forms: &'a Forms,
    pub axis: &'a Axis,
    /// How much larger than in the window everything is drawn.
    pub scale: f64,
    /// Placings that never merge.
    pub kept: &'a BTreeMap<EventId, Vec<Placing>>,
}

/// The marks of all segments, by the numbers of their segment and row, and what is heaped up.
#[derive(Debug, Default)]
pub struct Sorted {
    pub singles: BTreeMap<(usize, usize), Vec<Single>>,
    pub heaps: Vec<Heap>,
    pub heights: Option<Heights>,
}

/// A segment with the form of each row, and the level of its columns.
struct Part<'a> {
    grid: Grid<'a>,
    columns: Arc<[bool]>,
    level: Level,
    gauges: Arc<Gauges>,
}

/// Sorts the marks of all segments.
#[must_use]
pub fn sort(field: &Field<'_>, rows: &[RowLanes<'_>]) -> Sorted {
    let parts = parts(field, rows);
    let rate = parts.iter().map(|part| steepest(part, rows)).fold(0.0, f64::max);
    let most_on = most_on(&parts, rows);
    // A heap holds a whole tally: a list that grew with them would be copied again and again.
    let room = parts.iter().map(|part| {
        let span = part.grid.piece.span;
        let stretches = Stretches::of(part.level, span.start().0, span.end().0);
        part.columns.iter().filter(|columns| **columns).count() * (stretches.count + 1)
    });
    let mut sorted = Sorted { heaps: Vec::with_capacity(room.sum()), ..Sorted::default() };
    for part in &parts {
        let full = (rate * part.level.seconds() as f64).max(LEAST_FULL);
        for (row, columns) in rows.iter().zip(&*part.columns) {
            let mut cells = Cells { field, part, row, full, most_on, sorted: &mut sorted };
            if *columns {
                cells.heap_up();
            } else {
                cells.fetch();
            }
        }
    }
    let finest = parts.iter().filter(|part| part.columns.contains(&true)).map(|part| part.level).min();
    sorted.heights = finest
        .map(|level| Heights { level, full: (rate * level.seconds() as f64).max(LEAST_FULL), most_on })
        .filter(|_| rate > 0.0 || most_on > 0);
    sorted
}

/// The most that are on at once in any row; rows of several lanes have no say where there are others.
fn most_on(parts: &[Part<'_>], rows: &[RowLanes<'_>]) -> u32 {
    let most = |several: bool| {
        let gauges = parts.iter().flat_map(|part| rows.iter().zip(&part.gauges.of_rows));
        let gauges = gauges.filter(|(row, _)| several || row.lanes.len() == 1);
        gauges.filter_map(|(_, gauge)| gauge.map(|gauge| gauge.most_on)).max().unwrap_or(0)
    };
    Some(most(false)).filter(|most| *most > 0).unwrap_or_else(|| most(true))
}

fn parts<'a>(field: &Field<'a>, rows: &[RowLanes<'_>]) -> Vec<Part<'a>> {
    let width = (field.axis.right() - field.axis.left()).max(1.0);
    let of_segment = |number: usize| {
        let grid = Grid::new(field.axis, number, field.scale)?;
        let share = (grid.piece.x1 - grid.piece.x0) / width;
        let columns = field.forms.columns(&grid, share, || in_columns(&grid, rows, share));
        let heaped = || rows.iter().zip(&*columns).filter(|(_, column)| **column).map(|(row, _)| row);
        let level = grid.columns(heaped().count() as f64 * width * OF_COLUMN / OF_COLUMNS);
        // Where most days are known and no hours, there is nothing to be seen within a day.
        let level = if knows_hours(heaped()) { level } else { level.max(Level::DAY) };
        let look = || look_through(&grid, rows, &columns, (level, share));
        let gauges = field.forms.gauges(&grid, (share, level), look);
        let level = gauges.level;
        Some(Part { grid, columns, level, gauges })
    };
    field.forms.look_at(rows);
    (0..field.axis.pieces().len()).filter_map(of_segment).collect()
}

/// What columns of at least that level are like, in the shortest that a frame can hold.
fn look_through(
    grid: &Grid<'_>,
    rows: &[RowLanes<'_>],
    columns: &[bool],
    (mut level, part): (Level, f64),
) -> Gauges {
    loop {
        let of_row = |(row, column): (&RowLanes<'_>, &bool)| column.then(|| gauge(grid, level, row));
        let of_rows: Vec<Option<Gauge>> = rows.iter().zip(columns).map(of_row).collect();
        let areas: usize = of_rows.iter().flatten().map(|gauge| gauge.areas).sum();
        // Longer columns are fewer.
        if areas as f64 <= OF_COLUMNS / OF_AREA * part || level == Level::COARSEST {
            return Gauges { level, of_rows };
        }
        level = level.longer();
    }
}

/// What lasts longer than two columns would be is no mark of one of them.
fn is_lasting(level: Level, tier: Tier) -> bool {
    tier == Tier::OPEN || tier.lasts() && tier.longest() > 2 * level.seconds()
}

/// Marks a second that fill the half of a lane: what the middle one of all rows in columns has in its highest, and a half
/// more, or what the highest of all has, if that is less. So one lane does not press all others down; its highest columns
/// are cut. Rows of several lanes have no say where there are others.
fn steepest(part: &Part<'_>, rows: &[RowLanes<'_>]) -> f64 {
    let peaks = |several: bool| {
        let rows = rows.iter().zip(&part.gauges.of_rows).filter(|(row, _)| several || row.lanes.len() == 1);
        let peaks = rows.filter_map(|(_, gauge)| gauge.map(|gauge| gauge.peak));
        let mut peaks: Vec<u32> = peaks.filter(|peak| *peak > 0).collect();
        peaks.sort_unstable();
        peaks
    };
    let single = peaks(false);
    let peaks = if single.is_empty() { peaks(true) } else { single };
    let (middle, most) = (peaks.get(peaks.len() / 2), peaks.last());
    let full = middle.zip(most).map_or(0.0, |(middle, most)| f64::from(*most).min(f64::from(*middle) * 1.5));
    full / part.level.seconds() as f64
}

/// What the columns of a row are like in the region of the window.
#[derive(Debug, Clone, Copy)]
pub struct Gauge {
    /// The highest on either side.
    peak: u32,
    /// The most that are on at once.
    most_on: u32,
    /// Areas that a window shows at most: sides of columns, and steps of the profile.
    areas: usize,
}

fn gauge(grid: &Grid<'_>, level: Level, row: &RowLanes<'_>) -> Gauge {
    let (from, to) = grid.region();
    let stretches = Stretches::of(level, from, to);
    let mut columns = vec![Count::default(); stretches.count];
    let runs = || row.lanes.iter().flat_map(|(_, runs)| runs.runs());
    for (_, run) in runs().filter(|(tier, _)| !is_lasting(level, *tier)) {
        run.count_each(&stretches, &mut columns);
    }
    let sides = || columns.iter().flat_map(|column| column.marks);
    let (mut most_on, mut before, mut steps) = (0, 0, 0);
    let lasting = runs().filter(|(tier, _)| is_lasting(level, *tier)).map(|(_, run)| run);
    for on in on_in_each(lasting, &stretches) {
        most_on = most_on.max(on);
        steps += usize::from(on > 0 && on != before);
        before = on;
    }
    let in_window = grid.longest_window() / level.seconds() + 2;
    let within = usize::try_from(in_window).unwrap_or(usize::MAX).min(columns.len());
    let areas = most_of_window(&columns, within) + steps * within / columns.len().max(1);
    Gauge { peak: sides().max().unwrap_or(0), most_on, areas }
}

/// The most sides of columns that a window of so many shows, wherever it is.
fn most_of_window(columns: &[Count], within: usize) -> usize {
    let sides = |column: &Count| column.marks.iter().filter(|marks| **marks > 0).count();
    let (mut seen, mut most) = (0, 0);
    for (at, column) in columns.iter().enumerate() {
        seen += sides(column);
        if let Some(gone) = at.checked_sub(within) {
            seen -= sides(&columns[gone]);
        }
        most = most.max(seen);
    }
    most
}

/// A row in one segment.
struct Cells<'f, 'a> {
    field: &'f Field<'a>,
    part: &'f Part<'a>,
    row: &'f RowLanes<'a>,
    /// Marks that fill the half of a lane.
    full: f64,
    /// The most that are on at once in any row.
    most_on: u32,
    sorted: &'f mut Sorted,
}

impl Cells<'_, '_> {
    /// Fetches every mark.
    fn fetch(&mut self) {
        let grid = &self.part.grid;
        let span = grid.piece.span;
        for (lane, runs) in &self.row.lanes {
            for (tier, run) in runs.runs() {
                let (from, to) = grid.reach(*tier);
                if *tier == Tier::OPEN {
                    // What began before the segment and goes on.
                    let before = self.open_since();
                    for entry in run.between(before, to) {
                        self.single(*lane, entry);
                    }
                    continue;
                }
                let wide = grid.is_wide(*tier);
                for entry in run.between(from, to) {
                    if !wide || entry.t0 < span.end() && entry.t1 > span.start() && self.is_ours(entry) {
                        self.single(*lane, entry);
                    }
                }
            }
        }
    }

    /// From when on something that goes on is drawn in this segment and not in the one before.
    fn open_since(&self) -> i64 {
        let before = self.part.grid.number.checked_sub(1).and_then(|at| self.field.axis.pieces().get(at));
        before.map_or(i64::MIN, |piece| piece.span.end().0)
    }

    /// Whether an event that lasts is drawn in this segment: where it stands, else where it is seen first.
    fn is_ours(&self, entry: &Entry) -> bool {
        let span = Span::new(entry.t0, entry.t1);
        self.field.axis.owner_of(span, Stamp(entry.key())) == Some(self.part.grid.number)
    }

    fn single(&mut self, lane: LaneIndex, entry: &Entry) {
        let placing = self.field.index.placing(lane, entry);
        let runs = self.row.lanes.iter().find(|(own, _)| *own == lane).map(|(_, runs)| runs);
        let track = runs.filter(|runs| runs.has_tracks()).map(|runs| runs.track(entry.event));
        let single = Single { placing, tile: self.part.grid.tile_of(entry.key()), track };
        self.sorted.singles.entry((self.part.grid.number, self.row.row)).or_default().push(single);
    }

    /// Counts what stands in each column, and what is on in each.
    fn heap_up(&mut self) {
        let wide = |tier: &Tier| is_lasting(self.part.level, *tier);
        let runs =
            || self.row.lanes.iter().flat_map(|(lane, runs)| runs.runs().iter().map(|run| (*lane, run)));
        let narrow: Vec<(LaneIndex, Tier, &Run)> = runs()
            .filter(|(_, (tier, _))| !wide(tier))
            .map(|(lane, (tier, run))| (lane, *tier, run))
            .collect();
        let lasting: Vec<(LaneIndex, Tier, &Run)> = runs()
            .filter(|(_, (tier, _))| wide(tier))
            .map(|(lane, (tier, run))| (lane, *tier, run))
            .collect();
        self.lasting(&lasting);
        self.columns(&narrow);
    }

    fn columns(&mut self, narrow: &[(LaneIndex, Tier, &Run)]) {
        let (kinds, level, span) = (self.field.index.kinds(), self.part.level, self.part.grid.piece.span);
        let stretches = Stretches::of(level, span.start().0, span.end().0);
        let mut columns = vec![Tally::default(); stretches.count];
        for (.., run) in narrow {
            run.tally(&stretches, kinds, &mut columns);
        }
        let heights: Vec<[u32; 2]> = columns.iter().map(Tally::sides).collect();
        for (lane, tier, _) in narrow {
            for entry in self.kept(*lane, *tier, (stretches.from, stretches.to)) {
                let at = usize::try_from(level.number(entry.key()) - stretches.first).unwrap_or(usize::MAX);
                if let Some(whole) = columns.get_mut(at) {
                    whole.less(&entry, kinds);
                }
                self.single(*lane, &entry);
            }
        }
        for (number, (mut tally, tall)) in (stretches.first..).zip(columns.into_iter().zip(heights)) {
            if tall == [0; 2] {
                continue;
            }
            let (from, to) = (level.start(number), level.start(number + 1));
            let seen = (from.max(span.start().0), to.min(span.end().0));
            if seen != (from, to) {
                tally = self.in_sight(narrow, seen);
            }
            if tally.marks() == 0 {
                continue;
            }
            let (x0, x1) = (self.part.grid.x_of(seen.0), self.part.grid.x_of(seen.1));
            let (row, tile, full) = (self.row.row, self.part.grid.tile_of(from), self.full);
            self.sorted.heaps.push(Heap { row, x0, x1, form: HeapForm::Column, tile, tally, tall, full });
        }
    }

    /// What of a column at the edge is in sight.
    fn in_sight(&self, narrow: &[(LaneIndex, Tier, &Run)], (from, to): (i64, i64)) -> Tally {
        let kinds = self.field.index.kinds();
        let mut tally = Tally::default();
        for (lane, tier, run) in narrow {
            tally.add(&run.within(from, to, kinds));
            for entry in self.kept(*lane, *tier, (from, to)) {
                tally.less(&entry, kinds);
            }
        }
        tally
    }

    /// What lasts, as one profile.
    fn lasting(&mut self, lasting: &[(LaneIndex, Tier, &Run)]) {
        let (kinds, grid) = (self.field.index.kinds(), &self.part.grid);
        let span = grid.piece.span;
        let mut whole = Tally::default();
        for (lane, tier, run) in lasting {
            let (from, to) = if *tier == Tier::OPEN {
                (self.open_since(), span.end().0)
            } else {
                (span.start().0, span.end().0)
            };
            // What stands in sight is counted; of what stands beside it only what reaches in.
            whole.add(&run.within(from, to, kinds));
            if *tier != Tier::OPEN {
                let (early, late) = grid.reach(*tier);
                self.reaching_in(run, (early, from), &mut whole);
                self.reaching_in(run, (to, late), &mut whole);
            }
            let reach = if *tier == Tier::OPEN { (from, to) } else { grid.reach(*tier) };
            for entry in self.kept(*lane, *tier, reach) {
                let is_on = entry.t0 < span.end() && entry.t1 > span.start();
                if *tier == Tier::OPEN || is_on && self.is_ours(&entry) {
                    whole.less(&entry, kinds);
                    self.single(*lane, &entry);
                }
            }
        }
        let runs: Vec<&Run> = lasting.iter().map(|(_, _, run)| *run).collect();
        let steps = profile(grid, self.part.level, self.most_on, &runs);
        if let (true, Some(first), Some(last)) = (whole.marks() > 0, steps.first(), steps.last()) {
            let (x0, x1) = (first.x0, last.x1);
            let (row, full) = (self.row.row, self.full);
            let form = HeapForm::Profile(steps);
            self.sorted.heaps.push(Heap { row, x0, x1, form, tile: 0, tally: whole, tall: [0; 2], full });
        }
    }

    /// Adds what stands beside the segment, lasts into it, and is drawn in no other.
    fn reaching_in(&self, run: &Run, (from, to): (i64, i64), into: &mut Tally) {
        let (grid, pieces) = (&self.part.grid, self.field.axis.pieces());
        let (span, (before, after)) = (grid.piece.span, grid.between);
        let all = |tally: &Tally, shared: Option<Shared>| {
            let holds = |piece: &Piece| {
                piece.span.contains(Stamp(tally.first)) && piece.span.contains(Stamp(tally.last))
            };
            if tally.from >= span.end() || tally.to <= span.start() || pieces.iter().any(holds) {
                return Some(false);
            }
            let reaches = shared.is_some_and(|(start, end)| start < span.end() && end > span.start());
            let is_ours = tally.first >= before && tally.last < after && tally.from.0 >= before;
            (reaches && is_ours).then_some(true)
        };
        let one = |entry: &Entry| entry.t0 < span.end() && entry.t1 > span.start() && self.is_ours(entry);
        run.sum((from, to), &Wanted { all: &all, one: &one }, self.field.index.kinds(), into);
    }

    /// Entries of a lane that never merge and stand in a stretch.
    fn kept(&self, lane: LaneIndex, tier: Tier, (from, to): (i64, i64)) -> Vec<Entry> {
        let placings = self.field.kept.values().flatten().filter(|placing| placing.lane == lane);
        let entries = placings.map(Entry::new).filter(|entry| Tier::of(entry) == tier);
        entries.filter(|entry| (from..to).contains(&entry.key())).collect()
    }
}
