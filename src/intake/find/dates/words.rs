//! `DateWords`: the words about time of one language, from the table `[dates]` of its lexicon.
//!
//! An entry is a word or a phrase, in small letters. `word*` stands for all words that begin so, `*word` for all that
//! end so. `assets/lexicon/README.md` tells newsrooms what each key means.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::super::{Beginning, Beginnings};
use super::holidays;
use super::keys::KEYS;
use super::sense::Sense;
use super::token::{self, fold};

/// Most letters by which a word may outrun `word*`: endings are short, and "Montagnachmittag" is Monday.
const LONGEST_ENDING: usize = 10;

/// Most letters of a stem or ending that is looked up.
const LONGEST_STEM: usize = 20;

/// Which number comes first in `8/1/2012`, where the text has no evidence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum DayOrder {
    #[default]
    #[serde(rename = "day first")]
    DayFirst,
    #[serde(rename = "month first")]
    MonthFirst,
}

type List = Vec<String>;
type Lists = BTreeMap<String, List>;
type NumberSense = fn(i64) -> Sense;

/// The table `[dates]` as it stands in a lexicon's file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(try_from = "Sections")]
pub struct DateTable(Sections);

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Sections {
    order: DayOrder,
    /// Months and weekdays are written with a capital.
    capitals: bool,
    /// Letters with an apostrophe that are cut off before a word ("l'") or after it ("'s").
    elisions: List,
    endings: List,
    months: Vec<List>,
    short_months: Vec<List>,
    weekdays: Vec<List>,
    short_weekdays: Vec<List>,
    seasons: Lists,
    numbers: Lists,
    ordinals: Lists,
    ordinal_endings: List,
    units: Lists,
    days: Lists,
    years: Lists,
    told_days: Lists,
    shifts: Lists,
    told: Lists,
    parts: Lists,
    edges: Lists,
    links: Lists,
    clock: Lists,
    letters: Lists,
    decades: Lists,
    eras: Lists,
    holidays: Lists,
    tense: Lists,
    counted: List,
    measures: List,
    wary: List,
}

/// Words about time in one language, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub struct DateWords {
    pub(super) order: DayOrder,
    pub(super) elisions: List,
    pub(super) endings: List,
    pub(super) capitals: bool,
    /// Whether the language has words like "the".
    pub(super) articles: bool,
    whole: FxHashMap<String, Vec<Sense>>,
    starts: Stems,
    ends: Stems,
    /// By their first word, the longest first.
    phrases: FxHashMap<String, Vec<(List, Vec<Sense>)>>,
    /// How phrases begin.
    firsts: Beginnings,
}

/// Beginnings or endings of words, and the lengths that they have, the longest first.
#[derive(Debug, Clone, Default)]
struct Stems {
    senses: FxHashMap<String, Vec<Sense>>,
    lengths: Vec<usize>,
    beginnings: Beginnings,
}

impl Stems {
    fn add(&mut self, stem: &str, sense: Sense) {
        self.beginnings.add(stem, true);
        let at = self.lengths.partition_point(|length| *length > stem.len());
        if self.lengths.get(at) != Some(&stem.len()) {
            self.lengths.insert(at, stem.len());
        }
        self.senses.entry(stem.to_owned()).or_default().push(sense);
    }
}

impl TryFrom<Sections> for DateTable {
    type Error = String;

    /// Refuses a key that nothing reads, so that no list of a newsroom is silently left out.
    fn try_from(sections: Sections) -> Result<Self, String> {
        for (section, lists) in sections.named() {
            let known: Vec<&str> =
                KEYS.iter().filter(|(of, ..)| *of == section).map(|(_, key, _)| *key).collect();
            if let Some(key) = lists.keys().find(|key| !known.contains(&key.as_str())) {
                return Err(format!("dates.{section} has no {key:?}; it has {}", known.join(", ")));
            }
        }
        for (section, lists, _) in sections.numbered() {
            if let Some(key) = lists.keys().find(|key| key.parse::<i64>().is_err()) {
                return Err(format!("dates.{section} has whole numbers for keys, and {key:?} is none"));
            }
        }
        match sections.holidays.keys().find(|rule| holidays::read(rule).is_none()) {
            Some(rule) => Err(format!(
                "dates.holidays does not know the day {rule:?}; write it like 12-25, easter-2 or nov thu 4"
            )),
            None => Ok(Self(sections)),
        }
    }
}

