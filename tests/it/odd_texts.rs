//! Texts that no newsroom writes and every inbox holds: each is read to its end, with a sentence for what was not, and
//! no quote that does not stand in it.

use serde_json::Value;

use crate::program::Program;

/// What `extract` finds in a text, and what it says beside it.
fn extract(text: &str, more: &str) -> (Value, String) {
    let program = Program::new();
    program.put("odd.txt", text);
    let run = program.run(&format!("extract odd.txt {more}"));
    let said = run.words.clone();
    assert_eq!(run.code, 0, "{said}");
    let found = run.json();
    for event in found["events"].as_array().unwrap() {
        let quotes =
            std::iter::once(&event["quote"]).chain(event["more_quotes"].as_array().into_iter().flatten());
        for quote in quotes {
            let (start, end) =
                (quote["start"].as_u64().unwrap() as usize, quote["end"].as_u64().unwrap() as usize);
            let stands: String = text.trim().chars().skip(start).take(end - start).collect();
            assert_eq!(quote["text"].as_str(), Some(stands.as_str()));
        }
    }
    (found, said)
}

fn dates(found: &Value) -> Vec<(&str, Option<&str>)> {
    let dates = found["dates"].as_array().unwrap().iter();
    dates.map(|date| (date["text"].as_str().unwrap(), date["when"].as_str())).collect()
}

#[test]
fn a_day_that_no_calendar_has_is_no_date_and_neither_is_its_year() {
    for day in ["31 February 2022", "2022-02-31", "2022/13/22", "30.02.2022"] {
        let (found, _) = extract(&format!("Malta expelled two Cypriot diplomats on {day}."), "");
        assert_eq!(dates(&found), [], "{day}");
        assert_eq!(found["events"][0]["when"], Value::Null, "{day}");
    }
}

#[test]
fn without_a_day_of_its_own_an_article_s_yesterday_stays_open_and_it_is_said() {
    let text =
        "Malta expelled two Cypriot diplomats yesterday. Two days later it closed its embassy in Nicosia.";
    let (found, said) = extract(text, "");
    assert_eq!(dates(&found), [("yesterday", None), ("Two days later", None)]);
    assert!(said.contains("has no date"), "{said}");
    let (found, said) = extract(text, "--published 2022-05-04");
    assert_eq!(dates(&found), [("yesterday", Some("2022-05-03")), ("Two days later", Some("2022-05-05"))]);
    assert!(!said.contains("has no date"), "{said}");
}

#[test]
fn a_text_in_two_alphabets_says_which_part_was_not_read() {
    let english = "Malta expelled two Cypriot diplomats on 3 May 2022. ".repeat(4);
    let (found, said) =
        extract(&format!("{english}Мальта выслала двух дипломатов из своей столицы вчера."), "");
    assert_eq!(found["events"][0]["when"], "2022-05-03");
    assert!(said.contains("in other letters"), "{said}");
    let (_, said) = extract(&format!("{english}The paper is called Правда."), "");
    assert!(!said.contains("in other letters"), "{said}");
}

#[test]
fn words_from_right_to_left_and_marks_that_turn_them_leave_quotes_where_they_stand() {
    let (found, _) = extract(
        "هذا خبر. Malta expelled two Cypriot diplomats on 3 May 2022. \u{202e}live\u{202c} Cyprus recalled its ambassador on 4 May 2022.",
        "--language en",
    );
    let told: Vec<&Value> = found["events"].as_array().unwrap().iter().map(|event| &event["when"]).collect();
    assert_eq!(told, ["2022-05-03", "2022-05-04"]);
}

#[test]
fn a_text_of_numbers_has_no_language_and_it_is_said() {
    let (found, said) = extract(&"12 345 67,8 31.12 0.5 100%\n".repeat(50), "");
    assert_eq!(found["events"], Value::Array(Vec::new()));
    assert!(said.contains("could not be found out"), "{said}");
}

#[test]
fn a_text_without_a_title_is_called_by_its_file() {
    let program = Program::new();
    program.put(
        "from the harbour.txt",
        "Malta expelled two Cypriot diplomats on 3 May 2022. They left on a Monday.",
    );
    program.done("new case.caseline");
    let run = program.run_with(&["import", "from the harbour.txt", "--into", "case.caseline"]);
    assert!(run.words.contains("taken in as “from the harbour.txt”"), "{}", run.words);
}
