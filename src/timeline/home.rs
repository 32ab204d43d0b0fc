//! Home lanes: in which lane, and on which side of its line, an event is drawn (`drawing.md`, "Home lane and
//! direction").
//!
//! Works on one event's marks at a time; knows nothing of pixels.

use std::collections::BTreeMap;

use crate::model::{
    Columns, EventId, Family, KindIndex, LaneBy, LaneIndex, LaneType, Mark, MarkBits, Reading, Role, Roles,
    Sieve, Stamp, View,
};

/// Which side of a lane's line a mark stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// An act by the lane.
    Above,
    /// An act by the hub, or upon the lane.
    Below,
    /// Force and words stand on the line itself.
    On,
}

/// One event in one of its home lanes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placing {
    pub lane: LaneIndex,
    pub t0: Stamp,
    pub t1: Stamp,
    pub event: EventId,
    pub bits: MarkBits,
    pub side: Side,
    /// Done by the hub: slate instead of blue.
    pub by_hub: bool,
    /// Whether the hub takes part at all.
    pub with_hub: bool,
    /// In how many lanes the event stands.
    pub copies: u16,
    /// Whether it is counted in another of them.
    pub counts_elsewhere: bool,
    /// Whether an actor is named, and how surely: for the author's edge of force.
    pub author: Author,
}

/// What is known of who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Author {
    Nobody,
    Alleged,
    Sure,
}

/// All events in their home lanes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Homes {
    /// Dated ones, sorted by lane, start and event.
    pub placings: Vec<Placing>,
    /// Events whose only lane is the hub: the thin row under the strip.
    pub hub_alone: Vec<Placing>,
    /// Events without a date, in the lanes they would stand in.
    pub undated: Vec<Placing>,
    pub hub: Option<LaneIndex>,
    /// What the sieve held back.
    pub off: Off,
    /// Events without a date.
    pub undated_events: usize,
}

/// Events that a sieve held back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Off {
    /// Switched off by kind.
    pub by_kind: BTreeMap<KindIndex, usize>,
    /// By status, or because no source had said it by then.
    pub by_status: usize,
}

impl Off {
    /// With what came, and without what went.
    pub fn add(&mut self, come: &Self, gone: &Self) {
        for (kind, count) in &come.by_kind {
            *self.by_kind.entry(*kind).or_default() += count;
        }
        for (kind, count) in &gone.by_kind {
            let own = self.by_kind.entry(*kind).or_default();
            *own = own.saturating_sub(*count);
        }
        self.by_kind.retain(|_, count| *count > 0);
        self.by_status = (self.by_status + come.by_status).saturating_sub(gone.by_status);
    }
}

/// What of a view the home lanes depend on.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    pub hub: Option<LaneIndex>,
    pub by: LaneBy,
    /// Lanes that the user chose for single events.
    pub choices: &'a BTreeMap<EventId, Vec<LaneIndex>>,
    /// What is left out.
    pub sieve: &'a Sieve,
}

/// Finds the home lanes of every event that the sieve lets through.
#[must_use]
pub fn find_homes(columns: &Columns, rules: &Rules<'_>) -> Homes {
    homes_of(columns, rules, columns.marks.iter().collect())
}

/// The same for some events, of each of which all marks are given.
#[must_use]
pub fn homes_of(columns: &Columns, rules: &Rules<'_>, mut by_event: Vec<&Mark>) -> Homes {
    by_event.sort_unstable_by_key(|mark| (mark.event, mark.lane));
    let mut homes = Homes { hub: rules.hub, ..Homes::default() };
    let mut lanes = Vec::new();
    for marks in by_event.chunk_by(|a, b| a.event == b.event) {
        place(columns, rules, marks, &mut lanes, &mut homes);
    }
    for placings in [&mut homes.placings, &mut homes.hub_alone, &mut homes.undated] {
        placings.sort_unstable_by_key(|placing| (placing.lane, placing.t0, placing.event));
    }
    homes
}

/// The hub that a view names, where the case has it.
#[must_use]
pub fn hub_of(columns: &Columns, view: &View) -> Option<LaneIndex> {
    view.hub.as_ref().and_then(|code| columns.lane_of(code))
}

/// The lane that is actor or target in over 40 % of the events, if there is one; of a few events it would say nothing.
#[must_use]
pub fn suggest_hub(columns: &Columns) -> Option<LaneIndex> {
    const FEWEST: usize = 8;
    if columns.events < FEWEST {
        return None;
    }
    let mut acts = vec![0_usize; columns.lanes.len()];
    for mark in &columns.marks {
        let takes_part = mark.bits.roles().has(Role::Actor) || mark.bits.roles().has(Role::Target);
        if let (true, Some(count)) = (takes_part, acts.get_mut(mark.lane.0 as usize)) {
            *count += 1;
        }
    }
    let (lane, count) = acts.iter().enumerate().max_by_key(|(at, count)| (**count, usize::MAX - at))?;
    (count * 5 > columns.events * 2).then_some(LaneIndex(lane as u32))
}

