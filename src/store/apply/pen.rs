//! The pen: writes events and their parts, with the drawing table and the search tables kept beside them.

pub(super) mod sheaf;

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};

use crate::model::{Candidate, Entity, Event, Kinds, LaneCode, Link, Participant, Quote, Sentence, Stamp};
use crate::store::case_json;
use crate::store::drawing;
use crate::store::error::StoreError;
use crate::store::read;
use crate::store::search::fold;

/// Writes into one case within one transaction; remembers the rows that it has looked up.
#[derive(Debug)]
pub(super) struct Pen<'c> {
    pub connection: &'c Connection,
    pub kinds: Kinds,
    pub zone: i64,
    lanes: HashMap<LaneCode, i64>,
    entities: HashMap<String, i64>,
    articles: HashMap<String, Source>,
}

/// Lane, start, event, end, bits and the earliest clock, as in the drawing table.
pub(super) type MarkRow = [i64; 6];

/// What of an article matters to the quotes of events.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source {
    pub id: i64,
    /// The newest revision of its text.
    pub newest: Option<u32>,
    /// When it was published, else retrieved.
    clock: Option<Stamp>,
}

impl<'c> Pen<'c> {
    pub(super) fn new(connection: &'c Connection) -> Result<Self, StoreError> {
        Ok(Self {
            connection,
            kinds: read::kinds(connection)?,
            zone: read::zone_seconds(connection)?,
            lanes: HashMap::new(),
            entities: HashMap::new(),
            articles: HashMap::new(),
        })
    }

    /// Reads kinds and zone again, and forgets what was looked up.
    pub(super) fn dip(&mut self) -> Result<(), StoreError> {
        *self = Self::new(self.connection)?;
        Ok(())
    }

    /// The row of a lane, made where it is used for the first time.
    pub(super) fn lane(&mut self, code: &LaneCode) -> Result<i64, StoreError> {
        if let Some(id) = self.lanes.get(code) {
            return Ok(*id);
        }
        let mut select = self.connection.prepare_cached("SELECT id FROM lane WHERE code = ?1")?;
        let found: Option<i64> = select.query_row([code.as_str()], |row| row.get(0)).optional()?;
        let id = if let Some(id) = found {
            id
        } else {
            self.connection
                .prepare_cached("INSERT INTO lane (code) VALUES (?1)")?
                .execute([code.as_str()])?;
            self.connection.last_insert_rowid()
        };
        self.lanes.insert(code.clone(), id);
        Ok(id)
    }

    /// The row of an entity.
    pub(super) fn entity(&mut self, key: &str) -> Result<i64, StoreError> {
        if let Some(id) = self.entities.get(key) {
            return Ok(*id);
        }
        let mut select = self.connection.prepare_cached("SELECT id FROM entity WHERE key = ?1")?;
        let found: Option<i64> = select.query_row([key], |row| row.get(0)).optional()?;
        let id = found.ok_or_else(|| {
            StoreError::Refused(Sentence::new("refused-unknown-entity").quoting("key", key))
        })?;
        self.entities.insert(key.to_owned(), id);
        Ok(id)
    }

    pub(super) fn source(&mut self, key: &str) -> Result<Source, StoreError> {
        if let Some(source) = self.articles.get(key) {
            return Ok(*source);
        }
        let sql = concat!(
            "SELECT id, published, retrieved, (SELECT max(rev) FROM article_text t WHERE t.article = article.id AND ",
            read::live!("t.batch"),
            ") FROM article WHERE key = ?1"
        );
        let mut select = self.connection.prepare_cached(sql)?;
        let found = select
            .query_row([key], |row| {
                let dates: [Option<String>; 2] = [row.get(1)?, row.get(2)?];
                Ok((row.get::<_, i64>(0)?, dates, row.get::<_, Option<u32>>(3)?))
            })
            .optional()?;
        let (id, dates, newest) = found.ok_or_else(|| {
            StoreError::Refused(Sentence::new("refused-unknown-article").quoting("key", key))
        })?;
        let mut clock = None;
        for date in dates.into_iter().flatten() {
            clock = clock.or(drawing::clock(&read::code(&date)?, self.zone));
        }
        let source = Source { id, newest, clock };
        self.articles.insert(key.to_owned(), source);
        Ok(source)
    }

    /// The import that brought an event.
    pub(super) fn batch_of(&self, event: i64) -> Result<i64, StoreError> {
        let mut select = self.connection.prepare_cached("SELECT batch FROM event WHERE id = ?1")?;
        Ok(select.query_row([event], |row| row.get(0))?)
    }

