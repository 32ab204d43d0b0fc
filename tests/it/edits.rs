//! Edits by hand: what each does to a case, what it says of itself, and what it refuses.

use caseline::model::{
    Article, ArticleEdit, Candidate, CandidateDraft, CandidateEdit, CaseEdit, Change, Edit, Entity,
    EntityEdit, Event, EventChange, EventEdit, EventId, Import, KindEdit, Lane, LaneCode, LaneEdit, Link,
    LinkEdit, LinkType, OwnKind, Participant, Quote, Revision, Says, Stamp, Status, When,
};
use caseline::store::{Store, Surroundings, case_json};
use caseline::workspace::in_english;

use crate::store::{around, import, small};

fn case() -> Store {
    let mut store = Store::in_memory().expect("memory");
    import(&mut store, small());
    store
}

#[allow(clippy::needless_pass_by_value)] // An edit is written where it is made.
fn make(store: &mut Store, edit: Edit) -> Change {
    around(|around| store.apply(&edit, around)).unwrap_or_else(|error| panic!("{error}: {edit:?}"))
}

#[allow(clippy::needless_pass_by_value)] // As above.
fn refused(store: &mut Store, edit: Edit) -> String {
    let before = written(store);
    let said = around(|around| store.apply(&edit, around)).expect_err("refused").to_string();
    assert_eq!(written(store), before, "what is refused changes nothing");
    said
}

fn written(store: &Store) -> String {
    case_json::write(&store.content().expect("content"))
}

fn label(store: &Store) -> String {
    in_english(&store.history(1).expect("history").remove(0).label)
}

fn code(text: &str) -> LaneCode {
    LaneCode::parse(text).expect("a code")
}

fn link(from: &str, to: &str, link_type: LinkType) -> Link {
    Link { from: from.into(), to: to.into(), link_type, quotes: Vec::new() }
}

fn read(key: &str, text: &str) -> Edit {
    Edit::Article(ArticleEdit::Read { key: key.into(), text: text.into() })
}

#[test]
fn several_events_are_changed_at_once_and_history_says_what_was_done() {
    let mut store = case();
    let all = vec![EventId(1), EventId(2), EventId(3)];
    let change = |change| Edit::Event(EventEdit::Change { events: vec![EventId(1)], change });
    for (edit, said) in [
        (change(EventChange::Status(Status::Disputed)), "set status of “Italy expels 30” to disputed"),
        (change(EventChange::Kind("safe-house".into())), "set kind of “Italy expels 30” to Safe house"),
        (
            change(EventChange::When(When::parse("2022-04").ok())),
            "set date of “Italy expels 30” to April 2022",
        ),
        (change(EventChange::RemoveEntity("envoy".into())), "take “The envoy” out of “Italy expels 30”"),
        (
            Edit::Event(EventEdit::Change {
                events: all.clone(),
                change: EventChange::AddTag("wave".into()),
            }),
            "tag 3 events “wave”",
        ),
        (
            Edit::Event(EventEdit::Change { events: all, change: EventChange::Private(true) }),
            "mark 3 events private",
        ),
    ] {
        make(&mut store, edit);
        assert_eq!(label(&store), said);
    }
    let content = store.content().expect("content");
    assert!(content.events.iter().all(|event| event.private && event.tags.contains(&"wave".to_owned())));
    let event = &content.events[0];
    assert_eq!(
        (event.status, event.kind.as_str(), event.entities.len()),
        (Status::Disputed, "safe-house", 0)
    );
    let step = store.history(9).expect("history").remove(0);
    assert_eq!(store.events_of_step(step.id).expect("events").len(), 3);
    let same = make(
        &mut store,
        Edit::Event(EventEdit::Change {
            events: vec![EventId(1)],
            change: EventChange::Status(Status::Disputed),
        }),
    );
    assert_eq!((same.revision, same.touched.len()), (store.revision(), 0), "it was so already");
    assert_eq!(store.history(99).expect("history").len(), 7);
}

