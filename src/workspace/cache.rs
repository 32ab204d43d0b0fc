//! Words of what is shown: events and articles, fetched by request and let go when long unseen.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Edit, Event, EventEdit, EventId};

use super::edits::Edited;
use super::jobs::Sheet;

/// Events kept before the older half is let go: some screens full.
const EVENTS: usize = 8_192;
/// Articles kept with their texts.
const SHEETS: usize = 64;

/// What was fetched of a case.
#[derive(Debug, Default)]
pub(super) struct Cache {
    /// Wanted since the last turn.
    events: BTreeMap<EventId, Arc<Event>>,
    /// Wanted the turn before.
    older: BTreeMap<EventId, Arc<Event>>,
    asked: BTreeSet<EventId>,
    sheets: BTreeMap<String, Arc<Sheet>>,
    revision: u64,
}

impl Cache {
    pub(super) fn event(&self, id: EventId) -> Option<&Arc<Event>> {
        self.events.get(&id).or_else(|| self.older.get(&id))
    }

    pub(super) fn sheet(&self, key: &str) -> Option<&Arc<Sheet>> {
        self.sheets.get(key)
    }

    /// Keeps those that are there from being let go, and returns those that must be asked for.
    pub(super) fn want(&mut self, ids: impl IntoIterator<Item = EventId>) -> Vec<EventId> {
        if self.events.len() > EVENTS {
            self.older = std::mem::take(&mut self.events);
        }
        let mut missing = Vec::new();
        for id in ids {
            if let Some(event) = self.older.remove(&id) {
                self.events.insert(id, event);
            } else if !self.events.contains_key(&id) && self.asked.insert(id) {
                missing.push(id);
            }
        }
        missing
    }

    /// Whether events were asked for that have not come yet.
    pub(super) fn is_waiting(&self) -> bool {
        !self.asked.is_empty()
    }

    /// Changes whenever words have come or gone.
    pub(super) fn revision(&self) -> u64 {
        self.revision
    }

    pub(super) fn put_events(&mut self, events: Vec<Arc<Event>>) {
        self.revision += 1;
        for event in events {
            self.asked.remove(&event.id);
            self.events.insert(event.id, event);
        }
    }

    pub(super) fn put_sheet(&mut self, sheet: Arc<Sheet>) {
        if self.sheets.len() >= SHEETS {
            self.sheets.pop_first();
        }
        self.sheets.insert(sheet.article.key.clone(), sheet);
    }

    /// Shows an edit of one event before it is written.
    pub(super) fn foresee(&mut self, edit: &Edit) {
        if let Edit::Event(EventEdit::Put(event)) = edit
            && self.event(event.id).is_some()
        {
            self.put_events(vec![Arc::new(Event::clone(event))]);
        }
    }

    /// Takes what came with an edit, and forgets what it may have changed besides; the open article stays until it is
    /// read anew.
    pub(super) fn renew(&mut self, edited: &Edited, open: Option<&str>) {
        let reach = edited.change.reach;
        if reach.all || edited.events.is_empty() && !edited.change.touched.is_empty() {
            return self.clear();
        }
        for event in &edited.change.touched {
            self.events.remove(event);
            self.older.remove(event);
        }
        self.sheets.retain(|key, _| Some(key.as_str()) == open);
        self.put_events(edited.events.clone());
    }

    /// Forgets all: another case, or a change of unknown reach.
    pub(super) fn clear(&mut self) {
        *self = Self { revision: self.revision + 1, ..Self::default() };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(id: i64) -> Arc<Event> {
        Arc::new(Event { id: EventId(id), ..Event::default() })
    }

    #[test]
    fn an_event_is_asked_for_once_and_kept_while_it_is_wanted() {
        let mut cache = Cache::default();
        assert_eq!(cache.want([EventId(1), EventId(2), EventId(1)]), [EventId(1), EventId(2)]);
        assert_eq!(cache.want([EventId(1)]), []);
        cache.put_events(vec![event(1), event(2)]);
        for round in 1..=3 {
            let first = round * 100_000;
            cache.put_events((first..first + 10_000).map(event).collect());
            assert_eq!(cache.want([EventId(1)]), [], "round {round}");
        }
        assert!(cache.event(EventId(1)).is_some() && cache.event(EventId(2)).is_none());
        assert_eq!(cache.want([EventId(2)]), [EventId(2)]);
    }
}
