//! The whole text: one date, or two around a `/`, of which one may be open or unknown.

use super::error::{Advice, WhenError};
use super::point::{Parts, Side};
use super::read::{read_date, read_end};

/// Seconds by which one end may seem early when only one of the two names its offset.
const ZONE_SLACK: i64 = 14 * 3_600;

const NO_ENDS: Advice =
    ("when-not-endless", "an interval needs at least one end; where nothing is known, leave it empty");

/// Reads both sides of the text, the same one twice if it is no interval.
pub(super) fn read_sides(text: &str) -> Result<(Side, Side), WhenError> {
    let Some((start, end)) = text.split_once('/') else {
        let side = Side::Known(read_date(text)?);
        return Ok((side, side));
    };
    if end.contains('/') {
        return Err(WhenError::not_a_date(text));
    }
    let (start, end) = (read_side(start)?, read_side(end)?);
    match (start.parts(), end.parts()) {
        (None, None) => Err(WhenError::not_read(text, NO_ENDS)),
        (Some(first), Some(last)) if ends_before(first, last) => Err(WhenError::Backwards(text.to_owned())),
        _ => Ok((start, end)),
    }
}

fn read_side(text: &str) -> Result<Side, WhenError> {
    match text {
        "" => Ok(Side::Unknown),
        ".." => Ok(Side::Open),
        _ => read_end(text).map(Side::Known),
    }
}

/// Whether the last date is over before the first begins, whatever the case's zone.
fn ends_before(first: &Parts, last: &Parts) -> bool {
    let comparable = first.offset.is_some() == last.offset.is_some();
    let slack = if comparable { 0 } else { ZONE_SLACK };
    let over = last.span_at(0).end().0.saturating_add(slack);
    let first = first.span_at(0);
    // Two years beyond the axis both lie on its edge, in no order.
    over <= first.start().0 && over < first.end().0
}

#[cfg(test)]
mod tests {
    use super::super::super::stamp::Stamp;
    use super::super::value::{End, When};

    fn when(text: &str) -> When {
        When::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn open_and_unknown_ends_reach_to_the_edge_but_differ() {
        for (text, start, end) in [
            ("2024-11/..", None, Some(End::Open)),
            ("2024-11/", None, Some(End::Unknown)),
            ("../2024-12-06", Some(End::Open), None),
            ("/2024-12-06~", Some(End::Unknown), None),
        ] {
            let read = when(text);
            assert_eq!(read.earliest() == Stamp::MIN, start.is_some(), "{text}");
            assert_eq!(read.latest() == Stamp::MAX, end.is_some(), "{text}");
            assert!(read.is_interval());
            assert!(start.is_none_or(|start| read.start() == start && read.parts().0.is_none()));
            assert!(end.is_none_or(|end| read.end() == end && read.parts().1.is_none()));
        }
        let month = when("2024-11");
        assert!(!month.is_interval() && month.start() == End::Known(month.span()));
        assert_eq!(month.start(), month.end());
        for text in ["/", "../..", "/..", "../"] {
            let message = When::parse(text).unwrap_err().to_string();
            assert!(message.contains("at least one end"), "{message}");
        }
    }

    #[test]
    fn an_interval_never_ends_before_it_starts() {
        for text in [
            "2022-04-07/2022-03-29",
            "2022/2021",
            "2022-05/2022-04-30",
            "-1999/-2005",
            "2022-04-05T14:30/2022-04-05T14:29",
            "2022-04-05T14:30Z/2022-04-05T15:30+02:00",
            "2022-04-05T14:30Z/2022-04-04T10:00",
        ] {
            let message = When::parse(text).unwrap_err().to_string();
            assert_eq!(message, format!("{text} ends before it starts"));
        }
        // In some zones these are in order, and the text alone does not name the zone.
        for text in ["2022-04-05T14:30Z/2022-04-05T12:00", "2022-04-05/2022-04-05T01:00+02:00"] {
            assert!(when(text).earliest() < when(text).latest());
        }
        for text in ["2022/2023/2024", "2022/04/05", "2022/soon", "2022/2023-13", "2022/[2023]"] {
            assert!(When::parse(text).is_err(), "{text}");
        }
    }
}
