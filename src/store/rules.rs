//! What must hold in every case: known lanes, kinds, entities and articles, quotes that stand where they say.
//!
//! One set of rules for files that come in and for edits; the first fault found is told, with its place.

mod texts;

pub(super) use texts::{Texts, settle};

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::hash::sha256_hex;
use crate::model::{
    Article, Candidate, CaseContent, Count, Event, Involvement, Kinds, Lane, LaneCode, Link, LinkType, Quote,
    Sentence,
};

/// Own kinds that the byte for kinds in the drawing table has room for.
pub(super) const MOST_KINDS: usize = 192;

/// Beyond 2⁵³−1 a whole number does not survive every JSON reader.
const MOST: u64 = (1 << 53) - 1;

/// One step into a Case JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Key(&'static str),
    At(usize),
}

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub path: Vec<Step>,
    pub sentence: Sentence,
}

impl Fault {
    fn at(list: &'static str, item: usize, sentence: Sentence) -> Self {
        Self { path: vec![Step::Key(list), Step::At(item)], sentence }
    }

    fn inside(mut self, key: &'static str, item: usize) -> Self {
        self.path.extend([Step::Key(key), Step::At(item)]);
        self
    }
}

/// What an event may name.
#[derive(Debug)]
pub(super) struct Known<'a> {
    pub lanes: BTreeSet<&'a LaneCode>,
    pub kinds: &'a Kinds,
    pub entities: BTreeSet<&'a str>,
    pub texts: Texts<'a>,
}

impl Known<'_> {
    /// What is wrong with one event.
    pub(super) fn event_fault(&self, event: &Event) -> Option<Fault> {
        let here = |sentence| Fault { path: Vec::new(), sentence };
        if self.kinds.index_of(&event.kind).is_none() {
            return Some(here(Sentence::new("rule-kind").quoting("kind", &event.kind)));
        }
        if let Some(fault) = self.lanes_fault(&event.lanes).or_else(|| count_fault(event.count.as_ref())) {
            return Some(here(fault));
        }
        if let Some(part) = event.entities.iter().find(|part| !self.entities.contains(part.entity.as_str())) {
            return Some(here(Sentence::new("refused-unknown-entity").quoting("key", &part.entity)));
        }
        let faulty = |quote: &Quote| self.quote_fault(quote);
        let (at, sentence) = first(&event.quotes, faulty)?;
        Some(here(sentence).inside("quotes", at))
    }

    fn lanes_fault(&self, parts: &[Involvement]) -> Option<Sentence> {
        let mut codes = parts.iter().flat_map(|part| std::iter::once(&part.lane).chain(&part.by));
        let unknown = codes.find(|code| code.is_made() && !self.lanes.contains(code))?;
        Some(Sentence::new("rule-lane").text("lane", unknown.as_str()))
    }

    /// What is wrong with one quote.
    pub(super) fn quote_fault(&self, quote: &Quote) -> Option<Sentence> {
        if !self.texts.knows(&quote.article) {
            return Some(Sentence::new("rule-quote-article").quoting("article", &quote.article));
        }
        let far = quote.place.is_some_and(|(_, end)| end as u64 > MOST);
        if far || quote.place.is_some_and(|(start, end)| start >= end) {
            return Some(Sentence::new("rule-quote-empty"));
        }
        let claims = quote.says.as_ref().and_then(|says| {
            let kind = says.kind.as_ref().filter(|kind| self.kinds.index_of(kind).is_none());
            let kind = kind.map(|kind| Sentence::new("rule-kind-said").quoting("kind", kind));
            kind.or_else(|| self.lanes_fault(&says.lanes)).or_else(|| count_fault(says.count.as_ref()))
        });
        let lost = quote.rev.filter(|rev| {
            self.texts.has(&quote.article, None) && !self.texts.has(&quote.article, Some(*rev))
        });
        let lost = lost.map(|rev| {
            Sentence::new("rule-no-rev").quoting("article", &quote.article).text("rev", rev.to_string())
        });
        claims.or(lost).or_else(|| self.texts.misplaced(quote))
    }
}

impl Known<'_> {
    /// What is wrong with one candidate.
    pub(super) fn candidate_fault(&self, one: &Candidate) -> Option<Sentence> {
        let text = self.texts.text(&one.article, one.rev);
        let quote = Quote {
            article: one.article.clone(),
            rev: one.rev,
            place: Some((one.start, one.end)),
            exact: text.and_then(|text| text.slice(one.start, one.end)).map(Into::into),
            ..Quote::default()
        };
        let kind = self.kinds.index_of(&one.draft.kind).is_none();
        let kind = kind.then(|| Sentence::new("rule-kind-alone").quoting("kind", &one.draft.kind));
        kind.or_else(|| self.lanes_fault(&one.draft.lanes))
            .or_else(|| count_fault(one.draft.count.as_ref()))
            .or_else(|| self.quote_fault(&quote))
            .or_else(|| {
                text.is_none().then(|| Sentence::new("rule-text-gone").quoting("article", &one.article))
            })
    }
}

