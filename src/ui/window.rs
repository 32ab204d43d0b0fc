//! The window's frame: what happened since the last one, what is shown, and the commands that came of it.
//!
//! ```text
//!  toolbar
//!  ───────────────────┬─────────
//!  lanes              │ article
//!  ───────────────────┴─────────
//!  notices, status line
//! ```

mod begin;

use std::path::PathBuf;

use egui::{CentralPanel, Context, Rect, Ui, UiBuilder, Vec2, ViewportCommand};

use crate::model::Event;
use crate::scene::Palette;
use crate::workspace::{Beside, Canvas, Choices, Claim, Command, Drawn, Look, Middle, Outside, Workspace};

use super::article::{ArticleView, HeadingForm, Page, Shelf, room, room_for_two};
use super::bars;
use super::desktop::Life;
use super::files::{Files, ReadClipboard};
use super::filters;
use super::form::{self, FormView};
use super::help::Help;
use super::keys::{Desk, Hands, heard, perform};
use super::lanes::{self, LaneView, Stage};
use super::look::{self, colour};
use super::menu::{Action, CommandPalette, ShortcutSheet};
use super::motion::Motion;
use super::panes::{self, Panes, within};
use super::pending;
use super::publish::{Clippings, WriteHtml};
use super::reading::{Leaf, Reading};
use super::reckoning::take_copied;
use super::review::ReviewView;
use super::table::TableView;
use super::tools::Tools;

pub use self::begin::Begun;
use self::begin::{FIRST_PICTURE, FIRST_WORDS, begin};

/// What the window shows.
#[derive(Debug)]
pub struct Window {
    workspace: Workspace,
    files: Files,
    lanes: LaneView,
    motion: Motion,
    article: ArticleView,
    commands: CommandPalette,
    shortcuts: ShortcutSheet,
    drawn: Option<Drawn>,
    reading: Reading,
    review: ReviewView,
    form: FormView,
    shelf: Shelf,
    heading: HeadingForm,
    table: TableView,
    tools: Tools,
    /// As last told to the system.
    title: String,
    life: Life,
    help: Help,
    clippings: Clippings,
}

impl Window {
    /// A window that opens the first of the files, and takes the others into its case.
    #[must_use]
    pub fn new(context: &Context, outside: Outside, files: &[PathBuf]) -> Self {
        let (is_fixed, life) = (outside.fixed_now.is_some(), Life::new(&outside));
        let mut workspace = begin(outside, files);
        life.greet(&mut workspace);
        Self::of(context, is_fixed, life, workspace)
    }

    /// A window of a work that was begun, with a fixed clock or a running one.
    fn of(context: &Context, is_fixed: bool, life: Life, mut workspace: Workspace) -> Self {
        look::dress(context);
        // With a fixed clock pictures are to be the same whenever they are looked at.
        let motion = Motion::new(is_fixed || Outside::wants_no_motion());
        // Zoom is the table's, so that it has its bounds and is kept.
        context.options_mut(|options| options.zoom_with_keyboard = false);
        let wake = context.clone();
        workspace.set_wake(move || wake.request_repaint());
        let mut window_files = Files::default();
        window_files.publish.logo.clone_from(&life.settings.logo);
        workspace.wait_briefly(FIRST_PICTURE);
        Self {
            workspace,
            files: window_files,
            lanes: LaneView::default(),
            motion,
            article: ArticleView::default(),
            commands: CommandPalette::default(),
            shortcuts: ShortcutSheet::default(),
            drawn: None,
            reading: Reading::default(),
            review: ReviewView::default(),
            form: FormView::default(),
            shelf: Shelf::default(),
            heading: HeadingForm::default(),
            table: TableView::default(),
            tools: Tools::default(),
            title: String::new(),
            life,
            help: Help::default(),
            clippings: Clippings::default(),
        }
    }

    /// Looks into the clipboard in this way; without one, what is pasted is plain text.
    pub fn read_clipboard_by(&mut self, read: ReadClipboard) {
        self.files.read_clipboard_by(read);
    }

    /// Writes pages onto the clipboard in this way; without one, plain text is copied.
    pub fn write_html_by(&mut self, write: WriteHtml) {
        self.clippings.write_html_by(write);
    }

