//! The title: what headline, JSON-LD, social cards and the window's title agree on.
//!
//! A page names its article up to five times, and often not the same: for search engines, for social networks, for its
//! readers. The reader's headline counts most, but loses against several of the others that agree.

use super::super::body::{Kind, Page, words};
use super::{Meta, Said, plain};

/// Between an article's title and its site's name.
const MARKS: [&str; 9] = [" | ", " – ", " — ", " - ", " · ", " • ", " :: ", " « ", " » "];

/// What the page's own headline counts.
const HEADLINE: u32 = 30;

struct Candidate {
    text: String,
    words: Vec<String>,
    points: u32,
}

/// The article's title.
pub(in super::super) fn title(page: &Page, meta: &Meta, said: &Said, site: Option<&str>) -> Option<String> {
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut add = |text: &str, points: u32| {
        let text = plain(text);
        let words: Vec<String> = words(&text).collect();
        if !words.is_empty() && text.len() < 600 {
            candidates.push(Candidate { text, words, points });
        }
    };
    let social = meta
        .first(&["og:title"])
        .or_else(|| meta.first(&["twitter:title", "dc.title", "parsely-title", "title"]));
    if let Some(headline) = &said.headline {
        add(headline, 28);
    }
    if let Some(text) = social {
        add(text, 20);
    }
    if let Some(text) = meta.title.as_deref() {
        add(text, 15);
    }
    let others: Vec<Vec<String>> = candidates.iter().map(|candidate| candidate.words.clone()).collect();
    if let Some(text) = headline(page, &others) {
        candidates.insert(0, Candidate { words: words(&text).collect(), text, points: HEADLINE });
    }
    // A kicker inside of the headline stands on no other title.
    if let Some((headline, others)) =
        candidates.split_first_mut().filter(|(first, _)| first.points == HEADLINE)
        && let Some(other) = others.iter().find(|other| {
            other.words.len() > 3
                && headline.words.len() > other.words.len()
                && headline.words.ends_with(&other.words)
        })
    {
        headline.text.clone_from(&other.text);
        headline.words.clone_from(&other.words);
    }
    let short: Vec<String> =
        candidates.iter().map(|candidate| without_site(candidate, &candidates, site)).collect();
    for (candidate, text) in candidates.iter_mut().zip(short) {
        candidate.words = words(&text).collect();
        candidate.text = text;
    }
    // A title cut short for a search engine speaks for the whole one.
    let speaks_for = |other: &Candidate, words: &[String]| {
        other.words == words || (other.words.len() >= 8 && words.starts_with(&other.words))
    };
    let votes = |words: &[String]| -> u32 {
        candidates.iter().filter(|other| speaks_for(other, words)).map(|other| other.points).sum()
    };
    let best = candidates.iter().rev().max_by_key(|candidate| votes(&candidate.words))?;
    Some(best.text.clone())
}

/// The page's headline: of several, the one that most resembles what the others say; else the one nearest above the
/// first long paragraph.
fn headline(page: &Page, others: &[Vec<String>]) -> Option<String> {
    let first = page.blocks.iter().position(|block| block.words >= 25 && block.linked * 3 < block.weight);
    let headings: Vec<(usize, &str)> = page
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.kind == Kind::Heading(1) && block.words > 1)
        .map(|(at, block)| (at, block.text.as_str()))
        .collect();
    let alike = |text: &str| {
        let ours: Vec<String> = words(text).collect();
        others.iter().map(|theirs| common(&ours, theirs)).max().unwrap_or_default()
    };
    let best = headings.iter().max_by_key(|(at, text)| {
        let above = first.is_none_or(|first| *at <= first);
        (alike(text) / 25, above, std::cmp::Reverse(*at))
    })?;
    let text = best.1.replace('\n', " ");
    (headings.len() == 1 || alike(&text) >= 25 || others.is_empty()).then_some(text)
}

/// How many of a hundred words two titles share.
fn common(ours: &[String], theirs: &[String]) -> usize {
    let shared = ours.iter().filter(|word| theirs.contains(word)).count();
    shared * 100 / ours.len().max(1)
}

/// A title without the site's name (or section and site) at its end or start.
fn without_site(candidate: &Candidate, all: &[Candidate], site: Option<&str>) -> String {
    let text = &candidate.text;
    // Another of the titles, followed or preceded by a mark and something.
    for other in
        all.iter().filter(|other| other.words.len() >= 3 && other.words.len() < candidate.words.len())
    {
        let marked = |rest: &str| {
            MARKS.iter().any(|mark| rest.starts_with(mark) || rest.ends_with(mark))
                || rest.trim_start().starts_with(['|', '–', '—', '-', '·'])
        };
        if candidate.words.starts_with(&other.words)
            && let Some(rest) = text.get(other.text.len()..)
            && marked(rest)
        {
            return other.text.clone();
        }
        if candidate.words.ends_with(&other.words)
            && let Some(rest) = text.len().checked_sub(other.text.len()).and_then(|end| text.get(..end))
            && marked(rest)
        {
            return other.text.clone();
        }
    }
    let mut text = text.clone();
    for _ in 0..2 {
        let Some((at, mark)) = MARKS.iter().filter_map(|mark| text.rfind(mark).map(|at| (at, *mark))).max()
        else {
            break;
        };
        let (head, tail) = (text[..at].trim(), text[at + mark.len()..].trim());
        let is_site = site.is_some_and(|site| same(site, tail)) || looks_like_a_site(tail, mark);
        if !is_site || words(head).count() < 3 {
            break;
        }
        text = head.to_owned();
    }
    text
}

fn same(one: &str, other: &str) -> bool {
    let letters = |text: &str| words(text).collect::<String>();
    let (one, other) = (letters(one), letters(other));
    !one.is_empty() && (one == other || one.starts_with(&other) || other.starts_with(&one))
}

/// Few words behind a bar; behind a dash, which titles hold themselves, an address or a name in capitals.
fn looks_like_a_site(tail: &str, mark: &str) -> bool {
    let count = tail.split_whitespace().count();
    if mark.trim() == "|" || mark.trim() == "::" || mark.trim() == "«" {
        return count <= 5;
    }
    let is_address = !tail.contains(' ') && tail.split('.').count() > 1 && tail.len() < 40;
    let capitals = tail.split_whitespace().all(|word| word.chars().next().is_some_and(|c| !c.is_lowercase()));
    is_address || (count <= 3 && capitals)
}

/// The site's name, where the window's or the social card's title has it beside the article's.
pub(in super::super) fn site_beside(title: &str, meta: &Meta) -> Option<String> {
    let mut long = meta.title.as_deref().into_iter().chain(meta.first(&["og:title"])).map(plain);
    long.find_map(|long| {
        let at = long.find(title)?;
        let (before, after) = (long.get(..at)?, long.get(at + title.len()..)?);
        let trimmed =
            |text: &str| text.trim_matches(|c: char| c.is_whitespace() || "|–—-·•:«»".contains(c)).to_owned();
        let rest = if after.trim().is_empty() { trimmed(before) } else { trimmed(after) };
        // Section and site: the site stands at the outer end.
        let rest = rest.rsplit(" | ").next().unwrap_or(&rest).trim().to_owned();
        (1..=5).contains(&rest.split_whitespace().count()).then_some(rest)
    })
}
