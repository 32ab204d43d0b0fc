//! Silence: members of a union of states that no event of the case names.

use std::collections::BTreeMap;

use crate::model::{Columns, LaneCode, LaneIndex, Reading, Span, Stamp, When};

/// A union of states whose members are known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Union {
    Eu,
    Nato,
    Osce,
}

impl Union {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Eu, Self::Nato, Self::Osce];

    /// Its code as a lane.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Eu => "EU",
            Self::Nato => "NATO",
            Self::Osce => "OSCE",
        }
    }
}

/// Members of a union in the time of a case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Silence {
    /// From the case's first event to its last.
    pub time: Option<Span>,
    /// Members that no event names, in the order of their codes.
    pub silent: Vec<LaneCode>,
    /// The others, each with how many events name it; the most first.
    pub named: Vec<(LaneCode, usize)>,
}

const MEMBERS: &str = include_str!("../../../assets/members.tsv");

/// A member's time in a union.
struct Member {
    union: &'static str,
    code: &'static str,
    since: Stamp,
    until: Stamp,
}

fn members() -> impl Iterator<Item = Member> {
    let lines = MEMBERS.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.filter_map(|line| {
        let mut cells = line.split('\t');
        let (union, code, since) = (cells.next()?, cells.next()?, cells.next()?);
        let until = cells.next().filter(|until| !until.is_empty());
        Some(Member {
            union,
            code,
            since: When::parse(since).ok()?.earliest(),
            until: until.and_then(|until| When::parse(until).ok()).map_or(Stamp::MAX, |until| until.latest()),
        })
    })
}

/// Codes of the members that a union has today.
pub(super) fn members_now(union: Union) -> impl Iterator<Item = &'static str> {
    members()
        .filter(move |member| member.union == union.code() && member.until == Stamp::MAX)
        .map(|member| member.code)
}

/// Which members of a union, in the time of the case, no event names in any role.
#[must_use]
pub fn silence(columns: &Columns, union: Union) -> Silence {
    let mut events: BTreeMap<LaneIndex, usize> = BTreeMap::new();
    let mut time: Option<Span> = None;
    for mark in &columns.marks {
        *events.entry(mark.lane).or_default() += 1;
        if mark.bits.reading() != Reading::Undated {
            let start = if mark.t0 == Stamp::MIN { mark.t1 } else { mark.t0 };
            let end = if mark.t1 == Stamp::MAX { mark.t0 } else { mark.t1 };
            let own = Span::new(start.min(end), end.max(start));
            time = Some(time.map_or(own, |time| time.union(own)));
        }
    }
    let mut found = Silence { time, ..Silence::default() };
    let here = |member: &Member| {
        member.union == union.code()
            && time.is_none_or(|time| member.since < time.end() && time.start() < member.until)
    };
    for member in members().filter(here) {
        let Some(code) = LaneCode::parse(member.code) else { continue };
        let named = columns.lane_of(&code).and_then(|lane| events.get(&lane)).copied().unwrap_or(0);
        if named == 0 { found.silent.push(code) } else { found.named.push((code, named)) }
    }
    found.named.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = MEMBERS.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).count() - 1;
        assert_eq!(members().count(), lines);
        assert!(
            members().all(|member| LaneCode::parse(member.code).is_some() && member.since < member.until)
        );
        let now = |union: &str| {
            members().filter(|member| member.union == union && member.until == Stamp::MAX).count()
        };
        assert_eq!((now("EU"), now("NATO"), now("OSCE")), (27, 32, 57));
    }
}