    /// The same on a real desktop, which has a language and wishes of its user's; `claim` is the right to open the first
    /// of the files, held until the window has it.
    #[must_use]
    pub fn on_desktop(
        context: &Context,
        outside: &Outside,
        workspace: Workspace,
        claim: Option<Claim>,
    ) -> Self {
        let mut window = Self::of(context, outside.fixed_now.is_some(), Life::new(outside), workspace);
        window.life.join(&mut window.workspace, claim);
        window.help.on_x11 = super::on_x11();
        window
    }

    /// The case and how it is looked at.
    #[must_use]
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// The picture that is in sight.
    #[must_use]
    pub fn drawn(&self) -> Option<&Drawn> {
        self.drawn.as_ref()
    }

    /// Does what a menu or a key would ask.
    pub fn apply(&mut self, command: Command) {
        self.reading.hear(&command, &self.workspace);
        self.workspace.apply(command);
    }

    fn palette(&self) -> &'static Palette {
        Palette::of(self.workspace.theme())
    }

    /// Puts the panels in their panes and gathers what they ask.
    fn place(&mut self, ui: &mut Ui) -> Vec<Command> {
        let palette = self.palette();
        let event = Reading::event(&self.workspace);
        let width = ui.max_rect().width();
        let leaves = self.reading.leaves(&self.workspace, width);
        let room = leaves
            .front
            .map(|_| if leaves.article && leaves.beside { room_for_two(width) } else { room(width) });
        // The overview has its room from the first pass on in which there is a picture.
        let overview = will_be_drawn(&self.workspace);
        let panes = Panes::new(ui.max_rect(), room, self.files.board.lines(&self.workspace), overview);
        let panes = self.tools.part(panes, &self.workspace);
        let mut commands = Vec::new();
        let mut actions = Vec::new();
        let desk =
            desk_of(&self.workspace, self.drawn.as_ref(), panes.lanes, leaves.front, &self.life.settings);
        within(ui, panes.toolbar, Some(palette.panel), |ui| {
            commands.extend(bars::toolbar(ui, &desk, palette, &mut actions, &mut self.tools));
        });
        within(ui, panes.known, Some(palette.panel), |ui| {
            commands.extend(self.tools.reckoning.above(ui, &self.workspace, palette));
        });
        within(ui, panes.lanes, None, |ui| commands.extend(self.lanes(ui, &mut actions)));
        within(ui, panes.silence, None, |ui| self.tools.reckoning.below(ui, &self.workspace, palette));
        self.tools.prepare(&mut self.workspace, self.drawn.as_ref().map(|drawn| (panes.overview, drawn)));
        within(ui, panes.overview, None, |ui| {
            let desk =
                desk_of(&self.workspace, self.drawn.as_ref(), panes.lanes, leaves.front, &self.life.settings);
            commands.extend(self.tools.below(ui, panes.overview, &desk, palette));
        });
        if let Some((rect, room)) = panes.article {
            let (form, article) =
                if leaves.article && leaves.beside { Panes::halves(rect) } else { (rect, rect) };
            panes::article(ui, rect, room, palette, |ui| {
                if leaves.beside {
                    within(ui, form, None, |ui| commands.extend(self.beside(ui)));
                }
                if leaves.article {
                    let event = event.as_deref();
                    within(ui, article, None, |ui| commands.extend(self.article(ui, event, room.size)));
                }
                if leaves.beside && leaves.article {
                    Panes::divide(ui, article, palette);
                }
            });
        }
        within(ui, panes.notices, Some(palette.panel), |ui| {
            if let Some(told) = self.files.board.show(ui, &self.workspace, palette) {
                commands.extend(self.files.hear_board(told, &self.workspace, ui.ctx()));
            }
        });
        within(ui, panes.status, Some(palette.panel), |ui| {
            if bars::status(ui, &self.workspace, palette, self.drawn.as_ref()) {
                commands.push(Command::Look(Look::Beside(Some(Beside::Review))));
            }
        });
        commands.extend(pending::show(ui, panes.status, &self.workspace, palette, &mut actions));
        panes.rules(ui, palette);
        commands.extend(self.reading.choose(&mut self.lanes.chosen, &self.workspace, width));
        commands.extend(self.act(ui, actions, panes.lanes, leaves.front));
        commands.extend(self.files.show(ui.ctx(), &self.workspace, palette));
        commands
    }

    /// What stands beside the timeline and is no article.
    fn beside(&mut self, ui: &mut Ui) -> Vec<Command> {
        let (workspace, palette) = (&self.workspace, self.palette());
        match workspace.beside() {
            Some(Beside::Review) => self.review.show(ui, workspace, palette),
            Some(Beside::Reckoning) => self.tools.reckoning.beside(ui, workspace, palette),
            Some(Beside::Article(key)) => self.heading.show(ui, form::Page { workspace, palette }, key),
            Some(Beside::Articles) => self.shelf.show(ui, form::Page { workspace, palette }),
            _ => self.form.show(ui, form::Page { workspace, palette }),
        }
    }

    fn article(&mut self, ui: &mut Ui, event: Option<&Event>, size: f32) -> Vec<Command> {
        let page = Page {
            workspace: &self.workspace,
            palette: self.palette(),
            lit: self.lanes.hovered.or(self.article.hovered),
            event,
            is_in_view: event.is_some_and(|event| lanes::shows(self.drawn.as_ref(), event.id)),
            size,
        };
        self.article.show(ui, &page)
    }

    /// Does what was chosen in menus and palette, and what was pressed.
    fn act(&mut self, ui: &Ui, mut actions: Vec<Action>, canvas: Rect, front: Option<Leaf>) -> Vec<Command> {
        let (palette, words) = (self.palette(), self.workspace.words().as_ref());
        let settings = self.life.settings.clone();
        let desk = desk_of(&self.workspace, self.drawn.as_ref(), canvas, front, &settings);
        let standing = |entry: &_| desk.standing(entry);
        actions.extend(self.commands.show(ui.ctx(), words, palette, standing));
        self.shortcuts.show(ui.ctx(), words, palette);
        self.help.show(ui.ctx(), &self.workspace, palette);
        let is_review = self.workspace.beside() == Some(&Beside::Review);
        actions.extend(heard(ui, self.workspace.is_open(), &self.lanes, is_review));
        let mut commands = self.tools.over(ui, &desk, palette);
        let mut hands = Hands {
            files: &mut self.files,
            lanes: &mut self.lanes,
            review: &mut self.review,
            article: &mut self.article,
            heading: &mut self.heading,
            tools: &mut self.tools,
            palette: &mut self.commands,
            sheet: &mut self.shortcuts,
            motion: &mut self.motion,
            life: &mut self.life,
            help: &mut self.help,
        };
        for action in actions {
            commands.extend(perform(ui, action, &desk, &mut hands));
        }
        commands
    }

    fn lanes(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) -> Vec<Command> {
        let palette = self.palette();
        if !self.workspace.is_open() {
            self.drawn = None;
            return self.files.start(ui, &self.workspace, palette);
        }
        if self.workspace.columns().events == 0 {
            self.drawn = None;
            actions.extend(bars::empty(ui, &self.workspace, palette));
            return Vec::new();
        }
        if self.workspace.middle() == Middle::Table {
            self.drawn = None;
            let rows = self.workspace.list(self.table.order());
            self.table.take(rows);
            return self.table.show(ui, form::Page { workspace: &self.workspace, palette });
        }
        self.table.rest();
        let size = ui.available_size();
        let canvas = canvas_of(Vec2::new(size.x, self.lanes.scroll.height(size.y)), &self.workspace);
        let axis = self.motion.on_the_way(ui.ctx(), self.workspace.stretches());
        if self.drawn.is_none() {
            // Asks for the words that this picture shows.
            self.workspace.draw_on(canvas, &axis);
            self.workspace.wait_briefly(FIRST_WORDS);
        }
        let drawn = self.drawn.insert(self.workspace.draw_on(canvas, &axis));
        if self.lanes.scroll.learn(drawn, size.y) {
            panes::place_again(ui, "the height of the lanes is known");
        }
        let scroll = self.lanes.scroll.by;
        let is_bare = drawn.layout.hidden.shown == 0 && drawn.layout.rows.is_empty();
        let stage = Stage { workspace: &self.workspace, drawn, palette, lit: self.article.hovered, scroll };
        let place = ui.available_rect_before_wrap();
        let mut commands = self.lanes.show(ui, &stage);
        let waits = self.workspace.is_sifting() || self.workspace.is_surveying();
        if is_bare && !waits && !filters::chips(&self.workspace).is_empty() {
            let mut over = ui.new_child(UiBuilder::new().max_rect(place));
            commands.extend(filters::nothing_left(&mut over, &self.workspace, palette));
        }
        commands
    }
}

