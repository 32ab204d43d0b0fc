//! Which date of a sentence is an event's own: the nearest in its clause, else that of who tells it.

use crate::model::{FurtherDate, When};

use super::super::find::FoundDate;
use super::super::lexicon::Work;
use super::again::are_akin;
use super::roles::{Frame, frame_of};
use super::sentence::Manner;
use super::sentence::Speech;
use super::sentence::Told;
use super::sentence::{Clauses, Dated};

/// An event's times.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) when: Option<When>,
    pub(super) within: bool,
    pub(super) further: Vec<FurtherDate>,
}

impl Times {
    /// One day and no other.
    pub(super) fn of_date(date: &Dated) -> Self {
        Self { when: date.found.when.clone(), within: date.found.within, ..Self::default() }
    }
}

/// The times of what a trigger tells.
pub(super) fn times_of(
    clauses: &Clauses<'_>,
    told: &Told<'_>,
    speech: Option<Speech>,
    published: Option<&When>,
) -> Times {
    let (start, end) = clauses.reach_of(told);
    let mut times = Times::default();
    let speaks = matches!(frame_of(&told.trigger.kind), Frame::Speaks) || told.trigger.kind == "accusation";
    let mut nearest: Option<(usize, &Dated)> = None;
    for date in clauses.dates.iter().filter(|date| date.found.when.is_some()) {
        let Some(far) = distance(clauses, told, speech, (start, end), date) else { continue };
        // What was said is dated by no day that is still to come.
        if speaks && !told.planned && is_later(date, published) {
            continue;
        }
        // "charged with unrest ahead of elections on 28 September": what is to come has its day to itself.
        if is_later(date, published) && is_of_an_election(clauses, told, date) {
            continue;
        }
        if let Some(role) = further_role(clauses, told, date, published) {
            if let Some(when) = date.found.when.clone() {
                times.further.push(FurtherDate { role: role.to_owned(), when });
            }
            continue;
        }
        if nearest.is_none_or(|(best, _)| far < best) {
            nearest = Some((far, date));
        }
    }
    let leading = leading_date(clauses, told).map(|date| (0, date));
    let inside = nearest.filter(|(far, _)| *far < OUTSIDE);
    let counted = || counted_to(clauses, told).map(|date| (0, date));
    if let Some((_, date)) = leading.or(inside).or_else(counted).or(nearest) {
        take(&mut times, &date.found);
        let outside = date.last <= start;
        if outside && let Some(from) = open_from(&date.found) {
            // "since 2021, when it blamed …": it was in 2021.
            times.when = Some(from);
        }
        // "10 June. … the fourth this year": the day that stands over it says more.
        if let (Some((day, within)), Some(when)) = (&clauses.under, &times.when)
            && when.earliest() < day.earliest()
            && day.latest() < when.latest()
        {
            (times.when, times.within) = (Some(day.clone()), *within);
        }
    } else if let Some(before) = joined_before(clauses, told) {
        return times_of(clauses, before, speech, published);
    } else if let Some((when, within)) = clauses.under.clone().filter(|_| times.further.is_empty()) {
        (times.when, times.within) = (Some(when), within);
    } else if let Some(published) = published.filter(|_| !times.further.is_empty()) {
        // What is planned is dated by its announcement, and an article tells of one when it appears.
        let day = published.as_str().get(..10).and_then(|day| When::parse(day).ok());
        times.when = day.or_else(|| Some(published.clone()));
    }
    times.further.truncate(3);
    times
}

/// "was arrested at the airport on Monday and charged": the verb whose day is that of the one behind "and".
fn joined_before<'a>(clauses: &'a Clauses<'_>, told: &Told<'_>) -> Option<&'a Told<'a>> {
    let verb = |other: &&Told<'_>| {
        other.last <= told.first && other.manner != Manner::Nominal && !other.trigger.weak
    };
    let before = clauses.triggers.iter().rev().find(verb).filter(|_| told.manner != Manner::Nominal)?;
    let and = (before.last..told.first).rev().find(|at| clauses.reading.work(*at) == Some(Work::And))?;
    let subject = clauses.parties.iter().any(|party| (and..told.first).contains(&party.first));
    let border = |at: usize| clauses.is_hard(at) || clauses.reading.work(at).is_some_and(Work::is_border);
    let broken =
        subject || clauses.has_own_subject(and + 1, told.first) || (before.last..told.first).any(border);
    (!broken && before.first < told.first && before.planned == told.planned).then_some(before)
}

