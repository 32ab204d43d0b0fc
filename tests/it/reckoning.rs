//! What is reckoned, against plain models that look at every event: pairs, heads, lags, balance; and what was known.

use std::collections::{BTreeMap, BTreeSet};

use caseline::model::{
    CaseContent, Columns, Count, Event, EventId, Involvement, LaneCode, Link, LinkType, Role, Status, Unit,
    When,
};
use caseline::store::Store;
use caseline::timeline::{LONGEST_LAG, Reckoning, Union, clusters, silence, sum_of};
use caseline::workspace::{
    Command, Export, ExportFormat, FileCommand, KnownDays, Outcome, PictureWish, ViewCommand, ViewWish,
};
use proptest::prelude::{ProptestConfig, Strategy, any, prop};
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::program::Program;
use crate::store::import;
use crate::workspace::opened;

/// Day of the year, who does it to whom, how many.
type Sent = (i64, usize, bool, u64);

const LANES: [&str; 3] = ["IT", "FR", "EE"];

/// One of three states sends Russians home, or the reverse.
fn expulsion(number: usize, (day, lane, back, heads): Sent) -> Event {
    let state = LaneCode::parse(LANES[lane % 3]).unwrap();
    let russia = LaneCode::parse("RU").unwrap();
    let (actor, target) = if back { (russia, state) } else { (state, russia) };
    let part = |lane, role| Involvement { lane, role, status: None, by: Vec::new() };
    let date = 20_220_000 + (1 + day / 28) * 100 + 1 + day % 28;
    let date = date.to_string();
    Event {
        key: format!("k{number}"),
        when: When::parse(&format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..])).ok(),
        title: format!("expulsion {number}"),
        kind: "expulsion".into(),
        status: Status::Confirmed,
        lanes: vec![part(actor, Role::Actor), part(target, Role::Target)],
        count: (heads > 0).then(|| Count::exactly(heads, Unit::People)),
        ..Event::default()
    }
}

fn columns(sent: &[Sent], links: Vec<Link>) -> (Columns, Vec<EventId>) {
    let mut store = Store::in_memory().unwrap();
    let events = sent.iter().enumerate().map(|(number, one)| expulsion(number, *one)).collect();
    import(&mut store, CaseContent { title: "t".into(), events, links, ..CaseContent::default() });
    let ids = store.content().unwrap().events.iter().map(|event| event.id).collect();
    (store.columns().unwrap(), ids)
}

fn link(from: usize, to: usize, link_type: LinkType) -> Link {
    Link { from: format!("k{from}"), to: format!("k{to}"), link_type, quotes: Vec::new() }
}

