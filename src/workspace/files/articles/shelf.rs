//! The articles of a case, remembered so that a newcomer is recognised: by its bytes, its address, or its words.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::model::{Article, bare_address, host_of};
use crate::store::{Store, StoreError};

/// Words in a row that are compared.
const IN_A_ROW: usize = 4;

/// Rows of words that are remembered of a text: those with the smallest hashes, so that two texts keep the same ones.
const KEPT: usize = 128;

/// The share of rows that two texts have in common, from which on they are nearly the same.
const NEARLY: f64 = 0.85;

/// Texts below so many rows of words are compared in full only.
const FEWEST: usize = 20;

/// What a newcomer is to the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Seen {
    New,
    /// The same article, and by what it was recognised.
    Same {
        key: String,
        title: String,
        by: Likeness,
    },
    /// The case names it and has no text of it.
    Citation {
        key: String,
    },
    /// Other sites have nearly the same words.
    Copy(Copies),
}

/// Articles on other sites with a newcomer's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Copies {
    /// Title of the first of them.
    pub of: String,
    /// Who stands behind them all: the agency that one of them names, else who had it first.
    pub origin: Option<String>,
    /// Whether that is the newcomer itself.
    pub newcomer_was_first: bool,
    /// Keys of those that do not name it yet.
    pub unnamed: Vec<String>,
}

/// By what an article was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Likeness {
    /// Byte for byte, or word for word.
    Equal,
    Address,
    Words,
}

#[derive(Debug, Default)]
struct Known {
    title: String,
    site: Option<String>,
    /// Who published it, as it is written: the site, else the host of the address.
    outlet: Option<String>,
    day: Option<String>,
    origin: Option<String>,
    address: Option<String>,
    original: Option<String>,
    /// `None`: a citation.
    text: Option<(String, Sketch)>,
}

/// The articles of the open case.
#[derive(Debug, Default)]
pub(in super::super) struct Shelf {
    /// The case's revision that is remembered.
    revision: Option<u64>,
    known: BTreeMap<String, Known>,
    /// Which of them have a row of words, by their numbers: a newcomer is held against those alone that share some.
    rows: HashMap<u64, Vec<usize>>,
    /// Keys by their numbers. One that was read again has two.
    numbered: Vec<String>,
}

impl Shelf {
    /// What a newcomer is.
    ///
    /// # Errors
    /// Fails where the case can't be read.
    pub(in super::super) fn look(&mut self, store: &Store, article: &Article) -> Result<Seen, StoreError> {
        self.refresh(store)?;
        let newcomer = Known::of(article);
        let same =
            |key: &String, known: &Known, by| Seen::Same { key: key.clone(), title: known.title.clone(), by };
        // The same words on another site are another article, with the same source.
        let equal = |known: &Known| {
            known.text.is_some()
                && (known.original.is_some() && known.original == newcomer.original
                    || known.has_words_of(&newcomer) && known.may_be_one_page(&newcomer))
        };
        let by_address = |known: &Known| known.address.is_some() && known.address == newcomer.address;
        let all = || self.known.iter();
        if let Some((key, known)) = all().find(|(_, known)| equal(known)) {
            return Ok(same(key, known, Likeness::Equal));
        }
        let cited =
            |known: &Known| by_address(known) || (known.address.is_none() && known.is_named_like(&newcomer));
        if let Some((key, _)) = all().find(|(_, known)| known.text.is_none() && cited(known)) {
            return Ok(Seen::Citation { key: key.clone() });
        }
        if let Some((key, known)) = all().find(|(_, known)| by_address(known)) {
            return Ok(same(key, known, Likeness::Address));
        }
        let near = self.near(&newcomer);
        if let Some((key, known)) = near.iter().find(|(_, known)| known.may_be_one_page(&newcomer)) {
            return Ok(same(key, known, Likeness::Words));
        }
        Ok(copies(&newcomer, &near).map_or(Seen::New, Seen::Copy))
    }

    /// Remembers an article that was just put into the case, so that the others need not be read again.
    pub(in super::super) fn put(&mut self, store: &Store, key: &str) -> Result<(), StoreError> {
        if let Some(article) = store.article(key)? {
            self.remember(key.to_owned(), Known::of(&article));
        }
        self.revision = Some(store.revision());
        Ok(())
    }

    fn refresh(&mut self, store: &Store) -> Result<(), StoreError> {
        if self.revision == Some(store.revision()) {
            return Ok(());
        }
        (self.known, self.rows, self.numbered) = <_>::default();
        for heading in store.articles()? {
            let article = if heading.has_text { store.article(&heading.article.key)? } else { None };
            let known = Known::of(article.as_ref().unwrap_or(&heading.article));
            self.remember(heading.article.key, known);
        }
        self.revision = Some(store.revision());
        Ok(())
    }

    fn remember(&mut self, key: String, known: Known) {
        for row in known.text.iter().flat_map(|(_, sketch)| &sketch.0) {
            self.rows.entry(*row).or_default().push(self.numbered.len());
        }
        self.numbered.push(key.clone());
        self.known.insert(key, known);
    }