/// "in April 2021, when it expelled 18": the date right before the word that begins the clause.
fn leading_date<'a>(clauses: &'a Clauses<'_>, told: &Told<'_>) -> Option<&'a Dated> {
    let (start, _) = clauses.clause_of(told);
    let when = start.checked_sub(1).filter(|at| *at > clauses.first)?;
    let comma = usize::from(clauses.reading.words[when - 1].is_mark(","));
    let begins = clauses.reading.work(when) == Some(Work::When) && told.manner != Manner::Nominal;
    clauses.dates.iter().find(|date| begins && date.last == when - comma && date.found.when.is_some())
}

/// How far a date is that stands outside of the clause.
const OUTSIDE: usize = 100;

/// Words between "a day after" and the verb whose day it is at most.
const COUNTED: usize = 14;

/// "a day after a cable went dead", "four months after a court sentenced him": the day of the first verb behind it.
fn counted_to<'a>(clauses: &'a Clauses<'_>, told: &Told<'_>) -> Option<&'a Dated> {
    let all = &clauses.reading.counted;
    let date = all[..all.partition_point(|date| date.last <= told.first)].last()?;
    // The "after" itself stands behind the number.
    let from = date.last + 1;
    let near = date.first >= clauses.first && told.first - date.last <= COUNTED;
    let border = |at: usize| {
        clauses.is_hard(at)
            || clauses.reading.words[at].is_mark(",")
            || clauses.reading.work(at).is_some_and(Work::is_border)
    };
    let first = !clauses
        .triggers
        .iter()
        .any(|other| !other.trigger.weak && date.last <= other.first && other.first < told.first);
    (near && first && !(from..told.first).any(border)).then_some(date)
}

/// The start of a stretch that is open at its end.
fn open_from(date: &FoundDate) -> Option<When> {
    When::parse(date.when.as_ref()?.as_str().strip_suffix("/..")?).ok()
}

fn take(times: &mut Times, date: &FoundDate) {
    times.when.clone_from(&date.when);
    times.within = date.within;
}

/// Whether a day stands right behind an election that another verb mentions.
fn is_of_an_election(clauses: &Clauses<'_>, told: &Told<'_>, date: &Dated) -> bool {
    let own = |other: &Told<'_>| {
        other.manner == Manner::Nominal
            && other.trigger.kind == "election"
            && other.last <= date.first
            && date.first - other.last <= 2
    };
    told.first < date.first && told.trigger.kind != "election" && clauses.triggers.iter().any(own)
}

/// How far a date is from a trigger; `None` where it belongs to something else.
fn distance(
    clauses: &Clauses<'_>,
    told: &Told<'_>,
    speech: Option<Speech>,
    (start, end): (usize, usize),
    date: &Dated,
) -> Option<usize> {
    let gap =
        if date.first >= told.last { date.first - told.last } else { told.first.saturating_sub(date.last) };
    // "given 13 years at a trial in February": the trial has no day of its own.
    let names_it = |other: &Told<'_>| {
        other.manner == Manner::Nominal && are_akin(&told.trigger.kind, &other.trigger.kind)
    };
    let others = clauses
        .triggers
        .iter()
        .filter(|other| other.first != told.first && !other.trigger.weak && !names_it(other));
    let inside = |date: &Dated, (start, end): (usize, usize)| start <= date.first && date.last <= end;
    // "the 2023 hack": the year is the noun's, and no verb's.
    if clauses.is_attribute(date) && told.first != date.last {
        return None;
    }
    // "Malta, which says that four were hit since 2023, called for …": what stands between is told of Malta.
    if date.last <= told.first && in_a_relative(clauses, told, date) {
        return None;
    }
    // "Despite being recalled in 2023, Malta has now named him": what leads up to who acts has days of its own.
    let leads_up = |other: &Told<'_>| other.manner != Manner::Nominal && other.last <= date.first;
    if date.last <= told.first && others.clone().any(leads_up) && acts_behind_a_comma(clauses, told, date) {
        return None;
    }
    // "accused on Monday of damaging": the day is that of the accusation.
    if told.alluded && date.last <= told.first {
        return None;
    }
    if is_reason(clauses, told, date) || is_known(clauses, told, date) {
        return None;
    }
    // "admitted it in May and was sentenced to six years in July": each verb has its own.
    let behind = |other: &Dated| other.first >= told.last && inside(other, (start, end));
    if clauses.and_before(told).is_some_and(|and| date.last <= and) && clauses.dates.iter().any(behind) {
        return None;
    }
    if inside(date, (start, end)) {
        return Some(if in_apposition(clauses, told, date) { 60 + gap } else { gap });
    }
    // A date in another trigger's clause is that trigger's.
    let owned = others.clone().any(|other| inside(date, clauses.reach_of(other)));
    // "said on Tuesday that a cable had been cut": that is the day on which it was told.
    // "recalled its envoy after the arrest of a citizen, the ministry said on Monday": what is only named may be older.
    let acts = frame_of(&told.trigger.kind) != Frame::Happens && told.manner != Manner::Nominal;
    let of_speech = speech.filter(|_| acts).is_some_and(|speech| {
        let (from, to) = (speech.verb.saturating_sub(8), speech.verb + 12);
        from <= date.first && date.last <= to && told.first > speech.verb && date.first < told.first
            || speech.verb > told.last && date.first > speech.verb && clauses.is_of_verb(date, speech.verb)
    });
    if of_speech {
        return Some(2 * OUTSIDE + gap);
    }
    // "In October it ordered … to close and confined …": what leads the sentence dates all its verbs.
    let (from, _) = clauses.clause_of(told);
    let leads = date.first <= clauses.first + 2 && told.manner != Manner::Nominal && from <= date.first;
    let elsewhere = is_elsewhere(clauses, told, (start, end), date, acts)
        || !acts && date.last <= start && speech.is_some_and(|speech| speech.verb < told.first) && !leads;
    if owned && !leads || elsewhere { None } else { Some(OUTSIDE + gap) }
}

