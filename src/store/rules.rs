//! What must hold in every case: known lanes, kinds, entities and articles, quotes that stand where they say.
//!
//! One set of rules for files that come in and for edits; the first fault found is told, with its place.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::hash::sha256_hex;
use crate::model::{
    Article, Candidate, CaseContent, Count, Event, Involvement, Kinds, LaneCode, Link, LinkType, Quote,
    Revision, Text,
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
    pub sentence: String,
}

impl Fault {
    fn at(list: &'static str, item: usize, sentence: String) -> Self {
        Self { path: vec![Step::Key(list), Step::At(item)], sentence }
    }

    fn inside(mut self, key: &'static str, item: usize) -> Self {
        self.path.extend([Step::Key(key), Step::At(item)]);
        self
    }
}

/// The texts of articles, indexed by scalar values.
#[derive(Debug, Default)]
pub(super) struct Texts<'a> {
    by_article: BTreeMap<&'a str, Vec<(u32, Text)>>,
}

impl<'a> Texts<'a> {
    /// Indexes the texts of some articles.
    pub(super) fn new(articles: impl IntoIterator<Item = &'a Article>) -> Self {
        let indexed = |text: &Revision| (text.rev, Text::new(text.text.clone()));
        let by_article = articles
            .into_iter()
            .map(|article| {
                // The newest stands first.
                let texts = article.text.iter().chain(&article.older).map(indexed).collect();
                (article.key.as_str(), if article.text.is_some() { texts } else { Vec::new() })
            })
            .collect();
        Self { by_article }
    }

    fn knows(&self, article: &str) -> bool {
        self.by_article.contains_key(article)
    }

    fn newest(&self, article: &str) -> Option<u32> {
        self.by_article.get(article)?.first().map(|(rev, _)| *rev)
    }

    fn text(&self, article: &str, rev: Option<u32>) -> Option<&Text> {
        let texts = self.by_article.get(article)?;
        match rev {
            None => texts.first(),
            Some(rev) => texts.iter().find(|(known, _)| *known == rev),
        }
        .map(|(_, text)| text)
    }

    /// Whether the text that a quote names is there.
    pub(super) fn has(&self, article: &str, rev: Option<u32>) -> bool {
        self.text(article, rev).is_some()
    }

    /// Why the words of a quote do not stand where it says; `None` also where there is no text to look at.
    pub(super) fn misplaced(&self, quote: &Quote) -> Option<String> {
        let ((start, end), text) = (quote.place?, self.text(&quote.article, quote.rev)?);
        let article = &quote.article;
        match text.slice(start, end) {
            _ if start >= end => Some(format!("the quote's start {start} is not before its end {end}")),
            None => Some(format!(
                "the quote {start}..{end} is out of range: the text of article {article:?} has {} characters",
                text.len()
            )),
            Some(words) if Some(words) != quote.exact.as_deref() => Some(format!(
                "the quote's words do not stand at {start}..{end} of article {article:?}: the text there reads {:?}",
                beginning(words)
            )),
            Some(_) => None,
        }
    }

    /// Writes a quote's surroundings anew where its text is there, and forgets a revision that is the newest.
    pub(super) fn settle(&self, quote: &mut Quote) {
        if quote.rev.is_some() && quote.rev == self.newest(&quote.article) {
            quote.rev = None;
        }
        let Some(text) = self.text(&quote.article, quote.rev) else { return };
        if let Some((start, end)) = quote.place.filter(|_| self.misplaced(quote).is_none()) {
            let kept = |words: &str| (!words.is_empty()).then(|| words.to_owned());
            let (before, after) = text.context(start, end);
            (quote.prefix, quote.suffix) = (kept(before), kept(after));
        }
    }
}

fn beginning(words: &str) -> String {
    let cut: String = words.chars().take(60).collect();
    if cut.len() < words.len() { cut + "…" } else { cut }
}