    /// Those with nearly a newcomer's words, in the order of their keys.
    fn near(&self, newcomer: &Known) -> Vec<(&String, &Known)> {
        let mut shared = vec![0; self.numbered.len()];
        let rows = newcomer.text.as_ref().map(|(_, sketch)| &sketch.0);
        for number in rows.into_iter().flatten().filter_map(|row| self.rows.get(row)).flatten() {
            shared[*number] += 1;
        }
        // With fewer in common than this two can't be nearly the same.
        let enough = rows.map_or(1, |rows| (rows.len() / 2).max(1));
        let likely: BTreeSet<&String> = self
            .numbered
            .iter()
            .zip(shared)
            .filter(|(_, shared)| *shared >= enough)
            .map(|(key, _)| key)
            .collect();
        let is_near = |key: &String, known: &Known| {
            known.has_words_of(newcomer) || (likely.contains(key) && known.has_nearly_words_of(newcomer))
        };
        self.known.iter().filter(|(key, known)| is_near(key, known)).collect()
    }
}

/// Who stands behind articles of the same words.
fn copies(newcomer: &Known, near: &[(&String, &Known)]) -> Option<Copies> {
    let (_, first) = near.first()?;
    let named = newcomer.origin.clone().or_else(|| near.iter().find_map(|(_, known)| known.origin.clone()));
    // Of two without a day, or of one day, the one that came into the case first is taken for the first.
    let eldest = near
        .iter()
        .map(|(_, known)| *known)
        .chain([newcomer])
        .min_by_key(|known| known.day.clone().unwrap_or_else(|| "9999".to_owned()));
    let origin = named.clone().or_else(|| eldest.and_then(|known| known.outlet.clone()));
    let is_theirs = |known: &Known| {
        let outlet = known.outlet.as_deref().map(folded);
        known.origin.is_none() && outlet.is_some() && outlet == origin.as_deref().map(folded)
    };
    let unnamed = near.iter().filter(|(_, known)| known.origin.is_none() && !is_theirs(known));
    Some(Copies {
        of: first.title.clone(),
        newcomer_was_first: is_theirs(newcomer),
        unnamed: unnamed.map(|(key, _)| (*key).clone()).collect(),
        origin,
    })
}

impl Known {
    fn of(article: &Article) -> Self {
        Self {
            title: article.heading().to_owned(),
            site: article.site.as_deref().map(folded),
            outlet: article
                .site
                .clone()
                .or_else(|| article.url.as_deref().and_then(host_of).map(ToOwned::to_owned)),
            day: article.published.as_ref().and_then(|day| day.as_str().get(..10)).map(ToOwned::to_owned),
            origin: article.origin.clone(),
            address: article.url.as_deref().and_then(bare_address),
            original: article.original.as_ref().map(|original| original.sha256.clone()),
            text: article.text.as_ref().map(|text| (text.sha256.clone(), Sketch::of(&text.text))),
        }
    }

    /// Title, site and day are the same.
    fn is_named_like(&self, other: &Self) -> bool {
        folded(&self.title) == folded(&other.title)
            && self.site.is_some()
            && self.site == other.site
            && self.day.is_some()
            && self.day == other.day
    }

    fn has_words_of(&self, other: &Self) -> bool {
        self.text.as_ref().zip(other.text.as_ref()).is_some_and(|((ours, _), (theirs, _))| ours == theirs)
    }

    fn has_nearly_words_of(&self, other: &Self) -> bool {
        let nearly =
            |((_, ours), (_, theirs)): (&(String, Sketch), &(String, Sketch))| ours.is_nearly(theirs);
        self.has_words_of(other) || self.text.as_ref().zip(other.text.as_ref()).is_some_and(nearly)
    }

    /// Whether nothing speaks against two texts of the same words being one page.
    fn may_be_one_page(&self, other: &Self) -> bool {
        let host = |known: &Self| {
            known.address.as_ref().and_then(|url| url.split('/').next()).map(ToOwned::to_owned)
        };
        match (host(self), host(other)) {
            (Some(one), Some(other)) => one == other,
            _ => self.site.is_none() || other.site.is_none() || self.site == other.site,
        }
    }
}

fn folded(name: &str) -> String {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// A text in a few numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in super::super) struct Sketch(BTreeSet<u64>);

impl Sketch {
    fn of(text: &str) -> Self {
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let mut kept = BTreeSet::new();
        for row in words.windows(IN_A_ROW) {
            let mut hasher = DefaultHasher::new();
            row.hash(&mut hasher);
            kept.insert(hasher.finish());
            if kept.len() > KEPT {
                kept.pop_last();
            }
        }
        Self(kept)
    }

    fn is_nearly(&self, other: &Self) -> bool {
        if self.0.len() < FEWEST || other.0.len() < FEWEST {
            return false;
        }
        // Of both together the smallest are a fair draw of all the rows of both.
        let both = self.0.union(&other.0).take(KEPT);
        let (shared, all) = both.fold((0_usize, 0_usize), |(shared, all), row| {
            (shared + usize::from(self.0.contains(row) && other.0.contains(row)), all + 1)
        });
        shared as f64 >= NEARLY * all as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(word: &str) -> String {
        (0..400).map(|number| format!("{word}{number} ")).collect::<Vec<_>>().concat()
    }

    #[test]
    fn a_text_with_a_few_other_words_is_nearly_the_same_and_another_is_not() {
        let text: String = numbered("word");
        let corrected = text.replace("word200 ", "another ");
        let other: String = numbered("thing");
        let sketch = Sketch::of(&text);
        assert!(sketch.is_nearly(&Sketch::of(&corrected)));
        assert!(!sketch.is_nearly(&Sketch::of(&other)));
        assert!(!sketch.is_nearly(&Sketch::of(&text[..text.len() / 2])));
    }
}