fn count_fault(count: Option<&Count>) -> Option<Sentence> {
    let count = count?;
    if count.max.is_some_and(|max| max < count.min) {
        return Some(
            Sentence::new("rule-count-turned")
                .text("max", count.stated().min(MOST).to_string())
                .text("min", count.min.to_string()),
        );
    }
    (count.stated() > MOST).then(|| Sentence::new("rule-count-large"))
}

fn first<T, R>(items: &[T], faulty: impl Fn(&T) -> Option<R>) -> Option<(usize, R)> {
    items.iter().enumerate().find_map(|(at, item)| faulty(item).map(|fault| (at, fault)))
}

/// The first thing in a whole case that must not be; `keyless` where events may lack ids.
pub(super) fn first_fault(content: &CaseContent, keyless: bool) -> Option<Fault> {
    let kinds = Kinds::new(content.kinds.clone());
    let known = Known {
        lanes: content.lanes.iter().map(|lane| &lane.code).collect(),
        kinds: &kinds,
        entities: content.entities.iter().map(|entity| entity.key.as_str()).collect(),
        texts: Texts::new(&content.articles),
    };
    names_fault(content, keyless)
        .or_else(|| declared_fault(content, &known))
        .or_else(|| {
            let (at, fault) = first(&content.articles, article_fault)?;
            Some(Fault::at("articles", at, fault))
        })
        .or_else(|| {
            let (at, fault) = first(&content.events, |event| known.event_fault(event))?;
            let mut whole = Fault::at("events", at, named(&content.events[at].key, fault.sentence));
            whole.path.extend(fault.path);
            Some(whole)
        })
        .or_else(|| links_fault(content, &known))
        .or_else(|| rest_fault(content, &known))
}

fn named(event: &str, sentence: Sentence) -> Sentence {
    if event.is_empty() {
        return sentence;
    }
    Sentence::new("rule-of-event").quoting("event", event).said_of("why", sentence)
}

fn names_fault(content: &CaseContent, keyless: bool) -> Option<Fault> {
    twice("lanes", content.lanes.iter().map(|lane| lane.code.as_str()), false)
        .or_else(|| twice("kinds", content.kinds.iter().map(|kind| kind.id.as_str()), false))
        .or_else(|| twice("entities", content.entities.iter().map(|one| one.key.as_str()), false))
        .or_else(|| twice("articles", content.articles.iter().map(|one| one.key.as_str()), false))
        .or_else(|| twice("events", content.events.iter().map(|one| one.key.as_str()), keyless))
        .or_else(|| twice("candidates", content.candidates.iter().map(|c| c.key.as_str()), false))
}

fn twice<'a>(list: &'static str, keys: impl Iterator<Item = &'a str>, may_lack: bool) -> Option<Fault> {
    let what = || Sentence::word(format!("one-of-{list}"));
    let mut seen = HashSet::new();
    for (at, key) in keys.enumerate() {
        if key.is_empty() && !may_lack {
            return Some(Fault::at(list, at, Sentence::new("rule-no-id").said_of("what", what())));
        }
        if !key.is_empty() && !seen.insert(key) {
            return Some(Fault::at(
                list,
                at,
                Sentence::new("rule-second-id").said_of("what", what()).quoting("id", key),
            ));
        }
    }
    None
}

fn declared_fault(content: &CaseContent, known: &Known<'_>) -> Option<Fault> {
    if content.kinds.len() > MOST_KINDS {
        let sentence = Sentence::new("rule-kinds-many")
            .text("n", content.kinds.len().to_string())
            .text("most", MOST_KINDS.to_string());
        return Some(Fault::at("kinds", MOST_KINDS, sentence));
    }
    let stray = |lane: &Lane| {
        lane.of.as_ref().filter(|of| of.is_made() && !known.lanes.contains(of)).map(ToString::to_string)
    };
    let (at, of) = first(&content.lanes, stray)?;
    Some(Fault::at("lanes", at, Sentence::new("rule-lane").quoting("lane", &of)))
}

/// What is wrong with one article.
fn article_fault(article: &Article) -> Option<Sentence> {
    let mut revs = BTreeSet::new();
    for text in article.text.iter().chain(&article.older) {
        let hash = sha256_hex(text.text.as_bytes());
        if !text.sha256.is_empty() && text.sha256 != hash {
            return Some(Sentence::new("rule-hash").quoting("article", &article.key).text("hash", hash));
        }
        if !revs.insert(text.rev) || text.rev == 0 {
            return Some(
                Sentence::new("rule-rev-twice")
                    .quoting("article", &article.key)
                    .text("rev", text.rev.to_string()),
            );
        }
    }
    let orphan = article.text.is_none() && !article.older.is_empty();
    orphan.then(|| Sentence::new("rule-older-alone").quoting("article", &article.key))
}

