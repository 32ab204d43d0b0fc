//! Events: made, changed, changed together, removed.

use std::collections::BTreeSet;

use super::super::keys::{self, Letter};
use super::super::redraw::Stale;
use super::super::rows::Table;
use super::{Entry, Surroundings, labels, with_known};
use crate::model::{Event, EventChange, EventEdit, EventId, Sentence};
use crate::store::drawing;
use crate::store::error::StoreError;
use crate::store::read;

impl Entry<'_, '_> {
    pub(super) fn event(
        &mut self,
        edit: &EventEdit,
        around: &mut Surroundings<'_>,
    ) -> Result<Sentence, StoreError> {
        match edit {
            EventEdit::Put(event) if event.id == EventId(0) => {
                let id = self.add_event(event, around)?;
                let added = self.event_there(EventId(id))?;
                Ok(Sentence::new("step-add").said_of("what", labels::named(&added.title)))
            }
            EventEdit::Put(event) => self.put_event(event),
            EventEdit::Remove(ids) => self.remove_events(ids),
            EventEdit::Change { events, change } => self.change_events(events, change),
        }
    }

    /// Writes a new event; gives its row.
    pub(super) fn add_event(
        &mut self,
        event: &Event,
        around: &mut Surroundings<'_>,
    ) -> Result<i64, StoreError> {
        let mut event = event.clone();
        self.check(&mut event)?;
        let connection = self.pen.connection;
        if event.key.is_empty() || keys::taken(connection, Letter::Event, &event.key)? {
            event.key = keys::fresh(connection, Letter::Event, around)?;
        }
        let id = self.pen.write_event(&event, None, 0, Some(&event.key))?;
        self.watch.born_event(id);
        self.touched.insert(id);
        self.made = Some(event.key);
        Ok(id)
    }

    /// Puts an event's values in the place of the old ones.
    pub(super) fn put_event(&mut self, event: &Event) -> Result<Sentence, StoreError> {
        let old = self.event_there(event.id)?;
        let mut event = event.clone();
        self.check(&mut event)?;
        let renamed = event.key != old.key && !event.key.is_empty();
        if renamed && keys::taken(self.pen.connection, Letter::Event, &event.key)? {
            return Err(StoreError::Refused(Sentence::new("refused-event-id").quoting("id", &event.key)));
        }
        let key = if renamed { Some(event.key.clone()) } else { self.pen.own_key_of(old.id.0)? };
        let batch = self.pen.batch_of(old.id.0)?;
        self.watch.event(old.id.0)?;
        self.pen.erase_event(&old)?;
        self.pen.write_event(&event, Some(old.id.0), batch, key.as_deref())?;
        self.touched.insert(old.id.0);
        Ok(labels::put(&old, &event, &self.pen.kinds))
    }

    /// Holds an event against the rules of its case, and puts the surroundings of its quotes.
    fn check(&self, event: &mut Event) -> Result<(), StoreError> {
        let mut settled = event.clone();
        let articles: BTreeSet<&str> = event.quotes.iter().map(|quote| quote.article.as_str()).collect();
        let fault = with_known(self.pen, &articles, |known| {
            let fault = known.event_fault(&settled);
            settled.quotes.iter_mut().for_each(|quote| known.texts.settle(quote));
            fault
        })?;
        *event = settled;
        fault.map_or(Ok(()), |fault| Err(StoreError::Refused(fault.sentence)))
    }

    fn events_there(&self, ids: &[EventId]) -> Result<Vec<Event>, StoreError> {
        let ids: BTreeSet<EventId> = ids.iter().copied().collect();
        if ids.is_empty() {
            return Err(StoreError::Refused(Sentence::new("refused-no-selection")));
        }
        ids.into_iter().map(|id| self.event_there(id)).collect()
    }

    fn remove_events(&mut self, ids: &[EventId]) -> Result<Sentence, StoreError> {
        let events = self.events_there(ids)?;
        let grave = self.grave()?;
        let connection = self.pen.connection;
        Stale::events(events.iter().map(|event| event.id.0)).erase(self.pen)?;
        for event in &events {
            let id = event.id.0;
            self.watch(Table::Event, "id", id)?;
            connection.prepare_cached("UPDATE event SET batch = ?2 WHERE id = ?1")?.execute([id, grave])?;
            for (table, columns, sql) in TIES {
                for column in columns {
                    self.watch(table, column, id)?;
                }
                connection.prepare_cached(sql)?.execute([id, grave])?;
            }
            self.touched.insert(id);
        }
        let gone = labels::events(events.iter().map(|event| event.title.as_str()));
        Ok(Sentence::new("step-remove").said_of("what", gone))
    }

