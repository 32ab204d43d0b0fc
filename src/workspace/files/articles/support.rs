//! Words for events that cited an article before its text was there: each is offered as what supports its event.

use crate::intake::Sought;
use crate::model::{Article, Candidate, CandidateDraft, Event, Text};

use super::super::FileError;
use super::super::desk::Desk;

impl Desk {
    /// Puts before the candidates of an article those that give its citing events their words.
    pub(super) fn support_citing(
        &mut self,
        article: &Article,
        candidates: &mut Vec<Candidate>,
    ) -> Result<(), FileError> {
        let bare = self.store()?.quotes_of(&article.key)?.into_iter();
        let citing: Vec<_> = bare
            .filter(|(_, quote)| quote.place.is_none() && quote.exact.is_none())
            .map(|(event, _)| event)
            .collect();
        if citing.is_empty() {
            return Ok(());
        }
        let Some(found) = self.read_for_words(article)? else { return Ok(()) };
        for event in self.store()?.events(&citing)? {
            let sought = Sought {
                title: &event.title,
                lanes: &event.lanes.iter().map(|part| part.lane.clone()).collect::<Vec<_>>(),
                when: event.when.as_ref(),
                number: event.count.map(|count| count.stated()),
            };
            let Some(span) = found.sentence_for(&sought) else { continue };
            let place = (found.text.scalar_at(span.start), found.text.scalar_at(span.end));
            offer(candidates, &article.key, place, &event, &found.text);
        }
        Ok(())
    }
}

/// What the sentence was proposed for by itself, of the same kind, is that event.
fn offer(
    candidates: &mut Vec<Candidate>,
    article: &str,
    (start, end): (usize, usize),
    event: &Event,
    text: &Text,
) {
    debug_assert!(text.slice(start, end).is_some());
    candidates.retain(|one| !(one.draft.kind == event.kind && one.start < end && start < one.end));
    let draft = CandidateDraft {
        when: event.when.clone(),
        within: event.within,
        title: event.title.clone(),
        kind: event.kind.clone(),
        status: event.status,
        lanes: event.lanes.clone(),
        count: event.count,
        ..CandidateDraft::default()
    };
    candidates.push(Candidate {
        key: String::new(),
        article: article.to_owned(),
        rev: None,
        start,
        end,
        draft,
        score: 1.0,
    });
}
