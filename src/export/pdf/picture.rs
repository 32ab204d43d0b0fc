//! A scene as a page: shape by shape, all of it one figure that is described.

use krilla::Document;
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineJoin, LinearGradient, SpreadMethod, Stop, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, SpanTag, Tag, TagGroup, TagTree};

use crate::export::ExportError;
use crate::scene::{self, Anchor, Ink, Line, Logo, Scene, Shape};

use super::PAGE_POINT;
use super::faces::Faces;

/// The top of a page, for bookmarks.
pub fn top_of(page: usize) -> XyzDestination {
    XyzDestination::new(page, Point::from_xy(0.0, 0.0))
}

/// Draws a scene on a page of its size.
pub fn page(
    document: &mut Document,
    tags: &mut TagTree,
    scene: &Scene,
    faces: &mut Faces,
) -> Result<(), ExportError> {
    let size = PageSettings::from_wh(scene.width * PAGE_POINT, scene.height * PAGE_POINT)
        .ok_or(ExportError::TooLarge { width: scene.width as u64, height: scene.height as u64 })?;
    let mut page = document.start_page_with(size);
    let mut surface = page.surface();
    surface.push_transform(&Transform::from_scale(PAGE_POINT, PAGE_POINT));
    let mut figure = TagGroup::new(Tag::Figure(Some(scene.description.clone())));
    figure.push(surface.start_tagged(ContentTag::Other));
    if scene.ground.a > 0 {
        fill(&mut surface, scene.ground);
        if let Some(path) = rect(&scene::Rect { x: 0.0, y: 0.0, w: scene.width, h: scene.height }) {
            surface.draw_path(&path);
        }
    }
    if let Some((place, logo)) = &scene.logo {
        sign(&mut surface, place, logo)?;
    }
    surface.end_tagged();
    for shape in &scene.shapes {
        let content = match shape {
            // A line of its own, so that readers find it word by word.
            Shape::Text(_) => ContentTag::Span(SpanTag::empty()),
            _ => ContentTag::Other,
        };
        figure.push(surface.start_tagged(content));
        draw(&mut surface, shape, faces);
        surface.end_tagged();
    }
    surface.pop();
    surface.finish();
    page.finish();
    tags.push(figure);
    Ok(())
}

/// Whose picture it is.
fn sign(surface: &mut Surface<'_>, place: &scene::Rect, logo: &Logo) -> Result<(), ExportError> {
    let image = Image::from_png(logo.png.clone().into(), true).map_err(ExportError::Render)?;
    if let Some(size) = Size::from_wh(place.w, place.h) {
        surface.push_transform(&Transform::from_translate(place.x, place.y));
        surface.draw_image(image, size);
        surface.pop();
    }
    Ok(())
}

fn draw(surface: &mut Surface<'_>, shape: &Shape, faces: &Faces) {
    match shape {
        Shape::Rect { rect: place, fill: ink } => {
            fill(surface, *ink);
            put(surface, rect(place));
        }
        Shape::Polygon { points, fill: ink, stroke: line } => {
            surface.set_fill(ink.map(paint));
            surface.set_stroke(line.map(stroke));
            if ink.is_some() || line.is_some() {
                put(surface, polyline(points, true));
            }
        }
        Shape::Path { points, stroke: line } => {
            surface.set_fill(None);
            surface.set_stroke(Some(stroke(*line)));
            put(surface, polyline(points, false));
        }
        Shape::Fade { rect: place, left, right } => {
            surface.set_stroke(None);
            surface.set_fill(Some(fade(place, *left, *right)));
            put(surface, rect(place));
        }
        Shape::Text(line) => text(surface, line, faces),
    }
}

/// Draws what has any extent at all.
fn put(surface: &mut Surface<'_>, path: Option<Path>) {
    if let Some(path) = path {
        surface.draw_path(&path);
    }
}

fn text(surface: &mut Surface<'_>, line: &Line, faces: &Faces) {
    let width = faces.width(line.face, line.size, &line.text);
    let x = match line.anchor {
        Anchor::Start => line.at[0],
        Anchor::Middle => line.at[0] - width / 2.0,
        Anchor::End => line.at[0] - width,
    };
    let at = [x, line.at[1]];
    if let Some(halo) = line.halo {
        surface.set_fill(None);
        let behind = scene::Stroke::plain(line.size * 0.26, halo);
        surface.set_stroke(Some(Stroke { line_join: LineJoin::Round, ..stroke(behind) }));
        faces.outline(surface, at, line.face, line.size, &line.text);
    }
    fill(surface, line.ink);
    faces.set(surface, at, line.face, line.size, &line.text);
}

/// From now on shapes are filled with this, and have no edge.
pub fn fill(surface: &mut Surface<'_>, ink: Ink) {
    surface.set_stroke(None);
    surface.set_fill(Some(paint(ink)));
}

fn colour(ink: Ink) -> rgb::Color {
    rgb::Color::new(ink.r, ink.g, ink.b)
}

fn opacity(ink: Ink) -> NormalizedF32 {
    NormalizedF32::new(f32::from(ink.a) / 255.0).unwrap_or(NormalizedF32::ONE)
}

fn paint(ink: Ink) -> Fill {
    Fill { paint: colour(ink).into(), opacity: opacity(ink), rule: FillRule::NonZero }
}

fn stroke(line: scene::Stroke) -> Stroke {
    let dash = line.dash.map(|(dash, gap)| StrokeDash { array: vec![dash, gap], offset: 0.0 });
    Stroke {
        paint: colour(line.ink).into(),
        width: line.width,
        opacity: opacity(line.ink),
        dash,
        ..Stroke::default()
    }
}

fn fade(place: &scene::Rect, left: Ink, right: Ink) -> Fill {
    let stop = |offset, ink| Stop { offset, color: colour(ink).into(), opacity: opacity(ink) };
    let gradient = LinearGradient {
        x1: place.x,
        y1: place.y,
        x2: place.x + place.w,
        y2: place.y,
        transform: Transform::identity(),
        spread_method: SpreadMethod::Pad,
        stops: vec![stop(NormalizedF32::ZERO, left), stop(NormalizedF32::ONE, right)],
        anti_alias: false,
    };
    Fill { paint: gradient.into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn rect(place: &scene::Rect) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(place.x, place.y, place.w, place.h)?);
    path.finish()
}

fn polyline(points: &[scene::Point], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (at, [x, y]) in points.iter().enumerate() {
        if at == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
    }
    if closed {
        path.close();
    }
    path.finish()
}
