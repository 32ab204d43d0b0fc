//! Surveys: made at once where a case is small, else on a worker while the last one stays in sight.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Columns, EventId, LaneIndex, LaneOrder, Segment, Span, View};
use crate::timeline::{Question, Survey, hub_of};

use super::super::Workspace;
use super::super::jobs::Answer;
use super::{Request, named, sieve_of};

/// Marks that are looked through between two frames without anybody noticing.
const AT_ONCE: usize = 20_000;

/// What a survey is made from, with the number that the columns change with.
#[derive(Debug, Clone)]
pub(in super::super) struct Inquiry {
    columns: Arc<Columns>,
    revision: u64,
    question: Question,
}

impl Inquiry {
    pub(in super::super) fn new(request: &Request<'_>) -> Self {
        Self::of(request.columns, request.revision, request.view, request.ids)
    }

    pub(in super::super) fn of(
        columns: &Arc<Columns>,
        revision: u64,
        view: &View,
        ids: &BTreeMap<String, EventId>,
    ) -> Self {
        let mut choices: BTreeMap<EventId, Vec<LaneIndex>> = BTreeMap::new();
        for choice in &view.homes {
            let lane = columns.lane_of(&choice.lane);
            if let Some((event, lane)) = ids.get(&choice.event).zip(lane) {
                choices.entry(*event).or_default().push(lane);
            }
        }
        let segment = |segment: &Segment| Span::new(segment.from.earliest(), segment.to.latest());
        let mut kept = named(ids, view.pins.iter().take(3));
        kept.extend(named(ids, view.labels.iter().map(|label| &label.event)));
        let question = Question {
            hub: hub_of(columns, view),
            by: view.by,
            choices,
            sieve: sieve_of(columns, view),
            lanes: view.lanes.iter().filter_map(|code| columns.lane_of(code)).collect(),
            segments: view.segments.iter().map(segment).collect(),
            threads: view.threads.clone(),
            aligned_to: view.aligned_to.as_ref().and_then(|key| ids.get(key).copied()),
            by_closeness: view.order == LaneOrder::Closeness,
            kept,
        };
        Self { columns: Arc::clone(columns), revision, question }
    }

    fn is_of(&self, other: &Self) -> bool {
        self.revision == other.revision && self.question == other.question
    }
}

/// A survey that a worker has made.
#[derive(Debug)]
pub(in super::super) struct Surveyed {
    inquiry: Inquiry,
    survey: Arc<Survey>,
}

/// Keeps the survey that was made last.
#[derive(Debug, Default)]
pub struct SurveyDesk {
    made: Option<(Inquiry, Arc<Survey>)>,
    /// Counts surveys, for keys of what is made from them.
    serial: u64,
    /// Whether large cases are left to a worker.
    has_worker: bool,
    /// What a worker is to be asked, and what one was asked.
    wanted: Option<Inquiry>,
    asked: Option<Inquiry>,
}

impl SurveyDesk {
    /// The survey, or the last one while the newest is on its way; and its number.
    pub(in super::super) fn survey(&mut self, inquiry: &Inquiry) -> (Arc<Survey>, u64) {
        let known = self.made.as_ref().is_some_and(|(made, _)| made.is_of(inquiry));
        if !known && self.has_worker && inquiry.columns.marks.len() > AT_ONCE {
            self.wanted = Some(inquiry.clone());
        } else if !known {
            let survey = Arc::new(Survey::new(&inquiry.columns, &inquiry.question));
            self.put(inquiry.clone(), survey);
        }
        if known {
            self.wanted = None;
        }
        let survey = self.made.as_ref().map(|(_, survey)| Arc::clone(survey)).unwrap_or_default();
        (survey, self.serial)
    }

    fn put(&mut self, inquiry: Inquiry, survey: Arc<Survey>) {
        self.serial += 1;
        self.made = Some((inquiry, survey));
        self.wanted = None;
    }

    /// A job has failed, and what it was for is not known.
    pub(in super::super) fn give_up(&mut self) {
        self.asked = None;
    }

    /// Whether what is in sight waits for a newer survey.
    pub(in super::super) fn is_waiting(&self) -> bool {
        self.wanted.is_some() || self.asked.is_some()
    }
}

impl Workspace {
    /// From now on large cases are looked through by a worker: for a window, which must never wait.
    pub fn survey_beside(&mut self) {
        self.picture.surveys().has_worker = true;
    }

    /// Asks a worker for the survey that is wanted, unless one is at work: the newest question wins.
    pub(in super::super) fn ask_survey(&mut self) {
        let desk = self.picture.surveys();
        if desk.asked.is_some() {
            return;
        }
        let Some(inquiry) = desk.wanted.take() else { return };
        desk.asked = Some(inquiry.clone());
        self.jobs.work(move || {
            let survey = Arc::new(Survey::new(&inquiry.columns, &inquiry.question));
            Answer::Surveyed(Box::new(Surveyed { inquiry, survey }))
        });
    }

    pub(in super::super) fn surveyed(&mut self, surveyed: Surveyed) {
        let desk = self.picture.surveys();
        desk.asked = None;
        let wanted = desk.wanted.take().filter(|wanted| !wanted.is_of(&surveyed.inquiry));
        desk.put(surveyed.inquiry, surveyed.survey);
        desk.wanted = wanted;
        self.ask_survey();
    }

    /// The survey of the columns that are drawn, as far as there is one, and its number.
    pub(in super::super) fn survey_of(
        &mut self,
        columns: &Arc<Columns>,
        revision: u64,
    ) -> (Arc<Survey>, u64) {
        let inquiry = Inquiry::of(columns, revision, &self.view, &self.case.ids);
        let found = self.picture.surveys().survey(&inquiry);
        self.ask_survey();
        found
    }

    /// Whether what is drawn waits for a newer survey of the case.
    #[must_use]
    pub fn is_surveying(&self) -> bool {
        self.picture.is_waiting()
    }
}
