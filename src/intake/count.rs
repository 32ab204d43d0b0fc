//! Numbers as tables give them: "20", "about 20", "more than 700", "20-25", "1,200 people".

use crate::model::{Count, Unit};

/// Words before a number that mean "about".
const ABOUT: [&str; 12] = [
    "about",
    "around",
    "approximately",
    "approx.",
    "approx",
    "some",
    "circa",
    "ca.",
    "nearly",
    "almost",
    "etwa",
    "около",
];

/// Words before a number that it is the least of.
const AT_LEAST: [&str; 9] =
    ["more than", "over", "at least", "min.", "no fewer than", "upwards of", ">=", "≥", ">"];

/// Words before a number that it is the most of.
const AT_MOST: [&str; 8] = ["up to", "at most", "max.", "no more than", "fewer than", "less than", "<=", "≤"];

const WORDS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

/// A number that a cell states, of the unit that stands beside it or else of `of`.
pub(super) fn read_count(cell: &str, of: Unit) -> Option<Count> {
    let text = cell.trim().to_lowercase();
    let (text, of) = without_unit(&text, of);
    let (text, mut approx) = without_about(text);
    if let Some(rest) = AT_LEAST.iter().find_map(|words| text.strip_prefix(words)) {
        let min = number(rest)?;
        return Some(Count { min, max: None, of, approx });
    }
    if let Some(rest) = AT_MOST.iter().find_map(|words| text.strip_prefix(words)) {
        let max = number(rest)?;
        return Some(Count { min: 0, max: Some(max), of, approx });
    }
    if let Some(rest) = text.strip_suffix('+').or_else(|| text.strip_suffix("or more")) {
        return Some(Count { min: number(rest)?, max: None, of, approx });
    }
    for between in ["–", "—", "-", " to ", " bis ", ".."] {
        if let Some((min, max)) = text.split_once(between) {
            let (max, also) = without_about(max.trim());
            approx |= also;
            let (min, max) = (number(min)?, number(max)?);
            return (min <= max).then_some(Count { min, max: Some(max), of, approx });
        }
    }
    let stated = number(text)?;
    Some(Count { min: stated, max: Some(stated), of, approx })
}

/// The unit that a word means.
pub(super) fn read_unit(word: &str) -> Option<Unit> {
    let word = word.trim().to_lowercase();
    Unit::from_code(&word).or(match word.as_str() {
        "person" | "persons" | "diplomat" | "diplomats" | "employees" | "staff" | "men" | "officers"
        | "personen" | "menschen" | "человек" | "люди" | "людей" | "осіб" | "personnes" => {
            Some(Unit::People)
        }
        "mission" | "embassies" | "consulate" | "consulates" => Some(Unit::Missions),
        "thing" => Some(Unit::Things),
        "incident" => Some(Unit::Incidents),
        "totals" => Some(Unit::Total),
        "limits" => Some(Unit::Limit),
        _ => None,
    })
}

fn without_unit(text: &str, of: Unit) -> (&str, Unit) {
    let named = text.rsplit_once(' ').and_then(|(rest, word)| Some((rest.trim_end(), read_unit(word)?)));
    named.unwrap_or((text, of))
}

fn without_about(text: &str) -> (&str, bool) {
    if let Some(rest) = text.strip_prefix(['~', '≈']) {
        return (rest.trim_start(), true);
    }
    let said = ABOUT.iter().find_map(|word| text.strip_prefix(word).filter(|rest| rest.starts_with(' ')));
    said.map_or((text, false), |rest| (rest.trim_start(), true))
}

/// A whole number, with thousands set apart by commas, points, apostrophes or blanks.
fn number(text: &str) -> Option<u64> {
    let text = text.trim();
    if let Some(at) = WORDS.iter().position(|word| *word == text) {
        return u64::try_from(at).ok();
    }
    let dozens = match text {
        "a dozen" | "dozen" => Some(12),
        _ => None,
    };
    if dozens.is_some() {
        return dozens;
    }
    let groups: Vec<&str> =
        text.split([',', '.', '\'', '’', ' ', '\u{a0}', '\u{2009}', '\u{202f}']).collect();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let (first, rest) = groups.split_first()?;
    let zeros_after_point = matches!(rest, ["0" | "00"]);
    if zeros_after_point && digits(first) {
        return first.parse().ok();
    }
    let grouped = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|group| group.len() == 3));
    if !grouped || !groups.iter().all(digits) {
        return None;
    }
    groups.concat().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, min: u64, max: Option<u64>, approx: bool) {
        let expected = Count { min, max, of: Unit::People, approx };
        assert_eq!(read_count(cell, Unit::People), Some(expected), "{cell}");
    }

    #[test]
    fn numbers_keep_the_bounds_that_their_words_give() {
        check("20", 20, Some(20), false);
        check("about 20", 20, Some(20), true);
        check("~40", 40, Some(40), true);
        check("more than 700", 700, None, false);
        check("700+", 700, None, false);
        check("~700+", 700, None, true);
        check("20-25", 20, Some(25), false);
        check("20 – 25", 20, Some(25), false);
        check("up to 40", 0, Some(40), false);
        check("300,000", 300_000, Some(300_000), false);
        check("1 200", 1_200, Some(1_200), false);
        check("45.0", 45, Some(45), false);
        check("three", 3, Some(3), false);
        check("12 diplomats", 12, Some(12), false);
    }

    #[test]
    fn what_is_no_whole_number_is_none() {
        for cell in ["", "many", "25-20", "1.5", "-3", "1,20", "99999999999999999999999"] {
            assert_eq!(read_count(cell, Unit::People), None, "{cell}");
        }
        assert_eq!(read_count("3 consulates", Unit::Things).map(|count| count.of), Some(Unit::Missions));
    }
}
