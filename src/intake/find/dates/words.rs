//! `DateWords`: the words about time of one language, from the table `[dates]` of its lexicon.
//!
//! An entry is a word or a phrase, in small letters. `word*` stands for all words that begin so, `*word` for all that
//! end so. `assets/lexicon/README.md` tells newsrooms what each key means.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::holidays;
use super::sense::{DayPart, Edge, Sense, Unit};
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
type NumberSense = fn(i64) -> Sense;

/// The table `[dates]` as it stands in a lexicon's file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DateTable {
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
    seasons: BTreeMap<String, List>,
    numbers: BTreeMap<String, List>,
    ordinals: BTreeMap<String, List>,
    ordinal_endings: List,
    units: BTreeMap<String, List>,
    days: BTreeMap<String, List>,
    years: BTreeMap<String, List>,
    told_days: BTreeMap<String, List>,
    shifts: BTreeMap<String, List>,
    told: BTreeMap<String, List>,
    parts: BTreeMap<String, List>,
    edges: BTreeMap<String, List>,
    links: BTreeMap<String, List>,
    clock: BTreeMap<String, List>,
    letters: BTreeMap<String, List>,
    decades: BTreeMap<String, List>,
    eras: BTreeMap<String, List>,
    holidays: BTreeMap<String, List>,
    tense: BTreeMap<String, List>,
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
    whole: HashMap<String, Vec<Sense>>,
    starts: HashMap<String, Vec<Sense>>,
    ends: HashMap<String, Vec<Sense>>,
    /// By their first word, the longest first.
    phrases: HashMap<String, Vec<(List, Vec<Sense>)>>,
}

/// Keys of the tables of words, with what their words mean.
const UNITS: [(&str, Unit); 13] = [
    ("hour", Unit::Hour),
    ("day", Unit::Day),
    ("workday", Unit::Workday),
    ("weekend", Unit::Weekend),
    ("week", Unit::Week),
    ("fortnight", Unit::Fortnight),
    ("month", Unit::Month),
    ("season", Unit::Season),
    ("quarter", Unit::Quarter),
    ("half", Unit::Half),
    ("year", Unit::Year),
    ("decade", Unit::Decade),
    ("century", Unit::Century),
];

const LINKS: [(&str, Sense); 24] = [
    ("ago", Sense::Ago),
    ("ago_first", Sense::AgoFirst),
    ("in_first", Sense::InFirst),
    ("later", Sense::Later),
    ("sooner", Sense::Sooner),
    ("into", Sense::Into),
    ("before", Sense::Before),
    ("after", Sense::After),
    ("since", Sense::Since),
    ("until", Sense::Until),
    ("from", Sense::From),
    ("to", Sense::To),
    ("between", Sense::Between),
    ("and", Sense::And),
    ("of", Sense::Of),
    ("the", Sense::The),
    ("on", Sense::On),
    ("about", Sense::About),
    ("rest", Sense::Rest),
    ("gone", Sense::Gone),
    ("every", Sense::Every),
    ("owner", Sense::Owner),
    ("by", Sense::By),
    ("idiom", Sense::Idiom),
];

const OTHERS: [(&str, Sense); 13] = [
    ("at", Sense::At),
    ("morning_half", Sense::Half(0)),
    ("evening_half", Sense::Half(12)),
    ("oclock", Sense::Oclock),
    ("utc", Sense::Utc),
    ("decade", Sense::DecadeEnding),
    ("quarter", Sense::QuarterLetter),
    ("half", Sense::HalfLetter),
    ("past", Sense::Past),
    ("past_form", Sense::PastForm),
    ("auxiliary", Sense::Auxiliary),
    ("future", Sense::Future),
    ("now", Sense::Now),
];

