//! The title: what headline, JSON-LD, social cards and the window's title agree on.
//!
//! A page names its article up to five times, and often not the same: for search engines, for social networks, for its
//! readers. Each is a voice; those that say the same, or nearly, speak together, and the strongest are believed.

use super::super::body::{Kind, Page, words};
use super::names::{Names, bare, without_kicker};
use super::{Meta, Said, plain};

/// Longer than any title, in bytes.
const LONGEST: usize = 600;
/// Of a hundred words, how many two titles share that say nearly the same.
const NEARLY: usize = 75;
/// Fewer shared than this, and nobody confirms a title.
const LONELY: usize = 25;

/// Where a page names its article, the one that a reader would see first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    Headline,
    /// JSON-LD.
    Declared,
    /// The card that social networks show.
    Card,
    /// A second card that says something else than the first.
    OtherCard,
    /// The window's title.
    Window,
    /// A heading that only looks like a headline.
    Heading,
}

impl Voice {
    fn points(self) -> usize {
        match self {
            Self::Declared => 30,
            Self::Headline => 28,
            Self::Card => 20,
            Self::Window => 15,
            Self::Heading => 12,
            Self::OtherCard => 5,
        }
    }

    /// Whether site and section are usually written behind the article's own title there.
    pub(super) fn carries_names(self) -> bool {
        matches!(self, Self::Card | Self::OtherCard | Self::Window)
    }
}

/// One of a page's titles.
#[derive(Debug)]
pub(super) struct Candidate {
    pub voice: Voice,
    pub text: String,
    pub words: Vec<String>,
}

impl Candidate {
    fn new(voice: Voice, text: &str) -> Option<Self> {
        let text = plain(text);
        let words: Vec<String> = words(&text).collect();
        (!words.is_empty() && text.len() < LONGEST).then_some(Self { voice, text, words })
    }

    pub(super) fn says(&mut self, text: String) {
        self.words = words(&text).collect();
        self.text = text;
    }
}

/// The article's title.
pub(in super::super) fn title(page: &Page, meta: &Meta, said: &Said, site: Option<&str>) -> Option<String> {
    let names = Names::of(meta, said, site);
    let mut candidates = declared(meta, said);
    let others: Vec<Vec<String>> = candidates.iter().map(|candidate| candidate.words.clone()).collect();
    candidates.extend(headline(page, &others, &names));
    candidates.sort_by_key(|candidate| candidate.voice as u8);
    // A site that names itself everywhere says nothing of this page, unless it says nothing else.
    if candidates.iter().any(|candidate| !names.is_one(&candidate.text)) {
        candidates.retain(|candidate| !names.is_one(&candidate.text));
    }
    for at in 0..candidates.len() {
        if let Some(text) = bare(&candidates, at, &names) {
            candidates[at].says(text);
        }
    }
    for at in 0..candidates.len() {
        if let Some(text) = without_kicker(&candidates, at) {
            candidates[at].says(text);
        }
    }
    let best = (0..candidates.len()).rev().max_by_key(|at| votes(&candidates, *at))?;
    Some(candidates.swap_remove(best).text)
}

/// What the page's head says, in meta elements and JSON-LD.
fn declared(meta: &Meta, said: &Said) -> Vec<Candidate> {
    let card = meta.first(&["og:title"]).or_else(|| meta.first(&["twitter:title"]));
    let card = card.or_else(|| meta.first(&["dc.title", "parsely-title", "sailthru.title", "title"]));
    let other = meta.first(&["og:title"]).and_then(|_| meta.first(&["twitter:title"]));
    [
        (Voice::Declared, said.headline.as_deref()),
        (Voice::Card, card),
        (Voice::OtherCard, other.filter(|other| Some(*other) != card)),
        (Voice::Window, meta.title.as_deref()),
    ]
    .into_iter()
    .filter_map(|(voice, text)| Candidate::new(voice, text?))
    .collect()
}

