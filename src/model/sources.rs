//! Sources counted by who stands behind them: an agency's report that ten papers print is one source.

use std::collections::BTreeSet;

use super::{Article, Event};

/// How well an event is supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sources {
    /// Those that do not repeat each other.
    pub independent: usize,
    /// Articles that the event quotes or cites.
    pub articles: usize,
}

/// Counts the sources of an event. Articles of one origin are one; so is what the agency's own site says. `article`
/// finds an article of the case by its key.
#[must_use]
pub fn sources_of<'a>(event: &Event, article: impl Fn(&str) -> Option<&'a Article>) -> Sources {
    let keys: BTreeSet<&str> = event.quotes.iter().map(|quote| quote.article.as_str()).collect();
    let known = |key: &&str| {
        article(key).map_or((None, None), |one| (plain(one.origin.as_ref()), plain(one.site.as_ref())))
    };
    let origins: BTreeSet<String> = keys.iter().filter_map(|key| known(key).0).collect();
    let behind: BTreeSet<String> = keys
        .iter()
        .map(|key| {
            let (origin, site) = known(key);
            let own = site.filter(|site| origins.contains(site));
            // No origin is written like this.
            origin.or(own).unwrap_or_else(|| format!("/{key}"))
        })
        .collect();
    Sources { independent: behind.len(), articles: keys.len() }
}

/// A name without what is written now one way and now another.
fn plain(name: Option<&String>) -> Option<String> {
    let letters = name?.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    Some(letters.collect::<String>()).filter(|letters| !letters.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Quote;

    #[test]
    fn what_ten_papers_print_from_one_agency_is_one_source() {
        let article = |key: &str, site: &str, origin: Option<&str>| Article {
            key: key.to_owned(),
            site: Some(site.to_owned()),
            origin: origin.map(ToOwned::to_owned),
            ..Article::default()
        };
        let mut articles: Vec<Article> =
            (0..10).map(|n| article(&format!("a{n}"), &format!("Paper {n}"), Some("AFP"))).collect();
        articles.push(article("wire", "afp", None));
        articles.push(article("own", "Courier", None));
        articles.push(article("second", "Courier", None));
        let quote = |article: &Article| Quote { article: article.key.clone(), ..Quote::default() };
        let count = |keys: &[&str]| {
            let quotes = articles.iter().filter(|article| keys.contains(&article.key.as_str()));
            let event =
                Event { quotes: quotes.clone().chain(quotes).map(quote).collect(), ..Event::default() };
            let found = sources_of(&event, |key| articles.iter().find(|article| article.key == key));
            (found.independent, found.articles)
        };
        assert_eq!(count(&[]), (0, 0));
        assert_eq!(count(&["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9"]), (1, 10));
        assert_eq!(count(&["a0", "wire"]), (1, 2), "the agency's own page is no second source");
        assert_eq!(count(&["a0", "own"]), (2, 2));
        assert_eq!(count(&["own", "second"]), (2, 2), "two articles of one paper may know different things");
    }
}
