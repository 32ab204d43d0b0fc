//! Evidence out of articles: what `extract` finds in annotated samples of our own, and that it never misquotes.

use caseline::workspace::in_english;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use caseline::intake::{Extraction, Known, Lexicons, Question};
use caseline::model::{Entity, When};
use proptest::prelude::*;
use serde_json::Value;

use crate::program::Program;

/// What was wanted, found and right.
#[derive(Debug, Default)]
struct Tally {
    wanted: usize,
    found: usize,
    right: usize,
}

impl Tally {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.wanted + self.found).max(1) as f64
    }
}

fn ask(text: &str, language: Option<&str>, published: Option<&str>) -> Extraction {
    let published = published.map(|day| When::parse(day).unwrap());
    let known = Known::default();
    let question = Question {
        text,
        language,
        published: published.as_ref(),
        known: &known,
        lexicons: Lexicons::standard(),
    };
    question.answer()
}

fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/extract");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    assert!(files.len() >= 27, "{} samples", files.len());
    files
}

/// Words of a list in JSON, separated by blanks.
fn codes(value: &Value) -> Vec<&str> {
    value.as_str().unwrap_or_default().split_whitespace().collect()
}

fn score_places(sample: &Value, found: &Extraction, tally: &mut Tally) {
    let wanted = codes(&sample["places"]);
    let got: Vec<&str> = found.places.iter().map(|place| place.codes[0].as_str()).collect();
    let mut left = got.clone();
    tally.wanted += wanted.len();
    tally.found += got.len();
    for code in wanted {
        if let Some(at) = left.iter().position(|other| *other == code) {
            left.remove(at);
            tally.right += 1;
        }
    }
}

/// Dates by the words that say them and by their values: `words=value|value`.
fn score_dates(sample: &Value, found: &Extraction, tally: &mut Tally, faults: &mut Vec<String>) {
    let Some(wanted) = sample["dates"].as_array() else { return };
    let text = found.text.as_str();
    let mut left: Vec<(&str, String)> = found
        .dates
        .iter()
        .map(|date| {
            let when = date.when.as_ref().map_or("null", When::as_str).to_owned();
            (date.span.of(text).expect("a date stands in its text"), when)
        })
        .collect();
    tally.wanted += wanted.len();
    tally.found += left.len();
    for line in wanted {
        let (words, values) = line.as_str().unwrap().split_once('=').unwrap();
        let near = |said: &str| said.contains(words) || words.contains(said);
        let hit =
            left.iter().position(|(said, when)| near(said) && values.split('|').any(|value| value == when));
        if let Some(at) = hit {
            left.remove(at);
            tally.right += 1;
        } else {
            faults.push(format!("date {line}"));
        }
    }
}

/// Day, kind, lanes and the words all right; a sample that gives no day for an event accepts any.
fn score_events(sample: &Value, found: &Extraction, tally: &mut Tally, faults: &mut Vec<String>) {
    let text = found.text.as_str();
    let wanted = sample["events"].as_array().unwrap();
    let mut taken = BTreeSet::new();
    tally.wanted += wanted.iter().filter(|event| event["essential"] != false).count();
    for proposal in &found.proposals {
        tally.found += 1;
        let lanes: BTreeSet<&str> = proposal.draft.lanes.iter().map(|part| part.lane.as_str()).collect();
        let when = proposal.draft.when.as_ref().map_or("null", When::as_str);
        let quotes: Vec<&str> = std::iter::once(&proposal.quote)
            .chain(&proposal.more_quotes)
            .map(|span| span.of(text).expect("a quote stands in its text"))
            .collect();
        let hit = wanted.iter().enumerate().find(|(at, event)| {
            let must: BTreeSet<&str> = codes(&event["must"]).into_iter().collect();
            let allowed: BTreeSet<&str> = must.iter().copied().chain(codes(&event["may"])).collect();
            !taken.contains(at)
                && codes(&event["kind"]).contains(&proposal.draft.kind.as_str())
                && (event["when"].is_null() || codes(&event["when"]).contains(&when))
                && must.is_subset(&lanes)
                && lanes.is_subset(&allowed)
                && quotes.iter().any(|quote| quote.contains(event["words"].as_str().unwrap()))
        });
        if let Some((at, _)) = hit {
            taken.insert(at);
            tally.right += 1;
        } else {
            faults.push(format!("extra {} {lanes:?} {}", proposal.draft.kind, quotes[0]));
        }
    }
    for (at, event) in wanted.iter().enumerate() {
        if !taken.contains(&at) && event["essential"] != false {
            faults.push(format!("missed {} {}", event["kind"], event["words"]));
        }
    }
}

