//! What goes on over a page's edge ends in an arrow there, on both pages.

use crate::model::{Edge, EventId, Family, When};
use crate::timeline::{ItemTime, held_line, nominated_line};

use super::super::super::pen::Pen;
use super::super::super::shape::{Ink, Rect};
use super::super::Parts;

/// Places of the axis that are nearer than this are one.
const NEAR: f64 = 0.5;

/// Draws the arrows of bars and posts; a picture of one page has none.
pub fn draw(pen: &mut Pen<'_>, parts: &Parts<'_>) {
    if parts.page.is_none() {
        return;
    }
    for item in &parts.layout.items {
        if let (ItemTime::Lasts { x0, x1, .. }, [event]) = (item.time, item.events.as_slice()) {
            let ink = parts.palette().mark(item.family, item.by_hub);
            at_edges(pen, parts, *event, (x0, x1), item.y, ink);
        }
    }
    let ink = parts.palette().family(Family::Office);
    for post in &parts.layout.posts {
        let row = &parts.layout.rows[post.row];
        // One whose beginning is not known fades there already.
        for tenure in post.held.iter().filter(|tenure| tenure.start == Edge::Known) {
            at_edges(pen, parts, tenure.event, (tenure.x0, tenure.x1), held_line(row), ink);
        }
        for one in &post.nominated {
            at_edges(pen, parts, one.event, (one.x0, one.x1), nominated_line(row), ink);
        }
    }
}

/// An arrow where a bar touches the left end of the axis and began before it, and one where it touches the right end.
fn at_edges(pen: &mut Pen<'_>, parts: &Parts<'_>, event: EventId, x: (f64, f64), y: f64, ink: Ink) {
    let Some(page) = parts.page else { return };
    let axis = &parts.layout.axis;
    let first = axis.pieces().first().map(|piece| piece.span.start());
    let begins = parts.cards.event(event).and_then(|event| event.when.as_ref()).map(When::earliest);
    let began_before = first.zip(begins).is_some_and(|(first, begins)| begins < first);
    if page.before && began_before && x.0 <= axis.left() + NEAR {
        arrow(pen, parts, axis.left() as f32, -1.0, y as f32, ink);
    }
    if page.after && x.1 >= axis.right() - NEAR {
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
