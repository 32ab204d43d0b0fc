//! Threads: an entity's events joined across the lanes, right-angled (`drawing.md`, rule T).
//!
//! ```text
//!  ●━━━●╌╌╌╌┐          solid inside evidence, dashed between
//!           ╎
//!           ●━━━━      the vertical at the earliest time that the next event can be
//! ```

use crate::model::{Edge, EventId, Span, Stamp};

use super::super::axis::Axis;
use super::super::home::Placing;
use super::super::index::Stop;
use super::items::last_known;
use super::plan::{Layout, Picture};
use super::posts::Outcome;
use super::rows::{Row, RowKind};

/// A thread with its stops and parts.
#[derive(Debug, Clone, PartialEq)]
pub struct ThreadPlace {
    /// Key of the entity.
    pub entity: String,
    pub stops: Vec<StopPlace>,
    pub parts: Vec<ThreadPart>,
}

/// A stop on a thread.
#[derive(Debug, Clone, PartialEq)]
pub struct StopPlace {
    pub event: EventId,
    pub row: usize,
    pub x: f64,
    pub y: f64,
    /// Named for a post but not in it.
    pub hollow: bool,
    pub undated: bool,
}

/// A straight part of a thread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ThreadPart {
    pub from: (f64, f64),
    pub to: (f64, f64),
    /// Inside evidence.
    pub solid: bool,
}

/// A stop before it is joined: where evidence begins and ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    pub event: EventId,
    pub row: usize,
    pub y: f64,
    pub x0: f64,
    pub x1: f64,
    pub undated: bool,
    pub hollow: bool,
}

/// Where a stop's evidence lies on the axis; `None` where it is out of sight.
#[must_use]
pub fn evidence(axis: &Axis, stop: &Stop, placing: &Placing, row: usize, y: f64) -> Option<Evidence> {
    let (x0, x1) = if stop.undated {
        (axis.left(), axis.left())
    } else if placing.bits.start() != Edge::Known {
        let x = axis.x_of(last_known(placing))?;
        (x, x)
    } else if placing.bits.end() != Edge::Known {
        let x = axis.x_of(placing.t0)?;
        (x, x)
    } else {
        let (from, to) = axis.extent(Span::new(placing.t0, placing.t1))?;
        // A day is no band: the stop stands at its mark.
        if to - from < 8.0 { (f64::midpoint(from, to), f64::midpoint(from, to)) } else { (from, to) }
    };
    Some(Evidence { event: stop.event, row, y, x0, x1, undated: stop.undated, hollow: false })
}

/// Where a thread comes from and goes to beyond what is in sight.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Beyond {
    /// The lane's line that it runs along when it comes into sight.
    pub comes_along: Option<f64>,
    /// Whether it goes on.
    pub goes_on: bool,
}

/// Joins stops in order of time, from one end of the axis to the other where the thread goes on beyond it.
#[must_use]
pub fn join(entity: &str, evidence: &[Evidence], axis: &Axis, beyond: Beyond) -> ThreadPlace {
    let mut parts = Vec::new();
    let mut stops = Vec::new();
    let entry = beyond.comes_along.map(|y| Evidence {
        event: EventId(0),
        row: 0,
        y,
        x0: axis.left(),
        x1: axis.left(),
        undated: false,
        hollow: false,
    });
    let mut before: Option<&Evidence> = entry.as_ref();
    for next in evidence {
        if let Some(last) = before {
            let x = next.x0.max(last.x1);
            if x > last.x1 {
                parts.push(ThreadPart { from: (last.x1, last.y), to: (x, last.y), solid: false });
            }
            if (next.y - last.y).abs() > 0.1 {
                parts.push(ThreadPart { from: (x, last.y), to: (x, next.y), solid: false });
            }
        }
        if next.x1 > next.x0 {
            parts.push(ThreadPart { from: (next.x0, next.y), to: (next.x1, next.y), solid: true });
        }
        stops.push(StopPlace {
            event: next.event,
            row: next.row,
            x: next.x1,
            y: next.y,
            hollow: next.hollow,
            undated: next.undated,
        });
        before = Some(next);
    }
    if let Some(last) = before.filter(|last| beyond.goes_on && axis.right() > last.x1) {
        parts.push(ThreadPart { from: (last.x1, last.y), to: (axis.right(), last.y), solid: false });
    }
    ThreadPlace { entity: entity.to_owned(), stops, parts }
}

