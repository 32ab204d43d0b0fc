//! What titles carry beside the article's own: the site's name, its sections, a kicker before the headline.

use super::super::body::words;
use super::title::{Candidate, Voice};
use super::{Meta, Said, plain};

/// Between an article's title and a site's name or section, with blanks around them.
const MARKS: [&str; 15] = ["|", "–", "—", "-", "·", "•", "::", "«", "»", "›", "‹", "/", "~", "●", "⋆"];
/// The same without blanks, as East Asian and old pages write them.
const TIGHT: [char; 6] = ['|', '｜', '丨', '_', '－', '—'];
/// Words of the longest name of a site or section.
const LONGEST_NAME: usize = 5;

/// What the site is called.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Letters and digits only, small.
    folded: Vec<String>,
    /// First letters of names with several words.
    initials: Vec<String>,
}

impl Names {
    pub(super) fn of(meta: &Meta, said: &Said, site: Option<&str>) -> Self {
        let mut names = Self::default();
        let said_names = ["og:site_name", "application-name", "twitter:site", "dc.publisher", "publisher"];
        let said_names = said_names.iter().filter_map(|key| meta.first(&[key])).map(plain);
        let all = said_names.chain(site.map(str::to_owned)).chain(said.publisher.clone());
        for name in all.chain(meta.addresses.first().and_then(|url| host(url))) {
            let initials: String = words(&name).filter_map(|word| word.chars().next()).collect();
            if initials.chars().count() > 1 {
                names.initials.push(initials);
            }
            names.folded.push(folded(&name));
            // `courier.example` is called Courier.
            if let Some((label, _)) = name.split_once('.').filter(|_| !name.contains(' ')) {
                names.folded.push(folded(label));
            }
        }
        names.folded.retain(|name| name.chars().count() > 1);
        names
    }

    /// Whether a text is one of the site's names, its beginning, or hardly more than it.
    pub(super) fn is_one(&self, text: &str) -> bool {
        let text = folded(text);
        let is = |name: &String| {
            let more = text
                .strip_prefix(name.as_str())
                .or_else(|| text.strip_prefix("the")?.strip_prefix(name.as_str()));
            more.is_some_and(|more| more.chars().count() <= 3)
                || (text.chars().count() >= 3 && name.starts_with(&text))
        };
        text.chars().count() > 1 && (self.folded.iter().any(is) || self.initials.contains(&text))
    }
}

fn host(url: &str) -> Option<String> {
    let host = url.split_once("://")?.1.split(['/', ':', '?']).next()?;
    Some(host.trim_start_matches("www.").to_owned())
}

fn folded(text: &str) -> String {
    words(text).collect()
}

/// A title without the site's name, or section and site, at its end or start; `None` where it carries none.
pub(super) fn bare(all: &[Candidate], at: usize, names: &Names) -> Option<String> {
    let candidate = &all[at];
    // What another voice says word for word is the title, whatever marks stand in it; two cards prove nothing.
    let is_confirmed = all.iter().enumerate().any(|(other, voice)| {
        other != at
            && voice.words == candidate.words
            && !(voice.voice.carries_names() && candidate.voice.carries_names())
    });
    if is_confirmed {
        return None;
    }
    if let Some(text) = beside_another(all, candidate) {
        return Some(text);
    }
    let mut text = candidate.text.clone();
    while let Some(shorter) = without_last(&text, names, candidate.voice) {
        text = shorter;
    }
    if let Some(shorter) = without_first(&text, names) {
        text = shorter;
    }
    (text != candidate.text).then_some(text)
}

/// Another of the titles, where this one is the same with a mark and something before or behind it.
fn beside_another(all: &[Candidate], candidate: &Candidate) -> Option<String> {
    let is_mark = |c: char| TIGHT.contains(&c) || MARKS.iter().any(|mark| mark.starts_with(c));
    let closing = |c: char| c.is_whitespace() || "\"'”“’»).?!…".contains(c);
    let opening = |c: char| c.is_whitespace() || "\"'“„‘«(¿¡".contains(c);
    let shorter = |other: &&Candidate| other.words.len() >= 3 && other.words.len() < candidate.words.len();
    all.iter().filter(shorter).find_map(|other| {
        let (text, count) = (&candidate.text, other.words.len());
        let is_beside = if candidate.words.starts_with(&other.words) {
            // A closing « is no mark, one with a blank before it is.
            let rest = text.get(words_end(text, count)..)?;
            rest.trim_start_matches(closing).starts_with(is_mark) || rest.trim_start().starts_with(is_mark)
        } else if candidate.words.ends_with(&other.words) {
            let rest = text.get(..words_start(text, candidate.words.len() - count))?;
            let rest = rest.trim_end_matches(opening);
            let is_section = rest.ends_with(':') && candidate.voice.carries_names();
            rest.ends_with(is_mark) || (is_section && candidate.words.len() - count <= 3)
        } else {
            false
        };
        is_beside.then(|| other.text.clone())
    })
}

