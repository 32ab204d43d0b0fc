//! An event's facts as a reader would say them, for the hover card and the block beside the article.

use std::borrow::Cow;

use crate::model::{
    Arg, Article, Columns, Count, Event, Involvement, Lane, LaneCode, Quote, Role, Says, Words, sources_of,
    spoken_date,
};
use crate::scene::{Ink, Palette};

/// A lane's name.
#[must_use]
pub fn lane_name<'a>(columns: &'a Columns, code: &LaneCode, words: &dyn Words) -> Cow<'a, str> {
    let lane = columns.lane_of(code).and_then(|lane| columns.lanes.get(lane.0 as usize));
    // What is only proposed may name a lane that the case does not have yet.
    let known = || Lane::plain(code.clone()).name_in(words).into_owned().into();
    lane.map_or_else(known, |lane| lane.name_in(words))
}

/// "5 April 2022", or that it has no date.
#[must_use]
pub fn when(event: &Event, words: &dyn Words) -> String {
    event.when.as_ref().map_or_else(|| words.word("undated"), |when| spoken_date(when, event.within, words))
}

/// "expulsion": the label of an own kind, else the standard word.
#[must_use]
pub fn kind(columns: &Columns, code: &str, words: &dyn Words) -> String {
    let own = columns.kinds.own().iter().find(|kind| kind.id == code);
    own.map_or_else(|| words.word(&format!("kind-{code}")), |kind| kind.label.clone())
}

/// The colour of an event's family.
#[must_use]
pub fn ink(columns: &Columns, event: &Event, palette: &Palette) -> Ink {
    let family = columns.kinds.index_of(&event.kind).map(|kind| columns.kinds.family(kind));
    family.map_or(palette.muted, |family| palette.family(family))
}

/// "Italy acts, towards Russia", each role once; a place that also acts is not repeated.
#[must_use]
pub fn roles(columns: &Columns, event: &Event, words: &dyn Words) -> String {
    let actors: Vec<&LaneCode> = event.lanes_as(Role::Actor).collect();
    let mut said = Vec::new();
    for role in Role::ALL {
        let parts: Vec<&Involvement> = event
            .lanes
            .iter()
            .filter(|part| part.role == role && (role != Role::Place || !actors.contains(&&part.lane)))
            .collect();
        if parts.is_empty() {
            continue;
        }
        let names: Vec<String> = parts.iter().map(|part| part_name(columns, part, words)).collect();
        let args = [("lanes", Arg::Text(&listed(&names, words))), ("n", Arg::Number(names.len() as u64))];
        said.push(words.say(&format!("part-{}", role.code()), &args));
    }
    said.join(", ")
}

/// "Russia (alleged by Lithuania)".
fn part_name(columns: &Columns, part: &Involvement, words: &dyn Words) -> String {
    let name = lane_name(columns, &part.lane, words);
    let Some(status) = part.status else { return name.into_owned() };
    let status = words.word(&format!("status-{}", status.code()));
    let by: Vec<String> = part.by.iter().map(|lane| lane_name(columns, lane, words).into_owned()).collect();
    let by = listed(&by, words);
    let args = [("name", Arg::Text(&name)), ("status", Arg::Text(&status)), ("by", Arg::Text(&by))];
    words.say(if by.is_empty() { "part-unsure" } else { "part-unsure-by" }, &args)
}

/// "a, b and c".
fn listed(names: &[String], words: &dyn Words) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            let args = [("first", Arg::Text(&first.join(", "))), ("last", Arg::Text(last))];
            words.say("list-and", &args)
        }
    }
}

/// "about 20 people", "15 to 20 people", "more than 100 people".
#[must_use]
pub fn count(count: &Count, words: &dyn Words) -> String {
    let of = |n: u64| words.say(&format!("unit-{}", count.of.code()), &[("n", Arg::Number(n))]);
    let args = |n: &'_ str| {
        words.say(if count.approx { "count-about" } else { "count-exact" }, &[("n", Arg::Text(n))])
    };
    match count.max {
        Some(max) if max == count.min => args(&of(max)),
        Some(max) => {
            let (min, max) = (count.min.to_string(), of(max));
            args(&words.say("count-between", &[("min", Arg::Text(&min)), ("max", Arg::Text(&max))]))
        }
        None => words.say("count-least", &[("n", Arg::Text(&of(count.min)))]),
    }
}