fn sent() -> impl Strategy<Value = Vec<Sent>> {
    prop::collection::vec((0_i64..330, 0_usize..3, any::<bool>(), 0_u64..60), 0..24)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, ..ProptestConfig::default() })]

    #[test]
    fn pairs_are_proposed_one_to_one_and_the_larger_act_chooses_first(sent in sent()) {
        let (columns, ids) = columns(&sent, Vec::new());
        let day = |event: EventId| {
            columns.marks.iter().find(|mark| mark.event == event).unwrap().t0.day_number()
        };
        let own: BTreeMap<EventId, Sent> = ids.iter().copied().zip(sent.iter().copied()).collect();
        let may_answer = |act: EventId, answer: EventId| {
            let (a, b) = (own[&act], own[&answer]);
            let lag = day(answer) - day(act);
            let later = lag > 0 || lag == 0 && answer > act;
            a.1 == b.1 && a.2 != b.2 && later && lag <= LONGEST_LAG
        };
        let proposals = Reckoning::new(&columns).proposals;
        let mut paired = BTreeSet::new();
        for one in &proposals {
            prop_assert!(may_answer(one.act, one.answer), "{one:?}");
            prop_assert!(paired.insert(one.act) && paired.insert(one.answer), "twice: {one:?}");
            prop_assert_eq!(one.heads, (own[&one.act].3, own[&one.answer].3));
            prop_assert_eq!(one.days.exact(), Some(day(one.answer) - day(one.act)));
        }
        prop_assert!(proposals.windows(2).all(|two| two[0].heads.0 >= two[1].heads.0), "the largest first");
        for one in &proposals {
            // Nothing that stayed free, and none that was taken later, would have been nearer in number.
            let gap = |answer: EventId| own[&one.act].3.abs_diff(own[&answer].3);
            let earlier: BTreeSet<EventId> = proposals
                .iter()
                .take_while(|other| other.act != one.act)
                .flat_map(|other| [other.act, other.answer])
                .collect();
            for other in ids.iter().filter(|other| !earlier.contains(other) && may_answer(one.act, **other)) {
                prop_assert!(gap(one.answer) <= gap(*other), "{one:?} and not {other:?}");
            }
        }
        for act in ids.iter().filter(|act| !paired.contains(act)) {
            let free = ids.iter().find(|answer| !paired.contains(answer) && may_answer(*act, **answer));
            prop_assert!(free.is_none(), "{act:?} and {free:?} could have been paired");
        }
    }

    #[test]
    fn heads_are_counted_once_in_sums_and_balance(sent in sent(), tied in any::<u64>()) {
        let mut links = Vec::new();
        for small in 1..sent.len() {
            // One in four is part of an earlier one.
            if (tied >> (small % 60)).is_multiple_of(4) {
                links.push(link(small, small / 2, LinkType::PartOf));
            }
        }
        let mut group: Vec<usize> = (0..sent.len()).collect();
        for one in &links {
            let number = |key: &str| key[1..].parse::<usize>().unwrap();
            let (a, b) = (group[number(&one.from)], group[number(&one.to)]);
            group.iter_mut().filter(|own| **own == a).for_each(|own| *own = b);
        }
        let mut largest: BTreeMap<usize, u64> = BTreeMap::new();
        for (number, one) in sent.iter().enumerate() {
            // A tie over an event without a number joins nothing: no heads are stated that could be the same.
            let most = largest.entry(group[number]).or_default();
            *most = one.3.max(*most);
        }
        let numbered = links.iter().all(|one| {
            let heads = |key: &str| sent[key[1..].parse::<usize>().unwrap()].3;
            heads(&one.from) > 0 && heads(&one.to) > 0
        });
        let (columns, ids) = columns(&sent, links);
        let sum = sum_of(&columns, &ids.iter().copied().collect());
        prop_assert_eq!(sum.events, sent.len());
        prop_assert_eq!(sum.heads, sum.counted.iter().map(|(_, heads)| heads).sum::<u64>());
        if numbered {
            prop_assert_eq!(sum.heads, largest.values().sum::<u64>());
        }
        let balance = Reckoning::new(&columns).balance;
        prop_assert_eq!(balance.iter().map(caseline::timeline::Balance::heads).sum::<u64>(), sum.heads);
        for side in balance.iter().flat_map(|one| [&one.by_one, &one.by_other]) {
            prop_assert_eq!(side.heads, side.events.iter().map(|(_, heads)| heads).sum::<u64>());
            prop_assert!(!side.shared);
        }
    }
}

#[test]
fn the_largest_act_takes_the_large_answer_and_the_small_one_stays_unanswered() {
    // France sent 35 and then 6; the answer to both days is 34.
    let sent = [(10, 1, false, 35), (17, 1, false, 6), (40, 1, true, 34)];
    let (columns, ids) = columns(&sent, Vec::new());
    let reckoning = Reckoning::new(&columns);
    let pairs: Vec<_> = reckoning.proposals.iter().map(|one| (one.act, one.answer)).collect();
    assert_eq!(pairs, [(ids[0], ids[2])]);
    let open: Vec<_> = reckoning.unanswered.iter().map(|one| (one.event, one.proposed)).collect();
    assert_eq!(open, [(ids[0], true), (ids[1], false)]);
}

#[test]
fn an_accepted_pair_has_a_lag_and_is_proposed_no_more() {
    let sent = [
        (0, 0, false, 3),
        (10, 0, true, 3),
        (20, 1, false, 4),
        (31, 1, true, 4),
        (40, 2, false, 5),
        (52, 2, true, 5),
        (60, 0, false, 9),
        (100, 0, true, 9),
    ];
    let links = (0..4).map(|pair| link(2 * pair + 1, 2 * pair, LinkType::Retaliation)).collect();
    let (columns, _) = columns(&sent, links);
    let reckoning = Reckoning::new(&columns);
    assert_eq!((reckoning.proposals.len(), reckoning.unanswered.len()), (0, 0));
    let lags: Vec<_> = reckoning.lags.iter().filter_map(|lag| lag.days.exact()).collect();
    assert_eq!(lags.len(), 4);
    let found = clusters(&reckoning.lags);
    assert_eq!(found.len(), 1, "{lags:?}");
    assert_eq!((found[0].from, found[0].lags, found[0].days.0), (0, 3, 10));
}

#[test]
fn a_lag_from_a_day_that_is_only_about_right_has_bounds_and_is_in_no_cluster() {
    let mut store = Store::in_memory().unwrap();
    let mut events: Vec<Event> = [(0, 0, false, 3), (10, 0, true, 3)]
        .into_iter()
        .enumerate()
        .map(|(number, one)| expulsion(number, one))
        .collect();
    events[1].when = When::parse("2022-01-11~").ok();
    let links = vec![link(1, 0, LinkType::Retaliation)];
    import(&mut store, CaseContent { title: "t".into(), events, links, ..CaseContent::default() });
    let lags = Reckoning::new(&store.columns().unwrap()).lags;
    assert_eq!((lags[0].days.least, lags[0].days.most, lags[0].days.exact()), (7, 13, None));
    assert!(clusters(&lags).is_empty());
}

