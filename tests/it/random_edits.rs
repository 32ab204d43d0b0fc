//! Edits by chance: whatever a hand may do to a case, in any order, can be taken back to the letter and made again.

use std::fmt::Write;

use caseline::model::{
    Article, ArticleEdit, Candidate, CandidateEdit, CaseContent, CaseEdit, Change, Edit, Entity, EntityEdit,
    EntityRole, Event, EventChange, EventEdit, Facets, Import, KindEdit, Lane, LaneCode, LaneEdit, Link,
    LinkEdit, LinkType, OwnKind, Participant, Revision, Status,
};
use caseline::store::{Access, Store, case_json};
use caseline::workspace::in_english;
use proptest::prelude::{ProptestConfig, any};
use proptest::proptest;

use crate::generate::{self, Dice};
use crate::store::{around, import, scratch};

/// One edit of any sort; what it names is there, or is not.
pub fn edit(dice: &mut Dice, case: &CaseContent, store: &Store) -> Edit {
    let events: Vec<Event> = case.events.iter().map(|event| with_row(event, store)).collect();
    let ids = |dice: &mut Dice| -> Vec<_> { dice.some(3, |dice| dice.pick(&events).id) };
    let known = !events.is_empty();
    match dice.below(20) {
        0..=2 if known => Edit::Event(EventEdit::Put(Box::new(changed(dice, case, &events)))),
        3 => Edit::Event(EventEdit::Put(Box::new(generate::event(dice, 900, case)))),
        4 if known => Edit::Event(EventEdit::Remove(ids(dice))),
        5..=7 if known => {
            Edit::Event(EventEdit::Change { events: ids(dice), change: event_change(dice, case) })
        }
        8 | 9 if known => Edit::Link(link(dice, case)),
        10 => Edit::Lane(lane(dice, case)),
        11 => Edit::Kind(kind(dice)),
        12 | 13 => Edit::Entity(entity(dice, case)),
        14 | 15 => Edit::Article(article(dice, case)),
        16 | 17 => Edit::Candidate(candidate(dice, case, &events)),
        18 if known => Edit::NotSame(dice.pick(&events).key, dice.pick(&events).key),
        19 => Edit::Import(Box::new(Import {
            from: "more.json".into(),
            content: generate::case(dice.next(), 3),
            ..Import::default()
        })),
        _ => Edit::Case(if dice.chance() {
            CaseEdit::Title(dice.text())
        } else {
            CaseEdit::Zone(Some(dice.pick(&["UTC", "+05:30", "-02:00", "nowhere"]).to_owned()))
        }),
    }
}

fn with_row(event: &Event, store: &Store) -> Event {
    let id = store.event_ids(std::slice::from_ref(&event.key)).unwrap()[0].unwrap();
    Event { id, ..event.clone() }
}

fn changed(dice: &mut Dice, case: &CaseContent, events: &[Event]) -> Event {
    let old = dice.pick(events);
    let new = generate::event(dice, 901, case);
    let mut event = Event { title: new.title, ..old.clone() };
    if dice.chance() {
        event = Event { id: old.id, key: old.key, ..generate::event(dice, 902, case) };
    }
    event
}

fn event_change(dice: &mut Dice, case: &CaseContent) -> EventChange {
    let entity = if case.entities.is_empty() { "nobody".into() } else { dice.pick(&case.entities).key };
    match dice.below(8) {
        0 => EventChange::Kind(dice.kind()),
        1 => EventChange::Status(dice.pick(&Status::ALL)),
        2 => EventChange::AddTag(dice.text()),
        3 => EventChange::RemoveTag(dice.text()),
        4 => EventChange::AddEntity(Participant { entity, role: dice.pick(&EntityRole::ALL) }),
        5 => EventChange::RemoveEntity(entity),
        6 => EventChange::Private(dice.chance()),
        _ => EventChange::When(dice.maybe(Dice::when)),
    }
}

fn link(dice: &mut Dice, case: &CaseContent) -> LinkEdit {
    if let Some(known) = dice.maybe(|dice| (!case.links.is_empty()).then(|| dice.pick(&case.links))).flatten()
    {
        return LinkEdit::Remove { from: known.from, to: known.to, link_type: known.link_type };
    }
    LinkEdit::Put(Box::new(Link {
        from: dice.pick(&case.events).key,
        to: dice.pick(&case.events).key,
        link_type: dice.pick(&LinkType::ALL),
        quotes: generate::quotes(dice, &case.articles),
    }))
}

