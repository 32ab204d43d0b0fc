//! A brush: the part of the overview that one segment of the axis shows. Its middle moves it, its ends stretch it.

use egui::{
    CursorIcon, EventFilter, Key, Modifiers, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
};

use crate::model::{Arg, Span, Stamp};
use crate::timeline::Piece;
use crate::workspace::{Command, SegmentCommand};

use super::super::look::colour;
use super::Ground;

const DAY: i64 = 86_400;
/// Width of what takes hold of an end.
const GRIP: f32 = 8.0;
/// Spans longer than this end on Mondays (`drawing.md`, rule A).
const LONG: i64 = 56 * DAY;
/// What an arrow key moves, of the brush's length.
const STEP: f64 = 0.1;

/// Which part of a brush is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Middle,
    Start,
    End,
}

/// A drag that is not finished.
#[derive(Debug, Clone, Copy)]
pub struct Drag {
    number: usize,
    part: Part,
    from: Span,
    x: f32,
}

/// The brush of one segment.
#[derive(Debug, Clone, Copy)]
pub struct Brush {
    pub number: usize,
    pub span: Span,
    pub field: Rect,
    pub piece: Piece,
    /// Whether the axis has no other segment.
    pub only: bool,
}

impl Brush {
    /// Shows it, and gives back what a drag, a key or its menu asks.
    pub fn show(&self, ui: &mut Ui, drag: &mut Option<Drag>, ground: &Ground<'_>) -> Vec<Command> {
        let x = |stamp: Stamp| (self.piece.x_of(stamp) as f32).clamp(self.field.left(), self.field.right());
        let (x0, x1) = (x(self.span.start()), x(self.span.end()));
        let x1 = x1.max(x0 + 4.0);
        let rect = Rect::from_min_max(pos2(x0, self.field.top() - 2.0), pos2(x1, self.field.bottom() - 12.0));
        let id = ui.scope_id().with(("brush", self.number));
        let middle = ui.interact(rect, id, Sense::click_and_drag());
        self.name(&middle, ground);
        let mut held = vec![(middle.clone(), Part::Middle)];
        for (at, part) in [(x0, Part::Start), (x1, Part::End)] {
            let grip = Rect::from_center_size(pos2(at, rect.center().y), egui::vec2(GRIP, rect.height()));
            let grip = ui.interact(grip, id.with(part as u8), Sense::drag());
            self.name_end(&grip, part, ground);
            held.push((grip.on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal), part));
        }
        paint(ui, rect, &middle, ground);
        let focused = held.iter().skip(1).find(|(grip, _)| grip.has_focus());
        if let Some((grip, _)) = focused {
            let ring = Stroke::new(1.5, colour(ground.palette.accent));
            ui.painter().rect_stroke(grip.rect, 2.0, ring, StrokeKind::Outside);
        }
        let mut commands = Vec::new();
        for (response, part) in held {
            commands.extend(self.dragged(&response, part, drag));
            commands.extend(self.keys(ui, &response, part));
        }
        self.menu(&middle, ground, &mut commands);
        middle.on_hover_cursor(CursorIcon::Grab);
        commands
    }

    /// Its first day, and its last.
    fn days(&self, ground: &Ground<'_>) -> (String, String) {
        let day = |stamp: Stamp| {
            let (year, month, day) = stamp.civil();
            crate::model::When::day(year, month, day)
                .map(|when| crate::model::spoken_date(&when, false, ground.words()))
                .unwrap_or_default()
        };
        (day(self.span.start()), day(self.span.end().plus_days(-1)))
    }

    fn name_end(&self, grip: &Response, part: Part, ground: &Ground<'_>) {
        let (from, to) = self.days(ground);
        let (key, date) = if part == Part::Start { ("overview-start", from) } else { ("overview-end", to) };
        let args = [("n", Arg::Number(self.number as u64 + 1)), ("date", Arg::Text(&date))];
        let said = ground.words().say(key, &args);
        grip.widget_info(|| WidgetInfo::labeled(egui::Role::Slider, true, &said));
    }

    fn name(&self, middle: &Response, ground: &Ground<'_>) {
        let (from, to) = self.days(ground);
        let args =
            [("n", Arg::Number(self.number as u64 + 1)), ("from", Arg::Text(&from)), ("to", Arg::Text(&to))];
        let said = ground.words().say("overview-segment", &args);
        middle.widget_info(|| WidgetInfo::labeled(egui::Role::Slider, true, &said));
    }

    fn dragged(&self, response: &Response, part: Part, drag: &mut Option<Drag>) -> Option<Command> {
        let at = response.interact_pointer_pos();
        if response.drag_started() {
            let x = response.ctx.input(|input| input.pointer.press_origin()).or(at)?.x;
            *drag = Some(Drag { number: self.number, part, from: self.span, x });
        }
        let held = drag.filter(|held| held.number == self.number && held.part == part)?;
        if response.drag_stopped() {
            *drag = None;
        }
        if !response.dragged() && !response.drag_stopped() {
            return None;
        }
        let by = (f64::from(at?.x - held.x) / self.piece.scale().max(f64::MIN_POSITIVE)) as i64;
        let span = moved(held.from, held.part, by);
        (span != self.span).then_some(Command::Segment(SegmentCommand::Put { segment: self.number, span }))
    }

    /// The arrows move it, or the end that has the keyboard; with Shift they stretch its end. Delete takes it away.
    fn keys(&self, ui: &Ui, held: &Response, part: Part) -> Option<Command> {
        if !held.has_focus() {
            return None;
        }
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(held.id, filter));
        let step = ((self.span.seconds() as f64 * STEP) as i64).max(DAY);
        // With Alt an arrow goes back through the views that were had.
        let is_ours = !ui.input(|input| input.modifiers.alt);
        let pressed = |modifiers, key| is_ours && ui.input_mut(|input| input.consume_key(modifiers, key));
        let (part, by) = if pressed(Modifiers::SHIFT, Key::ArrowLeft) {
            (Part::End, -step)
        } else if pressed(Modifiers::SHIFT, Key::ArrowRight) {
            (Part::End, step)
        } else if pressed(Modifiers::NONE, Key::ArrowLeft) {
            (part, -step)
        } else if pressed(Modifiers::NONE, Key::ArrowRight) {
            (part, step)
        } else if pressed(Modifiers::NONE, Key::Delete) {
            return Some(Command::Segment(SegmentCommand::Remove(self.number)));
        } else {
            return None;
        };
        let span = moved(self.span, part, by);
        Some(Command::Segment(SegmentCommand::Put { segment: self.number, span }))
    }

    fn menu(&self, middle: &Response, ground: &Ground<'_>, commands: &mut Vec<Command>) {
        let words = ground.words();
        middle.context_menu(|ui| {
            let last = self.number + 1 == ground.workspace.stretches().len();
            let choices = [
                ("segment-join", SegmentCommand::Join(self.number), !last),
                ("segment-remove", SegmentCommand::Remove(self.number), !self.only),
                ("do-suggest-segments", SegmentCommand::Suggest, true),
            ];
            for (said, command, possible) in choices {
                if ui.add_enabled(possible, egui::Button::new(words.word(said))).clicked() {
                    commands.push(Command::Segment(command));
                    ui.close();
                }
            }
        });
    }
}