/// Where the first so many words of a text end, in bytes.
fn words_end(text: &str, count: usize) -> usize {
    let mut left = count;
    let mut inside = false;
    for (at, c) in text.char_indices() {
        if inside && !c.is_alphanumeric() {
            left -= 1;
            if left == 0 {
                return at;
            }
        }
        inside = c.is_alphanumeric();
    }
    text.len()
}

/// Where the word behind so many others starts, in bytes.
fn words_start(text: &str, before: usize) -> usize {
    let mut seen = 0;
    let mut inside = false;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() && !inside {
            if seen == before {
                return at;
            }
            seen += 1;
        }
        inside = c.is_alphanumeric();
    }
    text.len()
}

/// A title without its last part, where that is the site's name or looks like one.
fn without_last(text: &str, names: &Names, voice: Voice) -> Option<String> {
    let spaced =
        |mark: &&str| text.rfind(&format!(" {mark} ")).map(|at| (at, at + mark.len() + 2, **mark == *"|"));
    let tight = |mark: &char| text.rfind(*mark).map(|at| (at, at + mark.len_utf8(), *mark == '|'));
    let marks = MARKS.iter().filter_map(spaced).chain(TIGHT.iter().filter_map(tight));
    let (at, end, is_bar) = marks.max()?;
    let (head, tail) = (text.get(..at)?.trim(), text.get(end..)?.trim());
    let is_spaced = text[..at].ends_with(' ') || text[at..].starts_with(' ');
    let is_name =
        names.is_one(tail) || (voice.carries_names() && is_spaced && looks_like_a_name(tail, is_bar));
    (is_name && is_enough(head, tail) && !names.is_one(head)).then(|| head.to_owned())
}

/// A title without its first part, where that is the site's name.
fn without_first(text: &str, names: &Names) -> Option<String> {
    let spaced = |mark: &&str| text.find(&format!(" {mark} ")).map(|at| (at, at + mark.len() + 2));
    let colon = || text.find(": ").map(|at| (at, at + 2));
    let (at, end) = MARKS.iter().filter_map(spaced).chain(colon()).min()?;
    let (head, tail) = (text.get(..at)?, text.get(end..)?.trim());
    (names.is_one(head) && is_enough(tail, head)).then(|| tail.to_owned())
}

/// Whether what is left is a title: two words, or, in scripts that write none, more than the name has.
fn is_enough(title: &str, name: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    words(title).count() >= 2 || letters(title) >= letters(name).max(6)
}

/// Few words behind a bar; behind a dash, which titles hold themselves, an address or a name in capitals.
fn looks_like_a_name(tail: &str, is_bar: bool) -> bool {
    let count = tail.split_whitespace().count();
    if is_bar {
        return count <= LONGEST_NAME;
    }
    let is_address = !tail.contains(' ') && tail.split('.').count() > 1 && tail.len() < 40;
    let capitals = tail.split_whitespace().all(|word| word.chars().next().is_some_and(|c| !c.is_lowercase()));
    is_address || (count <= 3 && capitals)
}

/// The page's headline without a kicker that stands in it and on no other title.
pub(super) fn without_kicker(all: &[Candidate], at: usize) -> Option<String> {
    let headline = &all[at];
    let is_said =
        || all.iter().enumerate().any(|(other, title)| other != at && title.words == headline.words);
    if headline.voice != Voice::Headline || is_said() {
        return None;
    }
    // Letters, since kicker and headline may stand in elements with nothing between them.
    let letters = folded(&headline.text);
    let other = all.iter().find(|title| {
        let theirs = folded(&title.text);
        title.words.len() > 3 && letters.len() > theirs.len() && letters.ends_with(&theirs)
    });
    other.map(|title| title.text.clone())
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
        (1..=LONGEST_NAME).contains(&rest.split_whitespace().count()).then_some(rest)
    })
}
