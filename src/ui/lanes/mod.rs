//! The timeline: the scene inside a plot, gestures into commands, each visible mark an accessible node.
//!
//! The plot hosts and nothing more: its axes, grid, drag, zoom, scroll and reset are off, and its bounds are set from
//! the canvas in each frame. One stop for the keyboard; the arrows rove over the marks.

mod band;
mod card;
mod carry;
mod host;
mod places;
mod scroll;
mod sums;
mod walk;

use std::collections::BTreeMap;
use std::time::Duration;

use egui::{
    CursorIcon, EventFilter, Id, InputState, PointerButton, Pos2, Response, Role, Sense, Stroke, StrokeKind,
    Ui, WidgetInfo,
};

use crate::model::EventId;
use crate::scene::{Palette, Spot, Target, heap_name};
use crate::workspace::{Command, Drawn, Look, Workspace};

use super::arrange::{HeaderDrag, header_menu};
use super::look::colour;
use super::menu::{Action, AxisAction, WalkAction};

use self::band::Band;
use self::carry::{Carried, carry};
use self::host::host;
use self::places::{folded_at, nearest, opening, pan, place_of, row_at, stops};
pub use self::places::{in_sight, row_of, shows, zoom};
use self::scroll::Scroll;
use self::walk::Way;

/// Points of a wheel that double what is seen.
const WHEEL_DOUBLES: f32 = 160.0;
/// What a key or a button of the toolbar zooms.
pub const STEP: f64 = 1.5;
/// What a key pans, as a part of the segment's width.
const STRIDE: f64 = 0.2;
/// What a double click on a mark zooms.
const TO_MARK: f64 = 4.0;
/// How far apart two clicks may be to be one double click.
const STEADY: f32 = 6.0;
/// Seconds that the pointer rests before a card opens.
const REST: f64 = 0.15;

/// What the timeline is made from.
#[derive(Debug, Clone, Copy)]
pub struct Stage<'a> {
    pub workspace: &'a Workspace,
    pub drawn: &'a Drawn,
    pub palette: &'static Palette,
    /// The event whose quote is under the pointer in the article.
    pub lit: Option<EventId>,
    /// How far the rows are scrolled under axis and strip.
    pub scroll: f32,
}

impl Stage<'_> {
    /// What a part of the picture is called.
    fn name_of(&self, spot: &Spot) -> String {
        match spot.target {
            Target::Heap { row, marks, people, .. } => {
                let (words, columns) = (self.workspace.words().as_ref(), self.workspace.columns());
                heap_name(words, columns, &self.drawn.layout, (row, u64::from(marks), people))
            }
            _ => spot.name.to_string(),
        }
    }
}

/// What the timeline remembers between frames: only gestures that are not finished.
#[derive(Debug, Default)]
pub struct LaneView {
    /// The event under the pointer.
    pub hovered: Option<EventId>,
    /// The event that was chosen to be read; its article is opened as soon as its words are there.
    pub chosen: Option<EventId>,
    rest: Option<(Target, f64)>,
    headers: HeaderDrag,
    /// How far the rows are scrolled, where they are higher than the window.
    pub scroll: Scroll,
    dragged: Option<usize>,
    /// The mark that is being moved along the axis.
    carried: Option<Carried>,
    /// The frame that is drawn around what is to be chosen.
    band: Band,
    clicked: Option<(EventId, Pos2)>,
    /// Row of the layout in which the arrows rove.
    row: Option<usize>,
    canvas: Option<Id>,
}

