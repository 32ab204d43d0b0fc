//! Names of the months in the languages of Europe and some beyond, by their beginnings.

/// Beginnings of the twelve months, without accents that a writer may leave out being required: both stand.
const MONTHS: [&[&str]; 12] = [
    &[
        "jan",
        "jän",
        "gen",
        "ene",
        "янв",
        "січ",
        "sty",
        "led",
        "tam",
        "ιαν",
        "oca",
        "sau",
        "ян",
        "يناير",
        "ינואר",
    ],
    &["feb", "fév", "fev", "фев", "лют", "lut", "úno", "hel", "φεβ", "şub", "vas", "فبراير", "פברואר"],
    &["mar", "mär", "maer", "mrt", "maa", "мар", "бер", "bře", "μαρ", "kov", "mart", "مارس", "מרץ"],
    &["apr", "avr", "abr", "апр", "кві", "kwi", "dub", "huh", "απρ", "nis", "bal", "أبريل", "אפריל"],
    &[
        "may", "mai", "mag", "maj", "mei", "мая", "май", "тра", "kvě", "tou", "μαΐ", "μαϊ", "máj", "geg",
        "مايو", "מאי",
    ],
    &[
        "jun",
        "juin",
        "giu",
        "июн",
        "чер",
        "cze",
        "červn",
        "červen",
        "kes",
        "ιουν",
        "haz",
        "bir",
        "юни",
        "يونيو",
        "יוני",
    ],
    &[
        "jul",
        "juil",
        "lug",
        "июл",
        "лип",
        "lip",
        "červenc",
        "hei",
        "ιουλ",
        "tem",
        "lie",
        "юли",
        "يوليو",
        "יולי",
    ],
    &["aug", "aoû", "aou", "ago", "авг", "сер", "sie", "srp", "elo", "αυγ", "ağu", "rugp", "أغسطس", "אוגוסט"],
    &["sep", "set", "сен", "вер", "wrz", "zář", "syy", "σεπ", "eyl", "rugs", "سبتمبر", "ספטמבר"],
    &[
        "oct",
        "okt",
        "ott",
        "out",
        "окт",
        "жов",
        "paź",
        "říj",
        "lok",
        "οκτ",
        "eki",
        "spa",
        "أكتوبر",
        "אוקטובר",
    ],
    &["nov", "ноя", "лис", "lis", "marras", "νοε", "kas", "lap", "نوفمبر", "נובמבר"],
    &[
        "dec",
        "dez",
        "déc",
        "dic",
        "des",
        "дек",
        "гру",
        "gru",
        "pro",
        "jou",
        "δεκ",
        "ara",
        "gruo",
        "ديسمبر",
        "דצמבר",
    ],
];

/// The month that a word names, 1 to 12; of several beginnings the longest counts.
pub(super) fn month(word: &str) -> Option<u8> {
    let word = word.trim_matches('.').to_lowercase();
    if word.chars().count() < 3 {
        return None;
    }
    let mut best: Option<(usize, u8)> = None;
    for (number, beginnings) in (1_u8..).zip(MONTHS) {
        for beginning in beginnings.iter().filter(|beginning| word.starts_with(**beginning)) {
            if best.is_none_or(|(length, _)| beginning.len() > length) {
                best = Some((beginning.len(), number));
            }
        }
    }
    // A month is one word of at most some letters; "marketing" is none.
    best.filter(|_| word.chars().count() <= 11).map(|(_, number)| number)
}