#[test]
fn members_are_silent_where_no_event_names_them_in_the_time_of_the_case() {
    let (columns, _) = columns(&[(0, 0, false, 3), (10, 1, false, 3)], Vec::new());
    let eu = silence(&columns, Union::Eu);
    let codes = |union| silence(&columns, union).silent.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!((eu.silent.len(), eu.named.len()), (25, 2), "27 in 2022");
    assert!(!codes(Union::Eu).contains(&"GB".to_owned()) && !codes(Union::Eu).contains(&"IT".to_owned()));
    assert!(!codes(Union::Nato).contains(&"FI".to_owned()), "Finland joined in 2023");
    assert!(codes(Union::Osce).contains(&"UZ".to_owned()));
}

/// Two articles tell of an event: first it is alleged, later confirmed; of another one only the later one tells.
const TOLD: &str = r#"{
  "caseline": 1, "title": "Told", "lanes": [], "kinds": [], "entities": [],
  "articles": [
    { "id": "a1", "title": "First word", "published": "2023-03-01" },
    { "id": "a2", "title": "Second word", "published": "2023-05-20" },
    { "id": "a3", "title": "No day" }
  ],
  "events": [
    { "id": "e1", "when": "2023-02-10", "title": "A pipeline is cut", "label": "pipeline cut", "kind": "sabotage",
      "status": "confirmed", "lanes": [{ "code": "NO", "role": "place" }],
      "quotes": [{ "article": "a1", "says": { "status": "alleged" } }, { "article": "a2" }] },
    { "id": "e2", "when": "2023-02-12", "title": "A ship is seen", "label": "ship seen", "kind": "incident",
      "status": "reported", "lanes": [{ "code": "DK", "role": "place" }], "quotes": [{ "article": "a2" }] },
    { "id": "e3", "when": "2023-02-14", "title": "A cable is cut", "label": "cable cut", "kind": "sabotage",
      "status": "reported", "lanes": [{ "code": "SE", "role": "place" }], "quotes": [{ "article": "a3" }] }
  ],
  "links": [], "candidates": [],
  "views": [ { "name": "spring", "title": "What was known", "known_on": "2023-04-01" } ]
}"#;

#[test]
fn a_view_of_a_day_shows_what_was_told_by_then_with_the_status_that_the_latest_source_gave() {
    let program = Program::new();
    program.put("told.caseline.json", TOLD);
    let mut workspace = opened(&program, "told.caseline.json");
    workspace.wait();
    let (columns, _) = workspace.drawn_columns();
    let status = |columns: &Columns| columns.marks.iter().map(|mark| mark.bits.status()).collect::<Vec<_>>();
    assert_eq!(status(&columns), [Status::Alleged], "the second article was not out yet");
    assert_eq!((columns.events, columns.unknown), (3, 2));
    let step = |workspace: &mut caseline::workspace::Workspace, later| {
        workspace.apply(Command::View(ViewCommand::StepKnown { later }));
        workspace.wait();
        workspace.view().known_on.as_ref().map(ToString::to_string)
    };
    assert_eq!(step(&mut workspace, true).as_deref(), Some("2023-05-20"));
    let (columns, _) = workspace.drawn_columns();
    assert_eq!(status(&columns), [Status::Confirmed, Status::Reported]);
    assert_eq!(step(&mut workspace, true), None, "after the last day it is now");
    assert_eq!(workspace.drawn_columns().0.marks.len(), 3);
    assert_eq!(step(&mut workspace, false).as_deref(), Some("2023-05-20"));
    assert_eq!(step(&mut workspace, false).as_deref(), Some("2023-03-01"));
    assert_eq!(step(&mut workspace, false).as_deref(), Some("2023-03-01"), "nothing was known before");
    let days = workspace.known_days().unwrap();
    let day = |text: &str| When::parse(text).unwrap().earliest().day_number();
    assert_eq!((days.known_by(day("2023-03-01")), days.known_by(day("2023-05-20"))), (1, 2));
    assert_eq!(days.without.len(), 1);
    let empty = KnownDays::new(&Columns::default(), None);
    assert_eq!((empty.step(None, false), empty.place(0)), (None, (0, 0)));
}

/// The drawing of a case's view "spring".
fn spring(case: &str) -> String {
    let program = Program::new();
    program.put("told.caseline.json", case);
    let mut workspace = opened(&program, "told.caseline.json");
    let picture = PictureWish { view: ViewWish::Named("spring".into()), ..PictureWish::default() };
    let export = Export {
        format: ExportFormat::Svg,
        to: None,
        force: false,
        public: false,
        originals: false,
        picture,
    };
    workspace.apply(Command::File(FileCommand::Export(Box::new(export))));
    workspace.wait();
    let made = workspace.take_outcomes().into_iter().find_map(|outcome| match outcome {
        Outcome::Made(bytes, _) => String::from_utf8(bytes).ok(),
        _ => None,
    });
    made.unwrap()
}

