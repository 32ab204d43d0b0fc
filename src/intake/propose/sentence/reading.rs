//! A text read once: its words, sentences, places and dates, and what each small word does.

use crate::model::{LaneCode, When};

use super::super::super::find::{
    ByteSpan, Endings, Form, FoundDate, Place, Sentence, Sort, Word, find_places, sentences_of, words_of,
};
use super::super::super::lexicon::{Hit, Language, Noun, Work};
use super::parties::{Field, Party, PartySort, parties_of};
use super::talk::Talk;
use super::triggers::{Told, triggers_of};

/// A text and what was found in it, by the indices of its words.
#[derive(Debug)]
pub(in crate::intake) struct Reading<'a> {
    pub(in crate::intake) text: &'a str,
    pub(in crate::intake) language: &'a Language,
    pub(in crate::intake) words: Vec<Word>,
    pub(in crate::intake) sentences: Vec<Sentence>,
    pub(in crate::intake) places: Vec<Place>,
    pub(in crate::intake) dates: Vec<Dated>,
    /// The days of what is told by how long before it was: "a day after …".
    pub(in crate::intake) counted: Vec<Dated>,
    /// The places, services that act for a state ("the GRU"), and towns.
    actors: Vec<Place>,
    works: Vec<Option<Work>>,
    taken: Vec<bool>,
}

/// A date with the words that it covers; `last` exclusive.
#[derive(Debug, Clone)]
pub(in crate::intake) struct Dated {
    pub(in crate::intake) first: usize,
    pub(in crate::intake) last: usize,
    pub(in crate::intake) found: FoundDate,
}

/// A sentence taken apart.
#[derive(Debug)]
pub(in crate::intake) struct Clauses<'a> {
    pub(in crate::intake) reading: &'a Reading<'a>,
    pub(in crate::intake) first: usize,
    pub(in crate::intake) last: usize,
    pub(in crate::intake) parties: Vec<Party>,
    pub(in crate::intake) triggers: Vec<Told<'a>>,
    pub(in crate::intake) dates: &'a [Dated],
    /// The day that stands over the sentence, as in a chronicle, and whether it was somewhere inside.
    pub(in crate::intake) under: Option<(When, bool)>,
    /// Where it is reported from: the capital before the dash of a dateline.
    pub(in crate::intake) reported_from: Vec<LaneCode>,
}

impl<'a> Reading<'a> {
    /// Reads a text whose dates have been found.
    pub(in crate::intake) fn new(
        text: &'a str,
        language: &'a Language,
        dates: &[FoundDate],
        counted: &[FoundDate],
    ) -> Self {
        let words = words_of(text);
        let rules = &language.lexicon.sentences;
        let endings = Endings {
            abbreviations: &rules.abbreviations,
            numbered: &rules.numbered,
            dotted_ordinals: rules.dotted_ordinals,
        };
        let sentences = sentences_of(text, &words, endings);
        let places = find_places(text, &words, &language.gazetteer);
        let actors = with_services(&words, &places, language);
        let dates = dates.iter().filter_map(|date| dated(&words, date)).collect();
        let counted = counted.iter().filter_map(|date| dated(&words, date)).collect();
        let mut reading = Self {
            text,
            language,
            works: vec![None; words.len()],
            taken: vec![false; words.len()],
            words,
            sentences,
            places,
            dates,
            counted,
            actors,
        };
        reading.mark();
        reading
    }

