//! Dates with a month, season or part of a year in words.

/// Names of the months in English, German, French, Russian and Ukrainian; their first three letters and more will do.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "jänner", "janvier", "январь", "января", "січень", "січня"],
    &["february", "februar", "février", "fevrier", "февраль", "февраля", "лютий", "лютого"],
    &["march", "märz", "maerz", "mars", "март", "марта", "березень", "березня"],
    &["april", "avril", "апрель", "апреля", "квітень", "квітня"],
    &["may", "mai", "май", "мая", "травень", "травня"],
    &["june", "juni", "juin", "июнь", "июня", "червень", "червня"],
    &["july", "juli", "juillet", "июль", "июля", "липень", "липня"],
    &["august", "août", "aout", "август", "августа", "серпень", "серпня"],
    &["september", "septembre", "сентябрь", "сентября", "вересень", "вересня"],
    &["october", "oktober", "octobre", "октябрь", "октября", "жовтень", "жовтня"],
    &["november", "novembre", "ноябрь", "ноября", "листопад", "листопада"],
    &["december", "dezember", "décembre", "decembre", "декабрь", "декабря", "грудень", "грудня"],
];

/// Seasons of the northern half of the world, by EDTF's numbers.
const SEASONS: [(&str, &[&str]); 4] = [
    ("21", &["spring", "frühling", "frühjahr", "printemps", "весна", "весной", "навесні"]),
    ("22", &["summer", "sommer", "été", "лето", "летом", "літо", "влітку"]),
    ("23", &["autumn", "fall", "herbst", "automne", "осень", "осенью", "осінь", "восени"]),
    ("24", &["winter", "hiver", "зима", "зимой", "взимку"]),
];

/// Words that a date can do without; "early", "mid" and "late" leave the month or year as coarse as it is.
const PASSED_OVER: [&str; 29] = [
    "of",
    "the",
    "in",
    "on",
    "de",
    "le",
    "du",
    "den",
    "der",
    "am",
    "im",
    "г",
    "года",
    "году",
    "р",
    "року",
    "year",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "early",
    "mid",
    "late",
    "beginning",
    "end",
];

/// Short names of weekdays.
const WEEKDAYS: [&str; 9] = ["mon", "tue", "tues", "wed", "thu", "thur", "fri", "sat", "sun"];

/// Words that make a day of a month doubtful: "early 5 April" is no date.
const COARSE: [&str; 5] = ["early", "mid", "late", "beginning", "end"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word<'a> {
    /// One or two digits.
    Day(u8),
    /// Four digits.
    Year(&'a str),
    /// Two digits at the end.
    Month(u8),
    Season(&'static str),
    /// The first three digits of its years.
    Decade(&'a str),
}

/// Reads a date with words in it, in small letters, into EDTF.
pub(super) fn read(text: &str) -> Option<String> {
    let mut words = Vec::new();
    let mut coarse = false;
    for word in tokens(text) {
        coarse |= COARSE.contains(&word);
        if !PASSED_OVER.contains(&word) && !WEEKDAYS.contains(&word) {
            words.push(classify(word)?);
        }
    }
    let day_of = |year: &str, month: u8, day: u8| (!coarse).then(|| format!("{year}-{month:02}-{day:02}"));
    match words[..] {
        [Word::Day(day), Word::Month(month), Word::Year(year)]
        | [Word::Month(month), Word::Day(day), Word::Year(year)]
        | [Word::Year(year), Word::Month(month), Word::Day(day)] => day_of(year, month, day),
        [Word::Day(day), Word::Month(month), Word::Day(short)]
            if short > 31 || text.ends_with(char::is_numeric) =>
        {
            let century = if short <= 68 { 2000 } else { 1900 };
            day_of(&(century + u32::from(short)).to_string(), month, day)
        }
        [Word::Month(month), Word::Year(year)] | [Word::Year(year), Word::Month(month)] => {
            Some(format!("{year}-{month:02}"))
        }
        [Word::Season(season), Word::Year(year)] | [Word::Year(year), Word::Season(season)] => {
            Some(format!("{year}-{season}"))
        }
        [Word::Year(year)] => Some(year.to_owned()),
        [Word::Decade(decade)] => Some(format!("{decade}X")),
        _ => None,
    }
}

/// The year that a text names.
pub(super) fn year_in(text: &str) -> Option<&str> {
    tokens(text).find(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The month that a text names in a word.
pub(super) fn month_in(text: &str) -> Option<&str> {
    tokens(text).find(|word| month(word).is_some())
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', ',', '.', '-', '/']).filter(|word| !word.is_empty())
}

fn classify(word: &str) -> Option<Word<'_>> {
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return match word.len() {
            1 | 2 => word.parse().ok().map(Word::Day),
            4 => Some(Word::Year(word)),
            _ => None,
        };
    }
    if let Some(month) = month(word) {
        return Some(Word::Month(month));
    }
    if let Some((season, _)) = SEASONS.iter().find(|(_, names)| names.contains(&word)) {
        return Some(Word::Season(season));
    }
    match word {
        "q1" => return Some(Word::Season("33")),
        "q2" => return Some(Word::Season("34")),
        "q3" => return Some(Word::Season("35")),
        "q4" => return Some(Word::Season("36")),
        _ => {}
    }
    if let Some(decade) = word.strip_suffix("0s").filter(|digits| digits.len() == 3) {
        return decade.bytes().all(|byte| byte.is_ascii_digit()).then_some(Word::Decade(decade));
    }
    let ordinal = ["st", "nd", "rd", "th", "er", "го"].iter().find_map(|ending| word.strip_suffix(ending));
    ordinal.and_then(|digits| digits.parse().ok()).map(Word::Day)
}

/// The month of a name, or of its first three letters or more.
fn month(word: &str) -> Option<u8> {
    let named = |name: &&str| *name == word || (word.chars().count() >= 3 && name.starts_with(word));
    let at = MONTHS.iter().position(|names| names.iter().any(named))?;
    u8::try_from(at + 1).ok()
}
