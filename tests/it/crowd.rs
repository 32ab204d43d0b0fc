//! Realistic event sets of any size, from a seed: what later issues and the benches measure with.
//!
//! Waves of expulsions and their answers, a long tail of other kinds, a few busy lanes and many quiet ones, days of
//! every precision.

use caseline::model::{
    CaseContent, Count, Event, EventId, Involvement, LaneCode, Link, LinkType, Role, Stamp, Status, Unit,
    View, When,
};

/// A small generator of random numbers (SplitMix64): fixed by its seed on every machine.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to `below`, which is never reached.
    pub fn up_to(&mut self, below: u64) -> u64 {
        self.next() % below.max(1)
    }

    fn one_of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.up_to(choices.len() as u64) as usize]
    }
}

/// Lanes from the busiest to the quietest; the hub is not among them.
const LANES: [&str; 40] = [
    "PL", "DE", "GB", "FR", "EE", "LT", "LV", "US", "BG", "NL", "BE", "IT", "ES", "SE", "FI", "NO", "DK",
    "CZ", "SK", "RO", "AT", "SI", "HR", "PT", "GR", "IE", "LU", "MD", "ME", "MK", "JP", "UA", "RS", "CH",
    "CY", "MT", "EU", "NATO", "OSCE", "UN",
];

/// The kinds of events, as often as they come.
pub const KINDS: [&str; 12] = [
    "expulsion",
    "expulsion",
    "expulsion",
    "recall",
    "closure",
    "statement",
    "accusation",
    "denial",
    "sabotage",
    "arrest",
    "sanction",
    "meeting",
];

/// A case of `size` events between 2022 and 2026 with Russia as its hub.
pub fn crowd(size: usize, seed: u64) -> CaseContent {
    let mut chance = Chance::new(seed);
    let events: Vec<Event> = (0..size).map(|number| event(number, &mut chance)).collect();
    let links = answers(&events, &mut chance);
    let view = View { name: "All".into(), hub: LaneCode::parse("RU"), ..View::default() };
    CaseContent {
        title: format!("{size} generated events"),
        events,
        links,
        views: vec![view],
        ..CaseContent::default()
    }
}

fn event(number: usize, chance: &mut Chance) -> Event {
    let kind = chance.one_of(&KINDS);
    // The square of an even number from 0 to 1 falls mostly on the first lanes.
    let part = chance.up_to(1_000) as f64 / 1_000.0;
    let lane = LANES[(part * part * LANES.len() as f64) as usize];
    let by_hub = chance.up_to(3) == 0;
    let (actor, target) = if by_hub { ("RU", lane) } else { (lane, "RU") };
    let role = |code: &str, role| Involvement {
        lane: LaneCode::parse(code).unwrap(),
        role,
        status: None,
        by: vec![],
    };
    let people = matches!(kind, "expulsion" | "recall" | "arrest");
    let count = (people && chance.up_to(10) > 0).then(|| Count::exactly(heads(chance), Unit::People));
    Event {
        id: EventId(0),
        key: format!("e{number}"),
        when: Some(when(chance)),
        title: format!("{actor} and {target}, {kind} {number}"),
        label: (chance.up_to(5) == 0).then(|| format!("number {number}")),
        kind: kind.to_owned(),
        status: Status::ALL[chance.up_to(4) as usize],
        lanes: vec![role(actor, Role::Actor), role(target, Role::Target), role(actor, Role::Place)],
        count,
        ..Event::default()
    }
}

/// Mostly one or a few, seldom many.
fn heads(chance: &mut Chance) -> u64 {
    match chance.up_to(10) {
        0..=5 => 1 + chance.up_to(4),
        6..=8 => 5 + chance.up_to(16),
        _ => 20 + chance.up_to(50),
    }
}

/// A third of all in the wave of spring 2022; one in eight no better known than by its month, one in fifty by its year.
fn when(chance: &mut Chance) -> When {
    let (start, days) = if chance.up_to(3) == 0 {
        (Stamp::from_civil(2022, 3, 14), 60)
    } else {
        (Stamp::from_civil(2022, 2, 21), 1_460)
    };
    let (year, month, day) = start.plus_days(chance.up_to(days).cast_signed()).civil();
    let text = match chance.up_to(100) {
        0..=1 => format!("{year:04}"),
        2..=13 => format!("{year:04}-{month:02}"),
        14..=20 => format!("{year:04}-{month:02}-{day:02}~"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    };
    When::parse(&text).unwrap()
}

/// One expulsion in four is answered by a later one.
fn answers(events: &[Event], chance: &mut Chance) -> Vec<Link> {
    let mut links = Vec::new();
    for pair in events.windows(2).filter(|pair| pair[0].kind == "expulsion" && pair[1].kind == "expulsion") {
        if chance.up_to(4) == 0 {
            let (from, to) = (pair[1].key.clone(), pair[0].key.clone());
            links.push(Link { from, to, link_type: LinkType::Retaliation, quotes: vec![] });
        }
    }
    links
}
