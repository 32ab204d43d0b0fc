//! Phrases of a lexicon, found in a run of words: the longest that stands there.
//!
//! `expel*` stands for every word that begins so, `…` for up to ten words within a clause (`…4` for up to four),
//! `{staff}` for any word of that class, and a word with a capital letter wants one in the text as well. The cost of a
//! look-up follows the length of a word, not of the lexicon.

use std::borrow::Cow;
use std::cell::RefCell;
mod ahead;
mod pieces;

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::find::{Beginning, Beginnings, Sort, Word, words_of};
use super::stem::Stem;
use ahead::{Look, PhraseSigns, within_a_clause};
use pieces::{AnyOf, Piece, gap_in};

pub(super) use pieces::class_in;

/// Classes of words that do the same in a phrase, by their names: what `{staff}` stands for.
pub type Classes = BTreeMap<String, Vec<String>>;

/// Classes on their way into phrases: each is made ready once, however many phrases name it.
#[derive(Debug)]
pub struct ReadyClasses<'c> {
    words: &'c Classes,
    ready: RefCell<BTreeMap<String, Arc<AnyOf>>>,
}

impl<'c> ReadyClasses<'c> {
    /// Classes of which none is ready yet.
    #[must_use]
    pub const fn of(words: &'c Classes) -> Self {
        Self { words, ready: RefCell::new(BTreeMap::new()) }
    }
}

/// Phrases with what each stands for.
#[derive(Debug, Clone, Default)]
pub struct Phrases<T> {
    exact: FxHashMap<String, Vec<Phrase<T>>>,
    /// By three letters, what begins with them, the shortest first.
    begins: FxHashMap<Beginning, Openings<T>>,
    /// Beginnings of one or two letters.
    short_begins: Openings<T>,
    stem: Stem,
    /// Words that no `…` goes past.
    stops: FxHashSet<String>,
    stop_heads: Beginnings,
    heads: Beginnings,
}

/// Beginnings of words with their phrases, the shortest first.
type Openings<T> = Vec<(String, Vec<Phrase<T>>)>;

#[derive(Debug, Clone)]
struct Phrase<T> {
    signs: PhraseSigns,
    rest: Vec<Piece>,
    capital: bool,
    shouted: bool,
    value: T,
}

/// A phrase found in a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Hit<'a, T> {
    /// The word after its last.
    pub end: usize,
    pub value: &'a T,
    /// Whether a `…` stands in it.
    pub gapped: bool,
}

impl<T> Clone for Hit<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Hit<'_, T> {}

impl<T: Clone> Phrases<T> {
    /// An empty list, whose words without `*` are compared by their stems.
    #[must_use]
    pub fn stemmed(stem: Stem) -> Self {
        Self {
            exact: FxHashMap::default(),
            begins: FxHashMap::default(),
            short_begins: Vec::new(),
            stem,
            stops: FxHashSet::default(),
            stop_heads: Beginnings::default(),
            heads: Beginnings::default(),
        }
    }

    /// The same list, in which no `…` goes past these words.
    #[must_use]
    pub fn stopping_at(mut self, stops: &[String]) -> Self {
        for stop in stops {
            self.stop_heads.add(stop, false);
        }
        Self { stops: stops.iter().cloned().collect(), ..self }
    }

    /// Adds a phrase as the lexicons write it.
    pub fn add(&mut self, phrase: &str, value: T) {
        self.add_with(phrase, value, &ReadyClasses::of(&Classes::new()));
    }

    /// Adds a phrase that may name classes; one that is not known stands for nothing.
    pub fn add_with(&mut self, phrase: &str, value: T, classes: &ReadyClasses<'_>) {
        let (first, rest) = phrase.trim().split_once(char::is_whitespace).unwrap_or((phrase.trim(), ""));
        let rest = self.pieces(rest, classes);
        for first in class_in(first).map_or(vec![first], |name| words_of_class(classes.words, name)) {
            let mut pieces = self.pieces(first, classes);
            pieces.extend(rest.iter().cloned());
            let marks = words_of(first).first().map_or((false, false), |word| (word.capital, word.shouted));
            self.add_pieces(pieces, marks, value.clone());
        }
    }

    fn add_pieces(&mut self, pieces: Vec<Piece>, (capital, shouted): (bool, bool), value: T) {
        let mut pieces = pieces.into_iter();
        let Some(first) = pieces.next() else { return };
        let rest: Vec<Piece> = pieces.collect();
        let entry = Phrase { signs: PhraseSigns::of(&rest, self.stem), rest, capital, shouted, value };
        match &first {
            Piece::Word(word) => self.heads.add(word, self.stem != Stem::None),
            Piece::Begins(word) => self.heads.add(word, true),
            Piece::Gap(_) | Piece::OneOf(_) => {}
        }
        match first {
            Piece::Word(word) => self.exact.entry(word).or_default().push(entry),
            Piece::Begins(word) => {
                let openings = if word.chars().nth(2).is_some() {
                    self.begins.entry(Beginning::of(&word)).or_default()
                } else {
                    &mut self.short_begins
                };
                match openings.binary_search_by(|(one, _)| (one.len(), one).cmp(&(word.len(), &word))) {
                    Ok(at) => openings[at].1.push(entry),
                    Err(at) => openings.insert(at, (word, vec![entry])),
                }
            }
            Piece::Gap(_) | Piece::OneOf(_) => {}
        }
    }

