//! Cases of any content, by chance: whatever the rules allow, and texts that nobody would write.

use caseline::model::{
    Article, Candidate, CandidateDraft, CaseContent, Count, DATE_ROLES, Entity, EntityRole, EntityType,
    Event, Family, Filter, FurtherDate, HomeChoice, Involvement, LabelDensity, Lane, LaneBy, LaneCode,
    LaneGroup, LaneOrder, LaneType, Link, LinkType, Original, OwnKind, Paper, Participant, PinnedLabel,
    PublishedFrom, Quote, Revision, Role, STANDARD, Says, Segment, Status, Switch, Text, Theme, Unit, View,
    When,
};
use proptest::prelude::{Strategy, any};

const WORDS: &[&str] = &[
    "expels",
    "Посол",
    "🕊",
    "Łódź",
    "\"quoted\"",
    "back\\slash",
    "a/b",
    "\n",
    "\t",
    "\u{0}",
    "\u{7f}",
    "\u{2028}",
    "e\u{301}",
    "",
    " ",
    "Brüssel",
    "отчёт",
    "\u{1b}",
    "{",
    "]",
    "'; DROP TABLE event; --",
    "30",
    "\r\n",
];
const DATES: &[&str] = &[
    "2022-04-05",
    "2022-04",
    "2022",
    "2022-04~",
    "2022-03-29/2022-04-07",
    "2024-11/..",
    "/2024-12-06",
    "2022-04-05T14:30+02:00",
    "2022-04-05T14:30",
    "199X",
    "2022-21",
    "Y170000002",
    "-0044-03-15",
    "2022-04-05?",
    "../2022-01-01",
    "2022-04-05T14:30:59Z",
];
const CODES: &[&str] =
    &["BE", "RU", "XK", "SU", "EU", "OSCE", "FR", "post:chair", "lane:north-bank", "lane:x"];

/// Chance with a memory: the same seed makes the same case.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mixed = (self.0 >> 33) ^ self.0;
        mixed.wrapping_mul(0xFF51_AFD7_ED55_8CCD) >> 7
    }

    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n.max(1) as u64).unwrap()
    }

    pub fn chance(&mut self) -> bool {
        self.next().is_multiple_of(3)
    }

    pub fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    pub fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.chance().then(|| make(self))
    }

    pub fn some<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }

    pub fn text(&mut self) -> String {
        self.some(6, |dice| dice.pick(WORDS)).join("·")
    }

    pub fn when(&mut self) -> When {
        When::parse(self.pick(DATES)).unwrap()
    }

    fn lane(&mut self) -> LaneCode {
        LaneCode::parse(self.pick(CODES)).unwrap()
    }

    fn count(&mut self) -> Count {
        let min = self.next() % 1_000;
        let max = self.maybe(|dice| min + dice.next() % 90);
        Count { min, max, of: self.pick(&Unit::ALL), approx: self.chance() }
    }

    fn involvement(&mut self) -> Involvement {
        Involvement {
            lane: self.lane(),
            role: self.pick(&Role::ALL),
            status: self.maybe(|dice| dice.pick(&Status::ALL)),
            by: self.some(2, Self::lane),
        }
    }

    fn date(&mut self) -> FurtherDate {
        FurtherDate { role: self.pick(&DATE_ROLES).into(), when: self.when() }
    }

    pub fn kind(&mut self) -> String {
        self.pick(&[STANDARD[0].0, STANDARD[7].0, "other", "safe-house"]).to_owned()
    }

    fn participants(&mut self, entities: &[Entity]) -> Vec<Participant> {
        if entities.is_empty() {
            return Vec::new();
        }
        self.some(2, |dice| Participant {
            entity: dice.pick(entities).key,
            role: dice.pick(&EntityRole::ALL),
        })
    }
}

fn entity(dice: &mut Dice, at: usize) -> Entity {
    Entity {
        key: format!("n {at} \"{}\"", dice.pick(WORDS)),
        name: dice.text(),
        entity_type: dice.pick(&EntityType::ALL),
        aliases: dice.some(3, Dice::text),
        note: dice.maybe(Dice::text),
        private: dice.chance(),
    }
}

fn article(dice: &mut Dice, at: usize) -> Article {
    let with_text = !dice.chance();
    let older = if with_text { dice.below(3) } else { 0 };
    let revision = |dice: &mut Dice, rev: usize| Revision {
        rev: u32::try_from(rev).unwrap(),
        text: format!("{} {}", dice.text(), dice.text()),
        sha256: String::new(),
    };
    let older: Vec<Revision> = (1..=older).map(|rev| revision(dice, rev)).collect();
    Article {
        key: format!("a{at}"),
        title: dice.maybe(Dice::text),
        byline: dice.maybe(Dice::text),
        site: dice.maybe(Dice::text),
        url: dice.maybe(|_| format!("https://example.org/{at}")),
        published: dice.maybe(Dice::when),
        published_from: dice.maybe(|dice| dice.pick(&PublishedFrom::ALL)),
        retrieved: dice.maybe(Dice::when),
        language: dice.maybe(|_| "en".to_owned()),
        origin: dice.maybe(Dice::text),
        original: dice.maybe(|dice| Original {
            sha256: "00".repeat(32),
            media_type: dice.maybe(Dice::text),
            name: dice.maybe(Dice::text),
        }),
        note: dice.maybe(Dice::text),
        private: dice.chance(),
        text: with_text.then(|| revision(dice, older.len() + 1)),
        older,
    }
}