fn paint(ui: &Ui, rect: Rect, middle: &Response, ground: &Ground<'_>) {
    let palette = ground.palette;
    let painter = ui.painter();
    let lit = middle.hovered() || middle.dragged();
    painter.rect_filled(rect, 2.0, colour(palette.ink.faded(if lit { 0.11 } else { 0.07 })));
    let edge = Stroke::new(1.5, colour(palette.ink.faded(0.75)));
    for x in [rect.left(), rect.right()] {
        painter.vline(x, rect.y_range(), edge);
    }
    if middle.has_focus() {
        let ring = Stroke::new(1.5, colour(palette.accent));
        painter.rect_stroke(rect.expand(1.0), 2.0, ring, StrokeKind::Outside);
    }
}

/// The span after a drag by so many seconds: moved by whole days or weeks, or with one end on a day or a Monday.
fn moved(from: Span, part: Part, by: i64) -> Span {
    let later = |stamp: Stamp| Stamp(stamp.0.saturating_add(by));
    let (start, end) = (from.start(), from.end());
    match part {
        Part::Middle => {
            let new = snapped(later(start), from.seconds());
            Span::new(new, Stamp(new.0.saturating_add(from.seconds())))
        }
        Part::Start => Span::new(snapped(later(start), from.seconds()).min(end.plus_days(-1)), end),
        Part::End => Span::new(start, snapped(later(end), from.seconds()).max(start.plus_days(1))),
    }
}

/// The nearest Monday for what is long, else the nearest day.
pub fn snapped(stamp: Stamp, length: i64) -> Stamp {
    let day = Stamp::from_day_number(Stamp(stamp.0.saturating_add(DAY / 2)).day_number());
    if length < LONG {
        return day;
    }
    let weekday = i64::from(day.weekday());
    day.plus_days(if weekday <= 3 { -weekday } else { 7 - weekday })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_spans_end_on_mondays_and_short_ones_on_days() {
        let wednesday = Stamp::from_civil(2022, 4, 6);
        assert_eq!(snapped(Stamp(wednesday.0 + 40_000), 400 * DAY), Stamp::from_civil(2022, 4, 4));
        assert_eq!(snapped(Stamp(wednesday.0 + 50_000), 20 * DAY), Stamp::from_civil(2022, 4, 7));
        let span = Span::new(Stamp::from_civil(2022, 2, 21), Stamp::from_civil(2022, 7, 4));
        let later = moved(span, Part::Middle, 8 * DAY);
        assert_eq!((later.start(), later.seconds()), (Stamp::from_civil(2022, 2, 28), span.seconds()));
        assert!(moved(span, Part::End, -900 * DAY).seconds() >= DAY);
    }
}
