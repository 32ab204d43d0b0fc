//! Headings tell in short what the text below them tells; those between paragraphs are often links to other articles.

use crate::model::{Role, When};

use super::super::find::ByteSpan;
use super::again::of_role;
use super::extraction::Proposal;
use super::merge::{dates_agree, join, near};
use super::roles::{Frame, frame_of};

/// Sentences below the title that tell at length what it tells in short.
pub(super) const LEAD: usize = 3;

/// The headings of a text.
#[derive(Debug, Default)]
pub(super) struct Headings {
    title: Option<ByteSpan>,
    further: Vec<ByteSpan>,
    /// Where the sentences end that begin the text below the title, by bytes.
    lead: usize,
}

impl Headings {
    /// Takes in a heading, by the number of its sentence.
    pub(super) fn add(&mut self, index: usize, span: ByteSpan) {
        if index == 0 { self.title = Some(span) } else { self.further.push(span) }
    }

    /// Takes in where the first sentences of the text end.
    pub(super) fn lead_to(&mut self, end: usize) {
        self.lead = end;
    }

    /// Joins what the title tells without a day to what the first sentences tell of the same kind: before all others,
    /// since what a text tells further down of long ago can be alike, too.
    pub(super) fn fold_title(&self, mut all: Vec<Proposal>) -> Vec<Proposal> {
        let Some(title) = self.title else { return all };
        let is_title = |one: &Proposal| one.quote == title && one.more_quotes.is_empty();
        let mut at = 0;
        while at < all.len() {
            let one = &all[at];
            let told = all.iter().position(|other| {
                let below = other.quote != title && other.quote.start < self.lead;
                below && is_title(one) && one.draft.when.is_none() && retells(one, other)
            });
            match told {
                Some(told) => {
                    let one = all.remove(at);
                    join(&mut all[if told > at { told - 1 } else { told }], one);
                }
                None => at += 1,
            }
        }
        self.fold_lead(all)
    }

    /// "Two men were held …, Malta said. They were picked up on Monday": the first sentences tell of one thing, and what
    /// names no lane is of the lanes that were named.
    fn fold_lead(&self, mut all: Vec<Proposal>) -> Vec<Proposal> {
        let mut at = 0;
        while at < all.len() && all[at].quote.start < self.lead {
            let other = &all[at];
            let told = all[..at].iter().position(|one| {
                (one.draft.lanes.is_empty() || other.draft.lanes.is_empty())
                    && one.quote != other.quote
                    && retells(one, other)
                    && dates_agree(one.draft.when.as_ref(), other.draft.when.as_ref())
            });
            match told {
                Some(told) => {
                    let other = all.remove(at);
                    join(&mut all[told], other);
                }
                None => at += 1,
            }
        }
        all
    }

    /// Quotes the text rather than its headings, drops what only a heading without a day tells, and dates what the
    /// title tells in the present by the day of publication, where the text has no day for it.
    pub(super) fn settle(&self, all: Vec<Proposal>, published: Option<&When>) -> Vec<Proposal> {
        let today = published.and_then(|day| When::parse(day.as_str().get(..10)?).ok());
        let is_heading = |span: &ByteSpan| self.title == Some(*span) || self.further.contains(span);
        let mut kept = Vec::new();
        for mut one in all {
            let told = one.more_quotes.iter().position(|span| !is_heading(span));
            if is_heading(&one.quote) {
                match told {
                    Some(at) => std::mem::swap(&mut one.quote, &mut one.more_quotes[at]),
                    None if self.further.contains(&one.quote) && one.draft.when.is_none() => continue,
                    None => {}
                }
            }
            let speaks = frame_of(&one.draft.kind) == Frame::Speaks;
            if one.titled && one.draft.when.is_none() && !speaks {
                one.draft.when.clone_from(&today);
            }
            kept.push(one);
        }
        kept
    }
}

/// Whether a sentence can tell what a title tells: the same kind, nobody else acting, no other number.
fn retells(title: &Proposal, other: &Proposal) -> bool {
    let (a, b) = (of_role(title, Role::Actor), of_role(other, Role::Actor));
    let same_actors = a.is_empty() || b.is_empty() || a.iter().any(|lane| b.contains(lane));
    let counts = match (title.draft.count, other.draft.count) {
        (Some(a), Some(b)) => near(&a, &b),
        _ => true,
    };
    title.draft.kind == other.draft.kind && same_actors && counts
}