#[test]
fn annotated_samples_in_five_languages_are_read_well() {
    let mut languages = BTreeSet::new();
    let (mut dates, mut places, mut events) = (Tally::default(), Tally::default(), Tally::default());
    let mut faults = Vec::new();
    for file in samples() {
        let sample: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        let text = fs::read_to_string(file.with_extension("txt")).unwrap();
        let found = ask(&text, sample["language"].as_str(), sample["published"].as_str());
        languages.insert(sample["language"].as_str().unwrap().to_owned());
        let before = faults.len();
        score_dates(&sample, &found, &mut dates, &mut faults);
        score_places(&sample, &found, &mut places);
        score_events(&sample, &found, &mut events, &mut faults);
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        faults[before..].iter_mut().for_each(|fault| *fault = format!("{name}: {fault}"));
    }
    let told = format!("dates {dates:?}\nplaces {places:?}\nevents {events:?}\n{}", faults.join("\n"));
    assert_eq!(languages.len(), 5);
    assert!(dates.f1() >= 0.90, "{}\n{told}", dates.f1());
    assert!(places.f1() >= 0.95, "{}\n{told}", places.f1());
    assert!(events.f1() >= 0.75, "{}\n{told}", events.f1());
}

/// Kind, lanes by role, and count of each proposal.
fn told(text: &str, language: &str) -> Vec<String> {
    let found = ask(text, Some(language), Some("2025-05-06"));
    let one = |proposal: &caseline::intake::Proposal| {
        let draft = &proposal.draft;
        let lanes: Vec<String> =
            draft.lanes.iter().map(|part| format!("{}={}", part.role.code(), part.lane)).collect();
        let count = draft.count.map(|count| {
            let most = count.max.map_or("more".to_owned(), |max| max.to_string());
            format!(" {}..{most}", count.min)
        });
        format!("{} {}{}", draft.kind, lanes.join(" "), count.unwrap_or_default())
    };
    found.proposals.iter().map(one).collect()
}

#[test]
fn roles_follow_the_sentence_and_not_the_order_of_words() {
    for (language, text, expected) in [
        ("en", "Norway expelled two Russian diplomats.", "expulsion actor=NO target=RU 2..2"),
        ("en", "Two Russian diplomats were expelled by Norway.", "expulsion actor=NO target=RU 2..2"),
        ("en", "Two dozen Russians expelled from Norway", "expulsion actor=NO target=RU 24..24"),
        (
            "en",
            "More than 30 Russian diplomats have been expelled by Norway.",
            "expulsion actor=NO target=RU 30..more",
        ),
        ("de", "Norwegen hat zwei russische Diplomaten ausgewiesen.", "expulsion actor=NO target=RU 2..2"),
        (
            "fr",
            "Deux diplomates russes ont été expulsés par la Norvège.",
            "expulsion actor=NO target=RU 2..2",
        ),
        ("ru", "Норвегия выслала двух российских дипломатов.", "expulsion actor=NO target=RU 2..2"),
        ("uk", "Норвегія вислала двох російських дипломатів.", "expulsion actor=NO target=RU 2..2"),
    ] {
        assert_eq!(told(text, language), [expected], "{text}");
    }
}

#[test]
fn each_country_that_acted_gets_its_own_event() {
    assert_eq!(
        told("Denmark expelled 15 Russian diplomats, Italy 30 and Spain 25.", "en"),
        [
            "expulsion actor=DK target=RU 15..15",
            "expulsion actor=IT target=RU 30..30",
            "expulsion actor=ES target=RU 25..25"
        ]
    );
}

