//! JSON-LD: what a page says about its article in schema.org's words.
//!
//! Written by machines and by hand, so read with patience: comments and raw line breaks around it, several values in one
//! script, entities inside of strings, half of a surrogate pair. What cannot be read costs its script only.

use serde_json::{Map, Value};

use super::super::body::words;
use super::Meta;

/// Objects looked at on a page.
const MOST_OBJECTS: usize = 20_000;

/// Keys under which other articles stand.
const OTHERS: [&str; 9] = [
    "itemListElement",
    "comment",
    "hasPart",
    "mentions",
    "isBasedOn",
    "liveBlogUpdate",
    "citation",
    "review",
    "relatedLink",
];

/// What one article object says.
#[derive(Debug, Default, Clone)]
pub(in super::super) struct Said {
    pub headline: Option<String>,
    pub published: Option<String>,
    pub body: Option<String>,
    pub description: Option<String>,
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
}

/// What the page's objects say of its article: articles first, then pages that carry a date.
///
/// Pages put the articles of their lists into scripts too: the one that the page's own titles name comes first, then the
/// richest, then the first.
pub(in super::super) fn read(meta: &Meta) -> Said {
    let mut articles = Vec::new();
    let mut pages = Vec::new();
    let mut publisher = None;
    for script in &meta.scripts {
        for value in values(script) {
            gather(&value, &mut articles, &mut pages, &mut publisher);
        }
    }
    let titles: Vec<String> = meta.titles().map(|title| folded(&super::plain(title))).collect();
    let is_named = |said: &Said| {
        let headline = said.headline.as_deref().map(folded).filter(|headline| headline.len() > 8);
        headline.is_some_and(|headline| titles.iter().any(|title| title.contains(&headline)))
    };
    let mut said = Said::default();
    let mut order: Vec<&Said> = articles.iter().collect();
    order.sort_by_key(|article| std::cmp::Reverse((is_named(article), richness(article))));
    for source in order.into_iter().chain(&pages) {
        said.fill(source);
    }
    said.publisher = said.publisher.or(publisher);
    said
}

/// A title's letters, for comparing.
fn folded(title: &str) -> String {
    words(title).collect::<Vec<_>>().join(" ")
}

fn richness(said: &Said) -> usize {
    usize::from(said.headline.is_some()) * 2
        + usize::from(said.published.is_some()) * 2
        + usize::from(said.body.is_some())
}

impl Said {
    /// Takes what is missing from another, where both speak of one article.
    fn fill(&mut self, other: &Self) {
        if let (Some(ours), Some(theirs)) = (&self.headline, &other.headline)
            && ours != theirs
        {
            return;
        }
        let take = |ours: &mut Option<String>, theirs: &Option<String>| {
            if ours.is_none() {
                ours.clone_from(theirs);
            }
        };
        take(&mut self.headline, &other.headline);
        take(&mut self.published, &other.published);
        take(&mut self.body, &other.body);
        take(&mut self.description, &other.description);
        take(&mut self.publisher, &other.publisher);
        take(&mut self.url, &other.url);
        take(&mut self.language, &other.language);
        if self.authors.is_empty() {
            self.authors.clone_from(&other.authors);
        }
    }
}

/// The values of a script.
fn values(script: &str) -> Vec<Value> {
    let start = script.find(['{', '[']).unwrap_or(script.len());
    // `[CDATA[` is no list.
    let start = if script[start..].starts_with("[CDATA[") {
        script[start + 7..].find(['{', '[']).map_or(script.len(), |at| start + 7 + at)
    } else {
        start
    };
    let plain: String = script[start..].chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let read = |text: &str| -> Vec<Value> {
        serde_json::Deserializer::from_str(text).into_iter::<Value>().map_while(Result::ok).collect()
    };
    let found = read(&plain);
    if found.is_empty() { read(&mend(&plain)) } else { found }
}

