//! A case without what its user keeps to themselves, for handing over.
//!
//! Notes are private; the model has no mark yet that would open one.

use std::collections::BTreeSet;

use crate::model::{CaseContent, Event, Quote, View};

/// The case without private events, articles, entities and quotes, without notes, and without what named them.
pub(super) fn without_private(content: &CaseContent) -> CaseContent {
    let mut open = content.clone();
    open.articles.retain(|article| !article.private);
    open.entities.retain(|entity| !entity.private);
    open.events.retain(|event| !event.private);
    let articles: BTreeSet<String> = open.articles.iter().map(|article| article.key.clone()).collect();
    let entities: BTreeSet<String> = open.entities.iter().map(|entity| entity.key.clone()).collect();
    let events: BTreeSet<String> = open.events.iter().map(|event| event.key.clone()).collect();
    let may_stay = |quote: &Quote| !quote.private && articles.contains(&quote.article);

    open.articles.iter_mut().for_each(|article| article.note = None);
    open.entities.iter_mut().for_each(|entity| entity.note = None);
    for event in &mut open.events {
        let Event { note, entities: parts, quotes, .. } = event;
        *note = None;
        parts.retain(|part| entities.contains(&part.entity));
        quotes.retain(may_stay);
    }
    open.links.retain(|link| events.contains(&link.from) && events.contains(&link.to));
    open.links.iter_mut().for_each(|link| link.quotes.retain(may_stay));
    open.candidates.retain(|one| articles.contains(&one.article));
    for one in &mut open.candidates {
        one.draft.entities.retain(|part| entities.contains(&part.entity));
    }
    open.not_same.retain(|(one, other)| events.contains(one) && events.contains(other));
    open.views.iter_mut().for_each(|view| forget(view, &events, &entities, &articles));
    open
}

fn forget(
    view: &mut View,
    events: &BTreeSet<String>,
    entities: &BTreeSet<String>,
    articles: &BTreeSet<String>,
) {
    view.homes.retain(|home| events.contains(&home.event));
    view.pins.retain(|key| events.contains(key));
    view.labels.retain(|label| events.contains(&label.event));
    view.threads.retain(|key| entities.contains(key));
    view.filter.entities.retain(|key| entities.contains(key));
    view.filter.articles.retain(|key| articles.contains(key));
    view.aligned_to = view.aligned_to.take().filter(|key| events.contains(key));
}