    /// The key that an event's row holds.
    pub(super) fn own_key_of(&self, event: i64) -> Result<Option<String>, StoreError> {
        let mut select = self.connection.prepare_cached("SELECT key FROM event WHERE id = ?1")?;
        Ok(select.query_row([event], |row| row.get(0))?)
    }

    /// Writes an event with all its parts; gives its row.
    pub(super) fn write_event(
        &mut self,
        event: &Event,
        id: Option<i64>,
        batch: i64,
        key: Option<&str>,
    ) -> Result<i64, StoreError> {
        let id = self.write_rows(event, id, batch, key)?;
        self.draw(id, event)?;
        self.write_words(id, event)?;
        Ok(id)
    }

    /// The same without drawing table and search table.
    pub(super) fn write_rows(
        &mut self,
        event: &Event,
        id: Option<i64>,
        batch: i64,
        key: Option<&str>,
    ) -> Result<i64, StoreError> {
        let id = sheaf::write_event(self, event, id, batch, key)?;
        sheaf::write_lanes_of(self, id, event)?;
        self.write_further(id, event)?;
        Ok(id)
    }

    /// Writes what of an event stands neither in its own row nor in those of its lanes.
    pub(super) fn write_further(&mut self, id: i64, event: &Event) -> Result<(), StoreError> {
        for (pos, date) in (0_i64..).zip(&event.dates) {
            self.connection
                .prepare_cached("INSERT INTO event_date (event, pos, role, moment) VALUES (?1, ?2, ?3, ?4)")?
                .execute((id, pos, &date.role, date.when.as_str()))?;
        }
        self.write_participants(id, &event.entities)?;
        self.write_tags(id, &event.tags)?;
        for (pos, quote) in (0..).zip(&event.quotes) {
            self.write_quote(Owner::Event, id, pos, quote)?;
        }
        Ok(())
    }

    /// Who takes part in an event.
    pub(super) fn write_participants(&mut self, id: i64, parts: &[Participant]) -> Result<(), StoreError> {
        for (pos, part) in (0_i64..).zip(parts) {
            let entity = self.entity(&part.entity)?;
            self.connection
                .prepare_cached(
                    "INSERT INTO event_entity (event, pos, entity, role) VALUES (?1, ?2, ?3, ?4)",
                )?
                .execute((id, pos, entity, part.role.code()))?;
        }
        Ok(())
    }

    /// The tags of an event.
    pub(super) fn write_tags(&self, id: i64, tags: &[String]) -> Result<(), StoreError> {
        for (pos, tag) in (0_i64..).zip(tags) {
            self.connection
                .prepare_cached("INSERT INTO tag (event, pos, name) VALUES (?1, ?2, ?3)")?
                .execute((id, pos, tag))?;
        }
        Ok(())
    }

