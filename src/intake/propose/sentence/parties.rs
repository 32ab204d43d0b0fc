//! Who is spoken of: noun phrases that stand for a country, a body or its people.
//!
//! "five Swedish diplomats", "the Russian foreign ministry", "Sweden's consulate", "it": each with its lanes, its head
//! and the small word that it hangs on ("from Belgium").

use std::collections::BTreeMap;

use crate::model::{Count, LaneCode, Unit};

use super::super::super::find::{Form, Place, Sort, Word};
use super::super::super::lexicon::{Language, Noun, Work};
use super::counts;

/// A noun phrase that can act or be acted on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::intake) struct Party {
    /// Indices of its words; `last` exclusive.
    pub(in crate::intake) first: usize,
    pub(in crate::intake) last: usize,
    /// Empty until a generic one or a pronoun is told who it stands for.
    pub(in crate::intake) lanes: Vec<LaneCode>,
    pub(in crate::intake) sort: PartySort,
    pub(in crate::intake) head: Option<Noun>,
    pub(in crate::intake) count: Option<Count>,
    /// The preposition that it hangs on.
    pub(in crate::intake) under: Option<Work>,
}

/// What names a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::intake) enum PartySort {
    /// A place's name or its people.
    Named(Form),
    /// "the ministry", "police"
    Generic,
    /// "it"
    Pronoun,
    /// "he"
    Person,
    /// "its embassy"
    Own,
}

impl Party {
    /// Whether people are meant to whom things are done.
    pub(in crate::intake) fn is_people(&self) -> bool {
        self.head == Some(Noun::People) || self.sort == PartySort::Named(Form::People) && self.head.is_none()
    }

    /// "it", "he"
    pub(in crate::intake) fn is_pronoun(&self) -> bool {
        matches!(self.sort, PartySort::Pronoun | PartySort::Person)
    }

    /// Whether it can act for a state.
    pub(in crate::intake) fn can_act(&self) -> bool {
        match self.head {
            Some(Noun::Authority | Noun::Several | Noun::Force) => true,
            Some(Noun::People | Noun::Mission) => false,
            _ => !matches!(self.sort, PartySort::Named(Form::Adjective | Form::People | Form::Town)),
        }
    }
}

/// Words that the search for a head passes over at most.
const REACH: usize = 5;

/// A run of words, what the small ones do, and where places are.
#[derive(Debug, Clone, Copy)]
pub(in crate::intake) struct Field<'a> {
    pub(in crate::intake) words: &'a [Word],
    pub(in crate::intake) works: &'a [Option<Work>],
    pub(in crate::intake) taken: &'a [bool],
    pub(in crate::intake) language: &'a Language,
    /// Those who were named with an office before, by their family names, and whose office it is.
    pub(in crate::intake) officials: &'a BTreeMap<String, Vec<LaneCode>>,
}

impl Field<'_> {
    fn noun_at(&self, at: usize, limit: usize) -> Option<(Noun, usize)> {
        let hit = self.language.nouns.longest(self.words, at, limit).filter(|hit| *hit.value != Noun::Act);
        hit.map(|hit| (*hit.value, hit.end))
    }

    fn work(&self, at: usize) -> Option<Work> {
        self.works.get(at).copied().flatten()
    }

    /// A word that no number before it counts past.
    fn stops(&self, at: usize) -> bool {
        self.taken[at]
            || self.work(at).is_some_and(|work| !matches!(work, Work::Article | Work::Such | Work::Of))
    }

    /// A word that says nothing about the shape of the sentence.
    fn is_filler(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.sort == Sort::Letters && self.work(at).is_none() && !self.taken[at]
            || word.is_mark("-")
            || word.lower == "'s"
    }
}

