//! `Scene` into egui shapes, one to one.
//!
//! Text stands on its baseline, as on paper. Upright areas and dashes are meshes on whole pixels; other right-angled
//! lines are put there by egui's tessellator. Deliberately absent: any decision about what is drawn.

use std::sync::Arc;

use egui::epaint::{Mesh, PathShape, TextShape};
use egui::text::LayoutJob;
use egui::{Color32, Galley, Pos2, Shape, Stroke, Ui, Vec2, pos2, vec2};

use crate::scene::{self, Anchor, Ink, Line, Scene};

use super::look::{colour, font};

/// Directions in which a halo's copies of a text are put: at these sizes four look as eight do, and letters are most of a
/// frame's triangles.
const AROUND: [(f32, f32); 4] = [(0.8, 0.8), (-0.8, 0.8), (-0.8, -0.8), (0.8, -0.8)];
/// Reach of a halo in sizes of its text: half of the stroke that paper draws.
const HALO: f32 = 0.13;

/// How far the toolkit's anti-aliasing draws beyond a dash's ends, in points.
const SOFT: f32 = 0.7;

/// Adds the shapes of a scene whose upper left corner stands at `origin`.
pub fn paint(scene: &Scene, ui: &Ui, origin: Pos2, out: &mut Vec<Shape>) {
    shapes(&scene.shapes, ui, origin, out);
}

/// Adds shapes of a canvas whose upper left corner stands at `origin`.
pub fn shapes(all: &[scene::Shape], ui: &Ui, origin: Pos2, out: &mut Vec<Shape>) {
    let by = origin.to_vec2();
    let pixels = ui.ctx().pixels_per_point();
    let upright =
        |shape: &scene::Shape| matches!(shape, scene::Shape::Rect { .. } | scene::Shape::Fade { .. });
    // Upright areas become few meshes.
    out.reserve(all.iter().filter(|shape| !upright(shape)).count());
    let mut known_till = 0;
    for (at, shape) in all.iter().enumerate() {
        // Columns are thousands that follow each other: a mesh that grew with them would be copied again and again.
        if at >= known_till && upright(shape) {
            let follow = all[at..].iter().take_while(|shape| upright(shape)).count();
            known_till = at + follow;
            let room = |mesh: &mut Mesh| {
                mesh.reserve_vertices(follow * 4);
                mesh.reserve_triangles(follow * 2);
            };
            to_mesh(out, room);
        }
        match shape {
            scene::Shape::Rect { rect, fill } => {
                let rect = on_pixels(screen_rect(*rect, by), pixels);
                to_mesh(out, |mesh| mesh.add_colored_rect(rect, colour(*fill)));
            }
            scene::Shape::Polygon { points, fill, stroke } => {
                polygon(points, *fill, *stroke, by, pixels, out);
            }
            scene::Shape::Path { points, stroke } => path(&moved(points, by), *stroke, pixels, out),
            scene::Shape::Fade { rect, left, right } => {
                let rect = on_pixels(screen_rect(*rect, by), pixels);
                to_mesh(out, |mesh| fade(rect, *left, *right, mesh));
            }
            scene::Shape::Text(line) => text(line, ui, by, out),
        }
    }
}

/// A scene's rectangle on the screen.
#[must_use]
pub fn screen_rect(rect: scene::Rect, by: Vec2) -> egui::Rect {
    egui::Rect::from_min_size(pos2(rect.x, rect.y) + by, vec2(rect.w, rect.h))
}

fn moved(points: &[scene::Point], by: Vec2) -> Vec<Pos2> {
    points.iter().map(|[x, y]| pos2(*x, *y) + by).collect()
}

fn polygon(
    points: &[scene::Point],
    fill: Option<Ink>,
    stroke: Option<scene::Stroke>,
    by: Vec2,
    pixels: f32,
    out: &mut Vec<Shape>,
) {
    let points = moved(points, by);
    let plain = stroke.filter(|stroke| stroke.dash.is_none());
    let edge = plain.map_or(Stroke::NONE, |stroke| Stroke::new(stroke.width, colour(stroke.ink)));
    let fill = fill.map_or(Color32::TRANSPARENT, colour);
    if fill != Color32::TRANSPARENT {
        out.push(PathShape::convex_polygon(points.clone(), fill, edge).into());
    } else if edge != Stroke::NONE {
        out.push(Shape::closed_line(points.clone(), edge));
    }
    if let Some(broken) = stroke.filter(|stroke| stroke.dash.is_some()) {
        let mut closed = points;
        closed.extend(closed.first().copied());
        path(&closed, broken, pixels, out);
    }
}

