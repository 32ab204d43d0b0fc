//! Whom else a verb moved, behind its own object: in a list of countries with numbers, and "more" of them on another day.

use crate::model::{Count, LaneCode, Unit};

use super::super::super::find::Form;
use super::super::super::lexicon::Work;
use super::super::sentence::{Clauses, Dated, Manner, PartySort, Told, value_ending_at};
use super::Roles;

/// "Germany expelled 40, France 35 and Spain (25)": those that follow with a number only.
pub(in super::super) fn listed(clauses: &Clauses<'_>, told: &Told<'_>, first: &Roles) -> Vec<Roles> {
    let words = &clauses.reading.words;
    let mut found = Vec::new();
    for party in clauses.parties.iter().filter(|party| party.first >= told.last) {
        let plain = party.head.is_none()
            && matches!(party.sort, PartySort::Named(Form::Name | Form::Capital))
            && party.under.is_none();
        let lanes: Vec<LaneCode> =
            party.lanes.iter().filter(|lane| !first.targets.contains(lane)).cloned().collect();
        if !plain || lanes.is_empty() || first.targets.is_empty() {
            continue;
        }
        let open = words
            .get(party.last)
            .is_some_and(|word| word.is_mark("(") || word.is_mark("–") || word.is_mark("—"));
        let at = party.last + usize::from(open);
        // "and Malta expelled 70" tells for itself.
        if clauses.triggers.iter().any(|other| (at..at + 2).contains(&other.first)) {
            continue;
        }
        let value = (at..clauses.last.min(at + 2))
            .rev()
            .find_map(|at| value_ending_at(words, at, party.last, clauses.reading.language));
        let dated = clauses.dates.iter().any(|date| date.first <= at && at < date.last);
        if let Some((value, _)) = value.filter(|_| !dated) {
            found.push(Roles {
                actors: lanes,
                targets: first.targets.clone(),
                count: Some(Count::exactly(value, Unit::People)),
                ..Roles::default()
            });
        }
    }
    found
}

/// "threw out a diplomat in April and six more in September": those that followed, with their day.
pub(in super::super) fn and_more<'c>(
    clauses: &'c Clauses<'_>,
    told: &Told<'_>,
    first: &Roles,
) -> Option<(Roles, &'c Dated)> {
    let reading = clauses.reading;
    let words = &reading.words;
    let more = &reading.language.lexicon.numbers.further;
    let next =
        |at: usize| clauses.triggers.iter().any(|other| other.first == at && other.manner != Manner::Nominal);
    let end = (told.last..clauses.last).find(|at| next(*at) || clauses.is_hard(*at)).unwrap_or(clauses.last);
    let and = (told.last..end).find(|at| reading.work(*at) == Some(Work::And))?;
    let told_of = (and + 1..end.min(and + 4)).find(|at| more.contains(&words[*at].lower))?;
    // "and a sixth in May" is one.
    let value = value_ending_at(words, told_of - 1, and, reading.language).map_or(1, |(value, _)| value);
    let date = clauses.dates.iter().find(|date| told_of < date.first && date.first <= told_of + 3)?;
    let count = Some(Count::exactly(value, Unit::People));
    (date.found.when.is_some() && !first.targets.is_empty()).then(|| (Roles { count, ..first.clone() }, date))
}
