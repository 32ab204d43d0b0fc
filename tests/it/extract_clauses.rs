//! How the clauses of English news are read: who acts, on which day, and what is not told at all.

use caseline::intake::{Extraction, Known, Lexicons, Question};
use caseline::model::{Role, Status, When};

pub fn read(text: &str) -> Extraction {
    read_in(text, "en")
}

fn read_in(text: &str, language: &str) -> Extraction {
    read_of(text, language, When::parse("2025-05-06").ok().as_ref())
}

fn read_of(text: &str, language: &str, published: Option<&When>) -> Extraction {
    let known = Known::default();
    let lexicons = Lexicons::standard();
    Question { text, language: Some(language), published, known: &known, lexicons }.answer()
}

/// Kind, day, and lanes by role of each proposal.
pub fn told(found: &Extraction) -> Vec<String> {
    let proposals = found.proposals.iter().map(|proposal| {
        let draft = &proposal.draft;
        let when = draft.when.as_ref().map_or("-", When::as_str);
        let lanes: Vec<String> =
            draft.lanes.iter().map(|part| format!(" {}={}", part.role.code(), part.lane)).collect();
        format!("{} {when}{}", draft.kind, lanes.concat())
    });
    proposals.collect()
}

pub fn check(text: &str, expected: &[&str]) {
    assert_eq!(told(&read(text)), expected, "{text}");
}

#[test]
fn what_could_be_a_verb_is_a_noun_behind_a_preposition() {
    check("NATO sent two frigates in response to repeated attacks on cables.", &["deployment - actor=NATO"]);
    check("Malta barred a hacking group.", &[]);
}

#[test]
fn a_speech_s_day_is_not_the_day_of_what_happened() {
    check("Malta said on Monday that a cable had been cut.", &["sabotage - place=MT"]);
    check(
        "Malta said on Monday that it was expelling two Cypriot diplomats.",
        &["expulsion 2025-05-05 actor=MT target=CY"],
    );
}

#[test]
fn he_is_no_state() {
    check(
        "Malta closed its embassy in Riga on Monday. He flew home.",
        &["closure 2025-05-05 actor=MT place=LV"],
    );
}

#[test]
fn whose_it_is_acts_behind_whose() {
    check(
        "The Cypriots, whose base near the town was handed over in April 2024, are gone.",
        &["agreement 2024-04 actor=CY"],
    );
}

#[test]
fn a_list_stands_behind_one_preposition() {
    check(
        "Malta expelled diplomats from Latvia, Estonia and Cyprus on Monday.",
        &["expulsion 2025-05-05 actor=MT target=LV target=EE target=CY"],
    );
}

#[test]
fn what_was_not_said_or_only_demanded_is_not_proposed() {
    check("Malta stopped short of saying that Cyprus had attacked a ship.", &[]);
    let found = told(&read("Malta will demand that Cyprus extradite the two men."));
    assert!(!found.iter().any(|event| event.starts_with("exchange")), "{found:?}");
}

#[test]
fn a_deadline_is_no_day_of_the_act() {
    let found = read("Malta on Monday gave two Cypriot diplomats until the weekend to leave.");
    assert_eq!(told(&found), ["expulsion 2025-05-05 actor=MT target=CY"]);
    let dates = &found.proposals[0].draft.dates;
    assert_eq!(dates.len(), 1);
    assert_eq!((dates[0].role.as_str(), dates[0].when.as_str()), ("deadline", "../2025-05-11"));
}

#[test]
fn a_planned_act_is_titled_as_planned_and_a_meeting_stands_on_its_day() {
    let found = read("Malta will expel two Cypriot diplomats next week.");
    let draft = &found.proposals[0].draft;
    assert_eq!(draft.title, "Malta to expel 2 Cypriot diplomats");
    assert_eq!(draft.status, Status::Reported);
    check(
        "The foreign ministers of Malta and Cyprus will meet in Riga on 12 May.",
        &["meeting 2025-05-12 actor=MT actor=CY place=LV"],
    );
}

#[test]
fn a_title_in_the_present_is_of_the_day_of_publication() {
    let body = "The decision had been expected for weeks by those who trade there.";
    check(&format!("Malta bars lorries from Cyprus\n\n{body}"), &["restriction 2025-05-06 actor=MT"]);
    // Where the text has the day, that one holds.
    check(
        "Malta expels two Cypriot diplomats\n\nMalta expelled two Cypriot diplomats on Monday.",
        &["expulsion 2025-05-05 actor=MT target=CY"],
    );
}

#[test]
fn a_chronicle_s_days_date_what_stands_under_them() {
    check(
        "3 April 2024. Malta expelled two Cypriot diplomats.\n\nMay 2024\n\nCyprus closed its embassy in Malta.",
        &["expulsion 2024-04-03 actor=MT target=CY", "closure 2024-05 actor=CY place=MT"],
    );
    let russian = read_in("10 апреля. В Латвии арестован мужчина.", "ru");
    assert_eq!(told(&russian), ["arrest 2025-04-10 place=LV"]);
}

#[test]
fn verbs_joined_by_and_share_their_day() {
    check(
        "Malta boarded a tanker on 3 April and detained two Cypriots.",
        &["seizure 2025-04-03 actor=MT", "arrest 2025-04-03 actor=MT target=CY"],
    );
}

#[test]
fn who_denies_a_part_disputes_it_and_who_said_so_is_kept() {
    let found = read(
        "Malta said Cypriot hackers had broken into its parliament's servers in March 2025. Nicosia denied any role.",
    );
    let deed = found.proposals.iter().find(|one| one.draft.kind == "cyberattack").expect("a deed");
    let part = deed.draft.lanes.iter().find(|part| part.role == Role::Actor).expect("who did it");
    assert_eq!(part.lane.as_str(), "CY");
    assert_eq!(part.status, Some(Status::Disputed));
    assert!(part.by.iter().any(|lane| lane.as_str() == "MT"), "{:?}", part.by);
}