/// Finds the evidence of every thread of the view and joins it.
pub fn place_threads(picture: &Picture<'_>, threads: &[Vec<Stop>], layout: &mut Layout) {
    for (entity, stops) in picture.view.threads.iter().zip(threads) {
        let mut found: Vec<Evidence> = Vec::new();
        let mut beyond = Beyond::default();
        let mut latest = Stamp::MIN;
        let (first, last) = ends(&layout.axis);
        for stop in stops {
            for placing in &stop.places {
                let lane = &placing.lane;
                let holds = |row: &Row| match &row.kind {
                    RowKind::Lane(own) | RowKind::Post(own) => own == lane,
                    RowKind::Folded(lanes) | RowKind::Group { lanes, .. } => lanes.contains(lane),
                    RowKind::HubAlone => false,
                };
                let Some(number) = layout.rows.iter().position(holds) else { continue };
                let y = thread_height(layout, number, stop.event);
                let place = evidence(&layout.axis, stop, placing, number, y);
                let known = if placing.t1 == Stamp::MAX { placing.t0 } else { placing.t1 };
                if !stop.undated && place.is_none() && known <= first && known >= latest {
                    latest = known;
                    beyond.comes_along = Some(y);
                }
                beyond.goes_on |= !stop.undated && place.is_none() && known > last;
                found.extend(place.map(|place| post_evidence(layout, place)));
            }
        }
        if beyond.comes_along.is_some() {
            // What was earlier still is out of sight, too.
            found.retain(|stop| !stop.undated);
        }
        found.sort_by(|a, b| b.undated.cmp(&a.undated).then(a.x0.total_cmp(&b.x0)).then(a.y.total_cmp(&b.y)));
        if !found.is_empty() || beyond.comes_along.is_some() && beyond.goes_on {
            layout.threads.push(join(entity, &found, &layout.axis, beyond));
        }
    }
}

/// First and last moment of an axis.
fn ends(axis: &Axis) -> (Stamp, Stamp) {
    let first = axis.pieces().first().map_or(Stamp::MIN, |piece| piece.span.start());
    (first, axis.pieces().last().map_or(Stamp::MAX, |piece| piece.span.end()))
}

/// In a post's row the thread runs in the line of nominations or of holders.
fn thread_height(layout: &Layout, row: usize, event: EventId) -> f64 {
    let place = &layout.rows[row];
    let post = layout.posts.iter().find(|post| post.row == row);
    match post {
        Some(post) if post.nominated.iter().any(|one| one.event == event) => nominated_line(place),
        Some(_) => held_line(place),
        None => place.line,
    }
}

/// A candidacy is evidence along its whole bar; one that did not lead into the post ends hollow.
fn post_evidence(layout: &Layout, mut place: Evidence) -> Evidence {
    let post = layout.posts.iter().find(|post| post.row == place.row);
    let candidacy = post.and_then(|post| post.nominated.iter().find(|one| one.event == place.event));
    if let Some(candidacy) = candidacy {
        (place.x0, place.x1) = (candidacy.x0, candidacy.x1);
        place.hollow = candidacy.outcome != Outcome::Appointed;
    }
    place
}

/// Height of the line of holders in a post's row.
#[must_use]
pub fn held_line(row: &Row) -> f64 {
    row.top + row.height * 0.42
}

/// Height of the line of nominations in a post's row.
#[must_use]
pub fn nominated_line(row: &Row) -> f64 {
    row.top + row.height * 0.71
}
