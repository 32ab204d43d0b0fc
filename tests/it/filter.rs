//! The filter against a model that asks every event anew, over cases of any content; and what the workspace makes of it.

use caseline::model::{Article, CaseContent, Event, Filter, Quote, Role, Sieve, Status, When, host_of};
use caseline::store::Store;
use caseline::workspace::{Command, FindCommand, Sifted, Weight, sift};
use proptest::prelude::{ProptestConfig, any};
use proptest::{prop_assert_eq, proptest};

use crate::generate::case;
use crate::program::Program;
use crate::store::import;
use crate::workspace::{opened, told, window};

/// Chance with a memory.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n.max(1)
    }

    pub fn rarely(&mut self) -> bool {
        self.below(4) == 0
    }

    /// One or two of these, or none.
    pub fn some<T: Clone>(&mut self, from: &[T]) -> Vec<T> {
        if from.is_empty() || !self.rarely() {
            return Vec::new();
        }
        (0..=self.below(2)).map(|_| from[self.below(from.len())].clone()).collect()
    }
}

/// A filter whose choices occur in the case, most of them.
pub fn filter_for(case: &CaseContent, dice: &mut Dice) -> Filter {
    let lanes: Vec<_> =
        case.events.iter().flat_map(|event| event.lanes.iter().map(|part| part.lane.clone())).collect();
    let tags: Vec<_> = case.events.iter().flat_map(|event| event.tags.clone()).collect();
    let entities: Vec<_> = case.entities.iter().map(|entity| entity.key.clone()).collect();
    let articles: Vec<_> = case.articles.iter().map(|article| article.key.clone()).collect();
    let day = |dice: &mut Dice| {
        let dates = ["2022-04", "2022-04-05", "2021", "2024-11-05", "1990"];
        dice.rarely().then(|| When::parse(dates[dice.below(dates.len())]).unwrap())
    };
    Filter {
        lanes: dice.some(&lanes),
        roles: dice.some(&Role::ALL),
        entities: dice.some(&entities),
        tags: dice.some(&tags),
        articles: dice.some(&articles),
        from: day(dice),
        to: day(dice),
        least: dice.rarely().then(|| dice.below(900) as u64),
        most: dice.rarely().then(|| dice.below(900) as u64),
        sites: dice.some(&sites_of(case)),
        no_quote: dice.rarely(),
        cited_only: dice.rarely(),
        differs: dice.rarely(),
        ..Filter::default()
    }
}

/// The site of each article that has one.
fn sites_of(case: &CaseContent) -> Vec<String> {
    case.articles.iter().filter_map(site_of).collect()
}

/// As the article names it, else the host of its address.
fn site_of(article: &Article) -> Option<String> {
    let named = article.site.clone().filter(|site| !site.is_empty());
    named.or_else(|| article.url.as_deref().and_then(host_of).map(str::to_owned))
}

/// Whether an event passes, as the words of the filter say it.
pub fn passes(event: &Event, filter: &Filter, case: &CaseContent) -> bool {
    let zone = zone(case);
    let lane = event.lanes.iter().any(|part| {
        let asked = filter.lanes.is_empty() || filter.lanes.contains(&part.lane);
        asked && (filter.roles.is_empty() || filter.roles.contains(&part.role))
    });
    let entity = event.entities.iter().any(|part| filter.entities.contains(&part.entity));
    let article = event.quotes.iter().any(|quote| filter.articles.contains(&quote.article));
    let time = filter.span().is_none_or(|span| {
        event.when.as_ref().is_some_and(|when| {
            let its = when.span_at(zone);
            its.start() < span.end() && its.end() > span.start()
        })
    });
    let count = event.count.as_ref().is_some_and(|count| {
        filter.least.is_none_or(|least| count.max.is_none_or(|max| max >= least))
            && filter.most.is_none_or(|most| count.min <= most)
    });
    let quoted = |quote: &Quote| case.articles.iter().find(|article| article.key == quote.article);
    let sites = event.quotes.iter().filter_map(quoted).filter_map(site_of);
    let site = sites.into_iter().any(|site| filter.sites.contains(&site));
    let without_words = event.quotes.iter().all(|quote| quote.exact.is_none());
    (lane || filter.lanes.is_empty() && filter.roles.is_empty())
        && (entity || filter.entities.is_empty())
        && (filter.tags.is_empty() || event.tags.iter().any(|tag| filter.tags.contains(tag)))
        && (article || filter.articles.is_empty())
        && time
        && (count || filter.least.is_none() && filter.most.is_none())
        && (site || filter.sites.is_empty())
        && (!filter.no_quote || without_words)
        && (!filter.cited_only || without_words && !event.quotes.is_empty())
        && (!filter.differs || event.differences().any())
}

