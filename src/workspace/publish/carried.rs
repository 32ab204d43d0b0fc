//! What a picture carries beside its pixels: the view without what is private, and on request the events.

use std::collections::{BTreeMap, BTreeSet};

use crate::export::Document;
use crate::model::{Article, CaseContent, EventId, View};
use crate::store::case_json;

use super::super::paper::Sitting;

/// A view without what names private events, entities and articles.
pub fn public_view(view: &View, case: &Sitting, private: &BTreeSet<EventId>) -> View {
    let mut open = view.clone();
    let event = |key: &String| case.ids.get(key).is_some_and(|id| !private.contains(id));
    let entity = |key: &String| case.entities.of(key).is_some_and(|entity| !entity.private);
    let article = |key: &String| case.articles.of(key).is_some_and(|article| !article.private);
    open.homes.retain(|home| event(&home.event));
    open.pins.retain(event);
    open.labels.retain(|label| event(&label.event));
    open.aligned_to = open.aligned_to.take().filter(event);
    open.threads.retain(entity);
    open.filter.entities.retain(entity);
    open.filter.articles.retain(article);
    open
}

/// What a picture without its events carries.
pub fn of_view(title: &str, view: View, events: Vec<(EventId, String)>) -> Document {
    let case = CaseContent { title: title.to_owned(), views: vec![view], ..CaseContent::default() };
    Document {
        case: case_json::write(&case),
        events: events.into_iter().map(|(_, key)| key).collect(),
        ..Document::default()
    }
}

/// What a picture that opens again as a case carries: just what it shows, nothing private, no article's text.
pub fn of_events(content: CaseContent, view: View, events: &[(EventId, String)]) -> Document {
    let mut case = only(content, events);
    case.views = vec![view];
    Document {
        events: case.events.iter().map(|event| event.key.clone()).collect(),
        case: case_json::write(&case),
        ..Document::default()
    }
}

/// A case of these events alone, in their order, with their sources but without what is private and without texts.
pub fn only(content: CaseContent, events: &[(EventId, String)]) -> CaseContent {
    let order: BTreeMap<EventId, usize> = events.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
    let mut open = case_json::public(&content);
    drop(content);
    open.events.retain(|event| order.contains_key(&event.id));
    open.events.sort_by_key(|event| order.get(&event.id).copied());
    let keys: BTreeSet<String> = open.events.iter().map(|event| event.key.clone()).collect();
    open.links.retain(|link| keys.contains(&link.from) && keys.contains(&link.to));
    let link_quotes = open.links.iter_mut().flat_map(|link| &mut link.quotes);
    let mut cited = BTreeSet::new();
    for quote in open.events.iter_mut().flat_map(|event| &mut event.quotes).chain(link_quotes) {
        cited.insert(quote.article.clone());
        // Words around a quote are its article's, and a reading that is not there has no number.
        (quote.prefix, quote.suffix, quote.rev) = (None, None, None);
    }
    open.articles.retain(|article| cited.contains(&article.key));
    open.articles.iter_mut().for_each(strip);
    let people: BTreeSet<&str> =
        open.events.iter().flat_map(|event| &event.entities).map(|part| part.entity.as_str()).collect();
    open.entities.retain(|entity| people.contains(entity.key.as_str()));
    (open.candidates, open.not_same) = (Vec::new(), Vec::new());
    open.views = Vec::new();
    open
}

/// Leaves of an article what a reader needs to find it.
fn strip(article: &mut Article) {
    article.text = None;
    article.older = Vec::new();
    // The file's name may be a path of its owner's.
    article.original = None;
    let on_the_web = |url: &String| url.starts_with("http://") || url.starts_with("https://");
    article.url = article.url.take().filter(on_the_web);
}
