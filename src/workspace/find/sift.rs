//! Sifting: which events pass a filter, and how many each further choice would leave.
//!
//! One walk over the columns. A row that fails one question only still counts among the answers to that question: so
//! the numbers beside the choices follow all other choices.

use crate::model::{EventId, FacetRow, Facets, Filter, LaneCode, Role, Roles, Sieve, Span, Stamp};

/// A question that a row can fail.
const KIND: u16 = 1;
const STATUS: u16 = 1 << 1;
const LANE: u16 = 1 << 2;
const ROLE: u16 = 1 << 3;
const ENTITY: u16 = 1 << 4;
const TAG: u16 = 1 << 5;
const ARTICLE: u16 = 1 << 6;
const TIME: u16 = 1 << 7;
const COUNT: u16 = 1 << 8;
const TEXT: u16 = 1 << 9;
const QUOTE: u16 = 1 << 10;
const SITE: u16 = 1 << 11;
const CITED: u16 = 1 << 12;
const DIFFERS: u16 = 1 << 13;

/// What passes, with the numbers beside each choice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sifted {
    /// Events that pass all but kinds and statuses, sorted.
    pub passing: Vec<EventId>,
    pub counts: FacetCounts,
}

/// Events that each choice would leave, given all choices of other sorts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetCounts {
    /// What passes everything.
    pub events: usize,
    /// By the kind's number.
    pub kinds: Vec<usize>,
    pub statuses: [usize; 5],
    pub roles: [usize; 4],
    /// Most first, and so the others.
    pub lanes: Vec<(LaneCode, usize)>,
    pub entities: Vec<(String, usize)>,
    pub tags: Vec<(String, usize)>,
    pub articles: Vec<(String, usize)>,
    pub sites: Vec<(String, usize)>,
    pub no_quote: usize,
    pub cited_only: usize,
    pub differs: usize,
}

/// The filter, with its names as the numbers of the columns.
struct Asked<'a> {
    sieve: &'a Sieve,
    lanes: Option<Vec<bool>>,
    roles: Option<Roles>,
    entities: Option<Vec<bool>>,
    tags: Option<Vec<bool>>,
    articles: Option<Vec<bool>>,
    sites: Option<Vec<bool>>,
    span: Option<Span>,
    least: Option<u64>,
    most: Option<u64>,
    text: Option<&'a [EventId]>,
    no_quote: bool,
    cited_only: bool,
    differs: bool,
}

/// What was known by then, for the numbers beside choices.
#[derive(Debug, Clone, Copy)]
pub struct KnownBy<'a> {
    pub by: Stamp,
    /// Events that some source had told, sorted.
    pub events: &'a [EventId],
}

/// Sifts all events; `text` are the events that hold the filter's words, sorted.
#[must_use]
pub fn sift(facets: &Facets, filter: &Filter, sieve: &Sieve, text: Option<&[EventId]>) -> Sifted {
    sift_as_known(facets, filter, sieve, text, None)
}

/// The same, where the numbers beside choices count what was known by a day, with the status that it had.
#[must_use]
pub fn sift_as_known(
    facets: &Facets,
    filter: &Filter,
    sieve: &Sieve,
    text: Option<&[EventId]>,
    known: Option<KnownBy<'_>>,
) -> Sifted {
    let chosen = |names: &[String], wanted: &[String]| -> Option<Vec<bool>> {
        (!wanted.is_empty()).then(|| names.iter().map(|name| wanted.contains(name)).collect())
    };
    let asked = Asked {
        sieve,
        lanes: (!filter.lanes.is_empty())
            .then(|| facets.lanes.iter().map(|lane| filter.lanes.contains(lane)).collect()),
        roles: (!filter.roles.is_empty())
            .then(|| filter.roles.iter().fold(Roles::default(), |set, role| set.with(*role))),
        entities: chosen(&facets.entities, &filter.entities),
        tags: chosen(&facets.tags, &filter.tags),
        articles: chosen(&facets.articles, &filter.articles),
        sites: chosen(&facets.sites, &filter.sites),
        span: filter.span(),
        least: filter.least,
        most: filter.most,
        text,
        no_quote: filter.no_quote,
        cited_only: filter.cited_only,
        differs: filter.differs,
    };
    let mut count = Counter::new(facets);
    let mut passing = Vec::new();
    for (number, row) in facets.rows.iter().enumerate() {
        let failed = asked.failed(facets, number, row);
        if failed & !(KIND | STATUS) == 0 {
            passing.push(row.event);
        }
        let Some(known) = known else {
            count.add(facets, &asked, number, row, failed);
            continue;
        };
        if known.events.binary_search(&row.event).is_ok() {
            let status = facets.status_by(row.event, known.by).unwrap_or(row.status);
            let row = FacetRow { status, ..*row };
            count.add(facets, &asked, number, &row, asked.failed(facets, number, &row));
        }
    }
    Sifted { passing, counts: count.done(facets) }
}

