//! How the people of a region write numbers, days and times of day: it goes by the region of the user's locale, and not by
//! the language that the window speaks. Pictures go by their language alone, so that they are the same on every machine.
//!
//! After CLDR 46: the separator of thousands, whether the month comes before the day, and the clock of twelve hours.

/// What stands between thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thousands {
    /// 12,345
    Comma,
    /// 12.345
    Point,
    /// 12 345, by a narrow space; four digits stand together.
    Space,
    /// 12’345
    Apostrophe,
    /// 12,34,567: after the first thousand by hundreds.
    Lakhs,
}

/// The manners of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manners {
    pub thousands: Thousands,
    /// "April 5, 2022", where the language allows both.
    pub month_first: bool,
    /// "2:30 pm", where the language allows both.
    pub twelve_hours: bool,
}

/// Regions that do otherwise than most who speak the language, before the language alone.
const THOUSANDS: [(&str, Thousands); 38] = [
    ("en-IN", Thousands::Lakhs),
    ("hi", Thousands::Lakhs),
    ("bn", Thousands::Lakhs),
    ("en-ZA", Thousands::Space),
    ("de-AT", Thousands::Space),
    ("de-CH", Thousands::Apostrophe),
    ("de-LI", Thousands::Apostrophe),
    ("it-CH", Thousands::Apostrophe),
    ("en-CH", Thousands::Apostrophe),
    ("es-MX", Thousands::Comma),
    ("es-US", Thousands::Comma),
    ("pt-PT", Thousands::Space),
    ("en", Thousands::Comma),
    ("ja", Thousands::Comma),
    ("zh", Thousands::Comma),
    ("ko", Thousands::Comma),
    ("he", Thousands::Comma),
    ("th", Thousands::Comma),
    ("de", Thousands::Point),
    ("es", Thousands::Point),
    ("it", Thousands::Point),
    ("nl", Thousands::Point),
    ("pt", Thousands::Point),
    ("tr", Thousands::Point),
    ("da", Thousands::Point),
    ("el", Thousands::Point),
    ("ro", Thousands::Point),
    ("sr", Thousands::Point),
    ("hr", Thousands::Point),
    ("uk", Thousands::Space),
    ("ru", Thousands::Space),
    ("be", Thousands::Space),
    ("fr", Thousands::Space),
    ("pl", Thousands::Space),
    ("cs", Thousands::Space),
    ("sv", Thousands::Space),
    ("fi", Thousands::Space),
    ("hu", Thousands::Space),
];

/// Where English is written with the month first.
const MONTH_FIRST: [&str; 4] = ["en-US", "en-PH", "en-GU", "en-PR"];
/// Where English tells the time by twelve hours.
const TWELVE_HOURS: [&str; 8] = ["en-US", "en-PH", "en-CA", "en-AU", "en-NZ", "en-IN", "en-GU", "en-PR"];

impl Manners {
    /// By the variables of a POSIX locale, as `setlocale` reads them: `LC_ALL` before the one for numbers or for times,
    /// before `LANG`. `None` where they name no region that is known, and the language's own manners hold.
    #[must_use]
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let first = |own: &str| {
            let set = |name: &&str| variable(name).filter(|value| !value.is_empty());
            ["LC_ALL", own, "LANG"].iter().find_map(set).and_then(|locale| language_of(&locale))
        };
        let (numbers, times) = (first("LC_NUMERIC"), first("LC_TIME"));
        let thousands = numbers.as_deref().and_then(thousands);
        let is_one_of = |regions: &[&str]| times.as_deref().is_some_and(|tag| regions.contains(&tag));
        let (month_first, twelve_hours) = (is_one_of(&MONTH_FIRST), is_one_of(&TWELVE_HOURS));
        if thousands.is_none() && !month_first && !twelve_hours {
            return None;
        }
        Some(Self { thousands: thousands.unwrap_or(Thousands::Comma), month_first, twelve_hours })
    }
}

/// The BCP 47 tag of a POSIX locale; `None` of the one that is no people's.
pub(crate) fn language_of(locale: &str) -> Option<String> {
    let tag = locale.split(['.', '@']).next()?.replace('_', "-");
    (!matches!(tag.as_str(), "" | "C" | "POSIX")).then_some(tag)
}

fn thousands(tag: &str) -> Option<Thousands> {
    let of = |tag: &str| THOUSANDS.iter().find(|(known, _)| *known == tag).map(|(_, thousands)| *thousands);
    of(tag).or_else(|| of(tag.split('-').next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(set: &[(&str, &str)]) -> Option<Manners> {
        Manners::of(|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn a_locale_gives_its_language() {
        assert_eq!(language_of("uk_UA.UTF-8").as_deref(), Some("uk-UA"));
        assert_eq!(language_of("sr_RS@latin").as_deref(), Some("sr-RS"));
        assert_eq!(language_of("C.UTF-8"), None);
    }

    #[test]
    fn the_region_of_the_locale_chooses_and_lc_all_comes_first() {
        let american = Manners { thousands: Thousands::Comma, month_first: true, twelve_hours: true };
        assert_eq!(by(&[("LANG", "en_US.UTF-8")]), Some(american));
        assert_eq!(by(&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "en_US")]), Some(american));
        let mixed = by(&[("LANG", "en_US.UTF-8"), ("LC_TIME", "en_GB.UTF-8"), ("LC_NUMERIC", "de_CH.UTF-8")]);
        let expected = Manners { thousands: Thousands::Apostrophe, month_first: false, twelve_hours: false };
        assert_eq!(mixed, Some(expected));
        let numbers = |locale: &str| by(&[("LANG", locale)]).map(|manners| manners.thousands);
        for (locale, expected) in [
            ("de_DE.UTF-8", Thousands::Point),
            ("de_AT.UTF-8", Thousands::Space),
            ("en_IN", Thousands::Lakhs),
            ("en_GB.UTF-8", Thousands::Comma),
            ("uk_UA.UTF-8", Thousands::Space),
            ("sr_RS@latin", Thousands::Point),
            ("pt_BR.UTF-8", Thousands::Point),
            ("pt_PT.UTF-8", Thousands::Space),
        ] {
            assert_eq!(numbers(locale), Some(expected), "{locale}");
        }
    }

    #[test]
    fn c_posix_nothing_and_what_is_not_known_leave_it_to_the_language() {
        for locale in ["C", "POSIX", "C.UTF-8", "", "tlh_QO.UTF-8", "nonsense", "_", ".UTF-8", "@"] {
            assert_eq!(by(&[("LANG", locale)]), None, "{locale:?}");
        }
        assert_eq!(by(&[]), None);
        // As setlocale has it: an empty LC_ALL is none, and C is one.
        assert!(by(&[("LC_ALL", ""), ("LANG", "de_DE")]).is_some());
        assert_eq!(by(&[("LC_ALL", "C"), ("LANG", "de_DE")]), None);
    }
}