#[test]
fn what_an_edit_may_not_do_is_said_in_a_sentence() {
    let mut store = case();
    let events = |change| Edit::Event(EventEdit::Change { events: vec![EventId(1)], change });
    for (edit, said) in [
        (events(EventChange::Kind("unheard-of".into())), "the case has no kind \"unheard-of\""),
        (events(EventChange::AddTag(" ".into())), "a tag needs a name"),
        (Edit::Event(EventEdit::Remove(vec![EventId(99)])), "the event is no longer in the case"),
        (Edit::Event(EventEdit::Remove(vec![])), "no event is selected"),
        (
            Edit::Link(LinkEdit::Put(Box::new(link("late", "late", LinkType::Answers)))),
            "can't be linked to itself",
        ),
        (
            Edit::Link(LinkEdit::Put(Box::new(link("late", "gone", LinkType::Answers)))),
            "the case has no event \"gone\"",
        ),
        (Edit::NotSame("late".into(), "late".into()), "can't be told apart from itself"),
        (Edit::Lane(LaneEdit::Remove(code("post:osce-serbia"))), ""),
        (Edit::Lane(LaneEdit::Remove(code("BE"))), "the case does not declare a lane \"BE\""),
        (Edit::Lane(LaneEdit::Order(vec![code("RU"), code("RU")])), "the lane RU is named twice"),
        (Edit::Lane(LaneEdit::Order(vec![code("lane:new")])), "the case has no lane \"lane:new\""),
        (Edit::Kind(KindEdit::Remove("safe-house".into())), "the kind “Safe house” is used (events: 1)"),
        (
            Edit::Kind(KindEdit::Put(Box::new(OwnKind {
                id: "expulsion".into(),
                label: "x".into(),
                ..OwnKind::default()
            }))),
            "one of the program's own kinds",
        ),
        (
            Edit::Kind(KindEdit::Put(Box::new(OwnKind {
                id: "k".into(),
                label: "x".into(),
                colour: Some("red".into()),
                ..OwnKind::default()
            }))),
            "\"red\" is not a colour",
        ),
        (
            Edit::Entity(EntityEdit::Merge { kept: "envoy".into(), gone: "envoy".into() }),
            "can't be merged with itself",
        ),
        (Edit::Entity(EntityEdit::Remove("envoy".into())), "“The envoy” takes part in 2 events"),
        (Edit::Entity(EntityEdit::Put(Box::default())), "needs a name"),
        (Edit::Article(ArticleEdit::Remove { key: "a2".into(), keep_citation: true }), "a citation already"),
        (Edit::Article(ArticleEdit::Put(Box::default())), "needs a title or an address"),
        (Edit::Candidate(CandidateEdit::Reject(vec!["c".into()])), "no proposed event \"c\""),
        (Edit::Case(CaseEdit::Zone(Some("Mars".into()))), "\"Mars\" is not a zone"),
    ] {
        if said.is_empty() {
            // Nothing uses it: it goes.
            make(&mut store, edit);
            assert_eq!(label(&store), "remove the lane “Head of Mission”");
            store.undo().expect("undone").expect("something");
            continue;
        }
        let text = refused(&mut store, edit);
        assert!(text.contains(said), "{text:?} should say {said:?}");
    }
}

#[test]
fn a_lane_that_is_used_stays_and_says_where() {
    let mut store = case();
    let post = Event {
        title: "Nominated".into(),
        kind: "nomination".into(),
        lanes: vec![caseline::model::Involvement {
            lane: code("post:osce-serbia"),
            role: caseline::model::Role::Subject,
            status: None,
            by: Vec::new(),
        }],
        ..Event::default()
    };
    let made = make(&mut store, Edit::Event(EventEdit::Put(Box::new(post))));
    let said = refused(&mut store, Edit::Lane(LaneEdit::Remove(code("post:osce-serbia"))));
    assert_eq!(said, "the lane “Head of Mission” is used (events: 1); take it out of them first");
    make(&mut store, Edit::Event(EventEdit::Remove(made.touched)));
    make(&mut store, Edit::Lane(LaneEdit::Remove(code("post:osce-serbia"))));
    store.undo().expect("undone").expect("something");
    store.undo().expect("undone").expect("something");
    assert_eq!(store.content().expect("content").events.len(), 4);
}

#[test]
fn lanes_are_named_grouped_and_ordered() {
    let mut store = case();
    let lane = Lane { group: Some("Benelux".into()), ..Lane::plain(code("BE")) };
    make(&mut store, Edit::Lane(LaneEdit::Put(Box::new(lane))));
    assert_eq!(label(&store), "add the lane “Belgium”");
    let renamed = Lane { name: Some("The chair".into()), ..Lane::plain(code("post:osce-serbia")) };
    make(&mut store, Edit::Lane(LaneEdit::Put(Box::new(renamed))));
    assert_eq!(label(&store), "rename the lane “Head of Mission” as “The chair”");
    make(&mut store, Edit::Lane(LaneEdit::Order(vec![code("IT"), code("BE")])));
    let columns = store.columns().expect("columns");
    let codes: Vec<&str> = columns.lanes.iter().map(|lane| lane.code.as_str()).collect();
    assert_eq!(codes, ["IT", "BE", "RU", "post:osce-serbia", "AT", ""]);
    for _ in 0..3 {
        store.undo().expect("undone").expect("something");
    }
    assert_eq!(written(&store), case_json::write(&small()));
}

