//! Headings tell in short what the text below them tells; those between paragraphs are often links to other articles.

use crate::model::When;

use super::super::find::ByteSpan;
use super::extraction::Proposal;
use super::roles::{Frame, frame_of};

/// The headings of a text.
#[derive(Debug, Default)]
pub(super) struct Headings {
    title: Option<ByteSpan>,
    further: Vec<ByteSpan>,
}

impl Headings {
    /// Takes in a heading, by the number of its sentence.
    pub(super) fn add(&mut self, index: usize, span: ByteSpan) {
        if index == 0 { self.title = Some(span) } else { self.further.push(span) }
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
