//! What filters ask, after an edit: the touched events are read anew, the others are taken over.

use std::collections::BTreeSet;

use super::{Store, StoreError};
use crate::model::{Change, EventId, FacetRow, Facets, Lists, Roles};

/// Beyond so many touched events the whole scan is quicker.
const MANY: usize = 100;

/// Where a row comes from.
#[derive(Debug, Clone, Copy)]
enum From {
    /// Taken over, by its place.
    Before(usize),
    /// Read anew: the part, which has one row.
    Part(usize),
}

/// A value of a list that names something by its number.
trait Numbered: Copy {
    fn number(self) -> u32;
    fn numbered(self, number: u32) -> Self;
}

impl Numbered for u32 {
    fn number(self) -> u32 {
        self
    }

    fn numbered(self, number: u32) -> Self {
        number
    }
}

impl Numbered for (u32, Roles) {
    fn number(self) -> u32 {
        self.0
    }

    fn numbered(self, number: u32) -> Self {
        (number, self.1)
    }
}

impl Store {
    /// What filters ask of the case's events, as [`Store::facets`] gives it but for the numbers of the names, made from
    /// what it was before a change.
    ///
    /// # Errors
    /// Fails where the file can't be read.
    pub fn facets_after(&self, before: &Facets, change: &Change) -> Result<Facets, StoreError> {
        let reach = change.reach;
        let all = reach.all || reach.lanes || reach.kinds || reach.entities || reach.articles;
        if all || change.touched.len() > MANY {
            return self.facets();
        }
        let touched: BTreeSet<EventId> = change.touched.iter().copied().collect();
        let mut parts = Vec::new();
        for event in &touched {
            parts.push(self.facets_between((event.0, event.0))?);
        }
        parts.retain(|part| !part.rows.is_empty());
        Ok(patched(before, &touched, &parts))
    }
}

fn patched(before: &Facets, touched: &BTreeSet<EventId>, parts: &[Facets]) -> Facets {
    let plan = plan(before, touched, parts);
    let row = |from: &From| -> Option<FacetRow> {
        match from {
            From::Before(at) => before.rows.get(*at).copied(),
            From::Part(at) => parts.get(*at)?.rows.first().copied(),
        }
    };
    let names = |of: fn(&Facets) -> (&[String], &Lists<u32>)| merged(before, parts, &plan, of);
    let (lanes, lanes_of) = merged(before, parts, &plan, |one| (&one.lanes, &one.lanes_of));
    let (entities, entities_of) = names(|one| (&one.entities, &one.entities_of));
    let (tags, tags_of) = names(|one| (&one.tags, &one.tags_of));
    let (articles, articles_of) = names(|one| (&one.articles, &one.articles_of));
    let (sites, sites_of) = names(|one| (&one.sites, &one.sites_of));
    let mut sayings = before.sayings.clone();
    sayings.retain(|saying| !touched.contains(&saying.event));
    sayings.extend(parts.iter().flat_map(|part| part.sayings.iter().copied()));
    // Stable: what was said of one event stays in its order.
    sayings.sort_by_key(|saying| saying.event);
    Facets {
        rows: plan.iter().filter_map(row).collect(),
        lanes,
        lanes_of,
        entities,
        entities_of,
        tags,
        tags_of,
        articles,
        articles_of,
        sites,
        sites_of,
        sayings,
    }
}

/// The rows in order of their events.
fn plan(before: &Facets, touched: &BTreeSet<EventId>, parts: &[Facets]) -> Vec<From> {
    let event = |part: &Facets| part.rows.first().map(|row| row.event);
    let mut new = parts.iter().enumerate().filter_map(|(at, part)| Some((event(part)?, at))).peekable();
    let mut plan = Vec::with_capacity(before.rows.len() + parts.len());
    for (at, row) in before.rows.iter().enumerate().filter(|(_, row)| !touched.contains(&row.event)) {
        while let Some((_, part)) = new.next_if(|(event, _)| *event < row.event) {
            plan.push(From::Part(part));
        }
        plan.push(From::Before(at));
    }
    plan.extend(new.map(|(_, part)| From::Part(part)));
    plan
}

/// Names and lists of the planned rows; names that no row has any more are gone.
fn merged<N: Clone + PartialEq, V: Numbered>(
    before: &Facets,
    parts: &[Facets],
    plan: &[From],
    of: impl Fn(&Facets) -> (&[N], &Lists<V>),
) -> (Vec<N>, Lists<V>) {
    let mut all: Vec<&N> = of(before).0.iter().collect();
    // The number of each name of a part among all.
    let mut numbers: Vec<Vec<u32>> = Vec::new();
    for part in parts {
        let own = of(part).0.iter().map(|name| {
            let at = all.iter().position(|known| *known == name).unwrap_or_else(|| {
                all.push(name);
                all.len() - 1
            });
            u32::try_from(at).unwrap_or(u32::MAX)
        });
        numbers.push(own.collect());
    }
    let values = |from: &From| -> Vec<V> {
        match from {
            From::Before(at) => of(before).1.of(*at).to_vec(),
            From::Part(at) => {
                let own = numbers.get(*at).map(Vec::as_slice).unwrap_or_default();
                let values = parts.get(*at).map(|part| of(part).1.of(0)).unwrap_or_default();
                let renumbered = |value: &V| Some(value.numbered(*own.get(value.number() as usize)?));
                values.iter().filter_map(renumbered).collect()
            }
        }
    };
    let mut used = vec![false; all.len()];
    let mut lists = Lists::default();
    for from in plan {
        let row = values(from);
        for value in &row {
            if let Some(used) = used.get_mut(value.number() as usize) {
                *used = true;
            }
        }
        lists.push(row);
    }
    let kept = |(name, used): (&&N, &bool)| used.then(|| N::clone(name));
    if used.iter().all(|used| *used) {
        return (all.into_iter().cloned().collect(), lists);
    }
    let mut next = 0;
    let renumbered: Vec<u32> = used
        .iter()
        .map(|used| {
            let number = next;
            next += u32::from(*used);
            number
        })
        .collect();
    let mut left = Lists::default();
    for row in 0..plan.len() {
        let number = |value: &V| renumbered.get(value.number() as usize).copied().unwrap_or(0);
        left.push(lists.of(row).iter().map(|value| value.numbered(number(value))).collect::<Vec<V>>());
    }
    (all.iter().zip(&used).filter_map(kept).collect(), left)
}
