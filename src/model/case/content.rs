//! A whole case as one plain value: what Case JSON holds and what an import brings.

use crate::model::{
    Article, Count, Entity, Event, FurtherDate, Involvement, Lane, Link, OwnKind, Participant, Says, Status,
    View, When,
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
}

impl CandidateDraft {
    /// What a quote of the article says where it differs from an event that it supports; `None` where nothing does.
    #[must_use]
    pub fn says_beside(&self, event: &Event) -> Option<Says> {
        let says = Says {
            status: (self.status != event.status).then_some(self.status),
            when: self.when.clone().filter(|when| event.when.as_ref() != Some(when)),
            count: self.count.filter(|count| event.count != Some(*count)),
            kind: (self.kind != event.kind).then(|| self.kind.clone()),
            lanes: if self.lanes == event.lanes { Vec::new() } else { self.lanes.clone() },
        };
        (says != Says::default()).then_some(says)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_says_only_what_differs_from_the_event() {
        let event = Event { kind: "expulsion".into(), when: When::parse("2022-04").ok(), ..Event::default() };
        let mut draft = CandidateDraft { kind: "expulsion".into(), when: None, ..CandidateDraft::default() };
        assert_eq!(draft.says_beside(&event), None);
        draft.status = Status::Alleged;
        draft.when = When::parse("2022-04-05").ok();
        let says = draft.says_beside(&event).expect("a claim");
        assert_eq!((says.status, says.kind, says.count), (Some(Status::Alleged), None, None));
        assert_eq!(says.when.as_ref().map(When::as_str), Some("2022-04-05"));
    }
}