fn lane(dice: &mut Dice, case: &CaseContent) -> LaneEdit {
    let code = dice.pick(&["BE", "post:new", "lane:x", "lane:other", "EU"]);
    let code = LaneCode::parse(code).unwrap();
    let declared: Vec<LaneCode> = case.lanes.iter().map(|lane| lane.code.clone()).collect();
    match dice.below(3) {
        0 => LaneEdit::Put(Box::new(Lane {
            name: dice.maybe(Dice::text),
            group: dice.maybe(Dice::text),
            ..Lane::plain(code)
        })),
        1 => LaneEdit::Order(declared.into_iter().rev().chain(dice.maybe(|_| code)).collect()),
        _ => LaneEdit::Remove(code),
    }
}

fn kind(dice: &mut Dice) -> KindEdit {
    let id = dice.pick(&["safe-house", "rumour", "other", "raid"]).to_owned();
    if dice.chance() {
        return KindEdit::Remove(id);
    }
    KindEdit::Put(Box::new(OwnKind { id, label: format!("L{}", dice.text()), family: None, colour: None }))
}

fn entity(dice: &mut Dice, case: &CaseContent) -> EntityEdit {
    let key = |dice: &mut Dice| {
        if case.entities.is_empty() { String::new() } else { dice.pick(&case.entities).key }
    };
    match dice.below(4) {
        0 => EntityEdit::Remove(key(dice)),
        1 => EntityEdit::Put(Box::new(Entity { name: dice.text(), ..Entity::default() })),
        2 => EntityEdit::Put(Box::new(Entity {
            key: key(dice),
            name: format!("N{}", dice.text()),
            aliases: dice.some(3, Dice::text),
            ..Entity::default()
        })),
        _ => EntityEdit::Merge { kept: key(dice), gone: key(dice) },
    }
}

fn article(dice: &mut Dice, case: &CaseContent) -> ArticleEdit {
    if case.articles.is_empty() || dice.below(5) == 0 {
        let text = dice.maybe(|dice| Revision { text: dice.text(), ..Revision::default() });
        return ArticleEdit::Put(Box::new(Article { title: Some("New".into()), text, ..Article::default() }));
    }
    let known = dice.pick(&case.articles);
    match dice.below(4) {
        0 => ArticleEdit::Put(Box::new(Article {
            published: dice.maybe(Dice::when),
            title: dice.maybe(Dice::text),
            ..known
        })),
        1 => ArticleEdit::Remove { key: known.key, keep_citation: dice.chance() },
        _ => {
            // Most of the old words, some others before and among them.
            let old = known.text.map_or_else(|| dice.text(), |text| text.text);
            let cut = dice.below(old.chars().count());
            let (head, tail): (String, String) =
                (old.chars().take(cut).collect(), old.chars().skip(cut).collect());
            ArticleEdit::Read { key: known.key, text: format!("{}{head}{tail}", dice.text()) }
        }
    }
}

fn candidate(dice: &mut Dice, case: &CaseContent, events: &[Event]) -> CandidateEdit {
    let key = |dice: &mut Dice| {
        if case.candidates.is_empty() { "c0".to_owned() } else { dice.pick(&case.candidates).key }
    };
    match dice.below(5) {
        0 => CandidateEdit::Accept { key: key(dice), event: Box::new(generate::event(dice, 903, case)) },
        1 => CandidateEdit::Reject(vec![key(dice)]),
        2 => CandidateEdit::Reopen(vec![key(dice)]),
        3 if !events.is_empty() && !case.articles.is_empty() => CandidateEdit::Merge {
            key: key(dice),
            into: dice.pick(events).id,
            quotes: vec![generate::quote(dice, &case.articles)],
        },
        _ => {
            let article = case.articles.iter().find(|article| article.text.is_some());
            let key = article.map_or_else(|| "a0".to_owned(), |article| article.key.clone());
            let candidates = generate::candidate(dice, 0, case).into_iter();
            let candidates =
                candidates.map(|one| Candidate { article: key.clone(), rev: None, end: 1, ..one });
            CandidateEdit::Propose { article: key.clone(), candidates: candidates.collect() }
        }
    }
}

fn written(store: &Store) -> String {
    case_json::write(&store.content().expect("readable"))
}

/// What is derived, beside what is stored: drawing table, search tables, threads.
fn derived(store: &Store) -> String {
    let columns = store.columns().expect("columns");
    let found = ["expels", "30", "отчет"].map(|word| store.search(word, 1_000).expect("searched"));
    let undated = store.undated().expect("undated");
    format!("{columns:?}\n{undated:?}\n{found:?}")
}