    /// Words of a phrase, each as what it wants.
    fn pieces(&self, phrase: &str, classes: &ReadyClasses<'_>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for part in phrase.split_whitespace() {
            if let Some(most) = gap_in(part) {
                pieces.push(Piece::Gap(most));
                continue;
            }
            if let Some(name) = class_in(part) {
                pieces.push(Piece::OneOf(self.any_of(name, classes)));
                continue;
            }
            let (part, begins) = part.strip_suffix('*').map_or((part, false), |part| (part, true));
            let words = words_of(part);
            let many = words.len();
            for (at, word) in words.into_iter().enumerate() {
                let last = at + 1 == many;
                pieces.push(if begins && last {
                    Piece::Begins(word.lower)
                } else {
                    Piece::Word(self.key(&word).into_owned())
                });
            }
        }
        pieces
    }

    fn any_of(&self, name: &str, classes: &ReadyClasses<'_>) -> Arc<AnyOf> {
        if let Some(ready) = classes.ready.borrow().get(name) {
            return Arc::clone(ready);
        }
        // A class holds words, and no class.
        let (none, all) = (Classes::new(), words_of_class(classes.words, name));
        let none = ReadyClasses::of(&none);
        let any = Arc::new(AnyOf::of(all.into_iter().map(|words| self.pieces(words, &none)).collect()));
        classes.ready.borrow_mut().insert(name.to_owned(), Arc::clone(&any));
        any
    }

    fn key<'w>(&self, word: &'w Word) -> Cow<'w, str> {
        // Short words and abbreviations have no endings to lose.
        if self.stem == Stem::None || word.shouted || word.sort != Sort::Letters {
            Cow::Borrowed(&word.lower)
        } else {
            Cow::Owned(self.stem.of(&word.lower))
        }
    }

    /// The longest phrase that begins with the word at `at` and ends before `limit`.
    #[must_use]
    pub fn longest(&self, words: &[Word], at: usize, limit: usize) -> Option<Hit<'_, T>> {
        let word = words.get(at).filter(|word| self.heads.may_hold(word.beginning))?;
        let mut best: Option<Hit<'_, T>> = None;
        let look = Look::behind(words, at, limit);
        let take = |phrase: &'_ Phrase<T>| -> Option<usize> {
            if !look.may_have(&phrase.signs)
                || phrase.capital && !word.capital
                || phrase.shouted && !word.shouted
            {
                return None;
            }
            phrase.rest.first().is_none_or(|next| self.may_stand(next, &look, at + 1)).then_some(())?;
            self.rest_ends(&phrase.rest, &look, at + 1)
        };
        let exact = self.exact.get(self.key(word).as_ref());
        let long = self.begins.get(&word.beginning);
        let openings = self.short_begins.iter().chain(long.into_iter().flatten());
        let begins = openings
            .filter(|(letters, _)| word.sort == Sort::Letters && word.lower.starts_with(letters.as_str()))
            .map(|(_, phrases)| phrases);
        for phrase in exact.into_iter().chain(begins).flatten() {
            if let Some(end) = take(phrase)
                && best.as_ref().is_none_or(|best| end > best.end)
            {
                let gapped = phrase.rest.iter().any(|piece| matches!(piece, Piece::Gap(_)));
                best = Some(Hit { end, value: &phrase.value, gapped });
            }
        }
        best
    }

    fn stops_at(&self, word: &Word) -> bool {
        if word.sort == Sort::Mark && matches!(word.lower.as_str(), ";" | ":" | "." | "!" | "?" | "…" | "。")
        {
            return true;
        }
        self.stop_heads.may_hold(word.beginning) && self.stops.contains(&word.lower)
    }

    /// Where the rest of a phrase ends, if it stands at `at`.
    fn rest_ends(&self, rest: &[Piece], look: &Look<'_>, at: usize) -> Option<usize> {
        let Some((piece, rest)) = rest.split_first() else { return Some(at) };
        if let Piece::Gap(most) = piece {
            let reach = (at + most).min(look.limit).min(self.stop_from(look, at));
            let Some(next) = rest.first() else { return (at <= reach).then_some(at) };
            let stands = |from: &usize| self.may_stand(next, look, *from) && within_a_clause(look, at, *from);
            return (at..=reach).filter(stands).find_map(|from| self.rest_ends(rest, look, from));
        }
        let word = look.words.get(at).filter(|_| at < look.limit)?;
        if let Piece::OneOf(any) = piece {
            if !any.heads.may_hold(word.beginning) {
                return None;
            }
            let single = any.whole.contains(self.key(word).as_ref())
                || any.begins.iter().any(|begins| word.lower.starts_with(begins.as_str()));
            let single = single.then_some(at + 1);
            let longer = any.longer.iter().filter_map(|one| self.rest_ends(one, look, at));
            let ends = single.into_iter().chain(longer);
            return ends.filter_map(|end| self.rest_ends(rest, look, end)).max();
        }
        if self.fits(piece, word) { self.rest_ends(rest, look, at + 1) } else { None }
    }

    /// Whether a single word is what a piece wants.
    fn fits(&self, piece: &Piece, word: &Word) -> bool {
        match piece {
            Piece::Word(wanted) => {
                word.lower == *wanted || self.stem != Stem::None && self.key(word) == wanted.as_str()
            }
            Piece::Begins(wanted) => word.lower.starts_with(wanted.as_str()),
            Piece::Gap(_) | Piece::OneOf(_) => false,
        }
    }

    /// Whether a piece is worth trying at a word; where not, it surely does not stand there.
    fn may_stand(&self, piece: &Piece, look: &Look<'_>, at: usize) -> bool {
        let word = look.words.get(at).filter(|_| at < look.limit);
        match piece {
            Piece::Gap(_) => true,
            Piece::OneOf(any) => word.is_some_and(|word| any.heads.may_hold(word.beginning)),
            Piece::Word(_) | Piece::Begins(_) => word.is_some_and(|word| self.fits(piece, word)),
        }
    }

    /// The first word from `at` on that no `…` goes past; the end of the look where there is none.
    fn stop_from(&self, look: &Look<'_>, at: usize) -> usize {
        if let Some(stop) = look.stop.get().filter(|stop| (look.from..=*stop).contains(&at)) {
            return stop;
        }
        let stops = |at: &usize| look.words.get(*at).is_none_or(|word| self.stops_at(word));
        let stop = (at..look.limit).find(stops).unwrap_or(look.limit);
        if at == look.from {
            look.stop.set(Some(stop));
        }
        stop
    }
}