/// Whether there is a picture to be drawn.
fn will_be_drawn(workspace: &Workspace) -> bool {
    workspace.is_open() && workspace.columns().events > 0 && workspace.middle() == Middle::Timeline
}

fn canvas_of(size: Vec2, workspace: &Workspace) -> Canvas {
    Canvas { width: size.x, height: size.y, theme: workspace.theme(), paper: false, fit: false }
}

/// What actions can act on in this frame.
fn desk_of<'a>(
    workspace: &'a Workspace,
    drawn: Option<&'a Drawn>,
    canvas: Rect,
    front: Option<Leaf>,
    settings: &'a Choices,
) -> Desk<'a> {
    Desk { workspace, drawn, canvas, front, settings }
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _: &mut eframe::Frame) {
        self.workspace.poll();
        self.life.keep_up(ctx, &mut self.workspace);
        self.motion.still |= self.workspace.wishes().still;
        if let Some(faces) = self.workspace.take_faces() {
            look::lend(ctx, &faces);
        }
        for notice in self.workspace.take_notices() {
            self.files.board.add(notice);
        }
        for notice in take_copied(&mut self.workspace, ctx) {
            self.files.board.add(notice);
        }
        for notice in self.clippings.take(&mut self.workspace, ctx) {
            self.files.board.add(notice);
        }
        self.files.publish.keep_up(&mut self.workspace);
        self.life.settings.logo.clone_from(&self.files.publish.logo);
        self.files.board.age(ctx, &self.workspace);
        let title = bars::window_title(&self.workspace);
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
        if self.workspace.beside() == Some(&Beside::Review) {
            self.workspace.review();
        }
        if let Some(sheet) = self.workspace.sheet().cloned() {
            self.workspace.want(sheet.quotes.iter().map(|(event, _)| *event));
        }
        for command in self.form.keep_up(&self.workspace) {
            self.workspace.apply(command);
        }
        self.workspace.want(self.form.wanted(&self.workspace));
        self.workspace.want(self.table.wanted().iter().copied());
        self.heading.keep_up(&self.workspace);
        if self.workspace.beside() != Some(&Beside::Articles) {
            self.shelf.rest();
        }
        let forms = self.form.unsaved(&self.workspace).into_iter();
        self.files.unsaved = forms.chain(self.heading.unsaved(&self.workspace)).collect();
        let mut commands = self.files.hear(&self.workspace, ctx);
        commands.extend(self.files.arrived(&self.workspace, ctx));
        for command in commands {
            self.workspace.apply(command);
        }
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.workspace.keep_view();
        self.life.leave(&mut self.workspace);
    }

    /// The ground of every panel: wiped rather than painted, which a display without a graphics card feels most.
    fn clear_color(&self, _: &egui::Visuals) -> [f32; 4] {
        colour(self.palette().ground).to_normalized_gamma_f32()
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        // A screen reader says the frame's name when it comes to the front.
        ui.ctx()
            .accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(self.title.as_str()));
        let had_room = self.drawn.is_some() || will_be_drawn(&self.workspace);
        let commands = CentralPanel::no_frame().show(ui, |ui| self.place(ui)).inner;
        if self.drawn.is_some() && !had_room {
            panes::place_again(ui, "there is a picture, and room for its overview");
        }
        if !commands.is_empty() {
            ui.ctx().request_repaint();
        }
        for command in commands {
            self.apply(command);
        }
    }
}
