//! Where in a text a date may begin: most words are passed over by this alone.

use crate::intake::find::dates::sense::Sense;
use crate::intake::find::dates::token::{Kind, Lexeme};

/// For each lexeme whether a date may begin there: it can lead a date, and before the next word without a sense comes
/// one that no date is without. Where this says no, no rule of the grammar reads anything.
pub(in crate::intake::find::dates) fn openings(lexemes: &[Lexeme<'_>]) -> Vec<bool> {
    let mut ahead = false;
    let mut openings = vec![false; lexemes.len()];
    for (at, lexeme) in lexemes.iter().enumerate().rev() {
        let mark = matches!(lexeme.kind, Kind::Mark(_));
        let figures = matches!(lexeme.kind, Kind::Number(..) | Kind::Roman(_));
        let core = figures || lexeme.senses.iter().any(is_core);
        ahead = core || ahead && (mark || !lexeme.senses.is_empty());
        openings[at] = ahead && (core || mark || lexeme.senses.iter().any(leads));
    }
    openings
}

/// Senses of which a date has at least one, where it has no figures.
fn is_core(sense: &Sense) -> bool {
    matches!(
        sense,
        Sense::Month(_)
            | Sense::Weekday(_)
            | Sense::Season(_)
            | Sense::Number(_)
            | Sense::Ordinal(_)
            | Sense::Unit(_)
            | Sense::Day(_)
            | Sense::Now
            | Sense::Year(_)
            | Sense::ToldDay(_)
            | Sense::Shift(_)
            | Sense::Told(_)
            | Sense::ToldItself
            | Sense::SinceTold
            | Sense::Edge(_)
            | Sense::Rest
            | Sense::Gone
            | Sense::Part(_)
            | Sense::NightTo
            | Sense::Overnight
            | Sense::Decade(_)
            | Sense::Feast(_)
    )
}

/// Senses that a date may begin with, besides those.
fn leads(sense: &Sense) -> bool {
    matches!(
        sense,
        Sense::Since
            | Sense::Until
            | Sense::Before
            | Sense::After
            | Sense::Between
            | Sense::From
            | Sense::About
            | Sense::The
            | Sense::On
            | Sense::Of
            | Sense::AgoFirst
            | Sense::InFirst
            | Sense::QuarterLetter
            | Sense::HalfLetter
            | Sense::AfterChrist
    )
}
