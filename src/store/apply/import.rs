//! What a file brings into a case: taken over by an empty one, united with what is there by another (contracts 6, 7).

mod bulk;

use std::collections::HashMap;

use self::bulk::Bulk;
pub(super) use self::bulk::MANY;
use super::anchor::{self, Place};
use super::articles::Home;
use super::deed::{Deed, Done, Over, view_shapes};
use super::edits::links;
use super::keys::{self, Letter};
use super::pen::Pen;
use super::pen::sheaf::Sheaf;
use super::rows::{Table, Watch};
use super::twins::Twins;
use super::{Surroundings, batch, case_json};
use crate::model::{
    Candidate, CaseContent, Entity, Event, EventId, Import, ImportReport, Link, Quote, Reach, Sentence,
};
use crate::store::error::StoreError;
use crate::store::read;
use crate::store::{open, originals, rules};

/// An import under way.
pub(super) struct Taking<'p, 'c> {
    pub pen: &'p mut Pen<'c>,
    pub batch: i64,
    /// Whether there was nothing before.
    pub empty: bool,
    entities: HashMap<String, String>,
    pub articles: HashMap<String, Home>,
    events: HashMap<String, i64>,
    pub report: ImportReport,
    /// Quotes of the case that found their places: where they stood, and where they stand.
    pub moved: Vec<(Place, Place)>,
    touched: Vec<EventId>,
    watch: Watch<'c>,
}

/// Takes in everything that an import holds.
pub(super) fn take_in(
    pen: &mut Pen<'_>,
    import: Import,
    around: &mut Surroundings<'_>,
) -> Result<Done, StoreError> {
    let mut content = import.content;
    rules::settle(&mut content);
    if let Some(fault) = rules::first_fault(&content, true) {
        return Err(StoreError::Refused(fault.sentence));
    }
    let connection = pen.connection;
    let empty = is_empty(connection)?;
    let id = batch::begin(connection, &import.from, around.now)?;
    let over = if empty { take_over(connection, &content, import.keyless)? } else { None };
    let mut watch = Watch::new(connection);
    declare(connection, &content, id, pen, &mut watch)?;
    pen.dip()?;
    let mut taking = Taking {
        pen,
        batch: id,
        empty,
        entities: HashMap::new(),
        articles: HashMap::new(),
        events: HashMap::new(),
        report: ImportReport::default(),
        moved: Vec::new(),
        touched: Vec::new(),
        watch,
    };
    taking.report.notes = notes_on_declared(&content, connection)?;
    originals::keep(connection, &import.originals)?;
    let zone = content.zone.as_deref().unwrap_or("UTC");
    let local = |event: &Event| event.when.as_ref().is_some_and(|w| !w.is_whole_days() && !w.has_offset());
    let shifts = !empty && !import.keyless && content.events.iter().any(local);
    if shifts && case_json::Zone::seconds(zone) != Some(taking.pen.zone) {
        taking.report.notes.push(Sentence::new("note-zone").text("zone", zone));
    }
    taking.take_entities(&content.entities, around)?;
    taking.take_articles(&content.articles, around)?;
    taking.take_events(std::mem::take(&mut content.events), around)?;
    taking.take_links(std::mem::take(&mut content.links))?;
    taking.take_candidates(&content, around)?;
    taking.take_pairs(&content)?;
    let (before, after) = over.unzip();
    let Taking { touched, report, moved, watch, .. } = taking;
    let (rows, back) = watch.close()?;
    let (stood, stand) = moved.into_iter().unzip();
    Ok(Done {
        forward: Deed::Batch { id, alive: true, over: after, moved: stand, rows },
        inverse: Deed::Batch { id, alive: false, over: before, moved: stood, rows: back },
        touched,
        reach: Reach::ALL,
        views: Vec::new(),
        report,
        made: None,
    })
}

