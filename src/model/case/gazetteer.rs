//! Names of countries and bodies, from `assets/countries.tsv` and `assets/bodies.tsv`.
//!
//! In English; what CLDR calls countries in other languages is read where it is asked for.

mod names;

pub use names::{Names, name_in, names_in};

use std::collections::BTreeMap;
use std::sync::LazyLock;

struct Place {
    code: &'static str,
    name: &'static str,
    short: &'static str,
    body: bool,
}

struct Gazetteer {
    by_code: BTreeMap<&'static str, Place>,
    /// Folded names, aliases and codes.
    by_name: BTreeMap<String, &'static str>,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(read);

fn read() -> Gazetteer {
    let mut found = Gazetteer { by_code: BTreeMap::new(), by_name: BTreeMap::new() };
    for line in rows(include_str!("../../../assets/countries.tsv")) {
        if let [code, alpha3, name, short, aliases] = line[..] {
            add(&mut found, Place { code, name, short, body: false }, &[alpha3], aliases);
        }
    }
    for line in rows(include_str!("../../../assets/bodies.tsv")) {
        if let [code, name, short, aliases] = line[..] {
            add(&mut found, Place { code, name, short, body: true }, &[], aliases);
        }
    }
    found
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| line.split('\t').collect())
}

fn add(found: &mut Gazetteer, place: Place, codes: &[&'static str], aliases: &'static str) {
    let names = [place.code, place.name, place.short].into_iter().chain(codes.iter().copied());
    for name in names.chain(aliases.split('|')).filter(|name| !name.is_empty()) {
        found.by_name.entry(fold(name)).or_insert(place.code);
    }
    found.by_code.insert(place.code, place);
}

fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a code is a country's or a body's.
#[must_use]
pub fn is_standard(code: &str) -> bool {
    GAZETTEER.by_code.contains_key(code)
}

/// The codes of all countries and bodies, in order.
pub fn codes() -> impl Iterator<Item = &'static str> {
    GAZETTEER.by_code.keys().copied()
}

/// Whether a code is a body's.
#[must_use]
pub fn is_body(code: &str) -> bool {
    GAZETTEER.by_code.get(code).is_some_and(|place| place.body)
}

/// The English name of a standard code.
#[must_use]
pub fn name(code: &str) -> Option<&'static str> {
    GAZETTEER.by_code.get(code).map(|place| place.name)
}

/// The short English name of a standard code, where it has one.
#[must_use]
pub fn short_name(code: &str) -> Option<&'static str> {
    GAZETTEER.by_code.get(code).map(|place| place.short).filter(|short| !short.is_empty())
}

/// The code that a name, alias, ISO 3166-1 alpha-2 or alpha-3 code stands for; case and punctuation are ignored.
#[must_use]
pub fn code_of(name: &str) -> Option<&'static str> {
    GAZETTEER.by_name.get(&fold(name)).copied()
}

/// Codes whose name or code is near `text`, for "did you mean".
#[must_use]
pub fn near(text: &str) -> Vec<&'static str> {
    let wanted = fold(text);
    let starts = |name: &str| !wanted.is_empty() && (name.starts_with(&wanted) || wanted.starts_with(name));
    let mut codes: Vec<_> = GAZETTEER
        .by_name
        .iter()
        .filter(|(name, _)| name.len() > 1 && starts(name))
        .map(|(_, code)| *code)
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes.truncate(5);
    codes
}

/// Codes of which a name, alias or code begins with `text`, states of today by their own names first: for picking from.
#[must_use]
pub fn beginning(text: &str) -> Vec<&'static str> {
    /// States that are no more.
    const RETIRED: [&str; 4] = ["SU", "YU", "CS", "DD"];
    let wanted = fold(text);
    if wanted.is_empty() {
        return Vec::new();
    }
    let from = GAZETTEER.by_name.range(wanted.clone()..);
    let found = from.take_while(|(name, _)| name.starts_with(&wanted)).map(|(_, code)| *code);
    let mut codes: Vec<&'static str> = found.collect();
    codes.sort_by_key(|code| {
        let own = name(code).unwrap_or_default();
        (RETIRED.contains(code), !fold(own).starts_with(&wanted), own)
    });
    codes.dedup();
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_of_today_are_offered_before_those_that_are_no_more() {
        assert_eq!(beginning("serb")[..2], ["RS", "CS"]);
        assert_eq!(beginning("germany")[0], "DE");
        assert!(beginning("").is_empty() && beginning("zzz").is_empty());
    }

    #[test]
    fn a_country_is_found_by_code_name_and_alias() {
        for (name, code) in [
            ("BE", "BE"),
            ("BEL", "BE"),
            ("belgium", "BE"),
            ("Turkey", "TR"),
            ("the European Commission", ""),
        ] {
            let expected = Some(code).filter(|code| !code.is_empty());
            assert_eq!(code_of(name), expected, "{name}");
        }
        assert_eq!(code_of("U.K."), Some("GB"));
        assert!(is_body("OSCE") && !is_body("BE"));
    }
}