/// Puts what follows from the rest: numbers and hashes of texts, surroundings of quotes.
pub(super) fn settle(content: &mut CaseContent) {
    for article in &mut content.articles {
        let last = article.older.iter().map(|old| old.rev).max().unwrap_or(0);
        for text in article.text.iter_mut().chain(&mut article.older) {
            if text.rev == 0 {
                text.rev = last.saturating_add(1);
            }
            if text.sha256.is_empty() {
                text.sha256 = sha256_hex(text.text.as_bytes());
            }
        }
    }
    let texts = Texts::new(&content.articles);
    let quotes = content.events.iter_mut().flat_map(|event| &mut event.quotes);
    for quote in quotes.chain(content.links.iter_mut().flat_map(|link| &mut link.quotes)) {
        texts.settle(quote);
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
            return Some(here(format!("unknown kind {:?}; `kinds` can declare it", event.kind)));
        }
        if let Some(fault) = self.lanes_fault(&event.lanes).or_else(|| count_fault(event.count.as_ref())) {
            return Some(here(fault));
        }
        if let Some(part) = event.entities.iter().find(|part| !self.entities.contains(part.entity.as_str())) {
            return Some(here(format!("unknown entity {:?}", part.entity)));
        }
        let faulty = |quote: &Quote| self.quote_fault(quote);
        let (at, sentence) = first(&event.quotes, faulty)?;
        Some(here(sentence).inside("quotes", at))
    }

    fn lanes_fault(&self, parts: &[Involvement]) -> Option<String> {
        let mut codes = parts.iter().flat_map(|part| std::iter::once(&part.lane).chain(&part.by));
        let unknown = codes.find(|code| code.is_made() && !self.lanes.contains(code))?;
        Some(format!("unknown lane code \"{unknown}\"; `lanes` has to declare it"))
    }

    /// What is wrong with one quote.
    pub(super) fn quote_fault(&self, quote: &Quote) -> Option<String> {
        if !self.texts.knows(&quote.article) {
            return Some(format!("a quote names the unknown article {:?}", quote.article));
        }
        let far = quote.place.is_some_and(|(_, end)| end as u64 > MOST);
        if far || quote.place.is_some_and(|(start, end)| start >= end) {
            return Some("the quote's start is not before its end".to_owned());
        }
        let claims = quote.says.as_ref().and_then(|says| {
            let kind = says.kind.as_ref().filter(|kind| self.kinds.index_of(kind).is_none());
            let kind = kind.map(|kind| format!("unknown kind {kind:?} in what the quote says"));
            kind.or_else(|| self.lanes_fault(&says.lanes)).or_else(|| count_fault(says.count.as_ref()))
        });
        let lost = quote.rev.filter(|rev| {
            self.texts.has(&quote.article, None) && !self.texts.has(&quote.article, Some(*rev))
        });
        let lost = lost.map(|rev| format!("article {:?} has no text with the rev {rev}", quote.article));
        claims.or(lost).or_else(|| self.texts.misplaced(quote))
    }
}

impl Known<'_> {
    /// What is wrong with one candidate.
    pub(super) fn candidate_fault(&self, one: &Candidate) -> Option<String> {
        let text = self.texts.text(&one.article, one.rev);
        let quote = Quote {
            article: one.article.clone(),
            rev: one.rev,
            place: Some((one.start, one.end)),
            exact: text.and_then(|text| text.slice(one.start, one.end)).map(Into::into),
            ..Quote::default()
        };
        let kind = self.kinds.index_of(&one.draft.kind).is_none();
        let kind = kind.then(|| format!("unknown kind {:?}", one.draft.kind));
        kind.or_else(|| self.lanes_fault(&one.draft.lanes))
            .or_else(|| count_fault(one.draft.count.as_ref()))
            .or_else(|| self.quote_fault(&quote))
            .or_else(|| {
                text.is_none().then(|| {
                    format!("the text of article {:?} that it was found in is not there", one.article)
                })
            })
    }
}

fn count_fault(count: Option<&Count>) -> Option<String> {
    let count = count?;
    if count.max.is_some_and(|max| max < count.min) {
        return Some(format!("the count's max {} is below its min {}", count.stated().min(MOST), count.min));
    }
    (count.stated() > MOST).then(|| "the count is too large".to_owned())
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
            let mut whole = Fault::at("events", at, named(&content.events[at].key, &fault.sentence));
            whole.path.extend(fault.path);
            Some(whole)
        })
        .or_else(|| links_fault(content, &known))
        .or_else(|| rest_fault(content, &known))
}

fn named(event: &str, sentence: &str) -> String {
    if event.is_empty() { sentence.to_owned() } else { format!("event {event:?}: {sentence}") }
}

