//! `find_dates`: the walk through a text, one date after another.

use std::cell::Cell;

use crate::model::When;

use super::super::ByteSpan;
use super::calendar;
use super::expression::{Anchor, Expression, Partial, YearSaid};
use super::grammar::{Grammar, Said, openings};
use super::resolve::{Ground, Unknown};
use super::sense::{Sense, Unit};
use super::story::{Place, Story};
use super::tense::Lean;
use super::token::{self, Kind, Lexeme};
use super::words::{DateWords, DayOrder};

/// Lexemes of the longest note: a text so short, of one sentence, is no article.
const NOTE: usize = 14;

/// How a date is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateSort {
    /// It names its year.
    Absolute,
    /// The year, month or week is left to be understood: "5 April", "on Tuesday".
    Partial,
    /// Counted from the published day: "yesterday", "last week".
    Relative,
    /// Counted from the day last spoken of: "two days later", "the same day".
    Anchored,
    /// Counted back to what follows: "two weeks after he left". No date that stands in the text.
    Counted,
}

/// A date in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDate {
    pub span: ByteSpan,
    /// `None`: it leans on a day that is not known.
    pub when: Option<When>,
    /// Once, somewhere inside.
    pub within: bool,
    pub sort: DateSort,
}

/// The dates of a text, in its order, none overlapping another. Without the published day those that lean on it stay
/// open. The work grows with the length of the text and no faster.
#[must_use]
pub fn find_dates(text: &str, words: &DateWords, published: Option<&When>) -> Vec<FoundDate> {
    find_dates_and_counts(text, words, published).0
}

/// The same, and beside them the days of what is only told by how long ago it was: "a day after a cable went dead".
#[must_use]
pub(in crate::intake) fn find_dates_and_counts(
    text: &str,
    words: &DateWords,
    published: Option<&When>,
) -> (Vec<FoundDate>, Vec<FoundDate>) {
    let found = search(text, words, published).0;
    found.into_iter().partition(|date| date.sort != DateSort::Counted)
}

/// The dates, and how often a lexeme was looked at.
fn search(text: &str, words: &DateWords, published: Option<&When>) -> (Vec<FoundDate>, usize) {
    let lexemes = token::lexemes(text, words);
    let mut grammar = Grammar {
        lexemes: &lexemes,
        openings: openings(&lexemes),
        month_first: words.order == DayOrder::MonthFirst,
        words,
        terse: is_note(&lexemes),
        looks: Cell::new(0),
        depth: Cell::new(0),
    };
    grammar.month_first = order_of(&grammar).unwrap_or(grammar.month_first);
    let habit = habit(&lexemes);
    let mut story = Story::published(published.and_then(day_of));
    let mut found = Vec::new();
    let mut at = 0;
    while at < lexemes.len() {
        let Some(said) = grammar.said_at(at).filter(|said| said.end > at) else {
            pass(&mut story, &lexemes, at);
            at += 1;
            continue;
        };
        found.extend(take(&grammar, &mut story, &said, habit));
        for at in at..said.end {
            pass(&mut story, &lexemes, at);
        }
        at = said.end;
    }
    (found, grammar.looks.get())
}

/// One date, against what was told before; nothing where the calendar has no such day.
fn take(grammar: &Grammar<'_>, story: &mut Story, said: &Said, habit: Lean) -> Option<FoundDate> {
    let tense = grammar.lean(said.first, said.end);
    let lean = tense.unwrap_or(habit);
    // "gave them until Sunday": a day of the week that ends something is the next one.
    let weekday = |date: &Partial| date.weekday.is_some() && date.day.is_none() && date.shift.is_none();
    let ends = |of: &Expression| match of {
        Expression::Partial(date) => weekday(date),
        Expression::Unit { unit: Unit::Weekend, shift: 0, told: false } => true,
        _ => false,
    };
    let term = matches!(&said.expression, Expression::Until(of) if ends(of));
    // "told to be out by Saturday": by then they still have to.
    let term = term || grammar.is_deadline(said.first) && ends(&said.expression);
    let lean = if term { Lean::Future } else { lean };
    // "He was jailed until 12 August": the verb is not the day's.
    let due = said.first > 0 && grammar.lexemes[said.first - 1].senses.contains(&Sense::By);
    let ground = Ground { story, lean, sure: tense.is_some() && !due, exact: grammar.terse, after: None };
    let (first, last) = (&grammar.lexemes[said.first], &grammar.lexemes[said.end - 1]);
    let span = ByteSpan::new(first.span.start, last.span.end);
    let sort = sort_of(&said.expression);
    match ground.resolve(&said.expression) {
        Ok(value) => {
            let when = value.when()?;
            let place =
                Place { heading: is_heading(grammar.lexemes, said), leads: leads(grammar.lexemes, said) };
            // A day by which something must be done is not one that is told of.
            let ahead = matches!(&said.expression, Expression::Offset { amounts, from: Anchor::Now } if amounts.iter().all(|(amount, _)| *amount > 0));
            let aside = matches!(
                said.expression,
                Expression::Until(_) | Expression::Before(_) | Expression::Counted { .. }
            );
            if !ahead && !aside {
                // "since 2023" is said in passing, and gives no year to the days behind it.
                // So is how long somebody was in office: "from 2013 to 2016".
                let in_passing = match &said.expression {
                    Expression::Since(_) => true,
                    Expression::Range { to, .. } => {
                        matches!(**to, Expression::Partial(Partial { month: None, day: None, .. }))
                    }
                    _ => false,
                };
                let names_year = sort == DateSort::Absolute && !in_passing;
                story.tell(value, names_year, place);
            }
            Some(FoundDate { span, when: Some(when), within: value.within(), sort })
        }
        Err(_) if sort == DateSort::Counted => None,
        Err(Unknown::Open) => Some(FoundDate { span, when: None, within: false, sort }),
        Err(Unknown::NoDate) => None,
    }
}