/// What filters ask, with names in the place of their numbers, which differ.
fn told(facets: &Facets) -> String {
    let mut said = format!("{:?}", facets.sayings);
    let names = |names: &[String], numbers: &[u32]| -> Vec<String> {
        numbers.iter().map(|number| names[*number as usize].clone()).collect()
    };
    for (at, row) in facets.rows.iter().enumerate() {
        let lanes = facets.lanes_of.of(at).iter();
        let lanes: Vec<_> = lanes.map(|(lane, roles)| (&facets.lanes[*lane as usize], roles)).collect();
        let lists = [
            names(&facets.entities, facets.entities_of.of(at)),
            names(&facets.tags, facets.tags_of.of(at)),
            names(&facets.articles, facets.articles_of.of(at)),
            names(&facets.sites, facets.sites_of.of(at)),
        ];
        writeln!(said, "{row:?} {lanes:?} {lists:?}").expect("a string");
    }
    let mut all: Vec<String> = facets.lanes.iter().map(ToString::to_string).collect();
    all.extend(
        [&facets.entities, &facets.tags, &facets.articles, &facets.sites].into_iter().flatten().cloned(),
    );
    all.sort();
    format!("{said}{all:?}")
}

fn check(store: &Store, case: &CaseContent) {
    let report = store.check().expect("checked");
    assert!(report.database.is_empty() && report.quotes.wrong.is_empty(), "{report:?}");
    let text = case_json::write(case);
    let again = case_json::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(case_json::write(&again), text, "what was edited is a case that can be read");
}

/// What was done and what it led to, oldest first; the case may be closed and opened again between two edits.
fn edit_at_random(seed: u64, mut store: Store, reopen: impl Fn(Store) -> Store) {
    let dice = &mut Dice(seed);
    let events = dice.below(7);
    import(&mut store, generate::case(seed ^ 1, events));
    let mut after = vec![(written(&store), derived(&store))];
    let mut columns = store.columns().expect("columns");
    let mut facets = store.facets().expect("facets");
    let mut follow = |store: &Store, change: Option<Change>| {
        let change = change.expect("a change");
        facets = store.facets_after(&facets, &change).expect("facets");
        assert_eq!(told(&facets), told(&store.facets().expect("facets")), "for {change:?}");
        columns = store.columns_after(&columns, &change).expect("columns");
        assert_eq!(columns, store.columns().expect("columns"), "what was touched is read anew");
    };
    for round in 0..14 {
        let case = store.content().expect("readable");
        check(&store, &case);
        if round % 5 == 4 {
            let change = store.undo().expect("undone");
            follow(&store, change);
            store = reopen(store);
            if dice.chance() && after.len() > 1 {
                after.pop();
            } else {
                let change = store.redo().expect("made again");
                follow(&store, change);
            }
            assert_eq!((written(&store), derived(&store)), *after.last().unwrap());
            continue;
        }
        let edit = edit(dice, &case, &store);
        let before = store.revision();
        match around(|around| store.apply(&edit, around)) {
            Ok(change) if change.revision == before => {
                assert_eq!(written(&store), after.last().unwrap().0, "nothing was to be done: {edit:?}");
            }
            Ok(change) => {
                follow(&store, Some(change));
                after.push((written(&store), derived(&store)));
            }
            Err(refused) => {
                assert!(!refused.to_string().contains("failed"), "{refused}: {edit:?}");
                assert_eq!(written(&store), after.last().unwrap().0, "{refused}: {edit:?}");
            }
        }
    }
    let mut labels: Vec<String> =
        store.history(99).expect("history").into_iter().map(|step| in_english(&step.label)).collect();
    labels.reverse();
    for (at, expected) in after.iter().enumerate().rev().skip(1) {
        let change = store.undo().expect("undone");
        follow(&store, change);
        assert_eq!((written(&store), derived(&store)), *expected, "undo of {:?}", labels.get(at + 1));
    }
    store = reopen(store);
    for (at, expected) in after.iter().enumerate().skip(1) {
        let change = store.redo().expect("made again");
        follow(&store, change);
        assert_eq!((written(&store), derived(&store)), *expected, "redo of {:?}", labels.get(at));
    }
    let steps = store.history(99).expect("history");
    let last = steps.iter().find(|step| !step.undone).expect("the import").id;
    assert!(store.go_to(0).expect("gone").is_some());
    assert_eq!(store.content().expect("readable").events, []);
    check(&store, &store.content().expect("readable"));
    store.go_to(last).expect("gone");
    assert_eq!((written(&store), derived(&store)), *after.last().unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_edited_is_taken_back_to_the_letter_and_made_again(seed in any::<u64>()) {
        edit_at_random(seed, Store::in_memory().expect("memory"), |store| store);
    }
}

#[test]
fn history_goes_on_where_it_was_when_a_case_is_opened_again() {
    for seed in 0..4 {
        let (_folder, path) = scratch();
        edit_at_random(seed, Store::create(&path).expect("made"), |store| {
            drop(store);
            Store::open(&path, Access::Write).expect("opens again").store
        });
    }
}