#[test]
fn what_did_not_happen_is_not_proposed() {
    for text in [
        "Norway has not expelled any Russian diplomats.",
        "Norway may expel two Russian diplomats.",
        "Norway threatened to expel two Russian diplomats.",
        "If Norway expelled Russian diplomats, nobody would be surprised.",
    ] {
        // A threat is a statement, and no expulsion.
        let expelled = told(text, "en").into_iter().find(|event| event.starts_with("expulsion"));
        assert_eq!(expelled, None, "{text}");
    }
}

#[test]
fn an_event_told_twice_is_one_with_two_quotes() {
    let text = "Latvia expels three Russian diplomats\n\nThe foreign ministry in Riga said on Monday that Latvia had \
                expelled three Russian diplomats.";
    let found = ask(text, Some("en"), Some("2025-05-06"));
    assert_eq!(found.proposals.len(), 1, "{:?}", found.proposals);
    assert_eq!(found.proposals[0].more_quotes.len(), 1);
    assert_eq!(found.proposals[0].draft.title, "Latvia expels 3 Russian diplomats");
}

/// The proposals of an English text as [`told`] writes them, joined.
fn told_in_english(text: &str) -> String {
    told(text, "en").join("; ")
}

#[test]
fn what_was_so_long_before_is_counted_from_the_day_just_told() {
    let text = "Malta's parliament voted on Thursday to close its ports.\n\n\
                The vote came three weeks after hackers broke into the network of a harbour in Gozo.";
    let found = ask(text, Some("en"), Some("2026-03-14"));
    let attack = found.proposals.iter().find(|one| one.draft.kind == "cyberattack").expect("the attack");
    assert_eq!(attack.draft.when.as_ref().map(caseline::model::When::as_str), Some("2026-02-19~"));
}

#[test]
fn a_number_reached_since_some_year_is_a_running_total() {
    let text = "Since 2022, over 90 Belarusian diplomats have been removed from Latvia and Estonia.";
    assert_eq!(told_in_english(text), "expulsion actor=LV actor=EE target=BY 90..more");
    let draft = &ask(text, Some("en"), Some("2025-05-06")).proposals[0].draft;
    assert_eq!(draft.when.as_ref().map(When::as_str), Some("2022/.."));
    assert_eq!(draft.count.map(|count| count.of), Some(caseline::model::Unit::Total));
    let day = ask("On 3 May, Latvia expelled two Belarusian diplomats.", Some("en"), Some("2025-05-06"));
    assert_eq!(day.proposals[0].draft.count.map(|count| count.of), Some(caseline::model::Unit::People));
}

#[test]
fn a_group_of_people_is_not_one_person() {
    let text = "He was part of a bigger group of Belarusian officials expelled from Latvia.";
    assert_eq!(told_in_english(text), "expulsion actor=LV target=BY");
}

#[test]
fn a_post_is_where_somebody_is_named_for() {
    for (text, expected) in [
        ("She could be named for Latvia and Estonia.", "nomination place=LV place=EE"),
        ("The envoy is now being considered for a senior post in Albania.", "nomination place=AL"),
        (
            "She also appears as a candidate for comparable roles in Malta and Cyprus.",
            "nomination place=MT place=CY",
        ),
    ] {
        assert_eq!(told_in_english(text), expected, "{text}");
    }
}

#[test]
fn these_incidents_are_where_the_sentence_before_told() {
    let first = "Police reports from Denmark speak of strange damage to parked lorries.";
    let second = "Some of these incidents involved broken glass on motorways, damaging over 40 cars.";
    let expected = "sabotage place=DK 40..more";
    assert_eq!(told_in_english(&format!("{first} {second}")), expected);
    // Not across a paragraph, and not where nothing points back.
    assert_eq!(told_in_english(&format!("{first}\n\n{second}")), "sabotage  40..more");
    let other = "Broken glass on motorways turned up, damaging over 40 cars.";
    assert_eq!(told_in_english(&format!("{first} {other}")), "sabotage  40..more");
}

#[test]
fn a_heading_lends_its_countries_to_no_paragraph() {
    let text = "Old quarrel: Malta shuns Cyprus over harbour fees\n\nThe authorities claim that Belarus has been \
                plotting against airlines.";
    assert_eq!(told_in_english(text), "accusation target=BY");
}

