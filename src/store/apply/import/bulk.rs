//! What follows from many new events, written once all their rows are: drawing table and search table take rows in
//! their own order several times as fast as in that of a file.

use rusqlite::Connection;

use super::super::pen::{MarkRow, Pen, words_of};
use crate::model::Event;
use crate::store::error::StoreError;
use crate::store::search::fold;

/// Events for which it is worth while to give the search table more room.
const MANY: usize = 20_000;

/// Bytes of words that the search table gathers before it writes them: with its usual million it writes and merges
/// them again and again.
const ROOM: i64 = 8 << 20;
const USUAL_ROOM: i64 = 1 << 20;

/// Drawing table and search table of events that were written.
#[derive(Debug, Default)]
pub(super) struct Bulk {
    marks: Vec<MarkRow>,
    words: Vec<(i64, String)>,
}

impl Bulk {
    /// Keeps what follows from an event.
    pub(super) fn add(&mut self, pen: &mut Pen<'_>, id: i64, event: &Event) -> Result<(), StoreError> {
        pen.mark_rows(id, event, &mut self.marks)?;
        self.words.push((id, fold(&words_of(event))));
        Ok(())
    }

    /// Writes all of it.
    pub(super) fn write(mut self, pen: &Pen<'_>) -> Result<(), StoreError> {
        self.marks.sort_unstable();
        pen.write_marks(&self.marks)?;
        drop(self.marks);
        let is_many = self.words.len() >= MANY;
        if is_many {
            give_room(pen.connection, ROOM)?;
        }
        let mut insert =
            pen.connection.prepare_cached("INSERT INTO event_words (rowid, words) VALUES (?1, ?2)")?;
        for (id, words) in self.words {
            insert.execute((id, words))?;
        }
        drop(insert);
        if is_many {
            give_room(pen.connection, USUAL_ROOM)?;
        }
        Ok(())
    }
}

/// How much the search table of events gathers before it writes.
fn give_room(connection: &Connection, bytes: i64) -> Result<(), StoreError> {
    connection.execute("INSERT INTO event_words (event_words, rank) VALUES ('hashsize', ?1)", [bytes])?;
    Ok(())
}
