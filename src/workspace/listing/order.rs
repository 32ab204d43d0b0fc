//! In which order events stand in the table, from what drawing knows of them: no words are needed for it.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::model::{Columns, EventId, Mark, Role, Sieve, Stamp};

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ListColumn {
    #[default]
    When,
    Title,
    Lanes,
    Kind,
    Status,
    Count,
    Entities,
    Quotes,
    Tags,
}

impl ListColumn {
    /// All of them, from left to right.
    pub const ALL: [Self; 9] = [
        Self::When,
        Self::Title,
        Self::Lanes,
        Self::Kind,
        Self::Status,
        Self::Count,
        Self::Entities,
        Self::Quotes,
        Self::Tags,
    ];

    /// Whether the store has to be asked for its order.
    #[must_use]
    pub fn is_of_store(self) -> bool {
        matches!(self, Self::Title | Self::Quotes | Self::Tags)
    }
}

/// A column to sort by, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ListOrder {
    pub by: ListColumn,
    pub down: bool,
}

/// What the order needs of an event.
#[derive(Debug, Clone)]
struct Row {
    event: EventId,
    mark: Mark,
    /// Name of the lane that acts, else of the first one.
    lane: u32,
    acts: bool,
}

/// The events that pass, in their order; `ranks` holds the order of the store's columns, where it is known.
#[must_use]
pub fn ordered(
    columns: &Columns,
    sieve: &Sieve,
    order: ListOrder,
    ranks: Option<&[EventId]>,
) -> Vec<EventId> {
    let mut rows = rows(columns, sieve);
    let names = lane_ranks(columns);
    let entity = if order.by == ListColumn::Entities { entities(columns) } else { BTreeMap::new() };
    let ranks: BTreeMap<EventId, usize> = match ranks {
        Some(ranks) if order.by.is_of_store() => {
            ranks.iter().enumerate().map(|(at, event)| (*event, at)).collect()
        }
        _ => BTreeMap::new(),
    };
    let kinds: Vec<&str> = columns.kinds.codes().collect();
    let kind = |row: &Row| {
        let code = columns.kinds.code(row.mark.bits.kind());
        kinds.iter().position(|known| *known == code)
    };
    let name = |row: &Row| names.get(row.lane as usize).copied().unwrap_or(usize::MAX);
    let rank = |row: &Row| ranks.get(&row.event).copied().unwrap_or(usize::MAX);
    let taking_part = |row: &Row| entity.get(&row.event).copied();
    let compare = |a: &Row, b: &Row| -> Ordering {
        match order.by {
            ListColumn::When => Ordering::Equal,
            ListColumn::Lanes => name(a).cmp(&name(b)),
            ListColumn::Kind => kind(a).cmp(&kind(b)),
            ListColumn::Status => a.mark.bits.status().cmp(&b.mark.bits.status()),
            ListColumn::Count => a.mark.bits.weight().cmp(&b.mark.bits.weight()),
            // Those without anyone last.
            ListColumn::Entities => {
                (taking_part(a).is_none(), taking_part(a)).cmp(&(taking_part(b).is_none(), taking_part(b)))
            }
            ListColumn::Title | ListColumn::Quotes | ListColumn::Tags => rank(a).cmp(&rank(b)),
        }
    };
    rows.sort_by(|a, b| {
        let first = compare(a, b).then_with(|| time(&a.mark).cmp(&time(&b.mark)));
        let first = if order.down { first.reverse() } else { first };
        first.then(a.event.cmp(&b.event))
    });
    rows.into_iter().map(|row| row.event).collect()
}

/// An event whose start nobody knows stands where it ends; undated ones stand last.
fn time(mark: &Mark) -> (Stamp, Stamp) {
    (if mark.t0 == Stamp::MIN { mark.t1 } else { mark.t0 }, mark.t1)
}

