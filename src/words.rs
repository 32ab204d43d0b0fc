//! What is said in a language: pictures, notices and errors speak the words of `assets/words`.
//!
//! Deliberately absent: the locale. Pictures speak English until a view or `--language` says otherwise.

mod manners;

pub(crate) use manners::language_of;
pub use manners::{Manners, Thousands};

use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::model::{Arg, Sentence, Words, gazetteer};

/// The languages that have words, by their BCP 47 tags, with the texts.
const LANGUAGES: [(&str, &str); 2] =
    [("en", include_str!("../assets/words/en.ftl")), ("uk", include_str!("../assets/words/uk.ftl"))];

/// A space that does not break and is narrower than one between words.
const THIN: char = '\u{202f}';

/// One language's words, read by Fluent.
pub struct FluentWords {
    language: &'static str,
    /// Of the user's region; `None`: the language's own.
    manners: Option<Manners>,
    /// How a number is written.
    parted: fn(u64) -> String,
    bundle: FluentBundle<FluentResource>,
}

impl FluentWords {
    /// The words of a language, or `None` where the program has none; `en-GB` finds `en`.
    #[must_use]
    pub fn of(language: &str) -> Option<Self> {
        let wanted = Self::language_for(language)?;
        let (code, text) = LANGUAGES.into_iter().find(|(code, ..)| *code == wanted)?;
        Some(Self::read(code, text))
    }

    /// English, in which every key has its words.
    #[must_use]
    pub fn english() -> Self {
        let [(code, text), ..] = LANGUAGES;
        Self::read(code, text)
    }

    /// The language that has words for a tag: `en` for `en-GB`.
    #[must_use]
    pub fn language_for(tag: &str) -> Option<&'static str> {
        let wanted = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Self::languages().into_iter().find(|code| *code == wanted)
    }

    /// The tags of all languages that have words.
    #[must_use]
    pub fn languages() -> Vec<&'static str> {
        LANGUAGES.iter().map(|(code, ..)| *code).collect()
    }

    /// Which language this is.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The same, with numbers, days and times as a region writes them.
    #[must_use]
    pub fn with(mut self, manners: Option<Manners>) -> Self {
        self.manners = manners;
        // A formatter can't be told anything: there is one for each way to part thousands.
        let own = if self.language == "en" { Thousands::Comma } else { Thousands::Space };
        let thousands = manners.map_or(own, |manners| manners.thousands);
        self.parted = match thousands {
            Thousands::Comma => by_comma,
            Thousands::Space => by_space,
            Thousands::Point => by_point,
            Thousands::Apostrophe => by_apostrophe,
            Thousands::Lakhs => by_lakhs,
        };
        self.bundle.set_formatter(Some(match thousands {
            Thousands::Comma => |value, _| number_of(value).map(by_comma),
            Thousands::Space => |value, _| number_of(value).map(by_space),
            Thousands::Point => |value, _| number_of(value).map(by_point),
            Thousands::Apostrophe => |value, _| number_of(value).map(by_apostrophe),
            Thousands::Lakhs => |value, _| number_of(value).map(by_lakhs),
        }));
        self
    }

    /// The manners that it was given.
    #[must_use]
    pub fn manners(&self) -> Option<Manners> {
        self.manners
    }

    /// The key of a date as the region writes it. English alone is written both ways.
    fn as_written<'k>(&self, key: &'k str) -> &'k str {
        match key {
            "date-day" if self.is_american() => "date-day-month-first",
            "date-month-day" if self.is_american() => "date-month-day-month-first",
            _ => key,
        }
    }

    fn is_american(&self) -> bool {
        self.language == "en" && self.manners.is_some_and(|manners| manners.month_first)
    }

    fn read(language: &'static str, text: &str) -> Self {
        // A tag that cannot be read gives the root language's plurals.
        let tag: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Marks of direction around what is put in would be drawn as boxes, and break searches in SVG and PDF.
        bundle.set_use_isolating(false);
        // A broken line leaves the others standing, and a test holds that none is.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(whole, _)| whole);
        // What a language lacks it says in English, which has every key.
        let [(first, english), ..] = LANGUAGES;
        if language != first {
            let english = FluentResource::try_new(english.to_owned()).unwrap_or_else(|(whole, _)| whole);
            bundle.add_resource_overriding(english);
        }
        bundle.add_resource_overriding(resource);
        Self { language, manners: None, parted: by_comma, bundle }.with(None)
    }
}

/// What a sentence says in English: the command line's language, and that of errors.
#[must_use]
pub fn in_english(sentence: &Sentence) -> String {
    static ENGLISH: LazyLock<FluentWords> = LazyLock::new(FluentWords::english);
    sentence.spoken(&*ENGLISH)
}

