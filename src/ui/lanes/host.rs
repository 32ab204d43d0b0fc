//! The plot that hosts the scene, and nothing more (contract 12).
//!
//! Its axes, grid, drag, zoom, scroll and reset are off, and its bounds are set from the canvas in each frame.

use std::ops::RangeInclusive;
use std::sync::Arc;

use egui::{Color32, Pos2, Response, Sense, Shape, Stroke, StrokeKind, Ui};
use egui_plot::{Plot, PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotPoint, PlotTransform};

use crate::model::EventId;
use crate::scene::{Rect, Scene, Shape as SceneShape, Target, connectors};

use super::super::look::colour;
use super::super::paint::{paint, screen_rect, shapes as paint_shapes};
use super::Stage;

/// The plot that hosts the scene.
pub fn host(ui: &mut Ui, stage: &Stage<'_>, hovered: Option<EventId>) -> Response {
    let scene = Arc::clone(&stage.drawn.scene);
    let (width, height) = (f64::from(scene.width), f64::from(scene.height));
    let rings = scene
        .spots
        .iter()
        .filter(|spot| matches!(spot.target, Target::Event(event) if is_ringed(stage, event)))
        .map(|spot| spot.rect)
        .collect();
    let found = &stage.workspace.search_found().0.events;
    let is_hit = |spot: &&crate::scene::Spot| match &spot.target {
        Target::Event(event) => found.contains(event),
        Target::Block(events) => events.iter().any(|event| found.contains(event)),
        Target::Lane(_) | Target::Heap { .. } => false,
    };
    let hits = if found.is_empty() {
        Vec::new()
    } else {
        scene.spots.iter().filter(is_hit).map(|spot| spot.rect).collect()
    };
    let waits = stage.workspace.is_sifting() || stage.workspace.is_surveying();
    let veil = waits.then(|| colour(stage.palette.ground.faded(0.45)));
    let sheet = Arc::new(Sheet {
        scene,
        rings,
        ring: colour(stage.palette.accent),
        hits,
        hit: [colour(stage.palette.ground), colour(stage.palette.ink)],
        veil,
        connectors: connectors_of(stage, hovered),
    });
    let scrolled = stage.scroll > 0.0;
    let item = ScenePlotItem {
        base: PlotItemBase::new("timeline".to_owned()),
        sheet: Arc::clone(&sheet),
        is_whole: !scrolled,
    };
    let plot = Plot::new("lanes")
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .auto_bounds(false)
        .invert_y(true)
        .sense(Sense::click_and_drag());
    let shown = plot.show(ui, move |plot| {
        plot.set_plot_bounds(PlotBounds::from_min_max([0.0, 0.0], [width, height]));
        plot.add(item);
    });
    let canvas = shown.response.rect;
    if scrolled {
        // Twice, each cut off where the other begins: what stays where it is, and the rows.
        let (head, rows) = canvas.split_top_bottom_at_y(canvas.top() + stage.sticky());
        for (part, by) in [(rows, stage.scroll), (head, 0.0)] {
            let mut shapes = Vec::new();
            sheet.paint(ui, canvas.min - egui::vec2(0.0, by), &mut shapes);
            ui.painter().with_clip_rect(part.intersect(ui.clip_rect())).extend(shapes);
        }
    }
    shown.response
}

/// Its quote is under the pointer, or it is chosen with others: the first of these is marked by the picture itself.
fn is_ringed(stage: &Stage<'_>, event: EventId) -> bool {
    let workspace = stage.workspace;
    stage.lit == Some(event) || workspace.selection() != Some(event) && workspace.is_selected(event)
}

/// Connectors of the chosen events, and of the one under the pointer.
fn connectors_of(stage: &Stage<'_>, hovered: Option<EventId>) -> Vec<SceneShape> {
    /// Of more than this nobody could follow a line.
    const CHOSEN: usize = 12;
    let workspace = stage.workspace;
    let chosen = workspace.selected();
    let (layout, columns) = (&stage.drawn.layout, workspace.columns());
    let mut lines = Vec::new();
    let mut add = |event: EventId, ink| {
        if let Some(card) = workspace.card(event) {
            lines.extend(connectors(layout, columns, &card, ink, 1.0));
        }
    };
    if let Some(event) = hovered.filter(|event| !chosen.contains(event)) {
        add(event, stage.palette.muted);
    }
    if chosen.len() <= CHOSEN {
        for event in &chosen {
            add(*event, stage.palette.accent);
        }
    }
    lines
}

/// The scene, and what lies over it.
struct Sheet {
    scene: Arc<Scene>,
    /// Marks whose quote is under the pointer.
    rings: Vec<Rect>,
    ring: Color32,
    /// Marks that a search has found, with the halo and the ring around them.
    hits: Vec<Rect>,
    hit: [Color32; 2],
    /// Over a picture that waits for what a filter leaves.
    veil: Option<Color32>,
    /// From what is chosen or pointed at to other lanes.
    connectors: Vec<SceneShape>,
}

impl Sheet {
    fn paint(&self, ui: &Ui, origin: Pos2, shapes: &mut Vec<Shape>) {
        // Everything is placed once more before it is shown.
        if ui.ctx().will_discard() {
            return;
        }
        paint(&self.scene, ui, origin, shapes);
        paint_shapes(&self.connectors, ui, origin, shapes);
        for hit in &self.hits {
            let rect = screen_rect(*hit, origin.to_vec2()).expand(4.0);
            let round = rect.width().min(rect.height()) / 2.0;
            let [halo, ring] = self.hit;
            shapes.push(Shape::rect_stroke(rect, round, Stroke::new(4.0, halo), StrokeKind::Middle));
            shapes.push(Shape::rect_stroke(rect, round, Stroke::new(1.6, ring), StrokeKind::Middle));
        }
        if let Some(veil) = self.veil {
            let size = egui::vec2(self.scene.width, self.scene.height);
            shapes.push(Shape::rect_filled(egui::Rect::from_min_size(origin, size), 0.0, veil));
        }
        for ring in &self.rings {
            let rect = screen_rect(*ring, origin.to_vec2());
            let (long, stroke) = (rect.width() > rect.height() * 2.5, Stroke::new(1.5, self.ring));
            // Around a bar a circle would be as large as the bar is long.
            shapes.push(if long {
                let around = rect.expand(4.0);
                Shape::rect_stroke(around, around.height() / 2.0, stroke, StrokeKind::Middle)
            } else {
                let radius = rect.width().max(rect.height()) / 2.0 + 5.0;
                Shape::circle_stroke(rect.center(), radius, stroke)
            });
        }
    }
}

/// The sheet as an item of the plot.
struct ScenePlotItem {
    base: PlotItemBase,
    sheet: Arc<Sheet>,
    /// Not scrolled: the plot paints it whole.
    is_whole: bool,
}

impl PlotItem for ScenePlotItem {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        if self.is_whole {
            let origin = transform.position_from_point(&PlotPoint::new(0.0, 0.0));
            self.sheet.paint(ui, origin, shapes);
        }
    }

    fn initialize(&mut self, _: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        self.sheet.ring
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::from_min_max(
            [0.0, 0.0],
            [f64::from(self.sheet.scene.width), f64::from(self.sheet.scene.height)],
        )
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}