/// Places one event; `lanes` is room for its lanes, so that not each event sets aside some of its own.
pub(super) fn place(
    columns: &Columns,
    rules: &Rules<'_>,
    marks: &[&Mark],
    lanes: &mut Vec<LaneIndex>,
    homes: &mut Homes,
) {
    let Some(first) = marks.first() else { return };
    let is_undated = first.bits.reading() == Reading::Undated;
    if is_undated {
        homes.undated_events += 1;
    } else if !rules.sieve.lets_through(first.bits, first.known) {
        if rules.sieve.hides_kind(first.bits) {
            *homes.off.by_kind.entry(first.bits.kind()).or_default() += 1;
        } else {
            homes.off.by_status += 1;
        }
        return;
    }
    let family = columns.family(first.bits);
    lanes.clear();
    match rules.choices.get(&first.event) {
        Some(chosen) => lanes.extend(chosen),
        None => home_lanes(columns, rules, marks, family, lanes),
    }
    let by_hub = rules.hub.is_some_and(|hub| roles_in(marks, hub).has(Role::Actor));
    let author = author_of(marks);
    let alone = lanes.is_empty();
    if alone {
        lanes.extend(rules.hub);
    }
    for lane in lanes.iter() {
        let placing = Placing {
            lane: *lane,
            t0: first.t0,
            t1: first.t1,
            event: first.event,
            bits: first.bits,
            side: side_of(family, by_hub, roles_in(marks, *lane), rules.hub),
            by_hub,
            with_hub: rules.hub.is_some_and(|hub| roles_in(marks, hub) != Roles::default()),
            copies: u16::try_from(lanes.len()).unwrap_or(u16::MAX),
            counts_elsewhere: false,
            author,
        };
        if is_undated {
            homes.undated.push(placing);
        } else if alone {
            homes.hub_alone.push(placing);
        } else {
            homes.placings.push(placing);
        }
    }
}

fn roles_in(marks: &[&Mark], lane: LaneIndex) -> Roles {
    marks.iter().find(|mark| mark.lane == lane).map_or(Roles::default(), |mark| mark.bits.roles())
}

fn author_of(marks: &[&Mark]) -> Author {
    let actors = marks.iter().filter(|mark| mark.bits.roles().has(Role::Actor));
    actors.fold(Author::Nobody, |known, mark| match (known, mark.bits.doubtful_role()) {
        (Author::Sure, _) | (_, false) => Author::Sure,
        _ => Author::Alleged,
    })
}

fn side_of(family: Family, by_hub: bool, roles: Roles, hub: Option<LaneIndex>) -> Side {
    match family {
        Family::Force | Family::Words => Side::On,
        _ if hub.is_some() => {
            if by_hub {
                Side::Below
            } else {
                Side::Above
            }
        }
        _ if roles.has(Role::Actor) || !roles.has(Role::Target) => Side::Above,
        _ => Side::Below,
    }
}

