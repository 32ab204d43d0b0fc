//! Files come in: what is taken, what is doubtful, what is left out.

use caseline::workspace::in_english;
use std::fmt::Write as _;
use std::path::Path;

use caseline::intake::{Field, Format, Incoming, Intake, take_in};
use caseline::model::{Article, Event, Quote};
use proptest::prelude::*;

use crate::golden;

fn incoming(name: &str, bytes: impl Into<Vec<u8>>) -> Incoming {
    Incoming { name: name.to_owned(), bytes: bytes.into(), ..Incoming::default() }
}

/// What came in, a line for each thing.
fn listing(intake: &Intake) -> String {
    let mut text = String::new();
    if let Some(refused) = &intake.refused {
        return format!("refused: {}\n", in_english(refused));
    }
    for event in &intake.content.events {
        writeln!(text, "{}", one_line(event, &intake.content.articles)).unwrap();
    }
    for lane in &intake.content.lanes {
        writeln!(text, "lane {} {}", lane.code, lane.name.as_deref().unwrap_or_default()).unwrap();
    }
    for note in &intake.notes {
        writeln!(text, "note: {}", in_english(&note.sentence())).unwrap();
    }
    for skipped in &intake.skipped {
        writeln!(text, "skipped: line {} {}", skipped.line, in_english(&skipped.reason)).unwrap();
    }
    text
}

