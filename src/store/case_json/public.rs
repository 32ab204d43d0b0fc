//! A case without what its user keeps to themselves, for handing over.
//!
//! Notes are private; the model has no mark yet that would open one.

use std::collections::BTreeSet;

use crate::model::{CaseContent, Event, Involvement, LaneCode, Quote};

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
    leave_unnamed(&mut open, content);
    let named = |keys: &BTreeSet<String>, key: &str| keys.contains(key);
    for view in &mut open.views {
        view.keep_only(|key| named(&events, key), |key| named(&entities, key), |key| named(&articles, key));
    }
    open
}

/// Takes away lanes and kinds of the case's own that only something private used: their names would tell of it. Tags
/// and sites that only such things had go out of filters for the same reason.
fn leave_unnamed(open: &mut CaseContent, whole: &CaseContent) {
    let (was, is) = (Named::of(whole), Named::of(open));
    let told = |lane: &LaneCode| is.lanes.contains(lane) || !was.lanes.contains(lane);
    open.lanes.retain(|lane| told(&lane.code));
    for lane in &mut open.lanes {
        lane.of = lane.of.take().filter(told);
    }
    open.kinds.retain(|kind| is.kinds.contains(kind.id.as_str()) || !was.kinds.contains(kind.id.as_str()));
    for view in &mut open.views {
        for lanes in [&mut view.lanes, &mut view.pinned, &mut view.folded, &mut view.filter.lanes] {
            lanes.retain(told);
        }
        view.groups.iter_mut().for_each(|group| group.lanes.retain(told));
        view.homes.retain(|home| told(&home.lane));
        view.hub = view.hub.take().filter(told);
        view.filter.tags.retain(|tag| is.tags.contains(tag.as_str()));
        view.filter.sites.retain(|site| is.sites.contains(site.as_str()));
    }
}

/// What events, candidates and articles of a case name.
#[derive(Default)]
struct Named {
    lanes: BTreeSet<LaneCode>,
    kinds: BTreeSet<String>,
    tags: BTreeSet<String>,
    sites: BTreeSet<String>,
}

impl Named {
    fn of(content: &CaseContent) -> Self {
        let mut named = Self::default();
        for event in &content.events {
            named.involve(&event.lanes);
            named.kinds.insert(event.kind.clone());
            named.tags.extend(event.tags.iter().cloned());
        }
        let of_events = content.events.iter().flat_map(|event| &event.quotes);
        let quotes = of_events.chain(content.links.iter().flat_map(|link| &link.quotes));
        for says in quotes.filter_map(|quote| quote.says.as_ref()) {
            named.involve(&says.lanes);
            named.kinds.extend(says.kind.clone());
        }
        for candidate in &content.candidates {
            named.involve(&candidate.draft.lanes);
            named.kinds.insert(candidate.draft.kind.clone());
        }
        named.sites.extend(content.articles.iter().filter_map(|article| article.site.clone()));
        named
    }

    /// Lanes, and those that say so.
    fn involve(&mut self, parts: &[Involvement]) {
        let lanes = parts.iter().flat_map(|part| part.by.iter().chain([&part.lane]));
        self.lanes.extend(lanes.cloned());
    }
}