#[test]
fn a_picture_of_a_day_says_the_day_and_counts_what_was_not_known() {
    let svg = spring(TOLD);
    assert!(svg.contains("As known on 1 April 2023"), "{svg}");
    assert!(svg.contains("pipeline cut") && !svg.contains("ship seen") && !svg.contains("cable cut"));
    assert!(svg.contains("2 events were told by no dated source by 1 April 2023."));
}

#[test]
fn an_aligned_picture_counts_days_before_and_after_the_event() {
    let aligned = TOLD.replace(r#""known_on": "2023-04-01""#, r#""aligned_to": "e2""#);
    let svg = spring(&aligned);
    assert!(svg.contains("days since 12 February 2023"), "{svg}");
    assert!(svg.contains("+1 d") || svg.contains("+2 d"), "{svg}");
    let at = |lane: &str| svg.find(&format!(">{lane}<")).unwrap();
    assert!(at("Denmark") < at("Sweden") && at("Sweden") < at("Norway"), "who moved first stands first");
}

#[test]
fn connectors_go_to_other_lanes_and_never_to_the_hub() {
    let program = Program::with_sample("expelled-diplomat");
    let mut workspace = opened(&program, "case.caseline");
    let canvas = crate::workspace::window();
    let drawn = workspace.draw(canvas);
    workspace.wait();
    let hub = drawn.layout.hub.unwrap();
    let columns = workspace.columns().clone();
    let (mut with, mut without) = (0, 0);
    for event in drawn.layout.items.iter().filter(|item| item.events.len() == 1).map(|item| item.events[0]) {
        let card = workspace.card(event).unwrap();
        let ink = caseline::scene::Palette::of(caseline::model::Theme::Light).accent;
        let lines = caseline::scene::connectors(&drawn.layout, &columns, &card, ink, 1.0);
        let others = card.lanes.iter().filter_map(|part| columns.lane_of(&part.lane));
        let mine: BTreeSet<usize> = drawn
            .layout
            .items
            .iter()
            .filter(|item| item.events.contains(&event))
            .map(|item| item.row)
            .collect();
        let row = |lane| {
            drawn.layout.rows.iter().position(|row| row.kind == caseline::timeline::RowKind::Lane(lane))
        };
        let elsewhere = others.filter(|lane| *lane != hub).filter_map(row).any(|row| !mine.contains(&row));
        let tied = columns.ties.iter().any(|tie| tie.from == event || tie.to == event);
        if !elsewhere && !tied {
            assert!(lines.is_empty(), "{}: {lines:?}", card.title);
            without += 1;
        }
        with += usize::from(!lines.is_empty());
        for line in &lines {
            let caseline::scene::Shape::Path { points, .. } = line else { panic!("{line:?}") };
            let straight =
                (points[0][0] - points[1][0]).abs() < 0.01 || (points[0][1] - points[1][1]).abs() < 0.01;
            assert!(straight, "right-angled: {points:?}");
        }
    }
    assert!(with > 0 && without > 20, "{with} with and {without} without connectors");
}

#[test]
fn lanes_are_grouped_by_region_or_membership_and_all_groups_close_and_open() {
    use caseline::timeline::Grouping;
    use caseline::workspace::LaneCommand;
    let program = Program::with_sample("expelled-diplomat");
    let mut workspace = opened(&program, "case.caseline");
    workspace.apply(Command::Lane(LaneCommand::GroupBy(Grouping::Regions)));
    let groups = workspace.view().groups.clone();
    let of = |name: &str| groups.iter().find(|group| group.name == name).map(|group| group.lanes.clone());
    let north = of("Northern Europe").expect("a group of the north");
    assert!(["EE", "LV", "LT"].iter().all(|code| north.contains(&LaneCode::parse(code).unwrap())));
    assert!(of("Southern Europe").is_some() && groups.iter().all(|group| group.lanes.len() > 1));
    workspace.apply(Command::Lane(LaneCommand::CollapseAll));
    assert_eq!(workspace.view().collapsed.len(), groups.len());
    workspace.apply(Command::Lane(LaneCommand::CollapseAll));
    assert!(workspace.view().collapsed.is_empty());
    workspace.apply(Command::Lane(LaneCommand::GroupBy(Grouping::Members(Union::Nato))));
    let groups = &workspace.view().groups;
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0].name, "Members of NATO");
    assert!(groups[0].lanes.contains(&LaneCode::parse("BE").unwrap()));
}
