//! Events go out as a table and come back the same.

use caseline::export::{ListFormat, list};
use caseline::intake::{Incoming, take_in};
use caseline::model::{
    Article, CaseContent, Count, Entity, EntityRole, Event, Involvement, LaneCode, Participant, Quote, Role,
    STANDARD, Sentence, Status, Unit, When,
};
use caseline::workspace::in_english;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

const WHENS: [&str; 8] = [
    "2022-04-05",
    "2022-04~",
    "2022",
    "2022-03-29/2022-04-07",
    "/2024-12-06",
    "2024-11/..",
    "199X",
    "2022-04-05T14:30+02:00",
];

/// Words with everything in them that separates values.
fn words() -> impl Strategy<Value = String> {
    "[a-zA-Zйё🕊0-9;|\"', \n-]{1,24}"
        .prop_map(|text| text.trim().to_owned())
        .prop_filter("not blank", |text| !text.is_empty())
}

fn code(text: &str) -> LaneCode {
    LaneCode::parse(text).expect("it is well formed")
}

fn part() -> impl Strategy<Value = Involvement> {
    let lane = select(vec!["BE", "RU", "OSCE", "XK", "post:osce-serbia", "lane:north-bank"]);
    (lane, select(Role::ALL.to_vec())).prop_map(|(lane, role)| Involvement {
        lane: code(lane),
        role,
        status: None,
        by: vec![],
    })
}

fn count() -> impl Strategy<Value = Count> {
    (0..5_000_u64, of(0..50_u64), select(Unit::ALL.to_vec()), any::<bool>())
        .prop_map(|(min, more, of, approx)| Count { min, max: more.map(|more| min + more), of, approx })
}

fn distinct<T: PartialEq>(mut all: Vec<T>) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    while !all.is_empty() {
        let one = all.remove(0);
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}

prop_compose! {
    fn event()(
        when in of(select(WHENS.to_vec())),
        within in any::<bool>(),
        title in words(),
        label in of("[a-z;|]{1,28}"),
        kind in select(STANDARD.map(|(code, ..)| code).to_vec()),
        status in select(Status::ALL.to_vec()),
        lanes in vec(part(), 0..4),
        count in of(count()),
        entities in vec(0..3_usize, 0..3),
        tags in vec(words(), 0..3),
        quotes in vec((0..4_usize, of("[a-zé;|\"\n .]{1,30}")), 0..4),
    ) -> Event {
        let when = when.map(|text| When::parse(text).expect("it is a date"));
        let within = within && when.as_ref().is_some_and(When::is_interval);
        let parts = entities.into_iter().map(|at| Participant { entity: format!("n{at}"), role: EntityRole::default() });
        let quote = |(at, exact)| Quote { article: format!("a{at}"), exact, ..Quote::default() };
        Event {
            when, within, title, label, kind: kind.to_owned(), status, count,
            lanes: distinct(lanes),
            entities: distinct(parts.collect()),
            tags: distinct(tags),
            quotes: distinct(quotes.into_iter().map(quote).collect()),
            ..Event::default()
        }
    }
}

prop_compose! {
    fn case()(
        events in vec(event(), 1..6),
        names in vec(words(), 3),
        titles in vec(words(), 4),
        urls in vec(of("https://[a-z]{1,3}/[a-z;|=]{0,6}"), 4),
        dates in vec(of(select(WHENS.to_vec())), 4),
    ) -> CaseContent {
        let numbered = |at: usize, text: &str| format!("{text} {at}");
        let entity = |(at, name): (usize, &String)| {
            Entity { key: format!("n{at}"), name: numbered(at, name), ..Entity::default() }
        };
        let article = |at: usize| Article {
            key: format!("a{at}"),
            // An address is enough, but something has to name an article.
            title: (at != 3 || urls[at].is_none()).then(|| numbered(at, &titles[at])),
            url: urls[at].as_ref().map(|url| format!("{url}{at}")),
            published: dates[at].map(|text| When::parse(text).expect("it is a date")),
            ..Article::default()
        };
        let events = events.into_iter().enumerate().map(|(at, event)| Event { key: format!("e{at}"), ..event });
        CaseContent {
            entities: names.iter().enumerate().map(entity).collect(),
            articles: (0..4).map(article).collect(),
            events: events.collect(),
            ..CaseContent::default()
        }
    }
}

