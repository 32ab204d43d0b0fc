//! Walking from mark to mark with the arrow keys.
//!
//! Left and right stay in the row, in order of time; up and down go to the nearest mark of the next row that has any.

use crate::model::EventId;

/// A mark that can be walked to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stop {
    pub event: EventId,
    /// Number of the row in the layout.
    pub row: usize,
    pub x: f64,
}

/// Where to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Earlier,
    Later,
    Above,
    Below,
}

/// The stop to go to from an event, of which the copy in `row` is meant if there are several; from nowhere, the
/// earliest of all.
#[must_use]
pub fn next(stops: &[Stop], from: Option<EventId>, row: Option<usize>, way: Way) -> Option<Stop> {
    let mut here: Vec<Stop> = stops.iter().copied().filter(|stop| Some(stop.event) == from).collect();
    here.sort_by_key(|stop| (Some(stop.row) != row, stop.row));
    let Some(here) = here.first().copied() else {
        return stops
            .iter()
            .copied()
            .min_by(|a, b| order(a).partial_cmp(&order(b)).unwrap_or(std::cmp::Ordering::Equal));
    };
    let by_time = |a: &Stop, b: &Stop| a.x.total_cmp(&b.x).then(a.event.cmp(&b.event));
    let by_distance = |a: &Stop, b: &Stop| (a.x - here.x).abs().total_cmp(&(b.x - here.x).abs());
    let in_row = |row: usize| stops.iter().copied().filter(move |stop| stop.row == row);
    match way {
        Way::Earlier => in_row(here.row).filter(|stop| by_time(stop, &here).is_lt()).max_by(by_time),
        Way::Later => in_row(here.row).filter(|stop| by_time(stop, &here).is_gt()).min_by(by_time),
        Way::Above => {
            let row = stops.iter().map(|stop| stop.row).filter(|row| *row < here.row).max()?;
            in_row(row).min_by(by_distance)
        }
        Way::Below => {
            let row = stops.iter().map(|stop| stop.row).filter(|row| *row > here.row).min()?;
            in_row(row).min_by(by_distance)
        }
    }
}

fn order(stop: &Stop) -> (f64, usize) {
    (stop.x, stop.row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stops() -> Vec<Stop> {
        let stop = |event, row, x| Stop { event: EventId(event), row, x };
        vec![
            stop(1, 0, 10.0),
            stop(2, 0, 50.0),
            stop(3, 0, 50.0),
            stop(4, 2, 45.0),
            stop(5, 2, 5.0),
            stop(1, 2, 10.0),
        ]
    }

    fn to(from: i64, row: usize, way: Way) -> Option<i64> {
        next(&stops(), Some(EventId(from)), Some(row), way).map(|stop| stop.event.0)
    }

    #[test]
    fn left_and_right_go_through_a_row_in_order_of_time_and_stop_at_its_ends() {
        assert_eq!(to(1, 0, Way::Later), Some(2));
        assert_eq!(to(2, 0, Way::Later), Some(3));
        assert_eq!(to(3, 0, Way::Later), None);
        assert_eq!(to(3, 0, Way::Earlier), Some(2));
        assert_eq!(to(1, 0, Way::Earlier), None);
    }

    #[test]
    fn up_and_down_go_to_the_nearest_mark_and_skip_empty_rows() {
        assert_eq!(to(3, 0, Way::Below), Some(4));
        assert_eq!(to(5, 2, Way::Above), Some(1));
        assert_eq!(to(4, 2, Way::Below), None);
    }

    #[test]
    fn an_event_in_two_lanes_is_left_from_the_row_where_it_was_reached() {
        assert_eq!(to(1, 2, Way::Later), Some(4));
        assert_eq!(to(1, 0, Way::Later), Some(2));
        assert_eq!(next(&stops(), None, None, Way::Later).map(|stop| stop.event.0), Some(5));
    }
}
