//! Twins: events of the case that a newcomer equals, or is near enough to be asked about.

use std::collections::{BTreeSet, HashMap};

use crate::model::{Event, EventId, LaneCode, Span};
use crate::store::drawing;

/// A whole day; what is longer is looked through one by one.
const DAY: i64 = 86_400;

/// Kind and lanes: what near twins share.
type Sort = (String, BTreeSet<LaneCode>);

/// The events that were there before an import.
#[derive(Debug, Default)]
pub(super) struct Twins {
    events: Vec<Event>,
    zone: i64,
    /// By title and date.
    alike: HashMap<(String, Option<String>), Vec<usize>>,
    /// By sort and day.
    on_day: HashMap<(Sort, i64), Vec<usize>>,
    /// Longer than a day, by sort.
    longer: HashMap<Sort, Vec<usize>>,
    /// All dated ones, by sort.
    dated: HashMap<Sort, Vec<usize>>,
}

impl Twins {
    pub(super) fn new(events: Vec<Event>, zone: i64) -> Self {
        let mut twins = Self { zone, ..Self::default() };
        for (at, event) in events.iter().enumerate() {
            twins.alike.entry(likeness(event)).or_default().push(at);
            let Some(span) = twins.span(event) else { continue };
            let sort = sort(event);
            if span.seconds() <= DAY {
                twins.on_day.entry((sort.clone(), span.start().day_number())).or_default().push(at);
            } else {
                twins.longer.entry(sort.clone()).or_default().push(at);
            }
            twins.dated.entry(sort).or_default().push(at);
        }
        twins.events = events;
        twins
    }

    fn span(&self, event: &Event) -> Option<Span> {
        event.when.as_ref()?;
        let (t0, t1) = drawing::ends(event, self.zone);
        Some(Span::new(t0, t1))
    }

    /// The event that is equal in everything but its key.
    pub(super) fn equal(&self, event: &Event) -> Option<EventId> {
        if self.events.is_empty() {
            return None;
        }
        let alike = self.alike.get(&likeness(event))?;
        let same = |at: &&usize| {
            let known = &self.events[**at];
            let named = Event { id: known.id, key: known.key.clone(), ..event.clone() };
            named == *known
        };
        alike.iter().find(same).map(|at| self.events[*at].id)
    }

    /// Whether some event has the same lanes and kind, a time that may be the same, and a title like it.
    pub(super) fn near(&self, event: &Event) -> bool {
        if self.events.is_empty() {
            return false;
        }
        let Some(span) = self.span(event) else { return false };
        let sort = sort(event);
        let near = |at: &usize| {
            let known = &self.events[*at];
            self.span(known).is_some_and(|other| other.overlaps(span))
                && titles_near(&known.title, &event.title)
        };
        let any = |found: Option<&Vec<usize>>| found.is_some_and(|found| found.iter().any(near));
        if span.seconds() > DAY {
            return any(self.dated.get(&sort));
        }
        if any(self.longer.get(&sort)) {
            return true;
        }
        let day = span.start().day_number();
        let mut sort = sort;
        for day in [day, day - 1, day + 1] {
            let key = (sort, day);
            if any(self.on_day.get(&key)) {
                return true;
            }
            sort = key.0;
        }
        false
    }
}

fn likeness(event: &Event) -> (String, Option<String>) {
    (event.title.clone(), event.when.as_ref().map(|when| when.as_str().to_owned()))
}

fn sort(event: &Event) -> Sort {
    (event.kind.clone(), event.lanes.iter().map(|part| part.lane.clone()).collect())
}

/// Whether at least half of the words of two titles are the same.
fn titles_near(one: &str, other: &str) -> bool {
    let words = |title: &str| -> BTreeSet<String> {
        let folded = crate::store::search::fold(title);
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(Into::into).collect()
    };
    let (one, other) = (words(one), words(other));
    let shared = one.intersection(&other).count();
    2 * shared >= one.union(&other).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_near_when_half_of_their_words_are_shared() {
        assert!(titles_near("Italy expels 30 Russian diplomats", "Italy expels thirty Russian diplomats"));
        assert!(!titles_near("Italy expels 30 diplomats", "Spain closes its embassy in Minsk"));
    }
}