impl Asked<'_> {
    /// The questions that a row fails.
    fn failed(&self, facets: &Facets, number: usize, row: &FacetRow) -> u16 {
        let mut failed = 0;
        let mut ask = |question: u16, passed: bool| {
            if !passed {
                failed |= question;
            }
        };
        let kind = row.kind.0;
        ask(KIND, self.sieve.kinds_off[usize::from(kind / 64)] >> (kind % 64) & 1 == 0);
        ask(STATUS, self.sieve.statuses_off >> (row.status as u8) & 1 == 0);
        let lanes = facets.lanes_of.of(number);
        let is_asked =
            |lane: u32| self.lanes.as_ref().is_none_or(|asked| asked.get(lane as usize) == Some(&true));
        ask(LANE, self.lanes.is_none() || lanes.iter().any(|(lane, _)| is_asked(*lane)));
        let in_role = |roles: Roles| self.roles.is_none_or(|asked| asked.0 & roles.0 != 0);
        ask(
            ROLE,
            self.roles.is_none() || lanes.iter().any(|(lane, roles)| in_role(*roles) && is_asked(*lane)),
        );
        let any = |asked: &Option<Vec<bool>>, has: &[u32]| {
            asked.as_ref().is_none_or(|asked| has.iter().any(|one| asked.get(*one as usize) == Some(&true)))
        };
        ask(ENTITY, any(&self.entities, facets.entities_of.of(number)));
        ask(TAG, any(&self.tags, facets.tags_of.of(number)));
        ask(ARTICLE, any(&self.articles, facets.articles_of.of(number)));
        ask(SITE, any(&self.sites, facets.sites_of.of(number)));
        ask(TIME, self.span.is_none_or(|span| touches(row, span)));
        ask(COUNT, self.counts(row));
        ask(TEXT, self.text.is_none_or(|found| found.binary_search(&row.event).is_ok()));
        ask(QUOTE, !self.no_quote || !row.quoted);
        ask(CITED, !self.cited_only || is_cited_only(row));
        ask(DIFFERS, !self.differs || row.differs);
        failed
    }

    fn counts(&self, row: &FacetRow) -> bool {
        if self.least.is_none() && self.most.is_none() {
            return true;
        }
        row.count.is_some_and(|(min, max)| {
            self.least.is_none_or(|least| max.is_none_or(|max| max >= least))
                && self.most.is_none_or(|most| min <= most)
        })
    }
}

/// Whether it names sources and carries no words of any.
fn is_cited_only(row: &FacetRow) -> bool {
    row.cited && !row.quoted
}

/// Whether an event touches a time; one without a date touches none.
fn touches(row: &FacetRow, span: Span) -> bool {
    let undated = row.t0 == Stamp::MAX;
    !undated && row.t0 < span.end() && row.t1 > span.start()
}

/// Counts by numbers, named at the end.
struct Counter {
    counts: FacetCounts,
    lanes: Vec<usize>,
    entities: Vec<usize>,
    tags: Vec<usize>,
    articles: Vec<usize>,
    sites: Vec<usize>,
}

impl Counter {
    fn new(facets: &Facets) -> Self {
        Self {
            counts: FacetCounts { kinds: vec![0; 256], ..FacetCounts::default() },
            lanes: vec![0; facets.lanes.len()],
            entities: vec![0; facets.entities.len()],
            tags: vec![0; facets.tags.len()],
            articles: vec![0; facets.articles.len()],
            sites: vec![0; facets.sites.len()],
        }
    }

    fn add(&mut self, facets: &Facets, asked: &Asked<'_>, number: usize, row: &FacetRow, failed: u16) {
        let but = |question: u16| failed & !question == 0;
        let counts = &mut self.counts;
        counts.events += usize::from(failed == 0);
        counts.kinds[usize::from(row.kind.0)] += usize::from(but(KIND));
        counts.statuses[row.status as usize] += usize::from(but(STATUS));
        counts.no_quote += usize::from(but(QUOTE) && !row.quoted);
        counts.cited_only += usize::from(but(CITED) && is_cited_only(row));
        counts.differs += usize::from(but(DIFFERS) && row.differs);
        let lanes = facets.lanes_of.of(number);
        if but(LANE | ROLE) {
            let in_role = |roles: Roles| asked.roles.is_none_or(|wanted| wanted.0 & roles.0 != 0);
            for (lane, _) in lanes.iter().filter(|(_, roles)| in_role(*roles)) {
                self.lanes[*lane as usize] += 1;
            }
            let is_asked =
                |lane: u32| asked.lanes.as_ref().is_none_or(|lanes| lanes.get(lane as usize) == Some(&true));
            let held = lanes.iter().filter(|(lane, _)| is_asked(*lane));
            let held = held.fold(0, |held, (_, roles)| held | roles.0);
            for role in Role::ALL {
                counts.roles[role as usize] += usize::from(Roles(held).has(role));
            }
        }
        for (question, held, into) in [
            (ENTITY, &facets.entities_of, &mut self.entities),
            (TAG, &facets.tags_of, &mut self.tags),
            (ARTICLE, &facets.articles_of, &mut self.articles),
            (SITE, &facets.sites_of, &mut self.sites),
        ] {
            if but(question) {
                held.of(number).iter().for_each(|one| into[*one as usize] += 1);
            }
        }
    }

    fn done(self, facets: &Facets) -> FacetCounts {
        FacetCounts {
            lanes: ranked(&facets.lanes, &self.lanes),
            entities: ranked(&facets.entities, &self.entities),
            tags: ranked(&facets.tags, &self.tags),
            articles: ranked(&facets.articles, &self.articles),
            sites: ranked(&facets.sites, &self.sites),
            ..self.counts
        }
    }
}

/// Most first, then by name.
fn ranked<T: Clone + Ord>(names: &[T], counts: &[usize]) -> Vec<(T, usize)> {
    let mut ranked: Vec<(T, usize)> = names.iter().cloned().zip(counts.iter().copied()).collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    ranked
}