fn path(points: &[Pos2], stroke: scene::Stroke, pixels: f32, out: &mut Vec<Shape>) {
    let edge = Stroke::new(stroke.width, colour(stroke.ink));
    match (stroke.dash, points) {
        (Some(dash), [from, to]) if from.x == to.x || from.y == to.y => {
            dashes(*from, *to, edge, dash, pixels, out);
        }
        (Some((dash, gap)), _) => {
            // Soft edges make a dash longer by about this much: short gaps would close.
            let shorter = (dash - SOFT).max(0.7);
            Shape::dashed_line_many(points, edge, shorter, gap + dash - shorter, out);
        }
        (None, [from, to]) => out.push(Shape::line_segment([*from, *to], edge)),
        (None, _) => out.push(Shape::line(points.to_vec(), edge)),
    }
}

/// Dashes of a right-angled line in whole pixels: egui would round each end for itself, and no two would be alike.
fn dashes(from: Pos2, to: Pos2, edge: Stroke, (dash, gap): (f32, f32), pixels: f32, out: &mut Vec<Shape>) {
    let whole = |points: f32| (points * pixels).round().max(1.0) / pixels;
    let (dash, gap, width) = (whole(dash), whole(gap), whole(edge.width));
    let level = from.y == to.y;
    let on_pixel = |points: f32| (points * pixels).round() / pixels;
    let (along, across) = if level { (from.x.min(to.x), from.y) } else { (from.y.min(to.y), from.x) };
    let end = if level { from.x.max(to.x) } else { from.y.max(to.y) };
    let (mut start, across) = (on_pixel(along), on_pixel(across - width / 2.0));
    while start < end {
        let length = dash.min(on_pixel(end) - start);
        let (at, size) = if level {
            (pos2(start, across), vec2(length, width))
        } else {
            (pos2(across, start), vec2(width, length))
        };
        to_mesh(out, |mesh| mesh.add_colored_rect(egui::Rect::from_min_size(at, size), edge.color));
        start += dash + gap;
    }
}

fn fade(rect: egui::Rect, left: Ink, right: Ink, mesh: &mut Mesh) {
    let (left, right) = (colour(left), colour(right));
    let first = mesh.vertices.len() as u32;
    mesh.colored_vertex(rect.left_top(), left);
    mesh.colored_vertex(rect.right_top(), right);
    mesh.colored_vertex(rect.right_bottom(), right);
    mesh.colored_vertex(rect.left_bottom(), left);
    mesh.add_triangle(first, first + 1, first + 2);
    mesh.add_triangle(first, first + 2, first + 3);
}

/// Adds to the mesh before it: upright areas that follow each other are one.
fn to_mesh(out: &mut Vec<Shape>, add: impl FnOnce(&mut Mesh)) {
    if let Some(Shape::Mesh(mesh)) = out.last_mut() {
        return add(Arc::make_mut(mesh));
    }
    let mut mesh = Mesh::default();
    add(&mut mesh);
    out.push(Shape::mesh(mesh));
}

/// A rectangle on whole pixels, at least one wide and high: what was drawn never vanishes.
fn on_pixels(rect: egui::Rect, pixels: f32) -> egui::Rect {
    let round = |points: f32| (points * pixels).round() / pixels;
    let min = pos2(round(rect.left()), round(rect.top()));
    let least = 1.0 / pixels;
    let size = vec2((round(rect.right()) - min.x).max(least), (round(rect.bottom()) - min.y).max(least));
    egui::Rect::from_min_size(min, size)
}

fn text(line: &Line, ui: &Ui, by: Vec2, out: &mut Vec<Shape>) {
    let ink = colour(line.ink);
    let job = LayoutJob::simple_singleline(line.text.clone(), font(line.face, line.size), ink);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (x, y) = (line.at[0], line.at[1] - baseline(&galley));
    let x = match line.anchor {
        Anchor::Start => x,
        Anchor::Middle => x - galley.size().x / 2.0,
        Anchor::End => x - galley.size().x,
    };
    let at = pos2(x, y) + by;
    if let Some(ground) = line.halo {
        let reach = line.size * HALO;
        out.extend(AROUND.map(|(dx, dy)| {
            let at = at + vec2(dx, dy) * reach;
            let copy = TextShape::new(at, Arc::clone(&galley), ink);
            Shape::Text(copy.with_override_text_color(colour(ground)))
        }));
    }
    out.push(Shape::Text(TextShape::new(at, galley, ink)));
}

/// From the top of a line of text down to what its letters stand on.
fn baseline(galley: &Galley) -> f32 {
    let row = galley.rows.first();
    row.and_then(|row| row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y)).unwrap_or(0.0)
}