/// One row for each event: of its marks the one whose lane acts, else the first.
fn rows(columns: &Columns, sieve: &Sieve) -> Vec<Row> {
    let marks = columns.marks.iter().filter(|mark| sieve.lets_through(mark.bits, mark.known));
    let mut rows: Vec<Row> = marks
        .map(|mark| {
            let acts = mark.bits.roles().has(Role::Actor);
            Row { event: mark.event, mark: *mark, lane: mark.lane.0, acts }
        })
        .collect();
    rows.sort_by_key(|row| (row.event, !row.acts));
    rows.dedup_by_key(|row| row.event);
    rows
}

/// The place of each lane by its name.
fn lane_ranks(columns: &Columns) -> Vec<usize> {
    let mut by_name: Vec<usize> = (0..columns.lanes.len()).collect();
    by_name.sort_by_key(|lane| columns.lanes[*lane].display_name().to_lowercase());
    let mut ranks = vec![0; by_name.len()];
    for (rank, lane) in by_name.into_iter().enumerate() {
        ranks[lane] = rank;
    }
    ranks
}

/// The first entity of each event, by its place in the case.
fn entities(columns: &Columns) -> BTreeMap<EventId, u32> {
    let mut first = BTreeMap::new();
    for part in &columns.participations {
        first.entry(part.event).or_insert(part.entity.0);
    }
    first
}

#[cfg(test)]
mod tests {
    use crate::model::{
        Edge, Grain, KindIndex, Kinds, Lane, LaneCode, LaneIndex, MarkBits, MarkFacts, Reading, Roles, Status,
    };

    use super::*;

    fn mark(event: i64, lane: u32, day: i64, kind: u8, status: Status, weight: u64) -> Mark {
        let facts = MarkFacts {
            kind: KindIndex(kind),
            status,
            roles: Roles::default().with(if lane == 0 { Role::Actor } else { Role::Target }),
            reading: Reading::Point,
            start: Edge::Known,
            end: Edge::Known,
            approximate: false,
            unit: None,
            weight,
            doubtful_role: false,
            grain: Grain::Day,
        };
        let t0 = Stamp::from_day_number(day);
        let bits = MarkBits::pack(&facts);
        Mark {
            lane: LaneIndex(lane),
            t0,
            event: EventId(event),
            t1: t0.plus_days(1),
            bits,
            known: Stamp::MAX,
        }
    }

    fn columns() -> Columns {
        let lane = |code: &str| Lane::plain(LaneCode::parse(code).unwrap());
        Columns {
            lanes: vec![lane("RS"), lane("BE")],
            kinds: Kinds::default(),
            marks: vec![
                mark(1, 0, 30, 2, Status::Alleged, 5),
                mark(2, 0, 10, 4, Status::Confirmed, 9),
                mark(1, 1, 30, 2, Status::Alleged, 5),
                mark(3, 1, 20, 2, Status::Reported, 0),
            ],
            events: 3,
            ..Columns::default()
        }
    }

    fn by(by: ListColumn, down: bool, ranks: Option<&[EventId]>) -> Vec<i64> {
        let order = ListOrder { by, down };
        ordered(&columns(), &Sieve::default(), order, ranks).into_iter().map(|event| event.0).collect()
    }

    #[test]
    fn each_event_stands_once_in_the_order_of_the_column() {
        assert_eq!(by(ListColumn::When, false, None), [2, 3, 1]);
        assert_eq!(by(ListColumn::When, true, None), [1, 3, 2]);
        assert_eq!(by(ListColumn::Status, false, None), [2, 3, 1]);
        assert_eq!(by(ListColumn::Count, true, None), [2, 1, 3]);
        assert_eq!(by(ListColumn::Lanes, false, None), [3, 2, 1], "Belgium before Serbia, which acts in 1");
        assert_eq!(by(ListColumn::Kind, false, None), [3, 1, 2]);
    }

    #[test]
    fn the_order_of_titles_comes_from_the_store() {
        let ranks = [EventId(3), EventId(1), EventId(2)];
        assert_eq!(by(ListColumn::Title, false, Some(&ranks)), [3, 1, 2]);
        assert_eq!(by(ListColumn::Title, true, Some(&ranks)), [2, 1, 3]);
        assert_eq!(by(ListColumn::Title, false, None), [2, 3, 1], "in order of time until it is known");
    }
}
