//! The pages, by language; each begins with its title.

const ENGLISH: [&str; 6] = [
    include_str!("../../../assets/help/en/first-steps.md"),
    include_str!("../../../assets/help/en/timeline.md"),
    include_str!("../../../assets/help/en/articles.md"),
    include_str!("../../../assets/help/en/review.md"),
    include_str!("../../../assets/help/en/pictures.md"),
    include_str!("../../../assets/help/en/privacy.md"),
];

const UKRAINIAN: [&str; 6] = [
    include_str!("../../../assets/help/uk/first-steps.md"),
    include_str!("../../../assets/help/uk/timeline.md"),
    include_str!("../../../assets/help/uk/articles.md"),
    include_str!("../../../assets/help/uk/review.md"),
    include_str!("../../../assets/help/uk/pictures.md"),
    include_str!("../../../assets/help/uk/privacy.md"),
];

/// The pages of a language, else those in English.
#[must_use]
pub fn of(language: &str) -> &'static [&'static str] {
    if language == "uk" { &UKRAINIAN } else { &ENGLISH }
}

/// What a page is about.
#[must_use]
pub fn title(page: &str) -> &str {
    page.lines().next().unwrap_or_default().trim_start_matches("# ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_a_title_and_the_same_parts_in_each_language() {
        for (english, other) in ENGLISH.iter().zip(UKRAINIAN) {
            assert!(english.starts_with("# ") && other.starts_with("# "), "{}", title(english));
            let parts = |page: &str| page.lines().filter(|line| line.starts_with("## ")).count();
            assert_eq!(parts(english), parts(other), "{}", title(english));
        }
    }
}
