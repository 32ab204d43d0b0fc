//! The wire agency behind an article, where byline, dateline or foot name one: a report printed by ten papers is one
//! source.

/// Characters of a text's head and foot in which an agency is looked for.
const HEAD: usize = 400;
const FOOT: usize = 200;

/// Names as they are kept, and how articles write them. A short one stands only between marks or in a byline.
const AGENCIES: [(&str, &[&str]); 22] = [
    ("Reuters", &["Reuters", "Рейтер"]),
    ("AFP", &["AFP", "Agence France-Presse", "АФП"]),
    ("AP", &["AP", "Associated Press", "The Associated Press"]),
    ("dpa", &["dpa", "DPA"]),
    ("TASS", &["TASS", "ТАСС", "Tass"]),
    ("RIA Novosti", &["RIA Novosti", "РИА Новости", "Sputnik"]),
    ("Interfax", &["Interfax", "Интерфакс"]),
    ("Ukrinform", &["Ukrinform", "Укринформ", "Укрінформ"]),
    ("Interfax-Ukraine", &["Interfax-Ukraine", "Интерфакс-Украина", "Інтерфакс-Україна"]),
    ("ANSA", &["ANSA", "Ansa"]),
    ("EFE", &["EFE", "Efe"]),
    ("PAP", &["PAP"]),
    ("ČTK", &["ČTK", "CTK"]),
    ("APA", &["APA"]),
    ("Belga", &["Belga"]),
    ("MTI", &["MTI"]),
    ("BTA", &["BTA", "БТА"]),
    ("Tanjug", &["Tanjug", "Танјуг"]),
    ("BNS", &["BNS"]),
    ("Anadolu", &["Anadolu", "Anadolu Agency", "AA"]),
    ("Xinhua", &["Xinhua"]),
    ("Kyodo", &["Kyodo", "Kyodo News"]),
];

/// The agency, by the name that it is kept under.
pub(super) fn of(byline: Option<&str>, text: &str) -> Option<String> {
    let found = byline.and_then(in_byline).or_else(|| in_text(text));
    found.map(ToOwned::to_owned)
}

fn in_byline(byline: &str) -> Option<&'static str> {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric() && c != '-')
            .filter(|word| !word.is_empty())
            .map(Into::into)
            .collect()
    };
    let said = words(byline);
    find(|name| {
        let name = words(name);
        said.windows(name.len()).any(|part| part == name)
    })
}

/// Between the marks that datelines put around it: `(AFP)`, `/ТАСС/`, `— РИА Новости.`
fn in_text(text: &str) -> Option<&'static str> {
    let head: String = text.chars().take(HEAD).collect();
    let foot = text.char_indices().rev().nth(FOOT - 1).map_or(0, |(at, _)| at);
    let foot = text.get(foot..).unwrap_or_default();
    let between = |place: &str, name: &str| {
        [('(', ')'), ('/', '/'), ('[', ']')]
            .iter()
            .any(|(open, close)| place.contains(&format!("{open}{name}{close}")))
    };
    find(|name| {
        let dashed = ["- ", "– ", "— "].iter().any(|dash| head.contains(&format!("{dash}{name}.")));
        between(&head, name) || between(foot, name) || dashed
    })
}

/// The longest name that is there, so that Interfax-Ukraine is not Interfax.
fn find(is_there: impl Fn(&str) -> bool) -> Option<&'static str> {
    let names = AGENCIES.iter().flat_map(|(kept, names)| names.iter().map(move |name| (*kept, *name)));
    names.filter(|(_, name)| is_there(name)).max_by_key(|(_, name)| name.len()).map(|(kept, _)| kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_are_found_in_bylines_and_datelines_and_not_in_prose() {
        assert_eq!(of(Some("By Jane Doe, Reuters"), "").as_deref(), Some("Reuters"));
        assert_eq!(of(Some("Interfax-Ukraine"), "").as_deref(), Some("Interfax-Ukraine"));
        assert_eq!(of(None, "BRUSSELS (AFP) - The envoy left.").as_deref(), Some("AFP"));
        assert_eq!(of(None, "МОСКВА, 5 апреля. /ТАСС/. Посол уехал.").as_deref(), Some("TASS"));
        assert_eq!(of(None, "МОСКВА, 5 апр — РИА Новости. Посол уехал.").as_deref(), Some("RIA Novosti"));
        assert_eq!(of(None, "The envoy told Reuters that he would leave."), None);
        assert_eq!(of(Some("Apia Desk"), "An app for all."), None);
    }
}
