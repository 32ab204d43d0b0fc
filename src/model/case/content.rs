//! A whole case as one plain value: what Case JSON holds and what an import brings.

use crate::model::{
    Article, Count, Entity, Event, FurtherDate, Involvement, Lane, LaneCode, Link, OwnKind, Participant,
    Status, View, When,
};

/// Everything of a case but its history, its originals' bytes and its decided candidates.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CaseContent {
    pub title: String,
    /// `UTC` or an offset such as `+02:00`; `None` reads as UTC.
    pub zone: Option<String>,
    /// Lanes that the user has ordered, named, grouped or made.
    pub lanes: Vec<Lane>,
    pub kinds: Vec<OwnKind>,
    pub entities: Vec<Entity>,
    pub articles: Vec<Article>,
    pub events: Vec<Event>,
    pub links: Vec<Link>,
    /// Waiting ones only.
    pub candidates: Vec<Candidate>,
    /// Pairs of keys of events that the user has told apart.
    pub not_same: Vec<(String, String)>,
    pub views: Vec<View>,
}

/// An event proposed from an article and not yet decided on (contract 5).
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    pub key: String,
    /// Key of the article.
    pub article: String,
    pub rev: Option<u32>,
    /// Unicode scalar values, `end` exclusive.
    pub start: usize,
    pub end: usize,
    pub draft: CandidateDraft,
    pub score: f64,
}

/// What the article seems to say.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CandidateDraft {
    pub when: Option<When>,
    pub within: bool,
    pub title: String,
    pub kind: String,
    pub status: Status,
    pub lanes: Vec<Involvement>,
    pub dates: Vec<FurtherDate>,
    pub count: Option<Count>,
    pub entities: Vec<Participant>,
    /// Where its article tells it again: scalar values of the same text, `end` exclusive.
    pub more_quotes: Vec<(usize, usize)>,
    /// Lanes that a word of it can also mean: "Brussels" the EU.
    pub readings: Vec<LaneCode>,
    /// People and organisations that it names and the case does not know.
    pub names: Vec<String>,
}