/// Counts paragraphs and sentences.
fn pass(story: &mut Story, lexemes: &[Lexeme<'_>], at: usize) {
    match lexemes[at].kind {
        Kind::Break => {
            story.paragraph += 1;
            story.sentence += 1;
        }
        Kind::Mark('.' | '!' | '?') if lexemes.get(at + 1).is_some_and(|next| next.gap && next.capital) => {
            story.sentence += 1;
        }
        _ => {}
    }
}

/// A line that is nothing but the date, or begins with it and a colon.
fn is_heading(lexemes: &[Lexeme<'_>], said: &Said) -> bool {
    let starts = said.first == 0 || lexemes[said.first - 1].kind == Kind::Break;
    let ends = lexemes.get(said.end).is_none_or(|next| matches!(next.kind, Kind::Break | Kind::Mark(':')));
    starts && ends && lexemes.len() > said.end
}

/// Lexemes before a date that stands at the head of its sentence: "In the spring of".
const HEAD: usize = 3;

/// Whether a date begins its sentence, so that what follows is told of its time.
fn leads(lexemes: &[Lexeme<'_>], said: &Said) -> bool {
    let starts = |lexeme: &Lexeme| matches!(lexeme.kind, Kind::Break | Kind::Mark('.' | '!' | '?'));
    said.first < HEAD || lexemes[said.first - HEAD..said.first].iter().any(starts)
}

fn is_note(lexemes: &[Lexeme<'_>]) -> bool {
    let inner = lexemes.len().saturating_sub(1);
    lexemes.len() <= NOTE && !lexemes[..inner].iter().any(|lexeme| lexeme.kind == Kind::Break)
}

/// Where a day lies if its clause has no tense: an article tells what was.
fn habit(lexemes: &[Lexeme<'_>]) -> Lean {
    let past = lexemes
        .iter()
        .any(|lexeme| lexeme.senses.iter().any(|sense| matches!(sense, Sense::Past | Sense::PastForm)));
    if lexemes.len() > 2 * NOTE && past { Lean::Past } else { Lean::Nearest }
}

/// Whether months come first in the numeric dates of this text, where one of them tells.
fn order_of(grammar: &Grammar<'_>) -> Option<bool> {
    let (mut first, mut last) = (0, 0);
    for at in 0..grammar.lexemes.len() {
        match grammar.order_evidence(at) {
            Some(true) => first += 1,
            Some(false) => last += 1,
            None => {}
        }
    }
    (first != last).then_some(first > last)
}

/// The number of the published day, as the paper of that place dates it.
fn day_of(published: &When) -> Option<i64> {
    let parts = published.parts().0?;
    calendar::day(parts.year, parts.month?, parts.day?)
}

fn sort_of(expression: &Expression) -> DateSort {
    match expression {
        Expression::Partial(Partial { year: Some(_), .. })
        | Expression::Decade(_)
        | Expression::Century(_)
        | Expression::YearPart(_, YearSaid::Is(_))
        | Expression::Feast(_, YearSaid::Is(_)) => DateSort::Absolute,
        Expression::Partial(Partial { shift: Some(_), .. })
        | Expression::Day(..)
        | Expression::Count { .. }
        | Expression::Piece { .. }
        | Expression::Unit { told: false, .. }
        | Expression::WeekdayOf { told: false, .. }
        | Expression::Offset { from: Anchor::Now, .. } => DateSort::Relative,
        Expression::Counted { .. } => DateSort::Counted,
        Expression::Partial(_) | Expression::YearPart(..) | Expression::Feast(..) => DateSort::Partial,
        Expression::Unit { .. }
        | Expression::WeekdayOf { .. }
        | Expression::MonthOf { .. }
        | Expression::Told
        | Expression::Offset { .. } => DateSort::Anchored,
        Expression::Nth { of, .. }
        | Expression::WeekOf(of)
        | Expression::Edge(_, of)
        | Expression::About(of)
        | Expression::Since(of)
        | Expression::Until(of)
        | Expression::Before(of)
        | Expression::After(of)
        | Expression::NightTo(of)
        | Expression::NightOf(of)
        | Expression::Range { to: of, .. } => sort_of(of),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::Lexicons;

    #[test]
    fn twice_the_text_is_twice_the_work() {
        for piece in [
            "He was shot on 3 May 2020. Two days later he died, and on Tuesday his wife left. ",
            "two days after two days after ",
            "between the 3 and the 4 and the 5 to ",
            "1-1/1.1-1 ",
            "the first week of the first week of ",
            "early late mid of the of the ",
            "thousand hundred twenty and ",
            "May and May and May and ",
            "x",
        ] {
            let words = DateWords::of(&Lexicons::standard().of("en").unwrap().lexicon.dates);
            let published = When::parse("2022-04-05").ok();
            let work = |times: usize| search(&piece.repeat(times), &words, published.as_ref()).1;
            let (short, long) = (work(500), work(1_000));
            assert!(long * 10 <= short * 21, "{piece:?}: {short} looks, then {long}");
            let lexemes = token::lexemes(&piece.repeat(500), &words).len();
            assert!(short <= lexemes * 6_000, "{piece:?}: {} looks a lexeme", short / lexemes);
        }
    }
}
