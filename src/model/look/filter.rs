//! Which events count at all: the filter of a view, and the facts that it asks of events, as columns.

use crate::model::{EventId, KindIndex, LaneCode, Role, Span, Stamp, Status, When};

use super::mark::Roles;

/// Which events count at all; empty lists leave all in. Values of one list are joined by "or", lists by "and".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    pub kinds: Vec<String>,
    pub statuses: Vec<Status>,
    pub lanes: Vec<LaneCode>,
    /// Roles that one of the lanes must have; where no lane is named, any lane.
    pub roles: Vec<Role>,
    /// Keys of entities.
    pub entities: Vec<String>,
    pub tags: Vec<String>,
    /// Keys of articles that an event quotes.
    pub articles: Vec<String>,
    /// Sites whose articles an event quotes.
    pub sites: Vec<String>,
    /// Events that last into the time from the earliest of this on.
    pub from: Option<When>,
    /// Events that begin before the end of this: its last day included.
    pub to: Option<When>,
    /// Events whose stated number may be that high, and that low.
    pub least: Option<u64>,
    pub most: Option<u64>,
    /// Words, found as a search finds them.
    pub text: Option<String>,
    /// Only events that no words of an article support.
    pub no_quote: bool,
    /// Only events that name sources and carry no words of any.
    pub cited_only: bool,
    /// Only events whose sources contradict each other.
    pub differs: bool,
}

impl Filter {
    /// What is left when kinds and statuses are taken out, which every mark knows by itself.
    #[must_use]
    pub fn beyond_marks(&self) -> Self {
        Self { kinds: Vec::new(), statuses: Vec::new(), ..self.clone() }
    }

    /// Whether every event passes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The time that an event must touch, where one is named.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        let from = self.from.as_ref().map_or(Stamp::MIN, When::earliest);
        let to = self.to.as_ref().map_or(Stamp::MAX, When::latest);
        (self.from.is_some() || self.to.is_some()).then(|| Span::new(from, to.max(from)))
    }
}

/// Lists of values, a list a row, end to end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lists<T> {
    starts: Vec<u32>,
    values: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { starts: vec![0], values: Vec::new() }
    }
}

impl<T> Lists<T> {
    /// Adds a row.
    pub fn push(&mut self, row: impl IntoIterator<Item = T>) {
        self.values.extend(row);
        self.starts.push(u32::try_from(self.values.len()).unwrap_or(u32::MAX));
    }

    /// The values of a row.
    #[must_use]
    pub fn of(&self, row: usize) -> &[T] {
        let ends = self.starts.get(row).zip(self.starts.get(row + 1));
        ends.and_then(|(from, to)| self.values.get(*from as usize..*to as usize)).unwrap_or_default()
    }
}

/// What filters ask of one event; names are numbers of the lists in [`Facets`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FacetRow {
    pub event: EventId,
    pub kind: KindIndex,
    pub status: Status,
    /// As in the drawing table: an undated event has both at [`Stamp::MAX`].
    pub t0: Stamp,
    pub t1: Stamp,
    /// The stated number: at least, and at most where a most is stated.
    pub count: Option<(u64, Option<u64>)>,
    /// Whether words of an article support it.
    pub quoted: bool,
    /// Whether it names a source at all.
    pub cited: bool,
    /// Whether its sources contradict each other.
    pub differs: bool,
}

/// What a source said of an event's status, by its clock (contract 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Saying {
    pub event: EventId,
    pub clock: Stamp,
    pub status: Status,
}

/// What filters ask of a case's events, sorted by event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    pub rows: Vec<FacetRow>,
    pub lanes: Vec<LaneCode>,
    /// Lanes of a row with all roles that each has.
    pub lanes_of: Lists<(u32, Roles)>,
    pub entities: Vec<String>,
    pub entities_of: Lists<u32>,
    pub tags: Vec<String>,
    pub tags_of: Lists<u32>,
    pub articles: Vec<String>,
    pub articles_of: Lists<u32>,
    pub sites: Vec<String>,
    pub sites_of: Lists<u32>,
    /// Of events whose sources state different things: what each dated source said of the status, in order.
    pub sayings: Vec<Saying>,
}

impl Facets {
    /// The status of an event as the latest source by then gave it; `None`: its own, no source ever differed.
    #[must_use]
    pub fn status_by(&self, event: EventId, by: Stamp) -> Option<Status> {
        let from = self.sayings.partition_point(|saying| saying.event < event);
        let said = self.sayings.get(from..).unwrap_or_default().iter();
        let said = said.take_while(|saying| saying.event == event && saying.clock < by);
        said.last().map(|saying| saying.status)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_lists_keep_apart() {
        let mut lists = Lists::default();
        for row in [vec![1, 2], vec![], vec![3]] {
            lists.push(row);
        }
        assert_eq!((lists.of(0), lists.of(1), lists.of(2)), (&[1, 2][..], &[][..], &[3][..]));
        assert!(lists.of(3).is_empty());
    }

    #[test]
    fn the_last_day_of_a_time_is_included() {
        let to = When::parse("2022-04").ok();
        let span = Filter { to, ..Filter::default() }.span().expect("a time");
        assert!(
            span.contains(Stamp::from_civil(2022, 4, 30)) && !span.contains(Stamp::from_civil(2022, 5, 1))
        );
    }
}
