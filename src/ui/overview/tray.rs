//! The tray of undated events: its count always in sight at the edge, its list a click away, each event dated by
//! dropping it onto the axis or by writing a date.

use egui::{
    Align, Button, CursorIcon, Key, Label, Layout, Popup, PopupCloseBehavior, Rect, RectAlign, RichText,
    ScrollArea, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::model::{Arg, Edit, EventChange, EventEdit, EventId, When, Words, spoken_date};
use crate::scene::Face;
use crate::workspace::{Command, Look, Workspace, typed_date};

use super::super::look::{BODY, SMALL, TITLE, colour, font};
use super::super::tools::name_field;
use super::{Ground, dropping};

const WIDTH: f32 = 360.0;
const LINE: f32 = 30.0;

/// What the tray remembers: whether it is open, what is dragged, and a date that is being written.
#[derive(Debug, Default)]
pub struct Tray {
    open: bool,
    dragged: Option<EventId>,
    writing: Option<(EventId, String)>,
    /// Whether the field of the date has been given the focus.
    focused: bool,
}

impl Tray {
    /// Opens or closes its list.
    pub fn toggle(&mut self) {
        self.open = !self.open;
    }

    /// Shows the tray's button at the left end of the pane, its list above it, and what is dragged over the lanes.
    pub fn show(&mut self, ui: &mut Ui, pane: Rect, canvas: Rect, ground: &Ground<'_>) -> Vec<Command> {
        let words = ground.words();
        let count = ground.workspace.undated().len();
        let left = ground.drawn.layout.axis.left() as f32;
        let rect = Rect::from_min_max(
            pos2(pane.left() + 8.0, pane.top() + 8.0),
            pos2(pane.left() + (left - 4.0).max(96.0), pane.bottom() - 8.0),
        );
        let mut place =
            ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)));
        place.visuals_mut().selection.bg_fill = colour(ground.palette.ink.faded(0.10));
        let said = words.say("tray-count", &[("n", Arg::Number(count as u64))]);
        let button = place.add_enabled(count > 0, Button::new(&said).selected(self.open));
        if button.clicked() {
            self.toggle();
        }
        let mut commands = Vec::new();
        let mut open = self.open && count > 0;
        Popup::from_response(&button)
            .open_bool(&mut open)
            .accessible_name(words.word("tray-title"))
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .align(RectAlign::TOP_START)
            .show(|ui| self.list(ui, canvas.height() * 0.7, ground, &mut commands));
        // A drag may end outside of the list and must not close it.
        self.open = open || self.dragged.is_some();
        button.on_hover_text(words.word("tray-tip"));
        commands.extend(self.drop(ui, canvas, ground));
        commands
    }

    fn list(&mut self, ui: &mut Ui, height: f32, ground: &Ground<'_>, commands: &mut Vec<Command>) {
        let words = ground.words();
        super::super::tools::dress_panel(ui, ground.palette);
        ui.set_width(WIDTH);
        let title = RichText::new(words.word("tray-title")).font(font(Face::SansSemiBold, TITLE));
        ui.add(Label::new(title).selectable(false));
        let hint = RichText::new(words.word("tray-hint")).font(font(Face::Sans, SMALL));
        ui.add(Label::new(hint.color(colour(ground.palette.muted))).selectable(false));
        let tray = ground.workspace.tray();
        let lines = tray.len();
        let height = (lines as f32 * (LINE + 4.0)).min(height.max(120.0));
        ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true])
            .show_rows(ui, LINE, lines, |ui, range| {
                for (event, title) in tray.get(range).unwrap_or_default() {
                    self.line(ui, *event, title.as_deref().unwrap_or("…"), ground, commands);
                }
            });
    }

    fn line(
        &mut self,
        ui: &mut Ui,
        event: EventId,
        title: &str,
        ground: &Ground<'_>,
        commands: &mut Vec<Command>,
    ) {
        let words = ground.words();
        let writable = ground.workspace.read_only().is_none();
        ui.horizontal(|ui| {
            ui.set_height(LINE - 4.0);
            let right = if writable { 84.0 } else { 0.0 };
            let width = ui.available_width() - right;
            if let Some((_, text)) = self.writing.as_mut().filter(|(one, _)| *one == event) {
                let asked = write(ui, text, width + right, &mut self.focused, words);
                match asked {
                    Written::Not => {}
                    Written::Date(when) => {
                        commands.push(date(event, when));
                        self.writing = None;
                    }
                    Written::GivenUp => self.writing = None,
                }
                return;
            }
            let selected = ground.workspace.selection() == Some(event);
            let button = Button::selectable(selected, title).truncate().sense(Sense::click_and_drag());
            let shown = ui.add_sized(vec2(width, LINE - 6.0), button);
            shown.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, selected, title));
            if shown.clicked() {
                commands.push(Command::Look(Look::SelectEvent(event)));
            }
            if shown.drag_started() && writable {
                self.dragged = Some(event);
            }
            if writable {
                let name = words.say("tray-date-of", &[("title", Arg::Text(title))]);
                let set = ui.button(words.word("tray-date"));
                set.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
                if set.clicked() {
                    self.writing = Some((event, String::new()));
                    self.focused = false;
                }
            }
        });
    }

    /// What is dragged over the lanes, and its date once it is let go.
    fn drop(&mut self, ui: &Ui, canvas: Rect, ground: &Ground<'_>) -> Option<Command> {
        let event = self.dragged?;
        let ctx = ui.ctx();
        let (at, down, escape) = ctx.input(|input| {
            (input.pointer.interact_pos(), input.pointer.any_down(), input.key_pressed(Key::Escape))
        });
        ctx.set_cursor_icon(CursorIcon::Grabbing);
        let when = at.filter(|at| canvas.contains(*at)).and_then(|at| {
            let when = dropping::date_at(ground.drawn, f64::from(at.x - canvas.left()))?;
            dropping::paint(ctx, canvas, at, &when, ground.words(), ground.palette);
            Some(when)
        });
        if escape {
            self.dragged = None;
            return None;
        }
        if down {
            return None;
        }
        self.dragged = None;
        when.map(|when| date(event, when))
    }
}