fn is_empty(connection: &rusqlite::Connection) -> Result<bool, StoreError> {
    let sql = "SELECT NOT EXISTS (SELECT 1 FROM event) AND NOT EXISTS (SELECT 1 FROM article) \
               AND NOT EXISTS (SELECT 1 FROM entity) AND NOT EXISTS (SELECT 1 FROM kind) \
               AND NOT EXISTS (SELECT 1 FROM lane WHERE batch IS NOT NULL)";
    // Dead batches have been purged by now.
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// Title, zone and views: what was there, and what takes its place. A table brings none that it does not name.
fn take_over(
    connection: &rusqlite::Connection,
    content: &CaseContent,
    table: bool,
) -> Result<Option<(Over, Over)>, StoreError> {
    let mut before = Over {
        title: open::meta(connection, "title")?.unwrap_or_default(),
        zone: open::meta(connection, "zone")?,
        views: view_shapes(&read::views(connection)?),
        instead_of: None,
    };
    let mut after = Over {
        title: content.title.clone(),
        zone: content.zone.clone().filter(|zone| zone != "UTC"),
        views: view_shapes(&content.views),
        instead_of: None,
    };
    if table {
        after.title = if after.title.is_empty() { before.title.clone() } else { after.title };
        after.zone = after.zone.or_else(|| before.zone.clone());
        after.views = if after.views.is_empty() { before.views.clone() } else { after.views };
    }
    batch::put_over(connection, &after)?;
    before.instead_of = Some(after.views.clone());
    after.instead_of = Some(before.views.clone());
    Ok(Some((before, after)))
}

/// Declares the lanes and kinds that the case does not declare yet.
fn declare(
    connection: &rusqlite::Connection,
    content: &CaseContent,
    batch: i64,
    pen: &mut Pen<'_>,
    watch: &mut Watch<'_>,
) -> Result<(), StoreError> {
    for lane in &content.lanes {
        let row = pen.lane(&lane.code)?;
        watch.on(Table::Lane, "id", row)?;
        connection
            .prepare_cached(
                "UPDATE lane SET batch = ?2, pos = 1 + (SELECT coalesce(max(pos), 0) FROM lane), name = ?3, \
                 type = ?4, of = ?5, grouped = ?6 WHERE id = ?1 AND batch IS NULL",
            )?
            .execute((
                row,
                batch,
                &lane.name,
                lane.lane_type.map(crate::model::LaneType::code),
                lane.of.as_ref().map(crate::model::LaneCode::as_str),
                &lane.group,
            ))?;
    }
    for kind in &content.kinds {
        let added = connection
            .prepare_cached(
                "INSERT INTO kind (id, batch, label, family, colour) VALUES (?1, ?2, ?3, ?4, ?5) \
                 ON CONFLICT (id) DO NOTHING",
            )?
            .execute((
                &kind.id,
                batch,
                &kind.label,
                kind.family.map(crate::model::Family::code),
                &kind.colour,
            ))?;
        if added > 0 {
            watch.born(Table::Kind, "pos", connection.last_insert_rowid());
        }
    }
    if read::own_kinds(connection)?.len() > rules::MOST_KINDS {
        let most = rules::MOST_KINDS;
        return Err(StoreError::Refused(Sentence::new("refused-kinds-full").text("most", most.to_string())));
    }
    Ok(())
}

/// Lanes and kinds of the file that the case declares in another way: ours stay.
fn notes_on_declared(
    content: &CaseContent,
    connection: &rusqlite::Connection,
) -> Result<Vec<Sentence>, StoreError> {
    let lanes = read::declared_lanes(connection)?;
    let kinds = read::own_kinds(connection)?;
    let lanes = content.lanes.iter().filter(|lane| !lanes.contains(lane));
    let kinds = content.kinds.iter().filter(|kind| !kinds.contains(kind));
    let said = |key, name: &str| Sentence::new(key).text("name", name);
    Ok(lanes
        .map(|lane| said("note-lane-declared", lane.code.as_str()))
        .chain(kinds.map(|kind| said("note-kind-declared", &kind.id)))
        .collect())
}

impl Taking<'_, '_> {
    /// A key for a newcomer: its own where that is free.
    pub(super) fn key_for(
        &mut self,
        letter: Letter,
        wanted: &str,
        around: &mut Surroundings<'_>,
    ) -> Result<String, StoreError> {
        if !keys::taken(self.pen.connection, letter, wanted)? {
            return Ok(wanted.to_owned());
        }
        let key = keys::fresh(self.pen.connection, letter, around)?;
        self.report.renamed.push((wanted.to_owned(), key.clone()));
        Ok(key)
    }

    fn take_entities(
        &mut self,
        entities: &[Entity],
        around: &mut Surroundings<'_>,
    ) -> Result<(), StoreError> {
        let present = if self.empty { Vec::new() } else { read::entities(self.pen.connection)? };
        for entity in entities {
            // A key that something else has was given another one when the same file came before.
            let taken = present.iter().any(|known| known.key == entity.key && known != entity);
            let alike = |known: &&Entity| Entity { key: known.key.clone(), ..entity.clone() } == **known;
            let twin = present.iter().find(|known| (taken || known.key == entity.key) && alike(known));
            if let Some(twin) = twin {
                self.entities.insert(entity.key.clone(), twin.key.clone());
                continue;
            }
            let key = self.key_for(Letter::Entity, &entity.key, around)?;
            self.pen.write_entity(self.batch, &key, entity)?;
            self.entities.insert(entity.key.clone(), key);
        }
        Ok(())
    }

    fn take_events(&mut self, events: Vec<Event>, around: &mut Surroundings<'_>) -> Result<(), StoreError> {
        let twins = if self.empty {
            Twins::default()
        } else {
            Twins::new(read::events_between(self.pen.connection, i64::MIN, i64::MAX)?, self.pen.zone)
        };
        let is_numbered = self.may_be_numbered(&events)?;
        std::thread::scope(|scope| {
            let mut bulk = Bulk::new(scope, self.pen, events.len());
            let mut sheaf = Sheaf::new(self.pen.connection, self.batch)?;
            for mut event in events {
                self.settle_in(&mut event);
                let wanted = std::mem::take(&mut event.key);
                if let Some(twin) = twins.equal(&event) {
                    self.report.merged += 1;
                    self.events.insert(wanted, twin.0);
                    continue;
                }
                self.report.possible_duplicates += usize::from(twins.near(&event));
                self.report.undated += usize::from(event.when.is_none());
                self.report.added += 1;
                // Where keys have to be looked for, each event is to be found at once by those after it.
                let written = if is_numbered {
                    let id = self.take_event(&event, &wanted, around)?;
                    vec![(id, event)]
                } else {
                    sheaf.add(self.pen, event)?
                };
                self.follow(&mut bulk, written, wanted)?;
            }
            let last = sheaf.close(self.pen)?;
            self.follow(&mut bulk, last, String::new())?;
            bulk.write(self.pen)
        })
    }

    /// Writes the rows of one event, which may bring a key; gives its number.
    fn take_event(
        &mut self,
        event: &Event,
        wanted: &str,
        around: &mut Surroundings<'_>,
    ) -> Result<i64, StoreError> {
        let key = match wanted {
            "" => None,
            wanted => Some(self.key_for(Letter::Event, wanted, around)?),
        };
        let id = self.pen.write_rows(event, None, self.batch, key.as_deref())?;
        if key.is_none() {
            self.guard_number(id, around)?;
        }
        Ok(id)
    }

    /// Gathers what follows from events that were written, of which the only one may have had a key in its file.
    fn follow(
        &mut self,
        bulk: &mut Bulk<'_>,
        written: Vec<(i64, Event)>,
        wanted: String,
    ) -> Result<(), StoreError> {
        if let (false, [(id, _)]) = (wanted.is_empty(), &written[..]) {
            self.events.insert(wanted, *id);
        }
        for (id, event) in written {
            self.touched.push(EventId(id));
            bulk.add(self.pen, id, event)?;
        }
        Ok(())
    }

    /// Whether some event is called as rows without a key are.
    fn may_be_numbered(&self, newcomers: &[Event]) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM event WHERE key >= 'e0' AND key < 'e:')";
        Ok(newcomers.iter().any(|event| !event.key.is_empty())
            || self.pen.connection.query_row(sql, [], |row| row.get(0))?)
    }

    /// A row without a key is called `e` and its number: where something has that key, the row gets another.
    fn guard_number(&mut self, id: i64, around: &mut Surroundings<'_>) -> Result<(), StoreError> {
        let connection = self.pen.connection;
        let mut select =
            connection.prepare_cached("SELECT EXISTS (SELECT 1 FROM event WHERE key = 'e' || ?1)")?;
        if select.query_row([id], |row| row.get(0))? {
            let key = keys::fresh(connection, Letter::Event, around)?;
            connection.execute("UPDATE event SET key = ?2 WHERE id = ?1", (id, key))?;
        }
        Ok(())
    }

    /// Names entities and articles as the case does.
    fn settle_in(&self, event: &mut Event) {
        for part in &mut event.entities {
            if let Some(key) = self.entities.get(&part.entity) {
                part.entity.clone_from(key);
            }
        }
        event.quotes.iter_mut().for_each(|quote| self.rehang(quote));
    }

    fn rehang(&self, quote: &mut Quote) {
        let Some(home) = self.articles.get(&quote.article) else { return };
        quote.article.clone_from(&home.key);
        if let Some(text) = &home.found {
            quote.rev = None;
            anchor::anchor(text, quote);
            return;
        }
        quote.rev = match quote.rev {
            None => home.newest,
            Some(rev) => {
                home.revs.iter().find(|(ours, _)| *ours == rev).map_or(Some(rev), |(_, theirs)| *theirs)
            }
        };
    }

    fn take_links(&mut self, links: Vec<Link>) -> Result<(), StoreError> {
        for mut link in links {
            let ends = (self.events.get(&link.from).copied(), self.events.get(&link.to).copied());
            let (Some(later), Some(earlier)) = ends else { continue };
            let known = links::between(self.pen.connection, (later, earlier), link.link_type)?;
            if later == earlier || known.is_some_and(|(_, alive)| alive) {
                continue;
            }
            link.quotes.iter_mut().for_each(|quote| self.rehang(quote));
            let row = known.map(|(row, _)| row);
            if let Some(row) = row {
                links::erase(self.pen.connection, &mut self.watch, row)?;
            }
            self.pen.write_link(row, self.batch, (later, earlier), &link)?;
        }
        if !self.empty {
            let all: Vec<Link> =
                read::links(self.pen.connection, None)?.into_iter().map(|(_, _, link)| link).collect();
            if let Some(at) = rules::circle(&all) {
                let event = &all[at].from;
                return Err(StoreError::Refused(Sentence::new("refused-circle").quoting("event", event)));
            }
        }
        Ok(())
    }

    fn take_candidates(
        &mut self,
        content: &CaseContent,
        around: &mut Surroundings<'_>,
    ) -> Result<(), StoreError> {
        let present = if self.empty { Vec::new() } else { read::candidates(self.pen.connection)? };
        for one in &content.candidates {
            if present.contains(one) {
                continue;
            }
            let key = self.key_for(Letter::Candidate, &one.key, around)?;
            let mut draft = one.draft.clone();
            for part in &mut draft.entities {
                if let Some(key) = self.entities.get(&part.entity) {
                    part.entity.clone_from(key);
                }
            }
            let mut place = Quote { article: one.article.clone(), rev: one.rev, ..Quote::default() };
            self.rehang(&mut place);
            let (article, rev) = (place.article, place.rev);
            let settled = Candidate { key, article, rev, draft, ..one.clone() };
            self.pen.write_candidate(self.batch, &settled)?;
            self.report.candidates += 1;
        }
        Ok(())
    }

    fn take_pairs(&mut self, content: &CaseContent) -> Result<(), StoreError> {
        // Within one file a pair may stand twice: it is written as it was read.
        let sql = "INSERT INTO not_same (batch, one, other) SELECT ?1, ?2, ?3 WHERE NOT EXISTS \
                   (SELECT 1 FROM not_same WHERE batch <> ?1 AND min(one, other) = min(?2, ?3) \
                   AND max(one, other) = max(?2, ?3))";
        for (one, other) in &content.not_same {
            if let (Some(one), Some(other)) = (self.events.get(one), self.events.get(other)) {
                self.pen.connection.prepare_cached(sql)?.execute((self.batch, one, other))?;
            }
        }
        Ok(())
    }
}