impl LaneView {
    /// Shows the timeline on all of `ui`, and gives back what the user asks by it.
    pub fn show(&mut self, ui: &mut Ui, stage: &Stage<'_>) -> Vec<Command> {
        let mut commands = Vec::new();
        let canvas = host(ui, stage, self.hovered);
        self.canvas = Some(canvas.id);
        let scene = &stage.drawn.scene;
        canvas.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &scene.description));
        if canvas.has_focus() {
            keep_keys(ui, canvas.id);
            let edge = Stroke::new(1.5, colour(stage.palette.accent));
            ui.painter().rect_stroke(canvas.rect, 0.0, edge, StrokeKind::Inside);
        }
        if !self.band.show(ui, &canvas, stage, &mut commands)
            && !carry(ui, &canvas, stage, &mut self.carried, &mut commands)
        {
            self.drag(&canvas, stage, &mut commands);
        }
        if !self.scroll.wheel(ui, &canvas, stage) {
            wheel(ui, &canvas, stage, &mut commands);
        }
        self.marks(ui, &canvas, stage, &mut commands);
        self.hover(ui, &canvas, stage);
        self.scroll.show(ui, &canvas, stage);
        commands
    }

    /// Whether keys go to the timeline: it has the focus, or nothing has.
    #[must_use]
    pub fn has_keys(&self, ui: &Ui) -> bool {
        let focused = ui.memory(egui::Memory::focused);
        focused.is_none() || focused == self.canvas
    }

    /// What a key asks of the timeline.
    pub fn act(&mut self, action: Action, stage: &Stage<'_>, pointer: Option<f64>) -> Vec<Command> {
        let way = match action {
            Action::Walk(WalkAction::EarlierToo) => return self.walk_too(Way::Earlier, stage),
            Action::Walk(WalkAction::LaterToo) => return self.walk_too(Way::Later, stage),
            Action::Walk(WalkAction::Earlier) => Way::Earlier,
            Action::Walk(WalkAction::Later) => Way::Later,
            Action::Walk(WalkAction::LaneAbove) => Way::Above,
            Action::Walk(WalkAction::LaneBelow) => Way::Below,
            Action::Walk(WalkAction::Read) => {
                self.chosen = stage.workspace.selection();
                return Vec::new();
            }
            Action::Axis(AxisAction::ZoomIn) => return vec![zoom(stage, pointer, STEP)],
            Action::Axis(AxisAction::ZoomOut) => return vec![zoom(stage, pointer, 1.0 / STEP)],
            Action::Axis(AxisAction::Fit) => return vec![Command::Look(Look::Fit)],
            Action::Axis(AxisAction::OneSegment) => return vec![Command::Look(Look::OneSegment)],
            Action::Axis(AxisAction::PanEarlier) => return pan(stage, pointer, STRIDE).into_iter().collect(),
            Action::Axis(AxisAction::PanLater) => return pan(stage, pointer, -STRIDE).into_iter().collect(),
            Action::Axis(action) => return places::segments(action, stage, pointer).into_iter().collect(),
            _ => return Vec::new(),
        };
        let stops = stops(stage.drawn);
        let Some(stop) = walk::next(&stops, stage.workspace.selection(), self.row, way) else {
            return Vec::new();
        };
        self.row = Some(stop.row);
        if stage.workspace.open_article().is_some() {
            self.chosen = Some(stop.event);
        }
        vec![Command::Look(Look::SelectEvent(stop.event))]
    }

    /// The next event is chosen together with those that are.
    fn walk_too(&mut self, way: Way, stage: &Stage<'_>) -> Vec<Command> {
        let stops = stops(stage.drawn);
        let Some(stop) = walk::next(&stops, stage.workspace.selection(), self.row, way) else {
            return Vec::new();
        };
        self.row = Some(stop.row);
        let mut all: Vec<EventId> = stage.workspace.selected().into_iter().collect();
        all.retain(|event| *event != stop.event);
        all.push(stop.event);
        vec![Command::Look(Look::SelectMany(all))]
    }

    fn drag(&mut self, canvas: &Response, stage: &Stage<'_>, commands: &mut Vec<Command>) {
        let axis = &stage.drawn.layout.axis;
        let local = |at: Pos2| f64::from(at.x - canvas.rect.left());
        if canvas.drag_started_by(PointerButton::Primary) {
            let start = canvas.ctx.input(|input| input.pointer.press_origin()).map(local);
            self.dragged = start.filter(|x| *x >= axis.left()).map(|x| axis.segment_at(x));
        }
        if let Some(segment) = self.dragged {
            let by_pt = f64::from(canvas.drag_delta().x);
            if by_pt != 0.0 {
                commands.push(Command::Look(Look::Pan { segment, by_pt }));
            }
            canvas.ctx.set_cursor_icon(CursorIcon::Grabbing);
        }
        if !canvas.dragged() {
            self.dragged = None;
        }
    }

    /// Makes the marks and headers nodes that can be found and clicked.
    fn marks(&mut self, ui: &Ui, canvas: &Response, stage: &Stage<'_>, commands: &mut Vec<Command>) {
        let selected = stage.workspace.selection();
        let mut copies: BTreeMap<EventId, usize> = BTreeMap::new();
        let mut active = None;
        for spot in nearest(ui, canvas, stage) {
            let rect = stage.on_screen(spot.rect, canvas.rect);
            if !rect.is_positive() {
                continue;
            }
            let (first, many) = match &spot.target {
                Target::Event(event) => (*event, 1),
                Target::Block(events) => (events.first().copied().unwrap_or_default(), events.len()),
                Target::Heap { row, tile, .. } => {
                    let id = canvas.id.with(("heap", row, tile, spot.rect.h > 8.0));
                    let heap = ui.interact(rect, id, Sense::CLICK).on_hover_cursor(CursorIcon::ZoomIn);
                    heap.widget_info(|| WidgetInfo::labeled(Role::Button, true, stage.name_of(spot)));
                    if let (true, Some(at)) = (heap.clicked(), heap.interact_pointer_pos()) {
                        let x = f64::from(at.x - canvas.rect.left());
                        commands.push(Command::Look(Look::ZoomAt { x, factor: TO_MARK }));
                    }
                    continue;
                }
                Target::Lane(name) => {
                    // No stop of its own for the keyboard: the table has a key for what its menu offers.
                    let sense = Sense::CLICK | Sense::DRAG;
                    let header = ui.interact(rect, canvas.id.with(("lane", name)), sense);
                    header.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &spot.name));
                    self.header(&header, canvas, stage, spot, commands);
                    continue;
                }
            };
            let copy = copies.entry(first).or_default();
            let id = canvas.id.with(("mark", first, many, *copy));
            *copy += 1;
            let mark = ui.interact(rect, id, Sense::CLICK).on_hover_cursor(CursorIcon::PointingHand);
            let is_first = selected == Some(first) && many == 1;
            let is_selected = is_first || many == 1 && stage.workspace.is_selected(first);
            mark.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, &spot.name));
            if is_first {
                active = active.or(Some(id));
            }
            if mark.clicked() {
                self.click(canvas, stage, spot, commands);
            }
        }
        if let Some(active) = active {
            ui.ctx().accesskit_node_builder(canvas.id, |node| {
                node.set_active_descendant(active.accesskit_id());
            });
        }
        self.double_click(canvas, stage, commands);
    }

    /// A header is dragged to another place, and has a menu.
    fn header(
        &mut self,
        header: &Response,
        canvas: &Response,
        stage: &Stage<'_>,
        spot: &Spot,
        commands: &mut Vec<Command>,
    ) {
        let Some(row) = row_at(stage.drawn, f64::from(spot.rect.y + spot.rect.h / 2.0)) else { return };
        let Stage { workspace, drawn, palette, .. } = *stage;
        let scrolled = canvas.rect.translate(egui::vec2(0.0, -stage.scroll));
        let header = header.clone().on_hover_cursor(CursorIcon::Grab);
        commands.extend(self.headers.follow(&header, row, scrolled, workspace, drawn, palette));
        header.context_menu(|ui| commands.extend(header_menu(ui, row, workspace, drawn)));
    }

    fn click(&mut self, canvas: &Response, stage: &Stage<'_>, spot: &Spot, commands: &mut Vec<Command>) {
        let event = match &spot.target {
            Target::Event(event) => *event,
            Target::Block(events) => match opening(stage, spot, events) {
                Some(command) => return commands.push(command),
                // They stand at one instant: no zoom parts them, so the first is read.
                None => events.first().copied().unwrap_or_default(),
            },
            Target::Lane(_) | Target::Heap { .. } => return,
        };
        self.clicked = canvas.ctx.pointer_interact_pos().map(|at| (event, at));
        self.row = row_at(stage.drawn, f64::from(spot.rect.y + spot.rect.h / 2.0));
        self.chosen = Some(event);
        if canvas.ctx.input(|input| input.modifiers.command) {
            self.chosen = None;
            return commands.push(Command::Look(Look::SelectAlso(event)));
        }
        commands.push(Command::Look(Look::SelectEvent(event)));
    }

    /// The first click may open the article and move the mark away: the second belongs to it all the same.
    fn double_click(&mut self, canvas: &Response, stage: &Stage<'_>, commands: &mut Vec<Command>) {
        let input = |input: &InputState| {
            (input.pointer.button_double_clicked(PointerButton::Primary), input.pointer.interact_pos())
        };
        let (true, Some(at)) = canvas.ctx.input(input) else { return };
        let Some((event, _)) = self.clicked.take().filter(|(_, first)| first.distance(at) < STEADY) else {
            return;
        };
        commands
            .retain(|command| !matches!(command, Command::Look(Look::SelectEvent(other)) if *other != event));
        if let Some(x) = place_of(stage.drawn, event) {
            commands.push(Command::Look(Look::ZoomAt { x, factor: TO_MARK }));
        }
    }

    /// What is under the pointer: lights the article's quotes, and shows a card once the pointer rests.
    fn hover(&mut self, ui: &Ui, canvas: &Response, stage: &Stage<'_>) {
        let pointer = ui.input(|input| input.pointer.hover_pos());
        let over = pointer.filter(|at| {
            self.dragged.is_none()
                && self.carried.is_none()
                && !self.band.is_drawn()
                && ui.rect_contains_pointer(canvas.rect)
                && canvas.rect.contains(*at)
        });
        let spot = over.and_then(|at| stage.drawn.scene.hit(stage.local(at, canvas.rect)));
        self.hovered = match spot.map(|spot| &spot.target) {
            Some(Target::Event(event)) => Some(*event),
            _ => None,
        };
        let Some(spot) = spot else {
            self.rest = None;
            let sum = over.and_then(|at| sums::at(stage, stage.local(at, canvas.rect)));
            if let Some((room, lines)) = sum {
                card::sum(ui, room.translate(canvas.rect.min.to_vec2()), &lines, stage.palette);
            }
            return;
        };
        let now = ui.input(|input| input.time);
        let since = match &self.rest {
            Some((target, since)) if *target == spot.target => *since,
            _ => now,
        };
        self.rest = Some((spot.target.clone(), since));
        if now - since < REST {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(REST));
            return;
        }
        let folded = if matches!(spot.target, Target::Lane(_)) { folded_at(stage, spot) } else { Vec::new() };
        let facts = card::Facts { workspace: stage.workspace, palette: stage.palette, folded: &folded };
        let anchor = stage.on_screen(spot.rect, canvas.rect);
        card::show(ui, anchor, &spot.target, &stage.name_of(spot), &facts);
    }
}

/// Escape and the arrows act on the timeline and don't move the focus.
fn keep_keys(ui: &Ui, id: Id) {
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
}

/// The wheel zooms at the pointer, with Ctrl or without; sideways, or with Shift, it pans.
fn wheel(ui: &Ui, canvas: &Response, stage: &Stage<'_>, commands: &mut Vec<Command>) {
    if !ui.rect_contains_pointer(canvas.rect) {
        return;
    }
    let (scroll, pinch, at) =
        ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta(), input.pointer.hover_pos()));
    let Some(x) = at.map(|at| f64::from(at.x - canvas.rect.left())) else { return };
    if scroll.x != 0.0 {
        let segment = stage.drawn.layout.axis.segment_at(x);
        commands.push(Command::Look(Look::Pan { segment, by_pt: f64::from(scroll.x) }));
    }
    let factor = pinch * (scroll.y / WHEEL_DOUBLES).exp2();
    if factor != 1.0 {
        commands.push(Command::Look(Look::ZoomAt { x, factor: f64::from(factor) }));
    }
}