/// "convicted after an inquiry that ended in May": a clause further on has days of its own; and so has who tells of
/// what happened: "said on Monday that a cable had been cut".
fn is_elsewhere(
    clauses: &Clauses<'_>,
    told: &Told<'_>,
    (_, end): (usize, usize),
    date: &Dated,
    acts: bool,
) -> bool {
    let borders = |at: usize| {
        let work = clauses.reading.work(at);
        matches!(work, Some(Work::Boundary | Work::When | Work::Relative))
            || !acts && work == Some(Work::Speech)
    };
    date.first >= told.last && date.first >= end && (end..date.first).any(borders)
}

impl Clauses<'_> {
    /// "said in a statement on Friday", and not "said that he would be summoned on Friday".
    fn is_of_verb(&self, date: &Dated, verb: usize) -> bool {
        let other = |at: usize| {
            matches!(
                self.reading.work(at),
                Some(
                    Work::Passive
                        | Work::Perfect
                        | Work::Future
                        | Work::Would
                        | Work::Maybe
                        | Work::Boundary
                        | Work::When
                )
            )
        };
        !(verb + 1..date.first).any(other)
    }
}

/// "Montenegro, a member since 2017, expelled …": a year between commas before the verb tells of who acts.
fn in_apposition(clauses: &Clauses<'_>, told: &Told<'_>, date: &Dated) -> bool {
    let comma = |at: &usize| clauses.reading.words[*at].is_mark(",");
    let Some(before) = (clauses.first..date.first).rev().find(comma) else { return false };
    let leads = !clauses.parties.iter().any(|party| party.last <= before);
    date.last <= told.first
        && !leads
        && date.first <= before + APPOSED
        && (date.last..told.first).any(|at| comma(&at))
}

/// Words between the comma of an apposition and its date at most.
const APPOSED: usize = 6;

/// Kinds that are called for a day, and not before.
const SCHEDULED: [&str; 6] = ["meeting", "vote", "election", "exercise", "charge", "protest"];

fn is_later(date: &Dated, published: Option<&When>) -> bool {
    published
        .zip(date.found.when.as_ref())
        .is_some_and(|(published, when)| when.earliest() >= published.latest())
}

