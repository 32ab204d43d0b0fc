//! What a sentence mentions without telling it: a verb that only says who somebody is, a noun that only says what
//! another act was about.

use super::super::lexicon::Work;
use super::roles::{Frame, frame_of};
use super::sentence::{Clauses, Manner, Told};

/// Words between a noun and the day that is its own at most.
const NEAR: usize = 3;

/// Whether a trigger only describes somebody or something that another verb of the sentence tells of.
pub(super) fn is_aside(clauses: &Clauses<'_>, told: &Told<'_>) -> bool {
    let others = clauses.triggers.iter().filter(|other| other.first != told.first && !other.trigger.weak);
    let mut verbs = others.filter(|other| other.manner != Manner::Nominal);
    let (_, end) = clauses.clause_of(told);
    let dated_behind = clauses.dates.iter().any(|date| told.first <= date.first && date.first < end);
    // "Iran freed a nurse and got back a diplomat jailed in Riga"
    if told.reduced && told.manner == Manner::Passive {
        return !dated_behind && verbs.any(|other| !other.reduced);
    }
    if told.manner != Manner::Nominal {
        return false;
    }
    let close = clauses.dates.iter().any(|date| {
        let behind = told.last <= date.first && date.first - told.last <= NEAR;
        let between = || (date.last..told.first).all(|at| clauses.reading.work(at).is_none());
        let ahead = date.last <= told.first && told.first - date.last <= NEAR && between();
        behind || ahead
    });
    match frame_of(&told.trigger.kind) {
        // "began to look into foreign money in the elections on Monday"
        Frame::Office if told.trigger.kind == "election" => !close && verbs.next().is_some(),
        // "charged in May with sabotage"
        Frame::Happens => is_hung(clauses, told) && !dated_behind && !close && verbs.next().is_some(),
        _ => false,
    }
}

/// "with sabotage", "of the arson": a preposition that ties a noun to a verb before it.
fn is_hung(clauses: &Clauses<'_>, told: &Told<'_>) -> bool {
    let mut before = (clauses.first.max(told.first.saturating_sub(NEAR))..told.first).rev();
    let small = |at: &usize| {
        let work = clauses.reading.work(*at);
        work.is_some_and(|work| work != Work::Article)
    };
    let work = before.find(small).and_then(|at| clauses.reading.work(at));
    matches!(work, Some(Work::With | Work::For | Work::Of | Work::Alleged))
}
