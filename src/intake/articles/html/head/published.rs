//! The day of publication, in the order of trust: JSON-LD, meta, `time`, the address, the day that readers see.

use super::super::body::{Label, Page};
use super::{Meta, Said, dateline, moment};
use crate::intake::articles::draft::PublishedFrom;
use crate::model::When;

/// Names of meta tags for the day of publication, the most exact first. Days of change are not among them.
const NAMES: [&str; 34] = [
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_time",
    "publishedtime",
    "published-date",
    "published",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:recs:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "dc.date.created",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "article_date_original",
    "originalpublicationdate",
    "date.available",
    "rnews:datepublished",
    "ptime",
    "displaydate",
    "release_date",
    "date",
    "datecreated",
];

/// When the article was published, and where the page says so.
pub(in super::super) fn published(
    page: &Page,
    meta: &Meta,
    said: &Said,
    language: Option<&str>,
) -> Option<(When, PublishedFrom)> {
    if let Some(when) = said.published.as_deref().and_then(moment::read) {
        return Some((when, PublishedFrom::JsonLd));
    }
    let named = NAMES.iter().filter_map(|name| meta.first(&[name])).find_map(moment::read);
    if let Some(when) = named {
        return Some((when, PublishedFrom::Meta));
    }
    let line = || dateline::visible(page, month_first(language));
    match of_time_elements(page) {
        Some((when, true)) => return Some((when, PublishedFrom::Time)),
        // An element that says only when, not what, gives way to a line that does.
        Some((when, false)) => {
            let named = line().filter(|line| line.says_published);
            return Some(
                named.map_or((when, PublishedFrom::Time), |line| (line.when, PublishedFrom::Dateline)),
            );
        }
        None => {}
    }
    let mut urls = meta.addresses.iter().chain(&said.url);
    if let Some(when) = urls.find_map(|url| in_url(url)) {
        return Some((when, PublishedFrom::Url));
    }
    line().map(|line| (line.when, PublishedFrom::Dateline))
}

/// Whether a language's pages write the month first; `None` where both are usual.
fn month_first(language: Option<&str>) -> Option<bool> {
    match language {
        Some("en-US" | "en-PH") => Some(true),
        Some("en") | None => None,
        Some(_) => Some(false),
    }
}

/// `time` elements: one marked as the day of publication, else one that stands by the article's headline and is not
/// marked as something else; and whether it is so marked. Teasers and comments carry days of their own.
fn of_time_elements(page: &Page) -> Option<(When, bool)> {
    let surroundings = dateline::Surroundings::of(page);
    let mut plain = None;
    for date in &page.dates {
        let is = |words: &[&str]| words.iter().any(|word| date.marks.contains(word));
        let elsewhere =
            [Label::Comments, Label::Others, Label::Navigation, Label::Aside, Label::Footer, Label::Link];
        if page.up(date.element).any(|at| elsewhere.iter().any(|label| page.elements[at].is(*label))) {
            continue;
        }
        let Some(when) = moment::read(&date.written) else { continue };
        let changed = is(&["modif", "updat", "comment"])
            || page.blocks.get(date.block).is_some_and(|block| dateline::is_changed(&block.text));
        if is(&["publi", "posted", "entry-date", "pubdate"]) && !changed {
            return Some((when, true));
        }
        if !changed && plain.is_none() && surroundings.holds(date.block) {
            plain = Some(when);
        }
    }
    plain.map(|when| (when, false))
}

/// `/2019/10/21/`, `/2019-12-22-…`, `/20191222/`: a whole day in an address.
fn in_url(url: &str) -> Option<When> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let parts: Vec<&str> = path.split(['/', '-', '_', '.']).skip(1).collect();
    let number = |text: &str, digits: usize| text.parse::<u32>().ok().filter(|_| text.len() == digits);
    let year = |text: &str| number(text, 4).filter(|year| (1990..2100).contains(year));
    for window in parts.windows(3) {
        let [y, m, d] = window else { continue };
        let two = |text: &str| number(text, 2).or_else(|| number(text, 1));
        if let (Some(y), Some(m), Some(d)) = (year(y), two(m), two(d))
            && let Some(when) = moment::day(i32::try_from(y).ok()?, m, d)
        {
            return Some(when);
        }
    }
    parts.iter().find_map(|part| {
        let y = year(part.get(..4)?)?;
        (part.len() == 8).then_some(())?;
        moment::day(i32::try_from(y).ok()?, number(part.get(4..6)?, 2)?, number(part.get(6..8)?, 2)?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_gives_a_day_only_where_it_holds_a_whole_one() {
        let day = |url: &str| in_url(url).map(|when| when.to_string()).unwrap_or_default();
        assert_eq!(day("https://a.example/2019/10/21/interning/"), "2019-10-21");
        assert_eq!(day("https://a.example/posts/2019-12-22-browser/"), "2019-12-22");
        assert_eq!(day("https://a.example/news/20220405/envoys"), "2022-04-05");
        assert_eq!(day("https://a.example/2021/10/item"), "");
        assert_eq!(day("https://a.example/id-20221399"), "");
    }
}