/// The role of a date that is not the event's own: a deadline, or the day of what is planned.
fn further_role(
    clauses: &Clauses<'_>,
    told: &Told<'_>,
    date: &Dated,
    published: Option<&When>,
) -> Option<&'static str> {
    let before = date.first.checked_sub(1).filter(|at| *at >= clauses.first);
    let ends = date.found.when.as_ref().is_some_and(|when| when.as_str().starts_with("../"));
    // "gave them until Friday to leave": the order was given before.
    if ends
        && matches!(frame_of(&told.trigger.kind), Frame::Moves | Frame::Closes)
        && told.manner != Manner::Nominal
    {
        return Some("deadline");
    }
    let later = is_later(date, published);
    match before.and_then(|at| clauses.reading.work(at)) {
        Some(Work::Until | Work::By) if later || told.planned => Some("deadline"),
        // A meeting is on the day for which it is called; an act is done when it is announced.
        _ if later && SCHEDULED.contains(&told.trigger.kind.as_str()) => None,
        // "will be sentenced on 11 July": that is the day; who closes, expels or names does so by saying it.
        _ if later && (told.planned || told.dependent) && by_announcement(&told.trigger.kind) => {
            Some("effective")
        }
        _ => None,
    }
}

/// Whether an act of the kind is done by announcing it, and takes effect later.
fn by_announcement(kind: &str) -> bool {
    matches!(frame_of(kind), Frame::Moves | Frame::Closes | Frame::Office) && kind != "election"
        || matches!(kind, "sanction" | "restriction")
}

/// Whether a date before a verb stands in a clause that "which" begins and a comma ends before that verb.
fn in_a_relative(clauses: &Clauses<'_>, told: &Told<'_>, date: &Dated) -> bool {
    let comma = |at: usize| clauses.reading.words[at].is_mark(",");
    let which =
        (clauses.first..date.first).rev().find(|at| clauses.reading.work(*at) == Some(Work::Relative));
    which.is_some_and(|which| {
        let opened = which > clauses.first && comma(which - 1);
        opened && !(which..date.first).any(comma) && (date.last..told.first).any(comma)
    })
}

/// "will meet next week to discuss the attacks": they are known, and the day is that of the verb.
fn is_known(clauses: &Clauses<'_>, told: &Told<'_>, date: &Dated) -> bool {
    let numbers = &clauses.reading.language.lexicon.numbers;
    let article = told.first.checked_sub(1).filter(|at| *at >= clauses.first);
    let definite = article.is_some_and(|at| {
        matches!(clauses.reading.work(at), Some(Work::Article | Work::Such))
            && !numbers.one.contains(&clauses.reading.words[at].lower)
    });
    let verb = |other: &Told<'_>| {
        other.manner != Manner::Nominal
            && other.last <= told.first
            && other.first + 1 >= date.first.saturating_sub(NEAR)
    };
    // "met on Monday and condemned the attacks"
    let and = |at: usize| clauses.reading.work(at) == Some(Work::And) && clauses.is_participle(at + 1);
    let to = (date.last..told.first).any(|at| clauses.reading.work(at) == Some(Work::To) || and(at));
    told.manner == Manner::Nominal
        && definite
        && date.last <= told.first
        && to
        && clauses.triggers.iter().any(verb)
}

/// Words between a verb and its day at most, where a noun behind could have it, too.
const NEAR: usize = 10;

/// "blacklisted two officers over the poisoning in July": what a verb gives as its reason was before, and the day is the
/// verb's, where that has no other.
fn is_reason(clauses: &Clauses<'_>, told: &Told<'_>, date: &Dated) -> bool {
    if told.manner != Manner::Nominal || date.first < told.last {
        return false;
    }
    let small = |at: usize| matches!(clauses.reading.work(at), Some(Work::Article | Work::Own | Work::Such));
    let cause = (clauses.first..told.first).rev().find(|at| !small(*at));
    let hung = cause.is_some_and(|at| matches!(clauses.reading.work(at), Some(Work::Cause | Work::For)));
    let acts = |other: &&Told<'_>| {
        let (start, end) = clauses.reach_of(other);
        let own = |own: &Dated| start <= own.first && own.last <= end && own.last <= told.first;
        other.manner != Manner::Nominal
            && other.last <= told.first
            && date.last <= end
            && !clauses.dates.iter().any(own)
            && leading_date(clauses, other).is_none()
    };
    hung && clauses.triggers.iter().any(|other| acts(&other))
}

/// Whether between a date and a verb stand a comma and, behind it, who acts.
fn acts_behind_a_comma(clauses: &Clauses<'_>, told: &Told<'_>, date: &Dated) -> bool {
    let comma = (date.last..told.first).find(|at| clauses.reading.words[*at].is_mark(","));
    comma.is_some_and(|comma| {
        let acts = clauses.subject_of(told).map(|index| &clauses.parties[index]);
        acts.is_some_and(|party| party.first > comma && party.last <= told.first)
    })
}
