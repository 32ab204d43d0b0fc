//! Articles read again with another text, by chance: every quote stands on its own words in the new text, on almost
//! its words and is listed as changed, or on the old text and is listed as lost. None is ever wrong unsaid.

use std::collections::BTreeMap;

use caseline::model::{Article, ArticleEdit, CaseContent, Edit, Event, EventId, Quote, Revision};
use caseline::store::Store;
use proptest::prelude::{ProptestConfig, any};
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::generate::Dice;
use crate::store::{around, import};

/// Words of several scripts, some of them often, so that a text repeats itself.
const WORDS: [&str; 24] = [
    "the",
    "envoy",
    "left",
    "on",
    "Tuesday",
    "посол",
    "уехал",
    "Łódź",
    "🕊",
    "said",
    "ministry",
    "and",
    "30",
    "diplomats",
    "外交官",
    "in",
    "Brussels",
    "gate",
    "fire",
    "nobody",
    "knew",
    "\u{301}e",
    "السفير",
    "then",
];

fn sentence(dice: &mut Dice, length: usize) -> String {
    let words: Vec<&str> = (0..length).map(|_| dice.pick(&WORDS)).collect();
    let end = dice.pick(&[". ", ", ", ".\n\n", "; "]);
    words.join(dice.pick(&[" ", " ", " ", "\u{a0}"])) + end
}

fn text(dice: &mut Dice) -> Vec<String> {
    (0..4 + dice.below(12))
        .map(|_| {
            let length = 3 + dice.below(9);
            sentence(dice, length)
        })
        .collect()
}

/// The text as a later reading has it: sentences gone, new, moved, said twice, or with words put otherwise.
fn edited(dice: &mut Dice, sentences: &[String]) -> String {
    let mut new: Vec<String> = Vec::new();
    for one in sentences {
        match dice.below(9) {
            0 => {}
            1 => new.extend([sentence(dice, 5), one.clone()]),
            2 => new.extend([one.clone(), one.clone()]),
            3 => new.insert(dice.below(new.len() + 1), one.clone()),
            4 => {
                let (gone, come) = (dice.pick(&WORDS), dice.pick(&WORDS));
                new.push(one.replacen(gone, come, 1));
            }
            5 => new.push(one.replace(' ', "  ").to_uppercase()),
            _ => new.push(one.clone()),
        }
    }
    new.concat()
}

fn slice(text: &str, (start, end): (usize, usize)) -> String {
    text.chars().skip(start).take(end - start).collect()
}

/// A case of one article with quotes at places by chance, each on words of its own.
fn quoted(dice: &mut Dice, text: &str) -> (Store, Vec<String>) {
    let length = text.chars().count();
    let (mut events, mut exacts) = (Vec::new(), Vec::new());
    for at in 0..6 {
        let start = dice.below(length - 2);
        let end = (start + 2 + dice.below(60)).min(length);
        let exact = slice(text, (start, end));
        exacts.push(exact.clone());
        let quote =
            Quote { article: "a1".into(), place: Some((start, end)), exact: Some(exact), ..Quote::default() };
        let (key, title, kind) = (format!("e{at}"), format!("Event {at}"), "other".to_owned());
        events.push(Event { key, title, kind, quotes: vec![quote], ..Event::default() });
    }
    let revision = Revision { rev: 1, text: text.to_owned(), sha256: String::new() };
    let article =
        Article { key: "a1".into(), title: Some("One".into()), text: Some(revision), ..Article::default() };
    let mut store = Store::in_memory().expect("a case");
    import(
        &mut store,
        CaseContent { title: "T".into(), articles: vec![article], events, ..CaseContent::default() },
    );
    (store, exacts)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_quote_stands_on_its_words_or_is_told_of(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let sentences = text(&mut dice);
        let old = sentences.concat();
        let (mut store, exacts) = quoted(&mut dice, &old);
        let before = store.content().expect("readable");
        let new = edited(&mut dice, &sentences);
        let edit = Edit::Article(ArticleEdit::Read { key: "a1".into(), text: new.clone() });
        let told = around(|around| store.apply(&edit, around)).expect("read").report.quotes;
        let is_same = new == old;

        let events = store.events(&(1..=6).map(EventId).collect::<Vec<_>>()).expect("readable");
        let mut changed: BTreeMap<(String, String), usize> = BTreeMap::new();
        for pair in &told.changed { *changed.entry(pair.clone()).or_default() += 1; }
        let mut lost = told.lost.clone();
        let mut moved = 0;
        prop_assert_eq!(events.len(), exacts.len(), "none is dropped");
        for (event, exact) in events.iter().zip(&exacts) {
            let quote = event.quotes.first().expect("none is dropped");
            let (place, said) = (quote.place.expect("it stands somewhere"), quote.exact.clone().unwrap_or_default());
            let stands_in = if quote.rev == Some(1) && !is_same { &old } else { &new };
            prop_assert_eq!(&slice(stands_in, place), &said, "it says what stands there: {}", event.key);
            if is_same {
                continue;
            }
            if quote.rev == Some(1) {
                prop_assert_eq!(&said, exact, "on the old text nothing changes");
                let at = lost.iter().position(|one| one == exact);
                prop_assert!(at.is_some(), "a lost one is listed: {:?}", exact);
                lost.remove(at.unwrap_or_default());
            } else if said == *exact {
                moved += 1;
            } else {
                let left = changed.get_mut(&(exact.clone(), said.clone()));
                prop_assert!(left.as_ref().is_some_and(|left| **left > 0), "a changed one is listed: {exact:?} {said:?}");
                if let Some(left) = left { *left -= 1; }
            }
        }
        prop_assert!(lost.is_empty() && changed.values().all(|left| *left == 0), "nothing else is listed");
        prop_assert!(is_same || told.moved == moved, "{} {}", told.moved, moved);

        // Its words are still there and nowhere else: then it is neither changed nor lost.
        for (event, exact) in events.iter().zip(&exacts) {
            let found = new.match_indices(exact.as_str()).count();
            if found == 1 && !exact.is_empty() {
                prop_assert_eq!(event.quotes[0].exact.as_deref(), Some(exact.as_str()));
                prop_assert!(is_same || event.quotes[0].rev != Some(1), "{exact:?} is in the new text");
            }
        }
        prop_assert!(store.check().expect("checked").quotes.wrong.is_empty());
        if !is_same {
            store.undo().expect("undone");
            prop_assert_eq!(store.content().expect("readable"), before, "all of it was one edit");
        }
    }
}