    fn change_events(&mut self, ids: &[EventId], change: &EventChange) -> Result<Sentence, StoreError> {
        let events = self.events_there(ids)?;
        self.check_change(change)?;
        let changed: Vec<(&Event, Event)> =
            events.iter().map(|old| (old, changed(old, change))).filter(|(old, new)| *old != new).collect();
        let stale = Stale::events(changed.iter().map(|(old, _)| old.id.0));
        stale.erase(self.pen)?;
        for (old, new) in &changed {
            self.rewrite(old, new)?;
            self.touched.insert(old.id.0);
        }
        stale.write(self.pen)?;
        let whom = labels::events(events.iter().map(|event| event.title.as_str()));
        Ok(labels::change(&self.with_names(change)?, &self.pen.kinds, &whom))
    }

    fn check_change(&self, change: &EventChange) -> Result<(), StoreError> {
        match change {
            EventChange::Kind(kind) if self.pen.kinds.index_of(kind).is_none() => {
                Err(StoreError::Refused(Sentence::new("refused-no-kind").quoting("kind", kind)))
            }
            EventChange::AddTag(tag) if tag.trim().is_empty() => {
                Err(StoreError::Refused(Sentence::new("refused-tag-nameless")))
            }
            EventChange::AddEntity(part)
                if !read::entities(self.pen.connection)?.iter().any(|one| one.key == part.entity) =>
            {
                Err(StoreError::Refused(Sentence::new("refused-unknown-entity").quoting("key", &part.entity)))
            }
            _ => Ok(()),
        }
    }

    /// A change that says an entity's name where it says its key, for a sentence.
    fn with_names(&self, change: &EventChange) -> Result<EventChange, StoreError> {
        let name = |key: &str| -> Result<String, StoreError> {
            let found = read::entities(self.pen.connection)?.into_iter().find(|one| one.key == key);
            Ok(found.map_or_else(|| key.to_owned(), |one| one.name))
        };
        Ok(match change {
            EventChange::AddEntity(part) => EventChange::AddEntity(crate::model::Participant {
                entity: name(&part.entity)?,
                ..part.clone()
            }),
            EventChange::RemoveEntity(key) => EventChange::RemoveEntity(name(key)?),
            other => other.clone(),
        })
    }

    /// Writes the rows in which an event differs; its sources stay as they are.
    fn rewrite(&mut self, old: &Event, new: &Event) -> Result<(), StoreError> {
        let (id, connection) = (old.id.0, self.pen.connection);
        self.watch(Table::Event, "id", id)?;
        let (t0, t1) = drawing::ends(new, self.pen.zone);
        connection
            .prepare_cached(
                "UPDATE event SET moment = ?2, t0 = ?3, t1 = ?4, kind = ?5, status = ?6, private = ?7 WHERE id = ?1",
            )?
            .execute((
                id,
                new.when.as_ref().map(crate::model::When::as_str),
                t0.0,
                t1.0,
                &new.kind,
                new.status.code(),
                new.private,
            ))?;
        if old.tags != new.tags {
            self.watch(Table::Tag, "event", id)?;
            connection.prepare_cached("DELETE FROM tag WHERE event = ?1")?.execute([id])?;
            self.pen.write_tags(id, &new.tags)?;
        }
        if old.entities != new.entities {
            self.watch(Table::EventEntity, "event", id)?;
            connection.prepare_cached("DELETE FROM event_entity WHERE event = ?1")?.execute([id])?;
            self.pen.write_participants(id, &new.entities)?;
        }
        Ok(())
    }
}

/// What hangs on events: the table, the columns that name an event, and how it goes with one.
const TIES: [(Table, [&str; 2], &str); 2] = [
    (
        Table::Link,
        ["later", "earlier"],
        "UPDATE link SET batch = ?2 WHERE (later = ?1 OR earlier = ?1) AND batch NOT IN \
         (SELECT id FROM batch WHERE dead = 1)",
    ),
    (
        Table::NotSame,
        ["one", "other"],
        "UPDATE not_same SET batch = ?2 WHERE (one = ?1 OR other = ?1) AND batch NOT IN \
         (SELECT id FROM batch WHERE dead = 1)",
    ),
];

/// An event with a change made.
fn changed(old: &Event, change: &EventChange) -> Event {
    let mut event = old.clone();
    match change {
        EventChange::Kind(kind) => event.kind.clone_from(kind),
        EventChange::Status(status) => event.status = *status,
        EventChange::AddTag(tag) if event.tags.contains(tag) => {}
        EventChange::AddTag(tag) => event.tags.push(tag.clone()),
        EventChange::RemoveTag(tag) => event.tags.retain(|known| known != tag),
        EventChange::AddEntity(part) => {
            match event.entities.iter_mut().find(|known| known.entity == part.entity) {
                Some(known) => known.role = part.role,
                None => event.entities.push(part.clone()),
            }
        }
        EventChange::RemoveEntity(key) => event.entities.retain(|known| known.entity != *key),
        EventChange::Private(private) => event.private = *private,
        EventChange::When(when) => event.when.clone_from(when),
    }
    event
}
