//! Marks gathered by event: the drawing table is sorted by lane, and a home lane follows from all marks of an event.

use std::ops::RangeInclusive;

use crate::model::{Columns, EventId, Mark};

use super::home::{Homes, Placing, Rules, place};

/// Finds the home lanes of the events whose numbers lie in a range; those of one event with a day are handed on
/// together instead of being gathered in what is returned.
pub(super) fn each_home(
    columns: &Columns,
    rules: &Rules<'_>,
    events: RangeInclusive<i64>,
    mut take: impl FnMut(&[Placing]),
) -> Homes {
    let mut homes = Homes { hub: rules.hub, ..Homes::default() };
    let (mut marks, mut lanes): (Vec<&Mark>, _) = (Vec::new(), Vec::new());
    each_event(&columns.marks, events, |places| {
        marks.clear();
        marks.extend(places.iter().filter_map(|at| columns.marks.get(*at as usize)));
        place(columns, rules, &marks, &mut lanes, &mut homes);
        if !homes.placings.is_empty() {
            take(&homes.placings);
            homes.placings.clear();
        }
    });
    homes
}

/// Calls for each event of a range with the places of its marks, in their order.
fn each_event(marks: &[Mark], events: RangeInclusive<i64>, mut call: impl FnMut(&[u32])) {
    let inside = || (0..).zip(marks).filter(|(_, mark)| events.contains(&mark.event.0));
    let width = usize::try_from(events.end().saturating_sub(*events.start())).unwrap_or(usize::MAX);
    if width > marks.len().saturating_mul(4) {
        let mut places: Vec<(EventId, u32)> = inside().map(|(at, mark)| (mark.event, at)).collect();
        places.sort_unstable();
        for run in places.chunk_by(|one, next| one.0 == next.0) {
            call(&run.iter().map(|(_, at)| *at).collect::<Vec<_>>());
        }
        return;
    }
    // Rows are numbered one after the other, so that to count them is quicker than to sort them.
    let number = |mark: &Mark| (mark.event.0 - events.start()) as usize;
    let mut ends = vec![0_u32; width + 2];
    inside().for_each(|(_, mark)| ends[number(mark) + 1] += 1);
    for at in 1..ends.len() {
        ends[at] += ends[at - 1];
    }
    let mut places = vec![0_u32; ends.last().map_or(0, |last| *last as usize)];
    for (at, mark) in inside() {
        let end = &mut ends[number(mark)];
        places[*end as usize] = at;
        *end += 1;
    }
    let mut from = 0;
    for end in &ends[..=width] {
        if from < *end {
            call(&places[from as usize..*end as usize]);
        }
        from = *end;
    }
}

/// The numbers of the first and the last event, in so many ranges that follow one another.
pub(super) fn ranges(marks: &[Mark], parts: usize) -> Vec<RangeInclusive<i64>> {
    let numbers = || marks.iter().map(|mark| mark.event.0);
    let (Some(first), Some(last)) = (numbers().min(), numbers().max()) else { return Vec::new() };
    let parts = i64::try_from(parts.max(1)).unwrap_or(1);
    let length = (last.saturating_sub(first) / parts).saturating_add(1);
    let start = |part: i64| first.saturating_add(length.saturating_mul(part));
    let range = |part: i64| start(part)..=if part + 1 == parts { last } else { start(part + 1) - 1 };
    (0..parts).map(range).filter(|range| !range.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{LaneIndex, MarkBits, Stamp};

    #[test]
    fn each_event_comes_once_with_all_its_marks_however_its_numbers_lie() {
        let mark = |lane, event| Mark {
            lane: LaneIndex(lane),
            t0: Stamp(0),
            event: EventId(event),
            t1: Stamp(1),
            bits: MarkBits::default(),
            known: Stamp::MAX,
        };
        for far in [1, 1_000_000, i64::MAX / 8] {
            let numbers = [5, 1, 3, 2, 5, 1, 4];
            let marks: Vec<Mark> =
                (0..).zip(numbers).map(|(lane, number)| mark(lane, number * far)).collect();
            for parts in 1..5 {
                let mut met = Vec::new();
                for range in ranges(&marks, parts) {
                    each_event(&marks, range, |places| met.push(places.to_vec()));
                }
                assert_eq!(met, [vec![1, 5], vec![3], vec![2], vec![6], vec![0, 4]], "{far} {parts}");
            }
        }
        assert!(ranges(&[], 2).is_empty());
    }
}
