//! What a picture leaves out by kind, status, words and day of knowledge, against a model that asks every event anew.

use std::collections::BTreeSet;

use caseline::model::{CaseContent, Event, Filter, Stamp, Status, When};
use caseline::store::case_json;
use caseline::workspace::{Command, FindCommand, ViewCommand, Workspace};
use proptest::prelude::{ProptestConfig, any};
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::filter::{Dice, filter_for, passes, zone};
use crate::generate::case;
use crate::program::Program;
use crate::workspace::{opened, window};

/// Everything that can leave an event out.
#[derive(Debug, Clone, Default)]
struct Choices {
    filter: Filter,
    off: Vec<String>,
    known_on: Option<When>,
}

fn choices(case: &CaseContent, dice: &mut Dice) -> Choices {
    let kinds = ["expulsion", "other", "safe-house", "sabotage"].map(str::to_owned);
    let words = ["expelled", "посол", "дипломат", "ß", "a"];
    let days = ["2022-04-05", "2022", "1990-01", "2024-11-05"];
    // One sort of question at a time is asked alone, too: an error in it must not hide behind the others.
    let base = if dice.below(2) == 0 { Filter::default() } else { filter_for(case, dice) };
    let filter = Filter {
        kinds: dice.some(&kinds),
        statuses: dice.some(&Status::ALL),
        text: dice.rarely().then(|| words[dice.below(words.len())].to_owned()),
        ..base
    };
    let known_on = dice.rarely().then(|| When::parse(days[dice.below(days.len())]).unwrap());
    Choices { filter, off: dice.some(&kinds), known_on }
}

/// The last second of a date, where it has one.
fn clock(when: &When, zone: i64) -> Option<Stamp> {
    let end = when.span_at(zone).end();
    (end < Stamp::MAX).then(|| Stamp(end.0 - 1))
}

/// When each source told of an event, and the status that it gave.
fn told(event: &Event, case: &CaseContent) -> Vec<(Stamp, Status)> {
    let zone = zone(case);
    let reported = event.dates.iter().filter(|date| date.role == "reported");
    let reported = reported.filter_map(|date| clock(&date.when, zone)).min();
    if event.quotes.is_empty() {
        return reported.map(|at| (at, event.status)).into_iter().collect();
    }
    let of_quote = |quote: &caseline::model::Quote| {
        let article = case.articles.iter().find(|article| article.key == quote.article)?;
        let mut dates = article.published.iter().chain(&article.retrieved);
        let at = dates.find_map(|when| clock(when, zone)).or(reported)?;
        Some((at, quote.says.as_ref().and_then(|says| says.status).unwrap_or(event.status)))
    };
    let mut told: Vec<_> = event.quotes.iter().filter_map(of_quote).collect();
    told.sort_by_key(|(at, _)| *at);
    told
}

/// Whether an event is left, as the words of the choices say it; `found` are those with the filter's words. One without
/// a date waits in the tray, whatever its kind and status.
fn is_left(event: &Event, chosen: &Choices, case: &CaseContent, found: Option<&BTreeSet<String>>) -> bool {
    let by = chosen.known_on.as_ref().map(When::latest);
    let told = told(event, case);
    let known = by.is_none_or(|by| told.iter().any(|(at, _)| *at < by));
    let latest = by.and_then(|by| told.iter().rev().find(|(at, _)| *at < by));
    let status = latest.map_or(event.status, |(_, status)| *status);
    let statuses = &chosen.filter.statuses;
    let status_on =
        if statuses.is_empty() { status != Status::Retracted } else { statuses.contains(&status) };
    let kinds = &chosen.filter.kinds;
    let kind_on = (kinds.is_empty() || kinds.contains(&event.kind)) && !chosen.off.contains(&event.kind);
    let on = event.when.is_none() || status_on && kind_on;
    known && on && found.is_none_or(|found| found.contains(&event.key)) && passes(event, &chosen.filter, case)
}

fn choose(workspace: &mut Workspace, chosen: &Choices) {
    workspace.apply(Command::Find(FindCommand::Filter(Box::new(chosen.filter.clone()))));
    workspace.apply(Command::Find(FindCommand::KindsOff(chosen.off.clone())));
    workspace.apply(Command::View(ViewCommand::KnownOn(chosen.known_on.clone())));
    workspace.wait();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_picture_leaves_out_what_kinds_statuses_words_and_days_of_knowledge_say(seed in any::<u64>()) {
        let program = Program::new();
        program.put("case.caseline.json", case_json::write(&case(seed, 24)));
        let mut workspace = opened(&program, "case.caseline.json");
        // As it was taken in: keys and rows of its own.
        let mut store = caseline::store::Store::in_memory().unwrap();
        crate::store::import(&mut store, case(seed, 24));
        let case = store.content().unwrap();
        let dice = &mut Dice(seed);
        for _ in 0..12 {
            let chosen = choices(&case, dice);
            let found = chosen.filter.text.as_deref().map(|text| -> BTreeSet<String> {
                let rows = store.events_with(text).unwrap().unwrap_or_default();
                store.events(&rows).unwrap().into_iter().map(|event| event.key).collect()
            });
            let left = case.events.iter().filter(|event| is_left(event, &chosen, &case, found.as_ref()));
            let (undated, dated): (Vec<&Event>, Vec<&Event>) = left.partition(|event| event.when.is_none());
            choose(&mut workspace, &chosen);
            let hidden = workspace.draw(window()).layout.hidden.clone();
            let found = (hidden.events - hidden.off() - hidden.undated, hidden.undated);
            prop_assert_eq!(found, (dated.len(), undated.len()), "{:?}: {:?}", chosen, hidden);
            let told = hidden.shown + hidden.off() + hidden.outside + hidden.other_lanes + hidden.undated;
            prop_assert!(told == hidden.events, "{:?}: {:?}", chosen, hidden);
        }
    }
}