#[test]
fn a_kind_that_goes_leaves_the_others_as_they_are_drawn() {
    let mut store = case();
    let kind = |id: &str| OwnKind { id: id.into(), label: id.into(), ..OwnKind::default() };
    make(&mut store, Edit::Kind(KindEdit::Put(Box::new(kind("raid")))));
    make(
        &mut store,
        Edit::Event(EventEdit::Change { events: vec![EventId(2)], change: EventChange::Kind("raid".into()) }),
    );
    make(&mut store, Edit::Kind(KindEdit::Remove("safe-house".into())));
    let kind_drawn = |store: &Store| {
        let columns = store.columns().expect("columns");
        let mark = columns.marks.iter().find(|mark| mark.event == EventId(2)).expect("drawn");
        columns.kinds.code(mark.bits.kind()).to_owned()
    };
    assert_eq!(kind_drawn(&store), "raid");
    store.undo().expect("undone").expect("something");
    assert_eq!(kind_drawn(&store), "raid");
}

#[test]
fn parts_of_a_whole_never_go_round_in_a_circle() {
    let mut store = case();
    make(&mut store, Edit::Link(LinkEdit::Put(Box::new(link("early", "late", LinkType::PartOf)))));
    assert_eq!(label(&store), "link “Austria waits” to “Italy expels 30” (part of)");
    make(&mut store, Edit::Link(LinkEdit::Put(Box::new(link("late", "never", LinkType::PartOf)))));
    let said =
        refused(&mut store, Edit::Link(LinkEdit::Put(Box::new(link("never", "early", LinkType::PartOf)))));
    assert!(said.contains("round in a circle"), "{said}");
    let remove = LinkEdit::Remove { from: "early".into(), to: "late".into(), link_type: LinkType::PartOf };
    make(&mut store, Edit::Link(remove.clone()));
    assert!(refused(&mut store, Edit::Link(remove)).contains("there is no link of that sort"));
    // One that was removed can be made again.
    make(&mut store, Edit::Link(LinkEdit::Put(Box::new(link("early", "late", LinkType::PartOf)))));
    assert_eq!(store.links().expect("links").len(), 3);
    store.go_to(1).expect("gone").expect("something");
    assert_eq!(written(&store), case_json::write(&small()));
}

#[test]
fn two_entities_become_one_wherever_they_are_named() {
    let mut store = case();
    let before_all = written(&store);
    let other = Entity {
        name: "A. Envoy".into(),
        aliases: vec!["The envoy".into(), "AE".into()],
        ..Entity::default()
    };
    let made = make(&mut store, Edit::Entity(EntityEdit::Put(Box::new(other)))).made.expect("a key");
    let part = Participant { entity: made.clone(), role: caseline::model::EntityRole::Subject };
    let events = vec![EventId(1), EventId(2)];
    make(&mut store, Edit::Event(EventEdit::Change { events, change: EventChange::AddEntity(part) }));
    let mut views = store.views().expect("views");
    views[0].threads = vec![made.clone(), "envoy".into()];
    views[0].filter.entities = vec![made.clone()];
    store.put_views(&views).expect("kept");
    let before = written(&store);

    let change =
        make(&mut store, Edit::Entity(EntityEdit::Merge { kept: "envoy".into(), gone: made.clone() }));
    assert_eq!(label(&store), "merge “A. Envoy” into “The envoy”");
    assert_eq!(change.views.len(), 2);
    let content = store.content().expect("content");
    assert_eq!(content.entities.len(), 1);
    assert_eq!(content.entities[0].aliases, ["Łódź man", "A. Envoy", "AE"]);
    assert_eq!(content.events[0].entities.len(), 1, "a part that it had already stands once");
    assert_eq!(content.events[1].entities[0].entity, "envoy");
    assert_eq!(
        (&content.views[0].threads, &content.views[0].filter.entities),
        (&vec!["envoy".to_owned()], &vec!["envoy".to_owned()])
    );

    // A view that was changed since is the user's.
    views = content.views;
    views[0].threads.clear();
    store.put_views(&views).expect("kept");
    store.undo().expect("undone").expect("something");
    let back = store.views().expect("views").remove(0);
    assert_eq!((back.threads.len(), back.filter.entities), (0, vec![made]));
    views = store.views().expect("views");
    views[0].threads = vec![store.content().expect("content").entities[1].key.clone(), "envoy".into()];
    store.put_views(&views).expect("kept");
    assert_eq!(written(&store), before);
    store.go_to(1).expect("gone");
    store.put_views(&small().views).expect("kept");
    assert_eq!(written(&store), before_all);
}

