//! How sure an event is, from who tells it and with what words.

use crate::model::{LaneCode, Status};

use super::super::lexicon::Work;
use super::roles::Roles;
use super::sentence::{Clauses, Manner, Told};

/// Kinds that are somebody's own official act or words.
const ACTS: [&str; 17] = [
    "expulsion",
    "recall",
    "closure",
    "restriction",
    "sanction",
    "arrest",
    "charge",
    "conviction",
    "exchange",
    "nomination",
    "appointment",
    "resignation",
    "denial",
    "statement",
    "accusation",
    "vote",
    "agreement",
];

/// The status of an event in a clause (`start`, and `end` exclusive) told by `speaker`.
pub(super) fn status_of(
    clauses: &Clauses<'_>,
    told: &Told<'_>,
    roles: &Roles,
    speaker: &[LaneCode],
    (start, end): (usize, usize),
) -> Status {
    let kind = told.trigger.kind.as_str();
    let says = |work: Work| (start..end).any(|at| clauses.reading.work(at) == Some(work));
    let act = ACTS.contains(&kind);
    if matches!(kind, "denial" | "statement" | "accusation") {
        return if says(Work::Reported) { Status::Reported } else { Status::Confirmed };
    }
    // A suspect's arrest is no suspicion of an arrest.
    let sure_act = act && !roles.actors.is_empty();
    if says(Work::Alleged) && !sure_act {
        return Status::Alleged;
    }
    if says(Work::Reported) {
        return Status::Reported;
    }
    let told_by_doer = !speaker.is_empty() && speaker.iter().all(|lane| roles.actors.contains(lane));
    let of_another = !speaker.is_empty() && !roles.actors.is_empty() && !told_by_doer;
    // "was recalled from Riga": nobody says that it was their act.
    let by = (told.last..end).any(|at| clauses.reading.work(at) == Some(Work::By));
    if told.planned && !told_by_doer {
        return Status::Reported;
    }
    let act = act && (told.manner == Manner::Active || by || kind != "recall");
    match (act, told_by_doer, of_another) {
        (_, true, _) => Status::Confirmed,
        (false, _, true) => Status::Alleged,
        (true, false, false) if !roles.actors.is_empty() => Status::Confirmed,
        _ => Status::Reported,
    }
}