/// What speaks for a title: all that say it, three quarters of those that nearly do; half of all that, where nobody else
/// has any of its words. Of titles with as many votes the whole one is better than one that was cut short.
fn votes(candidates: &[Candidate], at: usize) -> (usize, usize) {
    let candidate = &candidates[at];
    let mut votes = 0;
    let mut is_lonely = true;
    for (other, voice) in candidates.iter().enumerate() {
        let alike = common(&candidate.words, &voice.words);
        is_lonely &= other == at || alike < LONELY;
        let part = if speaks_for(voice, candidate) {
            4
        } else if alike >= NEARLY {
            3
        } else {
            0
        };
        votes += voice.voice.points() * part;
    }
    if is_lonely && candidates.len() > 1 {
        votes /= 2;
    }
    let exact = candidates.iter().filter(|voice| voice.words == candidate.words);
    (votes, exact.map(|voice| voice.voice.points()).sum())
}

/// Whether one says what the other does. A title cut short, for a search engine or a card, speaks for the whole one.
fn speaks_for(voice: &Candidate, title: &Candidate) -> bool {
    if voice.words == title.words {
        return true;
    }
    let marked = voice.text.ends_with('…') || voice.text.ends_with("...");
    let whole = if marked { voice.words.len().saturating_sub(1) } else { voice.words.len() };
    // Cut between words or inside of one.
    let enough = if marked { 3 } else { 8 };
    whole >= enough
        && voice.words.len() <= title.words.len()
        && title.words.starts_with(&voice.words[..whole])
        && voice.words[whole..].iter().zip(&title.words[whole..]).all(|(cut, word)| word.starts_with(cut))
}

/// The page's headline: of several, the one that most resembles what the others say; else the one nearest above the
/// first long paragraph. Where no heading is of the first rank, one that the page calls its headline.
fn headline(page: &Page, others: &[Vec<String>], names: &Names) -> Option<Candidate> {
    let first = page.blocks.iter().position(|block| block.words >= 25 && block.linked * 3 < block.weight);
    let found = |voice: Voice| {
        let headings = page.blocks.iter().enumerate().filter(move |(at, block)| match voice {
            Voice::Headline => block.kind == Kind::Heading(1),
            _ => {
                matches!(block.kind, Kind::Heading(2 | 3)) && first.is_some_and(|first| *at < first)
                    || block.words > 2 && block.labels_headline(page)
            }
        });
        // Without another title to hold it against, only what stands right above the text is taken for a headline.
        let is_near = |at: usize| {
            voice == Voice::Headline || !others.is_empty() || first.is_some_and(|first| at + 6 >= first)
        };
        let headings =
            headings.filter(|(at, block)| block.words > 1 && !names.is_one(&block.text) && is_near(*at));
        let headings: Vec<(usize, &str)> = headings.map(|(at, block)| (at, block.text.as_str())).collect();
        let alike = |text: &str| {
            let ours: Vec<String> = words(text).collect();
            others.iter().map(|theirs| overlap(&ours, theirs)).max().unwrap_or_default()
        };
        let (at, text) = headings.iter().max_by_key(|(at, text)| {
            let above = first.is_none_or(|first| *at <= first);
            (alike(text) / 25, above, std::cmp::Reverse(*at))
        })?;
        let is_alone = voice == Voice::Headline && headings.len() == 1;
        // A link that nobody else names leads to the site's first page.
        let is_link = page.blocks.get(*at).is_some_and(|block| block.linked >= block.weight);
        let is_it = (is_alone && !is_link) || alike(text) > LONELY || others.is_empty();
        is_it.then(|| Candidate::new(voice, &text.replace('\n', " "))).flatten()
    };
    found(Voice::Headline).or_else(|| found(Voice::Heading))
}

/// How many of a hundred of our words theirs has.
fn overlap(ours: &[String], theirs: &[String]) -> usize {
    ours.iter().filter(|word| theirs.contains(word)).count() * 100 / ours.len().max(1)
}

/// How many of a hundred words two titles share.
fn common(ours: &[String], theirs: &[String]) -> usize {
    let shared = ours.iter().filter(|word| theirs.contains(word)).count();
    let back = theirs.iter().filter(|word| ours.contains(word)).count();
    shared.min(back) * 100 / ours.len().max(theirs.len()).max(1)
}
