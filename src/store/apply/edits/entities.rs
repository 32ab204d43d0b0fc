//! People, organisations and units: made, changed, removed, and two that are one.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::super::deed::change_views;
use super::super::keys::{self, Letter};
use super::super::rows::Table;
use super::{Entry, Surroundings, labels};
use crate::model::{CandidateDraft, Entity, EntityEdit, Participant, Sentence, View, ViewChange};
use crate::store::case_json;
use crate::store::error::StoreError;
use crate::store::read;

impl Entry<'_, '_> {
    pub(super) fn entity(
        &mut self,
        edit: &EntityEdit,
        around: &mut Surroundings<'_>,
    ) -> Result<Sentence, StoreError> {
        match edit {
            EntityEdit::Put(entity) => self.put_entity(entity, around),
            EntityEdit::Remove(key) => self.remove_entity(key),
            EntityEdit::Merge { kept, gone } => self.merge_entities(kept, gone),
        }
    }

    fn entity_called(&mut self, key: &str) -> Result<(i64, Entity), StoreError> {
        let found = read::entities(self.pen.connection)?.into_iter().find(|one| one.key == key);
        let found = found
            .ok_or_else(|| StoreError::Refused(Sentence::new("refused-no-entity").quoting("key", key)))?;
        Ok((self.pen.entity(key)?, found))
    }

    fn put_entity(&mut self, entity: &Entity, around: &mut Surroundings<'_>) -> Result<Sentence, StoreError> {
        if entity.name.trim().is_empty() {
            return Err(StoreError::Refused(Sentence::new("refused-entity-nameless")));
        }
        let name = labels::named(&entity.name);
        if entity.key.is_empty() {
            let key = keys::fresh(self.pen.connection, Letter::Entity, around)?;
            let row = self.pen.write_entity(0, &key, entity)?;
            self.watch.born(Table::Entity, "id", row);
            self.watch.born(Table::Alias, "entity", row);
            self.made = Some(key);
            return Ok(Sentence::new("step-add").said_of("what", name));
        }
        let (row, old) = self.entity_called(&entity.key)?;
        self.write_over(row, entity)?;
        Ok(if old.name == entity.name {
            Sentence::new("step-change").said_of("what", name)
        } else {
            Sentence::new("step-rename").said_of("what", labels::named(&old.name)).said_of("name", name)
        })
    }

    fn write_over(&mut self, row: i64, entity: &Entity) -> Result<(), StoreError> {
        self.watch(Table::Entity, "id", row)?;
        self.watch(Table::Alias, "entity", row)?;
        let connection = self.pen.connection;
        connection
            .prepare_cached("UPDATE entity SET name = ?2, type = ?3, note = ?4, private = ?5 WHERE id = ?1")?
            .execute((row, &entity.name, entity.entity_type.code(), &entity.note, entity.private))?;
        connection.prepare_cached("DELETE FROM alias WHERE entity = ?1")?.execute([row])?;
        self.pen.write_aliases(row, &entity.aliases)
    }

    /// Its row stays, and with it its key: what was done with the entity can be taken back.
    fn bury_entity(&mut self, row: i64) -> Result<(), StoreError> {
        let grave = self.grave()?;
        self.watch(Table::Entity, "id", row)?;
        let sql = "UPDATE entity SET batch = ?2 WHERE id = ?1";
        self.pen.connection.prepare_cached(sql)?.execute([row, grave])?;
        Ok(())
    }

    fn remove_entity(&mut self, key: &str) -> Result<Sentence, StoreError> {
        let (row, entity) = self.entity_called(key)?;
        let events = events_with(self.pen.connection, row, true)?.len();
        let proposed = proposing(self.pen.connection, key)?.len();
        if events + proposed > 0 {
            return Err(StoreError::Refused(
                Sentence::new("refused-entity-used")
                    .said_of("what", labels::named(&entity.name))
                    .text("events", events.to_string())
                    .text("proposed", proposed.to_string()),
            ));
        }
        self.bury_entity(row)?;
        Ok(Sentence::new("step-remove").said_of("what", labels::named(&entity.name)))
    }

