//! Decisions on candidates, as edits.

use std::sync::Arc;

use crate::model::{CandidateEdit, Edit, Event, EventId, Quote, claims};

use super::super::{Command, Workspace};
use super::{Pile, Review, ReviewCommand, Waiting};

impl Workspace {
    pub(in super::super) fn decide(&mut self, command: &ReviewCommand) {
        let Some(review) = self.review.clone() else { return };
        // Out of sight at once: a key pressed again must not decide twice before the store has answered.
        if let Some(shown) = &mut self.review {
            Arc::make_mut(shown).waiting.retain(|one| !is_meant(command, one));
        }
        for edit in edits(&review, command) {
            self.apply(Command::Edit(edit));
        }
    }
}

fn is_meant(command: &ReviewCommand, one: &Waiting) -> bool {
    match command {
        ReviewCommand::Accept(key) | ReviewCommand::AcceptAsNew(key) | ReviewCommand::Reject(key) => {
            one.candidate.key == *key
        }
        ReviewCommand::AcceptSupports => one.pile == Pile::Supports,
    }
}

/// The edits that a decision comes to; a candidate that no longer waits brings none.
fn edits(review: &Review, command: &ReviewCommand) -> Vec<Edit> {
    let of = |key: &String| review.waiting.iter().find(|one| one.candidate.key == *key);
    match command {
        ReviewCommand::Accept(key) => of(key).map(accept).into_iter().collect(),
        ReviewCommand::AcceptAsNew(key) => of(key).map(as_new).unwrap_or_default(),
        ReviewCommand::Reject(key) => vec![Edit::Candidate(CandidateEdit::Reject(vec![key.clone()]))],
        ReviewCommand::AcceptSupports => {
            review.waiting.iter().filter(|one| one.pile == Pile::Supports).map(accept).collect()
        }
    }
}

fn accept(one: &Waiting) -> Edit {
    Edit::Candidate(if one.like.is_some() { added(one) } else { made(one) })
}

fn as_new(one: &Waiting) -> Vec<Edit> {
    let key = event_of(one).key;
    let told_apart = one.like.as_ref().map(|like| Edit::NotSame(key, like.event.key.clone()));
    std::iter::once(Edit::Candidate(made(one))).chain(told_apart).collect()
}

/// Its quote goes to the event that it is like, with what it says otherwise; without such an event it is made one.
#[must_use]
pub fn added(one: &Waiting) -> CandidateEdit {
    let Some(like) = &one.like else { return made(one) };
    let says = claims(&one.candidate.draft, &like.event);
    let quotes = quotes_of(one).into_iter().map(|quote| Quote { says: says.clone(), ..quote }).collect();
    CandidateEdit::Merge { key: one.candidate.key.clone(), into: like.event.id, quotes }
}

/// It becomes an event, whatever it is like.
#[must_use]
pub fn made(one: &Waiting) -> CandidateEdit {
    CandidateEdit::Accept { key: one.candidate.key.clone(), event: Box::new(event_of(one)) }
}

/// The quotes of a candidate: its words, and where its article tells it again.
fn quotes_of(one: &Waiting) -> Vec<Quote> {
    let quote = |place, exact: &String| Quote {
        article: one.candidate.article.clone(),
        rev: one.candidate.rev,
        place: Some(place),
        exact: Some(exact.clone()),
        ..Quote::default()
    };
    let first = quote((one.candidate.start, one.candidate.end), &one.exact);
    std::iter::once(first).chain(one.again.iter().map(|(place, exact)| quote(*place, exact))).collect()
}

/// The event that a candidate proposes, with its quotes.
#[must_use]
pub fn event_of(one: &Waiting) -> Event {
    let draft = one.candidate.draft.clone();
    // The event's key has the letters of the candidate's, so that it is known before it is stored.
    let letters = one.candidate.key.strip_prefix('c').unwrap_or(&one.candidate.key);
    Event {
        id: EventId(0),
        key: format!("v{letters}"),
        when: draft.when,
        within: draft.within,
        title: draft.title,
        kind: draft.kind,
        status: draft.status,
        lanes: draft.lanes,
        dates: draft.dates,
        count: draft.count,
        entities: draft.entities,
        quotes: quotes_of(one),
        ..Event::default()
    }
}