impl Sections {
    /// The sections whose keys are words.
    fn named(&self) -> [(&'static str, &Lists); 11] {
        [
            ("seasons", &self.seasons),
            ("units", &self.units),
            ("shifts", &self.shifts),
            ("told", &self.told),
            ("parts", &self.parts),
            ("edges", &self.edges),
            ("links", &self.links),
            ("clock", &self.clock),
            ("letters", &self.letters),
            ("eras", &self.eras),
            ("tense", &self.tense),
        ]
    }

    /// The sections whose keys are numbers.
    fn numbered(&self) -> [(&'static str, &Lists, NumberSense); 6] {
        [
            ("numbers", &self.numbers, Sense::Number),
            ("ordinals", &self.ordinals, Sense::Ordinal),
            ("days", &self.days, Sense::Day),
            ("years", &self.years, Sense::Year),
            ("told_days", &self.told_days, Sense::ToldDay),
            ("decades", &self.decades, Sense::Decade),
        ]
    }
}

impl DateWords {
    /// From the table `[dates]` of a lexicon.
    #[must_use]
    pub fn of(table: &DateTable) -> Self {
        let DateTable(table) = table;
        let list = |words: &[String]| words.iter().map(|word| fold(word).into_owned()).collect();
        let mut words = Self {
            order: table.order,
            capitals: table.capitals,
            elisions: list(&table.elisions),
            endings: list(&table.endings),
            articles: table.links.get("the").is_some_and(|articles| !articles.is_empty()),
            ..Self::default()
        };
        words.take_months_and_weekdays(table);
        for (section, lists) in table.named() {
            for (_, key, sense) in KEYS.iter().filter(|(of, ..)| *of == section) {
                words.add_all(lists.get(*key).map_or(&[], Vec::as_slice), *sense);
            }
        }
        for (_, lists, sense) in table.numbered() {
            for (number, list) in lists {
                if let Ok(number) = number.parse() {
                    words.add_all(list, sense(number));
                }
            }
        }
        for (rule, list) in &table.holidays {
            if let Some(feast) = holidays::read(rule) {
                words.add_all(list, Sense::Feast(feast));
            }
        }
        for (list, sense) in [
            (&table.ordinal_endings, Sense::OrdinalEnding),
            (&table.counted, Sense::Counted),
            (&table.measures, Sense::Measure),
            (&table.wary, Sense::Wary),
        ] {
            words.add_all(list, sense);
        }
        words
    }

    fn take_months_and_weekdays(&mut self, table: &Sections) {
        // A newsroom's own lists stand behind the twelve, or seven, that are built in.
        for (lists, short) in [(&table.months, false), (&table.short_months, true)] {
            for (list, month) in lists.iter().zip((1..=12).cycle()) {
                self.add_all(list, Sense::Month(month));
                if short {
                    self.add_all(list, Sense::Short);
                }
            }
        }
        for (lists, short) in [(&table.weekdays, false), (&table.short_weekdays, true)] {
            for (list, weekday) in lists.iter().zip((0..7).cycle()) {
                self.add_all(list, Sense::Weekday(weekday));
                if short {
                    self.add_all(list, Sense::Short);
                }
            }
        }
    }

    fn add_all(&mut self, list: &[String], sense: Sense) {
        for entry in list {
            self.add(entry, sense);
        }
    }

    fn add(&mut self, entry: &str, sense: Sense) {
        let entry = fold(entry);
        if let Some(stem) = entry.strip_suffix('*') {
            self.starts.add(stem, sense);
            return;
        }
        if let Some(ending) = entry.strip_prefix('*') {
            self.ends.add(ending, sense);
            return;
        }
        let mut parts = token::words_of(&entry, self);
        let cut_off = self.elisions.iter().chain(&self.endings).any(|cut| *cut == entry);
        if parts.len() < 2 || cut_off {
            self.whole.entry(entry.into_owned()).or_default().push(sense);
            return;
        }
        let first = parts.remove(0);
        self.firsts.add(&first, false);
        let phrases = self.phrases.entry(first).or_default();
        if let Some((_, senses)) = phrases.iter_mut().find(|(rest, _)| *rest == parts) {
            senses.push(sense);
        } else {
            let at = phrases.partition_point(|(rest, _)| rest.len() >= parts.len());
            phrases.insert(at, (parts, vec![sense]));
        }
    }

    /// The phrases that begin with a word: what follows it, and their senses.
    pub(super) fn phrases(&self, first: &str, beginning: Beginning) -> &[(List, Vec<Sense>)] {
        let phrases = if self.firsts.may_hold(beginning) { self.phrases.get(first) } else { None };
        phrases.map_or(&[], Vec::as_slice)
    }

    /// What a word can mean: as it stands, else by its beginning, else by its endings.
    pub(super) fn senses(&self, word: &str, beginning: Beginning) -> Cow<'_, [Sense]> {
        if let Some(senses) = self.whole.get(word).or_else(|| self.by_start(word, beginning)) {
            return Cow::Borrowed(senses);
        }
        let mut senses = Vec::new();
        for length in self.ends.lengths.iter().rev() {
            let at = word.len().checked_sub(*length).filter(|at| *at > 0);
            let ending = at.and_then(|at| word.get(at..));
            let ending = ending.filter(|ending| ending.chars().count() <= LONGEST_STEM);
            senses.extend(ending.and_then(|ending| self.ends.senses.get(ending)).into_iter().flatten());
        }
        Cow::Owned(senses)
    }

    /// The senses of the longest beginning that is known.
    fn by_start(&self, word: &str, beginning: Beginning) -> Option<&Vec<Sense>> {
        if !self.starts.beginnings.may_hold(beginning) {
            return None;
        }
        self.starts.lengths.iter().find_map(|length| {
            let (start, rest) = word.split_at_checked(*length)?;
            let fits = rest.is_empty() || *length > 2 && rest.chars().count() <= LONGEST_ENDING;
            if fits { self.starts.senses.get(start) } else { None }
        })
    }
}