    fn merge_entities(&mut self, kept: &str, gone: &str) -> Result<Sentence, StoreError> {
        if kept == gone {
            return Err(StoreError::Refused(Sentence::new("refused-entity-merge")));
        }
        let ((kept_row, mut host), (gone_row, guest)) =
            (self.entity_called(kept)?, self.entity_called(gone)?);
        let sentence = Sentence::new("step-merge-entity")
            .said_of("what", labels::named(&guest.name))
            .said_of("host", labels::named(&host.name));
        for name in std::iter::once(&guest.name).chain(&guest.aliases) {
            if *name != host.name && !name.is_empty() && !host.aliases.contains(name) {
                host.aliases.push(name.clone());
            }
        }
        host.note = match (host.note, guest.note) {
            (Some(ours), Some(theirs)) if ours != theirs => Some(ours + "\n" + &theirs),
            (ours, theirs) => ours.or(theirs),
        };
        // What was marked private stays so.
        host.private |= guest.private;
        self.write_over(kept_row, &host)?;
        // Events that were removed are taken along: bringing them back must find who took part.
        for event in events_with(self.pen.connection, gone_row, false)? {
            self.move_parts(event, (kept_row, gone_row))?;
        }
        self.rename_in_candidates(kept, gone)?;
        self.rename_in_views(kept, gone)?;
        self.bury_entity(gone_row)?;
        Ok(sentence)
    }

    /// What `gone` did in an event, `kept` did: a part that it has there already stands once.
    fn move_parts(&mut self, event: i64, (kept, gone): (i64, i64)) -> Result<(), StoreError> {
        self.watch(Table::EventEntity, "event", event)?;
        self.touched.insert(event);
        let connection = self.pen.connection;
        connection
            .prepare_cached(
                "DELETE FROM event_entity WHERE event = ?1 AND entity = ?3 AND role IN \
                 (SELECT role FROM event_entity WHERE event = ?1 AND entity = ?2)",
            )?
            .execute([event, kept, gone])?;
        connection
            .prepare_cached("UPDATE event_entity SET entity = ?2 WHERE event = ?1 AND entity = ?3")?
            .execute([event, kept, gone])?;
        Ok(())
    }

    fn rename_in_candidates(&mut self, kept: &str, gone: &str) -> Result<(), StoreError> {
        for (row, mut draft) in proposing(self.pen.connection, gone)? {
            self.watch(Table::Candidate, "id", row)?;
            let mut parts: Vec<Participant> = Vec::with_capacity(draft.entities.len());
            for mut part in std::mem::take(&mut draft.entities) {
                if part.entity == gone {
                    kept.clone_into(&mut part.entity);
                }
                if !parts.contains(&part) {
                    parts.push(part);
                }
            }
            draft.entities = parts;
            self.pen
                .connection
                .prepare_cached("UPDATE candidate SET draft = ?2 WHERE id = ?1")?
                .execute((row, serde_json::to_string(&case_json::draft_to(&draft))?))?;
        }
        Ok(())
    }

    fn rename_in_views(&mut self, kept: &str, gone: &str) -> Result<(), StoreError> {
        let renamed = |keys: &[String]| -> Vec<String> {
            let mut after: Vec<String> = Vec::with_capacity(keys.len());
            for key in keys {
                let key = if key == gone { kept } else { key };
                if !after.iter().any(|known| known == key) {
                    after.push(key.to_owned());
                }
            }
            after
        };
        let of = |view: &View, filter: bool, keys: &[String]| {
            keys.iter().any(|key| key == gone).then(|| ViewChange {
                view: view.name.clone(),
                filter,
                before: keys.to_vec(),
                after: renamed(keys),
            })
        };
        let views = read::views(self.pen.connection)?;
        let changes = views.iter().flat_map(|view| {
            [of(view, false, &view.threads), of(view, true, &view.filter.entities)].into_iter().flatten()
        });
        self.views = changes.collect();
        change_views(self.pen.connection, &self.views)
    }
}

/// Rows of the events that an entity takes part in, once each; only those that are in the case, or all.
fn events_with(connection: &Connection, row: i64, live: bool) -> Result<BTreeSet<i64>, StoreError> {
    let sql = if live {
        concat!(
            "SELECT p.event FROM event_entity p JOIN event e ON e.id = p.event WHERE p.entity = ?1 AND ",
            read::live!("e.batch")
        )
    } else {
        "SELECT event FROM event_entity WHERE entity = ?1"
    };
    let mut select = connection.prepare_cached(sql)?;
    let rows = select.query_map([row], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Proposed events, decided on or not, that name an entity.
fn proposing(connection: &Connection, key: &str) -> Result<Vec<(i64, CandidateDraft)>, StoreError> {
    let mut select = connection.prepare_cached("SELECT id, draft FROM candidate ORDER BY id")?;
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    let mut found = Vec::new();
    for row in rows {
        let (id, draft) = row?;
        let draft = case_json::draft_from(serde_json::from_str(&draft)?);
        if draft.entities.iter().any(|part| part.entity == key) {
            found.push((id, draft));
        }
    }
    Ok(found)
}