#[test]
fn authorities_are_those_of_the_country_that_is_named_before_them() {
    for text in [
        "In Latvia, authorities claim that Belarus has been plotting against railways.",
        "Malta shuns Cyprus over fees\n\nIn Latvia, the authorities claim that Belarus has been plotting.",
    ] {
        assert_eq!(told_in_english(text), "accusation actor=LV target=BY", "{text}");
    }
}

#[test]
fn a_recalled_diplomat_is_of_the_country_last_spoken_of() {
    let text = "A Belarusian diplomat works in Malta again. Quietly recalled from Riga in 2023, he kept his rank. He \
                had been recalled from Riga after a quarrel.";
    let found = told(text, "en");
    assert!(found.iter().any(|event| event.starts_with("recall actor=LV target=BY")), "{found:?}");
}

#[test]
fn who_is_called_accused_is_accused_by_nobody_anew() {
    for text in [
        "Latvia expelled a Belarusian embassy worker accused of espionage.",
        "Accused Belarusian spy seeks a new post in Malta",
        "A Belarusian diplomat left Latvia after being accused of spying.",
        "Germany's accusations against Belarus are old.",
        "Latvia's accusations have caused much anger.",
    ] {
        let accused = told(text, "en").into_iter().find(|event| event.starts_with("accusation"));
        assert_eq!(accused, None, "{text}");
    }
    let text = "Belarus has been accused of spying.";
    assert_eq!(told_in_english(text), "accusation target=BY");
    let text = "Latvia's accusations were denied by Belarus.";
    assert_eq!(told_in_english(text), "denial actor=BY");
    let text = "Minsk rejected Latvia's accusations of espionage and accused Riga of hysteria.";
    assert_eq!(told_in_english(text), "denial actor=BY; accusation actor=BY target=LV");
}

#[test]
fn once_between_two_days_or_in_a_night_is_within() {
    for (text, when, within) in [
        ("Latvia arrested two Belarusian agents between 3 and 5 May 2024.", "2024-05-03/2024-05-05", true),
        ("A train was derailed in Latvia on the night of 3 May 2024.", "2024-05-03/2024-05-04", true),
        ("Latvia held joint exercises with Malta from 3 to 5 May 2024.", "2024-05-03/2024-05-05", false),
    ] {
        let found = ask(text, Some("en"), Some("2025-05-06"));
        let draft = &found.proposals[0].draft;
        assert_eq!(draft.when.as_ref().map(When::as_str), Some(when), "{text}");
        assert_eq!(draft.within, within, "{text}");
    }
}

#[test]
fn extract_prints_within_only_where_it_holds() {
    let program = Program::new();
    let print = |text: &str| {
        program.put("night.txt", text);
        let told = program.done("extract night.txt --language en --published 2025-05-06").json();
        told["events"][0].clone()
    };
    let event = print("Latvia arrested two Belarusian agents between 3 and 5 May 2024.");
    assert_eq!(event["within"], true, "{event}");
    let event = print("Latvia arrested two Belarusian agents on 3 May 2024.");
    assert_eq!(event.get("within"), None, "{event}");
}

#[test]
fn names_that_hold_a_countrys_are_not_the_country() {
    for (text, expected) in [
        ("The Moscow Times wrote about New Mexico and Michael Jordan.", ""),
        ("Jordan and Chad talked in Amman.", "JO TD JO"),
        ("A turkey walked past us and them.", ""),
        ("The Democratic Republic of the Congo and South Korea met NATO.", "CD KR NATO"),
        ("The U.S. and Georgia, Moscow said, signed in Tbilisi.", "US GE RU GE"),
        ("He moved from Atlanta, Georgia, to Florida.", ""),
    ] {
        let found = ask(text, Some("en"), None);
        let codes: Vec<&str> = found.places.iter().map(|place| place.codes[0].as_str()).collect();
        assert_eq!(codes.join(" "), expected, "{text}");
    }
}

#[test]
fn brussels_keeps_both_readings() {
    let found = ask("Brussels said nothing.", Some("en"), None);
    let codes: Vec<&str> = found.places[0].codes.iter().map(caseline::model::LaneCode::as_str).collect();
    assert_eq!(codes.len(), 2, "{codes:?}");
}