fn date(event: EventId, when: When) -> Command {
    let change = EventChange::When(Some(when));
    Command::Edit(Edit::Event(EventEdit::Change { events: vec![event], change }))
}

/// What came of a frame of writing.
enum Written {
    Not,
    Date(When),
    GivenUp,
}

/// The field of a date, with what it says so far.
fn write(ui: &mut Ui, text: &mut String, width: f32, focused: &mut bool, words: &dyn Words) -> Written {
    let hint = words.word("tray-date-hint");
    let field = ui.add(TextEdit::singleline(text).hint_text(hint.clone()).desired_width(140.0));
    name_field(&field, &hint);
    if !std::mem::replace(focused, true) {
        field.request_focus();
    }
    let read = typed_date(text);
    let said = match &read {
        Ok(None) => String::new(),
        Ok(Some(when)) => spoken_date(when, false, words),
        Err(why) => why.spoken(words),
    };
    let label = RichText::new(&said).font(font(Face::Sans, BODY));
    ui.add_sized(vec2(width - 160.0, LINE - 6.0), Label::new(label).truncate()).on_hover_text(said);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    match read {
        Ok(Some(when)) if entered => Written::Date(when),
        _ if entered => {
            field.request_focus();
            Written::Not
        }
        _ if field.lost_focus() => Written::GivenUp,
        _ => Written::Not,
    }
}

/// Whether the tray's words must be asked for: it is shown by title.
pub fn wanted(workspace: &Workspace) -> Vec<EventId> {
    /// More titles than a list is looked through for.
    const MOST: usize = 500;
    workspace.undated().iter().take(MOST).copied().collect()
}