/// All parties of a sentence, in order.
pub(in crate::intake) fn parties_of(
    field: &Field<'_>,
    places: &[Place],
    first: usize,
    last: usize,
) -> Vec<Party> {
    let mut found: Vec<Party> = Vec::new();
    let inside = places.iter().filter(|place| first <= place.first && place.last <= last);
    for place in inside.filter(|place| !is_described(field, place, last)) {
        let party = named(field, place, first, last);
        match found.last_mut() {
            // "Embassy of the Russian Federation in Moscow": the first keeps its words.
            Some(before)
                if party.first < before.last && party.first >= before.first && before.head.is_some() =>
            {
                if place.last > before.last {
                    found.push(Party { first: place.first, head: None, ..party });
                }
            }
            _ => found.push(party),
        }
    }
    nameless(field, &mut found, first, last);
    found.sort_by_key(|party| (party.first, party.last));
    share_heads(field, &mut found);
    for party in &mut found {
        // Where names bend, no word stands between a preposition and a bare name.
        let bare = party.head.is_none()
            && matches!(party.sort, PartySort::Named(Form::Name | Form::Capital | Form::Seat));
        let fillers = if bare && field.language.lexicon.sentences.genitive { 0 } else { 2 };
        party.under = hangs_on(field, party.first, first, fillers);
    }
    share_prepositions(field, &mut found);
    follow_their_towns(field, &mut found);
    found
}

/// "in Valletta, Malta, on Monday": the country hangs on what its town hangs on.
fn follow_their_towns(field: &Field<'_>, found: &mut [Party]) {
    for right in 1..found.len() {
        let (town, country) = (&found[right - 1], &found[right]);
        let comma = country.first == town.last + 1 && field.words[town.last].is_mark(",");
        let plain = country.sort == PartySort::Named(Form::Name) && country.head.is_none();
        if comma && plain && country.under.is_none() && town.lanes == country.lanes {
            found[right].under = town.under;
        }
    }
}

/// "Danish and Latvian troops": the noun is the first's, too.
fn share_heads(field: &Field<'_>, found: &mut [Party]) {
    let bare = |party: &Party| party.sort == PartySort::Named(Form::Adjective) && party.head.is_none();
    for right in (1..found.len()).rev() {
        let (left, party) = (&found[right - 1], &found[right]);
        let alike = party.sort == PartySort::Named(Form::Adjective) && party.head.is_some() && bare(left);
        let between = left.last..party.first;
        let joined = !between.is_empty()
            && between.clone().all(|at| field.work(at) == Some(Work::And) || field.words[at].is_mark(","));
        if alike && joined {
            found[right - 1].head = party.head;
        }
    }
}

/// "a Russian-leaning government": of another state, which only leans.
fn is_described(field: &Field<'_>, place: &Place, last: usize) -> bool {
    let hyphen = place.last + 1 < last && field.words[place.last].is_mark("-");
    let joined = hyphen && field.words[place.last - 1].span.end == field.words[place.last].span.start;
    joined && field.language.lexicon.sentences.compounds.contains(&field.words[place.last + 1].lower)
}

/// "colleagues from Poland, Latvia and Estonia": all of them stand behind the "from".
fn share_prepositions(field: &Field<'_>, found: &mut [Party]) {
    let bare = |party: &Party| party.head.is_none() && matches!(party.sort, PartySort::Named(_));
    let mut at = 0;
    while at + 1 < found.len() {
        let joins = |left: &Party, right: &Party, and: bool| {
            let mut between = left.last..right.first;
            bare(right)
                && left.last < right.first
                && right.under.is_none()
                && between.clone().all(|at| {
                    matches!(field.work(at), Some(Work::And | Work::Article)) || field.words[at].is_mark(",")
                })
                && (!and || between.any(|at| field.work(at) == Some(Work::And)))
        };
        let mut end = at;
        while end + 1 < found.len() && joins(&found[end], &found[end + 1], false) {
            end += 1;
        }
        // "In Poland, Germany said" is no list: one ends with "and".
        let closed = end > at && joins(&found[end - 1], &found[end], true);
        // "fled to Latvia, and Malta closed its embassy": two with a comma between are none, either.
        let closed = closed && !(end == at + 1 && field.words[found[at].last].is_mark(","));
        let under = found[at].under.filter(|work| !matches!(work, Work::Of));
        if closed && bare(&found[at]) && under.is_some() {
            for party in &mut found[at + 1..=end] {
                party.under = under;
            }
        }
        at = end + 1;
    }
}