impl DateWords {
    /// From the table `[dates]` of a lexicon.
    #[must_use]
    pub fn of(table: &DateTable) -> Self {
        let mut words = Self {
            order: table.order,
            capitals: table.capitals,
            articles: !list_of(&table.links, "the").is_empty(),
            elisions: table.elisions.iter().map(|word| fold(word)).collect(),
            endings: table.endings.iter().map(|word| fold(word)).collect(),
            ..Self::default()
        };
        words.take_calendar(table);
        words.take_relations(table);
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

    /// Months, weekdays, seasons, eras, holidays.
    fn take_calendar(&mut self, table: &DateTable) {
        for (lists, short) in [(&table.months, false), (&table.short_months, true)] {
            // A newsroom's own lists stand behind the twelve that are built in.
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
        for (name, code) in [("spring", 21), ("summer", 22), ("autumn", 23), ("winter", 24)] {
            self.add_all(list_of(&table.seasons, name), Sense::Season(code));
        }
        for (name, sense) in
            [("before", Sense::BeforeChrist), ("after", Sense::AfterChrist), ("buddhist", Sense::BuddhistEra)]
        {
            self.add_all(list_of(&table.eras, name), sense);
        }
        for (year, list) in &table.decades {
            if let Ok(year) = year.parse() {
                self.add_all(list, Sense::Decade(year));
            }
        }
        for (rule, list) in &table.holidays {
            if let Some(feast) = holidays::read(rule) {
                self.add_all(list, Sense::Feast(feast));
            }
        }
    }

    /// What puts dates in relation to others.
    fn take_relations(&mut self, table: &DateTable) {
        for (name, unit) in UNITS {
            self.add_all(list_of(&table.units, name), Sense::Unit(unit));
        }
        for (name, sense) in LINKS {
            self.add_all(list_of(&table.links, name), sense);
        }
        for tables in [&table.clock, &table.letters, &table.tense] {
            for (name, sense) in OTHERS {
                self.add_all(list_of(tables, name), sense);
            }
        }
        for (name, edge) in [("early", Edge::Early), ("middle", Edge::Middle), ("late", Edge::Late)] {
            self.add_all(list_of(&table.edges, name), Sense::Edge(edge));
        }
        for (name, part) in [("day", DayPart::Day), ("night", DayPart::Night)] {
            self.add_all(list_of(&table.parts, name), Sense::Part(part));
        }
        self.add_all(list_of(&table.parts, "night_to"), Sense::NightTo);
        for (name, shift) in [("last", -1), ("this", 0), ("next", 1), ("coming", 2)] {
            self.add_all(list_of(&table.shifts, name), Sense::Shift(shift));
        }
        for (name, shift) in [("before", -1), ("same", 0), ("after", 1)] {
            self.add_all(list_of(&table.told, name), Sense::Told(shift));
        }
        self.add_all(list_of(&table.told, "itself"), Sense::ToldItself);
        self.add_all(list_of(&table.told, "since"), Sense::SinceTold);
        let tables: [(_, NumberSense); 5] = [
            (&table.numbers, Sense::Number),
            (&table.ordinals, Sense::Ordinal),
            (&table.days, Sense::Day),
            (&table.years, Sense::Year),
            (&table.told_days, Sense::ToldDay),
        ];
        for (lists, sense) in tables {
            for (number, list) in lists {
                if let Ok(number) = number.parse() {
                    self.add_all(list, sense(number));
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
            self.starts.entry(stem.to_owned()).or_default().push(sense);
            return;
        }
        if let Some(ending) = entry.strip_prefix('*') {
            self.ends.entry(ending.to_owned()).or_default().push(sense);
            return;
        }
        let mut parts = token::words_of(&entry, self);
        let cut_off = self.elisions.contains(&entry) || self.endings.contains(&entry);
        if parts.len() < 2 || cut_off {
            self.whole.entry(entry).or_default().push(sense);
            return;
        }
        let first = parts.remove(0);
        let phrases = self.phrases.entry(first).or_default();
        if let Some((_, senses)) = phrases.iter_mut().find(|(rest, _)| *rest == parts) {
            senses.push(sense);
        } else {
            let at = phrases.partition_point(|(rest, _)| rest.len() >= parts.len());
            phrases.insert(at, (parts, vec![sense]));
        }
    }

    /// The phrases that begin with a word: what follows it, and their senses.
    pub(super) fn phrases(&self, first: &str) -> &[(List, Vec<Sense>)] {
        self.phrases.get(first).map_or(&[], Vec::as_slice)
    }

    /// What a word can mean: as it stands, else by its beginning; and by its ending.
    pub(super) fn senses(&self, word: &str) -> Vec<Sense> {
        let mut senses = self.whole.get(word).cloned().unwrap_or_default();
        let bounds: Vec<usize> = word.char_indices().map(|(at, _)| at).skip(1).collect();
        if senses.is_empty() {
            let starts = bounds.iter().rev().take(LONGEST_ENDING).filter(|at| **at > 2);
            let found =
                std::iter::once(&word.len()).chain(starts).find_map(|at| self.starts.get(&word[..*at]));
            senses.extend(found.into_iter().flatten().copied());
        }
        if senses.is_empty() {
            let ends = bounds.iter().rev().take(LONGEST_STEM);
            senses.extend(ends.filter_map(|at| self.ends.get(&word[*at..])).flatten().copied());
        }
        senses
    }
}

fn list_of<'a>(table: &'a BTreeMap<String, List>, name: &str) -> &'a [String] {
    table.get(name).map_or(&[], Vec::as_slice)
}
