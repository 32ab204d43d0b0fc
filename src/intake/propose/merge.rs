//! An event told twice in one text is one proposal with two quotes.

use crate::model::{Count, LaneCode, Role, When};

use super::again::of_role;
use super::extraction::Proposal;
use super::roles::{Frame, frame_of};

/// Proposals back that are compared at most, so that the cost of a long text grows with its length only.
const NEAR: usize = 200;

/// Seconds before the article after which a thing told with its day is no news: 60 days.
const NEWS: i64 = 60 * 86_400;

/// Joins proposals that tell the same, in the order of the text.
pub(super) fn merged(all: Vec<Proposal>, published: Option<&When>) -> Vec<Proposal> {
    // Where nobody knows the day of the article, it is as new as the newest that it tells of.
    let newest = || all.iter().filter_map(|one| one.draft.when.as_ref()).map(When::earliest).max();
    let now = published.map(When::earliest).or_else(newest).map(|instant| instant.0);
    let mut kept: Vec<Proposal> = Vec::new();
    for one in all {
        // Nearest first: what follows tells more of what was just told.
        match kept.iter_mut().rev().take(NEAR).find(|other| same(other, &one) && !is_of_old(other, &one, now))
        {
            Some(other) => join(other, one),
            None => kept.push(one),
        }
    }
    kept
}

/// Whether the second is told of long ago, and the first, without a day, of what is new; `now` in seconds.
fn is_of_old(first: &Proposal, second: &Proposal, now: Option<i64>) -> bool {
    let (None, Some(when), Some(now)) = (&first.draft.when, &second.draft.when, now) else {
        return false;
    };
    now.saturating_sub(when.latest().0) > NEWS
}

fn same(one: &Proposal, other: &Proposal) -> bool {
    if one.draft.kind != other.draft.kind || !dates_agree(one.draft.when.as_ref(), other.draft.when.as_ref())
    {
        return false;
    }
    let counts = match (one.draft.count, other.draft.count) {
        (Some(a), Some(b)) => near(&a, &b),
        _ => true,
    };
    let roles = [Role::Actor, Role::Target].into_iter().all(|role| {
        let (a, b) = (of_role(one, role), of_role(other, role));
        a.is_empty() || b.is_empty() || a.iter().any(|lane| b.contains(lane))
    });
    let lanes =
        |p: &Proposal| -> Vec<LaneCode> { p.draft.lanes.iter().map(|part| part.lane.clone()).collect() };
    let (a, b) = (lanes(one), lanes(other));
    // "confined in Malta" and "Cyprus cut its staff": where one is told to be, no other acted.
    let elsewhere = |acting: &Proposal, placed: &Proposal| {
        let (actors, places) = (of_role(acting, Role::Actor), of_role(placed, Role::Place));
        of_role(placed, Role::Actor).is_empty()
            && !places.is_empty()
            && !actors.is_empty()
            && !actors.iter().any(|lane| places.contains(lane))
    };
    let state = !matches!(frame_of(&one.draft.kind), Frame::Happens | Frame::Together | Frame::Office);
    if state && (elsewhere(one, other) || elsewhere(other, one)) {
        return false;
    }
    let shared = a.iter().any(|lane| b.contains(lane));
    // Words alone are told apart by what they say.
    let speech = matches!(one.draft.kind.as_str(), "statement" | "accusation" | "denial");
    let apart = speech && (one.quote != other.quote);
    let all_in = |a: &[LaneCode], b: &[LaneCode]| a.iter().all(|lane| b.contains(lane));
    let near_enough = match one.draft.kind.as_str() {
        "exchange" | "meeting" | "agreement" | "vote" | "exercise" => all_in(&a, &b) || all_in(&b, &a),
        "closure" => whose(one) == whose(other),
        // One inquiry has many steps.
        "investigation" => one.draft.when.is_some() == other.draft.when.is_some(),
        _ => true,
    };
    counts && roles && shared && near_enough && !apart
}

/// Whose missions are shut: those of the target, else one's own.
fn whose(one: &Proposal) -> Vec<&LaneCode> {
    let targets = of_role(one, Role::Target);
    if targets.is_empty() { of_role(one, Role::Actor) } else { targets }
}

/// "18 diplomats and six others", "24 employees": the same people, counted otherwise.
pub(super) fn near(a: &Count, b: &Count) -> bool {
    let (low, high) = (a.stated().min(b.stated()), a.stated().max(b.stated()));
    a.overlaps(b) || low * 3 >= high * 2 && low > 1
}

pub(super) fn dates_agree(one: Option<&When>, other: Option<&When>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return true };
    // "since 2022" reaches over all that came later, and tells of none of it; "until Saturday" ends on a day.
    let open = |when: &When| when.as_str().starts_with("../") || when.as_str().ends_with("/..");
    if open(one) && open(other) {
        return one == other;
    }
    let since = |when: &When| when.as_str().ends_with("/..");
    if since(one) != since(other) {
        return false;
    }
    let until = |when: &When| when.as_str().starts_with("../");
    if until(one) != until(other) {
        let (open, day) = if until(one) { (one, other) } else { (other, one) };
        let end = open.as_str().trim_matches(['.', '/']);
        return When::parse(end).is_ok_and(|end| dates_agree(Some(&end), Some(day)));
    }
    one.span().start() < other.span().end() && other.span().start() < one.span().end()
}

pub(super) fn join(kept: &mut Proposal, one: Proposal) {
    let finer = |new: &When, old: &When| new.precision() < old.precision();
    let better = match (&kept.draft.when, &one.draft.when) {
        (None, Some(_)) => true,
        (Some(old), Some(new)) => finer(new, old),
        _ => false,
    };
    if better {
        kept.draft.when = one.draft.when;
        kept.draft.within = one.draft.within;
    }
    // A place is taken over where nothing but who acted was known.
    let alone = kept.draft.lanes.len() == 1;
    // Who expelled a stated number did so; "expelled from Belgium and the EU" adds nobody to it.
    let stated = kept.draft.count.is_some() && !of_role(kept, Role::Actor).is_empty();
    for part in one.draft.lanes {
        if !kept.draft.lanes.iter().any(|old| old.lane == part.lane)
            && (alone || part.role != Role::Place)
            && !(stated && part.role == Role::Actor)
        {
            kept.draft.lanes.push(part);
        }
    }
    for date in one.draft.dates {
        if !kept.draft.dates.iter().any(|old| old.role == date.role) {
            kept.draft.dates.push(date);
        }
    }
    kept.draft.count = kept.draft.count.or(one.draft.count);
    kept.titled |= one.titled;
    kept.draft.status = kept.draft.status.min(one.draft.status);
    for code in one.draft.readings {
        let known = kept.draft.lanes.iter().any(|part| part.lane == code);
        if !known && !kept.draft.readings.contains(&code) {
            kept.draft.readings.push(code);
        }
    }
    for name in one.draft.names {
        if !kept.draft.names.contains(&name) {
            kept.draft.names.push(name);
        }
    }
    for part in one.draft.entities {
        if !kept.draft.entities.iter().any(|old| old.entity == part.entity) {
            kept.draft.entities.push(part);
        }
    }
    for name in one.entities {
        if !kept.entities.contains(&name) {
            kept.entities.push(name);
        }
    }
    let spans = std::iter::once(one.quote).chain(one.more_quotes);
    for span in spans {
        if span != kept.quote && !kept.more_quotes.contains(&span) {
            kept.more_quotes.push(span);
        }
    }
    let score = (kept.score.max(one.score) + 0.05).min(1.0);
    kept.score = (score * 100.0).round() / 100.0;
}