fn named(field: &Field<'_>, place: &Place, first: usize, last: usize) -> Party {
    let mut party = Party {
        first: place.first,
        last: place.last,
        lanes: place.codes.first().cloned().into_iter().collect(),
        sort: PartySort::Named(place.form),
        head: None,
        count: None,
        under: None,
    };
    head_after(field, place, last, &mut party);
    if party.head.is_none() {
        head_before(field, place, first, &mut party);
    }
    if party.head.is_none() && is_somebody(field, place, first, last) {
        party.head = Some(Noun::People);
    }
    if party.head == Some(Noun::Mission)
        && let Some(start) = its_people(field, party.first, first)
    {
        party.head = Some(Noun::People);
        party.first = start;
    }
    if party.head == Some(Noun::Force)
        && let Some((_, start)) =
            counts::before(field.words, party.first, first, field.language, Unit::Things, &|at| {
                field.stops(at)
            })
    {
        party.first = start;
    }
    if party.is_people() || party.head == Some(Noun::Mission) {
        let of = if party.is_people() { Unit::People } else { Unit::Missions };
        if let Some((count, start)) =
            counts::before(field.words, party.first, first, field.language, of, &|at| field.stops(at))
        {
            party.count = Some(count);
            party.first = start;
        }
    }
    party
}

/// "employees of the Russian embassy", "a driver at Malta's consulate": where the phrase for people before it begins.
fn its_people(field: &Field<'_>, mission: usize, first: usize) -> Option<usize> {
    let article = |at: &usize| field.work(*at) == Some(Work::Article);
    let hung = (first..mission).rev().find(|at| !article(at))?;
    if !matches!(field.work(hung), Some(Work::Of | Work::Against)) {
        return None;
    }
    let noun =
        |at: &usize| field.noun_at(*at, hung).is_some_and(|(noun, end)| noun == Noun::People && end == hung);
    (first.max(hung.saturating_sub(REACH))..hung).find(noun)
}

/// "The Russian was", "a young Russian who": one of its people, where no noun follows.
fn is_somebody(field: &Field<'_>, place: &Place, first: usize, last: usize) -> bool {
    const FILLERS: usize = 3;
    let near = place.last..last.min(place.last + 2);
    let people = &field.language.lexicon.sentences.people;
    let who = near
        .clone()
        .find(|at| field.work(*at) == Some(Work::Relative) && people.contains(&field.words[*at].lower));
    if place.form == Form::Adjective && who.is_some_and(|who| (place.last..who).all(|at| field.is_filler(at)))
    {
        return true;
    }
    let goes_on = matches!(
        field.work(place.last),
        Some(Work::Passive | Work::Perfect | Work::Relative | Work::Future | Work::Would | Work::Maybe)
    );
    let before = (first.max(place.first.saturating_sub(FILLERS + 1))..place.first).rev();
    let article = before.into_iter().find(|at| !field.is_filler(*at));
    place.form == Form::Adjective
        && place.last < last
        && goes_on
        && article.is_some_and(|at| field.work(at) == Some(Work::Article))
}

/// "Russian embassy staff", "Sweden's diplomatic mission", "German Foreign Minister Johann Wadephul".
fn head_after(field: &Field<'_>, place: &Place, last: usize, party: &mut Party) {
    let words = field.words;
    let possessive = words
        .get(place.last)
        .is_some_and(|word| word.lower == "'s" || word.is_mark("'") || word.is_mark("’"));
    let close = !possessive && place.form != Form::Adjective;
    let mut at = place.last + usize::from(possessive);
    let limit = last.min(at + if close { 1 } else { REACH });
    while at < limit {
        if field.taken[at] {
            break;
        }
        if let Some((noun, end)) = field.noun_at(at, last) {
            party.head = Some(noun);
            party.last = end;
            at = end;
            // "embassy staff member": the last of them is the head.
            if at < last && field.noun_at(at, last).is_some() && !field.taken[at] {
                continue;
            }
            break;
        }
        if !field.is_filler(at) {
            break;
        }
        at += 1;
    }
    if matches!(party.head, Some(Noun::Authority | Noun::People)) {
        while party.last < last
            && words[party.last].capital
            && field.is_filler(party.last)
            && !words[party.last - 1].span.overlaps(words[party.last].span)
        {
            party.last += 1;
        }
    }
}

