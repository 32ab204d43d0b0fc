//! What follows from many new events, written once all their rows are: drawing table and search table take rows in
//! their own order several times as fast as in that of a file. It is reckoned by a thread beside, while the rows are
//! written.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Builder, Scope, ScopedJoinHandle};

use rusqlite::Connection;

use super::super::pen::sheaf;
use super::super::pen::{MarkRow, Pen, words_of};
use crate::model::{Event, Kinds, LaneCode};
use crate::store::drawing;
use crate::store::error::StoreError;
use crate::store::search::fold;

/// Events for which it is worth while to give the search table more room, and to look at them with two connections.
pub(in super::super) const MANY: usize = 20_000;

/// Bytes of words that the search table gathers before it writes them: with its usual million it writes and merges
/// them again and again.
const ROOM: i64 = 8 << 20;
const USUAL_ROOM: i64 = 1 << 20;

/// Events that are handed over at once, and how often so many may wait.
const AT_ONCE: usize = 512;
const WAITING: usize = 4;

/// An event that was written: its row, and the earliest clock of its sources.
type Written = (i64, i64, Event);

/// Gathers what follows from the events that are written.
#[derive(Debug)]
pub(super) struct Bulk<'s> {
    written: Vec<Written>,
    hand: Hand<'s>,
}

/// Who reckons.
#[derive(Debug)]
enum Hand<'s> {
    Beside(SyncSender<Vec<Written>>, ScopedJoinHandle<'s, Follows>),
    /// Where there is no other thread, or not enough to do for one.
    Own(Follows),
}

/// What follows from events.
#[derive(Debug)]
struct Follows {
    kinds: Kinds,
    zone: i64,
    /// Rows of the drawing table, with the place of their lane in `lanes`.
    marks: Vec<MarkRow>,
    lanes: Vec<LaneCode>,
    places: HashMap<LaneCode, i64>,
    words: Vec<(i64, String)>,
}

impl<'s> Bulk<'s> {
    /// Begins to gather, for about so many events.
    pub(super) fn new<'e>(scope: &'s Scope<'s, 'e>, pen: &Pen<'_>, events: usize) -> Self {
        let follows = || Follows::new(pen.kinds.clone(), pen.zone);
        let hand = if events > AT_ONCE { Self::beside(scope, follows()) } else { None };
        Self { written: Vec::new(), hand: hand.unwrap_or_else(|| Hand::Own(follows())) }
    }

    fn beside<'e>(scope: &'s Scope<'s, 'e>, mut follows: Follows) -> Option<Hand<'s>> {
        let (give, take): (SyncSender<Vec<Written>>, Receiver<_>) = sync_channel(WAITING);
        let run = move || {
            take.into_iter().flatten().for_each(|written| follows.add(written));
            follows
        };
        let thread = Builder::new().name("follow".to_owned()).spawn_scoped(scope, run).ok()?;
        Some(Hand::Beside(give, thread))
    }

    /// Takes over an event that was written.
    pub(super) fn add(&mut self, pen: &mut Pen<'_>, id: i64, event: Event) -> Result<(), StoreError> {
        self.written.push((id, pen.known(&event)?.0, event));
        if self.written.len() == AT_ONCE {
            self.hand_over();
        }
        Ok(())
    }

    fn hand_over(&mut self) {
        let written = std::mem::replace(&mut self.written, Vec::with_capacity(AT_ONCE));
        match &mut self.hand {
            // One that is gone has panicked, which is told when it is waited for.
            Hand::Beside(give, _) => drop(give.send(written)),
            Hand::Own(follows) => written.into_iter().for_each(|written| follows.add(written)),
        }
    }

    /// Writes all of it.
    pub(super) fn write(mut self, pen: &mut Pen<'_>) -> Result<(), StoreError> {
        self.hand_over();
        let mut follows = match self.hand {
            Hand::Own(follows) => follows,
            Hand::Beside(give, thread) => {
                drop(give);
                thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            }
        };
        let mut rows = Vec::with_capacity(follows.lanes.len());
        for code in &follows.lanes {
            rows.push(pen.lane(code)?);
        }
        let mut marks = std::mem::take(&mut follows.marks);
        for mark in &mut marks {
            mark[0] = usize::try_from(mark[0]).ok().and_then(|at| rows.get(at)).map_or(0, |row| *row);
        }
        std::thread::scope(|scope| {
            let sort = Builder::new().name("sort".to_owned()).spawn_scoped(scope, || marks.sort_unstable());
            let written = write_words(pen.connection, follows.words);
            // Where there was no thread for it, it is done below.
            drop(sort.map(ScopedJoinHandle::join));
            written
        })?;
        // Quick where it was done beside.
        marks.sort_unstable();
        sheaf::write_marks(pen.connection, &marks)
    }
}

impl Follows {
    fn new(kinds: Kinds, zone: i64) -> Self {
        let (marks, lanes, words) = (Vec::new(), Vec::new(), Vec::new());
        Self { kinds, zone, marks, lanes, places: HashMap::new(), words }
    }

    fn add(&mut self, (id, known, event): Written) {
        let (t0, t1) = drawing::ends(&event, self.zone);
        for drawn in drawing::draw(&event, &self.kinds) {
            let place = self.place(drawn.lane);
            self.marks.push([place, t0.0, id, t1.0, drawn.bits.0, known]);
        }
        self.words.push((id, fold(&words_of(&event))));
    }

    fn place(&mut self, lane: LaneCode) -> i64 {
        if let Some(place) = self.places.get(&lane) {
            return *place;
        }
        let place = i64::try_from(self.lanes.len()).unwrap_or(i64::MAX);
        self.lanes.push(lane.clone());
        self.places.insert(lane, place);
        place
    }
}

fn write_words(connection: &Connection, words: Vec<(i64, String)>) -> Result<(), StoreError> {
    let is_many = words.len() >= MANY;
    if is_many {
        give_room(connection, ROOM)?;
    }
    let mut insert = connection.prepare_cached("INSERT INTO event_words (rowid, words) VALUES (?1, ?2)")?;
    for (id, words) in words {
        insert.execute((id, words))?;
    }
    drop(insert);
    if is_many {
        give_room(connection, USUAL_ROOM)?;
    }
    Ok(())
}

/// How much the search table of events gathers before it writes.
fn give_room(connection: &Connection, bytes: i64) -> Result<(), StoreError> {
    connection.execute("INSERT INTO event_words (event_words, rank) VALUES ('hashsize', ?1)", [bytes])?;
    Ok(())
}
