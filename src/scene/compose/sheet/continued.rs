//! What goes on over a page's edge ends in an arrow there, on both pages.

use crate::model::{Edge, EventId, Family, When};
use crate::timeline::{ItemTime, held_line, nominated_line};

use super::super::super::pen::Pen;
use super::super::super::shape::{Ink, Rect};
use super::super::Parts;

/// Places of the axis that are nearer than this are one.
const NEAR: f64 = 0.5;

/// What lasts, as far as the axis shows it.
struct Bar<'a> {
    /// Several where bars are merged.
    events: &'a [EventId],
    x: (f64, f64),
    /// Longer than the axis: one may also end just where the page does.
    goes_on: bool,
}

/// Draws the arrows of bars and posts; a picture of one page has none.
pub fn draw(pen: &mut Pen<'_>, parts: &Parts<'_>) {
    if parts.page.is_none() {
        return;
    }
    for item in &parts.layout.items {
        if let ItemTime::Lasts { x0, x1, end, .. } = item.time {
            let ink = parts.palette().mark(item.family, item.by_hub);
            let goes_on = item.events.iter().any(|event| ends_later(parts, *event, end));
            let bar = Bar { events: &item.events, x: (x0, x1), goes_on };
            at_edges(pen, parts, &bar, item.y, ink);
        }
    }
    let ink = parts.palette().family(Family::Office);
    for post in &parts.layout.posts {
        let row = &parts.layout.rows[post.row];
        // One whose beginning is not known fades there already.
        for tenure in post.held.iter().filter(|tenure| tenure.start == Edge::Known) {
            let bar = Bar { events: &[tenure.event], x: (tenure.x0, tenure.x1), goes_on: tenure.goes_on };
            at_edges(pen, parts, &bar, held_line(row), ink);
        }
        for one in &post.nominated {
            let bar = Bar { events: &[one.event], x: (one.x0, one.x1), goes_on: one.goes_on };
            at_edges(pen, parts, &bar, nominated_line(row), ink);
        }
    }
}

/// Whether a bar with a known end has it beyond the axis; one that is open has a tip of its own.
fn ends_later(parts: &Parts<'_>, event: EventId, end: Edge) -> bool {
    let last = parts.layout.axis.pieces().last().map(|piece| piece.span.end());
    let ends = when(parts, event).map(When::latest);
    end == Edge::Known && last.zip(ends).is_some_and(|(last, ends)| ends > last)
}

fn when<'a>(parts: &Parts<'a>, event: EventId) -> Option<&'a When> {
    parts.cards.event(event).and_then(|event| event.when.as_ref())
}

/// An arrow where a bar touches the left end of the axis and began before it, and one where it touches the right end.
fn at_edges(pen: &mut Pen<'_>, parts: &Parts<'_>, bar: &Bar<'_>, y: f64, ink: Ink) {
    let Some(page) = parts.page else { return };
    let axis = &parts.layout.axis;
    let first = axis.pieces().first().map(|piece| piece.span.start());
    let mut begins = bar.events.iter().filter_map(|event| when(parts, *event)).map(When::earliest);
    let began_before = begins.any(|begins| first.is_some_and(|first| begins < first));
    if page.before && began_before && bar.x.0 <= axis.left() + NEAR {
        arrow(pen, parts, axis.left() as f32, -1.0, y as f32, ink);
    }
    if page.after && bar.goes_on && bar.x.1 >= axis.right() - NEAR {
        arrow(pen, parts, axis.right() as f32, 1.0, y as f32, ink);
    }
}

/// A tip just beyond the end of the axis.
fn arrow(pen: &mut Pen<'_>, parts: &Parts<'_>, x: f32, way: f32, y: f32, ink: Ink) {
    let size = 6.0 * parts.scale();
    let base = x - way * size * 0.35;
    let tip = base + way * size;
    pen.polygon(vec![[base, y - size * 0.85], [tip, y], [base, y + size * 0.85]], Some(ink), None);
    pen.taken.push(Rect::between(base, y - size * 0.85, tip, y + size * 0.85));
}
