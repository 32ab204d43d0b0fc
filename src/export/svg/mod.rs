//! The scene as SVG text, with its words as text.
//!
//! Same input, same bytes: numbers are rounded to a hundredth of a point, and nothing tells when it was made.

mod faces;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::export::markup::escaped;
use crate::model::EventId;
use crate::scene::{
    Anchor, Face, Ink, Line, Point, Rect, Scene, Shape, Spot, Stroke, Target, face_bytes, face_name,
};

/// What is told of an event beside its mark.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    pub key: String,
    /// Who, and by which sources, in words.
    pub about: String,
}

/// The faces that a picture uses, with just the letters that it has in each; and those of a text around it.
fn style(scene: &Scene, around: &str) -> String {
    let mut texts: BTreeMap<Face, BTreeSet<&str>> = BTreeMap::new();
    if !around.is_empty() {
        let faces = [Face::Sans, Face::SansSemiBold, Face::Serif];
        texts.extend(faces.map(|face| (face, BTreeSet::from([around]))));
    }
    for shape in &scene.shapes {
        if let Shape::Text(line) = shape {
            texts.entry(line.face).or_default().insert(&line.text);
        }
    }
    let mut style = String::from("<style>");
    for (face, texts) in texts {
        let (family, weight) = face_name(face);
        let reduced = faces::reduced(face, texts.into_iter());
        let data = STANDARD.encode(reduced.as_deref().unwrap_or(face_bytes(face)));
        let _ = write!(
            style,
            "@font-face{{font-family:'{family}';font-weight:{weight};src:url(data:font/ttf;base64,{data})}}"
        );
    }
    style.push_str("</style>\n");
    style
}

/// Writes a picture that looks the same wherever it is opened: the faces that it uses are in it.
#[must_use]
pub fn standalone(scene: &Scene, scale: f32) -> String {
    let mut drawn = begun(scene, scale);
    drawn.push_str(&style(scene, ""));
    shapes(&mut drawn, scene, 0..scene.shapes.len());
    drawn.push_str(END);
    drawn
}

