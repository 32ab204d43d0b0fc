//! Names of countries in many languages, from `assets/lexicon/names.tsv`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Names of countries in one language, with the codes of their lanes, in order of these.
pub type Names = Vec<(&'static str, &'static str)>;

static BY_LANGUAGE: LazyLock<BTreeMap<&'static str, Names>> = LazyLock::new(read);

/// The names in a language, given by its two-letter code; `None` where CLDR's were not taken over.
#[must_use]
pub fn names_in(language: &str) -> Option<&'static Names> {
    BY_LANGUAGE.get(language)
}

/// What a language calls a country; `None` for other codes, and where CLDR's names were not taken over.
#[must_use]
pub fn name_in(language: &str, code: &str) -> Option<&'static str> {
    let names = names_in(language)?;
    let at = names.binary_search_by_key(&code, |(_, known)| *known).ok()?;
    Some(names[at].0)
}

fn read() -> BTreeMap<&'static str, Names> {
    let table = include_str!("../../../../assets/lexicon/names.tsv");
    let mut rows = table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t'));
    let languages: Vec<&str> = rows.next().into_iter().flatten().skip(1).collect();
    let mut found: BTreeMap<&str, Names> = languages.iter().map(|name| (*name, Vec::new())).collect();
    for mut row in rows {
        let Some(code) = row.next() else { continue };
        for (language, name) in languages.iter().zip(row).filter(|(_, name)| !name.is_empty()) {
            if let Some(names) = found.get_mut(language) {
                names.push((name, code));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::is_standard;
    use super::*;

    #[test]
    fn every_language_names_nearly_every_country_by_a_known_code() {
        for language in ["en", "ru", "uk", "de", "fr", "es", "pl", "el"] {
            let names = names_in(language).unwrap_or_else(|| panic!("{language} is there"));
            assert!(names.len() > 240, "{language}: {}", names.len());
            for (name, code) in names {
                assert!(is_standard(code), "{language}: {name} {code}");
                assert_eq!(name_in(language, code), Some(*name), "the table is in order of codes");
            }
        }
        assert!(names_in("xx").is_none());
        assert_eq!((name_in("xx", "BE"), name_in("uk", "EU")), (None, None));
    }
}
