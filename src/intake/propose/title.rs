//! A short title: a sentence made from an event's parts, or else the words of its clause.

use crate::model::{Count, LaneCode, gazetteer};

use super::super::find::ByteSpan;
use super::roles::Roles;

/// The longest title that is taken from the text, in characters.
const LONGEST: usize = 110;

/// Characters that the telling word has to stand before the end of a title.
const CLOSE: usize = 10;

/// The words that a title may be taken from, as spans of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Telling {
    pub(super) sentence: ByteSpan,
    /// The part of it that tells the event.
    pub(super) clause: ByteSpan,
    /// The word that tells it ends here.
    pub(super) told: usize,
    /// It is announced, and has not happened.
    pub(super) planned: bool,
}

/// The title of an event.
pub(super) fn title_of(
    kind: &str,
    roles: &Roles,
    text: &str,
    telling: Telling,
    adjective: &dyn Fn(&str) -> Option<String>,
) -> String {
    from_parts(kind, roles, telling.planned, adjective).unwrap_or_else(|| {
        let Telling { sentence, clause, told, .. } = telling;
        let before = text.get(sentence.start..told).map_or(0, |words| words.chars().count());
        // From the beginning, where what is told stands early enough to be in it.
        if before <= LONGEST - CLOSE {
            return from_words(sentence.of(text).unwrap_or_default());
        }
        let words = from_words(clause.of(text).unwrap_or_default());
        let begins = clause.of(text).is_some_and(|words| words.starts_with(char::is_uppercase));
        match names(&roles.actors).filter(|_| !begins) {
            Some(actors) => from_words(&format!("{actors}: {}", clause.of(text).unwrap_or_default())),
            None => words,
        }
    })
}

fn from_parts(
    kind: &str,
    roles: &Roles,
    planned: bool,
    adjective: &dyn Fn(&str) -> Option<String>,
) -> Option<String> {
    let actor = names(&roles.actors)?;
    let many = roles.actors.len() > 1;
    let verb = |one: &str, several: &str| match (planned, many) {
        (true, _) => format!("to {several}"),
        (false, true) => several.to_owned(),
        (false, false) => one.to_owned(),
    };
    let target = roles.targets.first();
    let of = target.map(|lane| adjective(lane.as_str()).unwrap_or_else(|| name_of(lane)));
    match kind {
        "expulsion" => {
            let people = people(roles.count, "diplomat", of.as_deref()?);
            Some(format!("{actor} {} {people}", verb("expels", "expel")))
        }
        "sanction" => {
            Some(format!("{actor} {} sanctions on {}", verb("imposes", "impose"), names(&roles.targets)?))
        }
        "invasion" => Some(format!("{actor} {} {}", verb("invades", "invade"), names(&roles.targets)?)),
        // Of a border nothing is known here that would make a title.
        "closure" if target.is_some() && roles.missions => {
            let missions = match roles.count {
                Some(count) if count.stated() > 1 => format!("{} {} missions", count.stated(), of?),
                _ => with_article(&format!("{} mission", of?)),
            };
            Some(format!("{actor} {} {missions}", verb("closes", "close")))
        }
        "recall" if !roles.targets.is_empty() => {
            let people = people(roles.count, "diplomat", of.as_deref()?);
            let called = if planned { "to be recalled" } else { "recalled" };
            Some(from_words(&format!("{people} {called} from {actor}")))
        }
        "recall" => Some(format!(
            "{actor} {} from {}",
            verb("recalls its envoy", "recall their envoys"),
            names(&roles.places)?
        )),
        "accusation" => Some(format!("{actor} {} {}", verb("accuses", "accuse"), names(&roles.targets)?)),
        _ => None,
    }
}

fn people(count: Option<Count>, noun: &str, adjective: &str) -> String {
    match count {
        None => format!("{adjective} {noun}s"),
        Some(count) if count.max == Some(1) => with_article(&format!("{adjective} {noun}")),
        Some(count) if count.max.is_none() => {
            format!("at least {} {adjective} {noun}s", count.min)
        }
        Some(count) if count.approx => format!("about {} {adjective} {noun}s", count.stated()),
        Some(count) => format!("{} {adjective} {noun}s", count.stated()),
    }
}

fn with_article(noun: &str) -> String {
    let vowel = noun.starts_with(['A', 'E', 'I', 'O']);
    format!("{} {noun}", if vowel { "an" } else { "a" })
}

fn name_of(lane: &LaneCode) -> String {
    gazetteer::name(lane.as_str()).unwrap_or(lane.as_str()).to_owned()
}

fn names(lanes: &[LaneCode]) -> Option<String> {
    let names: Vec<String> = lanes.iter().map(name_of).collect();
    match names.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [first @ .., last] => Some(format!("{} and {last}", first.join(", "))),
    }
}

/// The words of a clause, on one line, without what dangles at its ends, and cut at a word.
fn from_words(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = line.trim_matches(|c: char| {
        !c.is_alphanumeric() && !matches!(c, '"' | '“' | '”' | '«' | '»' | ')' | '(')
    });
    let mut title = String::new();
    for word in bare.split(' ') {
        if title.chars().count() + word.chars().count() > LONGEST {
            title.push('…');
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    let mut letters = title.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