/// "embassy of Belarus", "посольство России", "diplomates russes".
fn head_before(field: &Field<'_>, place: &Place, first: usize, party: &mut Party) {
    let genitive = field.language.lexicon.sentences.genitive || place.form == Form::Adjective;
    for at in (first.max(place.first.saturating_sub(REACH + 2))..place.first).rev() {
        let Some((noun, end)) = field.noun_at(at, place.first).filter(|_| !field.taken[at]) else { continue };
        let between = end..place.first;
        let linked = between.clone().any(|at| field.work(at) == Some(Work::Of));
        let plain = between.clone().all(|at| match field.work(at) {
            Some(work) => matches!(work, Work::Of | Work::Article),
            None => field.is_filler(at) && between.len() <= 2,
        });
        if plain && (linked || genitive) {
            party.head = Some(noun);
            party.first = at;
        }
        return;
    }
}

/// "the ministry", "it", "its embassy".
fn nameless(field: &Field<'_>, found: &mut Vec<Party>, first: usize, last: usize) {
    let named: Vec<(usize, usize)> = found.iter().map(|party| (party.first, party.last)).collect();
    let inside = |at: usize| named.iter().any(|(first, last)| *first <= at && at < *last);
    let mut at = first;
    while at < last {
        if inside(at) || field.taken[at] {
            at += 1;
            continue;
        }
        let plain = |sort, head, end| Party {
            first: at,
            last: end,
            lanes: Vec::new(),
            sort,
            head,
            count: None,
            under: None,
        };
        match field.work(at) {
            Some(Work::Pronoun) => found.push(plain(PartySort::Pronoun, None, at + 1)),
            Some(Work::Person) => found.push(plain(PartySort::Person, None, at + 1)),
            Some(Work::Own) => {
                let near = (at + 1..last.min(at + REACH)).find_map(|next| field.noun_at(next, last));
                if let Some((noun, end)) = near {
                    found.push(plain(PartySort::Own, Some(noun), end));
                    at = end;
                    continue;
                }
            }
            None if field.words[at].capital && field.officials.contains_key(&field.words[at].lower) => {
                let lanes = field.officials.get(&field.words[at].lower).cloned().unwrap_or_default();
                let sort = PartySort::Named(Form::Seat);
                found.push(Party { lanes, ..plain(sort, Some(Noun::Authority), at + 1) });
            }
            _ => {
                if let Some((noun, end)) = field.noun_at(at, last).filter(|(noun, _)| *noun != Noun::Thing) {
                    let mut party = plain(PartySort::Generic, Some(noun), end);
                    if let Some((count, start)) =
                        counts::before(field.words, at, first, field.language, Unit::People, &|at| {
                            field.stops(at)
                        })
                        .filter(|_| noun == Noun::People)
                    {
                        party.count = Some(count);
                        party.first = start;
                    }
                    found.push(party);
                    at = end;
                    continue;
                }
            }
        }
        at += 1;
    }
}

/// The preposition before a noun phrase, past its article and adjectives.
fn hangs_on(field: &Field<'_>, at: usize, first: usize, fillers: usize) -> Option<Work> {
    let mut before = at;
    let (mut passed, mut plain) = (0, 0);
    while before > first && passed < 4 {
        before -= 1;
        let word = &field.words[before];
        match field.work(before) {
            Some(
                hung @ (Work::By
                | Work::From
                | Work::Of
                | Work::Against
                | Work::In
                | Work::To
                | Work::With
                | Work::Than
                | Work::Between
                | Work::For
                | Work::Cause
                | Work::According),
            ) => return (hung != Work::Of || !is_a_name(field, before, first)).then_some(hung),
            Some(Work::Article | Work::Such) => {}
            Some(_) => return None,
            None if field.taken[before] || word.sort == Sort::Mark => return None,
            // Adjectives only: more plain words than that are another phrase.
            None if plain >= fillers => return None,
            None => plain += 1,
        }
        passed += 1;
    }
    None
}

/// "Helga Brunner of Germany": a name before the "of", which does what its country's do.
fn is_a_name(field: &Field<'_>, of: usize, first: usize) -> bool {
    let name = |at: usize| {
        let word = &field.words[at];
        word.sort == Sort::Letters
            && word.capital
            && !word.shouted
            && field.work(at).is_none()
            && !field.taken[at]
    };
    of >= first + 2 && name(of - 1) && name(of - 2)
}
