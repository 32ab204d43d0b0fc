//! The overview: how many marks stand in each stretch of the whole case, asked of the index once a change.

use std::sync::Arc;

use crate::model::{EventId, Span, View};
use crate::timeline::whole_case;

use super::super::Workspace;

/// Marks of the whole case in equal stretches; `span` goes from the beginning of the first to the end of the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    pub span: Span,
    pub marks: Vec<u32>,
    pub most: u32,
}

/// The overview that was made last, and what of.
#[derive(Debug, Default)]
pub struct OverviewDesk {
    made: Option<(Key, Arc<Overview>)>,
}

#[derive(Debug, PartialEq)]
struct Key {
    revision: u64,
    /// Of the survey: the last one stays until the newest is there.
    serial: u64,
    /// Of the view, only what decides about marks.
    view: View,
    buckets: usize,
}

impl Workspace {
    /// The whole case in so many stretches at most.
    pub fn overview(&mut self, buckets: usize) -> Arc<Overview> {
        let (columns, revision) = self.drawn_columns();
        let view = &self.view;
        let view = View {
            hub: view.hub.clone(),
            by: view.by,
            homes: view.homes.clone(),
            off: view.off.clone(),
            filter: view.filter.clone(),
            known_on: view.known_on.clone(),
            ..View::default()
        };
        let (survey, serial) = self.survey_of(&columns, revision);
        let key = Key { revision, serial, view, buckets };
        if let Some((_, made)) = self.overview.made.as_ref().filter(|(known, _)| *known == key) {
            return Arc::clone(made);
        }
        // The case's own extent, also where a filter leaves little of it: brushes must not jump.
        let whole = whole_case(&self.case.columns);
        let span = whole.first().map_or(Span::ALL, |stretch| stretch.span);
        let index = &survey.index;
        let bins = index.bins(span, buckets, &index.lanes());
        let mut marks = vec![0_u32; bins.rows.first().map_or(0, Vec::len)];
        for lane in &bins.rows {
            for (sum, tally) in marks.iter_mut().zip(lane) {
                *sum += tally.marks();
            }
        }
        let span = bins.span();
        let most = marks.iter().copied().max().unwrap_or(0);
        let made = Arc::new(Overview { span, marks, most });
        self.overview.made = Some((key, Arc::clone(&made)));
        made
    }

    /// The events without a date, with their titles where they are there.
    #[must_use]
    pub fn tray(&self) -> Vec<(EventId, Option<String>)> {
        let title = |event: &EventId| self.cache.event(*event).map(|event| event.title.clone());
        self.case.undated.iter().map(|event| (*event, title(event))).collect()
    }
}