    /// Notes which words belong to places and dates, and what the others do.
    fn mark(&mut self) {
        for place in &self.actors {
            self.taken[place.first..place.last].fill(true);
        }
        for date in &self.dates {
            self.taken[date.first..date.last].fill(true);
        }
        let mut at = 0;
        while at < self.words.len() {
            let hit = if self.taken[at] {
                None
            } else {
                self.language.grammar.longest(&self.words, at, self.words.len())
            };
            let end = hit.map_or(at + 1, |hit| hit.end);
            let plain = |hit: &Hit<'_, Work>| {
                let border = hit.value.is_border() && *hit.value != Work::Speech;
                !(self.bounds_a_number(at, hit.end)
                    || border && self.leads_a_date(hit.end)
                    || border && self.names_a_role(at, hit.end))
            };
            if let Some(hit) = hit.filter(plain) {
                self.works[at..end].fill(Some(*hit.value));
            }
            at = end;
        }
    }

    /// "over 100", where "over" begins no clause.
    fn bounds_a_number(&self, at: usize, end: usize) -> bool {
        let numbers = &self.language.lexicon.numbers;
        let said = |more: &String| more.split(' ').eq(self.words[at..end].iter().map(|word| &*word.lower));
        numbers.more.iter().any(said)
            && self.words.get(end).is_some_and(|next| {
                next.sort == Sort::Number
                    || numbers.value(&next.lower).is_some()
                    || numbers.one.contains(&next.lower) && self.times_at(end + 1)
            })
    }

    /// "since last year been", "after 2022, Russia": before a date that stands alone it begins no clause.
    fn leads_a_date(&self, at: usize) -> bool {
        // "that same June": one plain word may stand between.
        let plain = |word: &Word| word.sort == Sort::Letters && !word.capital;
        let small = self.language.grammar.longest(&self.words, at, self.words.len());
        let article = small.as_ref().is_some_and(|hit| *hit.value == Work::Article);
        let passed =
            !self.is_taken(at) && self.words.get(at).is_some_and(plain) && (article || small.is_none());
        let from = at + usize::from(passed);
        let date = self.dates.partition_point(|date| date.first < at);
        let Some(date) = self.dates.get(date).filter(|date| date.first <= from) else { return false };
        let Some(next) = self.words.get(date.last) else { return true };
        let grammar = self.language.grammar.longest(&self.words, date.last, self.words.len());
        next.lower != "'s" && (next.sort == Sort::Mark || self.is_taken(date.last) || grammar.is_some())
    }

    /// "worked as a pilot", "known as Borg": what somebody is, and no clause.
    fn names_a_role(&self, at: usize, end: usize) -> bool {
        let classes = &self.language.lexicon.classes;
        let one_of = |class: &str, word: &Word| {
            let same = |known: &String| match known.strip_suffix('*') {
                Some(stem) => word.lower.starts_with(stem),
                None => word.lower == *known,
            };
            classes.get(class).is_some_and(|words| words.iter().any(same))
        };
        let Some((before, next)) =
            at.checked_sub(1).map(|before| &self.words[before]).zip(self.words.get(end))
        else {
            return false;
        };
        let named = next.capital && self.language.grammar.longest(&self.words, end, end + 1).is_none();
        let somebody =
            self.language.lexicon.numbers.one.contains(&next.lower) || named || self.is_somebody(end);
        one_of("as", &self.words[at]) && one_of("takes_as", before) && somebody
    }

    fn times_at(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| self.language.lexicon.numbers.times.contains_key(&word.lower))
    }

    /// Whether a sentence is all of its paragraph.
    pub(in crate::intake) fn stands_alone(&self, index: usize) -> bool {
        let Some(sentence) = self.sentences.get(index) else { return false };
        let alone =
            |other: Option<&Sentence>| other.is_none_or(|other| other.paragraph != sentence.paragraph);
        let before = index.checked_sub(1).and_then(|before| self.sentences.get(before));
        alone(before) && alone(self.sentences.get(index + 1))
    }

    /// Whether a sentence is a line of its own without an end: a heading, or a link to another article.
    pub(in crate::intake) fn is_heading(&self, index: usize) -> bool {
        let Some(sentence) = self.sentences.get(index) else { return false };
        let closed = self.words[sentence.first..sentence.last].iter().rev().take(3).any(Word::is_end);
        self.stands_alone(index) && !closed
    }

    /// Whether somebody tells what follows a word of a sentence, so that "would" announces it.
    pub(in crate::intake) fn is_reported(&self, sentence: usize, at: usize) -> bool {
        (sentence..at).any(|at| self.work(at) == Some(Work::Speech))
    }

    /// Where the words behind "PRAGUE, March 14 (Newsline) - " begin; the sentence's first word where none stand.
    fn dateline_end(&self, sentence: &Sentence) -> usize {
        let reach = sentence.last.min(sentence.first + DATELINE);
        let plain = |at: &usize| {
            let word = &self.words[*at];
            let mark = matches!(word.lower.as_str(), "," | "(" | ")" | "." | "/");
            word.capital || self.is_taken(*at) || word.sort == Sort::Number || mark
        };
        let end = (sentence.first..reach).take_while(plain).last().map_or(sentence.first, |at| at + 1);
        let shouted = end > sentence.first && self.words[sentence.first..end].iter().all(|word| word.shouted);
        let dash = self.words.get(end).filter(|word| {
            let spaced = self.text[..word.span.start].ends_with(char::is_whitespace);
            word.is_mark("—")
                || word.is_mark("–")
                || word.is_mark("-") && spaced
                || word.is_mark(":") && shouted
        });
        if dash.is_some() && end > sentence.first && end < sentence.last { end + 1 } else { sentence.first }
    }

    /// What a word does.
    pub(in crate::intake) fn work(&self, at: usize) -> Option<Work> {
        self.works.get(at).copied().flatten()
    }

    /// Whether a word belongs to a place or a date.
    pub(in crate::intake) fn is_taken(&self, at: usize) -> bool {
        self.taken.get(at).copied().unwrap_or(false)
    }

    /// Whether a word is a noun for somebody or something: behind it stands a verb sooner than another noun.
    pub(in crate::intake) fn is_somebody(&self, at: usize) -> bool {
        let hit = self.language.nouns.longest(&self.words, at, self.words.len());
        hit.is_some_and(|hit| *hit.value != Noun::Act)
    }

    /// Takes a sentence apart, knowing who was spoken of before.
    pub(in crate::intake) fn clauses(&'a self, sentence: &Sentence, talk: &Talk) -> Clauses<'a> {
        let (first, last) = (sentence.first, sentence.last);
        let field = Field {
            words: &self.words,
            works: &self.works,
            taken: &self.taken,
            language: self.language,
            officials: &talk.officials,
        };
        let from = self.actors.partition_point(|place| place.first < first);
        let to = self.actors.partition_point(|place| place.first < last);
        let mut parties = parties_of(&field, &self.actors[from..to], first, last);
        let dateline = self.dateline_end(sentence);
        // "BRUSSELS -" may be anybody's.
        let sure = |party: &Party| {
            let place = self.places.partition_point(|place| place.last <= party.first);
            self.places.get(place).is_some_and(|place| place.codes.len() == 1)
        };
        let capital = |party: &&Party| {
            party.last <= dateline && party.sort == PartySort::Named(Form::Capital) && sure(party)
        };
        let reported_from = parties.iter().find(capital).map(|party| party.lanes.clone()).unwrap_or_default();
        parties.retain(|party| party.first >= dateline);
        let dates = &self.dates[self.dates.partition_point(|date| date.first < first)
            ..self.dates.partition_point(|date| date.first < last)];
        let triggers = triggers_of(self, first, last, &parties);
        Clauses { reading: self, first, last, parties, triggers, dates, under: None, reported_from }
    }
}

