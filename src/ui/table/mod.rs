//! The table of events, in the place of the timeline: the same filters, the same selection, sorted by its headers,
//! written in place. Only rows in sight are made, and only their words are fetched.

mod cells;

use std::sync::Arc;

use egui::{Align, Button, Key, Label, Layout, Modifiers, RichText, Sense, Ui};
use egui_extras::{Column as Width, TableBuilder, TableRow};

use crate::model::{Arg, Event, EventId};
use crate::scene::Face;
use crate::workspace::{Command, ListColumn as Column, ListOrder as Order, Look};

use super::form::{Page, dress, name, say};
use super::look::{BODY, colour, font};

use self::cells::{Writing, Written, is_edited};

/// Height of a row.
const ROW: f32 = 26.0;

/// What the table remembers between frames.
#[derive(Debug, Default)]
pub struct TableView {
    order: Order,
    rows: Arc<Vec<EventId>>,
    /// The column that keys act on.
    column: Column,
    /// Where a range of rows begins.
    anchor: Option<usize>,
    writing: Option<Writing>,
    /// Rows in sight, whose words are wanted.
    sight: Vec<EventId>,
    /// The selection as last seen, to be brought into sight when it changes elsewhere.
    seen: Option<EventId>,
}

impl TableView {
    /// The events whose words are wanted.
    #[must_use]
    pub fn wanted(&self) -> &[EventId] {
        &self.sight
    }

    /// The order that its headers ask for.
    #[must_use]
    pub fn order(&self) -> Order {
        self.order
    }

    /// Takes the rows that are shown from now on.
    pub fn take(&mut self, rows: Arc<Vec<EventId>>) {
        if !Arc::ptr_eq(&self.rows, &rows) {
            self.rows = rows;
            self.anchor = None;
        }
    }

    /// Not shown: nothing is kept of the case.
    pub fn rest(&mut self) {
        if !self.rows.is_empty() || self.writing.is_some() {
            *self = Self { order: self.order, column: self.column, ..Self::default() };
        }
    }

    /// Shows the table on all of `ui`, and gives back what the user asks by it.
    pub fn show(&mut self, ui: &mut Ui, page: Page<'_>) -> Vec<Command> {
        let mut commands = Vec::new();
        self.keys(ui, page, &mut commands);
        dress(ui, page.palette);
        // A whole table may be chosen: it stays a page that is read.
        ui.visuals_mut().selection.bg_fill = colour(page.palette.accent.faded(0.14));
        ui.spacing_mut().item_spacing.y = 0.0;
        self.sight.clear();
        egui::Frame::NONE.inner_margin(egui::Margin { left: 16, right: 8, top: 8, bottom: 4 }).show(
            ui,
            |ui| {
                let n = self.rows.len() as u64;
                let all = page.workspace.columns().events as u64;
                let args = [("n", Arg::Number(n)), ("all", Arg::Number(all))];
                say(ui, &page.words().say("table-count", &args), page.palette.muted);
                ui.add_space(4.0);
                let sideways = egui::ScrollArea::horizontal().id_salt("table");
                sideways.show(ui, |ui| self.table(ui, page, &mut commands));
            },
        );
        commands
    }

    fn table(&mut self, ui: &mut Ui, page: Page<'_>, commands: &mut Vec<Command>) {
        let selection = page.workspace.selection();
        let news = self.seen != selection;
        self.seen = selection;
        let mut table = TableBuilder::new(ui)
            .id_salt("events")
            .sense(Sense::click())
            .resizable(true)
            .auto_shrink(false)
            .cell_layout(Layout::left_to_right(Align::Center));
        for column in Column::ALL {
            table = table.column(width(column));
        }
        let at = selection.and_then(|event| self.rows.iter().position(|row| *row == event));
        if let (true, Some(at)) = (news, at) {
            table = table.scroll_to_row(at, None);
        }
        let rows = Arc::clone(&self.rows);
        let table = table.header(ROW, |mut header| {
            for column in Column::ALL {
                header.col(|ui| self.header(ui, page, column));
            }
        });
        table.body(|body| {
            body.rows(ROW, rows.len(), |mut row| {
                if let Some(event) = rows.get(row.index()).copied() {
                    self.sight.push(event);
                    self.row(&mut row, page, event, &rows, commands);
                }
            });
        });
    }

    fn header(&mut self, ui: &mut Ui, page: Page<'_>, column: Column) {
        let sign = match (self.order.by == column, self.order.down) {
            (false, _) => "",
            (true, false) => " ▲",
            (true, true) => " ▼",
        };
        let text = format!("{}{sign}", page.word(cells::heading(column)));
        let text = RichText::new(text).font(font(Face::SansSemiBold, BODY)).color(colour(page.palette.muted));
        let button = ui.add(Button::new(text).frame(false));
        let called =
            page.words().say("table-sort", &[("column", Arg::Text(&page.word(cells::heading(column))))]);
        name(ui, &button, &called);
        if button.clicked() {
            let down = self.order.by == column && !self.order.down;
            self.order = Order { by: column, down };
        }
    }