    /// Writes a link between two events; gives its row.
    pub(super) fn write_link(
        &mut self,
        row: Option<i64>,
        batch: i64,
        ends: (i64, i64),
        link: &Link,
    ) -> Result<i64, StoreError> {
        self.connection
            .prepare_cached("INSERT INTO link (id, batch, later, earlier, type) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute((row, batch, ends.0, ends.1, link.link_type.code()))?;
        let id = self.connection.last_insert_rowid();
        for (pos, quote) in (0..).zip(&link.quotes) {
            self.write_quote(Owner::Link, id, pos, quote)?;
        }
        Ok(id)
    }

    /// Writes a new entity; gives its row.
    pub(super) fn write_entity(&self, batch: i64, key: &str, entity: &Entity) -> Result<i64, StoreError> {
        self.connection
            .prepare_cached(
                "INSERT INTO entity (key, batch, name, type, note, private) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute((key, batch, &entity.name, entity.entity_type.code(), &entity.note, entity.private))?;
        let row = self.connection.last_insert_rowid();
        self.write_aliases(row, &entity.aliases)?;
        Ok(row)
    }

    /// The further names of an entity.
    pub(super) fn write_aliases(&self, row: i64, aliases: &[String]) -> Result<(), StoreError> {
        for (pos, alias) in (0_i64..).zip(aliases) {
            self.connection
                .prepare_cached("INSERT INTO alias (entity, pos, name) VALUES (?1, ?2, ?3)")?
                .execute((row, pos, alias))?;
        }
        Ok(())
    }

    /// Writes a candidate that waits; gives its row.
    pub(super) fn write_candidate(&mut self, batch: i64, one: &Candidate) -> Result<i64, StoreError> {
        let source = self.source(&one.article)?;
        let scalar = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        self.connection
            .prepare_cached(
                "INSERT INTO candidate (key, batch, article, rev, first, past, draft, score, state) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'waiting')",
            )?
            .execute((
                &one.key,
                batch,
                source.id,
                one.rev.or(source.newest),
                scalar(one.start),
                scalar(one.end),
                serde_json::to_string(&case_json::draft_to(&one.draft))?,
                one.score,
            ))?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Writes a quote of an event or a link.
    pub(super) fn write_quote(
        &mut self,
        owner: Owner,
        id: i64,
        pos: i64,
        quote: &Quote,
    ) -> Result<(), StoreError> {
        let source = self.source(&quote.article)?;
        let scalar = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let says = quote.says.as_ref().map(|says| serde_json::to_string(&case_json::says_to(says)));
        self.connection
            .prepare_cached(match owner {
                Owner::Event => {
                    "INSERT INTO quote (event, pos, article, rev, first, past, exact, prefix, suffix, says, private) \
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
                }
                Owner::Link => {
                    "INSERT INTO link_quote (link, pos, article, rev, first, past, exact, prefix, suffix, says, \
                     private) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
                }
            })?
            .execute(rusqlite::params![
                id,
                pos,
                source.id,
                quote.rev.or(source.newest),
                quote.place.map(|(start, _)| scalar(start)),
                quote.place.map(|(_, end)| scalar(end)),
                quote.exact,
                quote.prefix,
                quote.suffix,
                says.transpose()?,
                quote.private,
            ])?;
        Ok(())
    }

    /// Writes the rows of the drawing table for an event.
    pub(super) fn draw(&mut self, id: i64, event: &Event) -> Result<(), StoreError> {
        let mut rows = Vec::new();
        self.mark_rows(id, event, &mut rows)?;
        sheaf::write_marks(self.connection, &rows)
    }

    /// Adds the rows of the drawing table for an event.
    pub(super) fn mark_rows(
        &mut self,
        id: i64,
        event: &Event,
        rows: &mut Vec<MarkRow>,
    ) -> Result<(), StoreError> {
        let (t0, t1) = drawing::ends(event, self.zone);
        let known = self.known(event)?;
        for drawn in drawing::draw(event, &self.kinds) {
            rows.push([self.lane(&drawn.lane)?, t0.0, id, t1.0, drawn.bits.0, known.0]);
        }
        Ok(())
    }

    /// The earliest clock of the event's sources (contract 3).
    pub(super) fn known(&mut self, event: &Event) -> Result<Stamp, StoreError> {
        let reported = drawing::reported(event, self.zone);
        let mut known = if event.quotes.is_empty() { reported } else { None };
        for quote in &event.quotes {
            let clock = self.source(&quote.article)?.clock.or(reported);
            known = known.into_iter().chain(clock).min();
        }
        Ok(known.unwrap_or(Stamp::MAX))
    }

    pub(super) fn write_words(&self, id: i64, event: &Event) -> Result<(), StoreError> {
        let mut insert =
            self.connection.prepare_cached("INSERT INTO event_words (rowid, words) VALUES (?1, ?2)")?;
        insert.execute((id, fold(&words_of(event))))?;
        Ok(())
    }

    /// Takes an event out of the search table, which wants to hear its words again.
    pub(super) fn erase_words(&self, event: &Event) -> Result<(), StoreError> {
        let mut delete = self.connection.prepare_cached(
            "INSERT INTO event_words (event_words, rowid, words) VALUES ('delete', ?1, ?2)",
        )?;
        delete.execute((event.id.0, fold(&words_of(event))))?;
        Ok(())
    }

    /// Takes an event out of the drawing table.
    pub(super) fn erase_marks(&mut self, event: &Event) -> Result<(), StoreError> {
        let (t0, _) = drawing::ends(event, self.zone);
        for drawn in drawing::draw(event, &self.kinds) {
            let lane = self.lane(&drawn.lane)?;
            self.connection
                .prepare_cached("DELETE FROM mark WHERE lane = ?1 AND t0 = ?2 AND event = ?3")?
                .execute((lane, t0.0, event.id.0))?;
        }
        Ok(())
    }

    /// Takes an event and its parts away, as it is stored.
    pub(super) fn erase_event(&mut self, event: &Event) -> Result<(), StoreError> {
        self.erase_words(event)?;
        self.erase_marks(event)?;
        for table in ["event_lane", "event_date", "event_entity", "tag", "quote"] {
            let sql = format!("DELETE FROM {table} WHERE event = ?1");
            self.connection.prepare_cached(&sql)?.execute([event.id.0])?;
        }
        self.connection.prepare_cached("DELETE FROM event WHERE id = ?1")?.execute([event.id.0])?;
        Ok(())
    }
}

/// What a quote belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Event,
    Link,
}

/// What an event is found by.
pub(in crate::store) fn words_of(event: &Event) -> String {
    let rest = event.label.iter().chain(&event.note).chain(&event.tags);
    rest.fold(event.title.clone(), |words, more| words + "\n" + more)
}
