//! The history: what was done to the case, newest first, in sentences; each step can be looked at and gone back to.

use chrono::{DateTime, Datelike, Local, NaiveDate, Timelike};
use egui::{
    Align, Area, Button, Frame, Id, Label, Layout, Order, Pos2, Rect, RichText, ScrollArea, Sense, Ui,
    WidgetInfo, vec2,
};

use crate::model::{Arg, HistoryStep, When, Words, spoken_date};
use crate::scene::{Face, Palette};
use crate::workspace::{Command, FindCommand, HistoryCommand, Workspace};

use super::super::look::{BODY, SMALL, TITLE, colour, font, shadow};

const WIDTH: f32 = 400.0;
const LINE: f32 = 26.0;

/// The panel, open or not.
#[derive(Debug, Default)]
pub struct HistoryView {
    pub open: bool,
}

impl HistoryView {
    /// Shows the panel over the right end of the lanes, where it is open.
    pub fn show(&mut self, ui: &Ui, canvas: Rect, workspace: &Workspace, palette: &Palette) -> Vec<Command> {
        let mut commands = Vec::new();
        if !self.open {
            return commands;
        }
        let words = workspace.words().as_ref();
        let place = Pos2::new(canvas.right() - WIDTH - 40.0, canvas.top() + 8.0);
        let area = Area::new(Id::unique("history")).order(Order::Middle).fixed_pos(place);
        area.show(ui.ctx(), |ui| {
            let frame = Frame::popup(ui.style()).fill(colour(palette.ground)).shadow(shadow(palette));
            frame.show(ui, |ui| {
                ui.set_width(WIDTH);
                self.top(ui, workspace, palette, &mut commands);
                ui.separator();
                match workspace.history() {
                    [] => drop(ui.weak(words.word("history-none"))),
                    steps => {
                        list(ui, steps, canvas.height() - 120.0, workspace, palette, &mut commands);
                    }
                }
            });
        });
        commands
    }

    fn top(&mut self, ui: &mut Ui, workspace: &Workspace, palette: &Palette, commands: &mut Vec<Command>) {
        let words = workspace.words().as_ref();
        ui.horizontal(|ui| {
            let title = RichText::new(words.word("do-history")).font(font(Face::SansSemiBold, TITLE));
            ui.add(Label::new(title.color(colour(palette.ink))).selectable(false));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.button(words.word("button-close")).clicked() {
                    self.open = false;
                }
                let (undo, redo) = workspace.next_steps();
                let writable = workspace.read_only().is_none();
                if ui.add_enabled(writable && redo.is_some(), Button::new(words.word("do-redo"))).clicked() {
                    commands.push(Command::History(HistoryCommand::Redo));
                }
                if ui.add_enabled(writable && undo.is_some(), Button::new(words.word("do-undo"))).clicked() {
                    commands.push(Command::History(HistoryCommand::Undo));
                }
            });
        });
    }
}

fn list(
    ui: &mut Ui,
    steps: &[HistoryStep],
    height: f32,
    workspace: &Workspace,
    palette: &Palette,
    commands: &mut Vec<Command>,
) {
    let words = workspace.words().as_ref();
    let writable = workspace.read_only().is_none();
    let now = steps.iter().find(|step| !step.undone).map(|step| step.id);
    let newest = steps.first().map(|step| moment(step.at).date_naive());
    ScrollArea::vertical().max_height(height.max(80.0)).auto_shrink([false, true]).show_rows(
        ui,
        LINE,
        steps.len(),
        |ui, range| {
            for step in steps.get(range).unwrap_or_default() {
                let (chosen, go) = line(ui, step, now == Some(step.id), newest, writable, words, palette);
                if chosen {
                    commands.push(Command::Find(FindCommand::Step(step.id)));
                }
                if go {
                    commands.push(Command::History(HistoryCommand::GoTo(step.id)));
                }
            }
        },
    );
}

/// One step; gives back whether it is to be looked at, and whether to be gone to.
fn line(
    ui: &mut Ui,
    step: &HistoryStep,
    is_now: bool,
    newest: Option<NaiveDate>,
    writable: bool,
    words: &dyn Words,
    palette: &Palette,
) -> (bool, bool) {
    let said = sentence(step, newest, words);
    ui.horizontal(|ui| {
        ui.set_height(LINE - 4.0);
        let right = if writable && !is_now { 62.0 } else { 0.0 };
        let face = if is_now { Face::SansSemiBold } else { Face::Sans };
        let ink = if step.undone { palette.muted } else { palette.ink };
        let mut text = RichText::new(&said).font(font(face, BODY)).color(colour(ink));
        if step.undone {
            text = text.strikethrough();
        }
        let size = vec2(ui.available_width() - right, LINE - 6.0);
        let left = Layout::left_to_right(Align::Center);
        let shown = ui.allocate_ui_with_layout(size, left, |ui| {
            ui.set_width(size.x);
            ui.add(Label::new(text).truncate().selectable(false).sense(Sense::click()))
        });
        let shown = shown.inner;
        let name = if step.undone {
            words.say("history-undone", &[("step", Arg::Text(&said))])
        } else {
            said.clone()
        };
        shown.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, is_now, &name));
        let go = right > 0.0 && {
            let button = ui.button(RichText::new(words.word("history-go")).font(font(Face::Sans, SMALL)));
            let name = words.say("history-go-to", &[("step", Arg::Text(&said))]);
            button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
            button.clicked()
        };
        (shown.on_hover_text(name).clicked(), go)
    })
    .inner
}

/// "12:04 set status of …"; of another day with that.
fn sentence(step: &HistoryStep, newest: Option<NaiveDate>, words: &dyn Words) -> String {
    let moment = moment(step.at);
    let byte = |number: u32| u8::try_from(number).unwrap_or_default();
    let time = words.clock(byte(moment.hour()), byte(moment.minute()));
    let day = moment.date_naive();
    let time = if newest == Some(day) {
        time
    } else {
        let date = When::day(day.year().into(), byte(day.month()), byte(day.day()));
        let date = date.map(|date| spoken_date(&date, false, words)).unwrap_or_default();
        words.say("date-time", &[("date", Arg::Text(&date)), ("time", Arg::Text(&time))])
    };
    let what = step.label.spoken(words);
    words.say("history-step", &[("time", Arg::Text(&time)), ("what", Arg::Text(&what))])
}

/// A moment where the user is.
fn moment(at: i64) -> DateTime<Local> {
    DateTime::from_timestamp(at, 0).unwrap_or_default().with_timezone(&Local)
}
