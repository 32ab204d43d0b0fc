//! Likeness: whether what an article seems to say is an event that the case has already.
//!
//! A match is offered only where the doubts about time overlap, the kinds are equal or akin, the same states act
//! upon the same, and the numbers can both be true. What comes near but contradicts in one thing is a difference,
//! to be decided on one by one. Nothing is ever taken for the same because of its words.

use std::collections::BTreeSet;

use crate::model::{
    CandidateDraft, Count, Differences, End, Event, Involvement, LaneCode, Precision, Role, Says, Span,
    Stamp, When,
};

/// How near a candidate comes to an event of the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// The same, but for one thing that contradicts.
    Differs,
    /// Nothing contradicts.
    Supports,
    /// Day, lanes, kind and count are all equal: may be taken unasked.
    Equal,
}

/// Kinds that sources use for one and the same act.
const AKIN: [&[&str]; 7] = [
    &["expulsion", "recall", "departure"],
    &["sabotage", "attack", "incident", "assassination", "cyberattack"],
    &["arrest", "charge", "conviction", "investigation"],
    &["sanction", "restriction", "seizure", "measure"],
    &["nomination", "appointment", "election"],
    &["resignation", "withdrawal", "rejection"],
    &["meeting", "vote", "agreement"],
];

/// Two dates farther apart than this are of two events, whatever else they share.
const DAYS_APART: i64 = 45;

/// Whether two kinds may name one act.
#[must_use]
pub fn kinds_akin(one: &str, other: &str) -> bool {
    one == other || AKIN.iter().any(|group| group.contains(&one) && group.contains(&other))
}

/// The stretch that a date may mean, with what "about" reaches beyond it (`drawing.md`, rule D).
///
/// What has gone on "since February 2020" is told apart by its beginning: else it would be like all that came after.
#[must_use]
pub fn doubt(when: &When) -> Span {
    let span = match (when.start(), when.end()) {
        (End::Known(known), End::Open | End::Unknown) | (End::Open | End::Unknown, End::Known(known)) => {
            known
        }
        _ => when.span(),
    };
    if !when.approximate() {
        return span;
    }
    let days = match when.precision() {
        Precision::Day | Precision::Minute | Precision::Second => 3,
        Precision::Month => 15,
        _ => 183,
    };
    Span::new(span.start().plus_days(-days), span.end().plus_days(days))
}

/// How near a draft comes to an event; `None`: they are two.
#[must_use]
pub fn likeness(draft: &CandidateDraft, event: &Event) -> Option<Likeness> {
    if !kinds_akin(&draft.kind, &event.kind) || !same_acts(&draft.lanes, &event.lanes) {
        return None;
    }
    let counts = counts_agree(draft.count, event.count);
    let (Some(theirs), Some(ours)) = (&draft.when, &event.when) else {
        // Without a date on one side only the very same number of the very same states is evidence enough.
        let same = draft.kind == event.kind
            && draft.count.is_some()
            && draft.count == event.count
            && codes(&draft.lanes) == codes(&event.lanes);
        return same.then_some(Likeness::Supports);
    };
    let (theirs, ours) = (doubt(theirs), doubt(ours));
    let same_kind = draft.kind == event.kind;
    if !theirs.overlaps(ours) {
        // Another day for what is else the same.
        let near = gap_days(theirs, ours) <= DAYS_APART;
        let known = draft.count.is_some() && draft.count == event.count;
        return (near && same_kind && known).then_some(Likeness::Differs);
    }
    match (counts, same_kind) {
        (true, true) => {
            let equal = draft.when == event.when
                && draft.count == event.count
                && parts(&draft.lanes) == parts(&event.lanes);
            Some(if equal { Likeness::Equal } else { Likeness::Supports })
        }
        (true, false) => Some(Likeness::Differs),
        // Two numbers within a month or so are a contradiction; within a year they are two events.
        (false, true) => (short(theirs) && short(ours)).then_some(Likeness::Differs),
        (false, false) => None,
    }
}