#[test]
fn an_article_read_anew_carries_its_quotes_along_and_drops_none() {
    let mut store = Store::in_memory().expect("memory");
    let mut content = small();
    let text =
        "🕊 Menu. Italy sent home 30 diplomats. Москва молчит. A third sentence stands here. Last words.";
    content.articles[0].text = Some(Revision { rev: 1, text: text.into(), sha256: String::new() });
    let quote = |exact: &str| {
        let at = text.find(exact).expect("there");
        let start = text[..at].chars().count();
        Quote {
            article: "a1".into(),
            place: Some((start, start + exact.chars().count())),
            exact: Some(exact.into()),
            ..Quote::default()
        }
    };
    content.events[0].quotes = vec![
        quote("Italy sent home 30 diplomats"),
        quote("Москва молчит"),
        quote("A third sentence stands here"),
        quote("Menu"),
    ];
    import(&mut store, content);
    let before = written(&store);
    let change = make(
        &mut store,
        read(
            "a1",
            "Home > World. Москва молчит. A third sentence now stands here. And Italy sent home 30 diplomats!",
        ),
    );
    assert_eq!(label(&store), "read the article “Eleven days” anew");
    let moved = change.report.quotes;
    assert_eq!(moved.moved, 2);
    assert_eq!(
        moved.changed,
        [("A third sentence stands here".to_owned(), "A third sentence now stands here".to_owned())]
    );
    assert_eq!(moved.lost, ["Menu"]);
    assert_eq!(
        change.report.notes.iter().map(in_english).collect::<Vec<_>>(),
        [
            "1 quote reads a little differently in the new text",
            "1 quote is not found in the new text; the old one is kept for it",
        ]
    );
    let event = store.events(&[EventId(1)]).expect("there").remove(0);
    assert_eq!(event.quotes.iter().map(|quote| quote.rev).collect::<Vec<_>>(), [None, None, None, Some(1)]);
    let report = store.check().expect("checked");
    assert!(report.ok() && report.quotes.verified == 4, "{report:?}");
    assert_eq!(store.search("world", 9).expect("found").len(), 1);
    assert_eq!(make(&mut store, read("a1", "Home > World. Москва молчит. A third sentence now stands here. And Italy sent home 30 diplomats!")).revision, store.revision());
    store.undo().expect("undone").expect("something");
    assert_eq!(written(&store), before);
    assert!(store.search("world", 9).expect("found").is_empty());
}

#[test]
fn a_removed_article_stays_as_a_citation_or_goes_with_its_quotes() {
    for keep_citation in [true, false] {
        let mut store = case();
        let remove = Edit::Article(ArticleEdit::Remove { key: "a1".into(), keep_citation });
        let known = |store: &Store| store.columns().expect("columns").marks[0].known;
        assert_ne!(known(&store), Stamp::MAX);
        make(&mut store, remove);
        let content = store.content().expect("content");
        let report = store.check().expect("checked");
        assert!(report.ok(), "{report:?}");
        if keep_citation {
            assert_eq!(label(&store), "remove the text of the article “Eleven days”");
            assert_eq!((content.articles.len(), content.articles[0].text.is_none()), (2, true));
            assert_eq!(content.events[0].quotes[0].exact.as_deref(), Some("Italy sent home 30 diplom"));
            assert_eq!(report.quotes.carried, 1);
            // The text comes back from elsewhere: the quote finds its place.
            make(&mut store, read("a1", "Yesterday, Italy sent home 30 diplomats."));
            assert_eq!(store.check().expect("checked").quotes.verified, 1);
            store.undo().expect("undone");
        } else {
            assert_eq!((content.articles.len(), content.events[0].quotes.len()), (1, 1));
            assert_eq!(known(&store), Stamp::MAX, "nothing dates the event any more");
        }
        assert_eq!(store.search("посол", 9).expect("found").len(), 0);
        store.undo().expect("undone").expect("something");
        assert_eq!(written(&store), case_json::write(&small()));
        assert_eq!(store.search("посол", 9).expect("found").len(), 1);
    }
}

