//! Days as they stand on a page for its readers: "Published 17 July 2024", "Bonn, 11.10.2021", "Опубликовано 5 апреля 2022".

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

use super::super::body::{Label, Page};
use super::{moment, months};
use crate::model::When;

/// Words of a line that may be a dateline.
const LONGEST: usize = 40;

/// A day with its month in words or digits; the parts are looked at afterwards.
const DAY: &str = r"(?x)
    (?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})
  | (?P<d2>\d{1,2})\s?[./-]\s?(?P<m2>\d{1,2})\s?[./-]\s?(?P<y2>\d{4}|\d{2})\b
  | (?P<y5>\d{4})\s?[年년]\s?(?P<m5>\d{1,2})\s?[月월]\s?(?P<d5>\d{1,2})\s?[日일]
  | (?P<d3>\d{1,2})(?:\.|st|nd|rd|th|er|º|-го)?[\s\u{a0}]*(?:de\s|of\s)?[\s\u{a0}-]*(?P<w3>[\p{L}\p{M}]{2,11})\.?,?[\s-](?:de\s|del\s)?(?P<y3>\d{4})
  | (?P<w4>[\p{L}\p{M}]{2,11})\.?\s(?P<d4>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<y4>\d{4})
  | (?P<y6>\d{4})\.?\s(?:m\.\s)?(?P<w6>[\p{L}\p{M}]{2,11})\.?\s(?P<d6>\d{1,2})\b";

static FINDER: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(DAY).ok());

/// Words of a line that says when it was changed, not when it was published.
const CHANGED: [&str; 16] = [
    "updat",
    "modif",
    "aktualis",
    "chang",
    "mis à jour",
    "actualiz",
    "aggiorn",
    "uppdat",
    "oppdat",
    "opdat",
    "обновл",
    "оновл",
    "aktualiz",
    "bijgewerkt",
    "edited",
    "zuletzt",
];

/// Words of a line that says when it was published.
const PUBLISHED: [&str; 15] = [
    "publi",
    "posted",
    "veröffentlich",
    "erschienen",
    "опубл",
    "pubblic",
    "julkaistu",
    "zveřejn",
    "by ",
    "von ",
    "par ",
    "gespeichert",
    "erstellt",
    "created",
    "дата",
];

/// Where a page's headline, its first and its last long paragraph stand, by their blocks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surroundings {
    headline: usize,
    first: usize,
    last: usize,
}

impl Surroundings {
    pub(super) fn of(page: &Page) -> Self {
        let long = |at: &usize| {
            page.blocks[*at].words >= 25 && page.blocks[*at].linked * 3 < page.blocks[*at].weight
        };
        let first = (0..page.blocks.len()).find(long).unwrap_or(0);
        let last = (0..page.blocks.len()).rfind(long).unwrap_or(0);
        let headline = page.blocks.iter().position(|block| block.labels_headline(page)).unwrap_or(first);
        Self { headline, first, last }
    }

    /// Whether a block stands by the headline, before the text is well under way, or right behind it.
    pub(super) fn holds(self, block: usize) -> bool {
        let start = self.headline.min(self.first).saturating_sub(4);
        (start..=self.first + 1).contains(&block) || (self.last..self.last + 4).contains(&block)
    }
}

/// Whether a line says when something was changed.
pub(super) fn is_changed(text: &str) -> bool {
    let line: String = text.chars().take(200).collect::<String>().to_lowercase();
    let at = |words: &[&str]| words.iter().filter_map(|word| line.find(word)).min();
    at(&CHANGED).is_some_and(|changed| at(&PUBLISHED).is_none_or(|published| changed < published))
}

/// A day that readers see.
#[derive(Debug)]
pub(super) struct Line {
    pub when: When,
    /// Whether its line says that it is the day of publication.
    pub says_published: bool,
}