pub fn zone(case: &CaseContent) -> i64 {
    match case.zone.as_deref() {
        Some("+02:00") => 7_200,
        Some("-03:30") => -12_600,
        _ => 0,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn a_filter_leaves_what_asking_every_event_leaves_and_its_numbers_say_what_each_choice_would(
        seed in any::<u64>(), choices in any::<u64>(),
    ) {
        let mut store = Store::in_memory().unwrap();
        import(&mut store, case(seed, 24));
        let case = store.content().unwrap();
        let dice = &mut Dice(choices);
        let filter = filter_for(&case, dice);
        let columns = store.columns().unwrap();
        let mut sieve = Sieve::default();
        let hidden = dice.rarely().then_some("expulsion");
        if let Some(kind) = hidden {
            let kind = columns.kinds.index_of(kind).unwrap().0;
            sieve.kinds_off[usize::from(kind / 64)] |= 1 << (kind % 64);
        }
        sieve.statuses_off = if dice.rarely() { 1 << Status::Alleged as u8 } else { 0 };
        let on = |event: &Event| {
            Some(event.kind.as_str()) != hidden
                && sieve.statuses_off >> (event.status as u8) & 1 == 0
        };
        let count = |filter: &Filter| {
            case.events.iter().filter(|event| on(event) && passes(event, filter, &case)).count()
        };

        let Sifted { passing, counts } = sift(&store.facets().unwrap(), &filter, &sieve, None);
        let wanted: Vec<_> =
            case.events.iter().filter(|event| passes(event, &filter, &case)).map(|event| event.id).collect();
        prop_assert_eq!(passing, wanted);
        prop_assert_eq!(counts.events, count(&filter));
        for (lane, n) in &counts.lanes {
            prop_assert_eq!(*n, count(&Filter { lanes: vec![lane.clone()], ..filter.clone() }), "{:?}", lane);
        }
        for role in Role::ALL {
            let with = Filter { roles: vec![role], ..filter.clone() };
            prop_assert_eq!(counts.roles[role as usize], count(&with), "{:?}", role);
        }
        for (entity, n) in &counts.entities {
            prop_assert_eq!(*n, count(&Filter { entities: vec![entity.clone()], ..filter.clone() }));
        }
        for (tag, n) in &counts.tags {
            prop_assert_eq!(*n, count(&Filter { tags: vec![tag.clone()], ..filter.clone() }));
        }
        for (article, n) in &counts.articles {
            prop_assert_eq!(*n, count(&Filter { articles: vec![article.clone()], ..filter.clone() }));
        }
        for (site, n) in &counts.sites {
            prop_assert_eq!(*n, count(&Filter { sites: vec![site.clone()], ..filter.clone() }));
        }
        prop_assert_eq!(counts.no_quote, count(&Filter { no_quote: true, ..filter.clone() }));
        prop_assert_eq!(counts.cited_only, count(&Filter { cited_only: true, ..filter.clone() }));
        prop_assert_eq!(counts.differs, count(&Filter { differs: true, ..filter.clone() }));
        let plain = |event: &&Event| passes(event, &filter, &case);
        for status in Status::ALL {
            let these = case.events.iter().filter(plain).filter(|event| event.status == status);
            let these = these.filter(|event| Some(event.kind.as_str()) != hidden);
            prop_assert_eq!(counts.statuses[status as usize], these.count());
        }
    }
}

#[test]
fn a_filtered_picture_shows_what_passes_and_counts_the_rest() {
    let program = Program::with_sample("expelled-diplomat");
    let mut workspace = opened(&program, "case.caseline");
    let before = workspace.draw(window()).layout.hidden.clone();
    let filter =
        Filter { from: When::parse("2022-04").ok(), to: When::parse("2022-04").ok(), ..Filter::default() };
    workspace.apply(Command::Find(FindCommand::Filter(Box::new(filter))));
    assert!(workspace.is_sifting(), "the last picture stays until the answer is there");
    assert_eq!(workspace.draw(window()).layout.hidden, before);
    workspace.wait();
    assert!(!workspace.is_sifting());
    let after = workspace.draw(window()).layout.hidden.clone();
    assert!(after.shown > 0 && after.shown < before.shown && after.off_by_filter > 100, "{after:?}");
    let told_of = after.shown + after.off() + after.outside + after.other_lanes + after.undated;
    assert_eq!(told_of, after.events, "no event is left out silently: {after:?}");
    workspace.apply(Command::Find(FindCommand::Filter(Box::default())));
    assert_eq!(workspace.draw(window()).layout.hidden, before, "and all of it comes off again");
}

#[test]
fn words_of_a_filter_are_found_as_a_search_finds_them() {
    let program = Program::new();
    program.put(
        "events.csv",
        "date,title,country\n2022-04-05,Посол отозван,IT\n2022-04-07,Łódź votes,PL\n2022-04-08,c,FR\n",
    );
    let mut workspace = opened(&program, "events.csv");
    for (words, shown) in [("посол", 1), ("lodz", 1), ("посол lodz", 0), ("  ", 3), ("\"", 3)] {
        let filter = Filter { text: Some(words.to_owned()), ..Filter::default() };
        workspace.apply(Command::Find(FindCommand::Filter(Box::new(filter))));
        workspace.wait();
        assert_eq!(workspace.draw(window()).layout.hidden.shown, shown, "{words:?}");
    }
    assert!(told(&mut workspace).iter().all(|(weight, _)| *weight != Weight::Failed));
}

#[test]
fn a_picture_on_paper_keeps_to_the_view_s_filter() {
    let program = Program::new();
    program.put(
        "case.caseline.json",
        r#"{ "caseline": 1, "title": "Two", "lanes": [], "kinds": [], "entities": [], "articles": [],
        "events": [
          { "id": "a", "when": "2022-04-05", "title": "One", "label": "first", "kind": "other", "status": "confirmed", "lanes": [ { "code": "IT", "role": "actor" } ], "tags": [ "wave" ] },
          { "id": "b", "when": "2022-04-09", "title": "Two", "label": "second", "kind": "other", "status": "confirmed", "lanes": [ { "code": "FR", "role": "actor" } ] } ],
        "links": [], "candidates": [],
        "views": [ { "name": "The wave", "filter": { "tags": [ "wave" ] } }, { "name": "Everything" } ] }"#,
    );
    program.done("export case.caseline.json -o wave.svg");
    let wave = program.text("wave.svg");
    assert!(wave.contains("Italy") && !wave.contains("France"), "the filter holds on paper");
    assert!(wave.contains("One event is left out by a filter"), "and what it leaves out is counted");
    program.done("export case.caseline.json -o all.svg --view Everything");
    assert!(program.text("all.svg").contains("France"));
}
