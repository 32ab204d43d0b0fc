//! Dates in prose against the tables in `tests/it/dates/`: words with their dates in brackets, and what these say.
//!
//! A row that differs is a fault, in the span or in the value; the message lists all of them.

use caseline::intake::{DateWords, FoundDate, Lexicons, find_dates};
use caseline::model::When;
use caseline::workspace::in_english;
use proptest::prelude::*;

fn words(language: &str) -> DateWords {
    DateWords::of(&Lexicons::standard().of(language).expect("a built-in language").lexicon.dates)
}

/// The text of a row without its brackets, and the bytes that stood in them.
fn marked(row: &str) -> (String, Vec<(usize, usize)>) {
    let (mut text, mut spans, mut start) = (String::new(), Vec::new(), 0);
    for c in row.chars() {
        match c {
            '[' => start = text.len(),
            ']' => spans.push((start, text.len())),
            '⏎' => text.push('\n'),
            c => text.push(c),
        }
    }
    (text, spans)
}

fn said(date: &FoundDate) -> String {
    let within = if date.within { "within " } else { "" };
    date.when.as_ref().map_or_else(|| "open".to_owned(), |when| format!("{within}{when}"))
}

/// Reads a table; says how many rows it has and which of them differ.
fn score(language: &str, table: &str) -> (usize, Vec<String>) {
    let words = words(language);
    let mut rows = 0;
    let mut faults = Vec::new();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let [published, row, wanted] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("a row has three cells: {line}")
        };
        rows += 1;
        let published = (published != "-").then(|| When::parse(published).expect("a published day"));
        let (text, spans) = marked(row);
        let found = find_dates(&text, &words, published.as_ref());
        let places: Vec<_> = found.iter().map(|date| (date.span.start, date.span.end)).collect();
        let values: Vec<String> = found.iter().map(said).collect();
        let wanted: Vec<&str> = wanted.split(';').filter(|value| !value.is_empty()).collect();
        if places != spans || values != wanted {
            let got: Vec<_> = found.iter().filter_map(|date| date.span.of(&text)).zip(&values).collect();
            faults.push(format!("{row}\n    wanted {wanted:?}, got {got:?}"));
        }
    }
    (rows, faults)
}

fn check(language: &str, table: &str, least: usize) {
    let (rows, faults) = score(language, table);
    assert!(rows >= least, "the table of {language} has only {rows} rows");
    assert!(faults.is_empty(), "{language}: {} of {rows} differ\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn english_dates_are_found_and_say_what_a_reader_understands() {
    check("en", include_str!("dates/en.tsv"), 150);
}

#[test]
fn russian_and_ukrainian_dates_are_found_in_their_inflections() {
    check("ru", include_str!("dates/ru.tsv"), 85);
    check("uk", include_str!("dates/uk.tsv"), 65);
}

#[test]
fn german_and_french_dates_are_found_in_their_own_order_of_words() {
    check("de", include_str!("dates/de.tsv"), 50);
    check("fr", include_str!("dates/fr.tsv"), 50);
}

#[test]
fn a_table_that_is_wrong_is_noticed() {
    let (rows, faults) = score("en", "2023-06-14\tHe left on [Monday].\t2023-06-13\n");
    assert_eq!((rows, faults.len()), (1, 1));
    let (_, faults) = score("en", "2023-06-14\tHe [left] on Monday.\t2023-06-12\n");
    assert_eq!(faults.len(), 1, "a wrong span is a fault");
}

#[test]
fn a_key_of_a_lexicon_that_nothing_reads_is_named() {
    let own = |dates: &str| {
        let text = format!("language = \"en\"\nname = \"English\"\n\n[dates]\n{dates}\n");
        let (_, notes) = Lexicons::with(&[("own.toml".to_owned(), text)]);
        notes.iter().map(in_english).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(own("links = { ago = [\"since\"] }"), "");
    for (dates, words) in [
        ("links = { agoo = [\"ago\"] }", "agoo"),
        ("days = { yesterday = [\"yesterday\"] }", "yesterday"),
        ("holidays = { \"02-30\" = [\"never\"] }", "02-30"),
        ("month = [\"May\"]", "month"),
    ] {
        let note = own(dates);
        assert!(note.starts_with("own.toml, line ") && note.contains(words), "{dates}: {note:?}");
    }
}

#[test]
fn a_newsroom_adds_its_own_words_to_those_built_in() {
    let text = "language = \"en\"\nname = \"English\"\n[dates.days]\n\"-1\" = [\"yestreen\"]\n";
    let (lexicons, notes) = Lexicons::with(&[("own.toml".to_owned(), text.to_owned())]);
    assert!(notes.is_empty(), "{notes:?}");
    let words = DateWords::of(&lexicons.of("en").unwrap().lexicon.dates);
    let published = When::parse("2023-06-14").unwrap();
    let found = find_dates("He left yestreen, or yesterday.", &words, Some(&published));
    let values: Vec<String> = found.iter().map(said).collect();
    assert_eq!(values, ["2023-06-13", "2023-06-13"]);
}

/// Pieces out of which dates are made, and what may stand around them in a hostile text.
const PIECES: [&str; 48] = [
    "5",
    "31",
    "2022",
    "99999999",
    "0",
    "May",
    "april",
    "мая",
    "травня",
    "août",
    "März",
    "Monday",
    "вторник",
    "last",
    "next",
    "the",
    "of",
    "night",
    "ночь на",
    "two",
    "days",
    "ago",
    "later",
    "years",
    "century",
    "between",
    "and",
    "from",
    "to",
    "since",
    "before",
    "half",
    "Q3",
    "early",
    "week",
    "BC",
    "-",
    "/",
    ".",
    ":",
    ",",
    "\n\n",
    "'s",
    "é\u{301}",
    "🕊",
    "\u{202e}שנה",
    "XVIII",
    "90s",
];

proptest! {
    #[test]
    fn no_heap_of_words_makes_it_stumble_and_every_span_lies_in_the_text(
        language in prop::sample::select(vec!["en", "ru", "uk", "de", "fr"]),
        pieces in prop::collection::vec((prop::sample::select(PIECES.to_vec()), any::<bool>()), 0..60),
        published in prop::sample::select(vec!["2022-02-28", "0001-01-01", "9999-12-31", "2022-05", "-0044-03-15"]),
    ) {
        let words_of: Vec<String> =
            pieces.iter().map(|(piece, gap)| format!("{piece}{}", if *gap { " " } else { "" })).collect();
        let text = words_of.concat();
        let published = When::parse(published).unwrap();
        for published in [None, Some(&published)] {
            let mut end = 0;
            for date in find_dates(&text, &words(language), published) {
                prop_assert!(date.span.start >= end && date.span.start < date.span.end, "{text:?}: {date:?}");
                prop_assert!(date.span.of(&text).is_some(), "{text:?}: {date:?}");
                end = date.span.end;
            }
        }
    }

    #[test]
    fn any_text_is_read_without_a_stumble(text in "\\PC{0,200}") {
        for date in find_dates(&text, &words("en"), None) {
            prop_assert!(date.span.of(&text).is_some());
        }
    }
}