/// The day that the page shows as the article's, best before its text, else in its first line or right behind it.
pub(super) fn visible(page: &Page, month_first: Option<bool>) -> Option<Line> {
    let Surroundings { headline, first, last } = Surroundings::of(page);
    let mut best: Option<(i32, Line)> = None;
    let from = headline.min(first).saturating_sub(8);
    for (at, block) in page.blocks.iter().enumerate().take(last + 12).skip(from) {
        let near = at <= first + 1 || at > last;
        if block.words > LONGEST && at != first {
            continue;
        }
        let text: String = block.text.chars().take(240).collect();
        let Some((place, when)) = found(&text, month_first) else { continue };
        let lower = text.to_lowercase();
        let is = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        let mut points = if near { 2 } else { 0 };
        points += if block.words <= 12 { 2 } else { 0 };
        points += if is(&PUBLISHED) { 3 } else { 0 };
        points -= if is(&CHANGED) { 5 } else { 0 };
        points +=
            if page.up(block.element).take(3).any(|at| page.elements[at].is(Label::Facts)) { 2 } else { 0 };
        points += if at > headline && at <= first { 2 } else { 0 };
        points -= if page
            .up(block.element)
            .any(|at| page.elements[at].is(Label::Comments) || page.elements[at].is(Label::Others))
        {
            4
        } else {
            0
        };
        points -= if block.words > LONGEST && place > 40 { 4 } else { 0 };
        if points > 2 && best.as_ref().is_none_or(|(most, _)| points > *most) {
            best = Some((points, Line { when, says_published: is(&PUBLISHED) && !is(&CHANGED) }));
        }
    }
    best.map(|(_, line)| line)
}

/// A day in a value of the page's head, with its month in words or in an order that is not in doubt.
pub(in super::super) fn in_text(text: &str, whole: bool) -> Option<When> {
    let (place, when) = found(text, None)?;
    (!whole || place < 20).then_some(when)
}

/// The first day in a text, and where it starts.
fn found(text: &str, month_first: Option<bool>) -> Option<(usize, When)> {
    let finder = FINDER.as_ref()?;
    let text = with_plain_digits(text);
    finder.captures_iter(&text).find_map(|parts| {
        let number = |name: &str| parts.name(name).and_then(|part| part.as_str().parse::<u32>().ok());
        let word = |name: &str| parts.name(name).and_then(|part| months::month(part.as_str())).map(u32::from);
        let (year, month, day) =
            if let (Some(year), Some(month), Some(day)) = (number("y1"), number("m1"), number("d1")) {
                (year, month, day)
            } else if let (Some(year), Some(month), Some(day)) = (number("y5"), number("m5"), number("d5")) {
                (year, month, day)
            } else if let (Some(year), Some(month), Some(day)) = (number("y6"), word("w6"), number("d6")) {
                (year, month, day)
            } else if let (Some(day), Some(month), Some(year)) = (number("d2"), number("m2"), number("y2")) {
                let (day, month) = ordered(day, month, month_first)?;
                (if year < 100 { 2000 + year } else { year }, month, day)
            } else if let (Some(day), Some(month), Some(year)) = (number("d3"), word("w3"), number("y3")) {
                (year, month, day)
            } else {
                (number("y4")?, word("w4")?, number("d4")?)
            };
        let when = moment::day(i32::try_from(year).ok()?, month, day)?;
        Some((parts.get(0)?.start(), when))
    })
}

/// Digits of Arabic, Persian and Hindi as the others, a character for a character.
fn with_plain_digits(text: &str) -> Cow<'_, str> {
    const ZEROS: [char; 3] = ['\u{660}', '\u{6f0}', '\u{966}'];
    let plain = |c: char| {
        ZEROS.iter().find_map(|zero| {
            let digit = u32::from(c).checked_sub(u32::from(*zero)).filter(|digit| *digit < 10)?;
            char::from_digit(digit, 10)
        })
    };
    if text.is_ascii() || !text.chars().any(|c| plain(c).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| plain(c).unwrap_or(c)).collect())
}

/// Day and month of two numbers: what cannot be a month is a day; else as the page's language writes them.
fn ordered(first: u32, second: u32, month_first: Option<bool>) -> Option<(u32, u32)> {
    match (first > 12, second > 12) {
        (true, false) => Some((first, second)),
        (false, true) => Some((second, first)),
        (true, true) => None,
        (false, false) if first == second => Some((first, second)),
        (false, false) => {
            month_first.map(|month_first| if month_first { (second, first) } else { (first, second) })
        }
    }
}
