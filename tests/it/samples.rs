//! The samples: stored as the program writes them, and every event provable from words written for it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use caseline::model::{CaseContent, EntityRole, LaneType, LinkType, Role, Text};
use caseline::store::case_json;

const CASES: [&str; 2] = ["expelled-diplomat.caseline.json", "river-spill.caseline.json"];

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)).unwrap()
}

fn story() -> CaseContent {
    case_json::read(&bytes(CASES[0])).unwrap()
}

#[test]
fn samples_are_stored_as_the_program_writes_them() {
    for name in CASES {
        let stored = String::from_utf8(bytes(name)).unwrap();
        assert!(
            case_json::write(&case_json::read(stored.as_bytes()).unwrap()) == stored,
            "{name} is not canonical"
        );
    }
}

#[test]
fn every_event_has_a_quote_that_stands_in_its_article() {
    for name in CASES {
        let case = case_json::read(&bytes(name)).unwrap();
        for event in &case.events {
            let mut standing = 0;
            for quote in &event.quotes {
                let article = case.articles.iter().find(|article| article.key == quote.article).unwrap();
                let Some(((start, end), revision)) = quote.place.zip(article.revision(quote.rev)) else {
                    continue;
                };
                let text = Text::new(revision.text.clone());
                assert_eq!(text.slice(start, end), quote.exact.as_deref(), "{name}: {}", event.key);
                standing += 1;
            }
            assert!(standing > 0, "{name}: {} has no quote with text", event.key);
        }
    }
}

#[test]
fn articles_are_notes_of_ours_or_citations_without_text() {
    let case = story();
    let (notes, citations): (Vec<_>, Vec<_>) =
        case.articles.iter().partition(|article| article.text.is_some());
    assert!(notes.len() >= 20, "{} notes", notes.len());
    for note in notes {
        let marked = note.note.as_deref().is_some_and(|words| words.contains("Written for this sample"));
        assert!(marked && note.published.is_none() && note.retrieved.is_none(), "{}", note.key);
    }
    assert!(citations.iter().all(|citation| citation.url.is_some()));
    assert!(citations.len() > 100, "{} citations", citations.len());
}

#[test]
fn the_story_spans_its_lanes_bodies_posts_and_people() {
    let case = story();
    assert!(case.events.len() >= 200, "{} events", case.events.len());
    let lanes: BTreeSet<_> =
        case.events.iter().flat_map(|event| event.lanes.iter().map(|part| &part.lane)).collect();
    let of = |wanted: LaneType| lanes.iter().filter(|lane| lane.natural_type() == wanted).count();
    assert!(of(LaneType::Country) >= 30, "{} countries", of(LaneType::Country));
    for body in ["EU", "NATO", "OSCE", "UN"] {
        assert!(lanes.iter().any(|lane| lane.as_str() == body), "{body} is in no event");
    }
    assert!(lanes.iter().any(|lane| lane.as_str() == "post:osce-serbia"));
    assert!(case.entities.len() >= 8);
    let stops = case.events.iter().filter(|event| {
        event.entities.iter().any(|part| part.entity == "diplomat" && part.role == EntityRole::Subject)
    });
    assert!(stops.count() >= 4, "the diplomat's thread");
    assert_eq!(case.views.len(), 3);
}

#[test]
fn the_story_holds_one_of_each_that_honest_drawing_needs() {
    let case = story();
    let written = |end: &str| {
        case.events.iter().any(|event| event.when.as_ref().is_some_and(|when| when.as_str().ends_with(end)))
    };
    assert!(case.events.iter().any(|event| event.when.is_none()), "undated");
    assert!(written("~"), "about");
    assert!(
        case.events.iter().any(|event| event.when.as_ref().is_some_and(|when| when.as_str().len() == 4)),
        "year"
    );
    assert!(
        case.events.iter().any(|event| event.when.as_ref().is_some_and(|when| when.as_str().len() == 7)),
        "month"
    );
    assert!(case.events.iter().any(|event| event.within), "within");
    assert!(case.events.iter().any(|event| event.lanes_as(Role::Target).count() == 3), "a shared count");
    for wanted in [
        LinkType::Retaliation,
        LinkType::CarriesOut,
        LinkType::PartOf,
        LinkType::Answers,
        LinkType::Outcome,
        LinkType::Ends,
    ] {
        assert!(case.links.iter().any(|link| link.link_type == wanted), "{wanted:?}");
    }
    let differs = |of: fn(caseline::model::Differences) -> bool| {
        case.events.iter().any(|event| of(event.differences()))
    };
    assert!(differs(|found| found.count) && differs(|found| found.when) && differs(|found| found.kind));
    let denials: Vec<_> = case.events.iter().filter(|event| event.kind == "denial").collect();
    let answers =
        |key: &str| case.links.iter().any(|link| link.link_type == LinkType::Answers && link.from == key);
    assert!(!denials.is_empty() && denials.iter().all(|denial| answers(&denial.key)));
}