#[test]
fn a_participle_that_leads_is_told_of_who_stands_behind_the_comma() {
    check(
        "Expelled by Malta on Monday, the two Cypriot attachés boarded a ferry.",
        &["expulsion 2025-05-05 actor=MT target=CY"],
    );
    check(
        "Cleared of spying by a Maltese court on Monday, the Cypriot captain thanked his lawyers.",
        &["conviction 2025-05-05 actor=MT target=CY"],
    );
}

#[test]
fn who_stands_before_the_first_comma_acts() {
    check(
        "Malta, once the poorest of the members of NATO, expelled two Cypriot diplomats on Monday.",
        &["expulsion 2025-05-05 actor=MT target=CY"],
    );
    check(
        "Malta, after a row over fish, expelled two Cypriot diplomats on Monday.",
        &["expulsion 2025-05-05 actor=MT target=CY"],
    );
}

#[test]
fn people_who_are_only_followed_are_not_those_who_go() {
    check(
        "Two Cypriot attachés accused of shadowing dissidents were shown the door by Malta on Monday.",
        &["expulsion 2025-05-05 actor=MT target=CY"],
    );
}

#[test]
fn what_only_describes_somebody_is_no_event() {
    check(
        "Malta freed a Cypriot nurse on Monday for a diplomat jailed in Nicosia.",
        &["exchange 2025-05-05 actor=MT actor=CY"],
    );
    check("Malta charged two Cypriots on Monday with sabotage.", &["charge 2025-05-05 actor=MT target=CY"]);
}

#[test]
fn a_country_that_is_seized_is_invaded() {
    check("Malta's seizure of Cyprus in May 1990 surprised all.", &["invasion 1990-05 actor=MT target=CY"]);
    check("Malta seized a Cypriot tanker on Monday.", &["seizure 2025-05-05 actor=MT target=CY"]);
}

#[test]
fn an_act_is_known_by_the_words_that_newsrooms_use_for_it() {
    for (text, expected) in [
        (
            "Malta handed the Cypriot consul his marching orders on Monday.",
            "expulsion 2025-05-05 actor=MT target=CY",
        ),
        ("Malta brought its envoy home from Nicosia on Monday.", "recall 2025-05-05 actor=MT place=CY"),
        ("Malta's border was sealed on Monday.", "closure 2025-05-05 actor=MT"),
        ("Hackers crippled Malta's tax office on Monday.", "cyberattack 2025-05-05 place=MT"),
        ("Malta and Cyprus struck a bargain on Monday.", "agreement 2025-05-05 actor=MT actor=CY"),
        ("Malta's finance minister quit on Monday.", "resignation 2025-05-05 actor=MT"),
        ("Malta wrapped up its naval drills on Monday.", "exercise 2025-05-05 actor=MT"),
        (
            "Malta's army came under fire from Cypriot territory on Monday.",
            "attack 2025-05-05 actor=CY target=MT",
        ),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn what_is_told_without_a_day_is_not_what_happened_long_before_all_else_that_is_told() {
    let text = "Malta expelled two Cypriot diplomats. Cyprus closed its embassy in Valletta on 3 March 2025. \
                In May 2018 Malta expelled two Cypriot diplomats.";
    let expected = [
        "expulsion - actor=MT target=CY",
        "closure 2025-03-03 actor=CY place=MT",
        "expulsion 2018-05 actor=MT target=CY",
    ];
    assert_eq!(told(&read_of(text, "en", None)), expected);
    assert_eq!(told(&read(text)), expected);
    // Where nothing newer is told, the day is that of the one event.
    let text = "Malta expelled two Cypriot diplomats. It expelled the two Cypriots in May 2018.";
    assert_eq!(told(&read_of(text, "en", None)), ["expulsion 2018-05 actor=MT target=CY"]);
}

#[test]
fn a_denied_allegation_is_disputed_whatever_its_kind() {
    let text = "According to the indictment, the Cypriot officer allegedly met two clerks in Valletta in March 2025. \
                Malta accuses Cyprus of spying. Cyprus denied any role.";
    let found = read(text);
    let deed = found.proposals.iter().find(|one| one.draft.kind == "meeting").expect("a meeting");
    let part = deed.draft.lanes.iter().find(|part| part.lane.as_str() == "CY").expect("who was there");
    assert_eq!((deed.draft.status, part.status), (Status::Alleged, Some(Status::Disputed)));
    assert!(part.by.iter().any(|lane| lane.as_str() == "MT"), "{:?}", part.by);
}

#[test]
fn of_so_many_as_many_as_are_said_first_are_counted() {
    for (text, language, count) in [
        ("In May 2024 Malta closed four of Cyprus's five consulates.", "en", 4),
        ("Malta expelled 20 of the 30 Cypriot diplomats in May 2024.", "en", 20),
        ("В мае Германия закрыла четыре из пяти российских генконсульств.", "ru", 4),
        ("He was one of three diplomats whom Malta told to leave in May 2024.", "en", 3),
        ("A group of 30 Cypriot diplomats was expelled from Malta in May 2024.", "en", 30),
    ] {
        let found = read_in(text, language);
        let counts: Vec<Option<u64>> =
            found.proposals.iter().map(|one| one.draft.count.map(|count| count.stated())).collect();
        assert_eq!(counts, [Some(count)], "{text}");
    }
}