#[test]
fn the_day_of_an_article_dates_its_events() {
    let mut store = case();
    let mut article = store.article("a1").expect("readable").expect("there");
    article.published = When::parse("2022-04-20").ok();
    let change = make(&mut store, Edit::Article(ArticleEdit::Put(Box::new(article))));
    assert_eq!(change.touched, [EventId(1)]);
    assert_eq!(store.columns().expect("columns").marks[0].known, Stamp(1_650_499_199));
    assert_eq!(label(&store), "change the heading of the article “Eleven days”");
}

#[test]
fn an_article_is_added_by_hand_with_the_bytes_of_an_import_beside_it() {
    let mut store = case();
    let text = Some(Revision { text: "Words".into(), ..Revision::default() });
    let article = Article { title: Some("Pasted".into()), text, ..Article::default() };
    let change = make(&mut store, Edit::Article(ArticleEdit::Put(Box::new(article))));
    let key = change.made.expect("a key");
    assert_eq!(store.article(&key).expect("readable").expect("there").text.expect("a text").text, "Words");
    store.undo().expect("undone").expect("something");
    assert_eq!(store.article(&key).expect("readable"), None);
    store.redo().expect("again").expect("something");
    assert_eq!(store.search("words", 9).expect("found").len(), 1);

    let bytes = b"<html>the page itself</html>".repeat(50);
    let hash = "b8477dfb86adfd13ad97f16f0c693b64c6fa8c282b0133c21ec9258cf298c09c";
    let import = Import {
        from: "page.html".into(),
        originals: vec![bytes.clone()],
        keyless: true,
        ..Import::default()
    };
    make(&mut store, Edit::Import(Box::new(import)));
    assert_eq!(store.original(hash).expect("readable"), Some(bytes));
    let report = store.check().expect("checked");
    assert_eq!((report.originals.wrong, report.database.len()), (0, 0));
}

fn candidate(key: &str, place: (usize, usize), kind: &str) -> Candidate {
    let draft = CandidateDraft {
        title: format!("Candidate {key}"),
        kind: kind.into(),
        when: When::parse("2022-04-05").ok(),
        ..CandidateDraft::default()
    };
    Candidate {
        key: key.into(),
        article: "a1".into(),
        rev: None,
        start: place.0,
        end: place.1,
        draft,
        score: 0.5,
    }
}

fn propose(store: &mut Store, candidates: Vec<Candidate>) -> Change {
    make(store, Edit::Candidate(CandidateEdit::Propose { article: "a1".into(), candidates }))
}

fn waiting(store: &Store) -> Vec<String> {
    store.content().expect("content").candidates.into_iter().map(|one| one.key).collect()
}

#[test]
fn candidates_are_decided_on_and_what_was_decided_is_not_proposed_again() {
    let mut store = case();
    propose(
        &mut store,
        vec![
            candidate("c1", (0, 5), "expulsion"),
            candidate("c2", (9, 20), "closure"),
            candidate("c3", (21, 30), "denial"),
        ],
    );
    assert_eq!(label(&store), "propose 3 events from the article “Eleven days”");
    let quote =
        Quote {
            article: "a1".into(), place: Some((0, 5)), exact: Some("🕊 Пос".into()), ..Quote::default()
        };
    let event =
        Event { title: "Accepted".into(), kind: "expulsion".into(), quotes: vec![quote], ..Event::default() };
    let accept = |key: &str| {
        Edit::Candidate(CandidateEdit::Accept { key: key.into(), event: Box::new(event.clone()) })
    };
    assert_eq!(make(&mut store, accept("c1")).touched.len(), 1);
    assert_eq!(label(&store), "accept “Accepted”");
    assert!(refused(&mut store, accept("c1")).contains("was accepted already"));
    let into = Quote {
        article: "a1".into(),
        place: Some((9, 20)),
        exact: Some("Italy sent ".into()),
        ..Quote::default()
    };
    make(
        &mut store,
        Edit::Candidate(CandidateEdit::Merge { key: "c2".into(), into: EventId(1), quotes: vec![into] }),
    );
    let merged = store.events(&[EventId(1)]).expect("there").remove(0);
    let says = merged.quotes[2].says.clone();
    assert_eq!(says, Some(Says { kind: Some("closure".into()), ..Says::default() }), "what differs is kept");
    make(&mut store, Edit::Candidate(CandidateEdit::Reject(vec!["c3".into()])));
    assert_eq!(waiting(&store), Vec::<String>::new());
    assert!(refused(&mut store, accept("c3")).contains("was rejected"));

    // Read and extracted again: what overlaps a decision of the same kind and day is not asked twice.
    let report = propose(
        &mut store,
        vec![
            candidate("c1", (1, 6), "expulsion"),
            candidate("n2", (21, 25), "denial"),
            candidate("n3", (21, 25), "arrest"),
        ],
    )
    .report;
    assert_eq!(report.candidates, 1);
    assert_eq!(waiting(&store), ["n3"]);
    make(&mut store, read("a1", "New words before: 🕊 Посол: Italy sent home 30 diplomats."));
    propose(&mut store, vec![candidate("n4", (39, 43), "denial"), candidate("n5", (0, 3), "denial")]);
    assert_eq!(waiting(&store), ["n5"], "a decision moves with its words");
    make(&mut store, Edit::Candidate(CandidateEdit::Reopen(vec!["c3".into()])));
    assert_eq!(waiting(&store), ["c3", "n5"]);
    store.go_to(1).expect("gone").expect("something");
    assert_eq!(written(&store), case_json::write(&small()));
}