    fn row(
        &mut self,
        row: &mut TableRow<'_, '_>,
        page: Page<'_>,
        event: EventId,
        rows: &[EventId],
        commands: &mut Vec<Command>,
    ) {
        row.set_selected(page.workspace.is_selected(event));
        let card = page.workspace.card(event);
        for column in Column::ALL {
            let (_, response) = row.col(|ui| {
                let Some(card) = card.as_deref() else {
                    ui.add(Label::new("…").selectable(false));
                    return;
                };
                self.cell(ui, page, card, column, commands);
            });
            let here = self
                .writing
                .as_ref()
                .is_some_and(|writing| (writing.event, writing.column) == (event, column));
            if response.double_clicked() && !here {
                self.column = column;
                self.begin(page, event);
            } else if response.clicked() && !here {
                self.column = column;
                self.click(&response, event, row.index(), rows, commands);
            }
        }
    }

    fn cell(
        &mut self,
        ui: &mut Ui,
        page: Page<'_>,
        event: &Event,
        column: Column,
        commands: &mut Vec<Command>,
    ) {
        let here =
            self.writing.as_mut().filter(|writing| (writing.event, writing.column) == (event.id, column));
        let Some(writing) = here else {
            cells::show(ui, page, event, column);
            return;
        };
        match cells::write(ui, page, event, writing) {
            Written::Goes => {}
            // What can't be read keeps the keyboard.
            Written::Stays => writing.fresh = true,
            Written::Done(command) => {
                commands.extend(command);
                self.writing = None;
            }
        }
    }

    fn click(
        &mut self,
        response: &egui::Response,
        event: EventId,
        at: usize,
        rows: &[EventId],
        commands: &mut Vec<Command>,
    ) {
        let modifiers = response.ctx.input(|input| input.modifiers);
        let look = match self.anchor.filter(|_| modifiers.shift) {
            Some(anchor) => {
                let (from, to) = (anchor.min(at), anchor.max(at));
                let mut range = rows.get(from..=to).unwrap_or_default().to_vec();
                if at < anchor {
                    range.reverse();
                }
                Look::SelectMany(range)
            }
            None if modifiers.command => Look::SelectAlso(event),
            None => Look::SelectEvent(event),
        };
        if !modifiers.shift {
            self.anchor = Some(at);
        }
        self.seen = Some(event);
        commands.push(Command::Look(look));
    }

    /// Begins to write in the column that keys act on.
    fn begin(&mut self, page: Page<'_>, event: EventId) {
        let can = is_edited(self.column) && page.workspace.read_only().is_none();
        if let Some(card) = page.workspace.card(event).filter(|_| can) {
            self.writing = Some(cells::begin(&card, self.column));
        }
    }

    /// Arrows walk, F2 writes in the cell, Home and End go to the ends.
    fn keys(&mut self, ui: &Ui, page: Page<'_>, commands: &mut Vec<Command>) {
        if self.writing.is_some() || ui.memory(|memory| memory.focused().is_some()) {
            return;
        }
        let selection = page.workspace.selection();
        let at = selection.and_then(|event| self.rows.iter().position(|row| *row == event));
        let last = self.rows.len().saturating_sub(1);
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let next = |at: Option<usize>| at.map_or(0, |at| (at + 1).min(last));
        let mut to = None;
        to = if pressed(Key::ArrowDown) { Some(next(at)) } else { to };
        to = if pressed(Key::ArrowUp) { Some(at.map_or(0, |at| at.saturating_sub(1))) } else { to };
        to = if pressed(Key::Home) { Some(0) } else { to };
        to = if pressed(Key::End) { Some(last) } else { to };
        if let Some((to, event)) = to.and_then(|to| Some((to, *self.rows.get(to)?))) {
            self.anchor = Some(to);
            commands.push(Command::Look(Look::SelectEvent(event)));
        }
        let column = Column::ALL.iter().position(|column| *column == self.column).unwrap_or(0);
        if pressed(Key::ArrowRight) {
            self.column = Column::ALL[(column + 1).min(Column::ALL.len() - 1)];
        }
        if pressed(Key::ArrowLeft) {
            self.column = Column::ALL[column.saturating_sub(1)];
        }
        if is_edited(self.column) && at.is_some() && pressed(Key::F2) {
            self.begin(page, selection.unwrap_or_default());
        }
    }
}

fn width(column: Column) -> Width {
    match column {
        Column::When => Width::initial(128.0).at_least(60.0),
        Column::Title => Width::remainder().at_least(220.0),
        Column::Lanes => Width::initial(150.0).at_least(60.0),
        Column::Kind | Column::Count => Width::initial(84.0).at_least(40.0),
        Column::Status => Width::initial(74.0).at_least(40.0),
        Column::Entities => Width::initial(100.0).at_least(40.0),
        Column::Quotes => Width::initial(56.0).at_least(30.0),
        Column::Tags => Width::initial(80.0).at_least(30.0),
    }
    .clip(true)
}
