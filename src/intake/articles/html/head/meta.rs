//! The page's `meta` and `link` elements, the comment that a saved page carries, and its declared language.

use dom_query::{Document, NodeData, NodeRef};

use super::super::body::blanks;

/// Longest value that is looked at, in bytes.
const LONGEST: usize = 4_000;

/// What stands in a page's head.
#[derive(Debug, Default)]
pub(in super::super) struct Meta {
    /// Names in small letters with their values, in order.
    named: Vec<(String, String)>,
    pub title: Option<String>,
    /// Absolute addresses, the most trusted first.
    pub addresses: Vec<String>,
    pub language: Option<String>,
    /// When the page was saved, as its saver wrote it.
    pub saved: Option<String>,
    /// The texts of its JSON-LD scripts.
    pub scripts: Vec<String>,
}

impl Meta {
    pub(in super::super) fn read(document: &Document, name: &str) -> Self {
        let found = Found::of(document);
        let mut meta = Self { named: named(&found.metas), ..Self::default() };
        meta.title = found.title.map(|title| blanks(&title)).filter(|title| !title.is_empty());
        meta.scripts = found.scripts;
        meta.language = language(document, &meta);
        let saved = saved_page(document);
        let mut addresses = Vec::new();
        addresses.extend(found.canonical);
        addresses.extend(meta.first(&["og:url", "twitter:url"]).map(str::to_owned));
        addresses.extend(saved.0);
        addresses.push(name.to_owned());
        addresses.extend(document.base_uri().map(|base| base.to_string()));
        meta.addresses =
            addresses.into_iter().map(|url| url.trim().to_owned()).filter(|url| is_absolute(url)).collect();
        meta.saved = saved.1;
        meta
    }

    /// The first value under any of the names, in the order of the names.
    pub(in super::super) fn first(&self, names: &[&str]) -> Option<&str> {
        names
            .iter()
            .find_map(|name| self.named.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str()))
    }

    /// What the page calls itself, in the window's title and on social cards.
    pub(super) fn titles(&self) -> impl Iterator<Item = &str> {
        self.title
            .as_deref()
            .into_iter()
            .chain(self.first(&["og:title"]))
            .chain(self.first(&["twitter:title"]))
    }

    pub(in super::super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.named.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// The elements that speak of the page, found in one walk.
#[derive(Default)]
struct Found<'a> {
    metas: Vec<NodeRef<'a>>,
    canonical: Option<String>,
    title: Option<String>,
    scripts: Vec<String>,
}

impl<'a> Found<'a> {
    fn of(document: &'a Document) -> Self {
        let mut found = Self::default();
        for node in document.root().descendants_it() {
            let Some(name) = node.qual_name_ref() else { continue };
            let tag = name.local.clone();
            // Drawings have titles too.
            let is_html = name.ns.ends_with("xhtml");
            drop(name);
            let is = |name: &str, part: &str| {
                node.attr(name).is_some_and(|value| value.to_ascii_lowercase().contains(part))
            };
            match &*tag {
                "meta" => found.metas.push(node),
                "link" if found.canonical.is_none() && is("rel", "canonical") => {
                    found.canonical = node.attr("href").map(|url| url.to_string());
                }
                "title" if is_html && found.title.is_none() => found.title = Some(node.text().to_string()),
                "script" if is("type", "ld+json") => found.scripts.push(node.text().to_string()),
                _ => {}
            }
        }
        found
    }
}

fn named(metas: &[NodeRef]) -> Vec<(String, String)> {
    let mut named = Vec::new();
    for node in metas {
        let Some(element) = node.element_ref() else { continue };
        let value = |name: &str| {
            element
                .attrs
                .iter()
                .find(|attribute| &*attribute.name.local == name)
                .map(|attribute| attribute.value.to_string())
        };
        let content = value("content").unwrap_or_default();
        if content.trim().is_empty() || content.len() > LONGEST {
            continue;
        }
        for key in ["property", "name", "itemprop", "http-equiv"] {
            for key in value(key).unwrap_or_default().split_ascii_whitespace() {
                named.push((key.to_ascii_lowercase(), content.trim().to_owned()));
            }
        }
    }
    named
}

fn language(document: &Document, meta: &Meta) -> Option<String> {
    let root = document.html_root();
    let declared = root.attr("lang").or_else(|| root.attr("xml:lang")).map(|lang| lang.to_string());
    let named = || {
        meta.first(&["content-language", "og:locale", "dc.language", "language", "inlanguage"])
            .map(str::to_owned)
    };
    let tag = declared.filter(|tag| !tag.trim().is_empty()).or_else(named)?;
    tidy_tag(&tag)
}

/// A BCP 47 tag in its usual letters; `None` for what is none.
pub(in super::super) fn tidy_tag(tag: &str) -> Option<String> {
    let tag = tag.trim().split([',', ';', ' ']).next().unwrap_or_default().replace('_', "-");
    let mut parts = tag.split('-');
    let language = parts
        .next()
        .filter(|part| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()))?;
    let mut tidy = language.to_ascii_lowercase();
    for part in
        parts.take(3).take_while(|part| part.bytes().all(|b| b.is_ascii_alphanumeric()) && !part.is_empty())
    {
        tidy.push('-');
        if part.len() == 2 {
            tidy.push_str(&part.to_ascii_uppercase());
        } else {
            tidy.push_str(part);
        }
    }
    Some(tidy)
}

fn is_absolute(url: &str) -> bool {
    let after = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    after.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace) && url.len() < LONGEST)
}

/// Address and time in the comment that browsers and their add-ons write into a page that they save:
/// `saved from url=(0042)https://…`, or lines `url: …` and `saved date: …`.
fn saved_page(document: &Document) -> (Option<String>, Option<String>) {
    let comments = document.root().children_it(false).chain(document.html_root().children_it(false));
    for node in comments.take(40) {
        let text = node.query_or(None, |node| match &node.data {
            NodeData::Comment { contents } => Some(contents.to_string()),
            _ => None,
        });
        let Some(text) =
            text.filter(|text| text.len() < LONGEST && text.to_ascii_lowercase().contains("saved"))
        else {
            continue;
        };
        let after = |mark: &str| {
            let at = text.find(mark)? + mark.len();
            Some(text[at..].lines().next()?.trim().to_owned())
        };
        let from = after("saved from url=")
            .map(|rest| rest.split_once(')').map_or(rest.clone(), |(_, url)| url.to_owned()));
        let url = from.or_else(|| after("url: ")).map(|url| url.trim_end_matches("--").trim().to_owned());
        return (url, after("saved date: "));
    }
    (None, None)
}

/// Text out of a value that may hold entities or tags.
pub(in super::super) fn plain(text: &str) -> String {
    if !text.contains(['&', '<']) {
        return blanks(text);
    }
    // Entities are at times written twice: `&amp;#8216;`.
    let once = Document::fragment(text).text();
    let twice = if once.contains('&') { Document::fragment(&*once).text() } else { once };
    blanks(&twice)
}