#[test]
fn a_zone_moves_what_names_an_hour_and_nothing_else() {
    let mut store = case();
    let local = Event {
        title: "At noon".into(),
        kind: "other".into(),
        when: When::parse("2022-04-05T12:00").ok(),
        ..Event::default()
    };
    let id = make(&mut store, Edit::Event(EventEdit::Put(Box::new(local)))).touched[0];
    let start = |store: &Store, id| {
        let columns = store.columns().expect("columns");
        columns.marks.iter().find(|mark| mark.event == id).expect("drawn").t0
    };
    let (noon, day) = (start(&store, id), start(&store, EventId(1)));
    make(&mut store, Edit::Case(CaseEdit::Zone(None)));
    assert_eq!(label(&store), "set the zone of the case to UTC");
    assert_eq!((start(&store, id).0 - noon.0, start(&store, EventId(1))), (7_200, day));
    store.undo().expect("undone").expect("something");
    assert_eq!(start(&store, id), noon);
    make(&mut store, Edit::Case(CaseEdit::Title("الحادث".into())));
    assert_eq!(
        (store.title().expect("a title").as_str(), label(&store).as_str()),
        ("الحادث", "retitle the case as “الحادث”")
    );
}

#[test]
fn a_long_title_and_one_from_right_to_left_are_taken_whole() {
    let mut store = case();
    for title in ["ש".repeat(2_000), "طرد دبلوماسيين".to_owned()] {
        let event = Event { title: title.clone(), kind: "other".into(), ..Event::default() };
        let id = make(&mut store, Edit::Event(EventEdit::Put(Box::new(event)))).touched[0];
        assert_eq!(store.events(&[id]).expect("there")[0].title, title);
        assert!(label(&store).chars().count() < 70, "{}", label(&store));
    }
}

#[test]
fn what_was_removed_stays_for_as_long_as_history_can_bring_it_back() {
    let mut store = case();
    make(&mut store, Edit::Event(EventEdit::Remove(vec![EventId(1), EventId(3)])));
    assert_eq!(label(&store), "remove 2 events");
    make(&mut store, Edit::Case(CaseEdit::Title("Another".into())));
    make(&mut store, Edit::Case(CaseEdit::Title("And another".into())));
    store.go_to(1).expect("gone").expect("something");
    assert_eq!(written(&store), case_json::write(&small()));
    assert!(store.go_to(1).expect("asked").is_none(), "it is there already");
    assert!(store.go_to(77).expect_err("no such").to_string().contains("no longer in the history"));
    store.redo().expect("again").expect("something");
    // A hundred days later the step is let go, and with it what it had removed.
    let mut random = || 7;
    let later = &mut Surroundings { now: 1_700_000_000 + 100 * 86_400, random: &mut random };
    let change = store.apply(&Edit::Case(CaseEdit::Title("Later".into())), later).expect("made");
    assert_eq!(
        change.report.notes.iter().map(in_english).collect::<Vec<_>>(),
        ["The oldest steps of the history were let go"]
    );
    store.apply(&Edit::Case(CaseEdit::Title("Later still".into())), later).expect("made");
    assert_eq!(store.history(99).expect("history").len(), 2);
    store.go_to(0).expect("gone");
    assert_eq!(store.content().expect("content").events.len(), 1);
    assert!(store.check().expect("checked").ok());
    assert_eq!(store.events_of_step(1).expect("asked"), []);
}