pub fn quote(dice: &mut Dice, articles: &[Article]) -> Quote {
    let article = dice.pick(articles);
    let mut quote = Quote {
        article: article.key.clone(),
        prefix: dice.maybe(Dice::text),
        suffix: dice.maybe(Dice::text),
        says: dice.maybe(|dice| Says {
            status: dice.maybe(|dice| dice.pick(&Status::ALL)),
            when: dice.maybe(Dice::when),
            count: dice.maybe(Dice::count),
            kind: dice.maybe(Dice::kind),
            lanes: dice.some(2, Dice::involvement),
        }),
        private: dice.chance(),
        ..Quote::default()
    };
    if !dice.chance() {
        let texts: Vec<&Revision> = article.older.iter().chain(&article.text).collect();
        let Some(text) = (!texts.is_empty()).then(|| dice.pick(&texts)) else {
            (quote.place, quote.exact) = (Some((3, 9)), Some(dice.text()));
            return quote;
        };
        let words = Text::new(text.text.clone());
        let start = dice.below(words.len());
        let end = start + 1 + dice.below(words.len() - start);
        quote.rev = Some(text.rev);
        quote.place = Some((start, end));
        quote.exact = words.slice(start, end).map(Into::into);
    } else if dice.chance() {
        quote.exact = Some(dice.text());
    }
    quote
}

pub fn quotes(dice: &mut Dice, articles: &[Article]) -> Vec<Quote> {
    if articles.is_empty() { Vec::new() } else { dice.some(3, |dice| quote(dice, articles)) }
}

pub fn event(dice: &mut Dice, at: usize, case: &CaseContent) -> Event {
    Event {
        key: if dice.chance() { format!("e{}", at + 1) } else { format!("event-{at}") },
        when: dice.maybe(Dice::when),
        within: dice.chance(),
        title: dice.text(),
        label: dice.maybe(Dice::text),
        kind: dice.kind(),
        status: dice.pick(&Status::ALL),
        lanes: dice.some(4, Dice::involvement),
        dates: dice.some(2, Dice::date),
        count: dice.maybe(Dice::count),
        entities: dice.participants(&case.entities),
        tags: dice.some(2, Dice::text),
        note: dice.maybe(Dice::text),
        private: dice.chance(),
        quotes: quotes(dice, &case.articles),
        ..Event::default()
    }
}

fn links(dice: &mut Dice, case: &CaseContent) -> Vec<Link> {
    let keys: Vec<&String> = case.events.iter().map(|event| &event.key).collect();
    let mut links: Vec<Link> = Vec::new();
    for later in 1..keys.len() {
        let (earlier, link_type) = (dice.below(later), dice.pick(&LinkType::ALL));
        let quotes = quotes(dice, &case.articles);
        if !dice.chance() {
            links.push(Link { from: keys[later].clone(), to: keys[earlier].clone(), link_type, quotes });
        }
    }
    links
}

pub fn candidate(dice: &mut Dice, at: usize, case: &CaseContent) -> Option<Candidate> {
    let article = case.articles.get(at)?;
    let (rev, length) = match (&article.text, article.older.first()) {
        (_, Some(old)) => (Some(old.rev), old.text.chars().count()),
        (Some(text), None) => (None, text.text.chars().count()),
        (None, None) => return None,
    };
    let draft = CandidateDraft {
        when: dice.maybe(Dice::when),
        within: dice.chance(),
        title: dice.text(),
        kind: dice.kind(),
        status: dice.pick(&Status::ALL),
        lanes: dice.some(2, Dice::involvement),
        dates: dice.some(2, Dice::date),
        count: dice.maybe(Dice::count),
        entities: dice.participants(&case.entities),
        more_quotes: if dice.chance() { vec![(0, length)] } else { Vec::new() },
        readings: dice.some(2, |dice| dice.involvement().lane),
        names: dice.some(2, Dice::text),
    };
    let score = f64::from(u32::try_from(dice.below(1_000)).unwrap()) / 997.0;
    Some(Candidate {
        key: format!("c{at}"),
        article: article.key.clone(),
        rev,
        start: 0,
        end: length,
        draft,
        score,
    })
}

