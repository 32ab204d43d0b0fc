//! The scene as SVG text, with its words as text.
//!
//! Same input, same bytes: numbers are rounded to a hundredth of a point, and nothing tells when it was made.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::export::markup::escaped;
use crate::model::EventId;
use crate::scene::{
    Anchor, Face, Ink, Line, Point, Rect, Scene, Shape, Stroke, Target, face_bytes, face_name,
};

/// Writes a picture that looks the same wherever it is opened: the faces that it uses are in it.
#[must_use]
pub fn standalone(scene: &Scene, scale: f32) -> String {
    let faces: BTreeSet<Face> = scene
        .shapes
        .iter()
        .filter_map(|shape| if let Shape::Text(line) = shape { Some(line.face) } else { None })
        .collect();
    let mut style = String::from("<style>");
    for face in faces {
        let (family, weight) = face_name(face);
        let data = STANDARD.encode(face_bytes(face));
        let _ = write!(
            style,
            "@font-face{{font-family:'{family}';font-weight:{weight};src:url(data:font/ttf;base64,{data})}}"
        );
    }
    style.push_str("</style>\n");
    let drawn = svg(scene, scale);
    let end = drawn.len() - END.len();
    format!("{}{style}{END}", &drawn[..end])
}

/// The picture with its marks as groups: each has its events' keys, and says what it is.
#[must_use]
pub fn told(scene: &Scene, scale: f32, keys: &BTreeMap<EventId, String>) -> String {
    let mut named = BTreeSet::new();
    let mut groups = String::new();
    for spot in &scene.spots {
        let ids: &[EventId] = match &spot.target {
            Target::Event(id) => std::slice::from_ref(id),
            Target::Block(ids) => ids,
            Target::Lane(_) | Target::Heap { .. } => continue,
        };
        let known: Vec<&str> = ids.iter().filter_map(|id| keys.get(id)).map(String::as_str).collect();
        // An event that stands in several lanes has its id at the first mark alone.
        let id = known.first().filter(|key| named.insert(**key));
        let id = id.map(|key| format!(r#" id="event-{}""#, escaped(key))).unwrap_or_default();
        let _ = writeln!(
            groups,
            r#"<g{id} class="mark" data-events="{}"><title>{}</title>{}</g>"#,
            escaped(&known.join(" ")),
            escaped(&spot.name),
            field(&spot.rect)
        );
    }
    before_end(standalone(scene, scale), &groups)
}

/// The picture with marks that can be chosen: each leads to its first event in the list below.
#[must_use]
pub fn with_marks(scene: &Scene, marks: &[(Rect, String, Vec<usize>)]) -> String {
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
    // Marks are read out one by one, which an image's would not be.
    before_end(standalone(scene, 1.0).replacen(r#"role="img""#, r#"role="group""#, 1), &groups)
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

fn before_end(mut drawn: String, groups: &str) -> String {
    drawn.insert_str(drawn.len() - END.len(), groups);
    drawn
}

/// How every picture ends.
const END: &str = "</svg>\n";

/// Writes a picture; `scale` pixels stand for a point of the scene.
#[must_use]
pub fn svg(scene: &Scene, scale: f32) -> String {
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
    for (number, shape) in scene.shapes.iter().enumerate() {
        draw(&mut out, shape, number);
    }
    out.push_str(END);
    out
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