#[test]
fn a_language_without_a_lexicon_still_has_its_countries_found_and_is_told() {
    let found = ask("Polska i Niemcy rozmawiały wczoraj o sprawie.", Some("pl"), None);
    let codes: Vec<&str> = found.places.iter().map(|place| place.codes[0].as_str()).collect();
    assert_eq!(codes, ["PL", "DE"]);
    assert!(found.notes.iter().any(|note| in_english(note).contains("no lexicon")), "{:?}", found.notes);
    assert!(found.proposals.is_empty());
}

#[test]
fn people_of_the_case_are_known_by_their_aliases() {
    let known = Known {
        entities: vec![Entity {
            key: "e7".to_owned(),
            name: "Viktor Lesnov".to_owned(),
            aliases: vec!["the quiet consul".to_owned()],
            ..Entity::default()
        }],
    };
    let question = Question {
        text: "Norway expelled the quiet consul and two Russian diplomats.",
        language: Some("en"),
        published: None,
        known: &known,
        lexicons: Lexicons::standard(),
    };
    let found = question.answer();
    assert_eq!(found.entities[0].known.as_deref(), Some("e7"));
    assert_eq!(found.proposals[0].draft.entities[0].entity, "e7");
}

#[test]
fn quotes_count_characters_through_cyrillic_emoji_and_combining_marks() {
    let program = Program::new();
    let text = "🕊 Заметка e\u{301}\n\nНорвегия выслала двух российских дипломатов.";
    program.put("a.txt", text);
    let told = program.done("extract a.txt --published 2022-04-05 --language ru").json();
    let event = &told["events"][0];
    let (start, end) = (event["quote"]["start"].as_u64().unwrap(), event["quote"]["end"].as_u64().unwrap());
    let whole: Vec<char> = told["article"]["text"].as_str().unwrap().chars().collect();
    let cut: String = whole[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()].iter().collect();
    assert_eq!(cut, "Норвегия выслала двух российских дипломатов.");
    assert_eq!(event["quote"]["text"], cut);
}

#[test]
fn a_file_that_cannot_be_read_costs_only_itself() {
    let program = Program::new();
    program.put("a.txt", "Norway expelled two Russian diplomats.");
    let run = program.run("extract a.txt missing.txt");
    assert_eq!(run.code, 1);
    let out = String::from_utf8(run.out).unwrap();
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((lines[0]["file"].as_str(), lines[1]["file"].as_str()), (Some("a.txt"), Some("missing.txt")));
    assert!(lines[1]["error"].is_string() && lines[0]["events"].is_array());
}