impl Words for FluentWords {
    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(self.as_written(key)).and_then(|message| message.value())
        else {
            log::warn!("no words for {key}");
            return key.to_owned();
        };
        let mut given = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => given.set(*name, FluentValue::String((*text).into())),
                Arg::Number(number) => given.set(*name, FluentValue::from(*number)),
            }
        }
        self.bundle.format_pattern(pattern, Some(&given), &mut Vec::new()).into_owned()
    }

    fn number(&self, number: u64) -> String {
        (self.parted)(number)
    }

    fn place(&self, code: &str) -> Option<String> {
        if self.language == "en" {
            return None;
        }
        if gazetteer::is_body(code) {
            return Some(self.word(&format!("body-{code}")));
        }
        gazetteer::name_in(self.language, code).map(str::to_owned)
    }

    fn short_place(&self, code: &str) -> Option<String> {
        let is_wanted = self.language != "en" && gazetteer::short_name(code).is_some();
        is_wanted.then(|| self.word(&format!("short-{code}")))
    }

    fn clock(&self, hour: u8, minute: u8) -> String {
        if self.language != "en" || !self.manners.is_some_and(|manners| manners.twelve_hours) {
            return format!("{hour:02}:{minute:02}");
        }
        let (of_twelve, half) = (hour % 12, if hour < 12 { "am" } else { "pm" });
        format!("{}:{minute:02} {half}", if of_twelve == 0 { 12 } else { of_twelve })
    }
}

impl fmt::Debug for FluentWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FluentWords").field("language", &self.language).finish_non_exhaustive()
    }
}

fn number_of(value: &FluentValue<'_>) -> Option<u64> {
    match value {
        FluentValue::Number(number) => Some(number.value as u64),
        _ => None,
    }
}

fn by_comma(number: u64) -> String {
    grouped(number, ',')
}

fn by_point(number: u64) -> String {
    grouped(number, '.')
}

fn by_apostrophe(number: u64) -> String {
    grouped(number, '’')
}

/// "1234", "12 345": four digits stand together.
fn by_space(number: u64) -> String {
    if number < 10_000 { number.to_string() } else { grouped(number, THIN) }
}

/// "12,34,567".
fn by_lakhs(number: u64) -> String {
    let (most, last) = (number / 1_000, number % 1_000);
    if most == 0 {
        return last.to_string();
    }
    let mut said = Vec::new();
    let mut rest = most;
    while rest >= 100 {
        said.push(format!("{:02}", rest % 100));
        rest /= 100;
    }
    said.push(rest.to_string());
    said.reverse();
    format!("{},{last:03}", said.join(","))
}