/// The picture with each mark as a group: it has its events' keys, and says what it is and by whom that is known.
#[must_use]
pub fn told(scene: &Scene, scale: f32, events: &BTreeMap<EventId, Told>) -> String {
    let mut marks: Vec<&Spot> = scene.spots.iter().filter(|spot| !events_of(spot).is_empty()).collect();
    // In the order in which they are drawn; what has no shapes of its own, as a bar among others, comes last.
    marks.sort_by_key(|spot| (spot.shapes.is_empty(), spot.shapes.start));
    let mut out = begun(scene, scale);
    out.push_str(&style(scene, ""));
    let mut named = BTreeSet::new();
    let mut done = 0;
    for mark in marks {
        let own = mark.shapes.clone();
        let until = if own.is_empty() { scene.shapes.len() } else { own.start };
        shapes(&mut out, scene, done..until);
        done = until.max(own.end);
        let known: Vec<&Told> = events_of(mark).iter().filter_map(|id| events.get(id)).collect();
        // An event that stands in several lanes has its id at the first mark alone.
        let id = known.first().filter(|told| named.insert(told.key.as_str()));
        let id = id.map(|told| format!(r#" id="event-{}""#, escaped(&told.key))).unwrap_or_default();
        let keys: Vec<&str> = known.iter().map(|told| told.key.as_str()).collect();
        let about: Vec<&str> = known.iter().map(|told| told.about.as_str()).collect();
        let _ = writeln!(
            out,
            r#"<g{id} class="mark" data-events="{}"><title>{}</title><desc>{}</desc>"#,
            escaped(&keys.join(" ")),
            escaped(&mark.name),
            escaped(&about.join(" · ")),
        );
        shapes(&mut out, scene, own);
        let _ = writeln!(out, "{}</g>", field(&mark.rect));
    }
    shapes(&mut out, scene, done..scene.shapes.len());
    out.push_str(END);
    out
}

fn events_of(spot: &Spot) -> &[EventId] {
    match &spot.target {
        Target::Event(id) => std::slice::from_ref(id),
        Target::Block(ids) => ids,
        Target::Lane(_) | Target::Heap { .. } => &[],
    }
}

/// The picture with marks that can be chosen: each leads to its first event in the list below. `around` is the text of
/// the page that it stands in, for which its faces have the letters, too.
#[must_use]
pub fn with_marks(scene: &Scene, marks: &[(Rect, String, Vec<usize>)], around: &str) -> String {
    let mut groups = String::new();
    for (place, name, events) in marks {
        let numbers: Vec<String> = events.iter().map(ToString::to_string).collect();
        let _ = writeln!(
            groups,
            r##"<a href="#event-{}" data-events="{}" aria-label="{3}"><title>{3}</title>{2}</a>"##,
            numbers.first().map_or("", String::as_str),
            numbers.join(" "),
            field(place),
            escaped(name),
        );
    }
    // Marks are read out one by one, which an image's would not be; the words of the picture alone say little.
    let mut drawn = begun(scene, 1.0).replacen(
        r#"role="img" aria-labelledby="title desc""#,
        r#"role="group" aria-labelledby="title""#,
        1,
    );
    drawn.push_str(&style(scene, around));
    drawn.push_str("<g aria-hidden=\"true\">\n");
    shapes(&mut drawn, scene, 0..scene.shapes.len());
    drawn.push_str("</g>\n");
    drawn.push_str(&groups);
    drawn.push_str(END);
    drawn
}

/// Where a mark is pointed at.
fn field(place: &Rect) -> String {
    format!(
        r#"<rect x="{}" y="{}" width="{}" height="{}" fill="none" pointer-events="all"/>"#,
        number(place.x),
        number(place.y),
        number(place.w),
        number(place.h)
    )
}

/// How every picture ends.
const END: &str = "</svg>\n";

/// Writes a picture without faces, for a renderer that has them; `scale` pixels stand for a point of the scene.
#[must_use]
pub fn svg(scene: &Scene, scale: f32) -> String {
    let mut out = begun(scene, scale);
    shapes(&mut out, scene, 0..scene.shapes.len());
    out.push_str(END);
    out
}

/// All before the first shape.
fn begun(scene: &Scene, scale: f32) -> String {
    let mut out = String::with_capacity(scene.shapes.len() * 96);
    let (width, height) = (number(scene.width * scale), number(scene.height * scale));
    let view = format!("0 0 {} {}", number(scene.width), number(scene.height));
    let _ = writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{view}" role="img" aria-labelledby="title desc">"#
    );
    let _ = writeln!(out, r#"<title id="title">{}</title>"#, escaped(&scene.title));
    let _ = writeln!(out, r#"<desc id="desc">{}</desc>"#, escaped(&scene.description));
    if scene.ground.a > 0 {
        let _ = writeln!(out, r#"<rect width="100%" height="100%" fill="{}"/>"#, colour(scene.ground));
    }
    if let Some((place, logo)) = &scene.logo {
        let _ = writeln!(
            out,
            r#"<image x="{}" y="{}" width="{}" height="{}" href="data:image/png;base64,{}"/>"#,
            number(place.x),
            number(place.y),
            number(place.w),
            number(place.h),
            STANDARD.encode(&logo.png)
        );
    }
    out
}

fn shapes(out: &mut String, scene: &Scene, which: Range<usize>) {
    for number in which {
        if let Some(shape) = scene.shapes.get(number) {
            draw(out, shape, number);
        }
    }
}

fn draw(out: &mut String, shape: &Shape, id: usize) {
    let _ = match shape {
        Shape::Rect { rect, fill } => writeln!(
            out,
            r#"<rect x="{}" y="{}" width="{}" height="{}"{}/>"#,
            number(rect.x),
            number(rect.y),
            number(rect.w),
            number(rect.h),
            fill_of(Some(*fill))
        ),
        Shape::Polygon { points, fill, stroke } => writeln!(
            out,
            r#"<path d="{}Z"{}{}/>"#,
            path(points),
            fill_of(*fill),
            stroke.map(stroke_of).unwrap_or_default()
        ),
        Shape::Path { points, stroke } => {
            writeln!(out, r#"<path d="{}" fill="none"{}/>"#, path(points), stroke_of(*stroke))
        }
        Shape::Fade { rect, left, right } => {
            let stop = |offset, ink: Ink| {
                format!(
                    r#"<stop offset="{offset}" stop-color="{}" stop-opacity="{}"/>"#,
                    colour(ink),
                    opacity(ink)
                )
            };
            writeln!(
                out,
                r#"<linearGradient id="f{id}">{}{}</linearGradient><rect x="{}" y="{}" width="{}" height="{}" fill="url(#f{id})"/>"#,
                stop(0, *left),
                stop(1, *right),
                number(rect.x),
                number(rect.y),
                number(rect.w),
                number(rect.h)
            )
        }
        Shape::Text(line) => text(out, line),
    };
}

fn text(out: &mut String, line: &Line) -> std::fmt::Result {
    let (family, weight) = face_name(line.face);
    let anchor = match line.anchor {
        Anchor::Start => "",
        Anchor::Middle => r#" text-anchor="middle""#,
        Anchor::End => r#" text-anchor="end""#,
    };
    let halo = line.halo.map(|ink| {
        let width = number(line.size * 0.26);
        let colour = colour(ink);
        format!(r#" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round" paint-order="stroke""#)
    });
    writeln!(
        out,
        r#"<text x="{}" y="{}" font-family="'{family}'" font-weight="{weight}" font-size="{}"{}{anchor}{}>{}</text>"#,
        number(line.at[0]),
        number(line.at[1]),
        number(line.size),
        fill_of(Some(line.ink)),
        halo.unwrap_or_default(),
        escaped(&line.text)
    )
}

fn path(points: &[Point]) -> String {
    let mut out = String::with_capacity(points.len() * 12);
    for (at, [x, y]) in points.iter().enumerate() {
        let step = if at == 0 { 'M' } else { 'L' };
        let _ = write!(out, "{step}{} {}", number(*x), number(*y));
    }
    out
}

fn fill_of(fill: Option<Ink>) -> String {
    match fill {
        None => r#" fill="none""#.to_owned(),
        Some(ink) if ink.a == 255 => format!(r#" fill="{}""#, colour(ink)),
        Some(ink) => format!(r#" fill="{}" fill-opacity="{}""#, colour(ink), opacity(ink)),
    }
}

fn stroke_of(stroke: Stroke) -> String {
    let mut out = format!(r#" stroke="{}" stroke-width="{}""#, colour(stroke.ink), number(stroke.width));
    if stroke.ink.a < 255 {
        let _ = write!(out, r#" stroke-opacity="{}""#, opacity(stroke.ink));
    }
    if let Some((dash, gap)) = stroke.dash {
        let _ = write!(out, r#" stroke-dasharray="{} {}""#, number(dash), number(gap));
    }
    out
}

fn colour(ink: Ink) -> String {
    format!("#{:02x}{:02x}{:02x}", ink.r, ink.g, ink.b)
}

fn opacity(ink: Ink) -> String {
    number(f32::from(ink.a) / 255.0)
}

/// A number to a hundredth, without what need not be written.
fn number(value: f32) -> String {
    let mut text = format!("{value:.2}");
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    if text == "-0" { "0".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!(number(12.0), "12");
        assert_eq!(number(-0.001), "0");
        assert_eq!(number(2.41499), "2.41");
    }
}