fn view(dice: &mut Dice, at: usize, case: &CaseContent) -> View {
    let keys: Vec<String> = case.events.iter().map(|event| event.key.clone()).collect();
    let key = |dice: &mut Dice| if keys.is_empty() { "gone".to_owned() } else { dice.pick(&keys) };
    View {
        name: format!("View {at} {}", dice.text()),
        title: dice.maybe(Dice::text),
        subtitle: dice.maybe(Dice::text),
        footnote: dice.maybe(Dice::text),
        hub: dice.maybe(Dice::lane),
        by: dice.pick(LaneBy::ALL),
        homes: dice.some(2, |dice| HomeChoice { event: key(dice), lane: dice.lane() }),
        order: dice.pick(LaneOrder::ALL),
        lanes: dice.some(3, Dice::lane),
        pinned: dice.some(2, Dice::lane),
        folded: dice.some(2, Dice::lane),
        groups: dice.some(2, |dice| LaneGroup { name: dice.text(), lanes: dice.some(2, Dice::lane) }),
        collapsed: dice.some(2, Dice::text),
        segments: dice.some(3, |dice| Segment {
            from: dice.when(),
            to: dice.when(),
            share: f64::from(u32::try_from(1 + dice.below(100)).unwrap()) / 99.0,
        }),
        off: dice.some(3, Dice::kind),
        filter: Filter {
            kinds: dice.some(1, Dice::kind),
            statuses: dice.some(2, |dice| dice.pick(&Status::ALL)),
            lanes: dice.some(1, Dice::lane),
            roles: dice.some(1, |dice| dice.pick(&Role::ALL)),
            entities: dice.some(1, Dice::text),
            tags: dice.some(1, Dice::text),
            articles: dice.some(1, Dice::text),
            sites: dice.some(1, Dice::text),
            from: dice.maybe(Dice::when),
            to: dice.maybe(Dice::when),
            least: dice.maybe(|dice| dice.next() % 90),
            most: dice.maybe(|dice| dice.next() % 90),
            text: dice.maybe(Dice::text),
            no_quote: dice.chance(),
            cited_only: dice.chance(),
            differs: dice.chance(),
        },
        pins: dice.some(3, key),
        labels: dice.some(2, |dice| PinnedLabel { event: key(dice), text: dice.text() }),
        threads: dice.some(4, Dice::text),
        strip: dice.pick(Switch::ALL),
        pairs: dice.pick(Switch::ALL),
        posts: dice.pick(Switch::ALL),
        known_on: dice.maybe(Dice::when),
        aligned_to: dice.maybe(key),
        theme: dice.maybe(|dice| dice.pick(Theme::ALL)),
        language: dice.maybe(|_| "de-AT".to_owned()),
        paper: dice.maybe(|dice| Paper {
            width: 1200,
            height: 675,
            scale: dice.pick(&[1.0, 2.0, 1.5]),
            seen: dice.maybe(|_| 700),
            labels: dice.pick(LabelDensity::ALL),
            sources: dice.pick(&[true, false]),
            transparent: dice.pick(&[true, false]),
        }),
    }
}

fn lanes(dice: &mut Dice) -> Vec<Lane> {
    let named = |dice: &mut Dice, code: &str| Lane {
        code: LaneCode::parse(code).unwrap(),
        name: dice.maybe(Dice::text),
        lane_type: dice
            .maybe(|dice| dice.pick(&[LaneType::Country, LaneType::Body, LaneType::Post, LaneType::Own])),
        of: dice.maybe(Dice::lane),
        group: dice.maybe(Dice::text),
    };
    let mut lanes: Vec<Lane> =
        ["post:chair", "lane:north-bank", "lane:x"].iter().map(|code| named(dice, code)).collect();
    if dice.chance() {
        lanes.insert(1, named(dice, "RU"));
    }
    lanes
}

/// A case of that seed, with so many events.
pub fn case(seed: u64, events: usize) -> CaseContent {
    let dice = &mut Dice(seed);
    let mut case = CaseContent {
        title: dice.text(),
        zone: dice.maybe(|dice| dice.pick(&["+02:00", "-03:30"]).to_owned()),
        lanes: lanes(dice),
        kinds: vec![OwnKind {
            id: "safe-house".into(),
            label: dice.text(),
            family: dice.maybe(|dice| dice.pick(&Family::ALL)),
            colour: dice.maybe(|_| "#8C4A12".to_owned()),
        }],
        ..CaseContent::default()
    };
    case.entities = (0..dice.below(4)).map(|at| entity(dice, at)).collect();
    case.articles = (0..dice.below(4)).map(|at| article(dice, at)).collect();
    case.events = (0..events).map(|at| event(dice, at, &case)).collect();
    case.links = links(dice, &case);
    case.candidates = (0..dice.below(3)).filter_map(|at| candidate(dice, at, &case)).collect();
    if let [one, .., other] = &case.events[..] {
        case.not_same = vec![(other.key.clone(), one.key.clone())];
    }
    case.views = (0..dice.below(3)).map(|at| view(dice, at, &case)).collect();
    case
}

/// Cases of up to so many events.
pub fn cases(most: usize) -> impl Strategy<Value = CaseContent> {
    (any::<u64>(), 0..=most).prop_map(|(seed, events)| case(seed, events))
}