fn words_of_class<'c>(classes: &'c Classes, name: &str) -> Vec<&'c str> {
    classes.get(name).map(|words| words.iter().map(String::as_str).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(stem: Stem, phrases: &[&str], text: &str, expected: Option<&str>) {
        let mut all = Phrases::stemmed(stem);
        for phrase in phrases {
            all.add(phrase, (*phrase).to_owned());
        }
        let words = words_of(text);
        let found = (0..words.len()).find_map(|at| all.longest(&words, at, words.len()));
        assert_eq!(found.map(|hit| hit.value.as_str()), expected, "{text}");
    }

    #[test]
    fn the_longest_phrase_wins_and_capitals_count() {
        let names = ["Guinea", "Equatorial Guinea", "US", "order* … to leave"];
        check(Stem::None, &names, "in Equatorial Guinea", Some("Equatorial Guinea"));
        check(Stem::None, &names, "a guinea of gold", None);
        check(Stem::None, &names, "gave us a call", None);
        check(Stem::None, &names, "the U.S. embassy", Some("US"));
        check(Stem::None, &names, "ordered five of them to leave", Some("order* … to leave"));
        check(Stem::None, &names, "ordered tea", None);
    }

    #[test]
    fn a_class_stands_for_any_of_its_words() {
        let class = |name: &str, words: &[&str]| {
            (name.to_owned(), words.iter().map(|word| (*word).to_owned()).collect())
        };
        let classes =
            Classes::from([class("tell", &["told", "order*"]), class("cut", &["bring down", "cut"])]);
        let mut all = Phrases::stemmed(Stem::None);
        all.add_with("{tell} … to {cut} {staff}", "no such class", &ReadyClasses::of(&classes));
        all.add_with("{tell} … to {cut}", "cut", &ReadyClasses::of(&classes));
        for text in ["told Malta to bring down", "ordered it to cut its staff"] {
            let words = words_of(text);
            let hit = all.longest(&words, 0, words.len());
            assert_eq!(hit.map(|hit| *hit.value), Some("cut"), "{text}");
        }
        let words = words_of("told Malta to bring up");
        assert!(all.longest(&words, 0, words.len()).is_none());
    }

    #[test]
    fn names_are_known_by_their_stems() {
        check(Stem::Russian, &["Бельгия"], "из Бельгии", Some("Бельгия"));
        check(Stem::Ukrainian, &["Польща"], "у Польщі", Some("Польща"));
        check(Stem::German, &["Russland"], "die Antwort Russlands", Some("Russland"));
        check(Stem::German, &["Wien"], "Wie es in Wiens Straßen heißt", Some("Wien"));
        check(Stem::German, &["Wien"], "Wie es heißt", None);
    }
}