/// Words before the dash of a dateline at most.
const DATELINE: usize = 12;

/// The places of a text together with the services that its lexicon ties to a lane, the towns that lie in one, and the
/// bodies that were named before and are only called something here: "the alliance".
fn with_services(words: &[Word], places: &[Place], language: &Language) -> Vec<Place> {
    let mut all = places.to_vec();
    let mut at = 0;
    while at < words.len() {
        let service = language.organisations.longest(words, at, words.len());
        let called = language.called.longest(words, at, words.len());
        let town = language.towns.longest(words, at, words.len());
        let form = if service.or(called).is_some() { Form::Seat } else { Form::Town };
        let Some(hit) = service.or(called).or(town) else {
            at += 1;
            continue;
        };
        let (first, last) = (at, hit.end);
        let named =
            |code: &LaneCode| places.iter().any(|place| place.first < first && place.codes.contains(code));
        let next = places.partition_point(|place| place.last <= first);
        let free = places.get(next).is_none_or(|place| place.first >= last);
        let sure = |code: &LaneCode| service.is_some() || form == Form::Town || named(code);
        if let Some(code) = LaneCode::parse(hit.value).filter(|code| free && sure(code)) {
            let span = ByteSpan::new(words[first].span.start, words[last - 1].span.end);
            all.push(Place { span, first, last, codes: vec![code], form });
        }
        at = last;
    }
    all.sort_by_key(|place| place.first);
    all
}

/// A date by the indices of its words.
fn dated(words: &[Word], found: &FoundDate) -> Option<Dated> {
    let first = words.partition_point(|word| word.span.end <= found.span.start);
    let last = words.partition_point(|word| word.span.start < found.span.end);
    (first < last).then(|| Dated { first, last, found: found.clone() })
}
