//! The drawing table as it lies on the disk, read by one connection, or by two that come towards each other.
//!
//! ```text
//!  first row ─► front ─► ─► ┊ ◄─ back ◄─ last row
//! ```
//! Neither is told where to stop: each says from time to time how far it is, and they meet where they meet.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};
use std::thread;

use rusqlite::Connection;

use super::StoreError;
use crate::model::{EventId, LaneIndex, Mark, MarkBits, Stamp};

/// Rows after which each looks where the other is.
const STRIDE: usize = 1_024;

/// Lane, start and event: the key of the drawing table.
type Key = (i64, i64, i64);

/// All marks, lane's row by lane's row; their [`LaneIndex`] is not known yet.
#[derive(Debug, Default)]
pub(super) struct Scan {
    front: Half,
    back: Half,
    lanes: BTreeMap<i64, Parts>,
}

/// Where the marks of a lane's row stand: in order in the front, in the opposite order in the back.
#[derive(Debug, Clone, Default)]
struct Parts {
    front: Range<usize>,
    back: Range<usize>,
}

/// What one connection has read.
#[derive(Debug, Default)]
struct Half {
    marks: Vec<Mark>,
    runs: Vec<(i64, Range<usize>)>,
}

/// How far each has come; `None`: it has read nothing yet.
#[derive(Debug, Default)]
struct Met {
    front: Option<Key>,
    back: Option<Key>,
}

impl Scan {
    /// Reads everything; where there is another connection to the same file, with its help.
    pub(super) fn of(connection: &Connection, other: Option<Connection>) -> Result<Self, StoreError> {
        let Some(other) = other else {
            return Ok(Self::of_halves(read(connection, true, |_| false)?, Half::default()));
        };
        // While this one reads nobody can write, so that the other finds the same rows.
        let reading =
            if connection.is_autocommit() { Some(connection.unchecked_transaction()?) } else { None };
        connection.query_row("SELECT count(*) FROM (SELECT 1 FROM mark LIMIT 1)", [], |_| Ok(()))?;
        let met = &Mutex::new(Met::default());
        let (front, back) = thread::scope(|scope| {
            let back = scope.spawn(move || {
                read(&other, false, |at| {
                    let mut met = met.lock().unwrap_or_else(PoisonError::into_inner);
                    met.back = Some(at);
                    met.front.is_some_and(|front| front >= at)
                })
            });
            let front = read(connection, true, |at| {
                let mut met = met.lock().unwrap_or_else(PoisonError::into_inner);
                met.front = Some(at);
                met.back.is_some_and(|back| back <= at)
            });
            (front, back.join())
        });
        if let Some(reading) = reading {
            reading.finish()?;
        }
        let front = front?;
        // One that failed was not met, so that the other has read all of it.
        let back = back.ok().and_then(Result::ok).unwrap_or_default();
        Ok(Self::of_halves(front, back))
    }

    fn of_halves(front: Half, back: Half) -> Self {
        let mut lanes: BTreeMap<i64, Parts> = BTreeMap::new();
        for (lane, range) in &front.runs {
            lanes.entry(*lane).or_default().front = range.clone();
        }
        let last = front.runs.last().and_then(|(lane, range)| {
            let mark = front.marks.get(range.end.checked_sub(1)?)?;
            Some((*lane, mark.t0, mark.event))
        });
        for (lane, range) in &back.runs {
            // What both have read is the front's.
            let own = back.marks[range.clone()]
                .partition_point(|mark| last.is_none_or(|last| (*lane, mark.t0, mark.event) > last));
            if own > 0 {
                lanes.entry(*lane).or_default().back = range.start..range.start + own;
            }
        }
        Self { front, back, lanes }
    }

    /// How many marks there are.
    pub(super) fn len(&self) -> usize {
        self.lanes.values().map(|parts| parts.front.len() + parts.back.len()).sum()
    }

