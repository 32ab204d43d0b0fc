//! Posts: who held one, and who was nominated for it (`drawing.md`, rule P; `contracts.md` 2).

use std::collections::BTreeMap;

use crate::model::{Columns, Edge, EntityIndex, EntityRole, EventId, LinkType, Mark, Stamp};

use super::super::axis::Axis;
use super::super::home::Placing;
use super::super::survey::Survey;
use super::items::last_known;

/// A post lane with its bars.
#[derive(Debug, Clone, PartialEq)]
pub struct PostPlace {
    /// Number of the row in the layout.
    pub row: usize,
    pub held: Vec<Tenure>,
    pub nominated: Vec<Candidacy>,
    /// Between two holders.
    pub open: Vec<Vacancy>,
}

/// Time in which somebody held the post.
#[derive(Debug, Clone, PartialEq)]
pub struct Tenure {
    /// The appointment.
    pub event: EventId,
    pub x0: f64,
    pub x1: f64,
    pub start: Edge,
    /// Open: still in office as far as the case knows.
    pub end: Edge,
    /// Whether it lasts longer than the axis.
    pub goes_on: bool,
}

/// Time in which somebody was nominated.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidacy {
    /// The nomination.
    pub event: EventId,
    pub x0: f64,
    pub x1: f64,
    pub outcome: Outcome,
    /// The event that closed it.
    pub closed_by: Option<EventId>,
    /// Whether it lasts longer than the axis.
    pub goes_on: bool,
}

/// How a nomination ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Appointed,
    NotChosen,
    Withdrawn,
    Open,
}

/// Time between two holders.
#[derive(Debug, Clone, PartialEq)]
pub struct Vacancy {
    pub x0: f64,
    pub x1: f64,
    pub days: i64,
}

struct Term<'a> {
    placing: &'a Placing,
    from: Stamp,
    to: Stamp,
    end: Edge,
}

/// Lays out the bars of a post from the office events in its lane.
#[must_use]
pub fn lay_out_post(survey: &Survey, axis: &Axis, placings: &[Placing], row: usize) -> PostPlace {
    let columns = &*survey.columns;
    let kind = |placing: &Placing| columns.kinds.code(placing.bits.kind()).to_owned();
    let mut terms: Vec<Term<'_>> = placings
        .iter()
        .filter(|placing| kind(placing) == "appointment")
        .map(|placing| Term { placing, from: placing.t0, to: Stamp::MAX, end: Edge::Open })
        .collect();
    terms.sort_by_key(|term| (term.from, term.placing.event));
    for at in 0..terms.len() {
        let own = terms[at].placing.event;
        let ended = columns.ties.iter().find(|tie| tie.link_type == LinkType::Ends && tie.to == own);
        let ended_at = ended.and_then(|tie| start_of(&survey.marks, tie.from));
        let next = terms.get(at + 1).map(|term| term.from);
        if let Some(to) = ended_at.or(next) {
            terms[at].to = to;
            terms[at].end = Edge::Known;
        }
    }
    let held: Vec<Tenure> = terms.iter().filter_map(|term| tenure(axis, term)).collect();
    let open = terms.windows(2).filter_map(|pair| vacancy(axis, pair[0].to, pair[1].from)).collect();
    let nominated = placings
        .iter()
        .filter(|placing| kind(placing) == "nomination")
        .filter_map(|placing| candidacy(survey, axis, placing))
        .collect();
    PostPlace { row, held, nominated, open }
}

fn start_of(marks: &BTreeMap<EventId, Mark>, event: EventId) -> Option<Stamp> {
    marks.get(&event).filter(|mark| mark.t0 != Stamp::MAX).map(|mark| mark.t0)
}

fn tenure(axis: &Axis, term: &Term<'_>) -> Option<Tenure> {
    let start = term.placing.bits.start();
    let first = axis.pieces().first()?.span.start();
    let last = axis.pieces().last()?.span.end();
    if term.from >= last || term.to <= first {
        return None;
    }
    // Where nobody knows since when, the day that shows him there has to be in sight.
    if start != Edge::Known && axis.piece_of(Stamp(term.to.0.saturating_sub(1))).is_none() {
        return None;
    }
    let x1 = if term.end == Edge::Known { axis.nearest_x(term.to) } else { axis.right() };
    let x0 = if start == Edge::Known { axis.nearest_x(term.from) } else { axis.left() };
    let goes_on = term.end != Edge::Known || term.to > last;
    Some(Tenure { event: term.placing.event, x0, x1, start, end: term.end, goes_on })
}

fn vacancy(axis: &Axis, from: Stamp, to: Stamp) -> Option<Vacancy> {
    let days = to.0.saturating_sub(from.0) / 86_400;
    let (x0, x1) = (axis.nearest_x(from), axis.nearest_x(to));
    (days > 0 && x1 - x0 > 1.0).then_some(Vacancy { x0, x1, days })
}

fn candidacy(survey: &Survey, axis: &Axis, placing: &Placing) -> Option<Candidacy> {
    let columns = &*survey.columns;
    let start = if placing.bits.start() == Edge::Known { placing.t0 } else { last_known(placing) };
    let first = axis.pieces().first()?.span.start();
    let closing =
        columns.ties.iter().find(|tie| tie.link_type == LinkType::Outcome && tie.to == placing.event);
    let Some(tie) = closing else {
        return Some(Candidacy {
            event: placing.event,
            // It fades out soon after its day: what is behind that has nothing of it.
            x0: axis.x_of(start)?,
            x1: axis.right(),
            outcome: Outcome::Open,
            closed_by: None,
            goes_on: true,
        });
    };
    let closed_at = start_of(&survey.marks, tie.from)?;
    let kind = survey.marks.get(&tie.from).map(|mark| mark.bits.kind());
    let outcome = match kind.map(|kind| columns.kinds.code(kind)) {
        Some("withdrawal") => Outcome::Withdrawn,
        Some("rejection") => Outcome::NotChosen,
        _ if same_person(columns, placing.event, tie.from) => Outcome::Appointed,
        _ => Outcome::NotChosen,
    };
    let last = axis.pieces().last()?.span.end();
    if start >= last || closed_at <= first {
        return None;
    }
    // What began before the axis, or between two of its segments, is there from their edge on.
    let x0 = axis.nearest_x(start);
    let x1 = axis.nearest_x(closed_at).max(x0);
    let goes_on = closed_at > last;
    Some(Candidacy { event: placing.event, x0, x1, outcome, closed_by: Some(tie.from), goes_on })
}

/// Whether the one who was nominated is the one who was appointed.
fn same_person(columns: &Columns, nomination: EventId, appointment: EventId) -> bool {
    let people = |event: EventId| -> Vec<EntityIndex> {
        let of_event = columns.participations.iter().filter(|part| part.event == event);
        of_event
            .filter(|part| matches!(part.role, EntityRole::Subject | EntityRole::Holder))
            .map(|part| part.entity)
            .collect()
    };
    let nominated = people(nomination);
    people(appointment).iter().any(|person| nominated.contains(person))
}