/// Half surrogate pairs become the replacement character; commas before a closing bracket go.
fn mend(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("\\u") {
        let (before, code) = rest.split_at(at);
        mended.push_str(before);
        let unit = |text: &str| text.get(2..6).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let first = unit(code).unwrap_or(0xd800);
        let second = code.get(6..).filter(|next| next.starts_with("\\u")).and_then(unit);
        let taken = match (first, second) {
            (0xd800..=0xdbff, Some(0xdc00..=0xdfff)) => 12,
            (0xd800..=0xdfff, _) => {
                mended.push('\u{fffd}');
                rest = code.get(6..).unwrap_or_default();
                continue;
            }
            _ => 6,
        };
        let (kept, after) = code.split_at_checked(taken).unwrap_or((code, ""));
        mended.push_str(kept);
        rest = after;
    }
    mended.push_str(rest);
    without_last_commas(&mended)
}

fn without_last_commas(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '}' | ']') {
            let end = kept.trim_end().len();
            if kept[..end].ends_with(',') {
                kept.truncate(end - 1);
            }
        }
        kept.push(c);
    }
    kept
}

fn gather(value: &Value, articles: &mut Vec<Said>, pages: &mut Vec<Said>, publisher: &mut Option<String>) {
    let mut open = vec![value];
    let mut seen = 0;
    while let Some(value) = open.pop() {
        seen += 1;
        if seen > MOST_OBJECTS {
            return;
        }
        match value {
            Value::Array(list) => open.extend(list.iter().rev()),
            Value::Object(object) => {
                match sort_of(object) {
                    Sort::Article => articles.push(said(object)),
                    Sort::Page => pages.push(Said { headline: None, body: None, ..said(object) }),
                    Sort::Publisher if publisher.is_none() => *publisher = text(object.get("name")),
                    _ => {}
                }
                let inner = object.iter().filter(|(key, _)| !OTHERS.contains(&key.as_str()));
                open.extend(
                    inner.map(|(_, value)| value).filter(|value| value.is_object() || value.is_array()),
                );
            }
            _ => {}
        }
    }
}

#[derive(PartialEq, Eq)]
enum Sort {
    Article,
    Page,
    Publisher,
    Other,
}

fn sort_of(object: &Map<String, Value>) -> Sort {
    let kinds: Vec<&str> = match object.get("@type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => return Sort::Other,
    };
    let is = |ends: &[&str]| {
        kinds.iter().any(|kind| ends.iter().any(|end| kind.trim_start_matches("schema:").ends_with(end)))
    };
    if is(&["JobPosting"]) {
        Sort::Other
    } else if is(&["Article", "BlogPosting", "Posting", "Report", "Reportage"]) {
        Sort::Article
    } else if is(&["WebPage", "ItemPage"]) {
        Sort::Page
    } else if is(&["NewsMediaOrganization"]) {
        Sort::Publisher
    } else {
        Sort::Other
    }
}

fn said(object: &Map<String, Value>) -> Said {
    let named = |key: &str| object.get(key).map(names).unwrap_or_default();
    let url = object.get("url").or_else(|| object.get("mainEntityOfPage"));
    Said {
        headline: text(object.get("headline")).or_else(|| text(object.get("name"))),
        published: raw(object.get("datePublished")).or_else(|| raw(object.get("dateCreated"))),
        body: raw(object.get("articleBody")),
        description: text(object.get("description")),
        authors: named("author"),
        publisher: named("publisher").into_iter().next(),
        url: raw(url).or_else(|| url.and_then(|url| raw(url.get("@id")))),
        language: raw(object.get("inLanguage")),
    }
}

fn raw(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(list) => raw(list.first()),
        _ => None,
    }
}

fn text(value: Option<&Value>) -> Option<String> {
    raw(value).map(|text| super::plain(&text)).filter(|text| !text.is_empty())
}

/// Names of people or organisations: a string, an object with a name, a list of either.
fn names(value: &Value) -> Vec<String> {
    match value {
        Value::String(name) => vec![super::plain(name)],
        Value::Object(object) => object.get("name").map(names).unwrap_or_default(),
        Value::Array(list) => list.iter().filter(|item| !item.is_array()).flat_map(names).collect(),
        _ => Vec::new(),
    }
}
