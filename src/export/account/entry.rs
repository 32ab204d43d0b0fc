//! Entries: events in order of time, each with its number, its sources, and where these contradict each other.

use std::collections::BTreeMap;

use crate::model::{
    Arg, Article, CaseRead, Count, Event, Lane, LaneCode, LinkType, OTHER, Quote, Role, STANDARD, Words,
    spoken_date,
};

/// An event as it is told to people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// From 1, in order of time: the same in every form.
    pub number: usize,
    pub key: String,
    /// In words.
    pub date: String,
    pub title: String,
    pub kind: String,
    pub status: String,
    /// "actor: Italy; target: Russia".
    pub lanes: String,
    pub sources: Vec<Cited>,
    /// In what its sources contradict each other, in words.
    pub differs: Vec<String>,
    /// What denies or contradicts it: its number, where it is in the list, and its title.
    pub denials: Vec<(Option<usize>, String)>,
}

/// A source of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cited {
    /// Key of the article.
    pub article: String,
    /// As they stand in the article, in its own language.
    pub words: Option<String>,
    /// BCP 47, of the words.
    pub language: Option<String>,
    pub heading: String,
    pub site: Option<String>,
    /// In words.
    pub published: Option<String>,
    /// Of the web; others are nobody else's.
    pub url: Option<String>,
    /// SHA-256 of the article's text, or of its file.
    pub sha256: Option<String>,
    /// What this source claims otherwise, in words.
    pub says: String,
}

/// Hashes of articles' texts or files by the articles' keys.
pub type Hashes = BTreeMap<String, String>;

/// All events of a case in its own order, numbered; nothing private.
#[must_use]
pub fn entries(case: &dyn CaseRead, hashes: &Hashes, words: &dyn Words) -> Vec<Entry> {
    let open: Vec<&Event> = case.events().iter().filter(|event| !event.private).collect();
    let numbers: BTreeMap<&str, usize> =
        open.iter().enumerate().map(|(at, event)| (event.key.as_str(), at + 1)).collect();
    let mut told: Vec<Entry> = open.iter().map(|event| entry(case, event, hashes, words)).collect();
    for (entry, event) in told.iter_mut().zip(&open) {
        entry.number = numbers.get(event.key.as_str()).copied().unwrap_or_default();
        entry.denials = denials(case, event, &numbers);
    }
    told
}

fn entry(case: &dyn CaseRead, event: &Event, hashes: &Hashes, words: &dyn Words) -> Entry {
    let date = event
        .when
        .as_ref()
        .map_or_else(|| words.word("undated"), |when| spoken_date(when, event.within, words));
    let cited = event.quotes.iter().filter(|quote| !quote.private).filter_map(|quote| {
        let article = case.article(&quote.article).filter(|article| !article.private)?;
        Some(cited(quote, article, hashes, words))
    });
    let found = event.differences();
    let differs = [
        (found.status, "differs-status"),
        (found.count, "differs-count"),
        (found.when, "differs-when"),
        (found.kind, "differs-kind"),
        (found.lanes, "differs-lanes"),
    ];
    Entry {
        key: event.key.clone(),
        date,
        title: event.title.clone(),
        kind: kind(&event.kind, words),
        status: words.word(&format!("status-{}", event.status.code())),
        lanes: lanes(case, event, words),
        sources: cited.collect(),
        differs: differs.iter().filter(|(is, _)| *is).map(|(_, key)| words.word(key)).collect(),
        ..Entry::default()
    }
}

/// A kind of the case's own has its code for a name.
fn kind(code: &str, words: &dyn Words) -> String {
    let standard = code == OTHER || STANDARD.iter().any(|(known, ..)| *known == code);
    if standard { words.word(&format!("kind-{code}")) } else { code.to_owned() }
}

fn lanes(case: &dyn CaseRead, event: &Event, words: &dyn Words) -> String {
    let name = |code: &LaneCode| {
        let declared = case.lanes().iter().find(|lane| lane.code == *code);
        declared.map_or_else(
            || Lane::plain(code.clone()).name_in(words).into_owned(),
            |lane| lane.name_in(words).into_owned(),
        )
    };
    let parts = Role::ALL.into_iter().filter_map(|role| {
        let names: Vec<String> = event.lanes_as(role).map(name).collect();
        (!names.is_empty())
            .then(|| format!("{}: {}", words.word(&format!("role-{}", role.code())), names.join(", ")))
    });
    parts.collect::<Vec<_>>().join("; ")
}

fn cited(quote: &Quote, article: &Article, hashes: &Hashes, words: &dyn Words) -> Cited {
    let on_the_web = |url: &&String| url.starts_with("http://") || url.starts_with("https://");
    Cited {
        article: article.key.clone(),
        words: quote.exact.clone(),
        language: article.language.clone(),
        heading: article.heading().to_owned(),
        site: article.site.clone().filter(|site| site != article.heading()),
        published: article.published.as_ref().map(|when| spoken_date(when, false, words)),
        url: article.url.as_ref().filter(on_the_web).cloned(),
        sha256: hashes.get(&article.key).cloned(),
        says: says(quote, words),
    }
}

fn says(quote: &Quote, words: &dyn Words) -> String {
    let Some(says) = &quote.says else { return String::new() };
    let parts = [
        says.status.map(|status| words.word(&format!("status-{}", status.code()))),
        says.when.as_ref().map(|when| spoken_date(when, false, words)),
        says.count.as_ref().map(number),
        says.kind.as_ref().map(|code| kind(code, words)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// "20", "about 20" as ~20, "20–25", "20+".
fn number(count: &Count) -> String {
    let about = if count.approx { "~" } else { "" };
    match count.max {
        None => format!("{about}{}+", count.min),
        Some(max) if max == count.min => format!("{about}{max}"),
        Some(max) => format!("{about}{}–{max}", count.min),
    }
}

fn denials(
    case: &dyn CaseRead,
    event: &Event,
    numbers: &BTreeMap<&str, usize>,
) -> Vec<(Option<usize>, String)> {
    let against = |link: &&crate::model::Link| {
        link.to == event.key && matches!(link.link_type, LinkType::Answers | LinkType::Contradicts)
    };
    let open = |key: &str| case.events().iter().find(|event| event.key == key && !event.private);
    let links = case.links().iter().filter(against);
    links
        .filter_map(|link| {
            let from = open(&link.from)?;
            Some((numbers.get(from.key.as_str()).copied(), from.title.clone()))
        })
        .collect()
}

impl Entry {
    /// "expulsion, confirmed; actor: Italy; target: Russia. Sources: Reuters, 5 April 2022; ANSA".
    #[must_use]
    pub fn about(&self, words: &dyn Words) -> String {
        let mut about = format!("{}, {}", self.kind, self.status);
        if !self.lanes.is_empty() {
            about = format!("{about}; {}", self.lanes);
        }
        if self.sources.is_empty() {
            return about;
        }
        let named: Vec<String> = self.sources.iter().map(Cited::named).collect();
        format!("{about}. {}: {}", words.word("claims-sources"), named.join("; "))
    }
}

impl Cited {
    /// "Heading, site, 5 April 2022": what stands behind the words.
    #[must_use]
    pub fn named(&self) -> String {
        let parts = [Some(self.heading.as_str()), self.site.as_deref(), self.published.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// The words of a source in quotation marks.
#[must_use]
pub fn quoted(cited: &Cited, words: &dyn Words) -> Option<String> {
    let text = cited.words.as_deref()?;
    Some(words.say("quoted", &[("words", Arg::Text(text))]))
}