/// The keys of all events, where something names events by them.
fn keys_of_events(content: &CaseContent, are_named: bool) -> HashSet<&str> {
    let named = if are_named { &content.events[..] } else { &[] };
    named.iter().map(|event| event.key.as_str()).collect()
}

fn links_fault(content: &CaseContent, known: &Known<'_>) -> Option<Fault> {
    let events = keys_of_events(content, !content.links.is_empty());
    let mut seen = BTreeSet::new();
    for (at, link) in content.links.iter().enumerate() {
        let unknown = [&link.from, &link.to].into_iter().find(|key| !events.contains(key.as_str()));
        let sentence = if let Some(key) = unknown {
            Sentence::new("rule-link-event").quoting("event", key)
        } else if link.from == link.to {
            Sentence::new("rule-link-itself").quoting("event", &link.from)
        } else if !seen.insert((&link.from, &link.to, link.link_type)) {
            Sentence::new("rule-link-twice")
                .text("type", link.link_type.code())
                .quoting("from", &link.from)
                .quoting("to", &link.to)
        } else if let Some((quote, sentence)) = first(&link.quotes, |quote| known.quote_fault(quote)) {
            let sentence = Sentence::new("rule-of-link")
                .quoting("from", &link.from)
                .quoting("to", &link.to)
                .said_of("why", sentence);
            return Some(Fault::at("links", at, sentence).inside("quotes", quote));
        } else {
            continue;
        };
        return Some(Fault::at("links", at, sentence));
    }
    let at = circle(&content.links)?;
    let sentence = Sentence::new("rule-circle").quoting("event", &content.links[at].from);
    Some(Fault::at("links", at, sentence))
}

/// A link of type `part-of` from which one comes back to where it starts.
pub(super) fn circle(links: &[Link]) -> Option<usize> {
    let mut parts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut waiting: BTreeMap<&str, usize> = BTreeMap::new();
    for link in links.iter().filter(|link| link.link_type == LinkType::PartOf) {
        parts.entry(&link.from).or_default().push(&link.to);
        *waiting.entry(&link.to).or_default() += 1;
        waiting.entry(&link.from).or_default();
    }
    // Take away what nothing is part of, again and again; a circle is what stays.
    let mut free: Vec<&str> = waiting.iter().filter(|(_, n)| **n == 0).map(|(key, _)| *key).collect();
    while let Some(key) = free.pop() {
        waiting.remove(key);
        for whole in parts.get(key).into_iter().flatten() {
            if let Some(left) = waiting.get_mut(whole) {
                *left -= 1;
                if *left == 0 {
                    free.push(whole);
                }
            }
        }
    }
    let round = |link: &Link| {
        link.link_type == LinkType::PartOf
            && waiting.contains_key(link.from.as_str())
            && waiting.contains_key(link.to.as_str())
    };
    links.iter().position(round)
}

fn rest_fault(content: &CaseContent, known: &Known<'_>) -> Option<Fault> {
    let events = keys_of_events(content, !content.not_same.is_empty());
    let strange = first(&content.not_same, |(one, other)| {
        [one, other].into_iter().find(|key| !events.contains(key.as_str())).cloned()
    });
    if let Some((at, key)) = strange {
        return Some(Fault::at("not_same", at, Sentence::new("rule-not-same").quoting("event", &key)));
    }
    if let Some((at, sentence)) = first(&content.candidates, |one| known.candidate_fault(one)) {
        let key = &content.candidates[at].key;
        return Some(Fault::at(
            "candidates",
            at,
            Sentence::new("rule-of-candidate").quoting("candidate", key).said_of("why", sentence),
        ));
    }
    for (at, view) in content.views.iter().enumerate() {
        let most = |n: usize, most: usize, what: &'static str| {
            let said = || {
                Sentence::new("rule-view-many")
                    .quoting("view", &view.name)
                    .said_of("what", Sentence::new(what))
            };
            (n > most).then(|| said().text("n", n.to_string()).text("most", most.to_string()))
        };
        let share = view.segments.iter().find(|part| !(part.share > 0.0 && part.share.is_finite()));
        let fault = most(view.segments.len(), 3, "view-part-segments")
            .or_else(|| most(view.pins.len(), 3, "view-part-pins"))
            .or_else(|| most(view.threads.len(), 4, "view-part-threads"))
            .or_else(|| share.map(|_| Sentence::new("rule-share").quoting("view", &view.name)));
        if let Some(sentence) = fault {
            return Some(Fault::at("views", at, sentence));
        }
    }
    None
}