fn grouped(number: u64, mark: char) -> String {
    let digits = number.to_string();
    let mut said = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            said.push(mark);
        }
        said.push(digit);
    }
    said
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::model::{LinkType, OTHER, Role, STANDARD, Status, When, spoken_date};

    #[test]
    fn every_kind_status_role_family_and_link_has_words() {
        let words = FluentWords::english();
        let kinds = STANDARD.iter().map(|(code, ..)| *code).chain([OTHER]).map(|code| format!("kind-{code}"));
        let families = STANDARD.iter().map(|(_, family, _)| format!("family-{family}"));
        let statuses = Status::ALL.iter().map(|status| format!("status-{}", status.code()));
        let roles = Role::ALL.iter().map(|role| format!("role-{}", role.code()));
        let links = LinkType::ALL.iter().map(|link| format!("link-{}", link.code()));
        for key in kinds.chain(families).chain(statuses).chain(roles).chain(links) {
            assert_ne!(words.word(&key), key);
        }
    }

    #[test]
    fn every_place_has_its_name_and_its_shorter_one_in_every_language() {
        for language in FluentWords::languages().into_iter().filter(|language| *language != "en") {
            let words = FluentWords::of(language).expect("words");
            for code in gazetteer::codes().filter(|code| !["SU", "YU", "CS", "DD"].contains(code)) {
                let name = words.place(code).unwrap_or_default();
                assert!(!name.is_empty() && !name.starts_with("body-"), "{language}: {code} is {name:?}");
                let short = words.short_place(code);
                assert_eq!(short.is_some(), gazetteer::short_name(code).is_some(), "{language}: {code}");
                assert!(short.is_none_or(|short| !short.starts_with("short-")), "{language}: {code}");
            }
            assert_eq!(words.place("post:serbia"), None);
        }
        assert_eq!(FluentWords::english().place("BE"), None, "English has the gazetteer");
    }

    #[test]
    fn no_line_of_a_language_is_broken_and_no_key_stands_twice() {
        for (code, text) in LANGUAGES {
            let resource = FluentResource::try_new(text.to_owned());
            let resource = resource.unwrap_or_else(|(_, errors)| panic!("{code}: {errors:?}"));
            let mut bundle = FluentBundle::new_concurrent(vec![code.parse().expect("a tag")]);
            bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{code}: {errors:?}"));
        }
    }

    /// Keys of a language, each with the names of what is put in.
    fn keys(text: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut keys: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut last = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) =
                line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                last = key;
            }
            let named = line.split("{ $").skip(1).filter_map(|rest| rest.split_whitespace().next());
            keys.entry(last).or_default().extend(named);
        }
        keys
    }

    #[test]
    fn every_language_has_every_key_and_puts_nothing_else_in() {
        let english = keys(LANGUAGES[0].1);
        assert!(english.len() > 500, "{} keys", english.len());
        for (code, text) in LANGUAGES {
            let theirs = keys(text);
            let missing: Vec<_> = english.keys().filter(|key| !theirs.contains_key(*key)).collect();
            let unknown: Vec<_> = theirs.keys().filter(|key| !english.contains_key(*key)).collect();
            assert!(
                missing.is_empty() && unknown.is_empty(),
                "{code}: missing {missing:?}, unknown {unknown:?}"
            );
            for (key, args) in theirs {
                let known = &english[key];
                assert!(args.is_subset(known), "{code}: {key} puts in {args:?}, English {known:?}");
            }
        }
    }

    #[test]
    fn ukrainian_has_its_own_plurals_months_and_thousands() {
        let words = FluentWords::of("uk-UA").expect("Ukrainian");
        let sources = |n| words.say("sources", &[("n", Arg::Number(n))]);
        let said = [0, 1, 3, 5, 21, 12_345].map(sources);
        let expected =
            ["без джерел", "1 джерело", "3 джерела", "5 джерел", "21 джерело", "12\u{202f}345 джерел"];
        assert_eq!(said, expected);
        let day = When::parse("2022-04-05").expect("a date");
        assert_eq!(spoken_date(&day, false, &words), "5 квітня 2022");
        let month = When::parse("2022-04").expect("a date");
        assert_eq!(spoken_date(&month, false, &words), "квітень 2022");
    }

    #[test]
    fn numbers_choose_the_plural_and_are_grouped() {
        let words = FluentWords::english();
        let sources = |n| words.say("sources", &[("n", Arg::Number(n))]);
        assert_eq!(
            [sources(0), sources(1), sources(1_234_567)],
            ["no source", "1 source", "1,234,567 sources"]
        );
        assert_eq!(words.number(1_234_567), "1,234,567");
        assert_eq!(FluentWords::of("uk").expect("it is there").number(1_234_567), "1\u{202f}234\u{202f}567");
    }

    #[test]
    fn a_region_writes_numbers_days_and_times_in_its_own_way() {
        let manners = |thousands, is_american| Manners {
            thousands,
            month_first: is_american,
            twelve_hours: is_american,
        };
        let day = When::parse("2022-04-05T14:05").expect("a date");
        let noon = When::parse("2022-04-05T00:30").expect("a date");
        let american = FluentWords::english().with(Some(manners(Thousands::Comma, true)));
        assert_eq!(spoken_date(&day, false, &american), "April 5, 2022, 2:05 pm");
        assert_eq!(spoken_date(&noon, false, &american), "April 5, 2022, 12:30 am");
        // Other languages have one order and one clock.
        let ukrainian =
            FluentWords::of("uk").expect("it is there").with(Some(manners(Thousands::Comma, true)));
        assert_eq!(spoken_date(&day, false, &ukrainian), "5 квітня 2022, 14:05");
        let sources = |thousands, n| {
            let words = FluentWords::english().with(Some(manners(thousands, false)));
            words.say("sources", &[("n", Arg::Number(n))])
        };
        assert_eq!(sources(Thousands::Point, 12_345), "12.345 sources");
        assert_eq!(sources(Thousands::Apostrophe, 1_234_567), "1’234’567 sources");
        assert_eq!(sources(Thousands::Space, 1_234), "1234 sources");
        let lakhs = [999, 1_000, 99_999, 100_000, 12_345_678].map(|n| sources(Thousands::Lakhs, n));
        let expected = ["999", "1,000", "99,999", "1,00,000", "1,23,45,678"].map(|n| format!("{n} sources"));
        assert_eq!(lakhs, expected);
        assert_eq!(
            FluentWords::english().with(Some(manners(Thousands::Lakhs, false))).number(123_456),
            "1,23,456"
        );
    }

    #[test]
    fn a_missing_key_shows_as_itself_and_a_missing_language_is_none() {
        assert_eq!(FluentWords::english().word("no-such-key"), "no-such-key");
        assert_eq!(FluentWords::of("en-GB").map(|words| words.language()), Some("en"));
        assert!(FluentWords::of("tlh").is_none());
    }

    #[test]
    fn dates_are_spoken_without_marks_of_direction() {
        let words = FluentWords::english();
        for (date, within, said) in [
            ("2022-04-05", false, "5 April 2022"),
            ("2025-03~", false, "about March 2025"),
            ("2022-03-29/2022-04-07", false, "29 March 2022 to 7 April 2022"),
            ("2022-03-29/2022-04-07", true, "between 29 March 2022 and 7 April 2022"),
            ("2024-11/..", false, "since November 2024"),
            ("2024-11/", false, "from November 2024, end not known"),
            ("/2024-12-06", false, "by 6 December 2024"),
            ("2022-04-05T14:30+02:00", false, "5 April 2022, 14:30"),
            ("2022-34", false, "second quarter of 2022"),
            ("2022-21", false, "spring 2022"),
            ("199X", false, "the 1990s"),
            ("2022?", false, "perhaps 2022"),
        ] {
            let when = When::parse(date).unwrap_or_else(|error| panic!("{date}: {error}"));
            assert_eq!(spoken_date(&when, within, &words), said, "{date}");
        }
    }
}