/// What the candidate claims where it differs from the event: to be kept with its quote (contract 3).
#[must_use]
pub fn claims(draft: &CandidateDraft, event: &Event) -> Option<Says> {
    let when = draft.when.clone().filter(|when| {
        event.when.as_ref().is_some_and(|own| when != own && !own.span().overlaps(when.span()))
    });
    let count = draft.count.filter(|count| event.count.is_some_and(|own| !own.overlaps(count)));
    let says = Says {
        status: (draft.status != event.status).then_some(draft.status),
        when,
        count,
        kind: (draft.kind != event.kind).then(|| draft.kind.clone()),
        lanes: Vec::new(),
    };
    (says != Says::default()).then_some(says)
}

/// In what a candidate and an event contradict each other.
#[must_use]
pub fn contradictions(draft: &CandidateDraft, event: &Event) -> Differences {
    let apart = |theirs: &When, ours: &When| !doubt(theirs).overlaps(doubt(ours));
    Differences {
        status: draft.status.contradicts(event.status),
        count: !counts_agree(draft.count, event.count),
        when: draft.when.as_ref().zip(event.when.as_ref()).is_some_and(|(a, b)| apart(a, b)),
        kind: draft.kind != event.kind,
        lanes: codes(&draft.lanes).is_disjoint(&codes(&event.lanes)),
    }
}

/// Both numbers can be true; "about" reaches a tenth either way.
fn counts_agree(one: Option<Count>, other: Option<Count>) -> bool {
    let loose = |count: Count| {
        let slack = if count.approx { count.stated() / 10 + 1 } else { 0 };
        Count { min: count.min.saturating_sub(slack), max: count.max.map(|max| max + slack), ..count }
    };
    one.zip(other).is_none_or(|(one, other)| one.of == other.of && loose(one).overlaps(&loose(other)))
}

/// The same states do it to the same: where both sides name someone in a role, one of them is shared.
fn same_acts(theirs: &[Involvement], ours: &[Involvement]) -> bool {
    let agree = |role: Role| {
        let (a, b) = (in_role(theirs, role), in_role(ours, role));
        a.is_empty() || b.is_empty() || !a.is_disjoint(&b)
    };
    !codes(theirs).is_disjoint(&codes(ours)) && agree(Role::Actor) && agree(Role::Target)
}

fn in_role(lanes: &[Involvement], role: Role) -> BTreeSet<&LaneCode> {
    lanes.iter().filter(|part| part.role == role).map(|part| &part.lane).collect()
}

fn codes(lanes: &[Involvement]) -> BTreeSet<&LaneCode> {
    lanes.iter().map(|part| &part.lane).collect()
}

fn parts(lanes: &[Involvement]) -> BTreeSet<(&LaneCode, Role)> {
    lanes.iter().map(|part| (&part.lane, part.role)).collect()
}

/// A month or less.
fn short(span: Span) -> bool {
    span.start() != Stamp::MIN && span.end() != Stamp::MAX && span.seconds() <= 45 * 86_400
}