fn names_fault(content: &CaseContent, keyless: bool) -> Option<Fault> {
    twice("lanes", "lane", content.lanes.iter().map(|lane| lane.code.as_str()), false)
        .or_else(|| twice("kinds", "kind", content.kinds.iter().map(|kind| kind.id.as_str()), false))
        .or_else(|| twice("entities", "entity", content.entities.iter().map(|one| one.key.as_str()), false))
        .or_else(|| twice("articles", "article", content.articles.iter().map(|one| one.key.as_str()), false))
        .or_else(|| twice("events", "event", content.events.iter().map(|one| one.key.as_str()), keyless))
        .or_else(|| {
            twice("candidates", "candidate", content.candidates.iter().map(|c| c.key.as_str()), false)
        })
}

fn twice<'a>(
    list: &'static str,
    what: &str,
    keys: impl Iterator<Item = &'a str>,
    may_lack: bool,
) -> Option<Fault> {
    let mut seen = HashSet::new();
    for (at, key) in keys.enumerate() {
        if key.is_empty() && !may_lack {
            return Some(Fault::at(list, at, format!("this {what} has an empty id")));
        }
        if !key.is_empty() && !seen.insert(key) {
            return Some(Fault::at(list, at, format!("a second {what} with the id {key:?}")));
        }
    }
    None
}

fn declared_fault(content: &CaseContent, known: &Known<'_>) -> Option<Fault> {
    if content.kinds.len() > MOST_KINDS {
        let sentence = format!("{} kinds of its own; a case has room for {MOST_KINDS}", content.kinds.len());
        return Some(Fault::at("kinds", MOST_KINDS, sentence));
    }
    let (at, of) = first(&content.lanes, |lane| {
        lane.of.as_ref().filter(|of| of.is_made() && !known.lanes.contains(of)).map(ToString::to_string)
    })?;
    Some(Fault::at("lanes", at, format!("unknown lane code {of:?}; `lanes` has to declare it")))
}

/// What is wrong with one article.
fn article_fault(article: &Article) -> Option<String> {
    let mut revs = BTreeSet::new();
    for text in article.text.iter().chain(&article.older) {
        let hash = sha256_hex(text.text.as_bytes());
        if !text.sha256.is_empty() && text.sha256 != hash {
            return Some(format!(
                "article {:?}: text_sha256 does not match its text, whose hash is {hash}",
                article.key
            ));
        }
        if !revs.insert(text.rev) || text.rev == 0 {
            return Some(format!(
                "article {:?}: a second text, or none, with the rev {}",
                article.key, text.rev
            ));
        }
    }
    let orphan = article.text.is_none() && !article.older.is_empty();
    orphan.then(|| format!("article {:?}: older texts without a text", article.key))
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
            format!("a link names the unknown event {key:?}")
        } else if link.from == link.to {
            format!("event {:?} is linked to itself", link.from)
        } else if !seen.insert((&link.from, &link.to, link.link_type)) {
            format!("a second link \"{}\" from {:?} to {:?}", link.link_type.code(), link.from, link.to)
        } else if let Some((quote, sentence)) = first(&link.quotes, |quote| known.quote_fault(quote)) {
            let sentence = format!("link from {:?} to {:?}: {sentence}", link.from, link.to);
            return Some(Fault::at("links", at, sentence).inside("quotes", quote));
        } else {
            continue;
        };
        return Some(Fault::at("links", at, sentence));
    }
    let at = circle(&content.links)?;
    let sentence =
        format!("the links \"part-of\" of event {:?} go round in a circle", content.links[at].from);
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
        return Some(Fault::at("not_same", at, format!("`not_same` names the unknown event {key:?}")));
    }
    if let Some((at, sentence)) = first(&content.candidates, |one| known.candidate_fault(one)) {
        let key = &content.candidates[at].key;
        return Some(Fault::at("candidates", at, format!("candidate {key:?}: {sentence}")));
    }
    for (at, view) in content.views.iter().enumerate() {
        let most = |n: usize, most: usize, what: &str| {
            (n > most).then(|| format!("view {:?}: {n} {what}; at most {most} fit", view.name))
        };
        let share = view.segments.iter().find(|part| !(part.share > 0.0 && part.share.is_finite()));
        let fault = most(view.segments.len(), 3, "segments")
            .or_else(|| most(view.pins.len(), 3, "pins"))
            .or_else(|| most(view.threads.len(), 4, "threads"))
            .or_else(|| share.map(|_| format!("view {:?}: a segment's share must be above 0", view.name)));
        if let Some(sentence) = fault {
            return Some(Fault::at("views", at, sentence));
        }
    }
    None
}
