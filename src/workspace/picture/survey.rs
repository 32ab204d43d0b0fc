//! Surveys: made at once where a case is small, else on a worker while the last one stays in sight.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Columns, EventId, LaneIndex, LaneOrder, Segment, Span, View};
use crate::timeline::{Question, Survey, hub_of};

use super::super::Workspace;
use super::super::jobs::{AllCores, Answer, let_go};
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

/// Edits between two numbers of the columns, and the events that they touched.
#[derive(Debug)]
struct Step {
    from: u64,
    to: u64,
    touched: BTreeSet<EventId>,
}

/// A survey of before an edit, and what the edit touched.
type Base = (Arc<Survey>, Vec<EventId>);

/// Keeps the survey that was made last.
#[derive(Debug, Default)]
pub struct SurveyDesk {
    made: Option<(Inquiry, Arc<Survey>)>,
    /// Counts surveys, for keys of what is made from them.
    serial: u64,
    /// Whether large cases are left to a worker.
    has_worker: bool,
    /// What was edited since.
    edited: Option<Step>,
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
            let survey = made(inquiry, self.base(inquiry));
            self.put(inquiry.clone(), survey);
        }
        if known {
            self.wanted = None;
        }
        let survey = self.made.as_ref().map(|(_, survey)| Arc::clone(survey)).unwrap_or_default();
        (survey, self.serial)
    }

    /// Events were edited, which made columns of one number into those of another.
    pub(in super::super) fn was_edited(&mut self, from: u64, to: u64, touched: &[EventId]) {
        match &mut self.edited {
            Some(step) if step.to == from => {
                step.to = to;
                step.touched.extend(touched);
            }
            _ => self.edited = Some(Step { from, to, touched: touched.iter().copied().collect() }),
        }
    }

    /// The survey that is to be patched for what is asked, where only edits lie between.
    fn base(&self, inquiry: &Inquiry) -> Option<Base> {
        let (made, survey) = self.made.as_ref()?;
        let step = self.edited.as_ref()?;
        let follows = (made.revision, inquiry.revision) == (step.from, step.to);
        (follows && made.question == inquiry.question)
            .then(|| (Arc::clone(survey), step.touched.iter().copied().collect()))
    }

    fn put(&mut self, inquiry: Inquiry, survey: Arc<Survey>) {
        self.edited.take_if(|step| step.to == inquiry.revision);
        self.serial += 1;
        self.made = Some((inquiry, survey));
        self.wanted = None;
    }

    /// The survey that was made last.
    pub(in super::super) fn newest(&self) -> Option<&Arc<Survey>> {
        self.made.as_ref().map(|(_, survey)| survey)
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

/// The survey that is asked for: that of before the edits with what they changed, where that is enough.
fn made(inquiry: &Inquiry, base: Option<Base>) -> Arc<Survey> {
    let patched =
        base.and_then(|(survey, touched)| survey.after(&inquiry.columns, &inquiry.question, &touched));
    let (columns, question) = (&inquiry.columns, &inquiry.question);
    let anew = || {
        if columns.marks.len() <= AT_ONCE {
            Survey::new(columns, question)
        } else {
            Survey::by(&AllCores, columns, question)
        }
    };
    Arc::new(patched.unwrap_or_else(anew))
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
        let base = desk.base(&inquiry);
        self.jobs.work(move || {
            let survey = made(&inquiry, base);
            Answer::Surveyed(Box::new(Surveyed { inquiry, survey }))
        });
    }

    pub(in super::super) fn surveyed(&mut self, surveyed: Surveyed) {
        let desk = self.picture.surveys();
        desk.asked = None;
        let before = desk.newest().cloned();
        let wanted = desk.wanted.take().filter(|wanted| !wanted.is_of(&surveyed.inquiry));
        desk.put(surveyed.inquiry, surveyed.survey);
        desk.wanted = wanted;
        // Whoever has it last lets go of it.
        let_go(before);
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

    /// By how many hundredths connectors are shorter in the order of closeness than in that of names, where lanes stand
    /// so and no hub does.
    #[must_use]
    pub fn closeness_gain(&self) -> Option<u64> {
        let survey = self.picture.newest_survey()?;
        survey.close.shorter().filter(|_| survey.index.hub().is_none())
    }

    /// Whether what is drawn waits for a newer survey of the case.
    #[must_use]
    pub fn is_surveying(&self) -> bool {
        self.picture.is_waiting()
    }
}