/// "2 sources", or "1 source in 10 articles" where some repeat others.
#[must_use]
pub fn sources<'a>(
    event: &Event,
    article: impl Fn(&str) -> Option<&'a Article>,
    words: &dyn Words,
) -> String {
    let found = sources_of(event, article);
    let n = ("n", Arg::Number(found.independent as u64));
    if found.independent == found.articles {
        return words.say("sources", &[n]);
    }
    words.say("sources-in", &[n, ("articles", Arg::Number(found.articles as u64))])
}

/// The quote to read first: one whose place in its article is known, else one with words, else any.
#[must_use]
pub fn best_quote(event: &Event) -> Option<&Quote> {
    let quotes = &event.quotes;
    let placed = quotes.iter().find(|quote| quote.place.is_some());
    placed.or_else(|| quotes.iter().find(|quote| quote.exact.is_some())).or_else(|| quotes.first())
}

/// What sources claim otherwise, where it contradicts the event or another source: one sentence a quote.
#[must_use]
pub fn differences<'a>(
    columns: &Columns,
    event: &Event,
    article: impl Fn(&str) -> Option<&'a Article>,
    words: &dyn Words,
) -> Vec<String> {
    if !event.differences().any() {
        return Vec::new();
    }
    let mut said = Vec::new();
    for quote in &event.quotes {
        let Some(says) = &quote.says else { continue };
        let claim = claims(columns, says, words).join(", ");
        if claim.is_empty() {
            continue;
        }
        let source = article(&quote.article).map_or(quote.article.as_str(), |article| site(article));
        said.push(words.say("differs", &[("source", Arg::Text(source)), ("claim", Arg::Text(&claim))]));
    }
    said
}

pub fn claims(columns: &Columns, says: &Says, words: &dyn Words) -> Vec<String> {
    let mut claims = Vec::new();
    claims.extend(says.count.as_ref().map(|n| count(n, words)));
    claims.extend(says.when.as_ref().map(|when| spoken_date(when, false, words)));
    claims.extend(says.kind.as_ref().map(|code| kind(columns, code, words)));
    claims.extend(says.status.map(|status| words.word(&format!("status-{}", status.code()))));
    if !says.lanes.is_empty() {
        let names: Vec<String> =
            says.lanes.iter().map(|part| lane_name(columns, &part.lane, words).into_owned()).collect();
        claims.push(listed(&names, words));
    }
    claims
}

/// Who published it: the site, else what else it is called.
#[must_use]
pub fn site(article: &Article) -> &str {
    article.site.as_deref().unwrap_or_else(|| article.heading())
}

#[cfg(test)]
mod tests {
    use crate::model::{BareWords, Unit};

    use super::*;

    #[test]
    fn counts_keep_their_bounds() {
        let say = |min, max, approx| count(&Count { min, max, of: Unit::People, approx }, &BareWords);
        assert_eq!(say(30, Some(30), false), "count-exact unit-people 30");
        assert_eq!(say(20, Some(20), true), "count-about unit-people 20");
        assert_eq!(say(15, Some(20), false), "count-exact count-between 15 unit-people 20");
        assert_eq!(say(100, None, false), "count-least unit-people 100");
    }

    #[test]
    fn a_quote_with_a_place_is_read_before_a_citation() {
        let citation = Quote { article: "a".into(), ..Quote::default() };
        let placed = Quote { article: "b".into(), place: Some((3, 9)), ..Quote::default() };
        let event = Event { quotes: vec![citation, placed], ..Event::default() };
        assert_eq!(best_quote(&event).map(|quote| quote.article.as_str()), Some("b"));
    }
}