/// The first rule that gives a lane wins; none: only the hub takes part.
fn home_lanes(
    columns: &Columns,
    rules: &Rules<'_>,
    marks: &[&Mark],
    family: Family,
    lanes: &mut Vec<LaneIndex>,
) {
    if family == Family::Office {
        let is_post = |lane: &LaneIndex| {
            columns.lanes.get(lane.0 as usize).is_some_and(|lane| lane.kind() == LaneType::Post)
        };
        lanes.extend(marks.iter().map(|mark| mark.lane).filter(is_post));
        if !lanes.is_empty() {
            return;
        }
    }
    let others = || marks.iter().filter(|mark| Some(mark.lane) != rules.hub);
    let mut first_of = |roles: &[Role]| {
        roles.iter().any(|role| {
            lanes.extend(others().filter(|mark| mark.bits.roles().has(*role)).map(|mark| mark.lane));
            !lanes.is_empty()
        })
    };
    if rules.by == LaneBy::Counterpart {
        if let Some(hub) = rules.hub {
            let part = roles_in(marks, hub);
            if part.has(Role::Actor) {
                first_of(&[Role::Target, Role::Subject, Role::Place]);
                return;
            }
            if part.has(Role::Target) || part.has(Role::Subject) {
                first_of(&[Role::Actor, Role::Place]);
                return;
            }
        }
    } else {
        let wanted = match rules.by {
            LaneBy::Target => Role::Target,
            LaneBy::Place => Role::Place,
            LaneBy::Subject => Role::Subject,
            LaneBy::Counterpart | LaneBy::Actor => Role::Actor,
        };
        if first_of(&[wanted]) {
            return;
        }
    }
    let by_kind = if family == Family::Force { Role::Place } else { Role::Actor };
    if !first_of(&[by_kind, Role::Actor, Role::Target, Role::Place, Role::Subject]) {
        lanes.extend(others().map(|mark| mark.lane));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Edge, Grain, KindIndex, Kinds, Lane, LaneCode, MarkFacts, Status};

    const RU: LaneIndex = LaneIndex(0);
    const BE: LaneIndex = LaneIndex(1);
    const RS: LaneIndex = LaneIndex(2);
    const POST: LaneIndex = LaneIndex(3);

    /// Home lanes of one event with these lanes and roles, with Russia as the hub or without a hub.
    fn homes_with(kind: &str, parts: &[(LaneIndex, &[Role])], hub: Option<LaneIndex>) -> Homes {
        let codes = ["RU", "BE", "RS", "post:osce-serbia"];
        let lanes = codes.iter().filter_map(|code| LaneCode::parse(code)).map(Lane::plain).collect();
        let kinds = Kinds::default();
        let facts = |roles: &[Role]| MarkFacts {
            kind: kinds.index_of(kind).unwrap_or(KindIndex(0)),
            status: Status::Confirmed,
            roles: roles.iter().fold(Roles::default(), |set, role| set.with(*role)),
            reading: Reading::Point,
            start: Edge::Known,
            end: Edge::Known,
            approximate: false,
            unit: None,
            weight: 0,
            doubtful_role: false,
            grain: Grain::Day,
        };
        let mark = |(lane, roles): &(LaneIndex, &[Role])| Mark {
            lane: *lane,
            t0: Stamp(0),
            event: EventId(1),
            t1: Stamp(86_400),
            bits: MarkBits::pack(&facts(roles)),
            known: Stamp::MAX,
        };
        let marks = parts.iter().map(mark).collect();
        let columns = Columns { lanes, kinds: kinds.clone(), marks, ..Columns::default() };
        let rules =
            Rules { hub, by: LaneBy::Counterpart, choices: &BTreeMap::new(), sieve: &Sieve::default() };
        find_homes(&columns, &rules)
    }

    fn drawn(homes: &Homes) -> Vec<(LaneIndex, Side)> {
        homes.placings.iter().map(|placing| (placing.lane, placing.side)).collect()
    }

    #[test]
    fn an_act_against_the_hub_stands_above_the_line_of_the_one_who_acts() {
        let homes =
            homes_with("expulsion", &[(BE, &[Role::Actor, Role::Place]), (RU, &[Role::Target])], Some(RU));
        assert_eq!(drawn(&homes), vec![(BE, Side::Above)]);
    }

    #[test]
    fn an_act_of_the_hub_stands_below_the_line_of_the_one_it_meets() {
        let homes =
            homes_with("expulsion", &[(RU, &[Role::Actor, Role::Place]), (BE, &[Role::Target])], Some(RU));
        assert_eq!(drawn(&homes), vec![(BE, Side::Below)]);
    }

    #[test]
    fn an_own_envoy_called_home_stands_in_the_lane_of_the_host() {
        let homes = homes_with("recall", &[(RU, &[Role::Actor]), (BE, &[Role::Place])], Some(RU));
        assert_eq!(drawn(&homes), vec![(BE, Side::Below)]);
    }

    #[test]
    fn force_stands_on_the_line_of_the_place() {
        let homes = homes_with("sabotage", &[(RU, &[Role::Actor]), (BE, &[Role::Place])], Some(RU));
        assert_eq!(drawn(&homes), vec![(BE, Side::On)]);
    }

    #[test]
    fn a_post_comes_before_the_counterpart_for_office_alone() {
        let parts: &[(LaneIndex, &[Role])] =
            &[(POST, &[Role::Subject]), (RU, &[Role::Actor]), (RS, &[Role::Subject])];
        assert_eq!(drawn(&homes_with("nomination", parts, Some(RU))), vec![(POST, Side::Below)]);
        assert_eq!(drawn(&homes_with("statement", parts, Some(RU))).len(), 2);
    }

    #[test]
    fn what_only_the_hub_takes_part_in_stands_alone() {
        let homes = homes_with("measure", &[(RU, &[Role::Actor, Role::Place])], Some(RU));
        assert!(homes.placings.is_empty());
        assert_eq!(homes.hub_alone.len(), 1);
    }

    #[test]
    fn without_a_hub_acts_stand_with_the_actor_and_force_with_the_place() {
        let parts: &[(LaneIndex, &[Role])] = &[(RU, &[Role::Actor]), (BE, &[Role::Place])];
        assert_eq!(drawn(&homes_with("sanction", parts, None)), vec![(RU, Side::Above)]);
        assert_eq!(drawn(&homes_with("attack", parts, None)), vec![(BE, Side::On)]);
    }
}