/// An event with the keys of its entities and articles replaced by what they stand for, as a table has them.
fn spelled_out(case: &CaseContent) -> Vec<(Event, Vec<String>, Vec<String>)> {
    let name = |part: &Participant| {
        case.entities.iter().find(|entity| entity.key == part.entity).expect("it is there").name.clone()
    };
    let source = |quote: &Quote| {
        let article = case.articles.iter().find(|article| article.key == quote.article).expect("it is there");
        format!("{:?} {:?} {:?} {:?}", article.title, article.url, article.published, quote.exact)
    };
    let spelled = case.events.iter().map(|event| {
        let names = event.entities.iter().map(name).collect();
        let sources = event.quotes.iter().map(source).collect();
        let mut event = Event { entities: vec![], quotes: vec![], ..event.clone() };
        event.lanes.sort_by(|one, other| (one.role, &one.lane).cmp(&(other.role, &other.lane)));
        (event, names, sources)
    });
    spelled.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_table_that_was_exported_comes_back_as_the_same_events(case in case()) {
        let written = list(&case, ListFormat::Csv).expect("it can be written");
        prop_assert_eq!(&written.left_out, &Vec::<Sentence>::new());
        let bytes = written.bytes;
        let intake = take_in(&Incoming { name: "case.csv".into(), bytes: bytes.clone(), ..Incoming::default() });
        prop_assert_eq!(&intake.refused, &None);
        prop_assert_eq!(&intake.skipped, &vec![]);
        let table = String::from_utf8(bytes).expect("it is UTF-8");
        prop_assert_eq!(&intake.notes, &vec![], "{}", table);
        prop_assert_eq!(spelled_out(&intake.content), spelled_out(&case), "{}", table);
    }
}

#[test]
fn a_table_has_the_columns_of_the_contract() {
    let bytes = list(&CaseContent::default(), ListFormat::Csv).expect("it can be written").bytes;
    assert_eq!(
        String::from_utf8(bytes).expect("it is UTF-8"),
        "id,when,end,title,label,kind,status,count,of,place,actor,target,subject,post,entity,note,tags,\
         source_title,source_url,source_date,quote\n"
    );
}

#[test]
fn what_is_private_stays_out_of_a_table_and_what_it_lacks_is_counted() {
    let quote = |article: &str| Quote {
        article: article.into(),
        exact: Some("secret words".into()),
        ..Quote::default()
    };
    let public = Event {
        key: "e1".into(),
        title: "Seen by all".into(),
        kind: "meeting".into(),
        note: Some("my own secret thought".into()),
        quotes: vec![quote("a1"), Quote { private: true, ..quote("a2") }],
        entities: vec![Participant { entity: "n1".into(), role: EntityRole::default() }],
        ..Event::default()
    };
    let case = CaseContent {
        entities: vec![Entity {
            key: "n1".into(),
            name: "secret name".into(),
            private: true,
            ..Entity::default()
        }],
        articles: vec![
            Article {
                key: "a1".into(),
                title: Some("secret memo".into()),
                private: true,
                ..Article::default()
            },
            Article { key: "a2".into(), title: Some("paper".into()), ..Article::default() },
        ],
        events: vec![Event { title: "secret meeting".into(), private: true, ..public.clone() }, public],
        ..CaseContent::default()
    };
    let written = list(&case, ListFormat::Csv).expect("it can be written");
    let table = String::from_utf8(written.bytes).expect("it is UTF-8");
    assert!(table.contains("Seen by all") && !table.contains("secret"), "{table}");
    assert_eq!(
        written.left_out.iter().map(in_english).collect::<Vec<_>>(),
        [
            "1 name marked private is left out",
            "1 note is left out",
            "1 private event is left out",
            "2 private quotes are left out"
        ]
    );
}
