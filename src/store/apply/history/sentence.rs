//! Sentences as the history keeps them: `["step-set-status",{"what":["step-named",{"title":"…"}],"status":["status-reported"]}]`,
//! so that a case tells its history in the language of whoever opens it. Keys that a file holds stay in `assets/words`.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::model::{Part, Sentence};

/// What stands in the file.
pub(super) fn kept(sentence: &Sentence) -> String {
    to_value(sentence).to_string()
}

/// What was kept. The first versions kept English sentences, which stay as they are.
pub(super) fn read(kept: String) -> Sentence {
    let value = kept.starts_with('[').then(|| serde_json::from_str(&kept).ok()).flatten();
    value.as_ref().and_then(from_value).unwrap_or_else(|| Sentence::plain(kept))
}

fn to_value(sentence: &Sentence) -> Value {
    let parts: Map<String, Value> =
        sentence.parts.iter().map(|(name, part)| (name.to_string(), part_to(part))).collect();
    let key = Value::String(sentence.key.to_string());
    Value::Array(if parts.is_empty() { vec![key] } else { vec![key, Value::Object(parts)] })
}

fn part_to(part: &Part) -> Value {
    let named = |name: &str, value| Value::Object(Map::from_iter([(name.to_owned(), value)]));
    match part {
        Part::Text(text) => Value::String(text.clone()),
        Part::Number(number) => Value::from(*number),
        Part::Date(date) => named("date", Value::String(date.clone())),
        Part::Said(sentence) => to_value(sentence),
        Part::All(all) => named("all", Value::Array(all.iter().map(to_value).collect())),
    }
}

fn from_value(value: &Value) -> Option<Sentence> {
    let [key, rest @ ..] = value.as_array()?.as_slice() else { return None };
    let key = Cow::Owned(key.as_str()?.to_owned());
    let parts = match rest {
        [] => Vec::new(),
        [parts] => {
            let part = |(name, value): (&String, &Value)| Some((Cow::Owned(name.clone()), part_from(value)?));
            parts.as_object()?.iter().map(part).collect::<Option<_>>()?
        }
        _ => return None,
    };
    Some(Sentence { key, parts })
}

fn part_from(value: &Value) -> Option<Part> {
    Some(match value {
        Value::String(text) => Part::Text(text.clone()),
        Value::Number(number) => Part::Number(number.as_u64()?),
        Value::Array(_) => Part::Said(from_value(value)?),
        Value::Object(named) => match (named.get("date"), named.get("all")) {
            (Some(date), None) => Part::Date(date.as_str()?.to_owned()),
            (None, Some(all)) => Part::All(all.as_array()?.iter().map(from_value).collect::<Option<_>>()?),
            _ => return None,
        },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::When;

    #[test]
    fn a_kept_sentence_comes_back_and_what_is_none_stays_as_it_is() {
        let when = When::parse("2022-04~").expect("a date");
        let sentence = Sentence::new("step-change-parts")
            .said_of("what", Sentence::new("step-named").text("title", "a \"quoted\" [title]"))
            .all_of("parts", vec![Sentence::new("step-part-tags"), Sentence::plain("x")])
            .number("n", 3)
            .date("date", &when);
        let kept = kept(&sentence);
        // Parts may come back in another order; what is spoken is the same.
        let mut back = read(kept.clone());
        back.parts.sort_by(|one, other| one.0.cmp(&other.0));
        let mut sorted = sentence;
        sorted.parts.sort_by(|one, other| one.0.cmp(&other.0));
        assert_eq!(back, sorted, "{kept}");
        for text in ["import events.csv", "[sic]", "[\"a\",{\"n\":-1}]", "[1]", ""] {
            assert_eq!(read(text.to_owned()), Sentence::plain(text));
        }
    }
}