fn one_line(event: &Event, articles: &[Article]) -> String {
    let mut parts = vec![event.key.clone()];
    parts.push(event.when.as_ref().map_or("undated".to_owned(), ToString::to_string));
    parts.push(if event.within { "within".to_owned() } else { String::new() });
    parts.push(format!("{} {}", event.status.code(), event.kind));
    parts.push(event.title.clone());
    parts.extend(event.label.iter().map(|label| format!("[{label}]")));
    parts.extend(event.lanes.iter().map(|part| format!("{}={}", part.role.code(), part.lane)));
    parts.extend(event.count.map(|count| {
        let about = if count.approx { "~" } else { "" };
        let max = count.max.map_or("more".to_owned(), |max| max.to_string());
        format!("{about}{}..{max} {}", count.min, count.of.code())
    }));
    parts.extend(event.entities.iter().map(|part| format!("@{}", part.entity)));
    parts.extend(event.tags.iter().map(|tag| format!("#{tag}")));
    parts.extend(event.note.iter().map(|note| format!("({note})")));
    parts.extend(event.quotes.iter().map(|quote| source(quote, articles)));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn source(quote: &Quote, articles: &[Article]) -> String {
    let article = articles.iter().find(|article| article.key == quote.article).expect("its article is there");
    let date = article.published.as_ref().map(ToString::to_string).unwrap_or_default();
    let words = quote.exact.as_ref().map(|exact| format!(" {exact:?}")).unwrap_or_default();
    format!(
        "<{} {} {date}>{words}",
        article.title.as_deref().unwrap_or("-"),
        article.url.as_deref().unwrap_or("-")
    )
}

fn check(table: &str, expected: &str) {
    let listed = listing(&take_in(&incoming("table.csv", table)));
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(listed.lines().collect::<Vec<_>>(), expected, "\n{table}\ngave\n{listed}");
}

#[test]
fn a_plain_table_needs_three_columns() {
    check(
        "date,title,country\n2022-04-05,Italy expels diplomats,Italy\n2023,A year,ITA;fr\n",
        "2022-04-05 · reported other · Italy expels diplomats · place=IT
         2023 · reported other · A year · place=IT · place=FR
         note: no column is known as the status: all events are taken as reported",
    );
}

#[test]
fn a_denied_statement_becomes_a_denial_and_anything_else_denied_is_alleged() {
    check(
        "when,title,kind,status\n2024,We did not,statement,denied\n2024,A fire,sabotage,denied\n",
        "2024 · confirmed denial · We did not
         2024 · alleged sabotage · A fire
         note: line 2: \"We did not\" is taken as a denial: it answers what?
         note: line 3: \"A fire\" is denied, and taken as alleged: who denies it?",
    );
}

#[test]
fn a_number_counts_what_its_kind_usually_counts() {
    check(
        "when,title,kind,status,count\n2022,a,expulsion,reported,about 20\n2022,b,closure,reported,2\n\
         2022,c,statement,reported,more than 700\n2022,d,restriction,reported,~40\n2022,e,sabotage,reported,20-25\n",
        "2022 · reported expulsion · a · ~20..20 people
         2022 · reported closure · b · 2..2 missions
         2022 · reported statement · c · 700..more total
         2022 · reported restriction · d · ~40..40 limit
         2022 · reported sabotage · e · 20..25 things",
    );
}

#[test]
fn columns_may_be_named_by_the_user() {
    let mut table = incoming("odd.csv", "seen;words\n5 April 2022;Something happened\n");
    assert_eq!(
        take_in(&table).refused.as_ref().map(in_english).as_deref(),
        Some(
            "odd.csv has no column that is known as an event's title; its first line reads seen, words; \
             name the columns as in date,title,country, or say --map title=COLUMN"
        )
    );
    table.mapping = vec![(Field::Title, "words".into()), (Field::When, "1".into())];
    assert!(listing(&take_in(&table)).starts_with("2022-04-05 · reported other · Something happened\n"));
    table.mapping = vec![(Field::Title, "headlines".into())];
    assert_eq!(
        take_in(&table).refused.as_ref().map(in_english).as_deref(),
        Some("odd.csv has no column \"headlines\"; its columns are seen, words")
    );
}

#[test]
fn a_header_alone_is_said_to_have_no_rows() {
    check("date,title,status\n", "note: the table has a header and no rows");
}

#[test]
fn markup_inside_a_cell_does_not_make_a_page_of_a_table() {
    check(
        "date,title,status\n2022,<head> of mission leaves,reported\n",
        "2022 · reported other · <head> of mission leaves",
    );
}

#[test]
fn a_million_odd_rows_are_one_note() {
    let mut table = "date,title,status,kind\n".to_owned();
    for row in 0..500 {
        writeln!(table, "2022,row {row},reported,mystery").unwrap();
    }
    let intake = take_in(&incoming("table.csv", table));
    let notes: Vec<String> = intake.notes.iter().map(|note| in_english(&note.sentence())).collect();
    assert_eq!(
        notes,
        ["line 2: the kind \"mystery\" is not known and becomes \"other\" (and 499 more rows)"]
    );
}

#[test]
fn files_that_are_no_tables_say_what_they_are() {
    let long_prose = "The envoy left, and nobody knew why.\nHe came back in spring.\n";
    for (name, bytes, expected) in [
        ("a.csv", &b""[..], "a.csv is empty (0 bytes)"),
        ("a.csv", b" \n\n", "a.csv holds nothing but blanks"),
        (
            "a.bin",
            b"\x00\x01\x02\xff\xfe\x00\x07\x00",
            "a.bin is nothing that Caseline reads: its bytes are no text, table or case",
        ),
        ("a.pdf", b"%PDF-1.7\n...", "a.pdf is an article (PDF); articles can be imported in a later version"),
        (
            "a.csv",
            b"<!doctype html><title>x</title>",
            "a.csv is an article (HTML); articles can be imported in a later version",
        ),
        (
            "a.txt",
            long_prose.as_bytes(),
            "a.txt is an article (plain text); articles can be imported in a later version",
        ),
        (
            "dateline.txt",
            b"Brussels, 6 April 2022\n\nTwo envoys were told to leave, the ministry said.\n",
            "dateline.txt is an article (plain text); articles can be imported in a later version",
        ),
        (
            "a.xlsx",
            b"PK\x03\x04....xl/workbook.xml",
            "a.xlsx is a workbook of a spreadsheet; save the sheet as CSV and import that",
        ),
        ("a.png", b"\x89PNG\r\n\x1a\n....", "a.png is a picture, not a table of events"),
    ] {
        assert_eq!(
            take_in(&incoming(name, bytes)).refused.as_ref().map(in_english).as_deref(),
            Some(expected)
        );
    }
    let database = take_in(&incoming("x", b"SQLite format 3\0...."));
    assert!(database.format == Format::Database && database.refused.is_some());
}

#[test]
fn case_json_is_left_to_the_store() {
    let intake = take_in(&incoming("x.json", "\u{feff}{\n  \"caseline\": 1, \"title\": \"x\" }"));
    assert_eq!((intake.format, intake.refused, intake.content.events.len()), (Format::CaseJson, None, 0));
}

#[test]
fn the_messy_samples_are_taken_as_their_goldens_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/messy");
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    files.sort();
    let mut text = String::new();
    for file in files {
        let name = file.file_name().and_then(|name| name.to_str()).expect("a plain name").to_owned();
        let bytes = std::fs::read(&file).expect("it can be read");
        writeln!(text, "## {name}\n{}", listing(&take_in(&incoming(&name, bytes)))).unwrap();
    }
    golden::check("intake-messy.txt", &text);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = take_in(&incoming("x.csv", bytes));
    }

    #[test]
    fn no_table_makes_it_panic(cells in "([a-zé0-9\"';|,\n/. :~-]|20|2022|may|date|to|between ){0,120}") {
        let table = format!("date,end,title,country,count,post,source,url,quote\n{cells}");
        let _ = take_in(&incoming("x.csv", table));
    }

    #[test]
    fn every_row_is_an_event_or_is_listed(titles in proptest::collection::vec("[a-z]{0,4}", 0..20)) {
        let mut table = "date,title,country\n".to_owned();
        for title in &titles {
            writeln!(table, "2022,{title},DK").unwrap();
        }
        let intake = take_in(&incoming("x.csv", table));
        prop_assert_eq!(intake.content.events.len() + intake.skipped.len(), titles.len());
        for skipped in &intake.skipped {
            let at = usize::try_from(skipped.line).unwrap() - 2;
            prop_assert_eq!(titles[at].as_str(), "");
        }
    }
}