#[test]
fn one_endless_sentence_and_numbers_only_are_read_to_their_end() {
    let endless = "Norway expelled two Russian diplomats and ".repeat(2_000);
    let found = ask(&endless, Some("en"), None);
    assert!(!found.proposals.is_empty());
    assert!(ask(&"1 22 333,4 ".repeat(5_000), Some("en"), None).proposals.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_text_makes_it_panic_and_no_quote_is_false(
        text in "(Russia|Norway's |expelled |two |said |, |\\. |\n|\"|Бельгия |выслала |🕊|e\u{301}|مرحبا |[a-zA-Z0-9]{0,3}| ){0,60}"
    ) {
        for language in [Some("en"), Some("ru"), Some("fr"), None] {
            let found = ask(&text, language, Some("2022-04-05"));
            for proposal in &found.proposals {
                prop_assert!(proposal.quote.of(&text).is_some_and(|words| !words.is_empty()));
            }
            for place in &found.places {
                prop_assert!(place.span.of(&text).is_some());
            }
        }
    }
}

#[test]
fn both_readings_of_a_place_are_printed_with_it_and_with_its_events() {
    let program = Program::new();
    program.put("a.txt", "Brussels expelled two Russian diplomats on 3 May 2024.");
    let told = program.done("extract a.txt --language en --published 2025-05-06").json();
    assert_eq!(told["places"][0]["codes"], serde_json::json!(["BE", "EU"]));
    assert_eq!(told["places"][1].get("codes"), None, "{told}");
    assert_eq!(told["events"][0]["readings"], serde_json::json!(["EU"]));
}

#[test]
fn what_is_told_twice_waits_with_both_quotes_and_names_whom_the_case_does_not_know() {
    let program = Program::new();
    program.put(
        "a.txt",
        "Latvia expels three Russian diplomats\n\nForeign Minister Anna Ozola said on 5 May 2025 in Riga that Latvia \
         had expelled three Russian diplomats. The ministry had called in the ambassador before that, and it would not \
         say who they were or what they had done there. It is the third time within two years that this has happened, \
         and nobody in the town by the sea believes that it will be the last one.",
    );
    program.done("new c.caseline");
    program.done("import a.txt --into c.caseline");
    let waiting = program.done("export c.caseline --format caseline.json -o -").json();
    let draft = &waiting["candidates"][0]["draft"];
    assert_eq!(draft["more_quotes"].as_array().map(Vec::len), Some(1), "{waiting}");
    assert_eq!(draft["names"][0], "Anna Ozola");
    // Taken in again, to be taken at once: nothing is left waiting beside what was made.
    program.done("import a.txt --into c.caseline --accept");
    let taken = program.done("export c.caseline --format caseline.json -o -").json();
    assert_eq!(taken.get("candidates").and_then(Value::as_array).map_or(0, Vec::len), 0, "{taken}");
    let events = taken["events"].as_array().unwrap();
    let expelled: Vec<&Value> = events.iter().filter(|event| event["kind"] == "expulsion").collect();
    assert_eq!(expelled.len(), 1, "{taken}");
    assert_eq!(expelled[0]["quotes"].as_array().map(Vec::len), Some(2), "{taken}");
    assert_eq!(program.done("check c.caseline").json()["ok"], true);
}

#[test]
fn an_event_that_cites_a_page_is_offered_its_words_when_the_page_comes() {
    let program = Program::new();
    program.put(
        "case.caseline.json",
        r#"{ "caseline": 1, "title": "Cited", "lanes": [], "kinds": [], "entities": [],
            "articles": [ { "id": "a1", "title": "Latvia and its guests", "url": "https://example.org/latvia" } ],
            "events": [ { "id": "e1", "when": "2025-05-05", "title": "Three envoys have to leave Riga", "kind": "expulsion",
                "status": "confirmed", "count": { "min": 3, "max": 3, "of": "people" },
                "lanes": [ { "code": "LV", "role": "actor" }, { "code": "BY", "role": "target" } ],
                "quotes": [ { "article": "a1" } ] } ], "links": [], "candidates": [], "views": [] }"#,
    );
    program.put(
        "page.html",
        "<html lang=en><head><title>Latvia and its guests</title><link rel=canonical href='https://example.org/latvia'>\
         <meta property='article:published_time' content='2025-05-06'></head><body><article><h1>Latvia and its \
         guests</h1><p>The weather was fine in the old town, and the harbour was full of ships from everywhere.</p>\
         <p>For the envoys of Belarus in Riga the stay was over on Monday: three of them have to leave Latvia within \
         the week, the ministry wrote, and it named no reason for it at all.</p><p>Nobody knows what they will do \
         next, or who will come in their place once the summer is over.</p></article></body></html>",
    );
    program.done("new c.caseline");
    program.done("import case.caseline.json --into c.caseline");
    program.done("import page.html --into c.caseline");
    let waiting = program.done("export c.caseline --format caseline.json -o -").json();
    let candidates = waiting["candidates"].as_array().unwrap();
    let offered = candidates.iter().find(|one| one["draft"]["title"] == "Three envoys have to leave Riga");
    assert!(offered.is_some(), "{waiting}");
    program.done("import page.html --into c.caseline --accept");
    let taken = program.done("export c.caseline --format caseline.json -o -").json();
    let event = taken["events"].as_array().unwrap().iter().find(|event| event["id"] == "e1").unwrap();
    let quotes = event["quotes"].as_array().unwrap();
    assert_eq!(quotes.len(), 1, "the citation has become the quote: {event}");
    assert!(quotes[0]["exact"].as_str().unwrap().starts_with("For the envoys of Belarus"), "{event}");
}