    /// Rows of the lanes that have marks.
    pub(super) fn lanes(&self) -> impl Iterator<Item = i64> {
        self.lanes.keys().copied()
    }

    /// Start and number of a lane's first event.
    pub(super) fn first(&self, lane: i64) -> Option<(Stamp, EventId)> {
        self.marks(lane).next().map(|mark| (mark.t0, mark.event))
    }

    /// The marks of a lane, in order of start and event.
    pub(super) fn marks(&self, lane: i64) -> impl Iterator<Item = &Mark> {
        let Parts { front, back } = self.lanes.get(&lane).cloned().unwrap_or_default();
        self.front.marks[front].iter().chain(self.back.marks[back].iter().rev())
    }
}

/// Reads from one end, until `has_met` says that the rest was read from the other.
fn read(
    connection: &Connection,
    forward: bool,
    mut has_met: impl FnMut(Key) -> bool,
) -> Result<Half, StoreError> {
    let mut select = connection.prepare(if forward {
        "SELECT lane, t0, event, t1, bits, known FROM mark ORDER BY lane, t0, event"
    } else {
        "SELECT lane, t0, event, t1, bits, known FROM mark ORDER BY lane DESC, t0 DESC, event DESC"
    })?;
    let mut rows = select.query([])?;
    let mut half = Half::default();
    let mut begun: Option<(i64, usize)> = None;
    while let Some(row) = rows.next()? {
        let lane: i64 = row.get(0)?;
        let mark = Mark {
            lane: LaneIndex(0),
            t0: Stamp(row.get(1)?),
            event: EventId(row.get(2)?),
            t1: Stamp(row.get(3)?),
            bits: MarkBits(row.get(4)?),
            known: Stamp(row.get(5)?),
        };
        let at = half.marks.len();
        if let Some((done, from)) = begun.filter(|(begun, _)| *begun != lane) {
            half.runs.push((done, from..at));
            begun = None;
        }
        begun = begun.or(Some((lane, at)));
        half.marks.push(mark);
        if (at + 1).is_multiple_of(STRIDE) && has_met((lane, mark.t0.0, mark.event.0)) {
            break;
        }
    }
    if let Some((lane, from)) = begun {
        half.runs.push((lane, from..half.marks.len()));
    }
    Ok(half)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_that_meet_read_what_one_reads() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let path = folder.path().join("marks");
        let connection = Connection::open(&path).expect("made");
        let table = "CREATE TABLE mark (lane INTEGER, t0 INTEGER, event INTEGER, t1 INTEGER, bits INTEGER, \
                     known INTEGER, PRIMARY KEY (lane, t0, event)) WITHOUT ROWID; BEGIN";
        connection.execute_batch(table).expect("a table");
        let all = |scan: &Scan| -> Vec<(i64, Mark)> {
            let lanes = scan.lanes().flat_map(|lane| scan.marks(lane).map(move |mark| (lane, *mark)));
            lanes.collect()
        };
        let mut written = 0;
        for size in [0, 1, 3, 2_000, 9_000] {
            for number in written..size {
                // One lane holds half of all.
                let lane = if number % 2 == 0 { 7 } else { number * 31 % 11 };
                let row = [lane, number * 7_919 % 1_000, number, number + 1, 3, i64::MAX];
                let put = "INSERT INTO mark VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
                connection.execute(put, row).expect("put");
            }
            written = size;
            connection.execute_batch("COMMIT").expect("written");
            let alone = Scan::of(&connection, None).expect("read");
            for _ in 0..5 {
                let other = Connection::open(&path).expect("opened");
                let both = Scan::of(&connection, Some(other)).expect("read");
                assert_eq!(all(&both), all(&alone));
                assert_eq!(both.len(), usize::try_from(size).expect("small"));
            }
            assert_eq!(all(&alone).len(), alone.len());
            connection.execute_batch("BEGIN").expect("begun");
        }
    }
}
