//! Who and what later words of an article stand for: officials by name, titles by the sentences below them, days by
//! what was told before.

use caseline::intake::{Known, Lexicons, Question};
use caseline::model::When;

/// Day, kind and lanes by role of each proposal.
fn told(text: &str) -> Vec<String> {
    let published = When::parse("2025-12-05").expect("a day");
    let (lexicons, known) = (Lexicons::standard(), Known::default());
    let question =
        Question { text, language: Some("en"), published: Some(&published), known: &known, lexicons };
    let one = |proposal: &caseline::intake::Proposal| {
        let draft = &proposal.draft;
        let when = draft.when.as_ref().map_or("-", When::as_str);
        let lanes = draft.lanes.iter().map(|part| format!(" {}={}", part.role.code(), part.lane));
        format!("{when} {}{}", draft.kind, lanes.collect::<String>())
    };
    question.answer().proposals.iter().map(one).collect()
}

#[test]
fn an_official_keeps_the_lane_of_the_office() {
    let text =
        "Maltese Foreign Minister Anna Borg met reporters on Monday. Borg accused Belarus of running a ring.";
    assert!(told(text).contains(&"- accusation actor=MT target=BY".to_owned()), "{:?}", told(text));
}

#[test]
fn ones_own_envoy_is_called_home_from_where_he_was() {
    for text in [
        "Malta recalled its ambassador to Norway on 28 November.",
        "On 28 November, Malta called its ambassador to Norway home.",
    ] {
        assert_eq!(told(text), ["2025-11-28 recall actor=MT place=NO"], "{text}");
    }
    let text =
        "Three Danish citizens were fined. Malta answered by recalling its ambassador for consultations.";
    assert!(told(text).contains(&"- recall actor=MT".to_owned()), "{:?}", told(text));
}

#[test]
fn whose_police_held_a_named_person_is_not_guessed() {
    let first = "The Maltese government welcomed the deal on Monday.";
    for (text, expected) in [
        ("Halvorsen, 41, from Bodø, was detained in March 2023.", "2023-03 arrest"),
        ("A Sliema court sentenced him in May 2023 to four years in prison.", "2023-05 conviction"),
    ] {
        let text = format!("{first} {text}");
        assert!(told(&text).contains(&expected.to_owned()), "{text}: {:?}", told(&text));
    }
}

#[test]
fn who_did_more_than_others_did_nothing_to_them() {
    let text = "Malta has sent home more Belarusian diplomats than most EU states since April 2021, when it expelled 18.";
    assert_eq!(
        told(text),
        ["2021-04/.. expulsion actor=MT target=BY", "2021-04 expulsion actor=MT target=BY"]
    );
}

#[test]
fn what_will_be_lies_ahead() {
    for (text, expected) in [
        ("Malta votes on June 7, and the networks are believed to be at work.", "2026-06-07 vote actor=MT"),
        ("Maltese and Danish ministers meet on Monday.", "2025-12-08 meeting actor=MT actor=DK"),
        ("The three will be sentenced on 11 January.", "2026-01-11 conviction"),
    ] {
        assert_eq!(told(text), [expected], "{text}");
    }
}

#[test]
fn a_title_is_told_at_length_by_the_first_sentences() {
    let text = "Malta jails three over cameras at its port\n\nA court in Valletta on Thursday sentenced two Danish \
                citizens and a Finn to between four and seven years in prison for spying.";
    let found = told(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("2025-12-04 conviction"), "{found:?}");
    assert!(found[0].contains("actor=MT"), "{found:?}");
}

#[test]
fn a_month_does_not_march_and_a_closed_trial_is_not_shut() {
    let text = "Malta expelled an assistant to the Danish attaché in March in connection with the fire.";
    assert_eq!(told(text), ["2025-03 expulsion actor=MT target=DK"]);
    let text = "He was given 13 years for espionage at a closed trial in February.";
    assert_eq!(told(text), ["2025-02 conviction"]);
}

#[test]
fn dates_lean_on_what_was_told_before() {
    for (text, expected) in [
        (
            "Malta told Denmark on 4 March 2022 that he should be gone within two weeks. Denmark recalled him on 16 March.",
            "2022-03-16",
        ),
        ("They were arrested in late March last year.", "2024-03~"),
        ("He was held in Malta in May 2023, and was convicted the following February.", "2024-02"),
        (
            "Drones flew over Malta in the night of 11 September. Three days later, Malta arrested two Danes.",
            "2025-09-14",
        ),
    ] {
        let found = told(text);
        assert!(found.iter().any(|event| event.starts_with(&format!("{expected} "))), "{text}: {found:?}");
    }
}

#[test]
fn what_leads_up_to_who_acts_has_days_of_its_own() {
    let text =
        "Despite being recalled from Valletta in 2023, Denmark has now put him forward for a post in Malta.";
    let found = told(text);
    assert!(found.iter().any(|event| event.starts_with("- nomination")), "{found:?}");
}

#[test]
fn who_is_said_to_be_responsible_is_accused() {
    let text = "Reports suggest that Danish agents have been responsible for acts of vandalism.";
    let found = told(text);
    assert!(found.iter().any(|event| event.contains("accusation target=DK")), "{found:?}");
}

#[test]
fn a_place_beside_a_lone_day_is_where_it_was() {
    let text = "3 November, Malta.\nDetectives in Valletta detain two Danish nationals suspected of arson.";
    assert!(told(text)[0].starts_with("2025-11-03 arrest actor=MT target=DK"), "{:?}", told(text));
}
