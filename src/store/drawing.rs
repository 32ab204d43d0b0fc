//! From an event to its rows of the drawing table.

use crate::model::{
    Edge, End, Event, Grain, Kinds, LaneCode, MarkBits, MarkFacts, Precision, Reading, Roles, Stamp, When,
};

/// A row of `mark` but its event.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Drawn {
    pub lane: LaneCode,
    pub bits: MarkBits,
}

/// When an event lies on the axis; an undated one after everything.
pub(super) fn ends(event: &Event, zone: i64) -> (Stamp, Stamp) {
    event.when.as_ref().map_or((Stamp::MAX, Stamp::MAX), |when| {
        let span = when.span_at(zone);
        (span.start(), span.end())
    })
}

/// The last second of a date, by which it was known; `None` where it has no end.
pub(super) fn clock(when: &When, zone: i64) -> Option<Stamp> {
    let after = when.span_at(zone).end();
    (after < Stamp::MAX).then(|| Stamp(after.0.saturating_sub(1)))
}

/// The day by which an event was reported, by its own word.
pub(super) fn reported(event: &Event, zone: i64) -> Option<Stamp> {
    let said = event.dates.iter().filter(|date| date.role == "reported");
    said.filter_map(|date| clock(&date.when, zone)).min()
}

/// One mark for each lane that the event touches, in the order of its lanes; "no lane" where it has none.
pub(super) fn draw(event: &Event, kinds: &Kinds) -> Vec<Drawn> {
    let mut drawn: Vec<(LaneCode, Roles, bool)> = Vec::with_capacity(event.lanes.len().max(1));
    for part in &event.lanes {
        let doubtful = part.status.is_some_and(|status| status > event.status);
        match drawn.iter_mut().find(|(lane, ..)| *lane == part.lane) {
            Some((_, roles, doubt)) => {
                *roles = roles.with(part.role);
                *doubt |= doubtful;
            }
            None => drawn.push((part.lane.clone(), Roles::default().with(part.role), doubtful)),
        }
    }
    if drawn.is_empty() {
        drawn.push((LaneCode::none(), Roles::default(), false));
    }
    let facts = facts(event, kinds);
    let packed = |(lane, roles, doubtful_role)| Drawn {
        lane,
        bits: MarkBits::pack(&MarkFacts { roles, doubtful_role, ..facts }),
    };
    drawn.into_iter().map(packed).collect()
}

fn facts(event: &Event, kinds: &Kinds) -> MarkFacts {
    let when = event.when.as_ref();
    let interval = when.is_some_and(When::is_interval);
    let edge = |end: Option<End>| match end {
        Some(End::Open) => Edge::Open,
        Some(End::Unknown) => Edge::Unknown,
        _ => Edge::Known,
    };
    let reading = match when {
        None => Reading::Undated,
        Some(_) if interval && !event.within => Reading::Lasts,
        Some(when) if !interval && when.precision() <= Precision::Day => Reading::Point,
        Some(_) => Reading::Within,
    };
    let other = kinds.index_of(crate::model::OTHER).unwrap_or(crate::model::KindIndex(0));
    MarkFacts {
        kind: kinds.index_of(&event.kind).unwrap_or(other),
        status: event.status,
        roles: Roles::default(),
        reading,
        start: edge(when.map(When::start)),
        end: edge(when.map(When::end)),
        approximate: when.is_some_and(When::approximate),
        unit: event.count.map(|count| count.of),
        weight: event.count.map_or(0, |count| count.stated()),
        doubtful_role: false,
        grain: when.map_or(Grain::Longer, grain),
    }
}

fn grain(when: &When) -> Grain {
    match when.precision() {
        Precision::Second | Precision::Minute | Precision::Day => Grain::Day,
        Precision::Month => Grain::Month,
        Precision::Season | Precision::Quarter | Precision::Year => Grain::Year,
        Precision::Decade | Precision::Century | Precision::Longer => Grain::Longer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Involvement, Role, Status};

    fn event(when: &str, within: bool) -> Event {
        let when = (!when.is_empty()).then(|| When::parse(when).expect("a date"));
        Event { when, within, kind: "expulsion".into(), ..Event::default() }
    }

    #[test]
    fn a_date_is_read_as_its_precision_allows() {
        let kinds = Kinds::default();
        for (when, within, reading, grain) in [
            ("2022-04-05", false, Reading::Point, Grain::Day),
            ("2022-04-05T14:30", false, Reading::Point, Grain::Day),
            ("2022-04", false, Reading::Within, Grain::Month),
            ("2022-22", false, Reading::Within, Grain::Year),
            ("199X", false, Reading::Within, Grain::Longer),
            ("2022-03-29/2022-04-07", false, Reading::Lasts, Grain::Day),
            ("2022-03-29/2022-04-07", true, Reading::Within, Grain::Day),
            ("2024-11/..", false, Reading::Lasts, Grain::Month),
            ("", false, Reading::Undated, Grain::Longer),
        ] {
            let bits = draw(&event(when, within), &kinds)[0].bits;
            assert_eq!((bits.reading(), bits.grain()), (reading, grain), "{when}");
        }
    }

    #[test]
    fn a_lane_with_two_roles_has_one_mark_that_knows_both() {
        let part = |role, status| Involvement {
            lane: LaneCode::parse("BE").expect("Belgium"),
            role,
            status,
            by: Vec::new(),
        };
        let mut event = event("2022", false);
        event.lanes = vec![part(Role::Actor, Some(Status::Alleged)), part(Role::Place, None)];
        let drawn = draw(&event, &Kinds::default());
        assert_eq!(drawn.len(), 1);
        let bits = drawn[0].bits;
        assert!(bits.roles().has(Role::Actor) && bits.roles().has(Role::Place) && bits.doubtful_role());
    }
}