fn gap_days(one: Span, other: Span) -> i64 {
    let gap = one.start().0.saturating_sub(other.end().0).max(other.start().0.saturating_sub(one.end().0));
    gap / 86_400
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Quote, Status, Unit};

    fn lanes(actor: &str, target: &str) -> Vec<Involvement> {
        let part = |code: &str, role| Involvement {
            lane: LaneCode::parse(code).expect("a lane's code"),
            role,
            status: None,
            by: Vec::new(),
        };
        vec![part(actor, Role::Actor), part(target, Role::Target)]
    }

    fn draft(when: Option<&str>, kind: &str, count: Option<u64>) -> CandidateDraft {
        CandidateDraft {
            when: when.map(|when| When::parse(when).expect("a date")),
            kind: kind.to_owned(),
            status: Status::Reported,
            lanes: lanes("BE", "RU"),
            count: count.map(|n| Count::exactly(n, Unit::People)),
            ..CandidateDraft::default()
        }
    }

    fn event(when: Option<&str>, kind: &str, count: Option<u64>) -> Event {
        let CandidateDraft { when, kind, status, lanes, count, .. } = draft(when, kind, count);
        Event { when, kind, status, lanes, count, ..Event::default() }
    }

    #[test]
    fn three_sentences_about_belgium_stay_three_events() {
        let spring = event(Some("2022-03-29"), "expulsion", Some(21));
        assert_eq!(likeness(&draft(None, "expulsion", Some(20)), &spring), None, "among 20 expelled");
        let mut quiet = draft(Some("2023"), "departure", None);
        quiet.count = Some(Count { approx: true, ..Count::exactly(20, Unit::People) });
        assert_eq!(likeness(&quiet, &spring), None, "about 20 left quietly in 2023");
        let mut undated = event(None, "expulsion", Some(20));
        undated.count = quiet.count;
        assert_eq!(likeness(&quiet, &undated), None, "another kind without a date");
    }

    #[test]
    fn what_contradicts_in_nothing_supports_and_what_is_equal_may_be_taken_unasked() {
        let known = event(Some("2022-03-29"), "expulsion", Some(21));
        assert_eq!(
            likeness(&draft(Some("2022-03-29"), "expulsion", Some(21)), &known),
            Some(Likeness::Equal)
        );
        assert_eq!(likeness(&draft(Some("2022-03"), "expulsion", None), &known), Some(Likeness::Supports));
        assert_eq!(
            likeness(&draft(None, "expulsion", Some(21)), &known),
            Some(Likeness::Supports),
            "the very same number of the very same states"
        );
    }

    #[test]
    fn one_contradiction_is_a_difference_and_two_make_two_events() {
        let known = event(Some("2022-03-29"), "expulsion", Some(21));
        let of = |when: &str, kind: &str, n: u64| likeness(&draft(Some(when), kind, Some(n)), &known);
        assert_eq!(of("2022-03-29", "expulsion", 20), Some(Likeness::Differs), "count");
        assert_eq!(of("2022-04-02", "expulsion", 21), Some(Likeness::Differs), "date");
        assert_eq!(of("2022-03-29", "recall", 21), Some(Likeness::Differs), "kind");
        assert_eq!(of("2022-04-02", "expulsion", 20), None, "date and count");
        assert_eq!(of("2022-09-01", "expulsion", 21), None, "half a year later");
        assert_eq!(of("2022-03-29", "arrest", 21), None, "no kin");
    }

    #[test]
    fn the_other_direction_is_another_event() {
        let known = event(Some("2022-04-05"), "expulsion", Some(30));
        let mut answer = draft(Some("2022-04-05"), "expulsion", Some(30));
        answer.lanes = lanes("RU", "BE");
        assert_eq!(likeness(&answer, &known), None);
    }

    #[test]
    fn what_goes_on_is_told_apart_by_its_beginning() {
        let since = draft(Some("2020-02-05/.."), "charge", None);
        assert_eq!(likeness(&since, &event(Some("2024-07"), "arrest", None)), None, "four years later");
        assert_eq!(likeness(&since, &event(Some("2020-02"), "charge", None)), Some(Likeness::Supports));
        let cap = event(Some("2022-03-14/.."), "restriction", None);
        assert_eq!(likeness(&draft(Some("2022-03/.."), "restriction", None), &cap), Some(Likeness::Supports));
        assert_eq!(likeness(&draft(Some("2025-06"), "restriction", None), &cap), None, "another one");
    }

    #[test]
    fn who_only_reports_it_contradicts_nobody() {
        let known = |status| Event { status, ..event(Some("2022-03-29"), "expulsion", Some(21)) };
        let apart =
            |status| contradictions(&draft(Some("2022-03-29"), "expulsion", Some(21)), &known(status)).status;
        assert!(!apart(Status::Reported) && !apart(Status::Confirmed) && !apart(Status::Alleged));
        assert!(apart(Status::Disputed) && apart(Status::Retracted));
        let quote = |status| Quote {
            says: Some(Says { status: Some(status), ..Says::default() }),
            ..Quote::default()
        };
        let told = |quotes| Event { quotes, ..known(Status::Confirmed) }.differences().status;
        assert!(!told(vec![quote(Status::Reported)]), "the claim is kept, and is no difference");
        assert!(told(vec![quote(Status::Alleged)]));
        assert!(told(vec![quote(Status::Reported), quote(Status::Disputed)]));
    }

    #[test]
    fn what_a_source_claims_is_kept_only_where_it_differs() {
        let known = event(Some("2022-03-29"), "expulsion", Some(21));
        assert_eq!(claims(&draft(Some("2022-03-29"), "expulsion", Some(21)), &known), None);
        let says = claims(&draft(Some("2022-03"), "recall", Some(20)), &known).expect("a claim");
        assert_eq!(says.when, None, "a month that holds the day does not differ");
        assert_eq!(says.count.map(|count| count.min), Some(20));
        assert_eq!(says.kind.as_deref(), Some("recall"));
    }
}
